"""One casus at the table, in the whole window: head, door, table, what lies there, and a line."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from casus_app.domein.overleg import Stand
from casus_app.domein.tafel import SoortHouding
from ui.desk import Desk
from ui.hold_name import HoldName
from ui.pages.page import Page, focus_first_in
from ui.panels.deur_panel import DeurPanel
from ui.tafel.besluit_panel import BesluitPanel
from ui.tafel.door import KEYS, Door
from ui.tafel.door_change import DoorChange
from ui.tafel.folding import Folding, Part
from ui.tafel.full_window import FullWindow
from ui.tafel.head import Head
from ui.tafel.invoer.earlier import EarlierPanel
from ui.tafel.invoer.input_line import InputLine
from ui.tafel.keys import next_part, shortcut
from ui.tafel.lying import Lying
from ui.tafel.meenemen.panel import MeenemenPanel
from ui.tafel.round_table import RoundTable
from ui.tafel.sluiten.panel import SluitenPanel
from ui.tafel.soft_clock import SoftClock
from ui.tafel.staat import TafelStaat
from ui.tafel.steps import TEXTS, Step
from ui.texts import word
from ui.widgets.buttons import button
from ui.widgets.layout import card, holder, horizontal, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel
from ui.widgets.reading_order import tell_in_order

if TYPE_CHECKING:
    from ui.panels.panel import Panel

LINES = 26
"""Lines of text that the table needs between its head and its input line, with both of them."""
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
        self.hold = HoldName(desk.session, short=True)
        self.name, self.name_button = self.hold.name, self.hold.button
        self.clock = SoftClock(desk, self.staat, self)
        self.top = Head(self.staat, self.hold, self.clock)
        self.table = RoundTable(self.staat)
        self.door = Door(desk, self.staat, self.notice)
        self.lying = Lying(desk, self.staat)
        self.change = DoorChange(desk.session, self.staat)
        self.deur = DeurPanel(desk, self.staat)
        self.earlier = EarlierPanel(desk)
        self.meenemen = MeenemenPanel(desk)
        self.besluit = BesluitPanel(desk)
        self.sluiten = SluitenPanel(desk)
        self.panels: dict[Step, tuple[Panel, ...]] = {
            Step.DEUR: (self.deur,),
            Step.BEELD: (),
            Step.OORDEEL: (),
            Step.BESLUIT: (self.earlier, self.besluit),
            Step.MEENEMEN: (self.meenemen,),
            Step.SLUITEN: (self.sluiten,),
        }
        self.line = InputLine(desk, self.staat)
        self.besluit.form_opened.connect(self.line.watch_besluit)
        """Under everything, out of the scrolling part."""
        self._line_scrolls = False
        self._matched = False
        self._all_panels = True
        """Also the panels that nobody sees have something to let go of."""
        self._window = FullWindow(self)
        self._place()
        self._listen()
        self._show_step(self.staat.step)

    def _place(self) -> None:
        later = [panel for step in list(Step)[1:] for panel in self.panels[step]]
        self._door = Part(self.tr("Deur"), self.door, 2, own_scroll=True)
        self._spare = QWidget()
        self._spare.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        parts = (self.top.spiekbrief, self.deur, self.table, *later, self._spare)
        centre = holder(vertical(*parts, gap=8))
        self._centre = Part(self.tr("Tafel"), centre, 8, main=True)
        self._lies = Part(self.tr("Wat er ligt"), self.lying, 3, own_scroll=True)
        self.columns = Folding(self._door, self._centre, self._lies, ems=EMS)
        for part in (self.notice, self.change, self.columns):
            self.body.addWidget(part)
        sheet = self.sheet.layout()
        if isinstance(sheet, QVBoxLayout):
            sheet.setContentsMargins(16, 8, 16, 16)
            sheet.setStretch(1, 100)  # the table takes the room, not the end of the page
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.insertWidget(0, self.top)
            outer.addWidget(self.line)
            outer.addWidget(self.sluiten.foot)
        self.done = card(
            PlainLabel(self.tr("Alle casussen zijn besproken of doorgeschoven."), kind="heading"),
            horizontal(button(self.tr("Naar het overleg"), self.leave, kind="primary"), None),
        )
        self.body.addWidget(self.done)
        tell_in_order(self)

    def _listen(self) -> None:
        self.top.out_asked.connect(self.leave)
        self.table.chosen.connect(self.door.look_at)
        self.table.floor_asked.connect(self._turn_floor)
        self.table.door_asked.connect(self.door.turn)
        self.staat.step_changed.connect(self._show_step)
        self.staat.read.connect(self._read_panels)
        self.staat.casus_changed.connect(self._other_casus)
        self.staat.gone.connect(self._forget)
        self.staat.finished.connect(lambda: self._later(self._on_finished))
        self.change.matches.connect(self._on_matches)
        self.change.out_asked.connect(self.leave)
        for soort, keys in KEYS.items():
            text = self.tr("Gekozen stoel: {what}").format(what=word(soort))
            shortcut(self, keys, text, partial(self._toggle, soort))
        shortcut(self, "F6", self.tr("Naar het volgende deel van de tafel"), self._next_part)
        self.sluiten.step_asked.connect(self.go_to)

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
        punt = self.staat.punt
        between = punt is not None and punt.stand is Stand.GEPLAND and not self._matched
        self.change.setVisible(between)
        self.columns.setVisible(not gone and not between)
        self.top.setVisible(not gone and not between)
        closing = self.staat.step is Step.SLUITEN
        self.sluiten.foot.setVisible(closing and not gone and not between)
        over = punt is not None and punt.afgerond and not self.staat.next_casus()
        self.done.setVisible(over)
        self.page_head.setVisible(gone)
        if self.isVisible():  # one layout, and then one drawing
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if gone:
            self.set_head(self.tr("Deze bespreking is er niet meer"))

    def go_to(self, step: int) -> None:
        """The step with this number, from 0."""
        if self.change.isVisibleTo(self):
            return  # the door first
        self.staat.go_to(Step(step))
        panels = self.panels[Step(step)]
        if not self.line.take_focus():
            focus_first_in(panels[0].first_part() if panels else self.table, within=self.area)

    def leave(self) -> None:
        """Out of the meeting, back to the overleg; nothing is closed by it."""
        self.back.emit(self.key[0])

    def first_part(self) -> QWidget:
        """At the door the one key; at the table the steps, and not the name."""
        if self.change.isVisibleTo(self):
            return self.change.match_button
        return self.top.tabs

    def _focus_first(self) -> None:
        if not self.line.take_focus():
            super()._focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Where a head and a line would leave no room for the table, the line scrolls along."""
        super().resizeEvent(event)
        self._place_line(scrolls=self.height() < LINES * self.fontMetrics().lineSpacing())

    def _place_line(self, *, scrolls: bool) -> None:
        outer = self.layout()
        if scrolls == self._line_scrolls or not isinstance(outer, QVBoxLayout):
            return
        self._line_scrolls = scrolls
        now = QApplication.focusWidget()
        typing = now is not None and self.line.isAncestorOf(now)
        if scrolls:
            self.body.insertWidget(0, self.line)
        else:
            outer.insertWidget(outer.indexOf(self.sluiten.foot), self.line)
        tell_in_order(self)
        if typing:
            self.line.take_focus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """The table fills the window."""
        super().showEvent(event)
        self._window.enter(self.window())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """And gives it back."""
        super().hideEvent(event)
        self._window.leave()

    def _toggle(self, soort: SoortHouding) -> None:
        self.door.toggle(self.table.current, soort)

    def _next_part(self) -> None:
        panels = self.panels[self.staat.step]
        next_part(self, [self.table, *panels[:1], self.line, self.lying, self.door, self.top])

    # --- from casus to casus ---

    def _other_casus(self) -> None:
        self._matched = False
        self._all_panels = True
        self.notice.clear()

    def _forget(self) -> None:
        for panels in self.panels.values():
            for panel in panels:
                panel.forget()

    def _on_matches(self) -> None:
        """The room is right: now the casus may be seen, to be read out and opened."""
        self._matched = True
        self.refresh()
        self._later(lambda: self.deur.first().setFocus(Qt.FocusReason.OtherFocusReason))

    def _on_finished(self) -> None:
        """On to the door, or done."""
        following = self.staat.next_casus()
        if following:
            self.show_casus(self.key[0], following)
            self.take_focus()

    def read_now(self) -> None:
        """Also the panels of the other steps: what they show may be gone."""
        self._all_panels = True
        super().read_now()

    def _read_panels(self, _punt: object = None) -> None:
        """A panel reads when its step is seen; another casus goes to all of them at once."""
        punt = self.staat.punt
        if punt is None:
            return
        here = [self.staat.step]
        steps, self._all_panels = (list(self.panels) if self._all_panels else here), False
        for panel in (panel for step in steps for panel in self.panels[step]):
            panel.show_punt(punt)

    def _show_step(self, step: int) -> None:
        self._read_panels()
        for number, panels in self.panels.items():
            for panel in panels:
                panel.setVisible(number == step)
        # The matrix and the reading back need the width; what lies on the table is in them.
        wide = Step(step) in {Step.MEENEMEN, Step.SLUITEN}
        self.table.setVisible(not wide)
        self._spare.setVisible(wide)
        self.sluiten.foot.setVisible(step == Step.SLUITEN)
        self.columns.want(self._door, wanted=not wide)
        self.columns.want(self._lies, wanted=not wide)
        self.columns.show_main()

    def _turn_floor(self, professional: str) -> None:
        self.staat.let_speak("" if self.staat.speaker == professional else professional)
