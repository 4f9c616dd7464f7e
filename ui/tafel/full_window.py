"""The window while there is a meeting: the menu bar steps back, Alt still finds it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMainWindow, QMenuBar, QWidget

_ALL = 16_777_215
"""Qt's own largest height, in pixels."""


class FullWindow(QObject):
    """A menu bar of no height keeps its shortcuts and its Alt letters; a hidden one loses them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._full: QMainWindow | None = None

    def enter(self, window: QWidget) -> None:
        """The meeting begins to fill this window."""
        if self._full is None and isinstance(window, QMainWindow):
            self._full = window
            window.menuBar().installEventFilter(self)
            window.menuBar().setMaximumHeight(0)

    def leave(self) -> None:
        """Everything comes back."""
        if self._full is not None:
            bar = self._full.menuBar()  # asked again: PySide forgets the one it gave before
            bar.removeEventFilter(self)
            bar.setMaximumHeight(_ALL)
            self._full = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Alt or F10 puts the focus on the bar: then it is seen."""
        if isinstance(watched, QMenuBar):
            if event.type() is QEvent.Type.FocusIn:
                watched.setMaximumHeight(_ALL)
            elif event.type() is QEvent.Type.FocusOut:
                watched.setMaximumHeight(0)
        return super().eventFilter(watched, event)
