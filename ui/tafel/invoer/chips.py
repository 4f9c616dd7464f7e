"""What was proposed for this contribution: seen while one types, and changed with a click."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from casus_app.domein.inbreng import Niveau
from ui import reading
from ui.tafel.invoer import offers
from ui.tafel.invoer.stamp import Phase
from ui.tafel.invoer.stamping import Stamping
from ui.texts import sentence, word
from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout
from ui.widgets.plain_label import literal

NEED_KEY = "Alt+N"
"""From the words to why they are needed."""
SHORT = 44
"""So many letters of a reason; the rest is in the tool tip."""

Choice = tuple[str, Callable[[], object]]


class Chips(QWidget):
    """Grondslag, how much, why, and about whom. None of them costs a key when it is right."""

    changed = Signal()
    need_asked = Signal()
    """Why it is needed is to be said in other words."""

    def __init__(self, model: Stamping) -> None:
        super().__init__()
        self._model = model
        self.base = button("", self._choose_base, kind="chip")
        self.niveau = button("", self._choose_niveau, kind="chip")
        self.need = button("", self.need_asked.emit, kind="chip")
        self.about = button("", self._choose_person, kind="chip")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setLayout(FlowLayout(self.base, self.niveau, self.need, self.about))

    def show_stamp(self) -> None:
        """Reads the stamp again."""
        model = self._model
        stamp, session = model.stamp, model.session
        whole = model.phase is Phase.TEXT
        self.setVisible(model.phase in {Phase.ROUTE, Phase.TEXT} and model.punt is not None)
        if model.punt is None:
            return
        mark = "✓ " if model.accepted else "⏎ "
        name = offers.base_name(session, stamp.grondslag)
        self._say(self.base, mark + self.tr("Grondslag"), name)
        level = word(Niveau(stamp.niveau)) if stamp.niveau else "–"
        self._say(self.niveau, self.tr("Hoeveel"), level)
        self._say(self.need, self.tr("Nodig"), stamp.noodzaak)
        self.need.setToolTip(f"{stamp.noodzaak} ({NEED_KEY})")
        who = reading.over_wie(session, model.punt.casus, stamp.over)
        self._say(self.about, self.tr("Over"), who)
        self.niveau.setVisible(whole)
        self.need.setVisible(whole)
        self.about.setVisible(whole and len(offers.persons(session, model.punt)) > 1)

    @staticmethod
    def _say(chip: QPushButton, label: str, text: str) -> None:
        shown = text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
        chip.setText(literal(f"{label}: {shown}"))
        chip.setAccessibleName(f"{label}: {text}")
        chip.setToolTip(text)

    def _choose_base(self) -> None:
        session, choices = self._model.session, list[Choice]()
        for key in self._model.bases():
            text = f"{offers.base_name(session, key)} ({offers.base_word(session, key)})"
            choices.append((text, partial(self._model.set_base, key)))
        self._offer(self.base, choices)

    def _choose_niveau(self) -> None:
        self._offer(
            self.niveau,
            [
                (sentence(word(niveau)), partial(self._model.set_niveau, str(niveau)))
                for niveau in self._model.niveaus()
            ],
        )

    def _choose_person(self) -> None:
        model = self._model
        if model.punt is None:
            return
        casus = model.punt.casus
        self._offer(
            self.about,
            [
                (
                    sentence(reading.over_wie(model.session, casus, key)),
                    partial(model.set_person, key),
                )
                for key in offers.persons(model.session, model.punt)
            ],
        )

    def _offer(self, chip: QWidget, choices: list[Choice]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, do in choices:
            action = menu.addAction(literal(text))
            action.triggered.connect(partial(self._done, do))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def _done(self, do: Callable[[], object]) -> None:
        do()
        self.changed.emit()
