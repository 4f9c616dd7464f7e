"""Draws the picture: paper and ink, one accent, and never a meaning by colour alone."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPalette, QPen, QPolygonF

from ui import theme
from ui.tafelindeling.layout import PAD, Bar, Box, Column, Gap, Picture, Row, Words
from ui.theme import LIGHT, Tokens

RADIUS = 4.0
FOCUS = 2.0


class Marked(NamedTuple):
    """What somebody has chosen, and whether the keyboard is here."""

    casus: str
    mens: str
    focus: bool
    draft: bool


def tokens_of(palette: QPalette) -> Tokens:
    """The tokens the program is dressed in now."""
    paper = palette.color(QPalette.ColorRole.Window)
    known = (value for value in vars(theme).values() if isinstance(value, Tokens))
    return next((tokens for tokens in known if QColor(tokens.paper) == paper), LIGHT)


class Brush:
    """One drawing of one picture. `shift` moves a casus sideways while it is on its way."""

    def __init__(
        self,
        painter: QPainter,
        picture: Picture,
        tokens: Tokens,
        fonts: tuple[QFont, QFont],
        shift: Mapping[str, float],
    ) -> None:
        self._painter = painter
        self._picture = picture
        self._tokens = tokens
        self._normal, self._small = fonts
        self._shift = shift

    def draw(self, marked: Marked) -> None:
        """Everything, from the paper up."""
        for column in self._picture.columns:
            self._column(column, marked)
        for gap in self._picture.gaps:
            self._gap(gap)
        for row in self._picture.rows:
            self._row(row, marked)
        for words in self._picture.legend:
            self._words(words, self._tokens.ink_soft)
        for column in self._picture.columns:
            if column.casus == marked.casus:
                self._chosen(column, marked)

    # --- the casussen ---

    def _column(self, column: Column, marked: Marked) -> None:
        tokens, painter = self._tokens, self._painter
        head = self._moved(column.head, column.casus)
        stacked = self._picture.stacked  # then words stand where the lines would run
        if column.casus == marked.casus and not stacked:
            body = self._moved(column.box, column.casus)
            top = self._picture.axis.y
            painter.fillRect(QRectF(body.x, top, body.w, body.h - top), QColor(tokens.accent_soft))
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        low = self._picture.axis.y if stacked else column.box.h
        painter.drawLine(QPointF(head.x, head.y), QPointF(head.x, low))
        painter.drawLine(QPointF(head.right, head.y), QPointF(head.right, low))
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.setBrush(QColor(tokens.accent_soft if column.moves else tokens.paper))
        painter.drawRoundedRect(_inside(head, 1.5), RADIUS, RADIUS)
        shift = self._shift.get(column.casus, 0.0)
        for words in column.words:
            soft = words.small and words.box.y < column.head.y
            self._words(words, tokens.ink_soft if soft else tokens.ink, shift)
        size = self._picture.columns[0].words[0].box.h * 0.5 if column.words else 8.0
        for height, down in zip(column.marks, (True, False), strict=True):
            if height:
                self._door_mark(head.x + 2, height + size * 0.5, size, down=down)
        if column.pinned:
            self._pin(head)

    def _gap(self, gap: Gap) -> None:
        """A quiet band with dotted sides: nobody is at the table."""
        tokens, painter = self._tokens, self._painter
        painter.setPen(QPen(QColor(tokens.line), 1, Qt.PenStyle.DotLine))
        low = self._picture.axis.y if self._picture.stacked else gap.box.h
        band = QRectF(gap.head.x + 2, gap.head.y, gap.head.w - 4, low - gap.head.y)
        painter.fillRect(band, QColor(tokens.paper))
        for x in (gap.head.x + 2, gap.head.right - 2):
            painter.drawLine(QPointF(x, gap.head.y), QPointF(x, low))
        for words in gap.words:
            self._words(words, tokens.ink_soft)

    def _door_mark(self, x: float, y: float, size: float, *, down: bool) -> None:
        """A triangle into the picture, or out of it."""
        tip, base = (y + size * 0.8, y) if down else (y, y + size * 0.8)
        shape = QPolygonF([QPointF(x, base), QPointF(x + size, base), QPointF(x + size / 2, tip)])
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._tokens.accent if down else self._tokens.ink_soft))
        self._painter.drawPolygon(shape)

    def _pin(self, head: Box) -> None:
        """A round head and a needle, at the top right."""
        ink = QColor(self._tokens.ink)
        x, y = head.right - PAD - 3, head.y + PAD
        self._painter.setPen(QPen(ink, 1.6))
        self._painter.drawLine(QPointF(x, y), QPointF(x, y + 12))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(ink)
        self._painter.drawEllipse(QPointF(x, y + 1), 4, 4)

    def _chosen(self, column: Column, marked: Marked) -> None:
        """A frame around the casus: dashed while it is not kept yet."""
        box = self._moved(column.box, column.casus)
        high = column.head.h if self._picture.stacked else box.h - column.head.y
        frame = Box(box.x, column.head.y, box.w, high)
        pen = QPen(QColor(self._tokens.accent), FOCUS if marked.focus else 1.0)
        if marked.draft:
            pen.setStyle(Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(_inside(frame, 1), RADIUS, RADIUS)

    # --- the people ---

    def _row(self, row: Row, marked: Marked) -> None:
        tokens, painter = self._tokens, self._painter
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawLine(QPointF(PAD, row.box.y), QPointF(row.box.right - PAD, row.box.y))
        if marked.focus and row.mens == marked.mens:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRect(QRectF(1, row.box.y + PAD / 2, 3, row.box.h - PAD))
        for away in row.away:
            painter.fillRect(
                _inside(away, 1), QBrush(QColor(tokens.line), Qt.BrushStyle.BDiagPattern)
            )
        for wait in row.waits:
            painter.setPen(QPen(QColor(tokens.line), 1.5))
            line = wait.box
            painter.drawLine(QPointF(line.x + 2, line.y), QPointF(line.right - 2, line.y))
            if wait.words:
                self._words(wait.words, tokens.ink_soft)
        for bar in row.bars:
            self._bar(bar)
        for words in row.words:
            self._words(words, tokens.ink_soft if words.small else tokens.ink)

    def _bar(self, bar: Bar) -> None:
        tokens, painter = self._tokens, self._painter
        box = self._moved(bar.box, bar.casus)
        painter.setPen(QPen(QColor(tokens.warn), 2) if bar.clash else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.warn_soft if bar.clash else tokens.accent))
        painter.drawRoundedRect(_inside(box, 1 if bar.clash else 0), RADIUS, RADIUS)
        if bar.clash:
            painter.setPen(QColor(tokens.warn))
            painter.setFont(self._normal)
            painter.drawText(_inside(box, 0), Qt.AlignmentFlag.AlignCenter, "▲")

    # --- words ---

    def _words(self, words: Words, colour: str, shift: float = 0.0) -> None:
        font = QFont(self._small if words.small else self._normal)
        font.setBold(words.strong)
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        side = Qt.AlignmentFlag.AlignRight if words.right else Qt.AlignmentFlag.AlignLeft
        box = _inside(words.box, 0).translated(shift, 0)
        flags = side | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(box, int(flags) | int(Qt.TextFlag.TextSingleLine), words.text)

    def _moved(self, box: Box, casus: str) -> Box:
        return box._replace(x=box.x + self._shift.get(casus, 0.0))


def _inside(box: Box, edge: float) -> QRectF:
    return QRectF(box.x + edge, box.y + edge, box.w - 2 * edge, box.h - 2 * edge)
