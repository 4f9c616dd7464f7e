"""Widgets that stay as long as they say the same: making all anew takes long, and they blink."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.widgets.flow import FlowLayout
from ui.widgets.reading_order import tell_in_order

Row = tuple[Hashable, Callable[[], QWidget]]
"""Everything that a row shows, and how it is made."""
Again = Callable[[Any, Any], bool]
"""Lets a row that would go show something else instead; false when that row cannot."""


class KeptRows:
    """What stands in one layout; each row is known by everything that it shows."""

    def __init__(self, layout: QVBoxLayout | FlowLayout, again: Again | None = None) -> None:
        self.layout = layout
        self._again = again
        self._made: dict[Hashable, QWidget] = {}

    def show_rows(self, rows: Iterable[Row]) -> None:
        """In this order; only what is not there yet is made. What is gone goes."""
        wanted = dict(rows)
        left = {shown: row for shown, row in self._made.items() if shown not in wanted}
        for row in left.values():
            self.layout.removeWidget(row)
        spare = list(left.values())
        made = {
            shown: self._made.get(shown) or self._reused(spare, shown) or make()
            for shown, make in wanted.items()
        }
        self._made = made
        for index, row in enumerate(made.values()):
            if self.layout.indexOf(row) != index:
                self.layout.removeWidget(row)
                self.layout.insertWidget(index, row)
        for row in spare:
            row.hide()
            row.deleteLater()
        if (parent := self.layout.parentWidget()) is not None:
            tell_in_order(parent)

    def _reused(self, spare: list[QWidget], shown: Hashable) -> QWidget | None:
        """Never the row with the focus: its key would suddenly do something else."""
        focused = QApplication.focusWidget()
        for row in spare:
            busy = focused is not None and (row is focused or row.isAncestorOf(focused))
            if not busy and self._again is not None and self._again(row, shown):
                spare.remove(row)
                return row
        return None
