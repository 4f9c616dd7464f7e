"""Hoe het papier iets zegt: datums voluit, mensen als functie en organisatie."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.mensen import Partij, Professional
from casus_app.poorten import Opslag

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
TIJDZONE = ZoneInfo("Europe/Amsterdam")
ONBEKEND = "onbekend"
_MEEST = 48
"""Zoveel tekens van een sleutel komen in een bestandsnaam; de meeste schijven staan er 255 toe."""
_MEEST_BYTES = 80
_GEWOON = re.compile(r"\w+(?:[.\-]+\w+)*")


class Benoemd(Protocol):
    """Een regel uit de catalogus."""

    @property
    def naam(self) -> str: ...


def dag(datum: date) -> str:
    """De dag voluit: 24 november 2026; tussen dag en maand breekt geen regel."""
    return f"{datum.day}\u00a0{MAANDEN[datum.month - 1]} {datum.year}"


def weekdag(datum: date) -> str:
    """De dag met zijn naam: dinsdag 24 november 2026."""
    return f"{DAGEN[datum.weekday()]} {dag(datum)}"


def kort(datum: date | None) -> str:
    """De dag kort, voor in een tabel: 24-11-2026."""
    return f"{datum:%d-%m-%Y}" if datum is not None else "–"


def tijd(moment: datetime) -> str:
    """De tijd op de klok aan de muur: 10:20."""
    hier = moment.astimezone(TIJDZONE) if moment.tzinfo is not None else moment
    return f"{hier:%H:%M}"


def opsomming(delen: tuple[str, ...]) -> str:
    """Woorden achter elkaar: a, b en c."""
    if len(delen) < 2:  # noqa: PLR2004  # één ding is geen opsomming
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"


def aantal(hoeveel: int, een: str, meer: str) -> str:
    """Een getal met zijn woord: 1 onderdeel, 4 onderdelen."""
    return f"{hoeveel} {een if hoeveel == 1 else meer}"


def organisatie(opslag: Opslag, professional: str | None) -> str:
    """De partij waar deze professional voor werkt."""
    mens = opslag.haal(Professional, professional) if professional else None
    partij = opslag.haal(Partij, mens.partij) if mens else None
    return partij.naam if partij else ONBEKEND


def functie(opslag: Opslag, professional: str | None) -> str:
    """Functie en organisatie, nooit de naam: zo noemt een stuk iemand anders dan de ontvanger."""
    mens = opslag.haal(Professional, professional) if professional else None
    if mens is None:
        return ONBEKEND
    return f"{mens.functie} ({organisatie(opslag, professional)})"


def instelling(opslag: Opslag) -> Instelling | None:
    """De organisatie waarvan deze kluis is."""
    return opslag.haal(Instelling, HUIS)


def catalogusnaam(regels: Mapping[str, Benoemd], sleutel: str) -> str:
    """De naam uit de catalogus; een sleutel die er niet meer in staat blijft de sleutel."""
    regel = regels.get(sleutel)
    return regel.naam if regel is not None else sleutel


def bestandsnaam(soort: str, *sleutels: str, extensie: str) -> str:
    """Een naam die op iedere schijf kan en niets zegt dan soort en sleutels.

    >>> bestandsnaam("verslag", "wk48", "wijkagent", extensie="pdf")
    'verslag-wk48-wijkagent.pdf'
    """
    return "-".join([soort, *map(_veilig, sleutels)]) + f".{extensie}"


def _veilig(sleutel: str) -> str:
    """Een gewone aanduiding blijft zo; al het andere wordt geschoond, met een kenmerk."""
    if _GEWOON.fullmatch(sleutel) and len(sleutel.encode()) <= _MEEST_BYTES:
        return sleutel
    schoon = re.sub(r"[^A-Za-z0-9_-]+", "_", sleutel)[:_MEEST]
    # Twee sleutels die na het schonen gelijk zijn mogen elkaars bestand niet overschrijven.
    return f"{schoon}-{hashlib.sha256(sleutel.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
