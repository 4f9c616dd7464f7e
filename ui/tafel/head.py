"""The head of the table: which casus, the question, the step, the way out, and the clock."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QTabBar, QWidget

from casus_app.domein.overleg import Bespreking, SoortBespreking, Stand
from casus_app.domein.zeef import Trap, Zeef, trap_na
from casus_app.regels.trap import WOORDEN
from ui.hold_name import HoldName
from ui.tafel.soft_clock import SoftClock
from ui.tafel.staat import TafelStaat
from ui.tafel.steps import TEXTS, Step, spiekbrief
from ui.texts import word
from ui.widgets.buttons import button
from ui.widgets.layout import holder, horizontal
from ui.widgets.plain_label import PlainLabel
from ui.widgets.reading_order import tell_in_order

EMS = 100
"""So many letters wide, two lines are enough; narrower, the clock has a line of its own."""


class Head(QWidget):
    """Stays in sight. The name of the betrokkene is there only while the button is held."""

    out_asked = Signal()
    doe_asked = Signal()
    """Everything there is to do: the menu bar is not seen at the table."""

    def __init__(self, staat: TafelStaat, hold: HoldName, clock: SoftClock) -> None:
        super().__init__()
        self._staat = staat
        self._hold = hold
        self._clock = clock
        self._narrow: bool | None = None
        self.setAccessibleName(self.tr("Kop"))
        self.code = PlainLabel(kind="title", wrap=False)
        self.place = PlainLabel(kind="soft", wrap=False)
        self.vraag = PlainLabel(kind="strong")
        self.vraag.setMinimumWidth(120)
        name = self.tr("Uit de vergadering")
        self.out = button(self.tr("‹ Uit"), self.out_asked.emit, kind="quiet", name=name)
        self.out.setToolTip(self.tr("Uit de vergadering (F11)"))
        self.doe = button(self.tr("Doe…"), self.doe_asked.emit, kind="quiet")
        self.doe.setToolTip(self.tr("Alles wat u hier kunt doen (Alt+D)"))
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Stappen"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        for step in Step:
            self.tabs.addTab(TEXTS[step].name)
            self.tabs.setTabToolTip(step.value, self.tr("Alt+{n}").format(n=step.value + 1))
        self.spiekbrief = PlainLabel(kind="heading")
        """Stands above the table; the page gives it its place."""
        self.spiekbrief.setMinimumWidth(120)
        hold.name.setMinimumWidth(0)
        which = horizontal(self.code, hold.name, self.place, self.vraag, gap=12)
        which.setStretch(3, 1)
        self._which = holder(which)
        self._aside = holder(horizontal(hold, self.doe, self.out, gap=4))
        self._low = QHBoxLayout()
        self._low.setSpacing(16)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 8, 16, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.addWidget(self.tabs, 1, 0)
        self._grid.addWidget(self._aside, 1, 2)
        self._grid.addLayout(self._low, 2, 0, 1, 3)
        self._grid.setColumnStretch(1, 1)
        self._arrange(narrow=False)
        self.tabs.currentChanged.connect(lambda index: staat.go_to(Step(index)))
        staat.step_changed.connect(self._show_step)
        staat.read.connect(self._read)
        staat.gone.connect(self._forget)

    def _arrange(self, *, narrow: bool) -> None:
        """Large text puts the clock under the steps; the vraag keeps its line."""
        if self._narrow == narrow:
            return
        self._narrow = narrow
        used, rest = self._clock.used_line, self._clock.rest_line
        for part in (self._which, used, rest):
            self._grid.removeWidget(part)
            self._low.removeWidget(part)
        self._grid.addWidget(self._which, 0, 0, 1, 3 if narrow else 2)
        if narrow:
            self._low.addWidget(used)
            self._low.addWidget(rest, 1)
        else:
            self._grid.addWidget(used, 0, 2)
            self._grid.addWidget(rest, 1, 1)
        tell_in_order(self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As narrow as three lines are: otherwise it would never be made to fold."""
        high = super().minimumSizeHint().height()
        low = (self._clock.used_line, self._clock.rest_line)
        lines = ((self._which,), (self.tabs, self._aside), low)
        widest = max(sum(part.minimumSizeHint().width() for part in line) for line in lines)
        return QSize(widest + 48, high)  # the margins, and the gap between two

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Two lines or three."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Another text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_grid"):
            self._fit()

    def _fit(self) -> None:
        self._arrange(narrow=self.width() < EMS * self.fontMetrics().averageCharWidth())

    def _read(self, punt: Bespreking) -> None:
        self.code.setText(punt.casus, spoken=self.tr("Casus {code}").format(code=punt.casus))
        self._hold.show_casus(punt.casus)
        here, all_ = self._staat.place_in_agenda()
        parts = [self.tr("{n} van {m}").format(n=here, m=all_)]
        if punt.soort is SoortBespreking.WEGING:
            parts.append(word(punt.soort))
        if punt.stand is not Stand.OPEN:
            parts.append(word(punt.stand))
        trap = trap_na(self._staat.session.zoek(Zeef, casus=punt.casus))
        if trap.volgende:
            named = trap is not Trap.ZONDER_NAAM
            parts.append(
                self.tr("open tot: {trap}").format(trap=WOORDEN[trap]) if named else WOORDEN[trap]
            )
        self.place.setText("  ·  ".join(parts))
        self.vraag.setText(punt.vraag, spoken=self.tr("Vraag: {text}").format(text=punt.vraag))
        self._show_step(self._staat.step)

    def _forget(self) -> None:
        self._hold.forget()
        for told in (self.code, self.place, self.vraag, self.spiekbrief):
            told.setText("")

    def _show_step(self, step: int) -> None:
        self.tabs.setCurrentIndex(step)
        punt = self._staat.punt
        if punt is not None:
            text = spiekbrief(Step(step), punt.soort)
            self.spiekbrief.setText(text, spoken=self.tr("Spiekbrief: {text}").format(text=text))
