"""One overleg: its agenda with what is still in the way, its order, vaststellen, the verslagen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton

from casus_app.domein.overleg import Bespreking, Overleg
from ui import reading
from ui.desk import Desk
from ui.overleg.agenda import AgendaPart
from ui.overleg.invitations import InvitationsPart
from ui.overleg.preflight import PreflightPart
from ui.overleg.vaststellen import FinishPart
from ui.pages.page import Crumb, Page
from ui.tafelindeling.panel import Tafelindeling
from ui.verslagen.reports_part import ReportsPart
from ui.widgets.buttons import button
from ui.widgets.layout import card, empty, horizontal, vertical
from ui.widgets.notice import Notice


class OverlegPage(Page):
    """Everything that is done with an overleg as a whole."""

    casus_chosen = Signal(str, str)
    """An overleg and a casus."""
    back = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Overleg"))
        self._desk = desk
        self._session = desk.session
        self.overleg = ""
        self.notice = Notice()
        self.body.addWidget(self.notice)
        self.tafelindeling: Tafelindeling | None = None
        """Instead of the list, while somebody arranges the order."""
        self.inviting = False
        """Instead of the list, while somebody looks who gets which invitation."""
        self.inside = vertical(gap=24)
        self.body.addLayout(self.inside)
        self.reports: ReportsPart | None = None
        """After the vaststelling; it stays, so that who is looking keeps looking."""
        self._reports = vertical()
        self.body.addLayout(self._reports)
        self.agenda = AgendaPart(desk, self.notice, self._choose)
        self.body.addWidget(self.agenda)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Verslagen maken"))
        self.progress.setTextVisible(False)
        self.stop_button = button(self.tr("&Stoppen"), desk.exporter.stop)
        self.progress_card = card(self.progress, horizontal(self.stop_button, None))
        self.progress_card.hide()
        self.body.addWidget(self.progress_card)
        desk.exporter.progressed.connect(self._on_progress)
        desk.exporter.finished.connect(self.progress_card.hide)

    def show_overleg(self, overleg: str) -> None:
        """Which overleg this is about."""
        if overleg != self.overleg:
            self._to_the_list()
        self.overleg = overleg
        self.notice.clear()
        self.on_changed()

    def refresh(self) -> None:
        """Reads it again."""
        overleg = self._session.haal(Overleg, self.overleg)
        empty(self.inside)
        # Not hidden and shown again: that would take the focus from who is typing.
        if overleg is None or overleg.vastgesteld:
            self._to_the_list()
        if self.reports and (overleg is None or overleg.id != self.reports.overleg.id):
            empty(self._reports)
            self.reports = None
        listing = self.tafelindeling is None and not self.inviting
        self.agenda.setVisible(overleg is not None and listing)
        if overleg is None:
            self.set_head(self.tr("Dit overleg is er niet meer"), crumbs=self._way_back())
            return
        punten = reading.agenda(self._session, overleg.id)
        voorzitter = reading.naam(self._session, overleg.voorzitter)
        under = self.tr("{place} · voorzitter {chair}").format(
            place=overleg.plaats, chair=voorzitter
        )
        self.set_head(reading.overleg_naam(overleg), under, self._way_back(), self._whole(overleg))
        if self.tafelindeling is not None:
            self.tafelindeling.read_again(overleg)
            return
        self._fill(overleg, punten)

    def _fill(self, overleg: Overleg, punten: list[Bespreking]) -> None:
        if self.inviting:
            self.inside.addWidget(InvitationsPart(self._desk, overleg))
            return
        self.agenda.show_overleg(overleg)
        if overleg.vastgesteld:
            self._report(overleg)
        elif punten and all(punt.afgerond for punt in punten):
            self.inside.addWidget(FinishPart(self._desk, overleg, self.notice))
        elif punten:
            check = PreflightPart(self._desk, overleg, self.notice, self._choose)
            self.inside.addWidget(check)

    def _report(self, overleg: Overleg) -> None:
        if self.reports is None:
            self.reports = ReportsPart(self._desk, overleg)
            self._reports.addWidget(self.reports)
        else:
            self.reports.read_again(overleg)

    def _choose(self, casus: str) -> None:
        self.casus_chosen.emit(self.overleg, casus)

    def _to_the_question(self) -> None:
        """Where a casus is put on the agenda."""
        if self.tafelindeling is not None or self.inviting:
            self._to_the_list()
            self.on_changed()
        self.agenda.agenderen.setFocus()
        self.area.ensureWidgetVisible(self.agenda.agenderen)

    def _way_back(self) -> tuple[Crumb, ...]:
        return (Crumb(self.tr("Overleggen"), self.back.emit),)

    def _whole(self, overleg: Overleg) -> tuple[QPushButton, ...]:
        if overleg.vastgesteld:
            return ()
        other = self.tr("Terug naar de &lijst")
        if self.tafelindeling is None and not self.inviting:
            other = self.tr("&Tafelindeling")
        return (
            button(other, self.switch),
            button(self.tr("Casus op de &agenda…"), self._to_the_question),
            button(self.tr("&Uitnodigingen"), self.invite),
        )

    # --- the order ---

    def switch(self) -> None:
        """From the list to the drawn order, or back."""
        overleg = self._session.haal(Overleg, self.overleg)
        if self.tafelindeling is not None or self.inviting or overleg is None:
            self._to_the_list()
        else:
            self.tafelindeling = Tafelindeling(self._desk, overleg)
            self.body.insertWidget(1, self.tafelindeling)
        self.on_changed()
        self._later(self._to_the_drawing)

    def invite(self) -> None:
        """Who gets which invitation."""
        self._to_the_list()
        self.inviting = True
        self.on_changed()

    def _to_the_drawing(self) -> None:
        if self.tafelindeling is not None:
            self.tafelindeling.drawing.setFocus()

    def _to_the_list(self) -> None:
        self.inviting = False
        if self.tafelindeling is not None:
            self.tafelindeling.hide()
            self.tafelindeling.deleteLater()
            self.tafelindeling = None

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress_card.setVisible(total > 1 and done < total)
