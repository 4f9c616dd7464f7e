"""One seat at a casus, at a glance: who for what, and a way to take it back."""

from PySide6.QtWidgets import QWidget

from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Deelname, Overleg
from casus_app.handelingen.stoelen import DeelnameIntrekken
from casus_app.regels.verklaring import StandVerklaring, stand_van
from ui import reading
from ui.desk import Desk
from ui.stoelen import facts
from ui.texts import short_day, word
from ui.widgets.ask_line import AskLine
from ui.widgets.buttons import button
from ui.widgets.layout import framed, horizontal, vertical
from ui.widgets.plain_label import PlainLabel
from ui.widgets.row_button import Tag

_STATEMENT = {
    StandVerklaring.ONTBREEKT: "▲ verklaring ontbreekt",
    StandVerklaring.VERLOPEN: "▲ verklaring verlopen",
    StandVerklaring.LOOPT_AF: "▲ verklaring loopt af",
}
"""What there is to say of the statement on the day of the overleg."""


class SeatRow(QWidget):
    """What is needed to see at once whether this person belongs here."""

    def __init__(self, desk: Desk, stoel: Deelname, *, editable: bool) -> None:
        super().__init__()
        self._desk = desk
        self._stoel = stoel
        self._editable = editable
        session = desk.session
        self._mens = self._known()
        mens, partij = self._mens
        taak = reading.taak_naam(session, stoel.professional, stoel.taak)
        for_what = [partij, word(stoel.rol), taak]
        if stoel.pet:
            for_what.append(self.tr("pet {pet}").format(pet=word(stoel.pet)))
        tags = [
            PlainLabel(text, kind="tag", tone=tone, wrap=False) for text, tone in self._tags(mens)
        ]
        self.take_button = button(
            self.tr("Intrekken…"),
            self.ask,
            kind="quiet",
            name=self.tr("Stoel van {naam} intrekken").format(naam=mens.naam if mens else "–"),
        )
        first = horizontal(
            PlainLabel(facts.who(session, stoel.professional), kind="strong"),
            *tags,
            self.take_button,
            gap=8,
        )
        first.setStretch(0, 1)
        self._column = vertical(
            first,
            PlainLabel(" · ".join(part for part in for_what if part), kind="small"),
            PlainLabel(self.tr("Nodig: {need}").format(need=stoel.noodzaak)),
            gap=2,
            margin=8,
        )
        self._column.setContentsMargins(12, 4, 8, 8)
        self.reason: AskLine | None = None
        self.setLayout(vertical(framed("card", self._column)))
        self.take_button.setVisible(editable)

    def _tags(self, mens: Professional | None) -> list[Tag]:
        session, stoel = self._desk.session, self._stoel
        soort = reading.soort_van(session, stoel.professional)
        made: list[Tag] = []
        if soort and session.catalogus.vraagt_route(soort, stoel.pet):
            made.append((self.tr("beroepsgeheim"), ""))
        overleg = session.haal(Overleg, stoel.overleg)
        if mens is None or soort is None or overleg is None:
            return made
        stand = stand_van(session.catalogus, overleg.kader, soort, mens, overleg.datum)
        if stand is StandVerklaring.GELDT:
            said = self.tr("✓ getekend {day}").format(day=short_day(mens.geheimhouding_op))
            made.append((said, "good"))
        elif stand is not StandVerklaring.NIET_NODIG:
            made.append((_STATEMENT[stand], "warn"))
        return made

    def shows(self, stoel: Deelname | None, *, editable: bool) -> bool:
        """Whether this row is still true."""
        return self._stoel == stoel and self._editable is editable and self._mens == self._known()

    def _known(self) -> tuple[Professional | None, str]:
        partij = reading.partij_van(self._desk.session, self._stoel.professional)
        mens = self._desk.session.haal(Professional, self._stoel.professional)
        return mens, partij.naam if partij else ""

    def ask(self) -> None:
        """Why this seat goes."""
        if self.reason is None:
            self.reason = AskLine(
                self.tr("Waarom is deze persoon niet meer nodig?"), self.tr("Stoel intrekken")
            )
            self.reason.said.connect(self._take)
            self.reason.dropped.connect(self._drop)
            self._column.addWidget(self.reason)
        self.reason.show()
        self.reason.setFocus()

    def _take(self, reden: str) -> None:
        if self.reason is None:
            return
        stoel = self._stoel
        tried = DeelnameIntrekken(
            overleg=stoel.overleg,
            casus=stoel.casus,
            professional=stoel.professional,
            reden=reden,
        )
        if not self._desk.perform(tried, self.reason.notice):
            self.reason.setFocus()

    def _drop(self) -> None:
        if self.reason is not None:
            self.reason.hide()
            self.reason.edit.clear()
            self.reason.notice.clear()
        self.take_button.setFocus()
