"""De tak van het dossier over de rechten: elk verzoek, en wat er daardoor veranderde."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from casus_app.domein.inbreng import Inbreng
from casus_app.domein.verzoek import (
    Beperking,
    Rectificatie,
    Verzoek,
    Verzoekverlenging,
    Weglating,
)
from casus_app.opmaak.woorden import catalogusnaam
from casus_app.poorten import Opslag

if TYPE_CHECKING:
    from casus_app.catalogus import Catalogus

Boom = dict[str, Any]


def verzoeken(
    opslag: Opslag,
    catalogus: "Catalogus",
    casus: str,
    iso: Callable[[date | None], str | None],
) -> list[Boom]:
    """Elk verzoek; wat weggelaten werd staat er alleen als grond en dag."""
    return [
        _verzoek(opslag, catalogus, verzoek, iso) for verzoek in opslag.zoek(Verzoek, casus=casus)
    ]


def _verzoek(
    opslag: Opslag,
    catalogus: "Catalogus",
    verzoek: Verzoek,
    iso: Callable[[date | None], str | None],
) -> Boom:
    verlenging = opslag.haal(Verzoekverlenging, verzoek.id)
    beperking = opslag.haal(Beperking, verzoek.id)
    boom: Boom = {
        "soort": str(verzoek.soort),
        "ontvangen_op": iso(verzoek.ontvangen_op),
        "uiterlijk": iso(verzoek.uiterlijk),
        "besluit": verzoek.besluit,
        "motivering": verzoek.motivering,
        "afgehandeld_op": iso(verzoek.afgehandeld_op),
    }
    if verlenging is not None:
        boom["verlengd"] = {"op": iso(verlenging.op), "reden": verlenging.reden}
    if weg := opslag.zoek(Weglating, verzoek=verzoek.id):
        boom["weggelaten"] = [
            {"op": iso(een.op), "grond": catalogusnaam(catalogus.uitstelgronden, een.grond)}
            for een in weg
        ]
    if gemerkt := opslag.zoek(Rectificatie, verzoek=verzoek.id):
        boom["verbeteringen"] = [_gemerkt(opslag, een, iso) for een in gemerkt]
    if beperking is not None:
        boom["beperking"] = {
            "op": iso(beperking.op),
            "reden": beperking.reden,
            "opgeheven_op": iso(beperking.opgeheven_op),
            "reden_opgeheven": beperking.reden_opgeheven,
        }
    return boom


def _gemerkt(
    opslag: Opslag, gemerkt: Rectificatie, iso: Callable[[date | None], str | None]
) -> Boom:
    inbreng = opslag.haal(Inbreng, gemerkt.inbreng)
    return {
        "op": iso(gemerkt.op),
        "wat": gemerkt.wat,
        "soort_gegeven": inbreng.categorie if inbreng is not None else "",
        "gemeld_op": iso(gemerkt.gemeld_op),
    }
