"""The head of the logboek, kept where the database is not.

The chain shows every change inside it; that its end was cut off, or that an old copy of the whole
vault was put back, only shows next to a seal kept elsewhere: in the key file and in the second
place. An anchor is written after the database and never before it, so that it is never ahead of a
vault that is as it should be.

Putting a backup back is a new branch of the chain. Its first line (`TERUGGEZET`) carries the
number of the branch and the last line of what it replaced, so that anchors of the old branch are
understood and give no alarm.
"""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlcipher3 import dbapi2

from casus_app.poorten import Logregel

TERUGGEZET = "reservekopie.teruggezet"
AANVAARD = "anker.aanvaarden"
BIJLAGE = "anker"
_BRANCHES = "SELECT code, aantal FROM logboek WHERE handeling IN (?, ?)"
_LINE = "SELECT zegel FROM logboek WHERE nr = ?"
_LAST = "SELECT coalesce(max(nr), 0) FROM logboek"


@dataclass(frozen=True, slots=True)
class Anker:
    """Line `nr` had this seal, on this branch (`tak`; 0 is the vault as it was made)."""

    nr: int
    tak: int
    zegel: str

    def to_text(self, key: bytes, kluis_id: str) -> str:
        """What is kept, sealed for this vault."""
        plain = f"{self.nr}:{self.tak}:{self.zegel}"
        return f"{plain}:{hmac.digest(key, f'{kluis_id}:{plain}'.encode(), 'sha256').hex()}"


def from_text(text: str, key: bytes, kluis_id: str) -> Anker | None:
    """The anchor in this text, or `None` when we did not write it."""
    if not text.isascii():
        return None
    plain, _, mac = text.strip().rpartition(":")
    ours = hmac.digest(key, f"{kluis_id}:{plain}".encode(), "sha256").hex()
    if not hmac.compare_digest(mac.encode(), ours.encode()):
        return None
    nr, tak, zegel = plain.split(":")
    return Anker(int(nr), int(tak), zegel)


def branch(db: dbapi2.Connection) -> int:
    """The branch this logboek is on."""
    return max((tak for tak, _ in _branches(db)), default=0)


def _branches(db: dbapi2.Connection) -> list[tuple[int, int]]:
    rows = db.execute(_BRANCHES, (TERUGGEZET, AANVAARD)).fetchall()
    return [(int(code), int(last or 0)) for code, last in rows if code.isdecimal()]


def head(db: dbapi2.Connection) -> Anker | None:
    """The anchor of what is in the database now; `None` for an empty logboek."""
    (nr,) = db.execute(_LAST).fetchone()
    row = db.execute(_LINE, (nr,)).fetchone()
    return None if row is None else Anker(nr, branch(db), row[0])


def new_branch(db: dbapi2.Connection, ankers: Iterable[Anker], regel: Logregel) -> Logregel:
    """The line after which anchors of the branches until now give no alarm any more."""
    known = [*ankers, *([here] if (here := head(db)) is not None else [])]
    tak = max([branch(db), *(one.tak for one in known)]) + 1
    return replace(regel, code=str(tak), aantal=max((one.nr for one in known), default=0))


def judge(db: dbapi2.Connection, ankers: Iterable[Anker]) -> str | None:
    """What these anchors show to be wrong, in one sentence; `None` when they all fit."""
    branches = _branches(db)
    tak = max((number for number, _ in branches), default=0)
    (last,) = db.execute(_LAST).fetchone()
    for anker in sorted(ankers, key=lambda one: one.nr, reverse=True):
        if db.execute(_LINE, (anker.nr,)).fetchone() == (anker.zegel,):
            continue
        explained = any(number > anker.tak and until >= anker.nr for number, until in branches)
        if anker.tak < tak and explained:
            continue
        if anker.nr > last:
            return (
                f"Het logboek hoort ten minste {anker.nr} regels te hebben en heeft er {last}: "
                "dit is een oudere kopie van de kluis, of het eind is eraf gehaald. Is er buiten "
                "het programma om een kopie teruggezet? Vraag het na voor u verder werkt."
            )
        return (
            f"Regel {anker.nr} van het logboek is een andere dan bij het laatste sluiten: er is "
            "een oudere kopie van de kluis teruggezet en daarop is verder gewerkt. Vraag na wie "
            "dat deed voor u verder werkt."
        )
    return None
