"""De envelop van begin tot eind op een echte kluis: maken, overtypen, kwijt zijn, weer erin."""

import re
from io import BytesIO
from pathlib import Path
from threading import Event

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from casus_app.__main__ import EchteDeuren
from casus_app.proces import Terugkeer
from storage.errors import WachtzinOnjuist
from storage.keys import OEFENING
from tests.ui.conftest import een_venster
from tests.ui.kijken import Kijker, open_dialogen
from ui.forms.act_dialog import ActDialog
from ui.kluis.recovery_dialog import RecoveryDialog
from ui.main_window import MainWindow
from ui.widgets.question_dialog import QuestionDialog

EERST, DAN = "paraplu fiets kersen tunnel gieter", "zolder wolk hamer citroen vlieger"
LANG = 30_000


class DeurenHier(EchteDeuren):
    """De echte deuren; alleen het proces blijft hetzelfde."""

    def __init__(self, oefenmap: Path) -> None:
        super().__init__(oefenmap)
        self.mag_door = Event()

    def begin_opnieuw(self, terug: Terugkeer) -> None:
        del terug


def _vraag(venster: MainWindow) -> QuestionDialog:
    (vraag,) = [d for d in open_dialogen(venster) if isinstance(d, QuestionDialog)]
    return vraag


def _maak_kluis(venster: MainWindow, qtbot: QtBot) -> None:
    bladzij = venster.unlock_page
    bladzij.new_name.setText("Noor")
    bladzij.first.edit.setText(EERST)
    bladzij.second.edit.setText(EERST)
    with qtbot.waitSignal(bladzij.opened, timeout=LANG):
        bladzij.make()


def _maak_envelop(venster: MainWindow, qtbot: QtBot, map_: Path) -> str:
    """Langs de vraag, het formulier en de map; geeft wat er op het papier staat."""
    _vraag(venster).accept()
    (formulier,) = [d for d in open_dialogen(venster) if isinstance(d, ActDialog)]
    formulier.form.editors["vorm"].set_value("een envelop")
    formulier.submit()
    kies = venster.findChild(QFileDialog)
    assert kies is not None
    kies.fileSelected.emit(str(map_))
    kies.done(QFileDialog.DialogCode.Accepted.value)
    qtbot.waitUntil((map_ / "envelop.pdf").exists, timeout=LANG)
    tekst = "\n".join(
        bladzij.extract_text()
        for bladzij in PdfReader(BytesIO((map_ / "envelop.pdf").read_bytes())).pages
    )
    groepen = re.findall(r"\b[0-9A-HJKMNP-TV-Z]{5}\b", tekst)
    return " ".join(groepen)


def test_de_envelop_van_begin_tot_eind(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.opening.ECHT", OEFENING)
    deuren = DeurenHier(tmp_path / "oefenen")
    with een_venster(deuren, tmp_path) as venster:  # type: ignore[arg-type]  # echte deuren
        mens = Kijker(venster, qtbot)
        _maak_kluis(venster, qtbot)
        papier = _maak_envelop(venster, qtbot, tmp_path)
        qtbot.waitUntil(lambda: bool(open_dialogen(venster)), timeout=LANG)
        _vraag(venster).accept()
        mens.formulier().form.editors["sleutel"].edit.edit.setText(papier)
        mens.formulier().submit()
        qtbot.waitUntil(lambda: not open_dialogen(venster), timeout=LANG)
        mens.werk.show_kluis("rechten")
        assert mens.staat_er("✓ De herstelsleutel is beproefd.")
        venster.lock()

        mens.druk("Wachtzin kwijt?")
        (dialoog,) = [d for d in open_dialogen(venster) if isinstance(d, RecoveryDialog)]
        dialoog.first.edit.setText(papier.lower())
        dialoog.submit()
        qtbot.waitUntil(
            lambda: any(isinstance(d, ActDialog) for d in open_dialogen(venster)), timeout=LANG
        )
        assert venster.workspace is None
        mens.formulier().form.editors["nieuw"].edit.edit.setText(DAN)
        mens.formulier().submit()
        qtbot.waitUntil(lambda: venster.session is None, timeout=LANG)

        plaats = venster.unlock_page.place
        with pytest.raises(WachtzinOnjuist):
            deuren.open(plaats, EERST)
        venster.unlock_page.passphrase.edit.setText(DAN)
        with qtbot.waitSignal(venster.unlock_page.opened, timeout=LANG):
            venster.unlock_page.open()
        mens.werk.show_place("vandaag")
        assert mens.staat_er("De herstelsleutel is gebruikt; de envelop is open.")
        handelingen = [r.handeling for r in mens.sessie.werkbank.opslag.logregels()]
        assert "herstelsleutel.gebruiken" in handelingen
        assert papier not in repr(list(mens.sessie.werkbank.opslag.logregels()))
        venster.lock()
