"""Everything that can lock, in one hand; and the choice of how long it may be quiet."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from ui.lock.clipboard import OwnClipboard
from ui.lock.watch import MINUTES, Watch
from ui.texts import counted

if TYPE_CHECKING:
    from ui.lock.system import SystemWatch


class Locking(QObject):
    """Guards while a kluis is open; whoever owns it locks when `asked`."""

    asked = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.watch = Watch(settings, self)
        self.watch.lock_asked.connect(self.asked)
        self.clipboard = OwnClipboard(self)
        self._system: SystemWatch | None = None

    def begin(self) -> None:
        """A kluis is open."""
        from ui.lock.system import SystemWatch  # noqa: PLC0415 (a quick start)

        self.watch.begin()
        if self._system is None:
            self._system = SystemWatch(self)
            self._system.lock_asked.connect(self.asked)

    def end(self) -> None:
        """The kluis is closed: nothing of it stays on the clipboard."""
        self.watch.end()
        self.clipboard.clear()


def add_silence_menu(menu: QMenu, watch: Watch) -> None:
    """How long it may be quiet before it locks by itself."""

    def _tr(text: str) -> str:
        return QCoreApplication.translate("slot", text)

    made = menu.addMenu(_tr("Vergrendelen na &stilte"))
    group = QActionGroup(made)
    for minutes in MINUTES:
        action = made.addAction(counted(minutes, _tr("minuut"), _tr("minuten")))
        action.setCheckable(True)
        action.setChecked(minutes == watch.minutes)
        action.setData(minutes)
        action.triggered.connect(partial(_choose, watch, minutes))
        group.addAction(action)
    made.aboutToShow.connect(partial(_mark, group, watch))


def _mark(group: QActionGroup, watch: Watch) -> None:
    """It may be chosen on the page Instellingen as well."""
    for action in group.actions():
        action.setChecked(action.data() == watch.minutes)


def _choose(watch: Watch, minutes: int, _checked: bool = False) -> None:
    watch.choose(minutes)
