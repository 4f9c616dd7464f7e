"""Ticking what applies: all of it in sight, and room for what is not on the list."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.forms.editors import Editor, LineEditor
from ui.widgets.check_row import CheckRow
from ui.widgets.layout import vertical
from ui.widgets.picker import Option
from ui.widgets.plain_label import PlainLabel

_COLUMNS = 3
_LETTERS = 26
"""A column narrower than this and the names begin to wrap."""


class ChecksEditor(Editor):
    """Words one ticks, in columns, and a line for other words with commas between them.

    The words are one stop for Tab: arrows go past them, and a letter goes to the next word that
    begins with it.
    """

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Pijl of letter", "Naar een ander woord om aan te vinken"),
    )

    def __init__(self, name: str, words: Sequence[str]) -> None:
        super().__init__()
        self.rows = {word: CheckRow(word) for word in words}
        for row in self.rows.values():
            row.box.toggled.connect(self.changed)
            row.box.installEventFilter(self)
        if self.rows:
            self._rove(next(iter(self.rows.values())).box)
        self.other = LineEditor(name, self.tr("anders, met komma's ertussen"))
        self.other.changed.connect(self.changed)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._across = 0
        self._place(_COLUMNS)
        self.setLayout(vertical(self._grid, self.other, gap=4))
        self.setFocusProxy(next(iter(self.rows.values())) if self.rows else self.other)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """The keys that mean something on a word."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._rove(watched)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            boxes = [row.box for row in self.rows.values()]
            here = next((n for n, box in enumerate(boxes) if box is watched), 0)
            going = self._where(event, list(self.rows), here)
            if going is not None:
                going.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _rove(self, to: QWidget) -> None:
        """Tab comes to one word only: the one where somebody was last."""
        for row in self.rows.values():
            here = row.box is to
            policy = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            row.box.setFocusPolicy(policy)

    def _where(self, event: QKeyEvent, names: list[str], here: int) -> QWidget | None:
        """Where this key goes from the word with this number; `None` when it is not for us."""
        step = {
            Qt.Key.Key_Right.value: 1,
            Qt.Key.Key_Left.value: -1,
            Qt.Key.Key_Down.value: self._across,
            Qt.Key.Key_Up.value: -self._across,
        }.get(event.key())
        if step is not None:
            return self.rows[names[max(0, min(len(names) - 1, here + step))]].box
        letter = event.text().casefold()
        after = [*names[here + 1 :], *names[: here + 1]]
        found = (name for name in after if letter.strip() and name.startswith(letter))
        return next((self.rows[name].box for name in found), None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Fewer columns where the words would not fit."""
        super().resizeEvent(event)
        room = event.size().width() // (_LETTERS * self.fontMetrics().averageCharWidth())
        self._place(max(1, min(_COLUMNS, room)))

    def _place(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for number, row in enumerate(self.rows.values()):
            self._grid.addWidget(row, number // across, number % across)

    def value(self) -> object:
        ticked = [word for word, row in self.rows.items() if row.box.isChecked()]
        typed = [word.strip() for word in str(self.other.value() or "").split(",")]
        return tuple(dict.fromkeys([*ticked, *(word for word in typed if word)])) or None

    def set_value(self, value: object) -> None:
        words = value if isinstance(value, tuple) else ()
        for word, row in self.rows.items():
            row.box.setChecked(word in words)
        self.other.set_value(", ".join(word for word in words if word not in self.rows))


class GegevensEditor(Editor):
    """Per kind of data a tick, and then room to say what; what cannot be given says why."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._options: tuple[Option, ...] = ()
        self.rows: dict[str, tuple[CheckRow, LineEditor, PlainLabel]] = {}
        self._column = vertical(gap=0)
        self.setLayout(self._column)

    def offer(self, options: Sequence[Option]) -> None:
        if tuple(options) == self._options:
            return
        self._options = tuple(options)
        for option in options:
            if option.key not in self.rows:
                self._add(option)
            row, _, why = self.rows[option.key]
            if not option.possible:
                row.box.setChecked(False)
            row.box.setEnabled(option.possible)
            why.setText(option.note)
            why.setVisible(row.box.isChecked() or not option.possible)
        if self.focusProxy() is None and self.rows:
            self.setFocusProxy(next(iter(self.rows.values()))[0])

    def _add(self, option: Option) -> None:
        row, why = CheckRow(option.text), PlainLabel(kind="small")
        line = LineEditor(option.text, self.tr("Wat is er bekend?"))
        line.hide()
        row.box.toggled.connect(line.setVisible)
        row.box.toggled.connect(why.setVisible)
        row.box.toggled.connect(self.changed)
        line.changed.connect(self.changed)
        self.rows[option.key] = (row, line, why)
        for part in (row, why, line):
            self._column.addWidget(part)

    def value(self) -> object:
        found = {
            key: str(line.value() or "")
            for key, (row, line, _) in self.rows.items()
            if row.box.isChecked()
        }
        return found or None

    def set_value(self, value: object) -> None:
        given = value if isinstance(value, Mapping) else {}
        for key, (row, line, _) in self.rows.items():
            row.box.setChecked(key in given)
            line.set_value(given.get(key))

    def unclear(self) -> bool:
        """Ticked, and then nothing said."""
        found = self.value()
        return isinstance(found, dict) and not all(text.strip() for text in found.values())
