"""Wat er mis kan zijn met de kluis als geheel: hoe het heet, en wat iemand dan doet."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from casus_app.poorten import Kluisstaat, Logstand, Logzeef, Opslag

KLOK_TERUG = "klok.teruggezet"


class Bevonden(StrEnum):
    """Elk met zijn eigen naam; geen twee vragen hetzelfde van wie het leest."""

    REGEL_VERANDERD = "regel veranderd"
    EIND_ERAF = "eind eraf"
    OUDE_KOPIE = "oude kopie"
    KLOK_TERUG = "klok terug"


@dataclass(frozen=True, slots=True)
class Bevinding:
    """Wat er gevonden is, en wat te doen."""

    soort: Bevonden
    wat: str
    doe: str


_NIET_VERDER = (
    "Werk niet verder in deze kluis en gooi niets weg. Bel wie hem beheert, en meld het aan de FG."
)


def bevindingen(opslag: Opslag, staat: Kluisstaat, stand: Logstand | None) -> Iterator[Bevinding]:
    """Alles wat niet klopt; `stand` is de uitkomst van het nalopen, als dat gedaan is."""
    if stand is not None and not stand.heel:
        yield Bevinding(
            Bevonden.REGEL_VERANDERD,
            f"Vanaf regel {stand.breuk} klopt het logboek niet. Daar is een regel veranderd, "
            "weggehaald of tussengevoegd.",
            f"{_NIET_VERDER} Een reservekopie van vóór die regel is nog heel.",
        )
    for anker in staat.ankers:
        if anker.past:
            continue
        if anker.nr > staat.regels:
            yield Bevinding(
                Bevonden.EIND_ERAF,
                f"Er waren {anker.nr} regels en er zijn er {staat.regels}. Het eind is eraf "
                "gehaald, of er is een oudere kopie neergezet.",
                f"{_NIET_VERDER} Weet u wie een oudere kopie neerzette, leg dan hieronder vast "
                "waarom.",
            )
        else:
            yield Bevinding(
                Bevonden.OUDE_KOPIE,
                f"Regel {anker.nr} is een andere dan bij het laatste sluiten. Er is een oudere "
                "kopie neergezet, en daarop is verder gewerkt.",
                f"{_NIET_VERDER} Weet u wie dat deed, leg dan hieronder vast waarom. Wat in de "
                "andere stand gedaan is, staat hier niet.",
            )
    terug = list(opslag.logregels(Logzeef(handeling=KLOK_TERUG)))
    if terug:
        keer = "één keer" if len(terug) == 1 else f"{len(terug)} keer"
        yield Bevinding(
            Bevonden.KLOK_TERUG,
            f"De klok van de computer liep {keer} terug, het laatst bij regel {terug[0].nr}.",
            "Kijk of de computer de juiste tijd heeft. De volgorde van het logboek klopt wel: "
            "die gaat op nummer. Tijden rond die regel kunnen fout zijn.",
        )
