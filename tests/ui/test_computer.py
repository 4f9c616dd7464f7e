"""Wat er van de computer gezegd wordt: één keer, rustig, en nooit goed als het niet te zien is."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from casus_app.computer import Computer, Stand
from casus_app.rollen import Gebruikersrol, gebruiker_met
from tests.ui.nepdeuren import NepDeuren, een_werkbank
from ui.computer import advice, words
from ui.computer.part import ComputerPart
from ui.rendering.stage import Stage
from ui.session import Session
from ui.workspace import Workspace

OPEN = Computer(schijf=Stand.OPEN, wissel=Stand.OPEN)
GOED = Computer(schijf=Stand.VERSLEUTELD, wissel=Stand.AFWEZIG)
VANDAAG = date(2026, 11, 24)


def _teksten(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def bewaard(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "venster.ini"), QSettings.Format.IniFormat)


def test_elke_stand_heeft_een_eigen_zin_en_onbekend_heet_nooit_goed() -> None:
    assert set(words.SWAP) == set(Stand)
    assert set(words.DISK) == set(Stand) - {Stand.AFWEZIG}
    for zinnen in (words.DISK, words.SWAP):
        assert "kan niet zien" in zinnen[Stand.ONBEKEND]
        assert len(set(zinnen.values())) == len(zinnen)
    assert len({words.MARK[stand] for stand in (Stand.OPEN, Stand.ONBEKEND, Stand.AFWEZIG)}) == 3


def test_het_deel_zegt_schijf_wissel_en_waar_het_niet_tegen_helpt(qtbot: QtBot) -> None:
    deel = ComputerPart(OPEN)
    qtbot.addWidget(deel)
    for zin in (words.DISK[Stand.OPEN], words.SWAP[Stand.OPEN], *words.CANNOT):
        assert zin in _teksten(deel)
    assert deel.question.isHidden()
    deel.ask.click()
    assert not deel.question.isHidden()
    deel.ask.click()
    assert deel.question.isHidden()


def test_aan_ict_wordt_alleen_gevraagd_wat_niet_zeker_goed_is() -> None:
    assert len(words.question(OPEN)) == len(words.question(GOED)) + 2
    onbekend = Computer(schijf=Stand.ONBEKEND, wissel=Stand.ONBEKEND)
    assert words.question(onbekend) == words.question(OPEN)


@pytest.mark.parametrize("schijf", [s for s in Stand if s is not Stand.AFWEZIG])
@pytest.mark.parametrize("wissel", list(Stand))
def test_er_komt_een_zin_als_er_zeker_iets_openligt(
    schijf: Stand, wissel: Stand, bewaard: QSettings
) -> None:
    computer = Computer(schijf=schijf, wissel=wissel)
    assert bool(words.notice(computer)) == advice.due(computer, bewaard, VANDAAG)
    assert bool(words.notice(computer)) == (Stand.OPEN in {schijf, wissel})


def test_wie_het_weglegt_ziet_het_een_maand_niet(qtbot: QtBot, bewaard: QSettings) -> None:
    regel = advice.Advice(OPEN, bewaard, VANDAAG, lambda: None)
    qtbot.addWidget(regel)
    assert advice.due(OPEN, bewaard, VANDAAG)
    regel.later.click()
    assert regel.isHidden()
    assert not advice.due(OPEN, bewaard, VANDAAG + advice.ASIDE / 2)
    assert advice.due(OPEN, bewaard, VANDAAG + advice.ASIDE)
    assert bewaard.allKeys() == [advice.KEY]


def _bureau(qtbot: QtBot, computer: Computer, *, oefening: bool) -> Workspace:
    deuren = NepDeuren()
    sessie = Session(een_werkbank(oefening=oefening), gebruiker_met(Gebruikersrol.COORDINATOR))
    stage = Stage(deuren, sessie)
    qtbot.addWidget(stage.window)
    workspace = stage.enter()
    workspace.desk.computer = computer
    workspace.show_place("vandaag")
    return workspace


@pytest.mark.parametrize(
    ("computer", "oefening", "komt"),
    [(OPEN, False, True), (GOED, False, False), (OPEN, True, False)],
)
def test_op_vandaag_staat_het_onderaan_en_niet_in_een_oefening(
    qtbot: QtBot, computer: Computer, oefening: bool, komt: bool
) -> None:
    workspace = _bureau(qtbot, computer, oefening=oefening)
    gevonden = workspace.findChildren(advice.Advice)
    assert bool(gevonden) == komt
    assert (words.notice(OPEN) in _teksten(workspace)) == komt
    if komt:
        gevonden[0].more.click()
        assert workspace.findChildren(ComputerPart), "Meer hierover gaat naar Instellingen"
    workspace.desk.session.locked.emit()
