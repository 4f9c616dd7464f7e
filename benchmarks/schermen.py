"""Een bladzij openen in een kluis met 2.000 casussen, en slepen in een overleg van 20 casussen.

De vloer van een bladzij is een kaal venster met evenveel zichtbare rijen als de bladzij toont; die
van slepen is een keer de hele tekening verversen. Alles op een echte kluis, met het scherm van Qt
zelf (offscreen).
"""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from casus_app.catalogus import laad
from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import Betrokkene, Casus, Fase, Informering, Weging
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.klok import OEFENKLOK, Oefenklok
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Bespreking, Deelname, Overleg, Rol, Stand, Uitnodiging
from casus_app.domein.waarde import Waarde
from casus_app.poorten import Logregel, Papier, Wijziging
from casus_app.rollen import gebruiker_met
from casus_app.werkbank import Werkbank
from storage import maak_kluis
from tests.nep import StilleKlok
from tests.ui.nepdeuren import NepDeuren
from ui import theme
from ui.appearance import Appearance
from ui.application import application
from ui.messages import Messages
from ui.places import PLACES
from ui.session import Session
from ui.tafelindeling.drawing import Drawing
from ui.tafelindeling.layout import Box
from ui.theme import Look
from ui.workspace import Workspace

CASUSSEN = 2_000
MENSEN = 25
AGENDA = 20
RONDES = 5
VANDAAG = date(2026, 11, 23)
MEER = 100.0
"""Zoveel milliseconden mag een bladzij meer kosten dan de vloer."""
SLEPEN = 50.0


def meet() -> list[str]:
    """Per bladzij een regel, en een voor slepen."""
    app = application()
    theme.apply(app, Look())
    with _werkbank() as werkbank:
        vloer = statistics.median(_kaal() for _ in range(RONDES))
        wegen: list[tuple[str, Callable[[Workspace], object]]] = [
            (place.name, lambda werk, naam=place.name: werk.show_place(naam)) for place in PLACES
        ]
        wegen.append((f"overleg van {AGENDA} casussen", lambda werk: werk.show_overleg("groot")))
        wegen.append(("dossier", lambda werk: werk.show_dossier("K-0007")))
        regels = [_bladzij(werkbank, naam, weg, vloer) for naam, weg in wegen]
        regels.append(_slepen(werkbank))
    return regels


def _bladzij(
    werkbank: Werkbank, naam: str, weg: Callable[[Workspace], object], vloer: float
) -> str:
    """De eerste keer: de bladzij wordt gemaakt, leest de kluis en wordt getekend."""
    duren = []
    for _ in range(RONDES):
        with _werkruimte(werkbank) as werk:
            begin = time.perf_counter()
            weg(werk)
            _teken(werk)
            duren.append((time.perf_counter() - begin) * 1000)
    duur = statistics.median(duren)
    return (
        f"'{naam}' openen bij {CASUSSEN} casussen: {duur:.0f} ms, vloer {vloer:.0f} ms; "
        f"hoogstens {MEER:.0f} ms meer"
    )


def _kaal() -> float:
    stapel = QStackedWidget()
    stapel.resize(1280, 720)
    stapel.addWidget(QWidget())
    stapel.show()
    _teken(stapel)
    begin = time.perf_counter()
    kaal = QWidget()
    rijen = QVBoxLayout(kaal)
    for nummer in range(16):
        rijen.addWidget(QPushButton(f"rij {nummer}"))
    stapel.addWidget(kaal)
    stapel.setCurrentWidget(kaal)
    _teken(stapel)
    duur = (time.perf_counter() - begin) * 1000
    stapel.deleteLater()
    return duur


def _slepen(werkbank: Werkbank) -> str:
    with _werkruimte(werkbank) as werk:
        werk.show_overleg("groot")
        if not werk.findChildren(Drawing):
            werk.overleg.switch()
        _teken(werk)
        tekening = next(deel for deel in werk.findChildren(Drawing) if deel.isVisible())
        vloer = _keer(tekening.repaint)
        kolommen = tekening.picture.columns
        begin, eind = (_midden(kolom.box) for kolom in (kolommen[0], kolommen[-1]))
        QTest.mousePress(tekening, Qt.MouseButton.LeftButton, pos=begin)
        duren = []
        for stap in range(1, 41):
            plek = begin + (eind - begin) * stap / 40
            duren.append(_keer(lambda plek=plek: _beweeg(tekening, plek)))
        QTest.mouseRelease(tekening, Qt.MouseButton.LeftButton, pos=begin)
    return (
        f"slepen, {AGENDA} casussen en {MENSEN} mensen: langste {max(duren):.0f} ms, "
        f"mediaan {statistics.median(duren):.0f} ms, vloer (opnieuw tekenen) {vloer:.0f} ms; "
        f"hoogstens {SLEPEN:.0f} ms"
    )


def _midden(vak: Box) -> QPoint:
    return QPoint(int(vak.x + vak.w / 2), int(vak.y + vak.h / 2))


