"""De vorm van het bestand: een kop, en per soort waarde een rij objecten met alle velden.

Een tabel heet als haar klasse, een veld als het veld. `versie` gaat omhoog als er een veld
verdwijnt, bijkomt of van betekenis verandert.
"""

import json
from dataclasses import fields
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, get_type_hints

import msgspec

from casus_app.domein.casus import VeiligContact
from casus_app.domein.instelling import Instelling
from casus_app.domein.klad import Klad
from casus_app.domein.klok import Oefenklok
from casus_app.domein.kluiszorg import Kluiszorg
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Overleg, Pauze, Verzending
from casus_app.domein.tekst import TEKST_HOOGSTENS
from casus_app.domein.toegang import Herstelsleutel, Vertrokkene
from casus_app.domein.waarde import Waarde
from casus_app.regels.bezit import SOORTEN as VAN_DE_CASUS

VORM = "casusoverleg-casus"
VERSIE = 1

OMGEVING: tuple[type[Waarde], ...] = (Partij, Professional, Overleg)
"""Waar de casus naar wijst: dat gaat mee, maar is niet van de casus alleen."""

NIET_MEE: dict[type[Waarde], str] = {
    Instelling: "is van het huis; naam en kader staan in de kop",
    Oefenklok: "zegt alleen welke dag het in een oefenkluis is",
    Kluiszorg: "gaat over de kluis, niet over een casus",
    Pauze: "hoort bij de plek in een overleg, niet bij een casus",
    Verzending: "gaat over iemands tijden op een dag, en verdwijnt bij het vaststellen",
    VeiligContact: "gaat nooit op papier of in een bestand; men zegt het elkaar",
    Vertrokkene: "gaat over wie hier in de kluis mocht, niet over een casus",
    Herstelsleutel: "gaat over de sleutels van deze kluis, niet over een casus",
    Klad: "is half getypt en bestaat alleen zolang de casus op tafel ligt",
}
"""Wat niet meegaat, en waarom niet."""

SOORTEN: tuple[type[Waarde], ...] = (
    *OMGEVING,
    *(soort for soort in VAN_DE_CASUS if soort not in NIET_MEE),
)
"""Alle tabellen van het bestand, in de volgorde waarin zij erin staan."""

_GETAL_HOOGSTENS = 1_000_000
_Tekst = Annotated[str, msgspec.Meta(max_length=TEKST_HOOGSTENS)]
_MEER: dict[object, object] = {
    str: _Tekst,
    str | None: _Tekst | None,
    tuple[str, ...]: tuple[_Tekst, ...],
    int: Annotated[int, msgspec.Meta(ge=0, le=_GETAL_HOOGSTENS)],
    datetime: Annotated[datetime, msgspec.Meta(tz=True)],
    datetime | None: Annotated[datetime, msgspec.Meta(tz=True)] | None,
}
"""Wat een veld van deze soort in het bestand nog meer belooft."""


class Huis(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Uit welk huis de casus komt."""

    naam: _Tekst
    kader: _Tekst


class Kop(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Wat over het hele bestand gaat; `waarden` heeft een rij per soort waarde."""

    vorm: str
    versie: int
    gemaakt_op: date
    oefening: bool
    huis: Huis
    catalogus: _Tekst
    ontvanger: _Tekst
    reden: _Tekst
    casus: _Tekst
    waarden: dict[str, list[dict[str, Any]]]


def tabel(soort: type[Waarde]) -> str:
    """Hoe de rij van deze soort heet; zo heet de tabel in de kluis ook."""
    return soort.__name__.lower()


@cache
def rijvorm(soort: type[Waarde]) -> type[msgspec.Struct]:
    """De vorm van één object: elk veld van de klasse moet er zijn, en niets anders."""
    hints = get_type_hints(soort)
    velden = [(veld.name, _MEER.get(hints[veld.name], hints[veld.name])) for veld in fields(soort)]
    return msgspec.defstruct(
        soort.__name__,
        velden,
        frozen=True,
        forbid_unknown_fields=True,
        namespace={"__doc__": (soort.__doc__ or "").split("\n", 1)[0]},
        kw_only=True,
    )


def schema() -> bytes:
    """Het JSON Schema (2020-12) van het hele bestand."""
    waarden = msgspec.defstruct(
        "Waarden",
        [(tabel(soort), list[rijvorm(soort)]) for soort in SOORTEN],  # type: ignore[misc] # een vorm van nu
        forbid_unknown_fields=True,
        kw_only=True,
    )
    velden = [
        (veld.name, _KOPVELDEN.get(veld.name, veld.type)) for veld in msgspec.structs.fields(Kop)
    ]
    bestand = msgspec.defstruct(
        "Bestand",
        [*velden[:-1], ("waarden", waarden)],
        forbid_unknown_fields=True,
        kw_only=True,
    )
    (soort,), delen = msgspec.json.schema_components([bestand], ref_template="#/$defs/{name}")
    geheel = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Eén casus uit Casusoverleg",
        "description": "Alles van één casus. Uitleg staat in docs/overgang.md.",
        **soort,
        "$defs": delen,
    }
    return (json.dumps(geheel, ensure_ascii=False, indent=2) + "\n").encode()


_KOPVELDEN: dict[str, object] = {
    "vorm": Annotated[str, msgspec.Meta(pattern=f"^{VORM}$")],
    "versie": Annotated[int, msgspec.Meta(ge=VERSIE, le=VERSIE)],
}
