"""Een vraagkaart in plaats van een stoel: stellen, het papier, het antwoord, intrekken."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from casus_app import opmaak
from casus_app.blad import Bestemming, Blad
from casus_app.domein.casus import BETROKKENE, Casus
from casus_app.domein.inbreng import Inbreng, Lot, Niveau
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Overleg, Pet
from casus_app.domein.uitgifte import SoortPapier
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.handelingen.bespreking import zonder_tekst
from casus_app.handelingen.inbreng import trek_meenemingen_in
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, schermhandeling
from casus_app.regels import deelname, opening
from casus_app.regels import inbreng as regels
from casus_app.regels import vraagkaart as kaartregels
from casus_app.regels.stand import toets_casus, toets_niet_afgerond, toets_overleg
from casus_app.regels.voorstel import voorstel_van
from casus_app.weigeringen import ongeldig


@schermhandeling
class VraagkaartStellen(Handeling, frozen=True, kw_only=True):
    """Eén vraag aan één partij, met haar grondslag, in plaats van een stoel (vraag 33).

    Dezelfde regels als voor een stoel en voor een inbreng, zonder wat pas bij het antwoord blijkt.
    """

    NAAM: ClassVar[str] = "vraagkaart.stellen"
    OMKEERBAAR: ClassVar[bool] = True
    id: str
    overleg: str
    casus: str
    professional: str
    taak: str
    vraag: Tekst
    categorie: str
    grondslag: str
    noodzaak: str
    uiterlijk: date
    over: str = BETROKKENE
    pet: str | None = None

    def voer_uit(self, blad: Blad) -> Antwoord:
        waar = overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        blad.haal(Professional, self.professional)
        if self.taak.strip() and self.taak not in blad.catalogus.alle_taken:
            raise ongeldig(
                "Deze taak staat niet in de catalogus. Kies een taak uit de lijst.", "taak"
            )
        kaart = self._kaart(blad)
        voorstel = voorstel_van(
            blad, waar, kaartregels.als_inbreng(kaart), pet=kaart.pet, horen=()
        )
        blad.nieuw(Vraagkaart, self.id, "deze vraagkaart")
        self._toets_dag(blad, overleg)
        blad.toets_rol()
        toets_overleg(overleg)
        toets_casus(casus)
        toets_niet_afgerond(bespreking)
        self._toets_geen_stoel(blad, bespreking)
        stoel = kaartregels.als_stoel(blad, overleg, casus, kaart)
        for bezwaar in deelname.bezwaren(blad.catalogus, stoel):
            raise bezwaar
        for bezwaar in regels.bezwaren_vooraf(blad.catalogus, voorstel):
            raise bezwaar
        blad.bewaar(kaart)
        return {}

    def _kaart(self, blad: Blad) -> Vraagkaart:
        return Vraagkaart(
            id=self.id,
            overleg=self.overleg,
            casus=self.casus,
            professional=self.professional,
            taak=self.taak,
            pet=blad.keuze(Pet, self.pet) if self.pet and self.pet.strip() else None,
            over=self.over,
            vraag=self.vraag,
            categorie=self.categorie,
            grondslag=self.grondslag,
            noodzaak=self.noodzaak,
            uiterlijk=self.uiterlijk,
            gesteld_op=blad.vandaag,
        )

    def _toets_dag(self, blad: Blad, overleg: Overleg) -> None:
        dagen = sorted((blad.vandaag, overleg.datum))
        if not dagen[0] <= self.uiterlijk <= dagen[1]:
            raise ongeldig(
                "Het antwoord moet er op tijd zijn. Kies een dag vanaf vandaag tot en met de dag "
                "van het overleg.",
                "uiterlijk",
            )

    def _toets_geen_stoel(self, blad: Blad, bespreking: Bespreking) -> None:
        if blad.toegelaten(bespreking, self.professional):
            raise ongeldig(
                "Deze persoon zit bij deze casus aan tafel. Stel de vraag daar, of trek eerst de "
                "stoel in.",
                "professional",
            )
        partij = blad.haal(Professional, self.professional).partij
        for kaart in kaartregels.kaarten_van(blad, bespreking):
            if blad.haal(Professional, kaart.professional).partij == partij:
                raise ongeldig(
                    "Deze partij heeft bij deze casus al een vraagkaart. Is er meer te vragen? "
                    "Geef dan een stoel, of trek de eerste kaart in.",
                    "professional",
                )


def _kaart_en_plek(blad: Blad, id: str) -> tuple[Vraagkaart, tuple[Overleg, Casus, Bespreking]]:
    kaart = blad.haal(Vraagkaart, id)
    return kaart, blad.bespreking(kaart.overleg, kaart.casus)


def _toets_wacht(kaart: Vraagkaart) -> None:
    if kaart.ingetrokken_op is not None:
        raise ongeldig(
            "Deze vraagkaart is ingetrokken. Stel zo nodig een nieuwe vraag.", "vraagkaart"
        )
    if kaart.inbreng is not None:
        raise ongeldig(
            "Op deze vraagkaart is al geantwoord. Stel zo nodig een nieuwe vraag.", "vraagkaart"
        )


@schermhandeling
class VraagkaartMaken(Handeling, frozen=True, kw_only=True):
    """Het blad voor wie antwoord geeft: de vraag en waarom, zonder de naam van de betrokkene."""

    NAAM: ClassVar[str] = "vraagkaart.maken"
    vraagkaart: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        kaart, (overleg, casus, bespreking) = _kaart_en_plek(blad, self.vraagkaart)
        blad.toets_rol()
        toets_overleg(overleg)
        toets_casus(casus)
        toets_niet_afgerond(bespreking)
        _toets_wacht(kaart)
        namen = blad.geef_uit(
            partial(opmaak.vraagkaart, blad.opslag, blad.catalogus, kaart.id),
            aan=Bestemming(
                soort=SoortPapier.VRAAGKAART,
                casussen=(casus.id,),
                ontvanger=kaart.professional,
                overleg=overleg.id,
            ),
        )
        return {"bestanden": namen}


@schermhandeling
class VraagkaartBeantwoorden(Handeling, frozen=True, kw_only=True):
    """Het schriftelijke antwoord: een inbreng met dezelfde regels, alleen zonder aanwezigheid.

    `id` is de aanduiding van de inbreng. Het mag vóór en tijdens de bespreking; horen doen het
    dan wie is toegelaten, of wie er in de kamer is.
    """

    NAAM: ClassVar[str] = "vraagkaart.beantwoorden"
    vraagkaart: str
    id: str
    niveau: str
    kern: Tekst
    route: str = ""
    toestemming: str | None = None
    motivering: str = ""

    def voer_uit(self, blad: Blad) -> Antwoord:
        kaart, waar = _kaart_en_plek(blad, self.vraagkaart)
        overleg, casus, bespreking = waar
        inbreng = kaartregels.als_inbreng(
            kaart,
            self.id,
            niveau=blad.keuze(Niveau, self.niveau),
            kern=self.kern,
            route=self.route,
            toestemming=self.toestemming or None,
            motivering=self.motivering,
        )
        voorstel = voorstel_van(
            blad,
            waar,
            inbreng,
            pet=kaart.pet,
            horen=kaartregels.hoorders(blad, overleg, bespreking),
            dag=blad.vandaag,
        )
        blad.nieuw(Inbreng, self.id, "deze inbreng")
        blad.toets_rol()
        for bezwaar in opening.bezwaren_tegen_delen(
            blad.opslag, overleg, casus, bespreking, blad.vandaag
        ):
            raise bezwaar
        _toets_wacht(kaart)
        for bezwaar in regels.bezwaren(blad.catalogus, voorstel):
            raise bezwaar
        blad.bewaar(inbreng)
        blad.bewaar(replace(kaart, beantwoord_op=blad.vandaag, inbreng=inbreng.id))
        return {}


@schermhandeling
class VraagkaartIntrekken(Handeling, frozen=True, kw_only=True):
    """De vraag is niet meer nodig. Lag er al een antwoord, dan is de tekst ervan meteen weg."""

    NAAM: ClassVar[str] = "vraagkaart.intrekken"
    vraagkaart: str
    reden: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        kaart, (overleg, casus, bespreking) = _kaart_en_plek(blad, self.vraagkaart)
        blad.toets_rol()
        toets_overleg(overleg)
        toets_casus(casus)
        toets_niet_afgerond(bespreking)
        if kaart.ingetrokken_op is not None:
            raise ongeldig(
                "Deze vraagkaart is al ingetrokken. Stel zo nodig een nieuwe vraag.", "vraagkaart"
            )
        inbreng = blad.haal(Inbreng, kaart.inbreng) if kaart.inbreng else None
        if inbreng is not None and inbreng.telt_mee:
            trek_meenemingen_in(blad, inbreng)
            blad.bewaar(zonder_tekst(inbreng, Lot.GESCHRAPT, self.reden))
            blad.vernietigt = True
        blad.bewaar(replace(kaart, ingetrokken_op=blad.vandaag, reden_ingetrokken=self.reden))
        return {}
