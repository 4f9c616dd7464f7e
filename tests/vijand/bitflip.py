"""Eén bit valt om, ergens in de database of het sleutelbestand: het wordt altijd gevonden.

In elke bladzijde even vaak: begin, inhoud, IV en HMAC. Openen en lezen geeft de goede inhoud of
een weigering; nakijken vindt elke flip. In het sleutelbestand weigert al het lezen.
"""

import random
import tempfile
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any
from unittest import mock

from casus_app.fouten import OpslagFout
from storage import Kluis, connection, controleer_kluis, keys, maak_kluis, open_kluis, slots
from storage.errors import Beschadigd, SleutelVanAndereKluis
from storage.files import Plaats
from storage.opening import PAGE
from tests.storage.waarden import SOORTEN, WACHTZIN, alles, nieuw, partij, regel

_HMAC, _IV = 64, 16
_STREKEN: tuple[tuple[str, int, int], ...] = (
    ("begin", 0, 16),
    ("inhoud", 16, PAGE - _IV - _HMAC),
    ("iv", PAGE - _IV - _HMAC, PAGE - _HMAC),
    ("hmac", PAGE - _HMAC, PAGE),
)
WERK = ("database", "sleutelbestand")


def _zonder_hmac() -> None:
    connection._RECIPE = ("PRAGMA cipher_use_hmac = OFF", *connection._RECIPE)


ZONDER: dict[str, Callable[[], None]] = {"": lambda: None, "hmac": _zonder_hmac}
"""Maatregelen die weg kunnen: dan moet de proef stuklopen."""


def _alles(kluis: Kluis) -> list[Any]:
    return [kluis.zoek(soort) for soort in SOORTEN] + [list(kluis.logregels())]


def _gevuld(map_: Path) -> list[Any]:
    """Een echte kluis met van alles wat en driehonderd namen; geeft wat erin staat."""
    with maak_kluis(map_, WACHTZIN, oefening=True) as kluis:
        kluis.leg_vast(nieuw(*alles()), regel())
        veel = [partij(f"p{n}", naam=f"naam {n} " * 30) for n in range(300)]
        kluis.leg_vast(nieuw(*veel), regel(1))
        return _alles(kluis)


def flip_rondes(n: int, soort: str = "database", zonder: str = "", zaad: int = 0) -> Counter[str]:
    """Zoveel omgevallen bits; een die niet gevonden wordt is een `AssertionError`."""
    zaad = zaad or random.SystemRandom().getrandbits(32)
    ZONDER[zonder]()
    toeval, telling = random.Random(zaad), Counter[str](flips=n)
    snel = mock.patch.object(slots, "stretch", lru_cache(keys.stretch))
    with tempfile.TemporaryDirectory(prefix="bitflip-") as naam, snel:
        pad = Plaats(Path(naam) / "kluis.db")
        inhoud = _gevuld(pad.database)
        bestand = pad.database if soort == "database" else pad.sleutel
        heel = bestand.read_bytes()
        for nummer in range(n):
            streek, plek = _plek(len(heel), nummer, toeval, soort)
            stuk = bytearray(heel)
            stuk[plek] ^= 1 << toeval.randrange(8)
            bestand.write_bytes(stuk)
            try:
                telling[f"bij_{_gevonden(pad, soort, inhoud)}"] += 1
            except AssertionError as fout:
                fout.add_note(f"{soort}, zaad {zaad}, {streek}, byte {plek}")
                raise
            telling[streek] += 1
            bestand.write_bytes(heel)
        with open_kluis(pad.database, WACHTZIN) as kluis:
            assert _alles(kluis) == inhoud, "de hele kluis moet nog goed zijn"
    return telling


def _plek(lengte: int, nummer: int, toeval: random.Random, soort: str) -> tuple[str, int]:
    """De bladzijden en hun streken om de beurt; in het sleutelbestand overal even vaak."""
    if soort != "database":
        return "sleutelbestand", toeval.randrange(lengte)
    streek, van, tot = _STREKEN[nummer % len(_STREKEN)]
    bladzijde = nummer // len(_STREKEN) % (lengte // PAGE)
    return streek, bladzijde * PAGE + toeval.randrange(van, tot)


def _gevonden(pad: Plaats, soort: str, inhoud: list[Any]) -> str:
    """Wie hem vond: openen en lezen, of pas het nakijken."""
    try:
        heel = controleer_kluis(pad.database, WACHTZIN).heel
    except OpslagFout:
        heel = False
    assert not heel, "een omgevallen bit bleef ongezien"
    try:
        with open_kluis(pad.database, WACHTZIN) as kluis:
            assert soort == "database", "een veranderd sleutelbestand ging open"
            assert _alles(kluis) == inhoud, "er was iets verkeerds te lezen"
    except (Beschadigd, SleutelVanAndereKluis):
        return "lezen"
    return "nakijken"
