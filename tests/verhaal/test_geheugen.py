"""Na vergrendelen staat er in het geheugen van het proces niets meer van wat er open was."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]
MERK, WACHTZIN = "Molshoopwachter", "negen kraaien op een oude wipmolen"


def _treffers(pid: int, woorden: tuple[str, ...]) -> dict[str, int]:
    """Hoe vaak elk woord in het geheugen staat, als utf-8 of zoals Qt tekst bewaart."""
    gevonden = dict.fromkeys(woorden, 0)
    regels = Path(f"/proc/{pid}/maps").read_text().splitlines()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as geheugen:
        for regel in regels:
            plek = re.match(r"([0-9a-f]+)-([0-9a-f]+) r", regel)
            if plek is None or "[v" in regel:
                continue
            begin, einde = int(plek[1], 16), int(plek[2], 16)
            try:
                inhoud = os.pread(geheugen.fileno(), einde - begin, begin)
            except OSError:
                continue
            for woord in woorden:
                for codering in ("utf-8", "utf-16-le", "utf-32-le"):
                    gevonden[woord] += inhoud.count(woord.encode(codering))
    return gevonden


@contextmanager
def _proef(hoe: str, map_: Path) -> Iterator["subprocess.Popen[str]"]:
    omgeving = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(map_),
        "XDG_CONFIG_HOME": str(map_ / "config"),
        "XDG_DATA_HOME": str(map_ / "data"),
    }
    with subprocess.Popen(
        [sys.executable, "-m", "tests.verhaal.slotproef", hoe, str(map_ / "kluis.db")],
        cwd=WORTEL,
        env=omgeving,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as programma:
        try:
            assert programma.stdin is not None
            programma.stdin.write(json.dumps({"merk": MERK, "wachtzin": WACHTZIN}) + "\n")
            programma.stdin.flush()
            yield programma
        finally:
            programma.kill()


def _regel(programma: "subprocess.Popen[str]") -> str:
    assert programma.stdout is not None
    return programma.stdout.readline().strip()


def _vergrendel(programma: "subprocess.Popen[str]") -> str:
    assert programma.stdin is not None
    programma.stdin.write("\n")
    programma.stdin.flush()
    return _regel(programma)


def _mag_kijken(pid: int) -> None:
    try:
        _treffers(pid, ("x",))
    except PermissionError:
        pytest.skip("dit systeem laat niemand in het geheugen van een ander proces kijken")


def test_na_het_slot_staat_er_niets_meer_in_het_geheugen(tmp_path: Path) -> None:
    with _proef("vervang", tmp_path) as programma:
        assert _regel(programma) == f"open {programma.pid}"
        _mag_kijken(programma.pid)
        open_ = _treffers(programma.pid, (MERK,))
        assert open_[MERK] > 10, "anders bewijst deze toets niets"
        assert _vergrendel(programma) == f"terug True {programma.pid}", "hetzelfde proces, leeg"
        assert _treffers(programma.pid, (MERK, WACHTZIN)) == {MERK: 0, WACHTZIN: 0}
        opdracht = Path(f"/proc/{programma.pid}/cmdline").read_bytes()
        wortels = [tmp_path / "config", tmp_path / "data"]
    gewone = [p for w in wortels if w.exists() for p in w.rglob("*") if p.is_file()]
    assert MERK.encode() not in opdracht + b"".join(p.read_bytes() for p in gewone)


def test_alleen_sluiten_laat_wel_iets_achter(tmp_path: Path) -> None:
    """Tegenproef: daarom wordt het proces vervangen."""
    with _proef("sluit", tmp_path) as programma:
        assert _regel(programma) == f"open {programma.pid}"
        _mag_kijken(programma.pid)
        assert _vergrendel(programma) == f"dicht {programma.pid}"
        gevonden = _treffers(programma.pid, (MERK, WACHTZIN))
    assert sum(gevonden.values()) > 0
