"""Vernietigen kan ook als er geen byte meer bij kan."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import ModuleType

import pytest

from casus_app.domein.mensen import Partij
from storage import (
    Kluis,
    ballast,
    connection,
    ledger,
    maak_kluis,
    maak_reservekopie,
    open_kluis,
    zet_terug,
)
from storage.ballast import SIZE, Ballast
from storage.errors import AlleenLezen, SchijfVol
from storage.files import Plaats
from storage.keys import OEFENING
from tests.storage.omgeving import kleine_schijf
from tests.storage.waarden import MOMENT, WACHTZIN, nieuw, partij, regel, weg

_MIB = 1024
_LANG = "inhoud van een bespreking " * 80
_VEEL = 600


@pytest.fixture(scope="module")
def echte(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Een echte kluis met ballast en veel waarden."""
    map_ = tmp_path_factory.mktemp("echt")
    with maak_kluis(map_, WACHTZIN, oefening=False, kdf=OEFENING) as kluis:
        kluis.leg_vast(nieuw(*(partij(f"p{n}", naam=_LANG) for n in range(_VEEL))), regel())
    return map_


def _ballast(map_: Path) -> Path:
    return map_ / "kluis.db.ballast"


def _vul(map_: Path) -> Path:
    """Schrijft tot de laatste byte."""
    vulsel = map_ / "vulsel"
    fd = os.open(vulsel, os.O_WRONLY | os.O_CREAT)
    try:
        for stuk in (1 << 20, 1 << 12, 1):
            with suppress(OSError):
                while os.write(fd, b"v" * stuk):
                    pass
        with pytest.raises(OSError, match="space"):
            os.write(fd, b"v")
    finally:
        os.close(fd)
    return vulsel


@pytest.fixture
def schijf(tmp_path: Path, echte: Path) -> Iterator[Path]:
    """De map van een echte kluis op een eigen schijf van veertig MiB."""
    with kleine_schijf(tmp_path / "schijf", 40 * _MIB) as echt:
        if not echt:
            pytest.skip("hier mag geen schijf gekoppeld worden")
        yield Path(shutil.copytree(echte, tmp_path / "schijf" / "kluis"))


def test_op_een_schijf_zonder_een_byte_over_kan_er_nog_vernietigd_worden(schijf: Path) -> None:
    kluis = open_kluis(schijf, WACHTZIN)
    _vul(schijf.parent)
    with pytest.raises(SchijfVol):
        kluis.leg_vast(nieuw(partij("erbij", naam=_LANG)), regel(1))
    assert _ballast(schijf).stat().st_size == SIZE, "wat erbij komt is de ballast niet waard"
    alle = kluis.zoek(Partij)
    kluis.leg_vast(weg(*alle), regel(2, handeling="casus.vernietigen"), grondig=True)
    assert not _ballast(schijf).exists()
    assert not kluis.na_te_ruimen
    assert (schijf / "kluis.db-wal").stat().st_size == 0
    assert (schijf / "kluis.db.gewist").stat().st_size > 0, "de lijst van wat gewist is staat er"
    kluis.sluit()
    with open_kluis(schijf, WACHTZIN) as weer:
        assert weer.zoek(Partij) == ()
        assert weer.controleer_logboek().heel
        assert next(r.handeling for r in weer.logregels()) == "casus.vernietigen"


def test_hij_is_ruim_vier_keer_wat_een_grote_casus_vraagt(tmp_path: Path, echte: Path) -> None:
    """Twintig keer overleg met dertig bladzijden inbreng, in één keer weg."""
    map_ = Path(shutil.copytree(echte, tmp_path / "kluis"))
    with open_kluis(map_, WACHTZIN) as kluis:
        kluis.leg_vast(weg(*kluis.zoek(Partij)), regel(2, handeling="casus.vernietigen"))
        nodig = (map_ / "kluis.db-wal").stat().st_size
    assert _VEEL * len(_LANG) < nodig < SIZE // 4, nodig


def test_zonder_ballast_lukt_dat_niet(schijf: Path) -> None:
    """De tegenproef: het is de ballast die ruimte geeft."""
    kluis = open_kluis(schijf, WACHTZIN)
    _ballast(schijf).unlink()
    vulsel = _vul(schijf.parent)
    alle = kluis.zoek(Partij)
    with pytest.raises(SchijfVol):
        kluis.leg_vast(weg(*alle), regel(2, handeling="casus.vernietigen"), grondig=True)
    assert kluis.zoek(Partij) == alle
    vulsel.unlink()
    kluis.sluit()


