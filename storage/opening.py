"""The doors of the vault: making one, opening one, and saying why that did not work."""

import os
import secrets
import tempfile
from pathlib import Path

from sqlcipher3 import dbapi2

from storage import connection, keyfile, migrate
from storage.errors import (
    GeenKluis,
    KluisBeschadigd,
    KluisBestaatAl,
    KluisOntbreekt,
    LeegBestand,
    SleutelbestandOntbreekt,
    SleutelVanAndereKluis,
    WachtzinOnbruikbaar,
    WachtzinOnjuist,
    vertaald,
)
from storage.files import (
    Plaats,
    Slot,
    grendel,
    grendel_nieuw,
    los_bij_fout,
    maak_map,
    opzij,
    plaats,
    sync_map,
    write_beside,
)
from storage.keyfile import Sleutelbestand
from storage.keys import (
    DATABASE_MAGIC,
    ECHT,
    KEY_BYTES,
    OEFENING,
    SALT_BYTES,
    KdfSterkte,
    database_key,
    database_salt,
)
from storage.kluis import Kluis

_PLAIN_SQLITE = b"SQLite format 3\0"
PAGE = 4096


def kluis_bestaat(pad: Path) -> bool:
    """Whether there is something at this place that can be opened, or is in the way."""
    return plaats(pad).database.exists()


def maak_kluis(
    pad: Path,
    wachtzin: str,
    *,
    oefening: bool,
    kdf: KdfSterkte | None = None,
    rol: str = "coordinator",
) -> Kluis:
    """Makes a new vault and opens it. Never writes over anything that is there.

    The database is made whole under another name; then the key file is put in its place, then the
    database. Killed in between, there is no vault yet and it can be made again.
    """
    plek = plaats(pad)
    if plek.database.exists():
        raise KluisBestaatAl
    maak_map(plek.database.parent)
    kluis_id, wortel = secrets.token_hex(SALT_BYTES), secrets.token_bytes(KEY_BYTES)
    sterkte = kdf or (OEFENING if oefening else ECHT)
    bestand = Sleutelbestand(
        kluis_id, (keyfile.nieuw_slot(kluis_id, wortel, wachtzin, sterkte, rol=rol),)
    ).verzegeld({1: wortel})
    with vertaald():
        slot = grendel_nieuw(plek.nieuw)
        with los_bij_fout(slot):
            _vul(plek.nieuw, database_key(wortel, kluis_id), kluis_id, oefening=oefening)
            if plek.database.exists():
                raise KluisBestaatAl
            opzij(plek.wal)  # of another vault that stood here; SQLite would read it as ours
            opzij(plek.sleutel)
            write_beside(plek.sleutel, bestand.als_bytes())
            plek.nieuw.rename(plek.database)
            sync_map(plek.database.parent)
            return _betreed(plek, bestand.kluis, wortel, slot)


def _vul(pad: Path, key: str, kluis_id: str, *, oefening: bool) -> None:
    """A whole, empty vault in an empty file, closed and durable."""
    Path(f"{pad}-wal").unlink(missing_ok=True)
    db = connection.connect(pad, key)
    try:
        connection.prepare_writing(db)
        db.execute(f"PRAGMA application_id = {connection.APPLICATION_ID:d}")
        migrate.migrate(db)
        db.execute("INSERT INTO kluis VALUES (1, ?, ?)", (kluis_id, int(oefening)))
        connection.checkpoint(db)
    finally:
        db.close()


def open_kluis(pad: Path, wachtzin: str) -> Kluis:
    """Opens the vault at this place. Every reason not to is an `OpslagFout` of its own."""
    plek = plaats(pad)
    if not plek.database.exists():
        raise KluisOntbreekt
    with vertaald():
        slot = grendel(plek.database)
        with los_bij_fout(slot):
            kluis_id, wortel = ontsluit(plek, slot, wachtzin)
            return _betreed(plek, kluis_id, wortel, slot)


