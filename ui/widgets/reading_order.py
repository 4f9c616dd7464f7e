"""The order of Tab: as one reads, also through what was made anew a moment ago.

Qt keeps a chain in which whatever is new comes last, and `setTabOrder` mends it by hand until the
next change. Here nothing is kept: each press asks the layouts what stands where. A screen reader
reads the same widgets in the same order (docs/schermlezer.md).
"""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


_NOWHERE = (1_000_000,)
"""After everything that has a place: a toast, a scroll bar."""


def walk(top: QWidget, *, hidden: bool = False) -> Iterator[QWidget]:
    """Everything that is shown, as one reads it; what holds others comes before them."""
    yield top
    for child in _inside(top):
        if not child.isWindow() and (hidden or not child.isHidden()):
            yield from walk(child, hidden=hidden)


def _inside(widget: QWidget) -> list[QWidget]:
    """Its children, those in its layout first and as they stand there."""
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    layout = widget.layout()
    if layout is None:
        return children
    at = _places(layout, children)
    return sorted(children, key=lambda child: at.get(child, _NOWHERE))


def _places(layout: QLayout, children: Sequence[QWidget]) -> dict[QWidget, tuple[int, ...]]:
    """Where each stands, counted from the outermost layout inward.

    Asks for the place of a widget and not for the item at a place: PySide keeps such an item by
    its address, also when Qt has thrown it away and something else lies there.
    """
    found: dict[QWidget, tuple[int, ...]] = {}
    for child in children:
        if (index := layout.indexOf(child)) >= 0:
            found[child] = _place(layout, index)
    for inner in layout.children():
        if isinstance(inner, QLayout):
            before = _place(layout, layout.indexOf(inner))
            deeper = _places(inner, [child for child in children if child not in found])
            found |= {child: (*before, *place) for child, place in deeper.items()}
    return found


def _place(layout: QLayout, index: int) -> tuple[int, ...]:
    if isinstance(layout, QGridLayout):
        row, column, *_span = cast("tuple[int, ...]", layout.getItemPosition(index))
        return row, column
    return (index,)


def tell_in_order(parent: QWidget) -> None:
    """For a screen reader: it reads children as Qt keeps them, and what is new comes last."""
    layout = parent.layout()
    if layout is None:
        return
    order = [child for child in parent.children() if isinstance(child, QWidget)]
    at = _places(layout, order)
    placed = sorted(at, key=lambda child: at[child])
    for before, after in pairwise(reversed(placed)):
        if order.index(before) < order.index(after):
            after.stackUnder(before)
            order.remove(after)
            order.insert(order.index(before), after)


def is_stop(widget: QWidget) -> bool:
    """Tab stops here; not at what hands the keyboard to another."""
    tabs = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabs and widget.isEnabled() and widget.focusProxy() is None


def stops_from(part: QWidget, top: QWidget) -> Iterator[QWidget]:
    """Every visible stop inside `top`, from this part on and round; the part may be one."""
    every = list(walk(top, hidden=True))[1:]
    here = every.index(part) if part in every else 0
    for widget in chain(every[here:], every[:here]):
        if widget.isVisible() and is_stop(widget):
            yield widget


class ReadingOrder(_Base):
    """For a window: first in its list of bases."""

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802 (Qt's names)
        """To the stop after or before the one that has the focus."""
        shown = list(walk(self))
        now = self.focusWidget()
        here = shown.index(now) if now in shown else 0
        order = chain(shown[here + 1 :], shown[:here])
        if not next:
            order = chain(reversed(shown[:here]), reversed(shown[here + 1 :]))
        reasons = Qt.FocusReason
        for widget in order:
            if is_stop(widget):
                widget.setFocus(reasons.TabFocusReason if next else reasons.BacktabFocusReason)
                return True
        return False
