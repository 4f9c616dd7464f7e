"""Wat er de kamer uit mag: wie, waarvoor en op wiens woord; in de volgorde van draaiboek.md."""

from collections.abc import Iterator
from dataclasses import replace

from casus_app.blad import Blad
from casus_app.catalogus import Catalogus
from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import Casus, Toestemming
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Bespreking
from casus_app.poorten import Opslag
from casus_app.regels.inbreng import meldrecht_aan
from casus_app.weigeringen import Code, Weigering, ongeldig


def bezwaren(
    blad: Blad,
    bespreking: Bespreking,
    inbreng: Inbreng,
    afspraak: Afspraak,
    *,
    door: str,
    ontvanger: str,
) -> Iterator[Weigering]:
    """Alles wat ertegen is dat deze ontvanger dit meeneemt; niets betekent: het mag."""
    partij = blad.haal(Partij, blad.haal(Professional, ontvanger).partij)
    yield from _tegen_toestemming(blad, inbreng, partij)
    aan = meldrecht_aan(blad.catalogus, inbreng.grondslag, inbreng.route, inbreng.motivering)
    if aan is not None and partij.soort != aan:
        yield Weigering(Code.MELDRECHT_DEKT_TAFEL_NIET)
    stoel = blad.deelname(bespreking, ontvanger)
    if stoel and not blad.catalogus.rollen[stoel.rol].neemt_mee:
        yield Weigering(Code.ADVISEUR_NEEMT_NIETS_MEE)
    if door != inbreng.inbrenger:
        yield Weigering(Code.ALLEEN_DE_INBRENGER)
    if ontvanger == inbreng.inbrenger:
        yield ongeldig("Wie iets inbrengt, heeft het al. Kies een andere ontvanger.", "ontvanger")
    if afspraak.uitvoerder != ontvanger or afspraak.casus != inbreng.casus:
        yield Weigering(Code.GEEN_AFSPRAAK)


def _tegen_toestemming(blad: Blad, inbreng: Inbreng, partij: Partij) -> Iterator[Weigering]:
    """Wat op toestemming rust, gaat alleen naar wie eronder valt, en niet meer na intrekking."""
    if inbreng.toestemming is None:
        return
    toestemming = blad.haal(Toestemming, inbreng.toestemming)
    if partij.id not in toestemming.ontvangers:
        yield Weigering(Code.TOESTEMMING_DEKT_NIET)
    if toestemming.ingetrokken_op is not None:
        yield Weigering(Code.TOESTEMMING_INGETROKKEN)


def pas_na_toets(opslag: Opslag, catalogus: Catalogus, casus: str, ontvanger: str) -> bool:
    """Of deze ontvanger een derde is, die pas na de rechtmatigheidstoets iets meekrijgt.

    Geen bezwaar: of de toets er is weet het programma niet (WGS 1.7 lid 2-3 en 2.31 lid 11).
    """
    mens = opslag.haal(Professional, ontvanger)
    partij = opslag.haal(Partij, mens.partij) if mens else None
    soort = catalogus.soorten.get(partij.soort) if partij else None
    zaak = opslag.haal(Casus, casus)
    derde = soort is not None and soort.positie_wgs == "derde"
    return derde and zaak is not None and catalogus.kaders[zaak.kader].derde_na_toets


def neem_terug(blad: Blad, bespreking: Bespreking, ontvanger: str) -> None:
    """Wie zijn stoel verliest neemt niets mee; blijft er niemand over, dan is het onbeslist."""
    for inbreng in blad.zoek(Inbreng, overleg=bespreking.overleg, casus=bespreking.casus):
        meegenomen = blad.zoek(Meeneming, inbreng=inbreng.id)
        van_hem = [mee for mee in meegenomen if mee.ontvanger == ontvanger]
        for mee in van_hem:
            blad.verwijder(mee)
        if van_hem and len(van_hem) == len(meegenomen):
            blad.bewaar(replace(inbreng, lot=Lot.ONBESLIST))
