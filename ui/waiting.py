"""Long work on another thread while this one keeps painting, and takes no keys or clicks."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QMetaObject, Qt

R = TypeVar("R")
LATER = Qt.ConnectionType.QueuedConnection

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
    }
)
"""What gives papers: a folder is asked before it, and it is done on another thread."""


def while_painting(work: Callable[[], R]) -> R:
    """What `work` gives or raises, once it is done.

    Keys and clicks are not lost: Qt keeps them until the work is done. Quitting waits too.
    """
    if QCoreApplication.instance() is None:
        return work()
    loop = QEventLoop()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="long-work") as pool:
        future = pool.submit(work)
        future.add_done_callback(
            lambda _done: QMetaObject.invokeMethod(
                loop, "quit", Qt.ConnectionType.QueuedConnection
            )
        )
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return future.result()
