"""Wanneer alles van een casus weg is, waarom dan, en wat er intussen nog speelt (BGS 1.16)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casus_app.catalogus import Catalogus
from casus_app.domein.casus import Casus, Fase, Oordeel, Verlenging, Wending
from casus_app.domein.inbreng import Inbreng
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.domein.termijn import dagen_later
from casus_app.domein.verzoek import Verzoek
from casus_app.poorten import Opslag

NIEUW = 28
"""Zoveel dagen telt een bespreking als nieuws: de casus leeft kennelijk nog."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sterfdatum:
    """De dag `op`, en waaruit hij volgt.

    Precies één van `maanden` en `dagen` is gevuld. `volgens_wet`: de termijn heeft een wettelijk
    maximum; anders kiest het huis hem zelf (AVG 5 lid 1 e).
    """

    op: date
    begin: date
    maanden: int | None
    dagen: int | None
    verlengd: int
    heropend_op: date | None
    volgens_wet: bool


def sterfdatum(opslag: Opslag, catalogus: Catalogus, casus: Casus) -> Sterfdatum | None:
    """Waarom deze casus op deze dag weg is; `None` zolang het huis niet is ingericht."""
    huis = opslag.haal(Instelling, HUIS)
    if huis is None:
        return None
    af = casus.fase is Fase.NIET_IN_BEHANDELING
    heropend = opslag.zoek(Oordeel, casus=casus.id, wending=Wending.HEROPEND)
    return Sterfdatum(
        op=casus.vernietigen_op,
        begin=casus.aangemeld_op,
        maanden=None if af else huis.bewaartermijn_maanden,
        dagen=huis.aanmelding_dagen if af else None,
        verlengd=sum(een.maanden for een in opslag.zoek(Verlenging, casus=casus.id)),
        heropend_op=heropend[-1].op if heropend else None,
        volgens_wet=catalogus.kaders[casus.kader].bewaartermijn_hoogstens_maanden is not None,
    )


def leveranciers(opslag: Opslag, casus: str) -> frozenset[str]:
    """De partijen die iets inbrachten; elk van hen stemt in met verlengen (BGS 1.16 lid 3)."""
    inbrengers = {een.inbrenger for een in opslag.zoek(Inbreng, casus=casus) if een.telt_mee}
    mensen = (opslag.haal(Professional, wie) for wie in inbrengers)
    return frozenset(mens.partij for mens in mensen if mens is not None)


class Speelt(StrEnum):
    """Wat er nog gaande is bij een casus die weg moet."""

    AGENDA = "agenda"
    BESPROKEN = "besproken"
    VERZOEK = "verzoek"


@dataclass(frozen=True, slots=True, order=True)
class Gaande:
    """Er staat iets op de agenda, er is net iets besproken, of een verzoek wacht op antwoord."""

    op: date
    soort: Speelt


def wat_er_speelt(opslag: Opslag, vandaag: date) -> Mapping[str, tuple[Gaande, ...]]:
    """Per casus wat er nieuw of gaande is: reden om te kijken voordat alles weg is.

    Het houdt vernietigen niet tegen, want de wet doet dat ook niet; het wordt wel altijd gezegd.
    """
    gevonden: defaultdict[str, set[Gaande]] = defaultdict(set)
    overleggen = {een.id: een.datum for een in opslag.zoek(Overleg)}
    for stand in (Stand.GEPLAND, Stand.OPEN):
        for punt in opslag.zoek(Bespreking, stand=stand):
            gevonden[punt.casus].add(Gaande(overleggen[punt.overleg], Speelt.AGENDA))
    for overleg, dag in overleggen.items():
        if vandaag <= dagen_later(dag, NIEUW):
            for punt in opslag.zoek(Bespreking, overleg=overleg, stand=Stand.GESLOTEN):
                gevonden[punt.casus].add(Gaande(dag, Speelt.BESPROKEN))
    for verzoek in opslag.zoek(Verzoek, afgehandeld_op=None):
        gevonden[verzoek.casus].add(Gaande(verzoek.ontvangen_op, Speelt.VERZOEK))
    return {casus: tuple(sorted(wat)) for casus, wat in gevonden.items()}
