"""Stille hulp bij het typen: zij merkt, legt uit en stelt voor; zij houdt nooit iets tegen.

Wat zij vindt is hulp en geen anonimisering: docs/hulp.md zegt hoeveel zij mist.
"""

from casus_app.hulp.detector import Kijker, Kring, Persoon, Professie
from casus_app.hulp.uitvoer import Uitvoercheck
from casus_app.hulp.vondst import Soort, Vondst, neem_over

__all__ = [
    "Kijker",
    "Kring",
    "Persoon",
    "Professie",
    "Soort",
    "Uitvoercheck",
    "Vondst",
    "neem_over",
]
