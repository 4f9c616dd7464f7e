"""Geen bladzijde, ook geen die niemand ziet, maakt het venster groter dan het scherm."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.kijken import Kijker
from tests.ui.tafelspel import CASUS, OVERLEG, breng_in, open_casus, spreek_af
from ui import theme
from ui.places import PLACES
from ui.tafel.steps import Step
from ui.theme import LIGHT, Look

BREED, HOOG = 1280, 720


@pytest.fixture(params=[100, 200])
def mens(kijker: Kijker, request: pytest.FixtureRequest) -> Iterator[Kijker]:
    """Een venster van 1280 bij 720 met gewone en met dubbele letters."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, Look(LIGHT, request.param))
    kijker.venster.resize(BREED, HOOG)
    yield kijker
    theme.apply(app, Look())


def _past(mens: Kijker, waar: str) -> None:
    for _ in range(3):
        QApplication.processEvents()
    venster: QWidget = mens.venster
    assert (venster.width(), venster.height()) == (BREED, HOOG), waar
    nodig = venster.minimumSizeHint()
    assert nodig.width() <= BREED, f"{waar}: {nodig}"
    assert nodig.height() <= HOOG, f"{waar}: {nodig}"


def _langs_alles(mens: Kijker) -> None:
    for plek in PLACES:
        mens.werk.show_place(plek.name)
        _past(mens, plek.name)
    mens.werk.show_overleg(OVERLEG)
    _past(mens, "overleg")
    mens.werk.show_dossier(CASUS)
    _past(mens, "dossier")
    mens.werk.show_verantwoording()
    _past(mens, "verantwoording")


def test_na_elke_bladzijde_en_elke_stap_is_het_venster_nog_even_groot(mens: Kijker) -> None:
    _langs_alles(mens)
    mens.werk.show_casus(OVERLEG, CASUS)
    _past(mens, "deurwissel")
    open_casus(mens)
    breng_in(mens.sessie, "i1")
    spreek_af(mens.sessie, "a1", "wmo")
    mens.werk.show_casus(OVERLEG, CASUS)
    for stap in Step:
        mens.werk.casus.go_to(stap)
        _past(mens, stap.name)
    _langs_alles(mens)  # nu ligt de tafel eronder
    mens.sessie.lock()
    _past(mens, "slot")
