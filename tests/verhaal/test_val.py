"""Kill -9 van het programma in een gespeeld overleg; tweehonderd rondes: `tests.verhaal.val`."""

import sys

import pytest

from tests.verhaal.val import Gemeld, Oven, nagekeken, val

STIL = 12
"""De daad waarbij de tegenproef blijft staan: midden in de eerste casus."""


@pytest.fixture(scope="module")
def oven(tmp_path_factory: pytest.TempPathFactory) -> Oven:
    return Oven(tmp_path_factory.mktemp("val"))


@pytest.fixture(scope="module")
def heel(oven: Oven) -> Gemeld:
    """Een overleg waarin niemand doodt."""
    return oven.speel(sys.maxsize, 0)[1]


def test_na_kill_9_staat_elke_getekende_daad_er_met_het_klad(oven: Oven, heel: Gemeld) -> None:
    telling = val(oven, heel, rondes=2, zaad=48, steekproef=2)
    assert telling.fouten == []
    assert telling.daden > 0
    assert telling.vensters == 1


def test_een_kluis_die_meldt_voor_zij_vastlegt_valt_door_de_mand(oven: Oven, heel: Gemeld) -> None:
    """Tegenproef: de dood komt tussen het zeggen en het vastleggen."""
    pad, gemeld = oven.speel(STIL, 0, heel, voorbarig=STIL)
    assert len(gemeld.daden) == STIL
    assert "staat er iets anders" in nagekeken(pad, gemeld, heel)
    pad, gemeld = oven.speel(STIL, 0, heel)
    assert nagekeken(pad, gemeld, heel) == ""
