"""Van aanmelding tot behandeling: aanmelden, wegen, informeren, toestemming."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

import msgspec

from casus_app.blad import Blad
from casus_app.domein.casus import (
    BETROKKENE,
    Betrokkene,
    Casus,
    Fase,
    Gegeven,
    Informering,
    Kringpersoon,
    Toestemming,
    Weging,
)
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.tekst import zegt_iets
from casus_app.domein.termijn import dagen_later, maanden_later
from casus_app.handelingen.kern import (
    Antwoord,
    Handeling,
    Tekst,
    Vorm,
    handeling,
    schermhandeling,
)
from casus_app.regels.aanmelding import toets_categorieen, toets_doel, toets_relaties
from casus_app.regels.stand import toets_casus, toets_lid_1, toets_noodzaak
from casus_app.regels.trap import toets_naam
from casus_app.regels.weging import toets_weging
from casus_app.weigeringen import bestaat_al, onbekend, ongeldig


class BetrokkeneVorm(Vorm, frozen=True, kw_only=True):
    """De persoon om wie het gaat."""

    naam: Tekst
    geboortedatum: date | None = None


class KringVorm(Vorm, frozen=True, kw_only=True):
    """Iemand uit de directe kring, met relatie en noodzaak."""

    id: str
    naam: Tekst
    relatie: str
    noodzaak: str


Categorieen = dict[str, str | int | float | bool]
"""Per categorie wat de aanmelder opgaf."""


@handeling
class CasusAanmelden(Handeling, frozen=True, kw_only=True):
    """Een partij meldt een casus aan; vanaf nu loopt de bewaartermijn (WGS 2.31 lid 1)."""

    NAAM: ClassVar[str] = "casus.aanmelden"
    OMKEERBAAR: ClassVar[bool] = True
    id: str
    aanmelder: str
    doel: str
    aanleiding: Tekst
    leefgebieden: tuple[str, ...]
    betrokkene: BetrokkeneVorm
    kring: tuple[KringVorm, ...] = ()
    categorieen: Categorieen = msgspec.field(default_factory=dict)

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.haal(Professional, self.aanmelder)
        blad.instelling()
        blad.nieuw(Casus, self.id, "deze casus")
        blad.onderwerp = ("casus", self.id)
        toets_kring(self.kring)
        blad.toets_rol()
        toets_doel(self.doel)
        for persoon in self.kring:
            toets_noodzaak(persoon.noodzaak)
        toets_categorieen(blad.catalogus, blad.soort_van(self.aanmelder), self.categorieen)
        toets_relaties(self.kring)
        casus = casus_van_vandaag(
            blad,
            id=self.id,
            aanmelder=self.aanmelder,
            doel=self.doel,
            aanleiding=self.aanleiding,
            leefgebieden=self.leefgebieden,
        )
        blad.bewaar(casus)
        blad.bewaar(
            Betrokkene(
                casus=casus.id,
                naam=self.betrokkene.naam,
                geboortedatum=self.betrokkene.geboortedatum,
            )
        )
        noteer_kring(blad, casus.id, self.kring)
        noteer_gegevens(blad, casus.id, self.categorieen)
        return {"vernietigen_op": casus.vernietigen_op}


def casus_van_vandaag(
    blad: Blad,
    *,
    id: str,
    aanmelder: str,
    doel: str,
    aanleiding: str,
    leefgebieden: tuple[str, ...],
) -> Casus:
    """De kop van een nieuwe casus; vanaf vandaag loopt de bewaartermijn (BGS 1.16)."""
    return Casus(
        id=id,
        kader=blad.kader,
        aanmelder=aanmelder,
        doel=doel,
        aanleiding=aanleiding,
        leefgebieden=leefgebieden,
        aangemeld_op=blad.vandaag,
        vernietigen_op=maanden_later(blad.vandaag, blad.instelling().bewaartermijn_maanden),
    )


def toets_kring(kring: tuple[KringVorm, ...]) -> None:
    """Ieder in de kring een eigen aanduiding, en niet die van de betrokkene."""
    sleutels = [persoon.id for persoon in kring]
    if BETROKKENE in sleutels or len(set(sleutels)) < len(sleutels) or "" in sleutels:
        raise ongeldig("Elke persoon in de kring heeft een eigen aanduiding nodig.", "kring")


def noteer_kring(blad: Blad, casus: str, kring: tuple[KringVorm, ...]) -> None:
    """De mensen om de betrokkene heen."""
    for persoon in kring:
        blad.bewaar(
            Kringpersoon(
                casus=casus,
                id=persoon.id,
                naam=persoon.naam,
                relatie=persoon.relatie,
                noodzaak=persoon.noodzaak,
            )
        )


def noteer_gegevens(blad: Blad, casus: str, categorieen: Categorieen) -> None:
    """Wat de aanmelder per categorie opgaf."""
    for categorie, waarde in categorieen.items():
        blad.bewaar(Gegeven(casus=casus, categorie=categorie, waarde=str(waarde)))


@schermhandeling
class KringToevoegen(Handeling, frozen=True, kw_only=True):
    """Iemand komt na de aanmelding bij de kring, met dezelfde eisen als toen (BGS 2.19)."""

    NAAM: ClassVar[str] = "kring.toevoegen"
    OMKEERBAAR: ClassVar[bool] = True
    casus: str
    id: str
    naam: Tekst
    relatie: str
    noodzaak: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        erbij = (
            KringVorm(id=self.id, naam=self.naam, relatie=self.relatie, noodzaak=self.noodzaak),
        )
        toets_kring(erbij)
        toets_naam(blad.opslag, casus.id, "de kring")
        if blad.in_kring(casus, self.id):
            raise bestaat_al("deze persoon in de kring", "id")
        blad.toets_rol()
        toets_casus(casus)
        toets_noodzaak(self.noodzaak)
        toets_relaties(erbij)
        noteer_kring(blad, casus.id, erbij)
        return {}


class Criteria(Vorm, frozen=True, kw_only=True):
    """De vier criteria van BGS 2.20: een toelichting, of `false` als er niet aan voldaan is."""

    a: str | bool = False
    b: str | bool = False
    c: str | bool = False
    d: str | bool = False

    def toelichting(self, letter: str) -> str:
        """De toelichting bij dit criterium, leeg als er niet aan voldaan is."""
        waarde = getattr(self, letter)
        return waarde if isinstance(waarde, str) and zegt_iets(waarde) else ""


@handeling
class CasusWegen(Handeling, frozen=True, kw_only=True):
    """Hoort deze casus hier? (WGS 2.31 lid 2; BGS 2.20; MvT Wams 2.1)."""

    NAAM: ClassVar[str] = "casus.wegen"
    OMKEERBAAR: ClassVar[bool] = True
    casus: str
    beoordelaars: tuple[str, ...]
    uitkomst: str
    motivering: Tekst
    criteria: Criteria
    domeinen: tuple[str, ...] = ()

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        for beoordelaar in self.beoordelaars:
            blad.haal(Professional, beoordelaar)
        fase = blad.keuze(Fase, self.uitkomst)
        if fase not in {Fase.IN_BEHANDELING, Fase.NIET_IN_BEHANDELING}:
            raise ongeldig(
                "Een weging eindigt met 'in-behandeling' of 'niet-in-behandeling'.", "uitkomst"
            )
        if any(getattr(self.criteria, letter) is True for letter in "abcd"):
            raise ongeldig(
                "Leg bij een criterium uit waarom eraan voldaan is, of kies nee.", "criteria"
            )
        blad.toets_rol()
        toets_casus(casus)
        eerder = blad.opslag.haal(Weging, casus.id)
        weging = Weging(
            casus=casus.id,
            nummer=eerder.nummer + 1 if eerder else 1,
            gewogen_op=blad.vandaag,
            beoordelaars=self.beoordelaars,
            criterium_a=self.criteria.toelichting("a"),
            criterium_b=self.criteria.toelichting("b"),
            criterium_c=self.criteria.toelichting("c"),
            criterium_d=self.criteria.toelichting("d"),
            domeinen=self.domeinen,
            in_behandeling=fase is Fase.IN_BEHANDELING,
            motivering=self.motivering,
        )
        toets_weging(blad.catalogus, blad.kader_van(casus), weging)
        toets_lid_1(blad, casus, self.beoordelaars)
        gewogen = self._in_fase(blad, casus, fase)
        blad.bewaar(weging)
        blad.bewaar(gewogen)
        return {"vernietigen_op": gewogen.vernietigen_op}

    @staticmethod
    def _in_fase(blad: Blad, casus: Casus, fase: Fase) -> Casus:
        """Niet in behandeling: de korte klok. Alsnog wel: weer de gewone, vanaf de aanmelding."""
        huis = blad.instelling()
        einde = maanden_later(casus.aangemeld_op, huis.bewaartermijn_maanden)
        if fase is Fase.NIET_IN_BEHANDELING:
            einde = min(einde, dagen_later(blad.vandaag, huis.aanmelding_dagen))
        elif casus.fase is not Fase.NIET_IN_BEHANDELING:
            einde = casus.vernietigen_op
        return replace(casus, fase=fase, vernietigen_op=einde)


@handeling
class BetrokkeneInformeren(Handeling, frozen=True, kw_only=True):
    """De betrokkene weet dat en waarvoor er over hem gesproken wordt (AVG 14; vraag 36)."""

    NAAM: ClassVar[str] = "betrokkene.informeren"
    OMKEERBAAR: ClassVar[bool] = True
    casus: str
    wijze: Tekst
    datum: date

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        blad.toets_rol()
        toets_casus(casus)
        eerder = blad.opslag.haal(Informering, casus.id) or Informering(casus=casus.id)
        blad.bewaar(replace(eerder, geinformeerd_op=self.datum, wijze=self.wijze))
        return {}


@handeling
class BetrokkeneUitstellen(Handeling, frozen=True, kw_only=True):
    """Informeren wacht, op een grond van de wet en tot een dag om opnieuw te kijken (BGS 1.3)."""

    NAAM: ClassVar[str] = "betrokkene.uitstellen"
    OMKEERBAAR: ClassVar[bool] = True
    casus: str
    grond: str
    motivering: Tekst
    beoordelaar: str
    heroverwegen_op: date

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        blad.haal(Professional, self.beoordelaar)
        if self.grond not in blad.catalogus.uitstelgronden:
            raise ongeldig(
                "Op deze grond kan informeren niet wachten. Kies een grond uit de lijst.",
                "grond",
            )
        blad.toets_rol()
        toets_casus(casus)
        eerder = blad.opslag.haal(Informering, casus.id) or Informering(casus=casus.id)
        blad.bewaar(
            replace(
                eerder,
                grond=self.grond,
                motivering=self.motivering,
                beoordelaar=self.beoordelaar,
                heroverwegen_op=self.heroverwegen_op,
            )
        )
        return {}


@handeling
class ToestemmingVastleggen(Handeling, frozen=True, kw_only=True):
    """Waarmee een beroepsgeheim mag worden doorbroken: wie, wat, aan wie, waarvoor (vraag 32)."""

    NAAM: ClassVar[str] = "toestemming.vastleggen"
    OMKEERBAAR: ClassVar[bool] = True
    id: str
    casus: str
    van: str
    aan: str
    gegevens: Tekst
    ontvangers: tuple[str, ...]
    doel: Tekst
    wijze: Tekst
    datum: date

    def voer_uit(self, blad: Blad) -> Antwoord:
        casus = blad.casus(self.casus)
        blad.haal(Professional, self.aan)
        for ontvanger in self.ontvangers:
            blad.haal(Partij, ontvanger)
        if not blad.in_kring(casus, self.van):
            raise onbekend("deze persoon in de kring", "van")
        blad.nieuw(Toestemming, self.id, "deze toestemming")
        blad.toets_rol()
        toets_casus(casus)
        blad.bewaar(
            Toestemming(
                id=self.id,
                casus=casus.id,
                van=self.van,
                aan=self.aan,
                gegevens=self.gegevens,
                ontvangers=self.ontvangers,
                doel=self.doel,
                wijze=self.wijze,
                datum=self.datum,
            )
        )
        return {}


@handeling
class ToestemmingIntrekken(Handeling, frozen=True, kw_only=True):
    """Vanaf nu niet meer te gebruiken; wat gedeeld is, blijft rechtmatig gedeeld.

    Kan ook bij een afgesloten casus: intrekken is een recht (AVG 7 lid 3).
    """

    NAAM: ClassVar[str] = "toestemming.intrekken"
    toestemming: str
    datum: date

    def voer_uit(self, blad: Blad) -> Antwoord:
        toestemming = blad.haal(Toestemming, self.toestemming)
        blad.casus(toestemming.casus)
        if self.datum < toestemming.datum:
            raise ongeldig(
                "Intrekken kan niet vóór de dag van de toestemming. Kies een latere dag.",
                "datum",
            )
        blad.toets_rol()
        eerder = toestemming.ingetrokken_op
        blad.bewaar(
            replace(toestemming, ingetrokken_op=min(eerder, self.datum) if eerder else self.datum)
        )
        return {}
