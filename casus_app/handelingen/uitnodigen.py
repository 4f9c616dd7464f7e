"""Wie er uitgenodigd wordt voor een overleg, en wie iets anders te horen krijgt dan eerder."""

from functools import partial
from typing import ClassVar

from casus_app import opmaak
from casus_app.blad import Blad
from casus_app.domein.overleg import Overleg
from casus_app.handelingen.kern import Antwoord, Handeling, handeling, schermhandeling
from casus_app.regels.stand import toets_overleg
from casus_app.regels.uitnodigen import Genodigde, Nieuws, genodigden
from casus_app.weigeringen import ongeldig


@handeling
class OverlegUitnodigen(Handeling, frozen=True, kw_only=True):
    """Per professional een uitnodiging met alleen de eigen tijden en plaats (PDF en .ics).

    Iedereen die nodig is krijgt er een, ook als er niets veranderde. Wie niet meer nodig is, hoort
    dat van `OverlegNazenden`.
    """

    NAAM: ClassVar[str] = "overleg.uitnodigen"
    overleg: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg = blad.haal(Overleg, self.overleg)
        blad.toets_rol()
        toets_overleg(overleg)
        namen: list[str] = []
        for wie in genodigden(blad.opslag, overleg, blad.vandaag):
            if wie.nieuws is not Nieuws.VERVALLEN or wie.professional == overleg.voorzitter:
                namen += _nodig_uit(blad, wie)
        return {"bestanden": namen}


@schermhandeling
class OverlegNazenden(Handeling, frozen=True, kw_only=True):
    """Alleen wie iets te horen heeft: een uitnodiging, een wijziging, of een afzegging."""

    NAAM: ClassVar[str] = "overleg.nazenden"
    overleg: str

    def voer_uit(self, blad: Blad) -> Antwoord:
        overleg = blad.haal(Overleg, self.overleg)
        blad.toets_rol()
        toets_overleg(overleg)
        namen: list[str] = []
        for wie in genodigden(blad.opslag, overleg, blad.vandaag):
            if wie.nieuws is Nieuws.VERVALLEN:
                namen += _zeg_af(blad, wie)
            elif wie.nieuws is not Nieuws.ONGEWIJZIGD:
                namen += _nodig_uit(blad, wie)
        if not namen:
            raise ongeldig("Er is niets veranderd sinds de vorige keer. Niemand hoeft iets.")
        return {"bestanden": namen}


def _nodig_uit(blad: Blad, wie: Genodigde) -> list[str]:
    waar = (blad.opslag, wie.wordt.overleg, wie.professional)
    _onthoud(blad, wie)
    return blad.geef_uit(
        partial(opmaak.uitnodiging, *waar, was=wie.was),
        partial(opmaak.agendapunt, *waar, was=wie.was),
    )


def _zeg_af(blad: Blad, wie: Genodigde) -> list[str]:
    if wie.was is None:
        raise AssertionError("wie nooit iets kreeg, wordt niet afgezegd")
    waar = (blad.opslag, wie.wordt.overleg, wie.professional)
    _onthoud(blad, wie)
    return blad.geef_uit(
        partial(opmaak.afzegging, *waar, was=wie.was),
        partial(opmaak.agendapunt, *waar, was=wie.was),
    )


def _onthoud(blad: Blad, wie: Genodigde) -> None:
    if wie.wordt != wie.was:
        blad.bewaar(wie.wordt)
