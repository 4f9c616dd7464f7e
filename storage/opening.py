"""The doors of the vault: making one, opening one, and saying why that did not work."""

import os
import secrets
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2

from casus_app.domein.toegang import Toegang
from storage import attempts, connection, copying, keyfile, migrate, slots, swap, workkeys
from storage.access import Access, make_up, toegang_van
from storage.ballast import Ballast
from storage.errors import (
    GebruikerKiezen,
    GeenKluis,
    HerstelsleutelOnjuist,
    KluisBeschadigd,
    KluisBestaatAl,
    KluisOntbreekt,
    LeegBestand,
    SleutelbestandOntbreekt,
    SleutelVanAndereKluis,
    SlotOnbekend,
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
from storage.keyfile import Ontsloten, Sleutelbestand
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
    naam: str = "",
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
    way = slots.passphrase(ring.kluis_id, wachtzin, sterkte)
    slot = slots.new_slot(ring, way, rol=rol, naam=naam)
    bestand = Sleutelbestand(ring.kluis_id, (slot,)).sealed({1: ring.wortel})
    ontsloten = keyfile.open_slot(bestand, slot, way)
    with translated():
        lock = lock_new(plaats.in_making.database)
        with release_on_error(lock), _nothing_left_on_error(plaats.in_making):
            _fill(plaats.in_making, ring, oefening=oefening)
            if plaats.database.exists():
                raise KluisBestaatAl
            # Of another vault that stood here. SQLite would take the first two for ours, and
            # somebody may still need the third.
            for pad_ in (plaats.wal, plaats.journal, plaats.sleutel, plaats.sleutel_vorige):
                move_aside(pad_)
            plaats.pogingen.unlink(missing_ok=True)
            write_beside(plaats.sleutel, bestand.to_bytes())
            plaats.in_making.database.rename(plaats.database)
            sync_folder(plaats.database.parent)
            return enter(plaats, ontsloten.ring, lock, access=_access(plaats, ontsloten, sterkte))


def new_ring() -> Sleutelring:
    """The keys of a vault that is about to be made; nobody but its maker has them yet."""
    return Sleutelring(
        secrets.token_bytes(KEY_BYTES),
        secrets.token_hex(SALT_BYTES),
        werk=secrets.token_bytes(KEY_BYTES),
    )


def _access(plaats: Plaats, ontsloten: Ontsloten, sterkte: KdfSterkte) -> Access:
    return Access(plaats, ontsloten, sterkte)


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


def open_kluis(pad: Path, wachtzin: str, wie: str = "") -> Kluis:
    """Opens the vault at this place. Every reason not to is an `OpslagFout` of its own.

    `wie` is the slot of who opens it; it may stay away as long as only one person can.
    """

    def ontsluit(bestand: Sleutelbestand) -> Ontsloten:
        if not wie and len(keyfile.passphrase_slots(bestand)) > 1:
            raise GebruikerKiezen
        return keyfile.unlock(bestand, wachtzin, wie)

    return _open(pad, ontsluit)


def open_met_herstelsleutel(pad: Path, sleutel: bytes) -> Kluis:
    """Opens the vault with a recovery key; all that can be done then is to choose a passphrase."""

    def ontsluit(bestand: Sleutelbestand) -> Ontsloten:
        for slot in bestand.sloten:
            if slot.soort == slots.HERSTEL:
                way = slots.try_recovery(bestand.kluis, slot, sleutel)
                if way is not None:
                    return keyfile.open_slot(bestand, slot, way)
        raise HerstelsleutelOnjuist

    return _open(pad, ontsluit)


def _open(pad: Path, ontsluit: Callable[[Sleutelbestand], Ontsloten]) -> Kluis:
    if not kluis_bestaat(pad):
        raise KluisOntbreekt
    plaats = locate(pad)
    with translated():
        swap.finish(plaats)
        lock = lock_file(plaats.database)
        with release_on_error(lock):
            attempts.pause(plaats)
            try:
                ontsloten = unlock(plaats, lock, ontsluit)
            except (WachtzinOnjuist, HerstelsleutelOnjuist):
                attempts.failed(plaats)
                raise
            sterkte = _strength_for_new(ontsloten.bestand)
            access = _access(plaats, ontsloten, sterkte)
            kluis = enter(plaats, ontsloten.ring, lock, access=access)
    try:
        with translated():
            noticed = make_up(kluis, access, ontsloten.bestand)
            if kluis.met(lambda db: workkeys.rewrap(db, kluis.ring)):
                kluis.met(kluis.outside.write_keys)
        kluis.pogingen = attempts.taken(plaats)
        kluis.sleutelmelding = f"{noticed} {attempts.sentence(kluis.pogingen)}".strip()
        with suppress(OSError):  # the next opening tries again
            plaats.sleutel_vorige.unlink(missing_ok=True)
    except BaseException:
        kluis.sluit()
        raise
    return kluis


def _strength_for_new(bestand: Sleutelbestand) -> KdfSterkte:
    """A new passphrase is stretched as much as the strongest that is there."""
    known = [slots.strength(slot)[0] for slot in keyfile.passphrase_slots(bestand)]
    return max(known, key=lambda one: (one.m_kib, one.t), default=ECHT)


def sloten_van(pad: Path) -> tuple[Toegang, ...]:
    """Who can open the vault at this place, as its key file says it; read without any key.

    Anybody could have written that file: it is for choosing who one is, and proves nothing.
    """
    with translated():
        bestand = _read(locate(pad))
    return tuple(toegang_van(slot) for slot in keyfile.known_slots(bestand))


def _read(plaats: Plaats) -> Sleutelbestand:
    try:
        return keyfile.parse(plaats.sleutel.read_bytes())
    except FileNotFoundError:
        raise SleutelbestandOntbreekt from None


def unlock(
    plaats: Plaats, lock: FileLock, ontsluit: Callable[[Sleutelbestand], Ontsloten]
) -> Ontsloten:
    """What is opened in the key file beside this database, or the best reason why not."""
    head = lock.read(SALT_BYTES)
    if not head:
        raise LeegBestand
    if head == _PLAIN_SQLITE:
        raise GeenKluis
    try:
        bestand = _read(plaats)
    except SleutelbestandOntbreekt:
        if head.startswith(DATABASE_MAGIC):
            raise
        raise GeenKluis from None
    try:
        return ontsluit(bestand)
    except (WachtzinOnjuist, WachtzinOnbruikbaar, HerstelsleutelOnjuist, SlotOnbekend) as fout:
        if head != database_salt(bestand.kluis):
            raise _foreign(head) from None
        raise (WachtzinOnjuist() if isinstance(fout, WachtzinOnbruikbaar) else fout) from None


def _foreign(head: bytes) -> SleutelVanAndereKluis | GeenKluis:
    """Why a file that starts like this does not go with its key file."""
    return SleutelVanAndereKluis() if head.startswith(DATABASE_MAGIC) else GeenKluis()


def enter(
    plaats: Plaats,
    ring: Sleutelring,
    lock: FileLock,
    *,
    alone: bool = False,
    access: Access | None = None,
) -> Kluis:
    """The open vault behind a root key, brought to the newest version, after a backup of the old.

    That backup failing does not stop the work: a migration is all or nothing by itself. A database
    that still has an earlier root key gets the newest: the program was killed while somebody was
    removed.
    """
    interrupted = plaats.wal_in_use
    if interrupted:
        migrate.refuse_newer(_peek_version(plaats, lock, ring))
    db, nummer = connect_vault(plaats, lock, ring)
    try:
        check_identity(db, ring.kluis_id)
        connection.prepare_writing(db)
        if nummer != ring.nummer:
            connection.rekey(db, ring.database)
        if connection.pragma_int(db, "user_version") < migrate.newest() and not alone:
            copying.before_migration(db, plaats, lock, ring)
        migrate.migrate(db)
        if interrupted:  # what a killed program had removed thoroughly, or meant to
            Ballast(plaats).make_room(partial(connection.checkpoint, db))
        kluis = Kluis(plaats, ring, lock, db, alone=alone, access=access)
    except BaseException:
        db.close()
        raise
    if not alone and not kluis.oefening:
        kluis.outside.ballast.lay()
    return kluis


def connect_vault(
    plaats: Plaats, lock: FileLock, ring: Sleutelring
) -> tuple[dbapi2.Connection, int]:
    """A connection and the number of the root key that fits, or the reason why none does."""
    head, own = lock.read(SALT_BYTES), database_salt(ring.kluis_id)
    # A full disk can leave half a page behind, but then the WAL it came from is still there.
    cut_off = lock.size % PAGE and not plaats.wal_in_use
    try:
        db, nummer = connection.connect_any(plaats.database, ring.databases)
    except dbapi2.DatabaseError as fout:
        if getattr(fout, "sqlite_errorcode", 0) != connection.NOTADB:
            raise
        raise (KluisBeschadigd() if head == own else _foreign(head)) from None
    if head != own or cut_off:
        db.close()
        raise KluisBeschadigd
    return db, nummer


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


def _peek_version(plaats: Plaats, lock: FileLock, ring: Sleutelring) -> int:
    """The version of a vault that was not closed, without touching it.

    Merely closing a connection would move the WAL into the database. The version is on the first
    page, so that page, the WAL and the size are all the copy needs.
    """
    with tempfile.TemporaryDirectory(prefix="casusoverleg-") as folder:
        copy = Plaats(Path(folder) / "kopie")
        copy.database.write_bytes(lock.read(PAGE))
        os.truncate(copy.database, lock.size)
        copy.wal.write_bytes(plaats.wal.read_bytes())
        db, _ = connect_vault(copy, lock, ring)
        with closing(db):
            return connection.pragma_int(db, "user_version")
