"""Waarden rechtstreeks in de kluis leggen, als het er niet om gaat hoe ze er kwamen."""

from casus_app.domein.waarde import Waarde, sleutel_van
from casus_app.poorten import Logregel, Wijziging
from ui.session import Session


def leg(sessie: Session, *waarden: Waarde) -> None:
    """Wat er lag onder dezelfde sleutel wordt vervangen."""
    opslag = sessie.werkbank.opslag
    regel = Logregel(
        moment=sessie.werkbank.klok.nu(), gebruiker="x", rol="", handeling="x", uitkomst="gelukt"
    )
    wijzigingen: list[Wijziging[Waarde]] = [
        Wijziging(opslag.haal(type(een), *sleutel_van(een)), een) for een in waarden
    ]
    opslag.leg_vast(wijzigingen, regel)
