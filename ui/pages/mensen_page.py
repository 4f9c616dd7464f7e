"""The organisations and their people, with what the law asks of each."""

from functools import partial

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from casus_app.domein.mensen import Partij, Professional
from ui.desk import Desk
from ui.lijsten.opening import keep_people, read_people
from ui.pages.page import Page
from ui.texts import day, sentence
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.layout import card, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel, Tone


class MensenPage(Page):
    """A sheet per organisation."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Mensen"))
        self._desk = desk
        self._session = desk.session

    def refresh(self) -> None:
        """Reads them again."""
        new = button(
            self.tr("&Partij toevoegen…"), partial(self._desk.open_act, "partij.registreren")
        )
        partijen = self._session.zoek(Partij)
        self.set_head(self.tr("Mensen"), buttons=(*self._lists(anyone=bool(partijen)), new))
        if partijen:
            self.set_body(*(self._partij(partij) for partij in partijen))
            return
        self.set_body(
            card(
                EmptyState(
                    self.tr("Er zijn nog geen partijen"),
                    self.tr("Begin met de organisaties die bij u aan tafel komen."),
                    self.tr("Partij toevoegen…"),
                    partial(self._desk.open_act, "partij.registreren"),
                )
            )
        )

    def _lists(self, *, anyone: bool) -> list[QPushButton]:
        """In from a list, and out; for who may add people."""
        if not self._session.may("mensen.inlezen"):
            return []
        made = [
            button(self.tr("Mensen &inlezen…"), lambda: read_people(self._desk, self.window()))
        ]
        if anyone:
            keep = partial(keep_people, self._desk, self.window())
            made.append(button(self.tr("Mensen be&waren als…"), keep))
        return made

    def _partij(self, partij: Partij) -> QFrame:
        soort = self._session.catalogus.soorten.get(partij.soort)
        about = sentence(soort.naam) if soort else partij.soort
        regimes = self._session.catalogus.regimes_van(soort) if soort else ()
        if regimes:
            names = ", ".join(regime.naam for regime in regimes)
            about = self.tr("{kind} · zwijgt door: {names}").format(kind=about, names=names)
        add = button(
            self.tr("Iemand toevoegen…"),
            partial(self._desk.open_act, "professional.registreren", {"partij": partij.id}),
            name=self.tr("Iemand toevoegen bij {partij}").format(partij=partij.naam),
        )
        head = horizontal(
            vertical(
                PlainLabel(partij.naam, kind="heading"), PlainLabel(about, kind="small"), gap=0
            ),
            add,
        )
        head.setStretch(0, 1)
        third = bool(soort and soort.positie_wgs == "derde")
        rows = [
            self._mens(mens, third=third)
            for mens in self._session.zoek(Professional, partij=partij.id)
        ]
        return card(head, *rows)

    def _mens(self, mens: Professional, *, third: bool) -> QWidget:
        text = f"{mens.naam} · {mens.functie}"
        parts: list[QWidget] = [PlainLabel(text)]
        if mens.geheimhouding_op or third:
            signed = mens.geheimhouding_op
            tone: Tone = "good" if signed else "warn"
            said = (
                self.tr("geheimhouding getekend {day}").format(day=day(signed))
                if signed
                else self.tr("geheimhouding nog niet getekend")
            )
            parts.append(PlainLabel(said, kind="tag", tone=tone, wrap=False))
        if third and not mens.geheimhouding_op:
            known = {"professional": mens.id}
            parts.append(
                button(
                    self.tr("Getekend…"),
                    partial(self._desk.open_act, "geheimhouding.ondertekenen", known),
                    name=self.tr("Geheimhouding van {naam} is getekend").format(naam=mens.naam),
                )
            )
        line = horizontal(*parts)
        line.setStretch(0, 1)
        return holder(line)
