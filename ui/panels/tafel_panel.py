"""What lies on the table: what was brought in, and what was agreed."""

from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import BETROKKENE
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming
from casus_app.domein.overleg import Bespreking, Stand
from ui import reading
from ui.desk import Desk
from ui.texts import day, listed, sentence, word
from ui.widgets.buttons import button
from ui.widgets.layout import card, empty, framed, horizontal, vertical
from ui.widgets.plain_label import PlainLabel, Tone

_TONES: dict[Lot, Tone] = {Lot.MEE: "good", Lot.ONBESLIST: "warn"}


class TafelPanel(QWidget):
    """Only shows; what can be taken away has a button."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def show_punt(self, punt: Bespreking) -> None:
        """Reads the table again."""
        empty(self._column)
        inbreng = self._session.zoek(Inbreng, overleg=punt.overleg, casus=punt.casus)
        afspraken = self._session.zoek(Afspraak, overleg=punt.overleg, casus=punt.casus)
        nothing = PlainLabel(self.tr("Nog niets."), kind="soft")
        told: list[QWidget] = [self._inbreng(deel, punt) for deel in inbreng]
        self._column.addWidget(card(*(told or [nothing]), title=self.tr("Wat er ligt")))
        none = PlainLabel(self.tr("Nog geen."), kind="soft")
        agreed: list[QWidget] = [self._afspraak(afspraak) for afspraak in afspraken]
        self._column.addWidget(card(*(agreed or [none]), title=self.tr("Afspraken")))
        self._column.addStretch(1)

    def _inbreng(self, deel: Inbreng, punt: Bespreking) -> QFrame:
        categorie = self._session.catalogus.categorieen.get(deel.categorie)
        name = sentence(categorie.naam if categorie else deel.categorie)
        tag = PlainLabel(word(deel.lot), kind="tag", tone=_TONES.get(deel.lot, ""), wrap=False)
        head = horizontal(PlainLabel(name, kind="strong"), tag)
        head.setStretch(0, 1)
        by = reading.wie(self._session, deel.inbrenger)
        if deel.over != BETROKKENE:
            about = reading.over_wie(self._session, deel.casus, deel.over)
            by = self.tr("{who} · over: {about}").format(who=by, about=about)
        parts: list[QWidget] = [PlainLabel(by, kind="small")]
        if deel.kern:
            parts.append(PlainLabel(deel.kern))
        if deel.reden_geschrapt:
            why = self.tr("Geschrapt: {why}").format(why=deel.reden_geschrapt)
            parts.append(PlainLabel(why, kind="small"))
        mee = self._session.zoek(Meeneming, inbreng=deel.id)
        if mee:
            names = [reading.naam(self._session, one.ontvanger) for one in mee]
            unique = list(dict.fromkeys(names))
            parts.append(
                PlainLabel(self.tr("Mee met {names}.").format(names=listed(unique)), kind="small")
            )
        layout = vertical(head, *parts, gap=2)
        grondslag = self._session.catalogus.grondslagen.get(deel.grondslag)
        foot = PlainLabel(grondslag.artikel if grondslag else deel.grondslag, kind="small")
        line = horizontal(foot)
        line.setStretch(0, 1)
        if punt.stand is Stand.OPEN and deel.telt_mee:
            do = partial(self._desk.open_act, "inbreng.schrappen", {"inbreng": deel.id})
            name = self.tr("{what} van {who} schrappen").format(what=name, who=by)
            line.addWidget(button(self.tr("Schrappen…"), do, kind="quiet", name=name))
        layout.addLayout(line)
        layout.setContentsMargins(12, 8, 12, 8)
        return framed("card", layout)

    def _afspraak(self, afspraak: Afspraak) -> QFrame:
        who = reading.wie(self._session, afspraak.uitvoerder)
        when = self.tr("{who} · uiterlijk {day}").format(who=who, day=day(afspraak.uiterlijk))
        parts: list[QWidget] = [PlainLabel(afspraak.wat), PlainLabel(when, kind="small")]
        if afspraak.klaar_als:
            done = self.tr("Klaar als: {text}").format(text=afspraak.klaar_als)
            parts.append(PlainLabel(done, kind="small"))
        return framed("card", vertical(*parts, gap=2, margin=10))
