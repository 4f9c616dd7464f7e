"""Een verzoek van de betrokkene om zijn rechten, en wat er daardoor verandert (AVG 12-21)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar


class SoortVerzoek(StrEnum):
    """Welk recht iemand inroept."""

    INZAGE = "inzage"
    RECTIFICATIE = "rectificatie"
    WISSING = "wissing"
    BEPERKING = "beperking"
    BEZWAAR = "bezwaar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzoek:
    """`uiterlijk` is een maand na ontvangst (AVG 12 lid 3)."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    casus: str
    soort: SoortVerzoek
    ontvangen_op: date
    uiterlijk: date
    besluit: str = ""
    motivering: str = ""
    afgehandeld_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzoekverlenging:
    """Het antwoord komt later, en waarom; één keer per verzoek (AVG 12 lid 3)."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("verzoek",)
    verzoek: str
    casus: str
    op: date
    uiterlijk: date
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weglating:
    """Wat bij een inzage niet getoond wordt, op welke grond en wie dat woog (UAVG 41).

    Hoogstens één van `inbreng`, `categorie` en `professional` wijst aan wat de inzage weglaat;
    zonder die drie zegt `wat` het, en haalt wie de inzage geeft het er zelf uit.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("verzoek", "nummer")
    verzoek: str
    nummer: int
    casus: str
    op: date
    wat: str
    grond: str
    motivering: str
    beoordelaar: str
    inbreng: str | None = None
    categorie: str = ""
    professional: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectificatie:
    """Volgens de betrokkene klopt een inbreng niet; wie hem inbracht hoort het (BGS 1.7; AVG 19).

    Leeg `gemeld_op`: de inbrenger moet het nog horen.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("verzoek", "inbreng")
    verzoek: str
    inbreng: str
    casus: str
    op: date
    wat: str
    gemeld_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beperking:
    """De gegevens blijven bewaard maar worden zolang niet gebruikt (AVG 18)."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("verzoek",)
    verzoek: str
    casus: str
    op: date
    reden: str
    opgeheven_op: date | None = None
    reden_opgeheven: str = ""
