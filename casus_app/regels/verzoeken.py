"""Regels over de rechten van de betrokkene: hoe lang een antwoord mag duren, en wat beperkt is."""

from datetime import date

from casus_app.domein.termijn import maanden_later
from casus_app.domein.verzoek import Beperking, Verzoek, Verzoekverlenging
from casus_app.poorten import Opslag
from casus_app.weigeringen import Weigering, ongeldig

VERLENGING_MAANDEN = 2
"""Zoveel langer mag een antwoord duren, één keer (AVG 12 lid 3)."""

BEPERKT = (
    "De betrokkene heeft een beperking: de gegevens van deze casus worden nu niet gebruikt. "
    "Bespreek hem pas als de beperking is opgeheven."
)


def beperkt(opslag: Opslag, casus: str) -> Beperking | None:
    """De beperking die nu geldt, als die er is (AVG 18)."""
    return next(iter(opslag.zoek(Beperking, casus=casus, opgeheven_op=None)), None)


def toets_open(verzoek: Verzoek) -> None:
    """Aan een afgehandeld verzoek verandert niets meer."""
    if verzoek.afgehandeld_op is not None:
        raise ongeldig("Dit verzoek is al afgehandeld. Registreer een nieuw verzoek.", "verzoek")


def bezwaar_tegen_verlengen(opslag: Opslag, verzoek: Verzoek, vandaag: date) -> Weigering | None:
    """Eén keer, en de betrokkene hoort het binnen de eerste maand (AVG 12 lid 3)."""
    if opslag.haal(Verzoekverlenging, verzoek.id) is not None:
        return ongeldig(
            "Het antwoord op dit verzoek is al verlengd. Dat kan maar één keer. Handel het af.",
            "verzoek",
        )
    if vandaag > verzoek.uiterlijk:
        return ongeldig(
            "De eerste maand is om. Verlengen kan niet meer. Handel het verzoek nu af.", "verzoek"
        )
    return None


def verlengd_tot(verzoek: Verzoek) -> date:
    """De laatste dag als het antwoord verlengd wordt."""
    return maanden_later(verzoek.uiterlijk, VERLENGING_MAANDEN)
