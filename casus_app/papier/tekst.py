"""De ene plek waar tekst van mensen drukbaar wordt: getoond zoals hij is, of bij naam genoemd.

Het papier kent geen opmaaktaal: `<b>` en `&lt;` zijn gewone letters, er is dus niets om te
ontsnappen. Wat geen vorm heeft in het lettertype, of de leesrichting zou omgooien, komt er als
‹NAAM› te staan; ook een ‹ uit de tekst zelf, zodat zo'n naam nooit nagemaakt kan zijn.
"""

import re
import unicodedata
from functools import lru_cache

from casus_app.papier.lettertype import tekens

OPEN, DICHT = "‹", "›"
VAST_WIT = "\u00a0"
"""Een spatie waarop een regel niet breekt; op papier is het een gewone spatie."""
_TAB = "    "
_REGELEINDEN = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
GEWOON = re.compile("[ -~\n\xa0-\xac\xae-\u017f–—‘’‚“”„…•·€]*")
"""Tekst waar niets aan te doen is: verreweg de meeste."""
_MEESTE_MERKEN = 2
"""Zoveel losse accenten boven of onder één letter blijven leesbaar."""

_NEDERLANDS = {
    "→": "pijl naar rechts",
    "←": "pijl naar links",
    "↑": "pijl omhoog",
    "↓": "pijl omlaag",
    "↔": "pijl heen en weer",
    "⇒": "dus",
    "≤": "hoogstens",
    "≥": "minstens",
    "≠": "ongelijk aan",
    "≈": "ongeveer",
    "✓": "vinkje",
    "✔": "vet vinkje",
    "✗": "kruisje",
    "✘": "vet kruisje",
    "☐": "leeg vakje",
    "☑": "aangevinkt vakje",
    "●": "stip",
    "■": "vierkant",
}
"""Tekens die mensen echt typen en die het lettertype niet heeft."""


def leesbaar(tekst: str) -> str:
    """De tekst met alleen tekens die gedrukt kunnen worden; elk regeleinde is één teken.

    Eén teken heeft één uitkomst, dus niets verdwijnt en niets valt samen, behalve soorten wit.
    """
    if GEWOON.fullmatch(tekst) and unicodedata.is_normalized("NFC", tekst):
        return tekst
    tekst = unicodedata.normalize("NFC", _REGELEINDEN.sub("\n", tekst)).replace("\t", _TAB)
    uit: list[str] = []
    genoemd: list[str] = []
    merken = _MEESTE_MERKEN  # aan het begin is er geen letter om een accent op te zetten
    for teken in tekst:
        vorm = _vorm(teken)
        if unicodedata.category(teken)[0] == "M":
            merken += 1
            if merken > _MEESTE_MERKEN:
                vorm = ""
        else:
            merken = 0 if vorm.strip() else _MEESTE_MERKEN
        if vorm:
            if genoemd:
                uit.append(_noem(genoemd))
                genoemd = []
            uit.append(vorm)
        else:
            genoemd.append(_naam(teken))
    if genoemd:
        uit.append(_noem(genoemd))
    return "".join(uit)


def op_een_regel(tekst: str) -> str:
    """Voor een kop, een voet of een bladwijzer: een regeleinde wordt een spatie."""
    return leesbaar(tekst).replace("\n", " ")


def gezet(leesbare_tekst: str) -> str:
    """Hoe deze tekst er in het bestand uitziet: regeleinden en vast wit zijn daar een spatie."""
    return leesbare_tekst.replace("\n", " ").replace(VAST_WIT, " ")


def _noem(namen: list[str]) -> str:
    return f"{OPEN}{', '.join(namen)}{DICHT}"


@lru_cache(maxsize=4096)
def _vorm(teken: str) -> str:
    """Hoe dit teken gedrukt wordt, of niets als het een naam moet krijgen.

    Merken die de leesrichting omgooien zijn besturingstekens; letters van rechts naar links heeft
    het lettertype niet. Beide krijgen dus een naam.
    """
    if teken == "\n":
        return teken
    soort = unicodedata.category(teken)
    if soort == "Zs":
        return teken if teken == VAST_WIT else " "
    if soort[0] == "C" or soort in {"Zl", "Zp"} or teken == OPEN:
        return ""
    return teken if ord(teken) in tekens() else ""


@lru_cache(maxsize=4096)
def _naam(teken: str) -> str:
    eigen = _NEDERLANDS.get(teken)
    if eigen:
        return eigen
    nummer = f"U+{ord(teken):04X}"
    if unicodedata.category(teken)[0] == "C":
        return nummer
    return unicodedata.name(teken, nummer)
