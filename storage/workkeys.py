"""The keys of working text: one for each bespreking, wrapped under the work root.

They lie in a table of their own that no backup holds. What a backup needs of them lies in one
small sealed file in the same folder (`Outside.write_keys`), which is written
again without the dead ones as soon as a key dies: that is how destruction reaches text in a
backup that itself never changes. A key that is not known to be dead stays in that file, also when
the vault does not have it: it may be of a backup that is newer than the one that was put back.
"""

import json
import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlcipher3 import dbapi2

from casus_app.domein.waarde import Waarde
from casus_app.domein.werktekst import VELDEN, Vak, sterft
from casus_app.poorten import Wijziging
from storage.files import write_beside
from storage.keys import Doel, Sleutelring, derive
from storage.rows import table_name

TABLE = "werksleutel"
ID_BYTES, NONCE_BYTES = 8, 12
_INSERT = "INSERT OR IGNORE INTO werksleutel (id, overleg, casus, gewikkeld) VALUES (?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Werksleutel:
    """The wrapped key of one bespreking; who has the work root can unwrap it."""

    id: str
    vak: Vak
    gewikkeld: bytes

    def unwrap(self, ring: Sleutelring) -> bytes:
        """The key itself. Raises `InvalidTag` when it is of no work root here, or moved."""
        try:
            return self._open(ring, _wrapper(ring))
        except InvalidTag:
            for werk in reversed(ring.werk_eerder):
                with suppress(InvalidTag):
                    return self._open(ring, _wrapper(replace(ring, werk=werk)))
            raise

    def _open(self, ring: Sleutelring, wrapper: AESGCM) -> bytes:
        nonce, sealed = self.gewikkeld[:NONCE_BYTES], self.gewikkeld[NONCE_BYTES:]
        return wrapper.decrypt(nonce, sealed, _bound(ring, self.id, self.vak))

    def newest(self, ring: Sleutelring) -> "Werksleutel":
        """The same key under the newest work root, for who has that.

        As it is when it opens with none of ours: then somebody changed it, and reading says so.
        """
        if not ring.werk_eerder:
            return self
        with suppress(InvalidTag):
            self._open(ring, _wrapper(ring))
            return self
        with suppress(InvalidTag):
            return wrap(ring, self.id, self.vak, self.unwrap(ring))
        return self


