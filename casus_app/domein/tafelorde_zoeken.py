"""Lost de opgave van de tafelorde op: precies zolang dat kan, daarboven begrensd.

Tot en met `PRECIES_TOT` casussen gaat het over alle deelverzamelingen: welke casussen geweest zijn
bepaalt hoe laat het is en wie er zit, dus ook wat de volgende casus aan wachten kost. Dat zijn
n · 2^(n-1) stappen, hoe de opgave er ook uitziet. Daarboven wordt eerst door verschuiven een goede
orde gezocht, en daarna van twee kanten een betere of het bewijs dat die er niet is.

Deze module rekent met numpy en wordt daarom pas geladen als er iets te ordenen valt.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, combinations
from math import inf
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from casus_app.domein.tafelorde_bord import GROOTSTE_AANTAL, maak_bord
from casus_app.domein.tafelorde_twee_kanten import GELIJK, VROEG, zoek

if TYPE_CHECKING:
    from collections.abc import Callable

    from casus_app.domein.tafelorde_bord import Getallen, Nummers, Rekenbord
    from casus_app.domein.tafelorde_opgave import Opgave

Verzamelingen = npt.NDArray[np.uint32]

PRECIES_TOT = 22
"""Bij 22 casussen is het gemeten 0,6 s en 110 MB, en elke casus meer verdubbelt beide."""
VOORPROEF = 10
"""Eerst met dit deel van de stappen: een betere bovengrens laat daarna minder over."""
CELLEN = 2**18
SCHUDDEN = 20
"""Gemeten: meer schudden vindt bij 30 casussen niets beters dan het zoeken daarna."""
SPRONG = 7919
"""Een priemgetal, zodat de sneden bij het schudden over de hele orde verspreid liggen."""
BEREIK = 64
"""Zo ver schuift een casus hooguit: boven dit aantal groeit het werk per ronde dan minder hard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """De gevonden orde, en of bewezen is dat er geen betere is; zonder orde: dat er geen is."""

    volgorde: tuple[int, ...] | None
    bewezen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beste:
    volgorde: tuple[int, ...] | None = None
    kosten: float = inf


