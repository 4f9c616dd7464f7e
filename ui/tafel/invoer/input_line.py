"""The slot under the table: which line is there at which step."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.tafel.invoer.casus_help import CasusHelp
from ui.tafel.invoer.stamp_line import StampLine
from ui.tafel.staat import TafelStaat
from ui.tafel.steps import Step


class InputLine(QFrame):
    """Only while the casus lies on the table, and only where something is said or agreed."""

    def __init__(self, desk: Desk, staat: TafelStaat) -> None:
        super().__init__()
        self._staat = staat
        self.setProperty("kind", "line")
        self.help = CasusHelp(desk.session, staat)
        self.stamp = StampLine(desk, staat, self.help)
        self._was_open = False
        self._lines: dict[Step, QWidget] = {Step.BEELD: self.stamp, Step.OORDEEL: self.stamp}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stamp)
        staat.step_changed.connect(self._show)
        staat.read.connect(self._read)
        self._show()

    def take_focus(self) -> bool:
        """Whether there is a line here to type in; then that is where the keys go."""
        line = self._lines.get(self._staat.step)
        if line is None or not self.isVisible():
            return False
        line.setFocus()
        return True

    def _read(self, _punt: object) -> None:
        """Just opened: the first thing is to type here."""
        was_open, self._was_open = self._was_open, self._staat.is_open
        self._show()
        if self._was_open and not was_open:
            QTimer.singleShot(0, self, self.take_focus)

    def _show(self, _what: object = None) -> None:
        here = self._lines.get(self._staat.step)
        for line in set(self._lines.values()):
            line.setVisible(line is here)
        self.setVisible(here is not None and self._staat.is_open)
