"""A copy of the vault file that was opened and found whole before it got its name."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import (
    AbstractContextManager,
    closing,
    contextmanager,
    nullcontext,
    suppress,
)
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from sqlcipher3 import dbapi2

from casus_app.fouten import OpslagFout
from casus_app.poorten import Meld
from storage import checks, connection, keyfile, ledger, logbook, migrate, sealing, workkeys
from storage.errors import KluisBeschadigd, KopieBeschadigd, translated
from storage.files import OWNER_ONLY, FileLock, Plaats, make_folder, sync_folder
from storage.keys import Sleutelring
from storage.logbook import Head, Logboek
from storage.outside import WORK_NAME, Outside
from storage.quiet import Stand

_BLOCK = 1 << 20
_KLAD = "klad"
_MOMENT_LENGTH = len("2026-11-24-170000")


def name_of(moment: datetime, head: Head) -> str:
    """When it was made, up to which line, and that line's seal: the same vault, the same name."""
    return f"{moment:%Y-%m-%d-%H%M%S}-{head.nr}-{head.zegel[:8]}.db"


def make_copy(
    folder: Path,
    moment: datetime,
    still: AbstractContextManager[Stand],
    plaats: Plaats,
    ring: Sleutelring,
    *,
    keep_keys: Callable[[Path], object],
    meld: Meld | None = None,
) -> tuple[Plaats, Stand]:
    """Copies, opens, compares, and only then gives the copy its name. Raises `OpslagFout`.

    The copy keeps no keys of working text; `keep_keys` puts them beside it, before it counts.

    Only the copying itself happens while the vault stands still. The vault as it is now is not
    copied a second time.
    """
    with translated():
        make_folder(folder)
        with work_folder(folder) as work:
            made = Plaats(work / "kluis")
            with still as stand:
                name = name_of(moment, stand.head)
                if (there := same_vault(folder, name)) is not None:
                    return there, stand
                _copy_blocks(stand.lock, made.database, meld)
                _copy_file(plaats.sleutel, made.sleutel)
            without_drafts = {naam: n for naam, n in stand.tellingen.items() if naam != _KLAD}
            with open_copy(made.database, ring) as (db, _):
                _refuse_damaged_text(db, ring)
                _drop_what_no_backup_keeps(db)
                inspect(db, ring, stand.head, without_drafts)
            keep_keys(folder)
            return give_name(made, folder, name), stand


def same_vault(folder: Path, name: str) -> Plaats | None:
    """A backup of the very same line, whenever it was made."""
    for pad in folder.glob(f"*{name[_MOMENT_LENGTH:]}"):
        if Plaats(pad).sleutel.exists():
            return Plaats(pad)
    return None


@contextmanager
def work_folder(folder: Path) -> Iterator[Path]:
    """Where a copy is made; what a killed program left there goes, and so does what fails."""
    work = folder / WORK_NAME
    shutil.rmtree(work, ignore_errors=True)
    make_folder(work)
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def give_name(made: Plaats, folder: Path, name: str) -> Plaats:
    """The key file first: a database under its own name is a backup, and has to be whole."""
    kept = Plaats(folder / name)
    for pad in (made.database, made.sleutel):
        fd = os.open(pad, os.O_RDWR | os.O_CLOEXEC)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)
    made.sleutel.replace(kept.sleutel)
    sync_folder(folder)
    made.database.replace(kept.database)
    sync_folder(folder)
    return kept


def copy_pair(source: Plaats, target: Plaats) -> None:
    """A backup and its key file, as they are."""
    _copy_file(source.database, target.database)
    _copy_file(source.sleutel, target.sleutel)
    if source.wal_in_use:
        _copy_file(source.wal, target.wal)


@contextmanager
def open_copy(pad: Path, ring: Sleutelring) -> Iterator[tuple[dbapi2.Connection, Logboek]]:
    """A copy that nobody else uses, with its logboek; closed with an empty WAL."""
    with speaking_of_a_copy():
        opened, _ = connection.connect_any(pad, ring.databases)
    with speaking_of_a_copy(), closing(opened) as db:
        connection.prepare_writing(db)
        yield db, Logboek(db, ring)
        if not connection.checkpoint(db):
            raise KopieBeschadigd


