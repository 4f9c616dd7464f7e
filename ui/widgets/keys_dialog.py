"""Ctrl+/: the keys of this screen, to read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ui.keys import Group, Key
from ui.widgets.buttons import button
from ui.widgets.layout import Columns, card, holder, horizontal, scrolling, vertical
from ui.widgets.plain_label import PlainLabel
from ui.widgets.reading_order import ReadingOrder


class KeysDialog(ReadingOrder, QDialog):
    """Two columns where there is room; Escape closes."""

    def __init__(self, groups: Sequence[Group], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Toetsen van dit scherm")
        self.setWindowTitle(title)
        half = _half(groups)
        columns = Columns(
            (holder(vertical(*(_card(group) for group in groups[:half]), None, gap=16)), 1),
            (holder(vertical(*(_card(group) for group in groups[half:]), None, gap=16)), 1),
            ems=84,
            gap=16,
        )
        inside = holder(
            vertical(PlainLabel(title, kind="title"), columns, None, gap=16, margin=24)
        )
        foot = horizontal(None, button(self.tr("Sluiten"), self.accept))
        foot.setContentsMargins(24, 12, 24, 16)
        self.setLayout(vertical(scrolling(inside, title), foot, gap=0))
        room = parent.size()
        self.resize(min(1000, room.width() - 48), min(680, room.height() - 48))


def _half(groups: Sequence[Group]) -> int:
    """Where the second column begins, so that both are about as long."""
    lengths = [len(group.keys) + 2 for group in groups]
    return min(range(1, len(groups) + 1), key=lambda n: abs(sum(lengths[:n]) - sum(lengths[n:])))


def _card(group: Group) -> QWidget:
    return card(*(_line(key) for key in group.keys), title=group.title)


def _line(key: Key) -> QWidget:
    keys = PlainLabel(key.keys, kind="tag", wrap=False)
    line = horizontal(PlainLabel(key.text), keys, gap=12)
    line.setStretch(0, 1)
    return holder(line)
