"""Het overleg voorbereiden: plannen, agenderen, stoelen, volgorde, uitnodigen."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from math import isfinite
from typing import ClassVar

import msgspec

from casus_app import opmaak
from casus_app.blad import Blad
from casus_app.domein.casus import Weging
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import (
    Bespreking,
    Deelname,
    Overleg,
    Pet,
    Rol,
    SoortBespreking,
    Stand,
    Uitnodiging,
)
from casus_app.domein.tafelorde import OrdeOnmogelijk, Tafelorde, Tafelpunt, Venster, orden
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, Vorm, handeling
from casus_app.regels import deelname
from casus_app.regels.meenemen import neem_terug
from casus_app.regels.stand import (
    toets_casus,
    toets_in_behandeling,
    toets_niet_afgerond,
    toets_overleg,
)
from casus_app.weigeringen import Code, Weigering, bestaat_al, onbekend, ongeldig

MINUTEN_HOOGSTENS = 480
"""Langer dan een werkdag staat geen casus op tafel."""

_TIJD = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


def minuten_sinds_middernacht(tijd: str) -> int:
    """Minuten sinds middernacht bij "UU:MM". Weigert met `ongeldig`."""
    past = _TIJD.fullmatch(tijd)
    if not past:
        raise ongeldig("Deze tijd kan niet. Schrijf uren en minuten als 09:30.")
    return int(past[1]) * 60 + int(past[2])


@handeling
class OverlegPlannen(Handeling, frozen=True, kw_only=True):
    """Een nieuw overleg, met dag, tijd, plaats en voorzitter."""

    NAAM: ClassVar[str] = "overleg.plannen"
    OMKEERBAAR: ClassVar[bool] = True
    id: str
    datum: date
    begin: str
    plaats: Tekst
    voorzitter: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.haal(Professional, self.voorzitter)
        minuten_sinds_middernacht(self.begin)
        blad.nieuw(Overleg, self.id, "dit overleg")
        blad.toets_rol()
        blad.bewaar(
            Overleg(
                id=self.id,
                kader=blad.kader,
                datum=self.datum,
                begin=self.begin,
                plaats=self.plaats,
                voorzitter=self.voorzitter,
            )
        )
        return {}


@handeling
class OverlegAgenderen(Handeling, frozen=True, kw_only=True):
    """Zet een casus op de agenda, met een vraag en de tijd die ervoor is (WGS 2.31 lid 2)."""

    NAAM: ClassVar[str] = "overleg.agenderen"
    OMKEERBAAR: ClassVar[bool] = True
    overleg: str
    casus: str
    minuten: int
    vraag: Tekst
    soort: str = SoortBespreking.CASUSOVERLEG

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg = blad.haal(Overleg, self.overleg)
        casus = blad.casus(self.casus)
        soort = blad.keuze(SoortBespreking, self.soort)
        if not 1 <= self.minuten <= MINUTEN_HOOGSTENS:
            raise ongeldig(f"Kies een aantal minuten van 1 tot {MINUTEN_HOOGSTENS}.")
        blad.toets_rol()
        toets_overleg(overleg)
        toets_casus(casus)
        if soort is SoortBespreking.CASUSOVERLEG:
            toets_in_behandeling(casus)
        agenda = blad.zoek(Bespreking, overleg=overleg.id)
        if any(punt.casus == casus.id for punt in agenda):
            raise bestaat_al("deze casus op de agenda van dit overleg")
        weging = blad.opslag.haal(Weging, casus.id)
        blad.bewaar(
            Bespreking(
                overleg=overleg.id,
                casus=casus.id,
                plek=max((punt.plek for punt in agenda), default=0) + 1,
                minuten=self.minuten,
                vraag=self.vraag,
                soort=soort,
                wegingen_vooraf=weging.nummer if weging else 0,
            )
        )
        return {}


@handeling
class BetrokkeneUitnodigen(Handeling, frozen=True, kw_only=True):
    """De betrokkene is uitgenodigd voor de bespreking (MvT Wams 5.4.3)."""

    NAAM: ClassVar[str] = "betrokkene.uitnodigen"
    OMKEERBAAR: ClassVar[bool] = True
    casus: str
    overleg: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        return _beslis_uitnodiging(blad, self.overleg, self.casus, Uitnodiging.UITGENODIGD)


@handeling
class BetrokkeneNietUitnodigen(Handeling, frozen=True, kw_only=True):
    """De betrokkene komt niet, want een zwaarwegend belang verzet zich (MvT Wams 5.4.3)."""

    NAAM: ClassVar[str] = "betrokkene.niet-uitnodigen"
    OMKEERBAAR: ClassVar[bool] = True
    casus: str
    overleg: str
    zwaarwegend_belang: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        return _beslis_uitnodiging(
            blad,
            self.overleg,
            self.casus,
            Uitnodiging.NIET_UITGENODIGD,
            self.zwaarwegend_belang,
        )


def _beslis_uitnodiging(
    blad: Blad, overleg_id: str, casus_id: str, besluit: Uitnodiging, belang: str = ""
) -> Antwoord:
    overleg, casus, bespreking = blad.bespreking(overleg_id, casus_id)
    blad.toets_rol()
    toets_overleg(overleg)
    toets_casus(casus)
    toets_niet_afgerond(bespreking)
    blad.bewaar(replace(bespreking, uitnodiging=besluit, zwaarwegend_belang=belang))
    return {}


@handeling
class DeelnameToelaten(Handeling, frozen=True, kw_only=True):
    """Een stoel bij deze ene casus, met taak en noodzaak (vraag 33; WGS 2.31 lid 4)."""

    NAAM: ClassVar[str] = "deelname.toelaten"
    OMKEERBAAR: ClassVar[bool] = True
    overleg: str
    casus: str
    professional: str
    rol: str
    taak: str
    noodzaak: str
    pet: str | None = None

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        professional = blad.haal(Professional, self.professional)
        rol = blad.keuze(Rol, self.rol)
        pet = blad.keuze(Pet, self.pet) if self.pet and self.pet.strip() else None
        if self.taak.strip() and self.taak not in blad.catalogus.alle_taken:
            raise ongeldig("Deze taak staat niet in de catalogus. Kies een taak uit de lijst.")
        blad.toets_rol()
        toets_overleg(overleg)
        toets_casus(casus)
        toets_niet_afgerond(bespreking)
        if blad.deelname(bespreking, professional.id):
            raise bestaat_al("deze stoel")
        stoel = deelname.Stoel(
            kader=casus.kader,
            soort=blad.soort_van(professional.id),
            taak=self.taak,
            noodzaak=self.noodzaak,
            pet=pet,
            verklaring_op=professional.geheimhouding_op,
            overlegdatum=overleg.datum,
        )
        for bezwaar in deelname.bezwaren(blad.catalogus, stoel):
            raise bezwaar
        blad.bewaar(
            Deelname(
                overleg=overleg.id,
                casus=casus.id,
                professional=professional.id,
                rol=rol,
                taak=self.taak,
                noodzaak=self.noodzaak,
                pet=pet,
            )
        )
        return {}


@handeling
class DeelnameIntrekken(Handeling, frozen=True, kw_only=True):
    """Wie niet nodig is, verliest de stoel en wat hij mee zou nemen, en gaat de kamer uit."""

    NAAM: ClassVar[str] = "deelname.intrekken"
    OMKEERBAAR: ClassVar[bool] = True
    overleg: str
    casus: str
    professional: str
    reden: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        blad.haal(Professional, self.professional)
        blad.toets_rol()
        toets_overleg(overleg)
        toets_casus(casus)
        toets_niet_afgerond(bespreking)
        stoel = blad.deelname(bespreking, self.professional)
        if stoel is None:
            raise Weigering(
                Code.NIET_TOEGELATEN,
                "Deze persoon heeft bij deze casus geen stoel; er is niets in te trekken.",
            )
        blad.bewaar(replace(stoel, ingetrokken_op=blad.vandaag, reden_ingetrokken=self.reden))
        neem_terug(blad, bespreking, self.professional)
        if overleg.voorzitter != self.professional:
            for plek in blad.kamer(bespreking):
                if plek.professional == self.professional:
                    blad.bewaar(replace(plek, tot=blad.nu))
        return {}


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
        agenda = sorted(
            (
                punt
                for punt in blad.zoek(Bespreking, overleg=overleg.id)
                if punt.stand is not Stand.DOORGESCHOVEN
            ),
            key=lambda punt: punt.plek,
        )
        self._toets_wensen(blad, agenda)
        blad.toets_rol()
        toets_overleg(overleg)
        orde = self._orden(blad, overleg, agenda)
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
            raise onbekend("deze casus op dit overleg")
        if len({wens.casus for wens in self.vast}) < len(self.vast):
            raise ongeldig("Een casus kan maar één vaste plek hebben. Kies er één.")
        if not all(isfinite(gewicht) and gewicht >= 0 for gewicht in self.gewicht.values()):
            raise ongeldig("Een gewicht kan niet. Kies een getal van 0 of meer.")

    def _orden(self, blad: Blad, overleg: Overleg, agenda: list[Bespreking]) -> Tafelorde:
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


def _nodig(blad: Blad, overleg: Overleg, punt: Bespreking) -> frozenset[str]:
    """Wie er bij deze casus is: ieder met een stoel, en de voorzitter."""
    stoelen = blad.zoek(Deelname, overleg=overleg.id, casus=punt.casus, ingetrokken_op=None)
    return frozenset(stoel.professional for stoel in stoelen) | {overleg.voorzitter}


@handeling
class OverlegUitnodigen(Handeling, frozen=True, kw_only=True):
    """Per professional een uitnodiging met alleen de eigen tijden en plaats (PDF en .ics)."""

    NAAM: ClassVar[str] = "overleg.uitnodigen"
    overleg: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg = blad.haal(Overleg, self.overleg)
        blad.toets_rol()
        toets_overleg(overleg)
        namen: list[str] = []
        for wie in _genodigden(blad, overleg):
            namen += blad.geef_uit(
                partial(opmaak.uitnodiging, blad.opslag, overleg.id, wie),
                partial(opmaak.agendapunt, blad.opslag, overleg.id, wie),
            )
        return {"bestanden": namen}


def _genodigden(blad: Blad, overleg: Overleg) -> list[str]:
    """De voorzitter, en ieder met een stoel bij een casus die nog besproken wordt."""
    besproken = {
        punt.casus
        for punt in blad.zoek(Bespreking, overleg=overleg.id)
        if punt.stand is not Stand.DOORGESCHOVEN
    }
    stoelen = blad.zoek(Deelname, overleg=overleg.id, ingetrokken_op=None)
    anderen = [stoel.professional for stoel in stoelen if stoel.casus in besproken]
    return list(dict.fromkeys([overleg.voorzitter, *anderen]))