def _beweeg(tekening: Drawing, plek: QPoint) -> None:
    QTest.mouseMove(tekening, plek)
    QApplication.processEvents()
    tekening.repaint()


def _keer(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return (time.perf_counter() - begin) * 1000


def _teken(widget: QWidget) -> None:
    QApplication.processEvents()
    widget.repaint()


@contextmanager
def _werkruimte(werkbank: Werkbank) -> Iterator[Workspace]:
    sessie = Session(werkbank, gebruiker_met("coordinator"))
    venster = QStackedWidget()
    instellingen = QSettings("/dev/null", QSettings.Format.IniFormat)
    uiterlijk = Appearance(application(), instellingen)
    werk = Workspace(sessie, Messages(), NepDeuren(), uiterlijk, venster)
    venster.addWidget(werk)
    venster.resize(1280, 720)
    venster.show()
    _teken(venster)
    yield werk
    venster.hide()
    venster.deleteLater()
    sessie.deleteLater()
    QApplication.processEvents()


@contextmanager
def _werkbank() -> Iterator[Werkbank]:
    with TemporaryDirectory(prefix="schermen-") as map_:
        kluis = maak_kluis(Path(map_) / "kluis", "alleen om te meten", oefening=True)
        nu = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
        regel = Logregel(
            moment=nu,
            gebruiker="coordinator",
            rol="coordinator",
            handeling="meting",
            uitkomst="gelukt",
            code="",
            onderwerp=None,
        )
        kluis.leg_vast([Wijziging(None, waarde) for waarde in _waarden()], regel)
        yield Werkbank(kluis, StilleKlok(), laad(), lambda u: Papier(u.naam, b""), oefening=True)
        kluis.sluit()


def _waarden() -> Iterator[Waarde]:
    yield Oefenklok(id=OEFENKLOK, dag=VANDAAG)
    yield Instelling(
        id=HUIS,
        kader="wgs",
        naam="Huis",
        verantwoordelijke="v",
        contactpunt="c",
        fg="f",
        bewaartermijn_maanden=60,
        aanmelding_dagen=28,
    )
    soorten = ("politie", "ggz", "zvh", "wmo", "woningcorporatie")
    for soort in soorten:
        yield Partij(id=soort, soort=soort, naam=f"Partij {soort}")
    for nummer in range(MENSEN):
        soort = soorten[nummer % len(soorten)]
        yield Professional(
            id=f"m{nummer}", partij=soort, naam=f"M. Mens {nummer}", functie=f"functie {nummer}"
        )
    yield _overleg("groot", VANDAAG + timedelta(days=7))
    for week in range(50):
        yield _overleg(f"o{week}", VANDAAG - timedelta(weeks=week + 1))
    for nummer in range(CASUSSEN):
        yield from _casus(nummer)


def _overleg(id: str, dag: date) -> Overleg:
    return Overleg(id=id, kader="wgs", datum=dag, begin="09:00", plaats="Kamer 2", voorzitter="m2")


def _casus(nummer: int) -> Iterator[Waarde]:
    code, dag = f"K-{nummer:04d}", VANDAAG - timedelta(days=nummer % 700)
    yield Casus(
        id=code,
        kader="wgs",
        aanmelder="m0",
        doel="Rust in de straat.",
        aanleiding="Meldingen.",
        leefgebieden=("wonen",),
        aangemeld_op=dag,
        vernietigen_op=dag + timedelta(days=1800),
        fase=Fase.IN_BEHANDELING,
    )
    yield Betrokkene(casus=code, naam=f"B. Betrokkene {nummer}")
    yield Weging(
        casus=code,
        gewogen_op=dag,
        beoordelaars=("m0",),
        in_behandeling=True,
        motivering="Ja.",
        criterium_a="a",
        criterium_b="b",
        criterium_c="c",
        criterium_d="d",
    )
    yield Informering(casus=code, geinformeerd_op=dag, wijze="gesprek")
    overleg = "groot" if nummer < AGENDA else f"o{nummer % 50}"
    afgerond = nummer >= AGENDA
    yield Bespreking(
        overleg=overleg,
        casus=code,
        plek=nummer + 1,
        minuten=15,
        vraag="Wie belt?",
        stand=Stand.GESLOTEN if afgerond else Stand.GEPLAND,
        uitnodiging=Uitnodiging.UITGENODIGD,
    )
    for wie in range(nummer % 5, MENSEN, 5 if nummer % 2 else 3):
        yield Deelname(
            overleg=overleg,
            casus=code,
            professional=f"m{wie}",
            rol=Rol.UITVOEREND,
            taak="politietaak",
            noodzaak="Kent de casus.",
        )
    if afgerond:
        yield Afspraak(
            id=f"a{nummer}",
            overleg=overleg,
            casus=code,
            uitvoerder="m1",
            wat="Langsgaan.",
            uiterlijk=VANDAAG + timedelta(days=nummer % 90 - 30),
        )


if __name__ == "__main__":
    print("\n".join(meet()))
