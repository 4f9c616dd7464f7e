"""The tafelindeling as a list: per person when to come, when done, and how long one waits."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from casus_app.domein.tafelorde import Venster
from ui.tafelindeling.layout import window_in_words
from ui.tafelindeling.plan import Plan
from ui.texts import clock
from ui.theme import TARGET

PERSON, COMES, DONE, WAITS, CAN = range(5)


class PeopleTable(QTableWidget):
    """The same as the picture, one line each, for who reads or listens rather than looks."""

    times_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(0, CAN + 1)
        self.setAccessibleName(self.tr("Per persoon"))
        self.setHorizontalHeaderLabels(
            [self.tr("Wie"), self.tr("Kom"), self.tr("Klaar"), self.tr("Wacht"), self.tr("Kan")]
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(TARGET)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(PERSON, QHeaderView.ResizeMode.Stretch)
        self._ids: list[str] = []
        self.cellActivated.connect(self._ask)

    def fill(self, plan: Plan, windows: Mapping[str, Venster]) -> None:
        """Shows this plan; the row one was on stays."""
        self._ids = [mens.id for mens in plan.mensen]
        self.setRowCount(len(plan.mensen))
        for row, mens in enumerate(plan.mensen):
            needed = plan.needed(mens.id)
            waits = plan.waiting_of(mens.id)
            texts = (
                ", ".join(part for part in (mens.naam, mens.functie, mens.partij) if part),
                clock(needed[0][0]) if needed else "–",
                clock(needed[-1][1]) if needed else "–",
                self.tr("{n} min").format(n=waits) if waits else "–",
                window_in_words(windows.get(mens.id)).removeprefix("kan ") or self.tr("altijd"),
            )
            for column, text in enumerate(texts):
                item = self.item(row, column)
                if item is None:
                    self.setItem(row, column, QTableWidgetItem(text))
                elif item.text() != text:
                    item.setText(text)
        if self.currentRow() < 0 and self._ids:
            self.setCurrentCell(0, PERSON)
        self._fit()

    def _fit(self) -> None:
        """As high as its rows: the page scrolls, not the table."""
        high = max(TARGET, self.fontMetrics().height() + 12)
        self.verticalHeader().setDefaultSectionSize(high)
        for row in range(self.rowCount()):
            self.setRowHeight(row, high)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + high * self.rowCount() + 2 * self.frameWidth() + 4)

    def _ask(self, row: int, _column: int) -> None:
        self.times_asked.emit(self._ids[row])
