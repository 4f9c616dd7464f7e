"""Schade aan de kluis wordt gevonden voordat er iets verkeerds te zien is."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casus_app.domein.mensen import Partij
from storage import Kluis, controleer_kluis, open_kluis
from storage.errors import Beschadigd, KluisBeschadigd, SleutelVanAndereKluis
from storage.opening import PAGE
from tests.storage.waarden import SOORTEN, WACHTZIN, alles, nieuw, partij, regel, vul

_RESERVE = 80
"""Aan het eind van elke bladzijde: 16 bytes IV, 64 bytes HMAC."""


def _alles(kluis: Kluis) -> list[Any]:
    return [kluis.zoek(soort) for soort in SOORTEN] + [list(kluis.logregels())]


@pytest.fixture
def inhoud(pad: Path, openen: Callable[[], Kluis]) -> list[Any]:
    """Wat er in de gesloten kluis op `pad` staat."""
    kluis = openen()
    kluis.leg_vast(nieuw(*alles()), regel())
    veel = [partij(f"p{n}", naam=f"naam {n} " * 30) for n in range(300)]
    kluis.leg_vast(nieuw(*veel), regel(1))
    gezien = _alles(kluis)
    kluis.sluit()
    return gezien


def _omgevallen(heel: bytes, toeval: random.Random) -> list[tuple[int, int]]:
    """In elke bladzijde: begin, inhoud, IV, HMAC en laatste byte; in de eerste ook het zout."""
    plekken = list(range(20))
    for begin in range(0, len(heel), PAGE):
        plekken += [
            begin,
            begin + toeval.randrange(16, PAGE - _RESERVE),
            begin + PAGE - _RESERVE + toeval.randrange(16),
            begin + PAGE - 64 + toeval.randrange(64),
            begin + PAGE - 1,
        ]
    return [(plek, toeval.randrange(8)) for plek in plekken]


def test_elk_omgevallen_bit_in_de_database_wordt_gevonden(pad: Path, inhoud: list[Any]) -> None:
    """Openen en lezen geeft de goede inhoud of een weigering; nakijken vindt ze allemaal."""
    database = pad / "kluis.db"
    heel = database.read_bytes()
    flips = _omgevallen(heel, random.Random(2))
    gevonden_bij_lezen = 0
    for plek, bit in flips:
        stuk = bytearray(heel)
        stuk[plek] ^= 1 << bit
        database.write_bytes(stuk)
        assert not controleer_kluis(pad, WACHTZIN).heel, plek
        try:
            with open_kluis(pad, WACHTZIN) as kluis:
                assert _alles(kluis) == inhoud, plek
        except (Beschadigd, SleutelVanAndereKluis):
            gevonden_bij_lezen += 1
        database.write_bytes(heel)
    assert len(flips) > 300
    assert gevonden_bij_lezen > len(flips) // 2
    with open_kluis(pad, WACHTZIN) as kluis:
        assert _alles(kluis) == inhoud


@pytest.mark.parametrize("schade", ["verwisseld", "herhaald", "nullen", "rommel"])
def test_hele_bladzijden_die_niet_kloppen_worden_gevonden(
    pad: Path, inhoud: list[Any], schade: str
) -> None:
    database = pad / "kluis.db"
    heel = database.read_bytes()
    for nummer in range(1, len(heel) // PAGE - 1, 5):
        begin, eind = nummer * PAGE, (nummer + 1) * PAGE
        blad, volgend = heel[begin:eind], heel[eind : eind + PAGE]
        rommel = random.Random(nummer).randbytes(PAGE)
        twee = {
            "verwisseld": volgend + blad,
            "herhaald": blad + blad,
            "nullen": bytes(PAGE) + volgend,
            "rommel": rommel + volgend,
        }[schade]
        database.write_bytes(heel[:begin] + twee + heel[eind + PAGE :])
        assert not controleer_kluis(pad, WACHTZIN).heel
        try:
            with open_kluis(pad, WACHTZIN) as kluis:
                assert _alles(kluis) == inhoud
        except Beschadigd:
            pass


@pytest.fixture
def niet_gesloten(pad: Path, openen: Callable[[], Kluis], tmp_path: Path) -> Path:
    """Een kluis zoals een stroomstoring hem achterlaat: twaalf handelingen, de helft in de WAL."""
    kluis = openen()
    for nummer in range(12):
        vul(kluis, 1, van=nummer)
        if nummer == 5:
            kluis.leg_vast([], regel(nummer), grondig=True)
    return Path(shutil.copytree(pad, tmp_path / "gestrand"))


def _stand_van_toen(pad: Path) -> int | None:
    """Hoeveel handelingen er staan, precies zoals ze gedaan zijn; `None` is geweigerd."""
    try:
        with open_kluis(pad, WACHTZIN) as kluis:
            namen = [p.id for p in kluis.zoek(Partij)]
            assert namen == [f"p{n}" for n in range(len(namen))]
            stand = kluis.controleer_logboek()
            assert stand.heel
            assert stand.regels == len(namen) + (len(namen) > 5)
            return len(namen)
    except KluisBeschadigd:
        return None


def test_een_kluis_die_niet_gesloten_werd_is_heel(niet_gesloten: Path) -> None:
    """Ook volgens `controleer`: de controle van SQLCipher zelf ziet hier ten onrechte schade."""
    bevinding = controleer_kluis(niet_gesloten, WACHTZIN)
    assert bevinding.heel, bevinding.regels
    assert bevinding.tellingen["partij"] == 12
    assert _stand_van_toen(niet_gesloten) == 12


def test_schade_in_de_wal_geeft_een_eerdere_stand_of_een_weigering(niet_gesloten: Path) -> None:
    wal = niet_gesloten / "kluis.db-wal"
    database, heel = (niet_gesloten / "kluis.db").read_bytes(), wal.read_bytes()
    toeval = random.Random(3)
    standen = []
    for _ in range(150):
        (niet_gesloten / "kluis.db").write_bytes(database)
        stuk = bytearray(heel)
        stuk[toeval.randrange(len(stuk))] ^= 1 << toeval.randrange(8)
        wal.write_bytes(stuk)
        standen.append(_stand_van_toen(niet_gesloten))
    for lengte in range(0, len(heel), len(heel) // 50):
        (niet_gesloten / "kluis.db").write_bytes(database)
        wal.write_bytes(heel[:lengte])
        standen.append(_stand_van_toen(niet_gesloten))
    assert {stand for stand in standen if stand is not None} <= set(range(6, 13))
    assert len(set(standen)) > 3


def test_een_half_verplaatste_wal_is_geen_schade(niet_gesloten: Path) -> None:
    """Gestopt tijdens het opruimen: de bladzijde is in de database half, in de WAL heel."""
    wal = (niet_gesloten / "kluis.db-wal").read_bytes()
    nummers = {
        int.from_bytes(wal[begin : begin + 4], "big")
        for begin in range(32, len(wal) - PAGE, PAGE + 24)
    }
    database = bytearray((niet_gesloten / "kluis.db").read_bytes())
    for nummer in nummers - {1}:
        database[(nummer - 1) * PAGE : (nummer - 1) * PAGE + 512] = bytes(512)
    (niet_gesloten / "kluis.db").write_bytes(database)
    assert controleer_kluis(niet_gesloten, WACHTZIN).heel
    assert _stand_van_toen(niet_gesloten) == 12


def test_zonder_wal_staat_er_de_stand_van_het_laatste_opruimen(niet_gesloten: Path) -> None:
    (niet_gesloten / "kluis.db-wal").unlink()
    assert _stand_van_toen(niet_gesloten) == 6


def test_de_wal_van_een_andere_kluis_wordt_nooit_gemengd(
    niet_gesloten: Path, andere: Path, tmp_path: Path
) -> None:
    vreemd = Path(shutil.copytree(andere, tmp_path / "vreemd"))
    for bestand in ("kluis.db", "kluis.db.sleutel"):
        shutil.copy(vreemd / bestand, niet_gesloten / bestand)
    from tests.storage.waarden import WACHTZIN_B

    try:
        with open_kluis(niet_gesloten, WACHTZIN_B) as kluis:
            assert kluis.zoek(Partij) == ()
    except KluisBeschadigd:
        assert not controleer_kluis(niet_gesloten, WACHTZIN_B).heel
