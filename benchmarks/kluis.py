"""De kluis tegen haar ondergrens: een handeling tegen een kale COMMIT, openen tegen Argon2id."""

import secrets
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlcipher3 import dbapi2

from casus_app.domein.casus import Casus
from casus_app.domein.inbreng import Inbreng, Niveau
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.domein.toegang import Geheim, SlotErbij
from casus_app.poorten import Logregel, Wijziging
from storage import Kluis, maak_kluis, migrate, open_kluis, sloten_van
from storage.keys import ECHT, OEFENING, KdfSterkte
from storage.rows import codec

WACHTZIN = "een wachtzin om mee te meten"
HANDELINGEN = 600
BEGIN = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def meet() -> list[str]:
    """De verhoudingen, elk met de gemeten tijden erbij."""
    with tempfile.TemporaryDirectory(prefix="meting-") as map_:
        return [
            _handeling(Path(map_)),
            _openen(Path(map_), "oefenkluis", OEFENING, 21),
            _openen(Path(map_), "echte kluis", ECHT, 7),
            _openen(Path(map_), "echte kluis met vijf gebruikers", ECHT, 7, gebruikers=5),
        ]


def _handeling(map_: Path) -> str:
    """Een gegeven inbrengen: één rij erbij, één rij anders, één logregel; om en om gemeten."""
    kluis = maak_kluis(map_ / "handeling", WACHTZIN, oefening=True)
    _klaarzetten(kluis)
    van_ons, kale = [], []
    bespreking = kluis.zoek(Bespreking)[0]
    kaal = _kale_database(map_ / "kaal", bespreking)
    for nummer in range(HANDELINGEN):
        volgende = replace(bespreking, plek=nummer + 2)
        inbreng = _inbreng(f"i{nummer}")
        wijzigingen: list[Wijziging[Any]] = [
            Wijziging(None, inbreng),
            Wijziging(bespreking, volgende),
        ]
        rijen = _rijen(nummer, inbreng, volgende)
        van_ons.append(_duur(partial(kluis.leg_vast, wijzigingen, _regel(nummer))))
        kale.append(_duur(partial(_kale_commit, kaal, rijen)))
        bespreking = volgende
    kluis.sluit()
    kaal.close()
    return _verhouding("handeling vastleggen", "kale commit van dezelfde rijen", van_ons, kale)


def _klaarzetten(kluis: Kluis) -> None:
    waarden = [
        Partij(id="p", soort="politie", naam="Politie"),
        Professional(id="a", partij="p", naam="Agent", functie="wijkagent"),
        Casus(
            id="K1",
            kader="wgs",
            aanmelder="a",
            doel="doel",
            aanleiding="aanleiding",
            leefgebieden=("wonen",),
            aangemeld_op=BEGIN.date(),
            vernietigen_op=BEGIN.date(),
        ),
        Overleg(
            id="wk48",
            kader="wgs",
            datum=BEGIN.date(),
            begin="09:00",
            plaats="zaal",
            voorzitter="a",
        ),
        Bespreking(
            overleg="wk48", casus="K1", plek=1, minuten=20, vraag="Wat nu?", stand=Stand.OPEN
        ),
    ]
    kluis.leg_vast([Wijziging(None, waarde) for waarde in waarden], _regel(0))


def _inbreng(id: str) -> Inbreng:
    return Inbreng(
        id=id,
        overleg="wk48",
        casus="K1",
        inbrenger="a",
        over="betrokkene",
        categorie="politie",
        niveau=Niveau.INHOUD,
        grondslag="wgs-1-5",
        noodzaak="Nodig om de volgorde van de stappen te bepalen.",
        kern="Drie meldingen van overlast in de afgelopen maand, steeds in het weekend. " * 3,
    )


def _regel(nummer: int) -> Logregel:
    return Logregel(
        moment=BEGIN + timedelta(seconds=nummer),
        gebruiker="c1",
        rol="coordinator",
        handeling="inbreng.vastleggen",
        uitkomst="gelukt",
        onderwerp=("inbreng", f"i{nummer}"),
    )


def _kale_database(pad: Path, bespreking: Bespreking) -> dbapi2.Connection:
    """SQLCipher met dezelfde tabellen en dezelfde duurzaamheid, en verder niets."""
    db = dbapi2.connect(str(pad), isolation_level=None)
    db.set_key(f"x'{secrets.token_hex(48)}'")
    for stand in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
        db.execute(f"PRAGMA {stand}")
    for script in migrate.scripts():
        for opdracht in migrate.statements(script):
            db.execute(opdracht)
    db.execute(_BESPREKING.insert, _BESPREKING.row(bespreking))
    return db


_INBRENG, _BESPREKING = codec(Inbreng), codec(Bespreking)
_LOGREGEL = "INSERT INTO logboek VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def _rijen(nummer: int, inbreng: Inbreng, bespreking: Bespreking) -> list[tuple[str, list[Any]]]:
    """De opdrachten van deze handeling met hun cellen, klaar om alleen nog te schrijven."""
    logregel = [nummer + 1, BEGIN.isoformat(), "c1", "coordinator", "inbreng.vastleggen",
                "gelukt", "", "inbreng", "0" * 16, None, "0" * 64, "0" * 64]  # fmt: skip
    return [
        (_INBRENG.insert, list(_INBRENG.row(inbreng))),
        (_BESPREKING.update, _BESPREKING.for_update(_BESPREKING.row(bespreking))),
        (_LOGREGEL, logregel),
    ]


def _kale_commit(db: dbapi2.Connection, rijen: list[tuple[str, list[Any]]]) -> None:
    db.execute("BEGIN IMMEDIATE")
    for opdracht, cellen in rijen:
        db.execute(opdracht, cellen)
    db.execute("COMMIT")


def _openen(map_: Path, naam: str, sterkte: KdfSterkte, keer: int, *, gebruikers: int = 1) -> str:
    """Openen en sluiten van een kluis tegen alleen het uitrekken van de wachtzin."""
    pad = map_ / naam
    with maak_kluis(pad, WACHTZIN, oefening=sterkte is OEFENING, kdf=sterkte) as kluis:
        for nummer in range(1, gebruikers):
            erbij = SlotErbij(
                id=f"{nummer:016}",
                naam=f"nummer {nummer}",
                rol="secretaris",
                wachtzin=Geheim(WACHTZIN),
                moet_wisselen=False,
            )
            kluis.leg_vast((), _regel(nummer), werk=erbij)
    wie = sloten_van(pad)[-1].id
    openen, rekken = [], []
    for _ in range(keer):
        begin = time.perf_counter()
        kluis = open_kluis(pad, WACHTZIN, wie)
        openen.append((time.perf_counter() - begin) * 1000)
        kluis.sluit()
        rekken.append(_duur(lambda: _argon2(sterkte)))
    return _verhouding(f"{naam} openen", "Argon2id alleen", openen, rekken)


def _argon2(sterkte: KdfSterkte) -> None:
    Argon2id(
        salt=b"z" * 16,
        length=32,
        iterations=sterkte.t,
        lanes=sterkte.p,
        memory_cost=sterkte.m_kib,
    ).derive(WACHTZIN.encode())


def _duur(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return (time.perf_counter() - begin) * 1000


def _verhouding(wat: str, waartegen: str, ons: list[float], kaal: list[float]) -> str:
    a, b = median(ons), median(kaal)
    return f"{wat}: {a:.2f} ms, {waartegen} {b:.2f} ms, verhouding {a / b:.2f}"


if __name__ == "__main__":
    sys.stdout.write("\n".join(meet()) + "\n")
