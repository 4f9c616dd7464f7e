"""Welke regels van het logboek iemand zoekt, in de woorden van een mens."""

from datetime import date, datetime, time, timedelta

from casus_app.opmaak.woorden import TIJDZONE
from casus_app.poorten import GEWEIGERD, Logzeef
from casus_app.rollen import MAG, Gebruikersrol
from casus_app.weigeringen import ongeldig

ZONDER_HANDELING = (
    "handeling.ongedaan",
    "handeling.opnieuw",
    "klok.teruggezet",
    "reservekopie.teruggezet",
    "reservekopie.opnieuw_gewist",
    "sleutel.vernieuwd",
    "werkwortel.vernieuwd",
    "kluis.openen-mislukt",
)
"""Wat ook in het logboek komt zonder dat iemand een handeling koos."""
UITKOMSTEN = ("gelukt", GEWEIGERD, "opgemerkt")


def zeef(
    *, handeling: str, rol: str, uitkomst: str, vanaf: date | None, tot_en_met: date | None
) -> Logzeef:
    """De zeef bij deze woorden; de dagen zijn die van hier. Weigert met `ongeldig`."""
    keuzes = (
        (handeling, {*MAG, *ZONDER_HANDELING}, "Deze handeling"),
        (rol, set(Gebruikersrol), "Deze rol"),
        (uitkomst, set(UITKOMSTEN), "Deze uitkomst"),
    )
    for waarde, bekend, wat in keuzes:
        if waarde and waarde not in bekend:
            zin = f"{wat} komt in het logboek niet voor. Kies er een uit de lijst."
            raise ongeldig(zin, waarde=waarde)
    if vanaf is not None and tot_en_met is not None and tot_en_met < vanaf:
        raise ongeldig(
            "Deze periode eindigt voor zij begint. Kies een latere laatste dag.", "tot_en_met"
        )
    return Logzeef(
        handeling=handeling,
        rol=rol,
        uitkomst=uitkomst,
        van=_begin(vanaf) if vanaf else None,
        tot=_einde(tot_en_met) if tot_en_met else None,
    )


def _begin(dag: date) -> datetime:
    return datetime.combine(dag, time.min, TIJDZONE)


def _einde(dag: date) -> datetime | None:
    """Het begin van de volgende dag; na de laatste dag van de kalender komt er geen."""
    return _begin(dag + timedelta(days=1)) if dag < date.max else None
