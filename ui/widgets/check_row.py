"""A tick with a text beside it that wraps; a click on the text counts too."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.widgets.layout import horizontal
from ui.widgets.plain_label import PlainLabel


class CheckRow(QWidget):
    """Qt's own check box never wraps its text, and a name can be long."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.label = PlainLabel()
        self.set_text(text)
        self.label.installEventFilter(self)
        line = horizontal(self.box, self.label, gap=4)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setFocusProxy(self.box)

    def set_text(self, text: str) -> None:
        """For the eye and for a screen reader."""
        self.box.setAccessibleName(text)
        self.label.setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """The text is part of the target."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            inside = self.label.rect().contains(event.position().toPoint())
            if inside and event.button() is Qt.MouseButton.LeftButton and self.box.isEnabled():
                self.box.toggle()
        return super().eventFilter(watched, event)
