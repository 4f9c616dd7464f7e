"""Wat mensen typen als zij een dag bedoelen: 24-11, vr, over 2 weken, voor 1 januari.

Dit is de enige plaats waar een getypte dag gelezen wordt. Wat op twee dagen kan slaan is geen dag
maar een vraag.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from casus_app.domein.termijn import maanden_later


class Gelezen(NamedTuple):
    """Een dag met een noot, of geen dag met een vraag of de zin dat het niet begrepen is."""

    dag: date | None
    zin: str = ""
    is_vraag: bool = False


MAANDEN = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
DAGEN = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()
_WOORDEN = {"vandaag": 0, "nu": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1}
_GETALLEN = {
    woord: getal
    for getal, woord in enumerate(
        "een twee drie vier vijf zes zeven acht negen tien elf twaalf".split(), start=1
    )
}
_GEEN_DAG = frozenset(("volgende week", "deze week", "binnenkort", "zsm", "z.s.m"))
_TIJDVAKKEN = frozenset((*MAANDEN, "week", "maand", "jaar"))
_ONBEKEND = "Deze dag begrijp ik niet. Typ hem als 24-11-2026."
_VRIJDAG, _ZATERDAG = 4, 5
_EEUW = 2000
_HALF = 183
"""Een dag zonder jaar is de dichtstbijzijnde: niet verder terug dan een half jaar."""
_KORT = 2


def lees(tekst: str, vandaag: date) -> date | None:
    """De dag die iemand bedoelt, of geen.

    >>> lees("vr", date(2026, 11, 24))
    datetime.date(2026, 11, 27)
    >>> lees("eind volgende week", date(2026, 11, 24))
    datetime.date(2026, 12, 4)
    """
    return begrijp(tekst, vandaag).dag


def geschreven(dag: date | None) -> str:
    """Zoals een datumveld een dag toont."""
    return f"{dag.day}-{dag.month}-{dag.year}" if dag else ""


def voluit(dag: date) -> str:
    """Zoals een zin een dag noemt."""
    return f"{DAGEN[dag.weekday()]} {dag.day} {MAANDEN[dag.month - 1]}"


def begrijp(tekst: str, vandaag: date) -> Gelezen:
    """De dag met een noot (weekend, feestdag, voorbij), of een vraag als het geen dag is."""
    gezegd = " ".join(tekst.casefold().replace("vóór", "voor").split()).rstrip(".,;")
    if not gezegd:
        return Gelezen(None)
    gezegd, ervoor = _zonder_voorzetsel(gezegd)
    if vraag := _vraag(gezegd, vandaag):
        return Gelezen(None, vraag, is_vraag=True)
    try:
        dag = _dag(gezegd, vandaag)
        if dag is None:
            return Gelezen(None, _ONBEKEND)
        if ervoor:
            dag -= timedelta(days=1)
    except (ValueError, OverflowError):
        return Gelezen(None, _ONBEKEND)
    eerste = gezegd.split(" ")[0]
    if any(teken.isdigit() for teken in gezegd) and (genoemd := _weekdag(eerste)) is not None:
        echt = dag + timedelta(days=ervoor)
        if echt.weekday() != genoemd:
            zin = f"Dat klopt niet: {voluit(echt)}. Welke dag bedoelt u?"
            return Gelezen(None, zin, is_vraag=True)
    noten = [f"Vóór die dag: uiterlijk {voluit(dag)}."] if ervoor else []
    return Gelezen(dag, " ".join([*noten, *_noten(dag, vandaag)]))


def feestdag(dag: date) -> str:
    """Hoe deze dag heet als het een feestdag is (Algemene termijnenwet 3), anders leeg."""
    vast = {(1, 1): "nieuwjaarsdag", (12, 25): "eerste kerstdag", (12, 26): "tweede kerstdag"}
    vast[5, 5] = "Bevrijdingsdag"
    zondag = date(dag.year, 4, 27).weekday() > _ZATERDAG
    vast[4, 26 if zondag else 27] = "Koningsdag"
    if naam := vast.get((dag.month, dag.day)):
        return naam
    from dateutil.easter import easter  # noqa: PLC0415 - alleen wie een dag typt heeft Pasen nodig

    na_pasen = {
        -2: "Goede Vrijdag",
        0: "eerste paasdag",
        1: "tweede paasdag",
        39: "Hemelvaartsdag",
        49: "eerste pinksterdag",
        50: "tweede pinksterdag",
    }
    return na_pasen.get((dag - easter(dag.year)).days, "")


def _noten(dag: date, vandaag: date) -> list[str]:
    noten = []
    if naam := feestdag(dag):
        noten.append(f"Dat is {naam}.")
    elif dag.weekday() >= _ZATERDAG:
        noten.append(f"Dat is een {DAGEN[dag.weekday()]}.")
    if dag < vandaag:
        noten.append("Die dag is al voorbij.")
    return noten


_VOORZETSEL = re.compile(r"(voor|uiterlijk|op|per|tot en met|t/m|tot|vanaf|aanstaande|komende) ")


def _zonder_voorzetsel(gezegd: str) -> tuple[str, bool]:
    """Wat er na "uiterlijk", "op" of "voor" staat, en of het een dag eerder moet zijn."""
    ervoor = False
    while raak := _VOORZETSEL.match(gezegd):
        ervoor |= raak[1] == "voor"
        gezegd = gezegd[raak.end() :]
    return gezegd, ervoor


def _vraag(gezegd: str, vandaag: date) -> str:
    """De vraag die hoort bij wat op meer dan één dag kan slaan, of leeg."""
    eerste, _, rest = gezegd.partition(" ")
    if gezegd in (
        "volgende week",
        "deze week",
        "over een paar dagen",
        "binnenkort",
        "zsm",
        "z.s.m",
    ):
        return "Welke dag? Typ bijvoorbeeld vr, of 24-11."
    if eerste == "volgende" and (nummer := _weekdag(rest)) is not None:
        eerst = _komende(nummer, vandaag)
        later = eerst + timedelta(weeks=1)
        return f"Bedoelt u {voluit(eerst)} of {voluit(later)}? Typ de datum."
    if gezegd in ("volgende maand", "deze maand") or (
        eerste in ("begin", "half", "medio", "midden") and rest.split(" ")[-1] in _TIJDVAKKEN
    ):
        return "Welke dag precies? Typ bijvoorbeeld 24-11."
    if gezegd in MAANDEN:
        return f"Welke dag in {gezegd}? Of bedoelt u eind {gezegd}?"
    return ""


def _dag(gezegd: str, vandaag: date) -> date | None:
    if gezegd in _WOORDEN:
        return vandaag + timedelta(days=_WOORDEN[gezegd])
    if (nummer := _weekdag(gezegd)) is not None:
        return _komende(nummer, vandaag)
    for patroon, lezer in _LEZERS:
        if raak := patroon.fullmatch(gezegd):
            return lezer(raak, vandaag)
    return None


def _weekdag(woord: str) -> int | None:
    """Het nummer van een weekdag: ma, maan, maandag; "maken" is er geen."""
    if len(woord) < _KORT:
        return None
    return next((nummer for nummer, dag in enumerate(DAGEN) if dag.startswith(woord)), None)


def _komende(nummer: int, vandaag: date) -> date:
    return vandaag + timedelta(days=(nummer - vandaag.weekday() - 1) % 7 + 1)


def _maandag(vandaag: date, weken: int) -> date:
    return vandaag - timedelta(days=vandaag.weekday()) + timedelta(weeks=weken)


def _cijfers(raak: re.Match[str], vandaag: date) -> date:
    return _nabij(int(raak[1]), int(raak[2]), raak[3], vandaag)


def _iso(raak: re.Match[str], _vandaag: date) -> date:
    return date(int(raak[1]), int(raak[2]), int(raak[3]))


def _benoemd(raak: re.Match[str], vandaag: date) -> date:
    return _nabij(int(raak[1]), _maand(raak[2]), raak[3], vandaag)


def _maand(woord: str) -> int:
    afgekort = "maa" if woord.startswith("mrt") else woord
    for nummer, maand in enumerate(MAANDEN, start=1):
        if maand.startswith(afgekort) or (woord == "sept" and maand == "september"):
            return nummer
    raise ValueError(woord)


def _over(raak: re.Match[str], vandaag: date) -> date:
    aantal = _GETALLEN.get(raak[1]) or int(raak[1])
    eenheid = raak[2]
    if eenheid.startswith("dag"):
        return vandaag + timedelta(days=aantal)
    if eenheid.startswith("we"):
        return vandaag + timedelta(weeks=aantal)
    return maanden_later(vandaag, aantal * (12 if eenheid == "jaar" else 1))


def _in_week(raak: re.Match[str], vandaag: date) -> date | None:
    """Vrijdag volgende week, volgende week vrijdag, deze week vrijdag."""
    nummer = _weekdag(raak["na"] or raak["voor"])
    if nummer is None:
        return None
    return _maandag(vandaag, int("volgende" in raak[0])) + timedelta(days=nummer)


def _eind_week(raak: re.Match[str], vandaag: date) -> date:
    return _maandag(vandaag, int(raak[1] == "volgende")) + timedelta(days=_VRIJDAG)


def _eind(raak: re.Match[str], vandaag: date) -> date | None:
    """Eind van de maand, eind volgende maand, eind december, eind van het jaar."""
    wat = raak[1].removeprefix("van ").removeprefix("de ").removeprefix("het ")
    if wat in ("jaar", "dit jaar"):
        return date(vandaag.year, 12, 31)
    if wat in ("maand", "deze maand", "volgende maand"):
        eerste = maanden_later(vandaag.replace(day=1), int("volgende" in wat))
    else:
        eerste = _nabij(1, _maand(wat), None, vandaag)
    return eerste.replace(day=monthrange(eerste.year, eerste.month)[1])


def _nabij(dag: int, maand: int, jaar: str | None, vandaag: date) -> date:
    if jaar:
        return date(int(jaar) + (_EEUW if len(jaar) == _KORT else 0), maand, dag)
    hier = date(vandaag.year, maand, dag)
    return date(vandaag.year + 1, maand, dag) if (vandaag - hier).days > _HALF else hier


_DAGNAAM = rf"(?:{'|'.join(rf'{dag[:2]}(?:{dag[2:]})?' for dag in DAGEN)})"
_AANTAL = rf"(\d{{1,3}}|{'|'.join(_GETALLEN)})"
_Lezer = Callable[[re.Match[str], date], date | None]
_LEZERS: tuple[tuple[re.Pattern[str], _Lezer], ...] = (
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"), _iso),
    (
        re.compile(rf"(?:{_DAGNAAM} )?" r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?"),
        _cijfers,
    ),
    (re.compile(rf"(?:over|binnen) {_AANTAL} (dag|dagen|week|weken|maand|maanden|jaar)"), _over),
    (re.compile(r"eind(?:e)? (?:van )?(deze|volgende|de) week"), _eind_week),
    (re.compile(r"(?P<voor>[a-z]+)? ?(?:volgende|deze) week ?(?P<na>[a-z]+)?"), _in_week),
    (re.compile(rf"(?:{_DAGNAAM} )?" r"(\d{1,2}) ?([a-z]{3,9})\.?(?: (\d{4}|\d{2}))?"), _benoemd),
    (re.compile(r"eind(?:e)? (.+)"), _eind),
)
