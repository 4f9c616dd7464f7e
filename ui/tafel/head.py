"""The head of the table: which casus, the question, the step, the way out, and the clock."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from casus_app.domein.overleg import Bespreking, SoortBespreking, Stand
from ui.hold_name import HoldName
from ui.tafel.staat import TafelStaat
from ui.tafel.steps import TEXTS, Step, spiekbrief
from ui.texts import word
from ui.widgets.buttons import button
from ui.widgets.layout import Columns, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel


class Head(QWidget):
    """Stays in sight. The name of the betrokkene is there only while the button is held."""

    out_asked = Signal()

    def __init__(self, staat: TafelStaat, hold: HoldName) -> None:
        super().__init__()
        self._staat = staat
        self.code = PlainLabel(kind="title", wrap=False)
        self.place = PlainLabel(kind="soft", wrap=False)
        self.vraag = PlainLabel(kind="strong")
        self.vraag.setMinimumWidth(120)
        self._hold = hold
        self.out = button(self.tr("‹ Uit de vergadering"), self.out_asked.emit, kind="quiet")
        self.out.setToolTip("F11")
        self.clock_slot = horizontal()
        """Where the soft clock comes."""
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Stappen"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        for step in Step:
            self.tabs.addTab(TEXTS[step].name)
            self.tabs.setTabToolTip(step.value, self.tr("Alt+{n}").format(n=step.value + 1))
        self.spiekbrief = PlainLabel(kind="heading")
        """Stands above the table; the page gives it its place."""
        self.spiekbrief.setMinimumWidth(120)
        which = horizontal(self.code, self.place, self.vraag, gap=12)
        which.setStretch(2, 1)
        aside = horizontal(None, hold, self.out, gap=8)
        self.setLayout(
            vertical(
                Columns((holder(which), 1), (holder(self.clock_slot), 0), ems=100, gap=16),
                Columns((self.tabs, 1), (holder(aside), 0), ems=100, gap=8),
                gap=4,
            )
        )
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(16, 8, 16, 4)
        self.tabs.currentChanged.connect(lambda index: staat.go_to(Step(index)))
        staat.step_changed.connect(self._show_step)
        staat.read.connect(self._read)

    def _read(self, punt: Bespreking) -> None:
        self.code.setText(punt.casus)
        self._hold.show_casus(punt.casus)
        here, all_ = self._staat.place_in_agenda()
        parts = [self.tr("{n} van {m}").format(n=here, m=all_)]
        if punt.soort is SoortBespreking.WEGING:
            parts.append(word(punt.soort))
        if punt.stand is not Stand.OPEN:
            parts.append(word(punt.stand))
        self.place.setText("  ·  ".join(parts))
        self.vraag.setText(punt.vraag)
        self._show_step(self._staat.step)

    def _show_step(self, step: int) -> None:
        self.tabs.setCurrentIndex(step)
        punt = self._staat.punt
        if punt is not None:
            self.spiekbrief.setText(spiekbrief(Step(step), punt.soort))
