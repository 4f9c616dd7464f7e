"""Wat er op papier de kluis uitging: aan wie, welke versie, wanneer, en welk bestand het is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar


class SoortPapier(StrEnum):
    """De papieren waar iets van een casus op staat."""

    VERSLAG = "verslag"
    PLAN = "plan"
    BRIEF = "brief"
    INZAGE = "inzage"
    VRAAGKAART = "vraagkaart"
    VOORZITTERSEXEMPLAAR = "voorzittersexemplaar"
    VLUCHTCHECK = "vluchtcheck"
    AFSPRAKENLIJST = "afsprakenlijst"
    OVERGANG = "overgang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgifte:
    """Dat een papier met iets van deze casus is uitgegeven; gaat met de casus weg (AVG 5 lid 2).

    Een verslag over drie casussen is drie keer een uitgifte, met dezelfde `sha256`. `ontvanger` is
    een professional, `BETROKKENE`, of leeg als het papier van niemand in het bijzonder is; bij een
    overgang is het de naam van de organisatie, en staat `reden` erbij.
    `naam` is de bestandsnaam zonder wachtzin; onder die naam tellen de versies. `inhoud` is de
    vingerafdruk van de tekst zonder dag en zegel, `sha256` die van het bestand zoals het wegging,
    `anker` het zegel dat in de voet staat.
    """

    SLEUTEL: ClassVar[tuple[str, ...]] = ("casus", "nummer")
    casus: str
    nummer: int
    soort: SoortPapier
    naam: str
    overleg: str | None
    ontvanger: str
    versie: int
    op: date
    inhoud: str
    sha256: str
    anker: str
    beveiligd: bool = False
    reden: str = ""
