"""Kill -9 van het hele programma midden in een gespeeld overleg, op een echte kluis.

    python -m tests.verhaal.val 200 [ZAAD]

Een kind speelt het weekoverleg met de toetsen van Qt en meldt elke daad zodra zij getekend is, en
elk klad zodra het bewaard is. Na een aantal daden, en een stuk van de tijd tot de volgende, doodt
de ouder het en kijkt na wat er staat. De processen komen uit een schone oven (`forkserver`), zodat
het inlezen van Qt maar één keer tijd kost.
"""

import multiprocessing
import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
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
from storage import Kluis, maak_kluis, open_kluis
from tests.echt.mens import Deel
from tests.echt.programma import beschreven_delen, beschreven_focus
from tests.nep import StilleKlok
from tests.ui.handen import QtHanden
from tests.ui.nepdeuren import NepDeuren, drukker
from tests.verhaal.aan_tafel import Voorzitter, bereid_voor, speel_met_toetsen, stand
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
VOORGEBAKKEN = ["tests.ui.handen", "tests.verhaal.aan_tafel", "ui.workspace", "storage"]
STEEKPROEF = 10
"""Elke zoveelste ronde gaat ook het venster weer open."""

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


# --- in het kind ---


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
        return Deel.van(deel) if deel else None

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


def _speel(pad: Path, meld: Connection, nagaan: bool, voorbarig: int) -> None:
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

    def leg_vast(zelf: Kluis, wijzigingen: Any, regel: Any, *, grondig: bool = False) -> str:
        nonlocal daden
        if wijzigingen:
            daden += 1
            meld.send(("daad", regel.handeling, kladden(zelf), {}))
            if daden == stop:
                signal.pause()
        return echt(zelf, wijzigingen, regel, grondig=grondig)

    Kluis.leg_vast = leg_vast  # type: ignore[method-assign]  # de tegenproef, in een eigen proces


def _kijk(pad: Path, meld: Connection) -> None:
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


# --- in de ouder ---


@dataclass
class Gemeld:
    """Wat het kind zei voor het stierf."""

    daden: list[str] = field(default_factory=list)
    klad: Kladden = field(default_factory=dict)
    wil: Kladden = field(default_factory=dict)
    standen: list[Staat] = field(default_factory=list)
    momenten: list[float] = field(default_factory=list)
    klaar: bool = False

    def hoor(self, bericht: tuple[Any, ...]) -> None:
        match bericht:
            case ("stuk", spoor):
                raise AssertionError(spoor)
            case ("begin", nu):
                self.standen.append(nu)
            case ("wil", wil):
                self.wil = wil
            case ("klad", klad):
                self.klad = self.wil = klad
            case ("daad", naam, klad, nu):
                self.daden.append(naam)
                self.klad = self.wil = klad
                self.standen.append(nu)
                self.momenten.append(time.monotonic())
            case ("uit",):
                self.klaar = True


class Oven:
    """Maakt kinderen die Qt al gelezen hebben en nog geen venster hebben."""

    def __init__(self, map_: Path) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        self._oven = multiprocessing.get_context("forkserver")
        self._oven.set_forkserver_preload(VOORGEBAKKEN)
        self._map = map_
        self._voorbeeld = map_ / "voorbeeld"
        self._voorbeeld.mkdir()
        with maak_kluis(self._voorbeeld, WACHTZIN, oefening=True) as kluis:
            bereid_voor(Werkbank(kluis, StilleKlok(), laad(), drukker, oefening=True))

    def speel(
        self, daden: int, fractie: float, heel: Gemeld | None = None, *, voorbarig: int = 0
    ) -> tuple[Path, Gemeld]:
        """Doodt na zoveel daden en dat deel van de tijd tot de volgende; geeft wat er blijft."""
        pad = self._map / "ronde" / "kluis"
        shutil.rmtree(pad.parent, ignore_errors=True)
        pad.parent.mkdir()
        shutil.copytree(self._voorbeeld, pad)
        hier, daar = self._oven.Pipe(duplex=False)
        kind = self._oven.Process(target=_speel, args=(pad, daar, heel is None, voorbarig))
        kind.start()
        daar.close()
        gemeld = Gemeld()
        try:
            while len(gemeld.daden) < daden and not gemeld.klaar:
                gemeld.hoor(hier.recv())
            einde = time.monotonic() + (_tussen(heel, daden) * fractie if heel else 0)
            while (over := einde - time.monotonic()) > 0 and hier.poll(over):
                gemeld.hoor(hier.recv())
        finally:
            kind.kill()
            kind.join()
        with hier:
            _leeg(hier, gemeld)
        return pad, gemeld

    def kijk(self, pad: Path) -> list[str]:
        """Wat er in het heropende venster niet klopt."""
        hier, daar = self._oven.Pipe(duplex=False)
        kind = self._oven.Process(target=_kijk, args=(pad, daar))
        kind.start()
        daar.close()
        with hier:
            soort, gezien = hier.recv()
        kind.kill()
        kind.join()
        return [gezien] if soort == "stuk" else list(gezien)


