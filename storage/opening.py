"""The doors of the vault: making one, opening one, and saying why that did not work."""

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from storage import connection, copying, keyfile, migrate, swap
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
    translated,
)
from storage.files import (
    FileLock,
    Plaats,
    locate,
    lock_file,
    lock_new,
    make_folder,
    move_aside,
    release_on_error,
    sync_folder,
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
    Sleutelring,
    database_salt,
)
from storage.kluis import Kluis

_PLAIN_SQLITE = b"SQLite format 3\0"
PAGE = 4096


def kluis_bestaat(pad: Path) -> bool:
    """Whether there is something at this place that can be opened, or is in the way."""
    with translated():
        plaats = locate(pad)
        return plaats.database.exists() or swap.pending(plaats)


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
    if kluis_bestaat(pad):
        raise KluisBestaatAl
    plaats = locate(pad)
    make_folder(plaats.database.parent)
    ring = new_ring()
    sterkte = kdf or (OEFENING if oefening else ECHT)
    slot = keyfile.new_slot(ring, wachtzin, sterkte, rol=rol)
    bestand = Sleutelbestand(ring.kluis_id, (slot,)).sealed({1: ring.wortel})
    with translated():
        lock = lock_new(plaats.in_making.database)
        with release_on_error(lock), _nothing_left_on_error(plaats.in_making):
            _fill(plaats.in_making, ring, oefening=oefening)
            if plaats.database.exists():
                raise KluisBestaatAl
            # Of another vault that stood here. SQLite would take the first two for ours, and
            # somebody may still need the third.
            for pad_ in (plaats.wal, plaats.journal, plaats.sleutel):
                move_aside(pad_)
            write_beside(plaats.sleutel, bestand.to_bytes())
            plaats.in_making.database.rename(plaats.database)
            sync_folder(plaats.database.parent)
            return enter(plaats, ring, lock)


def new_ring() -> Sleutelring:
    """All keys of a vault that is about to be made; nobody but its maker has them yet."""
    return Sleutelring(
        secrets.token_bytes(KEY_BYTES),
        secrets.token_hex(SALT_BYTES),
        werk=secrets.token_bytes(KEY_BYTES),
        ondertekening=secrets.token_bytes(KEY_BYTES),
    )


@contextmanager
def _nothing_left_on_error(plaats: Plaats) -> Iterator[None]:
    """Gives the room back when a vault could not be made, certainly on a full disk."""
    try:
        yield
    except BaseException:
        for pad in (plaats.database, plaats.wal, plaats.journal):
            pad.unlink(missing_ok=True)
        raise


def _fill(plaats: Plaats, ring: Sleutelring, *, oefening: bool) -> None:
    """A whole, empty vault in an empty file, closed and durable."""
    for pad in (plaats.wal, plaats.journal):
        pad.unlink(missing_ok=True)
    db = connection.connect(plaats.database, ring.database)
    try:
        connection.prepare_writing(db)
        db.execute(f"PRAGMA application_id = {connection.APPLICATION_ID:d}")
        migrate.migrate(db)
        db.execute("INSERT INTO kluis VALUES (1, ?, ?)", (ring.kluis_id, int(oefening)))
        connection.checkpoint(db)
    finally:
        db.close()


def open_kluis(pad: Path, wachtzin: str) -> Kluis:
    """Opens the vault at this place. Every reason not to is an `OpslagFout` of its own."""
    if not kluis_bestaat(pad):
        raise KluisOntbreekt
    plaats = locate(pad)
    with translated():
        swap.finish(plaats)
        lock = lock_file(plaats.database)
        with release_on_error(lock):
            return enter(plaats, unlock(plaats, lock, wachtzin), lock)


