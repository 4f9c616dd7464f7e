"""What was erased for good, without its content, so that a backup cannot bring it back.

An act that destroys writes here which row went, or which fields became empty, in its own
transaction; the row is named by a pseudonym only the vault can make. A sealed copy of the list
lies outside the database (`Plaats.gewist`, and with every folder of backups). What a backup does
not know yet is done again on it: when it is put back, and before that in the backup itself.
"""

import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, get_type_hints

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlcipher3 import dbapi2

from casus_app.domein.waarde import Waarde
from casus_app.poorten import Wijziging
from storage import workkeys
from storage.files import write_beside
from storage.logbook import Logboek
from storage.rows import Cell, Codec, codec

_NONCE_BYTES = 12
_EMPTY: tuple[Cell, ...] = ("", None, "[]")
_INSERT = "INSERT OR IGNORE INTO gewist (logregel, soort, pseudoniem, velden) VALUES (?, ?, ?, ?)"
_SELECT = "SELECT logregel, soort, pseudoniem, velden FROM gewist ORDER BY nr"


@dataclass(frozen=True, slots=True)
class Gewist:
    """A row that went, or whose fields went; `velden` is JSON, empty when the row went."""

    logregel: int
    soort: str
    pseudoniem: str
    velden: str


def record(
    db: dbapi2.Connection, log: Logboek, nr: int, changes: Iterable[Wijziging[Waarde]]
) -> None:
    """Writes, inside the running transaction, what these changes take away for good."""
    for change in changes:
        if change.voor is None:
            continue
        table: Codec[Waarde] = codec(type(change.voor))
        velden = "" if change.na is None else _emptied(table, change.voor, change.na)
        if velden is not None:
            name = _pseudonym(log, table.table, table.key_cells(table.key_of(change.voor)))
            db.execute(_INSERT, (nr, table.table, name, velden))


def record_keys(db: dbapi2.Connection, nr: int, dead: Iterable[str]) -> None:
    """Writes, inside the running transaction, which keys of working text died."""
    for number in dead:
        db.execute(_INSERT, (nr, workkeys.TABLE, number, ""))


def _emptied(table: Codec[Waarde], voor: Waarde, na: Waarde) -> str | None:
    """The fields that became empty, with what fields of a fixed choice became meanwhile.

    A choice (vernietigd, geschrapt) is no content; any other new text is, and stays out.
    """
    hints = get_type_hints(table.soort)
    before, after = table.row(voor), table.row(na)
    gone: dict[str, Cell] = {}
    chosen: dict[str, Cell] = {}
    for veld, old, new in zip(fields(table.soort), before, after, strict=True):
        if old == new:
            continue
        if new in _EMPTY:
            gone[veld.name] = new
        elif isinstance(hints[veld.name], type) and issubclass(hints[veld.name], (StrEnum, bool)):
            chosen[veld.name] = new
    return json.dumps(gone | chosen, sort_keys=True) if gone else None


def _pseudonym(log: Logboek, table: str, key: Sequence[Cell]) -> str:
    if table == workkeys.TABLE:  # drawn at random: it says nothing
        return str(key[0])
    return log.pseudoniem(f"rij {table}", json.dumps(list(key), ensure_ascii=False))


def read(db: dbapi2.Connection) -> tuple[Gewist, ...]:
    """The whole list, oldest first."""
    return tuple(Gewist(*row) for row in db.execute(_SELECT))


def erase_again(db: dbapi2.Connection, log: Logboek, known: Iterable[Gewist]) -> int:
    """Does again, in one transaction, what this database does not know yet; gives how much.

    What points to a row that went, went with it at the time: so it does here.
    """
    done = set(read(db))
    missing = [entry for entry in dict.fromkeys(known) if entry not in done]
    if not missing:
        return 0
    db.execute("BEGIN IMMEDIATE")
    try:
        for table in sorted({entry.soort for entry in missing}):
            _erase_in(db, log, table, [entry for entry in missing if entry.soort == table])
        while loose := db.execute("PRAGMA foreign_key_check").fetchall():
            for table, rowid, *_ in loose:
                db.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))  # noqa: S608 - a name from our own schema
        for entry in missing:
            db.execute(_INSERT, (entry.logregel, entry.soort, entry.pseudoniem, entry.velden))
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    return len(missing)


def _erase_in(db: dbapi2.Connection, log: Logboek, table: str, entries: Sequence[Gewist]) -> None:
    columns = db.execute(f'PRAGMA table_info("{table}")').fetchall()
    key = [name for _, name, *_ in sorted((c for c in columns if c[5]), key=lambda c: c[5])]
    if not key:  # a kind of value this version has no table for any more
        return
    names = {name for _, name, *_ in columns}
    rows = db.execute(f'SELECT rowid, {", ".join(key)} FROM "{table}"').fetchall()  # noqa: S608 - idem
    at = {_pseudonym(log, table, cells): rowid for rowid, *cells in rows}
    for entry in entries:
        rowid = at.get(entry.pseudoniem)
        if rowid is None:
            continue
        if not entry.velden:
            db.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))  # noqa: S608 - idem
            continue
        for name, cell in json.loads(entry.velden).items():
            if name in names:
                db.execute(f'UPDATE "{table}" SET "{name}" = ? WHERE rowid = ?', (cell, rowid))  # noqa: S608 - idem


def write_sealed(pad: Path, key: bytes, kluis_id: str, entries: Iterable[Gewist]) -> None:
    """Writes the list outside the database, whole or not at all. Raises `OSError`."""
    rows = [[e.logregel, e.soort, e.pseudoniem, e.velden] for e in entries]
    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed = AESGCM(key).encrypt(nonce, json.dumps(rows).encode(), kluis_id.encode())
    write_beside(pad, nonce + sealed)


def read_sealed(pad: Path, key: bytes, kluis_id: str) -> tuple[Gewist, ...] | None:
    """The list in this file; `None` when there is none, or when it cannot be trusted."""
    try:
        content = pad.read_bytes()
        plain = AESGCM(key).decrypt(
            content[:_NONCE_BYTES], content[_NONCE_BYTES:], kluis_id.encode()
        )
    except (OSError, InvalidTag, ValueError):
        return None
    rows: list[list[Any]] = json.loads(plain)
    return tuple(Gewist(*row) for row in rows)