def _tussen(heel: Gemeld, daden: int) -> float:
    """Seconden tussen deze daad en de volgende, toen niemand doodde."""
    if not 0 < daden < len(heel.momenten):
        return 0.2
    return heel.momenten[daden] - heel.momenten[daden - 1]


def _leeg(hier: Connection, gemeld: Gemeld) -> None:
    """Wat het kind nog gezegd had; een half bericht is niet gezegd."""
    try:
        while True:
            gemeld.hoor(hier.recv())
    except (EOFError, OSError):
        pass


def nagekeken(pad: Path, gemeld: Gemeld, heel: Gemeld) -> str:
    """Wat er mis is met de kluis na de dood van het programma; leeg als alles klopt."""
    with open_kluis(pad, WACHTZIN) as kluis:
        nu, klad = staat(kluis), kladden(kluis)
        log = kluis.controleer_logboek()
    aantal = len(gemeld.daden)
    if gemeld.daden != heel.daden[:aantal]:
        return f"er werd iets anders gespeeld: {gemeld.daden[-3:]}"
    if not log.heel:
        return f"na {aantal} daden is het logboek niet heel"
    if nu == heel.standen[aantal]:
        goed = klad in (gemeld.klad, gemeld.wil)
    elif nu in heel.standen[aantal + 1 : aantal + 2]:  # de daad die nog niet getekend was
        goed = klad.items() <= gemeld.klad.items() or klad.items() <= gemeld.wil.items()
    else:
        return f"na {aantal} getekende daden ({gemeld.daden[-1:]}) staat er iets anders"
    return "" if goed else f"na {aantal} daden is het klad {klad}, niet {gemeld.klad}"


@dataclass
class Telling:
    """Wat de rondes samen opleverden."""

    rondes: int = 0
    daden: int = 0
    met_klad: int = 0
    vensters: int = 0
    momenten: set[int] = field(default_factory=set)
    fouten: list[str] = field(default_factory=list)


def val(oven: Oven, heel: Gemeld, rondes: int, zaad: int, *, steekproef: int) -> Telling:
    """Laat het programma zoveel keer vallen en kijkt elke keer na wat er staat."""
    toeval, telling = random.Random(zaad), Telling()
    for ronde in range(rondes):
        na = toeval.randrange(len(heel.daden))
        pad, gemeld = oven.speel(na, toeval.random(), heel)
        telling.rondes += 1
        telling.daden += len(gemeld.daden)
        telling.met_klad += bool(gemeld.klad)
        telling.momenten.add(len(gemeld.daden))
        if fout := nagekeken(pad, gemeld, heel):
            telling.fouten.append(fout)
        if ronde % steekproef == 0:
            telling.vensters += 1
            telling.fouten += oven.kijk(pad)
    return telling


def main() -> int:
    rondes = int(sys.argv[1])
    zaad = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(2**32)
    with TemporaryDirectory() as map_:
        oven = Oven(Path(map_))
        heel = oven.speel(sys.maxsize, 0)[1]
        t = val(oven, heel, rondes, zaad, steekproef=STEEKPROEF)
    sys.stdout.write(
        f"zaad {zaad}: {t.rondes} keer gedood, na {len(t.momenten)} verschillende aantallen; "
        f"{t.daden} getekende daden nagekeken, {t.met_klad} keer met klad, "
        f"{t.vensters} vensters heropend, {len(t.fouten)} fout\n"
    )
    sys.stdout.writelines(f"{fout}\n" for fout in t.fouten)
    return bool(t.fouten)


if __name__ == "__main__":
    sys.exit(main())
