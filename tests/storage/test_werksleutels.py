"""De sleutels van werktekst naast de reservekopieën: zolang ze leven, en daarna nergens meer."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from casus_app.domein.inbreng import Inbreng, Lot
from casus_app.domein.overleg import Overleg
from casus_app.domein.tafel import Akkoord
from casus_app.domein.werktekst import GESLOTEN, VELDEN
from casus_app.poorten import Wijziging
from storage import (
    Kluis,
    controleer_kluis,
    kies_tweede_plaats,
    maak_reservekopie,
    open_kluis,
    outside,
    reservekopieen,
    sealing,
    sloten_van,
    workkeys,
    zet_terug,
)
from storage.copying import open_copy
from storage.errors import KopieBeschadigd
from tests.storage.ontcijferen import klare_tekst
from tests.storage.sleutels import voeg_slot_toe
from tests.storage.test_reserve import NU, TERUG, _kopie
from tests.storage.test_werktekst import _sleutels, _stel_vast
from tests.storage.waarden import WACHTZIN, WACHTZIN_B, alles, een, merk, merkwoorden, nieuw, regel

IN_KOPIE = [Inbreng, Akkoord]
"""Half getypte tekst komt in geen kopie."""


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def vol(kluis: Kluis, stick: Path) -> Kluis:
    """Met van alles één, en een reservekopie hier en op de stick."""
    kies_tweede_plaats(kluis, stick, regel(0))
    kluis.leg_vast(nieuw(*alles()), regel(1))
    _kopie(kluis)
    return kluis


def _woorden() -> set[str]:
    velden = {f"{s.__name__}.{veld}" for s in IN_KOPIE for veld in VELDEN[s]}
    return {merk(veld) for veld in velden}


def _leesbaar(kluis: Kluis) -> set[str]:
    return _woorden() & merkwoorden(w for soort in IN_KOPIE for w in kluis.zoek(soort))


def _mappen(kluis: Kluis, stick: Path) -> list[Path]:
    return [kluis.plaats.reserve, next(stick.iterdir())]


def _te_openen(kopie: Path, ring: Any) -> set[str]:
    """Wat wie álle sleutels heeft uit een kopie en het bestandje ernaast nog kan lezen."""
    gelezen = set[str]()
    beet = workkeys.read_sealed(kopie.parent / outside.KEYS_NAME, ring) or ()
    with open_copy(kopie, ring) as (db, _):
        db.execute("PRAGMA foreign_keys = OFF")
        workkeys.put(db, beet)
        for soort in IN_KOPIE:
            table = sealing.codec(soort)
            for row in db.execute(table.select).fetchall():
                try:
                    gelezen |= merkwoorden([sealing.Sealing(ring).value(db, table, row)])
                except sealing.WerktekstBeschadigd:
                    continue
        db.execute("DELETE FROM werksleutel")
    return gelezen & _woorden()


def test_een_reservekopie_heeft_zelf_geen_sleutel_en_geen_werktekst(
    vol: Kluis, stick: Path
) -> None:
    (sleutel,) = _sleutels(vol)
    for map_ in _mappen(vol, stick):
        (kopie,) = reservekopieen(map_)
        tekst = klare_tekst(kopie.pad, vol._key)
        assert sleutel.gewikkeld[12:] not in tekst
        assert not [woord for woord in _woorden() if woord.encode() in tekst]
        assert workkeys.read_sealed(map_ / outside.KEYS_NAME, vol.ring) == (sleutel,)
        assert sleutel.id.encode() not in (map_ / outside.KEYS_NAME).read_bytes()
        assert _te_openen(kopie.pad, vol.ring) == _woorden()


def test_na_vaststellen_opent_een_oude_kopie_geen_werktekst_meer(vol: Kluis, stick: Path) -> None:
    _stel_vast(vol)
    for map_ in _mappen(vol, stick):
        (kopie,) = reservekopieen(map_)
        assert _te_openen(kopie.pad, vol.ring) == set()


def test_zonder_het_bestandje_bij_te_werken_kon_dat_nog_wel(
    vol: Kluis, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vol.outside, "write_keys", lambda *_: True)
    _stel_vast(vol)
    for map_ in _mappen(vol, stick):
        (kopie,) = reservekopieen(map_)
        assert _te_openen(kopie.pad, vol.ring) == _woorden()


@pytest.mark.parametrize("waarvandaan", ["hier", "stick", "elders"])
def test_terugzetten_brengt_de_levende_sleutels_mee(
    vol: Kluis, pad: Path, stick: Path, tmp_path: Path, waarvandaan: str
) -> None:
    map_ = _mappen(vol, stick)[waarvandaan == "stick"]
    vol.sluit()
    if waarvandaan == "elders":  # een andere computer, met alleen de map met kopieën
        map_, pad = shutil.copytree(map_, tmp_path / "elders"), tmp_path / "nieuw"
        pad.mkdir()
    (kopie,) = reservekopieen(map_)
    gedaan = zet_terug(pad / "kluis.db", kopie.pad, WACHTZIN, TERUG)
    assert "Werktekst" not in gedaan.zin
    with open_kluis(pad, WACHTZIN) as terug:
        assert _leesbaar(terug) == _woorden()
        assert len(_sleutels(terug)) == 1
    assert controleer_kluis(pad, WACHTZIN).heel


def test_ook_wie_werktekst_niet_leest_zet_haar_heel_terug(vol: Kluis, pad: Path) -> None:
    eigen, fg = sloten_van(pad)[0].id, voeg_slot_toe(pad, WACHTZIN, WACHTZIN_B, rol="fg")
    vol.leg_vast(nieuw(een(Overleg, id="later", vastgesteld_op=None)), regel(2))
    kopie = _kopie(vol, NU + timedelta(hours=1))
    vol.sluit()
    zet_terug(pad, kopie, WACHTZIN_B, TERUG)
    with open_kluis(pad, WACHTZIN_B, fg) as terug:
        assert terug.zoek(Akkoord)[0].opmerking == GESLOTEN
    with open_kluis(pad, WACHTZIN, eigen) as terug:
        assert _leesbaar(terug) == _woorden()


def test_na_vaststellen_brengt_een_oude_kopie_geen_sleutel_en_geen_tekst_terug(
    vol: Kluis, pad: Path
) -> None:
    kopie = reservekopieen(vol.plaats.reserve)[0].pad
    oud = (kopie.parent / outside.KEYS_NAME).read_bytes()
    _stel_vast(vol)
    vol.sluit()
    # Ook niet met een bestandje van vroeger, van een stick die er toen niet was.
    (kopie.parent / outside.KEYS_NAME).write_bytes(oud)
    zet_terug(pad, kopie, WACHTZIN, TERUG)
    with open_kluis(pad, WACHTZIN) as terug:
        assert _leesbaar(terug) == set()
        assert _sleutels(terug) == ()
        (inbreng,) = terug.zoek(Inbreng)
        assert (inbreng.kern, inbreng.lot) == ("", Lot.VERNIETIGD)


def test_zonder_het_bestandje_is_werktekst_leeg_en_zegt_het_bericht_dat(
    vol: Kluis, stick: Path, tmp_path: Path
) -> None:
    kopie = reservekopieen(vol.plaats.reserve)[0].pad
    vol.sluit()
    shutil.rmtree(stick)
    elders = tmp_path / "los"
    elders.mkdir()
    for deel in (kopie, kopie.with_name(kopie.name + ".sleutel")):
        shutil.copy(deel, elders)
    gedaan = zet_terug(tmp_path / "nieuw.db", elders / kopie.name, WACHTZIN, TERUG)
    assert "Werktekst is op 4 plaatsen leeg" in gedaan.zin
    with open_kluis(tmp_path / "nieuw.db", WACHTZIN) as terug:
        assert _leesbaar(terug) == set()
        (inbreng,) = terug.zoek(Inbreng)
        terug.leg_vast([Wijziging(inbreng, replace(inbreng, kern="Opnieuw"))], regel(5))
        assert len(_sleutels(terug)) == 1


def test_wie_een_oude_kopie_terugzet_kan_daarna_nog_de_nieuwere_terugzetten(
    kluis: Kluis, pad: Path
) -> None:
    """De sleutels van de nieuwere zijn niet dood, al kent de teruggezette kluis ze niet."""
    stil = [w for w in alles() if type(w) not in VELDEN and type(w).__name__ not in
            {"Meeneming", "Rectificatie", "Vraagkaart", "Weglating"}]  # fmt: skip
    kluis.leg_vast(nieuw(*stil), regel(1))
    oude = _kopie(kluis)
    inbreng = een(Inbreng, toestemming=None)
    kluis.leg_vast(nieuw(inbreng), regel(2))
    nieuwe = _kopie(kluis, NU + timedelta(days=1))
    kluis.sluit()
    zet_terug(pad, oude, WACHTZIN, TERUG)
    with open_kluis(pad, WACHTZIN) as terug:
        assert terug.zoek(Inbreng) == ()
        _kopie(terug, NU + timedelta(days=2))
    zet_terug(pad, nieuwe, WACHTZIN, TERUG)
    with open_kluis(pad, WACHTZIN) as terug:
        assert terug.zoek(Inbreng) == (inbreng,)


def test_een_kopie_van_beschadigde_werktekst_krijgt_geen_naam(vol: Kluis) -> None:
    vol.leg_vast(nieuw(een(Overleg, id="later", vastgesteld_op=None)), regel(2))
    vol.met(lambda db: db.execute("UPDATE inbreng SET kern = zeroblob(60)"))
    bericht = maak_reservekopie(vol, NU + timedelta(hours=1))
    assert (bericht.gelukt, KopieBeschadigd.zin in bericht.zin) == (False, True)
    assert len(reservekopieen(vol.plaats.reserve)) == 1


# --- gedood ---


def test_wie_opent_maakt_af_wat_een_kill_na_het_vaststellen_liet_liggen(
    vol: Kluis, pad: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mappen = _mappen(vol, stick)
    half = mappen[0] / outside.WORK_NAME
    half.mkdir()
    shutil.copy(pad / "kluis.db", half / "kluis")
    with monkeypatch.context() as lapje:
        lapje.setattr(vol.outside, "write_keys", lambda *_: True)
        _stel_vast(vol)
        vol.sluit()
    assert all(workkeys.read_sealed(m / outside.KEYS_NAME, vol.ring) for m in mappen)
    with open_kluis(pad, WACHTZIN):
        pass
    assert not half.exists()
    assert [workkeys.read_sealed(m / outside.KEYS_NAME, vol.ring) for m in mappen] == [(), ()]


def test_de_kopie_telt_pas_als_haar_sleutels_ernaast_liggen(
    vol: Kluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workkeys, "write_sealed", _vol)
    (vol.plaats.reserve / outside.KEYS_NAME).unlink()
    vol.leg_vast(nieuw(een(Overleg, id="later", vastgesteld_op=None)), regel(2))
    assert not maak_reservekopie(vol, NU + timedelta(hours=1)).gelukt
    assert len(reservekopieen(vol.plaats.reserve)) == 1


def _vol(*_: object) -> None:
    raise OSError(28, "vol")


# --- wat een proces van de FG in handen heeft ---

_LEES_ALLES = """
import hashlib, re, sys
from pathlib import Path
from storage import open_kluis
from tests.storage.waarden import SOORTEN

