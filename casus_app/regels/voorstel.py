"""Van een inbreng naar wat de regels erover moeten weten: de spreker, de kring, de hoorders."""

from collections.abc import Iterable
from datetime import date

from casus_app.blad import Blad
from casus_app.domein.casus import Betrokkene, Casus, Kringpersoon, Toestemming
from casus_app.domein.inbreng import Inbreng
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Bespreking, Overleg
from casus_app.domein.tekst import zegt_iets
from casus_app.domein.termijn import MAANDEN_PER_JAAR, maanden_later
from casus_app.regels.inbreng import Voorstel
from casus_app.regels.trap import trap_van
from casus_app.weigeringen import ongeldig


def voorstel_van(
    blad: Blad,
    waar: tuple[Overleg, Casus, Bespreking],
    inbreng: Inbreng,
    *,
    pet: str | None,
    horen: Iterable[str],
    dag: date | None = None,
) -> Voorstel:
    """Zoekt alles op waar de regels naar kijken; wat er niet is of niet kan, weigert hier.

    `horen` zijn de professionals die het horen; de spreker zelf telt niet mee. `dag` is de dag
    waarop het gedeeld wordt; gewoonlijk die van het overleg.
    """
    overleg, casus, bespreking = waar
    if zegt_iets(inbreng.grondslag) and inbreng.grondslag not in blad.catalogus.grondslagen:
        raise ongeldig(
            "Deze grondslag staat niet in de catalogus. Kies er een uit de lijst.", "grondslag"
        )
    if inbreng.route and inbreng.route not in blad.catalogus.routes:
        raise ongeldig("Deze route staat niet in de catalogus. Kies er een uit de lijst.", "route")
    return Voorstel(
        casus=casus.id,
        kader=casus.kader,
        bespreking=bespreking.soort,
        inbrenger=inbreng.inbrenger,
        soort=blad.soort_van(inbreng.inbrenger),
        pet=pet,
        over=inbreng.over,
        categorie=inbreng.categorie,
        niveau=inbreng.niveau,
        grondslag=inbreng.grondslag,
        noodzaak=inbreng.noodzaak,
        route=inbreng.route,
        motivering=inbreng.motivering,
        toestemming=blad.haal(Toestemming, inbreng.toestemming) if inbreng.toestemming else None,
        kring=blad.zoek(Kringpersoon, casus=casus.id),
        kamer=_partijen(blad, horen, inbreng.inbrenger),
        dag=dag or max(blad.vandaag, overleg.datum),
        minderjarig=_minderjarig(blad, casus, overleg.datum),
        trap=trap_van(blad.opslag, casus.id),
    )


def _minderjarig(blad: Blad, casus: Casus, dag: date) -> bool:
    """Of de betrokkene op die dag jonger is dan zestien, voor zover de geboortedatum bekend is."""
    betrokkene = blad.opslag.haal(Betrokkene, casus.id)
    geboren = betrokkene.geboortedatum if betrokkene else None
    return geboren is not None and dag < maanden_later(geboren, 16 * MAANDEN_PER_JAAR)


def _partijen(blad: Blad, horen: Iterable[str], spreker: str) -> frozenset[tuple[str, str]]:
    """Van ieder die het hoort, behalve de spreker: de partij en haar soort."""
    partijen = (
        blad.haal(Partij, blad.haal(Professional, wie).partij) for wie in horen if wie != spreker
    )
    return frozenset((partij.id, partij.soort) for partij in partijen)


def in_de_kamer(blad: Blad, bespreking: Bespreking) -> list[str]:
    """Wie er nu in de kamer zijn."""
    return [plek.professional for plek in blad.kamer(bespreking)]
