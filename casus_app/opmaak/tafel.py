"""De tafel op papier: per casus de kloktijd, en wie er is, als functie en nooit als naam."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Deelname, Overleg, Pauze
from casus_app.domein.tafeltijd import beurten, op_tafel
from casus_app.opmaak.woorden import functie
from casus_app.poorten import Opslag


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafeltijd:
    """Eén casus aan tafel: van en tot op de klok, en wie er dan nodig is."""

    bespreking: Bespreking
    van: str
    tot: str
    rust: int
    wie: frozenset[str]

    @property
    def casus(self) -> str:
        """De code."""
        return self.bespreking.casus


def tafeltijden(opslag: Opslag, overleg: Overleg) -> tuple[Tafeltijd, ...]:
    """In de volgorde van de tafel; `rust` is de pauze die er vlak voor zit."""
    begin = datetime.combine(overleg.datum, time.fromisoformat(overleg.begin))
    agenda = opslag.zoek(Bespreking, overleg=overleg.id)
    pauzes = opslag.zoek(Pauze, overleg=overleg.id)
    return tuple(
        Tafeltijd(
            bespreking=beurt.bespreking,
            van=f"{begin + timedelta(minutes=beurt.van):%H:%M}",
            tot=f"{begin + timedelta(minutes=beurt.tot):%H:%M}",
            rust=beurt.rust,
            wie=wie_nodig(opslag, overleg, beurt.bespreking.casus),
        )
        for beurt in beurten(agenda, pauzes)
    )


def wie_nodig(opslag: Opslag, overleg: Overleg, casus: str) -> frozenset[str]:
    """Ieder met een stoel, en de voorzitter."""
    stoelen = opslag.zoek(Deelname, overleg=overleg.id, casus=casus, ingetrokken_op=None)
    return frozenset(stoel.professional for stoel in stoelen) | {overleg.voorzitter}


def functies(opslag: Opslag, overleg: Overleg, wie: Iterable[str]) -> tuple[str, ...]:
    """Hoe zij heten op papier: de functie, met de organisatie als er twee van zijn."""
    iedereen = {
        mens
        for punt in op_tafel(opslag.zoek(Bespreking, overleg=overleg.id))
        for mens in wie_nodig(opslag, overleg, punt.casus)
    }
    namen = {mens: opslag.haal(Professional, mens) for mens in {*iedereen, *wie}}
    kort = {mens: gevonden.functie for mens, gevonden in namen.items() if gevonden is not None}
    keer = Counter(kort.values())
    uniek = (
        kort[mens] if mens in kort and keer[kort[mens]] == 1 else functie(opslag, mens)
        for mens in wie
    )
    return tuple(sorted(uniek, key=str.casefold))
