"""The plan van aanpak over all overleggen: what, who, from, until, how it stands; never why."""

from functools import partial

from PySide6.QtWidgets import QWidget

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import Casus
from casus_app.domein.overleg import Overleg
from casus_app.opmaak.plan import besloten
from ui import reading
from ui.afspraken.reading import state
from ui.desk import Desk
from ui.dossier.inline_form import Ask, InlineForm
from ui.dossier.part import Part, Way
from ui.forms.editors import TextEditor
from ui.texts import day, plain_day
from ui.widgets.layout import framed, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel


class PlanPart(Part):
    """What is open first; then how it goes on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr("Plan van aanpak"))

    def told(self, casus: Casus) -> list[QWidget]:
        """The activities, the coordination, and what happens at a relapse."""
        found = self.session.zoek(Afspraak, casus=casus.id)
        made: list[QWidget] = [
            self._activity(one)
            for one in sorted(found, key=lambda a: (a.stand is not a.stand.OPEN, a.uiterlijk))
        ]
        if not found:
            text = self.tr("Nog geen activiteiten. Die ontstaan aan tafel, als afspraak.")
            made.append(PlainLabel(text, kind="soft"))
        made += self._further(casus)
        paper = Way(
            "plan.maken",
            self.tr("Plan op papier…"),
            partial(self.desk.open_act, "plan.maken", {"casus": casus.id}),
        )
        back = Way("plan.terugval", self.tr("Bij terugval…"), self.begin_terugval)
        return [*made, *self.choices(casus, *([paper] if found else []), back)]

    def _activity(self, one: Afspraak) -> QWidget:
        tag, tone = state(one, self.session.vandaag())
        head = horizontal(PlainLabel(one.wat), PlainLabel(tag, kind="tag", tone=tone, wrap=False))
        head.setStretch(0, 1)
        overleg = self.session.haal(Overleg, one.overleg)
        under = self.tr("{who} · van {begin} tot {end}").format(
            who=reading.functie(self.session, one.uitvoerder),
            begin=plain_day(overleg.datum) if overleg else "–",
            end=plain_day(one.uiterlijk),
        )
        lines = [holder(head), PlainLabel(under, kind="small")]
        if one.toelichting:
            lines.append(PlainLabel(one.toelichting, kind="small"))
        return framed("card", vertical(*lines, gap=2, margin=10))

    def _further(self, casus: Casus) -> list[QWidget]:
        last = besloten(self.session.opslag, casus.id)
        said = []
        if last is not None:
            who = reading.wie(self.session, last.aanspreekpunt)
            said.append(self.tr("Aanspreekpunt: {who}").format(who=who))
            if last.evaluatie_op is not None:
                said.append(self.tr("Evaluatie op {day}").format(day=day(last.evaluatie_op)))
            if last.klaar_als:
                said.append(self.tr("Klaar als: {text}").format(text=last.klaar_als))
        if casus.bij_terugval:
            said.append(self.tr("Bij terugval: {text}").format(text=casus.bij_terugval))
        return [PlainLabel(text) for text in said]

    def begin_terugval(self) -> None:
        """Who does what when it goes wrong again."""
        if self.casus is None or (self.form is not None and not self.leave()):
            return
        editor = TextEditor(self.tr("Bij terugval"), lines=2)
        editor.set_value(self.casus.bij_terugval or None)
        rows = ((Ask("bij_terugval", editor),),)
        known = {"casus": self.casus.id}
        submit = self.tr("Vastleggen")
        self.open_form(InlineForm(self.desk, "plan.terugval", known, rows, submit=submit))
