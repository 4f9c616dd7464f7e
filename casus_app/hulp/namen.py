"""Namen in een tekst: eerst wie de kluis kent, dan wat in Nederland vaak een naam is."""

from collections.abc import Iterable, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from casus_app.hulp.lijsten import delen, namen
from casus_app.hulp.vondst import Soort, Vondst

_TERUG = 8
"""Zo veel tekens vóór een woord zeggen of er een zin begint."""
EEN_ANDER = "een ander"
_LOS = frozenset((" ", "-", "'", "’", ". ", " '", "."))
"""Wat tussen twee delen van één naam mag staan."""


class Deel(NamedTuple):
    """Een woord in de tekst."""

    start: int
    einde: int
    klein: str


class Bekende(NamedTuple):
    """Iemand uit de kluis, zoals hij in een tekst kan staan."""

    delen: tuple[str, ...]
    zin: str
    voorstel: str
    hoofdletter: bool
    """Deze naam is ook een gewoon woord en telt alleen met een hoofdletter."""


def bekenden(naam: str, zin: str, voorstel: str) -> Iterable[Bekende]:
    """De vormen van een naam: voluit, de voornaam, de achternaam met en zonder tussenvoegsel."""
    heel, lijst = delen(naam), namen()
    if not heel:
        return
    yield Bekende(heel, zin, voorstel, hoofdletter=len(heel) == 1 and heel[0] in _ook_woord())
    if len(heel) == 1:
        return
    yield Bekende(heel[:1], zin, voorstel, hoofdletter=heel[0] in lijst.ook_een_woord)
    achternaam = heel[1:]
    yield Bekende(
        achternaam,
        zin,
        voorstel,
        hoofdletter=len(achternaam) == 1 and achternaam[0] in lijst.ook_een_woord,
    )
    kaal = tuple(deel for deel in achternaam if deel not in lijst.tussen)
    if kaal and kaal != achternaam:
        yield Bekende(kaal, zin, voorstel, hoofdletter=kaal[-1] in lijst.ook_een_woord)


