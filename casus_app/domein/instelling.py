"""De organisatie waarvan deze kluis is."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Instelling:
    """Wie verantwoordelijk is en welke termijnen gelden (AVG 26, 30; BGS 1.1, 1.16).

    Er is er precies één; haar sleutel is altijd `HUIS`.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    kader: str
    naam: str
    verantwoordelijke: str
    contactpunt: str
    fg: str
    bewaartermijn_maanden: int
    aanmelding_dagen: int


HUIS = "huis"
