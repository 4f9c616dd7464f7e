"""Het sluit-slot: wat er nog openstaat voordat een casus dicht kan, en wat er daarna verdampt."""

from collections.abc import Iterator

from casus_app.domein.casus import Weging
from casus_app.domein.inbreng import Inbreng, Lot
from casus_app.domein.overleg import Bespreking, SoortBespreking
from casus_app.poorten import Opslag
from casus_app.weigeringen import Code, Weigering


def bezwaren(opslag: Opslag, bespreking: Bespreking) -> Iterator[Weigering]:
    """Alles wat het sluiten tegenhoudt; niets betekent: het kan dicht."""
    is_weging = bespreking.soort is SoortBespreking.WEGING
    weging = opslag.haal(Weging, bespreking.casus)
    if is_weging and (weging is None or weging.nummer <= bespreking.wegingen_vooraf):
        yield Weigering(
            Code.CASUS_NIET_GEWOGEN,
            "De weging is nog niet gedaan. Leg eerst vast of de casus in behandeling komt.",
        )
    ingebracht = opslag.zoek(Inbreng, overleg=bespreking.overleg, casus=bespreking.casus)
    if any(inbreng.lot is Lot.ONBESLIST for inbreng in ingebracht):
        yield Weigering(Code.INBRENG_ONBESLIST)
    if not is_weging and not bespreking.besluit:
        yield Weigering(Code.BESLUIT_ONTBREEKT)


def gaat_mee(inbreng: Inbreng) -> bool:
    """De tekst blijft na het vaststellen: iemand mag hem meenemen (vraag 14 en 28)."""
    return inbreng.lot is Lot.MEE


def verdampt(inbreng: Inbreng) -> bool:
    """De tekst wordt bij het vaststellen vernietigd; van geschrapte inbreng was hij al weg."""
    return inbreng.telt_mee and inbreng.lot not in {Lot.MEE, Lot.VERNIETIGD}
