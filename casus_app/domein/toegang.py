"""Wie de kluis kan openen, en wat er aan de sloten verandert (docs/besluiten/0024)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar


@dataclass(frozen=True, slots=True, repr=False)
class Geheim:
    """Een wachtzin of herstelsleutel; wie hem afdrukt ziet alleen dat er een is."""

    tekst: str

    def __repr__(self) -> str:
        return "Geheim"


class Slotsoort(StrEnum):
    """Waarmee een slot opengaat."""

    WACHTZIN = "wachtzin"
    HERSTEL = "herstel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toegang:
    """Een slot op de kluis, zonder zijn geheim: van wie het is en wat die mag.

    `moet_wisselen`: de wachtzin is gegeven en niet gekozen; eerst komt er een eigen.
    """

    id: str
    naam: str
    rol: str
    soort: Slotsoort = Slotsoort.WACHTZIN
    moet_wisselen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotErbij:
    """Iemand erbij."""

    id: str
    naam: str
    rol: str
    wachtzin: Geheim
    moet_wisselen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotWeg:
    """Iemand eruit: een nieuwe wortelsleutel, en de database opnieuw versleuteld."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotRol:
    """Iemand krijgt een andere rol; de wachtzin blijft."""

    id: str
    rol: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotWachtzin:
    """Een nieuwe wachtzin voor wie de oude kent."""

    id: str
    oud: Geheim
    nieuw: Geheim


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotHersteld:
    """Een nieuwe wachtzin voor wie de zijne kwijt is, door wie met de herstelsleutel opende."""

    id: str
    nieuw: Geheim


@dataclass(frozen=True, slots=True, kw_only=True)
class HerstelErbij:
    """Een nieuwe herstelsleutel (twintig bytes, in hex); een oudere blijft tot zij beproefd is."""

    id: str
    sleutel: Geheim


@dataclass(frozen=True, slots=True, kw_only=True)
class HerstelBeproefd:
    """De herstelsleutel is teruggetypt en past op dit slot; een oudere vervalt."""

    id: str
    sleutel: Geheim


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkwortelNieuw:
    """Een nieuwe werkwortel, omdat iemand die de oude had er niet meer bij mag."""


Sleutelwerk = (
    SlotErbij
    | SlotWeg
    | SlotRol
    | SlotWachtzin
    | SlotHersteld
    | HerstelErbij
    | HerstelBeproefd
    | WerkwortelNieuw
)
"""Wat er in het sleutelbestand verandert; de opslag doet het samen met de logregel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vertrokkene:
    """Wie eruit is: zonder dit zegt een logregel van toen niet meer wie het was (NEN 7513)."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    naam: str
    rol: str
    op: date
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstelsleutel:
    """Wat er van een herstelsleutel bekend is, zonder de sleutel zelf; `slot` is haar slot."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("slot",)
    slot: str
    gemaakt_op: date
    in_tweeen: bool = False
    beproefd_op: date | None = None
    gebruikt_op: date | None = None
