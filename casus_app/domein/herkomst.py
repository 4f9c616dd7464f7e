"""Waar een casus vandaan komt, en hoe in het andere huis heette wat hier anders heet."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkomst:
    """Wat hier `id` heet, heette `eerder` in huis `huis`; gaat met de casus mee en weg.

    `soort` is de tabel. Van een casus uit een ander huis is er altijd een, ook als hij zijn code
    hield; van iets anders alleen als de aanduiding hier al in gebruik was.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("casus", "soort", "id")
    casus: str
    soort: str
    id: str
    eerder: str
    huis: str
    op: date
