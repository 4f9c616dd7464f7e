"""The order of Tab: as one reads, also through what was made anew a moment ago.

Qt keeps a chain in which whatever is new comes last, and `setTabOrder` mends it by hand until the
next change. Here nothing is kept: each press asks the layouts what stands where. A screen reader
reads the same widgets in the same order (docs/schermlezer.md).
"""

from collections.abc import Iterator
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


def walk(top: QWidget, *, hidden: bool = False) -> Iterator[QWidget]:
    """Everything that is shown, as one reads it; what holds others comes before them."""
    yield top
    for child in _inside(top):
        if not child.isWindow() and (hidden or not child.isHidden()):
            yield from walk(child, hidden=hidden)


def _inside(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    placed = list(_placed(layout)) if layout is not None else []
    yield from placed
    for child in widget.children():
        if isinstance(child, QWidget) and child not in placed:
            yield child


def _placed(layout: QLayout) -> Iterator[QWidget]:
    order = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        order.sort(key=lambda index: tuple(layout.getItemPosition(index)))  # type: ignore[arg-type]  # the stub says object
    for index in order:
        item = layout.itemAt(index)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _placed(inner)


def tell_in_order(parent: QWidget) -> None:
    """For a screen reader: it reads children as Qt keeps them, and what is new comes last."""
    layout = parent.layout()
    if layout is None:
        return
    placed = [widget for widget in _placed(layout) if widget.parentWidget() is parent]
    order = [child for child in parent.children() if child in placed]
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
