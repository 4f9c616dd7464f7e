"""A list of many lines under headings: what it is, where it belongs, and how it stands."""

import unicodedata
from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.tafelindeling.painting import tokens_of
from ui.theme import Tokens
from ui.widgets.plain_label import Tone

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_ITEM = Qt.ItemDataRole.UserRole
_PAD = 8
_SIDE = 14
_ROWS_AT_LEAST = 5
_AT_ONCE = 60
"""So many rows get their place before one sees the list; the others a moment later."""
_EMS_BESIDE = 64
"""Narrower than this the tag goes before the second line instead of at the end of the first."""


class Item(NamedTuple):
    """One line; without a key it is a heading over the lines that follow."""

    key: str
    title: str
    under: str = ""
    tag: str = ""
    tone: Tone = ""
    also: str = ""
    """Other words to find it by."""


def folded(text: str) -> str:
    """Small letters without accents, to compare what is typed with."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


class Lines(QAbstractListModel):
    """Replaced whole; typing only narrows what was read."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Item] = []
        self._sought: list[str] = []
        self._shown: list[Item] = []
        self._rows: dict[str, int] = {}

    def show_items(self, items: Iterable[Item]) -> None:
        """These and no others; `narrow` puts them on the screen."""
        self._all, self._sought = list(items), []

    def narrow(self, typed: str) -> None:
        """Only those in which every word occurs, and the headings they stand under."""
        wanted = folded(typed).split()
        shown: list[Item] = []
        heading: Item | None = None
        for number, item in enumerate(self._all):
            if not item.key:
                heading = item
            elif not wanted or all(word in self._words(number) for word in wanted):
                if heading is not None:
                    shown.append(heading)
                    heading = None
                shown.append(item)
        self.beginResetModel()
        self._shown = shown
        self._rows = {item.key: row for row, item in enumerate(shown) if item.key}
        self.endResetModel()

    def _words(self, number: int) -> str:
        """What this line can be found by; only made when somebody types."""
        if not self._sought:
            self._sought = [
                folded(f"{one.title} {one.under} {one.tag} {one.also}") for one in self._all
            ]
        return self._sought[number]

    @property
    def count(self) -> int:
        """How many lines are shown, without the headings."""
        return len(self._rows)

    def item(self, row: int) -> Item:
        """The line in this row."""
        return self._shown[row]

    def row_of(self, key: str) -> int:
        """Where this line is, or -1."""
        return self._rows.get(key, -1)

    def near(self, row: int) -> int:
        """The line in this row, or the nearest one before or after it; -1 when there is none."""
        rows = sorted(self._rows.values(), key=lambda one: (abs(one - row), one < row))
        return rows[0] if rows else -1

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: N802 (Qt's name)
        """How many rows are shown, headings too."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """For a screen reader the whole line; for who draws it the line itself."""
        item = self._shown[index.row()]
        if role == _ITEM:
            return item
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join(part for part in (item.title, item.under, item.tag) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is only read."""
        if not self._shown[index.row()].key:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LinesView(QListView):
    """Only what is in sight is drawn. The arrows walk, Enter opens; a page may add keys."""

    chosen = Signal(str)
    """The line one is on now; empty when there is none."""
    opened = Signal(str)
    pressed_key = Signal(int, str)
    """A key of `wanted`, on this line."""
    KEYS: tuple[tuple[str, str], ...] = ()

    _OPEN: ClassVar = {Qt.Key.Key_Return, Qt.Key.Key_Enter}

    def __init__(self, name: str, wanted: Iterable[Qt.Key] = ()) -> None:
        super().__init__()
        self.lines = Lines()
        self._wanted = frozenset(wanted)
        self._row = 0
        self.setModel(self.lines)
        self.setProperty("kind", "lines")
        self.setAccessibleName(name)
        self.setItemDelegate(_Drawing(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_AT_ONCE)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.selectionModel().currentChanged.connect(self._on_current)
        self._measure()

    def show_items(self, items: Iterable[Item], typed: str = "") -> None:
        """Reads them anew; one stays on the same line, or on the one that took its place."""
        self.lines.show_items(items)
        self.narrow(typed)

    def narrow(self, typed: str) -> None:
        """Only what is meant."""
        key, row = self.key(), self._row
        self.lines.narrow(typed)
        found = self.lines.row_of(key)
        self.go_to(found if found >= 0 else self.lines.near(row))

    def key(self) -> str:
        """The key of the line one is on."""
        index = self.currentIndex()
        return self.lines.item(index.row()).key if index.isValid() else ""

    def choose(self, key: str) -> None:
        """Goes to this line, when it is shown."""
        self.go_to(self.lines.row_of(key))

    def go_to(self, row: int) -> None:
        """Goes to this row; a row below zero is nowhere."""
        if row < 0:
            self.chosen.emit("")
            return
        index = self.lines.index(row)
        same = index == self.currentIndex()
        self.setCurrentIndex(index)
        self.scrollTo(self.lines.index(row - 1 if row == 1 else row))
        if same:
            self.chosen.emit(self.key())

    def _on_current(self, index: QModelIndex, before: QModelIndex) -> None:
        if not index.isValid():
            return
        if not self.lines.item(index.row()).key:
            self._past_heading(index.row(), before.row())
            return
        self._row = index.row()
        self.chosen.emit(self.key())

    def _past_heading(self, row: int, before: int) -> None:
        step = 1 if row > before or row == 0 else -1
        self.setCurrentIndex(self.lines.index(row + step))

    def _open(self, row: int) -> None:
        if row >= 0 and self.lines.item(row).key:
            self.opened.emit(self.lines.item(row).key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Enter opens on every system; the page's own keys; the arrows are Qt's."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if plain and key in self._OPEN and not event.isAutoRepeat():
            self._open(self.currentIndex().row())
        elif plain and key in self._wanted and self.key():
            if not event.isAutoRepeat():
                self.pressed_key.emit(event.key(), self.key())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: "QEvent") -> None:  # noqa: N802 (Qt's name)
        """Another text size, other rows."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """The rows fill the width."""
        super().resizeEvent(event)
        self.viewport().update()

    def _measure(self) -> None:
        high = self.fontMetrics().lineSpacing() * 2 + 2 * _PAD
        self.setMinimumHeight(high * _ROWS_AT_LEAST)
        self.scheduleDelayedItemsLayout()


class _Drawing(QStyledItemDelegate):
    """Two lines and a tag; what does not fit is cut off here, and whole beside the list."""

    def __init__(self, view: LinesView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        item: Item = index.data(_ITEM)
        lines = 2 if item.key else 1
        space = option.fontMetrics.lineSpacing() * lines + 2 * _PAD
        return QSize(0, max(space, 32) + (0 if item.key else _PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item = index.data(_ITEM)
        tokens = tokens_of(QApplication.palette())  # the sheet gives a view its own
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if item.key:
            self._ground(painter, tokens, rect, option)
            self._line(painter, tokens, rect, item)
        else:
            self._heading(painter, tokens, rect, item)
        painter.restore()

    def _ground(
        self, painter: QPainter, tokens: Tokens, rect: QRectF, option: QStyleOptionViewItem
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            painter.fillRect(rect, QColor(tokens.accent_soft))
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen:
            painter.fillRect(
                QRectF(rect.left(), rect.top(), 4, rect.height()), QColor(tokens.accent)
            )
            if self._view.hasFocus():
                painter.setPen(QPen(QColor(tokens.accent), 2))
                painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _heading(self, painter: QPainter, tokens: Tokens, rect: QRectF, item: Item) -> None:
        painter.setFont(self._bold())
        painter.setPen(QColor(tokens.ink_soft))
        inside = rect.adjusted(_SIDE, _PAD, -_SIDE, -_PAD / 2)
        low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(inside, low, _cut(painter, item.title, inside.width()))

    def _line(self, painter: QPainter, tokens: Tokens, rect: QRectF, item: Item) -> None:
        normal, bold = self._view.font(), self._bold()
        high = QFontMetrics(bold).lineSpacing()
        first = QRectF(
            rect.left() + _SIDE, rect.top() + _PAD, rect.width() - 2 * _SIDE, float(high)
        )
        second = first.translated(0, high)
        if item.tag:
            letter = QFontMetrics(normal).averageCharWidth()
            if rect.width() >= _EMS_BESIDE * letter:
                wide = self._tag(painter, tokens, first, item, at_end=True)
                first.setWidth(first.width() - wide - _PAD)
            else:
                wide = self._tag(painter, tokens, second, item, at_end=False)
                second.setLeft(second.left() + wide + _PAD)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(bold)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(first, left, _cut(painter, item.title, first.width()))
        painter.setFont(normal)
        painter.setPen(QColor(tokens.ink_soft))
        painter.drawText(second, left, _cut(painter, item.under, second.width()))

    def _tag(
        self, painter: QPainter, tokens: Tokens, line: QRectF, item: Item, *, at_end: bool
    ) -> float:
        """Draws the tag in this line; gives how wide it is."""
        font = self._view.font()
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance(item.tag) + 2 * _PAD
        wide = min(wide, int(line.width()))
        left = line.right() - wide if at_end else line.left()
        pill = QRectF(left, line.top(), wide, line.height())
        soft = getattr(tokens, f"{item.tone}_soft") if item.tone else tokens.paper
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(soft))
        painter.drawRoundedRect(pill, 4, 4)
        painter.setPen(QColor(getattr(tokens, item.tone) if item.tone else tokens.ink))
        text = _cut(painter, item.tag, wide - _PAD)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        return float(wide)

    def _bold(self) -> QFont:
        font = QFont(self._view.font())
        font.setBold(True)
        return font


def _cut(painter: QPainter, text: str, room: float) -> str:
    return painter.fontMetrics().elidedText(
        " ".join(text.split()), Qt.TextElideMode.ElideRight, int(room)
    )
