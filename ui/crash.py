"""When we made a mistake: where in the code it was goes to the log, never what it was about."""

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ui.widgets.buttons import button
from ui.widgets.layout import horizontal, vertical
from ui.widgets.plain_label import PlainLabel
from ui.widgets.reading_order import ReadingOrder

_LOG = logging.getLogger("casusoverleg")
_DEEPEST = 12


class CrashReporter(QObject):
    """Hears of every error nobody expected, on whichever thread it was."""

    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """From now on errors come here."""
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error

    def remove(self) -> None:
        """As it was."""
        sys.excepthook, threading.excepthook = self._before

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        report = where(kind, trace)
        _LOG.error(report)
        self.crashed.emit(report)

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        report = where(args.exc_type, args.exc_traceback)
        _LOG.error(report)
        self.crashed.emit(report)


def where(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The type of the error and its places in the code: no message, no values."""
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{kind.__name__} ({' > '.join(places[-_DEEPEST:])})"


class CrashDialog(ReadingOrder, QDialog):
    """Says what is safe, and offers to stop."""

    def __init__(self, report: str, on_stop: Callable[[], object], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._on_stop = on_stop
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Fout in het programma"))
        stop = button(self.tr("Programma sluiten"), self._stop)
        on = button(self.tr("Verdergaan"), self.accept, kind="primary")
        self.setLayout(
            vertical(
                PlainLabel(self.tr("Hier ging iets mis in het programma"), kind="heading"),
                PlainLabel(
                    self.tr(
                        "Alles wat als gedaan te zien was, is bewaard. Ga verder, of sluit het "
                        "programma en open het opnieuw. Geef de regel hieronder door aan de "
                        "beheerder; er staan geen gegevens van mensen in."
                    )
                ),
                PlainLabel(report, kind="small"),
                horizontal(None, stop, on),
                gap=16,
                margin=24,
            )
        )
        self.setMinimumWidth(520)

    def _stop(self) -> None:
        self.accept()
        self._on_stop()
