"""De vier zeven: hoeveel er van een casus op tafel mag komen, en waarom het meer werd."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from casus_app.domein.inbreng import Niveau


class Trap(StrEnum):
    """Hoe ver een casus open is, van minst naar meest (Startnotitie 7.2)."""

    ZONDER_NAAM = "zonder-naam"
    DAT = "dat"
    BUITENKANT = "buitenkant"
    INHOUD = "inhoud"

    @property
    def volgende(self) -> "Trap | None":
        """De ene trap die hierna kan; `None` als alles al open is. Terug kan niet."""
        return TRAPPEN[TRAPPEN.index(self) + 1] if self is not Trap.INHOUD else None

    def laat_toe(self, niveau: Niveau) -> bool:
        """Of er op deze trap op dit niveau gesproken mag worden; zonder naam op geen enkel."""
        return TRAPPEN.index(Trap(niveau)) <= TRAPPEN.index(self)


TRAPPEN = tuple(Trap)
"""Van minst naar meest open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zeef:
    """Eén stap naar meer: tot welke `trap`, met welke reden. Nummer 1 is de aanmelding zelf."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("casus", "nummer")
    casus: str
    nummer: int
    trap: Trap
    reden: str
    op: date


def trap_na(zeven: Iterable[Zeef]) -> Trap:
    """Waar de casus nu staat. Wie met naam werd aangemeld heeft geen zeven, en staat open."""
    laatste = max(zeven, key=lambda zeef: zeef.nummer, default=None)
    return laatste.trap if laatste else Trap.INHOUD
