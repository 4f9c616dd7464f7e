"""How long a pause is: one number, asked where the casus before it stands."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ui.tafelindeling.asking import Asking
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel

USUAL = 15
_NUMBER = re.compile(r"(\d{1,4})(?: ?min(?:uten)?\.?)?")


class PauseAsk(Asking):
    """Says how many minutes; 0 takes the pause away. The act refuses what cannot be."""

    given = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.minutes = QLineEdit()
        self.minutes.setAccessibleName(self.tr("Minuten pauze"))
        self.minutes.setMaximumWidth(8 * self.fontMetrics().averageCharWidth() + 40)
        self.minutes.returnPressed.connect(self._give)
        self.none = button(self.tr("Geen pauze"), lambda: self._say(0))
        buttons = (
            button(
                self.tr("Zo is het"), self._give, kind="primary", name=self.tr("Pauze bewaren")
            ),
            self.none,
            button(self.tr("Toch niet"), self.close_it, name=self.tr("Pauze laten zoals die is")),
        )
        self.listen_to(self.minutes, *buttons)
        field = holder(horizontal(self.minutes, PlainLabel(self.tr("minuten"), wrap=False)))
        self.setLayout(vertical(self.title, Line(field, *buttons), self.trouble, gap=4, margin=8))

    def ask(self, casus: str, minutes: int) -> None:
        """Opens for the pause after this casus; `minutes` is what there is now."""
        self.title.setText(self.tr("Pauze na {casus}").format(casus=casus))
        self.minutes.setText(str(minutes or USUAL))
        self.none.setVisible(minutes > 0)
        self.open_at(self.minutes)

    def _give(self) -> None:
        match = _NUMBER.fullmatch(self.minutes.text().strip().casefold())
        if match is None:
            self.refuse(self.tr("Dit getal begrijp ik niet. Typ het als 15."), self.minutes)
            return
        self._say(int(match[1]))

    def _say(self, minutes: int) -> None:
        self.hide()
        self.given.emit(minutes)
