"""Het echte venster onder een echte X-server, met echte toetsen en een echte muis."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.echt.mens import Mens, mens


@pytest.fixture
def oefenaar(omgeving: dict[str, str], tmp_path: Path) -> Iterator[Mens]:
    with mens(omgeving, tmp_path, "oefen") as gemaakt:
        yield gemaakt


def test_zoek_of_doe_met_toetsen_en_met_de_muis(oefenaar: Mens) -> None:
    oefenaar.wacht_op("Casussen")
    oefenaar.toets("ctrl+k")
    oefenaar.wacht_op("Casus aanmelden")
    oefenaar.toets("Escape")
    oefenaar.klik("Casussen")
    oefenaar.wacht_op("Zoek")
    assert (oefenaar.tel.toetsen, oefenaar.tel.klikken) == (2, 1)
    assert oefenaar.sluit() == 0
