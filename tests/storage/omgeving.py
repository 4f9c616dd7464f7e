"""Een omgeving die tegenwerkt: volle schijf, andere gebruiker, kapotte bestandsverbinding."""

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NIEMAND = 65534


@contextmanager
def bestanden_tot(grens: int) -> Iterator[None]:
    """Geen bestand kan groter worden dan dit."""
    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (grens, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))


@contextmanager
def bestand_anders(pad: Path, anders: Path) -> Iterator[None]:
    """Zolang dit duurt staat er een ander bestand op deze plaats."""
    bewaard = pad.rename(pad.with_name("even-weg"))
    shutil.copy(anders, pad)
    try:
        yield
    finally:
        bewaard.replace(pad)


@contextmanager
def kleine_schijf(map_: Path, kib: int) -> Iterator[bool]:
    """Een eigen schijf van deze omvang op `map_`; onwaar als dat hier niet mag."""
    map_.mkdir()
    bevel = ["mount", "-t", "tmpfs", "-o", f"size={kib}k", "tmpfs", str(map_)]
    gelukt = (
        os.geteuid() == 0
        and not subprocess.run(bevel, capture_output=True, check=False).returncode
    )
    try:
        yield gelukt
    finally:
        if gelukt:
            subprocess.run(["umount", "--lazy", str(map_)], check=True)


@contextmanager
def als_niemand() -> Iterator[None]:
    """Zonder de rechten van root: die mag overal schrijven."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NIEMAND)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def geef_weg(map_: Path, map_modus: int, bestand_modus: int) -> None:
    """Maakt een map en wat erin staat van wie er in `als_niemand` werkt."""
    for pad in [*map_.iterdir(), map_]:
        if os.geteuid() == 0:
            os.chown(pad, NIEMAND, NIEMAND)
        pad.chmod(map_modus if pad.is_dir() else bestand_modus)


def open_nummers(pad: Path) -> list[int]:
    """De bestandsnummers waarmee dit proces dit bestand open heeft."""
    gevonden = []
    for nummer in Path("/proc/self/fd").iterdir():
        try:
            if nummer.samefile(pad):
                gevonden.append(int(nummer.name))
        except OSError:
            continue
    return gevonden


@contextmanager
def kapotte_verbinding(pad: Path) -> Iterator[None]:
    """Schrijven naar dit bestand geeft een fout, zoals bij een losgetrokken schijf."""
    nummers = open_nummers(pad)
    bewaard = [os.dup(nummer) for nummer in nummers]
    leeg = os.open("/dev/null", os.O_RDONLY)
    try:
        for nummer in nummers:
            os.dup2(leeg, nummer, inheritable=False)
        yield
    finally:
        for nummer, oud in zip(nummers, bewaard, strict=True):
            os.dup2(oud, nummer, inheritable=False)
            os.close(oud)
        os.close(leeg)


_HOUD_OPEN = """
import sys, time
from pathlib import Path
from storage import open_kluis
kluis = open_kluis(Path(sys.argv[1]), sys.argv[2])
print("open", flush=True)
time.sleep(60)  # blijft leven tot de toets hem doodt
"""


@contextmanager
def ander_programma(pad: Path, wachtzin: str) -> Iterator[subprocess.Popen[str]]:
    """Een tweede programma dat de kluis open heeft, en dat zonder waarschuwing verdwijnt."""
    bevel = [sys.executable, "-c", _HOUD_OPEN, str(pad), wachtzin]
    with subprocess.Popen(bevel, stdout=subprocess.PIPE, text=True) as proces:
        assert proces.stdout is not None
        assert proces.stdout.readline() == "open\n"
        try:
            yield proces
        finally:
            proces.kill()
            proces.wait()


@contextmanager
def binnen(seconden: float) -> Iterator[None]:
    """Wat hierin gebeurt mag niet langer duren dan dit."""
    begin = time.monotonic()
    yield
    assert time.monotonic() - begin < seconden
