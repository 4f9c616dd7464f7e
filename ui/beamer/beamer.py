"""The beamer: on which screen, what of it, and never the window of who leads the meeting."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.beamer.beeld import beamerbeeld
from ui.beamer.screens import find, move_to, others, screen_key
from ui.beamer.view import BeamerView

if TYPE_CHECKING:
    from ui.beamer.beeld import Beamerbeeld
    from ui.session import Session
    from ui.tafel.staat import TafelStaat

SECONDS = 5
"""How often the clock is looked at."""
_REMEMBERED = "beamer/{key}"


class Choice(StrEnum):
    """What the room may see; nothing until somebody chose."""

    NIETS = "niets"
    TIJD = "tijd"
    CASUS = "casus"


class BeamerWindow(QWidget):
    """A window that only has a `BeamerView`, takes no focus and keeps nothing open."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle("Casusoverleg")
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.view = BeamerView()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    def show_on(self, screen: QScreen) -> None:
        """Fills that screen."""
        self.winId()  # there is a handle to give a screen
        self.windowHandle().setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen asks for the focus
        self.show()

    def blank(self) -> None:
        """Nothing of it is left, not even behind another window."""
        self.view.show_beeld(None)
        self.hide()


class Beamer(QObject):
    """Looks after the second screen while a kluis is open; without one there is no beamer."""

    asked = Signal(bool)
    """There is a second screen and nobody said yet what it may show; or not any more."""
    home_lost = Signal()
    """The screen of who leads is gone and only the beamer is left."""

    def __init__(self, window: QWidget, settings: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._session: Session | None = None
        self._staat: TafelStaat | None = None
        self._home = ""
        self._target = ""
        self._followed = False
        self.surface: BeamerWindow | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.draw)
        self._minute = QTimer(self)
        self._minute.setInterval(SECONDS * 1000)
        self._minute.timeout.connect(self.draw)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_added)
            app.screenRemoved.connect(self._on_removed)

    # --- as long as the kluis is open ---

    def begin(self, session: "Session", staat: "TafelStaat") -> None:
        """A kluis is open: from now on there is something to show."""
        self._session, self._staat = session, staat
        session.changed.connect(self._soon.start)
        staat.step_changed.connect(self._soon.start)
        staat.casus_changed.connect(self._soon.start)
        if not self._followed:
            self._followed = True
            self._window.winId()  # there is a handle to listen to
            self._window.windowHandle().screenChanged.connect(self._on_moved)
        self._leave_a_known_beamer()
        self.look()

    def end(self) -> None:
        """Dark at once, and nothing is kept."""
        self._session = self._staat = None
        self._soon.stop()
        self._minute.stop()
        if self.surface is not None:
            self.surface.blank()
            self.surface.deleteLater()
            self.surface = None
        self._target = ""
        self.asked.emit(False)

    # --- what may be seen ---

    @property
    def choice(self) -> Choice | None:
        """What was chosen for the screen that is there; `None` when nobody was asked yet."""
        return self._known(self._target) if self._target else None

    @property
    def is_there(self) -> bool:
        """Whether there is a second screen."""
        return bool(self._target)

    def choose(self, choice: Choice) -> None:
        """From now on, and the next time this screen is there."""
        if self._target:
            self._settings.setValue(_REMEMBERED.format(key=self._target), choice.value)
            self.look()

    def swap(self) -> None:
        """The window of who leads stands on the beamer: the other way round."""
        there = find(self._target)
        if there is None:
            return
        self._settings.remove(_REMEMBERED.format(key=self._target))
        self._target = ""
        move_to(self._window, there)
        self.look()

    def beeld(self, *, met_casus: bool = True) -> "Beamerbeeld | None":
        """What the room may see now; also for who shows it in the one window there is."""
        session, staat = self._session, self._staat
        if session is None or staat is None:
            return None
        here = staat.step if staat.is_open else None
        return beamerbeeld(session, session.nu(), here, met_casus=met_casus)

    def draw(self) -> None:
        """Shows how it is now, when there is a window to show it in."""
        surface = self.surface
        if surface is not None and surface.isVisible():
            surface.view.show_beeld(self.beeld(met_casus=self.choice is Choice.CASUS))

    # --- where ---

    def look(self) -> None:
        """Which screen is the beamer, and what may it show?"""
        if self._session is None:
            return
        home = self._window.screen()
        self._home = screen_key(home)
        found = {screen_key(screen): screen for screen in others(home)}
        known = [key for key in found if self._known(key)]
        if self._target not in found:
            self._target = (known or list(found) or [""])[-1]
        choice = self.choice
        self.asked.emit(bool(self._target) and choice is None)
        if choice in {Choice.TIJD, Choice.CASUS}:
            self._show(found[self._target])
        else:
            self._hide()

    def _show(self, screen: QScreen) -> None:
        if self.surface is None:
            self.surface = BeamerWindow()
        there = screen_key(self.surface.screen()) == screen_key(screen)
        if not (there and self.surface.isVisible()):
            self.surface.show_on(screen)
        self._minute.start()
        self.draw()

    def _hide(self) -> None:
        self._minute.stop()
        if self.surface is not None:
            self.surface.blank()

    def _known(self, key: str) -> Choice | None:
        value = self._settings.value(_REMEMBERED.format(key=key))
        return Choice(value) if value in set(Choice) else None

    def _leave_a_known_beamer(self) -> None:
        """The window stood on the beamer when the program was closed the last time."""
        home = self._window.screen()
        free = [screen for screen in others(home) if not self._known(screen_key(screen))]
        if free and self._known(screen_key(home)):
            move_to(self._window, free[0])

    # --- plugging ---

    def _on_added(self, _screen: QScreen) -> None:
        QTimer.singleShot(0, self, self.look)

    def _on_removed(self, screen: QScreen) -> None:
        """Called before Qt moves what was on it to another screen."""
        gone = screen_key(screen)
        if self._session is None:
            return
        if gone == self._home:
            self._hide()
            self.home_lost.emit()
        elif gone == self._target:
            self._hide()
            self._target = ""
            QTimer.singleShot(0, self, self.look)

    def _on_moved(self, screen: QScreen) -> None:
        """Somebody or something put the window of who leads on another screen."""
        if self._session is None:
            return
        home = find(self._home)
        if screen_key(screen) != self._target or self.choice in {None, Choice.NIETS}:
            self.look()
        elif home is not None:
            move_to(self._window, home)
