"""Een logboek van een miljoen regels: de eerste bladzij van elke zeef, en het hele nalopen.

De vloer van een bladzij is dezelfde regels ophalen op hun nummer, zonder zoeken; die van het
nalopen is dezelfde regels lezen zonder te rekenen. Uit dezelfde keer, op dezelfde verbinding.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from casus_app.poorten import GEWEIGERD, Logregel, Logzeef
from casus_app.rollen import MAG
from storage import Kluis, maak_kluis
from storage.logbook import COLUMNS

REGELS = 1_000_000
CASUSSEN = 4_000
BLADZIJ = 128
KEREN = 15
BEGIN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def _vul(kluis: Kluis) -> None:
    """Regels zoals een groot huis ze in jaren maakt; de meeste van enkele handelingen."""
    worp = random.Random(7)  # noqa: S311 (een herhaalbare meting, geen geheim)
    namen = sorted(MAG)
    gewicht = [1 / (nr + 1) for nr in range(len(namen))]
    gekozen = worp.choices(namen, gewicht, k=REGELS)
    db = kluis._database()
    db.execute("BEGIN IMMEDIATE")
    for nr, naam in enumerate(gekozen):
        gelukt = worp.random() < 0.97  # noqa: PLR2004 (zo vaak mag het gewoon)
        rol = worp.choice(sorted(MAG[naam])) if gelukt else worp.choice(("fg", "beheerder"))
        regel = Logregel(
            moment=BEGIN + timedelta(minutes=nr),
            gebruiker=rol,
            rol=rol,
            handeling=naam,
            uitkomst="gelukt" if gelukt else GEWEIGERD,
            code="" if gelukt else "rol-niet-bevoegd",
            onderwerp=("casus", f"K-{worp.randrange(CASUSSEN)}"),
        )
        kluis._log.head = kluis._log.append(db, regel)
    db.execute("COMMIT")


def _zeven(kluis: Kluis) -> dict[str, Logzeef]:
    namen = sorted(MAG)
    midden, einde = (BEGIN + timedelta(minutes=REGELS * deel // 2) for deel in (1, 2))
    een_maand = {"van": midden, "tot": midden + timedelta(days=30)}
    casus = kluis.pseudoniem("casus", "K-7")
    return {
        "alles": Logzeef(),
        "een handeling": Logzeef(handeling=namen[0]),
        "een zeldzame handeling": Logzeef(handeling=namen[-1]),
        "een rol": Logzeef(rol="fg"),
        "weigeringen": Logzeef(uitkomst=GEWEIGERD),
        "een casus": Logzeef(pseudoniem=casus),
        "een maand": Logzeef(**een_maand),
        "een maand zonder regels": Logzeef(van=einde + timedelta(days=9)),
        "een rol in een maand": Logzeef(rol="beheerder", **een_maand),
        "weigeringen van een rol, een handeling, een casus, een maand": Logzeef(
            handeling=namen[0], rol="fg", pseudoniem=casus, uitkomst=GEWEIGERD, **een_maand
        ),
        "wat er niet is": Logzeef(handeling=namen[0], rol="niemand", uitkomst=GEWEIGERD),
    }


def _duur(doe: Callable[[], object]) -> float:
    """De mediaan in milliseconden."""
    duren = []
    for _ in range(KEREN):
        begin = time.perf_counter()
        doe()
        duren.append(time.perf_counter() - begin)
    return statistics.median(duren) * 1000


def _bladzijden(kluis: Kluis) -> Iterator[str]:
    db = kluis._database()
    for naam, zeef in _zeven(kluis).items():
        nummers = [regel.nr for regel in islice(kluis.logregels(zeef), BLADZIJ)]

        def kaal(nummers: list[int] = nummers) -> None:
            for nr in nummers:
                db.execute(f"SELECT {COLUMNS} FROM logboek WHERE nr = ?", (nr,)).fetchone()  # noqa: S608 (eigen tekst)

        onze = _duur(lambda zeef=zeef: list(islice(kluis.logregels(zeef), BLADZIJ)))
        vloer = _duur(kaal)
        verhouding = f"verhouding {onze / vloer:.1f}" if nummers else "niets gevonden"
        yield (
            f"eerste bladzij van {naam}: {onze:.1f} ms voor {len(nummers)} regels (hoogstens "
            f"100); dezelfde regels op nummer: {vloer:.1f} ms; {verhouding}"
        )


def _nalopen(kluis: Kluis) -> str:
    begin = time.perf_counter()
    gehoord = []
    stand = kluis.loop_logboek_na(lambda *_nu: gehoord.append(time.perf_counter()) is None)
    onze = time.perf_counter() - begin
    if stand is None or not stand.heel:
        raise AssertionError("het gemaakte logboek is niet heel")
    begin = time.perf_counter()
    for _ in kluis._database().execute("SELECT * FROM logboek ORDER BY nr"):
        pass
    vloer = time.perf_counter() - begin
    stap = max(later - eerder for eerder, later in pairwise(gehoord))
    return (
        f"alle {stand.regels} regels nalopen: {onze:.1f} s, meldt zich minstens elke "
        f"{stap * 1000:.0f} ms; alleen lezen: {vloer:.1f} s; verhouding {onze / vloer:.1f}"
    )


def meet() -> list[str]:
    """De regels van het verslag."""
    with TemporaryDirectory() as map_:
        kluis = maak_kluis(Path(map_) / "kluis", "alleen om te meten", oefening=True)
        try:
            _vul(kluis)
            return [*_bladzijden(kluis), _nalopen(kluis)]
        finally:
            kluis.sluit()
