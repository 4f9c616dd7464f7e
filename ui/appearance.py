"""The scheme and the text size of the whole program, as the user or the system wants them."""

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.theme import CONTRAST, DARK, LIGHT, SCHEMES, TEXT_SIZES, Look, Tokens

_TEXT_SIZE = "tekst"
_SCHEME = "beeld"

AS_SYSTEM = "systeem"
"""The choice that leaves it to the system."""


class Appearance(QObject):
    """Changes the look of everything at once."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: QSettings) -> None:
        super().__init__(app)
        self._app = app
        self.settings = settings
        chosen = str(settings.value(_SCHEME))
        self.choice = chosen if chosen in {tokens.name for tokens in SCHEMES} else AS_SYSTEM
        """The name of a scheme, or `AS_SYSTEM`."""
        self._percent = _known(settings.value(_TEXT_SIZE))
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    @property
    def look(self) -> Look:
        """What is shown now."""
        named = {tokens.name: tokens for tokens in SCHEMES}
        tokens = named.get(self.choice) or of_the_system(self._app.styleHints())
        return Look(tokens, self._percent)

    def prepare(self) -> None:
        """Enough to build a window with."""
        theme.prepare(self._app, self.look)

    def apply(self) -> None:
        """Shows it."""
        theme.apply(self._app, self.look)
        self.changed.emit()

    def larger(self) -> None:
        """One size up."""
        self._resize(1)

    def smaller(self) -> None:
        """One size down."""
        self._resize(-1)

    def normal(self) -> None:
        """The size the program comes with."""
        self.set_percent(100)

    def set_percent(self, percent: int) -> None:
        """One of `theme.TEXT_SIZES`; remembered."""
        if percent != self._percent:
            self._percent = percent
            self.settings.setValue(_TEXT_SIZE, percent)
            self.apply()

    def choose(self, choice: str) -> None:
        """The name of a scheme, or `AS_SYSTEM`; remembered."""
        if choice == self.choice:
            return
        self.choice = choice
        if choice == AS_SYSTEM:
            self.settings.remove(_SCHEME)
        else:
            self.settings.setValue(_SCHEME, choice)
        self.apply()

    def _resize(self, step: int) -> None:
        index = TEXT_SIZES.index(self._percent) + step
        self.set_percent(TEXT_SIZES[min(max(index, 0), len(TEXT_SIZES) - 1)])

    def _follow(self) -> None:
        if self.choice == AS_SYSTEM:
            self.apply()


def of_the_system(hints: QStyleHints) -> Tokens:
    """What the system asks for: contrast before dark."""
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def scheme_words() -> dict[str, str]:
    """What the choices are called, with their letter in the menu."""

    def _tr(text: str) -> str:
        return QCoreApplication.translate("uiterlijk", text)

    return {
        AS_SYSTEM: _tr("Zoals de &computer"),
        LIGHT.name: _tr("&Licht"),
        DARK.name: _tr("&Donker"),
        CONTRAST.name: _tr("&Hoog contrast"),
    }


def _known(value: object) -> int:
    text = str(value)
    return int(text) if text.isdecimal() and int(text) in TEXT_SIZES else 100
