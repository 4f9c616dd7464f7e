"""De rechten van de betrokkene: verzoeken en inzage (AVG 12-21)."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from casus_app import opmaak
from casus_app.blad import Bestemming, Blad
from casus_app.domein.casus import BETROKKENE
from casus_app.domein.termijn import maanden_later
from casus_app.domein.uitgifte import SoortPapier
from casus_app.domein.verzoek import SoortVerzoek, Verzoek
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, handeling
from casus_app.regels.trap import toets_naam
from casus_app.weigeringen import ongeldig


@handeling
class VerzoekRegistreren(Handeling, frozen=True, kw_only=True):
    """Een verzoek komt binnen; het antwoord is er binnen een maand (AVG 12 lid 3).

    Kan ook bij een afgesloten casus: de rechten blijven.
    """

    NAAM: ClassVar[str] = "verzoek.registreren"
    id: str
    casus: str
    soort: str
    ontvangen_op: date

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        soort = blad.keuze(SoortVerzoek, self.soort)
        blad.nieuw(Verzoek, self.id, "dit verzoek")
        blad.toets_rol()
        maanden = blad.catalogus.verzoeken[soort].termijn_maanden
        uiterlijk = maanden_later(self.ontvangen_op, maanden)
        blad.bewaar(
            Verzoek(
                id=self.id,
                casus=casus.id,
                soort=soort,
                ontvangen_op=self.ontvangen_op,
                uiterlijk=uiterlijk,
            )
        )
        return {"uiterlijk": uiterlijk}


@handeling
class VerzoekAfhandelen(Handeling, frozen=True, kw_only=True):
    """Het besluit op een verzoek, met de reden."""

    NAAM: ClassVar[str] = "verzoek.afhandelen"
    verzoek: str
    besluit: Tekst
    motivering: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        verzoek = blad.haal(Verzoek, self.verzoek)
        blad.casus(verzoek.casus)
        blad.toets_rol()
        if verzoek.afgehandeld_op is not None:
            raise ongeldig(
                "Dit verzoek is al afgehandeld. Registreer een nieuw verzoek.", "verzoek"
            )
        blad.bewaar(
            replace(
                verzoek,
                besluit=self.besluit,
                motivering=self.motivering,
                afgehandeld_op=blad.vandaag,
            )
        )
        return {}


@handeling
class InzageMaken(Handeling, frozen=True, kw_only=True):
    """Alles wat over deze betrokkene bewaard wordt en wie wat kreeg (AVG 15)."""

    NAAM: ClassVar[str] = "inzage.maken"
    casus: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        toets_naam(blad.opslag, casus.id, "een inzage")
        blad.toets_rol()
        namen = blad.geef_uit(
            partial(opmaak.inzage, blad.opslag, blad.catalogus, casus.id),
            partial(opmaak.inzage_json, blad.opslag, blad.catalogus, casus.id),
            aan=Bestemming(soort=SoortPapier.INZAGE, casussen=(casus.id,), ontvanger=BETROKKENE),
        )
        return {"bestanden": namen}
