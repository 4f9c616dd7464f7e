"""What the tafelindeling shows, as plain values: who is needed when, and how long they wait."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from casus_app.domein.overleg import Overleg, Pauze, Stand
from casus_app.domein.tafelorde import Tafelpunt, wachttijd
from casus_app.domein.tafeltijd import looptijden, op_tafel, pauze_na
from casus_app.regels.tijd import minuten_sinds_middernacht
from ui import reading
from ui.session import Session
from ui.texts import clock, counted, listed


class Mens(NamedTuple):
    """Somebody with a row of their own."""

    id: str
    naam: str
    functie: str
    partij: str


class Punt(NamedTuple):
    """A casus in the order; what has been at the table already does not move any more.

    `plek` is its place on the agenda, where what is moved on counts too.
    """

    tafel: Tafelpunt
    moves: bool
    plek: int = 0

    @property
    def casus(self) -> str:
        """The code."""
        return self.tafel.casus


class Door(NamedTuple):
    """Who goes in and who goes out when a casus begins; without a casus: at the end."""

    casus: str
    erin: tuple[Mens, ...]
    eruit: tuple[Mens, ...]


class Break(NamedTuple):
    """A pause after the casus on place `after`, from 1. Times in minutes since midnight."""

    after: int
    begin: int
    end: int

    @property
    def minutes(self) -> int:
        """How long."""
        return self.end - self.begin


class Plan(NamedTuple):
    """An overleg in one order. `begin` counts in minutes since midnight.

    `pauzes` says after how many casussen there are how many minutes of pause: a pause belongs to
    its place, so it stays where it is when the order changes.
    """

    begin: int
    punten: tuple[Punt, ...]
    mensen: tuple[Mens, ...]
    pauzes: tuple[tuple[int, int], ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The casussen in this order."""
        return tuple(punt.casus for punt in self.punten)

    @property
    def end(self) -> int:
        """When the last casus is done."""
        times = self._times()
        return self.begin + (times[-1][1] if times else 0)

    def _times(self) -> list[tuple[int, int]]:
        return looptijden([punt.tafel.minuten for punt in self.punten], dict(self.pauzes))

    @property
    def waiting(self) -> int:
        """All minutes of waiting together, by the rule of the vak."""
        return round(wachttijd([punt.tafel for punt in self.punten], {}))

    def in_order(self, codes: Sequence[str]) -> "Plan":
        """The same casussen, one after another in another order."""
        found = {punt.casus: punt for punt in self.punten}
        return self._replace(punten=tuple(found[code] for code in codes))

    def begins(self) -> Iterator[tuple[Punt, int]]:
        """Every casus and when it begins."""
        for punt, (begin, _) in zip(self.punten, self._times(), strict=True):
            yield punt, self.begin + begin

    def breaks(self) -> Iterator[Break]:
        """Every pause between two casussen."""
        times = self._times()
        for after, _ in sorted(self.pauzes):
            if 0 < after < len(times):
                yield Break(after, self.begin + times[after - 1][1], self.begin + times[after][0])

    def break_after(self, place: int) -> int:
        """The minutes of pause after the casus on this place; 0 when there is none."""
        return dict(self.pauzes).get(place, 0)

    def needed(self, mens: str) -> list[tuple[int, int]]:
        """From when to when somebody is needed, casus by casus."""
        return [
            (now, now + punt.tafel.minuten)
            for punt, now in self.begins()
            if mens in punt.tafel.professionals
        ]

    def waits(self, mens: str) -> Iterator[tuple[int, int, int]]:
        """Where somebody waits: from, to, and how many minutes of it are not a pause."""
        for (_, begin), (end, _) in pairwise(self.needed(mens)):
            rest = sum(b.minutes for b in self.breaks() if begin <= b.begin and b.end <= end)
            if end - begin > rest:
                yield begin, end, end - begin - rest

    def waiting_of(self, mens: str) -> int:
        """The minutes one person waits."""
        alone = [
            Tafelpunt(
                casus=punt.casus,
                minuten=punt.tafel.minuten,
                professionals=punt.tafel.professionals & {mens},
            )
            for punt in self.punten
        ]
        return round(wachttijd(alone, {}))

    def doors(self) -> list[Door]:
        """Every moment at which somebody goes in or out."""
        found: list[Door] = []
        before: frozenset[str] = frozenset()
        for punt in self.punten:
            now = punt.tafel.professionals
            found.append(Door(punt.casus, self._those(now - before), self._those(before - now)))
            before = now
        found.append(Door("", (), self._those(before)))
        return found

    def _those(self, who: frozenset[str]) -> tuple[Mens, ...]:
        return tuple(mens for mens in self.mensen if mens.id in who)


def read_plan(session: Session, overleg: Overleg) -> Plan:
    """The overleg as it is in the kluis; what is moved on takes no time and is left out."""
    agenda = op_tafel(reading.agenda(session, overleg.id))
    pauzes = pauze_na(agenda, session.zoek(Pauze, overleg=overleg.id))
    punten: list[Punt] = []
    mensen: dict[str, Mens] = {}
    for punt in agenda:
        seats = reading.seats(session, punt)
        for seat in seats:
            mens = Mens(seat.professional, seat.naam, seat.functie, seat.partij)
            mensen.setdefault(mens.id, mens)
        who = frozenset(seat.professional for seat in seats)
        tafel = Tafelpunt(casus=punt.casus, minuten=punt.minuten, professionals=who)
        punten.append(Punt(tafel, punt.stand is Stand.GEPLAND, punt.plek))
    begin = minuten_sinds_middernacht(overleg.begin)
    return Plan(begin, tuple(punten), tuple(mensen.values()), tuple(sorted(pauzes.items())))


def total_in_words(minutes: int) -> str:
    """How long all wait together."""
    if minutes == 0:
        return "Niemand wacht"
    return f"Samen {counted(minutes, 'minuut', 'minuten')} wachten"


def coming_in_words(plan: Plan, mens: str) -> str:
    """When one has to come, and when one is done."""
    needed = plan.needed(mens)
    if not needed:
        return ""
    return f"kom {clock(needed[0][0])}, klaar {clock(needed[-1][1])}"


def story(plan: Plan) -> str:
    """The whole picture in words, for who does not see it."""
    if not plan.punten:
        return "De agenda is leeg."
    lines = [f"Van {clock(plan.begin)} tot {clock(plan.end)}. {total_in_words(plan.waiting)}."]
    for number, (door, (punt, now)) in enumerate(
        zip(plan.doors(), plan.begins(), strict=False), start=1
    ):
        line = f"{number}: {punt.casus} om {clock(now)}, {punt.tafel.minuten} minuten"
        for word, who in (("erin", door.erin), ("eruit", door.eruit)):
            if who:
                line += f"; {word}: {listed([mens.functie or mens.naam for mens in who])}"
        lines.append(f"{line}.")
        if rest := plan.break_after(number) if number < len(plan.punten) else 0:
            lines.append(f"Dan {rest} minuten pauze.")
    lines += [
        f"{mens.naam}: {coming_in_words(plan, mens.id)}, wacht "
        f"{counted(plan.waiting_of(mens.id), 'minuut', 'minuten')}."
        for mens in plan.mensen
    ]
    return "\n".join(lines)
