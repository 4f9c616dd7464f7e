"""Een gelezen lijst van mensen: kolommen bij hun kop, regels met hun nummer in het bestand."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain, islice
from typing import Literal

from casus_app.domein.tekst import zegt_iets
from casus_app.fouten import CasusFout

Soort = Literal["csv", "ods", "xlsx"]
Rij = tuple[int, Sequence[str]]
"""Het nummer van een rij, zoals een rekenblad het laat zien, en haar cellen."""
Cel = str | date
"""Wat er in een cel geschreven wordt."""

REGELS_HOOGSTENS = 5_000
KOLOMMEN_HOOGSTENS = 100
CEL_HOOGSTENS = 20_000
"""Zoveel tekens mag een cel hebben; even veel als een veld van een handeling."""

_KOP_BINNEN = 10
"""De koppen staan in een van de eerste zoveel gevulde rijen; erboven mag een titel staan."""


class LijstFout(CasusFout):
    """Een bestand dat niet als lijst te lezen is; de zin zegt wat eraan te doen is."""


class Kolom(StrEnum):
    """De kolommen van een lijst, in de volgorde waarin ze geschreven worden."""

    PARTIJ = "partij"
    SOORT = "soort"
    NAAM = "naam"
    FUNCTIE = "functie"
    EMAIL = "email"
    VERKLARING = "verklaring"
    GELDIG_TOT = "geldig_tot"
    AANDUIDING = "aanduiding"
    AANDUIDING_PARTIJ = "aanduiding_partij"

    @property
    def kop(self) -> str:
        """Wat er boven de kolom staat."""
        return _KOPPEN[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """Eén regel, cel voor cel zoals hij in het bestand staat; een lege cel is een lege tekst."""

    nr: int
    partij: str = ""
    soort: str = ""
    naam: str = ""
    functie: str = ""
    email: str = ""
    verklaring: str = ""
    geldig_tot: str = ""
    aanduiding: str = ""
    aanduiding_partij: str = ""

    def cel(self, kolom: Kolom) -> str:
        """De tekst in deze kolom, zonder wit eromheen; wat niets laat zien is leeg."""
        tekst = str(getattr(self, kolom)).strip()
        return tekst if zegt_iets(tekst) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijst:
    """Een gelezen bestand. `genegeerd` zijn de koppen waar het programma niets mee doet."""

    bron: str
    soort: Soort
    kolommen: tuple[Kolom, ...]
    genegeerd: tuple[str, ...]
    regels: tuple[Regel, ...]

    def zonder(self, *nummers: int) -> tuple[Regel, ...]:
        """De regels, behalve wie de gebruiker overslaat."""
        return tuple(regel for regel in self.regels if regel.nr not in nummers)


def maak(bron: str, soort: Soort, bladen: Iterable[Iterable[Rij]]) -> Lijst:
    """De lijst op het eerste blad waar de koppen op staan. Fouten: `LijstFout`."""
    for blad in bladen:
        rijen = map(_begrensd, blad)
        begin = list(islice(rijen, _KOP_BINNEN))
        for plek, (nr, cellen) in enumerate(begin):
            koppen = [_kolom(cel) for cel in cellen]
            if Kolom.NAAM in koppen and Kolom.PARTIJ in koppen:
                plekken = {kolom: koppen.index(kolom) for kolom in Kolom if kolom in koppen}
                _toets_dubbel(koppen)
                return Lijst(
                    bron=bron,
                    soort=soort,
                    kolommen=tuple(plekken),
                    genegeerd=tuple(
                        cel.strip()
                        for cel, kolom in zip(cellen, koppen, strict=True)
                        if cel.strip() and not kolom
                    ),
                    regels=tuple(_regels(chain(begin[plek + 1 :], rijen), plekken, nr)),
                )
    raise LijstFout(
        "In dit bestand staan geen koppen die het programma kent. Zet boven de kolommen in elk "
        "geval 'partij' en 'naam', en verder: soort partij, functie, e-mail, "
        "geheimhoudingsverklaring en geldig tot."
    )


def bekende_koppen(rijen: Iterable[Rij]) -> int:
    """Hoeveel koppen er in de beste van de eerste rijen te herkennen zijn."""
    return max(
        (
            sum(1 for cel in cellen[:KOLOMMEN_HOOGSTENS] if _kolom(cel))
            for _, cellen in islice(rijen, _KOP_BINNEN)
        ),
        default=0,
    )


def kaal(tekst: str) -> str:
    """Waaraan een vast woord te herkennen is: alleen zijn letters en cijfers, zonder accent."""
    letters = unicodedata.normalize("NFKD", tekst).casefold()
    return "".join(letter for letter in letters if letter.isalnum()) or tekst.strip()


def naamsleutel(naam: str) -> str:
    """Waaraan een naam te herkennen is, hoe hij ook geschreven wordt.

    Een leesteken scheidt: 'Wijkteam 1-1' is een ander dan 'Wijkteam 11'.

    >>> naamsleutel("GGZ-Beekzicht ") == naamsleutel("ggz Béékzicht")
    True
    """
    letters = unicodedata.normalize("NFKD", naam).casefold()
    gescheiden = (
        " " if soort[0] in "PZC" else letter
        for letter in letters
        if (soort := unicodedata.category(letter)) != "Mn"
    )
    return " ".join("".join(gescheiden).split()) or naam.strip()


def _regels(rijen: Iterable[Rij], koppen: Mapping[Kolom, int], vorige: int) -> Iterator[Regel]:
    for nr, cellen in rijen:
        if nr > REGELS_HOOGSTENS:
            raise LijstFout(
                f"Deze lijst is te lang: hoogstens {REGELS_HOOGSTENS} regels. Verdeel hem over "
                "meer bestanden, of haal weg wat er niet in hoort."
            )
        yield from (Regel(nr=leeg) for leeg in range(vorige + 1, nr))
        vorige = nr
        velden = {str(kolom): cellen[plek] for kolom, plek in koppen.items() if plek < len(cellen)}
        yield Regel(nr=nr, **velden)


def _begrensd(rij: Rij) -> Rij:
    """De rij, als een mens haar getypt kan hebben."""
    nr, cellen = rij
    if len(cellen) > KOLOMMEN_HOOGSTENS:
        raise LijstFout(
            f"Regel {nr} heeft te veel kolommen: hoogstens {KOLOMMEN_HOOGSTENS}. Laat alleen de "
            "kolommen met mensen staan en bewaar het bestand opnieuw."
        )
    if any(len(cel) > CEL_HOOGSTENS for cel in cellen):
        raise LijstFout(
            f"In regel {nr} staat een cel met te veel tekst: hoogstens {CEL_HOOGSTENS} tekens. "
            "Maak die cel korter en bewaar het bestand opnieuw."
        )
    return rij


def _toets_dubbel(koppen: Sequence[Kolom | None]) -> None:
    """Welke van twee kolommen met dezelfde kop bedoeld is, zou een gok zijn."""
    for kolom in Kolom:
        if koppen.count(kolom) > 1:
            raise LijstFout(
                f"De kolom '{kolom.kop}' staat er meer dan één keer in, of onder twee namen. Laat "
                "er een staan, of geef de andere een kop die het programma niet kent."
            )


def _kolom(cel: str) -> Kolom | None:
    zonder_uitleg = cel[:_KOP_HOOGSTENS].partition("(")[0]
    return _WOORDEN.get(kaal(zonder_uitleg))


_KOP_HOOGSTENS = 80

_KOPPEN: Mapping[Kolom, str] = {
    Kolom.PARTIJ: "partij",
    Kolom.SOORT: "soort partij",
    Kolom.NAAM: "naam",
    Kolom.FUNCTIE: "functie",
    Kolom.EMAIL: "e-mail",
    Kolom.VERKLARING: "geheimhoudingsverklaring",
    Kolom.GELDIG_TOT: "geldig tot",
    Kolom.AANDUIDING: "aanduiding",
    Kolom.AANDUIDING_PARTIJ: "aanduiding partij",
}

_OOK: Mapping[Kolom, str] = {
    Kolom.PARTIJ: "organisatie, instelling, werkgever, ketenpartner, naam partij, "
    "naam organisatie, naam instelling",
    Kolom.SOORT: "soort, type, soort organisatie, soort instelling, type organisatie, type partij",
    Kolom.NAAM: "professional, medewerker, contactpersoon, persoon, volledige naam, "
    "naam professional, naam medewerker, naam contactpersoon",
    Kolom.FUNCTIE: "rol, beroep, functienaam",
    Kolom.EMAIL: "mail, e-mailadres, mailadres, emailadres professional",
    Kolom.VERKLARING: "geheimhouding, verklaring, getekend op, datum geheimhoudingsverklaring, "
    "datum verklaring, geheimhouding getekend op, geheimhoudingsverklaring getekend op",
    Kolom.GELDIG_TOT: "verklaring geldig tot, geldig tot en met, verklaring tot, vervaldatum, "
    "geheimhouding geldig tot, geheimhoudingsverklaring geldig tot",
    Kolom.AANDUIDING: "id, aanduiding professional, id professional",
    Kolom.AANDUIDING_PARTIJ: "id partij, partij id",
}

_WOORDEN: Mapping[str, Kolom] = {
    kaal(woord): kolom for kolom in Kolom for woord in (_KOPPEN[kolom], *_OOK[kolom].split(","))
}
