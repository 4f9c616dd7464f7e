"""Wanneer elke casus aan tafel komt: de ene plaats waar tijden worden uitgerekend."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casus_app.domein.overleg import Bespreking, Pauze, Stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Beurt:
    """Eén casus aan tafel: `van` en `tot` in minuten sinds het begin van het overleg.

    `rust` is hoe lang de pauze is die er vlak voor zit.
    """

    bespreking: Bespreking
    van: int
    tot: int
    rust: int = 0


def beurten(agenda: Iterable[Bespreking], pauzes: Iterable[Pauze]) -> tuple[Beurt, ...]:
    """De casussen in de volgorde van de tafel; wat is doorgeschoven neemt geen tijd."""
    aan_tafel = op_tafel(agenda)
    na = pauze_na(aan_tafel, pauzes)
    tijden = looptijden([punt.minuten for punt in aan_tafel], na)
    return tuple(
        Beurt(bespreking=punt, van=van, tot=tot, rust=na.get(nummer, 0))
        for nummer, (punt, (van, tot)) in enumerate(zip(aan_tafel, tijden, strict=True))
    )


def op_tafel(agenda: Iterable[Bespreking]) -> list[Bespreking]:
    """Wat besproken wordt of is, in volgorde."""
    blijft = (punt for punt in agenda if punt.stand is not Stand.DOORGESCHOVEN)
    return sorted(blijft, key=lambda punt: punt.plek)


def pauze_na(aan_tafel: Sequence[Bespreking], pauzes: Iterable[Pauze]) -> dict[int, int]:
    """Na hoeveel casussen er hoeveel minuten pauze is.

    Valt de casus ervoor weg, dan schuift de pauze naar voren; voor de eerste en na de laatste
    casus is er geen pauze.
    """
    na: dict[int, int] = {}
    for pauze in pauzes:
        eerder = sum(punt.plek <= pauze.plek for punt in aan_tafel)
        if 0 < eerder < len(aan_tafel):
            na[eerder] = na.get(eerder, 0) + pauze.minuten
    return na


def looptijden(minuten: Iterable[int], na: Mapping[int, int]) -> list[tuple[int, int]]:
    """Per casus van wanneer tot wanneer, in minuten sinds het begin.

    >>> looptijden([30, 20, 10], {2: 15})
    [(0, 30), (30, 50), (65, 75)]
    """
    tijden: list[tuple[int, int]] = []
    nu = 0
    for nummer, duur in enumerate(minuten):
        nu += na.get(nummer, 0)
        tijden.append((nu, nu + duur))
        nu += duur
    return tijden
