"""Een dag typen zoals mensen hem zeggen."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.date_field import DateField
from ui.widgets.dates import parse, written

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
    assert parse(tekst, VANDAAG) == dag


@pytest.mark.parametrize(
    "tekst",
    ["", "straks", "31-2", "99-99", "over 999 jaar weken", "0-0-0000", "12-13", "4-12-26-1"],
)
def test_dit_is_geen_dag(tekst: str) -> None:
    assert parse(tekst, VANDAAG) is None


def test_wat_geschreven_wordt_is_weer_te_lezen() -> None:
    for dag in (date(2026, 1, 1), date(2026, 12, 31), date(2028, 2, 29)):
        assert parse(written(dag), VANDAAG) == dag


def test_het_veld_zegt_welke_dag_het_begreep(qtbot: QtBot) -> None:
    field = DateField("Uiterlijk", VANDAAG)
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.edit, "over 2 weken")
    assert field.understood.text() == "Dinsdag 8 december 2026"
    field.edit.clear()
    qtbot.keyClicks(field.edit, "ooit")
    assert field.is_unclear()
    assert "begrijp ik niet" in field.understood.text()
    assert field.value() is None


def test_met_de_pijlen_gaat_het_veld_een_dag_op_en_neer(qtbot: QtBot) -> None:
    field = DateField("Uiterlijk", VANDAAG)
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.value() == date(2026, 11, 25)
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    assert field.value() == date(2026, 11, 23)


def test_de_kalender_neemt_de_dag_over(qtbot: QtBot) -> None:
    from PySide6.QtCore import QDate
    from PySide6.QtWidgets import QCalendarWidget

    field = DateField("Uiterlijk", VANDAAG)
    qtbot.addWidget(field)
    field.show()
    qtbot.mouseClick(field.pick, Qt.MouseButton.LeftButton)
    (kalender,) = field.findChildren(QCalendarWidget)
    kalender.activated.emit(QDate(2026, 12, 24))
    assert field.value() == date(2026, 12, 24)
