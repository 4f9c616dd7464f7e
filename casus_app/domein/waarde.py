"""Wat alle waarden gemeen hebben: een sleutel waaronder ze bewaard worden."""

from dataclasses import Field
from typing import Any, ClassVar, Protocol, TypeVar


class Waarde(Protocol):
    """Een bevroren dataclass met platte velden; `SLEUTEL` noemt de velden die haar aanwijzen.

    Een veld is een tekst, geheel getal, ja/nee, datum, moment, opsomming (`StrEnum`) of een
    tuple van teksten; `None` betekent: (nog) niet bekend. Verwijzingen zijn sleutels.
    """

    SLEUTEL: ClassVar[tuple[str, ...]]

    # Zo herkent mypy een dataclass zonder dat er een basisklasse nodig is.
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


W = TypeVar("W", bound=Waarde)


def sleutel_van(waarde: Waarde) -> tuple[str, ...]:
    """De sleutel van deze waarde, in de volgorde van `SLEUTEL`."""
    return tuple(getattr(waarde, veld) for veld in waarde.SLEUTEL)
