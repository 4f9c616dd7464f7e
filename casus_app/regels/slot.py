"""Het sluit-slot: wat er nog openstaat voordat een casus dicht kan, en wat er daarna verdampt."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import Weging
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming
from casus_app.domein.overleg import Bespreking, SoortBespreking
from casus_app.domein.tafel import Akkoord
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


class Telling(NamedTuple):
    """Wat het vaststellen met één casus doet, geteld; `weg` en `blijft` per categorie."""

    casus: str
    weg: Mapping[str, int]
    blijft: Mapping[str, int]
    vrijgaven: int
    opmerkingen: int
    afspraken: int
    besluit: bool


def telling(opslag: Opslag, overleg: str, casus: str) -> Telling:
    """Telt vooraf, met dezelfde regels als het vaststellen zelf."""
    waar = {"overleg": overleg, "casus": casus}
    ingebracht = opslag.zoek(Inbreng, **waar)
    bespreking = opslag.haal(Bespreking, overleg, casus)
    return Telling(
        casus=casus,
        weg=Counter(inbreng.categorie for inbreng in ingebracht if verdampt(inbreng)),
        blijft=Counter(inbreng.categorie for inbreng in ingebracht if gaat_mee(inbreng)),
        vrijgaven=sum(len(opslag.zoek(Meeneming, inbreng=inbreng.id)) for inbreng in ingebracht),
        opmerkingen=sum(bool(gezegd.opmerking) for gezegd in opslag.zoek(Akkoord, **waar)),
        afspraken=len(opslag.zoek(Afspraak, **waar)),
        besluit=bool(bespreking and bespreking.besluit),
    )
