"""Waarmee een huis zich verantwoordt: het register, de rechten en het jaarbeeld."""

from functools import partial
from typing import ClassVar

from casus_app import opmaak
from casus_app.blad import Blad
from casus_app.handelingen.kern import Antwoord, Handeling, schermhandeling
from casus_app.weigeringen import ongeldig


@schermhandeling
class RegisterMaken(Handeling, frozen=True, kw_only=True):
    """Het verwerkingsregister (AVG 30)."""

    NAAM: ClassVar[str] = "register.maken"

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.instelling()
        blad.toets_rol()
        maak = partial(opmaak.verwerkingsregister, blad.opslag, blad.catalogus)
        return {"bestanden": blad.geef_uit(maak)}


@schermhandeling
class RechtenMaken(Handeling, frozen=True, kw_only=True):
    """Wie wat mag, om na te lopen (BIO2 5.18)."""

    NAAM: ClassVar[str] = "rechten.maken"

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.toets_rol()
        return {"bestanden": blad.geef_uit(opmaak.rechtenlijst)}


EERSTE_JAAR = 2000
"""Eerder was er geen programma om iets in te doen."""


@schermhandeling
class VerantwoordingJaarbeeld(Handeling, frozen=True, kw_only=True):
    """Het jaarbeeld: aantallen en verdelingen van een kalenderjaar, zonder een mens."""

    NAAM: ClassVar[str] = "verantwoording.jaarbeeld"
    jaar: int

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.instelling()
        if not EERSTE_JAAR <= self.jaar <= blad.vandaag.year:
            raise ongeldig("Over dit jaar is er geen beeld. Kies dit jaar of een eerder.", "jaar")
        blad.toets_rol()
        maak = partial(opmaak.jaarbeeld, blad.opslag, blad.catalogus, self.jaar)
        return {"bestanden": blad.geef_uit(maak)}
