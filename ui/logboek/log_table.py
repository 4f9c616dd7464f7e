"""The table of lines; where it is narrow a row is two short lines."""

from PySide6.QtCore import QCoreApplication

from ui.logboek.log_rows import ABOUT, RESULT, WHAT, WHEN, WHO, LogRows
from ui.widgets.folding_table import FoldingTable

_ROWS_AT_LEAST = 5
_EMS = {WHEN: 18, WHO: 14, ABOUT: 15, RESULT: 28}
"""How many letters wide each column is; what was done takes what is left."""
_WHAT_EMS = 24
"""Narrower than this it says nothing any more."""


class LogTable(FoldingTable[LogRows]):
    """Only the rows in sight are drawn and only what one scrolls to is read."""

    def __init__(self, rows: LogRows) -> None:
        super().__init__(rows, _tr("Regels van het logboek"), at_least=_ROWS_AT_LEAST)

    def chosen(self) -> int:
        """The number of the line one is on, or 0."""
        row = self.currentIndex().row()
        return self._rows.line(row).nr if row >= 0 else 0

    def choose(self, nr: int) -> None:
        """Goes to this line; to the newest when it is not there."""
        self.choose_row(self._rows.row_of(nr))

    def spread(self, letter: int, room: int) -> bool:
        """What was done takes what is left."""
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
        return folded


def _tr(text: str) -> str:
    return QCoreApplication.translate("logboek", text)
