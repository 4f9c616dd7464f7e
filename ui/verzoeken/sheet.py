"""One request in full: its term, what was done about it, and what can be done now."""

from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from casus_app import opmaak
from casus_app.domein.casus import Informering
from casus_app.domein.inbreng import Inbreng, Meeneming
from casus_app.domein.verzoek import (
    Beperking,
    Rectificatie,
    SoortVerzoek,
    Verzoek,
    Verzoekverlenging,
    Weglating,
)
from casus_app.handelingen.verzoeken import RectificatieMelden
from casus_app.regels import verzoeken
from ui import reading
from ui.desk import Desk
from ui.texts import counted, day, listed, sentence, word
from ui.verzoeken.reading import near, state
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import card, empty, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel

_MEANS = {
    SoortVerzoek.INZAGE: "De betrokkene wil zien wat er over hem bewaard wordt (AVG 15).",
    SoortVerzoek.RECTIFICATIE: "De betrokkene zegt dat iets niet klopt (AVG 16).",
    SoortVerzoek.WISSING: "De betrokkene wil dat gegevens weggaan (AVG 17).",
    SoortVerzoek.BEPERKING: "De betrokkene wil dat gegevens nu niet gebruikt worden (AVG 18).",
    SoortVerzoek.BEZWAAR: "De betrokkene is het niet eens met het gebruik (AVG 21).",
}


class Way(NamedTuple):
    """A button: its text, its act, and what is known."""

    text: str
    handeling: str
    known: dict[str, object]
    first: bool = False


