"""Wie de kluis kan openen, en de envelop voor als niemand dat meer kan (docs/besluiten/0024)."""

import secrets
from dataclasses import replace
from functools import partial
from typing import ClassVar

from casus_app import opmaak
from casus_app.blad import Blad
from casus_app.domein.herstelcode import Deel, groepen, in_tweeen, nieuwe_sleutel
from casus_app.domein.toegang import (
    Geheim,
    HerstelBeproefd,
    HerstelErbij,
    Herstelsleutel,
    SlotErbij,
    SlotHersteld,
    SlotRol,
    Slotsoort,
    SlotWachtzin,
    SlotWeg,
    Toegang,
    Vertrokkene,
)
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, schermhandeling
from casus_app.opmaak.wachtzin import wachtzin as een_wachtzin
from casus_app.regels.herstel import overgetypt
from casus_app.regels.wachtzin import oordeel
from casus_app.rollen import MAG, Gebruikersrol, leest_werktekst
from casus_app.weigeringen import Code, Weigering, bestaat_al, onbekend, ongeldig

NAAM_HOOGSTENS = 40
HEEL, HELFTEN = "een envelop", "twee enveloppen"


def _mensen(blad: Blad) -> list[Toegang]:
    return [slot for slot in blad.opslag.sloten() if slot.soort is Slotsoort.WACHTZIN]


def _slot(blad: Blad, id: str) -> Toegang:
    for slot in _mensen(blad):
        if slot.id == id:
            blad.onderwerp = ("gebruiker", id)
            return slot
    raise onbekend("deze gebruiker", "gebruiker", waarde=id)


def _eigen(blad: Blad, soort: Slotsoort) -> Toegang:
    """Het slot waarmee deze kluis geopend is."""
    slot = blad.opslag.slot()
    if slot is None or slot.soort is not soort:
        raise onbekend("dit slot")
    return slot


def _toets_wachtzin(blad: Blad, geheim: Geheim, veld: str, naam: str = "") -> None:
    """In een echte kluis moet een wachtzin sterk zijn; in een oefenkluis is niets geheim."""
    gevonden = oordeel(geheim.tekst, naam)
    if not geheim.tekst or (not blad.oefening and not gevonden.goed):
        raise ongeldig(gevonden.zin, veld)


def _toets_geeft_geen_meer(blad: Blad, rol: str) -> None:
    """Wie geen werktekst leest heeft haar sleutel niet, en kan hem dus niet geven (0025)."""
    eigen = blad.opslag.slot()
    if eigen is not None and leest_werktekst(rol) and not leest_werktekst(eigen.rol):
        raise Weigering(
            Code.ROL_NIET_BEVOEGD,
            "Dit geeft toegang tot werktekst, en die hebt u zelf niet. Vraag de coördinator.",
        )


def _toets_niet_uzelf(blad: Blad, slot: Toegang) -> None:
    eigen = blad.opslag.slot()
    if eigen is not None and eigen.id == slot.id:
        raise ongeldig("Dit kan niet bij uzelf. Vraag een andere beheerder.", "gebruiker")


def _toets_er_blijft_een_beheerder(blad: Blad, slot: Toegang) -> None:
    beheert = MAG["gebruiker.toelaten"]
    if not any(ander.rol in beheert for ander in _mensen(blad) if ander.id != slot.id):
        raise ongeldig(
            "Dan kan niemand meer gebruikers beheren. Laat eerst een andere coördinator of "
            "beheerder toe.",
            "gebruiker",
        )


@schermhandeling
class GebruikersBekijken(Handeling, frozen=True, kw_only=True):
    """Wie er nu in kan, wie er ooit in kon, en met welke rol (BIO2 5.18)."""

    NAAM: ClassVar[str] = "gebruikers.bekijken"

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.toets_rol()
        return {
            "gebruikers": [(slot.id, slot.naam, slot.rol) for slot in _mensen(blad)],
            "vertrokken": [(weg.id, weg.naam, weg.rol) for weg in blad.zoek(Vertrokkene)],
        }


