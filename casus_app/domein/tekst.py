"""Of een tekst iets zegt, en of hij te bewaren is."""

import unicodedata

TEKST_HOOGSTENS = 20_000
"""Zoveel tekens mag één veld hebben; meer is geen kern meer maar een dossier."""

_ONZICHTBAAR = ("Z", "C")
"""Spaties, besturingstekens en tekens zonder breedte."""


def zegt_iets(tekst: str) -> bool:
    r"""Of er minstens één zichtbaar teken in staat.

    >>> zegt_iets(" \u200b ")
    False
    """
    return any(unicodedata.category(teken)[0] not in _ONZICHTBAAR for teken in tekst)


def onleesbaar(tekst: str) -> bool:
    """NUL en halve tekens kan geen enkele opslag teruggeven zoals ze kwamen."""
    return any(teken == "\0" or unicodedata.category(teken) == "Cs" for teken in tekst)
