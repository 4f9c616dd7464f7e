"""How long a pause is: one number, asked where the casus before it stands."""

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel

USUAL = 15
_NUMBER = re.compile(r"(\d{1,4})(?: ?min(?:uten)?\.?)?")


class PauseAsk(QFrame):
    """Says how many minutes; 0 takes the pause away. The act refuses what cannot be."""

    given = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self._title = PlainLabel(kind="strong")
        self.minutes = QLineEdit()
        self.minutes.setAccessibleName(self.tr("Minuten pauze"))
        self.minutes.setMaximumWidth(8 * self.fontMetrics().averageCharWidth() + 40)
        self.minutes.returnPressed.connect(self._give)
        self._trouble = PlainLabel(tone="warn")
        self.none = button(self.tr("Geen pauze"), lambda: self._say(0))
        buttons = (
            button(
                self.tr("Zo is het"), self._give, kind="primary", name=self.tr("Pauze bewaren")
            ),
            self.none,
            button(self.tr("Toch niet"), self._close, name=self.tr("Pauze laten zoals die is")),
        )
        for watched in (self.minutes, *buttons):
            watched.installEventFilter(self)
        field = holder(horizontal(self.minutes, PlainLabel(self.tr("minuten"), wrap=False)))
        self.setLayout(
            vertical(self._title, Line(field, *buttons), self._trouble, gap=4, margin=8)
        )
        self.hide()

    def ask(self, casus: str, minutes: int) -> None:
        """Opens for the pause after this casus; `minutes` is what there is now."""
        self._title.setText(self.tr("Pauze na {casus}").format(casus=casus))
        self.minutes.setText(str(minutes or USUAL))
        self.none.setVisible(minutes > 0)
        self._trouble.hide()
        self.show()
        self.minutes.setFocus()
        self.minutes.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Escape closes it."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape.value
        ):
            self._close()
            return True
        return super().eventFilter(watched, event)

    def _give(self) -> None:
        match = _NUMBER.fullmatch(self.minutes.text().strip().casefold())
        if match is None:
            self._trouble.setText(self.tr("Dit getal begrijp ik niet. Typ het als 15."))
            self._trouble.show()
            self.minutes.setFocus()
            return
        self._say(int(match[1]))

    def _say(self, minutes: int) -> None:
        self.hide()
        self.given.emit(minutes)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
