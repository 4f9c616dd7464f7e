"""Waarop een partij bij deze casus eerder rustte: voor een voorstel, nooit voor een oordeel."""

from casus_app.domein.inbreng import Inbreng
from casus_app.domein.mensen import Professional
from casus_app.poorten import Opslag


def eerder_gebruikt(
    opslag: Opslag, casus: str, partij: str, categorie: str
) -> tuple[tuple[str, str], ...]:
    """Grondslag en weg van wat deze partij hier over dit soort gegeven inbracht, laatste eerst.

    Wat geschrapt is telt niet mee.
    """
    mensen = {mens.id for mens in opslag.zoek(Professional, partij=partij)}
    paren = [
        (een.grondslag, een.route)
        for een in opslag.zoek(Inbreng, casus=casus)
        if een.categorie == categorie and een.inbrenger in mensen and een.telt_mee
    ]
    return tuple(dict.fromkeys(reversed(paren)))
