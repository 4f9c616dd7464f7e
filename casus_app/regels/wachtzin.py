"""Of een wachtzin sterk genoeg is voor een echte kluis, in één zin die zegt wat te doen.

Geen eisen aan de samenstelling (NIST SP 800-63B 5.1.1.2): lang genoeg, en niet te raden. Wat er
geraden moet worden schat zxcvbn, met onze eigen Nederlandse woorden en wat iemand die dit huis
kent het eerst probeert. Vijf gewone woorden zijn genoeg.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from math import log10

from casus_app.opmaak.wachtzin import lijst

TEKENS_MINSTENS = 15
WOORDEN_MINSTENS = 5
LETTERS_PER_WOORD = 3
GERADEN_MINSTENS = 14
"""Zoveel nullen heeft het aantal keren raden. Elke keer kost Argon2id ongeveer een seconde: met
tienduizend computers tegelijk duurt het dan driehonderd jaar."""

CONTEXT = (
    "casus casusoverleg overleg zorghuis veiligheidshuis zorg veiligheid kluis wachtzin "
    "wachtwoord gemeente coordinator voorzitter secretaris beheerder fg welkom geheim"
).split()
"""Waar iemand die dit huis kent het eerst aan denkt."""

GOED = "Deze wachtzin is sterk genoeg."
_ADVIES = "Kies vijf gewone woorden die niets met elkaar te maken hebben."
_BEKEKEN = 128
"""Wat verder komt maakt een wachtzin alleen sterker, en het schatten duur."""


@dataclass(frozen=True, slots=True)
class Oordeel:
    """Of het goed is, en anders wat te doen."""

    goed: bool
    zin: str


def oordeel(wachtzin: str, naam: str = "") -> Oordeel:
    """Of deze wachtzin genoeg is voor iemand die in de kluis zo heet."""
    zin = unicodedata.normalize("NFC", wachtzin)
    if not zin.strip():
        return Oordeel(goed=False, zin=f"Er staat nog geen wachtzin. {_ADVIES}")
    woorden = [deel for deel in re.split(r"[\W_]+", zin) if len(deel) >= LETTERS_PER_WOORD]
    if len(zin) < TEKENS_MINSTENS and len(woorden) < WOORDEN_MINSTENS:
        return Oordeel(goed=False, zin=f"Deze wachtzin is te kort. {_ADVIES}")
    if _nullen(zin, naam) < GERADEN_MINSTENS:
        return Oordeel(goed=False, zin=f"Deze wachtzin is te raden. {_ADVIES}")
    return Oordeel(goed=True, zin=GOED)


def _nullen(zin: str, naam: str) -> float:
    """Hoeveel nullen het aantal keren raden heeft, voor wie onze woorden kent.

    Een woord van onze lijst is er een van zoveel; de rest schat zxcvbn, zonder spaties ertussen.
    """
    from zxcvbn import zxcvbn  # noqa: PLC0415 (een tiende seconde, alleen voor wie kiest)

    delen = [deel for deel in re.split(r"[\W_]+", _plat(zin)) if deel]
    voor_de_hand = {*CONTEXT, *re.split(r"\W+", _plat(naam))}
    onze = {deel for deel in delen if deel in _woorden() and deel not in voor_de_hand}
    rest = "".join(deel for deel in delen if deel not in onze)[:_BEKEKEN]
    geraden = len(onze) * log10(len(_woorden()))
    if rest:
        bekend = [deel for deel in voor_de_hand if deel]
        geraden += float(zxcvbn(rest, user_inputs=bekend, max_length=_BEKEKEN)["guesses_log10"])
    return geraden


@cache
def _woorden() -> frozenset[str]:
    return frozenset(lijst())


def _plat(tekst: str) -> str:
    """Zonder accenten en in kleine letters: dat probeert ieder die raadt."""
    los = unicodedata.normalize("NFD", tekst.casefold())
    return "".join(teken for teken in los if not unicodedata.combining(teken))
