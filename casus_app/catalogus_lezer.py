"""Hoe een regel TOML een gegeven van de catalogus wordt: vorm, verplichte velden en verwijzingen.

Wat de gegevens betekenen weet dit bestand niet; dat staat in `catalogus`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from datetime import date
from types import UnionType
from typing import (
    Any,
    Literal,
    NamedTuple,
    TypeGuard,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
)

_HOORT: Mapping[object, str] = {
    str: "tekst tussen aanhalingstekens",
    bool: "true of false",
    int: "een heel getal",
    date: "een dag (jjjj-mm-dd)",
}


class CatalogusFout(Exception):
    """De catalogus spreekt zichzelf tegen of mist iets; de zin noemt bestand, regel en veld."""

    def __init__(self, wat: str) -> None:
        super().__init__(f"De catalogus klopt niet: {wat}.")


def naar(ding: str) -> dict[str, str]:
    """Merkt een veld als verwijzing: wat erin staat moet een sleutel van `ding` zijn."""
    return {"ding": ding}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegeven:  # de enige voorouder in het vak: anders staan deze acht velden er veertien keer
    """Wat elke regel van de catalogus draagt."""

    sleutel: str
    naam: str
    artikel: str
    kaders: tuple[str, ...] = field(metadata=naar("kader"))
    peildatum: date
    zeker: Literal["gevonden", "ouder", "niet-nagegaan"]
    uitleg: str = ""
    opmerking: str = ""


G = TypeVar("G", bound=Gegeven)


class Rij(NamedTuple):
    """Eén regel zoals zij in het bestand staat, met de plek voor wie haar moet herstellen."""

    plek: str
    velden: dict[str, Any]

    def fout(self, veld: str, wat: str) -> CatalogusFout:
        """Een fout die bestand, regel en veld noemt."""
        return CatalogusFout(f"{self.plek}, veld '{veld}': {wat}")


class Hoofd(NamedTuple):
    """Het hoofdbestand: welke versie dit is, en in welke bestanden zij staat."""

    versie: str
    bestanden: tuple[str, ...]


class Lezer:
    """Maakt gegevens van regels; kent alle sleutels vooraf, zodat regels elkaar mogen noemen."""

    def __init__(self, teksten: Mapping[str, str]) -> None:
        self._rijen: dict[str, list[Rij]] = {}
        for bestand, tekst in teksten.items():
            for ding, regels in _toml(bestand, tekst).items():
                self._rijen.setdefault(ding, []).extend(rijen(f"{bestand}, {ding}", regels))
        self._sleutels = {ding: toets_uniek(rijen) for ding, rijen in self._rijen.items()}

    def neem(self, ding: str) -> list[Rij]:
        """Alle regels van dit ding, in de volgorde van de bestanden."""
        if ding not in self._rijen:
            raise CatalogusFout(f"er is geen enkele regel [[{ding}]]")
        return self._rijen.pop(ding)

    def toets_niets_over(self) -> None:
        """Een regel waar niemand om vroeg is een schrijffout."""
        for over in self._rijen.values():
            raise CatalogusFout(f"{over[0].plek}: dit soort regel bestaat niet")

    def maak(self, klasse: type[G], rij: Rij, **klaar: object) -> G:
        """Het gegeven van deze regel; wat al `klaar` is hoort niet in de regel te staan."""
        velden = {veld.name: veld for veld in fields(klasse) if veld.name not in klaar}
        for naam in sorted(rij.velden.keys() - velden.keys()):
            raise rij.fout(naam, "dit veld bestaat niet")
        vormen = get_type_hints(klasse)
        waarden: dict[str, Any] = dict(klaar)
        for naam, veld in velden.items():
            if naam in rij.velden:
                waarden[naam] = _gelezen(rij, veld, vormen[naam])
                self._toets_verwijzing(rij, veld)
            elif veld.default is MISSING:
                raise rij.fout(naam, "ontbreekt")
        return klasse(**waarden)

    def _toets_verwijzing(self, rij: Rij, veld: Field[Any]) -> None:
        if ding := veld.metadata.get("ding"):
            waarde = rij.velden[veld.name]
            for sleutel in [waarde] if isinstance(waarde, str) else waarde:
                if sleutel not in self._sleutels.get(ding, frozenset()):
                    raise rij.fout(veld.name, f"{ding} '{sleutel}' bestaat niet")


def lees_hoofd(bestand: str, tekst: str) -> Hoofd:
    """Het hoofdbestand, of een fout die zegt wat eraan mankeert."""
    inhoud = _toml(bestand, tekst)
    versie, bestanden = inhoud.get("versie"), inhoud.get("bestanden")
    if not _is_zin(versie):
        raise CatalogusFout(f"{bestand}, veld 'versie': hier hoort tekst")
    if not _zijn_zinnen(bestanden):
        raise CatalogusFout(f"{bestand}, veld 'bestanden': hier hoort een lijst van bestanden")
    return Hoofd(versie, tuple(bestanden))


def rijen(plek: str, regels: object) -> list[Rij]:
    """De regels van één ding op één plek, elk met haar sleutel in de plek."""
    if not isinstance(regels, list) or not all(isinstance(regel, dict) for regel in regels):
        raise CatalogusFout(f"{plek}: hier horen regels tussen dubbele haken")
    gelezen = []
    for nummer, regel in enumerate(regels, start=1):
        if not _is_zin(regel.get("sleutel")):
            raise CatalogusFout(f"{plek} nummer {nummer}, veld 'sleutel': ontbreekt")
        gelezen.append(Rij(f"{plek} '{regel['sleutel']}'", dict(regel)))
    return gelezen


def toets_uniek(rijen: list[Rij]) -> frozenset[str]:
    """Alle sleutels; een sleutel die twee keer voorkomt zou een regel laten verdwijnen."""
    gezien: dict[str, str] = {}
    for rij in rijen:
        sleutel = rij.velden["sleutel"]
        if sleutel in gezien:
            raise rij.fout("sleutel", f"komt al voor in {gezien[sleutel]}")
        gezien[sleutel] = rij.plek
    return frozenset(gezien)


def _toml(bestand: str, tekst: str) -> dict[str, object]:
    try:
        return tomllib.loads(tekst)
    except (ValueError, RecursionError) as fout:
        raise CatalogusFout(f"{bestand} is geen TOML ({fout})") from fout


def _gelezen(rij: Rij, veld: Field[Any], vorm: object) -> object:
    """De waarde van een veld, in de vorm die de klasse ervoor heeft."""
    waarde = rij.velden[veld.name]
    if isinstance(vorm, UnionType):
        vorm = get_args(vorm)[0]
    soort = get_origin(vorm)
    if soort in (tuple, frozenset):
        if not _zijn_zinnen(waarde):
            raise rij.fout(veld.name, "hier hoort een lijst van verschillende woorden")
        return tuple(waarde) if soort is tuple else frozenset(waarde)
    if soort is Literal:
        if waarde not in get_args(vorm):
            raise rij.fout(veld.name, f"hier hoort een van: {', '.join(get_args(vorm))}")
    elif type(waarde) is not vorm:
        raise rij.fout(veld.name, f"hier hoort {_HOORT[vorm]}")
    elif vorm is int and waarde < 1:
        raise rij.fout(veld.name, "hier hoort een getal van 1 of meer")
    elif vorm is str and veld.default != "" and not _is_zin(waarde):
        raise rij.fout(veld.name, "mag niet leeg zijn")
    return waarde


def _is_zin(waarde: object) -> TypeGuard[str]:
    return isinstance(waarde, str) and bool(waarde.strip())


def _zijn_zinnen(waarde: object) -> TypeGuard[list[str]]:
    return (
        isinstance(waarde, list)
        and all(_is_zin(woord) for woord in waarde)
        and len(set(waarde)) == len(waarde)
    )
