"""De stand van een casus, overleg of bespreking, zoals de rol die vraagt hem mag zien.

De FG ziet wat er gebeurde, niet wat er gezegd werd; van een afgeschermde casus ziet ook een ander
alleen dat. Ook kijken staat in het logboek.
"""

from dataclasses import fields
from typing import Any, ClassVar

from casus_app.blad import Blad
from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import (
    Betrokkene,
    Casus,
    Gegeven,
    Informering,
    Kringpersoon,
    Oordeel,
    Toestemming,
    Verlenging,
    Weging,
)
from casus_app.domein.inbreng import Inbreng, Meeneming
from casus_app.domein.overleg import Aanwezigheid, Bespreking, Deelname, Overleg
from casus_app.domein.verzoek import Beperking, Rectificatie, Verzoek, Verzoekverlenging, Weglating
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.domein.waarde import Waarde
from casus_app.domein.zeef import Zeef
from casus_app.handelingen.kern import Antwoord, Handeling, handeling
from casus_app.regels import zicht


def _toon(waarde: Waarde, *, met_inhoud: bool) -> dict[str, Any]:
    """De velden van een waarde; zonder inhoud blijft er van vrije tekst niets over."""
    velden = {veld.name: getattr(waarde, veld.name) for veld in fields(waarde)}
    return {
        naam: inhoud
        for naam, inhoud in velden.items()
        if met_inhoud or not zicht.is_vrije_tekst(naam, inhoud)
    }


class _Kijker:
    """Toont lijsten van waarden zoals deze rol ze mag zien."""

    def __init__(self, blad: Blad) -> None:
        self._blad = blad
        self._mag_inhoud = zicht.ziet_inhoud(blad.gebruiker.rol)

    def lijst(self, soort: type[Waarde], **waar: object) -> list[dict[str, Any]]:
        """Alle waarden met deze velden."""
        return [self.een(waarde) for waarde in self._blad.zoek(soort, **waar)]

    def een(self, waarde: Waarde) -> dict[str, Any]:
        """Eén waarde."""
        casus = waarde.id if isinstance(waarde, Casus) else getattr(waarde, "casus", None)
        if isinstance(waarde, Meeneming):
            casus = self._blad.haal(Inbreng, waarde.inbreng).casus
        afgeschermd = casus is not None and self._blad.haal(Casus, casus).afgeschermd
        return _toon(waarde, met_inhoud=self._mag_inhoud and not afgeschermd)

    def releases(self, **waar: object) -> list[dict[str, Any]]:
        """Wat er mee mocht van de inbreng met deze velden."""
        return [
            self.een(meeneming)
            for inbreng in self._blad.zoek(Inbreng, **waar)
            for meeneming in self._blad.zoek(Meeneming, inbreng=inbreng.id)
        ]


@handeling
class ToonCasus(Handeling, frozen=True, kw_only=True):
    """De hele stand van een casus."""

    NAAM: ClassVar[str] = "toon.casus"
    casus: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        blad.toets_rol()
        kijker = _Kijker(blad)
        zeven = kijker.lijst(Zeef, casus=casus.id)
        rechten = {
            "verzoekverlengingen": kijker.lijst(Verzoekverlenging, casus=casus.id),
            "weglatingen": kijker.lijst(Weglating, casus=casus.id),
            "rectificaties": kijker.lijst(Rectificatie, casus=casus.id),
            "beperkingen": kijker.lijst(Beperking, casus=casus.id),
        }
        return {
            **kijker.een(casus),
            "betrokkene": kijker.lijst(Betrokkene, casus=casus.id),
            "kring": kijker.lijst(Kringpersoon, casus=casus.id),
            "gegevens": kijker.lijst(Gegeven, casus=casus.id),
            "weging": kijker.lijst(Weging, casus=casus.id),
            "informering": kijker.lijst(Informering, casus=casus.id),
            "toestemmingen": kijker.lijst(Toestemming, casus=casus.id),
            "oordelen": kijker.lijst(Oordeel, casus=casus.id),
            "verlengingen": kijker.lijst(Verlenging, casus=casus.id),
            "besprekingen": kijker.lijst(Bespreking, casus=casus.id),
            "deelnemers": kijker.lijst(Deelname, casus=casus.id, ingetrokken_op=None),
            "vraagkaarten": kijker.lijst(Vraagkaart, casus=casus.id),
            "inbreng": kijker.lijst(Inbreng, casus=casus.id),
            "afspraken": kijker.lijst(Afspraak, casus=casus.id),
            "releases": kijker.releases(casus=casus.id),
            "verzoeken": kijker.lijst(Verzoek, casus=casus.id),
            **({"zeven": zeven} if zeven else {}),
            **{naam: rijen for naam, rijen in rechten.items() if rijen},
        }


@handeling
class ToonOverleg(Handeling, frozen=True, kw_only=True):
    """De hele stand van een overleg."""

    NAAM: ClassVar[str] = "toon.overleg"
    overleg: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg = blad.haal(Overleg, self.overleg)
        blad.onderwerp = ("overleg", overleg.id)
        blad.toets_rol()
        kijker = _Kijker(blad)
        agenda = sorted(
            kijker.lijst(Bespreking, overleg=overleg.id), key=lambda punt: int(punt["plek"])
        )
        return {
            **kijker.een(overleg),
            "casussen": agenda,
            "deelnemers": kijker.lijst(Deelname, overleg=overleg.id, ingetrokken_op=None),
            "vraagkaarten": kijker.lijst(Vraagkaart, overleg=overleg.id),
            "inbreng": kijker.lijst(Inbreng, overleg=overleg.id),
            "afspraken": kijker.lijst(Afspraak, overleg=overleg.id),
            "releases": kijker.releases(overleg=overleg.id),
        }


@handeling
class ToonBespreking(Handeling, frozen=True, kw_only=True):
    """De hele stand van één casus in één overleg."""

    NAAM: ClassVar[str] = "toon.bespreking"
    overleg: str
    casus: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg, casus, bespreking = blad.bespreking(self.overleg, self.casus)
        blad.toets_rol()
        kijker = _Kijker(blad)
        waar = {"overleg": overleg.id, "casus": casus.id}
        return {
            **kijker.een(bespreking),
            "deelnemers": kijker.lijst(Deelname, ingetrokken_op=None, **waar),
            "aanwezig": [plek.professional for plek in blad.kamer(bespreking)],
            "aanwezigheid": kijker.lijst(Aanwezigheid, **waar),
            "vraagkaarten": kijker.lijst(Vraagkaart, **waar),
            "inbreng": kijker.lijst(Inbreng, **waar),
            "afspraken": kijker.lijst(Afspraak, **waar),
            "releases": kijker.releases(**waar),
        }
