"""Het weekoverleg met echte toetsen onder een X-server, naast de kluis van het draaiboek.

Zie `tests/verhaal/aan_tafel`. Hier worden ook de toetsen geteld die in docs/toetsen.md staan.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from casus_app.__main__ import OEFENWACHTZIN, maak_werkbank
from storage import maak_kluis, open_kluis
from tests.echt.mens import Deel, Mens, mens
from tests.ui.nepdeuren import een_werkbank
from tests.verhaal.aan_tafel import (
    Voorzitter,
    bereid_voor,
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


class EchteHanden:
    """Drukt langs de X-server en kijkt met de spion."""

    def __init__(self, wie: Mens) -> None:
        self._wie = wie

    def toets(self, *toetsen: str) -> None:
        self._wie.toets(*toetsen)

    def typ(self, woorden: str) -> None:
        self._wie.typ(woorden)

    def delen(self) -> list[Deel]:
        return self._wie.delen()

    def wacht(self, is_zo: Callable[[], bool], anders: str) -> None:
        self._wie.wacht(is_zo, anders)


@pytest.fixture
def oefenkluis(tmp_path: Path) -> Path:
    """De plaats waar het programma zijn oefenkluis zoekt, met de voorbereiding erin."""
    plaats = tmp_path / "data" / "casusoverleg" / "oefenen" / "kluis"
    plaats.parent.mkdir(parents=True)
    werkbank = maak_werkbank(maak_kluis(plaats, OEFENWACHTZIN, oefening=True))
    bereid_voor(werkbank)
    werkbank.opslag.sluit()
    return plaats


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
