"""De catalogus: partijen, grondslagen, routes en categorieën met artikel, kader, dag en zekerheid.

Geen lijst van het vak staat in code, zij staan in `resources/catalogus`; docs/catalogus.md zegt
wat elk veld betekent.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Literal

import resources
from casus_app.catalogus_lezer import (
    CatalogusFout,
    G,
    Gegeven,
    Lezer,
    Rij,
    lees_hoofd,
    naar,
    rijen,
    toets_uniek,
)

__all__ = ["Catalogus", "CatalogusFout", "Gegeven", "laad", "lees"]

_HOOFD = "catalogus.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kader(Gegeven):
    """Het recht waaronder een overleg gehouden wordt (WGS 2.24 e.v.; MvT Wams 2.1).

    `verlenging_hoogstens_maanden` is van BGS 1.16, `verklaring_van_derden` van BGS 2.21 lid 2,
    `derde_na_toets` van WGS 1.7 lid 2-3 en 2.31 lid 11, `lid_1_beoordeelt` van WGS 2.31 lid 2
    en 8.
    """

    weging: Literal["criteria", "domeinen", "geen"]
    verklaring_van_derden: bool
    derde_na_toets: bool
    lid_1_beoordeelt: bool
    bewaartermijn_maanden: int
    bewaartermijn_hoogstens_maanden: int | None = None
    verlenging_hoogstens_maanden: int
    standaard_uit: bool = False
    sinds: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterium(Gegeven):
    """Een van de vier voorwaarden waaraan een casus moet voldoen (BGS 2.20 lid 1)."""

    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Categorie(Gegeven):
    """Een soort gegevens uit de gesloten lijst van WGS 2.30."""

    aard: Literal["gewoon", "bsn", "gezondheid", "strafrechtelijk"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grondslag(Gegeven):
    """Waarop een inbreng kan rusten (AVG 6, 9 en 10; WGS 1.5; de taakwetten)."""

    categorieen: tuple[str, ...] = field(metadata=naar("categorie"))
    voorwaarde: str = ""
    meldrecht_aan: str | None = field(default=None, metadata=naar("soort"))
    herkenbaar: tuple[str, ...] = ()
    ontvangers: tuple[str, ...] = field(default=(), metadata=naar("soort"))
    is_toestemming: bool = False
    is_vitaal_belang: bool = False
    is_convenant: bool = False

    def geldt(self, kader: str, categorie: str) -> bool:
        """Of deze grondslag in dit kader deze gegevens kan dragen, wie hem ook noemt."""
        return kader in self.kaders and categorie in self.categorieen

    def genoemd_in(self, tekst: str) -> bool:
        """Of het artikel van dit meldrecht in de tekst staat; 15.2.6 of 5.2.61 is een ander."""
        return any(
            re.search(rf"(?<!\d)(?<!\d[.:]){re.escape(nummer)}(?!\d)", tekst, re.IGNORECASE)
            for nummer in self.herkenbaar
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Route(Gegeven):
    """Een weg langs het beroepsgeheim (WGS 2.29 lid 2; vraag 32-35)."""

    voorwaarden: tuple[str, ...]
    vereist_toestemming: bool = False
    vereist_motivering: bool = False
    noemt_meldrecht: bool = False
    acuut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime(Gegeven):
    """Een plicht om te zwijgen; bij drie ervan is een route nodig (WGS 2.29 lid 2)."""

    vraagt_route: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pet(Gegeven):
    """De rol waarin iemand van het wijkteam bij deze casus zit (vraag 26 en 30)."""

    regimes: tuple[str, ...] = field(metadata=naar("regime"))
    gemeentelijk: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Taak(Gegeven):
    """De wettelijke taak waarvoor een partij aan tafel zit (vraag 33; WGS 2.27)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Soort(Gegeven):
    """Een soort partij: haar plaats in de WGS, haar taken, haar geheim, haar grondslagen.

    De eerste grondslag ligt het meest voor de hand (WGS 2.27 en 2.31 lid 9; de sectorwetten).
    """

    positie_wgs: Literal["lid-1", "lid-2", "derde", "staf"]
    openbaar_lichaam: bool
    gemeentelijk: bool = False
    pet_beslist: bool = False
    domein: str | None = field(default=None, metadata=naar("domein"))
    geheim: tuple[str, ...] = field(metadata=naar("regime"))
    grondslagen: tuple[str, ...] = field(metadata=naar("grondslag"))
    categorieen_niet: frozenset[str] = field(metadata=naar("categorie"))
    typische_inbreng: tuple[str, ...] = ()
    niet: tuple[str, ...] = ()
    taken: Mapping[str, Taak]

    def taken_onder(self, kader: str) -> Mapping[str, Taak]:
        """De taken waarvoor deze partij in dit kader aan tafel kan zitten."""
        return {sleutel: taak for sleutel, taak in self.taken.items() if kader in taak.kaders}


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitstelgrond(Gegeven):
    """Waarom een betrokkene nog niet geïnformeerd is (UAVG 41 lid 1; AVG 14 lid 5 b)."""

    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Domein(Gegeven):
    """Een domein van hulp of toezicht; `ook` zijn andere woorden ervoor (MvT Wams 2.1 en 2.2)."""

    sociaal_domein: bool
    ook: tuple[str, ...]

    def woorden(self) -> frozenset[str]:
        """Alles waaraan dit domein te herkennen is, zonder hoofdletters, accenten en streepjes."""
        return frozenset(_kaal(woord) for woord in (self.sleutel, self.naam, *self.ook))


