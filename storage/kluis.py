"""The open vault: values in and out of SQLCipher, each change with its line in the logboek."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from threading import Lock, RLock
from typing import Self, TypeVar

from sqlcipher3 import dbapi2

from casus_app.domein.klad import Klad
from casus_app.domein.toegang import Sleutelwerk, Toegang
from casus_app.domein.waarde import W, Waarde, sleutel_van
from casus_app.fouten import OpslagFout
from casus_app.poorten import (
    ALLES,
    KEREN,
    BewaardeRegel,
    Logregel,
    Logstand,
    Logzeef,
    Ondertekening,
    Opslag,
    Vaststelling,
    Voortgang,
    Wijziging,
)
from storage import anchor, checks, connection, ledger, log_search, logbook, signing, workkeys
from storage.access import Access, set_stand
from storage.errors import (
    KluisDicht,
    NietBewaarbaar,
    Onzeker,
    SchijfFout,
    SchijfVol,
    SleutelsOnaf,
    SlotOnbekend,
    translate,
    translated,
)
from storage.files import FileLock, Plaats, sync_file
from storage.keys import Sleutelring
from storage.logbook import Head, Logboek, Walk
from storage.outside import Outside
from storage.quiet import Quiet, Stand
from storage.remembered import Remembered
from storage.rows import Unequal, codec
from storage.sealing import Sealing
from storage.shelf import Changed, Shelf

R = TypeVar("R")


class Kluis:
    """One vault, held by this program alone. Fits the port `Opslag`.

    Nobody else can write, so what was read or written once is remembered.
    Safe to use from several threads; they wait for each other.
    """

    def __init__(
        self,
        plaats: Plaats,
        ring: Sleutelring,
        lock: FileLock,
        db: dbapi2.Connection,
        *,
        alone: bool = False,
        access: Access | None = None,
    ) -> None:
        """Takes a file that is whole, locked and of this version: see `storage.opening`."""
        self.kluis_id, self._key = ring.kluis_id, ring.database
        self._lock, self.ring, self.plaats = lock, ring, plaats
        self.outside = Outside(plaats, ring, alone=alone)
        self._guard, self._quiet, self._unclean = RLock(), Quiet(), False
        self.een_tegelijk = Lock()  # for who makes or tries a backup
        self._known = Remembered()
        self._sealing = Sealing(ring)
        self._shelf = Shelf(self._known, self._sealing)
        self._closed: type[KluisDicht | Onzeker] = KluisDicht
        self._db: dbapi2.Connection | None = db
        self._log = Logboek(db, ring)
        self.access, self.sleutelmelding, self.pogingen = access, "", 0
        self.werkwortel_oud = access is not None and access.work_root_due
        self.ankermelding = anchor.judge(db, self.outside.anchors(self.outside.second(db)))
        self.oefening = bool(db.execute("SELECT oefening FROM kluis").fetchone()[0])
        if not alone:  # what a killed program did not come to
            self.outside.clear_work()
            self.outside.write_keys(db)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.sluit()

    def sluit(self) -> None:
        """Puts everything in the one file and lets go of it. May be called more than once.

        A backup that is being copied is waited for.
        """
        with self._quiet.copying, self._guard:
            db, self._db = self._db, None
            self._known.clear()
            self._sealing.forget()
            try:
                if db is not None:
                    self._quiet.try_checkpoint(db)
                    self._keep_outside(db)
                    db.close()
            finally:
                self._lock.release()

    def haal(self, soort: type[W], *sleutel: str) -> W | None:
        """The value with this key, or `None`."""
        with self._guard:
            known = self._known.values.get((soort, sleutel))
            if known is not None and self._db is not None:
                return known  # type: ignore[return-value] # stored under its own class
            try:
                return self._read(lambda db: self._shelf.fetch(db, codec(soort), sleutel))
            except (Unequal, NietBewaarbaar):  # what cannot be stored is not there
                return None

    def zoek(self, soort: type[W], /, **waar: object) -> tuple[W, ...]:
        """All values with these fields, in order of origin."""
        table = codec(soort)
        try:
            sql, cells = table.search(waar)
            asked = (sql, tuple(cells))
            with self._guard:
                known = self._known.found(soort, asked)
                if known is not None and self._db is not None:
                    return known  # type: ignore[return-value] # stored under its own class
                found = self._read(lambda db: self._shelf.search(db, table, sql, cells))
                self._known.keep_found(soort, asked, found)
                return found
        except (Unequal, NietBewaarbaar):  # what cannot be stored is not there
            return ()

    def leg_vast(
        self,
        wijzigingen: Sequence[Wijziging[Waarde]],
        regel: Logregel,
        *,
        grondig: bool = False,
        werk: Sleutelwerk | None = None,
        ondertekening: Ondertekening | None = None,
    ) -> str:
        """Writes all changes and the line in one transaction; on return it is durable.

        With `grondig` the WAL is emptied as well, so that what disappeared is nowhere in the
        files. Should that fail (a full disk), the act stands and emptying is tried again after
        each next act, on closing and on opening: `na_te_ruimen` tells. With `werk` the key file
        changes first; from then on the act is done, whatever happens (docs/besluiten/0024).
        """
        if werk is None:
            signs = signing.act(self.ring, ondertekening, regel)
            act = partial(self.commit, wijzigingen, regel, grondig=grondig, ook=signs)
            return self.outside.ballast.make_room(act) if grondig else act()
        if self.access is None:
            raise SlotOnbekend
        with self._quiet.copying, self._guard:
            self._database()
            stand = self.access.write(werk, wijzigingen, regel)
            try:
                self._renew(self.access.ring)
                zegel = self.commit(wijzigingen, regel, ook=set_stand(stand, self.ring))
            except OpslagFout:
                raise SleutelsOnaf from None
            self.outside.write_keys(self._database())
            return zegel

    def _renew(self, ring: Sleutelring) -> None:
        """Encrypts the database for a new root key, if it is one."""
        if ring.nummer == self.ring.nummer:
            return
        db = self._database()
        with translated():
            try:
                connection.rekey(db, ring.database)
            except dbapi2.Error:
                self._reopen()
                raise
        self.ring, self._key = ring, ring.database
        self.outside = self.outside.renewed(ring)
        self._sealing.renewed(ring)
        self._unclean = True  # the WAL has keys as they were wrapped before
        self._log = Logboek(db, ring)

    def commit(
        self,
        wijzigingen: Sequence[Wijziging[Waarde]],
        regel: Logregel,
        *,
        grondig: bool = False,
        ook: Callable[[dbapi2.Connection], object] | None = None,
    ) -> str:
        """Inside this package: as `leg_vast`, with `ook` in the same transaction."""
        with self._guard:
            db = self._database()
            changed: Changed = {}
            head: Head | None = None
            dead: tuple[str, ...] = ()
            erases = grondig and regel.handeling not in KEREN
            try:
                db.execute("BEGIN IMMEDIATE")
                for wijziging in wijzigingen:
                    self._shelf.apply(db, wijziging, changed)
                dead = workkeys.end(db, wijzigingen)
                if dead:
                    self._sealing.forget()
                head = self._log.append(db, regel)
                ledger.record_keys(db, head.nr, dead)
                if erases:
                    ledger.record(db, self._log, head.nr, wijzigingen)
                if ook is not None:
                    ook(db)
                db.execute("COMMIT")
            except BaseException as fout:  # noqa: BLE001 - also Ctrl+C; it is raised again
                self._roll_back(db, fout, head)
            assert head is not None  # noqa: S101 - otherwise _roll_back has raised
            self._log.head = head
            self._known.written(changed)
            if (grondig or self._unclean) and self._db is not None:
                room = self.outside.ballast if grondig else None
                self._unclean = not self._quiet.try_checkpoint(self._db, room)
            if (erases or dead) and self._db is not None:
                self.outside.write_erased(self._db)
            if dead and self._db is not None:
                self.outside.write_keys(self._db)
            return head.zegel

    def bewaar_klad(self, klad: Klad) -> None:
        """Writes half-typed text without a line in the logboek; empty takes it out thoroughly."""
        with self._guard:
            db = self._database()
            before = self.haal(Klad, *sleutel_van(klad))
            after = klad if klad.tekst else None
            if before == after:
                return
            changed: Changed = {}
            try:
                db.execute("BEGIN IMMEDIATE")
                self._shelf.apply(db, Wijziging(before, after), changed)
                db.execute("COMMIT")
            except BaseException as fout:  # noqa: BLE001 - also Ctrl+C; it is raised again
                self._roll_back(db, fout, None)
            self._known.written(changed)
            if after is None:
                self._unclean = not self._quiet.try_checkpoint(db)

    def slot(self) -> Toegang | None:
        """Who opened the vault."""
        return None if self.access is None else self.access.who()

    def sloten(self) -> tuple[Toegang, ...]:
        """Who can open the vault."""
        return () if self.access is None else self.access.all()

    @property
    def na_te_ruimen(self) -> bool:
        """Whether something that was removed thoroughly may still lie in the WAL, encrypted."""
        return self._unclean

    def vaststelling(self, nu: Ondertekening) -> Vaststelling:
        """Who signed this overleg, and whether these parts are still what they signed."""
        return self.met(lambda db: signing.stand(db, self.ring, nu))

    def laatste_zegel(self) -> str:
        """The seal of the last line: the anchor that goes on paper."""
        with self._guard:
            self._database()
            return self._log.head.zegel

    def controleer_logboek(self) -> Logstand:
        """Walks the chain from begin to end."""
        with self._guard:
            return self._read(self._log.verify)

    def loop_logboek_na(self, meld: Voortgang) -> Logstand | None:
        """The same a chunk at a time; between two chunks another thread can do its work."""
        walk = Walk()
        found: Logstand | None = None
        while found is None:
            if not meld(walk.nr, self._log.head.nr):
                return None
            with self._guard:
                found = self._read(lambda db: self._log.verify_chunk(db, walk))
        return found

    def pseudoniem(self, soort: str, sleutel: str) -> str:
        """The pseudonym under which the logboek speaks of this value."""
        return self._log.pseudoniem(soort, sleutel)

    def logregels(
        self, zeef: Logzeef = ALLES, *, voor: int | None = None
    ) -> Iterator[BewaardeRegel]:
        """The lines older than line `voor`, newest first, read a page at a time."""
        while True:
            page = self._log_page(zeef, voor)
            yield from page
            if len(page) < log_search.PAGE_LINES:
                return
            voor = page[-1].nr

    # --- what lies outside the database ---

    def stille_stand(self) -> AbstractContextManager[Stand]:
        """The database file exactly as the vault is now, standing still while acts go on."""
        return self._quiet.hold(self._guard, self._database, self._stand, self._go_on)

    def _stand(self, db: dbapi2.Connection) -> Stand:
        return Stand(self._lock, self._log.head, checks.counts(db), self.outside.second(db))

    def _go_on(self) -> None:
        if self._db is not None:
            self._db.execute("PRAGMA wal_autocheckpoint = 1000")
            self._unclean = self._unclean and not self._quiet.try_checkpoint(self._db)

    def met(self, doe: Callable[[dbapi2.Connection], R]) -> R:
        """Inside this package: asks the database something while nobody else does."""
        with self._guard:
            return self._read(doe)

    def leg_buiten_vast(self, *folders: Path) -> bool:
        """Writes anchors and the list of what was erased; false when something did not succeed."""
        return self.met(lambda db: self._keep_outside(db, *folders))

    def _keep_outside(self, db: dbapi2.Connection, *folders: Path) -> bool:
        return self.outside.keep(db, *folders, anchored=self.ankermelding is None)

    def _log_page(self, zeef: Logzeef, before: int | None) -> list[BewaardeRegel]:
        with self._guard:
            return self._read(lambda db: log_search.page(db, zeef, before))

    def _database(self) -> dbapi2.Connection:
        if self._db is None:
            raise self._closed
        return self._db

    def _read(self, question: Callable[[dbapi2.Connection], R]) -> R:
        db = self._database()
        try:
            return question(db)
        except Exception as fout:
            self._known.clear()
            reason = translate(fout)
            if reason is None or reason is fout:
                raise
            raise reason from None

    def _roll_back(self, db: dbapi2.Connection, fout: BaseException, head: Head | None) -> None:
        """Undoes the transaction and raises the reason; returns only when it is durable after all.

        Until COMMIT nothing is in the file. When COMMIT itself reports a disk error, SQLite cannot
        tell whether it took place, so the file is opened again and asked.
        """
        self._known.clear()
        self._sealing.forget()
        reason = translate(fout, self.plaats.largest)
        if isinstance(reason, (SchijfFout, SchijfVol)):
            found = self._reopen()
            if head is not None and found == head.zegel:
                return
        else:
            with translated():
                if db.in_transaction:
                    db.execute("ROLLBACK")
                self._log.head = logbook.read_head(db)
        if reason is None or reason is fout:
            raise fout
        raise reason from None

    def _reopen(self) -> str:
        """Closes and opens the file; gives the seal of the last line that is really there."""
        if self._db is not None:
            self._db.close()
        self._db = None
        self._quiet.disturbed()
        try:
            self._db = connection.connect(self.plaats.database, self._key)
            connection.prepare_writing(self._db)
            self._log.head = logbook.read_head(self._db)
            if self.plaats.wal.exists():
                sync_file(self.plaats.wal)
        except Exception:  # noqa: BLE001 - whatever it is, the state is not known
            if self._db is not None:
                self._db.close()
            self._db, self._closed = None, Onzeker
            raise Onzeker from None
        return self._log.head.zegel


def _fits_the_port(kluis: Kluis) -> Opslag:
    """Only for the type checker: it fails here when the port and the vault drift apart."""
    return kluis
