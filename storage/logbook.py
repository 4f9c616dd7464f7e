"""The logboek: a keyed chain that only grows, without content and without names.

Every line is sealed over the seal of the line before it, so that a line that was changed, removed,
moved or added by anybody without the key is found and named. What it cannot show is that the last
lines were cut off together: for that, a seal must be kept outside the vault.
"""

import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlcipher3 import dbapi2

from casus_app.poorten import Logregel, Logstand
from storage.keys import Doel, Sleutelring
from storage.rows import encode_moment

GEEN_ZEGEL = "0" * 64
TERUGGEZET = "klok.teruggezet"
NIEUWE_SLEUTEL = "sleutel.vernieuwd"
"""From this line on the seals are made with the root key of which `aantal` is the number."""
_EPOCH = "SELECT max(aantal) FROM logboek WHERE handeling = ?"
_PSEUDONYM_LENGTH = 16
_CHUNK_LINES = 1000

COLUMNS = "nr, moment, gebruiker, rol, handeling, uitkomst, code, soort, pseudoniem, aantal"
_HANDELING, _AANTAL = 4, 9
_ALL = f"{COLUMNS}, vorige, zegel"
_INSERT = f"INSERT INTO logboek ({_ALL}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - a constant
_WALK = f"SELECT {_ALL} FROM logboek WHERE nr > ? ORDER BY nr LIMIT ?"  # noqa: S608 - a constant
_ANCHOR = "SELECT nr, moment FROM logboek WHERE substr(zegel, 1, ?) = ? ORDER BY nr LIMIT 1"
_HEAD = "SELECT nr, moment, zegel FROM logboek ORDER BY nr DESC LIMIT 1"
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Head:
    """The last line: its number, moment and seal."""

    nr: int
    moment: datetime | None
    zegel: str


