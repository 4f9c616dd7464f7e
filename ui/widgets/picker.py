"""Choosing one or more from a list; nothing is chosen until somebody does."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.widgets.ask_line import is_enter
from ui.widgets.finder import matches
from ui.widgets.layout import vertical
from ui.widgets.notice import announce

LONG = 12
"""From here on a list gets a field to type in."""
_KEY = Qt.ItemDataRole.UserRole
_ROWS = 6


class Option(NamedTuple):
    """One thing to choose; what cannot be chosen says why in `note`."""

    key: str
    text: str
    note: str = ""
    possible: bool = True

    @property
    def line(self) -> str:
        """Text and note on one line."""
        return f"{self.text}  —  {self.note}" if self.note else self.text


class Picker(QComboBox):
    """One from a list; in a long one by typing any part of the word."""

    picked = Signal()

    def __init__(self, name: str, *, typing: bool = False) -> None:
        super().__init__()
        self._options: tuple[Option, ...] = ()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setModel(QStandardItemModel(self))
        if typing:
            self._allow_typing(name)
        self.setPlaceholderText(self.tr("Kies…"))
        self.currentIndexChanged.connect(self.picked)

    def _allow_typing(self, name: str) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        edit = self.lineEdit()
        if edit is not None:
            edit.setAccessibleName(name)
            edit.setPlaceholderText(self.tr("Kies of typ…"))
            edit.editingFinished.connect(self._take_only)

    def _meant(self) -> list[str]:
        """The keys of what the typed part can mean."""
        typed = self.currentText().strip()
        if not typed or self.value() is not None:
            return []
        return [one.key for one in self._options if one.possible and matches(typed, one.line)]

    def _take_only(self) -> None:
        """Left with a part of one word that fits only one: that one is meant."""
        meant = self._meant()
        if len(meant) == 1:
            self.set_value(meant[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Enter takes the first that fits what is typed, or what the arrows marked."""
        completer = self.completer()
        popup = completer.popup() if completer else None
        marked = popup is not None and popup.currentIndex().isValid()
        if self.isEditable() and is_enter(event) and not marked and (meant := self._meant()):
            self.set_value(meant[0])
            if popup is not None:
                popup.hide()
            event.accept()
            return
        super().keyPressEvent(event)

    def offer(self, options: Sequence[Option]) -> None:
        """Other options; what was chosen stays chosen when it is still there."""
        if tuple(options) == self._options:
            return
        chosen = self.value()
        self._options = tuple(options)
        model = QStandardItemModel(self)
        for option in options:
            item = QStandardItem(option.line)
            item.setData(option.key, _KEY)
            item.setEnabled(option.possible)
            model.appendRow(item)
        blocked = self.blockSignals(True)
        self.setModel(model)
        if (completer := self.completer()) is not None:
            completer.setModel(model)
        self.setCurrentIndex(-1)
        if (edit := self.lineEdit()) is not None:
            edit.clear()
        self.blockSignals(blocked)
        self.set_value(chosen)
        if self.value() != chosen:
            self.picked.emit()

    def value(self) -> str | None:
        """The key of what is chosen, or `None`."""
        index = self.currentIndex()
        if index < 0 or (self.isEditable() and self.currentText() != self.itemText(index)):
            return None
        key = self.itemData(index, _KEY)
        return key if isinstance(key, str) else None

    def set_value(self, key: str | None) -> None:
        """Chooses this one, or nothing when it is not on the list or not possible."""
        for row, option in enumerate(self._options):
            if option.key == key and option.possible:
                self.setCurrentIndex(row)
                return
        self.setCurrentIndex(-1)

    def is_unclear(self) -> bool:
        """Something is typed that is not on the list."""
        return self.isEditable() and bool(self.currentText().strip()) and self.value() is None

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        """Scrolling a page never changes what was chosen."""
        event.ignore()


class MultiPicker(QWidget):
    """Any number from a list, by ticking."""

    picked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._options: tuple[Option, ...] = ()
        self.filter = QLineEdit()
        self.filter.setAccessibleName(self.tr("Zoek in {name}").format(name=name.lower()))
        self.filter.setPlaceholderText(self.tr("Zoek…"))
        self.filter.textChanged.connect(self._narrow)
        self.filter.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Wide(self.list))
        self.list.itemChanged.connect(self.picked)
        self.list.itemPressed.connect(self._remember)
        self.list.itemClicked.connect(self._toggle)
        self._before = Qt.CheckState.Unchecked
        self.setLayout(vertical(self.filter, self.list, gap=4))
        self.setFocusProxy(self.list)

    def offer(self, options: Sequence[Option]) -> None:
        """Other options; what was ticked stays ticked when it is still there."""
        if tuple(options) == self._options:
            return
        ticked = set(self.value())
        self._options = tuple(options)
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for option in options:
            item = QListWidgetItem(option.line)
            item.setData(_KEY, option.key)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            if option.possible:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEnabled)
            on = option.key in ticked and option.possible
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(blocked)
        if self.list.count() and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.filter.setVisible(len(options) >= LONG)
        # Tab passes over whatever stands before the proxy: so the first of the two that is there.
        self.setFocusProxy(self.filter if len(options) >= LONG else self.list)
        self._fit()
        if set(self.value()) != ticked:
            self.picked.emit()

    def value(self) -> tuple[str, ...]:
        """The keys of what is ticked, in the order of the list."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            str(item.data(_KEY)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def set_value(self, keys: Sequence[str]) -> None:
        """Ticks these and no others."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            on = item.data(_KEY) in keys and bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _remember(self, item: QListWidgetItem) -> None:
        self._before = item.checkState()

    def _toggle(self, item: QListWidgetItem) -> None:
        """A click anywhere on the row counts, not only on the little box."""
        if item.checkState() is self._before and item.flags() & Qt.ItemFlag.ItemIsEnabled:
            on = self._before is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _narrow(self, text: str) -> None:
        first = -1
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not matches(text, item.text()))
            if first < 0 and not item.isHidden() and item.flags() & Qt.ItemFlag.ItemIsEnabled:
                first = row
        # A key means what one sees: never a row that is filtered away.
        self.list.setCurrentRow(first)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """While one types: Enter ticks the first that is found, Down goes into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if is_enter(event) and self.filter.text().strip():
                self._tick_current()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _tick_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            on = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
            self.filter.selectAll()
            announce(self.filter, item.text())

    def _fit(self) -> None:
        row = self.list.sizeHintForRow(0) if self.list.count() else 32
        shown = min(max(self.list.count(), 1), _ROWS)
        self.list.setFixedHeight(row * shown + 2 * self.list.frameWidth() + 2)


class _Wide(QStyledItemDelegate):
    """Rows as high as a target, with long text cut off at the end."""

    def sizeHint(  # noqa: N802 (Qt's name)
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(0, max(hint.height(), 32))
