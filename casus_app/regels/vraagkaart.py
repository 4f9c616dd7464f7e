"""De vraagkaart langs de regels van stoel en inbreng, en wie het antwoord mogen horen."""

from collections.abc import Iterable
from dataclasses import replace

from casus_app.blad import Blad
from casus_app.domein.casus import Casus
from casus_app.domein.inbreng import Inbreng, Lot, Niveau
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Deelname, Overleg, Stand
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.regels import inbreng as regels
from casus_app.regels.deelname import Stoel
from casus_app.regels.voorstel import in_de_kamer, voorstel_van
from casus_app.weigeringen import Weigering

STOEL_GEKREGEN = "Kreeg een stoel bij deze casus."
"""De reden als een kaart vervalt doordat er een stoel voor in de plaats komt."""

NIET_VOOR_IEDEREEN = (
    "Niet iedereen in de kamer mag elk schriftelijk antwoord horen. Trek de vraagkaart in, schrap "
    "het antwoord, of laat buiten wie er niet onder valt."
)


def als_stoel(blad: Blad, overleg: Overleg, casus: Casus, kaart: Vraagkaart) -> Stoel:
    """De kaart als de stoel waarvoor zij in de plaats komt: dezelfde regels gelden."""
    mens = blad.haal(Professional, kaart.professional)
    return Stoel(
        kader=casus.kader,
        soort=blad.soort_van(kaart.professional),
        taak=kaart.taak,
        noodzaak=kaart.noodzaak,
        pet=kaart.pet,
        verklaring_op=mens.geheimhouding_op,
        verklaring_tot=mens.geheimhouding_tot,
        overlegdatum=overleg.datum,
    )


def als_inbreng(
    kaart: Vraagkaart,
    id: str = "",
    *,
    niveau: Niveau = Niveau.DAT,
    kern: str = "",
    route: str = "",
    toestemming: str | None = None,
    motivering: str = "",
) -> Inbreng:
    """Het antwoord als inbreng; wie niet aan tafel zit geeft niemand iets mee."""
    return Inbreng(
        id=id,
        overleg=kaart.overleg,
        casus=kaart.casus,
        inbrenger=kaart.professional,
        over=kaart.over,
        categorie=kaart.categorie,
        niveau=niveau,
        grondslag=kaart.grondslag,
        noodzaak=kaart.noodzaak,
        kern=kern,
        route=route,
        toestemming=toestemming,
        motivering=motivering,
        lot=Lot.NIEMAND,
    )


def kaarten_van(blad: Blad, bespreking: Bespreking) -> tuple[Vraagkaart, ...]:
    """De kaarten bij deze bespreking die niet zijn ingetrokken."""
    return blad.zoek(
        Vraagkaart, overleg=bespreking.overleg, casus=bespreking.casus, ingetrokken_op=None
    )


def hoorders(blad: Blad, overleg: Overleg, bespreking: Bespreking) -> list[str]:
    """Wie een antwoord horen: wie er in de kamer zijn, en daarvóór ieder die is toegelaten."""
    if bespreking.stand is Stand.OPEN:
        return in_de_kamer(blad, bespreking)
    stoelen = blad.zoek(Deelname, overleg=overleg.id, casus=bespreking.casus, ingetrokken_op=None)
    return [overleg.voorzitter, *(stoel.professional for stoel in stoelen)]


def toets_antwoorden(
    blad: Blad, waar: tuple[Overleg, Casus, Bespreking], horen: Iterable[str], veld: str
) -> None:
    """Elk schriftelijk antwoord mag gehoord worden door wie er straks in de kamer zijn.

    Een toestemming kan intussen zijn ingetrokken, en er kan iemand bij zijn gekomen die er niet
    onder valt. Wat al geschrapt is, is er niet meer om te horen.
    """
    horen = tuple(horen)
    for kaart in kaarten_van(blad, waar[2]):
        inbreng = blad.haal(Inbreng, kaart.inbreng) if kaart.inbreng else None
        if inbreng is None or not inbreng.telt_mee:
            continue
        voorstel = voorstel_van(blad, waar, inbreng, pet=kaart.pet, horen=horen)
        for bezwaar in regels.bezwaren(blad.catalogus, voorstel):
            raise Weigering(bezwaar.code, NIET_VOOR_IEDEREEN, veld)


def vervalt_door_stoel(blad: Blad, bespreking: Bespreking, professional: str) -> None:
    """Wie een stoel krijgt kan het zelf zeggen: een kaart zonder antwoord vervalt."""
    for kaart in kaarten_van(blad, bespreking):
        if kaart.professional == professional and kaart.wacht:
            blad.bewaar(
                replace(kaart, ingetrokken_op=blad.vandaag, reden_ingetrokken=STOEL_GEKREGEN)
            )
