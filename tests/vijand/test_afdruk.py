"""Valt het programma om, dan blijft er geen afdruk van het geheugen liggen."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.vijand import spoor

_PATROON = Path("/proc/sys/kernel/core_pattern")
_ONBEGRENSD = ("sh", "-c", 'ulimit -c unlimited; exec "$@"', "sh")
_VAL = """
import os, resource, signal, sys
import casus_app.__main__ as programma
from casus_app import proces
from storage import Kluis

def geen_verbinding(_naam):
    raise OSError

weg, daden, echt = sys.argv[1].split("+"), [], Kluis.leg_vast
if "grens" in weg:
    resource.setrlimit = lambda *_: None
if "merk" in weg:
    proces.ctypes.CDLL = geen_verbinding

def val_om(kluis, *wat, **hoe):
    daden.append(echt(kluis, *wat, **hoe))
    if len(daden) == 20:
        os.kill(os.getpid(), signal.SIGSEGV)
    return daden[-1]

Kluis.leg_vast = val_om
programma.main(["draaiboek", sys.argv[2]])
"""


def _kan_hier() -> bool:
    """Of dit systeem een afdruk in de werkmap zou leggen."""
    if not _PATROON.exists() or not _PATROON.read_text().startswith("core"):
        return False
    proef = subprocess.run(["sh", "-c", "ulimit -c unlimited"], capture_output=True, check=False)
    return proef.returncode == 0


pytestmark = pytest.mark.skipif(not _kan_hier(), reason="hier komt een afdruk nooit in de werkmap")


def _afdruk(weg: str, map_: Path) -> list[Path]:
    """Laat het programma midden in een overleg omvallen; wat er dan in zijn map ligt."""
    verhaal = spoor.WORTEL / "tests" / "draaiboeken" / "weekoverleg.toml"
    klaar = subprocess.run(
        [*_ONBEGRENSD, sys.executable, "-c", _VAL, weg, str(verhaal)],
        cwd=map_,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(spoor.WORTEL), "HOME": str(map_)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == -signal.SIGSEGV, klaar.stderr
    return list(map_.glob("core*"))


@pytest.mark.parametrize("weg", ["niets", "grens", "merk"])
def test_een_val_met_een_open_kluis_laat_geen_afdruk_na(weg: str, tmp_path: Path) -> None:
    """Van de twee maatregelen is er één genoeg."""
    assert _afdruk(weg, tmp_path) == []


def test_zonder_beide_maatregelen_ligt_hij_er_wel(tmp_path: Path) -> None:
    """De tegenproef; en wat erin staat is waar het om gaat."""
    (afdruk,) = _afdruk("grens+merk", tmp_path)
    inhoud = afdruk.read_bytes()
    afdruk.unlink()
    assert b"GGZ Rivierzicht" in inhoud
