"""Wat de hulp vindt: waar het staat, wat het is, één zin en een voorstel."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Soort(StrEnum):
    """Waarom iets gemerkt wordt; de volgorde is de voorrang als twee vondsten elkaar raken."""

    BSN = "bsn"
    IBAN = "iban"
    MAIL = "mail"
    TELEFOON = "telefoon"
    GEBOREN = "geboren"
    ADRES = "adres"
    DIAGNOSE = "diagnose"
    OORDEEL = "oordeel"
    NAAM = "naam"
    INVULLEN = "invullen"
    HOOFDLETTER = "hoofdletter"


class Vondst(NamedTuple):
    """Een stuk tekst `[start:einde]`; een leeg `voorstel` betekent: laat het weg."""

    start: int
    einde: int
    soort: Soort
    zin: str
    voorstel: str = ""


_RANG = {soort: nummer for nummer, soort in enumerate(Soort)}


def op_volgorde(vondsten: Iterable[Vondst]) -> tuple[Vondst, ...]:
    """Van voor naar achter, zonder overlap: de hoogste voorrang wint, dan de langste."""
    gekozen: list[Vondst] = []
    rij = sorted(vondsten, key=lambda v: (_RANG[v.soort], v.start - v.einde, v.start))
    bezet = bytearray(max((vondst.einde for vondst in rij), default=0))
    for vondst in rij:
        if not any(bezet[vondst.start : vondst.einde]):
            bezet[vondst.start : vondst.einde] = b"\1" * (vondst.einde - vondst.start)
            gekozen.append(vondst)
    return tuple(sorted(gekozen))


def neem_over(tekst: str, vondst: Vondst) -> tuple[str, int, int]:
    """De tekst met het voorstel erin, en van waar tot waar de gebruiker nu verder typt.

    Een voorstel met rechte haken is een vraag: die staat dan geselecteerd. Wat wegvalt neemt één
    spatie mee.
    """
    start, einde, voorstel = vondst.start, vondst.einde, vondst.voorstel
    if not voorstel:
        if start and tekst[start - 1] == " ":
            start -= 1
        elif tekst[einde : einde + 1] == " ":
            einde += 1
    nieuw = tekst[:start] + voorstel + tekst[einde:]
    open_, dicht = voorstel.find("["), voorstel.find("]")
    if open_ >= 0:
        return nieuw, start + open_, start + dicht + 1
    return nieuw, start + len(voorstel), start + len(voorstel)
