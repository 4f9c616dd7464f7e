"""Wat docs/veiligheid.md noemt bestaat: elke toets, elk bestand, elke opdracht."""

import ast
import re

import pytest

from tests.vijand.__main__ import PROEVEN
from tests.vijand.spoor import WORTEL

TEKST = (WORTEL / "docs" / "veiligheid.md").read_text("utf-8")
_GENOEMD = sorted(set(re.findall(r"`([\w/]*test_\w+): (\w+)`", TEKST)))
_BESTANDEN = sorted(set(re.findall(r"`((?:storage|casus_app|ui)/[\w/]+\.py)`", TEKST)))
_RIJEN = [
    [deel.strip() for deel in regel.strip("|").split("|")]
    for regel in TEKST.splitlines()
    if re.match(r"\| \d+ \|", regel)
]


@pytest.mark.parametrize(("bestand", "toets"), _GENOEMD)
def test_elke_genoemde_toets_bestaat(bestand: str, toets: str) -> None:
    boom = ast.parse((WORTEL / "tests" / f"{bestand}.py").read_text("utf-8"))
    assert f"test_{toets}" in {
        knoop.name for knoop in boom.body if isinstance(knoop, ast.FunctionDef)
    }


def test_alle_veertig_proeven_staan_er_met_een_toets_of_een_reden() -> None:
    assert [int(rij[0]) for rij in _RIJEN] == list(range(1, 41))
    for nummer, _proef, toets, tegenproef, _mist in _RIJEN:
        assert re.search(r"`\w+", toets) or "niet van toepassing" in toets, nummer
        assert tegenproef in {"T", "H", "–", ""}, nummer


@pytest.mark.parametrize(
    "pad", sorted(set(re.findall(r"`((?:storage|casus_app|ui)/[\w/]+\.py)`", TEKST)))
)
def test_elk_genoemd_bestand_bestaat(pad: str) -> None:
    assert (WORTEL / pad).is_file()


def test_elke_opdracht_bij_een_cijfer_kent_de_proef() -> None:
    genoemd = re.findall(r"python -m tests\.vijand \d+ (\w+)", TEKST)
    assert len(genoemd) >= 3
    assert set(genoemd) <= {*PROEVEN, "fuzz"}


@pytest.mark.parametrize("slot", ["requirements.lock", "requirements-toets.lock"])
def test_elk_pakket_is_vastgezet_met_een_som(slot: str) -> None:
    """En doe.py neemt niets aan wat daar niet bij past."""
    blokken = re.split(r"\n(?=[\w.\[\]-]+==)", (WORTEL / slot).read_text("utf-8"))
    pakketten = [blok for blok in blokken if re.match(r"[\w.\[\]-]+==", blok)]
    assert len(pakketten) > 10
    assert [blok.split()[0] for blok in pakketten if "--hash=sha256:" not in blok] == []
    assert "--require-hashes" in (WORTEL / "doe.py").read_text("utf-8")
