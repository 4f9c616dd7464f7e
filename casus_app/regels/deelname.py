"""Wie krijgt een stoel: taak, noodzaak, pet en geheimhouding, in die volgorde (vraag 33)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from casus_app.catalogus import Catalogus, Soort
from casus_app.domein.tekst import zegt_iets
from casus_app.regels import verklaring
from casus_app.weigeringen import Code, Weigering


@dataclass(frozen=True, slots=True, kw_only=True)
class Stoel:
    """Een stoel zoals hij gevraagd wordt; `verklaring_op` en `_tot` zijn dagen."""

    kader: str
    soort: Soort
    taak: str
    noodzaak: str
    pet: str | None
    verklaring_op: date | None
    overlegdatum: date
    verklaring_tot: date | None = None


def bezwaren(catalogus: Catalogus, stoel: Stoel) -> Iterator[Weigering]:
    """Alles wat tegen deze stoel is; niets betekent: toegelaten."""
    taken = stoel.soort.taken_onder(stoel.kader)
    if not taken or not zegt_iets(stoel.taak):
        yield Weigering(Code.GEEN_TAAK)
    if stoel.taak not in taken:
        yield Weigering(Code.TAAK_NIET_VAN_PARTIJ)
    if not zegt_iets(stoel.noodzaak):
        yield Weigering(Code.GEEN_NOODZAAK)
    if stoel.soort.pet_beslist and not stoel.pet:
        yield Weigering(Code.PET_ONTBREEKT)
    if verklaring.nodig(catalogus, stoel.kader, stoel.soort) and not verklaring.geldt(
        stoel.verklaring_op, stoel.verklaring_tot, stoel.overlegdatum
    ):
        yield Weigering(Code.GEEN_GEHEIMHOUDINGSVERKLARING)
