"""A key as it lies on the keyboard, with what it says here; a real button for mouse and finger."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolTip

from ui.tafel.invoer.stamp import Cap
from ui.tafel.seat_button import LEAST
from ui.tafelindeling.painting import tokens_of
from ui.texts import sentence

PAD = 8.0


class KeyCap(QAbstractButton):
    """Quiet ones have no edge: they are beside the question."""

    def __init__(self, cap: Cap) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_cap(cap)

    def show_cap(self, cap: Cap) -> None:
        """Another answer on the same key."""
        self.cap = cap
        note = f", {cap.note}" if cap.note else ""
        self.setText(f"{cap.text}{note}" if not cap.quiet else cap.text)
        letter = self.tr("toets {key}").format(key=cap.key)
        self.setAccessibleName(f"{sentence(self.text())}, {letter}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Key and text on one line."""
        metrics = QFontMetricsF(self.font())
        wide = self._box() + metrics.horizontalAdvance(self.text()) + 3 * PAD
        return QSize(round(wide + 1), round(max(LEAST, metrics.height() + 2 * PAD)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Where there is no room the text is cut; the whole of it is in the tool tip."""
        return QSize(LEAST, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """All the words for who points at it; a screen reader has them in the name already."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.text(), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Another text size or other colours."""
        super().changeEvent(event)
        self.updateGeometry()
        self.update()

    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _box(self) -> float:
        metrics = QFontMetricsF(self._strong())
        return max(metrics.height() + 2, metrics.horizontalAdvance(self.cap.key.upper()) + 12)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """A key with an edge at the bottom, and the words beside it."""
        tokens = tokens_of(QApplication.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.underMouse() or self.isDown()
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if not self.cap.quiet or over:
            painter.setPen(QPen(QColor(tokens.hairline), 1))
            painter.setBrush(QColor(tokens.accent_soft if over else tokens.sheet))
            painter.drawRoundedRect(whole, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole, 6, 6)
        high = QFontMetricsF(self._strong()).height()
        key = QRectF(PAD, (self.height() - high) / 2, self._box(), high)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.paper))
        painter.drawRoundedRect(key, 4, 4)
        painter.drawLine(
            round(key.left()) + 3,
            round(key.bottom()) - 2,
            round(key.right()) - 3,
            round(key.bottom()) - 2,
        )
        painter.setFont(self._strong())
        painter.setPen(QColor(tokens.ink))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self.cap.key.upper())
        rest = QRectF(key.right() + PAD, 0, self.width() - key.right() - 2 * PAD, self.height())
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.ink_soft if self.cap.quiet else tokens.ink))
        text = QFontMetricsF(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        painter.end()

    def enterEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """The mouse is over it."""
        self.update()
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """And away again."""
        self.update()
        event.accept()
