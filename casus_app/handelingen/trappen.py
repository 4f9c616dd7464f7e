"""Getrapt openbaar: zonder naam beginnen, en stap voor stap verder (Startnotitie 7.2)."""

from datetime import date
from typing import ClassVar

import msgspec

from casus_app.blad import Blad
from casus_app.domein.casus import Betrokkene, Casus
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Stand
from casus_app.domein.tekst import zegt_iets
from casus_app.domein.zeef import Trap, Zeef
from casus_app.handelingen.aanmelding import (
    Categorieen,
    KringVorm,
    casus_van_vandaag,
    noteer_gegevens,
    noteer_kring,
    toets_kring,
)
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, schermhandeling
from casus_app.regels.aanmelding import toets_categorieen, toets_doel, toets_relaties
from casus_app.regels.stand import toets_casus, toets_in_behandeling, toets_noodzaak
from casus_app.regels.trap import WIJST_IEMAND_AAN, WOORDEN, trap_van
from casus_app.weigeringen import Code, Weigering, ongeldig


@schermhandeling
class CasusAanmeldenZonderNaam(Handeling, frozen=True, kw_only=True):
    """Een casus zonder naam: eerst de vraag of hij hier hoort. De bewaartermijn loopt wel.

    Geen betrokkene, geen kring en niets wat iemand aanwijst; dat komt pas met een reden.
    """

    NAAM: ClassVar[str] = "casus.aanmelden-zonder-naam"
    OMKEERBAAR: ClassVar[bool] = True
    id: str
    aanmelder: str
    doel: str
    aanleiding: Tekst
    leefgebieden: tuple[str, ...]
    categorieen: Categorieen = msgspec.field(default_factory=dict)

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.haal(Professional, self.aanmelder)
        blad.instelling()
        blad.nieuw(Casus, self.id, "deze casus")
        blad.onderwerp = ("casus", self.id)
        blad.toets_rol()
        toets_doel(self.doel)
        toets_categorieen(blad.catalogus, blad.soort_van(self.aanmelder), self.categorieen)
        if WIJST_IEMAND_AAN & self.categorieen.keys():
            raise Weigering(
                Code.CATEGORIE_NIET_TOEGESTAAN,
                "Deze gegevens wijzen iemand aan, en deze casus is zonder naam. Laat ze weg tot "
                "de casus een trap verder is.",
            )
        casus = casus_van_vandaag(
            blad,
            id=self.id,
            aanmelder=self.aanmelder,
            doel=self.doel,
            aanleiding=self.aanleiding,
            leefgebieden=self.leefgebieden,
        )
        blad.bewaar(casus)
        noteer_gegevens(blad, casus.id, self.categorieen)
        _noteer_zeef(blad, casus.id, Trap.ZONDER_NAAM, "Aangemeld zonder naam.")
        return {"vernietigen_op": casus.vernietigen_op}


@schermhandeling
class CasusTrapVerder(Handeling, frozen=True, kw_only=True):
    """Eén trap verder open, met de reden. Terug kan niet; wat eenmaal gezegd is, is gezegd.

    `naar` is de eerstvolgende trap: zo gaat wie een oud scherm ziet er nooit twee. Bij de stap
    vanaf zonder naam hoort de naam, en dan kan ook de kring erbij.
    """

    NAAM: ClassVar[str] = "casus.trap-verder"
    OMKEERBAAR: ClassVar[bool] = True
    casus: str
    naar: str
    reden: Tekst
    naam: str = ""
    geboortedatum: date | None = None
    kring: tuple[KringVorm, ...] = ()

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        naar = blad.keuze(Trap, self.naar)
        nu = trap_van(blad.opslag, casus.id)
        self._toets_stap(nu, naar)
        toets_kring(self.kring)
        blad.toets_rol()
        toets_casus(casus)
        if naar is Trap.INHOUD:
            toets_in_behandeling(casus)
        for persoon in self.kring:
            toets_noodzaak(persoon.noodzaak)
        toets_relaties(self.kring)
        if nu is Trap.ZONDER_NAAM:
            blad.bewaar(
                Betrokkene(casus=casus.id, naam=self.naam, geboortedatum=self.geboortedatum)
            )
            noteer_kring(blad, casus.id, self.kring)
        _noteer_zeef(blad, casus.id, naar, self.reden)
        blad.feit = bool(blad.zoek(Bespreking, casus=casus.id, stand=Stand.OPEN))
        return {"trap": naar}

    def _toets_stap(self, nu: Trap, naar: Trap) -> None:
        if nu.volgende is None:
            raise ongeldig("Deze casus is al helemaal open; er is geen trap meer.")
        if naar is not nu.volgende:
            raise ongeldig(
                f"Een casus gaat één trap tegelijk, en nooit terug. De volgende trap is "
                f"'{WOORDEN[nu.volgende]}'."
            )
        noemt_iemand = self.naam or self.geboortedatum or self.kring
        if nu is Trap.ZONDER_NAAM and not zegt_iets(self.naam):
            raise ongeldig("Vanaf deze trap heeft de casus een naam nodig. Vul de naam in.")
        if nu is not Trap.ZONDER_NAAM and noemt_iemand:
            raise ongeldig("De naam staat er al. Laat naam, geboortedatum en kring hier leeg.")


def _noteer_zeef(blad: Blad, casus: str, trap: Trap, reden: str) -> None:
    nummer = len(blad.zoek(Zeef, casus=casus)) + 1
    blad.bewaar(Zeef(casus=casus, nummer=nummer, trap=trap, reden=reden, op=blad.vandaag))
