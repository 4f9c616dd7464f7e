"""Three parts beside each other, or one at a time behind tabs where there is no room."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QTabBar, QVBoxLayout, QWidget

from ui.widgets.layout import holder, vertical


class Beside(QScrollArea):
    """Scrolls by itself, so that a long list never pushes the main part out of sight."""

    def __init__(self, inside: QWidget, name: str) -> None:
        super().__init__()
        self._asked = QSize()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has it
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = holder(vertical(inside, None))
        sheet.setObjectName("inside")
        self.setWidget(sheet)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Something else is in it: it may ask for another width."""
        if event.type() is QEvent.Type.LayoutRequest and self._asked != self.minimumSizeHint():
            self._asked = self.minimumSizeHint()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Never narrower than what is in it; the height is what is left."""
        return QSize(self._wide(), 4 * self.fontMetrics().height())

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """The same: the main part says how high."""
        return self.minimumSizeHint()

    def _wide(self) -> int:
        inside = self.widget()
        bar = self.verticalScrollBar().sizeHint().width()
        return (inside.minimumSizeHint().width() if inside else 0) + bar + 2


class Part(QWidget):
    """One part with the name its tab has."""

    def __init__(
        self,
        name: str,
        inside: QWidget,
        weight: int,
        *,
        main: bool = False,
        own_scroll: bool = False,
    ) -> None:
        super().__init__()
        self.name = name
        self.weight = weight
        self.main = main
        self.wanted = True
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        if own_scroll:
            layout.addWidget(Beside(inside, name))
        else:
            layout.addWidget(inside)


class Folding(QWidget):
    """Folds where `ems` letters do not fit; the main part is then the first to be seen."""

    def __init__(self, *parts: Part, ems: int, gap: int = 16) -> None:
        super().__init__()
        self.parts = parts
        self._ems = ems
        self.folded = False
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Wat te zien is"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        for part in parts:
            self._row.addWidget(part, part.weight)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self.tabs)
        outer.addWidget(holder(self._row))
        for index, part in enumerate(parts):
            self.tabs.addTab(part.name)
            if part.main:
                self.tabs.setCurrentIndex(index)
        self.tabs.currentChanged.connect(self._show)

    def want(self, part: Part, *, wanted: bool) -> None:
        """Some steps need the width for the main part alone."""
        if part.wanted != wanted:
            part.wanted = wanted
            self.tabs.setTabVisible(self.parts.index(part), wanted)
            self._show()

    def show_main(self) -> None:
        """Another step: its own part is seen."""
        self.tabs.setCurrentIndex(next(n for n, part in enumerate(self.parts) if part.main))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As narrow as its widest part alone: otherwise it would never be made to fold.

        How high it must be follows from the width (Qt asks for that apart).
        """
        widest = max(part.minimumSizeHint().width() for part in self.parts)
        return QSize(widest, 4 * self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Folds or unfolds."""
        super().resizeEvent(event)
        folded = event.size().width() < self._ems * self.fontMetrics().averageCharWidth()
        if folded != self.folded:
            self.folded = folded
            self._show()

    def _show(self, _index: int = 0) -> None:
        wanted = [part for part in self.parts if part.wanted]
        self.tabs.setVisible(self.folded and len(wanted) > 1)
        for index, part in enumerate(self.parts):
            seen = not self.folded or index == self.tabs.currentIndex()
            part.setVisible(part.wanted and seen)
