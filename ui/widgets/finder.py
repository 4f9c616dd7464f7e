"""Finding one among many by typing: matches appear below, the arrows go past them, Enter takes."""

import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.widgets.layout import bring_into_view, vertical
from ui.widgets.notice import announce
from ui.widgets.plain_label import PlainLabel

MOST = 8
"""So many matches one sees at a glance; for more one types on."""
_KEY = Qt.ItemDataRole.UserRole
_TITLE = Qt.ItemDataRole.UserRole + 1
_UNDER = Qt.ItemDataRole.UserRole + 2
_PAD = 6


class Found(NamedTuple):
    """A match; what cannot be taken says why in `under`."""

    key: str
    title: str
    under: str = ""
    possible: bool = True


def matches(typed: str, *texts: str) -> bool:
    """Whether every word that is typed begins a word of these texts, or is inside one.

    >>> matches("wijk amr", "wijkagent", "S. el Amrani")
    True
    """
    words = bare(" ".join(texts))
    return all(part in words for part in bare(typed).split())


def bare(text: str) -> str:
    """Small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


class Finder(QWidget):
    """The focus stays in the field; the list only shows what Enter would take."""

    taken = Signal(str)
    """The key of what was taken."""
    left = Signal()
    """Escape in an empty field."""
    passed = Signal()
    """Enter in an empty field: nothing more to find here."""

    def __init__(
        self, name: str, find: Callable[[str], Sequence[Found]], *, hint: str, nothing: str
    ) -> None:
        super().__init__()
        self._find = find
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(hint)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._look)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Gevonden bij {name}").format(name=name.lower()))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_TwoLines(self.list))
        self.list.itemClicked.connect(lambda _item: self._take())
        self.list.hide()
        self.nothing = PlainLabel(nothing, kind="small")
        self.nothing.hide()
        self.more = PlainLabel(kind="small")
        self.more.hide()
        self.setLayout(vertical(self.edit, self.list, self.more, self.nothing, gap=4))
        self.setFocusProxy(self.edit)

    def clear(self) -> None:
        """Nothing typed, nothing found."""
        self.edit.clear()
        self._close()

    def look_again(self) -> None:
        """What is found may have changed; a list that is not shown stays away."""
        if not self.list.isHidden() or not self.nothing.isHidden():
            self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """The keys that mean something in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            # A key that is held down takes one, and not whatever the next list begins with.
            if not event.isAutoRepeat():
                self._enter()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            return False
        return True

    def _enter(self) -> None:
        if self.edit.text().strip() or not self.list.isHidden():
            self._take()
        else:
            self.passed.emit()

    def _leave(self) -> None:
        if self.edit.text() or not self.list.isHidden():
            self.clear()
        else:
            self.left.emit()

    def _look(self) -> None:
        if self.edit.text().strip():
            self._show(self._find(self.edit.text()))
        else:
            self._close()

    def _close(self) -> None:
        self.list.hide()
        self.list.clear()
        self.more.hide()
        self.nothing.hide()

    def _show(self, found: Sequence[Found]) -> None:
        self.list.clear()
        for one in found[:MOST]:
            item = QListWidgetItem(", ".join(part for part in (one.title, one.under) if part))
            item.setData(_KEY, one.key)
            item.setData(_TITLE, one.title)
            item.setData(_UNDER, one.under)
            if not one.possible:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        rest = len(found) - MOST
        self.more.setText(self.tr("en nog {n}: typ verder").format(n=rest))
        self.more.setVisible(rest > 0)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if not found:
            announce(self.edit, self.nothing.text())
        self._fit()
        self._choose(next((row for row in range(self.list.count()) if self._can(row)), -1))

    def _fit(self) -> None:
        rows = range(self.list.count())
        high = sum(self.list.sizeHintForRow(row) for row in rows)
        self.list.setFixedHeight(high + 2 * self.list.frameWidth() + 4)
        bring_into_view(self)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Another text size, other rows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and not self.list.isHidden():
            self._fit()

    def _can(self, row: int) -> bool:
        return bool(self.list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled)

    def _move(self, step: int) -> None:
        if self.list.isHidden():
            self._show(self._find(self.edit.text()))
            return
        row = self.list.currentRow() + step
        while 0 <= row < self.list.count() and not self._can(row):
            row += step
        if 0 <= row < self.list.count():
            self._choose(row)

    def _choose(self, row: int) -> None:
        self.list.setCurrentRow(row)
        if row >= 0:
            announce(self.edit, self.list.item(row).text())

    def _take(self) -> None:
        row = self.list.currentRow()
        if self.list.isHidden() or row < 0 or not self._can(row):
            return
        key = str(self.list.item(row).data(_KEY))
        self.clear()
        self.taken.emit(key)


class _TwoLines(QStyledItemDelegate):
    """What it is, and under it where it belongs; long text is cut off at the end."""

    def __init__(self, list_: QListWidget) -> None:
        super().__init__(list_)
        self._list = list_

    def sizeHint(  # noqa: N802 (Qt's name)
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        lines = 2 if index.data(_UNDER) else 1
        return QSize(0, max(option.fontMetrics.lineSpacing() * lines + 2 * _PAD, 32))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        drawn.text = ""
        self._list.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, drawn, painter, self._list
        )
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        able = bool(option.state & QStyle.StateFlag.State_Enabled)
        group = QPalette.ColorGroup.Active if able else QPalette.ColorGroup.Disabled
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.save()
        painter.setPen(option.palette.color(group, role))
        room = option.rect.adjusted(12, _PAD, -12, -_PAD)
        for text, bold in ((index.data(_TITLE), True), (index.data(_UNDER), False)):
            font = option.font
            font.setBold(bold)
            painter.setFont(font)
            high = option.fontMetrics.lineSpacing()
            line = painter.fontMetrics().elidedText(
                " ".join(str(text or "").split()), Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, line)
            room.adjust(0, high, 0, 0)
        painter.restore()
