"""Rekenen met termijnen; voorbij het einde van de kalender blijft het de laatste dag."""

import calendar
from datetime import MAXYEAR, date

MAANDEN_PER_JAAR = 12


def maanden_later(dag: date, maanden: int) -> date:
    """Dezelfde dag `maanden` later; bestaat die niet, dan de laatste dag van die maand.

    >>> maanden_later(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    jaren, maand = divmod(dag.month - 1 + maanden, MAANDEN_PER_JAAR)
    jaar, maand = dag.year + jaren, maand + 1
    if jaar > MAXYEAR:
        return date.max
    return date(jaar, maand, min(dag.day, calendar.monthrange(jaar, maand)[1]))


def dagen_later(dag: date, dagen: int) -> date:
    """Zoveel dagen later.

    >>> dagen_later(date(2026, 11, 24), 28)
    datetime.date(2026, 12, 22)
    """
    return date.fromordinal(min(dag.toordinal() + dagen, date.max.toordinal()))
