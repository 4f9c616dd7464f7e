"""What must be true before a derde takes something along, and how the test is kept with it.

No act refuses it: whether it was tested, only people know (WGS 1.7 lid 2-3 and 2.31 lid 11). So
every screen that can give a release asks it: the matrix, and the form of Ctrl+K.
"""

from typing import NamedTuple

WHY = (
    "Een derde krijgt pas iets mee na de rechtmatigheidstoets, als niemand die leverde bezwaar "
    "heeft (WGS 1.7 lid 2-3 en 2.31 lid 11; BGS 2.21 lid 3). Druk Enter als dat zo is."
)
MUST = (
    "Er is een wettelijke grondslag, en het is nodig voor de taak van deze derde.",
    "De rechtmatigheidsadviescommissie heeft het getoetst.",
    "Geen deelnemer die gegevens leverde heeft bezwaar.",
    "Bij strafrechtelijke en bijzondere gegevens zei ieder die leverde ja.",
)
KENMERK = "Kenmerk van de rechtmatigheidstoets"
WHERE = "Waar het advies te vinden is. Het komt bij wat er mee mag te staan."
_SAID = "Rechtmatigheidstoets: "
_REST = ". Voorwaarde: "


class Condition(NamedTuple):
    """What stands with a release: where the test can be found, and what else was agreed."""

    kenmerk: str
    rest: str

    @property
    def named(self) -> str:
        """The kenmerk without what says nothing; empty when none was named."""
        return self.kenmerk.strip().rstrip(".").rstrip()

    def text(self) -> str:
        """As it is kept with the release, and read on paper."""
        kenmerk, rest = self.named, self.rest.strip()
        if not kenmerk:
            return rest
        return f"{_SAID}{kenmerk}{_REST}{rest}" if rest else f"{_SAID}{kenmerk}."


def condition(text: str) -> Condition:
    """What was kept, apart again."""
    if not text.startswith(_SAID):
        return Condition("", text)
    kenmerk, _, rest = text.removeprefix(_SAID).partition(_REST)
    return Condition(kenmerk.removesuffix("."), rest)
