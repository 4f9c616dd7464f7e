"""Where everything in the tafelindeling goes: rectangles and strings, from plain values."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from casus_app.domein.tafelorde import Venster
from ui.tafelindeling.plan import Door, Mens, Plan, coming_in_words
from ui.texts import clock

PAD = 8
BAR_ROOM = 0.46
"""With less of the width left for time, the words of a row go above its bars."""
BAR_LETTERS = 30
"""And also with less room than this many figures."""


class Box(NamedTuple):
    """A rectangle in pixels."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.w

    @property
    def middle(self) -> float:
        """Half way from left to right."""
        return self.x + self.w / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether this point is in it."""
        return self.x <= x < self.right and self.y <= y < self.y + self.h


class Measures(NamedTuple):
    """How large letters are here: the height of a line, and the width of a text."""

    width: float
    line: float
    small_line: float
    wide: Callable[[str], float]
    small_wide: Callable[[str], float]


class Words(NamedTuple):
    """A text and where it goes; `right` puts it against the right side."""

    text: str
    box: Box
    small: bool = False
    right: bool = False
    strong: bool = False


class Column(NamedTuple):
    """One casus, from the door to the last row."""

    casus: str
    box: Box
    head: Box
    words: tuple[Words, ...]
    marks: tuple[float, float]
    """The height of the door marks for in and out; 0 where nobody passes."""
    pinned: bool
    moves: bool


class Gap(NamedTuple):
    """A pause, after the casus on place `after`."""

    after: int
    box: Box
    head: Box
    words: tuple[Words, ...]


class Bar(NamedTuple):
    """Somebody is needed here; `clash`: and cannot be there."""

    casus: str
    box: Box
    clash: bool


class Wait(NamedTuple):
    """Somebody waits here, and how long."""

    box: Box
    words: Words | None


class Row(NamedTuple):
    """One person."""

    mens: str
    box: Box
    words: tuple[Words, ...]
    bars: tuple[Bar, ...]
    waits: tuple[Wait, ...]
    away: tuple[Box, ...]


class Picture(NamedTuple):
    """All of it."""

    axis: Box
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    legend: tuple[Words, ...]
    height: float
    stacked: bool
    gaps: tuple[Gap, ...] = ()

    def gap_at(self, x: float, y: float) -> Gap | None:
        """The pause under this point."""
        return next((gap for gap in self.gaps if gap.box.holds(x, y)), None)

    def column_at(self, x: float, y: float) -> Column | None:
        """The casus under this point."""
        return next((column for column in self.columns if column.box.holds(x, y)), None)

    def row_at(self, y: float) -> Row | None:
        """The person at this height."""
        return next((row for row in self.rows if row.box.y <= y < row.box.y + row.box.h), None)


def lay_out(
    plan: Plan, measures: Measures, pins: Iterable[str], windows: Mapping[str, Venster]
) -> Picture:
    """The picture of a plan at this width."""
    return _Drawing(plan, measures, frozenset(pins), windows).picture()


_SEEN = 400
"""More letters than this no row has room for."""


def shorten(text: str, room: float, wide: Callable[[str], float]) -> str:
    """As much of a text as fits, with an ellipsis where it was cut."""
    if len(text) <= _SEEN and wide(text) <= room:
        return text
    # Halving, over what could be seen at all: a name of ten thousand letters costs as little.
    fits, cut = 0, min(len(text), _SEEN)
    while fits < cut:
        half = (fits + cut + 1) // 2
        if wide(f"{text[:half]}…") <= room:
            fits = half
        else:
            cut = half - 1
    return f"{text[:fits].rstrip()}…" if fits else ""


def window_in_words(venster: Venster | None) -> str:
    """When somebody can be there; nothing when always."""
    if venster is None or (venster.van is None and venster.tot is None):
        return ""
    van = "" if venster.van is None else f" vanaf {clock(venster.van)}"
    tot = "" if venster.tot is None else f" tot {clock(venster.tot)}"
    return f"kan{van}{tot}"


class _Drawing:
    def __init__(
        self,
        plan: Plan,
        measures: Measures,
        pins: frozenset[str],
        windows: Mapping[str, Venster],
    ) -> None:
        self.plan = plan
        self.measures = measures
        self.pins = pins
        self.windows = windows
        room = measures.width - 2 * PAD
        says = measures.wide("kom 00:00, klaar 00:00")
        under = (_under(999, windows.get(mens.id)) for mens in plan.mensen)
        self.right = max([says, *(measures.small_wide(text) for text in under)])
        names = [measures.wide(mens.naam) for mens in plan.mensen]
        functions = [measures.small_wide(_function(mens)) for mens in plan.mensen]
        self.left = min(max([*names, *functions, 0]), room * 0.28)
        time = room - self.left - self.right - 4 * PAD
        self.stacked = time < max(room * BAR_ROOM, measures.small_wide("0" * BAR_LETTERS))
        if self.stacked:
            self.right = min(self.right, room * 0.6)
        x = PAD if self.stacked else PAD + self.left + 2 * PAD
        small = measures.small_line
        self.door_top = PAD / 2
        self.head_top = self.door_top + 2 * small + PAD / 2
        self.head_height = measures.line + small + PAD
        top = self.head_top + self.head_height + PAD / 2
        self.axis = Box(x, top, max(room if self.stacked else time, 1), 0)

    def picture(self) -> Picture:
        rows: list[Row] = []
        y = self.axis.y
        for mens in self.plan.mensen:
            rows.append(self._row(mens, y))
            y += rows[-1].box.h
        self.axis = self.axis._replace(h=y - self.axis.y)
        columns = tuple(self._columns(y))
        legend, gaps = tuple(self._legend()), tuple(self._gaps(y))
        high = y + PAD / 2
        return Picture(self.axis, columns, tuple(rows), legend, high, self.stacked, gaps)

    def _x(self, minute: int) -> float:
        span = max(self.plan.end - self.plan.begin, 1)
        inside = min(max(minute - self.plan.begin, 0), span)
        return self.axis.x + self.axis.w * inside / span

    # --- what stands on top ---

    def _legend(self) -> Iterator[Words]:
        if self.stacked:
            return
        small = self.measures.small_line
        texts = (
            ("Deur: erin", self.door_top),
            ("eruit", self.door_top + small),
        )
        for text, y in texts:
            yield Words(text, Box(PAD, y, self.left, small), small=True, right=True)

    def _columns(self, bottom: float) -> Iterator[Column]:
        last_time = 0.0
        for number, (door, (punt, now)) in enumerate(
            zip(self.plan.doors(), self.plan.begins(), strict=False), start=1
        ):
            x, right = self._x(now), self._x(now + punt.tafel.minuten)
            head = Box(x, self.head_top, right - x, self.head_height)
            words = [*self._door(door, x, right - x), *self._code(punt.casus, number, head)]
            time = clock(now)
            need = self.measures.small_wide(time)
            if x + PAD / 2 >= last_time and x + PAD / 2 + need <= self.axis.right:
                y = head.y + PAD / 2 + self.measures.line
                box = Box(x + PAD / 2, y, need + 1, self.measures.small_line)
                words.append(Words(time, box, small=True))
                last_time = box.right + PAD / 2
            marks = (
                self.door_top if door.erin else 0.0,
                self.door_top + self.measures.small_line if door.eruit else 0.0,
            )
            yield Column(
                punt.casus,
                Box(x, 0, right - x, bottom),
                head,
                tuple(words),
                marks,
                punt.casus in self.pins,
                punt.moves,
            )

    def _gaps(self, bottom: float) -> Iterator[Gap]:
        """The word for a pause, or a shorter one, or only its minutes."""
        measures = self.measures
        for rest in self.plan.breaks():
            x, right = self._x(rest.begin), self._x(rest.end)
            head = Box(x, self.head_top, right - x, self.head_height)
            words = []
            lines = (("pauze",), (f"{rest.minutes} min", f"{rest.minutes}"))
            for number, texts in enumerate(lines):
                for text in texts:
                    if (need := measures.small_wide(text)) <= head.w - 2:
                        y = head.y + PAD / 2 + number * measures.small_line
                        box = Box(head.middle - need / 2, y, need + 1, measures.small_line)
                        words.append(Words(text, box, small=True))
                        break
            yield Gap(rest.after, Box(x, 0, right - x, bottom), head, tuple(words))

    def _door(self, door: Door, x: float, width: float) -> Iterator[Words]:
        small = self.measures.small_line
        room = width - small - PAD / 2
        ways = (("erin", "+", door.erin), ("eruit", "−", door.eruit))
        for line, (word, sign, who) in enumerate(ways):
            if not who:
                continue
            functions = ", ".join(mens.functie or mens.naam for mens in who)
            count = f"{len(who)} {word}" if self.stacked else str(len(who))
            for text in (f"{count}  {functions}", count, f"{sign}{len(who)}"):
                if self.measures.small_wide(text) <= room:
                    box = Box(x + small, self.door_top + line * small, room, small)
                    yield Words(text, box, small=True)
                    break

    def _code(self, casus: str, number: int, head: Box) -> Iterator[Words]:
        pin = self.measures.small_line if casus in self.pins else 0
        room = head.w - PAD - pin
        for text in (casus, str(number)):
            if self.measures.wide(text) * 1.08 <= room:  # bold is wider
                box = Box(head.x + PAD / 2, head.y + PAD / 2, room, self.measures.line)
                yield Words(text, box, strong=True)
                break

    # --- one person ---

    def _row(self, mens: Mens, y: float) -> Row:
        measures = self.measures
        words_high = measures.line + measures.small_line
        if self.stacked:
            high = words_high + measures.line * 0.9 + 1.5 * PAD
            band = Box(self.axis.x, y + words_high + PAD / 2, self.axis.w, measures.line * 0.9)
        else:
            high = words_high + PAD
            band = Box(self.axis.x, y + high * 0.22, self.axis.w, high * 0.56)
        box = Box(0, y, measures.width, high)
        return Row(
            mens.id,
            box,
            tuple(self._row_words(mens, y + (0 if self.stacked else PAD / 2))),
            tuple(self._bars(mens.id, band)),
            tuple(self._wait(*gap, band) for gap in self.plan.waits(mens.id)),
            tuple(self._away(self.windows.get(mens.id), box, band)),
        )

    def _row_words(self, mens: Mens, y: float) -> Iterator[Words]:
        measures = self.measures
        under_y = y + measures.line
        right_x = measures.width - PAD - self.right
        left = right_x - 2 * PAD if self.stacked else self.left
        naam = shorten(mens.naam, left, measures.wide)
        yield Words(naam, Box(PAD, y, left + 1, measures.line))
        function = shorten(_function(mens), left, measures.small_wide)
        yield Words(function, Box(PAD, under_y, left + 1, measures.small_line), small=True)
        says = shorten(coming_in_words(self.plan, mens.id), self.right, measures.wide)
        yield Words(says, Box(right_x, y, self.right, measures.line), right=True)
        under = Box(right_x, under_y, self.right, measures.small_line)
        waits = _under(self.plan.waiting_of(mens.id), self.windows.get(mens.id))
        waits = shorten(waits, self.right, measures.small_wide)
        yield Words(waits, under, small=True, right=True)

    def _bars(self, mens: str, band: Box) -> Iterator[Bar]:
        venster = self.windows.get(mens)
        for punt, now in self.plan.begins():
            if mens in punt.tafel.professionals:
                end = now + punt.tafel.minuten
                x = self._x(now) + 1.5
                width = max(self._x(end) - 1.5 - x, 2)
                yield Bar(punt.casus, band._replace(x=x, w=width), _clashes(venster, now, end))

    def _wait(self, begin: int, end: int, minutes: int, band: Box) -> Wait:
        x = self._x(begin)
        line = Box(x, band.y + band.h / 2, self._x(end) - x, 0)
        text = f"{minutes} min"
        need = self.measures.small_wide(text)
        if need + PAD > line.w:
            return Wait(line, None)
        box = Box(line.middle - need / 2, line.y - self.measures.small_line, need + 1, 0)
        return Wait(line, Words(text, box._replace(h=self.measures.small_line), small=True))

    def _away(self, venster: Venster | None, row: Box, band: Box) -> Iterator[Box]:
        if venster is None:
            return
        high = band if self.stacked else row
        if venster.van is not None and venster.van > self.plan.begin:
            end = self._x(venster.van)
            yield Box(self.axis.x, high.y, end - self.axis.x, high.h)
        if venster.tot is not None and venster.tot < self.plan.end:
            begin = self._x(venster.tot)
            yield Box(begin, high.y, self.axis.right - begin, high.h)


def _function(mens: Mens) -> str:
    return " · ".join(part for part in (mens.functie, mens.partij) if part)


def _under(waits: int, venster: Venster | None) -> str:
    parts = (f"wacht {waits} min" if waits else "", window_in_words(venster))
    return " · ".join(part for part in parts if part)


def _clashes(venster: Venster | None, begin: int, end: int) -> bool:
    if venster is None:
        return False
    early = venster.van is not None and begin < venster.van
    return early or (venster.tot is not None and end > venster.tot)
