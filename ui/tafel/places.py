"""Where the seats stand around the table; numbers only, no screen."""

from typing import NamedTuple

GAP = 8.0
LEAST = 3
"""With fewer there is no table to sit around."""
BOTH_ENDS = 4
"""From here on somebody sits at the other head too."""
MANY = 10
"""From here on two sit at each head: otherwise the long sides get too crowded."""
DEEPER = 1.2
"""A table grows so many seats deeper where there is room."""


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


def around(
    count: int, width: float, seat_height: float, narrow: float, wide: float, *, high: float = 0.0
) -> Around:
    """Number 1 at the head on the left, then clockwise.

    `narrow` is the least a seat can do with, `wide` what its longest word asks for; `high` is the
    room there is, for a table that is deeper than its seats ask.
    """
    if count < LEAST:
        return rows(count, width, seat_height, narrow, wide)
    left = 2 if count >= MANY else 1
    right = left if count >= BOTH_ENDS else 0
    on_top = (count - left - right + 1) // 2
    below = count - left - right - on_top
    columns = max(on_top, below, 2)
    seat_width = min(wide, (width - GAP * (columns - 1)) / columns)
    if seat_width < narrow or (1 + min(right, 1)) * seat_width + narrow > width:
        return rows(count, width, seat_height, narrow, wide)
    deep = left * (seat_height + GAP) - GAP
    least = 2 * (seat_height + GAP) + deep
    height = max(least, min(high, least + DEEPER * seat_height))
    low = height - seat_height
    middle = seat_height + GAP
    inner = low - GAP - middle
    start = middle + (inner - deep) / 2
    ends = [
        Box(0.0, start + n * (seat_height + GAP), seat_width, seat_height) for n in range(left)
    ]
    across = [box._replace(x=width - seat_width) for box in ends[:right]]
    boxes = [*ends[:1], *_line(on_top, 0.0, width, seat_width, seat_height), *across]
    boxes += [*reversed(_line(below, low, width, seat_width, seat_height)), *ends[1:]]
    side = seat_width + GAP
    table = Box(side, middle, width - side - (side if right else 0.0), inner)
    return Around(tuple(boxes), table, height)


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
