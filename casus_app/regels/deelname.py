"""Wie krijgt een stoel: taak, noodzaak, pet en geheimhouding, in die volgorde (vraag 33)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from casus_app.catalogus import Catalogus, Soort
from casus_app.domein.tekst import zegt_iets
from casus_app.weigeringen import Code, Weigering


@dataclass(frozen=True, slots=True, kw_only=True)
class Stoel:
    """Een stoel zoals hij gevraagd wordt; `overlegdatum` en `verklaring_op` zijn dagen."""

    kader: str
    soort: Soort
    taak: str
    noodzaak: str
    pet: str | None
    verklaring_op: date | None
    overlegdatum: date


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
    if _verklaring_nodig(catalogus, stoel) and not _op_tijd_getekend(stoel):
        yield Weigering(Code.GEEN_GEHEIMHOUDINGSVERKLARING)


def _verklaring_nodig(catalogus: Catalogus, stoel: Stoel) -> bool:
    """Onder de WGS tekent een derde voordat hij aan tafel komt (BGS 2.21 lid 2)."""
    kader = catalogus.kaders[stoel.kader]
    return kader.verklaring_van_derden and stoel.soort.positie_wgs == "derde"


def _op_tijd_getekend(stoel: Stoel) -> bool:
    return stoel.verklaring_op is not None and stoel.verklaring_op <= stoel.overlegdatum
