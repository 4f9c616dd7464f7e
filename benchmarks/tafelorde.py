"""Meet hoe lang het ordenen van de tafel duurt, naast een kale gang van numpy over evenveel paren.

De vloer is één vermenigvuldiging en één optelling per paar van een verzameling casussen en de
casus die erop volgt: n · 2^(n-1) stuks. Minder kan een precies antwoord op deze manier niet doen.
"""

from __future__ import annotations

import random
import time
import tracemalloc

import numpy as np

from casus_app.domein.tafelorde import Tafelorde, Tafelpunt, orden

AANTALLEN = (10, 15, 19, 20)
ZONDER_VLOER = 30
"""Boven 22 casussen wordt er gezocht, en hangt de tijd van de agenda af."""
MENSEN = 8
DICHTHEID = 0.4
HERHALINGEN = 5
LANG_GENOEG = 2.0
"""Seconden: wat langer duurt, hoeft niet vijf keer."""
BEGIN = 9 * 60


def meet() -> list[str]:
    """Per agenda één regel: de kortste tijd, de vloer, hun verhouding en het piekgeheugen."""
    regels = []
    for aantal in (*AANTALLEN, ZONDER_VLOER):
        agenda = _agenda(aantal)
        duur, orde = _kortste(agenda)
        vloer = _vloer(aantal) if aantal in AANTALLEN else None
        regels.append(
            f"{aantal} casussen × {MENSEN} mensen: {duur * 1000:7.1f} ms"
            + (f" · vloer {vloer * 1000:6.2f} ms · × {duur / vloer:5.1f}" if vloer else "")
            + f" · piek {_piek(agenda):5.1f} MB · wachttijd {orde.wachttijd}"
            + (" · bewezen" if orde.optimaal else " · niet bewezen")
        )
    return regels


def _agenda(aantal: int) -> list[Tafelpunt]:
    worp = random.Random(aantal)  # noqa: S311 - elke keer dezelfde agenda
    return [
        Tafelpunt(
            casus=f"k{nummer}",
            minuten=worp.choice([15, 20, 25, 30]),
            professionals=frozenset(
                f"p{wie}" for wie in range(MENSEN) if worp.random() < DICHTHEID
            ),
        )
        for nummer in range(aantal)
    ]


def _kortste(agenda: list[Tafelpunt]) -> tuple[float, Tafelorde]:
    duren: list[float] = []
    orde = orden(agenda, begin=BEGIN)
    while len(duren) < HERHALINGEN and sum(duren) < LANG_GENOEG:
        begin = time.perf_counter()
        orde = orden(agenda, begin=BEGIN)
        duren.append(time.perf_counter() - begin)
    return min(duren), orde


def _vloer(aantal: int) -> float:
    """Evenveel vermenigvuldigen en optellen als er paren zijn, in stukken voor in de cache."""
    stuk = min(2 ** (aantal - 1), 2**15)
    kosten, gewicht, uit = np.ones(stuk), np.ones(stuk), np.empty(stuk)
    duren = []
    for _ in range(HERHALINGEN):
        begin = time.perf_counter()
        for _ in range(aantal * 2 ** (aantal - 1) // stuk):
            np.multiply(kosten, gewicht, out=uit)
            np.add(uit, kosten, out=uit)
        duren.append(time.perf_counter() - begin)
    return min(duren)


def _piek(agenda: list[Tafelpunt]) -> float:
    tracemalloc.start()
    orden(agenda, begin=BEGIN)
    _, piek = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return piek / 1e6


if __name__ == "__main__":
    print(*meet(), sep="\n")
