"""What several screens read in the same way: who somebody is, who is in the room, what is when."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from casus_app.catalogus import Soort
from casus_app.domein.casus import BETROKKENE, Casus, Kringpersoon
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import (
    Aanwezigheid,
    Bespreking,
    Deelname,
    Overleg,
    Pauze,
    Rol,
    Stand,
)
from casus_app.domein.tafeltijd import beurten
from casus_app.regels.tijd import minuten_sinds_middernacht
from ui.session import Session
from ui.texts import clock, full_day, sentence


class Seat(NamedTuple):
    """Somebody who may be at the table with one casus; `present` is right now."""

    professional: str
    naam: str
    functie: str
    partij: str
    rol: Rol
    taak: str
    present: bool


def naam(session: Session, professional: str | None) -> str:
    """The name of a professional, as written in the overleg."""
    mens = session.haal(Professional, professional) if professional else None
    return mens.naam or mens.functie if mens else "–"


def wie(session: Session, professional: str | None) -> str:
    """Name and function, to tell two people apart."""
    mens = session.haal(Professional, professional) if professional else None
    return mens.wie if mens else "–"


def functie(session: Session, professional: str | None) -> str:
    """What somebody is there, without the name."""
    mens = session.haal(Professional, professional) if professional else None
    return mens.functie if mens else "–"


def partij_van(session: Session, professional: str) -> Partij | None:
    """The organisation somebody works for."""
    mens = session.haal(Professional, professional)
    return session.haal(Partij, mens.partij) if mens else None


def soort_van(session: Session, professional: str) -> Soort | None:
    """The kind of partij somebody works for."""
    partij = partij_van(session, professional)
    return session.catalogus.soorten.get(partij.soort) if partij else None


def over_wie(session: Session, casus: str, persoon: str) -> str:
    """The betrokkene or somebody of the kring, never by name."""
    if persoon == BETROKKENE:
        return "de betrokkene"
    kring = session.haal(Kringpersoon, casus, persoon)
    return kring.relatie if kring else persoon


def agenda(session: Session, overleg: str) -> list[Bespreking]:
    """The casussen of an overleg in the order of the table."""
    return sorted(session.zoek(Bespreking, overleg=overleg), key=lambda punt: punt.plek)


def times(
    session: Session, overleg: Overleg, punten: list[Bespreking]
) -> Iterator[tuple[Bespreking, str]]:
    """When each casus begins; what is moved on takes no time."""
    begin = minuten_sinds_middernacht(overleg.begin)
    turns = beurten(punten, session.zoek(Pauze, overleg=overleg.id))
    at = {beurt.bespreking.casus: clock(begin + beurt.van) for beurt in turns}
    for punt in punten:
        yield punt, at.get(punt.casus, "–")


def rests(session: Session, overleg: Overleg, punten: list[Bespreking]) -> dict[str, int]:
    """The minutes of pause right before a casus, where there is one."""
    turns = beurten(punten, session.zoek(Pauze, overleg=overleg.id))
    return {beurt.bespreking.casus: beurt.rust for beurt in turns if beurt.rust}


def room(session: Session, punt: Bespreking) -> tuple[str, ...]:
    """Who is in the room with this casus now, in the order in which they came."""
    plekken = session.zoek(Aanwezigheid, overleg=punt.overleg, casus=punt.casus, tot=None)
    return tuple(dict.fromkeys(plek.professional for plek in plekken))


def seats(session: Session, punt: Bespreking) -> list[Seat]:
    """The voorzitter first, then everybody with a seat at this casus."""
    overleg = session.haal(Overleg, punt.overleg)
    present = set(room(session, punt))
    stoelen = session.zoek(Deelname, overleg=punt.overleg, casus=punt.casus, ingetrokken_op=None)
    found = {stoel.professional: (stoel.rol, stoel.taak) for stoel in stoelen}
    voorzitter = overleg.voorzitter if overleg else ""
    order = [voorzitter, *(mens for mens in found if mens != voorzitter)] if overleg else [*found]
    made = []
    for professional in order:
        rol, taak = found.get(professional, (Rol.VOORZITTER, ""))
        mens = session.haal(Professional, professional)
        partij = partij_van(session, professional)
        made.append(
            Seat(
                professional,
                mens.naam or mens.functie if mens else professional,
                mens.functie if mens else "",
                partij.naam if partij else "",
                rol,
                taak_naam(session, professional, taak),
                professional in present,
            )
        )
    return made


def taak_naam(session: Session, professional: str, taak: str) -> str:
    """The task in words."""
    partij = partij_van(session, professional)
    soort = session.catalogus.soorten.get(partij.soort) if partij else None
    found = soort.taken.get(taak) if soort else None
    return found.naam if found else taak


def overleg_naam(overleg: Overleg) -> str:
    """How people call an overleg: by its day and time."""
    return f"{full_day(overleg.datum)}, {overleg.begin} uur"


def casus_naam(session: Session, casus: str) -> str:
    """The code, and what it is for; never a name."""
    found = session.haal(Casus, casus)
    return f"{casus} · {sentence(found.doel)}" if found and found.doel else casus


def open_punt(session: Session) -> Bespreking | None:
    """The casus that is at the table now; there is at most one."""
    found = session.zoek(Bespreking, stand=Stand.OPEN)
    return found[0] if found else None


def is_coming(overleg: Overleg, today: date) -> bool:
    """Not vastgesteld and not before today."""
    return not overleg.vastgesteld and overleg.datum >= today


def log_length(session: Session) -> int:
    """How many lines the logboek has."""
    newest = next(session.werkbank.opslag.logregels(), None)
    return newest.nr if newest is not None else 0
