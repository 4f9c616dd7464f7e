"""Wat het vak van de buitenwereld nodig heeft; de opslag en de drukker passen zich hiernaar."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Generic, Protocol

from casus_app.domein.klad import Klad
from casus_app.domein.toegang import Sleutelwerk, Toegang
from casus_app.domein.waarde import W, Waarde


@dataclass(frozen=True, slots=True)
class Wijziging(Generic[W]):
    """Eén waarde voor en na: `None` ervoor is nieuw, `None` erna is weg."""

    voor: W | None
    na: W | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Logregel:
    """Wat het logboek van een handeling onthoudt: geen inhoud, geen namen (WGS 1.8 lid 4).

    `onderwerp` noemt soort en sleutel van waar het over ging; de opslag schrijft alleen een
    pseudoniem van de sleutel op, zodat de regel de vernietiging van een casus overleeft.
    """

    moment: datetime
    gebruiker: str
    rol: str
    handeling: str
    uitkomst: str
    code: str = ""
    onderwerp: tuple[str, str] | None = None
    aantal: int | None = None


@dataclass(frozen=True, slots=True)
class Logstand:
    """De uitkomst van een controle van het hele logboek; `laatste` is het laatste zegel.

    `breuk` is het nummer van de eerste regel die niet klopt.
    """

    heel: bool
    regels: int
    laatste: str
    breuk: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BewaardeRegel:
    """Een regel zoals hij in het logboek staat; het nummer begint bij 1 en loopt door."""

    nr: int
    moment: datetime
    gebruiker: str
    rol: str
    handeling: str
    uitkomst: str
    code: str
    soort: str | None
    pseudoniem: str | None
    aantal: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Logzeef:
    """Welke regels van het logboek: leeg laat alles door. `van` telt mee, `tot` niet."""

    handeling: str = ""
    rol: str = ""
    pseudoniem: str = ""
    van: datetime | None = None
    tot: datetime | None = None
    uitkomst: str = ""


ALLES = Logzeef()
KEREN = ("handeling.ongedaan", "handeling.opnieuw")
"""Terugdraaien haalt weg wat net gedaan is; dat is geen vernietiging."""
GEWEIGERD = "geweigerd"
"""De uitkomst van een handeling die niet mocht."""

Meld = Callable[[int, int], object]
"""Hoort hoeveel er klaar is en hoeveel het er worden."""
Voortgang = Callable[[int, int], bool]
"""Hoort hoeveel er nagelopen is en hoeveel het er zijn; `False` houdt op."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservebericht:
    """Wat er van een reservekopie werd; `zin` is voor mensen, zonder namen of paden.

    `tweede` is `None` zonder tweede plaats, en onwaar als die er niet was of vol was.
    """

    gelukt: bool
    zin: str
    regels: int = 0
    tweede: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kopie:
    """Een reservekopie die er ligt; zij heeft haar naam omdat zij geopend en heel bevonden is."""

    pad: Path
    moment: datetime
    regels: int
    elders: bool = False
    """Ook op de tweede plaats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ankerstand:
    """Een anker dat buiten de database bewaard is; `past` zegt of de keten het kent."""

    waar: str
    nr: int
    moment: datetime | None
    past: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Kluisstaat:
    """Hoe het met de kluis als geheel staat, voor wie hem beheert of controleert."""

    kopieen: tuple[Kopie, ...] = ()
    plaats: Path
    tweede: Path | None = None
    tweede_er: bool = False
    tweede_op: datetime | None = None
    zelfde_schijf: bool = False
    """De tweede plaats staat op dezelfde schijf als de kluis."""
    ankers: tuple[Ankerstand, ...] = ()
    melding: str = ""
    """Wat een anker laat zien dat niet klopt, of niets."""
    regels: int = 0


@dataclass(frozen=True, slots=True)
class Zegelplaats:
    """De logregel waarvan het zegel op papier staat, en hoeveel er daarna kwamen."""

    nr: int
    moment: datetime
    erna: int


Vastlegger = Callable[[Sequence[Wijziging[Waarde]], Logregel], object]


class Kluisbeheer(Protocol):
    """Wat er met de kluis als geheel kan. Fouten zijn `OpslagFout`."""

    def staat(self) -> Kluisstaat:
        """Leest alles wat er te zien is, ook op de tweede plaats: kan even duren."""
        ...

    def laatste_kopie(self) -> datetime | None:
        """Wanneer de nieuwste reservekopie hier gemaakt is; snel."""
        ...

    def maak_kopie(self, nu: datetime, meld: Meld) -> Reservebericht:
        """Maakt een reservekopie en kijkt haar na; `meld` hoort hoeveel procent klaar is."""
        ...

    def beproef_kopie(self, meld: Meld) -> Reservebericht:
        """Opent de nieuwste reservekopie en kijkt haar na."""
        ...

    def kies_tweede(
        self, map_: str, wijzigingen: Sequence[Wijziging[Waarde]], regel: Logregel
    ) -> None:
        """Onthoudt waar de kopieën ook heen gaan, met deze regel; leeg is nergens."""
        ...

    def aanvaard_anker(self, wijzigingen: Sequence[Wijziging[Waarde]], regel: Logregel) -> None:
        """Vanaf deze regel is deze kluis de goede, wat een ouder anker ook zegt."""
        ...

    def toets_wachtzin(self, wachtzin: str) -> None:
        """Of dit de wachtzin is van wie de kluis opende; duurt ongeveer een seconde."""
        ...

    def zoek_zegel(self, zegel: str) -> Zegelplaats | None:
        """Waar het zegel uit de voet van een papier in de keten staat; `None` is nergens."""
        ...


@dataclass(frozen=True, slots=True)
class Ondertekening:
    """Wat wie deze handeling doet ondertekent: per casus de onderdelen, elk als vaste tekst."""

    overleg: str
    onderdelen: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Handtekening:
    """Een handtekening onder een vastgesteld overleg; `eigen` is van wie de opslag nu open heeft.

    `geldig` gaat over de handtekening zelf, niet over wat er nu in de kluis staat.
    """

    rol: str
    gebruiker: str
    geldig: bool
    eigen: bool


@dataclass(frozen=True, slots=True)
class Vaststelling:
    """De handtekeningen van een overleg, en hoeveel onderdelen sindsdien anders of weg zijn."""

    handtekeningen: tuple[Handtekening, ...]
    gewijzigd: int
    verdwenen: int


class Zoeker(Protocol):
    """Wie alleen zoeken kan: genoeg om na te lopen wat er staat."""

    def zoek(self, soort: type[W], /, **waar: object) -> tuple[W, ...]:
        """Alle waarden waarvan deze velden zo zijn, in de volgorde waarin ze ontstonden."""
        ...


class Opslag(Protocol):
    """De bewaarplaats: waarden erin en eruit, en een logboek dat alleen groeit."""

    def haal(self, soort: type[W], *sleutel: str) -> W | None:
        """De waarde met deze sleutel, of `None`."""
        ...

    def zoek(self, soort: type[W], /, **waar: object) -> tuple[W, ...]:
        """Alle waarden waarvan deze velden zo zijn, in de volgorde waarin ze ontstonden.

        Op een veld met werktekst (`domein.werktekst`) kan niet: dat is verzegeld.
        """
        ...

    def leg_vast(
        self,
        wijzigingen: Sequence[Wijziging[Waarde]],
        regel: Logregel,
        *,
        grondig: bool = False,
        werk: Sleutelwerk | None = None,
        ondertekening: Ondertekening | None = None,
    ) -> str:
        """Schrijft alles en de logregel in één keer; geeft het zegel van de regel.

        Met `ondertekening` zet wie de opslag opende daar zijn handtekening onder.

        Bij terugkeer is het duurzaam. `grondig` haalt wat verdween ook uit de bijbestanden van de
        opslag (WAL). `werk` verandert wie er in de kluis kan, eerst in het sleutelbestand en dan
        hier. Fouten: `OpslagFout`; dan is er niets veranderd.
        """
        ...

    def slot(self) -> Toegang | None:
        """Wie de kluis opende."""
        ...

    def sloten(self) -> tuple[Toegang, ...]:
        """Wie de kluis kunnen openen."""
        ...

    def bewaar_klad(self, klad: Klad) -> None:
        """Schrijft half getypte tekst, zonder logregel; een lege tekst haalt hem grondig weg.

        Bij terugkeer is het duurzaam. Fouten: `OpslagFout`; dan is er niets veranderd.
        """
        ...

    def vaststelling(self, nu: Ondertekening) -> Vaststelling:
        """Wie dit overleg ondertekende, en of `nu` nog is wat zij ondertekenden."""
        ...

    def sluit(self) -> None:
        """Sluit de bewaarplaats; daarna kan er niets meer."""
        ...

    def laatste_zegel(self) -> str:
        """Het zegel van de laatste logregel, voor in de voet van een stuk (papieren anker)."""
        ...

    def controleer_logboek(self) -> Logstand:
        """Loopt de keten van begin tot eind na."""
        ...

    def loop_logboek_na(self, meld: Voortgang) -> Logstand | None:
        """Hetzelfde, in stukken waartussen een ander verder kan; `None` als `meld` ophield."""
        ...

    def logregels(
        self, zeef: Logzeef = ALLES, *, voor: int | None = None
    ) -> Iterator[BewaardeRegel]:
        """De regels ouder dan regel `voor`, nieuwste eerst; gelezen zodra erom gevraagd wordt."""
        ...

    def pseudoniem(self, soort: str, sleutel: str) -> str:
        """Waaronder het logboek over deze waarde spreekt."""
        ...


class Klok(Protocol):
    """De enige bron van tijd."""

    def vandaag(self) -> date:
        """De dag waarop gewerkt wordt."""
        ...

    def nu(self) -> datetime:
        """Het moment in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class Papier:
    """Een gedrukt stuk: een neutrale bestandsnaam en de inhoud."""

    naam: str
    inhoud: bytes
