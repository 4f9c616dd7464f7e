"""Wanneer iemand weer naar de kluis moet kijken: beproeven, nalopen, een kopie die oud is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from casus_app.domein.kluiszorg import Kluiszorg, Zorg
from casus_app.domein.termijn import dagen_later, maanden_later
from casus_app.poorten import Opslag

ELKE_MAANDEN = 12
"""Elk jaar: de reservekopie beproeven (BIO2 8.13.04) en de rechten nalopen (BIO2 5.18.02)."""
EERSTE_KEER = {Zorg.RESERVEKOPIE: 1, Zorg.RECHTEN: 12}
"""Zoveel maanden na het begin van de kluis is de eerste keer."""
KOPIE_OUD = 7
"""Zoveel dagen mag de nieuwste kopie oud zijn zonder dat iemand het hoort."""


class Taak(StrEnum):
    """Wat er te doen is."""

    BEPROEVEN = "beproeven"
    NALOPEN = "nalopen"
    KOPIE = "kopie"


@dataclass(frozen=True, slots=True)
class Kluistaak:
    """Iets wat uiterlijk `op` een dag moet; `laatst` is de laatste keer dat het goed ging."""

    taak: Taak
    op: date
    laatst: date | None = None


def laatste(opslag: Opslag, zorg: Zorg) -> Kluiszorg | None:
    """De laatste keer dat iemand hiernaar keek, ook als het niet goed was."""
    gezien = opslag.zoek(Kluiszorg, zorg=zorg)
    return gezien[-1] if gezien else None


def te_doen(
    opslag: Opslag, vandaag: date, kopie: datetime | None, *, vooruit: int = 14
) -> Iterator[Kluistaak]:
    """Wat nu moet of binnen `vooruit` dagen; `kopie` is het moment van de nieuwste kopie."""
    begin = _begin(opslag)
    if begin is None:
        return
    for zorg, taak in ((Zorg.RESERVEKOPIE, Taak.BEPROEVEN), (Zorg.RECHTEN, Taak.NALOPEN)):
        gezien = laatste(opslag, zorg)
        op = maanden_later(begin, EERSTE_KEER[zorg])
        if gezien is not None:
            op = maanden_later(gezien.op, ELKE_MAANDEN) if gezien.gelukt else gezien.op
        if op <= dagen_later(vandaag, vooruit):
            yield Kluistaak(taak, op, gezien.op if gezien and gezien.gelukt else None)
    laatst = kopie.date() if kopie is not None else None
    oud = dagen_later(laatst or begin, KOPIE_OUD)
    if oud < vandaag:
        yield Kluistaak(Taak.KOPIE, oud, laatst)


def _begin(opslag: Opslag) -> date | None:
    """De dag van de eerste logregel."""
    eerste = next(opslag.logregels(voor=2), None)
    return eerste.moment.date() if eerste is not None else None
