"""The afspraken as lines, by day, by person or by casus, in a few questions to the kluis."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.casus import Casus
from casus_app.domein.mensen import Partij, Professional
from ui.session import Session
from ui.texts import away, counted, plain_day, sentence, word
from ui.widgets.lines import Item
from ui.widgets.plain_label import Tone

_SOON = timedelta(days=7)
MARKS: dict[StandAfspraak, tuple[str, Tone]] = {
    StandAfspraak.OPEN: ("○", ""),
    StandAfspraak.AFGEROND: ("✓", "good"),
    StandAfspraak.NIET_GEDAAN: ("✗", "bad"),
    StandAfspraak.NIET_MEER_MOGELIJK: ("–", ""),
}
"""A shape beside the word."""


class By(StrEnum):
    """What the lines stand under."""

    DAG = "dag"
    MENS = "mens"
    CASUS = "casus"


class Row(NamedTuple):
    """One afspraak with who does it and for which casus."""

    afspraak: Afspraak
    mens: Professional | None
    partij: str
    doel: str

    @property
    def wie(self) -> str:
        """Name and function."""
        return self.mens.wie if self.mens else "–"


def read_rows(session: Session, *, done: bool) -> list[Row]:
    """The first that is due first; of a casus that is shielded there is nothing."""
    casussen = {casus.id: casus for casus in session.zoek(Casus) if not casus.afgeschermd}
    mensen = {mens.id: mens for mens in session.zoek(Professional)}
    partijen = {partij.id: partij.naam for partij in session.zoek(Partij)}
    found = session.zoek(Afspraak) if done else session.zoek(Afspraak, stand=StandAfspraak.OPEN)
    rows = []
    for one in found:
        if one.casus in casussen:
            mens = mensen.get(one.uitvoerder)
            partij = partijen.get(mens.partij, "") if mens else ""
            rows.append(Row(one, mens, partij, casussen[one.casus].doel))
    return sorted(rows, key=lambda row: row.afspraak.uiterlijk)


def is_late(afspraak: Afspraak, today: date) -> bool:
    """Still open after its last day."""
    return afspraak.stand is StandAfspraak.OPEN and afspraak.uiterlijk < today


def state(afspraak: Afspraak, today: date) -> tuple[str, Tone]:
    """How it stands, in a shape and words."""
    if afspraak.stand is not StandAfspraak.OPEN:
        mark, tone = MARKS[afspraak.stand]
        return f"{mark} {word(afspraak.stand)}", tone
    text = away(afspraak.uiterlijk, today)
    if afspraak.uiterlijk < today:
        return f"▲ {text}", "bad"
    return (f"● {text}", "warn") if afspraak.uiterlijk == today else (f"○ {text}", "")


def items(rows: list[Row], by: By, today: date) -> Iterator[Item]:
    """The lines under their headings."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(_HEADING[by](row, today), []).append(row)
    names = list(groups) if by is By.DAG else sorted(groups, key=str.casefold)
    for name in sorted(names, key=_day_order) if by is By.DAG else names:
        number = counted(len(groups[name]), "afspraak", "afspraken")
        yield Item("", f"{name} · {number}")
        yield from (_item(row, by, today) for row in groups[name])


_DAYS = ("Te laat", "Deze week", "Later", "Niet meer open")


def _day_order(name: str) -> int:
    return _DAYS.index(name)


def _day_of(row: Row, today: date) -> str:
    late, soon, later, done = _DAYS
    if row.afspraak.stand is not StandAfspraak.OPEN:
        return done
    if row.afspraak.uiterlijk < today:
        return late
    return soon if row.afspraak.uiterlijk <= today + _SOON else later


def _person(row: Row, today: date) -> str:
    del today
    return f"{row.wie} · {row.partij}" if row.partij else row.wie


def _casus(row: Row, today: date) -> str:
    del today
    return f"{row.afspraak.casus} · {sentence(row.doel)}"


_HEADING: dict[By, Callable[[Row, date], str]] = {
    By.DAG: _day_of,
    By.MENS: _person,
    By.CASUS: _casus,
}


def _item(row: Row, by: By, today: date) -> Item:
    one = row.afspraak
    parts = [] if by is By.CASUS else [one.casus]
    if by is not By.MENS:
        parts.append(row.wie)
    parts.append(plain_day(one.uiterlijk))
    tag, tone = state(one, today)
    also = f"{one.casus} {row.wie} {row.partij} {row.doel} {one.toelichting}"
    return Item(one.id, one.wat, " · ".join(parts), tag, tone, also)
