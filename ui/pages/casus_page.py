"""One casus at the table, in the whole window: head, door, table, what lies there, and a line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.hold_name import HoldName
from ui.pages.page import Page, focus_first_in
from ui.panels.afspraken_panel import AfsprakenPanel
from ui.panels.besluit_panel import BesluitPanel
from ui.panels.deur_panel import DeurPanel
from ui.panels.inbreng_panel import InbrengPanel
from ui.panels.meenemen_panel import MeenemenPanel
from ui.panels.sluiten_panel import SluitenPanel
from ui.tafel.door import Door
from ui.tafel.folding import Folding, Part
from ui.tafel.full_window import FullWindow
from ui.tafel.head import Head
from ui.tafel.lying import Lying
from ui.tafel.round_table import RoundTable
from ui.tafel.staat import TafelStaat
from ui.tafel.steps import TEXTS, Step
from ui.widgets.layout import holder, vertical
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from ui.panels.panel import Panel

EMS = 118
"""Letters that three parts beside each other need."""


class CasusPage(Page):
    """Vergadermodus. Only puts the parts together; every part listens to the `TafelStaat`."""

    back = Signal(str)
    """The overleg to go back to."""
    home = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Casus"))
        self.setObjectName("tafel")
        self.staat = TafelStaat(desk.session, self)
        self.page_head.hide()
        self.notice = Notice()
        self.hold = HoldName(desk.session)
        self.name, self.name_button = self.hold.name, self.hold.button
        self.top = Head(self.staat, self.hold)
        self.table = RoundTable(self.staat)
        self.door = Door(desk, self.staat, self.notice)
        self.lying = Lying(desk, self.staat)
        self.deur = DeurPanel(desk)
        self.inbreng = InbrengPanel(desk)
        self.afspraken = AfsprakenPanel(desk)
        self.meenemen = MeenemenPanel(desk)
        self.besluit = BesluitPanel(desk)
        self.sluiten = SluitenPanel(desk)
        self.panels: dict[Step, tuple[Panel, ...]] = {
            Step.DEUR: (self.deur,),
            Step.BEELD: (self.inbreng,),
            Step.OORDEEL: (),
            Step.BESLUIT: (self.afspraken, self.besluit),
            Step.MEENEMEN: (self.meenemen,),
            Step.SLUITEN: (self.sluiten,),
        }
        self.line = QWidget()
        """The slot of the input line, under everything, out of the scrolling part."""
        self.line.hide()
        every = [panel for panels in self.panels.values() for panel in panels]
        self._door = Part(self.tr("Deur"), self.door, 2)
        centre = holder(vertical(self.table, *every, gap=8))
        self._centre = Part(self.tr("Tafel"), centre, 6, main=True)
        self._lies = Part(self.tr("Wat er ligt"), self.lying, 3)
        self.columns = Folding(self._door, self._centre, self._lies, ems=EMS)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.columns)
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.insertWidget(0, self.top)
            outer.addWidget(self.line)
        self._window = FullWindow(self)
        self.top.out_asked.connect(self.leave)
        self.table.chosen.connect(self.door.look_at)
        self.table.floor_asked.connect(self._turn_floor)
        self.table.door_asked.connect(self.door.turn)
        self.staat.step_changed.connect(self._show_step)
        self.staat.read.connect(self._read_panels)
        self.staat.casus_changed.connect(self.notice.clear)
        self._show_step(self.staat.step)

    @property
    def key(self) -> tuple[str, str]:
        """The overleg and the casus."""
        return self.staat.key

    @property
    def steps(self) -> tuple[tuple[str, Step], ...]:
        """The names of the steps, for a menu."""
        return tuple((TEXTS[step].name, step) for step in Step)

    def show_casus(self, overleg: str, casus: str) -> None:
        """Which casus in which overleg."""
        self.staat.show_casus(overleg, casus)
        self.on_changed()

    def refresh(self) -> None:
        """Reads it again; what was typed stays."""
        self.staat.read_again()
        gone = self.staat.punt is None
        self.columns.setVisible(not gone)
        self.top.setVisible(not gone)
        self.page_head.setVisible(gone)
        if gone:
            self.set_head(self.tr("Deze bespreking is er niet meer"))

    def go_to(self, step: int) -> None:
        """The step with this number, from 0."""
        self.staat.go_to(Step(step))
        panels = self.panels[Step(step)]
        focus_first_in(panels[0] if panels else self.table, within=self.area)

    def leave(self) -> None:
        """Out of the meeting, back to the overleg; nothing is closed by it."""
        self.back.emit(self.key[0])

    def first_part(self) -> QWidget:
        """The steps, and not the button that shows the name."""
        return self.top.tabs

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """The table fills the window."""
        super().showEvent(event)
        self._window.enter(self.window())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """And gives it back."""
        super().hideEvent(event)
        self._window.leave()

    def _read_panels(self, _punt: object) -> None:
        punt = self.staat.punt
        if punt is not None:
            for panels in self.panels.values():
                for panel in panels:
                    panel.show_punt(punt)

    def _show_step(self, step: int) -> None:
        for number, panels in self.panels.items():
            for panel in panels:
                panel.setVisible(number == step)
        # The matrix needs the width; what lies on the table is in its rows.
        wide = Step(step) is Step.MEENEMEN
        self.table.setVisible(not wide)
        self.columns.want(self._door, wanted=not wide)
        self.columns.want(self._lies, wanted=not wide)
        self.columns.show_main()

    def _turn_floor(self, professional: str) -> None:
        self.staat.let_speak("" if self.staat.speaker == professional else professional)
