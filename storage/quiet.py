"""Letting the database file stand still while it is copied, with the window alive.

In WAL mode only a checkpoint writes to the database file itself. While none takes place, the file
is exactly the vault at the last one, and acts go on into the WAL. `VACUUM INTO` would keep the
one connection busy, and with it the window, for as long as it takes.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock, RLock

from sqlcipher3 import dbapi2

from storage import connection
from storage.ballast import Ballast
from storage.errors import SchijfFout, translated
from storage.files import FileLock
from storage.logbook import Head


@dataclass(frozen=True, slots=True)
class Stand:
    """The vault at one moment, for who copies it."""

    lock: FileLock
    head: Head
    tellingen: dict[str, int]
    tweede: Path | None


class Quiet:
    """Whether the file stands still now; one copy at a time."""

    def __init__(self) -> None:
        self.copying = Lock()
        self._on = False

    def try_checkpoint(self, db: dbapi2.Connection, room: Ballast | None = None) -> bool:
        """Empties the WAL; false when that did not succeed, or may not happen now.

        With `room` it is worth the ballast.
        """
        if self._on:
            return False
        try:
            empty = partial(connection.checkpoint, db)
            return empty() if room is None else room.make_room(empty)
        except dbapi2.Error:
            return False

    def disturbed(self) -> None:
        """The file was closed and opened again: what is being copied is not to be trusted."""
        self._on = False

    @contextmanager
    def hold(
        self,
        guard: RLock,
        database: Callable[[], dbapi2.Connection],
        look: Callable[[dbapi2.Connection], Stand],
        after: Callable[[], object],
    ) -> Iterator[Stand]:
        """`look` and `after` are called inside `guard`; the copying itself is outside it."""
        with self.copying:
            with guard:
                db = database()
                with translated():
                    if not connection.checkpoint(db):
                        raise SchijfFout
                stand = look(db)
                db.execute("PRAGMA wal_autocheckpoint = 0")
                self._on = True
            try:
                yield stand
                if not self._on:
                    raise SchijfFout
            finally:
                with guard:
                    self._on = False
                    after()
