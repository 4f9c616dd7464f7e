"""The answer to a written question, by somebody with and without a professional secret."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.handelingen.vraagkaart import VraagkaartStellen
from ui import reading
from ui.forms.keys import propose
from ui.rendering.stage import Scene, Stage
from ui.session import Session
from ui.workspace import Workspace

QUESTION = "Is er deze maand nog contact geweest, en met wie?"


def scenes(stage: Stage, workspace: Workspace) -> Iterator[Scene]:
    """The dialog in which the coördinator types over what was written."""
    for secret in (False, True):
        kaart = ask(stage.session, secret=secret)
        if kaart is not None:
            name = f"vraagkaart-antwoord{'-geheim' if secret else ''}"
            yield Scene(name, partial(_answer, stage, workspace, kaart.id))


def _answer(stage: Stage, workspace: Workspace, kaart: str) -> QWidget:
    stage.go(workspace.show_overview)
    dialog = workspace.desk.open_act("vraagkaart.beantwoorden", {"vraagkaart": kaart})
    dialog.form.editors["kern"].set_value("Ja, vorige week, met de vaste begeleider.")
    if dialog.form.editors["route"].isVisible():
        dialog.form.editors["route"].set_value("toestemming")
    return dialog


def ask(session: Session, *, secret: bool) -> Vraagkaart | None:
    """Asks the first person who can lawfully be asked something at a casus that is to come."""
    for kaart in session.zoek(Vraagkaart, ingetrokken_op=None):
        if kaart.wacht and _bound(session, kaart.professional) is secret:
            return kaart
    for punt in session.zoek(Bespreking, stand=Stand.GEPLAND):
        for mens in session.zoek(Professional):
            if _bound(session, mens.id) is not secret:
                continue
            for tried in _possible(session, punt, mens.id):
                if session.objection(tried) is None and session.perform(tried):
                    return session.haal(Vraagkaart, tried.id)
    return None


def _bound(session: Session, professional: str) -> bool | None:
    soort = reading.soort_van(session, professional)
    return session.catalogus.vraagt_route(soort) if soort else None


def _possible(
    session: Session, punt: Bespreking, professional: str
) -> Iterator[VraagkaartStellen]:
    partij = reading.partij_van(session, professional)
    overleg = session.haal(Overleg, punt.overleg)
    soort = session.catalogus.soorten.get(partij.soort) if partij else None
    if soort is None or overleg is None:
        return
    for grondslag in soort.grondslagen:
        for categorie in session.catalogus.grondslagen[grondslag].categorieen:
            yield VraagkaartStellen(
                id=propose(session, "vraagkaart.stellen"),
                overleg=punt.overleg,
                casus=punt.casus,
                professional=professional,
                taak=next(iter(soort.taken), ""),
                vraag=QUESTION,
                categorie=categorie,
                grondslag=grondslag,
                noodzaak="Nodig om te weten of er al iemand helpt.",
                uiterlijk=max(overleg.datum, session.vandaag()),
            )