class VerzoekSheet(QWidget):
    """Reads again when something changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self.notice = Notice()
        self._layout = vertical()
        self.setLayout(self._layout)

    def show_nothing(self) -> None:
        """No line is chosen."""
        empty(self._layout)

    def show_verzoek(self, verzoek: Verzoek) -> None:
        """A request."""
        tag, tone = state(verzoek, self._session.vandaag())
        title = self.tr("{casus}: verzoek om {kind}")
        until = self.tr("Antwoord uiterlijk op {day}, een maand na ontvangst (AVG 12 lid 3).")
        longer = self._session.haal(Verzoekverlenging, verzoek.id)
        if longer is not None:
            until = self.tr("Antwoord uiterlijk op {day}: twee maanden verlengd (AVG 12 lid 3).")
        lines: list[QWidget] = [
            PlainLabel(tag, kind="tag", tone=tone, wrap=False),
            PlainLabel(
                title.format(casus=verzoek.casus, kind=word(verzoek.soort)), kind="heading"
            ),
            PlainLabel(_MEANS[verzoek.soort], kind="soft"),
            PlainLabel(
                self.tr("Ontvangen op {day}.").format(day=day(verzoek.ontvangen_op)), kind="small"
            ),
            PlainLabel(until.format(day=day(verzoek.uiterlijk)), kind="small"),
        ]
        if longer is not None:
            lines.append(PlainLabel(self.tr("Omdat: {why}").format(why=longer.reden)))
        if verzoek.afgehandeld_op is not None:
            text = self.tr("✓ {what} ({day})").format(
                what=verzoek.besluit, day=day(verzoek.afgehandeld_op)
            )
            lines += [PlainLabel(text, kind="strong"), PlainLabel(verzoek.motivering)]
        lines += self._followed(verzoek)
        self._show(lines, self._ways(verzoek), verzoek.casus)

    def show_postponed(self, told: Informering) -> None:
        """A betrokkene who does not know yet."""
        grond = self._session.catalogus.uitstelgronden.get(told.grond)
        lines: list[QWidget] = []
        if told.heroverwegen_op:
            tag, tone = near(told.heroverwegen_op, self._session.vandaag())
            lines.append(PlainLabel(tag, kind="tag", tone=tone, wrap=False))
        title = self.tr("{casus}: kan de betrokkene het nu weten?")
        lines.append(PlainLabel(title.format(casus=told.casus), kind="heading"))
        if grond is not None:
            text = self.tr("Uitgesteld: {ground} ({article}).")
            said = text.format(ground=grond.naam, article=grond.artikel)
            lines.append(PlainLabel(said, kind="soft"))
        lines.append(PlainLabel(told.motivering))
        explain = self.tr("Is de reden voorbij? Maak de brief, en leg vast dat u informeerde.")
        lines.append(PlainLabel(explain, kind="small"))
        known: dict[str, object] = {"casus": told.casus}
        ways = [
            Way(self.tr("Brief &maken…"), "betrokkene.informeerbrief", known, first=True),
            Way(self.tr("Geïn&formeerd…"), "betrokkene.informeren", known),
            Way(self.tr("Langer &uitstellen…"), "betrokkene.uitstellen", known),
        ]
        self._show(lines, ways, told.casus)

    def _show(self, lines: list[QWidget], ways: list[Way], casus: str) -> None:
        empty(self._layout)
        self.notice = Notice()
        made = [
            button(
                way.text,
                partial(self._desk.open_act, way.handeling, way.known),
                kind="primary" if way.first else "",
            )
            for way in ways
            if self._session.may(way.handeling)
        ]
        dossier = partial(self._desk.dossier_asked.emit, casus)
        if self._session.may("toon.casus"):
            made.append(button(self.tr("Naar de &casus"), dossier, kind="quiet"))
        self._layout.addWidget(card(*lines, Line(*made), self.notice))
        self._layout.addStretch(1)

    # --- what followed from it ---

    def _followed(self, verzoek: Verzoek) -> list[QWidget]:
        made: list[QWidget] = []
        for weg in self._session.zoek(Weglating, verzoek=verzoek.id):
            grond = self._session.catalogus.uitstelgronden.get(weg.grond)
            text = self.tr("– Blijft weg: {what} ({ground}; gewogen door {who})").format(
                what=weg.wat,
                ground=grond.artikel if grond else weg.grond,
                who=reading.functie(self._session, weg.beoordelaar),
            )
            made.append(PlainLabel(text))
            if number := opmaak.onderdelen_weg(self._session.opslag, weg):
                out = self.tr("De inzage laat {n} weg.")
                said = out.format(n=counted(number, "onderdeel", "onderdelen"))
                made.append(PlainLabel(said, kind="small"))
        for gemerkt in self._session.zoek(Rectificatie, verzoek=verzoek.id):
            made += self._marked(gemerkt)
        beperking = self._session.haal(Beperking, verzoek.id)
        if beperking is not None and beperking.opgeheven_op is None:
            text = self.tr("■ Beperkt sinds {day}: de casus komt niet op tafel.")
            said = text.format(day=day(beperking.op))
            made.append(PlainLabel(said, kind="strong", tone="warn"))
        elif beperking is not None:
            text = self.tr("Beperkt van {begin} tot {end}.")
            said = text.format(begin=day(beperking.op), end=day(beperking.opgeheven_op))
            made.append(PlainLabel(said))
        return made

    def _marked(self, gemerkt: Rectificatie) -> list[QWidget]:
        inbreng = self._session.haal(Inbreng, gemerkt.inbreng)
        if inbreng is None:
            return []
        categorie = self._session.catalogus.categorieen.get(inbreng.categorie)
        kind = categorie.naam if categorie else inbreng.categorie
        text = self.tr("▲ {kind}: {what}").format(kind=sentence(kind), what=gemerkt.wat)
        made: list[QWidget] = [PlainLabel(text, kind="strong")]
        people = [inbreng.inbrenger]
        people += [one.ontvanger for one in self._session.zoek(Meeneming, inbreng=inbreng.id)]
        names = listed([reading.wie(self._session, one) for one in dict.fromkeys(people)])
        if gemerkt.gemeld_op is not None:
            text = self.tr("✓ Verteld op {day} aan {who}.")
            said = text.format(day=day(gemerkt.gemeld_op), who=names)
            return [*made, PlainLabel(said, tone="good")]
        made.append(PlainLabel(self.tr("Vertel het aan {who} (AVG 19).").format(who=names)))
        if self._session.may("rectificatie.melden"):
            act = RectificatieMelden(verzoek=gemerkt.verzoek, inbreng=gemerkt.inbreng)
            name = self.tr("Verteld: {kind}").format(kind=kind)
            do = partial(self._tell, act)
            made.append(Line(button(self.tr("✓ &Verteld"), do, name=name)))
        return made

    def _tell(self, act: RectificatieMelden) -> None:
        self._desk.perform(act, self.notice)

    # --- what can be done ---

    def _ways(self, verzoek: Verzoek) -> list[Way]:
        this: dict[str, object] = {"verzoek": verzoek.id}
        casus: dict[str, object] = {"casus": verzoek.casus}
        letter = Way(self.tr("Brief &maken…"), "verzoek.brief", this)
        if verzoek.afgehandeld_op is not None:
            return [letter, *self._lift(verzoek)]
        ways = [Way(self.tr("Afhande&len…"), "verzoek.afhandelen", this, first=True), letter]
        today = self._session.vandaag()
        opslag = self._session.opslag
        if verzoeken.bezwaar_tegen_verlengen(opslag, verzoek, today) is None:
            ways.append(Way(self.tr("&Twee maanden langer…"), "verzoek.verlengen", this))
        if verzoek.soort is SoortVerzoek.INZAGE:
            ways.append(Way(self.tr("&Inzage maken…"), "inzage.maken", casus))
            ways.append(Way(self.tr("Iets &weglaten…"), "inzage.weglaten", this))
        if verzoek.soort in {SoortVerzoek.RECTIFICATIE, SoortVerzoek.WISSING}:
            ways.append(Way(self.tr("Inbreng me&rken…"), "inbreng.rectificeren", this))
        if verzoek.soort is SoortVerzoek.WISSING:
            ways.append(Way(self.tr("Alles ver&nietigen…"), "casus.vernietigen", casus))
        return [*ways, *self._lift(verzoek)]

    def _lift(self, verzoek: Verzoek) -> list[Way]:
        """Restricting, or the end of it."""
        if verzoek.soort not in {SoortVerzoek.BEPERKING, SoortVerzoek.BEZWAAR}:
            return []
        known: dict[str, object] = {"casus": verzoek.casus}
        if verzoeken.beperkt(self._session.opslag, verzoek.casus) is not None:
            return [Way(self.tr("Beperking o&pheffen…"), "casus.vrijgeven", known)]
        return [Way(self.tr("Gebruik be&perken…"), "casus.beperken", {"verzoek": verzoek.id})]
