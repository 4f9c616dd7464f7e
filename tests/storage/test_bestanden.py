"""De bestanden: alleen voor de eigenaar, heel of niet, en nooit buiten de gekozen map."""

import os
import stat as modus
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casus_app.domein.mensen import Partij
from storage import Kluis, kluis_bestaat, maak_kluis, open_kluis, schrijf_bestand
from storage.errors import AlleenLezen, InGebruik, MapOntbreekt, NaamGeweigerd, SchijfVol
from storage.files import check_name, lock_new
from storage.keys import OEFENING
from tests.storage.omgeving import als_niemand, bestanden_tot
from tests.storage.waarden import WACHTZIN, vul


def _rechten(pad: Path) -> str:
    return oct(modus.S_IMODE(pad.stat().st_mode))


@pytest.fixture(params=[0o000, 0o022, 0o277, 0o777])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    vorige = os.umask(request.param)
    yield request.param
    os.umask(vorige)


def test_elk_bestand_is_alleen_voor_de_eigenaar(tmp_path: Path, umask: int) -> None:
    map_ = tmp_path / "eigen"
    kluis = maak_kluis(map_ / "mijn.kluis", WACHTZIN, oefening=True)
    vul(kluis, 1)
    schrijf_bestand(map_ / "uit", "verslag.pdf", b"x")
    os.umask(0o022)
    assert {_rechten(bestand) for bestand in map_.iterdir() if bestand.is_file()} == {"0o600"}
    assert (map_ / "mijn.kluis-wal").exists()
    assert _rechten(map_ / "uit" / "verslag.pdf") == "0o600"
    assert (_rechten(map_), _rechten(map_ / "uit")) == ("0o700", "0o700")
    kluis.sluit()


def test_de_kluis_in_een_bestaande_map_heet_kluis_db(tmp_path: Path) -> None:
    maak_kluis(tmp_path, WACHTZIN, oefening=False, kdf=OEFENING).sluit()
    assert sorted(bestand.name for bestand in tmp_path.iterdir()) == [
        "kluis.db",
        "kluis.db.ballast",
        "kluis.db.sleutel",
    ]
    assert kluis_bestaat(tmp_path)
    assert kluis_bestaat(tmp_path / "kluis.db")
    with open_kluis(tmp_path / "kluis.db", WACHTZIN) as kluis:
        assert not kluis.oefening


def test_na_het_sluiten_is_er_een_bestand_en_een_sleutelbestand(pad: Path, kluis: Kluis) -> None:
    vul(kluis, 3)
    assert (pad / "kluis.db-wal").exists()
    assert not (pad / "kluis.db-shm").exists()
    kluis.sluit()
    assert sorted(bestand.name for bestand in pad.iterdir()) == ["kluis.db", "kluis.db.sleutel"]
    assert not (pad / "kluis.db").read_bytes().startswith(b"SQLite")


def test_wat_een_vermoorde_maker_achterliet_zit_niet_in_de_weg(tmp_path: Path) -> None:
    (tmp_path / "kluis.db.nieuw").write_bytes(os.urandom(9000))
    (tmp_path / "kluis.db.nieuw-wal").write_bytes(os.urandom(9000))
    assert not kluis_bestaat(tmp_path)
    with maak_kluis(tmp_path, WACHTZIN, oefening=True) as kluis:
        vul(kluis, 2)
    with open_kluis(tmp_path, WACHTZIN) as kluis:
        assert len(kluis.zoek(Partij)) == 2
    assert not list(tmp_path.glob("*.nieuw*"))


def test_een_sleutelbestand_of_wal_zonder_database_wordt_bewaard_en_niet_gebruikt(
    pad: Path, openen: Callable[[], Kluis]
) -> None:
    """Wie zijn database even ergens anders zette, is zijn sleutel niet kwijt."""
    kluis = openen()
    vul(kluis, 2)
    wal = (pad / "kluis.db-wal").read_bytes()
    kluis.sluit()
    sleutel = (pad / "kluis.db.sleutel").read_bytes()
    (pad / "kluis.db").rename(pad / "elders.db")
    (pad / "kluis.db-wal").write_bytes(wal)
    for ronde in (1, 2):
        with maak_kluis(pad, "nieuwe zin", oefening=True) as verse:
            assert verse.zoek(Partij) == ()
        (pad / "kluis.db").unlink()
        assert (pad / f"kluis.db.sleutel.oud{ronde}").exists()
    assert (pad / "kluis.db.sleutel.oud1").read_bytes() == sleutel
    assert (pad / "kluis.db-wal.oud1").read_bytes() == wal
    (pad / "elders.db").rename(pad / "kluis.db")
    (pad / "kluis.db.sleutel.oud1").replace(pad / "kluis.db.sleutel")
    with open_kluis(pad, WACHTZIN) as terug:
        assert len(terug.zoek(Partij)) == 2


