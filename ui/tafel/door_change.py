"""Between two casussen: who goes out and who comes in, by function, and nothing else.

Safe on a mirrored beamer: no code, no question, no name of anybody.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Aanwezigheid, Bespreking
from ui import reading
from ui.session import Session
from ui.tafel.digits import SeatDigits
from ui.tafel.seats import TableSeat
from ui.tafel.staat import TafelStaat
from ui.texts import counted
from ui.widgets.buttons import button
from ui.widgets.check_row import CheckRow
from ui.widgets.layout import Columns, ReadingColumn, card, empty, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel


class DoorChange(QWidget):
    """One key when the room matches; beyond that only who is missing."""

    matches = Signal()
    """The voorzitter says that the room is right."""
    out_asked = Signal()

    def __init__(self, session: Session, staat: TafelStaat) -> None:
        super().__init__()
        self._session = session
        self._staat = staat
        self.setAccessibleName(self.tr("Deurwissel"))
        self.boxes: dict[int, QCheckBox] = {}
        self._digits = SeatDigits()
        self.time = PlainLabel(kind="soft")
        self.room = PlainLabel(kind="strong")
        self._goes = QVBoxLayout()
        self._comes = QVBoxLayout()
        for column in (self._goes, self._comes):
            column.setSpacing(8)
        self.match_button = button(self.tr("De kamer k&lopt"), self.matches.emit, kind="primary")
        out = button(
            self.tr("‹ Uit de vergadering"),
            self.out_asked.emit,
            kind="quiet",
            name=self.tr("Uit de vergadering"),
        )
        out.setToolTip("F11")
        self._out = out
        goes = card(self._goes, None, title=self.tr("Eruit"))
        comes = card(
            PlainLabel(self.tr("Haal het vinkje weg bij wie er niet is."), kind="soft"),
            self._comes,
            None,
            title=self.tr("Erin"),
        )
        page = ReadingColumn(
            vertical(
                horizontal(PlainLabel(self.tr("Deurwissel"), kind="title"), None, out),
                self.time,
                Columns((goes, 1), (comes, 1), ems=60, gap=16),
                holder(horizontal(self.match_button, self.room, None, gap=16)),
                None,
                gap=16,
            ),
            letters=110,
        )
        outer = horizontal(None, page, None, margin=16)
        outer.setStretch(1, 8)
        self.setLayout(outer)
        staat.read.connect(self._read)
        staat.gone.connect(self._forget)

    def _read(self, punt: Bespreking) -> None:
        if punt.geopend_op is not None or punt.afgerond:
            return
        here = last_room(self._session, punt)
        seats = self._staat.seats
        expected = {seat.professional for seat in seats}
        empty(self._goes)
        out = [who for who in here if who not in expected]
        for who in out:
            mens = self._session.haal(Professional, who)
            self._goes.addWidget(PlainLabel(f"‹  {mens.functie if mens else who}", kind="strong"))
        if not out:
            self._goes.addWidget(PlainLabel(self.tr("Niemand."), kind="soft"))
        empty(self._comes)
        self.boxes = {}
        for seat in seats:
            comes = self.tr("zit er al") if seat.professional in here else self.tr("komt erin")
            there = seat.professional not in self._staat.missing
            row = CheckRow(self._told(seat, comes, present=there))
            row.box.setChecked(there)
            row.box.toggled.connect(partial(self._mark, seat, row, comes))
            self.boxes[seat.number] = row.box
            self._comes.addWidget(row)
        place, all_ = self._staat.place_in_agenda()
        self.time.setText(
            self.tr("{time} uur · casus {n} van {m}").format(
                time=f"{self._session.nu():%H:%M}", n=place, m=all_
            )
        )
        self._count()

    def _forget(self) -> None:
        empty(self._goes)
        empty(self._comes)
        self.boxes = {}
        self.time.setText("")
        self.room.setText("")

    def _told(self, seat: TableSeat, comes: str, *, present: bool) -> str:
        how = comes if present else self.tr("is er niet")
        return f"{seat.number}  {seat.functie}  ·  {how}"

    def _mark(self, seat: TableSeat, row: CheckRow, comes: str, present: bool) -> None:
        self._staat.mark(seat.professional, present=present)
        row.set_text(self._told(seat, comes, present=present))
        self._count()

    def _count(self) -> None:
        here = len(self._staat.room)
        people = counted(here, self.tr("mens"), self.tr("mensen"))
        self.room.setText(self.tr("{people} in de kamer").format(people=people))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """The number of a seat goes to it; only on this screen, where nothing is typed."""
        digit = event.key() - Qt.Key.Key_0
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and digit in range(10):
            box = self.boxes.get(self._digits.wanted(digit, self.boxes))
            if box is not None:
                box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._digits.forget()
        super().keyPressEvent(event)


def last_room(session: Session, punt: Bespreking) -> tuple[str, ...]:
    """Who sat there when the casus before this one was closed."""
    done = [found for found in reading.agenda(session, punt.overleg) if found.geopend_op]
    if not done:
        return ()
    last = max(done, key=lambda found: found.geopend_op or session.nu())
    plekken = session.zoek(Aanwezigheid, overleg=last.overleg, casus=last.casus)
    here = [plek.professional for plek in plekken if plek.tot in {None, last.gesloten_op}]
    return tuple(dict.fromkeys(here))
