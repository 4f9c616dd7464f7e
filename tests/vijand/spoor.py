"""Wat een programma met bestanden doet, door strace opgeschreven in de volgorde waarin.

Alleen onder één map. Een aanroep die hier iets zou kunnen veranderen en die wij niet kennen is een
fout: dan zou de proef iets missen.
"""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

WORTEL = Path(__file__).parents[2]
_KENT = (
    "openat,close,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,"
    "unlinkat,mkdir,mkdirat,rmdir"
)
_KENT_NIET = (
    "creat,open,truncate,writev,pwritev,pwritev2,link,linkat,symlink,symlinkat,fallocate,"
    "copy_file_range,sendfile,msync,dup,dup2,dup3,clone,clone3,fork,vfork"
)
_OP_NUMMER = frozenset({"write", "pwrite64", "ftruncate", "fsync", "fdatasync"})
_REGEL = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)(.*)")
_TEKST = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_PAD = re.compile(r'(?:(?:AT_FDCWD|\d+)<((?:\\x[0-9a-f]{2})*)>, )?"((?:\\x[0-9a-f]{2})*)"')
_NUMMER = re.compile(r"(-?\d+|AT_FDCWD)(?:<((?:\\x[0-9a-f]{2})*)>)?")


@dataclass(frozen=True, slots=True)
class Stap:
    """Wat er met een bestand of een naam gebeurt, of `meld`: het programma bevestigt iets.

    `nummer` is het bestandsnummer, `pad` een pad binnen de map; wat niet past is leeg.
    """

    wat: str
    pad: str = ""
    naar: str = ""
    nummer: int = -1
    plek: int = 0
    inhoud: bytes = b""
    vlaggen: str = ""


def strace_is_er() -> bool:
    """Of strace er staat en hier een eigen kind mag volgen."""
    try:
        return not subprocess.run(
            ["strace", "-qq", "-o", "/dev/null", "true"], check=False
        ).returncode
    except FileNotFoundError:
        return False


def volg(module: str, woorden: Sequence[str], map_: Path, log: Path) -> list[Stap]:
    """Draait `python -m module woorden` onder strace; geeft wat er onder `map_` gebeurde."""
    klaar = subprocess.run(
        [
            *("strace", "-qq", "-y", "-xx", "-s", "9999999", "--seccomp-bpf", "-f"),
            *("-o", str(log), "-e", f"trace={_KENT},{_KENT_NIET}"),
            *(sys.executable, "-B", "-m", module, *woorden),
        ],
        cwd=WORTEL,
        capture_output=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stderr.decode()
    with log.open(encoding="ascii") as regels:
        return list(_stappen(regels, str(map_)))


def _bytes(hex_: str) -> bytes:
    return bytes.fromhex(hex_.replace("\\x", ""))


def _stappen(regels: Iterator[str], wortel: str) -> Iterator[Stap]:
    for regel in regels:
        _, _, rest = regel.partition(" ")
        if rest.lstrip().startswith(("+++", "---")):
            continue
        assert "<unfinished" not in rest, "twee draden tegelijk: dat volgt deze proef niet"
        gevonden = _REGEL.match(rest.strip())
        assert gevonden, rest[:200]
        naam, inhoud, uitkomst = gevonden[1], gevonden[2], int(gevonden[3])
        if uitkomst < 0:
            continue
        yield from _vertaal(naam, inhoud, uitkomst, wortel)


def _vertaal(naam: str, inhoud: str, uitkomst: int, wortel: str) -> Iterator[Stap]:
    eerste = _NUMMER.match(inhoud)
    nummer = int(eerste[1]) if eerste and eerste[1] != "AT_FDCWD" else -1
    if naam == "write" and nummer == 1:
        yield Stap("meld", inhoud=_bytes(_TEKST.findall(inhoud)[0]))
    elif naam == "close":
        yield Stap("sluit", nummer=nummer)
    elif naam in _OP_NUMMER:
        pad = _bytes(eerste[2] or "").decode() if eerste else ""
        if _onder(pad.removesuffix(" (deleted)"), wortel):
            yield _op_nummer(naam, nummer, inhoud, uitkomst)
    else:
        yield from _op_naam(naam, inhoud, uitkomst, wortel)


def _op_nummer(naam: str, nummer: int, inhoud: str, uitkomst: int) -> Stap:
    """Wat er met een open bestand gebeurt."""
    laatste = inhoud.rpartition(",")[2].strip()
    if naam in {"fsync", "fdatasync"}:
        return Stap("sync", nummer=nummer)
    if naam == "ftruncate":
        return Stap("kap", nummer=nummer, plek=int(laatste))
    plek = int(laatste) if naam == "pwrite64" else -1
    geschreven = _bytes(_TEKST.findall(inhoud)[0])[:uitkomst]
    return Stap("schrijf", nummer=nummer, plek=plek, inhoud=geschreven)


def _op_naam(naam: str, inhoud: str, uitkomst: int, wortel: str) -> Iterator[Stap]:
    """Wat er met een naam gebeurt; met een map erbij is een pad ten opzichte van die map."""
    paden = [_heel(_bytes(map_), _bytes(pad)) for map_, pad in _PAD.findall(inhoud)]
    if not any(_onder(pad, wortel) for pad in paden):
        return
    kort = [pad.removeprefix(wortel).strip("/") for pad in paden]
    if naam == "openat":
        yield Stap("open", pad=kort[0], nummer=uitkomst, vlaggen=_TEKST.sub("", inhoud))
    elif naam.startswith("rename"):
        yield Stap("hernoem", pad=kort[0], naar=kort[1])
    elif naam.startswith("mkdir"):
        yield Stap("map", pad=kort[0])
    elif naam in {"unlink", "unlinkat", "rmdir"}:
        yield Stap("weg", pad=kort[0])
    else:
        raise AssertionError(f"een aanroep die deze proef niet kent: {naam}")


def _heel(map_: bytes, pad: bytes) -> str:
    return (pad if pad.startswith(b"/") else map_ + b"/" + pad).decode(errors="replace")


def _onder(pad: str, wortel: str) -> bool:
    return pad == wortel or pad.startswith(wortel + "/")
