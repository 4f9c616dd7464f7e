"""The door beside the table: who is out of the room, and the seat that is looked at."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from casus_app.domein.overleg import Bespreking
from casus_app.domein.tafel import SoortHouding
from casus_app.handelingen.bespreking import BesprekingBinnenlaten, BesprekingUitlaten
from casus_app.handelingen.tafel import BesprekingHouding
from ui.desk import Desk
from ui.tafel.seats import TableSeat
from ui.tafel.staat import TafelStaat
from ui.texts import sentence, word
from ui.widgets.buttons import button
from ui.widgets.kept_rows import KeptRows, Row
from ui.widgets.layout import card, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel, literal

KEYS = {SoortHouding.LUISTERT: "F7", SoortHouding.NIETS: "F8"}
"""For the seat that was chosen last; no letters, those are for the input line."""


class Door(QWidget):
    """Coming and going write themselves, with the time; nobody sits here who is not admitted."""

    def __init__(self, desk: Desk, staat: TafelStaat, notice: Notice) -> None:
        super().__init__()
        self._desk = desk
        self._staat = staat
        self._notice = notice
        self._looked_at = ""
        column = vertical(gap=12)
        self.setLayout(column)
        self._kept = KeptRows(column)
        staat.read.connect(self._read)
        staat.gone.connect(self._show)
        staat.speaker_changed.connect(lambda _who: self._show())

    def look_at(self, professional: str) -> None:
        """The seat that was chosen at the table."""
        self._looked_at = professional
        self._show()

    def turn(self, professional: str) -> None:
        """In when out, out when in."""
        for seat in self._staat.seats:
            if seat.professional == professional and self._staat.is_open:
                way = BesprekingUitlaten if seat.present else BesprekingBinnenlaten
                overleg, casus = self._staat.key
                act = way(overleg=overleg, casus=casus, professional=professional)
                self._desk.perform(act, self._notice)

    def toggle(self, professional: str, soort: SoortHouding) -> None:
        """Only listens, or nothing to bring in; once more is taking part again."""
        for seat in self._staat.seats:
            if seat.professional == professional and self._staat.is_open:
                overleg, casus = self._staat.key
                act = BesprekingHouding(
                    overleg=overleg,
                    casus=casus,
                    professional=professional,
                    houding="" if seat.houding is soort else soort,
                )
                self._desk.perform(act, self._notice)

    def _read(self, _punt: Bespreking) -> None:
        self._show()

    def _show(self) -> None:
        self._kept.show_rows(self._rows() if self._staat.is_open else ())

    def _rows(self) -> Iterator[Row]:
        out = [seat for seat in self._staat.seats if not seat.present]
        yield tuple(out), partial(self._outside, out)
        seat = next((s for s in self._staat.seats if s.professional == self._looked_at), None)
        if seat is not None:
            speaks = seat.professional == self._staat.speaker
            yield (seat, speaks), partial(self._about, seat, speaks=speaks)
        yield self._staat.key, self._admit

    def _outside(self, out: list[TableSeat]) -> QWidget:
        nobody = PlainLabel(self.tr("Iedereen is binnen."), kind="soft")
        rows: list[QWidget] = [self._row(seat) for seat in out]
        return card(*(rows or [nobody]), title=self.tr("Deur"))

    def _admit(self) -> QWidget:
        known = dict(zip(("overleg", "casus"), self._staat.key, strict=True))
        admit = partial(self._desk.open_act, "deelname.toelaten", known)
        return button(self.tr("Iemand toelaten…"), admit)

    def _row(self, seat: TableSeat) -> QWidget:
        text = literal(f"{seat.number} {seat.functie}")
        name = self.tr("{who}: komt binnen").format(who=seat.naam)
        do = partial(self.turn, seat.professional)
        return button(self.tr("▸ {who}").format(who=text), do, name=name)

    def _about(self, seat: TableSeat, *, speaks: bool) -> QWidget:
        parts: list[QWidget] = [PlainLabel(seat.naam), PlainLabel(seat.partij, kind="small")]
        if seat.secret:
            parts.append(PlainLabel(self.tr("Beroepsgeheim"), kind="small"))
        if seat.takes_nothing:
            parts.append(PlainLabel(self.tr("Adviseur: neemt niets mee"), kind="small"))
        if seat.present:
            floor = self.tr("Klaar met spreken") if speaks else self.tr("Geef het woord")
            who = "" if speaks else seat.professional
            parts.append(button(floor, partial(self._staat.let_speak, who)))
            for soort in SoortHouding:
                do = partial(self.toggle, seat.professional, soort)
                made = button(sentence(word(soort)), do)
                made.setCheckable(True)
                made.setChecked(seat.houding is soort)
                made.setToolTip(KEYS[soort])
                parts.append(made)
            leave = self.tr("{who}: gaat eruit").format(who=seat.naam)
            go = partial(self.turn, seat.professional)
            parts.append(button(self.tr("Gaat eruit"), go, name=leave))
        return card(*parts, title=f"{seat.number} {seat.functie}")
