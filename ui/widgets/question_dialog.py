"""A question that stands in the way on purpose; its buttons say what they do."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from ui.messages import Question
from ui.widgets.buttons import button
from ui.widgets.layout import horizontal, vertical
from ui.widgets.plain_label import PlainLabel, literal
from ui.widgets.reading_order import ReadingOrder


class QuestionDialog(ReadingOrder, QDialog):
    """Escape and the first button both mean no."""

    def __init__(self, question: Question, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._question = question
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question.title)
        self.setAccessibleDescription(question.text)
        self.no = button(literal(question.refuse), self.reject)
        self.yes = button(literal(question.act), self.accept, kind="primary")
        self.setLayout(
            vertical(
                PlainLabel(question.title, kind="heading"),
                PlainLabel(question.text),
                horizontal(None, self.no, self.yes),
                gap=16,
                margin=24,
            )
        )
        self.setMinimumWidth(480)
        self.accepted.connect(self._act)
        self.rejected.connect(question.on_no)
        self.no.setFocus()

    def _act(self) -> None:
        # What takes long paints meanwhile, and then this question may be gone before it is done.
        under = list(_ancestors(self))
        self._question.on_yes()
        # Where this question was about closing a dialog, both go at once, and a window manager
        # may then leave the keyboard with nobody.
        for below in under:
            if isValid(below) and below.isWindow() and below.isVisible():
                QTimer.singleShot(0, below, below.activateWindow)
                return


def _ancestors(widget: QWidget) -> Iterator[QWidget]:
    """From the nearest on."""
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()
