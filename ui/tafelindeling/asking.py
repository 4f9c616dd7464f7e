"""A small question under the drawing: Escape closes it, and what cannot be is said beside it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from ui.widgets.plain_label import PlainLabel


class Asking(QFrame):
    """Hidden until it is asked; who inherits says what."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self.title = PlainLabel(kind="strong")
        self.trouble = PlainLabel(tone="warn")
        self.hide()

    def listen_to(self, *parts: QWidget) -> None:
        """Escape in any of these closes the question."""
        for part in parts:
            part.installEventFilter(self)

    def open_at(self, edit: QLineEdit) -> None:
        """What stands there is chosen, so that typing replaces it."""
        self.trouble.hide()
        self.show()
        edit.setFocus()
        edit.selectAll()

    def refuse(self, text: str, edit: QLineEdit) -> None:
        """The sentence, and the cursor where it is about."""
        self.trouble.setText(text)
        self.trouble.show()
        edit.setFocus()

    def close_it(self) -> None:
        """Everything stays as it was."""
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Escape closes it."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape.value
        ):
            self.close_it()
            return True
        return super().eventFilter(watched, event)
