"""Ankers: wat de keten zelf niet ziet (een oude kopie, een afgeknipt eind), en geen vals alarm."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import (
    Kluis,
    aanvaard_anker,
    anchor,
    controleer_kluis,
    kies_tweede_plaats,
    maak_reservekopie,
    open_kluis,
    reservekopieen,
    zet_terug,
)
from storage.outside import Outside
from tests.storage.sleutels import lees_ruw, schrijf_ruw
from tests.storage.waarden import WACHTZIN, regel, vul

NU = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
TERUG = regel(handeling="-", moment=NU)


def _melding(pad: Path) -> str | None:
    with open_kluis(pad, WACHTZIN) as kluis:
        return kluis.ankermelding


def _werk(pad: Path, aantal: int, van: int) -> None:
    with open_kluis(pad, WACHTZIN) as kluis:
        vul(kluis, aantal, van)


def _oude_database(pad: Path) -> bytes:
    _werk(pad, 3, 0)
    oud = (pad / "kluis.db").read_bytes()
    _werk(pad, 4, 10)
    return oud


def test_een_gewone_kluis_geeft_geen_melding(pad: Path) -> None:
    assert _melding(pad) is None
    for ronde in range(3):
        _werk(pad, 2, ronde * 10)
        assert _melding(pad) is None
    assert controleer_kluis(pad, WACHTZIN).heel


def test_een_oude_database_wordt_gevonden_en_genoemd(pad: Path) -> None:
    (pad / "kluis.db").write_bytes(_oude_database(pad))
    melding = _melding(pad)
    assert melding is not None
    assert "7 regels te hebben en heeft er 3" in melding
    bevinding = controleer_kluis(pad, WACHTZIN)
    assert (bevinding.heel, bevinding.regels) == (False, (melding,))


def test_zonder_anker_ziet_niemand_een_oude_database(pad: Path) -> None:
    oud = _oude_database(pad)
    ruw = lees_ruw(pad)
    assert ruw["bijlagen"].keys() == {"anker"}
    with pytest.MonkeyPatch.context() as lapje:
        lapje.setattr(Outside, "anchors", lambda _self, _second: [])
        (pad / "kluis.db").write_bytes(oud)
        assert _melding(pad) is None


def test_na_verder_werken_op_een_oude_database_blijft_de_melding_staan(pad: Path) -> None:
    (pad / "kluis.db").write_bytes(_oude_database(pad))
    _werk(pad, 9, 100)
    melding = _melding(pad)
    assert melding is not None
    assert "Regel 7 van het logboek is een andere" in melding


def test_wie_weet_hoe_het_zit_aanvaardt_het_en_dan_is_het_stil(pad: Path) -> None:
    (pad / "kluis.db").write_bytes(_oude_database(pad))
    with open_kluis(pad, WACHTZIN) as kluis:
        assert kluis.ankermelding
        aanvaard_anker(kluis, regel(500, handeling="anker.aanvaarden", onderwerp=None))
        assert kluis.ankermelding is None
    assert _melding(pad) is None
    assert controleer_kluis(pad, WACHTZIN).heel
    oud = (pad / "kluis.db").read_bytes()
    _werk(pad, 2, 200)
    (pad / "kluis.db").write_bytes(oud)  # daarna valt een nieuwe keer weer op
    assert _melding(pad) is not None


@pytest.fixture
def stick(pad: Path, tmp_path: Path) -> Path:
    """Een tweede plaats die gekozen is, met een kopie erop."""
    map_ = tmp_path / "stick"
    map_.mkdir()
    with open_kluis(pad, WACHTZIN) as kluis:
        kies_tweede_plaats(kluis, map_, regel(0))
        assert maak_reservekopie(kluis, NU).tweede
    return map_


def test_de_hele_map_terugzetten_ziet_de_tweede_plaats(pad: Path, stick: Path) -> None:
    oud = shutil.copytree(pad, pad.parent / "oud")
    _werk(pad, 4, 10)
    shutil.rmtree(pad)
    shutil.copytree(oud, pad)
    melding = _melding(pad)
    assert melding is not None
    assert "oudere kopie" in melding


def test_zonder_stick_is_er_geen_melding(pad: Path, stick: Path) -> None:
    _werk(pad, 4, 10)
    shutil.rmtree(stick)
    assert _melding(pad) is None


def test_een_stick_die_achterloopt_is_geen_alarm(pad: Path, stick: Path) -> None:
    weg = stick.rename(stick.with_name("thuis"))
    _werk(pad, 4, 10)
    weg.rename(stick)
    assert _melding(pad) is None


def test_terugzetten_geeft_geen_melding_ook_niet_van_een_stick_die_er_niet_bij_was(
    pad: Path, stick: Path
) -> None:
    kopie = reservekopieen(pad / "kluis.db.reserve")[0].pad
    _werk(pad, 6, 10)
    weg = stick.rename(stick.with_name("thuis"))
    zet_terug(pad, kopie, WACHTZIN, TERUG)
    weg.rename(stick)
    assert _melding(pad) is None
    _werk(pad, 9, 300)
    assert _melding(pad) is None


def test_na_een_tweede_keer_terugzetten_kent_hij_nog_steeds_beide_takken(
    pad: Path, stick: Path
) -> None:
    kopie = reservekopieen(pad / "kluis.db.reserve")[0].pad
    for keer in range(3):
        _werk(pad, 5 - keer, 10 + 100 * keer)
        zet_terug(pad, kopie, WACHTZIN, TERUG)
        assert _melding(pad) is None
    met_tak_drie = (pad / "kluis.db").read_bytes()
    _werk(pad, 2, 900)
    (pad / "kluis.db").write_bytes(met_tak_drie)
    assert _melding(pad) is not None


def test_het_anker_loopt_nooit_voor_op_de_kluis(pad: Path, openen: Callable[[], Kluis]) -> None:
    """Wie tussen database en anker gedood wordt, heeft een anker van vroeger."""
    _werk(pad, 3, 0)
    kluis = openen()
    vul(kluis, 5, 50)
    gedood = Path(shutil.copytree(pad, pad.parent / "gedood"))
    assert _melding(gedood) is None


def test_een_verzonnen_anker_telt_niet(pad: Path, stick: Path) -> None:
    (anker,) = stick.glob("*/anker")
    anker.write_text(f"999:9:{'a' * 64}:{'b' * 64}")
    assert _melding(pad) is None
    anker.write_bytes(os.urandom(200))
    assert _melding(pad) is None
    assert anchor.from_text("1:0:\ud800", b"k" * 32, "k") is None


def test_een_sleutelbestand_dat_een_ander_veranderde_wordt_niet_herschreven(pad: Path) -> None:
    _werk(pad, 1, 0)
    kluis = open_kluis(pad, WACHTZIN)
    ruw = lees_ruw(pad)
    ruw["sloten"][0]["rol"] = "fg"
    schrijf_ruw(pad, ruw)
    voor = (pad / "kluis.db.sleutel").read_bytes()
    vul(kluis, 1, 5)
    kluis.sluit()
    assert (pad / "kluis.db.sleutel").read_bytes() == voor
