"""Een hele casus als open bestand: eruit voor een ander systeem, en er weer in (docs/overgang.md).

De vorm volgt uit de dataclasses van het vak; er is geen tweede lijst.
"""

from casus_app.overgang.lezen import Fout, Gelezen, OvergangFout, lees
from casus_app.overgang.nalopen import Voorbeeld, voorbeeld
from casus_app.overgang.schrijven import schrijf
from casus_app.overgang.vorm import schema

__all__ = [
    "Fout",
    "Gelezen",
    "OvergangFout",
    "Voorbeeld",
    "lees",
    "schema",
    "schrijf",
    "voorbeeld",
]
