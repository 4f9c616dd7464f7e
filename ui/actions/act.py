"""What the user meets of a handeling: its words, its place and its key."""

from typing import NamedTuple

HUIS = "Huis en mensen"
CASUS = "Casus"
OVERLEG = "Overleg voorbereiden"
TAFEL = "Aan tafel"
DAARNA = "Na het overleg"
RECHTEN = "Rechten en termijnen"
VERANTWOORDING = "Verantwoording"
KLUIS = "Kluis"
GROUPS = (CASUS, OVERLEG, TAFEL, DAARNA, RECHTEN, VERANTWOORDING, HUIS, KLUIS)


class Act(NamedTuple):
    """One handeling as the user meets it; `explain` is the sentence at the top of its form."""

    handeling: str
    text: str
    group: str
    explain: str
    also: str = ""
    """Other words people look for."""
    shortcut: str = ""
