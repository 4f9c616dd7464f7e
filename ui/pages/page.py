"""What all pages have: a head with the way back, a scrolling body, and a moment to read again."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout
from ui.widgets.layout import Columns, empty, holder, horizontal, scrolling, vertical
from ui.widgets.plain_label import PlainLabel, literal
from ui.widgets.reading_order import stops_from, walk

MARGIN = 24
BACK = "‹"


class Crumb(NamedTuple):
    """A step back towards the beginning."""

    text: str
    go: Callable[[], object]


class Page(QWidget):
    """Reads everything anew when the kluis changed, but only while it is shown."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._stale = True
        self._crumbs = FlowLayout(gap=0)
        self._title = PlainLabel(kind="title")
        self._under = PlainLabel(kind="soft")
        self._buttons = FlowLayout(to_right=True)
        self._title.setMinimumWidth(120)
        self.aside = FlowLayout(to_right=True)
        """Beside the line under the title; for what stays when the page is read again."""
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        first = Columns((self._title, 1), (holder(self._buttons), 0), ems=80, gap=8)
        second = horizontal(self._under, self.aside, gap=16)
        second.setStretch(0, 1)
        self.page_head = holder(vertical(self._crumbs, first, second, gap=4))
        """Way back, title and buttons; a page with a head of its own hides it."""
        self.sheet = holder(vertical(self.page_head, self.body, None, gap=16, margin=MARGIN))
        """All that scrolls: the head, the body, and the room that is left."""
        self.area = scrolling(self.sheet, name)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def refresh(self) -> None:
        """Reads and shows what is in the kluis now."""
        raise NotImplementedError  # each heir says how

    def on_changed(self) -> None:
        """Something changed: now if one sees it, otherwise when one looks."""
        self._stale = True
        if self.isVisible():
            self._read()

    def read_now(self) -> None:
        """Reads again what nobody looks at: it may show what is gone."""
        self._read()

    def get_ready(self) -> None:
        """Reads before it is seen: then Qt dresses and places everything at once.

        What is added to a page that is seen appears piece by piece, each with a layout of its own.
        """
        if self._stale:
            self._read()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Looks again at what changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _read(self) -> None:
        self._stale = False
        # Also what waits for the keyboard behind a dialog: that comes back here.
        focused = self.window().focusWidget() if self.isVisible() else None
        inside = focused is not None and self.isAncestorOf(focused)
        name = _called(focused) if focused is not None and inside else ""
        self.refresh()
        if inside and not self._is_still_there(focused):
            self._later(partial(self._focus_again, name, self.window().focusWidget()))

    def _is_still_there(self, widget: QWidget | None) -> bool:
        if widget is None or not isValid(widget):
            return False
        return self.isAncestorOf(widget) and widget.isVisibleTo(self)

    def _later(self, do: Callable[[], object]) -> None:
        """Qt shows what is new in a layout a moment later; only then it can have the focus."""
        QTimer.singleShot(0, self, do)

    def take_focus(self) -> None:
        """The first thing one can do on this page, past the way back."""
        self.area.verticalScrollBar().setValue(0)
        self._later(self._focus_first)

    def _focus_first(self) -> None:
        if not focus_first_in(self.first_part(), within=self.area):
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_part(self) -> QWidget:
        """Where a visit to this page begins; normally right after its head."""
        head = self.page_head
        under = (part for part in walk(self.sheet) if part not in {self.sheet, head})
        return next((part for part in under if not head.isAncestorOf(part)), self.sheet)

    def _focus_again(self, name: str, fallen_to: QWidget | None) -> None:
        """What was rebuilt gets the focus back, so that the keyboard stays where it was.

        `fallen_to` is where Qt put the focus by itself; when somebody chose since, that holds.
        What is gone leaves the focus to where this page begins.
        """
        now: QWidget | None = self.window().focusWidget()
        inside = now not in {None, self.area} and self.isAncestorOf(now) and not _is_crumb(now)
        if not self.isVisible() or (inside and now is not fallen_to):
            return
        for widget in self.findChildren(QWidget) if name else ():
            if widget.isVisibleTo(self) and widget.isEnabled() and _called(widget) == name:
                widget.setFocus()
                return
        if not inside:
            self._focus_first()

    def set_head(
        self,
        title: str,
        under: str = "",
        crumbs: Sequence[Crumb] = (),
        buttons: Sequence[QPushButton] = (),
    ) -> None:
        """The way back, the title, one line under it, and what can be done with the whole."""
        empty(self._crumbs)
        for step in crumbs:
            self._crumbs.addWidget(button(f"{BACK} {literal(step.text)}", step.go, kind="quiet"))
        self._title.setText(title)
        empty(self._buttons)
        for made in buttons:
            self._buttons.addWidget(made)
        self._under.setText(under)
        self._under.setVisible(bool(under))

    def set_body(self, *items: QWidget) -> None:
        """Replaces what is on the page."""
        empty(self.body)
        for item in items:
            self.body.addWidget(item)


def _called(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def _is_crumb(widget: QWidget | None) -> bool:
    return isinstance(widget, QPushButton) and widget.text().startswith(BACK)


def focus_first_in(part: QWidget, within: QWidget) -> bool:
    """The first thing in or after this part that takes the keyboard, past a way back."""
    for widget in stops_from(part, within):
        if not _is_crumb(widget):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
    return False