kluis = open_kluis(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
gelezen = [kluis.zoek(soort) for soort in SOORTEN]
beet = set()
with open("/proc/self/maps") as kaart, open("/proc/self/mem", "rb", 0) as geheugen:
    for regel in kaart.readlines():
        begin, eind = (int(deel, 16) for deel in regel.split()[0].split("-"))
        if regel.split()[1][0] == "r" and "[v" not in regel:
            try:
                geheugen.seek(begin)
                blok = geheugen.read(eind - begin)
            except OSError:
                continue
            beet |= {hashlib.sha256(w).hexdigest() for w in re.findall(rb"Merk[0-9a-f]{20}", blok)}
print(*beet)
"""


def _in_geheugen(pad: Path, wachtzin: str, wie: str) -> set[str]:
    """De sommen van alle merkwoorden in het geheugen van een proces dat de hele kluis las."""
    klaar = subprocess.run(
        [sys.executable, "-c", _LEES_ALLES, str(pad), wachtzin, wie],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(klaar.stdout.split())


def _sommen(woorden: Iterable[str]) -> set[str]:
    return {hashlib.sha256(woord.encode()).hexdigest() for woord in woorden}


def test_een_proces_van_de_fg_heeft_werktekst_ook_niet_in_het_geheugen(
    kluis: Kluis, pad: Path
) -> None:
    eigen, fg = sloten_van(pad)[0].id, voeg_slot_toe(pad, WACHTZIN, WACHTZIN_B, rol="fg")
    kluis.leg_vast(nieuw(*alles()), regel(1))
    kluis.sluit()
    werktekst = _sommen({*_woorden(), merk("Klad.tekst")})
    rest = _sommen({merk("Casus.doel"), merk("Afspraak.wat")})
    van_fg = _in_geheugen(pad, WACHTZIN_B, fg)
    van_ander = _in_geheugen(pad, WACHTZIN, eigen)
    assert not van_fg & werktekst
    assert rest <= van_fg, "zonder dit zegt 'niets gevonden' niets"
    assert werktekst | rest <= van_ander
