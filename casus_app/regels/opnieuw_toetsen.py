"""Welke open casussen rusten op een bepaling die daarna opnieuw is vastgesteld.

De catalogus geeft elke regel een peildatum. Is die later dan de dag waarop een stoel of een
inbreng op die regel rustte, dan hoort iemand opnieuw te kijken of het zo nog mag.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from casus_app.catalogus import Catalogus, Gegeven
from casus_app.domein.casus import Casus, Fase
from casus_app.domein.inbreng import Inbreng, Lot
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Deelname, Overleg
from casus_app.poorten import Opslag

_WEG = frozenset({Lot.GESCHRAPT, Lot.VERNIETIGD})


@dataclass(frozen=True, slots=True)
class OpnieuwToetsen:
    """Een regel van de catalogus die in deze casus gebruikt is en daarna veranderde."""

    casus: str
    naam: str
    artikel: str
    gebruikt_op: date
    peildatum: date


def opnieuw_te_toetsen(opslag: Opslag, catalogus: Catalogus) -> tuple[OpnieuwToetsen, ...]:
    """Eén keer per casus en regel, op volgorde van casus; de laatste keer dat hij gebruikt is.

    Er zijn veel meer casussen dan overleggen: gevraagd wordt per overleg.
    """
    overleggen = opslag.zoek(Overleg)
    if _jongste(catalogus) <= min((een.datum for een in overleggen), default=date.max):
        return ()
    soorten = {partij.id: partij.soort for partij in opslag.zoek(Partij)}
    soort_van = {mens.id: soorten[mens.partij] for mens in opslag.zoek(Professional)}
    laatst: defaultdict[str, dict[tuple[str, str], tuple[Gegeven, date]]] = defaultdict(dict)
    for overleg in sorted(overleggen, key=lambda een: een.datum):
        for casus, regel in _gebruikt(opslag, catalogus, overleg.id, soort_van):
            laatst[casus][type(regel).__name__, regel.sleutel] = regel, overleg.datum
    return tuple(
        OpnieuwToetsen(casus.id, regel.naam, regel.artikel, op, regel.peildatum)
        for casus in opslag.zoek(Casus)
        if casus.fase in {Fase.AANGEMELD, Fase.IN_BEHANDELING}
        for regel, op in laatst[casus.id].values()
        if regel.peildatum > op
    )


def _jongste(catalogus: Catalogus) -> date:
    """Wanneer er in de catalogus voor het laatst iets veranderde: daarvóór is er niets te zien."""
    lijsten: list[Mapping[str, Gegeven]] = [
        catalogus.grondslagen,
        catalogus.categorieen,
        catalogus.routes,
        *(soort.taken for soort in catalogus.soorten.values()),
    ]
    return max(
        (regel.peildatum for lijst in lijsten for regel in lijst.values()), default=date.min
    )


def _gebruikt(
    opslag: Opslag, catalogus: Catalogus, overleg: str, soort_van: dict[str, str]
) -> Iterator[tuple[str, Gegeven]]:
    """In welke casus welke regel gebruikt is; van wat weg is hoeft niemand iets te toetsen."""
    for inbreng in opslag.zoek(Inbreng, overleg=overleg):
        if inbreng.lot in _WEG:
            continue
        for regel in (
            catalogus.grondslagen.get(inbreng.grondslag),
            catalogus.categorieen.get(inbreng.categorie),
            catalogus.routes.get(inbreng.route),
        ):
            if regel is not None:
                yield inbreng.casus, regel
    for stoel in opslag.zoek(Deelname, overleg=overleg, ingetrokken_op=None):
        soort = catalogus.soorten.get(soort_van.get(stoel.professional, ""))
        taak = soort.taken.get(stoel.taak) if soort else None
        if taak is not None:
            yield stoel.casus, taak
