"""Van bytes naar waarden: streng, en nooit iets anders dan onze eigen fouten."""

import json
import re
from dataclasses import dataclass
from typing import Any

import msgspec

from casus_app.domein.tekst import onleesbaar
from casus_app.domein.waarde import Waarde
from casus_app.fouten import CasusFout
from casus_app.overgang.vorm import SOORTEN, VERSIE, VORM, Kop, rijvorm, tabel

BESTAND_HOOGSTENS = 10_000_000
FOUTEN_HOOGSTENS = 50
"""Wie er meer heeft, heeft een ander probleem."""

_ANDERS = (
    "Dit is geen casus uit Casusoverleg. Kies een bestand dat met 'Casus als bestand meegeven' "
    "gemaakt is."
)
_NIET_ZO = (msgspec.ValidationError, RecursionError, UnicodeError)
"""Wat msgspec zegt van een waarde die niet past; een half teken geeft een `UnicodeError`."""
_PLEK = re.compile(r" - at `\$\.?(.*)`$", re.DOTALL)
_GENOEMD = re.compile(r"missing required field `(\w+)`")


class OvergangFout(CasusFout):
    """Het bestand is niet te lezen; er is nog niets gebeurd."""


@dataclass(frozen=True, slots=True)
class Fout:
    """Wat er niet klopt, en waar in het bestand; nooit wat er staat."""

    plek: str
    zin: str


@dataclass(frozen=True, slots=True)
class Rij:
    """Eén waarde, en waar zij in het bestand staat."""

    plek: str
    waarde: Waarde


@dataclass(frozen=True, slots=True)
class Gelezen:
    """De kop, elke rij die te lezen was, en wat er niet te lezen was."""

    kop: Kop
    rijen: tuple[Rij, ...]
    fouten: tuple[Fout, ...]


def lees(inhoud: bytes) -> Gelezen:
    """De waarden in dit bestand. Fouten: `OvergangFout`, met wat eraan te doen is."""
    boom = _boom(inhoud)
    if not isinstance(boom, dict) or boom.get("vorm") != VORM:
        raise OvergangFout(_ANDERS)
    versie = boom.get("versie")
    if type(versie) is int and versie > VERSIE:
        raise OvergangFout(
            "Dit bestand komt uit een nieuwer programma. Werk dit programma eerst bij."
        )
    if type(versie) is not int or versie != VERSIE:
        raise OvergangFout(_ANDERS)
    try:
        kop = msgspec.convert(boom, Kop, strict=True)
    except _NIET_ZO as fout:
        plek, zin = _in_woorden(fout, "")
        raise OvergangFout(f"Dit bestand klopt niet bij '{plek or 'het begin'}'. {zin}") from None
    return _rijen(kop)


def _boom(inhoud: bytes) -> Any:  # noqa: ANN401 (wat er ook in een JSON-bestand kan staan)
    if len(inhoud) > BESTAND_HOOGSTENS:
        raise OvergangFout(
            f"Dit bestand is te groot voor één casus: hoogstens {BESTAND_HOOGSTENS // 1_000_000} "
            "MB. Kies het bestand van één casus."
        )
    try:
        return json.loads(
            inhoud.decode("utf-8"), object_pairs_hook=_zonder_dubbele, parse_constant=_geen_getal
        )
    except (ValueError, RecursionError):  # ook: geen UTF-8, en een getal van duizend cijfers
        raise OvergangFout(_ANDERS) from None


def _zonder_dubbele(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    velden = dict(paren)
    if len(velden) != len(paren):
        raise OvergangFout(
            "In dit bestand staat een veld twee keer in hetzelfde blok. Maak het opnieuw."
        )
    if not all(naam.isascii() for naam in velden):
        raise OvergangFout(_ANDERS)
    return velden


def _geen_getal(_naam: str) -> object:
    raise OvergangFout("In dit bestand staat een getal dat geen getal is. Maak het opnieuw.")


def _rijen(kop: Kop) -> Gelezen:
    rijen, fouten = list[Rij](), list[Fout]()
    bekend = {tabel(soort): soort for soort in SOORTEN}
    for naam in ("ontvanger", "reden", "catalogus", "casus"):
        if onleesbaar(getattr(kop, naam)):
            fouten.append(Fout(naam, _ONLEESBAAR))
    fouten += [
        Fout("waarden", f"De tabel '{naam}' ontbreekt.")
        for naam in bekend
        if naam not in kop.waarden
    ]
    if kop.waarden.keys() - bekend.keys():
        fouten.append(Fout("waarden", "Hier staat een tabel die dit programma niet kent."))
    for naam, soort in bekend.items():
        for nummer, blok in enumerate(kop.waarden.get(naam, ())):
            _lees_rij(soort, f"waarden.{naam}[{nummer}]", blok, rijen, fouten)
    return Gelezen(kop, tuple(rijen), tuple(fouten[:FOUTEN_HOOGSTENS]))


def _lees_rij(
    soort: type[Waarde], plek: str, blok: object, rijen: list[Rij], fouten: list[Fout]
) -> None:
    try:
        rij = msgspec.convert(blok, rijvorm(soort), strict=True)
    except _NIET_ZO as fout:
        fouten.append(Fout(*_in_woorden(fout, plek)))
        return
    velden = {naam: getattr(rij, naam) for naam in rij.__struct_fields__}
    for naam, inhoud in velden.items():
        teksten = inhoud if isinstance(inhoud, tuple) else (inhoud,)
        if any(isinstance(tekst, str) and onleesbaar(tekst) for tekst in teksten):
            fouten.append(Fout(f"{plek}.{naam}", _ONLEESBAAR))
            return
    rijen.append(Rij(plek, soort(**velden)))


_ONLEESBAAR = "Hier staat een onleesbaar teken. Haal het weg."
_ZINNEN = (
    ("unknown field", "Hier staat een veld dat dit programma niet kent."),
    ("Invalid enum value", "Dit woord staat niet in de vaste lijst van dit veld."),
    ("Invalid RFC3339", "Hier hoort een dag of een moment te staan, zoals 2026-11-24."),
    ("with a timezone", "Bij dit moment ontbreekt de tijdzone."),
    ("of length <=", "Deze tekst is te lang."),
    ("`int` >=", "Dit getal is te klein."),
    ("`int` <=", "Dit getal is te groot."),
)


def _in_woorden(fout: Exception, plek: str) -> tuple[str, str]:
    """De plek en een zin; wat er in het bestand staat komt er niet in."""
    tekst = str(fout)
    gevonden = _PLEK.search(tekst)
    waar = ".".join(filter(None, (plek, gevonden[1] if gevonden else "")))
    if ontbreekt := _GENOEMD.search(tekst):
        return waar, f"Het veld '{ontbreekt[1]}' ontbreekt."
    zin = next((zin for deel, zin in _ZINNEN if deel in tekst), None)
    return waar, zin or "Hier staat iets van een andere soort dan in dit veld hoort."
