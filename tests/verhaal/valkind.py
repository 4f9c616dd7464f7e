"""Het kind van `tests.verhaal.val`: het echte programma, dat speelt tot het gedood wordt.

Het meldt elke daad zodra zij getekend is, en elk klad voor en nadat het bewaard is.
"""

import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QSettings, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from casus_app.catalogus import laad
from casus_app.domein.afspraak import Afspraak
from casus_app.domein.inbreng import Inbreng
from casus_app.domein.klad import Klad
from casus_app.domein.overleg import Bespreking, Stand
from casus_app.domein.tafel import Tafelstand, Tafelstap
from casus_app.poorten import Opslag
from casus_app.werkbank import Uitkomst, Werkbank
from storage import Kluis, open_kluis
from tests.echt.mens import Deel
from tests.echt.programma import beschreven_delen, beschreven_focus
from tests.nep import StilleKlok
from tests.ui.handen import QtHanden
from tests.ui.nepdeuren import NepDeuren, drukker
from tests.verhaal.aan_tafel import OMHULSELS, Voorzitter, speel_met_toetsen, stand
from ui.appearance import Appearance
from ui.application import application
from ui.background import Background
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.tafel.invoer import drafts
from ui.tafel.steps import Step

WACHTZIN = "een wachtzin voor de toets"
LETTERS = 8
"""Zoveel letters typt het kind voor het even kan worden bewaard."""

Staat = dict[str, list[str]]
Kladden = dict[tuple[str, str], str]


def staat(opslag: Opslag) -> Staat:
    """Alles wat er staat, met de stap van het scherm; klad telt apart."""
    alles = stand(opslag)
    del alles["Klad"]
    stappen = [f"{t.overleg} {t.casus} {t.stap}" for t in opslag.zoek(Tafelstand)]
    return alles | {"Tafelstand": sorted(stappen)}


def kladden(opslag: Opslag) -> Kladden:
    return {(k.casus, str(k.veld)): k.tekst for k in opslag.zoek(Klad)}


class Typist(QtHanden):
    """Typt met tussenpozen, zoals een mens: daartussen wordt klad bewaard."""

    def typ(self, woorden: str) -> None:
        for begin in range(0, len(woorden), LETTERS):
            super().typ(woorden[begin : begin + LETTERS])


class Vlug(Voorzitter):
    """Leest niet de hele boom om te weten waar de cursor is, of dat iets er staat."""

    def __init__(self, handen: Typist) -> None:
        super().__init__(handen)
        self._typist = handen

    def _heeft_focus(self) -> Deel | None:
        QApplication.processEvents()
        self._typist.doel()
        deel = beschreven_focus()
        return Deel.van(deel) if deel and deel["rol"] not in OMHULSELS else None

    def ziet(self, tekst: str) -> bool:
        QApplication.processEvents()
        self._typist.doel()
        delen = beschreven_delen(self._typist.vooraan)
        return any(tekst in f"{deel['naam']}\n{deel['waarde']}" for deel in delen)


class Meldend(Werkbank):
    """Zegt wanneer er klad bewaard gaat worden, en wanneer het bewaard is."""

    meld: Connection

    def bewaar_klad(self, klad: Klad) -> None:
        wil = kladden(self.opslag) | {(klad.casus, str(klad.veld)): klad.tekst}
        self.meld.send(("wil", {waar: tekst for waar, tekst in wil.items() if tekst}))
        super().bewaar_klad(klad)
        self.meld.send(("klad", kladden(self.opslag)))


@contextmanager
def _programma(pad: Path) -> Iterator[MainWindow]:
    """Het echte venster, nog zonder kluis."""
    app = application()
    qInstallMessageHandler(lambda *_: None)  # zonder beeldscherm meldt Qt bij elk venster wat
    settings = QSettings(str(pad.parent / "venster.ini"), QSettings.Format.IniFormat)
    background = Background(app)
    window = MainWindow(NepDeuren(), background, Messages(), Appearance(app, settings))
    window.resize(1280, 720)
    window.show()
    yield window
    background.finish()


