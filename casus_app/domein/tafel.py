"""Wat de tafel onthoudt naast de bespreking: hoe iemand erbij zit, een voorstel, en de stap."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar


class SoortHouding(StrEnum):
    """Hoe iemand bij één bespreking zit; wie hier niet in staat doet gewoon mee."""

    LUISTERT = "luistert"
    NIETS = "niets-in-te-brengen"


class SoortAkkoord(StrEnum):
    """Wat iemand zegt als besluit, afspraken en meenemen zijn teruggelezen."""

    AKKOORD = "akkoord"
    NIET = "niet-akkoord"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Akkoord:
    """Wat iemand zei bij het teruglezen; de opmerking is werktekst en verdwijnt bij vaststellen.

    Het hoort bij wat er toen stond: verandert dat, dan vervalt het akkoord. Wie niet akkoord was,
    blijft dat tot hij iets anders zegt.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("overleg", "casus", "professional")
    overleg: str
    casus: str
    professional: str
    soort: SoortAkkoord
    opmerking: str = ""