def test_ook_wie_op_een_volle_schijf_opent_na_een_val_kan_vernietigen(
    schijf: Path, tmp_path: Path
) -> None:
    kluis = open_kluis(schijf, WACHTZIN)
    kluis.leg_vast(nieuw(*(partij(f"q{n}", naam=_LANG) for n in range(_VEEL))), regel(1))
    gevallen = shutil.copytree(schijf, tmp_path / "gevallen")
    kluis.sluit()
    shutil.rmtree(schijf)
    shutil.copytree(gevallen, schijf)
    assert (schijf / "kluis.db-wal").stat().st_size > (schijf / "kluis.db").stat().st_size // 2
    _vul(schijf.parent)
    with open_kluis(schijf, WACHTZIN) as weer:
        alle = weer.zoek(Partij)
        assert len(alle) == 2 * _VEEL
        weer.leg_vast(weg(*alle), regel(2, handeling="casus.vernietigen"), grondig=True)
        assert weer.zoek(Partij) == ()
        assert not weer.na_te_ruimen


def test_de_ballast_komt_terug_als_er_weer_ruimte_is(schijf: Path) -> None:
    _ballast(schijf).write_bytes(b"half")
    vulsel = _vul(schijf.parent)
    open_kluis(schijf, WACHTZIN).sluit()
    assert _ballast(schijf).stat().st_size < SIZE, "de laatste ruimte is van het werk"
    vulsel.unlink()
    open_kluis(schijf, WACHTZIN).sluit()
    gelegd = _ballast(schijf).stat()
    assert gelegd.st_size == SIZE
    assert gelegd.st_blocks * 512 >= SIZE, "een bestand met gaten houdt geen ruimte vrij"
    assert gelegd.st_mode & 0o777 == 0o600


def test_een_oefenkluis_heeft_hem_niet(kluis: Kluis, pad: Path) -> None:
    assert kluis.oefening
    assert not _ballast(pad).exists()


def test_kopie_en_terugzetten_laten_hem_liggen(tmp_path: Path, echte: Path) -> None:
    map_ = Path(shutil.copytree(echte, tmp_path / "kluis"))
    with open_kluis(map_, WACHTZIN) as kluis:
        assert maak_reservekopie(kluis, MOMENT).gelukt
    reserve = map_ / "kluis.db.reserve"
    assert not [pad for pad in reserve.rglob("*") if "ballast" in pad.name]
    (kopie,) = [p for p in reserve.iterdir() if p.with_name(p.name + ".sleutel").exists()]
    inhoud = _ballast(map_).read_bytes()
    zet_terug(map_, kopie, WACHTZIN, regel(handeling="-"))
    open_kluis(map_, WACHTZIN).sluit()
    assert _ballast(map_).read_bytes() == inhoud
    (opzij,) = map_.glob("hersteld-*")
    assert not (opzij / "kluis.db.ballast").exists()


def test_een_vreemd_bestand_op_zijn_plaats_houdt_niets_tegen(tmp_path: Path, echte: Path) -> None:
    map_ = Path(shutil.copytree(echte, tmp_path / "kluis"))
    _ballast(map_).unlink()
    elders = tmp_path / "elders"
    elders.write_bytes(b"van iemand")
    _ballast(map_).symlink_to(elders)
    open_kluis(map_, WACHTZIN).sluit()
    assert elders.read_bytes() == b"van iemand"


@pytest.mark.parametrize("fout", [SchijfVol(), OSError(errno.ENOSPC, "vol")])
def test_een_keer_opnieuw_en_alleen_als_de_schijf_vol_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fout: Exception
) -> None:
    monkeypatch.setattr(ballast, "SIZE", 4096)
    kamer = Ballast(Plaats(tmp_path / "kluis.db"))

    def weiger(reden: Exception, gedaan: list[int]) -> Callable[[], None]:
        def doe() -> None:
            gedaan.append(1)
            raise reden

        return doe

    for reden, keren, blijft in ((fout, 2, False), (AlleenLezen(), 1, True), (fout, 2, False)):
        kamer.lay()
        gedaan: list[int] = []
        with pytest.raises(type(reden)):
            kamer.make_room(weiger(reden, gedaan))
        assert (len(gedaan), (tmp_path / "kluis.db.ballast").exists()) == (keren, blijft)


@pytest.mark.parametrize(
    ("waar", "wat"),
    [(connection, "checkpoint"), (ledger, "write_sealed")],
    ids=["het bijbestand legen", "de lijst van wat gewist is"],
)
def test_wat_na_het_vernietigen_komt_is_de_ballast_ook_waard(
    tmp_path: Path, echte: Path, monkeypatch: pytest.MonkeyPatch, waar: ModuleType, wat: str
) -> None:
    map_ = Path(shutil.copytree(echte, tmp_path / "kluis"))
    echt = getattr(waar, wat)

    def vol_zolang_hij_er_ligt(*waarmee: object) -> object:
        if _ballast(map_).exists():
            raise OSError(errno.ENOSPC, "vol")
        return echt(*waarmee)

    with open_kluis(map_, WACHTZIN) as kluis:
        monkeypatch.setattr(waar, wat, vol_zolang_hij_er_ligt)
        erna = regel(2, handeling="casus.vernietigen")
        kluis.leg_vast(weg(*kluis.zoek(Partij)), erna, grondig=True)
        assert not _ballast(map_).exists()
        assert not kluis.na_te_ruimen
        assert (map_ / "kluis.db.gewist").exists()