def speel(pad: Path, meld: Connection, nagaan: bool, voorbarig: int) -> None:
    """Speelt tot de dood; `nagaan` vertelt ook wat er staat, `voorbarig` is de tegenproef."""
    try:
        drafts.PAUSE_MS = 0
        kluis = open_kluis(pad, WACHTZIN)
        bank = Meldend(kluis, StilleKlok(), laad(), drukker, oefening=True)
        bank.meld = meld
        if voorbarig:
            _zeg_voor_het_er_staat(meld, voorbarig)
        with _programma(pad) as window:
            window.enter(bank)
            assert window.session is not None
            meld.send(("begin", staat(kluis) if nagaan else {}))

            def getekend(uitkomst: Uitkomst) -> None:
                window.repaint()
                nu = staat(kluis) if nagaan else {}
                meld.send(("daad", uitkomst.handeling, kladden(kluis), nu))

            if not voorbarig:
                window.session.changed.connect(getekend)
            speel_met_toetsen(Vlug(Typist(window)))
            meld.send(("uit",))
            signal.pause()
    except BaseException:
        meld.send(("stuk", traceback.format_exc()))
        raise


def _zeg_voor_het_er_staat(meld: Connection, stop: int) -> None:
    """Een kluis die meldt voor zij vastlegt, en bij de zoveelste daad daartussen blijft staan."""
    echt = Kluis.leg_vast
    daden = 0

    def leg_vast(zelf: Kluis, wijzigingen: Any, regel: Any, **verder: Any) -> str:
        nonlocal daden
        if wijzigingen:
            daden += 1
            meld.send(("daad", regel.handeling, kladden(zelf), {}))
            if daden == stop:
                signal.pause()
        return echt(zelf, wijzigingen, regel, **verder)

    Kluis.leg_vast = leg_vast  # type: ignore[method-assign]  # de tegenproef, in een eigen proces


def kijk(pad: Path, meld: Connection) -> None:
    """Opent het venster weer en zegt wat daar niet klopt met wat er in de kluis staat."""
    try:
        with open_kluis(pad, WACHTZIN) as kluis, _programma(pad) as window:
            window.enter(Werkbank(kluis, StilleKlok(), laad(), drukker, oefening=True))
            QTest.qWait(50)
            meld.send(("gezien", list(_mist(window, kluis))))
            signal.pause()
    except BaseException:
        meld.send(("stuk", traceback.format_exc()))
        raise


def _mist(window: MainWindow, opslag: Opslag) -> Iterator[str]:
    assert window.workspace is not None
    open_ = opslag.zoek(Bespreking, stand=Stand.OPEN)
    if not open_:
        return
    punt, tafel = open_[0], window.workspace.casus.staat
    if tafel.key != (punt.overleg, punt.casus):
        yield f"niet dezelfde casus: {tafel.key}"
        return
    bewaard = opslag.haal(Tafelstand, *tafel.key)
    if bewaard is not None and list(Tafelstap)[tafel.step] is not bewaard.stap:
        yield f"niet dezelfde stap: {tafel.step}, niet {bewaard.stap}"
    waar = {"overleg": punt.overleg, "casus": punt.casus}
    hoort = [deel.kern for deel in opslag.zoek(Inbreng, **waar) if deel.telt_mee]
    hoort += [afspraak.wat for afspraak in opslag.zoek(Afspraak, **waar)]
    for klad in opslag.zoek(Klad, **waar):
        hoort += _woorden(klad.tekst)
    te_zien = ""
    for stap in (tafel.step, *Step):
        tafel.go_to(stap)
        QTest.qWait(5)
        delen = beschreven_delen(window)
        te_zien += "\n".join(f"{deel['naam']}\n{deel['waarde']}" for deel in delen)
    te_zien = te_zien.replace("\u200b", "")
    yield from (f"bij geen stap te zien: {tekst}" for tekst in hoort if tekst not in te_zien)


def _woorden(klad: str) -> list[str]:
    """De getypte woorden in een klad, zonder de keuzes eromheen."""
    try:
        gelezen = msgspec.json.decode(klad)
    except msgspec.DecodeError:
        return [klad]
    if not isinstance(gelezen, dict):
        return [klad]
    return [str(gelezen.get(veld, "")) for veld in ("kern", "besluit", "klaar_als")]
