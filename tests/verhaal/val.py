"""Kill -9 van het hele programma midden in een gespeeld overleg, op een echte kluis.

    python -m tests.verhaal.val 200 [ZAAD]

Een kind (`tests/verhaal/valkind.py`) speelt het weekoverleg met de toetsen van Qt en meldt elke
daad zodra zij getekend is, en elk klad voor en nadat het bewaard is. Na een willekeurige melding,
en een stuk van de tijd tot de volgende, doodt de ouder het, kijkt na wat er in de kluis staat en
opent het venster weer. Een derde van de dood komt na een daad, een derde terwijl er klad
geschreven wordt en een derde vlak nadat het geschreven is. De processen komen uit een schone oven
(`forkserver`), zodat het inlezen van Qt maar één keer tijd kost.
"""

import multiprocessing
import os
import random
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from casus_app.catalogus import laad
from casus_app.werkbank import Werkbank
from storage import maak_kluis, open_kluis
from tests.nep import StilleKlok
from tests.ui.nepdeuren import drukker
from tests.verhaal.aan_tafel import bereid_voor
from tests.verhaal.valkind import WACHTZIN, Kladden, Staat, kijk, kladden, speel, staat

VOORGEBAKKEN = ["tests.verhaal.valkind", "ui.workspace"]


@dataclass(frozen=True)
class Melding:
    """Wat het kind zei, en wanneer; `typt` als er dan iets half getypt is."""

    soort: str
    moment: float
    typt: bool


@dataclass
class Gemeld:
    """Wat het kind zei voor het stierf."""

    daden: list[str] = field(default_factory=list)
    klad: Kladden = field(default_factory=dict)
    wil: Kladden = field(default_factory=dict)
    standen: list[Staat] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)
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
            case ("uit",):
                self.klaar = True
        self.meldingen.append(Melding(bericht[0], time.monotonic(), bool(self.wil)))

    @property
    def schrijft(self) -> bool:
        """Het klad was gevraagd en nog niet bevestigd."""
        return self.wil != self.klad


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
        self,
        tot: Callable[[Gemeld], bool],
        wacht: float = 0,
        *,
        nagaan: bool = False,
        voorbarig: int = 0,
    ) -> tuple[Path, Gemeld]:
        """Doodt zoveel seconden nadat het zover is; geeft wat er blijft."""
        pad = self._map / "ronde" / "kluis"
        shutil.rmtree(pad.parent, ignore_errors=True)
        pad.parent.mkdir()
        shutil.copytree(self._voorbeeld, pad)
        hier, daar = self._oven.Pipe(duplex=False)
        kind = self._oven.Process(target=speel, args=(pad, daar, nagaan, voorbarig))
        kind.start()
        daar.close()
        gemeld = Gemeld()
        try:
            while not tot(gemeld) and not gemeld.klaar:
                gemeld.hoor(hier.recv())
            einde = time.monotonic() + wacht
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
        kind = self._oven.Process(target=kijk, args=(pad, daar))
        kind.start()
        daar.close()
        with hier:
            soort, gezien = hier.recv()
        kind.kill()
        kind.join()
        return [gezien] if soort == "stuk" else list(gezien)


def gespeeld(oven: Oven) -> Gemeld:
    """Een heel overleg waarin niemand doodt, met wat er na elke daad staat."""
    return oven.speel(lambda _: False, nagaan=True)[1]


def kies(heel: Gemeld, toeval: random.Random) -> tuple[int, float]:
    """Na hoeveel meldingen, en hoeveel seconden later; elke soort melding even vaak."""
    soort = toeval.choice(("daad", "wil", "klad"))
    keuze = [
        nummer
        for nummer, melding in enumerate(heel.meldingen[:-1])
        if melding.soort == soort and (soort == "daad" or melding.typt)
    ]
    na = toeval.choice(keuze)
    tussen = heel.meldingen[na + 1].moment - heel.meldingen[na].moment
    return na + 1, tussen * toeval.random()


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
    typend: int = 0
    schrijvend: int = 0
    momenten: set[int] = field(default_factory=set)
    fouten: list[str] = field(default_factory=list)


def val(oven: Oven, heel: Gemeld, rondes: int, zaad: int) -> Telling:
    """Laat het programma zoveel keer vallen en kijkt elke keer na wat er staat en te zien is."""
    toeval, telling = random.Random(zaad), Telling()
    for _ in range(rondes):
        na, wacht = kies(heel, toeval)
        pad, gemeld = oven.speel(lambda g, na=na: len(g.meldingen) >= na, wacht)
        telling.rondes += 1
        telling.daden += len(gemeld.daden)
        telling.typend += bool(gemeld.wil)
        telling.schrijvend += gemeld.schrijft
        telling.momenten.add(len(gemeld.meldingen))
        if fout := nagekeken(pad, gemeld, heel):
            telling.fouten.append(fout)
        telling.fouten += oven.kijk(pad)
    return telling


def main() -> int:
    rondes = int(sys.argv[1])
    zaad = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(2**32)
    with TemporaryDirectory() as map_:
        oven = Oven(Path(map_))
        heel = gespeeld(oven)
        t = val(oven, heel, rondes, zaad)
    sys.stdout.write(
        f"zaad {zaad}: {t.rondes} keer gedood en heropend, op {len(t.momenten)} verschillende "
        f"momenten van {len(heel.meldingen)}; {t.daden} getekende daden nagekeken; "
        f"{t.typend} keer half getypt, waarvan {t.schrijvend} terwijl het klad geschreven werd; "
        f"{len(t.fouten)} fout\n"
    )
    sys.stdout.writelines(f"{fout}\n" for fout in t.fouten)
    return bool(t.fouten)


if __name__ == "__main__":
    sys.exit(main())
