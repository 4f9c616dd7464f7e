"""Welk veld naar welke soort waarde wijst; een toets legt dit naast de sleutels van de kluis."""

from collections.abc import Iterator

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import BETROKKENE, Casus, Kringpersoon, Toestemming
from casus_app.domein.inbreng import Inbreng, Meeneming
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Overleg
from casus_app.domein.verzoek import Verzoek
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.domein.waarde import Waarde

_OVERAL: dict[str, type[Waarde]] = {
    "aanmelder": Professional,
    "aanspreekpunt": Professional,
    "afspraak": Afspraak,
    "beoordelaar": Professional,
    "beoordelaars": Professional,
    "casus": Casus,
    "inbreng": Inbreng,
    "inbrenger": Professional,
    "instemming": Professional,
    "overleg": Overleg,
    "partij": Partij,
    "professional": Professional,
    "toestemming": Toestemming,
    "uitvoerder": Professional,
    "verzoek": Verzoek,
    "voorzitter": Professional,
}
"""Zo heet een verwijzing overal."""

_HIER: dict[tuple[type[Waarde], str], type[Waarde]] = {
    (Toestemming, "van"): Kringpersoon,
    (Toestemming, "aan"): Professional,
    (Toestemming, "ontvangers"): Partij,
    (Inbreng, "over"): Kringpersoon,
    (Vraagkaart, "over"): Kringpersoon,
    (Meeneming, "ontvanger"): Professional,
}
"""En zo alleen bij deze soort. De ontvanger van een uitgifte is een mens of een organisatie."""


def verwijst(soort: type[Waarde], veld: str) -> type[Waarde] | None:
    """Waarnaar dit veld wijst, als het een verwijzing is."""
    return _HIER.get((soort, veld)) or _OVERAL.get(veld)


def verwijzingen(waarde: Waarde) -> Iterator[tuple[str, type[Waarde], str]]:
    """Elke verwijzing van deze waarde: het veld, de soort en de aanduiding."""
    for veld in waarde.__dataclass_fields__:
        naar = verwijst(type(waarde), veld)
        inhoud = getattr(waarde, veld)
        if naar is None or not inhoud:
            continue
        for sleutel in inhoud if isinstance(inhoud, tuple) else (inhoud,):
            if naar is not Kringpersoon or sleutel != BETROKKENE:
                yield veld, naar, sleutel
