"""Aan tafel met 200 gegevens: Enter tot getekend, openen, Tab, en F12 tot de kluis dicht is.

De vloer van Enter is een kale SQLCipher-commit van dezelfde rijen en één keer het hele venster
opnieuw tekenen, om en om gemeten in dezelfde keer. Een echte kluis, het echte venster, echte
toetsen (offscreen). Het slot wordt gemeten in rust en terwijl 25 papieren gemaakt worden.
"""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.handeling import _aan_tafel, _handeling, _kale_commit
from casus_app.catalogus import laad
from casus_app.domein.inbreng import Inbreng
from casus_app.handelingen.stukken import OverlegVoorzittersexemplaar
from casus_app.papier import maak_papier
from casus_app.werkbank import Werkbank
from tests.nep import StilleKlok
from tests.ui.nepdeuren import NepDeuren
from ui import theme
from ui.appearance import Appearance
from ui.application import application
from ui.background import Background
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.tafel.lying_row import LyingRow
from ui.tafel.steps import Step
from ui.theme import Look

GEGEVENS = 200
RONDES = 40
OPENEN = 5
PAPIEREN = 25
NA_MS = 300
"""Zoveel milliseconden zijn de papieren bezig als F12 komt."""
OVERLEG, CASUS, WIE = "wk48", "K-2601", "wijkagent"
WOORDEN = "Elf meldingen sinds augustus."
SLOT = 1.0


class _Deuren(NepDeuren):
    """Sluit de kluis echt, en zegt wanneer."""

    dicht = 0.0

    def sluit(self, werkbank: Werkbank) -> None:
        werkbank.opslag.sluit()
        self.dicht = time.perf_counter()


def meet() -> list[str]:
    """De regels van het verslag."""
    app = application()
    theme.apply(app, Look())
    return [_enter(), _openen(), _tab(), _slot(papieren=0), _slot(papieren=PAPIEREN)]


def _enter() -> str:
    with _venster() as (venster, _deuren, map_):
        kaal = _kale_commit(map_ / "kaal")
        _naar(venster, Step.BEELD)
        regel = venster.workspace.casus.line.stamp  # type: ignore[union-attr]  # er is een kluis
        staat = venster.workspace.casus.staat  # type: ignore[union-attr]  # er is een kluis
        stoel = next(seat.number for seat in staat.seats if seat.professional == WIE)
        duren: dict[str, list[float]] = {"enter": [], "commit": [], "tekenen": []}
        for nummer in range(RONDES):
            regel.model.start()
            regel.show_again()
            regel.edit.setFocus()
            QTest.keyClicks(regel.edit, f"{stoel}p{WOORDEN}")
            _rust()
            begin = time.perf_counter()
            QTest.keyClick(regel.edit, Qt.Key.Key_Return)
            _rust()
            duren["enter"].append(time.perf_counter() - begin)
            _staat_er(venster)
            begin = time.perf_counter()
            kaal(nummer)
            duren["commit"].append(time.perf_counter() - begin)
            begin = time.perf_counter()
            venster.repaint()
            duren["tekenen"].append(time.perf_counter() - begin)
        geteld = len(venster.session.zoek(Inbreng))  # type: ignore[union-attr]  # er is een kluis
        if geteld != GEGEVENS + RONDES:
            raise AssertionError(f"er liggen {geteld} gegevens, Enter deed niet wat gemeten wordt")
    vloer = [a + b for a, b in zip(duren["commit"], duren["tekenen"], strict=True)]
    p50, p99 = (_deel(duren["enter"], deel) / _deel(vloer, deel) for deel in (50, 99))
    return (
        f"Enter tot getekend bij {GEGEVENS} gegevens: p50 {_deel(duren['enter'], 50):.1f} ms, "
        f"p99 {_deel(duren['enter'], 99):.1f} ms; kale commit {_deel(duren['commit'], 50):.2f} ms "
        f"en venster tekenen {_deel(duren['tekenen'], 50):.1f} ms; "
        f"p50 {p50:.1f} × (hoogstens 2), p99 {p99:.1f} × (hoogstens 4)"
    )


def _openen() -> str:
    with _venster() as (venster, _deuren, _map):
        werk = venster.workspace
        duren = []
        for _ in range(OPENEN):
            werk.show_place("vandaag")  # type: ignore[union-attr]  # er is een kluis
            _rust()
            begin = time.perf_counter()
            werk.show_casus(OVERLEG, CASUS)  # type: ignore[union-attr]  # er is een kluis
            _rust()
            venster.repaint()
            duren.append(time.perf_counter() - begin)
    return (
        f"een casus openen met {GEGEVENS} gegevens: eerste keer {duren[0] * 1000:.0f} ms, "
        f"daarna {statistics.median(duren[1:]) * 1000:.0f} ms"
    )


