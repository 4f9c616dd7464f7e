"""Of een wachtzin sterk genoeg is voor een echte kluis, in één zin die zegt wat te doen.

Geen eisen aan de samenstelling (NIST SP 800-63B 5.1.1.2): lang genoeg, niet te raden, en niet van
woorden die bij dit werk horen. Wat er wel kan is vijf gewone woorden.
"""

import re
import unicodedata
from dataclasses import dataclass

TEKENS_MINSTENS = 15
WOORDEN_MINSTENS = 5
LETTERS_PER_WOORD = 3

CONTEXT = frozenset(
    "casus casusoverleg overleg zorghuis veiligheidshuis zorg veiligheid kluis "
    "wachtzin wachtwoord gemeente coordinator voorzitter secretaris beheerder "
    "welkom geheim".split()
)
"""Waar iemand die dit huis kent het eerst aan denkt; zulke woorden tellen niet mee."""

GOED = "Deze wachtzin is sterk genoeg."
_ADVIES = "Kies vijf gewone woorden die niets met elkaar te maken hebben."


@dataclass(frozen=True, slots=True)
class Oordeel:
    """Of het goed is, en anders wat te doen."""

    goed: bool
    zin: str


def oordeel(wachtzin: str, naam: str = "") -> Oordeel:
    """Of deze wachtzin genoeg is voor iemand die in de kluis zo heet."""
    zin = unicodedata.normalize("NFC", wachtzin)
    if not zin.strip():
        return Oordeel(False, f"Er staat nog geen wachtzin. {_ADVIES}")
    woorden = [deel for deel in re.split(r"[\W_]+", zin) if len(deel) >= LETTERS_PER_WOORD]
    if len(zin) < TEKENS_MINSTENS and len(woorden) < WOORDEN_MINSTENS:
        return Oordeel(False, f"Deze wachtzin is te kort. {_ADVIES}")
    eigen = _eigen(zin, naam)
    if len(eigen) < TEKENS_MINSTENS // 2:
        return Oordeel(
            False, f"Hier staan vooral woorden in die bij dit werk of bij u horen. {_ADVIES}"
        )
    if len(set(eigen)) < LETTERS_PER_WOORD * 2:
        return Oordeel(False, f"Hier staat steeds hetzelfde. {_ADVIES}")
    return Oordeel(True, GOED)


def _eigen(zin: str, naam: str) -> str:
    """Wat er overblijft zonder de woorden die voor de hand liggen, in kleine letters."""
    kaal = _plat(zin)
    bekend = CONTEXT | {deel for deel in re.split(r"\W+", _plat(naam)) if len(deel) > 1}
    for woord in sorted(bekend, key=len, reverse=True):
        kaal = kaal.replace(woord, " ")
    return re.sub(r"[\W_]+", "", kaal)


def _plat(tekst: str) -> str:
    """Zonder accenten en in kleine letters."""
    los = unicodedata.normalize("NFD", tekst.casefold())
    return "".join(teken for teken in los if not unicodedata.combining(teken))
