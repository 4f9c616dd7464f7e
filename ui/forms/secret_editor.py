"""A passphrase or recovery key in a form: hidden while typed, and never shown by who prints it."""

from casus_app.domein.toegang import Geheim
from casus_app.regels.wachtzin import oordeel
from ui.forms.editors import Editor
from ui.widgets.layout import vertical
from ui.widgets.password_field import PasswordField
from ui.widgets.plain_label import PlainLabel


class SecretEditor(Editor):
    """Gives a `Geheim`; what was typed is never put back."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.edit = PasswordField(name)
        self.edit.changed.connect(self.changed)
        self.setLayout(vertical(self.edit, gap=4))
        self.setFocusProxy(self.edit)

    def value(self) -> object:
        return Geheim(self.edit.text()) if self.edit.text() else None

    def set_value(self, value: object) -> None:
        del value
        self.edit.wipe()


class NewSecretEditor(SecretEditor):
    """A passphrase somebody chooses: one sentence says all along whether it is strong enough."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.strength = PlainLabel(kind="small")
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.strength)
        self.edit.changed.connect(self._judge)
        self._judge()

    def _judge(self) -> None:
        """While there is nothing yet the sentence is only advice."""
        found, typed = oordeel(self.edit.text()), bool(self.edit.text())
        sign = "✓ " if found.goed else "▲ " if typed else ""
        self.strength.setText(f"{sign}{found.zin}")
        self.strength.set_tone("good" if found.goed else "warn" if typed else "")
