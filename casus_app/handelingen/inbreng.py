"""Wat er op tafel komt, wat er afgesproken wordt, en wat ervan de kamer uit mag."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from casus_app.blad import Blad
from casus_app.domein.afspraak import Afspraak
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming, Niveau
from casus_app.domein.klad import Kladveld
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking
from casus_app.handelingen.bespreking import zonder_tekst
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, handeling
from casus_app.handelingen.tafel import doe_mee, gebruik_klad, vraag_akkoord_opnieuw
from casus_app.regels import inbreng as regels
from casus_app.regels import meenemen
from casus_app.regels.stand import (
    toets_aan_het_woord,
    toets_aan_tafel,
    toets_aanwezig,
    toets_toegelaten,
)
from casus_app.regels.voorstel import in_de_kamer, voorstel_van
from casus_app.weigeringen import Code, Weigering, bestaat_al, ongeldig


@handeling
class InbrengVastleggen(Handeling, frozen=True, kw_only=True):
    """Eén gegeven op tafel, met grondslag; een geheim alleen langs een wettige weg (WGS 2.29)."""

    NAAM: ClassVar[str] = "inbreng.vastleggen"
    id: str
    overleg: str
    casus: str
    inbrenger: str
    over: str
    categorie: str
    niveau: str
    grondslag: str
    noodzaak: str
    kern: Tekst
    route: str = ""
    toestemming: str | None = None
    motivering: str = ""

    def voer_uit(self, blad: Blad) -> Antwoord:
        waar = overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        blad.haal(Professional, self.inbrenger)
        inbreng = Inbreng(
            id=self.id,
            overleg=overleg.id,
            casus=casus.id,
            inbrenger=self.inbrenger,
            over=self.over,
            categorie=self.categorie,
            niveau=blad.keuze(Niveau, self.niveau),
            grondslag=self.grondslag,
            noodzaak=self.noodzaak,
            kern=self.kern,
            route=self.route,
            toestemming=self.toestemming or None,
            motivering=self.motivering,
        )
        stoel = blad.deelname(bespreking, self.inbrenger)
        voorstel = voorstel_van(
            blad,
            waar,
            inbreng,
            pet=stoel.pet if stoel else None,
            horen=in_de_kamer(blad, bespreking),
        )
        blad.nieuw(Inbreng, self.id, "deze inbreng")
        blad.toets_rol()
        toets_aan_tafel(overleg, casus, bespreking)
        toets_aan_het_woord(blad, bespreking, self.inbrenger)
        for bezwaar in regels.bezwaren(blad.catalogus, voorstel):
            raise bezwaar
        doe_mee(blad, overleg.id, casus.id, self.inbrenger)
        gebruik_klad(blad, overleg.id, casus.id, Kladveld.INBRENG)
        blad.bewaar(inbreng)
        return {}


@handeling
class InbrengSchrappen(Handeling, frozen=True, kw_only=True):
    """Te veel gedeeld: de tekst is meteen weg, dat er iets was blijft (vraag 14 en 28)."""

    NAAM: ClassVar[str] = "inbreng.schrappen"
    inbreng: str
    reden: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        inbreng = blad.haal(Inbreng, self.inbreng)
        blad.toets_rol()
        toets_aan_tafel(*blad.bespreking(inbreng.overleg, inbreng.casus))
        if not inbreng.telt_mee:
            raise ongeldig("Deze inbreng is al geschrapt.", "inbreng")
        trek_meenemingen_in(blad, inbreng)
        blad.bewaar(zonder_tekst(inbreng, Lot.GESCHRAPT, self.reden))
        vraag_akkoord_opnieuw(blad, inbreng.overleg, inbreng.casus)
        blad.vernietigt = True
        return {}


def trek_meenemingen_in(blad: Blad, inbreng: Inbreng) -> None:
    for meeneming in blad.zoek(Meeneming, inbreng=inbreng.id):
        blad.verwijder(meeneming)


@handeling
class AfspraakMaken(Handeling, frozen=True, kw_only=True):
    """Wie doet wat, en wanneer is het klaar. De uitvoerder is voor deze casus toegelaten."""

    NAAM: ClassVar[str] = "afspraak.maken"
    id: str
    overleg: str
    casus: str
    uitvoerder: str
    wat: Tekst
    uiterlijk: date
    klaar_als: str = ""

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        blad.haal(Professional, self.uitvoerder)
        blad.nieuw(Afspraak, self.id, "deze afspraak")
        if self.uiterlijk < min(blad.vandaag, overleg.datum):
            raise ongeldig(
                "De afspraak moet klaar zijn vóór het overleg. Kies een latere dag.", "uiterlijk"
            )
        blad.toets_rol()
        toets_aan_tafel(overleg, casus, bespreking)
        toets_toegelaten(blad, bespreking, self.uitvoerder)
        vraag_akkoord_opnieuw(blad, overleg.id, casus.id)
        gebruik_klad(blad, overleg.id, casus.id, Kladveld.AFSPRAAK)
        blad.bewaar(
            Afspraak(
                id=self.id,
                overleg=overleg.id,
                casus=casus.id,
                uitvoerder=self.uitvoerder,
                wat=self.wat,
                uiterlijk=self.uiterlijk,
                klaar_als=self.klaar_als,
            )
        )
        return {}


def _toets_op_tafel(blad: Blad, inbreng: Inbreng) -> Bespreking:
    """De inbreng ligt nog op tafel; van geschrapte inbreng is er niets meer om te geven."""
    overleg, casus, bespreking = blad.bespreking(inbreng.overleg, inbreng.casus)
    toets_aan_tafel(overleg, casus, bespreking)
    if not inbreng.telt_mee:
        raise ongeldig("Deze inbreng is geschrapt; er is niets meer om mee te nemen.", "inbreng")
    return bespreking


@handeling
class MeenemenToestaan(Handeling, frozen=True, kw_only=True):
    """De inbrenger zegt: dit mag deze persoon meenemen, voor deze afspraak (vraag 33)."""

    NAAM: ClassVar[str] = "meenemen.toestaan"
    inbreng: str
    door: str
    ontvanger: str
    afspraak: str
    voorwaarden: str = ""
    bewaren_tot: date | None = None

    def voer_uit(self, blad: Blad) -> Antwoord:
        inbreng = blad.haal(Inbreng, self.inbreng)
        for wie in (self.door, self.ontvanger):
            blad.haal(Professional, wie)
        afspraak = blad.haal(Afspraak, self.afspraak)
        blad.toets_rol()
        bespreking = _toets_op_tafel(blad, inbreng)
        toets_aanwezig(blad, bespreking, self.door, self.ontvanger)
        for bezwaar in meenemen.bezwaren(
            blad, bespreking, inbreng, afspraak, door=self.door, ontvanger=self.ontvanger
        ):
            raise bezwaar
        if blad.opslag.haal(Meeneming, inbreng.id, self.ontvanger, afspraak.id):
            raise bestaat_al("deze toestemming om mee te nemen", "ontvanger")
        blad.bewaar(
            Meeneming(
                inbreng=inbreng.id,
                ontvanger=self.ontvanger,
                afspraak=afspraak.id,
                voorwaarden=self.voorwaarden,
                bewaren_tot=self.bewaren_tot,
            )
        )
        blad.bewaar(replace(inbreng, lot=Lot.MEE))
        vraag_akkoord_opnieuw(blad, inbreng.overleg, inbreng.casus)
        return {}


@handeling
class MeenemenNiemand(Handeling, frozen=True, kw_only=True):
    """De inbrenger zegt: dit blijft hier. Het laatste woord telt; eerdere toestemming vervalt."""

    NAAM: ClassVar[str] = "meenemen.niemand"
    inbreng: str
    door: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        inbreng = blad.haal(Inbreng, self.inbreng)
        blad.haal(Professional, self.door)
        blad.toets_rol()
        bespreking = _toets_op_tafel(blad, inbreng)
        toets_aanwezig(blad, bespreking, self.door)
        if self.door != inbreng.inbrenger:
            raise Weigering(Code.ALLEEN_DE_INBRENGER)
        trek_meenemingen_in(blad, inbreng)
        blad.bewaar(replace(inbreng, lot=Lot.NIEMAND))
        vraag_akkoord_opnieuw(blad, inbreng.overleg, inbreng.casus)
        return {}
