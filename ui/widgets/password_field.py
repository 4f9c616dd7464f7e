"""A passphrase: hidden while typed, shown when asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.widgets.layout import horizontal


class PasswordField(QWidget):
    """One line with a button to see what was typed."""

    submitted = Signal()
    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setAccessibleName(name)
        self.show_button = QPushButton(self.tr("Toon"))
        self.show_button.setCheckable(True)
        self.show_button.setAutoDefault(False)
        self.show_button.setAccessibleName(self.tr("Toon {name}").format(name=name.lower()))
        self.show_button.toggled.connect(self._show_text)
        self.edit.returnPressed.connect(self.submitted)
        self.edit.textChanged.connect(self.changed)
        self.setLayout(horizontal(self.edit, self.show_button))
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """What was typed."""
        return self.edit.text()

    def wipe(self) -> None:
        """Empties the field and hides what comes next."""
        self.show_button.setChecked(False)
        self.edit.clear()

    def _show_text(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.edit.setEchoMode(mode.Normal if shown else mode.Password)
        self.show_button.setText(self.tr("Verberg") if shown else self.tr("Toon"))
