"""De schijf weigert: de zoveelste schrijfactie geeft ENOSPC of EIO, één keer of vanaf dan.

Strace geeft de fout terug in plaats van de kern (`inject`), dus door de hele weg van het programma
heen. Het kind meldt over een socket wat het hoorde; een socket schrijft niet naar de schijf en
telt dus niet mee.
"""

import ctypes
import itertools
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from casus_app.fouten import OpslagFout
from casus_app.handelingen.gebruikers import GebruikerVerwijderen
from storage import (
    Kluis,
    controleer_kluis,
    kluis_bestaat,
    maak_kluis,
    maak_reservekopie,
    open_kluis,
    reservekopieen,
    schrijf_bestand,
    zet_terug,
)
from storage.errors import KluisDicht, Onzeker, translate
from storage.files import Plaats
from tests.storage.kill import _begin, _later, _nummer, _stap
from tests.storage.test_gebruikers import EERSTE
from tests.storage.waarden import WACHTZIN, regel
from tests.vijand.stroom import bij_huis, erin_of_eruit, maak_huis

AANROEPEN = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "rename", "unlink")
FOUTEN = ("ENOSPC", "EIO")
_PR_SET_PTRACER, _IEDEREEN = 0x59616D61, -1
_WACHT = 20.0

Meld = Callable[[str], object]


# --- wat het kind doet ---


def werken(pad: Path, meld: Meld) -> None:
    """Acht handelingen; wie een fout hoort probeert het nog eens."""
    kluis = open_kluis(pad, WACHTZIN)
    nummer = _nummer(kluis)
    for _ in range(8):
        try:
            zegel = kluis.leg_vast(_stap(nummer), regel(nummer + 1), grondig=nummer % 3 == 0)
        except (Onzeker, KluisDicht) as fout:
            meld(f"onzeker {nummer + 1} {type(fout).__name__}")
            kluis.sluit()
            kluis = open_kluis(pad, WACHTZIN)
            nummer = _nummer(kluis)
            meld(f"weer {nummer}")
        except OpslagFout as fout:
            meld(f"fout {nummer + 1} {type(fout).__name__}")
        else:
            nummer += 1
            meld(f"ok {nummer} {zegel}")
    kluis.sluit()
    meld("dicht")


def maken(pad: Path, meld: Meld) -> None:
    """Een nieuwe kluis."""
    with maak_kluis(pad.with_name("nieuw.db"), WACHTZIN, oefening=True):
        meld("gemaakt")


def reserve(pad: Path, meld: Meld) -> None:
    """Een handeling en een reservekopie."""
    kluis = open_kluis(pad, WACHTZIN)
    nummer = _nummer(kluis)
    meld(f"ok {nummer + 1} {kluis.leg_vast(_stap(nummer), regel(nummer + 1))}")
    meld("kopie" if maak_reservekopie(kluis, _later(1)).gelukt else "fout - geen kopie")
    kluis.sluit()


def herstellen(pad: Path, meld: Meld) -> None:
    """Een reservekopie terugzetten."""
    zet_terug(pad, reservekopieen(Plaats(pad).reserve)[0].pad, WACHTZIN, regel(50))
    meld("teruggezet")


def uitvoeren(pad: Path, meld: Meld) -> None:
    """Een papier wegschrijven over een ouder heen."""
    schrijf_bestand(pad.parent / "uit", "verslag-1.pdf", _PAPIER)
    meld("geschreven")


def eruit(pad: Path, meld: Meld) -> None:
    """Iemand gaat eruit: een nieuwe wortel, en de hele database opnieuw versleuteld."""
    huis = bij_huis(pad)
    bram = huis.wie("Bram").id
    huis.open(EERSTE, "Anna")
    huis.doe(GebruikerVerwijderen(gebruiker=bram, reden="werkt hier niet meer"))
    meld("eruit")
    huis.dicht()


_OUD, _PAPIER = b"oud papier", b"papier " * 20_000
WERK = {f.__name__: f for f in (werken, maken, reserve, herstellen, uitvoeren, eruit)}


def _zonder_nakijken() -> None:
    """De maatregel weg: na een fout bij COMMIT gelooft de kluis dat er niets gebeurd is."""

    def _roll_back(self: Kluis, db: object, fout: BaseException, _head: object) -> None:
        with suppress(Exception):
            self._database().execute("ROLLBACK")
        raise translate(fout) or fout

    Kluis._roll_back = _roll_back  # type: ignore[method-assign,assignment] # de maatregel weg


def _over_het_oude_heen() -> None:
    """De maatregel weg: een bestand wordt over zichzelf geschreven in plaats van ernaast."""
    from storage import files

    files.write_beside = lambda doel, inhoud: doel.write_bytes(inhoud)


