"""Het huis, de partijen en hun mensen."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from casus_app.blad import Blad
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.klok import OEFENKLOK, Oefenklok
from casus_app.domein.mensen import Partij, Professional
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, handeling
from casus_app.regels.mensen import bezwaar_email, bezwaar_soort
from casus_app.regels.verklaring import aaneen
from casus_app.weigeringen import bestaat_al, ongeldig

MAANDEN_HOOGSTENS = 240
"""Waar de wet geen grens noemt: twintig jaar, de langste dossiertermijn (Jeugdwet 7.3.8)."""

DAGEN_HOOGSTENS = 366


@handeling
class InstellingInrichten(Handeling, frozen=True, kw_only=True):
    """Wie verantwoordelijk is en welke termijnen gelden; één keer, als eerste."""

    NAAM: ClassVar[str] = "instelling.inrichten"
    naam: Tekst
    verantwoordelijke: Tekst
    contactpunt: Tekst
    fg: Tekst
    bewaartermijn_maanden: int = 60
    aanmelding_dagen: int = 28

    def voer_uit(self, blad: Blad) -> Antwoord:
        kader = blad.catalogus.kaders[blad.kader]
        hoogstens = kader.bewaartermijn_hoogstens_maanden or MAANDEN_HOOGSTENS
        if not 1 <= self.bewaartermijn_maanden <= hoogstens:
            raise ongeldig(
                f"De bewaartermijn kan niet. Kies 1 tot {hoogstens} maanden.",
                "bewaartermijn_maanden",
            )
        if not 0 <= self.aanmelding_dagen <= DAGEN_HOOGSTENS:
            raise ongeldig(
                f"De termijn voor aanmeldingen kan niet. Kies 0 tot {DAGEN_HOOGSTENS} dagen.",
                "aanmelding_dagen",
            )
        if blad.opslag.haal(Instelling, HUIS) is not None:
            raise bestaat_al("de inrichting van dit huis", "naam")
        blad.toets_rol()
        blad.bewaar(
            Instelling(
                id=HUIS,
                kader=blad.kader,
                naam=self.naam,
                verantwoordelijke=self.verantwoordelijke,
                contactpunt=self.contactpunt,
                fg=self.fg,
                bewaartermijn_maanden=self.bewaartermijn_maanden,
                aanmelding_dagen=self.aanmelding_dagen,
            )
        )
        return {}


@handeling
class PartijRegistreren(Handeling, frozen=True, kw_only=True):
    """Een organisatie; haar soort komt uit de catalogus."""

    NAAM: ClassVar[str] = "partij.registreren"
    OMKEERBAAR: ClassVar[bool] = True
    id: str
    soort: str
    naam: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        if bezwaar := bezwaar_soort(blad.catalogus, self.soort):
            raise bezwaar
        blad.nieuw(Partij, self.id, "deze partij")
        blad.toets_rol()
        blad.bewaar(Partij(id=self.id, soort=self.soort, naam=self.naam))
        return {}


@handeling
class ProfessionalRegistreren(Handeling, frozen=True, kw_only=True):
    """Iemand die namens een partij aan tafel kan komen."""

    NAAM: ClassVar[str] = "professional.registreren"
    OMKEERBAAR: ClassVar[bool] = True
    id: str
    partij: str
    naam: Tekst
    functie: Tekst
    email: str = ""

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.haal(Partij, self.partij)
        blad.nieuw(Professional, self.id, "deze professional")
        if bezwaar := bezwaar_email(self.email):
            raise bezwaar
        blad.toets_rol()
        blad.bewaar(
            Professional(
                id=self.id,
                partij=self.partij,
                naam=self.naam,
                functie=self.functie,
                email=self.email,
            )
        )
        return {}


@handeling
class GeheimhoudingOndertekenen(Handeling, frozen=True, kw_only=True):
    """De getekende geheimhoudingsverklaring van een professional (BGS 2.21 lid 2).

    Wie opnieuw tekent, had al getekend: de eerste dag blijft staan. Zij loopt niet af.
    """

    NAAM: ClassVar[str] = "geheimhouding.ondertekenen"
    OMKEERBAAR: ClassVar[bool] = True
    professional: str
    datum: date

    def voer_uit(self, blad: Blad) -> Antwoord:
        professional = blad.haal(Professional, self.professional)
        blad.toets_rol()
        op, tot = aaneen(professional, self.datum, None)
        blad.bewaar(replace(professional, geheimhouding_op=op, geheimhouding_tot=tot))
        return {}


@handeling
class KlokZetten(Handeling, frozen=True, kw_only=True):
    """Zet de klok van een oefenkluis vooruit."""

    NAAM: ClassVar[str] = "klok.zetten"
    datum: date

    def voer_uit(self, blad: Blad) -> Antwoord:
        if not blad.oefening:
            raise ongeldig(
                "In een echte kluis loopt de klok vanzelf. Dit kan alleen in een oefenkluis.",
                "datum",
            )
        if self.datum < blad.vandaag:
            raise ongeldig("De klok gaat alleen vooruit. Kies een latere dag.", "datum")
        blad.toets_rol()
        blad.bewaar(Oefenklok(id=OEFENKLOK, dag=self.datum))
        return {}
