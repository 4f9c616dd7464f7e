"""Slow work off the GUI thread, answered on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NoReturn, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from casus_app.fouten import CasusFout

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor

R = TypeVar("R")


class Background(QObject):
    """One thread for what takes longer than a blink.

    The work gets plain values and returns a plain value: no widgets. The answer is a call on
    the GUI thread, always later, and never once `owner` is gone. This object outlives the
    thread: whoever makes it calls `finish`.
    """

    _settled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._finished = False
        self._settled.connect(_answer, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        work: Callable[[], R],
        then: Callable[[R], object],
        failed: Callable[[CasusFout], object],
    ) -> None:
        """Does `work` on the thread; then `then` with what it gave, or `failed` with its fault.

        Any other error is a bug and comes up on the GUI thread, as a bug should.
        """

        def settle(done: Future[R]) -> None:
            if self._finished or done.cancelled():
                return
            error = done.exception()
            if error is None:
                self._settled.emit(lambda: _alive(owner) and then(done.result()))
            elif isinstance(error, CasusFout):
                self._settled.emit(lambda: _alive(owner) and failed(error))
            else:
                self._settled.emit(partial(_raise, error))

        self._thread().submit(work).add_done_callback(settle)

    def finish(self) -> None:
        """Waits for the work under way and gives no more answers."""
        self._finished = True
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _thread(self) -> ThreadPoolExecutor:
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 (a quick start)

            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        return self._pool


def _answer(call: Callable[[], object]) -> None:
    call()


def _raise(error: BaseException) -> NoReturn:
    raise error


def _alive(owner: QObject) -> bool:
    return shiboken6.isValid(owner)
