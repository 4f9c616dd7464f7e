"""When somebody can be there: two times, typed the way people say them."""

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from casus_app.domein.tafelorde import Venster
from ui.tafelindeling.plan import Mens
from ui.texts import clock
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel

_TIME = re.compile(r"(\d{1,2})(?:[:.u h]?(\d{2}))? ?(?:uur|u)?")
_HOURS, _MINUTES = 24, 60


def parse_time(text: str) -> int | None:
    """Minutes since midnight, or `None`.

    >>> parse_time("9.30"), parse_time("930"), parse_time("14 uur"), parse_time("25:00")
    (570, 570, 840, None)
    """
    match = _TIME.fullmatch(text.strip().casefold())
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return hour * _MINUTES + minute if hour < _HOURS and minute < _MINUTES else None


class Availability(QFrame):
    """Not in the kluis: it has no place for this yet. So it lasts as long as the page."""

    given = Signal(object)
    """A `Venster`, or `None` for always."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self._title = PlainLabel(kind="strong")
        self.van, self.tot = QLineEdit(), QLineEdit()
        self._trouble = PlainLabel(tone="warn")
        fields: list[QWidget] = []
        for label, edit in ((self.tr("Kan vanaf"), self.van), (self.tr("Kan tot"), self.tot)):
            edit.setPlaceholderText(self.tr("bijvoorbeeld 10:30"))
            edit.setAccessibleName(label)
            edit.returnPressed.connect(self._give)
            edit.installEventFilter(self)
            fields.append(holder(horizontal(PlainLabel(label, wrap=False), edit)))
        buttons = (
            button(self.tr("Zo is het"), self._give, kind="primary"),
            button(self.tr("Kan altijd"), self._always),
            button(self.tr("Toch niet"), self._close, name=self.tr("Tijden laten zoals ze zijn")),
        )
        for made in buttons:
            made.installEventFilter(self)
        explain = PlainLabel(
            self.tr("Geldt voor deze volgorde, zolang dit scherm openstaat."), kind="small"
        )
        fields += buttons
        self.setLayout(
            vertical(self._title, Line(*fields), self._trouble, explain, gap=4, margin=8)
        )
        self.hide()

    def ask(self, mens: Mens, venster: Venster | None) -> None:
        """Opens for this person."""
        self._title.setText(self.tr("Tijden van {naam}").format(naam=mens.naam))
        self.van.setText(_written(venster.van if venster else None))
        self.tot.setText(_written(venster.tot if venster else None))
        self._trouble.hide()
        self.show()
        self.van.setFocus()
        self.van.selectAll()

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
        times: list[int | None] = []
        for edit in (self.van, self.tot):
            time = parse_time(edit.text())
            if time is None and edit.text().strip():
                self._refuse(self.tr("Deze tijd begrijp ik niet. Typ hem als 10:30."), edit)
                return
            times.append(time)
        van, tot = times
        if van is not None and tot is not None and tot <= van:
            text = self.tr("Deze tijd ligt niet na de eerste. Kies een latere tijd.")
            self._refuse(text, self.tot)
            return
        self.hide()
        self.given.emit(None if van is None and tot is None else Venster(van=van, tot=tot))

    def _refuse(self, text: str, edit: QLineEdit) -> None:
        self._trouble.setText(text)
        self._trouble.show()
        edit.setFocus()

    def _always(self) -> None:
        self.hide()
        self.given.emit(None)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


def _written(minutes: int | None) -> str:
    return "" if minutes is None else clock(minutes)
