"""Het overleg en de besprekingen erin: wie per casus nodig is en wie er in de kamer is."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar


class SoortBespreking(StrEnum):
    """Een casusoverleg maakt afspraken; een weging beslist alleen of de casus hier hoort."""

    CASUSOVERLEG = "casusoverleg"
    WEGING = "weging"


class Stand(StrEnum):
    """Waar een bespreking staat."""

    GEPLAND = "gepland"
    OPEN = "open"
    GESLOTEN = "gesloten"
    DOORGESCHOVEN = "doorgeschoven"


class Uitnodiging(StrEnum):
    """Of de betrokkene is uitgenodigd (MvT Wams 5.4.3)."""

    ONBESLIST = "onbeslist"
    UITGENODIGD = "uitgenodigd"
    NIET_UITGENODIGD = "niet-uitgenodigd"


class Rol(StrEnum):
    """Waarvoor iemand aan tafel zit."""

    UITVOEREND = "uitvoerend"
    ADVISEUR = "adviseur"
    PROCESREGISSEUR = "procesregisseur"
    VOORZITTER = "voorzitter"
    STEUNFIGUUR = "steunfiguur"


class Pet(StrEnum):
    """Namens wie een wijkteamlid hier zit; de pet bepaalt de geheimhouding (vraag 26, 30)."""

    TOELEIDING = "toeleiding"
    HULPVERLENING = "hulpverlening"
    CASUSREGIE = "casusregie"
    PROCESREGIE = "procesregie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overleg:
    """Een bijeenkomst waarin casussen na elkaar besproken worden. `begin` is "UU:MM"."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    kader: str
    datum: date
    begin: str
    plaats: str
    voorzitter: str
    vastgesteld_op: date | None = None

    @property
    def vastgesteld(self) -> bool:
        """Na de vaststelling verandert er niets meer."""
        return self.vastgesteld_op is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pauze:
    """Een pauze na de casus op deze plek; zij hoort bij de plek, niet bij de casus."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("overleg", "plek")
    overleg: str
    plek: int
    minuten: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzending:
    """Wat iemand van een overleg heeft gekregen: alleen de eigen tijden, voor de keer erna.

    `tijden` zijn tijdvakken als "10:20-10:40"; geen tijden is een afzegging. `nummer` telt de
    keren dat er voor deze persoon iets anders in stond. Bij het vaststellen gaan ze weg.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("overleg", "professional", "nummer")
    overleg: str
    professional: str
    nummer: int
    op: date
    datum: date
    plaats: str
    tijden: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bespreking:
    """Eén casus in één overleg. `plek` is de plaats in de volgorde, vanaf 1.

    `wegingen_vooraf` is hoe vaak de casus al gewogen was toen hij op de agenda kwam.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("overleg", "casus")
    overleg: str
    casus: str
    plek: int
    minuten: int
    vraag: str
    soort: SoortBespreking = SoortBespreking.CASUSOVERLEG
    wegingen_vooraf: int = 0
    stand: Stand = Stand.GEPLAND
    uitnodiging: Uitnodiging = Uitnodiging.ONBESLIST
    zwaarwegend_belang: str = ""
    geopend_op: datetime | None = None
    gesloten_op: datetime | None = None
    reden_doorgeschoven: str = ""
    besluit: str = ""
    aanspreekpunt: str | None = None
    evaluatie_op: date | None = None
    klaar_als: str = ""

    @property
    def afgerond(self) -> bool:
        """Gesloten of doorgeschoven: er kan niets meer bij."""
        return self.stand in {Stand.GESLOTEN, Stand.DOORGESCHOVEN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelname:
    """Een stoel aan tafel bij één casus: met taak en noodzaak (vraag 33; WGS 2.31 lid 4).

    Is de stoel ingetrokken, dan blijft alleen vastliggen dat en waarom; `ingetrokken_op=None`
    vindt de stoelen die gelden.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("overleg", "casus", "professional")
    overleg: str
    casus: str
    professional: str
    rol: Rol
    taak: str
    noodzaak: str
    pet: Pet | None = None
    ingetrokken_op: date | None = None
    reden_ingetrokken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanwezigheid:
    """Dat iemand in de kamer was, van `van` tot vertrek (`tot`); `nummer` telt zijn keren."""

    SLEUTEL: ClassVar[tuple[str, ...]] = ("overleg", "casus", "professional", "nummer")
    overleg: str
    casus: str
    professional: str
    nummer: int
    van: datetime
    tot: datetime | None = None
