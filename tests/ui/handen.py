"""Wie met de toetsen van Qt speelt: wat een mens drukt, en wat een schermlezer dan vindt."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.echt.mens import Deel
from tests.echt.programma import beschreven_delen
from ui.main_window import MainWindow

GEDULD = 30
"""Zoveel seconden mag iets op zich laten wachten op een drukke machine."""


class QtHanden:
    """Toetsen zoals Qt ze bezorgt, en de boom die een schermlezer leest."""

    def __init__(self, venster: MainWindow) -> None:
        self._venster = venster

    def doel(self) -> QWidget:
        """Waar een toets aankomt; zonder vensterbeheer wordt een venster niet vanzelf actief."""
        if QApplication.focusWidget() is None and self.vooraan is self._venster:
            self._venster.activateWindow()
            QApplication.processEvents()
        return QApplication.focusWidget() or self.vooraan

    @property
    def vooraan(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        return popup or QApplication.activeModalWidget() or self._venster

    def toets(self, *toetsen: str) -> None:
        for naam in toetsen:
            qt = naam.replace("shift+Tab", "shift+Backtab")
            keys = QKeySequence(qt.replace("space", "Space").replace("minus", "-"))[0]
            doel = self.doel()
            QTest.keyClick(doel, keys.key(), keys.keyboardModifiers())
            QApplication.processEvents()

    def typ(self, woorden: str) -> None:
        for letter in woorden:
            doel = self.doel()
            for soort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                druk = QKeyEvent(soort, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(doel, druk)
        QApplication.processEvents()

    def delen(self) -> list[Deel]:
        QApplication.processEvents()
        self.doel()
        return [Deel.van(deel) for deel in beschreven_delen(self.vooraan)]

    def wacht(self, is_zo: Callable[[], bool], anders: str) -> None:
        einde = time.monotonic() + GEDULD
        while not is_zo():
            if time.monotonic() > einde:
                gezien = [f"{deel.rol}: {deel.naam}" for deel in self.delen() if deel.naam]
                raise AssertionError("\n".join([anders, *gezien]))
            QTest.qWait(5)  # het scherm mag verder terwijl wij kijken
