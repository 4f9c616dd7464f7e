"""Values in and out of the tables of an open vault, remembered once they were seen."""

from collections.abc import Sequence
from typing import Any

from sqlcipher3 import dbapi2

from casus_app.domein.waarde import W, Waarde
from casus_app.poorten import Wijziging
from storage.errors import Achterhaald
from storage.keys import Sleutelring
from storage.remembered import Ident, Remembered
from storage.rows import Cell, Codec, codec
from storage.sealing import Sealing

_UNKNOWN = object()

Changed = dict[Ident, Waarde | None]
"""What a running transaction wrote; `None` is gone."""


class Shelf:
    """The one way values go to and from rows."""

    def __init__(self, known: Remembered, sealing: Sealing) -> None:
        """`known` is shared with who commits."""
        self._known = known
        self._sealing = sealing

    def fetch(self, db: dbapi2.Connection, table: Codec[W], sleutel: Sequence[object]) -> W | None:
        """The value with this key. Raises `Unequal`."""
        row = db.execute(table.select_one, table.key_cells(sleutel)).fetchone()
        return None if row is None else self.value(db, table, row)

    def search(
        self, db: dbapi2.Connection, table: Codec[W], sql: str, cells: Sequence[Cell]
    ) -> tuple[W, ...]:
        """The values in the rows that this query gives."""
        return tuple([self.value(db, table, row) for row in db.execute(sql, cells).fetchall()])

    def value(self, db: dbapi2.Connection, table: Codec[W], row: Sequence[Any]) -> W:
        """The value in a row; the same object as before when it was read before."""
        ident = (table.soort, table.key_in(row))
        known = self._known.values.get(ident)
        if known is None:
            known = self._sealing.value(db, table, row)
            self._known.keep(ident, known)
        return known  # type: ignore[return-value] # stored under its own class

    def apply(self, db: dbapi2.Connection, wijziging: Wijziging[Waarde], changed: Changed) -> None:
        """Writes one change, if what is stored is what it starts from. Raises `Achterhaald`."""
        voor, na = wijziging.voor, wijziging.na
        waarde = na if na is not None else voor
        if waarde is None:
            raise ValueError("een wijziging van niets naar niets")
        table: Codec[Waarde] = codec(type(waarde))
        sleutel = table.key_of(waarde)
        key, ident = table.key_cells(sleutel), (table.soort, sleutel)
        if self._stored(db, table, ident, changed) != voor:
            raise Achterhaald
        if na is None:
            touched = db.execute(table.delete, key).rowcount
        else:
            row = self._sealing.row(
                db, table, na, lambda: db.execute(table.select_one, key).fetchone()
            )
            if voor is None:
                touched = db.execute(table.insert, row).rowcount
            else:
                touched = db.execute(table.update, table.for_update(row)).rowcount
        if touched != 1:
            raise Achterhaald
        changed[ident] = na

    def _stored(
        self, db: dbapi2.Connection, table: Codec[Waarde], ident: Ident, changed: Changed
    ) -> Waarde | None:
        """What is stored now, seen from inside the running transaction."""
        waarde: object = changed.get(ident, _UNKNOWN)
        if waarde is _UNKNOWN:
            waarde = self._known.values.get(ident, _UNKNOWN)
        if waarde is not _UNKNOWN:
            return waarde  # type: ignore[return-value] # only the sentinel is not a value
        row = db.execute(table.select_one, table.key_cells(ident[1])).fetchone()
        return None if row is None else self._sealing.value(db, table, row)


class Reader:
    """Asks a database that is not an open vault, as the rules ask the vault."""

    def __init__(self, db: dbapi2.Connection, ring: Sleutelring) -> None:
        """Nothing is written through it."""
        self._db = db
        self._shelf = Shelf(Remembered(), Sealing(ring))

    def zoek(self, soort: type[W], /, **waar: object) -> tuple[W, ...]:
        """All values with these fields, in order of origin."""
        table = codec(soort)
        sql, cells = table.search(waar)
        rows = self._db.execute(sql, cells).fetchall()
        return tuple([self._shelf.value(self._db, table, row) for row in rows])
