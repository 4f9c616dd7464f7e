"""One casus, for who prepares it: where it stands, what is known, and the one next step."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QWidget

from casus_app.domein.casus import Casus
from ui.desk import Desk
from ui.dossier.aanmelding_part import AanmeldingPart
from ui.dossier.besprekingen_view import BesprekingenView
from ui.dossier.contact_part import ContactPart
from ui.dossier.course import Besprekingen, Step, besprekingen, next_step
from ui.dossier.head import Head
from ui.dossier.informering_part import InformeringPart
from ui.dossier.kring_part import KringPart
from ui.dossier.papieren_part import PapierenPart
from ui.dossier.plan_part import PlanPart
from ui.dossier.toestemming_part import ToestemmingPart
from ui.dossier.trap_part import TrapPart
from ui.dossier.weging_part import WegingPart
from ui.hold_name import HoldName
from ui.pages.page import Crumb, Page
from ui.widgets.buttons import button
from ui.widgets.layout import Columns, holder, vertical
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.dossier.part import Part

_DONE_BY = {
    Step.WEGEN: "casus.wegen",
    Step.INFORMEREN: "betrokkene.informeren",
    Step.HEROVERWEGEN: "betrokkene.uitstellen",
    Step.AGENDEREN: "overleg.agenderen",
    Step.HEROPENEN: "casus.heropenen",
}
"""Who may not do the next step gets no button for it; the other steps only show something."""
_ABOVE = 96
"""Room above a form that opens, so that one sees where it belongs."""


class DossierPage(Page):
    """Everything about one casus that is not done at the table."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.tr("Casus"))
        self._desk = desk
        self._session = desk.session
        self.casus = ""
        self._now: QPushButton | None = None
        """The button of the one next step, when there is one."""
        self.notice = Notice()
        self.head = Head(desk)
        self.besprekingen = BesprekingenView(desk)
        self.trap = TrapPart(desk)
        self.weging = WegingPart(desk)
        self.informering = InformeringPart(desk)
        self.plan = PlanPart(desk)
        self.toestemmingen = ToestemmingPart(desk)
        self.kring = KringPart(desk)
        self.contact = ContactPart(desk)
        self.aanmelding = AanmeldingPart(desk)
        self.papieren = PapierenPart(desk)
        self.parts: tuple[Part, ...] = (
            self.trap,
            self.weging,
            self.informering,
            self.plan,
            self.toestemmingen,
            self.kring,
            self.contact,
            self.aanmelding,
            self.papieren,
        )
        for part in self.parts:
            part.opened.connect(self._show_form)
            part.finished.connect(self.take_focus)
        self.hold = HoldName(desk.session)
        self.hold.looked.connect(self.kring.show_names)
        self.aside.addWidget(self.hold)
        left = holder(vertical(self.trap, self.weging, self.informering, self.plan, None, gap=16))
        right = holder(
            vertical(
                self.toestemmingen,
                self.kring,
                self.contact,
                self.aanmelding,
                self.papieren,
                None,
                gap=16,
            )
        )
        self._all = holder(
            vertical(
                self.head,
                self.besprekingen,
                Columns((left, 1), (right, 1), ems=84, gap=16),
                gap=16,
            )
        )
        self.body.addWidget(self.notice)
        self.body.addWidget(self._all)

    def show_casus(self, casus: str) -> None:
        """Which casus this is about; what was typed for another one goes."""
        if casus != self.casus:
            for part in self.parts:
                part.close_form()
        self.casus = casus
        self.notice.clear()
        self.on_changed()

    def refresh(self) -> None:
        """Reads it again; what was typed stays."""
        casus = self._session.haal(Casus, self.casus)
        crumbs = (Crumb(self.tr("Casussen"), partial(self._desk.place_asked.emit, "casussen")),)
        self._all.setVisible(casus is not None)
        self.hold.setVisible(casus is not None)
        if casus is None:
            self.set_head(self.tr("Deze casus is er niet meer"), crumbs=crumbs)
            return
        met = besprekingen(self._session, casus.id)
        self.hold.show_casus(casus.id)
        buttons = (*self._out(casus), *self._next(casus, met))
        self.set_head(casus.id, crumbs=crumbs, buttons=buttons)
        self.head.show_casus(casus, met)
        self.besprekingen.show_casus(casus, met)
        for part in self.parts:
            part.show_casus(casus)

    def _out(self, casus: Casus) -> tuple[QPushButton, ...]:
        """For who moves to another system."""
        if not self._session.may("casus.uitvoeren"):
            return ()
        begin = partial(self._desk.open_act, "casus.uitvoeren", {"casus": casus.id})
        return (button(self.tr("Als bestand meegeven…"), begin),)

    def _next(self, casus: Casus, met: Besprekingen) -> tuple[QPushButton, ...]:
        """The one thing to do now, always in sight."""
        self._now = None
        step = next_step(self._session, casus, met)
        known = {"casus": casus.id}
        where = met.coming.overleg.id if met.coming else ""
        steps: dict[Step, tuple[str, Callable[[], object]]] = {
            Step.WEGEN: (self.tr("Nu: wegen"), self.weging.begin),
            Step.INFORMEREN: (
                self.tr("Nu: betrokkene informeren"),
                self.informering.begin_informeren,
            ),
            Step.HEROVERWEGEN: (
                self.tr("Nu: uitstel opnieuw bekijken"),
                self.informering.begin_uitstellen,
            ),
            Step.AGENDEREN: (
                self.tr("Nu: op een agenda zetten"),
                partial(self._desk.open_act, "overleg.agenderen", known),
            ),
            Step.VOORBEREIDEN: (
                self.tr("Nu: overleg voorbereiden"),
                partial(self._desk.overleg_asked.emit, where),
            ),
            Step.TAFEL: (
                self.tr("Klaar: naar de tafel"),
                partial(self._desk.casus_asked.emit, where, casus.id),
            ),
            Step.HEROPENEN: (
                self.tr("Heropenen…"),
                partial(self._desk.open_act, "casus.heropenen", known),
            ),
        }
        if step is None or not self._session.may(_DONE_BY.get(step, "toon.casus")):
            return ()
        text, do = steps[step]
        self._now = button(text, do, kind="primary")
        return (self._now,)

    def first_part(self) -> QWidget:
        """The next step, and never the button that shows the name."""
        return self._now if self._now is not None else self.besprekingen

    def _show_form(self, form: QWidget) -> None:
        """The form from its first field on, once Qt gave it its place and the page its room."""

        def scroll() -> None:
            if form.isVisibleTo(self):
                top = form.mapTo(self._all, QPoint(0, 0)).y() + self._all.y()
                self.area.verticalScrollBar().setValue(max(0, top - _ABOVE))

        self._later(partial(self._later, scroll))
