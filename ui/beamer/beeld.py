"""What may be seen on the beamer: one value, made in one place, and nothing else gets there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import Betrokkene, Kringpersoon
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking
from casus_app.domein.tafel import Tafelstand, Tafelstap
from casus_app.opmaak.afscherming import Afscherming, afscherming
from casus_app.opmaak.woorden import TIJDZONE
from ui import reading
from ui.session import Session
from ui.tafel.steps import Step
from ui.texts import brief_day

IEMAND = "iemand"
"""For a name where the function itself holds a name."""


class Cel(StrEnum):
    """How it stands with one gegeven and one person."""

    EIGEN = "eigen"
    MEE = "mee"
    HIER = "hier"
    VRAAG = "vraag"
    DERDE = "derde"
    NOOIT = "nooit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraakregel:
    """Who by function, what, and until when."""

    wie: str
    wat: str
    dag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A gegeven by who brought it in and its category; never what was said."""

    wie: str
    wat: str
    cellen: tuple[Cel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stoel:
    """Somebody in the room: the number on the table and the function."""

    nummer: int
    functie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Casusbeeld:
    """The casus that lies on the table now. `minuten` is so many of so many."""

    code: str
    vraag: str
    stap: Step
    minuten: str
    afspraken: tuple[Afspraakregel, ...]
    stoelen: tuple[Stoel, ...]
    rijen: tuple[Rij, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beamerbeeld:
    """All there is to see; without a casus only the time of day (09:30)."""

    klok: str
    casus: Casusbeeld | None = None


def beamerbeeld(
    session: Session, nu: datetime, step: Step | None = None, *, met_casus: bool = True
) -> Beamerbeeld:
    """What the room may see at this moment; `step` only where the kluis does not know it yet.

    Only a casus that is open is ever in it: not the next one, not one that is looked at.
    """
    klok = f"{nu.astimezone(TIJDZONE):%H:%M}"
    punt = reading.open_punt(session) if met_casus else None
    return Beamerbeeld(klok=klok, casus=_casus(session, punt, nu, step) if punt else None)


def _casus(session: Session, punt: Bespreking, nu: datetime, step: Step | None) -> Casusbeeld:
    zonder_namen = _afscherming(tuple(sorted(_namen(session, punt))))
    seats = list(enumerate(reading.seats(session, punt), start=1))
    functie = {seat.professional: zonder_namen.in_tekst(seat.functie) for _, seat in seats}
    told = {seat.professional: f"{n} {functie[seat.professional]}" for n, seat in seats}
    here = [(nummer, seat) for nummer, seat in seats if seat.present]
    rollen = session.catalogus.rollen
    nooit = {
        seat.professional
        for _, seat in here
        if seat.rol in rollen and not rollen[seat.rol].neemt_mee
    }
    derden = {
        seat.professional
        for _, seat in here
        if session.tested_first(punt.casus, seat.professional)
    }
    ingebracht = session.zoek(Inbreng, overleg=punt.overleg, casus=punt.casus)
    return Casusbeeld(
        code=zonder_namen.in_tekst(punt.casus),
        vraag=zonder_namen.in_tekst(punt.vraag),
        stap=_stap(session, punt) if step is None else step,
        minuten=_minuten(punt, nu),
        afspraken=tuple(
            Afspraakregel(
                wie=functie.get(afspraak.uitvoerder, "–"),
                wat=zonder_namen.in_tekst(afspraak.wat),
                dag=brief_day(afspraak.uiterlijk, nu.date()),
            )
            for afspraak in session.zoek(Afspraak, overleg=punt.overleg, casus=punt.casus)
        ),
        stoelen=tuple(
            Stoel(nummer=nummer, functie=functie[seat.professional]) for nummer, seat in here
        ),
        rijen=tuple(
            Rij(
                wie=told.get(deel.inbrenger, "–"),
                wat=_categorie(session, deel),
                cellen=tuple(
                    _cel(session, deel, seat.professional, nooit, derden) for _, seat in here
                ),
            )
            for deel in ingebracht
            if deel.telt_mee
        ),
    )


def _stap(session: Session, punt: Bespreking) -> Step:
    stand = session.haal(Tafelstand, punt.overleg, punt.casus)
    return Step(list(Tafelstap).index(stand.stap)) if stand else Step.BEELD


def _minuten(punt: Bespreking, nu: datetime) -> str:
    if punt.geopend_op is None:
        return ""
    gebruikt = max(0, int((nu - punt.geopend_op).total_seconds() // 60))
    return f"{gebruikt} van {punt.minuten} min"


def _categorie(session: Session, deel: Inbreng) -> str:
    found = session.catalogus.categorieen.get(deel.categorie)
    return found.naam if found else "–"


def _cel(session: Session, deel: Inbreng, who: str, nooit: set[str], derden: set[str]) -> Cel:
    if who == deel.inbrenger:
        return Cel.EIGEN
    if session.zoek(Meeneming, inbreng=deel.id, ontvanger=who):
        return Cel.MEE
    if who in nooit:
        return Cel.NOOIT
    if who in derden:
        return Cel.DERDE
    return Cel.VRAAG if deel.lot is Lot.ONBESLIST else Cel.HIER


# A name that somebody typed in the question or in an afspraak is shown as what that person is.


def _namen(session: Session, punt: Bespreking) -> Iterator[tuple[str, str]]:
    for professional in session.zoek(Professional):
        yield professional.naam, professional.functie
    for casus in {punt.casus, *(other.casus for other in reading.agenda(session, punt.overleg))}:
        betrokkene = session.haal(Betrokkene, casus)
        if betrokkene is not None:
            yield betrokkene.naam, "betrokkene"
        for persoon in session.zoek(Kringpersoon, casus=casus):
            yield persoon.naam, "iemand uit de kring"


@lru_cache(maxsize=1)
def _afscherming(namen: tuple[tuple[str, str], ...]) -> Afscherming:
    kaal = afscherming(dict.fromkeys((naam for naam, _ in namen), IEMAND))
    woorden = {naam: woord if kaal.in_tekst(woord) == woord else IEMAND for naam, woord in namen}
    return afscherming(woorden)
