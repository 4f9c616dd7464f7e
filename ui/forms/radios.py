"""One of a few: all of them in sight, each with what it means."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from ui.forms.editors import ChoiceEditor, Editor
from ui.widgets.layout import vertical
from ui.widgets.picker import Option
from ui.widgets.plain_label import PlainLabel, literal

_INDENT = 34


class RadiosEditor(Editor):
    """Nothing is chosen until somebody does."""

    def __init__(self, name: str, options: Sequence[Option]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        layout = vertical(gap=0)
        for option in options:
            choice = QRadioButton(literal(option.text))
            choice.setAccessibleName(f"{name}: {option.text}")
            choice.setAccessibleDescription(option.note)
            choice.toggled.connect(self.changed)
            self._group.addButton(choice)
            self._buttons[option.key] = choice
            layout.addWidget(choice)
            if option.note:
                note = PlainLabel(option.note, kind="small")
                note.setContentsMargins(_INDENT, 0, 0, 4)
                layout.addWidget(note)
        self.setLayout(layout)
        if self._buttons:
            self.setFocusProxy(next(iter(self._buttons.values())))

    def value(self) -> object:
        return next((key for key, one in self._buttons.items() if one.isChecked()), None)

    def set_value(self, value: object) -> None:
        self._group.setExclusive(False)
        for key, one in self._buttons.items():
            one.setChecked(key == value)
        self._group.setExclusive(True)


MUST_CHOOSE = (ChoiceEditor, RadiosEditor)
"""Where one has to choose before there is anything to ask the rules."""
