"""One line that asks for a reason, with the verb beside it; Enter says it, Escape goes back."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.buttons import button
from ui.widgets.layout import Columns, holder, horizontal, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel, literal


class AskLine(QWidget):
    """The sentence of a refusal stands right under what was typed."""

    said = Signal(str)
    """What was typed; also when that is nothing: the rules say whether it will do."""
    dropped = Signal()

    def __init__(self, label: str, verb: str, *, name: str = "", text: str = "") -> None:
        super().__init__()
        self.edit = QLineEdit(text)
        self.edit.setAccessibleName(name or label)
        self.edit.installEventFilter(self)
        self.notice = Notice()
        self.do_button = button(literal(verb), self._say, kind="primary")
        self.back_button = button(self.tr("Toch niet"), self.dropped.emit, kind="quiet")
        head = PlainLabel(label, kind="strong")
        head.setBuddy(self.edit)
        line = Columns(
            (self.edit, 1),
            (holder(horizontal(self.do_button, self.back_button, None)), 0),
            ems=50,
            gap=8,
        )
        self.setLayout(vertical(head, line, self.notice, gap=4))
        self.setFocusProxy(self.edit)

    def _say(self) -> None:
        self.said.emit(self.edit.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Enter and Escape in the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if is_enter(event):
                self._say()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.dropped.emit()
                return True
        return super().eventFilter(watched, event)


def is_enter(event: QKeyEvent) -> bool:
    """Enter alone, pressed anew: a key that is held down never says yes again."""
    enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return enter and plain and not event.isAutoRepeat()
