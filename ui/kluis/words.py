"""Moments, copies and anchors in words; no sentence here names a path or a person."""

from datetime import date, datetime

from casus_app.domein.kluiszorg import Kluiszorg
from casus_app.domein.termijn import maanden_later
from casus_app.opmaak.woorden import TIJDZONE
from casus_app.poorten import Ankerstand, Kluisstaat, Kopie
from casus_app.regels.kluiszorg import ELKE_MAANDEN, KOPIE_OUD
from ui.texts import DUTCH, counted, day


def moment(value: datetime, today: date) -> str:
    """Vandaag om 9.25 uur; of met de dag erbij."""
    here = value.astimezone(TIJDZONE)
    days = (today - here.date()).days
    when = ("vandaag", "gisteren")[days] if 0 <= days <= 1 else day(here.date())
    return f"{when} om {here.hour}.{here.minute:02d} uur"


def number(value: int) -> str:
    """1.204, as people write it."""
    return DUTCH.toString(value)


def newest(staat: Kluisstaat, today: date) -> str:
    """The first thing one wants to know."""
    if not staat.kopieen:
        return "▲ Er is nog geen reservekopie."
    made = staat.kopieen[0].moment
    sign = "▲" if too_old(made, today) else "✓"
    return f"{sign} Laatste reservekopie: {moment(made, today)}."


def too_old(made: datetime, today: date) -> bool:
    """Whether somebody should do something about it."""
    return (today - made.astimezone(TIJDZONE).date()).days > KOPIE_OUD


def since(staat: Kluisstaat) -> str:
    """How far the work went on after the newest."""
    if not staat.kopieen:
        return "Een kopie maakt het programma zelf, na het openen en bij het sluiten."
    more = staat.regels - staat.kopieen[0].regels
    known = f"Geopend en heel bevonden, tot en met logregel {number(staat.kopieen[0].regels)}."
    if more <= 0:
        return f"{known} Daarna is er niets meer gebeurd."
    lines = counted(more, "regel", "regels")
    return f"{known} Sindsdien kwamen er {lines} bij; die komen in de volgende kopie."


def tried(last: Kluiszorg | None, *, practice: bool = False) -> str:
    """What came of the last time somebody tried a backup out."""
    if practice:
        return "Van een oefenkluis is niets te beproeven."
    if last is None:
        return "Nog nooit beproefd. Doe dat één keer in het begin, en daarna elk jaar."
    if not last.gelukt:
        return f"▲ Op {day(last.op)} beproefd, en het ging niet goed. Doe het opnieuw."
    again = day(maanden_later(last.op, ELKE_MAANDEN))
    return f"✓ Beproefd op {day(last.op)}, in orde. Opnieuw uiterlijk {again}."


def second(staat: Kluisstaat, today: date) -> str:
    """Whether a broken disk would cost everything."""
    if staat.tweede is None:
        return (
            "Er is nog geen tweede plaats. Gaat deze schijf stuk, dan zijn ook de kopieën weg. "
            "Kies een map op een stick of op het netwerk."
        )
    last = f"Laatst bijgewerkt: {moment(staat.tweede_op, today)}." if staat.tweede_op else ""
    if not staat.tweede_er:
        return f"▲ Deze plaats is nu niet te bereiken. {last}".strip()
    if staat.zelfde_schijf:
        return (
            "▲ Deze map staat op dezelfde schijf als de kluis. Gaat die stuk, dan is deze kopie "
            f"ook weg. {last}"
        ).strip()
    return f"✓ Deze plaats is te bereiken. {last or 'Er staat nog geen kopie op.'}"


def copy(kopie: Kopie, today: date) -> str:
    """When, and up to which line."""
    return f"{moment(kopie.moment, today)}, tot en met logregel {number(kopie.regels)}"


def anchor(anker: Ankerstand, today: date) -> str:
    """Where it lies, how old it is and whether it fits."""
    where = {
        "sleutelbestand": "In het sleutelbestand",
        "tweede plaats": "Op de tweede plaats",
    }[anker.waar]
    of = f"{where}: regel {number(anker.nr)}"
    if anker.moment is not None:
        of += f", van {moment(anker.moment, today)}"
    return f"✓ {of}. Deze regel staat zo in het logboek." if anker.past else f"▲ {of}. Past niet."
