"""Het weekoverleg met de toetsen van Qt, door de echte vensters; zie `tests/verhaal/aan_tafel`."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot

from casus_app.werkbank import Werkbank
from tests.echt.mens import Deel
from tests.echt.programma import beschreven_delen
from tests.ui.nepdeuren import een_werkbank
from tests.verhaal.aan_tafel import (
    Voorzitter,
    bereid_voor,
    speel_door,
    speel_met_toetsen,
    verschillen,
)
from ui.main_window import MainWindow


class QtHanden:
    """Toetsen zoals Qt ze bezorgt, en de boom die een schermlezer leest."""

    def __init__(self, venster: MainWindow, qtbot: QtBot) -> None:
        self._venster = venster
        self._qtbot = qtbot

    def _doel(self) -> QWidget:
        """Waar een toets aankomt; zonder vensterbeheer wordt een venster niet vanzelf actief."""
        if QApplication.focusWidget() is None and self._vooraan is self._venster:
            self._venster.activateWindow()
            QApplication.processEvents()
        return QApplication.focusWidget() or self._vooraan

    @property
    def _vooraan(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        return popup or QApplication.activeModalWidget() or self._venster

    def toets(self, *toetsen: str) -> None:
        for naam in toetsen:
            qt = naam.replace("shift+Tab", "shift+Backtab")
            keys = QKeySequence(qt.replace("space", "Space").replace("minus", "-"))[0]
            doel = self._doel()
            QTest.keyClick(doel, keys.key(), keys.keyboardModifiers())
            QApplication.processEvents()

    def typ(self, woorden: str) -> None:
        for letter in woorden:
            doel = self._doel()
            for soort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                druk = QKeyEvent(soort, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(doel, druk)
        QApplication.processEvents()

    def delen(self) -> list[Deel]:
        QApplication.processEvents()
        self._doel()
        return [Deel.van(deel) for deel in beschreven_delen(self._vooraan)]

    def wacht(self, is_zo: Callable[[], bool], anders: str) -> None:
        try:
            self._qtbot.waitUntil(is_zo, timeout=5000)
        except QtTimeoutError as fout:
            gezien = [f"{deel.rol}: {deel.naam}" for deel in self.delen() if deel.naam]
            raise AssertionError("\n".join([anders, *gezien])) from fout


@pytest.fixture
def gespeeld() -> Werkbank:
    """Wat het draaiboek er zelf van maakt."""
    werkbank = een_werkbank()
    speel_door(werkbank)
    return werkbank


def test_met_toetsen_komt_er_hetzelfde_te_staan_als_met_het_draaiboek(
    venster: MainWindow, qtbot: QtBot, gespeeld: Werkbank
) -> None:
    werkbank = een_werkbank()
    bereid_voor(werkbank)
    venster.enter(werkbank)
    wie = Voorzitter(QtHanden(venster, qtbot))
    speel_met_toetsen(wie)
    assert verschillen(werkbank.opslag, gespeeld.opslag) == []
