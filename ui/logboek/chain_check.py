"""The check of the whole chain: on another thread, with how far it is, and to be stopped."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from casus_app.fouten import CasusFout
from casus_app.poorten import Logstand
from ui.desk import Desk
from ui.texts import DUTCH
from ui.widgets.buttons import button
from ui.widgets.layout import framed, horizontal, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel

_LOOK = 100
"""Milliseconds between two looks at how far it is."""


class _Progress:
    """Written by the one thread and read by the other; neither waits."""

    def __init__(self) -> None:
        self.done = self.total = 0
        self.stopped = False

    def hear(self, done: int, total: int) -> bool:
        self.done, self.total = done, total
        return not self.stopped


class ChainCheck(QWidget):
    """Hidden until asked; the rest of the program goes on meanwhile."""

    finished = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._session = desk.session
        self._background = desk.background
        self._progress = _Progress()
        self.running = False
        self.found: Logstand | None = None
        """What the last whole check found."""
        self.told = Notice()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Zover is het nalopen"))
        self.count = PlainLabel(kind="small", wrap=False)
        self.stop_button = button(self.tr("&Stoppen"), self.stop)
        row = horizontal(self.count, self.bar, self.stop_button, gap=12, margin=8)
        row.setStretch(1, 1)
        self.strip = framed("card", row)
        self.strip.hide()
        self.setLayout(vertical(self.strip, self.told))
        self._look = QTimer(self)
        self._look.setInterval(_LOOK)
        self._look.timeout.connect(self._show_progress)
        desk.leaving.connect(self.stop)

    def start(self) -> None:
        """Walks the chain from the first line to the last."""
        if self.running:
            return
        self.running = True
        self._progress = _Progress()
        self.told.clear()
        self.strip.show()
        self._show_progress()
        self._look.start()
        self.stop_button.setFocus()
        hear = self._progress.hear
        self._background.run(
            self, lambda: self._session.walk_log(hear), self._on_done, self._on_fault
        )

    def stop(self) -> None:
        """What was walked is forgotten: half a check says nothing."""
        self._progress.stopped = True

    def _show_progress(self) -> None:
        done, total = self._progress.done, self._progress.total
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        said = self.tr("{n} van {all} regels")
        self.count.setText(said.format(n=number(done), all=number(total)))

    def _on_done(self, stand: Logstand | None) -> None:
        self._end()
        if stand is None:
            self.told.say(self.tr("Gestopt. Er is nog niets te zeggen over de keten."))
        else:
            self.show_stand(stand)
        self.finished.emit()

    def show_stand(self, stand: Logstand) -> None:
        """What a whole check found, in words."""
        self.found = stand
        if stand.heel:
            said = self.tr("✓ De keten is heel: alle {n} regels kloppen met elkaar.")
            seal = self.tr("Zegel van de laatste regel: {seal}.").format(seal=stand.laatste)
            self.told.say(said.format(n=number(stand.regels)), tone="good", details=seal)
        else:
            said = self.tr(
                "▲ De keten klopt niet vanaf regel {nr}. Bewaar deze kluis zoals hij is, gebruik "
                "hem niet verder en bel wie uw kluis beheert."
            )
            self.told.say(said.format(nr=number(stand.breuk or 0)), tone="bad")

    def _on_fault(self, fault: CasusFout) -> None:
        self._end()
        self.told.show_fault(fault)

    def _end(self) -> None:
        self.running = False
        self._look.stop()
        self.strip.hide()


def number(value: int) -> str:
    """1.204, as people write it."""
    return DUTCH.toString(value)
