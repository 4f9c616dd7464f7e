"""The program: a Qt application in Dutch, one window, and what happens when we made a mistake."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.appearance import Appearance
from ui.background import Background
from ui.crash import CrashReporter
from ui.files import forget_places, settings
from ui.main_window import MainWindow
from ui.messages import Messages

if TYPE_CHECKING:
    from collections.abc import Callable

    from casus_app.deuren import Deuren


def start_programma(
    deuren: Deuren, *, na_tonen: Callable[[MainWindow], object] | None = None
) -> int:
    """The application, on the kluis that somebody chooses."""
    program = Program(deuren)
    return program.run(na_tonen)


def start_oefening(
    deuren: Deuren, *, na_tonen: Callable[[MainWindow], object] | None = None
) -> int:
    """The application on the practice casus, in a kluis of its own."""
    program = Program(deuren)
    if not program.came_back:
        QTimer.singleShot(0, program.window, program.window.unlock_page.practise)
    return program.run(na_tonen)


def application() -> QApplication:
    """The one Qt application, dressed and in Dutch."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        forget_places()
        app = QApplication(sys.argv[:1])
        app.setApplicationName("casusoverleg")
        app.setApplicationDisplayName("Casusoverleg")
        app.setStyle("Fusion")
        theme.load_typeface()
        _speak_dutch(app)
    return app


def _speak_dutch(app: QApplication) -> None:
    dutch = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)
    QLocale.setDefault(dutch)
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(dutch, "qtbase", "_", folder):
        app.installTranslator(translator)


class Program(QObject):
    """Holds what lives as long as the program."""

    def __init__(self, deuren: Deuren) -> None:
        self.app = application()
        super().__init__(self.app)
        self.crashes = CrashReporter(self)
        self.crashes.install()
        self.crashes.crashed.connect(self._on_crash)
        self.appearance = Appearance(self.app, settings())
        self.appearance.prepare()
        self.background = Background(self)
        self.messages = Messages(self)
        self.window = MainWindow(deuren, self.background, self.messages, self.appearance)
        self.appearance.apply()
        terug = deuren.terugkeer()
        self.came_back = terug is not None
        """It began after a lock: nothing opens by itself."""
        if terug is not None:
            self.window.come_back(terug)
        self.app.aboutToQuit.connect(self._stop)

    def run(self, na_tonen: Callable[[MainWindow], object] | None) -> int:
        """Shows the window and stays until it is closed."""
        self.window.show()
        if na_tonen is not None:
            QTimer.singleShot(0, self.window, lambda: na_tonen(self.window))
        return self.app.exec()

    def _stop(self) -> None:
        self.background.finish()
        self.crashes.remove()

    def _on_crash(self, report: str) -> None:
        from ui.crash import CrashDialog  # noqa: PLC0415 (hopefully never)

        CrashDialog(report, self.window.close, self.window).open()
