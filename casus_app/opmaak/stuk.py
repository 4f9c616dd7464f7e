"""Wat er op papier komt: een stuk is een rij onderdelen, los van hoe het gedrukt wordt."""

from dataclasses import dataclass, field
from datetime import date, datetime

TAAL = "nl-NL"


@dataclass(frozen=True, slots=True)
class Opdruk:
    """Wat op ieder blad van een stuk staat: of het oefening is, de dag, en een zegel.

    `zegel` is het zegel van de laatste logregel; het papier verankert zo het logboek.
    """

    oefening: bool
    datum: date
    zegel: str = ""


@dataclass(frozen=True, slots=True)
class Kop:
    """Een kop; niveau 1 is de titel van het stuk, onderdelen beginnen bij 2."""

    niveau: int
    tekst: str


@dataclass(frozen=True, slots=True)
class Alinea:
    """Lopende tekst; een regeleinde in de tekst blijft een regeleinde."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Noot:
    """Een alinea die naar de achtergrond hoort: kleiner en grijzer."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Uitspraak:
    """Waar het stuk om draait: groter en vet."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Lijst:
    """Een opsomming."""

    punten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Velden:
    """Feiten met hun naam ervoor."""

    paren: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Kaart:
    """Eén gegeven als geheel: wat het is, de tekst zelf, en wat erbij hoort."""

    titel: str
    tekst: str
    velden: Velden


@dataclass(frozen=True, slots=True)
class Tabel:
    """Rijen onder kolomkoppen; `breedtes` verdeelt de bladspiegel naar verhouding.

    `staven` tekent bij elke rij hoe groot zij is, van 0 tot 1; de getallen staan in de rij zelf.
    """

    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    breedtes: tuple[int, ...]
    staven: tuple[float, ...] = ()


Onderdeel = Kop | Alinea | Noot | Uitspraak | Lijst | Velden | Kaart | Tabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk:
    """Een stuk om te drukken.

    `naam` is de bestandsnaam, `soort` de neutrale titel in de metadata, `wiens` en `voor` zeggen
    van wie dit exemplaar is. `op_een_blad` vraagt de drukker iets dichter te zetten als het dan
    past. `inhoud` is de vingerafdruk van de tekst, als die al berekend is (`opmaak.versie`).
    """

    naam: str
    soort: str
    titel: str
    opdruk: Opdruk
    voor: str = ""
    wiens: str = "Exemplaar voor"
    ondertitel: str = ""
    onderdelen: tuple[Onderdeel, ...]
    op_een_blad: bool = True
    taal: str = TAAL
    inhoud: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekststuk:
    """Een bestand dat geen papier is en al af is."""

    naam: str
    inhoud: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdvak:
    """Wanneer iemand nodig is; `uid` is voor dezelfde uitnodiging altijd gelijk."""

    van: datetime
    tot: datetime
    uid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendastuk:
    """Eigen tijden voor een agendaprogramma, zonder inhoud en zonder anderen.

    `volgnummer` gaat omhoog bij elke wijziging; `vervallen` moet uit de agenda van de ontvanger.
    """

    naam: str
    titel: str
    plaats: str
    opdruk: Opdruk
    tijdvakken: tuple[Tijdvak, ...] = field(default=())
    vervallen: tuple[Tijdvak, ...] = field(default=())
    volgnummer: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendadag:
    """Een dag waarop iets klaar moet zijn; `uid` is voor hetzelfde altijd gelijk."""

    op: date
    titel: str
    uid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Herinneringstuk:
    """Hele dagen voor een agendaprogramma, met een seintje de ochtend ervoor."""

    naam: str
    opdruk: Opdruk
    dagen: tuple[Agendadag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beveiligd:
    """Een stuk dat alleen met deze wachtzin open gaat; de wachtzin wordt nergens bewaard."""

    stuk: Stuk
    wachtzin: str = field(repr=False)

    @property
    def naam(self) -> str:
        """Aan de naam is te zien dat er een wachtzin bij hoort."""
        return f"{self.stuk.naam.removesuffix('.pdf')}-beveiligd.pdf"


Uitgave = Stuk | Agendastuk | Herinneringstuk | Tekststuk | Beveiligd
