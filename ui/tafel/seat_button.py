"""One seat at the drawn table: a real button, so that a screen reader and a finger find it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolTip, QWidget

from ui.tafel.seats import TableSeat
from ui.tafelindeling.painting import tokens_of
from ui.texts import word
from ui.theme import Tokens

PAD = 8.0
TIGHT = 5.0
"""The same, where a full table has little height."""
SIDE = 12.0
"""Room beside the words: the edge is drawn inside the button."""
LINES = 2
"""Lines for the function."""
SYLLABLE = 3
"""Of a word that goes on below, so many letters at least."""
LEAST = 44
"""Nothing at the table is lower, in pixels."""


class SeatButton(QAbstractButton):
    """Number and function; a thick edge has the floor, a dashed edge is out of the room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.seat: TableSeat | None = None
        self.speaks = False
        self.scale = 1.0
        """How much larger than the text of the page it is drawn."""
        self.tight = False
        """Two lines high: the function begins beside the number."""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_seat(self, seat: TableSeat, *, speaks: bool) -> None:
        """Another state of the same seat."""
        self.seat = seat
        self.speaks = speaks
        told = seat.told(speaks=speaks)
        self.setAccessibleName(told)
        self.update()

    def state_word(self) -> str:
        """The one word under the function; nothing when there is nothing to say."""
        seat = self.seat
        if seat is None:
            return ""
        if not seat.present:
            return self.tr("niet in de kamer")
        if self.speaks:
            return self.tr("aan het woord")
        return word(seat.houding) if seat.houding is not None else ""

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """What the words ask for."""
        return QSize(round(self.widest(1.0)), round(seat_height(self.font(), 1.0)))

    def fits(self, width: float, scale: float) -> bool:
        """Whether every word of the function stands whole at this width."""
        font = scaled(self.font(), scale, bold=True)
        inner = width - 2 * SIDE
        metrics = QFontMetricsF(font)
        lines = broken(self.seat.functie, font, inner) if self.seat else []
        return all(metrics.horizontalAdvance(line) <= inner for line in lines)

    def widest(self, scale: float) -> float:
        """Where its longest word stands on one line."""
        if self.seat is None:
            return LEAST
        metrics = QFontMetricsF(scaled(self.font(), scale, bold=True))
        words = [metrics.horizontalAdvance(word) for word in self.seat.functie.split()]
        plain = QFontMetricsF(scaled(self.font(), scale))
        state = plain.horizontalAdvance(self.state_word()) + 2.5 * plain.height()
        half = metrics.horizontalAdvance(self.seat.functie) / LINES
        return max([*words, state, half]) + 2 * SIDE + 4

    def event(self, event: QEvent) -> bool:
        """The name for who points at it; a screen reader has it in the name already."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self.seat:
            parts = (self.seat.functie, self.seat.naam, self.seat.partij)
            QToolTip.showText(event.globalPos(), ", ".join(filter(None, parts)), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Another text size or other colours."""
        super().changeEvent(event)
        self.update()

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Never a meaning by colour alone: edge, mark and word say it too."""
        if self.seat is None:
            return
        tokens = tokens_of(QApplication.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._edge(painter, tokens)
        high = QFontMetricsF(scaled(self.font(), self.scale)).height()
        pad = TIGHT if self.tight else PAD
        head = QRectF(SIDE, pad, self.width() - 2 * SIDE, high)
        rest = self._head(self.seat, painter, tokens, head)
        state = self.state_word()
        if self.tight and state:  # what can change comes before the end of a long function
            self._state(painter, tokens, head.translated(0, high))
        elif not self.tight:
            self._state(painter, tokens, rest)
        body = QRectF(SIDE, pad + high, self.width() - 2 * SIDE, LINES * high)
        self._function(self.seat, painter, tokens, rest if self.tight else body)
        painter.end()

    def _edge(self, painter: QPainter, tokens: Tokens) -> None:
        seat = self.seat
        present = seat is not None and seat.present
        pen = QPen(QColor(tokens.line), 1)
        if self.speaks:
            pen = QPen(QColor(tokens.accent), 3)
        elif not present:
            pen.setStyle(Qt.PenStyle.DashLine)
        fill = tokens.accent_soft if self.speaks else (tokens.sheet if present else tokens.paper)
        painter.setPen(pen)
        painter.setBrush(QColor(fill))
        edge = pen.widthF() / 2 + 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)

    def _head(self, seat: TableSeat, painter: QPainter, tokens: Tokens, box: QRectF) -> QRectF:
        """The number and the key; gives what is left of the line."""
        strong = scaled(self.font(), self.scale, bold=True)
        painter.setFont(strong)
        number = str(seat.number)
        wide = QFontMetricsF(strong).horizontalAdvance(number) + 10
        high = box.height() - 2
        mark = QRectF(box.x(), box.y() + 1, max(wide, high), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if seat.present else tokens.ink_soft))
        painter.drawRoundedRect(mark, mark.height() / 2, mark.height() / 2)
        painter.setPen(QColor(tokens.ink_on_accent if seat.present else tokens.paper))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, number)
        rest = box.adjusted(mark.width() + 6, 0, 0, 0)
        if seat.secret:
            key = QRectF(rest.right() - rest.height(), rest.y(), rest.height(), rest.height())
            draw_key(painter, key, tokens.ink)
            rest.setRight(key.left() - 4)
        return rest

    def _state(self, painter: QPainter, tokens: Tokens, box: QRectF) -> None:
        painter.setFont(scaled(self.font(), self.scale))
        painter.setPen(QColor(tokens.ink if self.speaks else tokens.ink_soft))
        self._fitted(painter, box, self.state_word())

    def _function(self, seat: TableSeat, painter: QPainter, tokens: Tokens, box: QRectF) -> None:
        font = scaled(self.font(), self.scale, bold=True)
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink if seat.present else tokens.ink_soft))
        metrics = QFontMetricsF(font)
        if self.tight:
            self._beside(seat, painter, box)
            return
        for number, line in enumerate(broken(seat.functie, font, box.width())):
            row = QRectF(box.x(), box.y() + number * metrics.height(), box.width(), box.height())
            self._fitted(painter, row, line, top=True)

    def _beside(self, seat: TableSeat, painter: QPainter, box: QRectF) -> None:
        """What fits beside the number, and the rest below it unless a state stands there."""
        if self.state_word():
            self._fitted(painter, box, seat.functie)
            return
        metrics = QFontMetricsF(painter.font())
        under = QRectF(SIDE, box.y() + metrics.height(), self.width() - 2 * SIDE, box.height())
        wide = metrics.horizontalAdvance(seat.functie)
        end = first_end(seat.functie, painter.font(), box.width())
        if box.width() < wide <= under.width() and " " not in seat.functie:
            end = 0  # one word stands whole below the number
        self._fitted(painter, box, _hyphened(seat.functie, 0, end))
        self._fitted(painter, under, seat.functie[end:].strip())

    def _fitted(self, painter: QPainter, box: QRectF, text: str, *, top: bool = False) -> None:
        metrics = QFontMetricsF(painter.font())
        fitted = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter
        flags = Qt.AlignmentFlag.AlignLeft | side
        painter.drawText(box, int(flags) | int(Qt.TextFlag.TextSingleLine), fitted)


def scaled(font: QFont, scale: float, *, bold: bool = False) -> QFont:
    """The same letter, larger."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * scale)
    made.setBold(bold)
    return made


