"""Dit proces: wat er nooit van op schijf komt, en hoe een nieuw proces zijn plaats inneemt.

Wie vergrendelt wil dat er niets in het geheugen blijft. In Python is wissen niet te beloven; een
nieuw proces begint leeg.
"""

import ctypes
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PR_SET_DUMPABLE = 4
_KLUIS, _PLEK = "CASUSOVERLEG_KLUIS", "CASUSOVERLEG_PLEK"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terugkeer:
    """Wat het nieuwe proces moet weten: welke kluis en welke bladzij, geen inhoud.

    `kluis` is `None` bij de oefening. `plek` is een naam uit de balk, of een pseudoniem dat alleen
    wie deze kluis opent weer tot een dossier, overleg of tafel herleidt.
    """

    kluis: Path | None
    plek: str = ""


def scherm_af() -> None:
    """Bestanden alleen voor deze gebruiker, en geen afdruk van het geheugen.

    Niet na een val, en niet door een ander programma van dezelfde gebruiker.
    """
    os.umask(0o077)
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 (bestaat niet op Windows)

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def vervang(terug: Terugkeer) -> None:
    """Wordt een nieuw proces met dezelfde opdracht; keert alleen terug als dat niet lukt.

    Wat het nieuwe moet weten gaat door de omgeving: die is, anders dan de opdracht, alleen voor
    deze gebruiker te lezen.
    """
    os.environ[_KLUIS] = "" if terug.kluis is None else str(terug.kluis)
    os.environ[_PLEK] = terug.plek
    opdracht = _opdracht()
    with suppress(OSError):
        if os.name == "nt":  # daar laat execv de aanroeper wachten op een vreemd proces
            os.spawnv(os.P_NOWAIT, opdracht[0], opdracht)  # noqa: S606 (hetzelfde programma)
            os._exit(0)
        os.execv(opdracht[0], opdracht)  # noqa: S606 (hetzelfde programma)


def terugkeer() -> Terugkeer | None:
    """Waar het vorige proces ophield; daarna is het uit de omgeving weg."""
    kluis, plek = os.environ.pop(_KLUIS, None), os.environ.pop(_PLEK, "")
    return None if kluis is None else Terugkeer(kluis=Path(kluis) if kluis else None, plek=plek)


def _opdracht() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, *sys.argv[1:]]
    return [sys.executable, *sys.orig_argv[1:]]
