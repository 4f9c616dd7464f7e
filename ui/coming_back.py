"""Which page one was on, in a word that says nothing to who has no key of this kluis.

The new process gets it from its environment; so it holds no code of a casus and no overleg, but a
pseudonym made with a key that lies in the kluis. After unlocking it is looked up again. At the
door the numbers of the empty seats go with it: who was not there must not be there after a lock.
"""

from collections.abc import Iterator

from casus_app.domein.casus import Casus
from casus_app.domein.overleg import Bespreking, Overleg
from ui.pages.casus_page import CasusPage
from ui.pages.dossier_page import DossierPage
from ui.pages.overleg_page import OverlegPage
from ui.session import Session

DOSSIER, OVERLEG, TAFEL = "dossier", "overleg", "tafel"
Shown = tuple[str, tuple[str, ...]]
"""The kind of page, and the keys of what it shows."""
_EMPTY = "."
"""Before the number of each seat that stays empty at the door."""
_SOORT = "plek"
"""Apart from the pseudonyms of the logboek: the one cannot be laid beside the other."""


def mark(session: Session, page: Shown) -> str:
    """The word for this page."""
    kind, keys = page
    return session.pseudonym(_SOORT, " ".join((kind, *keys)))


def word_of(session: Session, page: object) -> str:
    """The word for what this page shows; empty when the rail says enough."""
    if isinstance(page, DossierPage):
        return mark(session, (DOSSIER, (page.casus,)))
    if isinstance(page, OverlegPage):
        return mark(session, (OVERLEG, (page.overleg,)))
    if isinstance(page, CasusPage):
        empty = (f"{_EMPTY}{number}" for number in page.staat.empty_seats)
        return "".join((mark(session, (TAFEL, page.key)), *empty))
    return ""


def find(session: Session, word: str) -> Shown | None:
    """The page of this word; `None` when it is not there any more, or never was one of these."""
    sought = word.partition(_EMPTY)[0]
    return next((page for page in _pages(session) if mark(session, page) == sought), None)


def empty_seats(word: str) -> frozenset[int]:
    """The numbers that go with it."""
    return frozenset(int(part) for part in word.split(_EMPTY)[1:] if part.isdecimal())


def _pages(session: Session) -> Iterator[Shown]:
    for casus in session.zoek(Casus):
        yield DOSSIER, (casus.id,)
    for overleg in session.zoek(Overleg):
        yield OVERLEG, (overleg.id,)
    for punt in session.zoek(Bespreking):
        yield TAFEL, (punt.overleg, punt.casus)
