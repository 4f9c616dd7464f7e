"""Bouwt de tafelorde van twee kanten, om en om vooraan en achteraan, en bewijst wat afvalt.

De aanpak is die van Garcia de la Banda, Stuckey en Chu (*Solving Talent Scheduling with Dynamic
Programming*, INFORMS Journal on Computing 2011). Wie aan beide kanten al nodig was, zit over alles
wat nog komt: dat maakt de ondergrens vroeg scherp. Een half gebouwde orde valt af als haar kosten
met de ondergrens voor de rest het beste bekende niet verbeteren. Blijven er te veel over, dan gaan
alleen de kansrijkste door, en reikt het bewijs tot de laagste ondergrens die daarbij afviel.

Deze module rekent met numpy en wordt daarom pas geladen als er iets te ordenen valt.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casus_app.domein.tafelorde_bord import (
        Bits,
        Getallen,
        Kort,
        Nummers,
        Rekenbord,
        Stand,
        Waar,
    )

MEESTE_KINDEREN = 800_000
"""Zoveel halve orden staan er hooguit tegelijk in het geheugen: gemeten 60 MB in totaal."""
SMALST = 16
GELIJK = inf
"""Verdeling van de stappen over de lagen: dit vindt de beste orde als een bewijs te ver is."""
VROEG = 1.3
"""Verdeling: elke laag drie kwart van wat over is, want een bewijs staat of valt met de eerste.

Gemeten op zeven agenda's van 24 tot 30 casussen: vijf bewezen, met een gelijk deel voor elke laag
één.
"""
RONDEN = 3
"""Meer ronden maken de ondergrens nauwelijks scherper en elke halve orde duurder."""
IN_DE_CACHE = 8
"""Voor de ondergrens zoveel keer minder rijen tegelijk: gemeten een derde sneller."""
AFRONDING = 1e-5
"""De ondergrens wordt in enkele precisie geteld; dit deel van wat er te verdelen is gaat eraf.

