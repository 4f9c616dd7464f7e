"""Het overleg voorbereiden: plannen, agenderen, en wie er uitgenodigd wordt."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from casus_app.blad import Blad
from casus_app.domein.casus import Weging
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import (
    Bespreking,
    Overleg,
    SoortBespreking,
    Uitnodiging,
)
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, handeling
from casus_app.regels.stand import (
    toets_casus,
    toets_in_behandeling,
    toets_niet_afgerond,
    toets_overleg,
)
from casus_app.regels.tijd import minuten_sinds_middernacht
from casus_app.weigeringen import bestaat_al, ongeldig

MINUTEN_HOOGSTENS = 480
"""Langer dan een werkdag staat geen casus op tafel."""


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
            raise ongeldig(f"Kies een aantal minuten van 1 tot {MINUTEN_HOOGSTENS}.", "minuten")
        blad.toets_rol()
        toets_overleg(overleg)
        toets_casus(casus)
        if soort is SoortBespreking.CASUSOVERLEG:
            toets_in_behandeling(casus)
        agenda = blad.zoek(Bespreking, overleg=overleg.id)
        if any(punt.casus == casus.id for punt in agenda):
            raise bestaat_al("deze casus op de agenda van dit overleg", "casus")
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
