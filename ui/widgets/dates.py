"""What people type when they mean a day: 24-11, 24 nov, vr, morgen, over 2 weken."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from casus_app.domein.termijn import maanden_later

_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_WORDS = {"vandaag": 0, "nu": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1}
_NUMERIC = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED = re.compile(r"(?:[a-z]{2,9} )?(\d{1,2}) ?([a-z]{3,9})\.?(?: (\d{4}|\d{2}))?")
_WITHIN = re.compile(r"over (\d{1,3}|een) (dag|dagen|week|weken|maand|maanden|jaar)")
_CENTURY = 2000
_HALF = 183
"""A day without a year is the nearest one: not further back than half a year."""


def parse(text: str, today: date) -> date | None:
    """The day somebody means, or `None`.

    >>> parse("vr", date(2026, 11, 24))
    datetime.date(2026, 11, 27)
    >>> parse("over 2 weken", date(2026, 11, 24))
    datetime.date(2026, 12, 8)
    """
    said = " ".join(text.casefold().split())
    if said in _WORDS:
        return today + timedelta(days=_WORDS[said])
    if said[:2] in _DAYS and said.isalpha():
        return today + timedelta(days=(_DAYS.index(said[:2]) - today.weekday() - 1) % 7 + 1)
    for pattern, read in _READERS:
        if match := pattern.fullmatch(said):
            try:
                return read(match, today)
            except (ValueError, OverflowError):
                return None
    return None


def written(value: date | None) -> str:
    """How a date field shows a day."""
    return f"{value.day}-{value.month}-{value.year}" if value else ""


def _numeric(match: re.Match[str], today: date) -> date:
    return _near(int(match[1]), int(match[2]), match[3], today)


def _iso(match: re.Match[str], today: date) -> date:
    del today
    return date(int(match[1]), int(match[2]), int(match[3]))


def _named(match: re.Match[str], today: date) -> date:
    month = "mrt" if match[2].startswith("maa") else match[2][:3]
    return _near(int(match[1]), _MONTHS.index(month) + 1, match[3], today)


def _within(match: re.Match[str], today: date) -> date:
    number = 1 if match[1] == "een" else int(match[1])
    unit = match[2]
    if unit.startswith("dag"):
        return today + timedelta(days=number)
    if unit.startswith("we"):
        return today + timedelta(weeks=number)
    return maanden_later(today, number * (12 if unit == "jaar" else 1))


def _near(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year) + (_CENTURY if len(year) == len("26") else 0), month, day)
    here = date(today.year, month, day)
    return date(today.year + 1, month, day) if (today - here).days > _HALF else here


_Reader = Callable[[re.Match[str], date], date]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_ISO, _iso),
    (_NUMERIC, _numeric),
    (_WITHIN, _within),
    (_NAMED, _named),
)
