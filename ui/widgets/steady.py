"""A place that does not get lower than it was at rest, so that what is around it stands still."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget


class Steady(QWidget):
    """A column of widgets, never lower than it was `at_rest` at this width, until `settle`.

    Qt lays out a whole window anew when anything in a layout changes. Here that ends: this has no
    layout of its own, and only tells the window when it asks for another size.
    """

    def __init__(self, *parts: QWidget, at_rest: Callable[[], bool]) -> None:
        super().__init__()
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._at_rest = at_rest
        self._least = 0
        self._asked = QSize()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def settle(self) -> None:
        """Something else begins here: as high as that asks."""
        self._least = 0
        self._fit()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        """Narrow is high."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        """What is in it; at the width it has no less than at rest."""
        needs = self._column.totalHeightForWidth(width)
        return max(needs, self._least) if width == self.width() else needs

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As wide as what is in it likes."""
        return self._no_less(self._column.totalSizeHint())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As narrow as what is in it can be."""
        return self._no_less(self._column.totalMinimumSize())

    def _no_less(self, size: QSize) -> QSize:
        return QSize(size.width(), max(size.height(), self._least))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Another width begins anew."""
        super().resizeEvent(event)
        self._inside.resize(event.size())
        if event.size().width() != event.oldSize().width():
            self.settle()

    def event(self, event: QEvent) -> bool:
        """Something in it asks for another size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        high = self.heightForWidth(self.width())
        if self._at_rest():
            self._least = high
        wide = self._column.totalMinimumSize().width()
        asks = QSize(wide if wide > self.width() else 0, high)
        if asks != self._asked:
            self._asked = asks
            self.updateGeometry()