class Logboek:
    """The chain of one vault; the head is kept in memory, because only we write."""

    def __init__(self, db: dbapi2.Connection, ring: Sleutelring) -> None:
        self._keys = ring.sleutels(Doel.LOGBOEK)
        self._newest = ring.nummer
        self._pseudonym_key = ring.sleutel(Doel.PSEUDONIEM)
        self.head = read_head(db)

    def pseudoniem(self, soort: str, sleutel: str) -> str:
        """By what the lines about this value are found, without saying which value it is."""
        message = f"{soort}|{sleutel}".encode()
        return hmac.digest(self._pseudonym_key, message, "sha256").hex()[:_PSEUDONYM_LENGTH]

    def append(self, db: dbapi2.Connection, regel: Logregel) -> Head:
        """Writes the line inside the running transaction; the new head is set after COMMIT."""
        head = self._begin_epoch(db, regel)
        if head.moment is not None and regel.moment < head.moment:
            head = self._write(db, head, regel, TERUGGEZET, about=False)
        return self._write(db, head, regel, regel.handeling, about=True)

    def _begin_epoch(self, db: dbapi2.Connection, regel: Logregel) -> Head:
        """The first line under a new root key says so, sealed with that key itself."""
        if len(self._keys) == 1:
            return self.head
        (epoch,) = db.execute(_EPOCH, (NIEUWE_SLEUTEL,)).fetchone()
        if (epoch or min(self._keys)) == self._newest:
            return self.head
        moment = max(regel.moment, self.head.moment or regel.moment)
        mark = replace(regel, moment=moment, onderwerp=None, aantal=self._newest)
        return self._write(db, self.head, mark, NIEUWE_SLEUTEL, about=False)

    def _write(
        self, db: dbapi2.Connection, head: Head, regel: Logregel, handeling: str, *, about: bool
    ) -> Head:
        soort = pseudoniem = None
        if about and regel.onderwerp is not None:
            soort = regel.onderwerp[0]
            pseudoniem = self.pseudoniem(*regel.onderwerp)
        cells = (
            head.nr + 1,
            encode_moment(regel.moment),
            regel.gebruiker,
            str(regel.rol),
            handeling,
            regel.uitkomst if about else "opgemerkt",
            regel.code if about else "",
            soort,
            pseudoniem,
            regel.aantal if about or handeling == NIEUWE_SLEUTEL else None,
        )
        zegel = self._zegel(head.zegel, cells, self._keys[self._newest])
        db.execute(_INSERT, (*cells, head.zegel, zegel))
        return Head(head.nr + 1, regel.moment, zegel)

    @staticmethod
    def _zegel(vorige: str, cells: tuple[object, ...], key: bytes) -> str:
        message = bytes.fromhex(vorige) + _encode(cells).encode()
        return hmac.digest(key, message, "sha256").hex()

    def verify(self, db: dbapi2.Connection) -> Logstand:
        """Walks the whole chain, a chunk at a time in memory."""
        walk = Walk()
        while (found := self.verify_chunk(db, walk)) is None:
            pass
        return found

    def verify_chunk(self, db: dbapi2.Connection, walk: "Walk") -> Logstand | None:
        """Walks on from where `walk` is; the outcome when it came to the end or to a break."""
        rows = db.execute(_WALK, (walk.after, _CHUNK_LINES)).fetchall()
        for *cells, stored_previous, zegel in rows:
            walk.nr += 1
            walk.after = cells[0]
            walk.epoch = self._epoch_at(walk.epoch or min(self._keys), cells)
            key = self._keys.get(walk.epoch, b"")
            if stored_previous != walk.zegel or zegel != self._zegel(
                walk.zegel, tuple(cells), key
            ):
                return self._stand(db, walk.nr)
            walk.zegel = zegel
        if rows:
            return None
        whole = (walk.nr, walk.zegel) == (self.head.nr, self.head.zegel)
        return self._stand(db, None if whole else walk.nr + 1)

    @staticmethod
    def _epoch_at(epoch: int, cells: Sequence[object]) -> int:
        """Which root key seals this line: a later one from a line that says so, never back."""
        aantal = cells[_AANTAL]
        newer = cells[_HANDELING] == NIEUWE_SLEUTEL and isinstance(aantal, int) and aantal > epoch
        return aantal if newer and isinstance(aantal, int) else epoch

    @staticmethod
    def _stand(db: dbapi2.Connection, breuk: int | None) -> Logstand:
        (regels,) = db.execute("SELECT count(*) FROM logboek").fetchone()
        return Logstand(breuk is None, regels, read_head(db).zegel, breuk)


@dataclass(slots=True)
class Walk:
    """How far a check of the chain has come; lines added meanwhile are walked as well."""

    nr: int = 0
    after: int = -1 << 62
    zegel: str = GEEN_ZEGEL
    epoch: int = 0


@dataclass(frozen=True, slots=True)
class Anchor:
    """The line whose seal stands in the foot of a paper; `after` lines came later."""

    nr: int
    moment: str
    after: int


def find_anchor(db: dbapi2.Connection, zegel: str) -> Anchor | None:
    """The line with this seal, or the first letters of it that fit in a foot; `None`: not here.

    A paper made before the tail of the logboek was cut off, has a seal that is nowhere any more.
    """
    row = db.execute(_ANCHOR, (len(zegel), zegel.lower())).fetchone()
    if row is None:
        return None
    nr, moment = row
    (after,) = db.execute("SELECT count(*) FROM logboek WHERE nr > ?", (nr,)).fetchone()
    return Anchor(int(nr), str(moment), int(after))


def read_head(db: dbapi2.Connection) -> Head:
    """The last line as it is stored; when it was tampered with, that is for `verify` to say."""
    row = db.execute(_HEAD).fetchone()
    if row is None:
        return Head(0, None, GEEN_ZEGEL)
    nr, moment, zegel = row
    try:
        return Head(nr, datetime.fromisoformat(moment), zegel)
    except ValueError:
        return Head(nr, None, zegel)
