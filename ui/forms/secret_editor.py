"""A passphrase or recovery key in a form: hidden while typed, and never shown by who prints it."""

from casus_app.domein.toegang import Geheim
from ui.forms.editors import Editor
from ui.widgets.layout import vertical
from ui.widgets.password_field import PasswordField


class SecretEditor(Editor):
    """Gives a `Geheim`; what was typed is never put back."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.edit = PasswordField(name)
        self.edit.changed.connect(self.changed)
        self.setLayout(vertical(self.edit))
        self.setFocusProxy(self.edit)

    def value(self) -> object:
        return Geheim(self.edit.text()) if self.edit.text() else None

    def set_value(self, value: object) -> None:
        del value
        self.edit.wipe()
