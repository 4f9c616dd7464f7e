"""The keys of the table that work wherever one is; no letters, those are for the input line."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from ui.pages.page import focus_first_in


def shortcut(page: QWidget, keys: str, text: str, do: Callable[[], object]) -> None:
    """While the focus is somewhere on this page; `text` is what the list of keys says."""
    made = QShortcut(QKeySequence(keys), page)
    made.setWhatsThis(text)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(do)


def next_part(page: QWidget, parts: Sequence[QWidget]) -> None:
    """F6: to the first thing in the next of these parts that can be seen, and round."""
    seen = [part for part in parts if part.isVisibleTo(page)]
    start = next((n + 1 for n, part in enumerate(seen) if _holds(part)), 0)
    for part in [*seen[start:], *seen[:start]]:
        focus_first_in(part, within=page)
        if _holds(part):
            return


def _holds(part: QWidget) -> bool:
    now = QApplication.focusWidget()
    return now is not None and (now is part or part.isAncestorOf(now))
