"""Vensters voor de toetsen: een leeg huis, en een huis waar het verhaal al gespeeld is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casus_app.rollen import gebruiker_met
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import NepDeuren, een_verhaal
from ui import theme
from ui.appearance import Appearance
from ui.background import Background
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.session import Session
from ui.theme import Look


@pytest.fixture
def deuren() -> NepDeuren:
    return NepDeuren()


@contextmanager
def een_venster(
    deuren: NepDeuren, map_: Path, *, standaardplaats: bool = False
) -> Iterator[MainWindow]:
    """Het venster zoals het opengaat: nog geen kluis, en een plaats waar er nog geen is."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, Look())
    settings = QSettings(str(map_ / "venster.ini"), QSettings.Format.IniFormat)
    background = Background()
    window = MainWindow(deuren, background, Messages(), Appearance(app, settings))
    if not standaardplaats:
        window.unlock_page.set_place(map_ / "kluis.db")
    window.resize(1280, 720)
    window.show()
    yield window
    deuren.mag_door.set()
    background.finish()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.apply(app, Look())


@pytest.fixture
def venster(qtbot: QtBot, tmp_path: Path, deuren: NepDeuren) -> Iterator[MainWindow]:
    """Een venster dat nog geen kluis open heeft."""
    with een_venster(deuren, tmp_path) as window:
        yield window


@pytest.fixture
def kijker(venster: MainWindow, qtbot: QtBot) -> Kijker:
    """Wie naar het venster kijkt en erop werkt, met het verhaal open."""
    venster.enter(een_verhaal())
    return Kijker(venster, qtbot)


@pytest.fixture
def sessie(qtbot: QtBot) -> Iterator[Session]:
    """Een open kluis met het verhaal, zonder venster."""
    made = Session(een_verhaal(), gebruiker_met("coordinator"))
    yield made
    made.deleteLater()
