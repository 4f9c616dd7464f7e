"""Wat een rol van een waarde mag lezen: de FG ziet wat er gebeurde, niet wat er gezegd werd.

Eén regel voor wie een stand vraagt (`toon.*`) en voor elk scherm.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any

from casus_app.domein.casus import Betrokkene
from casus_app.domein.instelling import Instelling
from casus_app.domein.kluiszorg import Kluiszorg
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Verzending
from casus_app.domein.uitgifte import Uitgifte
from casus_app.domein.waarde import W, Waarde
from casus_app.rollen import Gebruikersrol

_AANWIJZERS = frozenset(
    {
        "aan",
        "aanmelder",
        "aanspreekpunt",
        "afspraak",
        "begin",
        "beoordelaar",
        "beoordelaars",
        "casus",
        "categorie",
        "grond",
        "grondslag",
        "id",
        "inbreng",
        "inbrenger",
        "instemming",
        "kader",
        "ontvanger",
        "ontvangers",
        "over",
        "overleg",
        "partij",
        "pet",
        "professional",
        "rol",
        "route",
        "soort",
        "taak",
        "toestemming",
        "uitvoerder",
        "van",
        "voorzitter",
    }
)
"""Tekstvelden die iets aanwijzen of uit de catalogus komen; al het andere is vrije tekst."""

_VAN_HET_HUIS: Mapping[type[Waarde], frozenset[str]] = {
    Instelling: frozenset(veld.name for veld in fields(Instelling)),
    Kluiszorg: frozenset({"door", "toelichting"}),
    Partij: frozenset({"naam"}),
    Professional: frozenset({"functie"}),
    Uitgifte: frozenset({"naam", "inhoud", "sha256", "anker"}),
    Verzending: frozenset({"tijden"}),
}
"""Tekst die niet over een betrokkene gaat: het huis, een functie, een vingerafdruk, een tijd."""

_OOK_WEG: Mapping[type[Waarde], frozenset[str]] = {Betrokkene: frozenset({"geboortedatum"})}
"""Geen tekst, en wijst toch een mens aan."""


def ziet_inhoud(rol: Gebruikersrol | None) -> bool:
    """Of deze rol leest wat er gezegd en opgeschreven is."""
    return rol is not Gebruikersrol.FG


def is_vrije_tekst(naam: str, inhoud: object) -> bool:
    """Of in dit veld staat wat iemand zelf opschreef."""
    return type(inhoud) in {str, tuple} and naam not in _AANWIJZERS


def zonder_inhoud(waarde: W) -> W:
    """Dezelfde waarde zonder vrije tekst en zonder naam: leeg, of `None`."""
    weg: dict[str, Any] = dict.fromkeys(_OOK_WEG.get(type(waarde), ()))
    for naam in _velden(type(waarde)):
        inhoud = getattr(waarde, naam)
        if is_vrije_tekst(naam, inhoud):
            weg[naam] = type(inhoud)()
    return replace(waarde, **weg)


@cache
def _velden(soort: type[Waarde]) -> tuple[str, ...]:
    """De velden die vrije tekst kunnen zijn; een sleutel wijst alleen aan."""
    blijft = _VAN_HET_HUIS.get(soort, frozenset()) | {*soort.SLEUTEL}
    return tuple(veld.name for veld in fields(soort) if veld.name not in blijft)
