"""Wat er na het toevoegen aan een partij of professional verandert."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from casus_app.blad import Blad
from casus_app.domein.mensen import Partij, Professional
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, schermhandeling
from casus_app.regels.mensen import bezwaar_email
from casus_app.regels.verklaring import aaneen, bezwaar_geldigheid


@schermhandeling
class PartijWijzigen(Handeling, frozen=True, kw_only=True):
    """Een partij heet anders. Haar soort blijft: daarop rusten taken en geheim van elke stoel."""

    NAAM: ClassVar[str] = "partij.wijzigen"
    OMKEERBAAR: ClassVar[bool] = True
    partij: str
    naam: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        partij = blad.haal(Partij, self.partij)
        blad.toets_rol()
        blad.bewaar(replace(partij, naam=self.naam))
        return {}


@schermhandeling
class ProfessionalWijzigen(Handeling, frozen=True, kw_only=True):
    """Naam, functie of e-mail verandert. De partij blijft: wat iemand inbracht blijft van haar."""

    NAAM: ClassVar[str] = "professional.wijzigen"
    OMKEERBAAR: ClassVar[bool] = True
    professional: str
    naam: Tekst
    functie: Tekst
    email: str = ""

    def voer_uit(self, blad: Blad) -> Antwoord:
        professional = blad.haal(Professional, self.professional)
        if bezwaar := bezwaar_email(self.email):
            raise bezwaar
        blad.toets_rol()
        blad.bewaar(replace(professional, naam=self.naam, functie=self.functie, email=self.email))
        return {}


@schermhandeling
class GeheimhoudingVastleggen(Handeling, frozen=True, kw_only=True):
    """Een geheimhoudingsverklaring, en de dag waarop zij afloopt (BGS 2.21 lid 2)."""

    NAAM: ClassVar[str] = "geheimhouding.vastleggen"
    OMKEERBAAR: ClassVar[bool] = True
    professional: str
    datum: date
    geldig_tot: date | None = None

    def voer_uit(self, blad: Blad) -> Antwoord:
        professional = blad.haal(Professional, self.professional)
        if bezwaar := bezwaar_geldigheid(self.datum, self.geldig_tot):
            raise bezwaar
        blad.toets_rol()
        op, tot = aaneen(professional, self.datum, self.geldig_tot)
        blad.bewaar(replace(professional, geheimhouding_op=op, geheimhouding_tot=tot))
        return {}
