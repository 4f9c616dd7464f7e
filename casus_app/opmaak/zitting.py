"""Wat een ontvanger van een overleg mag zien: de besprekingen waar hij een stoel had."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import Betrokkene, Casus
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming
from casus_app.domein.overleg import Aanwezigheid, Bespreking, Deelname, Overleg, Rol
from casus_app.opmaak.afscherming import Afscherming, zonder_betrokkene
from casus_app.opmaak.weggelaten import Reden, Weggelaten, redenen
from casus_app.poorten import Opslag


@dataclass(frozen=True, slots=True, kw_only=True)
class Meegenomen:
    """Eén gegeven dat deze ontvanger mee mag nemen, met de afspraak waarvoor."""

    inbreng: Inbreng
    meeneming: Meeneming
    afspraak: Afspraak


@dataclass(frozen=True, slots=True, kw_only=True)
class Zitting:
    """Eén casus aan tafel, gezien vanaf de stoel van één ontvanger (vraag 33)."""

    bespreking: Bespreking
    rol: Rol
    was_erbij: bool
    aan_tafel: tuple[tuple[str, Rol], ...]
    afspraken: tuple[Afspraak, ...]
    meegenomen: tuple[Meegenomen, ...]
    weggelaten: Counter[Reden]
    afscherming: Afscherming


def besprekingen(opslag: Opslag, overleg: str) -> tuple[Bespreking, ...]:
    """De besprekingen van dit overleg, in de volgorde van de tafel."""
    return tuple(sorted(opslag.zoek(Bespreking, overleg=overleg), key=lambda b: b.plek))


def rol_van(opslag: Opslag, overleg: Overleg, casus: str, professional: str) -> Rol | None:
    """De rol van deze professional bij deze casus; de voorzitter is bij elke casus toegelaten.

    Een ingetrokken stoel is geen stoel.
    """
    deelname = opslag.haal(Deelname, overleg.id, casus, professional)
    if deelname is not None and deelname.ingetrokken_op is None:
        return deelname.rol
    return Rol.VOORZITTER if professional == overleg.voorzitter else None


def zittingen(opslag: Opslag, overleg: Overleg, ontvanger: str) -> Iterator[Zitting | None]:
    """Per casus waar de ontvanger een stoel had wat hij ervan mag zien.

    `None` staat voor een casus die intussen is afgesloten: die is afgeschermd (WGS 2.31 lid 8).
    """
    for bespreking in besprekingen(opslag, overleg.id):
        rol = rol_van(opslag, overleg, bespreking.casus, ontvanger)
        if rol is None:
            continue
        casus = opslag.haal(Casus, bespreking.casus)
        if casus is None or casus.afgeschermd:
            yield None
            continue
        yield _zitting(opslag, overleg, bespreking, ontvanger, rol)


def weggelaten(opslag: Opslag, overleg: Overleg, ontvanger: str) -> Weggelaten:
    """Wat er niet op het verslag van deze ontvanger staat, geteld per reden."""
    gezien = list(zittingen(opslag, overleg, ontvanger))
    tellingen = [zitting.weggelaten for zitting in gezien if zitting is not None]
    return Weggelaten(sum(tellingen, Counter()), len(gezien) - len(tellingen))


def _zitting(
    opslag: Opslag, overleg: Overleg, bespreking: Bespreking, ontvanger: str, rol: Rol
) -> Zitting:
    waar = {"overleg": bespreking.overleg, "casus": bespreking.casus}
    afspraken = opslag.zoek(Afspraak, **waar)
    eigen = {a.id: a for a in afspraken if a.uitvoerder == ontvanger}
    inbreng = [i for i in opslag.zoek(Inbreng, **waar) if i.telt_mee]
    mee = tuple(_mee(opslag, inbreng, eigen, ontvanger, rol))
    aanwezigen = dict.fromkeys(a.professional for a in opslag.zoek(Aanwezigheid, **waar))
    gegeven = frozenset(
        i.id for i in inbreng if opslag.zoek(Meeneming, inbreng=i.id, ontvanger=ontvanger)
    )
    op_papier = frozenset(m.inbreng.id for m in mee)
    return Zitting(
        bespreking=bespreking,
        rol=rol,
        was_erbij=ontvanger in aanwezigen,
        aan_tafel=tuple(_stoelen(opslag, overleg, bespreking.casus, tuple(aanwezigen))),
        afspraken=tuple(eigen.values()),
        meegenomen=mee,
        weggelaten=redenen(afspraken, inbreng, op_papier, gegeven, ontvanger),
        afscherming=zonder_betrokkene(opslag.haal(Betrokkene, bespreking.casus)),
    )


def _mee(
    opslag: Opslag, inbreng: list[Inbreng], eigen: dict[str, Afspraak], ontvanger: str, rol: Rol
) -> Iterator[Meegenomen]:
    """Wat de inbrenger deze ontvanger liet meenemen; een adviseur neemt niets mee (vraag 33)."""
    if rol == Rol.ADVISEUR:
        return
    for gegeven in inbreng:
        if gegeven.lot is not Lot.MEE:
            continue
        for meeneming in opslag.zoek(Meeneming, inbreng=gegeven.id, ontvanger=ontvanger):
            afspraak = eigen.get(meeneming.afspraak)
            if afspraak is not None:
                yield Meegenomen(inbreng=gegeven, meeneming=meeneming, afspraak=afspraak)


def _stoelen(
    opslag: Opslag, overleg: Overleg, casus: str, aanwezigen: tuple[str, ...]
) -> Iterator[tuple[str, Rol]]:
    for professional in aanwezigen:
        rol = rol_van(opslag, overleg, casus, professional)
        if rol is not None:
            yield professional, rol
