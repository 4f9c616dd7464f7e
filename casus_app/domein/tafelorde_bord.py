"""De opgave van de tafelorde als tabellen van numpy, en wie waar zit bij een half gebouwde orde.

Deze module rekent met numpy en wordt daarom pas geladen als er iets te ordenen valt.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from casus_app.domein.tafelorde_opgave import Opgave

Getallen = npt.NDArray[np.float64]
Kort = npt.NDArray[np.float32]
Waar = npt.NDArray[np.bool_]
Bits = npt.NDArray[np.uint64]
Nummers = npt.NDArray[np.intp]

GROOTSTE_AANTAL = 64
"""Zoveel casussen passen er als bits in één getal; daarboven zijn er geen verzamelingen."""

CELLEN = 2**18
"""Groter verdeelt numpy een matrixproduct over de kernen; dat wachten op elkaar is gemeten vijf
keer trager zodra een ander programma ook een kern gebruikt, en levert anders niets op.
"""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rekenbord:
    """De opgave als tabellen van numpy; casussen zijn kolommen."""

    aantal: int
    minuten: Getallen
    lid: Getallen
    """Casus bij groep: 1 als de groep er nodig is."""
    niet_lid: Getallen
    """Groep bij casus: 1 als de groep er niet nodig is."""
    gewicht: Getallen
    vanaf: Getallen
    tot: Getallen
    mag: Waar
    """Plek bij casus: of de vaste plekken deze casus hier toelaten."""
    voor: Bits
    """Per casus de inwisselbare casussen met een lager nummer: die gaan voor."""
    na: Bits
    korrel: float
    """Alle kosten zijn een veelvoud hiervan."""
    vrij: bool
    rust: Getallen
    """Plek: hoeveel minuten pauze er dan samen al geweest is."""

    @property
    def bits(self) -> Bits:
        return np.uint64(1) << np.arange(self.aantal, dtype=np.uint64)

    @property
    def stappen_per_orde(self) -> int:
        return self.aantal * max(1, self.gewicht.size)

    @property
    def rijen_tegelijk(self) -> int:
        return max(1, CELLEN // (self.aantal * (1 + self.gewicht.size)))

    def bevat(self, verzameling: Bits) -> Waar:
        """Verzameling bij casus: of hij erin zit."""
        uit: Waar = (verzameling[:, None] & self.bits) != 0
        return uit

    def stand(self, links: Bits, rechts: Bits) -> Stand:
        vooraan, achteraan = self.bevat(links), self.bevat(rechts)
        nog = ~(vooraan | achteraan)
        lid = self.lid.astype(np.float32)
        return Stand(
            open=nog,
            links=vooraan.astype(np.float32) @ lid > 0,
            rechts=achteraan.astype(np.float32) @ lid > 0,
            rest=nog.astype(np.float32) @ lid > 0,
        )

    def klok(self, links: Bits, rechts: Bits) -> tuple[Getallen, Getallen]:
        """Wanneer het open deel begint en eindigt, in minuten sinds het begin, zonder pauzes."""
        begin: Getallen = self.bevat(links) @ self.minuten
        na: Getallen = self.bevat(rechts) @ self.minuten
        return begin, self.minuten.sum() - na


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stand:
    """Per halve orde: wat nog open is, en wie links, rechts en in het open deel nodig is."""

    open: Waar
    links: Waar
    rechts: Waar
    rest: Waar

    def kies(self, rijen: Nummers) -> Stand:
        return Stand(
            open=self.open[rijen],
            links=self.links[rijen],
            rechts=self.rechts[rijen],
            rest=self.rest[rijen],
        )


def maak_bord(opgave: Opgave) -> Rekenbord:
    aantal = opgave.aantal
    lid = np.array(
        [[bits >> casus & 1 for bits, _ in opgave.groepen] for casus in range(aantal)],
        dtype=np.float64,
    ).reshape(aantal, len(opgave.groepen))
    mag = np.ones((aantal, aantal), dtype=np.bool_)
    for casus, plek in enumerate(opgave.plek):
        if plek is not None:
            mag[plek], mag[:, casus], mag[plek, casus] = False, False, True
    voor, na = _inwisselbaar(opgave) if aantal <= GROOTSTE_AANTAL else ([0], [0])
    return Rekenbord(
        aantal=aantal,
        minuten=np.array(opgave.minuten, dtype=np.float64),
        lid=lid,
        niet_lid=np.ascontiguousarray(1 - lid.T),
        gewicht=np.array([gewicht for _, gewicht in opgave.groepen], dtype=np.float64),
        vanaf=np.array(opgave.vanaf, dtype=np.float64),
        tot=np.array(opgave.tot, dtype=np.float64),
        mag=mag,
        voor=np.array(voor, dtype=np.uint64),
        na=np.array(na, dtype=np.uint64),
        korrel=float(gcd(*opgave.minuten) * gcd(*(gewicht for _, gewicht in opgave.groepen)) or 1),
        vrij=opgave.vrij,
        rust=np.array(opgave.rust or (0,) * aantal, dtype=np.float64),
    )


def _inwisselbaar(opgave: Opgave) -> tuple[list[int], list[int]]:
    """Per casus de inwisselbare casussen met een lager en met een hoger nummer, als bits."""
    soorten: dict[object, list[int]] = {}
    for casus, plek in enumerate(opgave.plek):
        wie = tuple(bits >> casus & 1 for bits, _ in opgave.groepen)
        venster = (opgave.vanaf[casus], opgave.tot[casus])
        soort = (wie, opgave.minuten[casus], venster) if plek is None else casus
        soorten.setdefault(soort, []).append(casus)
    voor, na = [0] * opgave.aantal, [0] * opgave.aantal
    for leden in soorten.values():
        for casus in leden:
            voor[casus] = sum(1 << ander for ander in leden if ander < casus)
            na[casus] = sum(1 << ander for ander in leden if ander > casus)
    return voor, na
