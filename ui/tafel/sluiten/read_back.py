"""What is read aloud before a casus closes: besluit, afspraken, and what leaves the room."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.inbreng import Inbreng, Meeneming
from casus_app.domein.overleg import Bespreking, SoortBespreking
from ui import reading
from ui.session import Session
from ui.texts import counted, day, sentence
from ui.widgets.layout import card, empty
from ui.widgets.plain_label import PlainLabel


class ReadBack(QWidget):
    """By function, with no kern: that was said already, and what stays here stays unsaid."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._inside = QVBoxLayout()
        self._inside.setSpacing(6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card(self._inside, title=self.tr("Lees dit voor")))
        outer.addStretch(1)

    def clear(self) -> None:
        """Nothing of the last casus may stay."""
        empty(self._inside)

    def read(self, punt: Bespreking) -> None:
        """In the order in which it is read."""
        self.clear()
        if punt.soort is SoortBespreking.WEGING:
            self._head(self.tr("Weging"))
            self._line(self.tr("De uitkomst van de weging is het besluit."))
        else:
            self._head(self.tr("Besluit"))
            for line in self._besluit(punt):
                self._line(line)
        self._head(self.tr("Afspraken"))
        where = {"overleg": punt.overleg, "casus": punt.casus}
        afspraken = self._session.zoek(Afspraak, **where)
        for afspraak in afspraken:
            self._line(self._afspraak(afspraak))
        if not afspraken:
            self._line(self.tr("Er is niets afgesproken."))
        self._head(self.tr("Wat de kamer uit mag"))
        told = [deel for deel in self._session.zoek(Inbreng, **where) if deel.telt_mee]
        goals = {afspraak.id: afspraak.wat.rstrip(".") for afspraak in afspraken}
        released = [
            self._mee(deel, mee, goals)
            for deel in told
            for mee in self._session.zoek(Meeneming, inbreng=deel.id)
        ]
        for line in released:
            self._line(line)
        stays = sum(not self._session.zoek(Meeneming, inbreng=deel.id) for deel in told)
        self._line(self._rest(stays, some=bool(released)))

    def _head(self, text: str) -> None:
        label = PlainLabel(text, kind="strong")
        if self._inside.count():
            label.setContentsMargins(0, 8, 0, 0)
        self._inside.addWidget(label)

    def _line(self, text: str) -> None:
        self._inside.addWidget(PlainLabel(text))

    def _besluit(self, punt: Bespreking) -> list[str]:
        if not punt.besluit:
            return [self.tr("Er is nog niets besloten.")]
        lines = [punt.besluit]
        who = sentence(reading.functie(self._session, punt.aanspreekpunt))
        name = reading.naam(self._session, punt.aanspreekpunt)
        lines.append(self.tr("Aanspreekpunt: {who}, {name}.").format(who=who, name=name))
        when = day(punt.evaluatie_op)
        lines.append(self.tr("Op {day} kijken wij of het werkt.").format(day=when))
        if punt.klaar_als:
            lines.append(self.tr("Klaar als: {text}").format(text=punt.klaar_als))
        return lines

    def _afspraak(self, afspraak: Afspraak) -> str:
        who = sentence(reading.functie(self._session, afspraak.uitvoerder))
        text = self.tr("{who}: {what}, uiterlijk {day}.").format(
            who=who, what=afspraak.wat.rstrip("."), day=day(afspraak.uiterlijk)
        )
        if afspraak.klaar_als:
            done = afspraak.klaar_als.rstrip(".")
            text = self.tr("{text} Klaar als: {done}.").format(text=text, done=done)
        return text

    def _mee(self, deel: Inbreng, mee: Meeneming, goals: dict[str, str]) -> str:
        categorie = self._session.catalogus.categorieen.get(deel.categorie)
        what = categorie.naam if categorie else deel.categorie
        text = self.tr("{who} neemt mee van {owner}: {what}. Voor: {goal}.").format(
            who=sentence(reading.functie(self._session, mee.ontvanger)),
            owner=reading.functie(self._session, deel.inbrenger),
            what=what,
            goal=goals.get(mee.afspraak, "een afspraak"),
        )
        if mee.voorwaarden:
            condition = mee.voorwaarden.rstrip(".")
            text = self.tr("{text} Voorwaarde: {what}.").format(text=text, what=condition)
        if mee.bewaren_tot:
            until = day(mee.bewaren_tot)
            text = self.tr("{text} Bewaren tot {day}.").format(text=text, day=until)
        return text

    def _rest(self, stays: int, *, some: bool) -> str:
        if not stays:
            return self.tr("Verder blijft er niets in de kamer achter.") if some else "–"
        what = counted(stays, self.tr("gegeven blijft"), self.tr("gegevens blijven"))
        if some:
            return self.tr("Verder neemt niemand iets mee: {what} hier.").format(what=what)
        return self.tr("Niemand neemt iets mee: {what} hier.").format(what=what)
