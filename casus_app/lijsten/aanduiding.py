"""Aanduidingen voor wat een lijst nieuw maakt."""

import re
from collections.abc import Collection, Iterator


def vrije_aanduidingen(letter: str, bezet: Collection[str]) -> Iterator[str]:
    """Aanduidingen die niets over iemand zeggen, na de hoogste die er al is.

    >>> vrij = vrije_aanduidingen("M", ["M-007", "jansen"])
    >>> next(vrij), next(vrij)
    ('M-008', 'M-009')
    """
    patroon = re.compile(rf"{letter}-(\d+)")
    nummer = max((int(deel[1]) for deel in map(patroon.fullmatch, bezet) if deel), default=0)
    while True:
        nummer += 1
        yield f"{letter}-{nummer:03}"
