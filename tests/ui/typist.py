"""Een programma dat aan tafel typt tot iemand het doodt: `python -m tests.ui.typist KLUIS`.

Na elke letter meldt het op standaarduitvoer hoeveel er van de tekst in de kluis staat.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest

from casus_app.catalogus import laad
from casus_app.domein.klad import Klad, Kladveld
from casus_app.poorten import Opslag
from casus_app.werkbank import Werkbank
from storage import open_kluis
from tests.nep import StilleKlok
from tests.ui.nepdeuren import NepDeuren, drukker

WACHTZIN = "een wachtzin voor de toets"
TEKST = "Elf meldingen sinds augustus, vooral in de nacht; niemand raakte gewond. " * 8


def werkbank(opslag: Opslag) -> Werkbank:
    return Werkbank(opslag, StilleKlok(), laad(), drukker, oefening=True)


def bewaard(opslag: Opslag) -> str:
    """De woorden in de kladregel van de inbreng."""
    klad = opslag.haal(Klad, "wk48", "K-2601", Kladveld.INBRENG)
    return str(json.loads(klad.tekst)["kern"]) if klad else ""


def typ_tot_de_dood(pad: Path) -> None:
    """Opent het echte venster op een echte kluis, en typt."""
    from ui.appearance import Appearance
    from ui.application import application
    from ui.background import Background
    from ui.main_window import MainWindow
    from ui.messages import Messages

    app = application()
    settings = QSettings(str(pad / "venster.ini"), QSettings.Format.IniFormat)
    window = MainWindow(NepDeuren(), Background(app), Messages(), Appearance(app, settings))
    window.show()
    opslag = open_kluis(pad / "kluis", WACHTZIN)
    window.enter(werkbank(opslag))
    assert window.workspace is not None
    window.workspace.show_casus("wk48", "K-2601")
    window.workspace.casus.go_to(1)
    veld = window.workspace.casus.line.stamp.edit
    for letter in "2p" + TEKST:
        QTest.keyClicks(veld, letter)
        QTest.qWait(5)  # het scherm mag verder terwijl wij kijken
        sys.stdout.write(f"{len(bewaard(opslag))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    typ_tot_de_dood(Path(sys.argv[1]))