def ontsluit(plek: Plaats, slot: Slot, wachtzin: str) -> tuple[str, bytes]:
    """The vault id and the root key this passphrase gives, or the best reason why not."""
    kop = slot.kop(SALT_BYTES)
    if not kop:
        raise LeegBestand
    if kop == _PLAIN_SQLITE:
        raise GeenKluis
    try:
        inhoud = plek.sleutel.read_bytes()
    except FileNotFoundError:
        raise (SleutelbestandOntbreekt if kop.startswith(DATABASE_MAGIC) else GeenKluis) from None
    bestand = keyfile.lees(inhoud)
    try:
        _, wortel = keyfile.ontsluit(bestand, wachtzin)
    except (WachtzinOnjuist, WachtzinOnbruikbaar):
        if kop == database_salt(bestand.kluis):
            raise WachtzinOnjuist from None
        raise _vreemd(kop) from None
    return bestand.kluis, wortel


def _vreemd(kop: bytes) -> SleutelVanAndereKluis | GeenKluis:
    """Why a file that starts like this does not go with its key file."""
    return SleutelVanAndereKluis() if kop.startswith(DATABASE_MAGIC) else GeenKluis()


def _betreed(plek: Plaats, kluis_id: str, wortel: bytes, slot: Slot) -> Kluis:
    """The open vault behind a root key, brought to the newest version."""
    key = database_key(wortel, kluis_id)
    hersteld = plek.wal_is_gevuld
    if hersteld:
        migrate.refuse_newer(_versie_in_kopie(plek, slot, key))
    db = verbind(plek, slot, key, kluis_id)
    try:
        keur(db, kluis_id)
        connection.prepare_writing(db)
        migrate.migrate(db)
        if hersteld:  # what a killed program had removed thoroughly, or meant to
            connection.checkpoint(db)
        return Kluis(plek, wortel, kluis_id, slot, db)
    except BaseException:
        db.close()
        raise


def verbind(plek: Plaats, slot: Slot, key: str, kluis_id: str) -> dbapi2.Connection:
    """A connection with a key that is known to be right, or the reason why the file is not."""
    kop = slot.kop(SALT_BYTES)
    # A full disk can leave half a page behind, but then the WAL it came from is still there.
    afgekapt = slot.omvang % PAGE and not plek.wal_is_gevuld
    try:
        db = connection.connect(plek.database, key)
    except dbapi2.DatabaseError as fout:
        if getattr(fout, "sqlite_errorcode", 0) != connection.NOTADB:
            raise
        raise (KluisBeschadigd() if kop == database_salt(kluis_id) else _vreemd(kop)) from None
    if kop != database_salt(kluis_id) or afgekapt:
        db.close()
        raise KluisBeschadigd
    return db


def keur(db: dbapi2.Connection, kluis_id: str) -> None:
    """Refuses a database that is not this vault, or of a later program; changes nothing."""
    if connection.pragma_int(db, "application_id") != connection.APPLICATION_ID:
        raise GeenKluis
    versie = connection.pragma_int(db, "user_version")
    migrate.refuse_newer(versie)
    if versie < 1:
        raise KluisBeschadigd
    if db.execute("SELECT id FROM kluis").fetchone() != (kluis_id,):
        raise SleutelVanAndereKluis


def _versie_in_kopie(plek: Plaats, slot: Slot, key: str) -> int:
    """The version of a vault that was not closed, without touching it.

    Merely closing a connection would move the WAL into the database. The version is on the first
    page, so that page, the WAL and the size are all the copy needs.
    """
    with tempfile.TemporaryDirectory(prefix="casusoverleg-") as map_:
        kopie = Plaats(Path(map_) / "kopie")
        kopie.database.write_bytes(slot.kop(PAGE))
        os.truncate(kopie.database, slot.omvang)
        kopie.wal.write_bytes(plek.wal.read_bytes())
        db = connection.connect(kopie.database, key)
        try:
            return connection.pragma_int(db, "user_version")
        finally:
            db.close()