def _niet_vertaald() -> None:
    """De maatregel weg: wat de schijf zegt komt er kaal uit."""
    from storage import kluis

    kluis.translate = lambda _fout, *_rest: None  # type: ignore[assignment] # de maatregel weg


def _wal_weg() -> None:
    """De maatregel weg: terugzetten gooit het bijbestand weg zonder te kijken of het leeg is."""
    from storage import restore

    restore._whole_in_one_file = lambda *_: None  # type: ignore[assignment] # de maatregel weg


ZONDER: dict[str, Callable[[], None]] = {
    "": lambda: None,
    "nakijken": _zonder_nakijken,
    "ernaast": _over_het_oude_heen,
    "vertaald": _niet_vertaald,
    "wal": _wal_weg,
}


# --- de proef ---


@dataclass(frozen=True, slots=True)
class Fout:
    """Welke aanroep er wanneer mislukt."""

    aanroep: str
    soort: str
    keer: int
    vanaf: bool

    @property
    def als_opdracht(self) -> str:
        wanneer = f"{self.keer}{'+' if self.vanaf else ''}"
        return f"inject={self.aanroep}:error={self.soort}:when={wanneer}"


def _kind(soort: str, zonder: str, pad: Path, praat: socket.socket) -> None:
    """Het kind, na de splitsing: wacht tot strace meekijkt en begint dan."""
    uitgang = 1
    try:
        ctypes.CDLL(None).prctl(_PR_SET_PTRACER, ctypes.c_ulong(_IEDEREEN), 0, 0, 0)
        ZONDER[zonder]()
        praat.send(b"klaar\n")
        praat.recv(1)
        WERK[soort](pad, lambda tekst: praat.send(f"{tekst}\n".encode()))
        uitgang = 0
    except OpslagFout as fout:
        praat.send(f"fout - {type(fout).__name__}\n".encode())
        uitgang = 0
    except BaseException as fout:  # noqa: BLE001 - het kind meldt alles
        praat.send(f"STUK {fout!r}\n".encode())
    finally:
        os._exit(uitgang)


def _draai(soort: str, zonder: str, pad: Path, strace: list[str]) -> list[str]:
    """Draait een kind onder strace; geeft wat het meldde."""
    hier, daar = socket.socketpair()
    kind = os.fork()
    if kind == 0:
        hier.close()
        _kind(soort, zonder, pad, daar)
    daar.close()
    hier.settimeout(_WACHT)
    assert hier.recv(6) == b"klaar\n"
    with subprocess.Popen(["strace", "-qq", "-f", "-p", str(kind), *strace]) as kijker:
        einde = time.monotonic() + _WACHT
        status = Path(f"/proc/{kind}/status")
        while "TracerPid:\t0\n" in status.read_text():
            assert time.monotonic() < einde, "strace mag hier niet meekijken"
            time.sleep(0.002)  # er is niets om op te wachten: de kern zegt alleen dat het zo is
        hier.send(b".")
        with hier.makefile("r") as lezer:
            gemeld = lezer.read().splitlines()
        os.waitpid(kind, 0)
        kijker.wait()
    hier.close()
    return gemeld


def _hoe_vaak(soort: str, map_: Path) -> Counter[str]:
    """Hoe vaak elke aanroep voorkomt als er niets misgaat."""
    pad = _voorbereid(map_ / "telling", soort)
    log = map_ / "telling.log"
    gemeld = _draai(soort, "", pad, ["-o", str(log), "-e", f"trace={','.join(AANROEPEN)}"])
    assert not any(g.startswith(("STUK", "fout")) for g in gemeld), gemeld
    gezien = re.findall(r"^\d+ +(\w+)\(", log.read_text(errors="replace"), re.MULTILINE)
    return Counter(naam for naam in gezien if naam in AANROEPEN)


def _voorbereid(map_: Path, soort: str) -> Path:
    """Een kluis met werk en een reservekopie, en een oud papier."""
    pad = map_ / "kluis.db"
    (map_ / "uit").mkdir(parents=True)
    (map_ / "uit" / "verslag-1.pdf").write_bytes(_OUD)
    if soort == "eruit":
        maak_huis(pad)
        return pad
    with maak_kluis(pad, WACHTZIN, oefening=True) as kluis:
        _begin(kluis)
        assert maak_reservekopie(kluis, _later(0)).gelukt
        for nummer in range(4):
            kluis.leg_vast(_stap(nummer), regel(nummer + 1))
    return pad


