"""Eén heel overleg door het venster, met het toetsenbord: van een nieuwe kluis tot een verslag."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from casus_app.domein.inbreng import Inbreng, Lot
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.draaiboek import lees, speel
from tests.ui.kijken import Kijker, open_dialogen
from tests.ui.nepdeuren import VERHAAL, WACHTZIN, NepDeuren
from ui.main_window import MainWindow
from ui.tafel.steps import Step


def test_van_een_nieuwe_kluis_tot_een_verslag_in_een_map(
    venster: MainWindow, qtbot: QtBot, deuren: NepDeuren, tmp_path: Path
) -> None:
    mens = Kijker(venster, qtbot)
    _maak_een_kluis(mens)
    _open_hem_opnieuw(mens, deuren)
    mens.druk("Naar dit overleg")
    assert mens.staat_er("Vergaderkamer 2")
    mens.druk("09:00   K-2601")
    _deur(mens)
    _inbreng(mens)
    _afspraak(mens)
    _meenemen(mens)
    _besluit_en_sluit(mens)
    _schuif_de_andere_door(mens)
    _stel_vast(mens)
    _bewaar_een_verslag(mens, tmp_path)
    assert [papier.naam for _, papier in deuren.geschreven] == ["verslag-wk48-wijkagent.pdf"]
    assert deuren.geschreven[0][0] == tmp_path


def _maak_een_kluis(mens: Kijker) -> None:
    page = mens.venster.unlock_page
    mens.qtbot.keyClicks(page.first.edit, WACHTZIN)
    mens.qtbot.keyClick(page.first.edit, Qt.Key.Key_Return)
    mens.qtbot.keyClicks(page.second.edit, WACHTZIN)
    mens.druk("Kluis maken")
    mens.qtbot.waitUntil(lambda: mens.venster.session is not None)
    assert mens.staat_er("Maak nu een herstelsleutel"), "een nieuwe kluis vraagt om een envelop"
    QTest.keyClick(mens.voor.windowHandle(), Qt.Key.Key_F12)  # zoals het beeldscherm haar brengt
    assert mens.venster.session is None
    mens.venster.activateWindow()  # een vensterbeheerder doet dit; offscreen is er geen


def _open_hem_opnieuw(mens: Kijker, deuren: NepDeuren) -> None:
    """Intussen heeft iemand het huis en de casussen ingevoerd."""
    page = mens.venster.unlock_page
    _, werkbank = deuren.kluizen[page.place]
    draaiboek = lees(VERHAAL.read_bytes(), VERHAAL.name, werkbank.catalogus.kaders)
    stappen = draaiboek.stappen[:-1]  # de klok van een echte kluis loopt vanzelf
    werkbank.oefening = True
    speel(
        type(draaiboek)(
            bron=draaiboek.bron,
            titel=draaiboek.titel,
            kader=draaiboek.kader,
            vandaag=draaiboek.vandaag,
            stappen=stappen,
        ),
        werkbank,
        lambda _regel: None,
        lambda _papier: None,
    )
    werkbank.oefening = False
    page.place.touch()
    page.show_make(making=False)
    mens.qtbot.keyClicks(page.passphrase.edit, WACHTZIN)
    mens.qtbot.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
    mens.qtbot.waitUntil(lambda: mens.venster.session is not None)


def _deur(mens: Kijker) -> None:
    """Twee toetsen: de kamer klopt, en voorgelezen. Niets van de casus staat er voor de eerste."""
    mens.qtbot.waitUntil(mens.werk.casus.change.match_button.hasFocus)
    assert not mens.staat_er("K-2601")
    assert not mens.staat_er("Welke stap zet wie")
    mens.toets(Qt.Key.Key_Space)
    mens.qtbot.waitUntil(lambda: "open met 5" in _opschrift(mens))
    assert mens.staat_er("Voorkomen dat de overlast")
    mens.toets(Qt.Key.Key_Space)
    assert mens.sessie.haal(Bespreking, "wk48", "K-2601").stand is Stand.OPEN  # type: ignore[union-attr]
    assert mens.werk.casus.staat.step is Step.BEELD


def _opschrift(mens: Kijker) -> str:
    nu = QApplication.focusWidget()
    return nu.text().replace("&", "") if isinstance(nu, QPushButton) else ""


def _inbreng(mens: Kijker) -> None:
    mens.toets(Qt.Key.Key_2, met=Qt.KeyboardModifier.AltModifier)
    mens.typ("4g")
    assert mens.staat_er("mag u dit vertellen, en waarop?")
    mens.typ("1In zorg; eerst bellen.\n")
    assert mens.staat_er("In zorg; eerst bellen.")
    mens.typ("2pElf meldingen sinds augustus.\n")
    assert [deel.grondslag for deel in mens.sessie.zoek(Inbreng)] == ["wgs-2-29", "wgs-1-5-wpg"]


def _afspraak(mens: Kijker) -> None:
    mens.toets(Qt.Key.Key_4, met=Qt.KeyboardModifier.AltModifier)
    mens.typ("2 bij een melding eerst de behandelaar bellen 31-12")
    assert "donderdag 31 december" in mens.knop("uiterlijk: donderdag 31 december").text()
    mens.typ("\n")
    assert mens.staat_er("bij een melding eerst de behandelaar bellen")


def _meenemen(mens: Kijker) -> None:
    mens.toets(Qt.Key.Key_6, met=Qt.KeyboardModifier.AltModifier)
    mens.druk("Bespreking sluiten")
    assert mens.staat_er("nog niet gezegd wie ze meeneemt")
    mens.toets(Qt.Key.Key_5, met=Qt.KeyboardModifier.AltModifier)
    matrix = mens.werk.casus.meenemen.grid
    assert matrix.hasFocus()
    stoel = next(s.number for s in mens.werk.casus.staat.seats if s.professional == "wijkagent")
    mens.toets(Qt.Key(Qt.Key.Key_0 + stoel))
    assert [deel.lot for deel in mens.sessie.zoek(Inbreng)] == [Lot.MEE, Lot.ONBESLIST]
    mens.toets(Qt.Key.Key_Down)
    mens.toets(Qt.Key.Key_0)
    assert [deel.lot for deel in mens.sessie.zoek(Inbreng)] == [Lot.MEE, Lot.NIEMAND]


def _besluit_en_sluit(mens: Kijker) -> None:
    mens.toets(Qt.Key.Key_4, met=Qt.KeyboardModifier.AltModifier)
    mens.vul("Besluit", "Een vaste belafspraak.")
    mens.vul("Aanspreekpunt", "3 Wmo-consulent")
    mens.vul("Evaluatie op", "12-1-2027")
    mens.druk("Besluit vastleggen (Ctrl+Enter)")
    mens.toets(Qt.Key.Key_6, met=Qt.KeyboardModifier.AltModifier)
    assert mens.staat_er("Alles is gezegd. De bespreking kan dicht.")
    mens.druk("Bespreking sluiten")
    assert mens.sessie.haal(Bespreking, "wk48", "K-2601").stand is Stand.GESLOTEN  # type: ignore[union-attr]


def _schuif_de_andere_door(mens: Kijker) -> None:
    """Na het sluiten staat de deur van de volgende er vanzelf, en nog niets van die casus."""
    mens.qtbot.waitUntil(mens.werk.casus.change.match_button.hasFocus)
    assert mens.werk.casus.key == ("wk48", "K-2602")
    assert mens.staat_er("sociaalpsychiatrisch verpleegkundige")
    assert not mens.staat_er("K-2602")
    mens.toets(Qt.Key.Key_Space)
    mens.toets(Qt.Key.Key_6, met=Qt.KeyboardModifier.AltModifier)
    mens.druk("Casus doorschuiven…")
    mens.vul("Reden", "De betrokkene weet er nog niet van.")
    mens.formulier().submit()
    mens.druk("Naar het overleg")


def _stel_vast(mens: Kijker) -> None:
    mens.druk("Overleg vaststellen…")
    assert mens.staat_er("1 gegeven wordt vernietigd")
    assert mens.staat_er("1 gegeven blijft")
    mens.druk("Vaststellen")
    assert mens.sessie.haal(Overleg, "wk48").vastgesteld  # type: ignore[union-attr]
    assert [deel.kern for deel in mens.sessie.zoek(Inbreng)] == ["In zorg; eerst bellen.", ""]


def _bewaar_een_verslag(mens: Kijker, map_uit: Path) -> None:
    mens.druk("R. van Dongen")
    mens.druk("Bewaren…")
    dialoog = next(d for d in open_dialogen(mens.venster) if isinstance(d, QFileDialog))
    dialoog.setDirectory(str(map_uit))
    dialoog.fileSelected.emit(str(map_uit))
    dialoog.done(QFileDialog.DialogCode.Accepted.value)
    mens.qtbot.waitUntil(lambda: "bewaard" in mens.venster.toast.label.text())
