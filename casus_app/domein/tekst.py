"""Of een tekst iets zegt."""

import unicodedata

_ONZICHTBAAR = ("Z", "C")
"""Spaties, besturingstekens en tekens zonder breedte."""


def zegt_iets(tekst: str) -> bool:
    r"""Of er minstens één zichtbaar teken in staat.

    >>> zegt_iets(" \u200b ")
    False
    """
    return any(unicodedata.category(teken)[0] not in _ONZICHTBAAR for teken in tekst)
