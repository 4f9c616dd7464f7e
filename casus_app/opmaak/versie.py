"""Welke versie van een papier dit is: een andere tekst is een nieuwe versie, een andere dag niet.

De vingerafdruk is die van het stuk zonder opdruk. Wie hetzelfde papier nog eens maakt, maakt
dezelfde versie; wie er iets anders op krijgt, vervangt wat de ontvanger al had, en dat staat erop.
"""

import hashlib
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from casus_app.domein.uitgifte import Uitgifte
from casus_app.opmaak.stuk import Alinea, Beveiligd, Opdruk, Stuk, Tekststuk, Uitgave
from casus_app.opmaak.woorden import dag
from casus_app.poorten import Opslag

_ZONDER = Opdruk(oefening=False, datum=date.min)


class Versie(NamedTuple):
    """Het nummer van deze versie, en wanneer de ontvanger kreeg wat zij vervangt."""

    nummer: int
    vervangt: date | None


def vingerafdruk(uitgave: Uitgave) -> str:
    """Gelijk voor dezelfde tekst, ongeacht de dag en het zegel in de voet."""
    if isinstance(uitgave, Beveiligd):
        return vingerafdruk(uitgave.stuk)
    if isinstance(uitgave, Tekststuk):
        return hashlib.sha256(uitgave.inhoud).hexdigest()
    if isinstance(uitgave, Stuk) and uitgave.inhoud:
        return uitgave.inhoud
    return hashlib.sha256(repr(replace(uitgave, opdruk=_ZONDER)).encode()).hexdigest()


def reeks(uitgave: Uitgave) -> str:
    """De naam waaronder de versies tellen: met en zonder wachtzin is het hetzelfde papier."""
    return uitgave.stuk.naam if isinstance(uitgave, Beveiligd) else uitgave.naam


def versie(opslag: Opslag, naam: str, inhoud: str) -> Versie:
    """Vergeleken met wat er het laatst onder deze naam is uitgegeven."""
    eerder = opslag.zoek(Uitgifte, naam=naam)
    if not eerder:
        return Versie(1, None)
    laatste = max(eerder, key=lambda uitgifte: (uitgifte.versie, uitgifte.op))
    if laatste.inhoud != inhoud:
        return Versie(laatste.versie + 1, laatste.op)
    daarvoor = [uitgifte for uitgifte in eerder if uitgifte.versie < laatste.versie]
    return Versie(laatste.versie, max((uitgifte.op for uitgifte in daarvoor), default=None))


def met_versie(opslag: Opslag, stuk: Stuk) -> Stuk:
    """Hetzelfde stuk, dat bovenaan zegt wat het vervangt."""
    inhoud = vingerafdruk(stuk)
    deze = versie(opslag, stuk.naam, inhoud)
    if deze.vervangt is None:
        return replace(stuk, inhoud=inhoud)
    zin = (
        f"Versie {deze.nummer}, vervangt die van {dag(deze.vervangt)}. Gebruik alleen deze en "
        "vernietig de vorige."
    )
    return replace(stuk, inhoud=inhoud, onderdelen=(Alinea(zin), *stuk.onderdelen))
