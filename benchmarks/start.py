"""Van opdracht tot zichtbaar venster, en het geheugen daarna, naast een kaal PySide6-venster.

Elke ronde start beide processen vers, om en om. De tijd loopt van vóór het starten van het proces
tot het venster voor het eerst getekend is.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORTEL = Path(__file__).parent.parent
RONDES = 15
_MB = 1024

_MELD = """
import os, time
def meld(venster):
    venster.repaint()
    print(time.monotonic_ns(), flush=True)
    def daarna():
        with open("/proc/self/status") as status:
            regels = dict(regel.split(":", 1) for regel in status)
        print(regels["VmRSS"].split()[0], flush=True)
        os._exit(0)
    QTimer.singleShot(RUST, venster, daarna)
"""

_KAAL = f"""
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
RUST = 300
{_MELD}
app = QApplication([])
venster = QMainWindow()
venster.setCentralWidget(QLabel("Casusoverleg"))
venster.resize(1280, 800)
venster.show()
QTimer.singleShot(0, venster, lambda: meld(venster))
app.exec()
"""

_PROGRAMMA = f"""
from casus_app.__main__ import EchteDeuren
from ui.application import start_programma
from PySide6.QtCore import QTimer
RUST = 300
{_MELD}
start_programma(EchteDeuren(), na_tonen=meld)
"""


def meet() -> list[str]:
    """Meet en geeft regels met de verhoudingen."""
    with tempfile.TemporaryDirectory(prefix="start-") as thuis:
        omgeving = os.environ | {
            "XDG_CONFIG_HOME": thuis,
            "XDG_DATA_HOME": thuis,
            "PYTHONPATH": str(WORTEL),
        }
        omgeving.setdefault("QT_QPA_PLATFORM", "offscreen")
        for warm in (_KAAL, _PROGRAMMA):
            _start(warm, omgeving)
        tijden: dict[str, list[float]] = {_KAAL: [], _PROGRAMMA: []}
        geheugen: dict[str, list[int]] = {_KAAL: [], _PROGRAMMA: []}
        for _ in range(RONDES):
            for soort in (_KAAL, _PROGRAMMA):
                tijd, rss = _start(soort, omgeving)
                tijden[soort].append(tijd)
                geheugen[soort].append(rss)
    kaal, ons = (statistics.median(tijden[soort]) for soort in (_KAAL, _PROGRAMMA))
    kaal_mb, ons_mb = (statistics.median(geheugen[soort]) / _MB for soort in (_KAAL, _PROGRAMMA))
    tijd = f"{ons / kaal:.2f} x een kaal venster ({ons:.0f} ms tegen {kaal:.0f} ms)"
    ruimte = f"{ons_mb / kaal_mb:.2f} x een kaal venster ({ons_mb:.0f} MB tegen {kaal_mb:.0f} MB)"
    return [
        f"koude start tot zichtbaar venster: {tijd}; hoogstens 1.8, mediaan van {RONDES}",
        f"geheugen in rust: {ruimte}",
    ]


def _start(programma: str, omgeving: dict[str, str]) -> tuple[float, int]:
    begin = time.monotonic_ns()
    uitkomst = subprocess.run(
        [sys.executable, "-c", programma],
        cwd=WORTEL,
        env=omgeving,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    getekend, rss = uitkomst.stdout.split()
    return (int(getekend) - begin) / 1e6, int(rss)


if __name__ == "__main__":
    print("\n".join(meet()))
