"""Wat iemand deed om op de kluis te kunnen rekenen: beproefd, nagelopen, aanvaard."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar


class Zorg(StrEnum):
    """Waar iemand naar keek."""

    RESERVEKOPIE = "reservekopie"
    RECHTEN = "rechten"
    ANKER = "anker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kluiszorg:
    """Eén keer dat iemand keek, wie dat was en of het goed was (BIO2 5.18.02, 8.13.04).

    Het bewijs blijft staan: een volgende keer is een volgend nummer.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("zorg", "nummer")
    zorg: Zorg
    nummer: int
    op: date
    gelukt: bool
    door: str
    toelichting: str
