"""Traag werk: op een eigen draad, met het antwoord op de draad van het scherm."""

import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from casus_app.fouten import CasusFout, OpslagFout
from ui.background import Background


@pytest.fixture
def werk(qtbot: QtBot) -> Iterator[Background]:
    background = Background()
    yield background
    background.finish()


def test_het_werk_loopt_elders_en_het_antwoord_komt_hier(werk: Background, qtbot: QtBot) -> None:
    baas = QObject()
    draden: list[str] = []
    antwoorden: list[tuple[str, int]] = []

    def doe() -> int:
        draden.append(threading.current_thread().name)
        return 42

    werk.run(
        baas, doe, lambda uit: antwoorden.append((threading.current_thread().name, uit)), _nooit
    )
    assert antwoorden == []
    qtbot.waitUntil(lambda: bool(antwoorden))
    assert antwoorden == [(threading.main_thread().name, 42)]
    assert draden[0].startswith("background")


def test_een_fout_van_de_omgeving_komt_terug_als_fout(werk: Background, qtbot: QtBot) -> None:
    baas = QObject()
    fouten: list[CasusFout] = []

    def doe() -> int:
        raise OpslagFout("De schijf is vol.")

    werk.run(baas, doe, _nooit, fouten.append)
    qtbot.waitUntil(lambda: bool(fouten))
    assert fouten[0].melding == "De schijf is vol."


def test_een_fout_van_ons_komt_boven_in_plaats_van_te_verdwijnen(
    werk: Background, qtbot: QtBot
) -> None:
    baas = QObject()

    def doe() -> int:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as boven:
        werk.run(baas, doe, _nooit, _nooit)
        qtbot.waitUntil(lambda: bool(boven))
    assert boven[0][0] is ZeroDivisionError


def test_wie_er_niet_meer_is_krijgt_geen_antwoord(werk: Background, qtbot: QtBot) -> None:
    baas, ander = QObject(), QObject()
    klaar: list[int] = []
    werk.run(baas, lambda: 1, _nooit, _nooit)
    shiboken6.delete(baas)
    werk.run(ander, lambda: 2, klaar.append, _nooit)
    qtbot.waitUntil(lambda: klaar == [2])


def test_veel_werk_voor_eigenaren_die_verdwijnen_gaat_goed(werk: Background, qtbot: QtBot) -> None:
    klaar: list[int] = []
    for nummer in range(500):
        baas = QObject()
        werk.run(baas, lambda n=nummer: n, klaar.append, _nooit)
        if nummer % 2:
            shiboken6.delete(baas)
        else:
            baas.setParent(werk)
        if nummer % 50 == 0:
            QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: len(klaar) == 250)
    assert klaar == list(range(0, 500, 2))


def test_na_het_einde_komt_er_niets_meer(qtbot: QtBot) -> None:
    werk = Background()
    door = threading.Event()
    werk.run(werk, lambda: door.wait(5), _nooit, _nooit)
    door.set()
    werk.finish()
    QCoreApplication.processEvents()
    assert not any(draad.name.startswith("background") for draad in threading.enumerate())


def _nooit(*_alles: object) -> None:
    pytest.fail("dit antwoord had niet mogen komen")
