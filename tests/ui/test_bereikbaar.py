"""Elke handeling uit de tabel van rollen gaat open met alleen de muis, en met alleen toetsen.

Drie wegen, met wat Qt van een muis of een toetsenbord krijgt: klikken door de menubalk, Alt en
pijlen door de menubalk, en Ctrl+K. Aan het eind staat het formulier van die ene handeling open.
Uitgezonderd is er geen; wat geen formulier heeft, staat in `ELDERS` met waar men dan is.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from casus_app.handelingen import HANDELINGEN, SCHERMHANDELINGEN
from casus_app.handelingen.bespreking import BesprekingOpenen
from casus_app.rollen import MAG, Gebruikersrol
from casus_app.werkbank import CONTROLEREN
from tests.nep import GeheugenOpslag
from tests.ui.conftest import een_venster
from tests.ui.nepdeuren import NepDeuren
from tests.ui.tafelspel import ALLEN, CASUS, OVERLEG
from tests.ui.test_kluis import KOPIEEN, STAAT, laat_binnen
from ui.actions import BY_NAME, TAFEL
from ui.actions.kluis import ON_KLUIS_PAGE
from ui.forms.act_dialog import ActDialog
from ui.forms.doe_dialog import DoeDialog
from ui.kluis.restore_dialog import RestoreDialog
from ui.main_window import MainWindow
from ui.overgang.invoeren_dialog import InvoerenDialog
from ui.workspace import Workspace


class Plek(NamedTuple):
    """Een venster, en hoe lang het logboek was toen men begon."""

    venster: MainWindow
    regels: int = 0

    @property
    def werk(self) -> Workspace:
        assert self.venster.workspace is not None
        return self.venster.workspace

    @property
    def gelogd(self) -> list[str]:
        """Wat er gedaan is, sinds het begin."""
        opslag = self.werk.session.werkbank.opslag
        assert isinstance(opslag, GeheugenOpslag)
        return [regel.handeling for regel in opslag.regels[self.regels :]]

    def op_de_kluis(self, blad: str) -> bool:
        kluis = self.werk.kluis
        hier = kluis.tabs.tabData(kluis.tabs.currentIndex())
        return self.werk.stack.currentWidget() is kluis and hier == blad


def _gedaan(naam: str, plek: Plek) -> bool:
    return plek.gelogd == [naam]


def _zegel(plek: Plek) -> bool:
    return (
        plek.op_de_kluis("controle") and plek.venster.focusWidget() is plek.werk.kluis.check.seal
    )


def _nagelopen(plek: Plek) -> bool:
    logboek = plek.werk.logboek
    hier = plek.werk.stack.currentWidget() is logboek
    return hier and logboek.check.told.isVisible() and not logboek.check.running


def _rechten(plek: Plek) -> bool:
    return plek.op_de_kluis("rechten")


def _vraagt_een_map(plek: Plek) -> bool:
    voor = QApplication.activeModalWidget()
    return plek.op_de_kluis("reservekopieen") and isinstance(voor, QFileDialog)


def _vraagt_een_bestand(_plek: Plek) -> bool:
    voor = QApplication.activeModalWidget()
    return isinstance(voor, QFileDialog) and isinstance(voor.parent(), InvoerenDialog)


def _vraagt_welke_kopie(_plek: Plek) -> bool:
    return isinstance(QApplication.activeModalWidget(), RestoreDialog)


ELDERS: dict[str, Callable[[Plek], bool]] = {
    "casus.invoeren": _vraagt_een_bestand,  # eerst lezen wat erin zit
    "logboek.controleren": _nagelopen,  # heeft geen velden: het gebeurt
    "reservekopie.maken": partial(_gedaan, "reservekopie.maken"),
    "reservekopie.beproeven": partial(_gedaan, "reservekopie.beproeven"),
    "reservekopie.tweede-plaats": _vraagt_een_map,
    "reservekopie.terugzetten": _vraagt_welke_kopie,
    "anker.zoeken": _zegel,  # men typt op de bladzij zelf
    "rechten.nalopen": _rechten,  # de knop staat onder wat men naloopt
}
"""Wat geen formulier heeft, en waar men dan is."""


def _is_open(plek: Plek, naam: str) -> bool:
    if naam in ELDERS:
        return ELDERS[naam](plek)
    voor = QApplication.activeModalWidget()
    return isinstance(voor, ActDialog) and naam == voor.form._klasse.NAAM


# --- de handen ---


def _klik(waar: QMenu | QMenuBar, actie: QAction) -> None:
    plek = waar.actionGeometry(actie).center()
    assert waar.isVisible()
    assert waar.rect().contains(plek), f"{actie.text()} valt buiten beeld"
    QTest.mouseMove(waar, plek)
    QTest.mouseClick(waar, Qt.MouseButton.LeftButton, pos=plek)
    QApplication.processEvents()


def _toets(toets: Qt.Key, met: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    doel: QWidget | None = QApplication.activePopupWidget()
    doel = doel or QApplication.focusWidget() or QApplication.activeWindow()
    assert doel is not None, "er is niets dat een toets krijgt"
    QTest.keyClick(doel, toets, met)
    QApplication.processEvents()


def _bovenste() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "er hangt geen menu open"
    return menu


def _vind(menu: QWidget, kop: str) -> QAction:
    gevonden = [a for a in menu.actions() if a.text().replace("&", "") == kop]
    assert len(gevonden) == 1, f"'{kop}' staat {len(gevonden)} keer in dit menu"
    return gevonden[0]


def met_de_muis(plek: Plek, naam: str) -> None:
    """Doe in de menubalk (aan tafel in de kop), de groep, de regel: drie klikken."""
    aan_tafel = plek.werk.stack.currentWidget() is plek.werk.casus
    if aan_tafel:
        knop = plek.werk.casus.top.doe
        QTest.mouseClick(knop, Qt.MouseButton.LeftButton)
    else:
        balk = plek.venster.menuBar()
        _klik(balk, _vind(balk, "Doe"))
    _klik(_bovenste(), _vind(_bovenste(), BY_NAME[naam].group))
    _klik(_bovenste(), _vind(_bovenste(), f"{BY_NAME[naam].text}…"))


def _omlaag_tot(kop: str) -> None:
    menu = _bovenste()
    for _ in range(len(menu.actions()) + 1):
        actie = menu.activeAction()
        if actie is not None and actie.text().replace("&", "") == kop:
            return
        _toets(Qt.Key.Key_Down)
    raise AssertionError(f"'{kop}' is met pijlen niet te vinden")


def door_de_menus(plek: Plek, naam: str) -> None:
    """Alt+D, pijlen en Enter."""
    assert plek.venster.isActiveWindow()
    _toets(Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    _omlaag_tot(BY_NAME[naam].group)
    _toets(Qt.Key.Key_Right)
    _omlaag_tot(f"{BY_NAME[naam].text}…")
    _toets(Qt.Key.Key_Return)


def met_zoek_of_doe(_plek: Plek, naam: str) -> None:
    """Ctrl+K, wat er op de knop staat, en zo nodig omlaag."""
    _toets(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialoog = QApplication.activeModalWidget()
    assert isinstance(dialoog, DoeDialog)
    for letter in BY_NAME[naam].text:
        for soort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            druk = QKeyEvent(soort, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(QApplication.focusWidget(), druk)
    for _ in range(dialoog.list.count()):
        regel = dialoog.list.currentItem()
        if regel is not None and regel.text() == BY_NAME[naam].text:
            break
        _toets(Qt.Key.Key_Down)
    _toets(Qt.Key.Key_Return)


# --- de proef ---

WEGEN = (met_de_muis, door_de_menus, met_zoek_of_doe)


@pytest.fixture(scope="module")
def huis(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """Een echte kluis met het verhaal, en K-2601 op tafel; één venster voor alle handelingen."""
    del qapp
    deuren = NepDeuren()
    with een_venster(deuren, tmp_path_factory.mktemp("bereik")) as venster:
        deuren.liggen[venster.unlock_page.place] = KOPIEEN
        laat_binnen(venster, STAAT)
        openen = BesprekingOpenen(overleg=OVERLEG, casus=CASUS, aanwezig=ALLEN)
        assert Plek(venster).werk.session.perform(openen)
        bladzijde = Plek(venster).werk.desk
        bladzijde.background.run(venster, lambda: None, print, print)  # haar draad blijft
        yield venster
        bladzijde.background.finish()


@pytest.fixture
def begin(huis: MainWindow, naam: str) -> Iterator[Plek]:
    """Waar men dit doet: aan tafel, of op de eerste bladzij; na afloop is alles weer dicht."""
    werk = Plek(huis).werk
    if BY_NAME[naam].group == TAFEL:
        werk.show_casus(OVERLEG, CASUS)
    else:
        werk.show_place(werk.places[0].name)
    huis.activateWindow()
    QApplication.processEvents()
    yield Plek(huis, len(Plek(huis).gelogd))
    while voor := QApplication.activePopupWidget() or QApplication.activeModalWidget():
        voor.close()
        QApplication.processEvents()


@pytest.mark.parametrize("weg", WEGEN, ids=lambda weg: weg.__name__)
@pytest.mark.parametrize("naam", sorted(MAG))
def test_elke_handeling_gaat_open(
    naam: str, weg: Callable[[Plek, str], None], begin: Plek, qtbot: QtBot
) -> None:
    assert not _is_open(begin, naam)
    weg(begin, naam)
    qtbot.waitUntil(lambda: _is_open(begin, naam))


def test_wat_elders_gaat_bestaat_en_heeft_daar_echt_geen_formulier() -> None:
    assert set(ELDERS) == {CONTROLEREN, "casus.invoeren", *ON_KLUIS_PAGE}
    assert set(ELDERS) <= set(MAG)
    assert set(MAG) == set({**HANDELINGEN, **SCHERMHANDELINGEN})


@pytest.mark.parametrize("rol", Gebruikersrol)
def test_een_rol_vindt_met_muis_en_toetsen_precies_wat_zij_mag(
    rol: Gebruikersrol, venster: MainWindow
) -> None:
    """Wat een ander mag staat er niet, en niets staat er maar op een van de twee plaatsen."""
    laat_binnen(venster, STAAT, rol.value)
    menus = venster.menuBar().findChildren(QMenu)
    in_menu = {a.data() for menu in menus for a in menu.actions() if a.data() in MAG}
    mag = {naam for naam, rollen in MAG.items() if rol in rollen}
    assert in_menu == mag
    woorden = {entry.text for entry in Plek(venster).werk._entries()}
    assert {naam for naam in MAG if BY_NAME[naam].text in woorden} == mag
