"""Kill -9 van het programma in een gespeeld overleg; tweehonderd rondes: `tests.verhaal.val`."""

import random

import pytest

from tests.verhaal.val import Gemeld, Oven, gespeeld, kies, nagekeken, val

STIL = 12
"""De daad waarbij de tegenproef blijft staan: midden in de eerste casus."""


@pytest.fixture(scope="module")
def oven(tmp_path_factory: pytest.TempPathFactory) -> Oven:
    return Oven(tmp_path_factory.mktemp("val"))


@pytest.fixture(scope="module")
def heel(oven: Oven) -> Gemeld:
    """Een overleg waarin niemand doodt."""
    return gespeeld(oven)


def test_na_kill_9_staat_elke_getekende_daad_er_met_het_klad(oven: Oven, heel: Gemeld) -> None:
    telling = val(oven, heel, rondes=3, zaad=48)
    assert telling.fouten == []
    assert telling.daden > 0
    assert telling.typend > 0


def test_de_dood_komt_vaak_genoeg_terwijl_er_getypt_wordt(heel: Gemeld) -> None:
    """Van de gekozen momenten ligt ruim een derde waar iets half getypt is."""
    toeval = random.Random(48)
    typt = [heel.meldingen[kies(heel, toeval)[0] - 1].typt for _ in range(200)]
    assert sum(typt) > len(typt) / 3
    assert not all(typt), "en ook daarbuiten"


def test_een_kluis_die_meldt_voor_zij_vastlegt_valt_door_de_mand(oven: Oven, heel: Gemeld) -> None:
    """Tegenproef: de dood komt tussen het zeggen en het vastleggen."""

    def zover(gemeld: Gemeld) -> bool:
        return len(gemeld.daden) == STIL

    pad, gemeld = oven.speel(zover, voorbarig=STIL)
    assert zover(gemeld)
    assert "staat er iets anders" in nagekeken(pad, gemeld, heel)
    pad, gemeld = oven.speel(zover)
    assert nagekeken(pad, gemeld, heel) == ""
