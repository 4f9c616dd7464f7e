"""Van een opslag naar een stuk: per soort papier één lijst van wat erop mag.

Hier wordt niets gedrukt en niets van de omgeving gevraagd. Een veld dat niet genoemd is komt niet
op papier.
"""

from casus_app.opmaak.afspraken import afsprakenlijst, herinnering
from casus_app.opmaak.brief import brief
from casus_app.opmaak.herstelpapier import herstelpapier
from casus_app.opmaak.inzage import inzage, inzage_json
from casus_app.opmaak.inzage_weglaten import onderdelen_weg
from casus_app.opmaak.jaarbeeld import jaarbeeld
from casus_app.opmaak.plan import plan
from casus_app.opmaak.proces_verbaal import proces_verbaal
from casus_app.opmaak.rechtenlijst import rechtenlijst
from casus_app.opmaak.stuk import (
    Agendastuk,
    Beveiligd,
    Herinneringstuk,
    Opdruk,
    Stuk,
    Tekststuk,
    Uitgave,
)
from casus_app.opmaak.uitnodiging import afzegging, agendapunt, uitnodiging
from casus_app.opmaak.verslag import verslag
from casus_app.opmaak.verwerkingsregister import verwerkingsregister
from casus_app.opmaak.verzoekbrief import informeerbrief, verzoekbrief
from casus_app.opmaak.vluchtcheck import vluchtcheck
from casus_app.opmaak.voorzitter import voorzittersexemplaar
from casus_app.opmaak.vraagkaart import vraagkaart

__all__ = [
    "Agendastuk",
    "Beveiligd",
    "Herinneringstuk",
    "Opdruk",
    "Stuk",
    "Tekststuk",
    "Uitgave",
    "afsprakenlijst",
    "afzegging",
    "agendapunt",
    "brief",
    "herinnering",
    "herstelpapier",
    "informeerbrief",
    "inzage",
    "inzage_json",
    "jaarbeeld",
    "onderdelen_weg",
    "plan",
    "proces_verbaal",
    "rechtenlijst",
    "uitnodiging",
    "verslag",
    "verwerkingsregister",
    "verzoekbrief",
    "vluchtcheck",
    "voorzittersexemplaar",
    "vraagkaart",
]
