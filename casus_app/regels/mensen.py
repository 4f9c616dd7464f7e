"""Welke partij en welke professional kan: dezelfde regel voor het formulier en voor een lijst."""

from casus_app.catalogus import Catalogus
from casus_app.weigeringen import Weigering, ongeldig


def bezwaar_soort(catalogus: Catalogus, soort: str) -> Weigering | None:
    """De soort van een partij komt uit de catalogus (WGS 2.27)."""
    if soort in catalogus.soorten:
        return None
    return ongeldig(
        "Deze soort partij staat niet in de catalogus. Kies een soort uit de lijst.", "soort"
    )


def bezwaar_email(email: str) -> Weigering | None:
    """Een e-mailadres mag leeg zijn; anders staat er iets voor en na een apenstaart."""
    if not email or "@" in email.strip("@ "):
        return None
    return ongeldig("Dit e-mailadres kan niet. Controleer het, of laat het leeg.", "email")
