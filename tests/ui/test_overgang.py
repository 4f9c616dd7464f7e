"""Een casus eruit en erin: kiezen, lezen wat er zou gebeuren, en dan pas doen."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from casus_app.domein.casus import Casus
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.mensen import Professional
from casus_app.domein.uitgifte import SoortPapier, Uitgifte
from casus_app.opmaak import Opdruk
from casus_app.overgang import schrijf
from casus_app.werkbank import Werkbank
from tests.casus_app.papier.voorbeeld import zet
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import een_verhaal, een_werkbank
from ui.main_window import MainWindow
from ui.overgang.invoeren_dialog import InvoerenDialog
from ui.overgang.words import WRONG
from ui.widgets.question_dialog import QuestionDialog

CODE = "K-2601"


def _bestand(map_: Path, werkbank: Werkbank) -> Path:
    opslag = werkbank.opslag
    huis, casus = opslag.haal(Instelling, HUIS), opslag.haal(Casus, CODE)
    assert huis is not None
    assert casus is not None
    opdruk = Opdruk(oefening=True, datum=werkbank.klok.vandaag())
    stuk = schrijf(
        opslag, werkbank.catalogus, huis, casus, opdruk, ontvanger="Ons huis", reden="Over"
    )
    pad = map_ / stuk.naam
    pad.write_bytes(stuk.inhoud)
    return pad


@pytest.fixture
def verhaal() -> Werkbank:
    return een_verhaal()


@pytest.fixture
def leeg(venster: MainWindow, qtbot: QtBot, verhaal: Werkbank) -> Kijker:
    """Hetzelfde huis, een kluis waar nog niets in staat."""
    werkbank = een_werkbank()
    werkbank.klok._echt.dag = verhaal.klok.vandaag()
    zet(werkbank.opslag, verhaal.opslag.haal(Instelling, HUIS))
    venster.enter(werkbank)
    mens = Kijker(venster, qtbot)
    mens.werk.show_page(mens.werk.casussen)
    return mens


def _gelezen(mens: Kijker) -> InvoerenDialog:
    dialoog = mens.voor
    assert isinstance(dialoog, InvoerenDialog)
    mens.qtbot.waitUntil(dialoog.choose_button.isEnabled)
    return dialoog


def test_een_casus_komt_er_met_het_toetsenbord_in(
    leeg: Kijker, verhaal: Werkbank, tmp_path: Path
) -> None:
    bestand = _bestand(tmp_path, verhaal)
    leeg.druk("Casus invoeren…")
    kiezer = leeg.voor
    assert isinstance(kiezer, QFileDialog)
    leeg.qtbot.waitUntil(kiezer.isActiveWindow)
    leeg.qtbot.keyClicks(QApplication.focusWidget(), str(bestand))
    leeg.toets(Qt.Key.Key_Return)
    dialoog = leeg.voor
    assert isinstance(dialoog, InvoerenDialog)
    leeg.qtbot.waitUntil(dialoog.submit_button.isEnabled)
    assert leeg.staat_er(f"Casus {CODE} uit ")
    assert leeg.staat_er("Door invoeren verandert die dag niet.")
    nieuw = verhaal.opslag.zoek(Professional)
    assert any(leeg.staat_er(mens.naam) for mens in nieuw)
    assert leeg.sessie.zoek(Casus) == ()
    dialoog.activateWindow()  # wat een vensterbeheerder doet als de bestandskiezer sluit
    leeg.qtbot.waitUntil(dialoog.preview.hasFocus)
    leeg.toets(Qt.Key.Key_Return, met=Qt.KeyboardModifier.ControlModifier)
    assert leeg.sessie.haal(Casus, CODE) == verhaal.opslag.haal(Casus, CODE)
    assert leeg.werk.dossier.casus == CODE
    assert leeg.voor is leeg.venster


def test_een_fout_bestand_zegt_waar_en_er_is_niets_te_drukken(
    leeg: Kijker, verhaal: Werkbank, tmp_path: Path
) -> None:
    pad = _bestand(tmp_path, verhaal)
    boom = json.loads(pad.read_bytes())
    boom["waarden"]["casus"][0]["vernietigen_op"] = "2099-01-01"
    pad.write_text(json.dumps(boom), "utf-8")
    dialoog = InvoerenDialog(leeg.werk.desk, leeg.venster)
    dialoog.open()
    dialoog.read(pad)
    _gelezen(leeg)
    assert leeg.staat_er(WRONG)
    assert leeg.staat_er("waarden.casus[0].vernietigen_op")
    assert not dialoog.submit_button.isEnabled()
    leeg.toets(Qt.Key.Key_Return, met=Qt.KeyboardModifier.ControlModifier)
    assert leeg.sessie.zoek(Casus) == ()
    dialoog.reject()


@pytest.mark.parametrize("inhoud", [b"", b"[]", b"%PDF"])
def test_wat_geen_casus_is_geeft_een_zin(leeg: Kijker, tmp_path: Path, inhoud: bytes) -> None:
    pad = tmp_path / "iets.json"
    pad.write_bytes(inhoud)
    dialoog = InvoerenDialog(leeg.werk.desk, leeg.venster)
    dialoog.open()
    dialoog.read(pad)
    _gelezen(leeg)
    assert leeg.staat_er("Dit is geen casus uit Casusoverleg.")
    assert not dialoog.submit_button.isEnabled()
    dialoog.read(tmp_path / "weg.json")
    _gelezen(leeg)
    assert leeg.staat_er("Dit bestand is niet te lezen.")
    dialoog.reject()


def test_bij_vergrendelen_gaat_het_voorbeeld_dicht(
    leeg: Kijker, verhaal: Werkbank, tmp_path: Path
) -> None:
    dialoog = InvoerenDialog(leeg.werk.desk, leeg.venster)
    dialoog.open()
    dialoog.show_casus(_bestand(tmp_path, verhaal).read_bytes())
    assert dialoog.submit_button.isEnabled()
    leeg.sessie.locked.emit()
    assert not dialoog.isVisible()
    assert dialoog._content == b""


def test_uitvoeren_zegt_eerst_dat_de_inhoud_de_laptop_verlaat(
    kijker: Kijker, tmp_path: Path
) -> None:
    kijker.werk.show_dossier(CODE)
    kijker.druk("Als bestand meegeven…")
    kijker.vul("Wie krijgt het bestand", "Zaaksysteem Noord")
    kijker.vul("Reden", "Wij stappen over.")
    kijker.toets(Qt.Key.Key_Return, met=Qt.KeyboardModifier.ControlModifier)
    vraag = kijker.voor
    assert isinstance(vraag, QuestionDialog)
    assert kijker.staat_er("Het gaat naar: Zaaksysteem Noord.")
    assert kijker.staat_er("niet versleuteld")
    assert kijker.sessie.zoek(Uitgifte, soort=SoortPapier.OVERGANG) == ()
    kijker.druk("Meegeven")
    kiezer = kijker.voor
    assert isinstance(kiezer, QFileDialog)
    kiezer.fileSelected.emit(str(tmp_path))
    kiezer.close()
    kijker.qtbot.waitUntil(lambda: bool(kijker.sessie.zoek(Uitgifte, soort=SoortPapier.OVERGANG)))
    (uitgifte,) = kijker.sessie.zoek(Uitgifte, soort=SoortPapier.OVERGANG)
    assert uitgifte.ontvanger == "Zaaksysteem Noord"
