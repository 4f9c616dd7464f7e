"""Een omgevallen bit wordt gevonden voordat er iets verkeerds te zien is; zie `bitflip.py`."""

import re

import pytest

from tests.vijand.opdracht import draai, telling


@pytest.mark.parametrize("soort", ["database", "sleutelbestand"])
def test_elk_omgevallen_bit_wordt_gevonden(soort: str) -> None:
    geteld = telling(60, f"bitflip.{soort}")
    assert geteld["flips"] == 60
    assert geteld["bij_lezen"] + geteld.get("bij_nakijken", 0) == 60


def test_de_proef_loopt_stuk_zonder_de_som_onder_elke_bladzijde() -> None:
    klaar = draai(200, "bitflip.database.hmac")
    assert klaar.returncode != 0, "de maatregel weg, en de proef merkt het niet"
    assert re.search("bleef ongezien|verkeerds te lezen|UnicodeDecodeError", klaar.stderr), (
        klaar.stderr[-2000:]
    )
