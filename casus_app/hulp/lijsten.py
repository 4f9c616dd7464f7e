"""De woordenlijsten van `resources/hulp`, gelezen tot iets waarin snel te zoeken is."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import resources
from casus_app.hulp.vondst import Soort

_DEEL = re.compile(r"[^\W\d_]+")
_STAM = 5
"""Zo lang is een woord met een * minstens; de lijst met een kortere is een schrijffout."""


class Woord(NamedTuple):
    """Wat een gevonden woord betekent, en wanneer het toch iets anders is."""

    soort: Soort
    zin: str
    voorstel: str
    niet_voor: frozenset[str]
    niet_na: frozenset[str]


class Woorden(NamedTuple):
    """Alle woorden: van het eerste deel naar de hele rij delen, en de stammen (met een *)."""

    rijen: dict[str, tuple[tuple[tuple[str, ...], Woord], ...]]
    stammen: dict[str, Woord]


class Namen(NamedTuple):
    """De namenlijst; alles in kleine letters."""

    voornamen: frozenset[str]
    achternamen: frozenset[str]
    ook_een_woord: frozenset[str]
    tussen: frozenset[str]
    aanspreekvormen: frozenset[str]
    verwanten: frozenset[str]
    letter_voor: frozenset[str]
    geen_naam: frozenset[str]


def delen(tekst: str) -> tuple[str, ...]:
    """De delen van een naam of woord, in kleine letters: "El-Amrani" is ("el", "amrani")."""
    return tuple(_DEEL.findall(tekst.lower()))


@cache
def woorden() -> Woorden:
    """Diagnosen en oordelen. Fouten: `KeyError` en `ValueError` bij een kapotte lijst."""
    rijen: dict[str, list[tuple[tuple[str, ...], Woord]]] = {}
    stammen: dict[str, Woord] = {}
    for bestand in ("diagnosen", "oordelen"):
        for groep in tomllib.loads(resources.tekst(f"hulp/{bestand}.toml"))["groep"]:
            woord = Woord(
                Soort(groep["soort"]),
                groep["zin"],
                groep["voorstel"],
                frozenset(groep.get("niet-voor", "").split()),
                frozenset(groep.get("niet-na", "").split()),
            )
            for vorm in groep["woorden"].split():
                if vorm.endswith("*"):
                    if len(vorm) <= _STAM:
                        raise ValueError(f"{bestand}: '{vorm}' is te kort voor een *")
                    stammen[delen(vorm)[-1]] = woord
                else:
                    rij = delen(vorm)
                    rijen.setdefault(rij[0], []).append((rij, woord))
    return Woorden(
        {
            eerste: tuple(sorted(lijst, key=lambda paar: -len(paar[0])))
            for eerste, lijst in rijen.items()
        },
        stammen,
    )


@cache
def namen() -> Namen:
    """De namen en de woorden eromheen."""
    boek = tomllib.loads(resources.tekst("hulp/namen.toml"))
    overig, rondom = boek["overig"], boek["rondom"]
    return Namen(
        voornamen=_samen(boek["voornamen"].values()),
        achternamen=_samen(boek["achternamen"].values()),
        ook_een_woord=_samen([overig["ook-een-woord"]]),
        tussen=_samen([overig["tussen"]]),
        aanspreekvormen=_samen([rondom["aanspreekvormen"]]),
        verwanten=_samen([rondom["verwanten"]]),
        letter_voor=_samen([rondom["letter-voor"]]),
        geen_naam=_samen([rondom["geen-naam"]]),
    )


def _samen(rijen: Iterable[str]) -> frozenset[str]:
    return frozenset(woord for rij in rijen for woord in rij.split())