def check_key_file(made: Plaats, ring: Sleutelring) -> None:
    """Without its key file nobody opens a backup, however whole the database is."""
    bestand = keyfile.parse(made.sleutel.read_bytes())
    sealed = [zegel for _, zegel in bestand.zegels]
    known = [bestand.zegel(wortel) for wortel in ring.wortels.values()]
    if bestand.kluis != ring.kluis_id or not set(known) & set(sealed):
        raise KopieBeschadigd


def inspect(
    db: dbapi2.Connection,
    ring: Sleutelring,
    head: Head | None = None,
    tellingen: dict[str, int] | None = None,
) -> None:
    """Pages, tables, references and chain, and that it is the vault it was made of."""
    wrong = [*checks.pages(db), *checks.references(db)]
    log = Logboek(db, ring)
    found = {naam: n for naam, n in checks.counts(db).items() if naam != _KLAD}
    whole = (
        not wrong
        and db.execute("SELECT id FROM kluis").fetchone() == (ring.kluis_id,)
        and log.verify(db).heel
        and head in {None, logbook.read_head(db)}
        and tellingen in (None, found)
    )
    if not whole:
        raise KopieBeschadigd


def before_migration(
    db: dbapi2.Connection, plaats: Plaats, lock: FileLock, ring: Sleutelring
) -> None:
    """A backup of a vault of an older version; its moment is that of its last line."""
    with suppress(OpslagFout):
        head = logbook.read_head(db)
        if head.moment is not None and connection.checkpoint(db):
            stand = Stand(lock, head, checks.counts(db), None)
            keep = partial(Outside(plaats, ring).write_keys, db)
            make_copy(
                plaats.reserve, head.moment, nullcontext(stand), plaats, ring, keep_keys=keep
            )


def erase_in_copy(
    pad: Plaats, ring: Sleutelring, known: tuple[ledger.Gewist, ...], sleutel: Path
) -> int:
    """Does again in a backup what was erased since it was made; the backup is replaced whole.

    A backup under an earlier root key gets the newest and the key file of now (`sleutel`), so that
    who was removed cannot open it either; killed in between, that key file knows both.
    """
    with translated(), work_folder(pad.database.parent) as work:
        made = Plaats(work / "kluis")
        copy_pair(pad, made)
        old = _has_earlier_key(made.database, ring)
        with open_copy(made.database, ring) as (db, log):
            done = ledger.erase_again(db, log, known)
            if not done and not old:
                return 0
            if old:
                connection.rekey(db, ring.database)
            inspect(db, ring)
        if old:
            made.sleutel.unlink()
            _copy_file(sleutel, made.sleutel)
        give_name(made, pad.database.parent, pad.database.name)
    return done


def _refuse_damaged_text(db: dbapi2.Connection, ring: Sleutelring) -> None:
    if connection.pragma_int(db, "user_version") == migrate.newest():
        for _ in sealing.damage(db, ring):
            raise KopieBeschadigd


def _drop_what_no_backup_keeps(db: dbapi2.Connection) -> None:
    """Half-typed text, which is not the record of anything, and the keys of working text."""
    for table in (_KLAD, workkeys.TABLE):
        if db.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchone():
            db.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of our own


def _has_earlier_key(pad: Path, ring: Sleutelring) -> bool:
    db, nummer = connection.connect_any(pad, ring.databases)
    db.close()
    return nummer != ring.nummer


@contextmanager
def speaking_of_a_copy() -> Iterator[None]:
    """Damage is that of the backup here, and not of the vault."""
    try:
        with translated():
            yield
    except KluisBeschadigd:
        raise KopieBeschadigd from None


def _copy_blocks(lock: FileLock, target: Path, meld: Meld | None) -> None:
    """Through the descriptor that holds the lock: this process never opens the file again."""
    size = max(lock.size, 1)
    with _private(target) as out:
        while block := lock.read(_BLOCK, out.tell()):
            out.write(block)
            if meld is not None:
                meld(min(out.tell(), size), size)


def _copy_file(source: Path, target: Path) -> None:
    with source.open("rb") as inp, _private(target) as out:
        shutil.copyfileobj(inp, out, _BLOCK)


def _private(pad: Path) -> BinaryIO:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    return os.fdopen(os.open(pad, flags, OWNER_ONLY), "wb")
