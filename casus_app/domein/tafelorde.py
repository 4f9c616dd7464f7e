"""De tafelorde: in welke volgorde de casussen aan tafel komen, zodat mensen het minst wachten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casus_app.domein.tafelorde_opgave import Opgave, maak_opgave, precies

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BOVENGRENS_STAPPEN = 200_000_000
"""Zoveel keer hooguit een casus bij een groep mensen gewogen: gemeten 2 tot 9 s rekentijd.

Tot en met 20 casussen is het bewijs altijd binnen 11 miljoen stappen rond.
"""
STAPPEN_PER_EIS = 5_000_000
"""Bij het zoeken welke eisen botsen: per eis die wordt weggelaten, gemeten hooguit 0,5 s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafelpunt:
    """Een casus op de agenda: hoe lang hij duurt en wie erbij nodig zijn."""

    casus: str
    minuten: int
    professionals: frozenset[str]

    def __post_init__(self) -> None:
        if self.minuten <= 0:
            raise ValueError(f"Casus {self.casus} duurt {self.minuten} minuten: dat kan niet.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Venster:
    """Wanneer iemand er kan zijn, in minuten sinds middernacht; `None` is geen grens."""

    van: int | None = None
    tot: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafelorde:
    """De gekozen volgorde, wat die aan wachten kost, en of bewezen is dat het niet beter kan."""

    volgorde: tuple[str, ...]
    wachttijd: float
    optimaal: bool


class OrdeOnmogelijk(Exception):
    """Er is geen orde die mag, of ze is niet gevonden; de zin zegt welke eis niet te halen is.

    Zijn het er meer samen, dan noemt de zin ze alle en staan hier de eerste vaste plek en het
    eerste venster daarvan.
    """

    def __init__(
        self,
        zin: str,
        *,
        casus: str | None = None,
        professional: str | None = None,
        plek: int | None = None,
    ) -> None:
        super().__init__(zin)
        self.casus = casus
        self.professional = professional
        self.plek = plek


def wachttijd(volgorde: Sequence[Tafelpunt], gewicht: Mapping[str, float]) -> float:
    """Som over de mensen van hun gewicht maal de minuten dat ze tussen hun casussen wachten.

    Een gewicht dat niet gegeven is, is 1. De uitkomst is een `int` als alle gewichten dat zijn.
    """
    wachten: dict[str, int] = {}
    klaar: dict[str, int] = {}
    klok = 0
    for punt in volgorde:
        for wie in punt.professionals:
            wachten[wie] = wachten.get(wie, 0) + klok - klaar.get(wie, klok)
            klaar[wie] = klok + punt.minuten
        klok += punt.minuten
    totaal = sum(precies(gewicht.get(wie, 1)) * minuten for wie, minuten in wachten.items())
    heel = all(isinstance(waarde, int) for waarde in gewicht.values())
    return int(totaal) if heel else float(totaal)


def orden(
    punten: Sequence[Tafelpunt],
    *,
    begin: int,
    vensters: Mapping[str, Venster] = {},
    vast: Mapping[str, int] = {},
    gewicht: Mapping[str, float] = {},
    pauzes: Mapping[int, int] = {},
    namen: Mapping[str, str] = {},
    bovengrens_stappen: int = BOVENGRENS_STAPPEN,
) -> Tafelorde:
    """De orde met de minste wachttijd; bij gelijke wachttijd het dichtst bij de agenda.

    `begin` telt in minuten sinds middernacht, de casussen sluiten op elkaar aan. `vast` geeft een
    casus een plek, geteld vanaf 1. `pauzes` zegt na hoeveel casussen er hoeveel minuten pauze is:
    dat verschuift de tijden, maar is geen wachten. `namen` zegt hoe iemand in een zin heet.

    Boven 22 casussen kan de stappengrens bereikt worden; dan is het de beste orde die gevonden
    is, en `optimaal` onwaar.
    """
    if len({punt.casus for punt in punten}) < len(punten):
        raise ValueError("Een casus staat twee keer op de agenda.")
    eisen = _Eisen(tuple(punten), begin, vensters, vast, pauzes, namen)
    _toets_vaste_plekken(eisen)
    _toets_vensters(eisen)
    if not punten:
        return Tafelorde(volgorde=(), wachttijd=0, optimaal=True)

    from casus_app.domein import tafelorde_zoeken  # noqa: PLC0415 - numpy pas als het nodig is

    opgave = maak_opgave(
        punten, begin=begin, vensters=vensters, vast=vast, gewicht=gewicht, pauzes=pauzes
    )
    uitkomst = tafelorde_zoeken.los_op(opgave, bovengrens_stappen)
    if uitkomst.volgorde is None:
        raise _botsing(eisen) if uitkomst.bewezen else _niet_gevonden(bovengrens_stappen)
    gekozen = [punten[nummer] for nummer in uitkomst.volgorde]
    return Tafelorde(
        volgorde=tuple(punt.casus for punt in gekozen),
        wachttijd=wachttijd(gekozen, gewicht),
        optimaal=uitkomst.bewezen,
    )


@dataclass(frozen=True, slots=True)
class _Eisen:
    """Wat er van de orde geëist is, om te kunnen zeggen welke eis niet te halen is."""

    punten: tuple[Tafelpunt, ...]
    begin: int
    vensters: Mapping[str, Venster]
    vast: Mapping[str, int]
    pauzes: Mapping[int, int]
    namen: Mapping[str, str]

    @property
    def eind(self) -> int:
        duur = sum(punt.minuten for punt in self.punten)
        rust = sum(tijd for na, tijd in self.pauzes.items() if na < len(self.punten))
        return self.begin + duur + rust

    def opgave(self, vast: Sequence[str], vensters: Sequence[str]) -> Opgave:
        return maak_opgave(
            self.punten,
            begin=self.begin,
            vensters={wie: self.vensters[wie] for wie in vensters},
            vast={casus: self.vast[casus] for casus in vast},
            gewicht={},
            pauzes=self.pauzes,
        )

    def naam(self, professional: str) -> str:
        return self.namen.get(professional, professional)

    def van(self, professional: str) -> list[Tafelpunt]:
        return [punt for punt in self.punten if professional in punt.professionals]


def _toets_vaste_plekken(eisen: _Eisen) -> None:
    op_agenda = {punt.casus for punt in eisen.punten}
    bezet: dict[int, str] = {}
    for casus, plek in eisen.vast.items():
        if casus not in op_agenda:
            zin = f"Casus {casus} staat niet op de agenda en krijgt dus geen vaste plek."
        elif not 1 <= plek <= len(eisen.punten):
            zin = f"Plek {plek} voor casus {casus} bestaat niet: de agenda loopt van 1 tot en met"
            zin += f" {len(eisen.punten)}."
        elif plek in bezet:
            zin = f"De casussen {bezet[plek]} en {casus} staan allebei vast op plek {plek}."
            zin += " Geef een van beide een andere plek."
        else:
            bezet[plek] = casus
            continue
        raise OrdeOnmogelijk(zin, casus=casus, plek=plek)


def _toets_vensters(eisen: _Eisen) -> None:
    """Een venster dat korter is dan iemands casussen samen is zonder zoeken al onmogelijk."""
    eind = eisen.eind
    for wie, venster in eisen.vensters.items():
        van = eisen.begin if venster.van is None else max(venster.van, eisen.begin)
        tot = eind if venster.tot is None else min(venster.tot, eind)
        eigen = eisen.van(wie)
        nodig, ruimte = sum(punt.minuten for punt in eigen), max(0, tot - van)
        if nodig > ruimte:
            zin = (
                f"{eisen.naam(wie)} kan {_tijd(venster)}. Daarvan vallen {ruimte} minuten in het"
                f" overleg, dat duurt van {_klok(eisen.begin)} tot {_klok(eind)}; voor"
                f" {_casussen(eigen)} zijn {nodig} minuten nodig. Verruim het venster, of haal een"
                " casus van de agenda."
            )
            raise OrdeOnmogelijk(zin, professional=wie)


def _botsing(eisen: _Eisen) -> OrdeOnmogelijk:
    """Een kleinste groep eisen die samen niet te halen is: elke eis die weg kan, gaat weg."""
    from casus_app.domein import tafelorde_zoeken  # noqa: PLC0415 - numpy pas als het nodig is

    vast = list(eisen.vast)
    vensters = [wie for wie in eisen.vensters if eisen.van(wie)]
    for groep in (vensters, vast):
        for eis in tuple(groep):
            groep.remove(eis)
            opgave = eisen.opgave(vast, vensters)
            if tafelorde_zoeken.past(opgave, STAPPEN_PER_EIS) is not False:
                groep.append(eis)
    return OrdeOnmogelijk(
        _zin_bij_botsing(eisen, vast, vensters),
        casus=vast[0] if vast else None,
        professional=vensters[0] if vensters else None,
        plek=eisen.vast[vast[0]] if vast else None,
    )


def _zin_bij_botsing(eisen: _Eisen, vast: Sequence[str], vensters: Sequence[str]) -> str:
    genoemd = [f"casus {casus} op plek {eisen.vast[casus]}" for casus in vast]
    genoemd += [
        f"{eisen.naam(wie)} {_tijd(eisen.vensters[wie])} voor {_casussen(eisen.van(wie))}"
        for wie in vensters
    ]
    if len(genoemd) == 1:
        return (
            f"Niet te halen is: {genoemd[0]}. De casussen sluiten op elkaar aan, en geen enkele"
            " orde komt daar precies op uit. Verruim het venster."
        )
    return f"Deze eisen gaan niet samen: {'; '.join(genoemd)}. Laat er minstens één los."


def _niet_gevonden(stappen: int) -> OrdeOnmogelijk:
    return OrdeOnmogelijk(
        f"Binnen {stappen} stappen is geen orde gevonden die bij alle vensters en vaste plekken"
        " past. Of er een bestaat is niet bewezen. Verruim een venster of laat een vaste plek los."
    )


def _casussen(punten: Sequence[Tafelpunt]) -> str:
    *eerdere, laatste = (punt.casus for punt in punten)
    return f"{', '.join(eerdere)} en {laatste}" if eerdere else laatste


def _tijd(venster: Venster) -> str:
    van = "" if venster.van is None else f"van {_klok(venster.van)}"
    tot = "" if venster.tot is None else f"tot {_klok(venster.tot)}"
    return " ".join(deel for deel in (van, tot) if deel) or "altijd"


def _klok(minuten: int) -> str:
    return f"{minuten // 60:02d}:{minuten % 60:02d}"
