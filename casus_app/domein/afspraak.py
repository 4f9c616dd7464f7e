"""Wie doet wat, en wanneer is het klaar."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar


class StandAfspraak(StrEnum):
    """Hoe het met een afspraak staat; de driedeling na `open` komt uit de MARAC-praktijk."""

    OPEN = "open"
    AFGEROND = "afgerond"
    NIET_GEDAAN = "niet-gedaan"
    NIET_MEER_MOGELIJK = "niet-meer-mogelijk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraak:
    """Een activiteit uit een bespreking; alleen dit staat in het plan van aanpak (BGS 2.17)."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    overleg: str
    casus: str
    uitvoerder: str
    wat: str
    uiterlijk: date
    klaar_als: str = ""
    stand: StandAfspraak = StandAfspraak.OPEN
    toelichting: str = ""
    bijgewerkt_op: date | None = None
