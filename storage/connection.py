"""A keyed, checked SQLCipher connection with one way to write."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from sqlcipher3 import dbapi2

APPLICATION_ID = 0x43415355
NOTADB = 26
"""The error code of SQLite for a file whose first page the key does not fit."""
_OLDEST_CIPHER = (4, 17)
_WAIT_SECONDS = 0.2
_CACHED_STATEMENTS = 512

_RECIPE = (
    "PRAGMA cipher_log_level = NONE",  # otherwise it writes to stderr
    "PRAGMA temp_store = MEMORY",  # FILE would write plain text to /var/tmp
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)
_WRITING = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")


def connect(pad: Path, key: str) -> dbapi2.Connection:
    """An open connection by the recipe, before anything of the file was changed.

    `key` is what `set_key` takes, never a passphrase. The first read proves the key; a file that
    does not fit it gives SQLITE_NOTADB.
    """
    db = dbapi2.connect(
        f"file:{quote(str(pad.absolute()))}?mode=rw",
        uri=True,
        timeout=_WAIT_SECONDS,
        isolation_level=None,
        check_same_thread=False,  # opened by a worker, used by the window; Kluis holds a lock
        cached_statements=_CACHED_STATEMENTS,
    )
    try:
        db.set_key(key)
        for pragma in _RECIPE:
            db.execute(pragma)
        _check_build(db)
        pragma_int(db, "schema_version")
    except BaseException:
        db.close()
        raise
    return db


def connect_any(pad: Path, keys: Mapping[int, str]) -> tuple[dbapi2.Connection, int]:
    """As `connect` with the first of these keys that fits, and its number."""
    for nummer, key in keys.items():
        try:
            return connect(pad, key), nummer
        except dbapi2.DatabaseError as fout:
            if getattr(fout, "sqlite_errorcode", 0) != NOTADB or nummer == list(keys)[-1]:
                raise
    raise ValueError("geen sleutel om te proberen")


def rekey(db: dbapi2.Connection, key: str) -> None:
    """Encrypts every page again with another key, in one transaction, and empties the WAL.

    Killed in between, the file has the old key or the new one, whole (docs/besluiten/0024).
    """
    db.execute(f'PRAGMA rekey = "{key}"')
    checkpoint(db)


def prepare_writing(db: dbapi2.Connection) -> None:
    """Makes every COMMIT durable: WAL with an fsync for each."""
    for pragma in _WRITING:
        db.execute(pragma)
    if db.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        raise RuntimeError("SQLite wil niet in WAL schrijven")


def pragma_int(db: dbapi2.Connection, name: str) -> int:
    """The value of a pragma that is a number."""
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])


def checkpoint(db: dbapi2.Connection) -> bool:
    """Moves everything out of the WAL and empties it; false when that did not succeed."""
    busy, _, _ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _check_build(db: dbapi2.Connection) -> None:
    """These are promises of the installed library, not of the vault: failing them is our bug."""
    version = db.execute("PRAGMA cipher_version").fetchone()[0]
    if tuple(int(part) for part in version.split()[0].split(".")[:2]) < _OLDEST_CIPHER:
        raise RuntimeError(f"SQLCipher {version} is te oud")
    options = {option for (option,) in db.execute("PRAGMA compile_options")}
    if pragma_int(db, "temp_store") != 2 or not options & {"TEMP_STORE=2", "TEMP_STORE=3"}:  # noqa: PLR2004 - SQLite's own number for memory
        raise RuntimeError("tijdelijke gegevens zouden op de schijf komen")
