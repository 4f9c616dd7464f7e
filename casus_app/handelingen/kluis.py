"""De kluis als geheel: reservekopieën, ankers, en nalopen wie wat mag.

Er komt geen pad en geen zegel in het logboek, alleen dat het gebeurde en of het goed was.
"""

import re
from functools import partial
from typing import ClassVar

from casus_app.blad import Blad
from casus_app.domein.kluiszorg import Kluiszorg, Zorg
from casus_app.handelingen.kern import Antwoord, Handeling, Tekst, schermhandeling
from casus_app.poorten import Kluisbeheer, Reservebericht
from casus_app.weigeringen import ongeldig

MISLUKT = "mislukt"
"""De code bij een regel die zegt dat er wel gekeken is en dat het niet goed was."""
_ZEGEL = re.compile(r"[0-9a-f]{16,64}")


@schermhandeling
class ReservekopieMaken(Handeling, frozen=True, kw_only=True):
    """Nu een kopie, boven op die van elke dag; zij telt pas als zij geopend en heel is."""

    NAAM: ClassVar[str] = "reservekopie.maken"

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.toets_rol()
        return _bericht(blad, _echt(blad).maak_kopie(blad.nu, blad.meld))


@schermhandeling
class ReservekopieTweedePlaats(Handeling, frozen=True, kw_only=True):
    """Waar de kopieën ook heen gaan: een stick of een netwerkmap; leeg is nergens."""

    NAAM: ClassVar[str] = "reservekopie.tweede-plaats"
    map: str = ""

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.toets_rol()
        blad.vastlegger = partial(_echt(blad).kies_tweede, self.map.strip())
        blad.feit = True
        return {}


@schermhandeling
class ReservekopieBeproeven(Handeling, frozen=True, kw_only=True):
    """Opent de nieuwste kopie alsof het nodig was, en onthoudt hoe dat ging (BIO2 8.13.04)."""

    NAAM: ClassVar[str] = "reservekopie.beproeven"

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.toets_rol()
        bericht = _echt(blad).beproef_kopie(blad.meld)
        _onthoud(blad, Zorg.RESERVEKOPIE, gelukt=bericht.gelukt)
        return _bericht(blad, bericht)


@schermhandeling
class ReservekopieTerugzetten(Handeling, frozen=True, kw_only=True):
    """Het besluit om terug te gaan naar een eerdere stand, in het logboek van wat er nu staat.

    Daarna gaat de kluis dicht en doet de opslag het; het logboek van de kopie zegt het nog eens.
    """

    NAAM: ClassVar[str] = "reservekopie.terugzetten"

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.toets_rol()
        _echt(blad)
        blad.feit = True
        return {}


@schermhandeling
class AnkerAanvaarden(Handeling, frozen=True, kw_only=True):
    """Iemand weet waarom hier een oudere kopie staat, en schrijft dat op."""

    NAAM: ClassVar[str] = "anker.aanvaarden"
    reden: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.toets_rol()
        kluis = blad.kluis()
        if not kluis.staat().melding:
            raise ongeldig("Er is geen anker dat niet past. Er is dus niets om te aanvaarden.")
        _onthoud(blad, Zorg.ANKER, gelukt=True, toelichting=self.reden)
        blad.vastlegger = kluis.aanvaard_anker
        return {}


@schermhandeling
class AnkerZoeken(Handeling, frozen=True, kw_only=True):
    """Of het zegel uit de voet van een papier in het logboek staat, en sinds wanneer."""

    NAAM: ClassVar[str] = "anker.zoeken"
    BLADERT: ClassVar[bool] = True
    zegel: Tekst

    def voer_uit(self, blad: Blad) -> Antwoord:
        zegel = "".join(self.zegel.split()).lower()
        if not _ZEGEL.fullmatch(zegel):
            raise ongeldig(
                "Dit is geen zegel. Neem de zestien cijfers en letters (a tot en met f) over die "
                "onder aan het papier achter 'Logboek' staan.",
                "zegel",
            )
        blad.toets_rol()
        gevonden = blad.kluis().zoek_zegel(zegel)
        if gevonden is None:
            blad.opmerking = "niet-gevonden"
            return {"gevonden": False}
        return {
            "gevonden": True,
            "regel": gevonden.nr,
            "moment": gevonden.moment,
            "erna": gevonden.erna,
        }


@schermhandeling
class RechtenNalopen(Handeling, frozen=True, kw_only=True):
    """Iemand liep na wie de kluis kan openen en wie wat mag (BIO2 5.18.02)."""

    NAAM: ClassVar[str] = "rechten.nalopen"
    toelichting: str = ""

    def voer_uit(self, blad: Blad) -> Antwoord:
        blad.toets_rol()
        _onthoud(blad, Zorg.RECHTEN, gelukt=True, toelichting=self.toelichting)
        return {}


def _echt(blad: Blad) -> Kluisbeheer:
    """Van een oefenkluis zijn er geen kopieën: die is zo weer gemaakt."""
    if blad.oefening:
        raise ongeldig(
            "Dit is een oefenkluis; daar zijn geen reservekopieën van. Doe dit in uw echte kluis."
        )
    return blad.kluis()


def _bericht(blad: Blad, bericht: Reservebericht) -> Antwoord:
    blad.meld(1, 1)
    blad.feit = True
    if not bericht.gelukt:
        blad.opmerking = MISLUKT
    return {"gelukt": bericht.gelukt, "zin": bericht.zin, "tweede": bericht.tweede}


def _onthoud(blad: Blad, zorg: Zorg, *, gelukt: bool, toelichting: str = "") -> None:
    blad.feit = True
    blad.bewaar(
        Kluiszorg(
            zorg=zorg,
            nummer=len(blad.zoek(Kluiszorg, zorg=zorg)) + 1,
            op=blad.vandaag,
            gelukt=gelukt,
            door=blad.gebruiker.id,
            toelichting=toelichting,
        )
    )
