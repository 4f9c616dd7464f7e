"""De geheimhoudingsverklaring: wie haar nodig heeft, en op welke dag (BGS 2.21 lid 2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from casus_app.catalogus import Catalogus, Soort
from casus_app.domein.mensen import Partij, Professional
from casus_app.poorten import Opslag
from casus_app.weigeringen import Weigering, ongeldig

DAGEN_VOORAF = 42
"""Zoveel dagen voor het einde zegt het programma dat er opnieuw getekend moet worden."""


class StandVerklaring(StrEnum):
    """Hoe het op een dag met iemands verklaring staat."""

    NIET_NODIG = "niet-nodig"
    ONTBREEKT = "ontbreekt"
    VERLOPEN = "verlopen"
    LOOPT_AF = "loopt-af"
    GELDT = "geldt"


@dataclass(frozen=True, slots=True, kw_only=True)
class AflopendeVerklaring:
    """Wie er opnieuw moet tekenen; `tot` is leeg als er nog nooit getekend is."""

    professional: str
    stand: StandVerklaring
    tot: date | None


def nodig(catalogus: Catalogus, kader: str, soort: Soort) -> bool:
    """Onder de WGS tekent een derde voordat hij aan tafel komt."""
    return catalogus.kaders[kader].verklaring_van_derden and soort.positie_wgs == "derde"


def geldt(op: date | None, tot: date | None, dag: date) -> bool:
    """Getekend op of vóór deze dag, en op deze dag nog niet verlopen."""
    return op is not None and op <= dag and (tot is None or dag <= tot)


def stand_van(
    catalogus: Catalogus, kader: str, soort: Soort, mens: Professional, dag: date
) -> StandVerklaring:
    """Wat er op deze dag van deze verklaring te zeggen is."""
    op, tot = mens.geheimhouding_op, mens.geheimhouding_tot
    if not nodig(catalogus, kader, soort):
        return StandVerklaring.NIET_NODIG
    if op is None:
        return StandVerklaring.ONTBREEKT
    if tot is not None and tot < dag:
        return StandVerklaring.VERLOPEN
    if tot is not None and tot - dag <= timedelta(days=DAGEN_VOORAF):
        return StandVerklaring.LOOPT_AF
    return StandVerklaring.GELDT


def bijna_om(
    opslag: Opslag, catalogus: Catalogus, kader: str, dag: date
) -> Iterator[AflopendeVerklaring]:
    """Wiens verklaring verlopen is of binnenkort afloopt, wat het eerst afloopt voorop.

    Wie nog nooit tekende staat er niet bij: dat vraagt het programma als die een stoel krijgt.
    """
    soorten = {partij.id: catalogus.soorten.get(partij.soort) for partij in opslag.zoek(Partij)}
    gevonden = [
        AflopendeVerklaring(professional=mens.id, stand=stand, tot=mens.geheimhouding_tot)
        for mens in opslag.zoek(Professional)
        if (soort := soorten.get(mens.partij))
        and (stand := stand_van(catalogus, kader, soort, mens, dag))
        in {StandVerklaring.VERLOPEN, StandVerklaring.LOOPT_AF}
    ]
    yield from sorted(gevonden, key=lambda een: een.tot or date.max)


def aaneen(mens: Professional, datum: date, tot: date | None) -> tuple[date, date | None]:
    """De dagen die na deze verklaring gedekt zijn: eerste en laatste.

    Sluit zij aan op wat er al was, dan blijft de eerste dag staan; valt er een gat, dan telt
    alleen de nieuwe.
    """
    eerder, einde = mens.geheimhouding_op, mens.geheimhouding_tot
    if eerder is None:
        return datum, tot
    gat = einde is not None and datum > einde + timedelta(days=1)
    return (datum if gat else min(eerder, datum)), tot


def bezwaar_geldigheid(op: date | None, tot: date | None) -> Weigering | None:
    """Een verklaring loopt niet af voordat zij getekend is."""
    if tot is None or (op is not None and op <= tot):
        return None
    return ongeldig(
        "De verklaring is dan al verlopen voordat zij getekend is. Kies een latere dag, of laat "
        "'geldig tot' leeg."
    )
