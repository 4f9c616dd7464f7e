"""One editor per kind of value; each gives `None` for "nothing filled in"."""

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.date_field import DateField
from ui.widgets.layout import horizontal, vertical
from ui.widgets.picker import MultiPicker, Option, Picker
from ui.widgets.plain_label import PlainLabel

MOST = 9999
_TIME = re.compile(r"(\d{1,2})[:.,]?(\d{2})|(\d{1,2})")


class Editor(QWidget):
    """What a form needs from whatever holds a value."""

    changed = Signal()

    def value(self) -> object:
        """What is filled in, or `None`."""
        raise NotImplementedError  # each heir says how

    def set_value(self, value: object) -> None:
        """Shows this value."""
        raise NotImplementedError  # each heir says how

    def offer(self, options: Sequence[Option]) -> None:
        """Other options, for an editor that has any."""

    def unclear(self) -> bool:
        """Something is filled in that cannot be read."""
        return False


class LineEditor(Editor):
    """One line of text."""

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(placeholder)
        self.edit.textChanged.connect(self.changed)
        self.setLayout(vertical(self.edit))
        self.setFocusProxy(self.edit)

    def value(self) -> object:
        return self.edit.text() or None

    def set_value(self, value: object) -> None:
        self.edit.setText(str(value or ""))


class TextEditor(Editor):
    """A few lines of plain text; Tab goes on to the next field."""

    def __init__(self, name: str, lines: int = 3) -> None:
        super().__init__()
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(name)
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(self.edit.fontMetrics().lineSpacing() * lines + 20)
        self.edit.textChanged.connect(self.changed)
        self.setLayout(vertical(self.edit))
        self.setFocusProxy(self.edit)

    def value(self) -> object:
        return self.edit.toPlainText() or None

    def set_value(self, value: object) -> None:
        self.edit.setPlainText(str(value or ""))


class DateEditor(Editor):
    """A day."""

    def __init__(self, name: str, today: date) -> None:
        super().__init__()
        self.field = DateField(name, today)
        self.field.changed.connect(self.changed)
        self.setLayout(vertical(self.field))
        self.setFocusProxy(self.field)

    def value(self) -> object:
        return self.field.value()

    def set_value(self, value: object) -> None:
        self.field.set_value(value if isinstance(value, date) else None)

    def unclear(self) -> bool:
        return self.field.is_unclear()


class TimeEditor(LineEditor):
    """A time of day; 9, 9.30 and 0930 all become 09:30."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "09:30")
        self.edit.setMaximumWidth(120)
        self.edit.editingFinished.connect(self._tidy)

    def value(self) -> object:
        text = self.edit.text().strip()
        match = _TIME.fullmatch(text)
        if match is None:
            return text or None
        return f"{int(match[1] or match[3]):02d}:{match[2] or '00'}"

    def _tidy(self) -> None:
        self.set_value(self.value())


class NumberEditor(Editor):
    """A whole number; empty is not zero."""

    def __init__(self, name: str, unit: str = "") -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setAccessibleName(f"{name}, {unit}" if unit else name)
        self.edit.setValidator(QIntValidator(0, MOST, self))
        self.edit.setMaximumWidth(120)
        self.edit.textChanged.connect(self.changed)
        self.setLayout(horizontal(self.edit, PlainLabel(unit, wrap=False), None))
        self.setFocusProxy(self.edit)

    def value(self) -> object:
        text = self.edit.text().strip()
        return int(text) if text.isdecimal() else None

    def set_value(self, value: object) -> None:
        self.edit.setText(str(value) if isinstance(value, int) else "")


class ChoiceEditor(Editor):
    """One from a list."""

    def __init__(self, name: str, options: Sequence[Option], *, typing: bool = False) -> None:
        super().__init__()
        self.picker = Picker(name, typing=typing)
        self.picker.offer(options)
        self.picker.picked.connect(self.changed)
        self.setLayout(vertical(self.picker))
        self.setFocusProxy(self.picker)

    def value(self) -> object:
        return self.picker.value()

    def set_value(self, value: object) -> None:
        self.picker.set_value(value if isinstance(value, str) else None)

    def offer(self, options: Sequence[Option]) -> None:
        self.picker.offer(options)

    def unclear(self) -> bool:
        return self.picker.is_unclear()


class ManyEditor(Editor):
    """Any number from a list."""

    def __init__(self, name: str, options: Sequence[Option]) -> None:
        super().__init__()
        self.picker = MultiPicker(name)
        self.picker.offer(options)
        self.picker.picked.connect(self.changed)
        self.setLayout(vertical(self.picker))
        self.setFocusProxy(self.picker)

    def value(self) -> object:
        return self.picker.value() or None

    def set_value(self, value: object) -> None:
        self.picker.set_value(value if isinstance(value, tuple) else ())

    def offer(self, options: Sequence[Option]) -> None:
        self.picker.offer(options)


class WordsEditor(LineEditor):
    """A few words with commas between them."""

    def value(self) -> object:
        words = tuple(word.strip() for word in self.edit.text().split(",") if word.strip())
        return words or None

    def set_value(self, value: object) -> None:
        self.edit.setText(", ".join(value) if isinstance(value, tuple) else "")
