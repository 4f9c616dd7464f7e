"""Wat voor de hele boom geldt: woorden, lengte, pijlen, uitzonderingen met reden."""

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import casus_app.domein
from casus_app.handelingen import HANDELINGEN, SCHERMHANDELINGEN
from casus_app.rollen import MAG
from casus_app.weigeringen import UITLEG, Code

WORTEL = Path(__file__).parent.parent
BRON = ("casus_app", "storage", "ui", "resources", "benchmarks")
REGELS_HOOGSTENS = 400


def _bronbestanden() -> list[Path]:
    return [pad for map_ in BRON for pad in (WORTEL / map_).rglob("*.py")] + [WORTEL / "doe.py"]


def test_elk_begrip_van_het_vak_staat_in_de_woordenlijst() -> None:
    tekst = (WORTEL / "docs" / "woordenlijst.md").read_text("utf-8")
    woorden = set(re.findall(r"\w+", tekst))
    begrippen = {
        naam
        for deel in pkgutil.iter_modules(casus_app.domein.__path__)
        for naam, ding in inspect.getmembers(
            importlib.import_module(f"casus_app.domein.{deel.name}"), inspect.isclass
        )
        if ding.__module__ == f"casus_app.domein.{deel.name}"
        and not naam.startswith("_")
        and not deel.name.startswith("tafelorde_")
        and not issubclass(ding, Exception)
    }
    assert begrippen - woorden == set()


def test_geen_bestand_is_te_lang() -> None:
    lang = {
        str(pad.relative_to(WORTEL)): regels
        for pad in _bronbestanden()
        if (regels := len(pad.read_text("utf-8").splitlines())) > REGELS_HOOGSTENS
    }
    assert lang == {}


def test_elke_uitzondering_op_een_regel_heeft_haar_reden_erbij() -> None:
    kaal = [
        f"{pad.relative_to(WORTEL)}:{nummer}"
        for pad in _bronbestanden()
        for nummer, regel in enumerate(pad.read_text("utf-8").splitlines(), start=1)
        if re.search(
            r"#\s*(noqa(:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*)?|type:\s*ignore(\[[^\]]*\])?)\s*$", regel
        )
    ]
    assert kaal == []


def test_de_pijlen_tussen_de_lagen_kloppen() -> None:
    uitkomst = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert uitkomst.returncode == 0, uitkomst.stdout


def test_niets_breekt_een_transactie_af() -> None:
    """Nergens staat `executescript`: dat breekt een lopende transactie af."""
    for pad in _bronbestanden():
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))):
            if isinstance(knoop, ast.Attribute):
                assert knoop.attr != "executescript", pad


def test_elke_handeling_heeft_rechten_en_elk_recht_een_handeling() -> None:
    assert set(MAG) == {*HANDELINGEN, *SCHERMHANDELINGEN}


def test_elke_weigering_zegt_wat_er_is_en_wat_u_kunt_doen() -> None:
    assert set(UITLEG) == set(Code)
    for code, uitleg in UITLEG.items():
        assert uitleg.melding.endswith("."), code
        assert len(re.findall(r"[.;:]( |$)", uitleg.melding)) >= 2, code