@dataclass(frozen=True, slots=True, kw_only=True)
class Leefgebied(Gegeven):
    """Een deel van het leven waar het kan spelen; geen gesloten lijst (BGS 2.20 lid 1 onder b)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rol(Gegeven):
    """Wat iemand bij één casus aan tafel doet, en of hij iets mee kan nemen (vraag 33)."""

    neemt_mee: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Niveau(Gegeven):
    """Hoe diep een inbreng gaat (Startnotitie 7.2)."""

    bij_weging: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzoek(Gegeven):
    """Een recht van de betrokkene, met de termijn voor het antwoord (AVG 12 lid 3)."""

    termijn_maanden: int
    verlenging_hoogstens_maanden: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogus:
    """Alle gegevens van het vak bij elkaar; elke verwijzing erin klopt."""

    versie: str
    kaders: Mapping[str, Kader]
    criteria: Mapping[str, Criterium]
    categorieen: Mapping[str, Categorie]
    grondslagen: Mapping[str, Grondslag]
    routes: Mapping[str, Route]
    regimes: Mapping[str, Regime]
    petten: Mapping[str, Pet]
    soorten: Mapping[str, Soort]
    uitstelgronden: Mapping[str, Uitstelgrond]
    domeinen: Mapping[str, Domein]
    leefgebieden: Mapping[str, Leefgebied]
    rollen: Mapping[str, Rol]
    niveaus: Mapping[str, Niveau]
    verzoeken: Mapping[str, Verzoek]

    @property
    def alle_taken(self) -> frozenset[str]:
        """De sleutels van alle taken, van welke soort ook."""
        return frozenset(taak for soort in self.soorten.values() for taak in soort.taken)

    def domein(self, tekst: str) -> Domein | None:
        """Het domein dat iemand met dit woord bedoelt."""
        woord = _kaal(tekst)
        return next((d for d in self.domeinen.values() if woord in d.woorden()), None)

    def meldrecht_genoemd_in(self, tekst: str) -> str | None:
        """De soort partij aan wie het meldrecht is dat in deze tekst bij artikel genoemd wordt."""
        genoemd = (g for g in self.grondslagen.values() if g.genoemd_in(tekst))
        return next((g.meldrecht_aan for g in genoemd if g.meldrecht_aan), None)

    def grondslagen_van(self, soort: Soort, kader: str) -> tuple[Grondslag, ...]:
        """Waarop deze soort in dit kader kan rusten, de waarschijnlijkste eerst."""
        gevonden = (self.grondslagen[sleutel] for sleutel in soort.grondslagen)
        return tuple(grondslag for grondslag in gevonden if kader in grondslag.kaders)

    def regimes_van(self, soort: Soort, pet: str | None = None) -> tuple[Regime, ...]:
        """Wat deze partij laat zwijgen; zonder bekende pet alles wat een pet kan vragen."""
        sleutels = soort.geheim
        if soort.pet_beslist:
            petten = [p for p in self.petten.values() if p.sleutel == pet] or self.petten.values()
            sleutels += tuple(regime for p in petten for regime in p.regimes)
        return tuple(self.regimes[sleutel] for sleutel in dict.fromkeys(sleutels))

    def vraagt_route(self, soort: Soort, pet: str | None = None) -> bool:
        """Of deze partij alleen langs een route mag spreken (WGS 2.29 lid 2)."""
        return any(regime.vraagt_route for regime in self.regimes_van(soort, pet))


def lees(teksten: Mapping[str, str]) -> Catalogus:
    """Maakt de catalogus uit TOML per bestandsnaam; CatalogusFout noemt de plek die niet klopt."""
    if _HOOFD not in teksten:
        raise CatalogusFout(f"bestand {_HOOFD} ontbreekt")
    versie, bestanden = lees_hoofd(_HOOFD, teksten[_HOOFD])
    for naam in sorted({_HOOFD, *bestanden} ^ teksten.keys()):
        wat = f"staat niet in {_HOOFD}" if naam in teksten else "ontbreekt"
        raise CatalogusFout(f"bestand {naam} {wat}")
    lezer = Lezer({naam: teksten[naam] for naam in bestanden})
    catalogus = Catalogus(
        versie=versie,
        kaders=_lijst(lezer, "kader", Kader),
        criteria=_lijst(lezer, "criterium", Criterium),
        categorieen=_lijst(lezer, "categorie", Categorie),
        grondslagen=_lijst(lezer, "grondslag", Grondslag),
        routes=_lijst(lezer, "route", Route),
        regimes=_lijst(lezer, "regime", Regime),
        petten=_lijst(lezer, "pet", Pet),
        soorten=_lijst(lezer, "soort", Soort),
        uitstelgronden=_lijst(lezer, "uitstelgrond", Uitstelgrond),
        domeinen=_lijst(lezer, "domein", Domein),
        leefgebieden=_lijst(lezer, "leefgebied", Leefgebied),
        rollen=_lijst(lezer, "rol", Rol),
        niveaus=_lijst(lezer, "niveau", Niveau),
        verzoeken=_lijst(lezer, "verzoek", Verzoek),
    )
    lezer.toets_niets_over()
    return catalogus


@cache
def laad() -> Catalogus:
    """De catalogus die met het programma meekomt."""
    hoofd = resources.tekst(f"catalogus/{_HOOFD}")
    namen = lees_hoofd(_HOOFD, hoofd).bestanden
    return lees({_HOOFD: hoofd} | {naam: resources.tekst(f"catalogus/{naam}") for naam in namen})


def _lijst(lezer: Lezer, ding: str, klasse: type[G]) -> Mapping[str, G]:
    lijst: dict[str, G] = {}
    woorden: dict[str, str] = {}
    for rij in lezer.neem(ding):
        if klasse is Kader:
            rij.velden.setdefault("kaders", [rij.velden["sleutel"]])
        taken = {"taken": _taken(lezer, rij)} if klasse is Soort else {}
        gegeven = lezer.maak(klasse, rij, **taken)
        _toets_samenhang(rij, gegeven)
        if isinstance(gegeven, Domein):
            _toets_woorden(rij, gegeven, woorden)
        lijst[gegeven.sleutel] = gegeven
    return MappingProxyType(lijst)


def _taken(lezer: Lezer, rij: Rij) -> Mapping[str, Taak]:
    """De taken van een soort; zij gelden in de kaders van de soort, tenzij er minder staan."""
    kaders = rij.velden.get("kaders", [])
    taakrijen = rijen(f"{rij.plek}, taak", rij.velden.pop("taak", []))
    toets_uniek(taakrijen)
    taken: dict[str, Taak] = {}
    for taakrij in taakrijen:
        taak = lezer.maak(Taak, Rij(taakrij.plek, {"kaders": kaders} | taakrij.velden))
        if "kaders" in taakrij.velden and not set() < set(taak.kaders) <= set(kaders):
            raise taakrij.fout("kaders", "hier horen een of meer kaders van de soort")
        taken[taak.sleutel] = taak
    return MappingProxyType(taken)


def _toets_samenhang(rij: Rij, gegeven: Gegeven) -> None:
    """Wat een veld op zichzelf niet kan laten zien."""
    convenant = isinstance(gegeven, Grondslag) and gegeven.is_convenant
    if convenant == bool(gegeven.kaders):
        raise rij.fout("kaders", "een convenant geldt nergens en al het andere ergens (vraag 31)")
    match gegeven:
        case Grondslag() if bool(gegeven.meldrecht_aan) != bool(gegeven.herkenbaar):
            raise rij.fout("herkenbaar", "hoort bij een meldrecht, en bij niets anders")
        case Soort() if gegeven.pet_beslist and gegeven.geheim:
            raise rij.fout("geheim", "de pet beslist hier; het geheim staat bij de pet")
        case _:
            pass


def _toets_woorden(rij: Rij, domein: Domein, woorden: dict[str, str]) -> None:
    """Eén woord wijst één domein aan."""
    for woord in domein.woorden():
        if woorden.setdefault(woord, domein.sleutel) != domein.sleutel:
            raise rij.fout("ook", f"'{woord}' hoort al bij domein '{woorden[woord]}'")


def _kaal(tekst: str) -> str:
    """Alleen de letters en cijfers, klein en zonder accent."""
    letters = unicodedata.normalize("NFKD", tekst).casefold()
    return "".join(letter for letter in letters if letter.isalnum())
