"""Instellingen: het huis in woorden, en het uiterlijk dat van elke kant te kiezen is."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from casus_app.handelingen.inrichting import InstellingInrichten
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import een_werkbank
from ui.appearance import AS_SYSTEM
from ui.main_window import MainWindow
from ui.pages.instellingen_page import InstellingenPage
from ui.theme import CONTRAST


def test_het_huis_staat_er_in_woorden(kijker: Kijker) -> None:
    kijker.werk.show_place("instellingen")
    assert kijker.staat_er("Zorg- en Veiligheidshuis Rivierland")
    assert kijker.staat_er("Een casus wordt 60 maanden bewaard.")
    assert kijker.staat_er("na 28 dagen weg")
    assert kijker.staat_er(kijker.sessie.catalogus.versie)


def test_een_leeg_huis_vraagt_om_zijn_inrichting(venster: MainWindow, qtbot: QtBot) -> None:
    venster.enter(een_werkbank())
    mens = Kijker(venster, qtbot)
    mens.werk.show_place("instellingen")
    mens.druk("Huis inrichten…")
    mens.formulier().close_now()
    assert mens.sessie.perform(
        InstellingInrichten(
            naam="ZVH <b>Noord</b>",
            verantwoordelijke="de deelnemers",
            contactpunt="het loket",
            fg="fg@huis.example",
            bewaartermijn_maanden=1,
        )
    )
    assert mens.staat_er("ZVH <b>Noord</b>")
    assert mens.staat_er("1 maand bewaard")


def test_het_uiterlijk_volgt_bladzij_en_toets(kijker: Kijker, qtbot: QtBot) -> None:
    kijker.werk.show_place("instellingen")
    bladzij = kijker.werk.page(InstellingenPage)
    uiterlijk = kijker.werk.desk.appearance
    assert bladzij.schemes[AS_SYSTEM].isChecked()
    bladzij.schemes[AS_SYSTEM].setFocus()
    while not bladzij.schemes[CONTRAST.name].isChecked():
        kijker.toets(Qt.Key.Key_Down)
    assert uiterlijk.look.tokens == CONTRAST
    kijker.druk("Tekst groter")
    assert bladzij.percent.text() == "115 %"
    uiterlijk.choose(AS_SYSTEM)
    assert bladzij.schemes[AS_SYSTEM].isChecked()
    while bladzij.smaller.isEnabled():
        kijker.druk("Tekst kleiner")
    assert bladzij.percent.text() == "90 %"


def test_de_stilte_kiest_men_hier_en_het_menu_weet_het(kijker: Kijker) -> None:
    kijker.werk.show_place("instellingen")
    kijker.vul("Op slot na stilte", "15 minuten")
    assert kijker.venster.locking.watch.minutes == 15
    assert kijker.staat_er("10 uur na het openen")
    kijker.venster.locking.watch.choose(1)
    kijker.werk.show_place("vandaag")
    kijker.werk.show_place("instellingen")
    assert kijker.werk.page(InstellingenPage).silence.currentText() == "1 minuut"
