"""The question when a second screen appears; in the window itself, so that typing goes on."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from ui.beamer.beamer import Beamer, Choice
from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout
from ui.widgets.layout import vertical
from ui.widgets.notice import announce
from ui.widgets.plain_label import PlainLabel


def choice_words() -> dict[Choice, str]:
    """What the choices are called, with their letter."""

    def _tr(text: str) -> str:
        return QCoreApplication.translate("beamer", text)

    return {
        Choice.NIETS: _tr("&Niets"),
        Choice.TIJD: _tr("Alleen de &tijd"),
        Choice.CASUS: _tr("De &casus, zonder namen"),
    }


def add_beamer_menu(menu: QMenu, beamer: Beamer) -> None:
    """The same choices at any moment; without a second screen there is nothing to choose."""
    made = menu.addMenu(QCoreApplication.translate("beamer", "Bea&mer"))
    actions = {choice: made.addAction(text) for choice, text in choice_words().items()}
    for choice, action in actions.items():
        action.setCheckable(True)
        action.triggered.connect(partial(_call, partial(beamer.choose, choice)))
    made.addSeparator()
    swap = made.addAction(QCoreApplication.translate("beamer", "De schermen &omwisselen"))
    swap.triggered.connect(partial(_call, beamer.swap))

    def mark() -> None:
        for choice, action in actions.items():
            action.setChecked(choice is beamer.choice)
            action.setEnabled(beamer.is_there)
        swap.setEnabled(beamer.is_there)

    made.aboutToShow.connect(mark)
    mark()


def _call(do: Callable[[], object], _checked: bool = False) -> None:
    do()


class BeamerQuestion(QFrame):
    """Takes no focus. Until it is answered the second screen shows nothing."""

    def __init__(self, beamer: Beamer) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self.title = PlainLabel(self.tr("Wat laat u op de beamer zien?"), kind="strong")
        told = PlainLabel(
            self.tr(
                "Er is een tweede scherm; daar staat nu niets. De casus: code, vraag, stap, "
                "afspraken en wie wat meeneemt, met functies en zonder namen. Tussen twee "
                "casussen alleen de tijd."
            )
        )
        buttons: list[QWidget] = [
            button(text, partial(beamer.choose, choice)) for choice, text in choice_words().items()
        ]
        other = button(self.tr("Dit scherm is de &beamer"), beamer.swap, kind="quiet")
        self.setLayout(vertical(self.title, told, FlowLayout(*buttons, other), margin=12))
        self.hide()
        beamer.asked.connect(self._ask)

    def _ask(self, asked: bool) -> None:
        if asked and self.isHidden():
            announce(self, self.title.text())
        self.setVisible(asked)
