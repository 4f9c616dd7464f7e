"""What a new kluis needs before there is an overleg: four steps, ticked as they get done."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from casus_app.domein.casus import Casus
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Overleg
from ui.desk import Desk
from ui.lijsten.opening import read_people
from ui.session import Session
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import card, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel


class Way(NamedTuple):
    """One way to do a step; only there for who may do this handeling."""

    text: str
    handeling: str
    go: Callable[[], object]


class Step(NamedTuple):
    """A step, what it is for, whether it is done, and the ways to do it."""

    text: str
    explain: str
    done: bool
    ways: tuple[Way, ...]


def steps(desk: Desk) -> tuple[Step, ...]:
    """The four, in the order in which one does them."""
    session = desk.session
    partijen, mensen = session.zoek(Partij), session.zoek(Professional)
    by_hand = "professional.registreren" if partijen else "partij.registreren"
    return (
        Step(
            _tr("Richt het huis in"),
            _tr("Onder welk recht u werkt, wie verantwoordelijk is en hoe lang u bewaart."),
            session.haal(Instelling, HUIS) is not None,
            (_form(desk, _tr("Huis inrichten…"), "instelling.inrichten"),),
        ),
        Step(
            _tr("Zet de mensen erin"),
            _tr("De partijen die aan tafel kunnen komen, en wie er werkt. Een lijst kan ook."),
            bool(partijen and mensen),
            (
                Way(
                    _tr("Lijst inlezen…"),
                    "mensen.inlezen",
                    partial(read_people, desk, desk.window),
                ),
                _form(desk, _tr("Met de hand…"), by_hand),
            ),
        ),
        Step(
            _tr("Meld een casus aan"),
            _tr("Met een doel. Vanaf de aanmelding loopt de bewaartermijn."),
            bool(session.zoek(Casus)),
            (_form(desk, _tr("Casus aanmelden…"), "casus.aanmelden"),),
        ),
        Step(
            _tr("Plan een overleg"),
            _tr("Dag, plaats en voorzitter. Daarna zet u de casus op de agenda."),
            bool(session.zoek(Overleg)),
            (_form(desk, _tr("Overleg plannen…"), "overleg.plannen"),),
        ),
    )


def first_steps(desk: Desk) -> QFrame | None:
    """The checklist; `None` once everything on it is done."""
    made = steps(desk)
    if all(step.done for step in made):
        return None
    first = next(step for step in made if not step.done)
    explain = PlainLabel(_tr("Vier stappen, dan staat het eerste overleg klaar."), kind="soft")
    rows = [
        _row(number, step, first=step is first, session=desk.session)
        for number, step in enumerate(made, start=1)
    ]
    return card(explain, *rows, title=_tr("Zo begint u"))


def _row(number: int, step: Step, *, first: bool, session: Session) -> QWidget:
    mark = PlainLabel("✓" if step.done else f"{number}", kind="heading", wrap=False)
    mark.set_tone("good" if step.done else "")
    mark.setMinimumWidth(28)
    state = _tr("gedaan") if step.done else _tr("nog te doen")
    mark.setAccessibleName(_tr("Stap {n}, {state}").format(n=number, state=state))
    text = vertical(
        PlainLabel(step.text, kind="soft" if step.done else "strong"),
        *(
            ()
            if step.done
            else (PlainLabel(step.explain, kind="soft"), _ways(step, first, session))
        ),
        gap=4,
    )
    line = horizontal(mark, text, gap=12)
    line.setStretch(1, 1)
    line.setContentsMargins(0, 8, 0, 0)
    line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    return holder(line)


def _ways(step: Step, first: bool, session: Session) -> Line:
    buttons: list[QPushButton] = []
    for way in step.ways:
        if session.may(way.handeling):
            primary = first and not buttons
            buttons.append(button(way.text, way.go, kind="primary" if primary else ""))
    return Line(*buttons)


def _form(desk: Desk, text: str, handeling: str) -> Way:
    return Way(text, handeling, partial(desk.open_act, handeling))


def _tr(text: str) -> str:
    return QCoreApplication.translate("vandaag", text)
