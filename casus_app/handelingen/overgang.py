"""Een hele casus eruit, voor een ander systeem of een ander huis."""

from functools import partial
from typing import ClassVar

from casus_app import overgang
from casus_app.blad import Bestemming, Blad
from casus_app.domein.uitgifte import SoortPapier
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, schermhandeling
from casus_app.regels.stand import toets_niet_aan_tafel


@schermhandeling
class CasusUitvoeren(Handeling, frozen=True, kw_only=True):
    """Alles van één casus in een open bestand; ook van een afgesloten casus.

    Het register onthoudt aan wie en waarom. De casus zelf blijft staan.
    """

    NAAM: ClassVar[str] = "casus.uitvoeren"
    casus: str
    ontvanger: Tekst
    reden: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        blad.toets_rol()
        toets_niet_aan_tafel(blad, casus)
        namen = blad.geef_uit(
            partial(
                overgang.schrijf,
                blad.opslag,
                blad.catalogus,
                blad.instelling(),
                casus,
                ontvanger=self.ontvanger,
                reden=self.reden,
            ),
            aan=Bestemming(
                soort=SoortPapier.OVERGANG,
                casussen=(casus.id,),
                ontvanger=self.ontvanger,
                reden=self.reden,
            ),
        )
        return {"bestanden": namen}
