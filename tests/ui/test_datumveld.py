"""Het datumveld zegt welke dag het begreep."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.date_field import DateField

VANDAAG = date(2026, 11, 24)  # een dinsdag


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
