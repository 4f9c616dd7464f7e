"""Where one begins: the next overleg, and what is due. Empty is done, and says so."""

from functools import partial

from PySide6.QtWidgets import QWidget

from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.overleg import Overleg
from casus_app.regels.termijnen import Termijn
from ui import reading
from ui.computer import advice
from ui.desk import Desk
from ui.files import settings
from ui.pages.page import Page
from ui.texts import full_day
from ui.vandaag import due
from ui.vandaag.first_steps import first_steps
from ui.vandaag.next_overleg import next_overleg
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.layout import Columns, card, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel
from ui.widgets.row_button import RowButton

AT_ONCE = 8
"""More lines than this nobody does in one go; the rest is one click away."""


class VandaagPage(Page):
    """Reads top down: what comes first, then what waits."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Vandaag"))
        self._desk = desk
        self._session = desk.session
        self._all = False

    def refresh(self) -> None:
        """Reads the day again."""
        huis = self._session.haal(Instelling, HUIS)
        parts = [full_day(self._session.vandaag()), *([huis.naam] if huis else [])]
        self.set_head(self.tr("Vandaag"), " · ".join(parts))
        begin = first_steps(self._desk)
        lines = due.for_this_user(self._session)
        if begin is not None and not lines:
            self.set_body(begin, *self._advice())
            return
        first = begin if begin is not None else next_overleg(self._desk)
        left = [first, *self._unfinished(), *self._advice()]
        right = self._due(lines)
        self.set_body(Columns((holder(vertical(*left, None, gap=24)), 3), (right, 2), ems=90))

    def _advice(self) -> list[QWidget]:
        """In a practice kluis everybody is invented, so there is nothing to lose."""
        today, kept = self._session.vandaag(), settings()
        if self._session.oefening or not advice.due(self._desk.computer, kept, today):
            return []
        go = partial(self._desk.place_asked.emit, "instellingen")
        return [advice.Advice(self._desk.computer, kept, today, go)]

    def _unfinished(self) -> list[QWidget]:
        today = self._session.vandaag()
        behind = [
            overleg
            for overleg in self._session.zoek(Overleg)
            if not overleg.vastgesteld and overleg.datum < today
        ]
        rows = [
            RowButton(
                reading.overleg_naam(overleg),
                self.tr("Stel het vast; dan gaat weg wat niemand meeneemt."),
                [],
                partial(self._desk.overleg_asked.emit, overleg.id),
            )
            for overleg in sorted(behind, key=lambda o: (o.datum, o.begin))
        ]
        if not rows:
            return []
        title = PlainLabel(self.tr("Nog vast te stellen"), kind="heading")
        return [holder(vertical(title, *rows))]

    def _due(self, lines: list[tuple[Termijn, due.Said]]) -> QWidget:
        title = PlainLabel(self.tr("Aan de beurt"), kind="heading")
        if not lines:
            done = EmptyState(
                self.tr("✓ U bent bij"),
                self.tr(
                    "Hier komen afspraken, verzoeken en termijnen te staan zodra ze "
                    "aan de beurt zijn."
                ),
            )
            return holder(vertical(title, card(done), None))
        shown = lines if self._all else lines[:AT_ONCE]
        made = [due.line(self._desk, termijn, said) for termijn, said in shown]
        more: list[QWidget] = []
        if len(shown) < len(lines):
            rest = self.tr("Toon de andere {n}").format(n=len(lines) - len(shown))
            more = [holder(horizontal(button(rest, self.show_all), None))]
        return holder(vertical(title, *made, *more, None))

    def show_all(self) -> None:
        """Also what is beyond the first eight."""
        self._all = True
        self.on_changed()
