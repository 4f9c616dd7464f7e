"""Lines of the logboek by what one looks for, newest first, each page in milliseconds.

A line is of one kind: handeling, role and outcome. There are a few hundred kinds however long the
logboek is, and one index holds the numbers of each kind in order; so a page is the merge of the
newest numbers of the kinds that pass. A period is a stretch of numbers: between two lines that
say the clock was set back, the moments only grow, so both ends are found by halving.
"""

import heapq
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from sqlcipher3 import dbapi2

from casus_app.poorten import BewaardeRegel, Logzeef
from storage.errors import KluisBeschadigd
from storage.logbook import COLUMNS, TERUGGEZET
from storage.rows import encode_moment

PAGE_LINES = 128
_FIRST_LOOK = 8
"""So many numbers of a kind are read at first; most kinds give none of them to the page."""
_PAST_THE_LAST = 1 << 62

_KIND = "SELECT handeling, rol, uitkomst FROM logboek WHERE"
_NEXT_KINDS = (
    (f"{_KIND} handeling = ? AND rol = ? AND uitkomst > ? ORDER BY uitkomst LIMIT 1", 3),
    (f"{_KIND} handeling = ? AND rol > ? ORDER BY rol, uitkomst LIMIT 1", 2),
    (f"{_KIND} handeling > ? ORDER BY handeling, rol, uitkomst LIMIT 1", 1),
)
"""The next kind in the index, tried in this order; each with how many of the three it asks for.

Comparing the three at once would be one question, but SQLite then seeks by the first only.
"""
_OF_KIND = (
    "SELECT nr FROM logboek WHERE handeling = ? AND rol = ? AND uitkomst = ?"
    " AND nr >= ? AND nr < ? ORDER BY nr DESC LIMIT ?"
)
_ABOUT = (
    "SELECT nr, handeling, rol, uitkomst FROM logboek WHERE pseudoniem = ?"
    " AND nr >= ? AND nr < ? ORDER BY nr DESC"
)
_ANY = "SELECT nr FROM logboek WHERE nr >= ? AND nr < ? ORDER BY nr DESC LIMIT ?"
_LINE = f"SELECT {COLUMNS} FROM logboek WHERE nr = ?"  # noqa: S608 - a constant
_MOMENT = "SELECT nr, moment FROM logboek WHERE nr >= ? ORDER BY nr LIMIT 1"
_LAST = "SELECT max(nr) FROM logboek"


class Kind(NamedTuple):
    """What a line tells of in which role with which outcome."""

    handeling: str
    rol: str
    uitkomst: str

    def passes(self, zeef: Logzeef) -> bool:
        """Whether lines of this kind are looked for."""
        return (
            zeef.handeling in {"", self.handeling}
            and zeef.rol in {"", self.rol}
            and zeef.uitkomst in {"", self.uitkomst}
        )


class Stretch(NamedTuple):
    """Numbers from `low` up to but not including `high`."""

    low: int
    high: int


def page(db: dbapi2.Connection, zeef: Logzeef, before: int | None) -> list[BewaardeRegel]:
    """Up to `PAGE_LINES` lines older than `before` that pass, newest first."""
    numbers: list[int] = []
    for stretch in _stretches(db, zeef, _PAST_THE_LAST if before is None else before):
        numbers += islice(_numbers(db, zeef, stretch), PAGE_LINES - len(numbers))
        if len(numbers) == PAGE_LINES:
            break
    return [_regel(db.execute(_LINE, (nr,)).fetchone()) for nr in numbers]


def _numbers(db: dbapi2.Connection, zeef: Logzeef, stretch: Stretch) -> Iterator[int]:
    if zeef.pseudoniem:
        found = db.execute(_ABOUT, (zeef.pseudoniem, *stretch))
        return (nr for nr, *kind in found if Kind(*kind).passes(zeef))
    if not (zeef.handeling or zeef.rol or zeef.uitkomst):
        return (nr for (nr,) in db.execute(_ANY, (*stretch, PAGE_LINES)))
    passing = [kind for kind in kinds(db) if kind.passes(zeef)]
    return heapq.merge(*(_of_kind(db, kind, stretch) for kind in passing), reverse=True)


def _of_kind(db: dbapi2.Connection, kind: Kind, stretch: Stretch) -> Iterator[int]:
    low, high = stretch
    look = _FIRST_LOOK
    while True:
        found = db.execute(_OF_KIND, (*kind, low, high, look)).fetchall()
        for (nr,) in found:
            yield nr
            high = nr
        if len(found) < look:
            return
        look = PAGE_LINES


def kinds(db: dbapi2.Connection) -> list[Kind]:
    """Every kind that occurs: one step in the index for each, not one for each line."""
    made = []
    kind: Kind | None = Kind("", "", "")
    while kind is not None and (kind := _next_kind(db, kind)) is not None:
        made.append(kind)
    return made


def _next_kind(db: dbapi2.Connection, kind: Kind) -> Kind | None:
    for question, asked in _NEXT_KINDS:
        row = db.execute(question, kind[:asked]).fetchone()
        if row is not None:
            return Kind(*row)
    return None


def _stretches(db: dbapi2.Connection, zeef: Logzeef, before: int) -> Iterator[Stretch]:
    """The numbers within the period, newest stretch first."""
    if zeef.van is None and zeef.tot is None:
        yield Stretch(-_PAST_THE_LAST, before)
        return
    (last,) = db.execute(_LAST).fetchone()
    end = min(before, (last or 0) + 1)
    setbacks = _setbacks(db)
    for begin in [*setbacks, 1]:
        low = _first_from(db, zeef.van, begin, end) if zeef.van is not None else begin
        high = _first_from(db, zeef.tot, begin, end) if zeef.tot is not None else end
        if low < high:
            yield Stretch(low, high)
        end = min(end, begin)


def _setbacks(db: dbapi2.Connection) -> list[int]:
    """Where the clock was set back, newest first."""
    everything = Stretch(-_PAST_THE_LAST, _PAST_THE_LAST)
    found = [k for k in kinds(db) if k.handeling == TERUGGEZET]
    return sorted((nr for k in found for nr in _of_kind(db, k, everything)), reverse=True)


def _first_from(db: dbapi2.Connection, moment: datetime, low: int, high: int) -> int:
    """The first number in this stretch that is not before the moment, by halving."""
    sought = encode_moment(moment)
    while low < high:
        middle = (low + high) // 2
        row = db.execute(_MOMENT, (middle,)).fetchone()
        if row is None or row[0] >= high or row[1] >= sought:
            high = middle
        else:
            low = row[0] + 1
    return low


def _regel(row: tuple[object, ...]) -> BewaardeRegel:
    nr, moment, *rest = row
    names = ("gebruiker", "rol", "handeling", "uitkomst", "code", "soort", "pseudoniem", "aantal")
    fields = dict(zip(names, rest, strict=True))
    try:
        when = datetime.fromisoformat(str(moment))
    except ValueError:
        raise KluisBeschadigd from None
    return BewaardeRegel(nr=nr, moment=when, **fields)  # type: ignore[arg-type] # the columns are STRICT
