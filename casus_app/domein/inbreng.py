"""Wat er ingebracht is, en wat ervan de kamer uit mag."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar


class Niveau(StrEnum):
    """Hoeveel er gezegd wordt: dat iemand bekend is, wie helpt, wat er speelt (Startnotitie 7)."""

    DAT = "dat"
    BUITENKANT = "buitenkant"
    INHOUD = "inhoud"


class Lot(StrEnum):
    """Wat er met een inbreng gebeurt; zonder woord van de inbrenger neemt niemand iets mee."""

    ONBESLIST = "onbeslist"
    NIEMAND = "niemand"
    MEE = "mee"
    GESCHRAPT = "geschrapt"
    VERNIETIGD = "vernietigd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbreng:
    """Eén gegeven, door één professional ingebracht, op één grondslag (WGS 1.5, 2.29, 2.30).

    Na schrappen of vernietigen zijn `kern`, `noodzaak` en `motivering` leeg; dat er iets was,
    van wie, waarover en op welke grondslag blijft.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    overleg: str
    casus: str
    inbrenger: str
    over: str
    categorie: str
    niveau: Niveau
    grondslag: str
    noodzaak: str
    kern: str
    route: str = ""
    toestemming: str | None = None
    motivering: str = ""
    lot: Lot = Lot.ONBESLIST
    reden_geschrapt: str = ""

    @property
    def telt_mee(self) -> bool:
        """Niet geschrapt: er hoort een meeneembesluit bij."""
        return self.lot is not Lot.GESCHRAPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeneming:
    """De inbrenger staat toe dat deze ontvanger dit gegeven meeneemt, voor deze afspraak.

    Bron: vraag 33; WGS 1.7 lid 1, 2.29 lid 3.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("inbreng", "ontvanger", "afspraak")
    inbreng: str
    ontvanger: str
    afspraak: str
    voorwaarden: str = ""
    bewaren_tot: date | None = None
