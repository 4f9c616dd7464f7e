"""Which screen is which: told apart by a hash, so that nothing about a room is written down."""

import hashlib

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def screen_key(screen: QScreen) -> str:
    """The same screen on the same plug gives the same key, and the key says nothing else."""
    parts = (screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name())
    return hashlib.blake2s("\0".join(parts).encode(), digest_size=8).hexdigest()


def find(key: str) -> QScreen | None:
    """The screen with this key, when it is plugged in."""
    return next((s for s in QGuiApplication.screens() if screen_key(s) == key), None)


def others(home: QScreen) -> list[QScreen]:
    """Every screen that shows something else than `home`: a mirrored one is no second screen."""
    return [
        screen
        for screen in QGuiApplication.screens()
        if screen_key(screen) != screen_key(home)
        and not screen.geometry().intersects(home.geometry())
    ]


def move_to(window: QWidget, screen: QScreen) -> None:
    """The window on that screen, as large as it was where that fits."""
    state = window.windowState()
    window.setWindowState(state.WindowNoState)
    room = screen.availableGeometry()
    size = window.size().boundedTo(room.size())
    handle = window.windowHandle()
    if handle is not None:
        handle.setScreen(screen)
    window.resize(size)
    window.move(room.center() - window.rect().center())
    window.setWindowState(state)
