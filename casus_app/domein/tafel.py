"""Wat de tafel onthoudt naast de bespreking: hoe iemand erbij zit, een voorstel, en de stap."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar


class SoortHouding(StrEnum):
    """Hoe iemand bij één bespreking zit; wie hier niet in staat doet gewoon mee."""

    LUISTERT = "luistert"
    NIETS = "niets-in-te-brengen"


class Tafelstap(StrEnum):
    """De stappen van een casus aan tafel: beeld – oordeel – besluit, met een deur en een slot."""

    DEUR = "deur"
    BEELD = "beeld"
    OORDEEL = "oordeel"
    BESLUIT = "besluit"
    MEENEMEN = "meenemen"
    SLUITEN = "sluiten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Houding:
    """Dat iemand alleen luistert, of zei niets in te brengen: een feit zonder inhoud."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("overleg", "casus", "professional")
    overleg: str
    casus: str
    professional: str
    soort: SoortHouding


@dataclass(frozen=True, slots=True, kw_only=True)
class Hamerstuk:
    """Een voorbereid besluit: zegt niemand 'bespreken', dan wordt het zo besloten.

    Het verdwijnt als de bespreking dichtgaat of doorschuift.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("overleg", "casus")
    overleg: str
    casus: str
    besluit: str
    aanspreekpunt: str
    evaluatie_op: date
    klaar_als: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafelstand:
    """Bij welke stap de tafel was, zodat het scherm na een slot of een val daar weer opengaat."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("overleg", "casus")
    overleg: str
    casus: str
    stap: Tafelstap