@schermhandeling
class GebruikerToelaten(Handeling, frozen=True, kw_only=True):
    """Iemand erbij, met een eigen slot.

    De nieuwe gebruiker typt zelf een wachtzin; anders maakt het programma er een die één keer
    getoond wordt, en die bij het eerste openen vervangen moet worden.
    """

    NAAM: ClassVar[str] = "gebruiker.toelaten"
    naam: Tekst
    gebruikersrol: str
    wachtzin: Geheim | None = None

    def voer_uit(self, blad: Blad) -> Antwoord:
        rol = blad.keuze(Gebruikersrol, self.gebruikersrol)
        naam = " ".join(self.naam.split())
        if len(naam) > NAAM_HOOGSTENS:
            raise ongeldig(
                f"Deze naam is te lang. Kies een korte, hoogstens {NAAM_HOOGSTENS} tekens.", "naam"
            )
        if any(slot.naam.casefold() == naam.casefold() for slot in _mensen(blad)):
            raise bestaat_al("een gebruiker met deze naam", "naam")
        if self.wachtzin is not None:
            _toets_wachtzin(blad, self.wachtzin, "wachtzin", naam)
        blad.toets_rol()
        _toets_geeft_geen_meer(blad, rol)
        gegeven = None if self.wachtzin is not None else Geheim(een_wachtzin())
        nieuw = secrets.token_hex(8)
        blad.onderwerp = ("gebruiker", nieuw)
        blad.opmerking = rol
        blad.verander_toegang(
            SlotErbij(
                id=nieuw,
                naam=naam,
                rol=rol,
                wachtzin=self.wachtzin or gegeven or Geheim(""),
                moet_wisselen=gegeven is not None,
            )
        )
        return {"gebruiker": nieuw, "wachtzin": gegeven}


@schermhandeling
class GebruikerVerwijderen(Handeling, frozen=True, kw_only=True):
    """Iemand eruit: ook met een oude kopie van het sleutelbestand kan die er niet meer in."""

    NAAM: ClassVar[str] = "gebruiker.verwijderen"
    gebruiker: str
    reden: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        slot = _slot(blad, self.gebruiker)
        blad.toets_rol()
        _toets_niet_uzelf(blad, slot)
        _toets_er_blijft_een_beheerder(blad, slot)
        blad.opmerking = slot.rol
        blad.bewaar(
            Vertrokkene(
                id=slot.id, naam=slot.naam, rol=slot.rol, op=blad.vandaag, reden=self.reden
            )
        )
        blad.verander_toegang(SlotWeg(id=slot.id))
        return {}


@schermhandeling
class GebruikerRolWijzigen(Handeling, frozen=True, kw_only=True):
    """Een andere rol bij dezelfde wachtzin; zij telt bij het volgende openen."""

    NAAM: ClassVar[str] = "gebruiker.rol-wijzigen"
    gebruiker: str
    gebruikersrol: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        slot = _slot(blad, self.gebruiker)
        rol = blad.keuze(Gebruikersrol, self.gebruikersrol)
        blad.toets_rol()
        _toets_geeft_geen_meer(blad, rol)
        _toets_niet_uzelf(blad, slot)
        if rol not in MAG["gebruiker.toelaten"]:
            _toets_er_blijft_een_beheerder(blad, slot)
        blad.opmerking = rol
        blad.verander_toegang(SlotRol(id=slot.id, rol=rol))
        return {}


@schermhandeling
class WachtzinWijzigen(Handeling, frozen=True, kw_only=True):
    """De eigen wachtzin; de oude wordt opnieuw gevraagd."""

    NAAM: ClassVar[str] = "wachtzin.wijzigen"
    oud: Geheim
    nieuw: Geheim

    def voer_uit(self, blad: Blad) -> Antwoord:
        slot = _eigen(blad, Slotsoort.WACHTZIN)
        blad.toets_rol()
        _toets_wachtzin(blad, self.nieuw, "nieuw", slot.naam)
        if self.nieuw == self.oud:
            raise ongeldig("Dit is de wachtzin die u al had. Kies een andere.", "nieuw")
        blad.onderwerp = ("gebruiker", slot.id)
        blad.verander_toegang(SlotWachtzin(id=slot.id, oud=self.oud, nieuw=self.nieuw))
        return {}