def test_twee_makers_tegelijk_maken_er_samen_een(tmp_path: Path) -> None:
    bezig = lock_new(tmp_path / "kluis.db.nieuw")
    with pytest.raises(InGebruik):
        maak_kluis(tmp_path, WACHTZIN, oefening=True)
    bezig.release()
    maak_kluis(tmp_path, WACHTZIN, oefening=True).sluit()


def test_een_export_is_heel_of_er_niet(tmp_path: Path) -> None:
    doel = schrijf_bestand(tmp_path / "uit", "verslag-wk48-agent.pdf", b"eerste")
    assert doel == tmp_path / "uit" / "verslag-wk48-agent.pdf"
    assert doel.read_bytes() == b"eerste"
    with bestanden_tot(100), pytest.raises(SchijfVol):
        schrijf_bestand(tmp_path / "uit", "verslag-wk48-agent.pdf", b"x" * 5000)
    assert doel.read_bytes() == b"eerste"
    assert schrijf_bestand(tmp_path / "uit", doel.name, b"tweede").read_bytes() == b"tweede"
    assert [bestand.name for bestand in doel.parent.iterdir()] == [doel.name]


def test_een_export_vervangt_een_koppeling_en_volgt_haar_niet(tmp_path: Path) -> None:
    (tmp_path / "echt").write_bytes(b"van iemand anders")
    (tmp_path / "verslag.pdf").symlink_to(tmp_path / "echt")
    schrijf_bestand(tmp_path, "verslag.pdf", b"x")
    assert (tmp_path / "echt").read_bytes() == b"van iemand anders"
    assert not (tmp_path / "verslag.pdf").is_symlink()


def test_een_export_naar_een_plaats_die_niet_kan(tmp_path: Path) -> None:
    with pytest.raises(MapOntbreekt):
        schrijf_bestand(tmp_path / "niet" / "daar", "a.pdf", b"x")
    (tmp_path / "bestand").write_bytes(b"")
    with pytest.raises(MapOntbreekt):
        schrijf_bestand(tmp_path / "bestand" / "map", "a.pdf", b"x")
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(NaamGeweigerd):
        schrijf_bestand(tmp_path, "a.pdf", b"x")


def test_een_export_waar_niet_geschreven_mag_worden() -> None:
    with als_niemand(), pytest.raises(AlleenLezen):
        schrijf_bestand(Path("/"), "a.pdf", b"x")


GOED = ["verslag-wk48-agent.pdf", "plan-K1.pdf", "inzage-K1.json", "Łukasz é 12.ics", "a", "a..b"]
SLECHT = [
    "", ".", "..", ".verborgen", "a/b", "../a", "/etc/passwd", "a\\b", "C:x", "a\0", "a\nb",
    "CON", "con.pdf", "Aux .txt", "lpt1.x", "nul", "a.", "a ", "verslag\u202efdp.exe",
    "x" * 201, "é" * 101, "half\ud800", "wat?", "a*", "<a>", 'a"b', "a|b", "a\u2028b", "a\x7f",
]  # fmt: skip


@pytest.mark.parametrize("naam", GOED)
def test_een_gewone_naam_mag(tmp_path: Path, naam: str) -> None:
    assert schrijf_bestand(tmp_path, naam, b"x").parent == tmp_path


@pytest.mark.parametrize("naam", SLECHT, ids=range(len(SLECHT)))
def test_een_rare_naam_mag_niet(tmp_path: Path, naam: str) -> None:
    with pytest.raises(NaamGeweigerd):
        schrijf_bestand(tmp_path / "uit", naam, b"x")
    assert not (tmp_path / "uit").exists()


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(naam=st.text(max_size=20) | st.text("./\\.. \0aC:", max_size=8))
def test_geen_enkele_naam_komt_buiten_de_map(tmp_path: Path, naam: str) -> None:
    try:
        check_name(naam)
    except NaamGeweigerd:
        return
    doel = schrijf_bestand(tmp_path / "uit", naam, b"x")
    assert doel.parent.resolve() == (tmp_path / "uit").resolve()
    assert [bestand.name for bestand in (tmp_path / "uit").iterdir()] == [naam]
    doel.unlink()
