"""Hoe een inzage een tak van het dossier in gewone woorden zegt."""

from datetime import date, datetime
from typing import Any

from casus_app.opmaak.dossier import Boom
from casus_app.opmaak.stuk import Velden
from casus_app.opmaak.woorden import dag, kort, opsomming, tijd

_GEWOON = {
    "uitgenodigd": "ja",
    "niet-uitgenodigd": "nee",
    "onbeslist": "nog niet beslist",
    "mee": "wie hieronder staat mag het meenemen",
    "niemand": "niemand neemt het mee",
    "geschrapt": "geschrapt, de tekst is weg",
    "vernietigd": "vernietigd bij de vaststelling",
}


def zegt(sleutel: str) -> str:
    """Een stand of lot in gewone woorden."""
    return _GEWOON.get(sleutel, sleutel.replace("-", " "))


def velden(*paren: tuple[str, str | None]) -> Velden:
    """Alleen wat er is; een leeg veld zegt niets."""
    return Velden(tuple((naam, waarde) for naam, waarde in paren if waarde))


def mens(wie: Boom | None) -> str:
    if not wie or not wie["functie"]:
        return wie["organisatie"] or "" if wie else ""
    return f"{wie['functie']} ({wie['organisatie']})"


def mensen(wie: list[Any]) -> str:
    return opsomming(tuple(map(mens, wie)))


def rol_van(stoel: Boom) -> str:
    weg = stoel["ingetrokken_op"]
    weg = f"ingetrokken op {dag_van(weg)}: {stoel['reden_ingetrokken']}" if weg else ""
    return ". ".join(filter(None, (stoel["rol"], stoel["taak"], stoel["pet"], weg)))


def grond_van(vraag: Boom) -> str:
    grond = " – ".join(filter(None, (vraag["grondslag"], vraag["artikel"])))
    return f"{vraag['noodzaak']}\n{vraag['categorie']}: {grond}"


def antwoord_op(vraag: Boom) -> str:
    weg = vraag["ingetrokken_op"]
    weg = f"ingetrokken op {dag_van(weg)}: {vraag['reden_ingetrokken']}" if weg else ""
    op = f"gegeven op {dag_van(vraag['beantwoord_op'])}" if vraag["beantwoord_op"] else ""
    return ". ".join(filter(None, (op, weg))) or "nog niet"


def stand_van(afspraak: Boom) -> str:
    return ". ".join(filter(None, (zegt(afspraak["stand"]), afspraak["toelichting"])))


def besluit_op(verzoek: Boom) -> str:
    if not verzoek["besluit"]:
        return "nog niet"
    return f"{verzoek['besluit']} ({kort_van(verzoek['afgehandeld_op'])})"


def waarom_leeg(inbreng: Boom) -> str:
    """Waarom een tekst er niet staat."""
    if inbreng["vernietigd_op"]:
        return (
            f"De tekst is vernietigd bij het vaststellen op {dag_van(inbreng['vernietigd_op'])}."
        )
    return "De tekst is aan tafel geschrapt en meteen vernietigd."


def dag_van(iso: str | None) -> str:
    return dag(date.fromisoformat(iso)) if iso else ""


def kort_van(iso: str | None) -> str:
    return kort(date.fromisoformat(iso)) if iso else "–"


def tijd_van(iso: str | None) -> str:
    return f"{tijd(datetime.fromisoformat(iso))} uur" if iso else "–"
