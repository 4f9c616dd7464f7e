"""Where the seats stand around the table; numbers only, no screen."""

from typing import NamedTuple

GAP = 8.0
LEAST = 3
"""With fewer there is no table to sit around."""
BOTH_ENDS = 4
"""From here on somebody sits at the other head too."""


class Box(NamedTuple):
    """A rectangle, in pixels."""

    x: float
    y: float
    w: float
    h: float


class Around(NamedTuple):
    """Every seat in the order of the numbers, and the table between them.

    Without a table the seats stand in rows.
    """

    seats: tuple[Box, ...]
    table: Box | None
    height: float


def around(count: int, width: float, seat_height: float, narrow: float, wide: float) -> Around:
    """Number 1 at the head on the left, then clockwise.

    `narrow` is the least a seat can do with, `wide` what its longest word asks for.
    """
    if count < LEAST:
        return rows(count, width, seat_height, narrow, wide)
    ends = 2 if count >= BOTH_ENDS else 1
    on_top = (count - ends + 1) // 2
    below = count - ends - on_top
    columns = max(on_top, below, 2)
    seat_width = min(wide, (width - GAP * (columns - 1)) / columns)
    if seat_width < narrow or ends * seat_width + narrow > width:
        return rows(count, width, seat_height, narrow, wide)
    middle = seat_height + GAP
    low = middle + seat_height + GAP
    boxes = [Box(0.0, middle, seat_width, seat_height)]
    boxes += _line(on_top, 0.0, width, seat_width, seat_height)
    if count >= BOTH_ENDS:
        boxes.append(Box(width - seat_width, middle, seat_width, seat_height))
    boxes += reversed(_line(below, low, width, seat_width, seat_height))
    left = seat_width + GAP
    right = left if count >= BOTH_ENDS else 0.0
    table = Box(left, middle, width - left - right, seat_height)
    return Around(tuple(boxes), table, low + (seat_height if below else -GAP))


def _line(count: int, y: float, width: float, seat_width: float, height: float) -> list[Box]:
    used = count * seat_width + (count - 1) * GAP
    spread = min(max((width - used) / (count + 1), 0.0), seat_width / 2) if count else 0.0
    start = (width - used - spread * (count - 1)) / 2
    return [
        Box(start + index * (seat_width + GAP + spread), y, seat_width, height)
        for index in range(count)
    ]


def rows(count: int, width: float, seat_height: float, narrow: float, wide: float) -> Around:
    """As words in a text, where there is no room for a table."""
    columns = max(1, min(count, int((width + GAP) // (max(narrow, 1.0) + GAP))))
    seat_width = min(max(wide, narrow), (width - GAP * (columns - 1)) / columns)
    boxes = tuple(
        Box(
            index % columns * (seat_width + GAP),
            index // columns * (seat_height + GAP),
            seat_width,
            seat_height,
        )
        for index in range(count)
    )
    lines = -(-count // columns) if count else 0
    return Around(boxes, None, max(lines * (seat_height + GAP) - GAP, 0.0))
