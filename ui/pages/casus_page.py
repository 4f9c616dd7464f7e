"""One casus at the table: the steps on the left, what lies on the table on the right."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from casus_app.domein.overleg import Bespreking, Overleg, SoortBespreking, Stand
from ui import reading
from ui.desk import Desk
from ui.hold_name import HoldName
from ui.pages.page import Crumb, Page, focus_first_in
from ui.panels.afspraken_panel import AfsprakenPanel
from ui.panels.besluit_panel import BesluitPanel
from ui.panels.deur_panel import DeurPanel
from ui.panels.inbreng_panel import InbrengPanel
from ui.panels.meenemen_panel import MeenemenPanel
from ui.panels.sluiten_panel import SluitenPanel
from ui.panels.tafel_panel import TafelPanel
from ui.texts import word
from ui.widgets.layout import Columns
from ui.widgets.layout import holder as held

if TYPE_CHECKING:
    from ui.panels.panel import Panel


class CasusPage(Page):
    """A map of six steps, not a fence: every step can be looked at, the rules say what can."""

    back = Signal(str)
    """The overleg to go back to."""
    home = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Casus"))
        self._desk = desk
        self._session = desk.session
        self.key = ("", "")
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Stappen"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.deur = DeurPanel(desk)
        self.inbreng = InbrengPanel(desk)
        self.afspraken = AfsprakenPanel(desk)
        self.meenemen = MeenemenPanel(desk)
        self.besluit = BesluitPanel(desk)
        self.sluiten = SluitenPanel(desk)
        self.steps: tuple[tuple[str, Panel], ...] = (
            (self.tr("Deur"), self.deur),
            (self.tr("Inbreng"), self.inbreng),
            (self.tr("Afspraken"), self.afspraken),
            (self.tr("Meenemen"), self.meenemen),
            (self.tr("Besluit"), self.besluit),
            (self.tr("Sluiten"), self.sluiten),
        )
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.tabs)
        for number, (text, panel) in enumerate(self.steps):
            self.tabs.addTab(text)
            self.tabs.setTabToolTip(number, self.tr("Alt+{n}").format(n=number + 1))
            left.addWidget(panel)
        left.addStretch(1)
        self.tafel = TafelPanel(desk)
        self.columns = Columns((held(left), 5), (self.tafel, 3), ems=96)
        self.hold = HoldName(desk.session)
        self.name, self.name_button = self.hold.name, self.hold.button
        self.aside.addWidget(self.hold)
        self.body.addWidget(self.columns)
        self.tabs.currentChanged.connect(self._show_step)
        self._show_step(0)

    def show_casus(self, overleg: str, casus: str) -> None:
        """Which casus in which overleg; where it stands says which step is first."""
        if self.key != (overleg, casus):
            self.key = (overleg, casus)
            punt = self._session.haal(Bespreking, overleg, casus)
            self.tabs.setCurrentIndex(1 if punt and punt.stand is Stand.OPEN else 0)
        self.on_changed()

    def refresh(self) -> None:
        """Reads it again; what was typed stays."""
        punt = self._session.haal(Bespreking, *self.key)
        overleg = self._session.haal(Overleg, self.key[0])
        crumbs = [Crumb(self.tr("Overleggen"), self.home.emit)]
        if punt is None or overleg is None:
            self.set_head(self.tr("Deze bespreking is er niet meer"), crumbs=crumbs)
            self.columns.hide()
            self.hold.hide()
            return
        self.columns.show()
        self.hold.show_casus(punt.casus)
        self.hold.show()
        crumbs.append(Crumb(reading.overleg_naam(overleg), partial(self.back.emit, overleg.id)))
        kind = self.tr("weging, ") if punt.soort is SoortBespreking.WEGING else ""
        title = f"{punt.casus}  ·  {punt.vraag}"
        under = self.tr("{kind}{minutes} minuten · {stand}").format(
            kind=kind, minutes=punt.minuten, stand=word(punt.stand)
        )
        self.set_head(title, under, crumbs)
        for _, panel in self.steps:
            panel.show_punt(punt)
        self.tafel.show_punt(punt)

    def go_to(self, step: int) -> None:
        """The step with this number; Alt+1 is the first."""
        self.tabs.setCurrentIndex(step)
        panel = self.steps[step][1]
        focus_first_in(panel, within=panel)

    def first_part(self) -> QWidget:
        """The steps, and not the button that shows the name."""
        return self.tabs

    def _show_step(self, index: int) -> None:
        for number, (_, panel) in enumerate(self.steps):
            panel.setVisible(number == index)
        # The matrix needs the width; what lies on the table is in its rows.
        self.tafel.setVisible(self.steps[index][1] is not self.meenemen)
