"""The lines of a list under each other: a tick to take part, and text that wraps."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPalette,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.lijsten.words import Line, Row
from ui.theme import shown
from ui.widgets.plain_label import Tone

_ROW = Qt.ItemDataRole.UserRole
_TICK = 44
"""Where the text begins, past the tick."""
_PAD = 8

Index = QModelIndex | QPersistentModelIndex


class RowsView(QListWidget):
    """Arrows go through it, the space bar takes a tick away or gives it back."""

    skipped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Regels van de lijst"))
        self.setItemDelegate(_Drawing(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.itemChanged.connect(self.skipped)

    def show_rows(self, rows: Sequence[Row], *, only_wrong: bool, skipped: set[int]) -> None:
        """The same lines keep their place, so that the keyboard stays where it was."""
        self.blockSignals(True)
        if self.numbers() != [row.nr for row in rows]:
            self.clear()
            for row in rows:
                QListWidgetItem("", self).setData(_ROW, row)
        for place, row in enumerate(rows):
            item = self.item(place)
            item.setData(_ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
            ticked = row.nr not in skipped
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            item.setHidden(only_wrong and ticked and not row.wrong)
        self.blockSignals(False)
        self.scheduleDelayedItemsLayout()
        shown = [place for place in range(self.count()) if not self.item(place).isHidden()]
        if shown and self.currentRow() not in shown:
            self.setCurrentRow(shown[0])

    def numbers(self) -> list[int]:
        """The lines that are here, by their number in the file."""
        return [row_at(self.item(place)).nr for place in range(self.count())]

    def without(self) -> set[int]:
        """The numbers of the lines the user skips."""
        items = [self.item(place) for place in range(self.count())]
        return {row_at(item).nr for item in items if item.checkState() is Qt.CheckState.Unchecked}

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Another width, other heights."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def row_at(item: QListWidgetItem) -> Row:
    """What this item shows."""
    row = item.data(_ROW)
    assert isinstance(row, Row)  # noqa: S101 (for the type: nothing else is put there)
    return row


class _Drawing(QStyledItemDelegate):
    """Every word on the page, however long: also a word without an end."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        """As high as its text is at this width."""
        width = self._view.viewport().width()
        high = sum(block.boundingRect().height() for block, _ in self._blocks(index, width))
        least = QFontMetrics(self._view.font()).height()
        del option
        return QSize(max(1, width - 2), round(max(high, least)) + 2 * _PAD)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 (Qt's name)
        """Qt draws the tick and the ground; the text is ours."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The tick, and the text beside it."""
        super().paint(painter, option, index)
        palette = QGuiApplication.palette()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        colours = _colours(palette)
        painter.save()
        at = QPointF(option.rect.left() + _TICK, option.rect.top() + _PAD)
        for block, line in self._blocks(index, self._view.viewport().width()):
            painter.setPen(
                palette.color(QPalette.ColorRole.HighlightedText) if chosen else colours[line.tone]
            )
            block.draw(painter, at)
            at.setY(at.y() + block.boundingRect().height())
        painter.restore()

    def _blocks(self, index: Index, width: int) -> list[tuple[QTextLayout, Line]]:
        row = index.data(_ROW)
        if not isinstance(row, Row):
            return []
        bold = QFont(self._view.font())
        bold.setBold(True)
        room = max(40, width - _TICK - _PAD)
        head = Line(row.head)
        return [
            (_laid_out(line.text, bold if line is head else self._view.font(), room), line)
            for line in (head, *row.lines)
        ]


def _laid_out(text: str, font: QFont, width: int) -> QTextLayout:
    """Plain text, broken anywhere if need be; an end of line in a cell is a space."""
    layout = QTextLayout(" ".join(text.split()), font)
    wrap = QTextOption()
    wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(wrap)
    layout.beginLayout()
    high = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, high))
        high += line.height()
    layout.endLayout()
    return layout


def _colours(palette: QPalette) -> dict[Tone, QColor]:
    tokens = shown(palette)
    return {
        "": QColor(tokens.ink),
        "good": QColor(tokens.good),
        "warn": QColor(tokens.warn),
        "bad": QColor(tokens.bad),
    }
