"""Wat het openen van een bespreking tegenhoudt; de handeling en de vluchtcheck vragen het hier."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from casus_app.catalogus import Catalogus
from casus_app.domein.casus import Casus, Fase, Informering
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import (
    Bespreking,
    Deelname,
    Overleg,
    SoortBespreking,
    Stand,
    Uitnodiging,
)
from casus_app.domein.tafeltijd import op_tafel
from casus_app.poorten import Opslag
from casus_app.regels import verklaring, verzoeken
from casus_app.weigeringen import Code, Weigering, ongeldig


def bezwaren(
    opslag: Opslag,
    catalogus: Catalogus,
    overleg: Overleg,
    casus: Casus,
    bespreking: Bespreking,
    *,
    vandaag: date,
) -> Iterator[Weigering]:
    """Alles wat ertegen is, los van wie er in de kamer is; niets betekent: klaar om te openen."""
    dag = max(vandaag, overleg.datum)
    yield from _tegen_stand(opslag, overleg, casus, bespreking)
    if any(_zonder_verklaring(opslag, catalogus, overleg, casus)):
        yield Weigering(Code.GEEN_GEHEIMHOUDINGSVERKLARING, VERKLARING_VERLOPEN)
    if not _weet_ervan(opslag.haal(Informering, casus.id), dag):
        yield Weigering(Code.BETROKKENE_NIET_GEINFORMEERD)
    if bespreking.uitnodiging is Uitnodiging.ONBESLIST:
        yield Weigering(Code.UITNODIGING_ONTBREEKT)
    if opslag.zoek(Bespreking, stand=Stand.OPEN):
        yield Weigering(Code.ANDERE_BESPREKING_OPEN)


def bezwaren_tegen_delen(
    opslag: Opslag, overleg: Overleg, casus: Casus, bespreking: Bespreking, dag: date
) -> Iterator[Weigering]:
    """Wat ertegen is dat iemand op die dag iets over de betrokkene deelt (AVG 14 lid 3 c)."""
    yield from _tegen_stand(opslag, overleg, casus, bespreking)
    if not _weet_ervan(opslag.haal(Informering, casus.id), dag):
        yield Weigering(Code.BETROKKENE_NIET_GEINFORMEERD)


def _tegen_stand(
    opslag: Opslag, overleg: Overleg, casus: Casus, bespreking: Bespreking
) -> Iterator[Weigering]:
    """Waar overleg, casus en bespreking staan."""
    if overleg.vastgesteld:
        yield Weigering(Code.OVERLEG_VASTGESTELD)
    if casus.afgeschermd:
        yield Weigering(Code.CASUS_AFGESCHERMD)
    if verzoeken.beperkt(opslag, casus.id):
        yield ongeldig(verzoeken.BEPERKT, "casus")
    if (
        bespreking.soort is SoortBespreking.CASUSOVERLEG
        and casus.fase is not Fase.IN_BEHANDELING
        and not casus.afgeschermd
    ):
        yield Weigering(Code.CASUS_NIET_GEWOGEN)
    if bespreking.afgerond:
        yield Weigering(Code.BESPREKING_GESLOTEN)


VERKLARING_VERLOPEN = (
    "Van een derde met een stoel geldt de geheimhoudingsverklaring niet op de dag van het "
    "overleg. Laat die opnieuw tekenen, of trek de stoel in."
)


def _zonder_verklaring(
    opslag: Opslag, catalogus: Catalogus, overleg: Overleg, casus: Casus
) -> Iterator[str]:
    """Wie er een stoel heeft, maar op de dag van het overleg geen verklaring die geldt."""
    for stoel in opslag.zoek(Deelname, overleg=overleg.id, casus=casus.id, ingetrokken_op=None):
        mens = opslag.haal(Professional, stoel.professional)
        partij = opslag.haal(Partij, mens.partij) if mens else None
        soort = catalogus.soorten.get(partij.soort) if partij else None
        if (
            mens
            and soort
            and verklaring.nodig(catalogus, casus.kader, soort)
            and not verklaring.geldt(mens.geheimhouding_op, mens.geheimhouding_tot, overleg.datum)
        ):
            yield mens.id


@dataclass(frozen=True, slots=True)
class Nagelopen:
    """Eén casus in de vluchtcheck: klaar om te openen, of wat hem tegenhoudt."""

    bespreking: Bespreking
    bezwaren: tuple[Weigering, ...]

    @property
    def klaar(self) -> bool:
        """Niets houdt het openen tegen."""
        return not self.bezwaren


def vluchtcheck(
    opslag: Opslag, catalogus: Catalogus, overleg: Overleg, vandaag: date
) -> tuple[Nagelopen, ...]:
    """Elke casus die nog open moet, in de volgorde van de tafel.

    Dat er een andere casus op tafel ligt gaat vanzelf over en telt hier niet mee.
    """
    gevonden = []
    for punt in op_tafel(opslag.zoek(Bespreking, overleg=overleg.id)):
        casus = opslag.haal(Casus, punt.casus)
        if punt.stand is Stand.GEPLAND and casus is not None:
            tegen = bezwaren(opslag, catalogus, overleg, casus, punt, vandaag=vandaag)
            blijvend = (nee for nee in tegen if nee.code is not Code.ANDERE_BESPREKING_OPEN)
            gevonden.append(Nagelopen(punt, tuple(blijvend)))
    return tuple(gevonden)


def _weet_ervan(informering: Informering | None, dag: date) -> bool:
    """Op die dag geïnformeerd, of met een grond uitgesteld (BGS 1.3)."""
    if informering is None:
        return False
    op = informering.geinformeerd_op
    return bool(informering.grond) or (op is not None and op <= dag)
