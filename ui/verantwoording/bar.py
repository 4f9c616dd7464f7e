"""One bar beside the numbers it belongs to: how large this is beside the largest."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.tafelindeling.painting import tokens_of

_LEAST = 120
"""Pixels; a shorter bar says nothing."""


class Bar(QWidget):
    """As high as the text beside it; a screen reader passes it by, for the numbers say it all."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """One line high."""
        return QSize(_LEAST, round(QFontMetricsF(self.font()).height()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As it likes to be."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """The room in outline, and the bar in it: also without colour one is longer."""
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        room = QRectF(self.rect()).adjusted(0.5, 3.5, -0.5, -3.5)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawRect(room)
        room.setWidth(max(2.0, room.width() * self._share))
        painter.fillRect(room, QColor(tokens.accent))
