"""Een reservekopie van een kluis van 100 MB, terwijl iemand werkt, tegen een kale VACUUM INTO."""

import secrets
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

from benchmarks.kluis import BEGIN, WACHTZIN, _regel
from casus_app.domein.mensen import Partij
from casus_app.poorten import Wijziging
from storage import Kluis, maak_kluis, maak_reservekopie

MEGABYTE = 1 << 20
OMVANG = 100 * MEGABYTE
TEKST = 40_000


def meet() -> list[str]:
    """Hoe lang het duurt, en hoe lang het venster ten hoogste op de kluis wacht."""
    with tempfile.TemporaryDirectory(prefix="meting-") as map_:
        pad = Path(map_) / "kluis.db"
        with maak_kluis(pad, WACHTZIN, oefening=True) as kluis:
            _vul(kluis)
            rust = _met_venster(kluis, lambda: time.sleep(2))  # de vloer: even lang zonder kopie
            kaal = _met_venster(kluis, lambda: _kaal(kluis, Path(map_) / "kaal"))
            ons = _met_venster(kluis, lambda: _kopie(kluis))
        groot = pad.stat().st_size / MEGABYTE
    return [
        f"kluis van {groot:.0f} MB; wachten op één handeling in rust ten hoogste {rust[1]:.0f} ms",
        f"kale VACUUM INTO: {kaal[0]:.2f} s; het venster wacht ten hoogste {kaal[1]:.0f} ms",
        f"reservekopie: {ons[0]:.2f} s, verhouding {ons[0] / kaal[0]:.2f}; wacht {ons[1]:.0f} ms",
    ]


def _vul(kluis: Kluis) -> None:
    for nummer in range(OMVANG // TEKST // 10):
        partijen = [
            Partij(id=f"p{nummer}-{n}", soort="politie", naam=secrets.token_hex(TEKST // 2))
            for n in range(10)
        ]
        kluis.leg_vast([Wijziging(None, partij) for partij in partijen], _regel(nummer))


def _kaal(kluis: Kluis, doel: Path) -> None:
    kluis.met(lambda db: db.execute("VACUUM INTO ?", (str(doel),)))


def _kopie(kluis: Kluis) -> None:
    bericht = maak_reservekopie(kluis, BEGIN + timedelta(hours=1))
    assert bericht.gelukt, bericht.zin  # noqa: S101 - anders meten we niets


def _met_venster(kluis: Kluis, doe: Callable[[], object]) -> tuple[float, float]:
    """De seconden die het duurt, en de milliseconden die een handeling intussen wachtte."""
    klaar, langst = Event(), [0.0]

    def venster() -> None:
        nummer = 1_000_000
        while not klaar.is_set():
            begin = time.perf_counter()
            kluis.haal(Partij, f"p{nummer % 100}-1")
            kluis.leg_vast((), _regel(nummer))
            langst[0] = max(langst[0], time.perf_counter() - begin)
            nummer += 1
            time.sleep(0.005)  # zo vaak doet iemand hoogstens iets

    werk = Thread(target=venster)
    werk.start()
    begin = time.perf_counter()
    doe()
    duur = time.perf_counter() - begin
    klaar.set()
    werk.join()
    return duur, langst[0] * 1000


if __name__ == "__main__":
    sys.stdout.write("\n".join(meet()) + "\n")
