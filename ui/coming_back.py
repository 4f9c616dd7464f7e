"""Which page one was on, in a word that says nothing to who has no key of this kluis.

The new process gets it from its environment; so it holds no code of a casus and no overleg, but a
pseudonym made with a key that lies in the kluis. After unlocking it is looked up again.
"""

from collections.abc import Iterator

from casus_app.domein.casus import Casus
from casus_app.domein.overleg import Bespreking, Overleg
from ui.session import Session

DOSSIER, OVERLEG, TAFEL = "dossier", "overleg", "tafel"
Page = tuple[str, tuple[str, ...]]
"""The kind of page, and the keys of what it shows."""
_SOORT = "plek"
"""Apart from the pseudonyms of the logboek: the one cannot be laid beside the other."""


def mark(session: Session, page: Page) -> str:
    """The word for this page."""
    kind, keys = page
    return session.pseudonym(_SOORT, " ".join((kind, *keys)))


def find(session: Session, word: str) -> Page | None:
    """The page of this word; `None` when it is not there any more, or never was one of these."""
    return next((page for page in _pages(session) if word and mark(session, page) == word), None)


def _pages(session: Session) -> Iterator[Page]:
    for casus in session.zoek(Casus):
        yield DOSSIER, (casus.id,)
    for overleg in session.zoek(Overleg):
        yield OVERLEG, (overleg.id,)
    for punt in session.zoek(Bespreking):
        yield TAFEL, (punt.overleg, punt.casus)
