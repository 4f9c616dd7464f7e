"""De papieren van een overleg en een casus: verslag, plan van aanpak, brief."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from casus_app import opmaak
from casus_app.blad import Bestemming, Blad
from casus_app.domein.casus import BETROKKENE
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Overleg
from casus_app.domein.uitgifte import SoortPapier
from casus_app.handelingen.kern import Antwoord, Handeling, handeling, schermhandeling
from casus_app.regels import opening
from casus_app.regels.stand import toets_casus, toets_overleg
from casus_app.regels.trap import toets_naam
from casus_app.weigeringen import Code, Weigering


@handeling
class VerslagMaken(Handeling, frozen=True, kw_only=True):
    """Het verslag voor één ontvanger: eigen afspraken en wat aan hem is meegegeven (vraag 33)."""

    NAAM: ClassVar[str] = "verslag.maken"
    overleg: str
    ontvanger: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        maak, aan = verslag_voor(blad, self.overleg, self.ontvanger)
        return {"bestanden": blad.geef_uit(maak, aan=aan)}


def verslag_voor(
    blad: Blad, overleg_id: str, ontvanger_id: str
) -> tuple[Callable[[opmaak.Opdruk], opmaak.Stuk], Bestemming]:
    """Het verslag van deze ontvanger en waarheen het gaat, als hij er een krijgt."""
    overleg = blad.haal(Overleg, overleg_id)
    ontvanger = blad.haal(Professional, ontvanger_id)
    blad.onderwerp = ("overleg", overleg.id)
    blad.toets_rol()
    if not overleg.vastgesteld:
        raise Weigering(Code.NOG_NIET_VASTGESTELD)
    casussen = tuple(
        punt.casus
        for punt in blad.zoek(Bespreking, overleg=overleg.id)
        if blad.toegelaten(punt, ontvanger.id)
    )
    if not casussen and overleg.voorzitter != ontvanger.id:
        raise Weigering(
            Code.NIET_TOEGELATEN,
            "Deze persoon zat bij geen enkele casus aan tafel en krijgt geen verslag.",
        )
    maak = partial(opmaak.verslag, blad.opslag, blad.catalogus, overleg.id, ontvanger.id)
    return maak, Bestemming(
        soort=SoortPapier.VERSLAG,
        casussen=casussen,
        ontvanger=ontvanger.id,
        overleg=overleg.id,
    )


@handeling
class PlanMaken(Handeling, frozen=True, kw_only=True):
    """Het plan van aanpak: alleen wie wat wanneer doet, nooit de achtergrond (BGS 2.17)."""

    NAAM: ClassVar[str] = "plan.maken"
    casus: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        blad.toets_rol()
        toets_casus(casus)
        namen = blad.geef_uit(
            partial(opmaak.plan, blad.opslag, blad.catalogus, casus.id),
            aan=Bestemming(soort=SoortPapier.PLAN, casussen=(casus.id,)),
        )
        return {"bestanden": namen}


@handeling
class BetrokkeneBrief(Handeling, frozen=True, kw_only=True):
    """Eén bladzijde voor de betrokkene: wie sprak, wat volgt, welke rechten (AVG 12-14)."""

    NAAM: ClassVar[str] = "betrokkene.brief"
    casus: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        toets_naam(blad.opslag, casus.id, "een brief aan de betrokkene")
        blad.toets_rol()
        toets_casus(casus)
        namen = blad.geef_uit(
            partial(opmaak.brief, blad.opslag, blad.catalogus, casus.id),
            aan=Bestemming(soort=SoortPapier.BRIEF, casussen=(casus.id,), ontvanger=BETROKKENE),
        )
        return {"bestanden": namen}


@schermhandeling
class OverlegVluchtcheck(Handeling, frozen=True, kw_only=True):
    """Per casus wat het openen nog tegenhoudt, op papier; codes en functies, geen inhoud."""

    NAAM: ClassVar[str] = "overleg.vluchtcheck"
    overleg: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg = blad.haal(Overleg, self.overleg)
        blad.toets_rol()
        toets_overleg(overleg)
        gevonden = opening.vluchtcheck(blad.opslag, blad.catalogus, overleg, blad.vandaag)
        zinnen = {
            punt.bespreking.casus: tuple(nee.melding for nee in punt.bezwaren) for punt in gevonden
        }
        namen = blad.geef_uit(
            partial(opmaak.vluchtcheck, blad.opslag, overleg.id, zinnen),
            aan=_voor_de_voorzitter(blad, overleg, SoortPapier.VLUCHTCHECK),
        )
        return {"bestanden": namen}


@schermhandeling
class OverlegVoorzittersexemplaar(Handeling, frozen=True, kw_only=True):
    """De hele agenda voor de voorzitter: tijden, vragen en deurmomenten, zonder namen."""

    NAAM: ClassVar[str] = "overleg.voorzittersexemplaar"
    overleg: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg = blad.haal(Overleg, self.overleg)
        blad.toets_rol()
        toets_overleg(overleg)
        namen = blad.geef_uit(
            partial(opmaak.voorzittersexemplaar, blad.opslag, overleg.id),
            aan=_voor_de_voorzitter(blad, overleg, SoortPapier.VOORZITTERSEXEMPLAAR),
        )
        return {"bestanden": namen}


def _voor_de_voorzitter(blad: Blad, overleg: Overleg, soort: SoortPapier) -> Bestemming:
    agenda = blad.zoek(Bespreking, overleg=overleg.id)
    return Bestemming(
        soort=soort,
        casussen=tuple(punt.casus for punt in agenda),
        ontvanger=overleg.voorzitter,
        overleg=overleg.id,
    )
