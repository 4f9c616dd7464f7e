"""One casus on the agenda: when, about what, who is needed, and what is in the way of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from casus_app.domein.overleg import Bespreking, Stand
from casus_app.weigeringen import Code, Weigering
from ui import reading
from ui.desk import Desk
from ui.mends import MENDS
from ui.overleg.invitation import InvitationPart
from ui.stoelen.seats_panel import SeatsPanel, at_a_glance
from ui.texts import listed, word
from ui.widgets.buttons import button
from ui.widgets.layout import empty, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel, literal
from ui.widgets.row_button import RowButton, Tag

_OPEN, _SHUT = "▾", "▸"


class CasusCard(QFrame):
    """Stays while the agenda changes around it, so that what was typed stays too."""

    unfolded = Signal(str)
    """The casus whose seats are shown now."""

    def __init__(self, desk: Desk, punt: Bespreking, choose: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        self._session = desk.session
        self.punt = punt
        self._choose = choose
        self._head = vertical(gap=4)
        self.fold_button = button("", self.fold, kind="quiet")
        self.fold_button.setCheckable(True)
        self.who = PlainLabel(kind="small")
        self.invitation = InvitationPart(desk, punt)
        self._obstacles = vertical(gap=4)
        self.panel: SeatsPanel | None = None
        self._under = QVBoxLayout()
        self._under.setContentsMargins(16, 0, 16, 8)
        name = self.tr("Dossier van {casus}").format(casus=punt.casus)
        go = partial(desk.dossier_asked.emit, punt.casus)
        dossier = button(self.tr("Dossier"), go, kind="quiet", name=name)
        line = horizontal(self.fold_button, self.who, None, dossier, gap=8)
        line.setStretch(1, 1000)
        line.setContentsMargins(8, 0, 16, 0)
        self.setLayout(
            vertical(
                holder(self._head),
                line,
                self._under,
                holder(self._obstacles),
                self.invitation,
                gap=4,
                margin=4,
            )
        )

    def show_punt(self, punt: Bespreking, time: str) -> None:
        """As it is now."""
        self.punt = punt
        empty(self._head)
        self._head.addWidget(self._row(time))
        self._name_fold()
        here = reading.seats(self._session, punt)
        self.who.setText(listed([f"{seat.naam} ({seat.functie})" for seat in here]))
        self.invitation.show_punt(punt)
        empty(self._obstacles)
        for obstacle in self._in_the_way():
            self._obstacles.addWidget(self._obstacle(obstacle))
        if self.panel is not None and self.is_unfolded:
            self.panel.show_punt(punt)

    def _row(self, time: str) -> RowButton:
        punt = self.punt
        tags: list[Tag] = [
            (self.tr("{n} min").format(n=punt.minuten), ""),
            (word(punt.stand), "good" if punt.stand is Stand.OPEN else ""),
        ]
        do = partial(self._choose, punt.casus)
        return RowButton(f"{time}   {punt.casus}", punt.vraag, tags, do, flat=True)

    def _in_the_way(self) -> list[Weigering]:
        if self.punt.afgerond:
            return []
        found = self._session.stops_opening(self.punt)
        return [one for one in found if one.code is not Code.UITNODIGING_ONTBREEKT]

    def _obstacle(self, weigering: Weigering) -> QWidget:
        punt = self.punt
        parts: list[QWidget] = [PlainLabel(f"▲  {weigering.melding}", tone="warn")]
        for handeling, verb in MENDS.get(str(weigering.code), ()):
            known = {"overleg": punt.overleg, "casus": punt.casus}
            name = self.tr("{act} bij {casus}").format(act=verb, casus=punt.casus)
            do = partial(self._desk.open_act, handeling, known)
            parts.append(button(literal(verb), do, name=name))
        line = horizontal(*parts)
        line.setStretch(0, 1)
        line.setContentsMargins(16, 0, 12, 4)
        return holder(line)

    # --- the seats ---

    @property
    def is_unfolded(self) -> bool:
        """Whether the seats are shown."""
        return self.fold_button.isChecked()

    def _name_fold(self) -> None:
        glance = at_a_glance(self._session, self.punt)
        self.fold_button.setText(f"{_OPEN if self.is_unfolded else _SHUT}  {glance}")
        self.fold_button.setAccessibleName(
            self.tr("Stoelen bij {casus}: {glance}").format(casus=self.punt.casus, glance=glance)
        )

    def fold(self) -> None:
        """Shows or hides the seats, after the button said which."""
        shown = self.is_unfolded
        if self.panel is None:
            self.panel = SeatsPanel(self._desk)
            self._under.addWidget(self.panel)
        self.panel.setVisible(shown)
        self.who.setVisible(not shown)
        self._name_fold()
        if shown:
            self.panel.show_punt(self.punt)
            self.unfolded.emit(self.punt.casus)

    def unfold(self, *, shown: bool = True) -> None:
        """Shows the seats, or puts them away."""
        if self.is_unfolded is not shown:
            self.fold_button.setChecked(shown)
            self.fold()
