"""Rekenen met termijnen in maanden."""

import calendar
from datetime import date

MAANDEN_PER_JAAR = 12


def maanden_later(dag: date, maanden: int) -> date:
    """Dezelfde dag `maanden` later; bestaat die niet, dan de laatste dag van die maand.

    >>> maanden_later(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    jaren, maand = divmod(dag.month - 1 + maanden, MAANDEN_PER_JAAR)
    jaar, maand = dag.year + jaren, maand + 1
    return date(jaar, maand, min(dag.day, calendar.monthrange(jaar, maand)[1]))
