"""Welke open casussen rusten op een bepaling die daarna opnieuw is vastgesteld.

De catalogus geeft elke regel een peildatum. Is die later dan de dag waarop een stoel of een
inbreng op die regel rustte, dan hoort iemand opnieuw te kijken of het zo nog mag.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from casus_app.catalogus import Catalogus, Gegeven
from casus_app.domein.casus import Casus, Fase
from casus_app.domein.inbreng import Inbreng, Lot
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Bespreking, Deelname, Overleg
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
    """Eén keer per casus en regel, op volgorde van casus; de laatste keer dat hij gebruikt is."""
    dagen = {overleg.id: overleg.datum for overleg in opslag.zoek(Overleg)}
    jongste = _jongste(catalogus)
    eerder = {
        punt.casus for punt in opslag.zoek(Bespreking) if dagen[punt.overleg] < jongste
    }  # wie daarna pas aan tafel kwam, gebruikte de regels van nu
    if not eerder:
        return ()
    soorten = {partij.id: partij.soort for partij in opslag.zoek(Partij)}
    partijen = {mens.id: soorten[mens.partij] for mens in opslag.zoek(Professional)}
    gevonden = []
    for casus in opslag.zoek(Casus):
        if casus.id not in eerder or casus.fase not in {Fase.AANGEMELD, Fase.IN_BEHANDELING}:
            continue
        laatst: dict[tuple[str, str], tuple[Gegeven, date]] = {}
        for overleg, regel in _gebruikt(opslag, catalogus, casus.id, partijen):
            plek = (type(regel).__name__, regel.sleutel)
            vorige = laatst.get(plek)
            op = dagen[overleg] if vorige is None else max(vorige[1], dagen[overleg])
            laatst[plek] = (regel, op)
        gevonden += [
            OpnieuwToetsen(casus.id, regel.naam, regel.artikel, op, regel.peildatum)
            for regel, op in laatst.values()
            if regel.peildatum > op
        ]
    return tuple(gevonden)


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
    opslag: Opslag, catalogus: Catalogus, casus: str, soort_van: dict[str, str]
) -> Iterator[tuple[str, Gegeven]]:
    """In welk overleg welke regel gebruikt is; van wat weg is hoeft niemand iets te toetsen."""
    for inbreng in opslag.zoek(Inbreng, casus=casus):
        if inbreng.lot in _WEG:
            continue
        for regel in (
            catalogus.grondslagen.get(inbreng.grondslag),
            catalogus.categorieen.get(inbreng.categorie),
            catalogus.routes.get(inbreng.route),
        ):
            if regel is not None:
                yield inbreng.overleg, regel
    for stoel in opslag.zoek(Deelname, casus=casus, ingetrokken_op=None):
        soort = catalogus.soorten.get(soort_van.get(stoel.professional, ""))
        taak = soort.taken.get(stoel.taak) if soort else None
        if taak is not None:
            yield stoel.overleg, taak
