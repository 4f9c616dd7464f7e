"""Een hele casus eruit, voor een ander systeem of een ander huis, en er weer in."""

from functools import partial
from typing import ClassVar

from casus_app import overgang
from casus_app.blad import Bestemming, Blad
from casus_app.domein.uitgifte import SoortPapier
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, schermhandeling
from casus_app.regels.stand import toets_niet_aan_tafel
from casus_app.weigeringen import Weigering, ongeldig


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


@schermhandeling
class CasusInvoeren(Handeling, frozen=True, kw_only=True):
    """Een casus uit een bestand, in één keer en helemaal, of niet.

    Wat er gebeurt is wat het voorbeeld zegt; dat wordt hier opnieuw gemaakt, op de kluis van nu.
    """

    NAAM: ClassVar[str] = "casus.invoeren"
    bestand: bytes

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.toets_rol()
        try:
            gelezen = overgang.lees(self.bestand)
        except overgang.OvergangFout as fout:
            raise ongeldig(fout.melding, "bestand") from None
        uitkomst = overgang.voorbeeld(
            blad.opslag,
            blad.catalogus,
            gelezen,
            vandaag=blad.vandaag,
            oefening=blad.oefening,
        )
        if uitkomst.fouten:
            eerste, *rest = uitkomst.fouten
            meer = f" Er zijn er nog {len(rest)} meer." if rest else ""
            waar = f" ({eerste.plek})" if eerste.plek else ""
            raise Weigering(uitkomst.code, f"{eerste.zin[:-1]}{waar}.{meer}", veld="bestand")
        code = uitkomst.gelezen.kop.casus
        blad.onderwerp = ("casus", code)
        blad.feit = True
        for waarde in uitkomst.nieuw:
            blad.bewaar(waarde)
        return {
            "casus": code,
            "nieuwe_partijen": len(uitkomst.partijen),
            "nieuwe_professionals": len(uitkomst.mensen),
        }
