"""Een verzoek van de betrokkene om zijn rechten (AVG 15-21)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar


class SoortVerzoek(StrEnum):
    """Welk recht iemand inroept."""

    INZAGE = "inzage"
    RECTIFICATIE = "rectificatie"
    WISSING = "wissing"
    BEPERKING = "beperking"
    BEZWAAR = "bezwaar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzoek:
    """`uiterlijk` is een maand na ontvangst (AVG 12 lid 3)."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    casus: str
    soort: SoortVerzoek
    ontvangen_op: date
    uiterlijk: date
    besluit: str = ""
    motivering: str = ""
    afgehandeld_op: date | None = None
