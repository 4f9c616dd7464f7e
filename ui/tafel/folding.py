"""Three parts beside each other, or one at a time behind tabs where there is no room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QTabBar, QVBoxLayout, QWidget

from ui.widgets.layout import holder


class Part(QWidget):
    """One part with the name its tab has."""

    def __init__(self, name: str, inside: QWidget, weight: int, *, main: bool = False) -> None:
        super().__init__()
        self.name = name
        self.weight = weight
        self.main = main
        self.wanted = True
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(inside)
        layout.addStretch(1)


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
        """As narrow as its widest part alone: otherwise it would never be made to fold."""
        widest = max(part.minimumSizeHint().width() for part in self.parts)
        return QSize(widest, super().minimumSizeHint().height())

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
