"""Aan tafel: de deur, het besluit en het slot van één bespreking; en het vaststellen van alles."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from casus_app.blad import Blad
from casus_app.domein.casus import Casus, Fase
from casus_app.domein.inbreng import Inbreng, Lot
from casus_app.domein.klad import Klad, Kladveld
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import (
    Aanwezigheid,
    Bespreking,
    Overleg,
    Stand,
    Verzending,
)
from casus_app.domein.tafel import Akkoord
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, handeling
from casus_app.handelingen.tafel import gebruik_klad, ruim_de_tafel, vraag_akkoord_opnieuw
from casus_app.poorten import Ondertekening
from casus_app.regels import opening, slot, vraagkaart
from casus_app.regels.stand import (
    toets_aan_het_woord,
    toets_aan_tafel,
    toets_casus,
    toets_niet_afgerond,
    toets_overleg,
    toets_toegelaten,
)
from casus_app.regels.vaststelling import onderdelen
from casus_app.regels.voorstel import in_de_kamer
from casus_app.weigeringen import Code, Weigering, ongeldig


@handeling
class BesprekingOpenen(Handeling, frozen=True, kw_only=True):
    """De voorzitter heeft doel en geheimhouding voorgelezen; iedereen hoort hier te zijn."""

    NAAM: ClassVar[str] = "bespreking.openen"
    overleg: str
    casus: str
    aanwezig: tuple[str, ...]

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        for wie in self.aanwezig:
            blad.haal(Professional, wie)
        blad.toets_rol()
        for bezwaar in opening.bezwaren(
            blad.opslag, blad.catalogus, overleg, casus, bespreking, vandaag=blad.vandaag
        ):
            raise bezwaar
        for wie in self.aanwezig:
            toets_toegelaten(blad, bespreking, wie)
        vraagkaart.toets_antwoorden(blad, (overleg, casus, bespreking), self.aanwezig, "aanwezig")
        blad.bewaar(replace(bespreking, stand=Stand.OPEN, geopend_op=blad.nu))
        for wie in dict.fromkeys(self.aanwezig):
            _laat_binnen(blad, bespreking, wie)
        return {}


def _laat_binnen(blad: Blad, bespreking: Bespreking, wie: str) -> None:
    eerder = blad.zoek(
        Aanwezigheid, overleg=bespreking.overleg, casus=bespreking.casus, professional=wie
    )
    blad.bewaar(
        Aanwezigheid(
            overleg=bespreking.overleg,
            casus=bespreking.casus,
            professional=wie,
            nummer=len(eerder) + 1,
            van=blad.nu,
        )
    )


@handeling
class BesprekingBinnenlaten(Handeling, frozen=True, kw_only=True):
    """Iemand die is toegelaten komt de kamer in."""

    NAAM: ClassVar[str] = "bespreking.binnenlaten"
    overleg: str
    casus: str
    professional: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        blad.haal(Professional, self.professional)
        blad.toets_rol()
        toets_aan_tafel(overleg, casus, bespreking)
        toets_toegelaten(blad, bespreking, self.professional)
        if blad.aanwezig(bespreking, self.professional):
            raise ongeldig("Deze persoon is al in de kamer.", "professional")
        horen = [*in_de_kamer(blad, bespreking), self.professional]
        vraagkaart.toets_antwoorden(blad, (overleg, casus, bespreking), horen, "professional")
        _laat_binnen(blad, bespreking, self.professional)
        return {}


@handeling
class BesprekingUitlaten(Handeling, frozen=True, kw_only=True):
    """Iemand gaat de kamer uit; wat daarna gezegd wordt hoort hij niet."""

    NAAM: ClassVar[str] = "bespreking.uitlaten"
    overleg: str
    casus: str
    professional: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        blad.haal(Professional, self.professional)
        blad.toets_rol()
        toets_aan_tafel(overleg, casus, bespreking)
        toets_aan_het_woord(blad, bespreking, self.professional)
        for plek in blad.kamer(bespreking):
            if plek.professional == self.professional:
                blad.bewaar(replace(plek, tot=blad.nu))
        return {}


@handeling
class BesprekingBesluiten(Handeling, frozen=True, kw_only=True):
    """Het besluit, wie het aanspreekpunt is en wanneer er geëvalueerd wordt (Wams, werkplan).

    Het aanspreekpunt hoeft niet aan tafel te zitten: het krijgt hier geen gegevens.
    """

    NAAM: ClassVar[str] = "bespreking.besluiten"
    overleg: str
    casus: str
    besluit: Tekst
    aanspreekpunt: str
    evaluatie_op: date
    klaar_als: str = ""

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        blad.haal(Professional, self.aanspreekpunt)
        if self.evaluatie_op < min(blad.vandaag, overleg.datum):
            raise ongeldig(
                "De evaluatie ligt vóór het overleg. Kies een latere dag.", "evaluatie_op"
            )
        blad.toets_rol()
        toets_aan_tafel(overleg, casus, bespreking)
        vraag_akkoord_opnieuw(blad, overleg.id, casus.id)
        gebruik_klad(blad, overleg.id, casus.id, Kladveld.BESLUIT)
        blad.bewaar(
            replace(
                bespreking,
                besluit=self.besluit,
                aanspreekpunt=self.aanspreekpunt,
                evaluatie_op=self.evaluatie_op,
                klaar_als=self.klaar_als,
            )
        )
        return {}


@handeling
class BesprekingSluiten(Handeling, frozen=True, kw_only=True):
    """Het sluit-slot: alles heeft een meeneembesluit, en er is besloten (of gewogen)."""

    NAAM: ClassVar[str] = "bespreking.sluiten"
    overleg: str
    casus: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        blad.toets_rol()
        toets_aan_tafel(overleg, casus, bespreking)
        for bezwaar in slot.bezwaren(blad.opslag, bespreking):
            raise bezwaar
        _maak_leeg(blad, bespreking)
        ruim_de_tafel(blad, overleg.id, casus.id)
        blad.bewaar(replace(bespreking, stand=Stand.GESLOTEN, gesloten_op=blad.nu))
        return {}


def _maak_leeg(blad: Blad, bespreking: Bespreking) -> None:
    """Na afloop zit er niemand meer bij deze casus."""
    for plek in blad.kamer(bespreking):
        blad.bewaar(replace(plek, tot=blad.nu))


@handeling
class BesprekingDoorschuiven(Handeling, frozen=True, kw_only=True):
    """Deze casus komt nu niet (verder) aan bod; hij wacht op een volgend overleg.

    Wat al ingebracht was en waarover niets gezegd is, neemt niemand mee.
    """

    NAAM: ClassVar[str] = "bespreking.doorschuiven"
    overleg: str
    casus: str
    reden: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        blad.toets_rol()
        toets_overleg(overleg)
        toets_casus(casus)
        toets_niet_afgerond(bespreking)
        _maak_leeg(blad, bespreking)
        ruim_de_tafel(blad, overleg.id, casus.id)
        blad.bewaar(
            replace(
                bespreking,
                stand=Stand.DOORGESCHOVEN,
                reden_doorgeschoven=self.reden,
                gesloten_op=blad.nu,
            )
        )
        return {}


@handeling
class OverlegVaststellen(Handeling, frozen=True, kw_only=True):
    """Het overleg is klaar. Werktekst die niemand meeneemt wordt vernietigd (vraag 14 en 28).

    Wie vaststelt ondertekent meteen; de ander van voorzitter en coördinator doet het daarna.

    `vernietigd` en `behouden` tellen de inbreng; geschrapte inbreng was al weg en telt niet mee.
    """

    NAAM: ClassVar[str] = "overleg.vaststellen"
    overleg: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg = blad.haal(Overleg, self.overleg)
        blad.toets_rol()
        toets_overleg(overleg)
        if not all(self._klaar(blad, punt) for punt in blad.zoek(Bespreking, overleg=overleg.id)):
            raise Weigering(Code.OVERLEG_NIET_AFGEROND)
        vernietigd = behouden = 0
        for inbreng in blad.zoek(Inbreng, overleg=overleg.id):
            if slot.gaat_mee(inbreng):
                behouden += 1
            elif slot.verdampt(inbreng):
                vernietigd += 1
                blad.bewaar(zonder_tekst(inbreng, Lot.VERNIETIGD))
        for gezegd in blad.zoek(Akkoord, overleg=overleg.id):
            if gezegd.opmerking:
                blad.bewaar(replace(gezegd, opmerking=""))
        for verzending in blad.zoek(Verzending, overleg=overleg.id):
            blad.verwijder(verzending)
        for klad in blad.zoek(Klad, overleg=overleg.id):
            blad.verwijder(klad)
        blad.vernietigt = True
        blad.ondertekening = Ondertekening(overleg.id, onderdelen(blad.opslag, overleg.id))
        blad.bewaar(replace(overleg, vastgesteld_op=blad.vandaag))
        return {"vernietigd": vernietigd, "behouden": behouden}

    @staticmethod
    def _klaar(blad: Blad, punt: Bespreking) -> bool:
        """Afgerond, of de casus is intussen afgesloten en kan niet meer besproken worden."""
        return punt.afgerond or blad.haal(Casus, punt.casus).fase is Fase.AFGESLOTEN


def zonder_tekst(inbreng: Inbreng, lot: Lot, reden: str = "") -> Inbreng:
    """De inbreng zonder alles wat iemand gezegd heeft; alleen dat hij er was blijft."""
    return replace(inbreng, kern="", noodzaak="", motivering="", lot=lot, reden_geschrapt=reden)
