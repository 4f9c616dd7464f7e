"""Het programma als proces: geen netwerk, geen kinderen, en te weinig van iets is één zin."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from storage import controleer_kluis, maak_kluis, open_kluis
from storage.keys import ECHT, KdfSterkte
from tests.storage.waarden import WACHTZIN
from tests.vijand import spoor

met_strace = pytest.mark.skipif(not spoor.strace_is_er(), reason="strace mag hier niet meekijken")
_VOLGT = "trace=socket,socketpair,connect,bind,listen,sendto,execve,execveat,fork,vfork"


def _onder_strace(log: Path, woorden: list[str], invoer: str, thuis: Path) -> list[str]:
    """De regels die strace opschrijft over netwerk en programma's."""
    omgeving = os.environ | {
        "HOME": str(thuis),
        "XDG_CONFIG_HOME": str(thuis / "config"),
        "XDG_DATA_HOME": str(thuis / "data"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    klaar = subprocess.run(
        [
            "strace",
            "-f",
            "-qq",
            "--seccomp-bpf",
            "-o",
            str(log),
            "-e",
            _VOLGT,
            *woorden,
        ],
        cwd=spoor.WORTEL,
        env=omgeving,
        input=invoer,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert klaar.returncode == 0, klaar.stderr
    return log.read_text(errors="replace").splitlines()


def _netwerk(regels: list[str]) -> list[str]:
    """Alles wat niet binnen deze computer blijft: elke socket die geen AF_UNIX is."""
    sockets = [r for r in regels if re.search(r"\b(socket|connect|bind|sendto)\(", r)]
    return [r for r in sockets if not re.search(r"AF_UNIX|sa_family=AF_UNIX", r)]


def _programmas(regels: list[str]) -> list[str]:
    """Elke start die lukte, ook als strace hem in tweeën opschreef."""
    return [r for r in regels if re.search(r"\bexecve(at)?(\(| resumed>).*= 0$", r)]


@met_strace
def test_een_heel_overleg_met_papieren_praat_met_niemand_en_start_niets(tmp_path: Path) -> None:
    verhaal = spoor.WORTEL / "tests" / "draaiboeken" / "weekoverleg.toml"
    woorden = [sys.executable, "-m", "casus_app", "draaiboek", str(verhaal)]
    woorden += ["--uit", str(tmp_path / "uit"), "--stappen", str(tmp_path / "stappen")]
    regels = _onder_strace(tmp_path / "log", woorden, "", tmp_path)
    assert list((tmp_path / "uit").glob("*.pdf")), "anders bewijst deze toets niets"
    assert _netwerk(regels) == []
    assert len(_programmas(regels)) == 1, "alleen zichzelf"


@met_strace
def test_ook_het_venster_niet_en_vergrendelen_begint_alleen_zichzelf_opnieuw(
    tmp_path: Path,
) -> None:
    woorden = [sys.executable, "-m", "tests.vijand.venster", str(tmp_path / "kluis.db")]
    invoer = json.dumps({"wachtzin": "een wachtzin voor het venster"}) + "\n"
    regels = _onder_strace(tmp_path / "log", woorden, invoer, tmp_path)
    assert _netwerk(regels) == []
    gestart = _programmas(regels)
    assert len(gestart) == 2, "zichzelf, en zichzelf na het slot"
    assert all(sys.executable in r or "/python" in r for r in gestart)


@met_strace
@pytest.mark.parametrize(
    ("doet", "ziet"),
    [
        ("import socket; socket.socket(socket.AF_INET)", _netwerk),
        ("import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)", _netwerk),
        ("import subprocess; subprocess.run(['true'])", lambda r: _programmas(r)[1:]),
    ],
)
def test_de_proef_ziet_wie_het_wel_doet(doet: str, ziet: object, tmp_path: Path) -> None:
    regels = _onder_strace(tmp_path / "log", [sys.executable, "-c", doet], "", tmp_path)
    assert callable(ziet)
    assert ziet(regels)


_RUIM = KdfSterkte(m_kib=ECHT.m_kib, t=2, p=1)
_GRENS = """
import resource, sys
from pathlib import Path
from casus_app.fouten import OpslagFout
from storage import open_kluis
from tests.storage.waarden import WACHTZIN, nieuw, partij, regel
soort, extra, pad = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
if soort == "geheugen":
    nu = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (nu + (extra << 20),) * 2)
else:
    resource.setrlimit(resource.RLIMIT_NOFILE, (extra, extra))
try:
    with open_kluis(pad, WACHTZIN) as kluis:
        kluis.leg_vast(nieuw(partij(f"{soort}-{extra}")), regel(extra))
    print("gelukt")
except OpslagFout as fout:
    print(fout.melding)
"""


@pytest.fixture(scope="module")
def echte_kluis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Een kluis die zoveel geheugen vraagt als een echte, en minder tijd."""
    map_ = tmp_path_factory.mktemp("echt")
    maak_kluis(map_ / "kluis.db", WACHTZIN, oefening=False, kdf=_RUIM).sluit()
    return map_


@pytest.mark.parametrize(
    ("soort", "grens", "lukt"),
    [
        ("geheugen", 200, False),
        ("geheugen", 600, True),
        ("bestanden", 6, False),
        ("bestanden", 64, True),
    ],
)
def test_te_weinig_van_iets_is_een_zin_en_geen_schade(
    soort: str, grens: int, lukt: bool, echte_kluis: Path, tmp_path: Path
) -> None:
    pad = Path(shutil.copytree(echte_kluis, tmp_path / "kluis")) / "kluis.db"
    klaar = subprocess.run(
        [sys.executable, "-c", _GRENS, soort, str(grens), str(pad)],
        cwd=spoor.WORTEL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.stderr == ""
    assert (klaar.stdout == "gelukt\n") == lukt, klaar.stdout
    assert lukt or klaar.stdout.endswith(".\n")
    assert controleer_kluis(pad, WACHTZIN).heel
    with open_kluis(pad, WACHTZIN) as kluis:
        assert kluis.controleer_logboek().regels == int(lukt)