def seat_height(font: QFont, scale: float, *, tight: bool = False) -> float:
    """A line for the number, and the lines of the function."""
    high = QFontMetricsF(scaled(font, scale)).height()
    if tight:
        return max(float(LEAST), high * LINES + 2 * TIGHT)
    return max(float(LEAST), high * (1 + LINES) + 2 * PAD)


def first_end(text: str, font: QFont, width: float) -> int:
    """Where the first line ends, with room for the hyphen of a word that goes on."""
    room = max(width - QFontMetricsF(font).horizontalAdvance("-"), 1.0)
    if QFontMetricsF(font).horizontalAdvance(text) <= width:
        return len(text)
    layout = QTextLayout(text, font)
    option = layout.textOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room)
    layout.endLayout()
    end = line.textLength()
    left = len(text[end:].partition(" ")[0]) if text[end - 1 : end].isalpha() else SYLLABLE
    return end - max(SYLLABLE - left, 0)


def broken(text: str, font: QFont, width: float) -> list[str]:
    """At most so many lines; what is left over stands on the last one."""
    layout = QTextLayout(text, font)
    option = layout.textOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    return [_hyphened(text, start, end) for start, end in zip(starts, ends, strict=True)]


def _hyphened(text: str, start: int, end: int) -> str:
    """A word that goes on on the next line says so."""
    inside = 0 < end < len(text) and text[end - 1].isalpha() and text[end].isalpha()
    return text[start:end].strip() + ("-" if inside else "")


def draw_key(painter: QPainter, box: QRectF, colour: str) -> None:
    """The sign of a professional secret: a small key."""
    size = box.height()
    pen = QPen(QColor(colour), max(1.5, size / 12))
    painter.save()
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = size * 0.2
    middle = box.center().y()
    left = box.left() + size * 0.12
    painter.drawEllipse(QRectF(left, middle - ring, 2 * ring, 2 * ring))
    start, end = left + 2 * ring, box.right() - size * 0.08
    painter.drawLine(QRectF(start, middle, 0, 0).topLeft(), QRectF(end, middle, 0, 0).topLeft())
    for tooth in (end - size * 0.04, end - size * 0.2):
        top = QRectF(tooth, middle, 0, 0).topLeft()
        painter.drawLine(top, QRectF(tooth, middle + size * 0.2, 0, 0).topLeft())
    painter.restore()
