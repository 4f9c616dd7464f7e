"""Alle handelingen; wie er een zoekt vindt hem onder zijn naam in `HANDELINGEN`."""

from casus_app.handelingen import (
    aanmelding,
    bespreking,
    inbreng,
    inrichting,
    lijsten,
    mensen,
    overleg,
    rechten,
    stoelen,
    stukken,
    termijnen,
    toon,
    trappen,
    uitkomst,
    volgorde,
)
from casus_app.handelingen.kern import (
    HANDELINGEN,
    SCHERMHANDELINGEN,
    Antwoord,
    Handeling,
    toets_waarden,
)

__all__ = [
    "HANDELINGEN",
    "SCHERMHANDELINGEN",
    "Antwoord",
    "Handeling",
    "aanmelding",
    "bespreking",
    "inbreng",
    "inrichting",
    "lijsten",
    "mensen",
    "overleg",
    "rechten",
    "stoelen",
    "stukken",
    "termijnen",
    "toets_waarden",
    "toon",
    "trappen",
    "uitkomst",
    "volgorde",
]
