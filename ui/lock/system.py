"""What the computer says over D-Bus: the screen is locked, it goes to sleep, somebody else sits.

Where there is no bus, or no service that tells, the time of silence is what remains.
"""

import os
from typing import NamedTuple

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

LOGIN = "org.freedesktop.login1"
_MANAGER = f"{LOGIN}.Manager"
_SESSION = f"{LOGIN}.Session"
_PATH = "/org/freedesktop/login1"
_ACTIVE = "on_active(bool)"
SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)


class _Told(NamedTuple):
    """A signal on the bus."""

    service: str
    path: str
    interface: str
    name: str


class SystemWatch(QObject):
    """Listens as long as it lives; sends nothing but one question: which session are we?"""

    lock_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system = QDBusConnection.systemBus()
        self._session = QDBusConnection.sessionBus()
        self._listen(self._system, _Told(LOGIN, _PATH, _MANAGER, "PrepareForSleep"), _ACTIVE)
        for service, path in SAVERS:
            self._listen(self._session, _Told(service, path, service, "ActiveChanged"), _ACTIVE)
        if self._system.isConnected():
            self._ask_session()

    def _listen(self, bus: QDBusConnection, told: _Told, slot: str) -> None:
        if bus.isConnected():
            # The stubs ask for bytes; PySide 6.11 takes only the text that SLOT gives.
            bus.connect(*told, self, SLOT(slot))  # type: ignore[call-overload]  # see above

    def _ask_session(self) -> None:
        question = QDBusMessage.createMethodCall(LOGIN, _PATH, _MANAGER, "GetSessionByPID")
        question.setArguments([os.getpid()])
        self._answer = QDBusPendingCallWatcher(self._system.asyncCall(question), self)
        self._answer.finished.connect(self._on_session)

    def _on_session(self, watcher: QDBusPendingCallWatcher) -> None:
        reply = watcher.reply()
        if reply.type() is not QDBusMessage.MessageType.ReplyMessage:
            return
        path = reply.arguments()[0].path()
        self._listen(self._system, _Told(LOGIN, path, _SESSION, "Lock"), "on_lock()")
        changed = _Told(LOGIN, path, "org.freedesktop.DBus.Properties", "PropertiesChanged")
        self._listen(self._system, changed, "on_changed(QDBusMessage)")

    @Slot(bool)
    def on_active(self, active: bool) -> None:
        """The screen saver comes on, or the computer goes to sleep; not when that is over."""
        if active:
            self.lock_asked.emit()

    @Slot()
    def on_lock(self) -> None:
        """The session is locked."""
        self.lock_asked.emit()

    @Slot(QDBusMessage)
    def on_changed(self, message: QDBusMessage) -> None:
        """Another user sits at this computer: our session is not the active one."""
        told = message.arguments()
        changed = told[1] if told[1:] and told[0] == _SESSION else {}
        if changed.get("Active") is False:
            self.lock_asked.emit()
