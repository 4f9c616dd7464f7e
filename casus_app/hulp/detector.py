"""De kijker: één gang over de tekst, met wat hij van deze casus weet. Alleen deze machine."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casus_app.hulp.lijsten import Woord, woorden
from casus_app.hulp.namen import Bekende, Deel, Namenzoeker, bekenden
from casus_app.hulp.patronen import nummers
from casus_app.hulp.vondst import Soort, Vondst, op_volgorde

_WOORD = re.compile(r"[^\W\d_]+")
_CIJFER = re.compile(r"[\d@]")
_STAM = 4
_LOS = frozenset((" ", "-", "'", "’"))


@dataclass(frozen=True, slots=True)
class Persoon:
    """De betrokkene; hij heet in een tekst `betrokkene`."""

    naam: str
    geboren: date | None = None


@dataclass(frozen=True, slots=True)
class Professie:
    """Een professional van deze kluis; hij heet in een tekst naar zijn functie."""

    naam: str
    functie: str


@dataclass(frozen=True, slots=True)
class Kring:
    """Iemand uit de kring; hij heet in een tekst naar zijn relatie (BGS 2.19)."""

    naam: str
    relatie: str


class Kijker:
    """Kijkt een tekst na. Maak er één per casus; hij onthoudt wat hij van een woord weet.

    `gewoon` zijn woorden die dit huis heeft aangewezen als geen persoonsgegeven.
    """

    def __init__(
        self,
        vandaag: date,
        betrokkene: Persoon | None = None,
        kring: Iterable[Kring] = (),
        mensen: Iterable[Professie] = (),
        gewoon: Iterable[str] = (),
    ) -> None:
        self._vandaag = vandaag
        self._geboren = betrokkene.geboren if betrokkene else None
        self._gewoon = frozenset(woord.casefold() for woord in gewoon)
        self._namen = Namenzoeker(_bekenden(betrokkene, kring, mensen))
        self._woorden = woorden()
        self._stam: dict[str, Woord | None] = {}

    def kijk(self, tekst: str) -> tuple[Vondst, ...]:
        """Alle vondsten, van voor naar achter en zonder overlap."""
        vondsten = self._lees(tekst)
        if _CIJFER.search(tekst):
            vondsten.extend(nummers(tekst, self._vandaag, self._geboren))
        return tuple(
            vondst
            for vondst in op_volgorde(vondsten)
            if tekst[vondst.start : vondst.einde].casefold() not in self._gewoon
        )

    def _lees(self, tekst: str) -> list[Vondst]:
        rij = [Deel(raak.start(), raak.end(), raak[0].lower()) for raak in _WOORD.finditer(tekst)]
        vondsten: list[Vondst] = []
        klaar = 0
        begin, rijen, stam = self._namen.begin, self._woorden.rijen, self._stam
        for i, (_, _, klein) in enumerate(rij):
            if i < klaar:
                continue
            raak = None
            if klein in rijen or (stam[klein] if klein in stam else self._zoek_stam(klein)):
                raak = self._woord(tekst, rij, i)
            if raak is None and klein in begin:
                raak = self._namen.zoek(tekst, rij, i)
            if raak is not None:
                vondsten.append(raak[0])
                klaar = raak[1]
        return vondsten

    def _woord(self, tekst: str, rij: list[Deel], i: int) -> tuple[Vondst, int] | None:
        klein = rij[i].klein
        for delen, woord in self._woorden.rijen.get(klein, ()):
            eind = i + len(delen)
            if (
                eind <= len(rij)
                and all(rij[i + n].klein == deel for n, deel in enumerate(delen))
                and all(tekst[rij[n].einde : rij[n + 1].start] in _LOS for n in range(i, eind - 1))
            ):
                return _bevinding(rij, i, eind, woord)
        heel = self._stam.get(klein)
        return _bevinding(rij, i, i + 1, heel) if heel else None

    def _zoek_stam(self, klein: str) -> Woord | None:
        """Het woord met een * waar dit mee begint; onthouden, want tekst herhaalt zich."""
        stammen = self._woorden.stammen
        gevonden = next(
            (
                stammen[stam]
                for n in range(len(klein), _STAM - 1, -1)
                if (stam := klein[:n]) in stammen
            ),
            None,
        )
        self._stam[klein] = gevonden
        return gevonden


def _bevinding(rij: list[Deel], i: int, eind: int, woord: Woord) -> tuple[Vondst, int] | None:
    if eind < len(rij) and rij[eind].klein in woord.niet_voor:
        return None
    if i and rij[i - 1].klein in woord.niet_na:
        return None
    return Vondst(rij[i].start, rij[eind - 1].einde, woord.soort, woord.zin, woord.voorstel), eind


def _bekenden(
    betrokkene: Persoon | None, kring: Iterable[Kring], mensen: Iterable[Professie]
) -> Iterable[Bekende]:
    if betrokkene:
        zin = "Dit is de naam van de betrokkene; schrijf 'betrokkene'."
        yield from bekenden(betrokkene.naam, zin, "betrokkene")
    for ander in kring:
        zin = "Iemand uit de kring; noem de relatie, niet de naam."
        yield from bekenden(ander.naam, zin, f"de {ander.relatie}")
    for mens in mensen:
        zin = "Noem een professional naar de functie."
        yield from bekenden(mens.naam, zin, f"de {mens.functie}")


__all__ = ["Kijker", "Kring", "Persoon", "Professie", "Soort", "Vondst"]
