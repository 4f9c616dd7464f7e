"""De controle van een papier vóór uitvoer: alles van de kijker, en elke hoofdletter."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache

import resources
from casus_app.catalogus import Catalogus
from casus_app.hulp.detector import Kijker
from casus_app.hulp.namen import begint_zin
from casus_app.hulp.vondst import Soort, Vondst, op_volgorde

_GROOT = re.compile(r"[^\W\d_a-zà-ÿ]\w*(?:[-'’]\w+)*(?: (?:van|de|der|den|ten|ter|el|al)\b)*")
_REEKS = re.compile(rf"{_GROOT.pattern}(?: {_GROOT.pattern})*")
_INVULLEN = re.compile(r"\[[^\[\]\n]{2,80}\?\]")
_DELEN = re.compile(r"[^\W\d_]+")


class Uitvoercheck:
    """Kijkt een tekst na die het huis uit gaat; hij houdt niets tegen, hij zegt waar te kijken.

    `bekend` is wat op dit papier mag staan: de ontvanger, de partijen, de functies.
    """

    def __init__(self, kijker: Kijker, catalogus: Catalogus, bekend: Iterable[str] = ()) -> None:
        self._kijker = kijker
        self._teksten = tuple(tekst.casefold() for tekst in bekend if tekst)
        self._woorden = (
            _uit_de_lijst()
            | _woorden(regel.naam for regel in catalogus.soorten.values())
            | _woorden(self._teksten)
        )

    def kijk(self, tekst: str) -> tuple[Vondst, ...]:
        """Alle vondsten van voor naar achter; wat mag staan wordt niet genoemd."""
        vondsten = [
            vondst
            for vondst in self._kijker.kijk(tekst)
            if tekst[vondst.start : vondst.einde].casefold() not in self._teksten
        ]
        for raak in _INVULLEN.finditer(tekst):
            zin = "Hier staat nog een vraag; vul haar in of haal haar weg."
            vondsten.append(Vondst(raak.start(), raak.end(), Soort.INVULLEN, zin))
        for raak in _REEKS.finditer(tekst):
            zinsbegin = begint_zin(tekst, raak.start())
            woorden = _DELEN.findall(raak[0])
            vreemd = [
                woord
                for woord in woorden[1 if zinsbegin else 0 :]
                if woord[0].isupper() and woord.casefold() not in self._woorden
            ]
            if vreemd:
                zin = "Een hoofdletter midden in de zin: is dit een naam?"
                vondsten.append(Vondst(raak.start(), raak.end(), Soort.HOOFDLETTER, zin))
        return op_volgorde(vondsten)


@cache
def _uit_de_lijst() -> frozenset[str]:
    lijst = tomllib.loads(resources.tekst("hulp/hoofdletters.toml"))
    return _woorden(lijst["woorden"].values())


def _woorden(teksten: Iterable[str]) -> frozenset[str]:
    return frozenset(woord for tekst in teksten for woord in _DELEN.findall(tekst.casefold()))
