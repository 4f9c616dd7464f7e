"""The marks of the matrix: each its own shape, so that no meaning hangs on a colour.

The room sees the same shapes on the beamer.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from ui.tafel.meenemen.matrix import WORDS, Mark
from ui.tafelindeling.painting import tokens_of
from ui.theme import Tokens
from ui.widgets.flow import Line
from ui.widgets.layout import holder, horizontal
from ui.widgets.plain_label import PlainLabel

LEGEND = (
    Mark.OPEN,
    Mark.NOBODY,
    Mark.SOME,
    Mark.HERE,
    Mark.MEE,
    Mark.OWN,
    Mark.LATER,
    Mark.DERDE,
    Mark.NO,
)


def colours(mark: Mark, tokens: Tokens) -> tuple[str, str]:
    """Ink and ground."""
    if mark is Mark.MEE:
        return tokens.good, tokens.good_soft
    if mark is Mark.OPEN:
        return tokens.warn, tokens.warn_soft
    if mark is Mark.NOBODY:
        return tokens.ink, tokens.accent_soft
    if mark in {Mark.NO, Mark.OWN, Mark.LATER, Mark.DERDE}:
        return tokens.ink_soft, tokens.paper
    return tokens.ink, tokens.sheet


def draw_mark(painter: QPainter, box: QRectF, mark: Mark, tokens: Tokens) -> None:
    """Draws it in a square as large as fits in the box."""
    side = min(box.width(), box.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(box.center())
    pen = QPen(QColor(colours(mark, tokens)[0]), max(2.0, side / 9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SHAPES[mark](painter, square.adjusted(side / 8, side / 8, -side / 8, -side / 8))
    painter.restore()


def _circle(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(box)


def _tick(painter: QPainter, box: QRectF) -> None:
    x, y, w, h = box.x(), box.y(), box.width(), box.height()
    points = [
        QPointF(x, y + h * 0.55),
        QPointF(x + w * 0.36, y + h * 0.9),
        QPointF(x + w, y + h * 0.12),
    ]
    painter.drawPolyline(QPolygonF(points))


def _diamond(painter: QPainter, box: QRectF) -> None:
    middle, half = box.center(), box.width() / 2
    corners = ((0, -half), (half, 0), (0, half), (-half, 0))
    painter.drawPolygon(QPolygonF([middle + QPointF(*corner) for corner in corners]))


def _dash(painter: QPainter, box: QRectF) -> None:
    middle = box.center().y()
    painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))


def _plus_in_dots(painter: QPainter, box: QRectF) -> None:
    """A place where an afspraak is missing."""
    middle, arm = box.center(), box.width() / 5
    painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
    painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))
    pen = painter.pen()
    pen.setWidthF(pen.widthF() * 0.7)
    pen.setDashPattern([1.0, 2.4])
    painter.setPen(pen)
    painter.drawEllipse(box)


def _gate(painter: QPainter, box: QRectF) -> None:
    """A triangle with a stroke: something comes first."""
    middle, half, arm = box.center(), box.width() / 2, box.width() / 6
    corners = ((0, -half), (half, half * 0.8), (-half, half * 0.8))
    painter.drawPolygon(QPolygonF([middle + QPointF(*corner) for corner in corners]))
    painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))


def _dot(painter: QPainter, box: QRectF) -> None:
    """Said, and elsewhere in the row."""
    painter.setBrush(painter.pen().color())
    painter.drawEllipse(box.center(), box.width() / 6, box.width() / 6)


def _barred(painter: QPainter, box: QRectF) -> None:
    """A circle with a bar: stays in."""
    painter.drawEllipse(box)
    inner = box.width() / 4
    middle = box.center().y()
    painter.drawLine(QPointF(box.left() + inner, middle), QPointF(box.right() - inner, middle))


def _question(painter: QPainter, box: QRectF) -> None:
    font = painter.font()
    font.setBold(True)
    font.setPixelSize(max(8, round(box.height() * 1.2)))
    painter.setFont(font)
    painter.drawText(box.adjusted(-4, -4, 4, 4), Qt.AlignmentFlag.AlignCenter, "?")


_SHAPES = {
    Mark.HERE: _circle,
    Mark.MEE: _tick,
    Mark.OWN: _diamond,
    Mark.NO: _dash,
    Mark.LATER: _plus_in_dots,
    Mark.DERDE: _gate,
    Mark.NOBODY: _barred,
    Mark.OPEN: _question,
    Mark.SOME: _dot,
}


class MarkSign(QWidget):
    """One mark, for the legend; the word beside it says what it is."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self._mark = mark

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As high as a line."""
        high = self.fontMetrics().height()
        return QSize(high, high)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Only the shape."""
        painter = QPainter(self)
        draw_mark(painter, QRectF(self.rect()), self._mark, tokens_of(QApplication.palette()))
        painter.end()


def legend() -> Line:
    """Every mark with its word."""
    return Line(
        *(
            holder(horizontal(MarkSign(mark), PlainLabel(WORDS[mark], wrap=False), gap=4))
            for mark in LEGEND
        )
    )