@schermhandeling
class HerstelsleutelMaken(Handeling, frozen=True, kw_only=True):
    """Een herstelsleutel op papier, voor in een envelop of als twee helften in twee.

    Een oudere blijft werken tot deze is overgetypt: er is altijd een die het doet.
    """

    NAAM: ClassVar[str] = "herstelsleutel.maken"
    vorm: str = HEEL

    def voer_uit(self, blad: Blad) -> Antwoord:
        if self.vorm not in {HEEL, HELFTEN}:
            raise ongeldig(f"Deze keuze kan niet. Kies uit: {HEEL}, {HELFTEN}.", "vorm")
        blad.toets_rol()
        _toets_geeft_geen_meer(blad, Gebruikersrol.COORDINATOR)
        sleutel, slot = nieuwe_sleutel(), secrets.token_hex(8)
        delen = [(sleutel, Deel.HEEL)]
        if self.vorm == HELFTEN:
            eerste, tweede = in_tweeen(sleutel)
            delen = [(eerste, Deel.EERSTE_HELFT), (tweede, Deel.TWEEDE_HELFT)]
        blad.onderwerp = ("gebruiker", slot)
        blad.bewaar(
            Herstelsleutel(slot=slot, gemaakt_op=blad.vandaag, in_tweeen=self.vorm == HELFTEN)
        )
        blad.verander_toegang(HerstelErbij(id=slot, sleutel=Geheim(sleutel.hex())))
        makers = [
            partial(opmaak.herstelpapier, groepen(inhoud, deel, sleutel), deel)
            for inhoud, deel in delen
        ]
        return {"bestanden": blad.geef_uit(*makers)}


@schermhandeling
class HerstelsleutelBeproeven(Handeling, frozen=True, kw_only=True):
    """Typ de sleutel van papier over: dan is zeker dat de envelop het doet."""

    NAAM: ClassVar[str] = "herstelsleutel.beproeven"
    sleutel: Geheim
    tweede_helft: Geheim | None = None

    def voer_uit(self, blad: Blad) -> Antwoord:
        sloten = [slot for slot in blad.opslag.sloten() if slot.soort is Slotsoort.HERSTEL]
        if not sloten:
            raise ongeldig("Er is nog geen herstelsleutel. Maak er eerst een.", "sleutel")
        sleutel = overgetypt(self.sleutel, self.tweede_helft)
        blad.toets_rol()
        nieuwste = blad.haal(Herstelsleutel, sloten[-1].id)
        blad.onderwerp = ("gebruiker", nieuwste.slot)
        blad.bewaar(replace(nieuwste, beproefd_op=blad.vandaag))
        blad.verander_toegang(HerstelBeproefd(id=nieuwste.slot, sleutel=Geheim(sleutel.hex())))
        return {}


@schermhandeling
class HerstelsleutelGebruiken(Handeling, frozen=True, kw_only=True):
    """Met de envelop geopend: iemand krijgt een nieuwe wachtzin, en verder kan er niets."""

    NAAM: ClassVar[str] = "herstelsleutel.gebruiken"
    gebruiker: str
    nieuw: Geheim

    def voer_uit(self, blad: Blad) -> Antwoord:
        slot = _slot(blad, self.gebruiker)
        blad.toets_rol()
        envelop = blad.opslag.slot()
        if envelop is None or envelop.soort is not Slotsoort.HERSTEL:
            raise Weigering(
                Code.ROL_NIET_BEVOEGD,
                "Dit kan alleen met de herstelsleutel. Open de kluis eerst met de envelop.",
            )
        _toets_wachtzin(blad, self.nieuw, "nieuw", slot.naam)
        sleutel = blad.haal(Herstelsleutel, envelop.id)
        blad.bewaar(replace(sleutel, gebruikt_op=blad.vandaag))
        blad.verander_toegang(SlotHersteld(id=slot.id, nieuw=self.nieuw))
        return {}
