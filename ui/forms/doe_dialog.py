"""Zoek of doe (Ctrl+K): every act and every casus, by typing a part of the word."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.widgets.layout import vertical
from ui.widgets.plain_label import PlainLabel
from ui.widgets.reading_order import ReadingOrder

_INDEX = Qt.ItemDataRole.UserRole
_NOTE = Qt.ItemDataRole.UserRole + 1
_MOVES = {
    Qt.Key.Key_Up.value,
    Qt.Key.Key_Down.value,
    Qt.Key.Key_PageUp.value,
    Qt.Key.Key_PageDown.value,
}


class Entry(NamedTuple):
    """One thing to find: what it is called, what else people type, and what it does."""

    text: str
    note: str
    also: str
    do: Callable[[], object]


class DoeDialog(ReadingOrder, QDialog):
    """Typing narrows, arrows choose, Enter does."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self._entries = entries
        self._chosen: Entry | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Zoek of doe"))
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Zoek of doe"))
        self.search.setPlaceholderText(self.tr("Wat wilt u doen?"))
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Gevonden"))
        self.list.setItemDelegate(_WithNote(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = PlainLabel(self.tr("Niets gevonden. Probeer een ander woord."), kind="soft")
        self.setLayout(vertical(self.search, self.list, self.none, margin=16))
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self.choose)
        self.list.itemActivated.connect(self.choose)
        self.list.itemClicked.connect(self.choose)
        self.accepted.connect(self._do)
        self.resize(720, 520)
        self._narrow()

    def choose(self) -> None:
        """Does what is marked in the list, once this dialog is gone."""
        item = self.list.currentItem()
        if item is not None:
            self._chosen = self._entries[item.data(_INDEX)]
            self.accept()

    def _do(self) -> None:
        if self._chosen is not None:
            self._chosen.do()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Arrows move in the list while one types."""
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _MOVES
        ):
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self) -> None:
        sought = self.search.text().casefold().split()
        self.list.clear()
        for index, entry in enumerate(self._entries):
            whole = f"{entry.text} {entry.note} {entry.also}".casefold()
            if all(part in whole for part in sought):
                item = QListWidgetItem(entry.text, self.list)
                item.setData(_INDEX, index)
                item.setData(_NOTE, entry.note)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.text}, {entry.note}")
        found = self.list.count() > 0
        self.list.setCurrentRow(0)
        self.list.setVisible(found)
        self.none.setVisible(not found)


class _WithNote(QStyledItemDelegate):
    """What it is on the left, what kind of thing it is on the right."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The text as always, and the note beside it."""
        note = str(index.data(_NOTE) or "")
        width = min(option.fontMetrics.horizontalAdvance(note) + 24, option.rect.width() // 2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        super().paint(painter, option, index)
        palette = QGuiApplication.palette()
        painter.save()
        painter.setPen(
            (palette.highlightedText() if chosen else palette.placeholderText()).color()
        )
        room = option.rect.adjusted(option.rect.width() - width, 0, -12, 0)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            room,
            side,
            option.fontMetrics.elidedText(note, Qt.TextElideMode.ElideRight, room.width()),
        )
        painter.restore()
