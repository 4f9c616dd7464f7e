"""Verminkte bestanden geven een waarde of een eigen fout; zie `tests/vijand/fuzz.py`."""

import random
from contextlib import suppress

import pytest

from storage import anchor, keyfile, slots
from tests.vijand import fuzz
from tests.vijand.opdracht import telling


def test_elke_lezer_overleeft_een_seconde_verminkte_bestanden() -> None:
    geteld = telling(1, "fuzz")
    assert set(fuzz.LEZERS) <= set(geteld)
    assert all(geteld[naam] > 0 for naam in fuzz.LEZERS)


@pytest.mark.parametrize("naam", fuzz.LEZERS)
def test_het_goede_bestand_wordt_gelezen(naam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "stretch", fuzz._nep_uitrekken)
    van = fuzz.lezer(naam)
    assert all(fuzz.probeer(van, goed) for goed in van.goed)


@pytest.mark.parametrize(
    ("naam", "module", "melding"),
    [
        ("sleutelbestand", keyfile, "een veranderd sleutelbestand gaat open"),
        ("anker", anchor, "een veranderd anker wordt geloofd"),
    ],
)
def test_zonder_zegel_merkt_de_proef_het(
    naam: str, module: object, melding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """De maatregel weg: elk zegel is goed."""
    monkeypatch.setattr(slots, "stretch", fuzz._nep_uitrekken)
    van, toeval = fuzz.lezer(naam), random.Random(4)
    monkeypatch.setattr("hmac.compare_digest", lambda *_: True)

    def verminkt() -> None:
        for _ in range(20_000):
            with suppress(ValueError, IndexError, TypeError):
                fuzz.probeer(van, van.slecht(toeval))

    with pytest.raises(AssertionError, match=melding):
        verminkt()


def test_een_lezer_die_te_lang_doet_valt_op() -> None:
    with pytest.MonkeyPatch.context() as lapje:
        lapje.setattr(fuzz, "SECONDEN", 0.0)
        with pytest.raises(AssertionError, match="te lang"):
            fuzz.probeer(fuzz.Lezer((b"",), lambda _inhoud: sorted(range(99_999))), b"")