def los_op(opgave: Opgave, stappen: int) -> Uitkomst:
    """De orde met de minste kosten, of de beste die binnen zoveel stappen gevonden wordt."""
    if _kan_precies(opgave, stappen):
        return Uitkomst(volgorde=_over_deelverzamelingen(opgave), bewezen=True)
    agenda = tuple(range(opgave.aantal))
    if not opgave.vrij:
        return _zoek_begrensd(opgave, stappen)
    volgorde: list[int] = []
    bewezen = True
    delen = opgave.onderdelen()
    for blokken in delen:
        deel = opgave.deel(blokken)
        if _kan_precies(deel, stappen):
            orde = _over_deelverzamelingen(deel)
        else:
            uitkomst = _zoek_begrensd(deel, stappen // len(delen))
            orde, bewezen = uitkomst.volgorde, bewezen and uitkomst.bewezen
        orde = orde or tuple(range(len(blokken)))
        volgorde += chain.from_iterable(blokken[nummer] for nummer in orde)
    bord = maak_bord(opgave)
    _, kosten = _weeg(bord, np.array([agenda, volgorde]))
    gekozen = agenda if kosten[0] <= kosten[1] else tuple(volgorde)
    return Uitkomst(volgorde=gekozen, bewezen=bewezen)


def past(opgave: Opgave, stappen: int) -> bool | None:
    """Of er een orde is die aan vensters en vaste plekken voldoet; `None` als dat open bleef."""
    los = opgave.zonder_kosten()
    bord = maak_bord(los)
    if los.aantal <= GROOTSTE_AANTAL:
        vondst = zoek(bord, boven=inf, stappen=stappen // VOORPROEF)
        if vondst.volgorde is not None or vondst.bewezen_tot == inf:
            return vondst.volgorde is not None
    if los.aantal <= PRECIES_TOT:
        return _over_deelverzamelingen(los) is not None
    uitkomst = _zoek_begrensd(los, stappen)
    return None if uitkomst.volgorde is None and not uitkomst.bewezen else bool(uitkomst.volgorde)


def _kan_precies(opgave: Opgave, stappen: int) -> bool:
    aantal = opgave.aantal
    return aantal <= PRECIES_TOT and aantal * 2**aantal // 2 <= stappen


def _zoek_begrensd(opgave: Opgave, stappen: int) -> Uitkomst:
    bord = maak_bord(opgave)
    schuiver = _Schuiver.van(opgave, bord)
    beste = schuiver.schuif(_Beste(), stappen)
    if beste.kosten == 0 or opgave.aantal > GROOTSTE_AANTAL:
        return Uitkomst(volgorde=beste.volgorde, bewezen=beste.kosten == 0)
    bewezen_tot = -inf
    for deel in (stappen // VOORPROEF, stappen):
        verdeling = VROEG if 2 * bewezen_tot > beste.kosten else GELIJK
        vondst = zoek(bord, boven=beste.kosten, stappen=deel, verdeling=verdeling)
        bewezen_tot = max(bewezen_tot, vondst.bewezen_tot)
        if vondst.volgorde is not None:
            kosten = _weeg(bord, np.array([vondst.volgorde]))[1]
            beste = schuiver.schud(
                _Beste(volgorde=vondst.volgorde, kosten=float(kosten[0])), stappen
            )
        if beste.kosten <= bewezen_tot:
            break
    return Uitkomst(volgorde=beste.volgorde, bewezen=beste.kosten <= bewezen_tot)


def _over_deelverzamelingen(opgave: Opgave) -> tuple[int, ...] | None:
    """De beste orde, en daarvan die het dichtst bij de agenda blijft; `None` als er geen is.

    `nog[S]` is wat het minstens nog kost als de casussen van S geweest zijn, van vol naar leeg
    uitgerekend. Daarna wordt van voren af telkens de laagste casus genomen die dat waarmaakt.
    """
    aantal, rijen = opgave.aantal, maak_bord(opgave).rijen_tegelijk
    bits = np.uint32(1) << np.arange(aantal, dtype=np.uint32)
    kosten = _kosten_per_stap(opgave, bits)
    grootte = np.bitwise_count(np.arange(2**aantal, dtype=np.uint32))
    op_grootte = np.argsort(grootte, kind="stable").astype(np.uint32)
    grenzen = np.searchsorted(grootte[op_grootte], np.arange(aantal + 1))
    nog = np.full(2**aantal, inf)
    nog[-1] = 0
    for plek in range(aantal - 1, -1, -1):
        laag = op_grootte[grenzen[plek] : grenzen[plek + 1]]
        laag = _met_vaste_plekken(opgave, laag, plek)
        for begin in range(0, len(laag), rijen):
            deel = laag[begin : begin + rijen]
            nog[deel] = (kosten(deel) + nog[deel[:, None] | bits]).min(axis=1)
    if nog[0] == inf:
        return None
    volgorde: list[int] = []
    geweest = np.zeros(1, dtype=np.uint32)
    for _ in range(aantal):
        verder = kosten(geweest) + nog[geweest[:, None] | bits]
        verder[geweest[:, None] & bits != 0] = inf
        volgorde.append(int(verder.argmin()))
        geweest |= bits[volgorde[-1]]
    return tuple(volgorde)


def _kosten_per_stap(opgave: Opgave, bits: Verzamelingen) -> Callable[[Verzamelingen], Getallen]:
    """De kosten van elke casus direct na elke verzameling; oneindig buiten zijn venster.

    Wie in S nodig was en daarbuiten ook nog, zit over de volgende casus; is die niet voor hem, dan
    wacht hij zolang die duurt.
    """
    bord = maak_bord(opgave)
    groepen = np.array([casussen for casussen, _ in opgave.groepen], dtype=np.uint32)
    wachten = bord.niet_lid * bord.gewicht[:, None] * bord.minuten

    def kosten(geweest: Verzamelingen) -> Getallen:
        al = geweest[:, None] & groepen
        zit = (al != 0) & (al != groepen)
        uit: Getallen = zit.astype(np.float64) @ wachten
        if not bord.vrij:
            al_geweest = geweest[:, None] & bits != 0
            rust = bord.rust[np.minimum(al_geweest.sum(axis=1), bord.aantal - 1)]
            begin = (al_geweest @ bord.minuten + rust)[:, None]
            uit[(begin < bord.vanaf) | (begin + bord.minuten > bord.tot)] = inf
        return uit

    return kosten


def _met_vaste_plekken(opgave: Opgave, laag: Verzamelingen, plek: int) -> Verzamelingen:
    """Alleen de verzamelingen waarin precies de vaste casussen van vóór deze plek zitten."""
    vast = {casus: vaste for casus, vaste in enumerate(opgave.plek) if vaste is not None}
    alle = np.uint32(sum(1 << casus for casus in vast))
    geweest = np.uint32(sum(1 << casus for casus, vaste in vast.items() if vaste < plek))
    return laag[laag & alle == geweest] if vast else laag


@dataclass(frozen=True, slots=True, kw_only=True)
class _Schuiver:
    """Verbetert een orde door te schuiven met wat niet vast staat."""

    bord: Rekenbord
    begin: Nummers
    """De agenda met de vaste casussen op hun plek."""
    vrij: list[int]
    """De plekken die niet vast staan."""
    zetten: Nummers

    @classmethod
    def van(cls, opgave: Opgave, bord: Rekenbord) -> _Schuiver:
        vast = {plek: casus for casus, plek in enumerate(opgave.plek) if plek is not None}
        vrij = [plek for plek in range(opgave.aantal) if plek not in vast]
        los = [casus for casus, plek in enumerate(opgave.plek) if plek is None]
        begin = np.zeros(opgave.aantal, dtype=np.intp)
        begin[vrij], begin[list(vast)] = los, list(vast.values())
        return cls(bord=bord, begin=begin, vrij=vrij, zetten=_zetten(len(vrij)))

    def schuif(self, beste: _Beste, stappen: int) -> _Beste:
        """Vanaf de agenda en vanaf de vensters, en daarna telkens vanaf het beste, geschud."""
        beste = self._verbeter(self.begin[self.vrij], beste, stappen)
        if not self.bord.vrij:
            midden = (self.bord.vanaf + self.bord.tot)[self.begin[self.vrij]]
            op_venster = self.begin[self.vrij][np.argsort(midden, kind="stable")]
            beste = self._verbeter(op_venster, beste, stappen)
        return self.schud(beste, stappen)

    def schud(self, beste: _Beste, stappen: int) -> _Beste:
        """Ruilt twee stukken van de beste orde en verbetert wat daar uitkomt."""
        sneden = list(combinations(range(1, len(self.vrij)), 3))
        for keer in range(SCHUDDEN if sneden else 0):
            if beste.volgorde is None or not beste.kosten:
                break
            een, twee, drie = sneden[keer * SPRONG % len(sneden)]
            los = np.array(beste.volgorde)[self.vrij]
            geschud = np.concatenate([los[:een], los[twee:drie], los[een:twee], los[drie:]])
            beste = self._verbeter(geschud, beste, stappen // SCHUDDEN)
        return beste

    def _verbeter(self, los: Nummers, beste: _Beste, stappen: int) -> _Beste:
        """Doet de zet die het meest scheelt zolang er een helpt; de vensters gaan voor."""
        gekozen = -1
        while gekozen and stappen > 0:
            overtreding, kosten = self._weeg_zetten(los)
            gekozen = int(np.lexsort((kosten, overtreding))[0])
            los = los[self.zetten[gekozen]]
            stappen -= self.zetten.size * max(1, self.bord.gewicht.size)
            if not overtreding[gekozen] and kosten[gekozen] < beste.kosten:
                orde = self.begin.copy()
                orde[self.vrij] = los
                beste = _Beste(volgorde=tuple(orde.tolist()), kosten=float(kosten[gekozen]))
        return beste

    def _weeg_zetten(self, los: Nummers) -> tuple[Getallen, Getallen]:
        gewogen = []
        stuk = max(1, CELLEN // len(self.begin))
        for begin in range(0, len(self.zetten), stuk):
            zetten = self.zetten[begin : begin + stuk]
            orden = np.repeat(self.begin[None], len(zetten), axis=0)
            orden[:, self.vrij] = los[zetten]
            gewogen.append(_weeg(self.bord, orden))
        return (
            np.concatenate([overtreding for overtreding, _ in gewogen]),
            np.concatenate([kosten for _, kosten in gewogen]),
        )


def _zetten(aantal: int) -> Nummers:
    """Verplaatsingen van een tot drie casussen, ruilen en omkeringen; de eerste doet niets."""
    gewoon = list(range(aantal))
    zetten = [gewoon]
    for van in gewoon:
        for lengte in range(1, min(3, aantal - van) + 1):
            blok, rest = gewoon[van : van + lengte], gewoon[:van] + gewoon[van + lengte :]
            doelen = range(max(0, van - BEREIK), min(len(rest), van + BEREIK) + 1)
            zetten += [[*rest[:naar], *blok, *rest[naar:]] for naar in doelen]
        for naar in range(van + 1, min(aantal, van + BEREIK)):
            voor, midden, na = gewoon[:van], gewoon[van + 1 : naar], gewoon[naar + 1 :]
            zetten.append([*voor, naar, *midden, van, *na])
            zetten.append([*voor, naar, *midden[::-1], van, *na])
    return np.array(zetten, dtype=np.intp).reshape(len(zetten), aantal)


def _weeg(bord: Rekenbord, orden: Nummers) -> tuple[Getallen, Getallen]:
    """Per orde hoeveel minuten er buiten de vensters vallen, en wat het wachten kost."""
    eind = np.empty(orden.shape)
    np.put_along_axis(eind, orden, bord.minuten[orden].cumsum(axis=1), axis=1)
    begin = eind - bord.minuten
    rust = np.empty(orden.shape)
    np.put_along_axis(rust, orden, np.broadcast_to(bord.rust, orden.shape), axis=1)
    te_vroeg, te_laat = bord.vanaf - begin - rust, eind + rust - bord.tot
    overtreding = np.maximum(0, te_vroeg) + np.maximum(0, te_laat)
    kosten = np.zeros(len(orden))
    for lid, gewicht in zip(bord.lid.T != 0, bord.gewicht, strict=True):
        aan_tafel = eind[:, lid].max(axis=1) - begin[:, lid].min(axis=1)
        kosten += gewicht * (aan_tafel - bord.minuten[lid].sum())
    return overtreding.sum(axis=1), kosten
