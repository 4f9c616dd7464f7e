"""Wat aan tafel half getypt is: geen handeling, wel van de kluis, en weg zodra het gebruikt is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Kladveld(StrEnum):
    """Waar aan tafel getypt wordt."""

    INBRENG = "inbreng"
    AFSPRAAK = "afspraak"
    BESLUIT = "besluit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Klad:
    """De tekst in één veld bij één bespreking, zoals het scherm hem terug kan zetten.

    Hij verdwijnt met de handeling die hem gebruikt, en uiterlijk als de bespreking klaar is.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("overleg", "casus", "veld")
    overleg: str
    casus: str
    veld: Kladveld
    tekst: str
