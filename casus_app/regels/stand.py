"""Regels over waar iets staat en wie iemand is: overleg, casus, bespreking, persoon."""

from collections.abc import Iterable

from casus_app.blad import Blad
from casus_app.catalogus import Kader, Soort
from casus_app.domein.casus import Casus, Fase
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.domein.tekst import zegt_iets
from casus_app.weigeringen import Code, Weigering, ongeldig


def toets_overleg(overleg: Overleg) -> None:
    """Aan een vastgesteld overleg verandert niets meer."""
    if overleg.vastgesteld:
        raise Weigering(Code.OVERLEG_VASTGESTELD)


def toets_casus(casus: Casus) -> None:
    """Met een afgesloten casus wordt niet gewerkt (WGS 2.31 lid 8)."""
    if casus.afgeschermd:
        raise Weigering(Code.CASUS_AFGESCHERMD)


def toets_in_behandeling(casus: Casus) -> None:
    """Eerst wegen, dan bespreken (WGS 2.31 lid 2)."""
    if casus.fase is not Fase.IN_BEHANDELING:
        raise Weigering(Code.CASUS_NIET_GEWOGEN)


def toets_niet_afgerond(bespreking: Bespreking) -> None:
    """Een gesloten of doorgeschoven bespreking verandert niet meer."""
    if bespreking.afgerond:
        raise Weigering(Code.BESPREKING_GESLOTEN)


def toets_aan_tafel(overleg: Overleg, casus: Casus, bespreking: Bespreking) -> None:
    """De casus ligt nu op tafel, in een overleg dat nog loopt."""
    toets_overleg(overleg)
    toets_casus(casus)
    toets_niet_afgerond(bespreking)
    if bespreking.stand is not Stand.OPEN:
        raise Weigering(Code.BESPREKING_NIET_OPEN)


def toets_niet_aan_tafel(blad: Blad, casus: Casus) -> None:
    """Wie de casus helemaal wil hebben of weg wil hebben, sluit eerst de bespreking."""
    if blad.zoek(Bespreking, casus=casus.id, stand=Stand.OPEN):
        raise ongeldig("Deze casus ligt nu op tafel. Sluit eerst de bespreking.", "casus")


def toets_toegelaten(blad: Blad, bespreking: Bespreking, professional: str) -> None:
    """Alleen wie voor deze casus nodig is (vraag 33)."""
    if not blad.toegelaten(bespreking, professional):
        raise Weigering(Code.NIET_TOEGELATEN)


def toets_aan_het_woord(blad: Blad, bespreking: Bespreking, professional: str) -> None:
    """Toegelaten bij deze casus, en nu in de kamer."""
    toets_toegelaten(blad, bespreking, professional)
    toets_aanwezig(blad, bespreking, professional)


def toets_aanwezig(blad: Blad, bespreking: Bespreking, *professionals: str) -> None:
    """Nu in de kamer; wie daar is, is toegelaten. Voor een woord over wat er mee mag."""
    if not all(blad.aanwezig(bespreking, professional) for professional in professionals):
        raise Weigering(Code.NIET_AANWEZIG)


def toets_noodzaak(noodzaak: str) -> None:
    """Zonder reden is het niet nodig (vraag 33)."""
    if not zegt_iets(noodzaak):
        raise Weigering(Code.GEEN_NOODZAAK)


def mag_oordelen(kader: Kader, soort: Soort) -> bool:
    """Of een oordeel van iemand van deze soort partij genoeg is (WGS 2.31 lid 2 en 8)."""
    return not kader.lid_1_beoordeelt or soort.positie_wgs == "lid-1"


def toets_lid_1(blad: Blad, casus: Casus, beoordelaars: Iterable[str]) -> None:
    """Onder de WGS oordeelt een publieke deelnemer van lid 1 (WGS 2.31 lid 2 en 8)."""
    kader = blad.kader_van(casus)
    if kader.lid_1_beoordeelt and not any(
        mag_oordelen(kader, blad.soort_van(wie)) for wie in beoordelaars
    ):
        raise Weigering(Code.BEOORDELAAR_NIET_BEVOEGD)
