"""Het echte programma, met iemand erbij die zegt wat er te zien is.

De spion kijkt alleen: hij vertelt wat een schermlezer op dit moment zou vinden, met de plaats op
het scherm. Wie toetst, werkt met echte toetsen en een echte muis van de X-server.

    python -m tests.echt.programma [oefen]      vragen op stdin, antwoorden als JSON op stdout
"""

import json
import os
import sys
import threading
from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from casus_app.__main__ import EchteDeuren
from ui.application import start_oefening, start_programma
from ui.main_window import MainWindow
from ui.tafelindeling.drawing import Drawing

Beschrijving = dict[str, object]


class Spion(QObject):
    """Antwoordt op de draad van het scherm, dus nooit halverwege een verandering."""

    gevraagd = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        QAccessible.setActive(True)  # zoals met een schermlezer: dan houdt Qt lijsten bij
        self.gevraagd.connect(self._antwoord, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._luister, daemon=True).start()

    def _luister(self) -> None:
        for regel in sys.stdin:
            self.gevraagd.emit(regel.strip())

    def _antwoord(self, vraag: str) -> None:
        if vraag == "sluit":
            self._window.close()
            return
        if vraag == "focus":
            zeg({"focus": beschreven_focus()})
            return
        voor = QApplication.activeModalWidget()
        actief = QApplication.activePopupWidget() or voor or QApplication.activeWindow()
        vensters = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        zeg(
            {
                "titel": actief.windowTitle() if actief else "",
                "venster": type(actief).__name__ if actief else "",
                "vensters": [type(w).__name__ for w in vensters],
                "bezig": self._window.unlock_page.isVisible()
                and not self._window.unlock_page.isEnabled(),
                "delen": list(beschreven_delen(actief)) if actief else [],
            }
        )


def zeg(bericht: Beschrijving) -> None:
    """Eén regel naar wie toetst."""
    sys.stdout.write(json.dumps(bericht) + "\n")
    sys.stdout.flush()


def beschreven_delen(wortel: QWidget) -> Iterator[Beschrijving]:
    """Wat een schermlezer hier vindt, van boven naar beneden."""
    begin = QAccessible.queryAccessibleInterface(wortel)
    stapel = [begin] if begin else []
    while stapel:
        deel = stapel.pop()
        stand = deel.state()
        if stand.invisible:
            continue
        if deel.text(QAccessible.Text.Name):
            yield _beschreven(deel)
        yield from _getekend(deel)
        for index in reversed(range(deel.childCount())):
            kind = deel.child(index)
            if kind is not None and kind.isValid() and not _ander_venster(kind):
                stapel.append(kind)


def _getekend(deel: QAccessibleInterface) -> Iterator[Beschrijving]:
    """Wat wie ziet op de tekening ziet: waar elke casus staat, om te slepen."""
    ding = deel.object()
    if not isinstance(ding, Drawing):
        return
    for kolom in ding.picture.columns:
        vak = kolom.box
        hoek = ding.mapToGlobal(QPoint(round(vak.x), round(vak.y)))
        yield {
            **_beschreven(deel),
            "rol": "Kolom",
            "heeft_focus": False,
            "naam": kolom.casus,
            "plek": [hoek.x(), hoek.y(), round(vak.w), min(round(vak.h), 30)],
        }


def _ander_venster(deel: QAccessibleInterface) -> bool:
    ding = deel.object()
    return isinstance(ding, QWidget) and ding.isWindow()


def _beschreven(deel: QAccessibleInterface) -> Beschrijving:
    stand = deel.state()
    plek = deel.rect()
    return {
        "rol": deel.role().name,
        "naam": deel.text(QAccessible.Text.Name),
        "waarde": deel.text(QAccessible.Text.Value),
        "plek": [plek.x(), plek.y(), plek.width(), plek.height()],
        "kan": not stand.disabled,
        "heeft_focus": bool(stand.focused),
        "aan": bool(stand.checked),
        "gekozen": bool(stand.selected),
        "geheim": bool(stand.passwordEdit),
        "zicht": _in_zicht(deel),
    }


def beschreven_focus() -> Beschrijving | None:
    """Waar een toets nu heen gaat; een omhulsel dat de focus doorgeeft telt niet."""
    deel = QAccessible.queryAccessibleInterface(QApplication.focusWidget())
    return _beschreven(deel) if deel else None


def _in_zicht(deel: QAccessibleInterface) -> list[int]:
    """Het deel van het scherm waar dit te zien kan zijn: alle schuifvlakken eromheen samen."""
    boven_deel: QAccessibleInterface | None = deel
    while boven_deel is not None and not isinstance(boven_deel.object(), QWidget):
        boven_deel = boven_deel.parent()
    if boven_deel is None:
        return []
    ding = boven_deel.object()
    assert isinstance(ding, QWidget)
    venster = ding.window()
    vlak = venster.rect().translated(venster.mapToGlobal(venster.rect().topLeft()))
    boven = ding.parentWidget()
    while boven is not None and not boven.isWindow():
        if isinstance(boven, QScrollArea):
            poort = boven.viewport()
            vlak &= poort.rect().translated(poort.mapToGlobal(poort.rect().topLeft()))
        boven = boven.parentWidget()
    return [vlak.x(), vlak.y(), vlak.width(), vlak.height()]


def main() -> int:
    """Start het programma zoals een mens het start."""
    start = start_oefening if "oefen" in sys.argv[1:] else start_programma

    def na_tonen(window: MainWindow) -> None:
        window.setProperty("spion", Spion(window))
        zeg({"klaar": os.getpid()})

    return start(EchteDeuren(), na_tonen=na_tonen)


if __name__ == "__main__":
    sys.exit(main())
