"""Words on the screen for what the vak calls by a key; dates and numbers as people say them."""

from datetime import date
from enum import StrEnum

from PySide6.QtCore import QDate, QLocale

from casus_app.domein.afspraak import StandAfspraak
from casus_app.domein.casus import Fase
from casus_app.domein.inbreng import Lot, Niveau
from casus_app.domein.klad import Kladveld
from casus_app.domein.overleg import Pet, Rol, SoortBespreking, Stand, Uitnodiging
from casus_app.domein.tafel import SoortAkkoord, SoortHouding, Tafelstap
from casus_app.domein.verzoek import SoortVerzoek
from casus_app.domein.zeef import Trap
from casus_app.rollen import Gebruikersrol

DUTCH = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)

WORDS: tuple[tuple[StrEnum, str], ...] = (
    (Fase.AANGEMELD, "aangemeld, nog te wegen"),
    (Fase.IN_BEHANDELING, "in behandeling"),
    (Fase.NIET_IN_BEHANDELING, "niet in behandeling"),
    (Fase.AFGESLOTEN, "afgesloten"),
    (Stand.GEPLAND, "gepland"),
    (Stand.OPEN, "ligt op tafel"),
    (Stand.GESLOTEN, "besproken"),
    (Stand.DOORGESCHOVEN, "doorgeschoven"),
    (SoortBespreking.CASUSOVERLEG, "casusoverleg"),
    (SoortBespreking.WEGING, "weging"),
    (Uitnodiging.ONBESLIST, "uitnodiging nog niet besloten"),
    (Uitnodiging.UITGENODIGD, "betrokkene uitgenodigd"),
    (Uitnodiging.NIET_UITGENODIGD, "betrokkene niet uitgenodigd, met reden"),
    (Rol.UITVOEREND, "uitvoerend"),
    (Rol.ADVISEUR, "adviseur"),
    (Rol.PROCESREGISSEUR, "procesregisseur"),
    (Rol.VOORZITTER, "voorzitter"),
    (Rol.STEUNFIGUUR, "steunfiguur van de betrokkene"),
    (Pet.TOELEIDING, "toeleiding"),
    (Pet.HULPVERLENING, "hulpverlening"),
    (Pet.CASUSREGIE, "casusregie"),
    (Pet.PROCESREGIE, "procesregie"),
    (Niveau.DAT, "alleen dat iemand bekend is"),
    (Niveau.BUITENKANT, "de buitenkant: wie helpt, hoe te benaderen"),
    (Niveau.INHOUD, "inhoud: wat er speelt"),
    (Trap.ZONDER_NAAM, "zonder naam"),
    (Trap.DAT, "alleen dat iemand bekend is"),
    (Trap.BUITENKANT, "de buitenkant: wie helpt, hoe te benaderen"),
    (Trap.INHOUD, "inhoud: wat er speelt"),
    (SoortAkkoord.AKKOORD, "akkoord"),
    (SoortAkkoord.NIET, "niet akkoord"),
    (SoortHouding.LUISTERT, "luistert alleen"),
    (SoortHouding.NIETS, "niets in te brengen"),
    (Tafelstap.DEUR, "deur"),
    (Tafelstap.BEELD, "beeld"),
    (Tafelstap.OORDEEL, "oordeel"),
    (Tafelstap.BESLUIT, "besluit"),
    (Tafelstap.MEENEMEN, "meenemen"),
    (Tafelstap.SLUITEN, "sluiten"),
    (Kladveld.INBRENG, "inbreng"),
    (Kladveld.AFSPRAAK, "afspraak"),
    (Kladveld.BESLUIT, "besluit"),
    (Lot.ONBESLIST, "nog niet gezegd"),
    (Lot.NIEMAND, "blijft hier"),
    (Lot.MEE, "mag mee"),
    (Lot.GESCHRAPT, "geschrapt"),
    (Lot.VERNIETIGD, "vernietigd"),
    (StandAfspraak.OPEN, "open"),
    (StandAfspraak.AFGEROND, "afgerond"),
    (StandAfspraak.NIET_GEDAAN, "niet gedaan"),
    (StandAfspraak.NIET_MEER_MOGELIJK, "niet meer mogelijk"),
    (SoortVerzoek.INZAGE, "inzage"),
    (SoortVerzoek.RECTIFICATIE, "rectificatie"),
    (SoortVerzoek.WISSING, "wissing"),
    (SoortVerzoek.BEPERKING, "beperking"),
    (SoortVerzoek.BEZWAAR, "bezwaar"),
    (Gebruikersrol.COORDINATOR, "coördinator"),
    (Gebruikersrol.VOORZITTER, "voorzitter"),
    (Gebruikersrol.SECRETARIS, "secretaris"),
    (Gebruikersrol.FG, "functionaris gegevensbescherming"),
    (Gebruikersrol.BEHEERDER, "beheerder"),
)
"""Pairs, because members of two enums with the same key are equal to a dict."""

_TABLE = {(type(member), member.value): text for member, text in WORDS}


def word(key: StrEnum) -> str:
    """How the screen says it; a test keeps the list complete."""
    return _TABLE[type(key), key.value]


def day(value: date | None) -> str:
    """24 november 2026; a dash where there is none."""
    return DUTCH.toString(_qt(value), "d MMMM yyyy") if value else "–"


def short_day(value: date | None) -> str:
    """For in a list: di 24 nov 2026."""
    return DUTCH.toString(_qt(value), "ddd d MMM yyyy") if value else "–"


def plain_day(value: date) -> str:
    """For in a column: 24 nov 2026."""
    return DUTCH.toString(_qt(value), "d MMM yyyy")


def brief_day(value: date, today: date) -> str:
    """18 nov; with the year when it is another one."""
    return DUTCH.toString(_qt(value), "d MMM" if value.year == today.year else "d MMM yyyy")


def full_day(value: date) -> str:
    """Dinsdag 24 november 2026, to begin a line with."""
    text = DUTCH.toString(_qt(value), "dddd d MMMM yyyy")
    return text[:1].upper() + text[1:]


def clock(minutes: int) -> str:
    """09:30, from minutes since midnight."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def away(value: date, today: date) -> str:
    """How far off a day is: vandaag, morgen, over 3 dagen, 1 dag te laat."""
    days = (value - today).days
    if days < 0:
        return f"{counted(-days, 'dag', 'dagen')} te laat"
    return ("vandaag", "morgen")[days] if days <= 1 else f"over {days} dagen"


def counted(number: int, one: str, more: str) -> str:
    """1 casus, 3 casussen, geen casussen."""
    if number == 0:
        return f"geen {more}"
    return f"{number} {one if number == 1 else more}"


def listed(parts: list[str]) -> str:
    """a, b en c."""
    if len(parts) <= 1:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} en {parts[-1]}"


def sentence(text: str) -> str:
    """The first letter large."""
    return text[:1].upper() + text[1:]


def _qt(value: date) -> QDate:
    return QDate(value.year, value.month, value.day)
