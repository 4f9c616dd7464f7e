"""Wat een weging uit de inzage houdt: de bron zonder dat gegeven, en geteld hoeveel het is.

De weging kiest een inbreng, een soort gegeven of een professional (AVG 15 lid 4 en 23; UAVG 41).
Het laatste verzoek om inzage telt: bij elk verzoek wordt opnieuw gewogen.
"""

from collections import Counter
from typing import TYPE_CHECKING

from casus_app.domein.casus import Gegeven
from casus_app.domein.inbreng import Inbreng, Meeneming
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Aanwezigheid, Deelname
from casus_app.domein.tafel import Akkoord, Houding
from casus_app.domein.uitgifte import Uitgifte
from casus_app.domein.verzoek import SoortVerzoek, Verzoek, Weglating
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.domein.waarde import W, Waarde
from casus_app.opmaak.woorden import catalogusnaam
from casus_app.poorten import Opslag

if TYPE_CHECKING:
    from casus_app.catalogus import Catalogus

_PERSOON: dict[type[Waarde], str] = {
    Inbreng: "inbrenger",
    Vraagkaart: "professional",
    Deelname: "professional",
    Aanwezigheid: "professional",
    Houding: "professional",
    Akkoord: "professional",
    Meeneming: "ontvanger",
    Uitgifte: "ontvanger",
}
"""Wat helemaal over één professional gaat, en in welk veld die staat."""
_SOORT = frozenset({Gegeven, Inbreng, Vraagkaart})
_GETELD = (Gegeven, Inbreng, Vraagkaart, Deelname, Aanwezigheid, Houding, Akkoord, Uitgifte)


def weglatingen(opslag: Opslag, casus: str) -> tuple[Weglating, ...]:
    """De wegingen die nu gelden en iets aanwijzen."""
    verzoeken = opslag.zoek(Verzoek, casus=casus, soort=SoortVerzoek.INZAGE)
    if not verzoeken:
        return ()
    laatste = max(reversed(verzoeken), key=lambda verzoek: verzoek.ontvangen_op)
    gewogen = opslag.zoek(Weglating, verzoek=laatste.id)
    return tuple(een for een in gewogen if een.inbreng or een.categorie or een.professional)


def blijft_weg(weging: Weglating, waarde: Waarde) -> bool:
    """Of deze weging deze waarde aanwijst."""
    soort = type(waarde)
    if isinstance(waarde, Inbreng) and waarde.id == weging.inbreng:
        return True
    if isinstance(waarde, Meeneming) and waarde.inbreng == weging.inbreng:
        return True
    if soort in _SOORT and weging.categorie:
        return bool(getattr(waarde, "categorie", None) == weging.categorie)
    if soort in _PERSOON and weging.professional:
        return bool(getattr(waarde, _PERSOON[soort]) == weging.professional)
    return isinstance(waarde, Professional) and waarde.id == weging.professional


def onderdelen_weg(opslag: Opslag, weging: Weglating) -> int:
    """Hoeveel onderdelen van de inzage door deze weging wegblijven."""
    return sum(
        blijft_weg(weging, waarde)
        for soort in _GETELD
        for waarde in opslag.zoek(soort, casus=weging.casus)
    )


def niet_getoond(opslag: Opslag, catalogus: "Catalogus", casus: str) -> list[dict[str, str | int]]:
    """Per grond van de wet hoeveel onderdelen er niet in staan; elk onderdeel één keer."""
    gewogen = weglatingen(opslag, casus)
    geteld: Counter[str] = Counter()
    for soort in _GETELD:
        for waarde in opslag.zoek(soort, casus=casus):
            gronden = (een.grond for een in gewogen if blijft_weg(een, waarde))
            if grond := next(gronden, None):
                geteld[grond] += 1
    return [
        {"grond": catalogusnaam(catalogus.uitstelgronden, grond), "aantal": aantal}
        for grond, aantal in geteld.items()
    ]


class Bron:
    """De opslag zoals de inzage haar mag zien; wat wegblijft is er niet."""

    def __init__(self, opslag: Opslag, gewogen: tuple[Weglating, ...]) -> None:
        self._opslag = opslag
        self._gewogen = gewogen

    def haal(self, soort: type[W], *sleutel: str) -> W | None:
        """De waarde met deze sleutel, als zij getoond mag worden."""
        waarde = self._opslag.haal(soort, *sleutel)
        return None if waarde is None or self._weg(waarde) else waarde

    def zoek(self, soort: type[W], /, **waar: object) -> tuple[W, ...]:
        """Alle waarden met deze velden die getoond mogen worden."""
        return tuple(een for een in self._opslag.zoek(soort, **waar) if not self._weg(een))

    def _weg(self, waarde: Waarde) -> bool:
        return any(blijft_weg(weging, waarde) for weging in self._gewogen)
