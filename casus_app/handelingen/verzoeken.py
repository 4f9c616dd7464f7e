"""Wat er op een verzoek van de betrokkene volgt: later antwoorden, weglaten, verbeteren, beperken.

Alles hier is er naast `verzoek.registreren` en `verzoek.afhandelen`; zonder deze handelingen
verandert er aan een casus niets.
"""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from casus_app import opmaak
from casus_app.blad import Bestemming, Blad
from casus_app.domein.casus import BETROKKENE, Informering
from casus_app.domein.inbreng import Inbreng
from casus_app.domein.mensen import Professional
from casus_app.domein.uitgifte import SoortPapier
from casus_app.domein.verzoek import (
    Beperking,
    Rectificatie,
    SoortVerzoek,
    Verzoek,
    Verzoekverlenging,
    Weglating,
)
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, schermhandeling
from casus_app.regels import verzoeken
from casus_app.regels.stand import toets_casus
from casus_app.regels.trap import toets_naam
from casus_app.weigeringen import ongeldig


def _verzoek(blad: Blad, sleutel: str, *soorten: SoortVerzoek) -> Verzoek:
    """Het verzoek, als het van een van deze soorten is; geen soort genoemd is elke soort."""
    verzoek = blad.haal(Verzoek, sleutel)
    blad.casus(verzoek.casus)
    if soorten and verzoek.soort not in soorten:
        raise ongeldig(
            f"Dit hoort bij een verzoek om {' of '.join(soorten)}. Kies zo'n verzoek.", "verzoek"
        )
    return verzoek


def _aan_betrokkene(casus: str) -> Bestemming:
    """Ook deze brieven staan in het register van papieren die buiten de kluis liggen."""
    return Bestemming(soort=SoortPapier.BRIEF, casussen=(casus,), ontvanger=BETROKKENE)


@schermhandeling
class VerzoekVerlengen(Handeling, frozen=True, kw_only=True):
    """Twee maanden langer voor het antwoord, met de reden; de brief zegt het (AVG 12 lid 3)."""

    NAAM: ClassVar[str] = "verzoek.verlengen"
    verzoek: str
    reden: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        verzoek = _verzoek(blad, self.verzoek)
        blad.toets_rol()
        verzoeken.toets_open(verzoek)
        if bezwaar := verzoeken.bezwaar_tegen_verlengen(blad.opslag, verzoek, blad.vandaag):
            raise bezwaar
        uiterlijk = verzoeken.verlengd_tot(verzoek)
        blad.bewaar(
            Verzoekverlenging(
                verzoek=verzoek.id,
                casus=verzoek.casus,
                op=blad.vandaag,
                uiterlijk=uiterlijk,
                reden=self.reden,
            )
        )
        blad.bewaar(replace(verzoek, uiterlijk=uiterlijk))
        return {"uiterlijk": uiterlijk}


@schermhandeling
class VerzoekBrief(Handeling, frozen=True, kw_only=True):
    """De brief over dit verzoek: ontvangen, later, of het besluit (AVG 12 lid 1, 3 en 4)."""

    NAAM: ClassVar[str] = "verzoek.brief"
    verzoek: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        verzoek = _verzoek(blad, self.verzoek)
        toets_naam(blad.opslag, verzoek.casus, "een brief aan de betrokkene")
        blad.toets_rol()
        maak = partial(opmaak.verzoekbrief, blad.opslag, blad.catalogus, verzoek.id)
        return {"bestanden": blad.geef_uit(maak, aan=_aan_betrokkene(verzoek.casus))}


@schermhandeling
class InzageWeglaten(Handeling, frozen=True, kw_only=True):
    """De weging: wat de betrokkene niet te zien krijgt, op welke grond en waarom (UAVG 41).

    Wijst zij een inbreng, een soort gegeven of een professional aan, dan laat de inzage dat weg.
    """

    NAAM: ClassVar[str] = "inzage.weglaten"
    verzoek: str
    wat: Tekst
    grond: str
    motivering: Tekst
    beoordelaar: str
    inbreng: str | None = None
    categorie: str | None = None
    professional: str | None = None

    def voer_uit(self, blad: Blad) -> Antwoord:
        verzoek = _verzoek(blad, self.verzoek, SoortVerzoek.INZAGE)
        blad.haal(Professional, self.beoordelaar)
        inbreng, categorie, professional = self._wijst_aan(blad, verzoek)
        if self.grond not in blad.catalogus.uitstelgronden:
            raise ongeldig("Deze grond staat niet in de wet. Kies er een uit de lijst.", "grond")
        blad.toets_rol()
        verzoeken.toets_open(verzoek)
        weging = Weglating(
            verzoek=verzoek.id,
            nummer=len(blad.zoek(Weglating, verzoek=verzoek.id)) + 1,
            casus=verzoek.casus,
            op=blad.vandaag,
            wat=self.wat,
            grond=self.grond,
            motivering=self.motivering,
            beoordelaar=self.beoordelaar,
            inbreng=inbreng,
            categorie=categorie or "",
            professional=professional,
        )
        onderdelen = opmaak.onderdelen_weg(blad.opslag, weging)
        if (inbreng or categorie or professional) and not onderdelen:
            raise ongeldig("Hierover staat niets in deze casus. Kies iets anders.", "wat")
        blad.bewaar(weging)
        return {"onderdelen": onderdelen}

    def _wijst_aan(
        self, blad: Blad, verzoek: Verzoek
    ) -> tuple[str | None, str | None, str | None]:
        """Niets, of één ding van deze casus."""
        gekozen = self.inbreng or None, self.categorie or None, self.professional or None
        if sum(een is not None for een in gekozen) > 1:
            raise ongeldig(
                "Kies één ding: een inbreng, een soort gegeven of een professional. Maak voor "
                "iets anders een nieuwe weging.",
                "inbreng",
            )
        inbreng, categorie, professional = gekozen
        if inbreng and blad.haal(Inbreng, inbreng).casus != verzoek.casus:
            raise ongeldig(
                "Deze inbreng hoort bij een andere casus. Kies een inbreng van deze casus.",
                "inbreng",
            )
        if categorie and categorie not in blad.catalogus.categorieen:
            raise ongeldig("Deze soort staat niet in de lijst. Kies er een.", "categorie")
        if professional:
            blad.haal(Professional, professional)
        return gekozen


