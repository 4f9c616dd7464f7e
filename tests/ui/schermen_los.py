"""Twee schermen in één proces: insteken en lostrekken, met het offscreen-platform van Qt.

    QT_QPA_PLATFORM=offscreen:configfile=schermen.json python -m tests.ui.schermen_los map

Qt zelf laat schermen bijkomen en verdwijnen via zijn `setConfiguration`; dat kan alleen van C++,
dus gaat het hier met ctypes. Elke regel op stdout is een stand van zaken.
"""

import ctypes
import json
import sys
from pathlib import Path

import shiboken6
from PySide6.QtCore import QByteArray, QJsonDocument
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.ui.nepdeuren import NepDeuren, een_verhaal
from ui.application import Program
from ui.beamer.beamer import Choice

_NATIVE_RESOURCE_FOR_INTEGRATION = 12
"""De plaats in de tabel van virtuele functies, na de twaalf van QObject."""


def scherm(naam: str, x: int, breed: int, hoog: int) -> dict[str, object]:
    return {
        "name": naam,
        "x": x,
        "y": 0,
        "width": breed,
        "height": hoog,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }


LAPTOP = scherm("laptop", 0, 1280, 720)
BEAMER = scherm("beamer", 1280, 1920, 1080)


def zet_schermen(*schermen: dict[str, object]) -> None:
    """Laat Qt deze schermen hebben, en geen andere."""
    gui = next(pad for pad in _bibliotheken() if "libQt6Gui.so" in pad)
    core = next(pad for pad in _bibliotheken() if "libQt6Core.so" in pad)
    qtgui, qtcore = ctypes.CDLL(gui), ctypes.CDLL(core)
    nieuw = QJsonDocument.fromJson(
        QByteArray(
            json.dumps({"synchronousWindowSystemEvents": True, "screens": schermen}).encode()
        )
    )
    (adres,) = shiboken6.getCppPointer(nieuw)
    voorwerp = ctypes.create_string_buffer(64)
    als_voorwerp = qtcore._ZNK13QJsonDocument6objectEv
    als_voorwerp.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    als_voorwerp(voorwerp, adres)
    eigen = qtgui._ZN15QGuiApplication23platformNativeInterfaceEv
    eigen.restype = ctypes.c_void_p
    binnen = eigen()
    tabel = ctypes.cast(binnen, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))[0]
    vraag = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(
        tabel[_NATIVE_RESOURCE_FOR_INTEGRATION]
    )
    naam = QByteArray(b"setConfiguration")
    functie = vraag(binnen, shiboken6.getCppPointer(naam)[0])
    zet = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(functie)
    zet(ctypes.addressof(voorwerp), binnen)


def _bibliotheken() -> set[str]:
    regels = Path("/proc/self/maps").read_text().splitlines()
    return {regel.split()[-1] for regel in regels if "libQt6" in regel}


def main() -> int:
    """Eén vergadering lang insteken en lostrekken."""
    program = Program(NepDeuren())
    window = program.window
    window.unlock_page.set_place(Path(sys.argv[1]) / "kluis.db")
    window.show()
    beamer = window.beamer

    def zeg(wat: str) -> None:
        for _ in range(5):
            QApplication.processEvents()
        vlak = beamer.surface
        zichtbaar = vlak is not None and vlak.isVisible()
        regel = {
            "wat": wat,
            "schermen": sorted(s.name() for s in QGuiApplication.screens()),
            "voorzitter": window.screen().name(),
            "beamer": vlak.screen().name() if zichtbaar and vlak else "",
            "maat": [vlak.width(), vlak.height()] if zichtbaar and vlak else [],
            "vraag": beamer.is_there and not beamer.choice,
            "open": window.session is not None,
        }
        sys.stdout.write(json.dumps(regel) + "\n")

    window.enter(een_verhaal())
    zeg("twee schermen")
    beamer.choose(Choice.CASUS)
    zeg("gekozen")
    zet_schermen(LAPTOP)
    zeg("beamer los")
    zet_schermen(LAPTOP, BEAMER)
    zeg("beamer weer vast")
    handle = window.windowHandle()
    assert handle is not None
    handle.setScreen(next(s for s in QGuiApplication.screens() if s.name() == "beamer"))
    zeg("venster verschoven")
    beamer.choose(Choice.NIETS)
    zeg("niets")
    beamer.choose(Choice.TIJD)
    zeg("tijd")
    zet_schermen(BEAMER)
    zeg("laptop dicht")
    return 0


if __name__ == "__main__":
    sys.exit(main())
