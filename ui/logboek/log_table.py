"""The table of lines; where it is narrow a row is two short lines."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.logboek.log_rows import ABOUT, RESULT, WHAT, WHEN, WHO, LogRows

_ROW = 34
_ROWS_AT_LEAST = 5
_EMS = {WHEN: 18, WHO: 14, ABOUT: 15, RESULT: 28}
"""How many letters wide each column is; what was done takes what is left."""
_WHAT_EMS = 24
"""Narrower than this it says nothing any more."""


class LogTable(QTableView):
    """Only the rows in sight are drawn and only what one scrolls to is read."""

    def __init__(self, rows: LogRows) -> None:
        super().__init__()
        self._rows = rows
        self.setModel(rows)
        self.setAccessibleName(self.tr("Regels van het logboek"))
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

    def chosen(self) -> int:
        """The number of the line one is on, or 0."""
        row = self.currentIndex().row()
        return self._rows.line(row).nr if row >= 0 else 0

    def choose(self, nr: int) -> None:
        """Goes to this line; to the newest when it is not there."""
        if self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(max(self._rows.row_of(nr), 0), 0))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Another text size, other widths."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """What was done takes what is left, or a row becomes two lines."""
        super().resizeEvent(event)
        self._spread()

    def _measure(self) -> None:
        lines = 2 if self._rows.folded else 1
        high = max(_ROW, self.fontMetrics().lineSpacing() * lines + 14)
        self.verticalHeader().setDefaultSectionSize(high)
        self.setMinimumHeight(high * (_ROWS_AT_LEAST // lines + 1))
        self._spread()

    def _spread(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        room = self.viewport().width()
        widths = {column: ems * letter + 16 for column, ems in _EMS.items()}
        rest = room - sum(widths.values())
        folded = rest < _WHAT_EMS * letter
        for column in (WHO, ABOUT, RESULT):
            self.setColumnHidden(column, folded)
        if folded:
            self.setColumnWidth(WHEN, 2 * room // 5)
            self.setColumnWidth(WHAT, room - 2 * room // 5)
        else:
            for column, width in widths.items():
                self.setColumnWidth(column, width)
            self.setColumnWidth(WHAT, rest)
        if folded != self._rows.folded:
            self._rows.fold(folded)
            self._measure()
