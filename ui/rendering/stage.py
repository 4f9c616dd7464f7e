"""A window with the practice kluis open, and the ways to bring it before the painter."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QDialog, QWidget

from casus_app.computer import Computer, Stand
from ui.appearance import Appearance
from ui.application import application
from ui.background import Background
from ui.files import settings
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.session import Session
from ui.workspace import Workspace

if TYPE_CHECKING:
    from casus_app.deuren import Deuren

SIZE = (1280, 720)
LARGE = (1920, 1080)


class Scene(NamedTuple):
    """A name for the file, and how to get there; gives what is drawn."""

    name: str
    show: Callable[[], QWidget]


SAFE = Computer(schijf=Stand.VERSLEUTELD, wissel=Stand.AFWEZIG)


class Stage:
    """One window; a workspace is entered and left for every look."""

    def __init__(self, deuren: "Deuren", session: Session) -> None:
        self.deuren = deuren
        self.session = session
        self.messages = Messages()
        app = application()
        appearance = Appearance(app, settings())
        self.window = MainWindow(deuren, Background(app), self.messages, appearance)
        self.window.resize(*SIZE)
        self.window.show()

    def unlock(self, *, making: bool) -> QWidget:
        """The page before any kluis is open."""
        self.window.unlock_page.show_make(making=making)
        return self.window

    def enter(self, session: Session | None = None) -> Workspace:
        """A new workspace, on the practice kluis unless told otherwise."""
        self.window.unlock_page.notice.clear()
        workspace = self.window.show_work(session or self.session)
        workspace.desk.computer = SAFE  # a plate says nothing about the computer it was made on
        return workspace

    def leave(self) -> None:
        """Back to before."""
        self.window.hide_work()

    def go(self, go: Callable[[], object]) -> QWidget:
        """Without what the scene before left open; draws the whole window."""
        self.close_dialogs()
        go()
        return self.window

    def close_dialogs(self) -> None:
        """Nothing lies over the window any more."""
        for dialog in self.window.findChildren(QDialog):
            dialog.hide()
            dialog.deleteLater()
