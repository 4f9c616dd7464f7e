"""Rows that stay as long as they say the same: with 200 of them making all anew takes a second."""

from collections.abc import Callable, Hashable, Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget


class KeptRows(QVBoxLayout):
    """A column of rows; each is known by everything that it shows."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self.setSpacing(gap)
        self._made: dict[Hashable, QWidget] = {}

    def show_rows(self, rows: Iterable[tuple[Hashable, Callable[[], QWidget]]]) -> None:
        """In this order; `make` is only called for what is not there yet. What is gone goes."""
        before, self._made = self._made, {}
        for index, (shown, make) in enumerate(rows):
            row = before.pop(shown, None) or make()
            self._made[shown] = row
            item = self.itemAt(index)
            if item is None or item.widget() is not row:
                self.removeWidget(row)
                self.insertWidget(index, row)
        for row in before.values():
            self.removeWidget(row)
            row.hide()
            row.deleteLater()
