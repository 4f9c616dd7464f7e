"""Elk draaiboek gaat zoals het zegt: in het geheugen, en via de opdrachtregel op een echte kluis.

Draaiboeken waarvan de naam op -1, -2 … eindigt gaan na elkaar op dezelfde kluis.
"""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from casus_app import draaiboek
from casus_app.catalogus import laad
from casus_app.papier import maak_papier
from casus_app.werkbank import Werkbank
from tests.bouw import STANDAARD
from tests.nep import GeheugenOpslag, StilleKlok

HIER = Path(__file__).parent
WORTEL = HIER.parent.parent
GEDEELD = WORTEL.parent / "shared" / "draaiboeken"
"""Staat alleen naast de boom als er aan dit project gewerkt wordt."""

WACHTZIN = "vier woorden zijn genoeg"
OP_KLUIS = ("--kluis", "kluis", "--wachtzin-bestand", "wachtzin")


def _reeksen() -> list[list[Path]]:
    paden = sorted([*HIER.glob("*.toml"), *GEDEELD.glob("*.toml")])
    reeksen = groupby(paden, key=lambda pad: (pad.parent, re.sub(r"-\d+$", "", pad.stem)))
    return [list(reeks) for _, reeks in reeksen]


def _naam(reeks: Sequence[Path]) -> str:
    return f"{reeks[0].parent.parent.name}/{re.sub(r'-[0-9]+$', '', reeks[0].stem)}"


elke_reeks = pytest.mark.parametrize("reeks", _reeksen(), ids=_naam)


def _lees(pad: Path) -> draaiboek.Draaiboek:
    return draaiboek.lees(pad.read_bytes(), pad.name, laad().kaders)


@elke_reeks
def test_het_draaiboek_gaat_zoals_het_zegt(reeks: list[Path]) -> None:
    werkbank = Werkbank(GeheugenOpslag(), StilleKlok(), laad(), maak_papier, oefening=True)
    for pad in reeks:
        gelezen, regels = _lees(pad), []
        assert draaiboek.speel(gelezen, werkbank, regels.append, lambda _papier: None) == []
        assert [regel["nr"] for regel in regels] == list(range(1, len(gelezen.stappen) + 1))


@elke_reeks
def test_ook_op_een_echte_kluis_via_de_opdrachtregel(reeks: list[Path], tmp_path: Path) -> None:
    (tmp_path / "wachtzin").write_text(WACHTZIN, "utf-8")
    for pad in reeks:
        gespeeld = _opdracht(
            tmp_path,
            str(pad),
            "--kluis",
            "kluis",
            "--wachtzin-bestand",
            "wachtzin",
            "--uit",
            "uit",
        )
        assert gespeeld.returncode == 0, gespeeld.stderr
        assert gespeeld.stderr == ""
        regels = [json.loads(regel) for regel in gespeeld.stdout.splitlines()]
        _toets_regels(_lees(pad), regels)
    beloofd = {naam for regel in regels for naam in _bestanden(regel)}
    assert beloofd <= {pad.name for pad in (tmp_path / "uit").glob("*")}


def _toets_regels(gelezen: draaiboek.Draaiboek, regels: list[dict[str, Any]]) -> None:
    for stap, regel in zip(gelezen.stappen, regels, strict=True):
        assert (regel["nr"], regel["doe"]) == (stap.nr, stap.handeling.NAAM)
        assert regel.get("id") == stap.id
        if stap.verwacht:
            assert regel["uitkomst"] == "geweigerd"
            assert regel["code"] == stap.verwacht
            assert regel["melding"].endswith(".")
        else:
            assert regel["uitkomst"] == "gelukt"
            assert isinstance(regel["antwoord"], dict)


def _bestanden(regel: dict[str, Any]) -> list[str]:
    return list(regel.get("antwoord", {}).get("bestanden", []))


def _opdracht(waar: Path, *woorden: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "casus_app", "draaiboek", *woorden],
        cwd=waar,
        env={"PYTHONPATH": str(WORTEL), "HOME": str(waar), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_samen_doen_de_draaiboeken_elke_handeling() -> None:
    gedaan = {stap.handeling.NAAM for pad in HIER.glob("*.toml") for stap in _lees(pad).stappen}
    assert gedaan == set(STANDAARD)


def test_er_is_een_draaiboek_voor_elk_kader() -> None:
    assert {_lees(pad).kader for pad in HIER.glob("*.toml")} == set(laad().kaders)
