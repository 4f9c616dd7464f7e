"""Stroomuitval: bevestigd werk blijft, niets staat er half; zie `tests/vijand/stroom.py`."""

import random
import re
from pathlib import Path

import pytest

from tests.vijand import schijf, spoor
from tests.vijand.opdracht import draai, telling

pytestmark = pytest.mark.skipif(not spoor.strace_is_er(), reason="strace mag hier niet meekijken")


@pytest.mark.parametrize(
    ("soort", "rondes"),
    [("werken", 40), ("maken", 20), ("reserve", 20), ("herstellen", 30), ("eruit", 20)],
)
def test_na_een_stroomstoring_is_niets_bevestigds_weg_en_niets_half(
    soort: str, rondes: int
) -> None:
    geteld = telling(rondes, f"stroom.{soort}")
    assert geteld["storingen"] == rondes
    assert geteld["bevestigd"] > 0, "anders bewijst deze proef niets"


@pytest.mark.parametrize(
    ("proef", "melding"),
    [
        ("werken.normal", "een bevestigde handeling is weg"),
        ("werken.off", "een bevestigde handeling is weg|beschadigd|gebroken"),
        ("maken.fsync", "een gemaakte kluis is weg|[Bb]eschadigd"),
        ("reserve.mapsync", "een gemaakte kopie is weg"),
        ("eruit.fsync", "[Bb]eschadigd|is weg"),
        ("herstellen.mapsync", "toch de oude|er is geen kluis meer|OpslagFout|[Bb]eschadigd"),
    ],
)
def test_de_proef_loopt_stuk_zonder_de_maatregel(proef: str, melding: str) -> None:
    klaar = draai(300, f"stroom.{proef}")
    assert klaar.returncode != 0, "de maatregel weg, en de proef merkt het niet"
    assert re.search(melding, klaar.stderr), klaar.stderr[-2000:]


def _schijf_met(inhoud: bytes) -> schijf.Schijf:
    return schijf.Schijf({"a": inhoud}, set())


def _standen(disk: schijf.Schijf, naam: str) -> set[bytes | None]:
    toeval = random.Random(1)
    return {disk.na_stroomuitval(toeval).get(naam) for _ in range(400)}


def test_de_schijf_verliest_alleen_wat_niet_bevestigd_is() -> None:
    """Van twee schrijfacties blijft elke deelverzameling over; na fsync alleen alles."""
    disk = _schijf_met(b"....")
    disk.doe(spoor.Stap("open", pad="a", nummer=3))
    disk.doe(spoor.Stap("schrijf", nummer=3, plek=0, inhoud=b"x"))
    disk.doe(spoor.Stap("schrijf", nummer=3, plek=2, inhoud=b"y"))
    assert _standen(disk, "a") == {b"....", b"x...", b"..y.", b"x.y."}
    disk.doe(spoor.Stap("sync", nummer=3))
    assert _standen(disk, "a") == {b"x.y."}


def test_de_schijf_schrijft_een_sector_heel_of_niet() -> None:
    disk = _schijf_met(b"." * 1024)
    disk.doe(spoor.Stap("open", pad="a", nummer=3))
    disk.doe(spoor.Stap("schrijf", nummer=3, plek=0, inhoud=b"x" * 1024))
    half = b"." * 512 + b"x" * 512
    assert half in _standen(disk, "a")


def test_een_nieuwe_naam_is_pas_zeker_na_fsync_van_de_map() -> None:
    disk = _schijf_met(b"oud")
    disk.doe(spoor.Stap("open", pad="b", nummer=3))
    disk.doe(spoor.Stap("schrijf", nummer=3, plek=0, inhoud=b"nieuw"))
    disk.doe(spoor.Stap("sync", nummer=3))
    disk.doe(spoor.Stap("hernoem", pad="b", naar="a"))
    assert _standen(disk, "a") == {b"oud", b"nieuw"}
    disk.doe(spoor.Stap("open", pad="", nummer=4, vlaggen="O_DIRECTORY"))
    disk.doe(spoor.Stap("sync", nummer=4))
    assert _standen(disk, "a") == {b"nieuw"}
    assert _standen(disk, "b") == {None}


def test_strace_en_de_schijf_zien_hetzelfde(tmp_path: Path) -> None:
    """Alles nagespeeld geeft precies de bestanden die er echt staan."""
    werk = tmp_path / "werk"
    werk.mkdir()
    disk = schijf.lees(werk)
    woorden = ["maken", str(werk / "kluis.db"), "1", ""]
    for stap in spoor.volg("tests.vijand.stroom", woorden, werk, tmp_path / "log"):
        disk.doe(stap)
    assert disk.bestanden == {p.name: p.read_bytes() for p in werk.iterdir()}
