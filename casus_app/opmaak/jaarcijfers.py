"""Het jaar in getallen: uit de waarden die er nog zijn en uit het logboek, zonder een mens.

Kleine aantallen blijven verborgen. Een los aantal onder `KLEIN` heet "minder dan 5"; in een
verdeling gaan kleine delen samen tot zij groot genoeg zijn, zodat ook het totaal niets verraadt.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from fractions import Fraction

from casus_app.catalogus import Catalogus
from casus_app.domein.inbreng import Inbreng
from casus_app.domein.overleg import Aanwezigheid, Bespreking, Deelname, Overleg, Stand
from casus_app.domein.tafelorde import Tafelpunt, wachttijd
from casus_app.domein.tafeltijd import op_tafel
from casus_app.opmaak.woorden import TIJDZONE
from casus_app.poorten import GEWEIGERD, BewaardeRegel, Logzeef, Opslag

KLEIN = 5
"""Een aantal hieronder kan een mens aanwijzen."""
SAMEN = "Andere, samen"
TE_LAAT = "te-laat"
"""Wat het logboek zegt van een vernietiging na de laatste dag."""


@dataclass(frozen=True, slots=True)
class Deel:
    """Een deel van een verdeling dat genoemd mag worden; `aantal` is minstens `KLEIN`."""

    naam: str
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarcijfers:
    """Wat van één kalenderjaar getoond mag worden; `None` is te klein om te tonen.

    `mensen` is het gemiddelde per bespreking, `bespaard` in minuten van alle mensen samen.
    """

    jaar: int
    casussen: int | None
    overleggen: int | None
    besprekingen: int | None
    releases: int | None
    mensen: Fraction | None
    bespaard: int | None
    grondslagen: tuple[Deel, ...]
    weigeringen: tuple[Deel, ...]
    vernietigingen: tuple[Deel, ...]


def jaarcijfers(opslag: Opslag, catalogus: Catalogus, jaar: int) -> Jaarcijfers:
    """De cijfers van dit jaar, naar de kalender van hier."""
    log = _Logjaar(opslag, jaar)
    overleggen = [
        een for een in opslag.zoek(Overleg) if een.vastgesteld and een.datum.year == jaar
    ]
    return Jaarcijfers(
        jaar=jaar,
        casussen=te_tonen(log.keren("casus.aanmelden", "casus.aanmelden-zonder-naam")),
        overleggen=te_tonen(len(overleggen)),
        besprekingen=te_tonen(log.keren("bespreking.sluiten")),
        releases=te_tonen(log.keren("meenemen.toestaan")),
        mensen=_mensen(opslag, jaar),
        bespaard=_bespaard(opslag, overleggen),
        grondslagen=verdeling(_grondslagen(opslag, catalogus, jaar)),
        weigeringen=verdeling(Counter(regel.code for regel in log.regels(uitkomst=GEWEIGERD))),
        vernietigingen=verdeling(_vernietigingen(log)),
    )


def te_tonen(aantal: int) -> int | None:
    """Het aantal, of niets als het te klein is."""
    return aantal if aantal >= KLEIN else None


def verdeling(aantallen: Mapping[str, int]) -> tuple[Deel, ...]:
    """De delen die genoemd mogen worden, het grootste eerst; samen precies het totaal.

    Is alles bij elkaar nog te klein, dan is er niets.
    """
    rij = sorted(
        ((aantal, naam) for naam, aantal in aantallen.items() if aantal),
        key=lambda deel: (-deel[0], deel[1]),
    )
    samen = 0
    while rij and (rij[-1][0] < KLEIN or 0 < samen < KLEIN):
        samen += rij.pop()[0]
    delen = [Deel(naam, aantal) for aantal, naam in rij]
    return (*delen, Deel(SAMEN, samen)) if samen >= KLEIN else tuple(delen)


class _Logjaar:
    """De regels van één jaar, per handeling gezocht: wie alleen keek wordt niet gelezen."""

    def __init__(self, opslag: Opslag, jaar: int) -> None:
        self._opslag = opslag
        self._van, self._tot = (
            datetime.combine(date(een, 1, 1), time.min, TIJDZONE) for een in (jaar, jaar + 1)
        )
        self._terug = Counter(regel.code for regel in self.regels("handeling.ongedaan"))
        self._opnieuw = Counter(regel.code for regel in self.regels("handeling.opnieuw"))

    def regels(self, handeling: str = "", uitkomst: str = "gelukt") -> Iterator[BewaardeRegel]:
        """De regels van dit jaar, nieuwste eerst."""
        zeef = Logzeef(handeling=handeling, uitkomst=uitkomst, van=self._van, tot=self._tot)
        return self._opslag.logregels(zeef)

    def keren(self, *handelingen: str) -> int:
        """Hoe vaak dit gelukt is en niet is teruggedraaid."""
        return sum(
            sum(1 for _ in self.regels(een)) - self._terug[een] + self._opnieuw[een]
            for een in handelingen
        )


def _mensen(opslag: Opslag, jaar: int) -> Fraction | None:
    """Hoeveel mensen er gemiddeld in de kamer waren, van de besprekingen die er nog zijn."""
    punten = [
        punt
        for punt in opslag.zoek(Bespreking, stand=Stand.GESLOTEN)
        if punt.gesloten_op and punt.gesloten_op.astimezone(TIJDZONE).year == jaar
    ]
    if len(punten) < KLEIN:
        return None
    aanwezig = (
        {een.professional for een in opslag.zoek(Aanwezigheid, overleg=p.overleg, casus=p.casus)}
        for p in punten
    )
    return Fraction(sum(map(len, aanwezig)), len(punten))


def _bespaard(opslag: Opslag, overleggen: list[Overleg]) -> int | None:
    """Wachten in de orde van de agenda min wachten in de orde van de tafel; `None` bij weinig."""
    bespaard = besproken = 0
    for overleg in overleggen:
        agenda = [
            een
            for een in opslag.zoek(Bespreking, overleg=overleg.id)
            if een.stand is not Stand.DOORGESCHOVEN
        ]
        punten = {punt.casus: _punt(opslag, overleg, punt) for punt in agenda}
        aan_tafel = [punten[punt.casus] for punt in op_tafel(agenda)]
        bespaard += round(wachttijd([*punten.values()], {}) - wachttijd(aan_tafel, {}))
        besproken += len(punten)
    return bespaard if besproken >= KLEIN else None


def _punt(opslag: Opslag, overleg: Overleg, punt: Bespreking) -> Tafelpunt:
    stoelen = opslag.zoek(Deelname, overleg=overleg.id, casus=punt.casus, ingetrokken_op=None)
    wie = frozenset(stoel.professional for stoel in stoelen) | {overleg.voorzitter}
    return Tafelpunt(casus=punt.casus, minuten=punt.minuten, professionals=wie)


def _grondslagen(opslag: Opslag, catalogus: Catalogus, jaar: int) -> Counter[str]:
    """Hoe vaak er op elke grondslag iets is ingebracht dat niet geschrapt is."""
    dit_jaar = {overleg.id for overleg in opslag.zoek(Overleg) if overleg.datum.year == jaar}
    gronden = catalogus.grondslagen
    return Counter(
        gronden[een.grondslag].naam if een.grondslag in gronden else een.grondslag
        for een in opslag.zoek(Inbreng)
        if een.overleg in dit_jaar and een.telt_mee
    )


def _vernietigingen(log: _Logjaar) -> dict[str, int]:
    codes = Counter(regel.code for regel in log.regels("casus.vernietigen"))
    return {"Te laat": codes[TE_LAAT], "Op tijd": codes.total() - codes[TE_LAAT]}
