"""Waarmee een huis zich verantwoordt: het verwerkingsregister en de lijst van rechten."""

from functools import partial
from typing import ClassVar

from casus_app import opmaak
from casus_app.blad import Blad
from casus_app.handelingen.kern import Antwoord, Handeling, schermhandeling


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
