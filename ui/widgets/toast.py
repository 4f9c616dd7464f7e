"""A short word at the edge of the window that something is done; it leaves by itself."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QMenuBar, QWidget

from ui.widgets.layout import horizontal
from ui.widgets.notice import announce
from ui.widgets.plain_label import PlainLabel

SECONDS = 6
_FROM_EDGE = 12


class Toast(QFrame):
    """Over the window, in nobody's way: it takes no clicks and no focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("kind", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label = PlainLabel(wrap=False)
        self.setLayout(horizontal(self.label, margin=8))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def say(self, text: str) -> None:
        """Shows the word and lets a screen reader say it."""
        self.label.setText(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Stays in its corner when the window changes size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Where nobody works: beside the menu, or at the bottom when it does not fit there."""
        self.adjustSize()
        room = self._window.rect()
        menu = self._window.findChild(QMenuBar)
        if menu is not None and menu.isVisible():
            last = max((menu.actionGeometry(act).right() for act in menu.actions()), default=0)
            left = room.right() - self.width() - _FROM_EDGE
            if left > last + _FROM_EDGE:
                self.move(left, menu.y() + 2)
                return
        self.move(room.center().x() - self.width() // 2, room.bottom() - self.height() - 24)
