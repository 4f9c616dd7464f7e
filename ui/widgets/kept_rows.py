"""Widgets that stay as long as they say the same: making all anew takes long, and they blink."""

from collections.abc import Callable, Hashable, Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.flow import FlowLayout

Row = tuple[Hashable, Callable[[], QWidget]]
"""Everything that a row shows, and how it is made."""


class KeptRows:
    """What stands in one layout; each row is known by everything that it shows."""

    def __init__(self, layout: QVBoxLayout | FlowLayout) -> None:
        self.layout = layout
        self._made: dict[Hashable, QWidget] = {}

    def show_rows(self, rows: Iterable[Row]) -> None:
        """In this order; only what is not there yet is made. What is gone goes."""
        before, self._made = self._made, {}
        for index, (shown, make) in enumerate(rows):
            row = before.pop(shown, None) or make()
            self._made[shown] = row
            item = self.layout.itemAt(index)
            if item is None or item.widget() is not row:
                self.layout.removeWidget(row)
                self.layout.insertWidget(index, row)
        for row in before.values():
            self.layout.removeWidget(row)
            row.hide()
            row.deleteLater()
