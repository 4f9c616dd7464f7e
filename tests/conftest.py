"""De wachters van alle toetsen: geen scherm nodig, geen modaal venster, geen draad die blijft."""

import os
import resource
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

DRAAD_MAG_UITLOPEN = 2.0
"""Zoveel seconden mag een draad nog bezig zijn met ophouden."""


def pytest_configure(config: pytest.Config) -> None:
    """Zonder beeldscherm meldt Qt bij elk venster wat het dan niet kan; dat weten we."""
    config.addinivalue_line("qt_log_ignore", "^This plugin does not support ")


@pytest.fixture(scope="session", autouse=True)
def de_toetsgang_houdt_haar_grenzen() -> Iterator[None]:
    """Wie `main` hier aanroept verlaagt de grens van een afdruk, en die kan nooit meer omhoog."""
    echt = resource.setrlimit

    def behalve_die_van_een_afdruk(wat: int, grenzen: tuple[int, int]) -> None:
        if wat != resource.RLIMIT_CORE:
            echt(wat, grenzen)

    with pytest.MonkeyPatch.context() as lapje:
        lapje.setattr(resource, "setrlimit", behalve_die_van_een_afdruk)
        yield


@pytest.fixture(autouse=True)
def geen_draad_blijft_over() -> Iterator[None]:
    """Wie een draad begint, ruimt hem op: een draad die blijft raakt een volgende toets."""
    voor = set(threading.enumerate())
    yield
    einde = time.monotonic() + DRAAD_MAG_UITLOPEN
    over = set(threading.enumerate()) - voor
    while over and time.monotonic() < einde:
        for draad in over:
            draad.join(0.05)
        over = {draad for draad in over if draad.is_alive()}
    namen = sorted(draad.name for draad in over if draad.is_alive())
    assert namen == [], "een toets liet een draad achter; roep `background.finish()` aan"


@pytest.fixture(autouse=True)
def geen_modaal_venster(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Een venster dat op een antwoord wacht hangt de toets op; open het met `open()`."""
    if "qtbot" not in request.fixturenames:
        return
    from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMenu, QMessageBox

    def geweigerd(*_alles: Any, **_namen: Any) -> NoReturn:
        pytest.fail("modaal venster in een toets: gebruik open() of popup() en luister")

    for klasse in (QDialog, QMessageBox, QFileDialog, QInputDialog, QMenu):
        monkeypatch.setattr(klasse, "exec", geweigerd)
    for naam in ("getOpenFileName", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, naam, geweigerd)


@pytest.fixture(scope="session", autouse=True)
def _eigen_thuis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Niets van een toets komt in de instellingen van wie hem draait."""
    thuis = tmp_path_factory.mktemp("thuis")
    oud = {naam: os.environ.get(naam) for naam in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    os.environ["XDG_CONFIG_HOME"] = str(thuis / "config")
    os.environ["XDG_DATA_HOME"] = str(thuis / "data")
    yield thuis
    for naam, waarde in oud.items():
        if waarde is None:
            os.environ.pop(naam, None)
        else:
            os.environ[naam] = waarde


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """Dezelfde toepassing als het programma: Nederlands, eigen letter, eigen kleuren."""
    return _Toepassing


class _Toepassing:
    """Wordt door pytest-qt aangeroepen in plaats van `QApplication`."""

    def __new__(cls, _argumenten: list[str]) -> "QApplication":  # type: ignore[misc]
        from ui import theme
        from ui.application import application

        app = application()
        theme.apply(app, theme.Look())
        return app
