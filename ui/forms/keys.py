"""Short keys the program proposes, so that nobody has to think of one."""

import re
import unicodedata

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import BETROKKENE, Casus, Kringpersoon, Toestemming
from casus_app.domein.inbreng import Inbreng
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Overleg
from casus_app.domein.verzoek import Verzoek
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.domein.waarde import Waarde
from ui.session import Session

_MAKES: dict[str, tuple[type[Waarde], str]] = {
    "partij.registreren": (Partij, ""),
    "professional.registreren": (Professional, ""),
    "toestemming.vastleggen": (Toestemming, "t"),
    "inbreng.vastleggen": (Inbreng, "i"),
    "afspraak.maken": (Afspraak, "a"),
    "vraagkaart.stellen": (Vraagkaart, "vk"),
    "vraagkaart.beantwoorden": (Inbreng, "i"),
    "verzoek.registreren": (Verzoek, "v"),
}
_LONGEST = 40


def propose(session: Session, handeling: str, said: str = "", casus: str = "") -> str:
    """A key that is free. `said` is the text it follows: a name of a partij, a functie.

    `casus` is where it has to be free, for what belongs to one casus.

    Never the name of a person: keys appear in names of files.
    """
    if handeling in {"casus.aanmelden", "casus.aanmelden-zonder-naam"}:
        return _casus_code(session)
    if handeling == "overleg.plannen":
        return _free(session, Overleg, f"overleg-{said or session.vandaag().isoformat()}")
    if handeling == "kring.toevoegen":
        return _free_in(session, casus, slug(said) or "persoon") if said else ""
    soort, letter = _MAKES[handeling]
    if letter:
        return _counted(session, soort, letter)
    return _free(session, soort, slug(said)) if slug(said) else ""


def slug(text: str) -> str:
    """Small letters, digits and hyphens only.

    >>> slug("Coördinator nazorg (regio)")
    'coordinator-nazorg-regio'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:_LONGEST].strip("-")


def _casus_code(session: Session) -> str:
    year = f"{session.vandaag():%y}"
    number = 1
    while session.haal(Casus, f"K-{year}{number:02d}") is not None:
        number += 1
    return f"K-{year}{number:02d}"


def _counted(session: Session, soort: type[Waarde], letter: str) -> str:
    number = len(session.zoek(soort)) + 1
    while session.haal(soort, f"{letter}{number}") is not None:
        number += 1
    return f"{letter}{number}"


def _free(session: Session, soort: type[Waarde], wanted: str) -> str:
    key, number = wanted, 1
    while session.haal(soort, key) is not None:
        number += 1
        key = f"{wanted}-{number}"
    return key


def _free_in(session: Session, casus: str, wanted: str) -> str:
    taken = {persoon.id for persoon in session.zoek(Kringpersoon, casus=casus)} | {BETROKKENE}
    key, number = wanted, 1
    while key in taken:
        number += 1
        key = f"{wanted}-{number}"
    return key
