"""How much of a text, and how many rows, fit where they have to stand."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

_TALL = 100_000
"""No text is higher, in pixels."""


def unbroken(text: str) -> str:
    """A function stays on one line."""
    return text.replace(" ", "\u00a0").replace("-", "\u2011")


def height_of(text: str, font: QFont, width: int) -> int:
    """How high this text is at this width, in pixels."""
    room = QRect(0, 0, max(width, 1), _TALL)
    wrap = Qt.TextFlag.TextWordWrap
    return QFontMetrics(font).boundingRect(room, wrap, text).height()


def cut_to(text: str, font: QFont, width: int, height: int) -> str:
    """As many words as fit, and dots where some do not."""
    if height_of(text, font, width) <= height:
        return text
    words = text.split()
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if height_of(" ".join(words[:middle]) + " …", font, width) <= height:
            low = middle
        else:
            high = middle - 1
    return " ".join([*words[:low], "…"])


def window_of(heights: Sequence[int], room: int, wanted: int) -> tuple[int, int]:
    """The first and last row to show so that `wanted` is among them and as many as fit."""
    if not heights:
        return 0, -1
    first = last = wanted
    used = heights[wanted]
    while True:
        if first > 0 and used + heights[first - 1] <= room:
            first -= 1
            used += heights[first]
        elif last + 1 < len(heights) and used + heights[last + 1] <= room:
            last += 1
            used += heights[last]
        else:
            return first, last
