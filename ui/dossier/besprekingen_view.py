"""The previous bespreking beside the coming one: what was agreed, and who comes for what."""

from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.casus import Casus, Fase
from casus_app.domein.overleg import Aanwezigheid, Deelname, Stand
from casus_app.regels.vaststelling import tekenstand
from ui import reading
from ui.desk import Desk
from ui.dossier.course import Besprekingen, Meeting
from ui.texts import day, full_day, listed, sentence, short_day, word
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import Columns, card, empty, framed, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel, Tone

_ORDER = {StandAfspraak.OPEN: 0, StandAfspraak.NIET_GEDAAN: 1}
_TONES: dict[StandAfspraak, Tone] = {
    StandAfspraak.AFGEROND: "good",
    StandAfspraak.NIET_GEDAAN: "bad",
}


class BesprekingenView(QWidget):
    """Two sheets beside each other, or one under the other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self._layout = vertical()
        self.setLayout(self._layout)

    def show_casus(self, casus: Casus, met: Besprekingen) -> None:
        """Reads both again."""
        empty(self._layout)
        coming = self._coming(casus, met.coming)
        if met.previous is None:
            self._layout.addWidget(coming)
            return
        previous = self._previous(met.previous)
        self._layout.addWidget(Columns((previous, 1), (coming, 1), ems=84, gap=16))

    # --- the previous one ---

    def _previous(self, meeting: Meeting) -> QFrame:
        punt, overleg = meeting
        lines: list[QWidget] = [PlainLabel(full_day(overleg.datum), kind="strong")]
        there = list(
            dict.fromkeys(
                self._functie(one.professional)
                for one in self._session.zoek(Aanwezigheid, overleg=punt.overleg, casus=punt.casus)
            )
        )
        if there:
            who = self.tr("In de kamer: {who}").format(who=listed(there))
            lines.append(PlainLabel(who, kind="small"))
        lines += self._decided(meeting)
        afspraken = self._session.zoek(Afspraak, overleg=punt.overleg, casus=punt.casus)
        for one in sorted(afspraken, key=lambda one: (_ORDER.get(one.stand, 2), one.uiterlijk)):
            lines.append(self._afspraak(one))
        if not afspraken:
            lines.append(PlainLabel(self.tr("Er zijn geen afspraken gemaakt."), kind="soft"))
        stand = tekenstand(self._session.werkbank.opslag, overleg)
        if stand is not None:  # the same sentence as at the verslagen
            tone: Tone = "" if stand.klopt else "bad"
            lines.append(PlainLabel(stand.zin, kind="small", tone=tone))
        return card(*lines, None, title=self.tr("Vorige bespreking"))

    def _decided(self, meeting: Meeting) -> list[QWidget]:
        punt = meeting.punt
        if not punt.besluit:
            return []
        made: list[QWidget] = [PlainLabel(punt.besluit)]
        turn_to = self.tr("Aanspreekpunt: {who} · evaluatie {day}").format(
            who=reading.wie(self._session, punt.aanspreekpunt), day=day(punt.evaluatie_op)
        )
        made.append(PlainLabel(turn_to, kind="small"))
        return made

    def _functie(self, professional: str) -> str:
        """By function: who exactly it was stands in the logboek, not here."""
        return reading.functie(self._session, professional)

    def _afspraak(self, one: Afspraak) -> QWidget:
        late = one.stand is StandAfspraak.OPEN and one.uiterlijk < self._session.vandaag()
        text = self.tr("▲ te laat") if late else _marked(one.stand)
        tone: Tone = "bad" if late else _TONES.get(one.stand, "")
        tag = PlainLabel(text, kind="tag", tone=tone, wrap=False)
        head = horizontal(PlainLabel(one.wat), tag)
        head.setStretch(0, 1)
        who = self.tr("{who} · uiterlijk {day}").format(
            who=self._functie(one.uitvoerder), day=short_day(one.uiterlijk)
        )
        made: list[QWidget] = [PlainLabel(who, kind="small")]
        if one.toelichting:
            made.append(PlainLabel(one.toelichting, kind="small"))
        layout = vertical(head, *made, gap=2, margin=10)
        return framed("card", layout)

    # --- the coming one ---

    def _coming(self, casus: Casus, meeting: Meeting | None) -> QFrame:
        title = self.tr("Komende bespreking")
        if meeting is None:
            text = self.tr("Deze casus staat nog niet op een agenda.")
            made: list[QWidget] = [PlainLabel(text, kind="soft")]
            open_ = casus.fase in {Fase.AANGEMELD, Fase.IN_BEHANDELING}
            if open_ and self._session.may("overleg.agenderen"):
                do = partial(self._desk.open_act, "overleg.agenderen", {"casus": casus.id})
                made.append(Line(button(self.tr("Op een agenda…"), do)))
            return card(*made, None, title=title)
        punt, overleg = meeting
        about = self.tr("{time} · {minutes} minuten · {kind} · {invited}").format(
            time=overleg.plaats,
            minutes=punt.minuten,
            kind=word(punt.soort),
            invited=word(punt.uitnodiging),
        )
        lines: list[QWidget] = [
            PlainLabel(reading.overleg_naam(overleg), kind="strong"),
            PlainLabel(about, kind="small"),
            PlainLabel(sentence(punt.vraag)),
        ]
        seats = self._session.zoek(
            Deelname, overleg=punt.overleg, casus=punt.casus, ingetrokken_op=None
        )
        lines += [self._seat(one) for one in seats]
        if not seats:
            lines.append(PlainLabel(self.tr("▲ Nog niemand heeft een stoel."), tone="warn"))
        if punt.stand is not Stand.OPEN:
            lines += [
                PlainLabel(f"▲ {no.melding}", tone="warn")
                for no in self._session.stops_opening(punt)
            ]
        lines.append(
            Line(
                button(
                    self.tr("Naar het &overleg"),
                    partial(self._desk.overleg_asked.emit, overleg.id),
                ),
                button(
                    self.tr("Naar de t&afel"),
                    partial(self._desk.casus_asked.emit, overleg.id, casus.id),
                ),
            )
        )
        return card(*lines, None, title=title)

    def _seat(self, seat: Deelname) -> QWidget:
        who = reading.wie(self._session, seat.professional)
        task = reading.taak_naam(self._session, seat.professional, seat.taak)
        parts = [word(seat.rol), task]
        if seat.pet:
            parts.append(self.tr("pet: {pet}").format(pet=word(seat.pet)))
        return holder(
            vertical(
                PlainLabel(who, kind="strong"),
                PlainLabel(" · ".join(parts), kind="small"),
                PlainLabel(seat.noodzaak),
                gap=0,
            )
        )


def _marked(stand: StandAfspraak) -> str:
    mark = {StandAfspraak.AFGEROND: "✓", StandAfspraak.OPEN: "○"}.get(stand, "–")
    return f"{mark} {word(stand)}"
