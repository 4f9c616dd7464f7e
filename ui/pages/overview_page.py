"""The overleggen: what comes, what is not finished, what is vastgesteld."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from ui import reading
from ui.desk import Desk
from ui.overleg.plannen import Plannen
from ui.pages.page import Page
from ui.texts import counted
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.layout import card, empty, holder, vertical
from ui.widgets.plain_label import PlainLabel
from ui.widgets.row_button import RowButton, Tag


class OverviewPage(Page):
    """All of them, the next one first."""

    overleg_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Overleggen"))
        self._desk = desk
        self._session = desk.session
        self.plannen: Plannen | None = None
        """While somebody plans a new overleg."""
        self._below = vertical()
        self.body.addLayout(self._below)

    def refresh(self) -> None:
        """Reads the overleggen again."""
        huis = self._session.haal(Instelling, HUIS)
        plan = button(self.tr("Overleg &plannen…"), self.plan)
        buttons = (plan,) if self._session.may("overleg.plannen") else ()
        self.set_head(self.tr("Overleggen"), huis.naam if huis else "", buttons=buttons)
        empty(self._below)
        self._below.addWidget(holder(vertical(*self._lists(), None, gap=24)))

    def plan(self) -> None:
        """A new overleg, at the top of the list."""
        if self.plannen is None:
            self.plannen = Plannen(self._desk)
            self.plannen.planned.connect(self._on_planned)
            self.plannen.left.connect(self._drop_plannen)
            self.body.insertWidget(0, self.plannen)
        self.plannen.show()
        self.plannen.start()

    def _on_planned(self, overleg: str) -> None:
        self._drop_plannen()
        self.overleg_chosen.emit(overleg)

    def _drop_plannen(self) -> None:
        if self.plannen is not None:
            self.plannen.hide()
            self.plannen.deleteLater()
            self.plannen = None

    def _lists(self) -> list[QWidget]:
        today = self._session.vandaag()
        found = sorted(self._session.zoek(Overleg), key=lambda o: (o.datum, o.begin))
        coming = [o for o in found if reading.is_coming(o, today)]
        behind = [o for o in found if not o.vastgesteld and o.datum < today]
        done = [o for o in reversed(found) if o.vastgesteld]
        made: list[QWidget] = []
        if not found:
            made.append(
                card(
                    EmptyState(
                        self.tr("Er is nog geen overleg"),
                        self.tr(
                            "Hier komen de overleggen te staan, met per casus wie er nodig is."
                        ),
                        self.tr("Overleg plannen…"),
                        self.plan,
                    )
                )
            )
        for title, overleggen in (
            (self.tr("Nog niet vastgesteld"), behind),
            (self.tr("Komt eraan"), coming),
            (self.tr("Vastgesteld"), done),
        ):
            if overleggen:
                rows = [self._row(overleg) for overleg in overleggen]
                made.append(holder(vertical(PlainLabel(title, kind="heading"), *rows)))
        return made

    def _row(self, overleg: Overleg) -> RowButton:
        punten = self._session.zoek(Bespreking, overleg=overleg.id)
        under = f"{overleg.plaats} · {counted(len(punten), 'casus', 'casussen')}"
        go = partial(self.overleg_chosen.emit, overleg.id)
        return RowButton(reading.overleg_naam(overleg), under, self._tags(overleg, punten), go)

    def _tags(self, overleg: Overleg, punten: Sequence[Bespreking]) -> list[Tag]:
        if overleg.vastgesteld or not punten:
            return []
        on_table = [punt.casus for punt in punten if punt.stand is Stand.OPEN]
        if on_table:
            return [(self.tr("{casus} ligt op tafel").format(casus=on_table[0]), "good")]
        rest = [punt for punt in punten if not punt.afgerond]
        if not rest:
            return [(self.tr("klaar om vast te stellen"), "good")]
        ready = sum(not self._session.stops_opening(punt) for punt in rest)
        if ready == len(rest):
            return [(self.tr("alles kan open"), "good")]
        return [(self.tr("{n} van {all} kan open").format(n=ready, all=len(rest)), "warn")]
