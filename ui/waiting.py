"""Long work on another thread while this one keeps painting; keys and clicks wait, F12 never."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QMetaObject, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow

from ui.lock.watch import KEY, PRIVATE

R = TypeVar("R")
LATER = Qt.ConnectionType.QueuedConnection
_HANDS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.ContextMenu,
    }
)

MAKES_PAPER = frozenset(
    {
        "overleg.uitnodigen",
        "overleg.nazenden",
        "overleg.vluchtcheck",
        "overleg.voorzittersexemplaar",
        "verslag.maken",
        "verslag.beveiligen",
        "plan.maken",
        "betrokkene.brief",
        "inzage.maken",
        "logboek.uitvoeren",
        "register.maken",
        "rechten.maken",
        "verantwoording.jaarbeeld",
        "casus.vernietigen",
        "casus.uitvoeren",
        "vraagkaart.maken",
        "afspraken.lijst",
        "afspraken.herinneren",
        "verzoek.brief",
        "betrokkene.informeerbrief",
        "herstelsleutel.maken",
    }
)
"""What gives papers: a folder is asked before it, and it is done on another thread."""
STRETCHES = frozenset(
    {
        "gebruiker.toelaten",
        "gebruiker.verwijderen",
        "gebruiker.rol-wijzigen",
        "wachtzin.wijzigen",
        "herstelsleutel.beproeven",
        "herstelsleutel.gebruiken",
    }
)
"""What changes who can open the kluis: slow on purpose."""
TAKES_LONG = MAKES_PAPER | STRETCHES | {"reservekopie.maken", "reservekopie.beproeven"}
"""Done on another thread as well; a copy says in percents how far it is."""


class LetGo(Exception):
    """The window did not wait for it; nothing has changed."""


class Gate:
    """Until the last paper is printed nothing has happened, and the work can be let go of."""

    def __init__(self, told: Callable[[int, int], object]) -> None:
        self._told = told
        self._guard = Lock()
        self._through = False
        self.left = False
        self.loop: QEventLoop | None = None

    def leave(self) -> bool:
        """From the window: false when it is too late, and a moment of waiting is asked."""
        with self._guard:
            self.left = not self._through
        if self.left and self.loop is not None:
            self.loop.quit()
        return self.left

    def printed(self, done: int, total: int) -> None:
        """From the work, after each paper; after the last one it is written down."""
        with self._guard:
            if self.left:
                raise LetGo
            self._through = done == total
        self._told(done, total)


class _Hands(QObject):
    """Keeps what is typed and clicked at a window, and gives it back afterwards."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: list[tuple[QWindow, QEvent]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Not the keys that lock and hide: those are for now."""
        if event.type() not in _HANDS or not isinstance(watched, QWindow):
            return False
        if isinstance(event, QKeyEvent) and event.key() in {KEY, PRIVATE}:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # then no shortcut begins now; the key itself follows
        else:
            self._kept.append((watched, event.clone()))
        return True

    def give_back(self) -> None:
        """In the order in which it came."""
        for window, event in self._kept:
            if shiboken6.isValid(window):
                QCoreApplication.postEvent(window, event)
        self._kept.clear()


def while_painting(work: Callable[[], R], gate: Gate) -> R:
    """What `work` gives or raises, once it is done; `LetGo` as soon as the gate says so.

    Keys and clicks are not lost: they come after it. Quitting waits too.
    """
    app = QCoreApplication.instance()
    if app is None:
        return work()
    loop = gate.loop = QEventLoop()
    hands = _Hands()
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="long-work")
    future = pool.submit(work)
    future.add_done_callback(lambda _done: QMetaObject.invokeMethod(loop, "quit", LATER))
    app.installEventFilter(hands)
    try:
        loop.exec()
    finally:
        app.removeEventFilter(hands)
        pool.shutdown(wait=False)
    if gate.left:
        raise LetGo
    hands.give_back()
    return future.result()