@schermhandeling
class InbrengRectificeren(Handeling, frozen=True, kw_only=True):
    """Merkt een inbreng: volgens de betrokkene klopt hij niet. De inbrenger moet het horen."""

    NAAM: ClassVar[str] = "inbreng.rectificeren"
    verzoek: str
    inbreng: str
    wat: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        verzoek = _verzoek(blad, self.verzoek, SoortVerzoek.RECTIFICATIE, SoortVerzoek.WISSING)
        inbreng = blad.haal(Inbreng, self.inbreng)
        if inbreng.casus != verzoek.casus:
            raise ongeldig(
                "Deze inbreng hoort bij een andere casus. Kies een inbreng van deze casus.",
                "inbreng",
            )
        blad.toets_rol()
        verzoeken.toets_open(verzoek)
        blad.bewaar(
            Rectificatie(
                verzoek=verzoek.id,
                inbreng=inbreng.id,
                casus=verzoek.casus,
                op=blad.vandaag,
                wat=self.wat,
            )
        )
        return {"vertel_aan": inbreng.inbrenger}


@schermhandeling
class RectificatieMelden(Handeling, frozen=True, kw_only=True):
    """Wie het inbracht en wie het meenam weten dat het volgens de betrokkene niet klopt."""

    NAAM: ClassVar[str] = "rectificatie.melden"
    verzoek: str
    inbreng: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        verzoek = _verzoek(blad, self.verzoek)
        gemerkt = blad.haal(Rectificatie, verzoek.id, self.inbreng)
        blad.toets_rol()
        if gemerkt.gemeld_op is not None:
            raise ongeldig("Dit is al verteld. U hoeft niets meer te doen.", "inbreng")
        blad.bewaar(replace(gemerkt, gemeld_op=blad.vandaag))
        return {}


@schermhandeling
class CasusBeperken(Handeling, frozen=True, kw_only=True):
    """De gegevens blijven liggen en worden niet gebruikt: de casus komt niet op tafel (AVG 18)."""

    NAAM: ClassVar[str] = "casus.beperken"
    verzoek: str
    reden: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        verzoek = _verzoek(blad, self.verzoek, SoortVerzoek.BEPERKING, SoortVerzoek.BEZWAAR)
        blad.toets_rol()
        if verzoeken.beperkt(blad.opslag, verzoek.casus):
            raise ongeldig("Deze casus is al beperkt. Er verandert niets.", "verzoek")
        blad.bewaar(
            Beperking(verzoek=verzoek.id, casus=verzoek.casus, op=blad.vandaag, reden=self.reden)
        )
        return {}


@schermhandeling
class CasusVrijgeven(Handeling, frozen=True, kw_only=True):
    """De beperking is voorbij; de betrokkene hoort dat eerst (AVG 18 lid 3)."""

    NAAM: ClassVar[str] = "casus.vrijgeven"
    casus: str
    reden: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        blad.toets_rol()
        beperking = verzoeken.beperkt(blad.opslag, casus.id)
        if beperking is None:
            raise ongeldig("Deze casus is niet beperkt. U kunt er gewoon mee verder.", "casus")
        blad.bewaar(replace(beperking, opgeheven_op=blad.vandaag, reden_opgeheven=self.reden))
        return {}


@schermhandeling
class BetrokkeneInformeerbrief(Handeling, frozen=True, kw_only=True):
    """De brief als de grond om te wachten voorbij is: dat er overleg was, en waarom nu pas."""

    NAAM: ClassVar[str] = "betrokkene.informeerbrief"
    casus: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        toets_naam(blad.opslag, casus.id, "een brief aan de betrokkene")
        blad.toets_rol()
        toets_casus(casus)
        informering = blad.opslag.haal(Informering, casus.id)
        if informering is None or not informering.grond:
            raise ongeldig(
                "Het informeren is bij deze casus niet uitgesteld. Maak de gewone brief aan de "
                "betrokkene.",
                "casus",
            )
        maak = partial(opmaak.informeerbrief, blad.opslag, blad.catalogus, casus.id)
        return {"bestanden": blad.geef_uit(maak, aan=_aan_betrokkene(casus.id))}