def fout_rondes(n: int, soort: str = "werken", zonder: str = "", zaad: int = 0) -> Counter[str]:
    """Zoveel fouten; een geschonden belofte is een `AssertionError`."""
    zaad = zaad or random.SystemRandom().getrandbits(32)
    toeval, telling = random.Random(zaad), Counter[str]()
    with tempfile.TemporaryDirectory(prefix="fout-") as map_:
        vaak = _hoe_vaak(soort, Path(map_))
        gewone = Path(map_) / "telling"
        shutil.rmtree(gewone)
        _voorbereid(gewone, soort)
        for fout in _welke(vaak, n, toeval):
            werk = Path(shutil.copytree(gewone, Path(map_) / "werk"))
            try:
                telling += _een_fout(soort, zonder, werk / "kluis.db", fout)
            except Exception as reden:
                reden.add_note(f"{soort}, {fout}, zaad {zaad}")
                raise
            shutil.rmtree(werk)
    return telling


def _welke(vaak: Counter[str], n: int, toeval: random.Random) -> list[Fout]:
    """Eerst elke mogelijke fout één keer, in een willekeurige volgorde; daarna nog eens."""
    alle = [
        Fout(aanroep, soort, keer, vanaf)
        for aanroep, hoogstens in sorted(vaak.items())
        for keer in range(1, hoogstens + 1)
        for soort in FOUTEN
        for vanaf in (False, True)
    ]
    toeval.shuffle(alle)
    return list(itertools.islice(itertools.cycle(alle), n))


def _een_fout(soort: str, zonder: str, pad: Path, fout: Fout) -> Counter[str]:
    gemeld = _draai(soort, zonder, pad, ["-o", "/dev/null", "-e", fout.als_opdracht])
    stuk = [g for g in gemeld if g.startswith("STUK")]
    assert not stuk, f"een fout die niet van ons is: {stuk}"
    if soort == "eruit":
        erin_of_eruit(pad, gemeld, 0)
    else:
        _alles_staat_er(pad, gemeld, soort)
    if soort == "maken" and "gemaakt" in gemeld:
        open_kluis(pad.with_name("nieuw.db"), WACHTZIN).sluit()
    if soort == "maken" and "gemaakt" not in gemeld:
        assert not kluis_bestaat(pad.with_name("nieuw.db")), "een halve kluis"
    if soort == "uitvoeren":
        papier = (pad.parent / "uit" / "verslag-1.pdf").read_bytes()
        assert papier in ((_PAPIER,) if "geschreven" in gemeld else (_PAPIER, _OUD)), (
            "een half papier"
        )
    gezien = any(g.startswith(("fout", "onzeker")) for g in gemeld)
    return Counter(fouten=1, gemeld_aan_gebruiker=int(gezien), niet_gemerkt=int(not gezien))


def _alles_staat_er(pad: Path, gemeld: list[str], soort: str) -> None:
    """Wat bevestigd is staat er, wat geweigerd is niet, en verder werken kan."""
    bevestigd, mogelijk = 4, 4
    for woorden in (g.split() for g in gemeld):
        if woorden[0] == "ok":
            assert int(woorden[1]) == bevestigd + 1
            bevestigd = mogelijk = int(woorden[1])
        elif woorden[0] == "onzeker":
            mogelijk = int(woorden[1])
        elif woorden[0] == "weer":
            assert bevestigd <= int(woorden[1]) <= mogelijk, "heropend op een andere stand"
            bevestigd = mogelijk = int(woorden[1])
    for kopie in reservekopieen(Plaats(pad).reserve):
        assert controleer_kluis(kopie.pad, WACHTZIN).heel, "een kapotte reservekopie"
    with open_kluis(pad, WACHTZIN) as kluis:
        nummer = _nummer(kluis)
        if soort == "herstellen" and nummer == 0:
            bevestigd = mogelijk = 0
        assert soort != "herstellen" or "teruggezet" not in gemeld or nummer == 0
        assert bevestigd <= nummer, "een bevestigde handeling is weg"
        assert nummer <= mogelijk, "een geweigerde handeling staat er toch"
        assert kluis.controleer_logboek().heel, "een gebroken logboek"
        assert kluis.ankermelding is None, "vals alarm"
        kluis.leg_vast(_stap(nummer), regel(nummer + 1))
    bevinding = controleer_kluis(pad, WACHTZIN)
    assert bevinding.heel, bevinding.regels


def main() -> None:
    """`python -m tests.vijand.schrijffout RONDES SOORT [ZONDER]`."""
    rondes, *rest = sys.argv[1:]
    sys.stdout.write(f"{dict(fout_rondes(int(rondes), *rest))}\n")


if __name__ == "__main__":
    main()
