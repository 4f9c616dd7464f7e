"""Geen cel wordt een formule, en elke cel komt terug zoals hij was."""

import re
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casus_app.domein.tekst import TEKST_HOOGSTENS
from casus_app.lijsten.cel import als_tekst, lees_dag, oorspronkelijk, veilig
from casus_app.lijsten.lijst import CEL_HOOGSTENS
from tests.casus_app.lijsten.teksten import LASTIG, teksten

ALTIJD_GELIJK = settings(derandomize=True, database=None, deadline=None, max_examples=400)


@given(teksten)
@example("_x005F\x07")
@example("''=1")
@example("\n\n=1")
@ALTIJD_GELIJK
def test_wat_veilig_gemaakt_is_komt_terug_zoals_het_was(tekst: str) -> None:
    assert oorspronkelijk(veilig(tekst)) == tekst


@given(teksten)
@ALTIJD_GELIJK
def test_wat_veilig_is_kan_nergens_een_formule_worden(tekst: str) -> None:
    cel = veilig(tekst)
    for deel in re.split(r"[,;|\t\n\"]", cel):
        assert not re.match(r"\s*[=+\-@＝＋－＠]", deel)
    assert cel[:1] not in ("\t", "\r", "\n")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\ufffe\uffff]", cel)


@pytest.mark.parametrize(
    "tekst", ["'t Hart", "Łukasz Şahin", "d'Arc, Jeanne", "_x_", "a-b", "1+1"]
)
def test_een_gewone_tekst_blijft_er_gewoon_uitzien(tekst: str) -> None:
    assert veilig(tekst) == tekst
    assert oorspronkelijk(tekst) == tekst


@pytest.mark.parametrize("tekst", [" " * 20_000, "\n" * 20_000, "'" * 20_000, ",'" * 10_000])
def test_een_lange_rare_cel_kost_geen_tijd(tekst: str) -> None:
    assert oorspronkelijk(veilig(tekst)) == tekst


@pytest.mark.parametrize(
    "tekst",
    [
        "24-11-2026",
        "2026-11-24",
        "24/11/26",
        "24.11.2026",
        "24 november 2026",
        "24-nov-26",
        "24 nov. 2026",
        "24-11-2026 00:00",
        "2026-11-24T00:00:00",
        " 24-11-2026 ",
        "46350",
    ],
)
def test_een_dag_wordt_gelezen_zoals_mensen_hem_schrijven(tekst: str) -> None:
    assert lees_dag(tekst) == date(2026, 11, 24)


@pytest.mark.parametrize("tekst", ["1 maart 2026", "1 mrt 26", "1-3-2026", "01-03-26"])
def test_maart_heeft_twee_afkortingen(tekst: str) -> None:
    assert lees_dag(tekst) == date(2026, 3, 1)


@pytest.mark.parametrize(
    "tekst",
    "|ja|31-02-2026|11/24/2026|24-11|2026|24 foo 2026|12345|99999|٠".split("|"),
)
def test_wat_geen_dag_is_wordt_er_geen(tekst: str) -> None:
    assert lees_dag(tekst) is None


def test_een_lange_rare_dag_kost_geen_tijd() -> None:
    assert lees_dag("1" + "." * 20_000) is None
    assert lees_dag("1." + "a" * 20_000) is None


@given(st.dates(min_value=date(1, 1, 1)))
@ALTIJD_GELIJK
def test_elke_dag_komt_terug(dag: date) -> None:
    assert lees_dag(als_tekst(dag)) == dag


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [(None, ""), (12, "12"), (12.0, "12"), (1.5, "1.5"), (True, "ja"), (float("inf"), "inf")],
)
def test_een_getal_wordt_de_tekst_die_er_staat(waarde: object, tekst: str) -> None:
    assert als_tekst(waarde) == tekst


def test_een_cel_mag_even_lang_zijn_als_een_veld() -> None:
    assert CEL_HOOGSTENS == TEKST_HOOGSTENS


def test_de_lastige_teksten_zijn_echt_lastig() -> None:
    assert sum(veilig(tekst) != tekst for tekst in LASTIG) > len(LASTIG) // 2