def wrap(ring: Sleutelring, id: str, vak: Vak, key: bytes) -> Werksleutel:
    """The key, readable for who has the work root of this ring."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return Werksleutel(id, vak, nonce + _wrapper(ring).encrypt(nonce, key, _bound(ring, id, vak)))


def _wrapper(ring: Sleutelring) -> AESGCM:
    if ring.werk is None:
        raise ValueError("zonder werkwortel is er niets te wikkelen")
    return AESGCM(derive(ring.werk, ring.kluis_id, Doel.WERKTEKST))


def _bound(ring: Sleutelring, id: str, vak: Vak) -> bytes:
    return json.dumps([ring.kluis_id, id, *vak]).encode()


def read(db: dbapi2.Connection, waar: Mapping[str, str] | None = None) -> tuple[Werksleutel, ...]:
    """The living keys, of everything or of the besprekingen with these fields."""
    where = " AND ".join(f"{naam} = ?" for naam in waar or {})
    sql = "SELECT id, overleg, casus, gewikkeld FROM werksleutel"
    rows = db.execute(f"{sql} WHERE {where or 'true'} ORDER BY id", [*(waar or {}).values()])
    return tuple(Werksleutel(number, Vak(*vak), sealed) for number, *vak, sealed in rows)


def put(db: dbapi2.Connection, keys: Iterable[Werksleutel]) -> None:
    """Adds what is not there yet."""
    for key in keys:
        db.execute(_INSERT, (key.id, *key.vak, key.gewikkeld))


def rewrap(db: dbapi2.Connection, ring: Sleutelring) -> bool:
    """Wraps under the newest work root whatever is still under an earlier one; tells if any was.

    Done with the change itself and at every opening by who has the work root, so it does not
    matter where a kill came in between. `Outside.write_keys` brings the files beside the backups
    along.
    """
    stale = [again for key in read(db) if (again := key.newest(ring)) is not key]
    for key in stale:
        db.execute("UPDATE werksleutel SET gewikkeld = ? WHERE id = ?", (key.gewikkeld, key.id))
    return bool(stale)


def kill(db: dbapi2.Connection, waar: Mapping[str, str]) -> tuple[str, ...]:
    """Takes out the keys of these besprekingen; gives their numbers.

    Nothing may stay that only they could open: then the act that ends the bespreking forgot it.
    """
    dying = read(db, waar)
    for key in dying:
        db.execute("DELETE FROM werksleutel WHERE id = ?", (key.id,))
        if any(
            db.execute(f"{sql} AND overleg = ? AND casus = ?", key.vak).fetchone()
            for sql in _SEALED
        ):
            raise AssertionError("er blijft werktekst staan waarvan de sleutel sterft")
    return tuple(key.id for key in dying)


def end(db: dbapi2.Connection, changes: Iterable[Wijziging[Waarde]]) -> tuple[str, ...]:
    """Takes out, in the transaction that makes these changes, the keys that die with them."""
    ends = [waar for w in changes if (waar := sterft(w.voor, w.na)) is not None]
    return tuple(number for waar in ends for number in kill(db, waar))


def _sealed_in(soort: type) -> str:
    some = " OR ".join(f"typeof({veld}) = 'blob'" for veld in VELDEN[soort])
    return f"SELECT 1 FROM {table_name(soort)} WHERE ({some})"  # noqa: S608 - names of our own classes


_SEALED = tuple(_sealed_in(soort) for soort in VELDEN)


def dead(db: dbapi2.Connection) -> frozenset[str]:
    """The numbers of keys that died for good, as the list of what was erased has them."""
    rows = db.execute("SELECT pseudoniem FROM gewist WHERE soort = ?", (TABLE,))
    return frozenset(number for (number,) in rows)


def bring_back(db: dbapi2.Connection, keys: Iterable[Werksleutel]) -> None:
    """Puts in a backup, which has no keys, those that its own text is sealed with."""
    used = {cell[:ID_BYTES].hex() for _, _, _, cell in _sealed_cells(db)}
    put(db, [key for key in keys if key.id in used])


def empty_unreadable(db: dbapi2.Connection) -> int:
    """Empties, in a backup that is put back, the text whose key died since; gives how much."""
    known = {bytes.fromhex(key.id) for key in read(db)}
    lost = [found for found in _sealed_cells(db) if found[-1][:ID_BYTES] not in known]
    for table, veld, rowid, _ in lost:
        db.execute(f"UPDATE {table} SET {veld} = '' WHERE rowid = ?", (rowid,))  # noqa: S608 - names of our own classes
    return len(lost)


def _sealed_cells(db: dbapi2.Connection) -> list[tuple[str, str, int, bytes]]:
    found = []
    for soort, velden in VELDEN.items():
        for veld in velden:
            table = table_name(soort)
            sql = f"SELECT rowid, {veld} FROM {table} WHERE typeof({veld}) = 'blob'"  # noqa: S608 - idem
            found += [(table, veld, *row) for row in db.execute(sql).fetchall()]
    return found


def write_sealed(pad: Path, ring: Sleutelring, keys: Iterable[Werksleutel]) -> None:
    """Writes them beside the backups, whole or not at all. Raises `OSError`."""
    rows = [[key.id, *key.vak, key.gewikkeld.hex()] for key in keys]
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(ring.sleutel(Doel.WERKSLEUTELS)).encrypt(
        nonce, json.dumps(rows).encode(), ring.kluis_id.encode()
    )
    write_beside(pad, nonce + sealed)


def read_sealed(pad: Path, ring: Sleutelring) -> tuple[Werksleutel, ...] | None:
    """The keys in this file; `None` when there is none, or when it cannot be trusted."""
    for key in ring.sleutels(Doel.WERKSLEUTELS).values():
        found = _read_under(key, pad, ring.kluis_id)
        if found is not None:
            return found
    return None


def sealed_newest(pad: Path, ring: Sleutelring) -> bool:
    """Whether this file is under the root key of now."""
    return _read_under(ring.sleutel(Doel.WERKSLEUTELS), pad, ring.kluis_id) is not None


def _read_under(key: bytes, pad: Path, kluis_id: str) -> tuple[Werksleutel, ...] | None:
    try:
        content = pad.read_bytes()
        plain = AESGCM(key).decrypt(
            content[:NONCE_BYTES], content[NONCE_BYTES:], kluis_id.encode()
        )
    except (OSError, InvalidTag, ValueError):
        return None
    rows: list[list[str]] = json.loads(plain)
    return tuple(
        Werksleutel(number, Vak(overleg, casus), bytes.fromhex(sealed))
        for number, overleg, casus, sealed in rows
    )
