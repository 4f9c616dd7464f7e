"""Wat er bij een aanmelding moet staan; ook een casus uit een ander huis voldoet eraan."""

from collections.abc import Iterable
from typing import Protocol

from casus_app.catalogus import Catalogus, Soort
from casus_app.domein.tekst import zegt_iets
from casus_app.weigeringen import Code, Weigering


class MetRelatie(Protocol):
    """Iemand uit de kring, bewaard of nog gevraagd."""

    @property
    def relatie(self) -> str: ...


def toets_doel(doel: str) -> None:
    """Zonder welbepaald doel is er geen casus (AVG 5 lid 1 b; WGS 2.25)."""
    if not zegt_iets(doel):
        raise Weigering(Code.GEEN_DOEL)


def toets_relaties(kring: Iterable[MetRelatie]) -> None:
    """Zonder relatie hoort iemand niet bij de kring (BGS 2.19)."""
    for persoon in kring:
        if not zegt_iets(persoon.relatie):
            raise Weigering(Code.PERSOON_BUITEN_KRING)


def toets_categorieen(catalogus: Catalogus, soort: Soort, categorieen: Iterable[str]) -> None:
    """Alleen uit de gesloten lijst, en alleen wat deze partij mag (WGS 2.30)."""
    for categorie in categorieen:
        if categorie not in catalogus.categorieen or categorie in soort.categorieen_niet:
            raise Weigering(Code.CATEGORIE_NIET_TOEGESTAAN)
