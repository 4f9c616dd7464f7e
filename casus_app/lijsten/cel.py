"""Wat er in één cel staat: nooit een formule, en terug precies zoals het was."""

import re
from datetime import date, datetime, timedelta

_NIET_LETTERLIJK = r"[\x00-\x09\x0b-\x1f\x7f\ufffe\uffff]|\A\n"
_BESTURING = re.compile(rf"_(?=x[0-9A-Fa-f]{{4}}(?:_|{_NIET_LETTERLIJK}))|{_NIET_LETTERLIJK}")
_TERUG = re.compile(r"_x((?!0000)00[01][0-9A-F]|005F|007F|FFFE|FFFF)_", re.IGNORECASE)

# Een formule kan ook midden in een tekst beginnen: na een teken dat een ander rekenblad voor het
# scheidingsteken houdt.
_PLEK = r"(?:\A|[,;|\n\"])[^\S\n]*+"
_FORMULE = r"(?=[=+\-@＝＋－＠−])"
_ONVEILIG = re.compile(rf"({_PLEK}'*+){_FORMULE}")
_VEILIG = re.compile(rf"({_PLEK}'*)'{_FORMULE}")


def veilig(tekst: str) -> str:
    """De tekst zoals hij in elk rekenblad tekst blijft (ASVS 1.2.10; OWASP CSV injection).

    Voor wat een formule zou worden komt een apostrof; een teken dat niet in XML past wordt
    `_x0007_`, zoals Excel dat zelf schrijft.
    """
    zonder = _BESTURING.sub(lambda gevonden: f"_x{ord(gevonden[0]):04X}_", tekst)
    return _ONVEILIG.sub(r"\1'", zonder)


def oorspronkelijk(cel: str) -> str:
    """De tekst die `veilig` kreeg; een tekst van een ander blijft zoals hij is.

    Behalve een apostrof voor een formule en `_x000D_`: die zetten ook anderen er zo in.
    """
    zonder = _VEILIG.sub(r"\1", cel)
    return _TERUG.sub(lambda gevonden: chr(int(gevonden[1], 16)), zonder)


_HELE_GETALLEN = 10**15
"""Tot hier is een getal van een rekenblad op de eenheid precies."""


def als_tekst(waarde: object) -> str:
    """Wat een rekenblad als tekst, getal, dag of ja/nee bewaart, als tekst."""
    match waarde:
        case None:
            tekst = ""
        case str():
            tekst = oorspronkelijk(waarde)
        case bool():
            tekst = "ja" if waarde else "nee"
        case datetime():
            tekst = waarde.date().isoformat()
        case float() if waarde.is_integer() and abs(waarde) < _HELE_GETALLEN:
            tekst = str(int(waarde))
        case _:
            tekst = str(waarde)
    return tekst


_MAANDEN = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()
_DAG_EERST = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2}|[a-z]+)\.?[-/. ]+(\d{4}|\d{2})")
_JAAR_EERST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIJD = re.compile(r"[ t]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?$")
_DAGNUMMER = re.compile(r"\d{5}")
_DAG_NUL = date(1899, 12, 30)
_DAGNUMMERS = range(36526, 73051)
"""De dagnummers van Excel voor 2000 tot 2100; een ander getal is geen dag maar een vergissing."""


def lees_dag(tekst: str) -> date | None:
    """De dag die hier staat, op een van de manieren waarop men hem in Nederland schrijft."""
    kaal = _TIJD.sub("", tekst.strip().lower())
    if _DAGNUMMER.fullmatch(kaal) and int(kaal) in _DAGNUMMERS:
        return _DAG_NUL + timedelta(days=int(kaal))
    try:
        if delen := _JAAR_EERST.fullmatch(kaal):
            return date(int(delen[1]), int(delen[2]), int(delen[3]))
        if delen := _DAG_EERST.fullmatch(kaal):
            jaar = int(delen[3]) + (2000 if len(delen[3]) == len("26") else 0)
            return date(jaar, _maand(delen[2]), int(delen[1]))
    except ValueError:
        pass
    return None


def schrijf_dag(dag: date) -> str:
    """De dag zoals hij op een scherm staat."""
    return f"{dag.day:02}-{dag.month:02}-{dag.year:04}"


def _maand(deel: str) -> int:
    return int(deel) if deel.isdecimal() else _MAANDEN.index(deel.replace("maa", "mrt")[:3]) + 1
