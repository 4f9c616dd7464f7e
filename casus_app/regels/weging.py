"""Wanneer een casus in behandeling mag, per kader."""

from casus_app.catalogus import Catalogus, Kader
from casus_app.domein.casus import Weging
from casus_app.domein.tekst import zegt_iets
from casus_app.weigeringen import Code, Weigering

DOMEINEN_MINSTENS = 2
"""Meervoudig is: meer dan één domein (MvT Wams 2.1)."""


def toets_weging(catalogus: Catalogus, kader: Kader, weging: Weging) -> None:
    """Weigert met `criteria-niet-voldaan` als dit kader deze casus niet toelaat."""
    if not weging.in_behandeling:
        return
    if kader.weging == "criteria" and not all(
        (weging.criterium_a, weging.criterium_b, weging.criterium_c, weging.criterium_d)
    ):
        raise Weigering(
            Code.CRITERIA_NIET_VOLDAAN,
            "Nog niet aan alle vier de criteria is voldaan. Licht elk criterium toe, of neem de "
            "casus niet in behandeling.",
        )
    if kader.weging == "domeinen" and not _meervoudig(catalogus, weging.domeinen):
        raise Weigering(
            Code.CRITERIA_NIET_VOLDAAN,
            "Er zijn minstens twee domeinen nodig, waarvan één in het sociaal domein. Vul de "
            "domeinen aan, of neem de casus niet in behandeling.",
        )


def _meervoudig(catalogus: Catalogus, domeinen: tuple[str, ...]) -> bool:
    """Twee of meer verschillende domeinen, en minstens één daarvan in het sociaal domein."""
    verschillend = set()
    sociaal = False
    for tekst in domeinen:
        if not zegt_iets(tekst):
            continue
        domein = catalogus.domein(tekst)
        verschillend.add(domein.sleutel if domein else tekst.strip().casefold())
        sociaal = sociaal or bool(domein and domein.sociaal_domein)
    return sociaal and len(verschillend) >= DOMEINEN_MINSTENS
