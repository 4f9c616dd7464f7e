"""The agenda of an overleg: a card per casus, and the next casus to put on it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.handelingen.volgorde import OverlegOrdenen
from ui import reading
from ui.desk import Desk
from ui.overleg.agenderen import Agenderen
from ui.overleg.casus_card import CasusCard
from ui.texts import counted
from ui.widgets.buttons import button
from ui.widgets.layout import bring_into_view, holder, horizontal, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel

AT_ONCE = 6
"""More cards than one sees at first; the others come a moment later."""


class AgendaPart(QWidget):
    """Cards stay as long as their casus is on the agenda; `choose` opens a casus."""

    def __init__(self, desk: Desk, notice: Notice, choose: Callable[[str], object]) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self._notice = notice
        self._choose = choose
        self._overleg = ""
        self.cards: dict[str, CasusCard] = {}
        self._waiting: list[Callable[[], object]] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show_more)
        self.total = PlainLabel(kind="small", wrap=False)
        self.order_button = button(
            self.tr("Kortste &wachttijd"),
            self.order,
            name=self.tr("Zet de casussen in de volgorde met de minste wachttijd"),
        )
        head = horizontal(
            PlainLabel(self.tr("Agenda"), kind="heading"), self.total, None, self.order_button
        )
        self._list = vertical(gap=8)
        self.agenderen = Agenderen(desk)
        self.agenderen.added.connect(self.unfold)
        self.setLayout(vertical(head, holder(self._list), self.agenderen, None))

    def show_overleg(self, overleg: Overleg) -> None:
        """The agenda as it is now; what was typed stays."""
        if overleg.id != self._overleg:
            self._overleg = overleg.id
            self._keep_only([])
        punten = reading.agenda(self._session, overleg.id)
        self._keep_only(punten)
        rests = reading.rests(self._session, overleg, punten)
        self._waiting = []
        for place, (punt, time) in enumerate(reading.times(self._session, overleg, punten)):
            show = partial(self._show_card, punt, place, time, rests.get(punt.casus, 0))
            if punt.casus in self.cards or len(self.cards) < AT_ONCE:
                show()
            else:
                self._waiting.append(show)
        if self._waiting:
            self._later.start()
        minutes = sum(punt.minuten for punt in punten if punt.stand is not Stand.DOORGESCHOVEN)
        nothing = self.tr("nog leeg: zet hieronder de eerste casus erop")
        some = self.tr("{casussen}, samen {n} minuten").format(
            casussen=counted(len(punten), "casus", "casussen"), n=minutes
        )
        self.total.setText(some if punten else nothing)
        open_ = not overleg.vastgesteld
        self.order_button.setVisible(open_ and len(punten) > 1)
        self.agenderen.setVisible(open_ and self._session.may("overleg.agenderen"))
        if open_:
            self.agenderen.show_overleg(overleg.id)

    def _keep_only(self, punten: list[Bespreking]) -> None:
        wanted = {punt.casus for punt in punten}
        for casus in [one for one in self.cards if one not in wanted]:
            gone = self.cards.pop(casus)
            gone.hide()
            gone.deleteLater()

    def _show_card(self, punt: Bespreking, place: int, time: str, rest: int) -> None:
        self._card(punt, place).show_punt(punt, time, rest)

    def _show_more(self) -> None:
        """What is further down than one sees, a few at a time, so that the page opens at once."""
        now, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        for show in now:
            show()
        if self._waiting:
            self._later.start()

    def _card(self, punt: Bespreking, place: int) -> CasusCard:
        made = self.cards.get(punt.casus)
        if made is None:
            made = CasusCard(self._desk, punt, self._choose)
            made.unfolded.connect(self._fold_others)
            made.finished.connect(self.ask_next)
            self.cards[punt.casus] = made
        if self._list.indexOf(made) != place:
            self._list.insertWidget(place, made)
        return made

    def _fold_others(self, casus: str) -> None:
        """One thing at a time."""
        for other, found in self.cards.items():
            if other != casus:
                found.unfold(shown=False)

    def ask_next(self) -> None:
        """Which casus comes next."""
        self.agenderen.setFocus()
        bring_into_view(self.agenderen)

    def unfold(self, casus: str) -> None:
        """To the seats of this casus."""
        while self._waiting:
            self._show_more()
        found = self.cards.get(casus)
        if found is None:
            return
        found.unfold()
        if found.panel is not None:
            found.panel.take_focus()

    def order(self) -> None:
        """The order with the least waiting."""
        self._desk.perform(OverlegOrdenen(overleg=self._overleg), self._notice)
