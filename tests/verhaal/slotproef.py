"""Het echte programma, dat een kluis opent, er iets in zet, en dan vergrendelt.

python -m tests.verhaal.slotproef vervang|sluit      de merken staan op stdin, nergens anders
"""

import json
import os
import sys
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from casus_app.__main__ import EchteDeuren
from casus_app.handelingen import HANDELINGEN, Handeling
from casus_app.proces import Terugkeer, scherm_af
from ui.application import start_programma
from ui.main_window import MainWindow


class BlijvendeDeuren(EchteDeuren):
    """De tegenproef: alles gaat dicht, maar het proces blijft."""

    def begin_opnieuw(self, terug: Terugkeer) -> None:
        zeg("dicht")


def zeg(wat: str) -> None:
    sys.stdout.write(f"{wat} {os.getpid()}\n")
    sys.stdout.flush()


def _stap(naam: str, /, **velden: object) -> Handeling:
    return msgspec.convert(velden, HANDELINGEN[naam])


def _werk(window: MainWindow, pad: Path) -> None:
    opgave = json.loads(sys.stdin.readline())
    merk, wachtzin = opgave["merk"], opgave["wachtzin"]
    window._deuren.sluit(window._deuren.maak(pad, wachtzin))
    page = window.unlock_page
    page.set_place(pad)

    def binnen() -> None:
        sessie, werk = window.session, window.workspace
        assert sessie is not None
        assert werk is not None
        huis = {veld: f"{merk} {veld}" for veld in ("naam", "verantwoordelijke", "contactpunt")}
        stappen = [
            _stap("instelling.inrichten", **huis, fg="fg@huis.example"),
            _stap("partij.registreren", id="pol", soort="politie", naam=merk),
            _stap("professional.registreren", id="w", partij="pol", naam=merk, functie=merk),
            _stap(
                "casus.aanmelden",
                id="K-1",
                aanmelder="w",
                doel=f"{merk} doel",
                aanleiding=f"{merk} aanleiding",
                leefgebieden=["wonen"],
                betrokkene={"naam": merk},
            ),
        ]
        for stap in stappen:
            assert sessie.perform(stap), stap
        werk.show_place("mensen")
        werk.show_casussen()
        werk.show_dossier("K-1")
        werk.desk.open_act("casus.aanmelden")
        QTimer.singleShot(200, window, vergrendel)

    def vergrendel() -> None:
        zeg("open")
        sys.stdin.readline()
        voor = QApplication.activeModalWidget()
        assert voor is not None, "er staat een formulier open"
        QTest.keyClick(voor.windowHandle(), Qt.Key.Key_F12)

    page.opened.connect(lambda _werkbank: QTimer.singleShot(0, window, binnen))
    QTest.keyClicks(page.passphrase.edit, wachtzin)
    QTest.keyClick(page.passphrase.edit, Qt.Key.Key_Return)


def main() -> int:
    """Begint zoals het programma begint; wie terugkomt van een slot doet verder niets."""
    scherm_af()
    hoe, pad = sys.argv[1], Path(sys.argv[2])
    terug = "CASUSOVERLEG_KLUIS" in os.environ

    def na_tonen(window: MainWindow) -> None:
        if terug:
            zeg(f"terug {window.unlock_page.place == pad}")
        else:
            _werk(window, pad)

    return start_programma(
        EchteDeuren() if hoe == "vervang" else BlijvendeDeuren(), na_tonen=na_tonen
    )


if __name__ == "__main__":
    sys.exit(main())
