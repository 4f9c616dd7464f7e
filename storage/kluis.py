"""The open vault: values in and out of SQLCipher, each change with its line in the logboek."""

from collections.abc import Callable, Iterator, Sequence
from threading import RLock
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlcipher3 import dbapi2

from casus_app.domein.waarde import W, Waarde
from casus_app.poorten import Logregel, Logstand, Wijziging
from storage import connection, logbook
from storage.errors import (
    Achterhaald,
    KluisDicht,
    NietBewaarbaar,
    Onzeker,
    SchijfFout,
    SchijfVol,
    vertaal,
)
from storage.files import Plaats, Slot, sync_file
from storage.keys import Doel, database_key, derive
from storage.logbook import BewaardeRegel, Kop, Logboek
from storage.rows import Codec, Unequal, codec

_CACHE_VALUES = 50_000
_UNKNOWN = object()
R = TypeVar("R")

Ident = tuple[type, tuple[object, ...]]


class Kluis:
    """One vault, held by this program alone. Fits the port `Opslag`.

    Nobody else can write, so a value read or written once is remembered: `haal` costs a lookup.
    Safe to use from several threads; they wait for each other.
    """

    def __init__(
        self, plaats: Plaats, wortel: bytes, kluis_id: str, slot: Slot, db: dbapi2.Connection
    ) -> None:
        """Takes a file that is whole, locked and of this version: see `storage.opening`."""
        self.kluis_id = kluis_id
        self._plaats = plaats
        self._slot = slot
        self._key = database_key(wortel, kluis_id)
        self._guard = RLock()
        self._cache: dict[Ident, Waarde] = {}
        self._dicht: type[KluisDicht | Onzeker] = KluisDicht
        self._na_te_ruimen = False
        self._db: dbapi2.Connection | None = db
        self._log = Logboek(
            db,
            derive(wortel, kluis_id, Doel.LOGBOEK),
            derive(wortel, kluis_id, Doel.PSEUDONIEM),
        )
        (oefening,) = db.execute("SELECT oefening FROM kluis").fetchone()
        self.oefening = bool(oefening)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        spoor: TracebackType | None,
    ) -> None:
        self.sluit()

    def sluit(self) -> None:
        """Puts everything in the one file and lets go of it. May be called more than once."""
        with self._guard:
            db, self._db = self._db, None
            self._cache.clear()
            try:
                if db is not None:
                    _ruim_op(db)
                    db.close()
            finally:
                self._slot.laat_los()

    def haal(self, soort: type[W], *sleutel: str) -> W | None:
        """The value with this key, or `None`."""
        with self._guard:
            gevonden = self._cache.get((soort, sleutel))
            if gevonden is not None and self._db is not None:
                return gevonden  # type: ignore[return-value] # stored under its own class
            try:
                return self._lees(lambda db: self._haal_uit(db, codec(soort), sleutel))
            except (Unequal, NietBewaarbaar):  # what cannot be stored is not there
                return None

    def zoek(self, soort: type[W], **waar: object) -> tuple[W, ...]:
        """All values with these fields, in order of origin."""
        kaart = codec(soort)
        try:
            sql, cells = kaart.search(waar)
            with self._guard:
                rows = self._lees(lambda db: db.execute(sql, cells).fetchall())
                return tuple([self._waarde(kaart, row) for row in rows])
        except (Unequal, NietBewaarbaar):  # what cannot be stored is not there
            return ()

    def leg_vast(
        self, wijzigingen: Sequence[Wijziging[Waarde]], regel: Logregel, *, grondig: bool = False
    ) -> str:
        """Writes all changes and the line in one transaction; on return it is durable.

        With `grondig` the WAL is emptied as well, so that what disappeared is nowhere in the
        files. Should that fail (a full disk), the act stands and emptying is tried again after
        each next act, on closing and on opening: `na_te_ruimen` tells.
        """
        with self._guard:
            db = self._open_db()
            nieuw: dict[Ident, Waarde | None] = {}
            kop: Kop | None = None
            try:
                db.execute("BEGIN IMMEDIATE")
                for wijziging in wijzigingen:
                    self._pas_toe(db, wijziging, nieuw)
                kop = self._log.voeg_toe(db, regel)
                db.execute("COMMIT")
            except BaseException as fout:  # noqa: BLE001 - also Ctrl+C; it is raised again
                self._draai_terug(db, fout, kop)
            assert kop is not None  # noqa: S101 - _draai_terug returns only after the line was written
            self._log.kop = kop
            self._onthoud(nieuw)
            if (grondig or self._na_te_ruimen) and self._db is not None:
                self._na_te_ruimen = not _ruim_op(self._db)
            return kop.zegel

    @property
    def na_te_ruimen(self) -> bool:
        """Whether something that was removed thoroughly may still lie in the WAL, encrypted."""
        return self._na_te_ruimen

    def laatste_zegel(self) -> str:
        """The seal of the last line: the anchor that goes on paper."""
        with self._guard:
            self._open_db()
            return self._log.kop.zegel

    def controleer_logboek(self) -> Logstand:
        """Walks the chain from begin to end."""
        with self._guard:
            return self._lees(self._log.controleer)

    def pseudoniem(self, soort: str, sleutel: str) -> str:
        """The pseudonym under which the logboek speaks of this value."""
        return self._log.pseudoniem(soort, sleutel)

    def logregels(
        self, *, voor: int | None = None, pseudoniem: str | None = None
    ) -> Iterator[BewaardeRegel]:
        """The lines older than line `voor`, newest first, read as they are asked for."""

        def lees(before: int | None, of: str | None) -> list[BewaardeRegel]:
            with self._guard:
                return self._lees(lambda db: logbook.page(db, before, of))

        return logbook.pages(lees, voor, pseudoniem)

    def _open_db(self) -> dbapi2.Connection:
        if self._db is None:
            raise self._dicht
        return self._db

    def _lees(self, vraag: Callable[[dbapi2.Connection], R]) -> R:
        db = self._open_db()
        try:
            return vraag(db)
        except Exception as fout:
            self._cache.clear()
            nieuw = vertaal(fout)
            if nieuw is None or nieuw is fout:
                raise
            raise nieuw from None

    def _haal_uit(
        self, db: dbapi2.Connection, kaart: Codec[W], sleutel: Sequence[object]
    ) -> W | None:
        row = db.execute(kaart.select_one, kaart.key_cells(sleutel)).fetchone()
        return None if row is None else self._waarde(kaart, row)

    def _waarde(self, kaart: Codec[W], row: Sequence[Any]) -> W:
        """The value in a row; the same object as before when it was read before."""
        ident = (kaart.soort, kaart.key_in(row))
        bekend = self._cache.get(ident)
        if bekend is None:
            bekend = kaart.value(row)
            self._bewaar_in_geheugen(ident, bekend)
        return bekend  # type: ignore[return-value] # stored under its own class

    def _pas_toe(
        self,
        db: dbapi2.Connection,
        wijziging: Wijziging[Waarde],
        nieuw: dict[Ident, Waarde | None],
    ) -> None:
        voor, na = wijziging.voor, wijziging.na
        waarde = na if na is not None else voor
        if waarde is None:
            raise ValueError("een wijziging van niets naar niets")
        kaart: Codec[Waarde] = codec(type(waarde))
        sleutel = kaart.key_of(waarde)
        ident = (kaart.soort, sleutel)
        if self._nu(db, kaart, ident, nieuw) != voor:
            raise Achterhaald
        if na is None:
            geraakt = db.execute(kaart.delete, kaart.key_cells(sleutel)).rowcount
        elif voor is None:
            geraakt = db.execute(kaart.insert, kaart.row(na)).rowcount
        else:
            geraakt = db.execute(kaart.update, kaart.row_for_update(na)).rowcount
        if geraakt != 1:
            raise Achterhaald
        nieuw[ident] = na

    def _nu(
        self,
        db: dbapi2.Connection,
        kaart: Codec[Waarde],
        ident: Ident,
        nieuw: dict[Ident, Waarde | None],
    ) -> Waarde | None:
        """What is stored now, seen from inside the running transaction."""
        waarde: object = nieuw.get(ident, _UNKNOWN)
        if waarde is _UNKNOWN:
            waarde = self._cache.get(ident, _UNKNOWN)
        if waarde is not _UNKNOWN:
            return waarde  # type: ignore[return-value] # only the sentinel is not a value
        row = db.execute(kaart.select_one, kaart.key_cells(ident[1])).fetchone()
        return None if row is None else kaart.value(row)

    def _onthoud(self, nieuw: dict[Ident, Waarde | None]) -> None:
        for ident, waarde in nieuw.items():
            if waarde is None:
                self._cache.pop(ident, None)
            else:
                self._bewaar_in_geheugen(ident, waarde)

    def _bewaar_in_geheugen(self, ident: Ident, waarde: Waarde) -> None:
        if len(self._cache) >= _CACHE_VALUES:
            self._cache.clear()
        self._cache[ident] = waarde

    def _draai_terug(self, db: dbapi2.Connection, fout: BaseException, kop: Kop | None) -> None:
        """Undoes the transaction and raises the reason; returns only when it is durable after all.

        Until COMMIT nothing is in the file. When COMMIT itself reports a disk error, SQLite cannot
        tell whether it took place, so the file is opened again and asked.
        """
        self._cache.clear()
        nieuw = vertaal(fout, self._plaats.grootste)
        if kop is not None and isinstance(nieuw, (SchijfFout, SchijfVol)):
            if self._heropen() == kop.zegel:
                return
        else:
            if db.in_transaction:
                db.execute("ROLLBACK")
            self._log.kop = logbook.read_head(db)
        if nieuw is None or nieuw is fout:
            raise fout
        raise nieuw from None

    def _heropen(self) -> str:
        """Closes and opens the file; gives the seal of the last line that is really there."""
        if self._db is not None:
            self._db.close()
        self._db = None
        self._dicht = Onzeker
        try:
            self._db = connection.connect(self._plaats.database, self._key)
            connection.prepare_writing(self._db)
            self._log.kop = logbook.read_head(self._db)
            if self._plaats.wal.exists():
                sync_file(self._plaats.wal)
        except Exception:  # noqa: BLE001 - whatever it is, the state is not known and that is what we say
            if self._db is not None:
                self._db.close()
                self._db = None
            raise Onzeker from None
        return self._log.kop.zegel


def _ruim_op(db: dbapi2.Connection) -> bool:
    try:
        return connection.checkpoint(db)
    except dbapi2.Error:
        return False
