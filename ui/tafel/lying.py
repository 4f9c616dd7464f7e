"""What lies on the table: a line per gegeven, with its stamp, its secrecy and where it goes."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import BETROKKENE
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming
from casus_app.domein.overleg import Bespreking, Stand
from ui import reading
from ui.desk import Desk
from ui.tafel.lying_row import LyingRow, Said
from ui.tafel.staat import TafelStaat
from ui.tafel.steps import Step
from ui.texts import day, listed, sentence
from ui.widgets.buttons import button
from ui.widgets.kept_rows import KeptRows, Row
from ui.widgets.layout import GAP, card, framed, vertical
from ui.widgets.plain_label import PlainLabel

NEWEST = 12
"""So many of the last are shown at once: two hundred of them are as quick as ten."""


class Lying(QWidget):
    """Only shows; "te veel gedeeld" has a button on every line."""

    def __init__(self, desk: Desk, staat: TafelStaat) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self._staat = staat
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._told = KeptRows(vertical(gap=GAP), self._again)
        self._agreed = KeptRows(vertical(gap=GAP))
        self._all_of = ("", "")
        self.all_button = button(self.tr("Laat alles zien"), self.show_all, kind="quiet")
        told = vertical(self._told.layout, self.all_button)
        self._column.addWidget(card(told, title=self.tr("Wat er ligt")))
        self._column.addWidget(card(self._agreed.layout, title=self.tr("Afspraken")))
        staat.read.connect(self._read)
        staat.gone.connect(self._forget)
        staat.step_changed.connect(self._turn)

    def _read(self, punt: Bespreking) -> None:
        """Only what says something else than before is made anew."""
        seats = tuple((s.professional, s.number, s.functie) for s in self._staat.seats)
        inbreng = self._session.zoek(Inbreng, overleg=punt.overleg, casus=punt.casus)
        afspraken = self._session.zoek(Afspraak, overleg=punt.overleg, casus=punt.casus)
        every = self._all_of == (punt.overleg, punt.casus)
        older = 0 if every else max(len(inbreng) - NEWEST, 0)
        text = self.tr("Nog {n} eerder: laat alles zien").format(n=older)
        self.all_button.setText(text)
        self.all_button.setVisible(older > 0)
        told = self._rows(inbreng[older:], punt)
        agreed: list[Row] = [
            ((afspraak, seats), partial(self._afspraak, afspraak)) for afspraak in afspraken
        ]
        self._told.show_rows(told or [_nothing(self.tr("Nog niets."))])
        self._agreed.show_rows(agreed or [_nothing(self.tr("Nog geen."))])

    def _forget(self) -> None:
        self._told.show_rows(())
        self._agreed.show_rows(())

    def _rows(self, told: Sequence[Inbreng], punt: Bespreking) -> list[Row]:
        """The last on top; at the oordeel kind by kind, each under its heading, as it was said."""
        by_kind = self._staat.step is Step.OORDEEL
        rows: list[Row] = []
        heading = ""
        for deel in self._by_kind(told) if by_kind else reversed(told):
            said = self._said(deel, punt)
            if by_kind and said.what != heading:
                heading = said.what
                rows.append((("kind", heading), partial(PlainLabel, heading, kind="soft")))
            if by_kind:
                said = said._replace(what="")
            rows.append((said, partial(self._row, said)))
        return rows

    def _by_kind(self, told: Sequence[Inbreng]) -> list[Inbreng]:
        place = {key: number for number, key in enumerate(self._session.catalogus.categorieen)}
        return sorted(told, key=lambda deel: place.get(deel.categorie, len(place)))

    def _turn(self, _step: int) -> None:
        if self._staat.punt is not None:
            self._read(self._staat.punt)

    def show_all(self) -> None:
        """Also what was said long ago; until the next casus."""
        punt = self._staat.punt
        if punt is not None:
            self._all_of = (punt.overleg, punt.casus)
            self._read(punt)

    def _about(self, deel: Inbreng) -> str:
        """Who it is about, when that is not the betrokkene."""
        other = deel.over != BETROKKENE
        return reading.over_wie(self._session, deel.casus, deel.over) if other else ""

    def _who(self, professional: str) -> str:
        """The number and function on the table, or else the name."""
        for seat in self._staat.seats:
            if seat.professional == professional:
                return f"{seat.number} {seat.functie}"
        return reading.wie(self._session, professional)

    def _said(self, deel: Inbreng, punt: Bespreking) -> Said:
        categorie = self._session.catalogus.categorieen.get(deel.categorie)
        name = sentence(categorie.naam if categorie else deel.categorie)
        by, about = self._who(deel.inbrenger), self._about(deel)
        if about:
            by = self.tr("{who} · over: {about}").format(who=by, about=about)
        crossed = self.tr("Geschrapt: {why}").format(why=deel.reden_geschrapt)
        called = reading.wie(self._session, deel.inbrenger)
        strike = self.tr("{what} van {who} schrappen").format(what=name, who=called)
        return Said(
            inbreng=deel.id,
            by=by,
            what=name,
            kern=deel.kern,
            crossed=crossed if deel.reden_geschrapt else "",
            stamp=self._stamp(deel),
            taken=self._taken(deel),
            lot=deel.lot,
            strike=strike if punt.stand is Stand.OPEN and deel.telt_mee else "",
        )

    def _row(self, said: Said) -> LyingRow:
        return LyingRow(self._strike, said)

    @staticmethod
    def _again(row: QWidget, said: object) -> bool:
        if not (isinstance(row, LyingRow) and isinstance(said, Said)):
            return False
        row.say(said)
        return True

    def _strike(self, inbreng: str) -> None:
        self._desk.open_act("inbreng.schrappen", {"inbreng": inbreng})

    def _taken(self, deel: Inbreng) -> str:
        mee = self._session.zoek(Meeneming, inbreng=deel.id) if deel.lot is Lot.MEE else ()
        names = list(dict.fromkeys(self._who(one.ontvanger) for one in mee))
        return self.tr("Mee met {names}.").format(names=listed(names)) if names else ""

    def _stamp(self, deel: Inbreng) -> str:
        """The ground it rests on and, past a secret, along which way."""
        catalogus = self._session.catalogus
        grondslag = catalogus.grondslagen.get(deel.grondslag)
        parts = [grondslag.artikel if grondslag else deel.grondslag]
        route = catalogus.routes.get(deel.route)
        if route is not None:
            parts.append(self.tr("geheim, langs: {route}").format(route=route.naam.casefold()))
        return " · ".join(parts)

    def _afspraak(self, afspraak: Afspraak) -> QFrame:
        who = self._who(afspraak.uitvoerder)
        when = self.tr("{who} · uiterlijk {day}").format(who=who, day=day(afspraak.uiterlijk))
        parts: list[QWidget] = [PlainLabel(afspraak.wat), PlainLabel(when, kind="small")]
        if afspraak.klaar_als:
            done = self.tr("Klaar als: {text}").format(text=afspraak.klaar_als)
            parts.append(PlainLabel(done, kind="small"))
        return framed("card", vertical(*parts, gap=2, margin=10))


def _nothing(text: str) -> Row:
    return text, partial(PlainLabel, text, kind="soft")
