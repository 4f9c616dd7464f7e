"""Het register van uitgegeven papieren: wie kreeg welke versie, wanneer, en welk bestand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from casus_app.domein.casus import BETROKKENE
from casus_app.domein.uitgifte import SoortPapier, Uitgifte
from casus_app.poorten import Opslag

SOORTEN: dict[SoortPapier, str] = {
    SoortPapier.VERSLAG: "Verslag",
    SoortPapier.PLAN: "Plan van aanpak",
    SoortPapier.BRIEF: "Brief aan de betrokkene",
    SoortPapier.INZAGE: "Inzage",
    SoortPapier.VRAAGKAART: "Vraagkaart",
    SoortPapier.VOORZITTERSEXEMPLAAR: "Voorzittersexemplaar",
    SoortPapier.VLUCHTCHECK: "Vluchtcheck",
    SoortPapier.AFSPRAKENLIJST: "Afsprakenlijst",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgegeven:
    """Eén papier, over welke casussen het ook gaat."""

    soort: SoortPapier
    naam: str
    ontvanger: str
    versie: int
    op: date
    sha256: str
    anker: str
    beveiligd: bool


def register(opslag: Opslag, **waar: object) -> tuple[Uitgegeven, ...]:
    """Elk papier één keer, van dit overleg of deze casus, het nieuwste eerst."""
    gezien = {
        (uitgifte.sha256, uitgifte.ontvanger): Uitgegeven(
            soort=uitgifte.soort,
            naam=uitgifte.naam,
            ontvanger=uitgifte.ontvanger,
            versie=uitgifte.versie,
            op=uitgifte.op,
            sha256=uitgifte.sha256,
            anker=uitgifte.anker,
            beveiligd=uitgifte.beveiligd,
        )
        for uitgifte in opslag.zoek(Uitgifte, **waar)
    }
    return tuple(reversed(gezien.values()))


def papieren(opslag: Opslag, casus: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Voor de betrokkene: aan wie welk papier over hem ging; wat hij zelf kreeg heeft hij al."""
    for uitgifte in opslag.zoek(Uitgifte, casus=casus):
        if uitgifte.ontvanger != BETROKKENE:
            yield (
                uitgifte.ontvanger,
                {
                    "soort": SOORTEN[uitgifte.soort],
                    "aan": None,
                    "op": uitgifte.op.isoformat(),
                    "versie": uitgifte.versie,
                    "beveiligd": uitgifte.beveiligd,
                    "sha256": uitgifte.sha256,
                },
            )
