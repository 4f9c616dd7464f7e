"""Een draaiboek lezen: alles wat eraan mankeert blijkt vóór er iets gebeurt."""

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NoReturn

import msgspec

from casus_app.fouten import DraaiboekFout
from casus_app.handelingen import HANDELINGEN, Handeling
from casus_app.weigeringen import Code

_VELDEN = frozenset({"titel", "kader", "vandaag", "stap"})
_REGIE = frozenset({"doe", "verwacht", "antwoord", "als"})
"""Velden van een stap die niet van de handeling zijn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """Eén handeling, met wat ervan verwacht wordt; `nr` telt vanaf 1."""

    nr: int
    handeling: Handeling
    verwacht: Code | None
    antwoord: dict[str, Any]
    als: str | None

    @property
    def id(self) -> str | None:
        """De aanduiding van wat deze stap maakt, als hij iets maakt."""
        return getattr(self.handeling, "id", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draaiboek:
    """Een gelezen draaiboek; `bron` is de naam van het bestand, voor in meldingen."""

    bron: str
    titel: str
    kader: str
    vandaag: date
    stappen: tuple[Stap, ...]


def lees(inhoud: bytes, bron: str, kaders: Collection[str]) -> Draaiboek:
    """Leest een draaiboek. Fouten: `DraaiboekFout`, met bestand en stap in één zin."""
    try:
        rauw = tomllib.loads(inhoud.decode("utf-8-sig"))
    except (ValueError, RecursionError) as fout:  # ook een getal van vijfduizend cijfers
        plek = _PLEK.search(str(fout))
        waar = f", regel {plek[1]}, teken {plek[2]}" if plek else ""
        _onbruikbaar(bron, f"dit is geen leesbaar TOML-bestand{waar}")
    if vreemd := set(rauw) - _VELDEN:
        _onbruikbaar(bron, f"het veld '{min(vreemd)}' bestaat niet in een draaiboek")
    kader = _kop(rauw, bron, "kader", str)
    if kader not in kaders:
        _onbruikbaar(bron, f"het kader '{kader}' bestaat niet; kies uit {', '.join(kaders)}")
    stappen = rauw.get("stap")
    if not isinstance(stappen, list) or not all(isinstance(stap, dict) for stap in stappen):
        _onbruikbaar(bron, "er staan geen stappen in; schrijf elke stap onder [[stap]]")
    return Draaiboek(
        bron=bron,
        titel=_kop(rauw, bron, "titel", str),
        kader=kader,
        vandaag=_kop(rauw, bron, "vandaag", date),
        stappen=tuple(_stap(stap, nr, bron) for nr, stap in enumerate(stappen, start=1)),
    )


def _kop(rauw: dict[str, Any], bron: str, veld: str, soort: type) -> Any:  # noqa: ANN401 (TOML is getypeerd door `soort`)
    if veld not in rauw:
        _onbruikbaar(bron, f"het veld '{veld}' ontbreekt")
    if not isinstance(rauw[veld], soort) or isinstance(rauw[veld], datetime):
        _onbruikbaar(bron, f"het veld '{veld}' moet {_SOORTEN[soort.__name__]} zijn")
    return rauw[veld]


def _stap(rauw: dict[str, Any], nr: int, bron: str) -> Stap:
    doe = rauw.get("doe")
    if not isinstance(doe, str):
        _onbruikbaar(bron, "het veld 'doe' ontbreekt", nr)
    klasse = HANDELINGEN.get(doe)
    if klasse is None:
        _onbruikbaar(bron, f"'{doe}' is geen handeling", nr)
    verwacht = rauw.get("verwacht")
    if verwacht is not None and verwacht not in list(Code):
        _onbruikbaar(bron, "'verwacht' is geen bekende weigering", nr)
    if not isinstance(rauw.get("antwoord", {}), dict):
        _onbruikbaar(bron, "het veld 'antwoord' moet een groep velden zijn", nr)
    if not isinstance(rauw.get("als", ""), str):
        _onbruikbaar(bron, "het veld 'als' moet een tekst zijn", nr)
    velden = {veld: waarde for veld, waarde in rauw.items() if veld not in _REGIE}
    try:
        gedaan = msgspec.convert(velden, klasse, builtin_types=(date,))
    except msgspec.ValidationError as fout:
        _onbruikbaar(bron, _vertaal(str(fout)), nr)
    return Stap(
        nr=nr,
        handeling=gedaan,
        verwacht=Code(verwacht) if verwacht is not None else None,
        antwoord=rauw.get("antwoord", {}),
        als=rauw.get("als"),
    )


def _onbruikbaar(bron: str, zin: str, nr: int | None = None) -> NoReturn:
    plek = f"{bron}, stap {nr}" if nr else bron
    raise DraaiboekFout(f"Dit draaiboek is niet te gebruiken. {plek}: {zin}.")


_SOORTEN = {
    "str": "een tekst",
    "int": "een heel getal",
    "float": "een getal",
    "bool": "true of false",
    "date": "een datum",
    "array": "een lijst",
    "object": "een groep velden",
    "null": "leeg",
}

_FOUTEN = (
    (re.compile(r"missing required field `(\w+)`"), "het veld '{0}' ontbreekt"),
    (re.compile(r"unknown field `(.*?)`"), "het veld '{0}' hoort hier niet"),
    (re.compile(r"Expected `([\w| ]+)`"), "dit moet {0} zijn"),
)
_PLEK = re.compile(r"at line (\d+), column (\d+)")
_PAD = re.compile(r"at `(?:key in )?\$\.?(.*)`$")


def _vertaal(fout: str) -> str:
    """De melding van de lezer in gewoon Nederlands, met de plek erbij; nooit met de waarde."""
    pad = _PAD.search(fout)
    waar = f"bij '{pad[1]}': " if pad and pad[1] else ""
    for patroon, zin in _FOUTEN:
        if past := patroon.search(fout):
            soorten = [_SOORTEN.get(deel.strip(), deel) for deel in past[1].split("|")]
            return _in_een_regel(waar + zin.format(" of ".join(soorten)))
    return f"{waar}de waarde past niet"


def _in_een_regel(tekst: str) -> str:
    return " ".join(tekst.split())
