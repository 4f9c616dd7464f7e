"""Het weekoverleg met echte toetsen onder een X-server, naast de kluis van het draaiboek.

Zie `tests/verhaal/aan_tafel`. Hier worden ook de toetsen geteld die in docs/toetsen.md staan.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from casus_app.__main__ import OEFENWACHTZIN
from storage import open_kluis
from tests.echt.handen import EchteHanden, maak_oefenkluis
from tests.echt.mens import Mens, mens
from tests.ui.nepdeuren import een_werkbank
from tests.verhaal.aan_tafel import (
    Voorzitter,
    speel_door,
    speel_met_toetsen,
    verschillen,
)

TOETSEN = Path(__file__).parents[2] / "docs" / "toetsen.md"
HOOGSTENS = {
    "inbreng": 3,
    "inbreng met geheim, toestemming": 5,
    "afspraak": 3,
    "vrijgave, één afspraak": 2,
    "deurwissel": 2,
}


@pytest.fixture
def oefenkluis(tmp_path: Path) -> Path:
    return maak_oefenkluis(tmp_path)


@pytest.fixture
def aan_tafel(omgeving: dict[str, str], tmp_path: Path, oefenkluis: Path) -> Iterator[Mens]:
    with mens(omgeving, tmp_path, "oefen") as gemaakt:
        gemaakt.wacht_op("Casussen")
        yield gemaakt


def test_met_echte_toetsen_komt_er_hetzelfde_te_staan_als_met_het_draaiboek(
    aan_tafel: Mens, oefenkluis: Path
) -> None:
    wie = Voorzitter(EchteHanden(aan_tafel))
    speel_met_toetsen(wie)
    assert aan_tafel.sluit() == 0
    draaiboek = een_werkbank()
    speel_door(draaiboek)
    with open_kluis(oefenkluis, OEFENWACHTZIN) as kluis:
        assert verschillen(kluis, draaiboek.opslag) == []
    geteld = wie.meeste()
    assert {wat: n for wat, n in geteld.items() if n > HOOGSTENS.get(wat, n)} == {}
    gepubliceerd = _gepubliceerd()
    assert {wat: gepubliceerd.get(wat) for wat in geteld} == geteld


def _gepubliceerd() -> dict[str, int]:
    rijen = re.findall(
        r"^\| ([^|]+?) \| (\d+) \|", TOETSEN.read_text(encoding="utf-8"), re.MULTILINE
    )
    return {wat: int(aantal) for wat, aantal in rijen}
