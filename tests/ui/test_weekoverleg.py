"""Het weekoverleg met de toetsen van Qt, door de echte vensters; zie `tests/verhaal/aan_tafel`."""

import pytest

from casus_app.werkbank import Werkbank
from tests.ui.handen import QtHanden
from tests.ui.nepdeuren import een_werkbank
from tests.verhaal.aan_tafel import (
    Voorzitter,
    bereid_voor,
    speel_door,
    speel_met_toetsen,
    verschillen,
)
from ui.main_window import MainWindow


@pytest.fixture
def gespeeld() -> Werkbank:
    """Wat het draaiboek er zelf van maakt."""
    werkbank = een_werkbank()
    speel_door(werkbank)
    return werkbank


def test_met_toetsen_komt_er_hetzelfde_te_staan_als_met_het_draaiboek(
    venster: MainWindow, gespeeld: Werkbank
) -> None:
    werkbank = een_werkbank()
    bereid_voor(werkbank)
    venster.enter(werkbank)
    wie = Voorzitter(QtHanden(venster))
    speel_met_toetsen(wie)
    assert verschillen(werkbank.opslag, gespeeld.opslag) == []
