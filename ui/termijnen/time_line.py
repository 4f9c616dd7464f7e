"""Every casus on its way to its last day, drawn; the arrows walk past the days."""

from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from casus_app.domein.casus import Casus, Fase
from ui.tafelindeling.painting import tokens_of
from ui.termijnen.columns import WEEKS, Column, named
from ui.theme import Tokens
from ui.widgets.notice import announce

_NEAR = 0.42
"""This part of the width is for the weeks that come."""
_SIDE = 12.0
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class TimeLine(QWidget):
    """A mark per casus, stacked on its week or quarter; where they do not fit, a bar."""

    looked = Signal(str)
    """The first casus of the column one went to."""
    KEYS: ClassVar = (("← →", "Langs de dagen op de tijdlijn"),)

    def __init__(self) -> None:
        super().__init__()
        self.columns: list[Column] = []
        self.at = 0
        self._fases: dict[str, Fase] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_casussen(self, columns: list[Column], casussen: list[Casus]) -> None:
        """These, and no others."""
        self.columns = columns
        self._fases = {casus.id: casus.fase for casus in casussen}
        self.at = min(self.at, len(columns) - 1)
        self._name()

    def mark(self, code: str) -> None:
        """The column of this casus is the one one is at."""
        for number, column in enumerate(self.columns):
            if code in column.codes:
                self.at = number
        self._name()

    def _name(self) -> None:
        if self.columns:
            here = named(self.columns, self.at)
            self.setAccessibleName(self.tr("Tijdlijn. {here}").format(here=here))
        self.update()

    # --- walking ---

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Left and right go to the next column with something in it, Home and End to the ends."""
        key = Qt.Key(event.key())
        full = [number for number, column in enumerate(self.columns) if column.codes]
        if key in _STEPS:
            ahead = [number for number in full if (number - self.at) * _STEPS[key] > 0]
            self._go(min(ahead, key=lambda number: abs(number - self.at), default=self.at))
        elif key == Qt.Key.Key_Home and full:
            self._go(full[0])
        elif key == Qt.Key.Key_End and full:
            self._go(full[-1])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """The column under the mouse."""
        for number in range(len(self.columns)):
            if self._box(number).contains(QPointF(event.position().x(), self._top() + 1)):
                self._go(number)

    def _go(self, number: int) -> None:
        if not self.columns[number].codes:
            return
        self.at = number
        self._name()
        announce(self, named(self.columns, number))
        self.looked.emit(self.columns[number].codes[0])

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Shown by a frame."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """No frame any more."""
        super().focusOutEvent(event)
        self.update()

    # --- measures ---

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """A few marks high, and the words above and below."""
        return QSize(400, int(self._letter() * 2 + 10 + 5 * self._dot() * 1.6 + 12))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As narrow as needed: the columns become thinner."""
        return QSize(200, self.sizeHint().height())

    def _letter(self) -> float:
        return QFontMetricsF(self.font()).height()

    def _dot(self) -> float:
        """As large as a small letter."""
        return self._letter() * 0.45

    def _top(self) -> float:
        return self._letter() + 8

    def _base(self) -> float:
        return self.height() - self._letter() - 8

    def _box(self, number: int) -> QRectF:
        """Where a column stands."""
        room = self.width() - 2 * _SIDE
        weeks, rest = WEEKS + 1, len(self.columns) - WEEKS - 1
        near = room * _NEAR if rest > 0 else room
        if number < weeks:
            wide = near / weeks
            left = _SIDE + wide * number
        else:
            wide = (room - near) / rest
            left = _SIDE + near + wide * (number - weeks)
        return QRectF(left, self._top(), wide, self._base() - self._top())

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """The columns, the line below them, and the words."""
        del event
        if not self.columns:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(QApplication.palette())
        self._ground(painter, tokens)
        most = max(len(column.codes) for column in self.columns)
        for number in range(len(self.columns)):
            self._column(painter, tokens, number, most)
        self._words(painter, tokens)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _ground(self, painter: QPainter, tokens: Tokens) -> None:
        near = QRectF(self._box(0)).united(self._box(min(WEEKS, len(self.columns) - 1)))
        painter.fillRect(near, QColor(tokens.paper))
        here = self._box(self.at)
        painter.fillRect(here, QColor(tokens.accent_soft))
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawLine(here.bottomLeft(), here.bottomRight())
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(QPointF(_SIDE, self._base()), QPointF(self.width() - _SIDE, self._base()))

    def _column(self, painter: QPainter, tokens: Tokens, number: int, most: int) -> None:
        box, codes = self._box(number), self.columns[number].codes
        if not codes:
            return
        dot = self._dot()
        step = dot * 1.6
        if len(codes) * step <= box.height() and box.width() >= dot:
            for place, code in enumerate(codes):
                middle = QPointF(box.center().x(), box.bottom() - step * (place + 0.5))
                self._mark(painter, tokens, middle, code, due=number == 0)
            return
        high = max(box.height() * len(codes) / most, 3.0)
        bar = QRectF(box.left() + 1, box.bottom() - high, max(box.width() - 2, 1), high)
        painter.fillRect(bar, QColor(tokens.bad if number == 0 else tokens.accent))

    def _mark(
        self, painter: QPainter, tokens: Tokens, middle: QPointF, code: str, *, due: bool
    ) -> None:
        dot = self._dot()
        half, fase = dot / 2, self._fases.get(code)
        painter.setPen(Qt.PenStyle.NoPen)
        if due:
            painter.setBrush(QColor(tokens.bad))
            corners = ((0, -half), (half, half), (-half, half))
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
        elif fase is Fase.AFGESLOTEN:
            painter.setBrush(QColor(tokens.ink_soft))
            painter.drawRect(QRectF(middle.x() - half, middle.y() - half, dot, dot))
        elif fase is Fase.NIET_IN_BEHANDELING:
            painter.setBrush(QColor(tokens.warn))
            far = half + 1
            diamond = ((0, -far), (far, 0), (0, far), (-far, 0))
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in diamond]))
        else:
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(middle, half, half)

    def _words(self, painter: QPainter, tokens: Tokens) -> None:
        painter.setFont(self.font())
        metrics = QFontMetricsF(self.font())
        painter.setPen(QColor(tokens.ink))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        above = QRectF(_SIDE, 2, self.width() - 2 * _SIDE, self._letter())
        text = metrics.elidedText(
            named(self.columns, self.at), Qt.TextElideMode.ElideRight, above.width()
        )
        painter.drawText(above, left, text)
        painter.setPen(QColor(tokens.ink_soft))
        free = 0.0
        for number, column in enumerate(self.columns):
            text = self._label(number, column)
            place = self._box(number).left()
            wide = metrics.horizontalAdvance(text)
            if text and place >= free and place + wide <= self.width():
                low = QRectF(place, self._base() + 3, wide + 1, self._letter())
                painter.drawText(low, left, text)
                free = place + wide + 10

    def _label(self, number: int, column: Column) -> str:
        if number == 0:
            return self.tr("nu")
        if number == WEEKS:
            return ""
        if number < WEEKS:
            return self.tr("{n} weken").format(n=number) if number % 4 == 0 else ""
        first = self.columns[number - 1].begin.year != column.begin.year
        return str(column.begin.year) if first or number == WEEKS + 1 else ""
