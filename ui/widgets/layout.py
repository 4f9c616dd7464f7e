"""How things are placed: rows, cards, and columns that fold into one when it is narrow."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.plain_label import PlainLabel

Item = QWidget | QLayout | None
"""`None` takes the room that is left."""

GAP = 8
CARD_MARGIN = 16


def vertical(*items: Item, gap: int = GAP, margin: int = 0) -> QVBoxLayout:
    """Items under each other."""
    layout = QVBoxLayout()
    _fill(layout, items, gap, margin)
    return layout


def horizontal(*items: Item, gap: int = GAP, margin: int = 0) -> QHBoxLayout:
    """Items beside each other."""
    layout = QHBoxLayout()
    _fill(layout, items, gap, margin)
    return layout


def _fill(layout: QBoxLayout, items: tuple[Item, ...], gap: int, margin: int) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(margin, margin, margin, margin)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


def holder(layout: QLayout) -> QWidget:
    """A bare widget around a layout."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def framed(
    kind: Literal["card", "line", "rail", "practice", "rule"], layout: QLayout | None = None
) -> QFrame:
    """A frame that the style sheet draws."""
    frame = QFrame()
    frame.setProperty("kind", kind)
    if layout is not None:
        frame.setLayout(layout)
    return frame


def card(*items: Item, title: str = "") -> QFrame:
    """A sheet of paper with what belongs together."""
    head = (PlainLabel(title, kind="heading"),) if title else ()
    return framed("card", vertical(*head, *items, gap=GAP, margin=CARD_MARGIN))


def scrolling(inside: QWidget, name: str) -> QScrollArea:
    """A page that scrolls down, never sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    inside.setObjectName("inside")
    area.setWidget(inside)
    return area


def empty(layout: QLayout) -> None:
    """Takes everything out of a layout and lets go of it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)


@contextmanager
def laid_out_once(layout: QLayout) -> Iterator[None]:
    """Whatever appears or goes within gets its place at the end; Qt does it for each of them."""
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        layout.activate()


def bring_into_view(part: QWidget) -> None:
    """Scrolls so that what just appeared is seen, its focus first; Qt only does that for Tab."""
    area: QObject | None = part.parent()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parent()
    if isinstance(area, QScrollArea):
        QTimer.singleShot(0, part, partial(_show_in, area, part))


def _show_in(area: QScrollArea, part: QWidget) -> None:
    inside = area.widget()
    if inside is None or not inside.isAncestorOf(part):
        return
    # What grew inside a holder inside a card tells the page so in steps; first let them all tell.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    if (layout := inside.layout()) is not None:
        layout.activate()
    area.ensureWidgetVisible(part, 0, GAP)
    focused = part.window().focusWidget()
    if part.isAncestorOf(focused):
        area.ensureWidgetVisible(focused, 0, 3 * CARD_MARGIN)


class ReadingColumn(QWidget):
    """At most so many letters wide, at any text size."""

    def __init__(self, layout: QLayout, letters: int) -> None:
        super().__init__()
        self._letters = letters
        self.setLayout(layout)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Another text size, another width."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        self.setMaximumWidth(self._letters * self.fontMetrics().averageCharWidth())


class Columns(QWidget):
    """A few columns that fold into one where `ems` letters do not fit beside each other."""

    def __init__(self, *columns: tuple[QWidget, int], ems: int = 70, gap: int = 24) -> None:
        super().__init__()
        self._ems = ems
        self._columns = columns
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(gap)
        for widget, weight in columns:
            self._layout.addWidget(widget, weight)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As narrow as the widest column alone: a window never grows to keep them side by side."""
        wide = max(widget.minimumSizeHint().width() for widget, _ in self._columns)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Folds or unfolds."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._ems * self.fontMetrics().averageCharWidth()
        direction = QBoxLayout.Direction
        wanted = direction.TopToBottom if narrow else direction.LeftToRight
        if self._layout.direction() != wanted:
            self._layout.setDirection(wanted)
            for widget, weight in self._columns:
                self._layout.setStretchFactor(widget, 0 if narrow else weight)
