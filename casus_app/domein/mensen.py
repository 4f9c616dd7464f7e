"""Partijen en de professionals die namens hen aan tafel komen."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Partij:
    """Een organisatie; haar soort bepaalt taken, grondslagen en geheimhouding (WGS 2.27)."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    soort: str
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Professional:
    """Iemand die namens een partij werkt.

    `geheimhouding_op` is de dag van de getekende geheimhoudingsverklaring (BGS 2.21 lid 2),
    `geheimhouding_tot` de laatste dag waarop zij geldt; leeg: zonder einde.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    partij: str
    naam: str
    functie: str
    email: str = ""
    geheimhouding_op: date | None = None
    geheimhouding_tot: date | None = None

    @property
    def wie(self) -> str:
        """Naam en functie; wie de naam niet mag lezen ziet alleen de functie."""
        return ", ".join(filter(None, (self.naam, self.functie)))
