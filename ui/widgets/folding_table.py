"""A table that draws only the rows in sight; where it is narrow a row is two short lines."""

from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

ROW = 36
"""A row is never lower, in pixels."""


class FoldingRows(QAbstractTableModel):
    """Rows that can be told to say everything in two lines."""

    folded = False

    def fold(self, folded: bool) -> None:
        """Two lines for a row, or one."""
        self.folded = folded
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)


R = TypeVar("R", bound=FoldingRows)


class FoldingTable(QTableView, Generic[R]):
    """Who inherits says in `spread` how wide the columns are, and whether they fit."""

    def __init__(self, rows: R, name: str, *, at_least: int) -> None:
        super().__init__()
        self._rows = rows
        self._at_least = at_least
        self.setModel(rows)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._measure()

    def spread(self, letter: int, room: int) -> bool:
        """Gives the columns their widths in pixels; whether they only fit folded."""
        raise NotImplementedError  # each heir says how

    def _measure(self) -> None:
        lines = 2 if self._rows.folded else 1
        high = max(ROW, self.fontMetrics().lineSpacing() * lines + 14)
        self.verticalHeader().setDefaultSectionSize(high)
        self.setMinimumHeight(high * (self._at_least // lines + 1))
        self._spread()

    def _spread(self) -> None:
        folded = self.spread(self.fontMetrics().averageCharWidth(), self.viewport().width())
        if folded != self._rows.folded:
            self._rows.fold(folded)
            self._measure()

    def choose_row(self, row: int) -> None:
        """Goes to this row; to the first one when there is no such row."""
        if self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(max(row, 0), 0))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Another text size, other widths."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """One column takes what is left, or a row becomes two lines."""
        super().resizeEvent(event)
        self._spread()
