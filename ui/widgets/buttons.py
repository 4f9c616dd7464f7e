"""Buttons by importance, and one that only works while it is held down."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QShortcut,
)
from PySide6.QtWidgets import QPushButton, QWidget

from ui import icons
from ui.widgets.plain_label import literal

Kind = Literal["", "primary", "quiet", "row", "rail", "chip"]


class PushButton(QPushButton):
    """Enter presses it, like the space bar; one that is held down presses once."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Qt knows Enter on a button only in dialogs."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)


def button(
    text: str, on_click: Callable[[], object], *, kind: Kind = "", name: str = ""
) -> QPushButton:
    """A button; `name` is what a screen reader says when the text alone is not enough.

    `text` is ours, with an `&` for the Alt letter; text of people goes through `literal` first.
    """
    made = PushButton(text)
    made.setProperty("kind", kind)
    if name:
        made.setAccessibleName(name)
    made.clicked.connect(lambda: on_click())  # noqa: PLW0108 (Qt would pass `checked`)
    return made


def set_kind(made: QPushButton, kind: Kind) -> None:
    """Another weight; what it does is the same."""
    if made.property("kind") != kind:
        made.setProperty("kind", kind)
        made.style().unpolish(made)
        made.style().polish(made)


def submit_keys(form: QWidget, do: Callable[[], object]) -> None:
    """Ctrl+Enter anywhere in the form does it."""
    text = QCoreApplication.translate("toetsen", "Doen wat hier is ingevuld")
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        shortcut = QShortcut(QKeySequence(keys), form)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setWhatsThis(text)
        shortcut.activated.connect(do)


class HoldButton(QPushButton):
    """Something that is only there while the button, or its space bar, is held down."""

    held = Signal(bool)

    def __init__(self, text: str, icon: str = "") -> None:
        super().__init__(literal(text))
        self._icon = icon
        self.setProperty("kind", "quiet")
        self.setAutoDefault(False)
        self.pressed.connect(lambda: self.held.emit(True))
        self.released.connect(lambda: self.held.emit(False))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Looking away is letting go."""
        self._let_go()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """So is leaving the page."""
        self._let_go()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """The drawing follows the text size and the colours."""
        super().changeEvent(event)
        if self._icon and event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            size = self.fontMetrics().height()
            ink = self.palette().color(QPalette.ColorRole.Accent)
            self.setIconSize(QSize(size, size))
            self.setIcon(icons.icon(self._icon, ink, ink, size, self.devicePixelRatioF()))

    def _let_go(self) -> None:
        self.setDown(False)
        self.held.emit(False)
