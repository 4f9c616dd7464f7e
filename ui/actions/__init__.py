"""Everything that can be done, a table per group: the handeling, its words, its place, its key."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.actions import (
    casus,
    daarna,
    huis,
    kluis,
    overleg,
    rechten,
    tafel,
    toegang,
    verantwoording,
)
from ui.actions.act import (
    CASUS,
    DAARNA,
    GROUPS,
    HUIS,
    KLUIS,
    OVERLEG,
    RECHTEN,
    TAFEL,
    VERANTWOORDING,
    Act,
)

__all__ = [
    "ACTS",
    "BY_NAME",
    "CASUS",
    "DAARNA",
    "GROUPS",
    "HUIS",
    "KLUIS",
    "OVERLEG",
    "RECHTEN",
    "TAFEL",
    "VERANTWOORDING",
    "Act",
    "build_menus",
]

ACTS: tuple[Act, ...] = (
    *casus.ACTS,
    *overleg.ACTS,
    *tafel.ACTS,
    *daarna.ACTS,
    *rechten.ACTS,
    *verantwoording.ACTS,
    *huis.ACTS,
    *kluis.ACTS,
    *toegang.ACTS,
)

BY_NAME = {act.handeling: act for act in ACTS}


def build_menus(
    owner: QWidget, menu: QMenu, may: Callable[[str], bool], do: Callable[[str], object]
) -> list[QAction]:
    """A sub menu per group, with what this user may do; gives every action made."""
    made = []
    for group in GROUPS:
        acts = [act for act in ACTS if act.group == group and may(act.handeling)]
        if not acts:
            continue
        under = menu.addMenu(group)
        for act in acts:
            action = QAction(f"{act.text}…", owner)
            action.setData(act.handeling)
            action.setStatusTip(act.explain)
            if act.shortcut:
                action.setShortcut(QKeySequence(act.shortcut))
            action.triggered.connect(lambda _checked, name=act.handeling: do(name))
            under.addAction(action)
            made.append(action)
    return made
