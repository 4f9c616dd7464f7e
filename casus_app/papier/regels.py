"""Tekst in regels breken: op spaties, en een woord dat niet past op een letter.

Elke regel houdt zijn spatie aan het eind. Zo is de tekst in het bestand de tekst van het stuk, ook
voor wie hem laat voorlezen of kopieert.
"""

import re
from collections.abc import Iterator

from casus_app.papier.lettertype import Letter

_STUKKEN = re.compile(r" *[^ ]+ *| +")


def breek(tekst: str, letter: Letter, grootte: float, breedte: float) -> list[str]:
    """De regels van deze tekst; achter elkaar zijn ze de tekst, met een spatie per regeleinde."""
    regels: list[str] = []
    harde = tekst.split("\n")
    for nummer, hard in enumerate(harde, 1):
        einde = " " if nummer < len(harde) else ""
        regels.extend(_breek_harde_regel(hard + einde, letter, grootte, breedte))
    return regels


def _breek_harde_regel(
    tekst: str, letter: Letter, grootte: float, breedte: float
) -> Iterator[str]:
    if letter.breedte(tekst.rstrip(" "), grootte) <= breedte:
        yield tekst
        return
    regel, vol = "", 0.0
    for stuk in _STUKKEN.findall(tekst):
        nodig = letter.breedte(stuk.rstrip(" "), grootte)
        if regel and vol + nodig > breedte:
            yield regel
            regel, vol = "", 0.0
        if nodig > breedte:
            *hele, rest = _breek_woord(stuk, letter, grootte, breedte)
            yield from hele
        else:
            rest = stuk
        regel += rest
        vol += letter.breedte(rest, grootte)
    if regel:
        yield regel


def _breek_woord(woord: str, letter: Letter, grootte: float, breedte: float) -> Iterator[str]:
    """Een woord dat breder is dan de kolom; een los accent heeft geen breedte en blijft erbij."""
    begin, vol = 0, 0.0
    for plek, teken in enumerate(woord):
        nodig = letter.breedte(teken, grootte)
        if vol + nodig > breedte and plek > begin and teken != " ":
            yield woord[begin:plek]
            begin, vol = plek, 0.0
        vol += nodig
    yield woord[begin:]
