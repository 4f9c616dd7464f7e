"""Wie met de toetsen van Qt speelt: wat een mens drukt, en wat een schermlezer dan vindt."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.echt.mens import Deel
from tests.echt.programma import beschreven_delen
from ui.main_window import MainWindow

GEDULD = 30
"""Zoveel seconden mag iets op zich laten wachten op een drukke machine."""


KANTLIJN = 6
"""Zoveel beeldpunten van de rand staat er op een blad niets."""


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


class QtMuis(QtHanden):
    """Een muis zoals Qt haar bezorgt: op wat er op die plaats echt bovenop ligt."""

    def klik_op(self, deel: Deel) -> None:
        """Wat buiten beeld ligt wordt met het wieltje in beeld gedraaid; wat schuift staat eerst
        stil.
        """
        self.wacht(lambda: self._ligt_stil(deel), f"op {deel.naam} is niet te klikken")
        voor = self.vooraan  # PySide laat een raam los als niemand meer weet van wie het is
        raam = voor.windowHandle()
        plek = voor.mapFromGlobal(QPoint(*self._nu(deel).midden))
        links, niets = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseMove(raam, plek)
        QTest.mouseClick(raam, links, niets, plek)
        QApplication.processEvents()

    def sleep(self, deel: Deel, naar_x: int) -> None:
        """Pakt het op, gaat opzij in een paar stappen, en laat daar los."""
        self.wacht(lambda: self._ligt_stil(deel), f"{deel.naam} is niet te pakken")
        voor = self.vooraan
        raam = voor.windowHandle()
        van = voor.mapFromGlobal(QPoint(*self._nu(deel).midden))
        naar = QPoint(voor.mapFromGlobal(QPoint(naar_x, 0)).x(), van.y())
        links, niets = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(raam, links, niets, van)
        for plek in ((van * 2 + naar) / 3, (van + naar * 2) / 3, naar):
            QTest.mouseMove(raam, plek)
            QApplication.processEvents()
        QTest.mouseRelease(raam, links, niets, naar)
        QApplication.processEvents()

    def _bovenop(self, punt: QPoint) -> QWidget | None:
        """Wat een klik hier zou raken; `QApplication.widgetAt` houdt op bij de rand van het
        scherm, en dat van `offscreen` is klein.
        """
        voor = self.vooraan
        plek = voor.mapFromGlobal(punt)
        return (voor.childAt(plek) or voor) if voor.rect().contains(plek) else None

    def _nu(self, deel: Deel) -> Deel:
        """Hetzelfde, waar het nu staat; van wat twee keer zo heet het eerste dat er nog is."""
        zo = [d for d in self.delen() if (d.rol, d.naam) == (deel.rol, deel.naam)]
        return next((d for d in zo if d.plek == deel.plek), zo[0] if zo else deel)

    def _ligt_stil(self, deel: Deel) -> bool:
        nu = self._nu(deel)
        if not nu.in_zicht:
            self._draai(omlaag=nu.midden[1] > nu.zicht[1], boven=nu)
            return False
        QApplication.processEvents()
        stil = self._nu(deel).plek == nu.plek
        return stil and self._bovenop(QPoint(*nu.midden)) is not None

    def _draai(self, *, omlaag: bool, boven: Deel) -> None:
        """In de kantlijn: boven een tabel die zelf schuift, schuift eerst de tabel.

        Zoals Qt het bezorgt: wat er niets mee kan geeft het door aan wat eromheen is.
        """
        x, y, _breed, hoog = boven.zicht
        midden = QPoint(x + KANTLIJN, y + hoog // 2)
        doel = self._bovenop(midden)
        while doel is not None:
            draai = QWheelEvent(
                QPointF(doel.mapFromGlobal(midden)),
                QPointF(midden),
                QPoint(0, 0),
                QPoint(0, -120 if omlaag else 120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(doel, draai)
            if draai.isAccepted():
                break
            doel = doel.parentWidget()
        QApplication.processEvents()
