"""One casus on the agenda: when, about what, and who is needed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from casus_app.domein.overleg import Bespreking, Stand
from ui import reading
from ui.desk import Desk
from ui.overleg.invitation import InvitationPart
from ui.stoelen.seats_panel import SeatsPanel, at_a_glance
from ui.texts import listed, word
from ui.widgets.buttons import button
from ui.widgets.layout import empty, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel
from ui.widgets.row_button import RowButton, Tag

_OPEN, _SHUT = "▾", "▸"


class CasusCard(QFrame):
    """Stays while the agenda changes around it, so that what was typed stays too."""

    unfolded = Signal(str)
    """The casus whose seats are shown now."""
    finished = Signal()
    """Everybody has a seat and the betrokkene is asked or not: on with the next casus."""

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
        self.invitation.decided.connect(self.finished)
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
                self.invitation,
                gap=4,
                margin=4,
            )
        )

    def show_punt(self, punt: Bespreking, time: str, rest: int = 0) -> None:
        """As it is now; `rest` is how many minutes of pause come right before it."""
        self.punt = punt
        empty(self._head)
        if rest:
            text = self.tr("Eerst {n} minuten pauze").format(n=rest)
            pause = PlainLabel(text, kind="small")
            pause.setContentsMargins(16, 6, 16, 0)
            self._head.addWidget(pause)
        self._head.addWidget(self._row(time))
        self._name_fold()
        here = reading.seats(self._session, punt)
        self.who.setText(listed([f"{seat.naam} ({seat.functie})" for seat in here]))
        self.invitation.show_punt(punt)
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
            self.panel.everybody.connect(self._to_the_invitation)
            self._under.addWidget(self.panel)
        self.panel.setVisible(shown)
        self.who.setVisible(not shown)
        self._name_fold()
        if shown:
            self.panel.show_punt(self.punt)
            self.unfolded.emit(self.punt.casus)

    def _to_the_invitation(self) -> None:
        if not self.invitation.take_focus():
            self.finished.emit()

    def unfold(self, *, shown: bool = True) -> None:
        """Shows the seats, or puts them away."""
        if self.is_unfolded is not shown:
            self.fold_button.setChecked(shown)
            self.fold()
