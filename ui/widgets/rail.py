"""The rail: where one can go, in words with a drawing; it scrolls where the screen is low."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ui import icons
from ui.widgets.buttons import PushButton
from ui.widgets.layout import framed, holder, vertical


class RailButton(PushButton):
    """A place; the drawing grows with the text and takes its colour."""

    def __init__(self, text: str, icon: str, on_click: Callable[[], object]) -> None:
        super().__init__(text)
        self.setProperty("kind", "rail")
        self._icon = icon
        self.clicked.connect(lambda: on_click())  # noqa: PLW0108 (Qt would pass `checked`)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Another text size or other colours: another drawing."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            self._draw()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """What has the focus is in view."""
        super().focusInEvent(event)
        rail = self.window().findChild(Rail)
        if rail is not None:
            rail.ensureWidgetVisible(self, 0, 8)

    def _draw(self) -> None:
        size = self.fontMetrics().height()
        colours = self.palette()
        self.setIconSize(QSize(size, size))
        drawing = icons.icon(
            self._icon,
            colours.color(QPalette.ColorRole.WindowText),
            colours.color(QPalette.ColorRole.Accent),
            size,
            self.devicePixelRatioF(),
        )
        self.setIcon(drawing)


class Rail(QScrollArea):
    """As wide as its longest word; never scrolls sideways."""

    def __init__(self, name: str, places: Sequence[QWidget], foot: Sequence[QWidget]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons have it
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("kind", "rail")
        inside = holder(vertical(*places, None, *foot, gap=2, margin=8))
        inside.setObjectName("inside")
        self._frame = framed("rail", vertical(inside))
        self.setWidget(self._frame)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Room for every word, and for the bar where there is one."""
        needed = self._frame.minimumSizeHint()
        bar = self.verticalScrollBar()
        more = bar.sizeHint().width() if needed.height() > self.height() else 0
        return QSize(needed.width() + more, needed.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """With or without a bar: another width."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """The width is not to be squeezed; the height may be."""
        return QSize(self.sizeHint().width(), 0)
