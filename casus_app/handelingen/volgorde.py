"""De volgorde van de tafel: zo weinig mogelijk wachten, met vaste plekken en tijden."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import isfinite
from typing import ClassVar

import msgspec

from casus_app.blad import Blad
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Deelname, Overleg, Pauze, Stand
from casus_app.domein.tafelorde import OrdeOnmogelijk, Tafelorde, Tafelpunt, Venster, orden
from casus_app.domein.tafeltijd import op_tafel, pauze_na
from casus_app.handelingen.kern import Antwoord, Handeling, Vorm, handeling, schermhandeling
from casus_app.regels.stand import toets_overleg
from casus_app.regels.tijd import minuten_sinds_middernacht
from casus_app.weigeringen import onbekend, ongeldig


class VensterVorm(Vorm, frozen=True, kw_only=True):
    """Wanneer iemand er kan zijn, als "UU:MM"."""

    van: str | None = None
    tot: str | None = None


class VastePlek(Vorm, frozen=True, kw_only=True):
    """Deze casus staat op deze plek, vanaf 1."""

    casus: str
    plek: int


@handeling
class OverlegOrdenen(Handeling, frozen=True, kw_only=True):
    """Zet de casussen in de volgorde waarin mensen het minst hoeven te wachten."""

    NAAM: ClassVar[str] = "overleg.ordenen"
    OMKEERBAAR: ClassVar[bool] = True
    overleg: str
    beschikbaar: dict[str, VensterVorm] = msgspec.field(default_factory=dict)
    vast: tuple[VastePlek, ...] = ()
    gewicht: dict[str, int | float] = msgspec.field(default_factory=dict)

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg = blad.haal(Overleg, self.overleg)
        agenda = op_tafel(blad.zoek(Bespreking, overleg=overleg.id))
        pauzes = pauze_na(agenda, blad.zoek(Pauze, overleg=overleg.id))
        self._toets_wensen(blad, agenda)
        blad.toets_rol()
        toets_overleg(overleg)
        orde = self._orden(blad, overleg, agenda, pauzes)
        zet_pauzes(blad, overleg, pauzes)
        for plek, casus in enumerate(orde.volgorde, start=1):
            blad.bewaar(replace(blad.haal(Bespreking, overleg.id, casus), plek=plek))
        for plek, punt in enumerate(
            (
                punt
                for punt in blad.zoek(Bespreking, overleg=overleg.id)
                if punt.stand is Stand.DOORGESCHOVEN
            ),
            start=len(agenda) + 1,
        ):
            blad.bewaar(replace(punt, plek=plek))
        return {
            "volgorde": list(orde.volgorde),
            "wachttijd_minuten": orde.wachttijd,
            "optimaal": orde.optimaal,
        }

    def _toets_wensen(self, blad: Blad, agenda: list[Bespreking]) -> None:
        for professional in (*self.beschikbaar, *self.gewicht):
            blad.haal(Professional, professional)
        op_agenda = {punt.casus for punt in agenda}
        if not {wens.casus for wens in self.vast} <= op_agenda:
            raise onbekend("deze casus op dit overleg", "vast")
        if len({wens.casus for wens in self.vast}) < len(self.vast):
            raise ongeldig("Een casus kan maar één vaste plek hebben. Kies er één.", "vast")
        if not all(isfinite(gewicht) and gewicht >= 0 for gewicht in self.gewicht.values()):
            raise ongeldig("Een gewicht kan niet. Kies een getal van 0 of meer.", "gewicht")

    def _orden(
        self, blad: Blad, overleg: Overleg, agenda: list[Bespreking], pauzes: Mapping[int, int]
    ) -> Tafelorde:
        try:
            return orden(
                [
                    Tafelpunt(
                        casus=punt.casus,
                        minuten=punt.minuten,
                        professionals=_nodig(blad, overleg, punt),
                    )
                    for punt in agenda
                ],
                begin=minuten_sinds_middernacht(overleg.begin),
                vensters=self._vensters(),
                vast=self._vast(agenda),
                gewicht=self.gewicht,
                pauzes=pauzes,
                namen={wie: _wie(blad, wie) for wie in self.beschikbaar},
            )
        except OrdeOnmogelijk as fout:
            raise ongeldig(str(fout)) from None

    def _vast(self, agenda: list[Bespreking]) -> dict[str, int]:
        """De gewenste plekken; wat al aan tafel was blijft bovendien staan waar het stond."""
        geweest = {
            punt.casus: plek
            for plek, punt in enumerate(agenda, start=1)
            if punt.stand is not Stand.GEPLAND
        }
        return {wens.casus: wens.plek for wens in self.vast} | geweest

    def _vensters(self) -> Mapping[str, Venster]:
        return {
            professional: Venster(
                van=minuten_sinds_middernacht(tijden.van) if tijden.van is not None else None,
                tot=minuten_sinds_middernacht(tijden.tot) if tijden.tot is not None else None,
            )
            for professional, tijden in self.beschikbaar.items()
        }


def _wie(blad: Blad, professional: str) -> str:
    """Hoe een zin iemand noemt: functie en soort partij, geen sleutel en geen naam."""
    return f"{blad.haal(Professional, professional).functie} ({blad.soort_van(professional).naam})"


PAUZE_HOOGSTENS = 120
"""Langer dan twee uur is geen pauze maar een ander overleg."""


@schermhandeling
class OverlegPauzeren(Handeling, frozen=True, kw_only=True):
    """Een pauze na de casus op deze plek; 0 minuten haalt de pauze daar weg."""

    NAAM: ClassVar[str] = "overleg.pauzeren"
    OMKEERBAAR: ClassVar[bool] = True
    overleg: str
    plek: int
    minuten: int

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg = blad.haal(Overleg, self.overleg)
        agenda = op_tafel(blad.zoek(Bespreking, overleg=overleg.id))
        pauzes = pauze_na(agenda, blad.zoek(Pauze, overleg=overleg.id))
        eerder = sum(punt.plek <= self.plek for punt in agenda)
        if not 0 <= self.minuten <= PAUZE_HOOGSTENS:
            raise ongeldig(f"Kies een aantal minuten van 1 tot {PAUZE_HOOGSTENS}, of 0 voor geen.")
        if not 0 < eerder < len(agenda):
            raise ongeldig(
                "Een pauze komt tussen twee casussen. Kies een casus waar er nog een na komt."
            )
        if not self.minuten and eerder not in pauzes:
            raise ongeldig("Hier is geen pauze. Kies hoeveel minuten de pauze moet duren.")
        blad.toets_rol()
        toets_overleg(overleg)
        zet_pauzes(blad, overleg, pauzes | {eerder: self.minuten}, agenda)
        return {}


def zet_pauzes(
    blad: Blad, overleg: Overleg, na: Mapping[int, int], agenda: Sequence[Bespreking] = ()
) -> None:
    """Deze pauzes en geen andere; `na` telt casussen, zonder agenda zijn dat meteen de plekken."""
    for pauze in blad.zoek(Pauze, overleg=overleg.id):
        blad.verwijder(pauze)
    for eerder, minuten in na.items():
        plek = agenda[eerder - 1].plek if agenda else eerder
        if minuten:
            blad.bewaar(Pauze(overleg=overleg.id, plek=plek, minuten=minuten))


def _nodig(blad: Blad, overleg: Overleg, punt: Bespreking) -> frozenset[str]:
    """Wie er bij deze casus is: ieder met een stoel, en de voorzitter."""
    stoelen = blad.zoek(Deelname, overleg=overleg.id, casus=punt.casus, ingetrokken_op=None)
    return frozenset(stoel.professional for stoel in stoelen) | {overleg.voorzitter}
