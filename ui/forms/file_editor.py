"""A file as the value of a field: its bytes, read when it is chosen."""

from pathlib import Path

from casus_app.overgang import OvergangFout
from ui.files import choose
from ui.forms.editors import Editor
from ui.overgang.reading import read_bytes
from ui.widgets.buttons import button
from ui.widgets.layout import vertical
from ui.widgets.plain_label import PlainLabel


class FileEditor(Editor):
    """A button that asks which file, and the name of the one that was chosen."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._content: bytes | None = None
        self.said = PlainLabel(self.tr("Nog geen bestand gekozen."), kind="small")
        self.choose_button = button(self.tr("Bestand kiezen…"), self._ask)
        self.choose_button.setAccessibleDescription(name)
        self.setLayout(vertical(self.choose_button, self.said, gap=4))
        self.setFocusProxy(self.choose_button)

    def _ask(self) -> None:
        dialog = choose(self, self.tr("Welk bestand?"), "existing", self.read)
        dialog.setNameFilters([self.tr("Casussen (*.json)"), self.tr("Alle bestanden (*)")])

    def read(self, path: Path) -> None:
        """Its bytes; what cannot be read is said in place of its name."""
        try:
            self._content = read_bytes(path)
            self.said.setText(path.name)
        except OvergangFout as fault:
            self._content = None
            self.said.setText(fault.melding)
        self.changed.emit()

    def value(self) -> object:
        return self._content

    def set_value(self, value: object) -> None:
        self._content = value if isinstance(value, bytes) else None
