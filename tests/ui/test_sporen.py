"""Het scherm laat niets achter: geen geschiedenis van mappen, geen namen, geen wachtzin."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from casus_app.domein.casus import Betrokkene
from tests.ui.kijken import Kijker, open_dialogen
from ui.crash import where

GEHEIM = "Molenbeek"

_KIES_EEN_MAP = """
import sys
from pathlib import Path
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from ui.application import application
from ui.files import choose, settings
app = application()
venster = QWidget()
venster.show()
dialoog = choose(venster, "Waar?", "folder", lambda pad: None, Path(sys.argv[1]))
dialoog.setDirectory(sys.argv[1])
dialoog.selectFile(sys.argv[1])
QTimer.singleShot(200, dialoog, dialoog.accept)
settings().setValue("tekst", 115)
QTimer.singleShot(600, app, app.quit)
app.exec()
"""


def test_een_map_kiezen_laat_geen_geschiedenis_achter(tmp_path: Path) -> None:
    thuis, map_ = tmp_path / "thuis", tmp_path / "GEHEIMMARKERING"
    map_.mkdir()
    subprocess.run(
        [sys.executable, "-c", _KIES_EEN_MAP, str(map_)],
        env={
            "PATH": "/usr/bin",
            "HOME": str(thuis),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        check=True,
        timeout=60,
        capture_output=True,
    )
    bestanden = [pad for pad in thuis.rglob("*") if pad.is_file()]
    inhoud = b"".join(pad.read_bytes() for pad in bestanden)
    assert b"GEHEIMMARKERING" not in inhoud
    assert b"[FileDialog]" not in inhoud
    assert b"tekst=115" in inhoud, "anders bewijst deze toets niets"


def test_de_instellingen_onthouden_alleen_de_maat_van_venster_en_tekst(kijker: Kijker) -> None:
    kijker.werk.show_casus("wk48", "K-2601")
    kijker.toets(Qt.Key.Key_Plus, met=Qt.KeyboardModifier.ControlModifier)
    kijker.venster.close()
    instellingen = kijker.venster._settings
    instellingen.sync()
    assert set(instellingen.allKeys()) == {"tekst", "venster"}
    inhoud = Path(instellingen.fileName()).read_bytes()
    assert GEHEIM.encode() not in inhoud
    assert b"K-2601" not in inhoud


def test_de_naam_staat_er_alleen_zolang_de_knop_ingedrukt_is(kijker: Kijker) -> None:
    betrokkene = kijker.sessie.haal(Betrokkene, "K-2601")
    assert betrokkene is not None
    kijker.werk.show_casus("wk48", "K-2601")
    kijker.druk("De kamer klopt")
    assert not kijker.staat_er(GEHEIM)
    knop = kijker.werk.casus.name_button
    regels_voor = len(kijker.sessie.werkbank.opslag.regels)  # type: ignore[attr-defined]
    knop.setDown(True)
    knop.pressed.emit()
    assert kijker.staat_er(betrokkene.naam)
    knop.setDown(False)
    knop.released.emit()
    assert not kijker.staat_er(GEHEIM)
    nieuw = kijker.sessie.werkbank.opslag.regels[regels_voor:]  # type: ignore[attr-defined]
    assert [regel.handeling for regel in nieuw] == ["toon.casus"]


def test_wegkijken_is_loslaten(kijker: Kijker) -> None:
    kijker.werk.show_casus("wk48", "K-2601")
    kijker.druk("De kamer klopt")
    kijker.teksten()  # de bladzij neemt eerst zelf de focus
    knop = kijker.werk.casus.name_button
    knop.setFocus()
    knop.setDown(True)
    knop.pressed.emit()
    assert kijker.staat_er(GEHEIM)
    kijker.werk.show_overview()
    assert kijker.werk.casus.name.text() == ""


def test_nergens_op_de_schermen_staat_de_naam(kijker: Kijker) -> None:
    werk = kijker.werk
    for ga in (
        werk.show_overview,
        werk.show_casussen,
        lambda: werk.show_overleg("wk48"),
        lambda: werk.show_casus("wk48", "K-2601"),
        lambda: werk.desk.open_act("toestemming.vastleggen", {"casus": "K-2601"}),
    ):
        ga()
        kijker.teksten()
        alles = " ".join(label.text() for label in kijker.venster.findChildren(QLabel))
        assert GEHEIM not in alles
        assert GEHEIM not in kijker.venster.windowTitle()


def test_de_stand_van_een_casus_toont_geen_namen(kijker: Kijker) -> None:
    dialoog = kijker.werk.desk.open_act("toon.casus", {"casus": "K-2601"})
    dialoog.submit()
    (antwoord,) = open_dialogen(kijker.venster)
    boom = antwoord.tree  # type: ignore[attr-defined]
    teksten = [
        item.text(kolom)
        for item in boom.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
        for kolom in (0, 1)
    ]
    assert "K-2601" in teksten
    assert "niet getoond" in teksten
    assert not any(GEHEIM in tekst for tekst in teksten)


def test_een_fout_van_ons_noemt_de_plek_en_niet_de_inhoud() -> None:
    def stuk() -> None:
        raise ValueError(GEHEIM)

    with pytest.raises(ValueError, match=GEHEIM) as gevangen:
        stuk()
    verslag = where(gevangen.type, gevangen.tb)
    assert verslag.startswith("ValueError (test_sporen.py:")
    assert GEHEIM not in verslag


def test_een_dialoog_van_qt_is_nooit_die_van_het_systeem(kijker: Kijker, qtbot: QtBot) -> None:
    from ui.files import choose

    dialoog = choose(kijker.venster, "Waar?", "folder", lambda _pad: None)
    assert dialoog.testOption(QFileDialog.Option.DontUseNativeDialog)
    dialoog.reject()
