"""When somebody can be there: two times, typed the way people say them."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from casus_app.domein.tafelorde import Venster
from ui.tafelindeling.asking import Asking
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


class Availability(Asking):
    """Not in the kluis: it has no place for this yet. So it lasts as long as the page."""

    given = Signal(object)
    """A `Venster`, or `None` for always."""

    def __init__(self) -> None:
        super().__init__()
        self.van, self.tot = QLineEdit(), QLineEdit()
        fields: list[QWidget] = []
        for label, edit in ((self.tr("Kan vanaf"), self.van), (self.tr("Kan tot"), self.tot)):
            edit.setPlaceholderText(self.tr("bijvoorbeeld 10:30"))
            edit.setAccessibleName(label)
            edit.returnPressed.connect(self._give)
            fields.append(holder(horizontal(PlainLabel(label, wrap=False), edit)))
        buttons = (
            button(self.tr("Zo is het"), self._give, kind="primary"),
            button(self.tr("Kan altijd"), self._always),
            button(
                self.tr("Toch niet"), self.close_it, name=self.tr("Tijden laten zoals ze zijn")
            ),
        )
        self.listen_to(self.van, self.tot, *buttons)
        explain = PlainLabel(
            self.tr("Geldt voor deze volgorde, zolang dit scherm openstaat."), kind="small"
        )
        fields += buttons
        self.setLayout(vertical(self.title, Line(*fields), self.trouble, explain, gap=4, margin=8))

    def ask(self, mens: Mens, venster: Venster | None) -> None:
        """Opens for this person."""
        self.title.setText(self.tr("Tijden van {naam}").format(naam=mens.naam))
        self.van.setText(_written(venster.van if venster else None))
        self.tot.setText(_written(venster.tot if venster else None))
        self.open_at(self.van)

    def _give(self) -> None:
        times: list[int | None] = []
        for edit in (self.van, self.tot):
            time = parse_time(edit.text())
            if time is None and edit.text().strip():
                self.refuse(self.tr("Deze tijd begrijp ik niet. Typ hem als 10:30."), edit)
                return
            times.append(time)
        van, tot = times
        if van is not None and tot is not None and tot <= van:
            text = self.tr("Deze tijd ligt niet na de eerste. Kies een latere tijd.")
            self.refuse(text, self.tot)
            return
        self.hide()
        self.given.emit(None if van is None and tot is None else Venster(van=van, tot=tot))

    def _always(self) -> None:
        self.hide()
        self.given.emit(None)


def _written(minutes: int | None) -> str:
    return "" if minutes is None else clock(minutes)