class Namenzoeker:
    """Zoekt namen in een rij woorden."""

    def __init__(self, wie: Iterable[Bekende]) -> None:
        self._lijst = namen()
        self._bekend: dict[str, list[Bekende]] = {}
        for bekende in wie:
            self._bekend.setdefault(bekende.delen[0], []).append(bekende)
        for rij in self._bekend.values():
            rij.sort(key=lambda bekende: -len(bekende.delen))
        lijst = self._lijst
        self.begin = (
            frozenset(self._bekend)
            | lijst.voornamen
            | lijst.achternamen
            | lijst.aanspreekvormen
            | lijst.verwanten
            | frozenset(ascii_lowercase)
        )
        """Alleen bij deze woorden hoeft er gezocht te worden."""

    def zoek(self, tekst: str, rij: Sequence[Deel], i: int) -> tuple[Vondst, int] | None:
        """De naam die bij woord `i` begint, met het nummer van het woord erna."""
        klein = rij[i].klein
        if klein in self._lijst.aanspreekvormen:
            return self._na_aanspreekvorm(tekst, rij, i)
        if klein in self._lijst.verwanten:
            return self._na_verwant(tekst, rij, i)
        return self._bekende(tekst, rij, i) or self._gewone(tekst, rij, i)

    def _bekende(self, tekst: str, rij: Sequence[Deel], i: int) -> tuple[Vondst, int] | None:
        for wie in self._bekend.get(rij[i].klein, ()):
            eind = i + len(wie.delen)
            if (
                eind <= len(rij)
                and all(rij[i + n].klein == deel for n, deel in enumerate(wie.delen))
                and all(_aaneen(tekst, rij, n) for n in range(i, eind - 1))
                and not (wie.hoofdletter and tekst[rij[eind - 1].start].islower())
            ):
                return _vondst(tekst, rij[i].start, rij[eind - 1].einde, wie), eind
        return None

    def _gewone(self, tekst: str, rij: Sequence[Deel], i: int) -> tuple[Vondst, int] | None:
        woord = rij[i]
        lijst = self._lijst
        if len(woord.klein) == 1:
            return self._na_voorletter(tekst, rij, i)
        eind = self._vervolg(tekst, rij, i) if woord.klein in lijst.voornamen else i + 1
        if woord.klein in lijst.ook_een_woord:
            groot = tekst[woord.start].isupper()
            if not groot or (eind == i + 1 and begint_zin(tekst, woord.start)):
                return None
        elif eind == i + 1 and woord.klein not in lijst.voornamen | lijst.achternamen:
            return None
        return _ander(tekst, woord.start, rij[eind - 1].einde), eind

    def _na_voorletter(self, tekst: str, rij: Sequence[Deel], i: int) -> tuple[Vondst, int] | None:
        """J. Jansen, A. van Rijn en J.P. Zomaar; "vitamine C. Daarna" niet."""
        if not tekst[rij[i].start].isupper() or tekst[rij[i].einde : rij[i].einde + 1] != ".":
            return None
        eind = self._vervolg(tekst, rij, i)
        rest = [deel.klein for deel in rij[i + 1 : eind]]
        if i and rij[i - 1].klein in self._lijst.letter_voor:
            return None
        if rest and len(rest[-1]) > 1:
            return _ander(tekst, rij[i].start, rij[eind - 1].einde), eind
        return None

    def _vervolg(self, tekst: str, rij: Sequence[Deel], i: int) -> int:
        """Waar een naam ophoudt: na tussenvoegsels en een achternaam, anders na de voornaam."""
        eind = i + 1
        while True:
            n = eind
            while (
                n < len(rij) and rij[n].klein in self._lijst.tussen and _aaneen(tekst, rij, n - 1)
            ):
                n += 1
            if n >= len(rij) or not _aaneen(tekst, rij, n - 1) or not self._lijkt(tekst, rij[n]):
                return eind
            eind = n + 1

    def _lijkt(self, tekst: str, woord: Deel) -> bool:
        lijst = self._lijst
        if tekst[woord.start].isupper():
            return woord.klein not in lijst.geen_naam
        return woord.klein in lijst.achternamen and woord.klein not in lijst.ook_een_woord

    def _na_aanspreekvorm(
        self, tekst: str, rij: Sequence[Deel], i: int
    ) -> tuple[Vondst, int] | None:
        volgende = i + 1
        if volgende >= len(rij) or not _aaneen(tekst, rij, i):
            return None
        start = rij[i].start
        if rij[i].klein == "heer":
            if not i or rij[i - 1].klein != "de":
                return None
            start = rij[i - 1].start
        if bekend := self._bekende(tekst, rij, volgende):
            vondst, eind = bekend
            return vondst._replace(start=start), eind
        eind = self._vervolg(tekst, rij, i)
        if eind > volgende:
            return _ander(tekst, start, rij[eind - 1].einde), eind
        if rij[volgende].klein in self._lijst.voornamen:
            return _ander(tekst, start, rij[volgende].einde), volgende + 1
        return None

    def _na_verwant(self, tekst: str, rij: Sequence[Deel], i: int) -> tuple[Vondst, int] | None:
        volgende = i + 1
        if volgende >= len(rij) or not _aaneen(tekst, rij, i):
            return None
        if bekend := self._bekende(tekst, rij, volgende):
            vondst, eind = bekend
            if vondst.voorstel.removeprefix("de ") == rij[i].klein:
                vondst = vondst._replace(start=rij[i].start, voorstel=rij[i].klein)
            return vondst, eind
        woord = rij[volgende]
        groot = tekst[woord.start].isupper() and woord.klein not in self._lijst.geen_naam
        if not groot and (
            woord.klein not in self._lijst.voornamen or woord.klein in self._lijst.ook_een_woord
        ):
            return None
        eind = self._vervolg(tekst, rij, volgende)
        zin = "Dit is een naam; wie het is staat er al."
        return Vondst(woord.start, rij[eind - 1].einde, Soort.NAAM, zin), eind


def _ook_woord() -> frozenset[str]:
    return namen().ook_een_woord


def _aaneen(tekst: str, rij: Sequence[Deel], i: int) -> bool:
    """Of woord `i` en het volgende één naam kunnen zijn."""
    return tekst[rij[i].einde : rij[i + 1].start] in _LOS


def begint_zin(tekst: str, start: int) -> bool:
    """Of wat hier staat een hoofdletter heeft omdat er een zin mee begint."""
    ervoor = tekst[max(0, start - _TERUG) : start].rstrip(" \t\"'(“‘-–")
    return not ervoor or ervoor[-1] in ".!?:;•·|\n"


def _vondst(tekst: str, start: int, einde: int, wie: Bekende) -> Vondst:
    voorstel = wie.voorstel
    if start == 0 and tekst[0].isupper():
        voorstel = voorstel[:1].upper() + voorstel[1:]
    return Vondst(start, einde, Soort.NAAM, wie.zin, voorstel)


def _ander(tekst: str, start: int, einde: int) -> Vondst:
    voorstel = EEN_ANDER.capitalize() if start == 0 and tekst[0].isupper() else EEN_ANDER
    zin = "Dit lijkt een naam; noem wat deze persoon voor de casus is."
    return Vondst(start, einde, Soort.NAAM, zin, voorstel)
