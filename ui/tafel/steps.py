"""The six steps of a casus at the table, each with one sentence for who leads it."""

from enum import IntEnum
from typing import NamedTuple

from casus_app.domein.overleg import SoortBespreking


class Step(IntEnum):
    """In the order of beeld – oordeel – besluit, with a door before it and a lock after it."""

    DEUR = 0
    BEELD = 1
    OORDEEL = 2
    BESLUIT = 3
    MEENEMEN = 4
    SLUITEN = 5


class StepText(NamedTuple):
    """How a step is called, and its spiekbrief: what the voorzitter says or asks."""

    name: str
    spiekbrief: str


TEXTS: dict[Step, StepText] = {
    Step.DEUR: StepText("Deur", "Zit iedereen er die hier hoort, en niemand anders?"),
    Step.BEELD: StepText("Beeld", "Wat moeten wij weten om de vraag te beantwoorden? Niet meer."),
    Step.OORDEEL: StepText("Oordeel", "Wat betekent dit samen? Wie ziet het anders?"),
    Step.BESLUIT: StepText("Besluit", "Wie doet wat, wanneer, en wanneer is het klaar?"),
    Step.MEENEMEN: StepText("Meenemen", "Wat mag de kamer uit, met wie? Vraag wie het inbracht."),
    Step.SLUITEN: StepText("Sluiten", "Lees besluit en afspraken terug. Is ieder akkoord?"),
}

_WEGING = "Hoort deze casus hier? Zeg dat, en niet wat er speelt."


def spiekbrief(step: Step, soort: SoortBespreking) -> str:
    """The sentence of this step; in a weging no content is asked for."""
    if soort is SoortBespreking.WEGING and step in {Step.BEELD, Step.OORDEEL, Step.BESLUIT}:
        return _WEGING
    return TEXTS[step].spiekbrief
