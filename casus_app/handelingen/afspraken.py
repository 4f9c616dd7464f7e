"""De afspraken na het overleg: iemands lijst, herinneringen, en het plan bij terugval."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from casus_app import opmaak
from casus_app.blad import Bestemming, Blad
from casus_app.domein.afspraak import Afspraak
from casus_app.domein.mensen import Professional
from casus_app.domein.uitgifte import SoortPapier
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, schermhandeling
from casus_app.regels import termijnen
from casus_app.regels.stand import toets_casus, toets_in_behandeling
from casus_app.weigeringen import ongeldig


@schermhandeling
class AfsprakenLijst(Handeling, frozen=True, kw_only=True):
    """Wat deze professional nog te doen heeft, op papier: alleen de eigen afspraken (vraag 33)."""

    NAAM: ClassVar[str] = "afspraken.lijst"
    professional: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        eigen = _eigen(blad, self.professional)
        maak = partial(opmaak.afsprakenlijst, blad.opslag, self.professional, eigen)
        aan = Bestemming(
            soort=SoortPapier.AFSPRAKENLIJST,
            casussen=tuple(dict.fromkeys(afspraak.casus for afspraak in eigen)),
            ontvanger=self.professional,
        )
        return {"bestanden": blad.geef_uit(maak, aan=aan)}


@schermhandeling
class AfsprakenHerinneren(Handeling, frozen=True, kw_only=True):
    """Een agendabestand met per open afspraak de code en de dag, en verder niets."""

    NAAM: ClassVar[str] = "afspraken.herinneren"
    professional: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        eigen = _eigen(blad, self.professional)
        return {"bestanden": blad.geef_uit(partial(opmaak.herinnering, self.professional, eigen))}


@schermhandeling
class PlanTerugval(Handeling, frozen=True, kw_only=True):
    """Wie wat doet als het weer misgaat; staat in het plan zolang de casus loopt (BGS 2.17).

    Bij het afsluiten wordt er opnieuw naar gevraagd, en dat antwoord komt ervoor in de plaats.
    """

    NAAM: ClassVar[str] = "plan.terugval"
    OMKEERBAAR: ClassVar[bool] = True
    casus: str
    bij_terugval: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        blad.toets_rol()
        toets_casus(casus)
        toets_in_behandeling(casus)
        blad.bewaar(replace(casus, bij_terugval=self.bij_terugval))
        return {}


def _eigen(blad: Blad, professional: str) -> tuple[Afspraak, ...]:
    mens = blad.haal(Professional, professional)
    blad.toets_rol()
    eigen = tuple(termijnen.lopend(blad.opslag, uitvoerder=mens.id))
    if not eigen:
        raise ongeldig(
            "Deze persoon heeft geen open afspraken. Er is niets te maken.", "professional"
        )
    return eigen
