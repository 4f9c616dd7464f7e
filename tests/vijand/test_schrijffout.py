"""De schijf weigert: er gaat niets verloren, en het wordt gezegd; zie `schrijffout.py`."""

import re

import pytest

from tests.vijand import spoor
from tests.vijand.opdracht import draai, telling

pytestmark = pytest.mark.skipif(not spoor.strace_is_er(), reason="strace mag hier niet meekijken")


@pytest.mark.parametrize(
    ("soort", "rondes"),
    [
        ("werken", 30),
        ("maken", 10),
        ("reserve", 15),
        ("herstellen", 20),
        ("uitvoeren", 10),
        ("eruit", 15),
    ],
)
def test_een_schijf_die_weigert_kost_niets_en_wordt_gemeld(soort: str, rondes: int) -> None:
    geteld = telling(rondes, f"schrijffout.{soort}")
    assert geteld["fouten"] == rondes
    assert geteld["gemeld_aan_gebruiker"] > 0


@pytest.mark.parametrize(
    ("proef", "melding"),
    [
        ("werken.nakijken", "een geweigerde handeling staat er toch|een bevestigde handeling"),
        ("werken.vertaald", "een fout die niet van ons is"),
        ("uitvoeren.ernaast", "een half papier"),
        ("herstellen.wal", "beschadigd|vals alarm|is weg"),
    ],
)
def test_de_proef_loopt_stuk_zonder_de_maatregel(proef: str, melding: str) -> None:
    klaar = draai(300, f"schrijffout.{proef}")
    assert klaar.returncode != 0, "de maatregel weg, en de proef merkt het niet"
    assert re.search(melding, klaar.stderr), klaar.stderr[-2000:]
