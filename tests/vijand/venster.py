"""Het echte venster, met een kluis die opengaat en weer op slot; voor wie het proces bekijkt.

python -m tests.vijand.venster KLUIS      de wachtzin staat op stdin; na het slot stopt het
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from casus_app.__main__ import EchteDeuren
from casus_app.proces import scherm_af
from ui.application import start_programma
from ui.main_window import MainWindow


def _werk(window: MainWindow, pad: Path) -> None:
    wachtzin = json.loads(sys.stdin.readline())["wachtzin"]
    window._deuren.sluit(window._deuren.maak(pad, wachtzin))
    page = window.unlock_page
    page.set_place(pad)

    def binnen() -> None:
        werk = window.workspace
        assert werk is not None
        for plek in werk.places:
            werk.show_place(plek.name)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_F12)

    page.opened.connect(lambda _werkbank: QTimer.singleShot(0, window, binnen))
    QTest.keyClicks(page.passphrase.edit, wachtzin)
    QTest.keyClick(page.passphrase.edit, Qt.Key.Key_Return)


def main() -> int:
    """De eerste keer openen, kijken en vergrendelen; daarna stoppen."""
    scherm_af()
    terug = "CASUSOVERLEG_KLUIS" in os.environ

    def na_tonen(window: MainWindow) -> None:
        if terug:
            QTimer.singleShot(0, window, QApplication.quit)
        else:
            _werk(window, Path(sys.argv[1]))

    return start_programma(EchteDeuren(), na_tonen=na_tonen)


if __name__ == "__main__":
    sys.exit(main())