def unlock(plaats: Plaats, lock: FileLock, wachtzin: str) -> Sleutelring:
    """The keys this passphrase gives, or the best reason why not."""
    head = lock.read(SALT_BYTES)
    if not head:
        raise LeegBestand
    if head == _PLAIN_SQLITE:
        raise GeenKluis
    try:
        inhoud = plaats.sleutel.read_bytes()
    except FileNotFoundError:
        raise (SleutelbestandOntbreekt if head.startswith(DATABASE_MAGIC) else GeenKluis) from None
    bestand = keyfile.parse(inhoud)
    try:
        _, ring = keyfile.unlock(bestand, wachtzin)
    except (WachtzinOnjuist, WachtzinOnbruikbaar):
        if head == database_salt(bestand.kluis):
            raise WachtzinOnjuist from None
        raise _foreign(head) from None
    return ring


def _foreign(head: bytes) -> SleutelVanAndereKluis | GeenKluis:
    """Why a file that starts like this does not go with its key file."""
    return SleutelVanAndereKluis() if head.startswith(DATABASE_MAGIC) else GeenKluis()


def enter(plaats: Plaats, ring: Sleutelring, lock: FileLock, *, alone: bool = False) -> Kluis:
    """The open vault behind a root key, brought to the newest version, after a backup of the old.

    That backup failing does not stop the work: a migration is all or nothing by itself.
    """
    key, kluis_id = ring.database, ring.kluis_id
    interrupted = plaats.wal_in_use
    if interrupted:
        migrate.refuse_newer(_peek_version(plaats, lock, key, kluis_id))
    db = connect_vault(plaats, lock, key, kluis_id)
    try:
        check_identity(db, kluis_id)
        connection.prepare_writing(db)
        if connection.pragma_int(db, "user_version") < migrate.newest() and not alone:
            copying.before_migration(db, plaats, lock, ring)
        migrate.migrate(db)
        if interrupted:  # what a killed program had removed thoroughly, or meant to
            connection.checkpoint(db)
        return Kluis(plaats, ring, lock, db, alone=alone)
    except BaseException:
        db.close()
        raise


def connect_vault(plaats: Plaats, lock: FileLock, key: str, kluis_id: str) -> dbapi2.Connection:
    """A connection with a key that is known to be right, or the reason why the file is not."""
    head, own = lock.read(SALT_BYTES), database_salt(kluis_id)
    # A full disk can leave half a page behind, but then the WAL it came from is still there.
    cut_off = lock.size % PAGE and not plaats.wal_in_use
    try:
        db = connection.connect(plaats.database, key)
    except dbapi2.DatabaseError as fout:
        if getattr(fout, "sqlite_errorcode", 0) != connection.NOTADB:
            raise
        raise (KluisBeschadigd() if head == own else _foreign(head)) from None
    if head != own or cut_off:
        db.close()
        raise KluisBeschadigd
    return db


def check_identity(db: dbapi2.Connection, kluis_id: str) -> None:
    """Refuses a database that is not this vault, or of a later program; changes nothing."""
    if connection.pragma_int(db, "application_id") != connection.APPLICATION_ID:
        raise GeenKluis
    version = connection.pragma_int(db, "user_version")
    migrate.refuse_newer(version)
    if version < 1:
        raise KluisBeschadigd
    if db.execute("SELECT id FROM kluis").fetchone() != (kluis_id,):
        raise SleutelVanAndereKluis


def _peek_version(plaats: Plaats, lock: FileLock, key: str, kluis_id: str) -> int:
    """The version of a vault that was not closed, without touching it.

    Merely closing a connection would move the WAL into the database. The version is on the first
    page, so that page, the WAL and the size are all the copy needs.
    """
    with tempfile.TemporaryDirectory(prefix="casusoverleg-") as folder:
        copy = Plaats(Path(folder) / "kopie")
        copy.database.write_bytes(lock.read(PAGE))
        os.truncate(copy.database, lock.size)
        copy.wal.write_bytes(plaats.wal.read_bytes())
        with closing(connect_vault(copy, lock, key, kluis_id)) as db:
            return connection.pragma_int(db, "user_version")
