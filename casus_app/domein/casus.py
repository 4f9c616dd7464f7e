"""De casus: om wie het gaat, waarvoor, en wat er rond het overleg over besloten is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

BETROKKENE = "betrokkene"
"""De sleutel waarmee de betrokkene zelf wordt aangewezen, naast de sleutels van de kring."""


class Fase(StrEnum):
    """Waar een casus staat (WGS 2.31)."""

    AANGEMELD = "aangemeld"
    IN_BEHANDELING = "in-behandeling"
    NIET_IN_BEHANDELING = "niet-in-behandeling"
    AFGESLOTEN = "afgesloten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Casus:
    """De kop van een casus, zonder naam: overal wordt de code (`id`) gebruikt.

    `vernietigen_op` is de dag waarop alles van deze casus uiterlijk weg is (BGS 1.16).
    `fase_voor_sluiting` is de fase waarnaar heropenen terugkeert.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    kader: str
    aanmelder: str
    doel: str
    aanleiding: str
    leefgebieden: tuple[str, ...]
    aangemeld_op: date
    vernietigen_op: date
    fase: Fase = Fase.AANGEMELD
    fase_voor_sluiting: Fase | None = None
    gesloten_op: date | None = None
    bij_terugval: str = ""

    @property
    def afgeschermd(self) -> bool:
        """Na afsluiting mag niemand er nog mee werken (WGS 2.31 lid 8)."""
        return self.fase is Fase.AFGESLOTEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Betrokkene:
    """De persoon om wie het gaat; apart van de kop, zodat de naam de uitzondering blijft."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("casus",)
    casus: str
    naam: str
    geboortedatum: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VeiligContact:
    """Hoe men de betrokkene bereikt zonder hem in gevaar te brengen; staat op geen enkel papier.

    Wie de post of de telefoon opent kan de ander zijn. Het gaat ook in geen bestand mee.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("casus",)
    casus: str
    hoe: str
    op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Kringpersoon:
    """Een gezinslid of ander direct sociaal contact van de betrokkene (BGS 2.19)."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("casus", "id")
    casus: str
    id: str
    naam: str
    relatie: str
    noodzaak: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegeven:
    """Wat de aanmelder bij de aanmelding per categorie over de betrokkene opgaf (WGS 2.30)."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("casus", "categorie")
    casus: str
    categorie: str
    waarde: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weging:
    """Het oordeel of de casus hier hoort (WGS 2.31 lid 2; BGS 2.20). Een nieuwe vervangt de oude.

    `nummer` telt de wegingen van deze casus.

    `criterium_a` tot en met `criterium_d` is de toelichting; leeg betekent: niet voldaan.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("casus",)
    casus: str
    nummer: int = 1
    gewogen_op: date
    beoordelaars: tuple[str, ...]
    criterium_a: str = ""
    criterium_b: str = ""
    criterium_c: str = ""
    criterium_d: str = ""
    domeinen: tuple[str, ...] = ()
    in_behandeling: bool
    motivering: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Informering:
    """Of de betrokkene van de bespreking weet, of waarom nog niet (BGS 1.3; UAVG 41).

    `geinformeerd_op` gevuld: geïnformeerd. `grond` gevuld: uitgesteld, tot `heroverwegen_op`.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("casus",)
    casus: str
    geinformeerd_op: date | None = None
    wijze: str = ""
    grond: str = ""
    motivering: str = ""
    beoordelaar: str | None = None
    heroverwegen_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toestemming:
    """Waarmee een beroepsgeheim mag worden doorbroken (BW 7:457; Jeugdwet 7.3.11; vraag 32).

    `van` is `BETROKKENE` of de sleutel van een kringpersoon, `aan` de professional die erdoor
    mag spreken, `ontvangers` zijn de partijen die het mogen horen.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    casus: str
    van: str
    aan: str
    gegevens: str
    ontvangers: tuple[str, ...]
    doel: str
    wijze: str
    datum: date
    ingetrokken_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verlenging:
    """Een langere bewaartermijn, met instemming van wie de gegevens inbracht (BGS 1.16)."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("casus", "op", "vernietigen_op")
    casus: str
    op: date
    vernietigen_op: date
    maanden: int
    motivering: str
    instemming: tuple[str, ...]


class Wending(StrEnum):
    """Een casus gaat dicht, of weer open."""

    GESLOTEN = "gesloten"
    HEROPEND = "heropend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Oordeel:
    """Wie besloot een casus te sluiten of te heropenen, en waarom (WGS 2.31 lid 8)."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("casus", "nummer")
    casus: str
    nummer: int
    wending: Wending
    op: date
    beoordelaars: tuple[str, ...]
    reden: str
