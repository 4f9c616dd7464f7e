"""What stands where nothing is yet: what will be here, and the first step."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.buttons import button
from ui.widgets.layout import horizontal, vertical
from ui.widgets.plain_label import PlainLabel


class EmptyState(QWidget):
    """A heading, one sentence and at most one button."""

    def __init__(
        self,
        heading: str,
        sentence: str,
        step: str = "",
        on_step: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.step: QPushButton | None = None
        layout = vertical(
            PlainLabel(heading, kind="strong"), PlainLabel(sentence, kind="soft"), gap=4, margin=0
        )
        if on_step is not None:
            self.step = button(step, on_step)
            layout.addSpacing(4)
            layout.addLayout(horizontal(self.step, None))
        layout.addStretch(1)
        self.setLayout(layout)
