"""Insteken en lostrekken van een echt tweede scherm, in een eigen proces met schermen van Qt."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.ui.schermen_los import BEAMER, LAPTOP

WORTEL = Path(__file__).parents[2]


def _draai(map_: Path) -> dict[str, dict[str, Any]]:
    schermen = map_ / "schermen.json"
    inhoud = {"synchronousWindowSystemEvents": True, "screens": [LAPTOP, BEAMER]}
    schermen.write_text(json.dumps(inhoud), "utf-8")
    klaar = subprocess.run(
        [sys.executable, "-m", "tests.ui.schermen_los", str(map_)],
        cwd=WORTEL,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={schermen}",
            "XDG_CONFIG_HOME": str(map_ / "config"),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    regels = [json.loads(regel) for regel in klaar.stdout.splitlines()]
    return {regel["wat"]: regel for regel in regels}


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("schermen")


@pytest.fixture(scope="module")
def verloop(map_: Path) -> dict[str, dict[str, Any]]:
    return _draai(map_)


def test_een_tweede_scherm_toont_niets_tot_er_gekozen_is(verloop: Any) -> None:
    assert verloop["twee schermen"]["schermen"] == ["beamer", "laptop"]
    assert verloop["twee schermen"]["vraag"]
    assert verloop["twee schermen"]["beamer"] == ""
    assert verloop["gekozen"]["beamer"] == "beamer"
    assert verloop["gekozen"]["maat"] == [1920, 1080]
    assert not verloop["gekozen"]["vraag"]
    assert verloop["niets"]["beamer"] == ""


def test_wie_de_stekker_eruit_trekt_ziet_de_beamer_nooit_op_de_laptop(verloop: Any) -> None:
    assert verloop["beamer los"]["schermen"] == ["laptop"]
    assert verloop["beamer los"]["beamer"] == ""
    assert verloop["beamer los"]["voorzitter"] == "laptop"
    assert verloop["beamer weer vast"]["beamer"] == "beamer", "onthouden, dus niet weer gevraagd"
    assert not verloop["beamer weer vast"]["vraag"]


def test_het_venster_van_de_voorzitter_komt_nooit_op_de_beamer(verloop: Any) -> None:
    met_beamer = [stand for stand in verloop.values() if stand["open"]]
    assert {stand["voorzitter"] for stand in met_beamer} == {"laptop"}
    assert verloop["venster verschoven"]["beamer"] == "beamer"
    assert verloop["laptop dicht"]["schermen"] == ["beamer"]
    assert not verloop["laptop dicht"]["open"], "zonder eigen scherm gaat het op slot"


def test_van_een_scherm_wordt_niets_opgeschreven_dan_een_hash(verloop: Any, map_: Path) -> None:
    del verloop
    inhoud = "".join(pad.read_text("utf-8") for pad in (map_ / "config").rglob("*.ini"))
    assert "[beamer]" in inhoud
    assert inhoud.split("[beamer]")[1].strip().endswith("=tijd")
    assert not {"laptop", "K-2601", "Molenbeek", "kluis.db"} & set(
        inhoud.replace("=", " ").split()
    )


def test_de_volgende_keer_weet_het_programma_nog_wat_de_beamer_is(
    verloop: Any, map_: Path
) -> None:
    del verloop
    weer = _draai(map_)
    assert weer["twee schermen"]["beamer"] == "beamer"
    assert not weer["twee schermen"]["vraag"]
