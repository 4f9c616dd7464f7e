"""What is already known of one contribution, and which question comes next. No screen."""

from enum import IntEnum
from typing import NamedTuple

import msgspec

from casus_app.domein.casus import BETROKKENE


class Phase(IntEnum):
    """The questions of the line, in order; only the last three are answered in words."""

    SPEAKER = 0
    CATEGORIE = 1
    ROUTE = 2
    REASON = 3
    NEED = 4
    TEXT = 5

    @property
    def in_words(self) -> bool:
        """Whether letters are text here; before it every key is an answer."""
        return self >= Phase.REASON


class Stamp(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A contribution as far as it is; empty is not yet answered. Also what a draft remembers."""

    wie: str = ""
    over: str = BETROKKENE
    categorie: str = ""
    niveau: str = ""
    grondslag: str = ""
    route: str = ""
    toestemming: str | None = None
    motivering: str = ""
    noodzaak: str = ""
    kern: str = ""
    phase: int = Phase.SPEAKER


class Cap(NamedTuple):
    """One answer one can give: the key, what it says, and what it stands for.

    What is not possible says why in `note`; it can still be pressed to hear that.
    """

    key: str
    text: str
    value: str
    note: str = ""
    possible: bool = True
    quiet: bool = False
    """Not an answer to the question, but something else one can do here."""


class Crumb(NamedTuple):
    """An answer that was given, and the question one goes back to."""

    text: str
    phase: Phase
    said: str
    """The same in whole words, for a screen reader."""
