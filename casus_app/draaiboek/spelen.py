"""Een draaiboek spelen: stap voor stap, elke uitkomst gemeld nadat zij duurzaam is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from casus_app.draaiboek.lezen import Draaiboek, Stap
from casus_app.poorten import Papier
from casus_app.rollen import Gebruiker, gebruiker_met
from casus_app.weigeringen import Weigering
from casus_app.werkbank import Werkbank

STANDAARD = "coordinator"
"""Zonder `als` doet de coördinator die de kluis maakte de stap."""


@dataclass(frozen=True, slots=True)
class Afwijking:
    """Een stap die anders ging dan het draaiboek zegt, met beide uitkomsten in één zin."""

    nr: int
    melding: str


def speel(
    draaiboek: Draaiboek,
    werkbank: Werkbank,
    meld: Callable[[dict[str, Any]], None],
    bewaar: Callable[[Papier], object],
) -> list[Afwijking]:
    """Speelt alle stappen, ook na een afwijking. Fouten: `OpslagFout`, `PapierFout`."""
    werkbank.begin_op(draaiboek.vandaag, gebruiker_met(STANDAARD))
    afwijkingen = []
    for stap in draaiboek.stappen:
        regel = _speel_stap(stap, draaiboek.kader, werkbank, bewaar)
        meld(regel)
        if melding := _afwijking(stap, regel):
            afwijkingen.append(Afwijking(stap.nr, melding))
    return afwijkingen


def _speel_stap(
    stap: Stap, kader: str, werkbank: Werkbank, bewaar: Callable[[Papier], object]
) -> dict[str, Any]:
    regel: dict[str, Any] = {"nr": stap.nr, "doe": stap.handeling.NAAM}
    if stap.id is not None:
        regel["id"] = stap.id
    try:
        uitkomst = werkbank.voer_uit(stap.handeling, _speler(stap), kader)
    except Weigering as weigering:
        return regel | {
            "uitkomst": "geweigerd",
            "code": str(weigering.code),
            "melding": weigering.melding,
            "bron": weigering.bron,
        }
    for papier in uitkomst.papieren:
        bewaar(papier)
    return regel | {"uitkomst": "gelukt", "antwoord": _als_json(uitkomst.antwoord)}


def _speler(stap: Stap) -> Gebruiker:
    return gebruiker_met(stap.als if stap.als is not None else STANDAARD)


def _afwijking(stap: Stap, regel: dict[str, Any]) -> str | None:
    """Wat er anders ging; `None` als de stap ging zoals het draaiboek zegt."""
    code = regel.get("code")
    if code != stap.verwacht:
        return f"verwacht was {_woord(stap.verwacht)}, maar het was {_woord(code)}"
    if code is None and not _bevat(regel["antwoord"], _als_json(stap.antwoord)):
        gekregen = {veld: regel["antwoord"].get(veld) for veld in stap.antwoord}
        return f"verwacht was het antwoord {stap.antwoord}, maar het was {gekregen}"
    return None


def _woord(code: str | None) -> str:
    return f"de weigering '{code}'" if code else "gelukt"


def _bevat(geheel: Any, deel: Any) -> bool:  # noqa: ANN401 (JSON)
    """Of alles van `deel` zo in `geheel` staat; lijsten moeten helemaal gelijk zijn."""
    if isinstance(deel, dict) and isinstance(geheel, dict):
        return all(veld in geheel and _bevat(geheel[veld], deel[veld]) for veld in deel)
    return (type(geheel) is type(deel) and bool(geheel == deel)) or _zelfde_getal(geheel, deel)


def _zelfde_getal(een: Any, ander: Any) -> bool:  # noqa: ANN401 (JSON)
    """1 is 1.0, maar ja is geen 1."""
    getallen = {type(een), type(ander)} <= {int, float}
    return getallen and bool(een == ander)


def _als_json(waarde: Any) -> Any:  # noqa: ANN401 (JSON)
    return msgspec.to_builtins(waarde, builtin_types=())
