"""Light or dark as the system says, and the text size of the whole program, remembered."""

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.theme import DARK, LIGHT, TEXT_SIZES, Look

_TEXT_SIZE = "tekst"


class Appearance(QObject):
    """Changes the look of everything at once."""

    def __init__(self, app: QApplication, settings: QSettings) -> None:
        super().__init__(app)
        self._app = app
        self.settings = settings
        self._dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        self._percent = _known(settings.value(_TEXT_SIZE))
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def look(self) -> Look:
        """What is shown now."""
        return Look(DARK if self._dark else LIGHT, self._percent)

    def prepare(self) -> None:
        """Enough to build a window with."""
        theme.prepare(self._app, self.look)

    def apply(self) -> None:
        """Shows it."""
        theme.apply(self._app, self.look)

    def larger(self) -> None:
        """One size up."""
        self._resize(1)

    def smaller(self) -> None:
        """One size down."""
        self._resize(-1)

    def normal(self) -> None:
        """The size the program comes with."""
        self._set(100)

    def set_dark(self, dark: bool) -> None:
        """As the user wants it, until the program closes."""
        self._dark = dark
        self.apply()

    def _resize(self, step: int) -> None:
        index = TEXT_SIZES.index(self._percent) + step
        self._set(TEXT_SIZES[min(max(index, 0), len(TEXT_SIZES) - 1)])

    def _set(self, percent: int) -> None:
        if percent != self._percent:
            self._percent = percent
            self.settings.setValue(_TEXT_SIZE, percent)
            self.apply()

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self.set_dark(scheme is Qt.ColorScheme.Dark)


def _known(value: object) -> int:
    text = str(value)
    return int(text) if text.isdecimal() and int(text) in TEXT_SIZES else 100
