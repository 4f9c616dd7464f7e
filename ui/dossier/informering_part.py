"""Does the betrokkene know? Told, or postponed on a ground of the law for some time."""

from PySide6.QtWidgets import QWidget

from casus_app.domein.casus import Casus, Informering
from ui import reading
from ui.desk import Desk
from ui.dossier.course import is_late
from ui.dossier.inline_form import Ask, InlineForm
from ui.dossier.part import Part, Way
from ui.forms.choices import options
from ui.forms.editors import ChoiceEditor, DateEditor, LineEditor, TextEditor
from ui.session import Session
from ui.texts import day, sentence
from ui.widgets.picker import LONG, Option
from ui.widgets.plain_label import PlainLabel


class InformeringPart(Part):
    """Two calm choices, and afterwards a sentence."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr("Weet de betrokkene het?"))

    def told(self, casus: Casus) -> list[QWidget]:
        """What was done, and what can be done."""
        found = self.session.haal(Informering, casus.id)
        made = self._said(found) if found else [PlainLabel(self._not_yet(), kind="soft")]
        told = found is not None and found.geinformeerd_op is not None
        again = self.tr("Opnieuw geïnformeerd…")
        first = self.tr("Betrokkene is geïnformeerd…")
        inform = Way("betrokkene.informeren", again if told else first, self.begin_informeren)
        wait = self.tr("Informeren uit&stellen…")
        later = Way("betrokkene.uitstellen", wait, self.begin_uitstellen)
        return [*made, *self.choices(casus, inform, later)]

    def _not_yet(self) -> str:
        return self.tr(
            "Nog niet vastgelegd. Vóór de bespreking is de betrokkene geïnformeerd, of dat is met "
            "een reden uitgesteld."
        )

    def _said(self, found: Informering) -> list[QWidget]:
        made: list[QWidget] = []
        if found.geinformeerd_op:
            text = self.tr("✓ Geïnformeerd op {day}: {how}").format(
                day=day(found.geinformeerd_op), how=found.wijze
            )
            made.append(PlainLabel(text, tone="good"))
        if found.grond:
            made += self._waiting(found)
        return made

    def _waiting(self, found: Informering) -> list[QWidget]:
        grond = self.session.catalogus.uitstelgronden.get(found.grond)
        name = grond.naam if grond else found.grond
        article = grond.artikel if grond else ""
        who = reading.wie(self.session, found.beoordelaar)
        text = self.tr("Uitgesteld door {who}: {ground} ({article}).").format(
            who=who, ground=name[:1].lower() + name[1:], article=article
        )
        made: list[QWidget] = [PlainLabel(text), PlainLabel(found.motivering)]
        when = day(found.heroverwegen_op)
        if found.geinformeerd_op:
            return made
        if is_late(found, self.session.vandaag()):
            late = self.tr("▲ Te laat: opnieuw bekijken had op {day} gemoeten.")
            if found.heroverwegen_op == self.session.vandaag():
                late = self.tr("▲ Vandaag opnieuw bekijken ({day}).")
            made.append(PlainLabel(late.format(day=when), kind="strong", tone="bad"))
        else:
            made.append(
                PlainLabel(self.tr("Opnieuw bekijken op {day}.").format(day=when), kind="strong")
            )
        return made

    def begin_informeren(self) -> None:
        """How and when the betrokkene heard of it."""
        if self.casus is None or (self.form is not None and not self.leave()):
            return
        when = DateEditor(self.tr("Datum"), self.session.vandaag())
        when.set_value(self.session.vandaag())
        rows = (
            (
                Ask("wijze", LineEditor(self.tr("Hoe"))),
                Ask("datum", when, self.tr("Wanneer")),
            ),
        )
        known = {"casus": self.casus.id}
        submit = self.tr("Vastleggen")
        self.open_form(InlineForm(self.desk, "betrokkene.informeren", known, rows, submit=submit))

    def begin_uitstellen(self) -> None:
        """On which ground, why, who says so, and when to look again."""
        if self.casus is None or (self.form is not None and not self.leave()):
            return
        people = options("professional", self.session, {})
        rows = (
            (Ask("grond", GroundEditor(self.session)),),
            (Ask("motivering", TextEditor(self.tr("Motivering"), lines=3)),),
            (
                Ask(
                    "beoordelaar",
                    ChoiceEditor(
                        self.tr("Wie beoordeelt dit"), people, typing=len(people) >= LONG
                    ),
                ),
                Ask(
                    "heroverwegen_op",
                    DateEditor(self.tr("Opnieuw bekijken op"), self.session.vandaag()),
                ),
            ),
        )
        known = {"casus": self.casus.id}
        submit = self.tr("Uitstel vastleggen")
        self.open_form(InlineForm(self.desk, "betrokkene.uitstellen", known, rows, submit=submit))


class GroundEditor(ChoiceEditor):
    """A ground of the law; the one chosen is explained, and stands there in its own words."""

    def __init__(self, session: Session) -> None:
        self._grounds = session.catalogus.uitstelgronden
        offered = [
            Option(key, sentence(one.naam), one.artikel) for key, one in self._grounds.items()
        ]
        super().__init__("Grond van de wet", offered)
        self._explain = PlainLabel(kind="small")
        self._explain.hide()
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._explain)
        self.changed.connect(self._say)

    def _say(self) -> None:
        chosen = self._grounds.get(str(self.value()))
        self._explain.setVisible(chosen is not None)
        if chosen is not None:
            self._explain.setText(f"{chosen.uitleg}\n{chosen.artikel}: “{chosen.tekst}”")
