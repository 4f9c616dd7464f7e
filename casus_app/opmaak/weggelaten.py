"""Wat er niet op het exemplaar van een ontvanger staat: geteld, en waarom (vraag 33)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.inbreng import Inbreng, Lot


class Reden(StrEnum):
    """Waarom een onderdeel niet voor deze ontvanger is."""

    AFSPRAAK_VAN_EEN_ANDER = "afspraak-van-een-ander"
    ZONDER_MEENEEMBESLUIT = "zonder-meeneembesluit"
    VOOR_EEN_ANDER = "voor-een-ander"
    NIETS_OM_VOOR_TE_GEBRUIKEN = "niets-om-voor-te-gebruiken"


WOORDEN: Mapping[Reden, tuple[str, str]] = {
    Reden.AFSPRAAK_VAN_EEN_ANDER: ("afspraak van een ander", "afspraken van een ander"),
    Reden.ZONDER_MEENEEMBESLUIT: ("gegeven dat niemand meeneemt", "gegevens die niemand meeneemt"),
    Reden.VOOR_EEN_ANDER: (
        "gegeven dat alleen een ander meeneemt",
        "gegevens die alleen een ander meeneemt",
    ),
    Reden.NIETS_OM_VOOR_TE_GEBRUIKEN: (
        "gegeven waar deze ontvanger geen eigen afspraak bij heeft",
        "gegevens waar deze ontvanger geen eigen afspraak bij heeft",
    ),
}
"""Hoe een reden heet, bij één en bij meer."""


class Weggelaten(NamedTuple):
    """Hoeveel onderdelen er niet op staan, per reden, en hoeveel afgesloten casussen."""

    redenen: Counter[Reden]
    afgesloten: int = 0

    @property
    def samen(self) -> int:
        """Het getal dat op het papier staat."""
        return self.redenen.total()


def redenen(
    afspraken: Iterable[Afspraak],
    inbreng: Iterable[Inbreng],
    meegenomen: frozenset[str],
    aan_hem_gegeven: frozenset[str],
    ontvanger: str,
) -> Counter[Reden]:
    """Telt per reden; `meegenomen` staat op het papier, `aan_hem_gegeven` mocht hem bereiken."""
    geteld: Counter[Reden] = Counter()
    geteld[Reden.AFSPRAAK_VAN_EEN_ANDER] = sum(a.uitvoerder != ontvanger for a in afspraken)
    for gegeven in inbreng:
        if gegeven.id in meegenomen:
            continue
        if gegeven.lot is not Lot.MEE:
            geteld[Reden.ZONDER_MEENEEMBESLUIT] += 1
        elif gegeven.id in aan_hem_gegeven:
            geteld[Reden.NIETS_OM_VOOR_TE_GEBRUIKEN] += 1
        else:
            geteld[Reden.VOOR_EEN_ANDER] += 1
    return +geteld
