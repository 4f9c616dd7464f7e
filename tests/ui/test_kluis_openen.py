"""De kluis maken en openen: vensters blijven leven, en niets wat getypt is gaat verloren."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import een_venster
from tests.ui.kijken import Kijker, open_dialogen
from tests.ui.nepdeuren import VERKEERD, WACHTZIN, NepDeuren, een_verhaal
from ui.main_window import MainWindow


def _staat_er_al(venster: MainWindow, deuren: NepDeuren, tmp_path: Path) -> None:
    """Op de plaats die het scherm voorstelt staat een kluis met het verhaal."""
    plaats = tmp_path / "kluis.db"
    plaats.touch()
    deuren.kluizen[plaats] = (WACHTZIN, een_verhaal())
    venster.unlock_page.set_place(plaats)


def test_een_nieuwe_kluis_vraagt_de_wachtzin_twee_keer_en_minstens_vijftien_tekens(
    venster: MainWindow, qtbot: QtBot, deuren: NepDeuren
) -> None:
    mens = Kijker(venster, qtbot)
    page = venster.unlock_page
    qtbot.keyClicks(page.first.edit, "te kort")
    mens.druk("Kluis maken")
    assert "te kort" in page.notice.sentence.text()
    assert page.first.text() == "te kort"
    page.first.edit.clear()
    qtbot.keyClicks(page.first.edit, WACHTZIN)
    qtbot.keyClicks(page.second.edit, "iets anders dan net")
    mens.druk("Kluis maken")
    assert "niet gelijk" in page.notice.sentence.text()
    assert deuren.kluizen == {}
    assert mens.staat_er("kan niemand de kluis nog openen")


def test_wie_het_programma_start_kan_meteen_typen(
    qtbot: QtBot, deuren: NepDeuren, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    plaats = tmp_path / "casusoverleg" / "kluis.db"
    with een_venster(deuren, tmp_path, standaardplaats=True) as venster:
        assert venster.unlock_page.place == plaats
        assert venster.focusWidget() is venster.unlock_page.first.edit
    plaats.parent.mkdir()
    plaats.touch()
    with een_venster(deuren, tmp_path, standaardplaats=True) as venster:
        assert venster.focusWidget() is venster.unlock_page.passphrase.edit


def test_een_kluis_maken_opent_hem_en_begint_bij_de_eerste_stap(
    venster: MainWindow, qtbot: QtBot, deuren: NepDeuren
) -> None:
    mens = Kijker(venster, qtbot)
    page = venster.unlock_page
    qtbot.keyClicks(page.first.edit, WACHTZIN)
    qtbot.keyClick(page.first.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(page.second.edit, WACHTZIN)
    with qtbot.waitSignal(page.opened):
        qtbot.keyClick(page.second.edit, Qt.Key.Key_Return)
    assert list(deuren.kluizen) == [page.place]
    (vraag,) = open_dialogen(venster)
    vraag.reject()
    assert mens.staat_er("Zo begint u")
    assert page.first.text() == page.second.text() == ""


def test_een_verkeerde_wachtzin_zegt_de_zin_van_de_kluis_en_laat_staan_wat_er_staat(
    venster: MainWindow, qtbot: QtBot, deuren: NepDeuren, tmp_path: Path
) -> None:
    _staat_er_al(venster, deuren, tmp_path)
    page = venster.unlock_page
    qtbot.keyClicks(page.passphrase.edit, "dat was hem niet")
    qtbot.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(page.notice.isVisible)
    assert page.notice.sentence.text() == VERKEERD
    assert page.passphrase.text() == "dat was hem niet"
    assert page.passphrase.edit.hasFocus()
    assert venster.session is None


def test_tijdens_het_openen_leeft_het_venster_en_kan_het_stoppen(
    venster: MainWindow, qtbot: QtBot, deuren: NepDeuren, tmp_path: Path
) -> None:
    _staat_er_al(venster, deuren, tmp_path)
    deuren.mag_door.clear()
    page = venster.unlock_page
    qtbot.keyClicks(page.passphrase.edit, WACHTZIN)
    qtbot.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
    getikt: list[int] = []
    klok = QTimer(venster)
    klok.timeout.connect(lambda: getikt.append(1))
    klok.start(0)
    qtbot.waitUntil(lambda: len(getikt) > 50)
    assert page.busy.isVisible()
    Kijker(venster, qtbot).druk("Stoppen")
    assert not page.busy.isVisible()
    assert page.open_sheet.isEnabled()
    assert page.passphrase.text() == WACHTZIN
    deuren.mag_door.set()
    qtbot.waitUntil(lambda: len(deuren.gesloten) == 1)
    assert venster.session is None
    klok.stop()


def test_de_wachtzin_is_verborgen_tot_men_hem_wil_zien(venster: MainWindow, qtbot: QtBot) -> None:
    field = venster.unlock_page.first
    qtbot.keyClicks(field.edit, WACHTZIN)
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    qtbot.mouseClick(field.show_button, Qt.MouseButton.LeftButton)
    assert field.edit.echoMode() is QLineEdit.EchoMode.Normal
    assert field.text() == WACHTZIN


def test_vergrendelen_sluit_de_kluis_en_laat_niets_zien(kijker: Kijker, deuren: NepDeuren) -> None:
    werkbank = kijker.sessie.werkbank
    kijker.werk.desk.open_act("casus.aanmelden")
    kijker.sessie.lock()
    assert deuren.gesloten == [werkbank]
    assert kijker.venster.session is None
    assert kijker.venster.stack.currentWidget() is kijker.venster.unlock_page
    assert not kijker.staat_er("K-2601")
    assert [d for d in kijker.venster.findChildren(type(kijker.venster)) if d.isVisible()] == []


def test_de_oefening_opent_zonder_wachtzin_en_zegt_dat_alles_verzonnen_is(
    venster: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(venster.unlock_page.opened):
        venster.unlock_page.practise()
    assert Kijker(venster, qtbot).staat_er("OEFENING")
