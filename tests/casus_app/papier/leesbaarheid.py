"""Hoe makkelijk een tekst leest: de Nederlandse formule van Flesch, met normen van W.H. Douma.

Lettergrepen telt pyphen, met de afbreekpatronen van het Nederlands. Die breken om het zetwerk geen
klinker aan de rand van een woord af ("over" blijft heel); daarom telt ook elke groep klinkers, en
geldt het hoogste van de twee. De score is daardoor eerder te laag dan te hoog.
"""

import re
from functools import cache

import pyphen

from casus_app.opmaak.stuk import Alinea, Lijst, Noot, Stuk, Uitspraak

NORMAAL = 60
"""Vanaf hier heet een tekst bij Douma 'normaal' (60-70): te volgen na de lagere school."""

_AFBREKER = pyphen.Pyphen(lang="nl_NL")
_KLINKERS = re.compile(
    r"aai|ooi|oei|eeuw|ieuw|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouyáéèëíïóöúü]", re.IGNORECASE
)
_WOORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ZIN = re.compile(r"(?<=[.!?:;])\s+(?=[\W\dA-ZÀ-Ý])|\n+")
_OMSLAG = re.compile(r"[\w.]+@[\w.-]+|\b[\w-]+(?:\.[\w-]+)+\b")
"""Een mailadres of website: dat leest niemand als een woord."""


def zinnen(stuk: Stuk) -> list[str]:
    """Wat in zinnen op dit papier staat; koppen, velden, kaarten en tabellen zijn geen zinnen."""
    teksten: list[str] = []
    for deel in stuk.onderdelen:
        match deel:
            case Alinea(tekst) | Noot(tekst) | Uitspraak(tekst):
                teksten.append(tekst)
            case Lijst(punten):
                teksten.extend(punten)
            case _:
                pass
    los = (zin for tekst in teksten for zin in _ZIN.split(_OMSLAG.sub("", tekst)))
    return [zin for zin in los if _WOORD.search(zin)]


@cache
def lettergrepen(woord: str) -> int:
    """Het aantal lettergrepen; een getal telt als één."""
    if woord.isdigit():
        return 1
    delen = len(_AFBREKER.positions(woord)) + 1
    return max(delen, len(_KLINKERS.findall(woord)), 1)


def score(tekst: list[str]) -> float:
    """206,84 - 0,93 x woorden per zin - 77 x lettergrepen per woord."""
    woorden = [woord for zin in tekst for woord in _WOORD.findall(zin)]
    per_zin = len(woorden) / len(tekst)
    per_woord = sum(map(lettergrepen, woorden)) / len(woorden)
    return 206.84 - 0.93 * per_zin - 77 * per_woord
