"""The sheet of one partij: what the law makes of it, and its people with their statement."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casus_app.catalogus import Soort
from casus_app.domein.mensen import Partij, Professional
from casus_app.regels import verklaring
from casus_app.regels.verklaring import StandVerklaring
from ui.desk import Desk
from ui.mensen import words
from ui.mensen.typing_rows import NewProfessional
from ui.texts import counted
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import Columns, card, empty, framed, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel

_SIGN = {StandVerklaring.ONTBREEKT, StandVerklaring.VERLOPEN, StandVerklaring.LOOPT_AF}
"""Then somebody has to sign, and the button says so."""


class PartijSheet(QWidget):
    """Only its upper part is read anew; the line to type in stays as it is."""

    shown = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self._upper = vertical(gap=12)
        self.new = NewProfessional(desk)
        self._rule = framed("rule")
        self.setLayout(vertical(card(holder(self._upper), self._rule, self.new)))

    def show_partij(self, partij: Partij, people: Sequence[Professional], total: int) -> None:
        """These people of it; `total` is how many it has."""
        empty(self._upper)
        soort = self._session.catalogus.soorten.get(partij.soort)
        self._upper.addWidget(self._head(partij))
        if soort is not None:
            self._upper.addWidget(self._facts(soort))
        rest = self.tr(" van {total}").format(total=total) if len(people) < total else ""
        count = counted(len(people), self.tr("mens"), self.tr("mensen"))
        self._upper.addWidget(PlainLabel(f"{count}{rest}", kind="strong"))
        for mens in people:
            self._upper.addWidget(self._mens(mens, soort))
        may = self._session.may("professional.registreren")
        self._rule.setVisible(may)
        self.new.setVisible(may)
        self.new.show_partij(partij.id)

    def _head(self, partij: Partij) -> QWidget:
        parts: list[QWidget] = [PlainLabel(partij.naam, kind="heading")]
        if self._session.may("partij.wijzigen"):
            known = {"partij": partij.id, "naam": partij.naam}
            change = partial(self._desk.open_act, "partij.wijzigen", known)
            parts.append(button(self.tr("Naam wijzigen…"), change, kind="quiet"))
        line = horizontal(*parts)
        line.setStretch(0, 1)
        return holder(line)

    def _facts(self, soort: Soort) -> QWidget:
        kader, catalogus = self._session.kader, self._session.catalogus
        rows = []
        for fact in words.facts(catalogus, soort, kader):
            label = PlainLabel(fact.label, kind="small")
            lines = [PlainLabel(fact.lines[0])]
            lines += [PlainLabel(line, kind="soft") for line in fact.lines[1:]]
            if fact.label == self.tr("Taken"):
                lines = [PlainLabel("; ".join(fact.lines))]
            rows.append(vertical(label, *lines, gap=0))
        return holder(vertical(*rows, gap=8))

    def _mens(self, mens: Professional, soort: Soort | None) -> QWidget:
        about = " · ".join(part for part in (mens.functie, mens.email) if part)
        text = holder(
            vertical(PlainLabel(mens.naam, kind="strong"), PlainLabel(about, kind="soft"), gap=0)
        )
        parts: list[QWidget] = []
        if soort is not None:
            kader, today = self._session.kader, self._session.vandaag()
            stand = verklaring.stand_van(self._session.catalogus, kader, soort, mens, today)
            said = words.signed(stand, mens)
            if said is not None:
                parts.append(PlainLabel(said.text, kind="tag", tone=said.tone, wrap=False))
            if stand in _SIGN and self._session.may("geheimhouding.vastleggen"):
                sign = partial(
                    self._desk.open_act, "geheimhouding.vastleggen", {"professional": mens.id}
                )
                name = self.tr("Geheimhouding van {naam} is getekend").format(naam=mens.naam)
                parts.append(button(self.tr("Getekend…"), sign, name=name))
        if self._session.may("professional.wijzigen"):
            known = {
                "professional": mens.id,
                "naam": mens.naam,
                "functie": mens.functie,
                "email": mens.email,
            }
            change = partial(self._desk.open_act, "professional.wijzigen", known)
            name = self.tr("{naam} wijzigen").format(naam=mens.naam)
            parts.append(button(self.tr("Wijzigen…"), change, kind="quiet", name=name))
        return Columns((text, 1), (Line(*parts), 0), ems=64, gap=8)
