"""De zachte klok: hoe laat een overleg in dit tempo klaar is, en welke casus het niet haalt."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from casus_app.domein.overleg import Bespreking, Overleg, Pauze, Stand
from casus_app.regels.tijd import minuten_sinds_middernacht

HAMERSTUK_MINUTEN = 1
TRAAGST, SNELST = 2.0, 0.5
"""Verder dan zo ver van het plan zegt het tempo van een paar casussen niets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo:
    """Minuten sinds middernacht; `gebruikt` is de tijd van de casus die nu op tafel ligt.

    `te_laat` zijn de plekken van wat nog wacht en na het geplande einde klaar zou zijn.
    """

    gebruikt: int
    gepland_klaar: int
    klaar_om: int
    te_laat: tuple[int, ...]


def tempo(
    overleg: Overleg,
    agenda: Sequence[Bespreking],
    pauzes: Sequence[Pauze],
    hamerstukken: Collection[str],
    nu: datetime,
) -> Tempo:
    """Wat al klaar is bepaalt het tempo; `hamerstukken` (casussen) kosten één minuut.

    `nu` staat in de tijdzone waarin het begin van het overleg geschreven is.
    """
    op_de_klok = _minuten(nu, overleg.datum)
    begin = minuten_sinds_middernacht(overleg.begin)
    tellend = sorted(agenda, key=lambda punt: punt.plek)
    gepland_klaar = begin + sum(punt.minuten for punt in tellend) + sum(p.minuten for p in pauzes)
    maat = _maat(tellend)
    gebruikt = 0
    loopt = max(op_de_klok, begin) if not any(punt.geopend_op for punt in tellend) else op_de_klok
    te_laat = []
    nog = [punt for punt in tellend if not punt.afgerond]
    for nummer, punt in enumerate(nog):
        duur = HAMERSTUK_MINUTEN if punt.casus in hamerstukken else punt.minuten * maat
        if punt.stand is Stand.OPEN and punt.geopend_op is not None:
            gebruikt = max(0, int((nu - punt.geopend_op).total_seconds() // 60))
            duur = max(duur - gebruikt, 0)
        loopt += round(duur)
        if loopt > gepland_klaar and punt.stand is Stand.GEPLAND:
            te_laat.append(tellend.index(punt) + 1)
        if nummer < len(nog) - 1:
            loopt += sum(p.minuten for p in pauzes if p.plek == punt.plek)
    return Tempo(
        gebruikt=gebruikt, gepland_klaar=gepland_klaar, klaar_om=loopt, te_laat=tuple(te_laat)
    )


def _minuten(moment: datetime, dag: date) -> int:
    """Minuten sinds het begin van de dag van het overleg; de dag erna is meer dan 1440."""
    dagen = (moment.date() - dag).days
    return dagen * 24 * 60 + moment.hour * 60 + moment.minute


def _maat(agenda: Sequence[Bespreking]) -> float:
    """Gebruikte minuten per geplande, over wat besproken is."""
    gepland = gebruikt = 0.0
    for punt in agenda:
        if punt.stand is Stand.GESLOTEN and punt.geopend_op and punt.gesloten_op:
            gepland += punt.minuten
            gebruikt += (punt.gesloten_op - punt.geopend_op).total_seconds() / 60
    return min(max(gebruikt / gepland, SNELST), TRAAGST) if gepland else 1.0
