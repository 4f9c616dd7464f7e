"""De tafelorde als opgave in getallen: wat het zoeken nodig heeft, zonder namen."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, isfinite, lcm
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from casus_app.domein.tafelorde import Tafelpunt, Venster

GROOTSTE_KOSTEN = 2**52
"""Alle kosten zijn hele getallen hieronder: zo groot telt een float64 ze nog zonder afronding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgave:
    """Casussen zijn nummers in de volgorde van de agenda; tijden zijn minuten sinds het begin."""

    minuten: tuple[int, ...]
    groepen: tuple[tuple[int, int], ...]
    """Per groep mensen met dezelfde casussen: die casussen als bits, en hun gewicht samen."""
    vanaf: tuple[int, ...]
    """Per casus: eerder mag hij niet beginnen."""
    tot: tuple[int, ...]
    """Per casus: later mag hij niet eindigen."""
    plek: tuple[int | None, ...]
    """Per casus: de vaste plek, geteld vanaf nul."""
    rust: tuple[int, ...] = ()
    """Per plek: hoeveel minuten pauze er dan samen al geweest is; leeg is geen pauze."""

    @property
    def aantal(self) -> int:
        return len(self.minuten)

    @property
    def totaal(self) -> int:
        return sum(self.minuten)

    @property
    def vrij(self) -> bool:
        """Geen venster en geen vaste plek: elke orde mag."""
        return not (
            any(self.vanaf)
            or any(tot < self.totaal + max(self.rust, default=0) for tot in self.tot)
            or any(plek is not None for plek in self.plek)
        )

    def zonder_kosten(self) -> Opgave:
        """Alleen nog de vraag of er een orde is die mag."""
        return replace(self, groepen=())

    def deel(self, blokken: Sequence[Sequence[int]]) -> Opgave:
        """De vrije opgave met deze blokken als casussen en zonder alle andere casussen."""
        groepen = Counter[int]()
        for bits, gewicht in self.groepen:
            nieuw = sum(1 << plaats for plaats, blok in enumerate(blokken) if bits >> blok[0] & 1)
            groepen[nieuw] += gewicht
        minuten = tuple(sum(self.minuten[casus] for casus in blok) for blok in blokken)
        return Opgave(
            minuten=minuten,
            groepen=_die_kunnen_wachten(groepen),
            vanaf=(0,) * len(minuten),
            tot=(sum(minuten),) * len(minuten),
            plek=(None,) * len(minuten),
        )

    def onderdelen(self) -> list[list[list[int]]]:
        """De vrije opgave in delen die niemand delen, elk deel in blokken met dezelfde mensen.

        Delen achter elkaar zetten kost nooit meer dan ze mengen: haal uit een beste orde de
        casussen van de andere delen weg en ieders wachten wordt korter of blijft gelijk.

        Een blok bij elkaar houden kost ook nooit meer. Staan a en b, met dezelfde mensen, in een
        beste orde uit elkaar, dan zitten die mensen over alles daartussen. Over a wachten de
        anderen met gewicht x per minuut, over b met y. Is x niet groter dan y, zet dan b vlak
        achter a, anders a vlak vóór b: de anderen wachten over het verplaatste niet langer, over
        het tussenliggende gelijk, en de mensen van a en b hooguit korter. Bij een venster of een
        vaste plek gaat dit niet op, want dan verschuift het tussenliggende.
        """
        mensen = [self._mensen(casus) for casus in range(self.aantal)]
        delen: list[tuple[int, list[int]]] = []
        for casus, wie in enumerate(mensen):
            samen, leden = wie, [casus]
            rest = []
            for bits, andere in delen:
                if bits & wie:
                    samen, leden = samen | bits, andere + leden
                else:
                    rest.append((bits, andere))
            delen = [*rest, (samen, leden)]
        geordend = sorted(sorted(leden) for _, leden in delen)
        return [_blokken(leden, mensen) for leden in geordend]

    def _mensen(self, casus: int) -> int:
        return sum(1 << groep for groep, (bits, _) in enumerate(self.groepen) if bits >> casus & 1)


def maak_opgave(
    punten: Sequence[Tafelpunt],
    *,
    begin: int,
    vensters: Mapping[str, Venster],
    vast: Mapping[str, int],
    gewicht: Mapping[str, float],
    pauzes: Mapping[int, int] = {},
) -> Opgave:
    rust = tuple(
        sum(duur for na, duur in pauzes.items() if na <= plek) for plek in range(len(punten))
    )
    totaal = sum(punt.minuten for punt in punten)
    aanwezig: Counter[str] = Counter()
    for nummer, punt in enumerate(punten):
        for professional in punt.professionals:
            aanwezig[professional] += 1 << nummer
    gewichten = _hele_gewichten({wie: precies(gewicht.get(wie, 1)) for wie in aanwezig}, totaal)
    groepen = Counter[int]()
    for wie, bits in aanwezig.items():
        groepen[bits] += gewichten[wie]
    einde = totaal + max(rust, default=0)
    van, tot = [], []
    for punt in punten:
        eigen = [vensters[wie] for wie in punt.professionals if wie in vensters]
        van.append(max([0, *(v.van - begin for v in eigen if v.van is not None)]))
        tot.append(min([einde, *(v.tot - begin for v in eigen if v.tot is not None)]))
    return Opgave(
        minuten=tuple(punt.minuten for punt in punten),
        groepen=_die_kunnen_wachten(groepen),
        vanaf=tuple(van),
        tot=tuple(tot),
        plek=tuple(vast[p.casus] - 1 if p.casus in vast else None for p in punten),
        rust=rust,
    )


def precies(gewicht: float) -> Fraction:
    """Het gewicht zoals het geschreven is: 0.1 is een tiende, niet de binaire benadering ervan."""
    if not isfinite(gewicht) or gewicht < 0:
        raise ValueError(f"Een gewicht is nul of meer, niet {gewicht}.")
    return Fraction(gewicht) if isinstance(gewicht, int) else Fraction(repr(float(gewicht)))


def _hele_gewichten(gewichten: Mapping[str, Fraction], minuten: int) -> dict[str, int]:
    """Gewichten als hele getallen met dezelfde verhouding: zo vergelijkt het zonder afronding.

    Alleen bij gewichten met zo'n vijftien cijfers of meer past dat niet en wordt er afgerond, niet
    grover dan een float al doet.
    """
    hoogste = ceil(sum(gewichten.values(), start=Fraction(1)) * max(minuten, 1))
    schaal = Fraction(lcm(*(waarde.denominator for waarde in gewichten.values())))
    schaal = min(schaal, Fraction(GROOTSTE_KOSTEN, hoogste))
    return {wie: round(waarde * schaal) for wie, waarde in gewichten.items()}


def _die_kunnen_wachten(groepen: Mapping[int, int]) -> tuple[tuple[int, int], ...]:
    """Wie bij één casus nodig is wacht nooit, en wie nul weegt telt niet."""
    return tuple(
        (bits, gewicht)
        for bits, gewicht in sorted(groepen.items())
        if gewicht and bits.bit_count() > 1
    )


def _blokken(leden: Iterable[int], mensen: Sequence[int]) -> list[list[int]]:
    blokken: dict[int, list[int]] = {}
    for casus in leden:
        blokken.setdefault(mensen[casus], []).append(casus)
    return list(blokken.values())
