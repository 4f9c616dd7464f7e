"""One quiet line on Vandaag when this computer leaves something readable; one can put it aside."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFrame

from casus_app.computer import Computer
from ui.computer import words
from ui.widgets.buttons import button
from ui.widgets.layout import horizontal, vertical
from ui.widgets.plain_label import PlainLabel

KEY = "computer/weg_tot"
ASIDE = timedelta(days=31)


def due(computer: Computer, settings: QSettings, today: date) -> bool:
    """Whether there is something to say today."""
    return computer.let_op and str(settings.value(KEY, "")) <= today.isoformat()


class Advice(QFrame):
    """Goes away by its button, until a month later."""

    def __init__(
        self, computer: Computer, settings: QSettings, today: date, on_more: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self._settings, self._until = settings, today + ASIDE
        self.sentence = PlainLabel(words.notice(computer))
        self.more = button(words.MORE, on_more, kind="quiet")
        self.later = button(words.LATER, self.put_aside, kind="quiet")
        self.setLayout(
            vertical(self.sentence, horizontal(self.more, self.later, None), gap=0, margin=8)
        )

    def put_aside(self) -> None:
        """Says nothing for a month; on the page with the settings it stays to be read."""
        self._settings.setValue(KEY, self._until.isoformat())
        self.hide()
