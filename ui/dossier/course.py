"""Where a casus stands in its life, what was and what comes, and the one next step."""

from datetime import date
from enum import Enum
from typing import NamedTuple

from casus_app.domein.casus import Casus, Fase, Informering
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from ui.session import Session


class Meeting(NamedTuple):
    """A casus in an overleg."""

    punt: Bespreking
    overleg: Overleg


class Besprekingen(NamedTuple):
    """What was last and what comes first."""

    previous: Meeting | None
    coming: Meeting | None


class Step(Enum):
    """What is usually done next."""

    WEGEN = "wegen"
    INFORMEREN = "informeren"
    HEROVERWEGEN = "heroverwegen"
    AGENDEREN = "agenderen"
    VOORBEREIDEN = "voorbereiden"
    TAFEL = "tafel"
    HEROPENEN = "heropenen"


STATIONS = ("aanmelding", "weging", "voorbereiding", "overleg", "uitvoering", "afgesloten")


def besprekingen(session: Session, casus: str) -> Besprekingen:
    """The last one that was held, and the first one that is not done yet."""
    found = []
    for punt in session.zoek(Bespreking, casus=casus):
        overleg = session.haal(Overleg, punt.overleg)
        if overleg is not None:
            found.append(Meeting(punt, overleg))
    found.sort(key=lambda meeting: (meeting.overleg.datum, meeting.overleg.begin))
    held = [one for one in found if one.punt.stand is Stand.GESLOTEN]
    ahead = [one for one in found if not one.punt.afgerond and not one.overleg.vastgesteld]
    return Besprekingen(held[-1] if held else None, ahead[0] if ahead else None)


def station(casus: Casus, met: Besprekingen) -> int:
    """The number of the station of `STATIONS` where this casus is now."""
    if casus.fase is Fase.AFGESLOTEN:
        return 5
    if casus.fase is not Fase.IN_BEHANDELING:
        return 1
    if met.coming is not None:
        return 3 if met.coming.punt.stand is Stand.OPEN else 2
    return 4 if met.previous is not None else 2


def is_late(informering: Informering | None, today: date) -> bool:
    """Whether the day to look again at a postponement has come, with nobody informed."""
    return bool(
        informering
        and informering.geinformeerd_op is None
        and informering.heroverwegen_op
        and informering.heroverwegen_op <= today
    )


def next_step(session: Session, casus: Casus, met: Besprekingen) -> Step | None:
    """The one thing to do now; a casus that is not taken on asks for nothing."""
    if casus.fase is not Fase.IN_BEHANDELING:
        return _BY_FASE[casus.fase]
    informering = session.haal(Informering, casus.id)
    if informering is None:
        return Step.INFORMEREN
    if is_late(informering, session.vandaag()):
        return Step.HEROVERWEGEN
    if met.coming is None:
        return Step.AGENDEREN
    ready = met.coming.punt.stand is Stand.OPEN or not session.stops_opening(met.coming.punt)
    return Step.TAFEL if ready else Step.VOORBEREIDEN


_BY_FASE: dict[Fase, Step | None] = {
    Fase.AANGEMELD: Step.WEGEN,
    Fase.NIET_IN_BEHANDELING: None,
    Fase.AFGESLOTEN: Step.HEROPENEN,
}
