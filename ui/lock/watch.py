"""Locks after silence, after a working day, and by F12 from whatever window is in front."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

MINUTES = (1, 2, 5, 10, 15)
"""Of silence; five unless somebody chose otherwise."""
DEFAULT = 5
SESSION_HOURS = 10
KEY = Qt.Key.Key_F12
PRIVATE = Qt.Key.Key_F9
_TICK = 1_000
_REMEMBERED = "stilte"
_ACTIVE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


def seconds_awake_or_not() -> float:
    """Seconds since the computer started; goes on while it sleeps, where the system can say so."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(clock) if clock is not None else time.monotonic()


def silence(settings: QSettings) -> int:
    """So many minutes may it be quiet."""
    text = str(settings.value(_REMEMBERED))
    return int(text) if text.isdecimal() and int(text) in MINUTES else DEFAULT


def keep_silence(settings: QSettings, minutes: int) -> None:
    """One of `MINUTES`; it counts at once."""
    settings.setValue(_REMEMBERED, minutes)


class Watch(QObject):
    """Looks at the windows and not at every widget, so that it costs nothing while one types.

    A key that goes to a window passes here before any dialog, menu or field gets it.
    """

    lock_asked = Signal()
    private_asked = Signal()
    """From a dialog: there the key of the menu does not work."""

    def __init__(
        self,
        settings: QSettings,
        parent: QObject | None = None,
        now: Callable[[], float] = seconds_awake_or_not,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._now = now
        self._running = False
        self._began = self._touched = now()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._follow)

    @property
    def minutes(self) -> int:
        """So long may it be quiet."""
        return silence(self._settings)

    def choose(self, minutes: int) -> None:
        """One of `MINUTES`; remembered."""
        keep_silence(self._settings, minutes)

    def begin(self) -> None:
        """A kluis is open."""
        self._began = self._touched = self._now()
        self._running = True
        self._timer.start()
        self._follow(QGuiApplication.focusWindow())

    def end(self) -> None:
        """Nothing to guard any more."""
        self._running = False
        self._timer.stop()

    def look(self) -> None:
        """Whether it is time."""
        now = self._now()
        silent = now - self._touched >= self.minutes * 60
        if self._running and (silent or now - self._began >= SESSION_HOURS * 3600):
            self.lock_asked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Somebody is there; or wants to lock, or to hide what is open."""
        if event.type() in _ACTIVE and self._running:
            self._touched = self._now()
            if isinstance(event, QKeyEvent) and event.key() == KEY:
                self.lock_asked.emit()
                return True
            if isinstance(event, QKeyEvent) and event.key() == PRIVATE:
                self.private_asked.emit()
                return True
        return super().eventFilter(watched, event)

    def _follow(self, _window: QWindow | None) -> None:
        """Dialogs and menus are windows too; twice the same filter is once."""
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)
