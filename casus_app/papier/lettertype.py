"""Het ene lettertype van het papier: Noto Sans, normaal en vet, ingebed en ingekort (OFL)."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from resources import bytes_van

NORMAAL = "NotoSans"
VET = "NotoSans-Bold"
_BESTANDEN = {NORMAAL: "NotoSans-Regular.ttf", VET: "NotoSans-Bold.ttf"}
_EENHEID = 1000
"""Breedtes van tekens zijn in duizendsten van de lettergrootte."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Eén snede: hoe breed elk teken is. Wat hier niet in staat heeft geen vorm."""

    naam: str
    breedtes: dict[int, int]

    def breedte(self, tekst: str, grootte: float) -> float:
        """Hoe breed deze tekst wordt; er zitten alleen tekens in die een vorm hebben."""
        breedtes = self.breedtes
        return sum([breedtes[ord(teken)] for teken in tekst]) * grootte / _EENHEID


@cache
def letters() -> dict[str, Letter]:
    """Laadt de sneden één keer en meldt ze bij reportlab aan."""
    rl_config.useA85 = 0
    gevonden: dict[str, Letter] = {}
    for naam, bestand in _BESTANDEN.items():
        stof = BytesIO(bytes_van(f"lettertype/{bestand}"))
        snede: Any = TTFont(naam, stof, asciiReadable=0)
        pdfmetrics.registerFont(snede)
        breedtes = {t: snede.face.charWidths[t] for t in snede.face.charToGlyph}
        gevonden[naam] = Letter(naam, breedtes)
    return gevonden


@cache
def tekens() -> frozenset[int]:
    """De tekens die elke snede een vorm geeft."""
    return frozenset.intersection(*(frozenset(letter.breedtes) for letter in letters().values()))
