"""De klok van een oefenkluis: een dag die bewaard wordt en alleen met een handeling verschuift."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

OEFENKLOK = "klok"


@dataclass(frozen=True, slots=True, kw_only=True)
class Oefenklok:
    """Welke dag het in deze oefenkluis is. Een echte kluis heeft er geen."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    dag: date
