"""Een dag typen zoals mensen hem zeggen."""

from datetime import date

import pytest

from casus_app.hulp.dagen import begrijp, feestdag, geschreven, lees

VANDAAG = date(2026, 11, 24)  # een dinsdag


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("vandaag", date(2026, 11, 24)),
        ("Morgen", date(2026, 11, 25)),
        ("vr", date(2026, 11, 27)),
        ("vrijdag", date(2026, 11, 27)),
        ("di", date(2026, 12, 1)),
        ("4-12", date(2026, 12, 4)),
        ("4/12", date(2026, 12, 4)),
        ("12-1", date(2027, 1, 12)),
        ("12-1-2027", date(2027, 1, 12)),
        ("12-1-27", date(2027, 1, 12)),
        ("2027-01-12", date(2027, 1, 12)),
        ("4 dec", date(2026, 12, 4)),
        ("vrijdag 4 december 2026", date(2026, 12, 4)),
        ("over 2 weken", date(2026, 12, 8)),
        ("over een week", date(2026, 12, 1)),
        ("over 3 maanden", date(2027, 2, 24)),
        ("16-11", date(2026, 11, 16)),
        ("1 maart", date(2027, 3, 1)),
    ],
)
def test_dit_is_die_dag(tekst: str, dag: date) -> None:
    assert lees(tekst, VANDAAG) == dag


@pytest.mark.parametrize(
    "tekst",
    ["", "straks", "31-2", "99-99", "over 999 jaar weken", "0-0-0000", "12-13", "4-12-26-1"],
)
def test_dit_is_geen_dag(tekst: str) -> None:
    assert lees(tekst, VANDAAG) is None


def test_wat_geschreven_wordt_is_weer_te_lezen() -> None:
    for dag in (date(2026, 1, 1), date(2026, 12, 31), date(2028, 2, 29)):
        assert lees(geschreven(dag), VANDAAG) == dag


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("eind volgende week", date(2026, 12, 4)),
        ("eind deze week", date(2026, 11, 27)),
        ("volgende week vrijdag", date(2026, 12, 4)),
        ("vrijdag volgende week", date(2026, 12, 4)),
        ("eind van de maand", date(2026, 11, 30)),
        ("eind volgende maand", date(2026, 12, 31)),
        ("eind januari", date(2027, 1, 31)),
        ("voor 1 januari", date(2026, 12, 31)),
        ("vóór vrijdag", date(2026, 11, 26)),
        ("uiterlijk 4-12", date(2026, 12, 4)),
        ("binnen twee weken", date(2026, 12, 8)),
        ("komende vrijdag", date(2026, 11, 27)),
        ("vr 4-12", date(2026, 12, 4)),
        ("3 sept", date(2026, 9, 3)),
    ],
)
def test_ook_zo_zegt_men_een_dag(tekst: str, dag: date) -> None:
    assert lees(tekst, VANDAAG) == dag


@pytest.mark.parametrize(
    ("tekst", "vraag"),
    [
        ("volgende vrijdag", "vrijdag 27 november of vrijdag 4 december"),
        ("volgende week", "Welke dag"),
        ("begin januari", "Welke dag"),
        ("december", "eind december"),
        ("zsm", "Welke dag"),
        ("ma 4-12", "vrijdag 4 december"),
    ],
)
def test_wat_twee_dagen_kan_zijn_wordt_een_vraag(tekst: str, vraag: str) -> None:
    gelezen = begrijp(tekst, VANDAAG)
    assert gelezen.dag is None
    assert gelezen.is_vraag
    assert vraag in gelezen.zin


@pytest.mark.parametrize(
    "woord", ["maken", "woning", "doen", "zoon", "dit", "vrouw", "m", "vr zo"]
)
def test_een_woord_dat_als_een_weekdag_begint_is_geen_dag(woord: str) -> None:
    assert lees(woord, VANDAAG) is None


@pytest.mark.parametrize(
    ("tekst", "noot"),
    [
        ("25-12", "Dat is eerste kerstdag."),
        ("za", "Dat is een zaterdag."),
        ("16-11", "Die dag is al voorbij."),
        ("voor 1 januari", "Vóór die dag: uiterlijk donderdag 31 december."),
        ("vr", ""),
    ],
)
def test_een_bijzondere_dag_wordt_zacht_gezegd(tekst: str, noot: str) -> None:
    assert begrijp(tekst, VANDAAG).zin == noot


@pytest.mark.parametrize(
    ("dag", "naam"),
    [
        (date(2027, 3, 29), "tweede paasdag"),
        (date(2027, 5, 6), "Hemelvaartsdag"),
        (date(2025, 4, 26), "Koningsdag"),
        (date(2025, 4, 27), ""),
        (date(2027, 4, 27), "Koningsdag"),
        (date(2027, 5, 17), "tweede pinksterdag"),
    ],
)
def test_feestdagen(dag: date, naam: str) -> None:
    assert feestdag(dag) == naam
