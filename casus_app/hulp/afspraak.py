"""Eén getypte regel tot een afspraak: wie, wat, wanneer, klaar als; en wat er nog te vragen is."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import resources
from casus_app.hulp.dagen import begrijp

_KLAAR = re.compile(r"[\s,;]*\bklaar\s*(?:als|zodra|wanneer|:|=)\s*", re.IGNORECASE)
_WOORD = re.compile(r"\S+")
_RAND = " ,;:›-"
_LANGSTE_DAG = 5
"""Zoveel woorden heeft een dag hoogstens: "uiterlijk eind van volgende maand"."""
_LANGSTE_WIE = 4
_DAGACHTIG = re.compile(
    r"\d|^(?:voor|vóór|uiterlijk|op|per|over|binnen|eind|einde|volgende|deze|komende|begin|half"
    r"|vandaag|nu|morgen|overmorgen|zsm|(?:ma|di|wo|do|vr|za|zo)[a-z]*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Aanwezige:
    """Iemand aan tafel, zoals de voorzitter hem aanwijst: met nummer, functie, naam of partij."""

    sleutel: str
    nummer: int
    naam: str
    functie: str
    partij: str


@dataclass(frozen=True, slots=True)
class Regel:
    """Wat er gelezen is. `vragen` is wat de voorzitter hardop kan vragen; niets houdt tegen.

    `dagnoot` is wat bij de dag hoort: een feestdag, een weekend, of welke dag het niet is.
    """

    wie: Aanwezige | None
    wat: str
    wanneer: date | None
    klaar_als: str
    dagnoot: str
    vragen: tuple[str, ...]


def lees_regel(tekst: str, aan_tafel: Sequence[Aanwezige], vandaag: date) -> Regel:
    """Leest "wmo huisbezoek brengen vr, klaar als de sleutel terug is"."""
    delen = _KLAAR.split(tekst, maxsplit=1)
    klaar_als = delen[1].strip(_RAND) if len(delen) > 1 else ""
    kandidaten, rest = _wie(delen[0].strip(_RAND), aan_tafel)
    wat, wanneer, dagnoot = _wanneer(rest, vandaag)
    wie = kandidaten[0] if len(kandidaten) == 1 else None
    vragen = [*_vraag_wie(kandidaten)]
    if not wat:
        vragen.append("Wat gaat er gebeuren? Begin met een werkwoord.")
    elif vraag := vaag(wat):
        vragen.append(vraag)
    if wanneer is None:
        vragen.append(dagnoot or "Uiterlijk wanneer? Typ bijvoorbeeld vr, of over 2 weken.")
    return Regel(wie, wat, wanneer, klaar_als, dagnoot if wanneer else "", tuple(vragen))


def vaag(wat: str) -> str:
    """De vraag bij een afspraak die nog vaag is, of leeg."""
    vraag, patroon = _vaagheid()
    return vraag if patroon.search(wat) else ""


def _vraag_wie(kandidaten: Sequence[Aanwezige]) -> list[str]:
    if len(kandidaten) == 1:
        return []
    if not kandidaten:
        return ["Wie doet dit? Begin met het nummer of de functie."]
    namen = [f"{wie.nummer} ({wie.functie}, {wie.partij})" for wie in kandidaten]
    return [f"Bedoelt u {', '.join(namen[:-1])} of {namen[-1]}? Typ het nummer."]


def _wie(tekst: str, aan_tafel: Sequence[Aanwezige]) -> tuple[list[Aanwezige], str]:
    """Wie er vooraan genoemd wordt, en wat er daarna staat; de langste aanduiding wint."""
    woorden = list(_WOORD.finditer(tekst))
    for aantal in range(min(_LANGSTE_WIE, len(woorden)), 0, -1):
        einde = woorden[aantal - 1].end()
        gezegd = tekst[:einde].strip(_RAND + ".").casefold()
        rest = tekst[einde:].strip(_RAND)
        if raak := [wie for wie in aan_tafel if gezegd == str(wie.nummer)]:
            return raak, rest
        for noemt in (_heet, _begint_met):
            if raak := [wie for wie in aan_tafel if noemt(wie, gezegd)]:
                return raak, rest
    return [], tekst


def _heet(wie: Aanwezige, gezegd: str) -> bool:
    """Zoals hij heet: naam, voornaam, achternaam, functie of partij, of één woord daarvan."""
    heel = [veld.casefold() for veld in (wie.naam, wie.functie, wie.partij)]
    delen = {deel for veld in heel for deel in re.split(r"[^\w']+", veld) if len(deel) > 2}  # noqa: PLR2004 - "de" en "op" wijzen niemand aan
    achternaam = wie.naam.casefold().partition(" ")[2]
    return gezegd in {*heel, *delen, achternaam}


def _begint_met(wie: Aanwezige, gezegd: str) -> bool:
    """Een begin van een functie of partij van minstens drie letters: "recl", "wijk"."""
    if len(gezegd) < 3 or " " in gezegd:  # noqa: PLR2004 - twee letters wijzen niemand aan
        return False
    return any(
        deel.startswith(gezegd)
        for veld in (wie.functie, wie.partij)
        for deel in re.split(r"[^\w']+", veld.casefold())
    )


def _wanneer(tekst: str, vandaag: date) -> tuple[str, date | None, str]:
    """Wat er overblijft zonder de dag, de dag, en de noot of vraag erbij. De laatste dag telt."""
    woorden = list(_WOORD.finditer(tekst))
    for laatste in range(len(woorden), 0, -1):
        for eerste in range(max(0, laatste - _LANGSTE_DAG), laatste):
            van, tot = woorden[eerste].start(), woorden[laatste - 1].end()
            stuk = tekst[van:tot].strip(_RAND + ".")
            if not _DAGACHTIG.search(stuk):
                continue
            gelezen = begrijp(stuk, vandaag)
            over = _samen(tekst[:van], tekst[tot:])
            if gelezen.dag:
                return over, gelezen.dag, gelezen.zin
            if gelezen.is_vraag:
                return over, None, gelezen.zin
    return tekst, None, ""


def _samen(voor: str, na: str) -> str:
    return " ".join(f"{voor.strip(_RAND)} {na.strip(_RAND)}".split())


@cache
def _vaagheid() -> tuple[str, re.Pattern[str]]:
    lijst = tomllib.loads(resources.tekst("hulp/afspraken.toml"))
    vormen = [
        r"\s+(?:\S+\s+){0,3}".join(re.escape(deel.strip()) for deel in vorm.split("…"))
        for vorm in lijst["vaag"]
    ]
    return lijst["vraag"], re.compile(rf"\b(?:{'|'.join(vormen)})\b", re.IGNORECASE)
