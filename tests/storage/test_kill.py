"""Wat bevestigd is overleeft een kill -9, op elk moment; zie `tests/storage/kill.py`."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

_WORTEL = Path(__file__).parents[2]


def _speel(rondes: int, soort: str) -> subprocess.CompletedProcess[str]:
    proef = ["tests.storage.kill", str(rondes), soort]
    if soort == "vaststellen":
        proef = ["tests.storage.kill_vaststellen", str(rondes)]
    bevel = [sys.executable, "-m", *proef]
    return subprocess.run(bevel, cwd=_WORTEL, capture_output=True, text=True, check=False)


def _telling(rondes: int, soort: str) -> dict[str, Any]:
    uitkomst = _speel(rondes, soort)
    assert uitkomst.returncode == 0, uitkomst.stderr
    telling: dict[str, Any] = json.loads(uitkomst.stdout)
    assert telling["rondes"] == rondes
    return telling


def test_na_een_kill_staat_elke_bevestigde_handeling_er_en_geen_halve() -> None:
    telling = _telling(60, "schrijven")
    assert telling["bevestigd"] > 20
    assert telling["wal_over"] > 20


def test_na_een_kill_tijdens_het_maken_is_er_een_hele_kluis_of_geen() -> None:
    telling = _telling(15, "maken")
    assert telling["bestaat_niet"] > 0


def test_na_een_kill_tijdens_het_bijwerken_is_de_kluis_oud_of_nieuw() -> None:
    telling = _telling(15, "migreren")
    assert telling["oud"] > 0


def test_na_een_kill_tijdens_een_reservekopie_is_er_geen_halve() -> None:
    telling = _telling(15, "reserve")
    assert telling["kopieen"] > 0


def test_na_een_kill_tijdens_het_terugzetten_is_de_kluis_oud_of_nieuw() -> None:
    telling = _telling(20, "herstellen")
    assert telling["oud"] > 0


def test_na_een_kill_tijdens_verwijderen_is_iemand_er_nog_in_of_er_helemaal_uit() -> None:
    telling = _telling(10, "nieuwe-wortel")
    assert telling.get("eruit", 0) + telling.get("erin", 0) == 10


def test_na_een_kill_tijdens_een_nieuwe_wachtzin_past_de_oude_of_de_nieuwe() -> None:
    telling = _telling(15, "wachtzin")
    assert telling.get("nieuw", 0) + telling.get("oud", 0) == 15


def test_na_een_kill_tijdens_het_vaststellen_zijn_tekst_en_sleutel_er_samen_of_niet() -> None:
    telling = _telling(15, "vaststellen")
    assert telling["vastgesteld"] > 0


@pytest.mark.parametrize(
    ("soort", "melding"),
    [
        ("database-eerst", "de kluis gaat niet meer open"),
        ("te-vroeg", "een bevestigde stap is weg"),
        ("in-stukken", "een halve of verminkte stap"),
        ("met-de-hand", "er is geen kluis meer|vals alarm|iets ertussenin|en toch de oude|FOUT"),
    ],
)
def test_de_proef_loopt_stuk_op_wie_het_verkeerd_doet(soort: str, melding: str) -> None:
    uitkomst = _speel(200, soort)
    assert uitkomst.returncode != 0
    assert re.search(melding, uitkomst.stderr)
