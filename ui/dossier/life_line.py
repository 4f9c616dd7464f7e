"""The whole life of a casus as one drawn line, with where it stands now."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.tafelindeling.painting import tokens_of
from ui.theme import Tokens

_BETWEEN = 12.0
_DOT = 9.0


class Life(NamedTuple):
    """The stations in order; what comes before `now` is done. `ended` says it goes no further."""

    stations: tuple[str, ...]
    now: int
    ended: bool = False


class LifeLine(QWidget):
    """From left to right; from top to bottom where the words do not fit beside each other."""

    def __init__(self) -> None:
        super().__init__()
        self._life = Life((), 0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_life(self, life: Life) -> None:
        """Draws this one, and tells it to a screen reader in words."""
        self._life = life
        done = ", ".join(life.stations[: life.now])
        told = self.tr("Levensloop. Gedaan: {done}. Nu: {now}.").format(
            done=done or self.tr("nog niets"), now=life.stations[life.now]
        )
        self.setAccessibleName(told)
        self.updateGeometry()
        self.update()

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _line_height(self) -> float:
        return max(QFontMetricsF(self._bold()).height(), 2 * _DOT) + 6

    def _fits(self, width: int) -> bool:
        metrics = QFontMetricsF(self._bold())
        widest = max((metrics.horizontalAdvance(text) for text in self._life.stations), default=0)
        return (widest + _BETWEEN) * len(self._life.stations) <= width

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        """Narrow is high."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        """One line of dots and one of words, or a line for each."""
        if self._fits(width):
            return int(2 * _DOT + 12 + QFontMetricsF(self._bold()).height())
        return int(self._line_height() * len(self._life.stations))

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As on one line."""
        return QSize(320, self.heightForWidth(4096))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """It folds before it cuts anything off."""
        return QSize(160, self.heightForWidth(4096))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """The line, the dots on it, and their words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        flat = self._fits(self.width())
        places = [self._place(number, flat=flat) for number in range(len(self._life.stations))]
        for number in range(1, len(places)):
            self._stretch(painter, tokens, places[number - 1], places[number], number)
        for number, place in enumerate(places):
            self._dot(painter, tokens, place, number)
            self._word(painter, tokens, place, number, flat=flat)
        painter.end()

    def _place(self, number: int, *, flat: bool) -> QPointF:
        if flat:
            each = self.width() / len(self._life.stations)
            return QPointF(each * (number + 0.5), _DOT + 2)
        return QPointF(_DOT + 2, self._line_height() * (number + 0.5))

    def _reached(self, number: int) -> bool:
        return number <= self._life.now

    def _stretch(
        self, painter: QPainter, tokens: Tokens, begin: QPointF, end: QPointF, number: int
    ) -> None:
        reached = self._reached(number)
        pen = QPen(QColor(tokens.accent if reached else tokens.line), 3 if reached else 1.5)
        if not reached:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        if not (self._life.ended and not reached):
            painter.drawLine(begin, end)

    def _dot(self, painter: QPainter, tokens: Tokens, place: QPointF, number: int) -> None:
        accent, sheet = QColor(tokens.accent), QColor(tokens.sheet)
        if number < self._life.now:
            painter.setPen(QPen(accent, 2))
            painter.setBrush(accent)
            painter.drawEllipse(place, _DOT, _DOT)
            painter.setPen(QPen(QColor(tokens.ink_on_accent), 2))
            tick = [QPointF(-4, 0), QPointF(-1, 3), QPointF(4, -3)]
            painter.drawPolyline([place + point for point in tick])
        elif number == self._life.now:
            painter.setPen(QPen(accent, 3))
            painter.setBrush(sheet)
            painter.drawEllipse(place, _DOT, _DOT)
            painter.setBrush(accent)
            painter.drawEllipse(place, 3, 3)
        else:
            painter.setPen(QPen(QColor(tokens.line), 1.5))
            painter.setBrush(sheet)
            painter.drawEllipse(place, _DOT - 2, _DOT - 2)

    def _word(
        self, painter: QPainter, tokens: Tokens, place: QPointF, number: int, *, flat: bool
    ) -> None:
        now = number == self._life.now
        painter.setFont(self._bold() if now else self.font())
        painter.setPen(QColor(tokens.ink if self._reached(number) else tokens.ink_soft))
        text = self._life.stations[number]
        height = self._line_height()
        if flat:
            each = self.width() / len(self._life.stations)
            box = QRectF(place.x() - each / 2, place.y() + _DOT, each, height + 4)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        else:
            box = QRectF(place.x() + 2 * _DOT, place.y() - height / 2, self.width(), height)
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, left, text)