def _tab() -> str:
    with _venster() as (venster, _deuren, _map):
        _naar(venster, Step.BEELD)
        duren: dict[str, list[float]] = {"tab": [], "tekenen": []}
        for _ in range(RONDES):
            nu = QApplication.focusWidget()
            _tijd(duren["tab"], lambda nu=nu: QTest.keyClick(nu, Qt.Key.Key_Tab))
            if QApplication.focusWidget() is nu:
                raise AssertionError("Tab ging nergens heen")
            _rust()
            _tijd(duren["tekenen"], venster.repaint)
    tab, tekenen = (statistics.median(duren[wat]) * 1000 for wat in duren)
    return (
        f"Tab met {GEGEVENS} gegevens: {tab:.1f} ms per druk; "
        f"venster tekenen {tekenen:.1f} ms; {tab / tekenen:.2f} ×"
    )


def _tijd(duren: list[float], doe: Callable[[], object]) -> None:
    begin = time.perf_counter()
    doe()
    duren.append(time.perf_counter() - begin)


def _slot(*, papieren: int) -> str:
    with _venster() as (venster, deuren, map_):
        _naar(venster, Step.BEELD)
        begin = [0.0]

        def druk() -> None:
            begin[0] = time.perf_counter()
            QTest.keyClick(venster.windowHandle(), Qt.Key.Key_F12)

        if papieren:
            stukken = [OverlegVoorzittersexemplaar(overleg=OVERLEG)] * papieren
            exporter = venster.workspace.desk.exporter  # type: ignore[union-attr]  # er is een kluis
            exporter.start(map_, stukken)
        QTimer.singleShot(NA_MS, druk)
        tot = time.perf_counter() + 30
        while not deuren.dicht and time.perf_counter() < tot:
            QApplication.processEvents()
        geschreven = len(deuren.geschreven)
    wat = (
        f"terwijl {papieren} papieren gemaakt worden (na {geschreven})" if papieren else "in rust"
    )
    duur = deuren.dicht - begin[0]
    return f"F12 tot de kluis dicht is, {wat}: {duur * 1000:.0f} ms; hoogstens {SLOT:.0f} s"


def _staat_er(venster: MainWindow) -> None:
    """Toen de meting stopte stond het nieuwste gegeven er, en was er niets meer te schikken."""
    nieuwste = venster.session.zoek(Inbreng)[-1]  # type: ignore[union-attr]  # er is een kluis
    rijen = [rij for rij in venster.findChildren(LyingRow) if not rij.visibleRegion().isEmpty()]
    later = _Nakomers()
    QApplication.instance().installEventFilter(later)  # type: ignore[union-attr]  # er is een programma
    _rust()
    QApplication.instance().removeEventFilter(later)  # type: ignore[union-attr]  # er is een programma
    if later.geschikt or not any(rij.said.inbreng == nieuwste.id for rij in rijen):
        raise AssertionError("de meting stopte voordat het gegeven getekend was")


class _Nakomers(QObject):
    """Of er na de meting nog iets een andere plek vroeg."""

    geschikt = 0

    def eventFilter(self, _wie: QObject, event: QEvent) -> bool:  # noqa: N802 (zo heet het bij Qt)
        self.geschikt += event.type() is QEvent.Type.Resize
        return False


def _deel(reeks: list[float], procent: int) -> float:
    """Dit percentiel, in milliseconden."""
    return statistics.quantiles(reeks, n=100, method="inclusive")[procent - 1] * 1000


def _rust() -> None:
    """Alles wat nog moest gebeuren en getekend worden."""
    for _ in range(3):
        QApplication.processEvents()


def _naar(venster: MainWindow, stap: Step) -> None:
    werk = venster.workspace
    werk.show_casus(OVERLEG, CASUS)  # type: ignore[union-attr]  # er is een kluis
    _rust()
    werk.casus.go_to(stap)  # type: ignore[union-attr]  # er is een kluis
    _rust()


@contextmanager
def _venster() -> Iterator[tuple[MainWindow, _Deuren, Path]]:
    with TemporaryDirectory(prefix="tafel-") as naam:
        map_ = Path(naam)
        begonnen = _aan_tafel(map_ / "kluis")
        doe = _handeling(begonnen)
        for nummer in range(GEGEVENS):
            doe(nummer)
        werkbank = Werkbank(begonnen.opslag, StilleKlok(), laad(), maak_papier, oefening=True)
        deuren = _Deuren()
        instellingen = QSettings(str(map_ / "venster.ini"), QSettings.Format.IniFormat)
        achtergrond = Background()
        uiterlijk = Appearance(application(), instellingen)
        venster = MainWindow(deuren, achtergrond, Messages(), uiterlijk)
        venster.resize(1280, 720)
        venster.show()
        venster.enter(werkbank)
        _rust()
        yield venster, deuren, map_
        achtergrond.finish()
        venster.close()
        venster.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    print("\n".join(meet()))
