"""Van elke soort waarde een voorbeeld dat bij de andere past, en de logregel die erbij hoort."""

import hashlib
from collections.abc import Iterable
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_type_hints

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import (
    Betrokkene,
    Casus,
    Gegeven,
    Informering,
    Kringpersoon,
    Oordeel,
    Toestemming,
    VeiligContact,
    Verlenging,
    Weging,
)
from casus_app.domein.herkomst import Herkomst
from casus_app.domein.inbreng import Inbreng, Meeneming
from casus_app.domein.instelling import Instelling
from casus_app.domein.klad import Klad
from casus_app.domein.klok import Oefenklok
from casus_app.domein.kluiszorg import Kluiszorg
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import (
    Aanwezigheid,
    Bespreking,
    Deelname,
    Overleg,
    Pauze,
    Verzending,
)
from casus_app.domein.tafel import Akkoord, Hamerstuk, Houding, Tafelstand
from casus_app.domein.toegang import Herstelsleutel, Vertrokkene
from casus_app.domein.uitgifte import Uitgifte
from casus_app.domein.verzoek import (
    Beperking,
    Rectificatie,
    Verzoek,
    Verzoekverlenging,
    Weglating,
)
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.domein.zeef import Zeef
from casus_app.poorten import Logregel, Opslag, Wijziging

WACHTZIN = "drie woorden genoeg"
WACHTZIN_B = "een heel andere zin"

SOORTEN: tuple[type, ...] = (
    Instelling, Oefenklok, Kluiszorg, Partij, Professional, Casus, Betrokkene, VeiligContact,
    Kringpersoon, Gegeven, Weging,
    Informering, Toestemming, Verlenging, Oordeel, Overleg, Pauze, Verzending, Uitgifte,
    Bespreking, Deelname, Aanwezigheid, Houding, Akkoord, Hamerstuk, Tafelstand, Klad, Inbreng,
    Vraagkaart, Afspraak, Meeneming, Verzoek, Zeef,
    Verzoekverlenging, Weglating, Rectificatie, Beperking, Vertrokkene, Herstelsleutel,
    Herkomst,
)  # fmt: skip

_SLEUTELS = {
    "partij": "partij",
    "aanmelder": "professional",
    "voorzitter": "professional",
    "professional": "professional",
    "beoordelaar": "professional",
    "aan": "professional",
    "aanspreekpunt": "professional",
    "inbrenger": "professional",
    "uitvoerder": "professional",
    "ontvanger": "professional",
    "casus": "casus",
    "overleg": "overleg",
    "inbreng": "inbreng",
    "afspraak": "afspraak",
    "toestemming": "toestemming",
    "verzoek": "verzoek",
}
MOMENT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def merk(naam: str) -> str:
    """Een woord dat nergens anders voorkomt."""
    return "Merk" + hashlib.sha256(naam.encode()).hexdigest()[:20]


def een(soort: type, /, **anders: object) -> Any:
    """Een waarde met in elk tekstveld een eigen merkwoord, en verwijzingen die kloppen."""
    hints = get_type_hints(soort)
    velden = {veld.name: _voorbeeld(soort, veld.name, hints[veld.name]) for veld in fields(soort)}
    return soort(**(velden | anders))


def _voorbeeld(soort: type, naam: str, hint: Any) -> object:
    if naam == "id":
        return merk(soort.__name__.lower())
    if naam in _SLEUTELS:
        return merk(_SLEUTELS[naam])
    (veld,) = (veld for veld in fields(soort) if veld.name == naam)
    per_soort: dict[object, object] = {
        str: merk(f"{soort.__name__}.{naam}"),
        tuple[str, ...]: (merk(f"{soort.__name__}.{naam}.1"), merk(f"{soort.__name__}.{naam}.2")),
        date: date(2026, 11, 24),
        datetime: MOMENT,
        int: 7,
        bool: True,
    }
    kaal = next((deel for deel in get_args(hint) if deel in per_soort), hint)
    if isinstance(kaal, type) and issubclass(kaal, StrEnum) and veld.default is MISSING:
        return next(iter(kaal))
    return per_soort.get(hint, per_soort.get(kaal, veld.default))


def alles() -> list[Any]:
    """Van elke soort één waarde, die samen naar elkaar mogen wijzen.

    Het overleg is nog niet vastgesteld: anders kon er geen werktekst bij staan.
    """
    open_ = {Overleg: {"vastgesteld_op": None}}
    return [een(soort, **open_.get(soort, {})) for soort in SOORTEN]


def merkwoorden(waarden: Iterable[Any]) -> set[str]:
    """Alle merkwoorden in deze waarden."""
    gevonden: set[str] = set()
    for waarde in waarden:
        for veld in fields(waarde):
            inhoud = getattr(waarde, veld.name)
            teksten = inhoud if isinstance(inhoud, tuple) else (inhoud,)
            gevonden |= {t for t in teksten if isinstance(t, str) and t.startswith("Merk")}
    return gevonden


def regel(nummer: int = 0, **anders: Any) -> Logregel:
    """Een logregel, `nummer` seconden na het begin van de dag."""
    velden: dict[str, Any] = {
        "moment": MOMENT + timedelta(seconds=nummer),
        "gebruiker": "g1",
        "rol": "coordinator",
        "handeling": "partij.registreren",
        "uitkomst": "gelukt",
        "onderwerp": ("partij", f"p{nummer}"),
    }
    return Logregel(**(velden | anders))


def nieuw(*waarden: Any) -> list[Wijziging[Any]]:
    """Wijzigingen die deze waarden toevoegen."""
    return [Wijziging(None, waarde) for waarde in waarden]


def weg(*waarden: Any) -> list[Wijziging[Any]]:
    """Wijzigingen die deze waarden verwijderen."""
    return [Wijziging(waarde, None) for waarde in waarden]


def partij(id: str = "p1", **anders: str) -> Partij:
    """Een partij, de eenvoudigste waarde."""
    return Partij(**({"id": id, "soort": "politie", "naam": "Politie"} | anders))


def vul(opslag: Opslag, aantal: int, van: int = 0) -> None:
    """Legt zoveel partijen vast, elk met een eigen logregel."""
    for nummer in range(van, van + aantal):
        opslag.leg_vast(nieuw(partij(f"p{nummer}")), regel(nummer))


def stand(map_: Path) -> dict[str, tuple[int, str]]:
    """Van elk bestand in een map de tijd en de som: wat gelijk blijft als niets verandert.

    De teller van verkeerde wachtzinnen hoort daar niet bij.
    """
    return {
        str(bestand.relative_to(map_)): (
            bestand.stat().st_mtime_ns,
            hashlib.sha256(bestand.read_bytes()).hexdigest(),
        )
        for bestand in sorted(map_.rglob("*"))
        if bestand.is_file() and not bestand.name.endswith(".pogingen")
    }
