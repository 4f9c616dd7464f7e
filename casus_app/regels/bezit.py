"""Wat er allemaal bij één casus hoort; wie een casus vernietigt of overdraagt vraagt het hier."""

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import (
    Betrokkene,
    Casus,
    Gegeven,
    Informering,
    Kringpersoon,
    Oordeel,
    Toestemming,
    VeiligContact,
    Verlenging,
    Weging,
)
from casus_app.domein.herkomst import Herkomst
from casus_app.domein.inbreng import Inbreng, Meeneming
from casus_app.domein.klad import Klad
from casus_app.domein.overleg import Aanwezigheid, Bespreking, Deelname
from casus_app.domein.tafel import Akkoord, Hamerstuk, Houding, Tafelstand
from casus_app.domein.uitgifte import Uitgifte
from casus_app.domein.verzoek import Beperking, Rectificatie, Verzoek, Verzoekverlenging, Weglating
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.domein.waarde import Waarde
from casus_app.domein.zeef import Zeef
from casus_app.poorten import Opslag

VAN_CASUS: tuple[type[Waarde], ...] = (
    Herkomst,
    Betrokkene,
    VeiligContact,
    Kringpersoon,
    Gegeven,
    Weging,
    Informering,
    Toestemming,
    Verlenging,
    Oordeel,
    Bespreking,
    Deelname,
    Aanwezigheid,
    Inbreng,
    Vraagkaart,
    Afspraak,
    Verzoek,
    Verzoekverlenging,
    Weglating,
    Rectificatie,
    Beperking,
    Zeef,
    Houding,
    Akkoord,
    Hamerstuk,
    Tafelstand,
    Uitgifte,
    Klad,
)
"""Alles wat bij één casus hoort en ernaar verwijst met het veld `casus`."""

SOORTEN: tuple[type[Waarde], ...] = (Casus, *VAN_CASUS, Meeneming)
"""De soorten die `alles_van` geeft; een meeneming hangt aan haar inbreng."""


def alles_van(opslag: Opslag, casus: Casus) -> list[Waarde]:
    """De casus en alles wat eraan vastzit."""
    waarden: list[Waarde] = [casus]
    for soort in VAN_CASUS:
        waarden.extend(opslag.zoek(soort, casus=casus.id))
    for inbreng in opslag.zoek(Inbreng, casus=casus.id):
        waarden.extend(opslag.zoek(Meeneming, inbreng=inbreng.id))
    return waarden
