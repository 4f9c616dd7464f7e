"""The casussen by the day they end: the weeks that come, and after that quarter by quarter."""

from bisect import bisect_right
from datetime import date, timedelta
from typing import NamedTuple

from casus_app.domein.casus import Casus
from casus_app.regels.termijnen import REPETITIE
from ui.texts import counted, day, plain_day

WEEKS = -(-REPETITIE // 7)
"""So many weeks hold the rehearsal."""
_QUARTERS = 32
"""Further than eight years everything stands in the last column."""


class Column(NamedTuple):
    """What ends from `begin` until the next column begins; the first one is due or too late."""

    begin: date
    codes: tuple[str, ...]
    near: bool
    """One of the weeks of the rehearsal."""


def columns(casussen: list[Casus], today: date) -> list[Column]:
    """The first column is what must go now; an empty kluis has only that one."""
    begins = [date.min, *(today + timedelta(days=1 + 7 * week) for week in range(WEEKS))]
    last = max((casus.vernietigen_op for casus in casussen), default=today)
    begin = _next_quarter(begins[-1] + timedelta(days=6))
    begins.append(begins[-1] + timedelta(days=7))
    while begin <= last and len(begins) <= WEEKS + _QUARTERS:
        if begin > begins[-1]:
            begins.append(begin)
        begin = _next_quarter(begin)
    found: list[list[str]] = [[] for _ in begins]
    for casus in sorted(casussen, key=lambda one: one.vernietigen_op):
        found[bisect_right(begins, casus.vernietigen_op) - 1].append(casus.id)
    return [
        Column(begin, tuple(codes), number <= WEEKS)
        for number, (begin, codes) in enumerate(zip(begins, found, strict=True))
    ]


def _next_quarter(after: date) -> date:
    month = (after.month - 1) // 3 * 3 + 4
    return date(after.year + (month > 12), (month - 1) % 12 + 1, 1)  # noqa: PLR2004 (months)


def named(all_: list[Column], number: int) -> str:
    """What stands in this column, in words."""
    column = all_[number]
    many = counted(len(column.codes), "casus", "casussen")
    if number == 0:
        return f"Moet nu weg: {many}"
    if column.near:
        return f"Week vanaf {day(column.begin)}: {many}"
    if number + 1 < len(all_):
        until = all_[number + 1].begin - timedelta(days=1)
        return f"Van {plain_day(column.begin)} tot en met {plain_day(until)}: {many}"
    return f"Vanaf {day(column.begin)}: {many}"
