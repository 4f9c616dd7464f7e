"""Mensen als lijst: CSV, ODS en XLSX erin, een voorbeeld van wat er gebeurt, en weer eruit."""

from casus_app.lijsten.lezen import lees
from casus_app.lijsten.lijst import Kolom, Lijst, LijstFout, Regel, Soort
from casus_app.lijsten.plek import Celfout, Verschil
from casus_app.lijsten.schrijven import schrijf
from casus_app.lijsten.voorbeeld import Voorbeeld, Voorbeeldregel, Wat, voorbeeld, voorbeeld_van

__all__ = [
    "Celfout",
    "Kolom",
    "Lijst",
    "LijstFout",
    "Regel",
    "Soort",
    "Verschil",
    "Voorbeeld",
    "Voorbeeldregel",
    "Wat",
    "lees",
    "schrijf",
    "voorbeeld",
    "voorbeeld_van",
]
