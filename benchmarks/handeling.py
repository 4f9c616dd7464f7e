"""Eén handeling, van Enter tot duurzaam, tegen een kale SQLCipher-commit van dezelfde rijen.

De vloer is `BEGIN IMMEDIATE`, dezelfde rijen (een inbreng en een logregel), `COMMIT`, op een even
ingestelde verbinding zonder ons programma. Om en om gemeten; wat telt is de verhouding van de
medianen.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlcipher3 import dbapi2

from casus_app.catalogus import laad
from casus_app.draaiboek import lees, speel
from casus_app.handelingen.inbreng import InbrengVastleggen
from casus_app.poorten import Papier
from casus_app.rollen import gebruiker_met
from casus_app.werkbank import Werkbank
from storage import maak_kluis
from tests.nep import StilleKlok

KEREN = 400
VERHAAL = Path(__file__).parent.parent / "tests" / "draaiboeken" / "weekoverleg.toml"
WACHTZIN = "alleen om te meten"


def _aan_tafel(pad: Path) -> Werkbank:
    """Een werkbank op een echte kluis, met een casus op tafel."""
    kluis = maak_kluis(pad, WACHTZIN, oefening=True)
    werkbank = Werkbank(kluis, StilleKlok(), laad(), lambda u: Papier(u.naam, b""), oefening=True)
    heel = lees(VERHAAL.read_bytes(), VERHAAL.name, werkbank.catalogus.kaders)
    tot = next(
        nr for nr, stap in enumerate(heel.stappen) if isinstance(stap.handeling, InbrengVastleggen)
    )
    begin = type(heel)(
        bron=heel.bron,
        titel=heel.titel,
        kader=heel.kader,
        vandaag=heel.vandaag,
        stappen=heel.stappen[:tot],
    )
    speel(begin, werkbank, lambda _regel: None, lambda _papier: None)
    return werkbank


def _handeling(werkbank: Werkbank) -> Callable[[int], None]:
    coordinator = gebruiker_met("coordinator")

    def doe(nummer: int) -> None:
        werkbank.voer_uit(
            InbrengVastleggen(
                id=f"meting-{nummer}",
                overleg="wk48",
                casus="K-2601",
                inbrenger="wijkagent",
                over="betrokkene",
                categorie="politiegegevens",
                niveau="inhoud",
                grondslag="wgs-1-5-wpg",
                noodzaak="Nodig om het risico voor hulpverleners aan de deur te wegen.",
                kern="Elf meldingen sinds augustus; twee keer een mes, niet gebruikt.",
            ),
            coordinator,
            "wgs",
        )

    return doe


def _kale_commit(pad: Path) -> Callable[[int], None]:
    db = dbapi2.connect(str(pad), isolation_level=None)
    db.set_key("x'" + "00" * 48 + "'")
    for regel in (
        "PRAGMA locking_mode=EXCLUSIVE",
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        "PRAGMA secure_delete=ON",
        "CREATE TABLE inbreng (" + ", ".join(f"v{nr} TEXT" for nr in range(15)) + ")",
        "CREATE TABLE logboek (" + ", ".join(f"v{nr} TEXT" for nr in range(12)) + ")",
    ):
        db.execute(regel)
    inbreng = ["Elf meldingen sinds augustus; twee keer een mes."] * 2 + ["wijkagent"] * 13
    logregel = ["inbreng.vastleggen"] * 10 + ["0" * 64] * 2
    vragen = (
        (f"INSERT INTO inbreng VALUES ({','.join('?' * 15)})", inbreng),  # noqa: S608 (eigen tekst)
        (f"INSERT INTO logboek VALUES ({','.join('?' * 12)})", logregel),  # noqa: S608 (eigen tekst)
    )

    def doe(_nummer: int) -> None:
        db.execute("BEGIN IMMEDIATE")
        for vraag, rij in vragen:
            db.execute(vraag, rij)
        db.execute("COMMIT")

    return doe


def meet() -> list[str]:
    """De regels van het verslag."""
    with TemporaryDirectory() as map_:
        werkbank = _aan_tafel(Path(map_) / "kluis")
        doeners = {"handeling": _handeling(werkbank), "kaal": _kale_commit(Path(map_) / "kaal")}
        duren: dict[str, list[float]] = {naam: [] for naam in doeners}
        for nummer in range(KEREN):
            for naam, doe in doeners.items():
                begin = time.perf_counter()
                doe(nummer)
                duren[naam].append(time.perf_counter() - begin)
        werkbank.opslag.sluit()
    mediaan = {naam: statistics.median(reeks) * 1000 for naam, reeks in duren.items()}
    regel = (
        f"een handeling, Enter tot duurzaam: {mediaan['handeling']:.2f} ms; "
        f"kale commit van dezelfde rijen: {mediaan['kaal']:.2f} ms; "
        f"verhouding {mediaan['handeling'] / mediaan['kaal']:.2f} (hoogstens 3)"
    )
    return [regel]


if __name__ == "__main__":
    sys.stdout.write("\n".join(meet()) + "\n")
