"""Toestemmingen, each as a sentence: who lets whom say what to whom, and who is left out."""

from functools import partial

from PySide6.QtWidgets import QWidget

from casus_app.domein.casus import Casus, Toestemming
from casus_app.domein.mensen import Partij, Professional
from casus_app.regels.inbreng import buiten_toestemming
from ui import reading
from ui.desk import Desk
from ui.dossier.course import Meeting, besprekingen
from ui.dossier.inline_form import Ask, InlineForm
from ui.dossier.part import Part, Way
from ui.forms.choices import options
from ui.forms.editors import ChoiceEditor, DateEditor, LineEditor, ManyEditor, TextEditor
from ui.forms.keys import propose
from ui.session import Session
from ui.texts import day, listed, sentence
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import framed, vertical
from ui.widgets.picker import LONG
from ui.widgets.plain_label import PlainLabel


def in_a_sentence(session: Session, given: Toestemming) -> str:
    """What is allowed, as one says it aloud."""
    names = [
        partij.naam if (partij := session.haal(Partij, key)) else key for key in given.ontvangers
    ]
    return (
        f"{sentence(reading.over_wie(session, given.casus, given.van))} geeft "
        f"{reading.wie(session, given.aan)} toestemming om dit te delen met "
        f"{listed(names) or 'niemand'}: “{given.gegevens}” Waarvoor: {given.doel}. "
        f"Hoe: {given.wijze}, {day(given.datum)}."
    )


class ToestemmingPart(Part):
    """Given, withdrawn, and for the coming overleg whom in the planned room it leaves out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr("Toestemmingen"))

    def told(self, casus: Casus) -> list[QWidget]:
        """Each toestemming; those in force first."""
        found = sorted(
            self.session.zoek(Toestemming, casus=casus.id),
            key=lambda one: one.ingetrokken_op is not None,
        )
        coming = besprekingen(self.session, casus.id).coming
        made: list[QWidget] = [self._given(one, coming) for one in found]
        if not made:
            text = self.tr(
                "Nog geen. Met toestemming kan iemand met een beroepsgeheim spreken; zonder kan "
                "het soms langs een andere weg (F1)."
            )
            made.append(PlainLabel(text, kind="soft"))
        text = self.tr("&Toestemming vastleggen…")
        give = Way("toestemming.vastleggen", text, self.begin)
        made += self.choices(casus, give)
        return made

    def _given(self, given: Toestemming, coming: Meeting | None) -> QWidget:
        lines: list[QWidget] = [PlainLabel(in_a_sentence(self.session, given))]
        if given.ingetrokken_op:
            text = self.tr(
                "■ Ingetrokken op {day}. Niet meer te gebruiken; wat al gedeeld is, blijft "
                "rechtmatig gedeeld."
            )
            lines.append(PlainLabel(text.format(day=day(given.ingetrokken_op)), tone="warn"))
        else:
            lines.append(self._room(given, coming))
            if self.session.may("toestemming.intrekken") and self.form is None:
                name = self.tr("Toestemming van {day} aan {who} intrekken").format(
                    day=day(given.datum), who=reading.naam(self.session, given.aan)
                )
                do = partial(self.begin_intrekken, given)
                lines.append(Line(button(self.tr("Intrekken…"), do, name=name)))
        return framed("card", vertical(*lines, gap=6, margin=12))

    def _room(self, given: Toestemming, coming: Meeting | None) -> PlainLabel:
        """Who will sit there and may not hear it."""
        if coming is None:
            text = self.tr("Geldt niet voor anderen in de kamer.")
            return PlainLabel(text, kind="small")
        partij_of = {
            seat.professional: mens.partij
            for seat in reading.seats(self.session, coming.punt)
            if seat.professional != given.aan
            and (mens := self.session.haal(Professional, seat.professional))
        }
        out = buiten_toestemming(given, partij_of.values())
        who = [
            reading.wie(self.session, mens) for mens, partij in partij_of.items() if partij in out
        ]
        when = day(coming.overleg.datum)
        if not who:
            text = self.tr("✓ Geldt voor iedereen die op {day} een stoel heeft.")
            return PlainLabel(text.format(day=when), tone="good")
        text = self.tr("▲ Geldt op {day} niet voor: {who}. Die gaan er dan even uit.")
        return PlainLabel(text.format(day=when, who="; ".join(who)), tone="warn")

    def begin(self) -> None:
        """Who, to whom, what, for whom, what for."""
        if self.casus is None or (self.form is not None and not self.leave()):
            return
        session, code = self.session, self.casus.id
        people = options("professional", session, {})
        rows = (
            (
                Ask(
                    "van",
                    ChoiceEditor(
                        self.tr("Wie geeft toestemming"),
                        options("persoon", session, {"casus": code}),
                    ),
                ),
                Ask(
                    "aan",
                    ChoiceEditor(
                        self.tr("Wie mag erdoor spreken"), people, typing=len(people) >= LONG
                    ),
                ),
            ),
            (Ask("gegevens", TextEditor(self.tr("Wat mag verteld worden"), lines=2)),),
            (
                Ask(
                    "ontvangers",
                    ManyEditor(self.tr("Wie mogen het horen"), options("partijen", session, {})),
                ),
            ),
            (Ask("doel", LineEditor(self.tr("Waarvoor"))),),
            (
                Ask("wijze", LineEditor(self.tr("Hoe")), help=self.tr("Mondeling, op papier…")),
                Ask("datum", DateEditor(self.tr("Gegeven op"), session.vandaag())),
            ),
        )
        name = "toestemming.vastleggen"
        known: dict[str, object] = {"casus": code, "id": propose(session, name)}
        submit = self.tr("Toestemming vastleggen")
        self.open_form(InlineForm(self.desk, name, known, rows, submit=submit))

    def begin_intrekken(self, given: Toestemming) -> None:
        """From which day it does not hold any more."""
        if self.form is not None and not self.leave():
            return
        when = DateEditor(self.tr("Ingetrokken op"), self.session.vandaag())
        when.set_value(self.session.vandaag())
        explain = self.tr(
            "Vanaf die dag niet meer te gebruiken. Wat al gedeeld is, blijft rechtmatig gedeeld. "
            "Dit kan niet ongedaan worden gemaakt."
        )
        form = InlineForm(
            self.desk,
            "toestemming.intrekken",
            {"toestemming": given.id},
            ((Ask("datum", when, help=explain),),),
            submit=self.tr("Toestemming intrekken"),
        )
        self.open_form(form)
