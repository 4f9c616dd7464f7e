"""A vault checked from end to end, changing nothing: everything happens in a private copy."""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from casus_app.poorten import Logstand
from storage import connection
from storage.errors import Beschadigd, KluisBeschadigd, KluisOntbreekt, vertaal, vertaald
from storage.files import Plaats, Slot, grendel, plaats
from storage.keys import Doel, database_key, derive
from storage.logbook import Logboek
from storage.opening import keur, ontsluit, verbind

_BLOK = 1 << 20
_EIGEN_TABELLEN = {"kluis", "logboek"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """What a check found. `regels` are Dutch sentences for people, without names or paths."""

    heel: bool
    regels: tuple[str, ...]
    kluis_id: str = ""
    versie: int = 0
    oefening: bool = False
    tellingen: dict[str, int]
    logregels: int = 0
    laatste: str = ""
    breuk: int | None = None

    def als_json(self) -> str:
        """The same on one line, for another program."""
        return json.dumps(asdict(self), ensure_ascii=False)


def controleer_kluis(pad: Path, wachtzin: str) -> Bevinding:
    """Checks key file, pages, tables, references and logboek, without changing a byte.

    Damage is a finding; a reason why there is nothing to check (wrong passphrase, no vault, in
    use, newer than this program) is an `OpslagFout`.
    """
    plek = plaats(pad)
    if not plek.database.exists():
        raise KluisOntbreekt
    with vertaald():
        slot = grendel(plek.database, lezen=True)
        try:
            kluis_id, wortel = ontsluit(plek, slot, wachtzin)
            with _kopie(plek, slot) as (kopie, kopie_slot):
                return _doorzoek(kopie, kopie_slot, kluis_id, wortel)
        except Exception as fout:
            schade = vertaal(fout)
            if not isinstance(schade, Beschadigd):
                raise
            return Bevinding(heel=False, regels=(schade.melding,), tellingen={})
        finally:
            slot.laat_los()


@contextmanager
def _kopie(plek: Plaats, slot: Slot) -> Iterator[tuple[Plaats, Slot]]:
    """The database and its WAL, encrypted as they are, where SQLite may do as it likes."""
    with tempfile.TemporaryDirectory(prefix="casusoverleg-") as map_:
        kopie = Plaats(Path(map_) / "kopie")
        with kopie.database.open("xb") as doel:
            positie = 0
            while blok := os.pread(slot.fd, _BLOK, positie):
                doel.write(blok)
                positie += len(blok)
        if plek.wal.exists():
            kopie.wal.write_bytes(plek.wal.read_bytes())
        kopie_slot = grendel(kopie.database)
        try:
            yield kopie, kopie_slot
        finally:
            kopie_slot.laat_los()


def _doorzoek(kopie: Plaats, slot: Slot, kluis_id: str, wortel: bytes) -> Bevinding:
    with closing(verbind(kopie, slot, database_key(wortel, kluis_id), kluis_id)) as db:
        keur(db, kluis_id)
        connection.prepare_writing(db)
        fouten = [*_bladzijden(db), *_verwijzingen(db)]
        tellingen = _tellingen(db)
        log = Logboek(
            db,
            derive(wortel, kluis_id, Doel.LOGBOEK),
            derive(wortel, kluis_id, Doel.PSEUDONIEM),
        )
        stand = log.controleer(db)
        if not stand.heel:
            fouten.append(f"Het logboek klopt niet vanaf regel {stand.breuk}.")
        (oefening,) = db.execute("SELECT oefening FROM kluis").fetchone()
        versie = connection.pragma_int(db, "user_version")
    return Bevinding(
        heel=not fouten,
        regels=tuple(fouten) if fouten else _goed(tellingen, stand, oefening=bool(oefening)),
        kluis_id=kluis_id,
        versie=versie,
        oefening=bool(oefening),
        tellingen=tellingen,
        logregels=stand.regels,
        laatste=stand.laatste,
        breuk=stand.breuk,
    )


def _bladzijden(db: dbapi2.Connection) -> Iterator[str]:
    """Every page as SQLCipher sees it and every table as SQLite sees it.

    `cipher_integrity_check` reads the main file only, so it comes after the checkpoint: before it,
    a healthy vault that was not closed would be called damaged.
    """
    if not connection.checkpoint(db):
        raise KluisBeschadigd
    slecht = db.execute("PRAGMA cipher_integrity_check").fetchall()
    if slecht:
        yield f"{len(slecht)} bladzijden van de kluis zijn beschadigd. Zet een reservekopie terug."
    bevindingen = [regel for (regel,) in db.execute("PRAGMA integrity_check")]
    if bevindingen != ["ok"]:
        yield "De indeling van de kluis is beschadigd. Zet een reservekopie terug."


def _verwijzingen(db: dbapi2.Connection) -> Iterator[str]:
    los = db.execute("PRAGMA foreign_key_check").fetchall()
    for tabel in sorted({rij[0] for rij in los}):
        aantal = sum(rij[0] == tabel for rij in los)
        yield f"In {tabel} wijzen {aantal} verwijzingen naar iets dat er niet meer is."


def _tellingen(db: dbapi2.Connection) -> dict[str, int]:
    tabellen = [
        naam
        for (naam,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if naam not in _EIGEN_TABELLEN and not naam.startswith("sqlite_")
    ]
    return {
        naam: int(db.execute(f'SELECT count(*) FROM "{naam}"').fetchone()[0])  # noqa: S608 - a name from our own schema
        for naam in tabellen
    }


def _goed(tellingen: dict[str, int], stand: Logstand, *, oefening: bool) -> tuple[str, ...]:
    gevuld = ", ".join(f"{naam} {aantal}" for naam, aantal in tellingen.items() if aantal)
    return (
        "De kluis is heel." + (" Het is een oefenkluis." if oefening else ""),
        f"Het logboek telt {stand.regels} regels en klopt van begin tot eind.",
        f"Laatste zegel: {stand.laatste}",
        f"Inhoud: {gevuld or 'nog niets'}.",
    )
