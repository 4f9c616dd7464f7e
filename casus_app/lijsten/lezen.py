"""Een bestand lezen als lijst; wat voor bestand het is blijkt uit de inhoud, niet uit de naam."""

from casus_app.lijsten.lijst import Lijst, LijstFout, maak
from casus_app.lijsten.pakket import Pakket
from casus_app.lijsten.rekenblad import lees_ods, lees_xlsx
from casus_app.lijsten.tekstbestand import lees_csv

BESTAND_HOOGSTENS = 5_000_000

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OUD_OF_VERSLEUTELD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def lees(naam: str, inhoud: bytes) -> Lijst:
    """De lijst in dit CSV-, ODS- of XLSX-bestand; `naam` komt alleen in `Lijst.bron`.

    Fouten: `LijstFout`, met wat eraan te doen is.
    """
    if len(inhoud) > BESTAND_HOOGSTENS:
        raise LijstFout(
            f"Dit bestand is te groot voor een lijst van mensen: hoogstens "
            f"{BESTAND_HOOGSTENS // 1_000_000} MB. Kopieer alleen de kolommen met mensen naar een "
            "nieuw bestand."
        )
    if not inhoud.strip():
        raise LijstFout("Dit bestand is leeg. Kies het bestand waar de lijst in staat.")
    if inhoud.startswith(_OUD_OF_VERSLEUTELD):
        raise LijstFout(
            "Dit is een oud of met een wachtwoord beveiligd Excel-bestand. Bewaar het als XLSX, "
            "zonder wachtwoord, en probeer het opnieuw."
        )
    if not inhoud.startswith(_ZIP):
        return maak(naam, "csv", [lees_csv(inhoud)])
    pakket = Pakket(inhoud)
    if pakket.is_ods:
        return maak(naam, "ods", lees_ods(pakket))
    return maak(naam, "xlsx", lees_xlsx(pakket))
