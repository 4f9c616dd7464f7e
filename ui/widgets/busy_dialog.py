"""What is being made, shown when it takes longer than a moment; it goes away by itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QWidget

from ui.widgets.layout import vertical
from ui.widgets.plain_label import PlainLabel
from ui.widgets.reading_order import ReadingOrder

if TYPE_CHECKING:
    from ui.session import Session

A_MOMENT = 400
"""Milliseconds in which nobody wonders; a dialog that flashes only frightens."""


class BusyDialog(ReadingOrder, QDialog):
    """Cannot be closed by hand: the work is one handeling, done wholly or not at all."""

    def __init__(self, session: "Session", window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, on=False)
        self.setModal(True)
        self.what = PlainLabel(kind="heading")
        self.count = PlainLabel(kind="soft")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.setLayout(vertical(self.what, self.count, self.bar, gap=12, margin=24))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 48)
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(A_MOMENT)
        self._moment.timeout.connect(self._appear)
        session.working.connect(self.begin)
        session.progressed.connect(self.advance)
        session.idle.connect(self.end)

    def begin(self, text: str) -> None:
        """Waits a moment before it shows."""
        self.what.setText(text)
        self.setWindowTitle(text)
        self.bar.setAccessibleName(text)
        self.count.setText(self.tr("Een ogenblik. Hierna kunt u verder."))
        self.bar.setRange(0, 0)
        self._moment.start()

    def advance(self, done: int, total: int) -> None:
        """So many papers of so many; of a copy only the bar."""
        if total > 1:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
        if total > 1 and self._session.makes_paper:
            self.count.setText(self.tr("{n} van {all} papieren").format(n=done, all=total))

    def end(self) -> None:
        """The work is done."""
        self._moment.stop()
        self.hide()

    def reject(self) -> None:
        """Escape changes nothing: there is nothing to stop halfway."""

    def _appear(self) -> None:
        front = QApplication.activeModalWidget()
        middle = (front or self.parentWidget() or self).window().geometry().center()
        self.adjustSize()
        self.move(middle - self.rect().center())
        self.show()