Dat is meer dan een float32 over zoveel optellingen kan afwijken.
"""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Laag:
    """Halve orden met evenveel geplaatste casussen; `ouder` is de rij in de vorige laag."""

    links: Bits
    rechts: Bits
    kosten: Getallen
    ouder: Nummers
    casus: Nummers

    def __len__(self) -> int:
        return len(self.kosten)

    def kies(self, rijen: Nummers | Waar) -> Laag:
        return Laag(
            links=self.links[rijen],
            rechts=self.rechts[rijen],
            kosten=self.kosten[rijen],
            ouder=self.ouder[rijen],
            casus=self.casus[rijen],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Vondst:
    """`volgorde` is beter dan wat bekend was, of `None`; onder `bewezen_tot` kost er geen."""

    volgorde: tuple[int, ...] | None
    bewezen_tot: float


def zoek(bord: Rekenbord, *, boven: float, stappen: int, verdeling: float = VROEG) -> Vondst:
    """Zoekt een orde die minder kost dan `boven`.

    Een stap is een casus maal een groep die voor een ondergrens bekeken wordt; `stappen` en
    `verdeling` bepalen hoeveel halve orden per laag door mogen, en zo hoe lang het hooguit duurt.
    """
    leeg = np.zeros(1, dtype=np.uint64)
    nul = np.zeros(1, dtype=np.int64)
    laag = Laag(links=leeg, rechts=leeg, kosten=np.zeros(1), ouder=nul, casus=nul)
    lagen: list[Laag] = []
    afgevallen = inf
    for beurt in range(bord.aantal):
        laag = _zonder_dubbele(bord, _breid_uit(bord, laag, beurt, boven))
        ondergrens = _ondergrens(bord, laag, boven)
        stappen -= int(np.count_nonzero(ondergrens < inf)) * bord.stappen_per_orde
        breedte = _breedte(bord, beurt, stappen, verdeling)
        beste = np.argsort(ondergrens, kind="stable")[: breedte + 1]
        beste = beste[ondergrens[beste] < boven]
        if len(beste) > breedte:
            afgevallen = min(afgevallen, float(ondergrens[beste[-1]]))
        laag = laag.kies(np.sort(beste[:breedte]))
        if not len(laag):
            return Vondst(volgorde=None, bewezen_tot=min(boven, afgevallen))
        lagen.append(laag)
    kosten = float(laag.kosten.min())
    return Vondst(volgorde=_lees_terug(lagen), bewezen_tot=min(kosten, afgevallen))


def _breedte(bord: Rekenbord, beurt: int, stappen: int, verdeling: float) -> int:
    """Hoeveel halve orden door mogen met de stappen die nog over zijn."""
    volgende = bord.aantal - beurt - 1
    lagen = min(verdeling, (volgende + 1) / 2)
    breedte = int(stappen / max(1, lagen * volgende * bord.stappen_per_orde))
    return max(SMALST, min(MEESTE_KINDEREN // bord.aantal, breedte))


def _breid_uit(bord: Rekenbord, laag: Laag, beurt: int, boven: float) -> Laag:
    """Zet achter elke halve orde elke casus die mag: even beurten vooraan, oneven achteraan."""
    vooraan = beurt % 2 == 0
    delen = []
    for rijen in _stukken(laag, bord.rijen_tegelijk):
        deel = laag.kies(rijen)
        stand = bord.stand(deel.links, deel.rechts)
        hier, verder = (stand.links, stand.rechts) if vooraan else (stand.rechts, stand.links)
        zit = hier & (stand.rest | verder)
        kosten = deel.kosten[:, None] + ((zit * bord.gewicht) @ bord.niet_lid) * bord.minuten
        mag = _toegestaan(bord, deel, stand, beurt) & (kosten < boven)
        if bord.vrij and beurt > 1:
            mag = _zonder_verlies(bord, mag, zit)
        rij, casus = np.nonzero(mag)
        erbij = bord.bits[casus]
        delen.append(
            Laag(
                links=deel.links[rij] | (erbij if vooraan else np.uint64(0)),
                rechts=deel.rechts[rij] | (np.uint64(0) if vooraan else erbij),
                kosten=kosten[rij, casus],
                ouder=rijen[rij],
                casus=casus,
            )
        )
    return _aaneen(delen)


def _toegestaan(bord: Rekenbord, laag: Laag, stand: Stand, beurt: int) -> Waar:
    """Welke casus op de volgende plek mag: open, passend bij vaste plek en venster.

    Van inwisselbare casussen gaat de laagste voor. Mag elke orde, dan is het spiegelbeeld even
    goed en volstaat het om na te gaan waarbij de laatste een hoger nummer heeft dan de eerste.
    """
    vooraan = beurt % 2 == 0
    plek = beurt // 2 if vooraan else bord.aantal - 1 - beurt // 2
    open_bits = ~(laag.links | laag.rechts)
    voorgangers = bord.voor if vooraan else bord.na
    mag: Waar = stand.open & bord.mag[plek] & ((open_bits[:, None] & voorgangers) == 0)
    if bord.vrij:
        return mag & (bord.bits > laag.links[:, None]) if beurt == 1 else mag
    nu, straks = bord.klok(laag.links, laag.rechts)
    begin: Getallen = nu[:, None] if vooraan else straks[:, None] - bord.minuten
    begin = begin + bord.rust[plek]
    past: Waar = (begin >= bord.vanaf) & (begin + bord.minuten <= bord.tot)
    return mag & past


def _zonder_verlies(bord: Rekenbord, mag: Waar, zit: Waar) -> Waar:
    """Zijn voor een casus precies de mensen nodig die er zitten, dan is die nu nooit slechter.

    Hij kost hier niets, niemand komt er eerder voor, en wie erbij hoort zit elders hooguit korter.
    """
    raak = mag & ((zit @ bord.niet_lid) == 0) & ((~zit @ bord.lid.T) == 0)
    eerste = np.zeros_like(raak)
    eerste[np.arange(len(raak)), raak.argmax(axis=1)] = True
    return np.where(raak.any(axis=1)[:, None], raak & eerste, mag)


def _zonder_dubbele(bord: Rekenbord, laag: Laag) -> Laag:
    """Van halve orden met dezelfde toekomst alleen de goedkoopste.

    De toekomst hangt af van wat nog open is, hoe laat het is, en wie daarvan links en rechts al
    nodig was. De rijen worden op een mengsel van die kenmerken bij elkaar gezet; botsen er twee in
    het mengsel, dan blijven ze beide staan, en dat is alleen wat meer werk.
    """
    kenmerken = np.concatenate(
        [_kenmerken(bord, laag.kies(rijen)) for rijen in _stukken(laag, bord.rijen_tegelijk)]
        or [np.zeros((0, 1), dtype=np.uint64)]
    )
    mengsel = np.zeros(len(laag), dtype=np.uint64)
    for kolom in kenmerken.T:
        mengsel = (mengsel ^ kolom) * np.uint64(0x9E3779B97F4A7C15)
        mengsel ^= mengsel >> np.uint64(29)
    rijen = np.lexsort((laag.kosten, mengsel))
    nieuw = np.ones(len(laag), dtype=np.bool_)
    nieuw[1:] = (kenmerken[rijen[1:]] != kenmerken[rijen[:-1]]).any(axis=1)
    return laag.kies(rijen[nieuw])


def _kenmerken(bord: Rekenbord, laag: Laag) -> Bits:
    stand = bord.stand(laag.links, laag.rechts)
    telt = stand.rest | (stand.links & stand.rechts)
    wie = np.packbits(np.concatenate([stand.links & telt, stand.rechts & telt], axis=1), axis=1)
    wie = np.pad(wie, ((0, 0), (0, 8 - wie.shape[1] % 8)))
    klok = np.zeros(len(laag)) if bord.vrij else bord.klok(laag.links, laag.rechts)[0]
    wie_bits = np.ascontiguousarray(wie).view(np.uint64)
    return np.column_stack([laag.links | laag.rechts, klok.astype(np.uint64), wie_bits])


def _ondergrens(bord: Rekenbord, laag: Laag, boven: float) -> Getallen:
    """Wat elke halve orde zeker gaat kosten; oneindig als het meer is dan `boven` of niet past."""
    uit = np.full(len(laag), inf)
    for rijen in _stukken(laag, 1 + bord.rijen_tegelijk // IN_DE_CACHE):
        deel = laag.kies(rijen)
        stand = bord.stand(deel.links, deel.rechts)
        door = (stand.links & stand.rechts) * bord.gewicht
        zeker = deel.kosten + ((door @ bord.niet_lid) * (stand.open * bord.minuten)).sum(axis=1)
        goed = zeker < boven
        if not bord.vrij:
            goed &= _past_nog(bord, deel, stand)
        over = np.flatnonzero(goed)
        erbij = np.ceil(_wachten_op_elkaar(bord, stand.kies(over)) / bord.korrel) * bord.korrel
        uit[rijen[over]] = zeker[over] + np.maximum(erbij, 0)
    return uit


def _wachten_op_elkaar(bord: Rekenbord, stand: Stand) -> Getallen:
    """Hoeveel mensen die aan één kant al nodig waren minstens nog op elkaar wachten.

    Twee die links al zaten: wie het laatst klaar is, wacht over wat alleen voor de ander is. Eén
    links en één rechts die nog een casus delen: over elke casus zonder hen wacht een van beiden.
    Wie in meer paren over dezelfde casus kan wachten, verdeelt dat gelijk over die paren, zodat
    niets dubbel telt. Wat een paar niet gebruikt, wordt in een volgende ronde opnieuw verdeeld.
    """
    links = (stand.links & stand.rest & ~stand.rechts).astype(np.float32)
    rechts = (stand.rechts & stand.rest & ~stand.links).astype(np.float32)
    nog = stand.open.astype(np.float32)
    lid, niet_lid = bord.lid.astype(np.float32), bord.niet_lid.astype(np.float32)
    deelt = _per_paar(nog[:, None, :] * lid.T, lid) > 0
    kruis = links[:, :, None] * rechts[:, None, :] + rechts[:, :, None] * links[:, None, :]
    kruis *= deelt
    orde, een, ander = np.nonzero(kruis)
    eerste = np.flatnonzero(np.diff(orde * len(niet_lid) + een, prepend=-1))
    zelfde = links[:, :, None] * links[:, None, :] + rechts[:, :, None] * rechts[:, None, :]
    zelfde *= 1 - np.eye(len(niet_lid), dtype=np.float32)
    paren = zelfde @ lid.T + kruis @ niet_lid
    paren = np.maximum(paren, 1).astype(np.float32, copy=False)
    gewogen = (bord.gewicht[:, None] * bord.niet_lid * bord.minuten).astype(np.float32)
    over: Kort = gewogen * nog[:, None, :]
    afronding = AFRONDING * over.sum(axis=(1, 2), dtype=np.float64)
    uit = np.zeros(len(nog), dtype=np.float64)
    for _ in range(RONDEN):
        aandeel: Kort = np.divide(over, paren)
        betaalt = _per_paar(aandeel, lid)
        samen = np.minimum(betaalt, betaalt.transpose(0, 2, 1)) * zelfde
        uit += samen.sum(axis=(1, 2)) / 2
        deel: Kort = np.zeros_like(samen)
        np.divide(samen, betaalt, out=deel, where=betaalt > 0)
        over -= aandeel * (deel @ lid.T)
        elk = np.minimum(aandeel[orde, een], aandeel[orde, ander])
        uit += np.bincount(orde, weights=elk.sum(axis=1), minlength=len(uit)) / 2
        over[orde[eerste], een[eerste]] -= np.add.reduceat(elk, eerste)
        np.maximum(over, 0, out=over)
    uit -= afronding
    return uit


def _per_paar(tabel: Kort, lid: Kort) -> Kort:
    """Een tabel van orde, groep en casus opgeteld over de casussen van een tweede groep."""
    uit: Kort = tabel @ lid
    return uit


def _past_nog(bord: Rekenbord, laag: Laag, stand: Stand) -> Waar:
    """Of wat vóór elk uiterste tijdstip klaar moet zijn, en wat na elk vroegste moet, nog past.

    Met de minste pauze vooraan en de meeste achteraan, zodat niets wegvalt wat nog kan.
    """
    nu, straks = bord.klok(laag.links, laag.rechts)
    straks += bord.rust[-1]
    uiterst, vroegst = np.unique(bord.tot), np.unique(bord.vanaf)
    voor = stand.open @ ((bord.tot[:, None] <= uiterst) * bord.minuten[:, None])
    na = stand.open @ ((bord.vanaf[:, None] >= vroegst) * bord.minuten[:, None])
    past: Waar = np.all((voor == 0) | (nu[:, None] + voor <= uiterst), axis=1)
    past &= np.all((na == 0) | (straks[:, None] - na >= vroegst), axis=1)
    return past


def _stukken(laag: Laag, grootte: int) -> Iterator[Nummers]:
    for begin in range(0, len(laag), grootte):
        yield np.arange(begin, min(begin + grootte, len(laag)))


def _aaneen(delen: list[Laag]) -> Laag:
    return Laag(
        links=np.concatenate([deel.links for deel in delen]),
        rechts=np.concatenate([deel.rechts for deel in delen]),
        kosten=np.concatenate([deel.kosten for deel in delen]),
        ouder=np.concatenate([deel.ouder for deel in delen]),
        casus=np.concatenate([deel.casus for deel in delen]),
    )


def _lees_terug(lagen: list[Laag]) -> tuple[int, ...]:
    """De orde van de goedkoopste volledige rij, teruggelezen langs de ouders."""
    rij = int(lagen[-1].kosten.argmin())
    vooraan: list[int] = []
    achteraan: list[int] = []
    for beurt in range(len(lagen) - 1, -1, -1):
        (achteraan if beurt % 2 else vooraan).append(int(lagen[beurt].casus[rij]))
        rij = int(lagen[beurt].ouder[rij])
    return (*reversed(vooraan), *achteraan)
