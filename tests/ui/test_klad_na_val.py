"""Kill -9 terwijl er aan tafel getypt wordt: wat bewaard gemeld was, staat er weer."""

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from casus_app.draaiboek import lees, speel
from casus_app.handelingen.bespreking import BesprekingOpenen
from casus_app.rollen import gebruiker_met
from storage import maak_kluis, open_kluis
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import VERHAAL
from tests.ui.test_invoerregel import ALLEN
from tests.ui.typist import TEKST, WACHTZIN, bewaard, werkbank
from ui.main_window import MainWindow

RONDES = 6
WORTEL = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def voorbeeld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Een echte kluis met het verhaal, en K-2601 op tafel."""
    pad = tmp_path_factory.mktemp("voorbeeld")
    with maak_kluis(pad, WACHTZIN, oefening=True) as kluis:
        bank = werkbank(kluis)
        draaiboek = lees(VERHAAL.read_bytes(), VERHAAL.name, bank.catalogus.kaders)
        assert speel(draaiboek, bank, lambda _regel: None, lambda _papier: None) == []
        openen = BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=ALLEN)
        bank.voer_uit(openen, gebruiker_met("coordinator"), "wgs")
    return pad


def _typ_en_val(pad: Path, letters: int) -> int:
    """Doodt de typist na zoveel letters; geeft wat hij het laatst bewaard meldde."""
    opdracht = [sys.executable, "-m", "tests.ui.typist", str(pad)]
    with subprocess.Popen(
        opdracht, cwd=WORTEL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as typist:
        assert typist.stdout is not None
        gemeld = 0
        for nummer, regel in enumerate(typist.stdout):
            gemeld = int(regel)
            if nummer >= letters:
                break
        typist.kill()
    return gemeld


def test_na_kill_9_staat_er_wat_er_getypt_was(
    voorbeeld: Path, tmp_path: Path, venster: MainWindow, qtbot: QtBot
) -> None:
    toeval = random.Random(48)
    iets = 0
    for ronde in range(RONDES):
        map_ = tmp_path / str(ronde)
        map_.mkdir()
        shutil.copytree(voorbeeld, map_ / "kluis")
        gemeld = _typ_en_val(map_, toeval.randrange(60, len(TEKST) - 20))
        with open_kluis(map_ / "kluis", WACHTZIN) as kluis:
            staat_er = bewaard(kluis)
            assert len(staat_er) >= gemeld
            assert TEKST.startswith(staat_er)
            assert kluis.controleer_logboek().heel
            iets += bool(staat_er)
    assert iets == RONDES


def test_het_programma_gaat_na_een_val_verder_waar_men_typte(
    voorbeeld: Path, tmp_path: Path, venster: MainWindow, qtbot: QtBot
) -> None:
    shutil.copytree(voorbeeld, tmp_path / "kluis")
    _typ_en_val(tmp_path, 200)
    with open_kluis(tmp_path / "kluis", WACHTZIN) as kluis:
        venster.enter(werkbank(kluis))
        mens = Kijker(venster, qtbot)
        regel = mens.werk.casus.line.stamp
        qtbot.waitUntil(regel.edit.hasFocus)
        assert len(regel.edit.text()) > 20
        assert TEKST.startswith(regel.edit.text())
        assert [kruimel.text for kruimel in regel.model.crumbs()] == [
            "2 wijkagent",
            "politiegegevens",
        ]
        mens.sessie.lock()
