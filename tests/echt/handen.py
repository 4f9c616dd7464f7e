"""Wie aan tafel speelt met echte toetsen, en de kluis waarop dat begint."""

from collections.abc import Callable
from pathlib import Path

from casus_app.__main__ import OEFENWACHTZIN, maak_werkbank
from storage import maak_kluis
from tests.echt.mens import Deel, Mens
from tests.verhaal.aan_tafel import bereid_voor


class EchteHanden:
    """Drukt langs de X-server en kijkt met de spion."""

    def __init__(self, wie: Mens) -> None:
        self._wie = wie

    def toets(self, *toetsen: str) -> None:
        self._wie.toets(*toetsen)

    def typ(self, woorden: str) -> None:
        self._wie.typ(woorden)

    def delen(self) -> list[Deel]:
        return self._wie.delen()

    def wacht(self, is_zo: Callable[[], bool], anders: str) -> None:
        self._wie.wacht(is_zo, anders)


def maak_oefenkluis(thuis: Path) -> Path:
    """Waar het programma zijn oefenkluis zoekt, met de voorbereiding van het weekoverleg erin."""
    plaats = thuis / "data" / "casusoverleg" / "oefenen" / "kluis"
    plaats.parent.mkdir(parents=True)
    werkbank = maak_werkbank(maak_kluis(plaats, OEFENWACHTZIN, oefening=True))
    bereid_voor(werkbank)
    werkbank.opslag.sluit()
    return plaats
