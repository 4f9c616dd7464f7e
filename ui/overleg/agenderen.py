"""A casus on the agenda: type it, its question, Enter; and what was moved on stands ready."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from casus_app.domein.casus import Casus
from casus_app.domein.overleg import Bespreking, Overleg, SoortBespreking, Stand
from casus_app.handelingen.overleg import OverlegAgenderen
from casus_app.weigeringen import Code
from ui import reading
from ui.desk import Desk
from ui.forms.composite import labelled
from ui.forms.editors import NumberEditor
from ui.session import Session
from ui.texts import short_day
from ui.widgets.ask_line import is_enter
from ui.widgets.buttons import button
from ui.widgets.finder import MOST, Finder, Found, matches
from ui.widgets.layout import Columns, bring_into_view, card, empty, holder, horizontal, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel

MINUTES = 20
"""What is proposed where nothing is known of the casus yet."""
_SOMETHING = "…"


def moved_on(session: Session, overleg: str) -> list[Bespreking]:
    """The last word on every casus that was moved on and has no place on an agenda since."""
    moved = {punt.casus: None for punt in session.zoek(Bespreking, stand=Stand.DOORGESCHOVEN)}
    last = (_last_word(session, casus) for casus in moved)
    return [
        punt
        for punt in last
        if punt and punt.stand is Stand.DOORGESCHOVEN and punt.overleg != overleg
    ]


def _last_word(session: Session, casus: str) -> Bespreking | None:
    """The bespreking of this casus in the latest overleg; of two at once the one put on later."""
    dated = [
        ((found.datum, found.begin, number), punt)
        for number, punt in enumerate(session.zoek(Bespreking, casus=casus))
        if (found := session.haal(Overleg, punt.overleg))
    ]
    return max(dated, key=lambda one: one[0])[1] if dated else None


class Agenderen(QWidget):
    """Found by code or purpose, never by a name."""

    added = Signal(str)
    """The casus that is on the agenda now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self._overleg = ""
        self._casus = ""
        tr = self.tr
        self.finder = Finder(
            tr("Welke casus komt op de agenda?"),
            self._find,
            hint=tr("Typ een code of een woord uit het doel"),
            nothing=tr("Geen casus gevonden. Probeer een ander woord."),
        )
        head = PlainLabel(tr("Welke casus komt op de agenda?"), kind="strong")
        head.setBuddy(self.finder.edit)
        self._asking = holder(vertical(head, self.finder, gap=4))
        self.what = PlainLabel(kind="strong")
        self.weging = PlainLabel(kind="small")
        self.vraag = QLineEdit()
        self.vraag.setAccessibleName(tr("Vraag aan het overleg"))
        self.minuten = NumberEditor(tr("Tijd aan tafel"), tr("minuten"))
        self.notice = Notice()
        self.add_button = button(tr("Op de agenda zetten"), self.add, kind="primary")
        self._form = self._lay_out_form()
        self._form.hide()
        self._backlog = vertical(gap=4)
        self.setLayout(
            vertical(
                card(
                    holder(self._backlog),
                    self._asking,
                    self._form,
                    title=tr("Casus op de agenda"),
                )
            )
        )
        self.setFocusProxy(self.finder)
        self.finder.taken.connect(self.begin)
        for field in (self.vraag, self.minuten.edit):
            field.installEventFilter(self)

    def _lay_out_form(self) -> QWidget:
        tr = self.tr
        fields = Columns(
            (labelled(tr("Welke vraag moet het overleg beantwoorden?"), self.vraag), 4),
            (labelled(tr("Tijd aan tafel"), self.minuten), 1),
            ems=60,
            gap=12,
        )
        back = button(tr("Toch niet"), self.leave, kind="quiet", name=tr("Toch niet agenderen"))
        foot = horizontal(
            self.add_button, PlainLabel(tr("Enter"), kind="small", wrap=False), back, None
        )
        return holder(vertical(self.what, self.weging, fields, self.notice, foot, gap=8))

    def show_overleg(self, overleg: str) -> None:
        """For the agenda of this overleg; what was typed for another one goes."""
        if overleg != self._overleg:
            self._overleg = overleg
            self.finder.clear()
            self._show_form(shown=False)
        empty(self._backlog)
        waiting = moved_on(self._session, overleg)
        if waiting:
            self._backlog.addWidget(
                PlainLabel(self.tr("Doorgeschoven, en nog nergens op de agenda"))
            )
        for punt in waiting:
            self._backlog.addWidget(self._waiting(punt))
        self.finder.look_again()

    def _waiting(self, punt: Bespreking) -> QWidget:
        overleg = self._session.haal(Overleg, punt.overleg)
        text = self.tr("{casus} · op {day} doorgeschoven: {why}").format(
            casus=punt.casus,
            day=short_day(overleg.datum) if overleg else "–",
            why=punt.reden_doorgeschoven,
        )
        take = button(
            self.tr("Op deze agenda…"),
            partial(self.begin, punt.casus),
            name=self.tr("{casus} op deze agenda zetten").format(casus=punt.casus),
        )
        line = horizontal(PlainLabel(text, kind="small"), take)
        line.setStretch(0, 1)
        return holder(line)

    # --- finding ---

    def _find(self, typed: str) -> list[Found]:
        here = {punt.casus for punt in reading.agenda(self._session, self._overleg)}
        found = [
            casus
            for casus in self._session.zoek(Casus)
            if casus.id not in here and matches(typed, casus.id, casus.doel)
        ]
        # The rules are asked for what is seen; the rest is only counted.
        seen = [self._as_found(casus) for casus in found[:MOST]]
        return seen + [Found(casus.id, casus.id) for casus in found[MOST:]]

    def _as_found(self, casus: Casus) -> Found:
        soort, objection = self._soort(casus.id)
        if objection:
            return Found(casus.id, f"{casus.id} · {casus.doel}", objection, possible=False)
        under = self.tr("nog te wegen: komt als weging op de agenda")
        note = under if soort is SoortBespreking.WEGING else ""
        return Found(casus.id, f"{casus.id} · {casus.doel}", note)

    def _soort(self, casus: str) -> tuple[SoortBespreking, str]:
        """As what it can come, by the rules; and why not when it cannot."""
        soort = SoortBespreking.CASUSOVERLEG
        objection = self._session.objection(self._tried(casus, soort, MINUTES, _SOMETHING))
        if objection is not None and objection.code is Code.CASUS_NIET_GEWOGEN:
            soort = SoortBespreking.WEGING
            objection = self._session.objection(self._tried(casus, soort, MINUTES, _SOMETHING))
        return soort, objection.melding if objection else ""

    def _tried(
        self, casus: str, soort: SoortBespreking, minuten: int, vraag: str
    ) -> OverlegAgenderen:
        return OverlegAgenderen(
            overleg=self._overleg, casus=casus, minuten=minuten, vraag=vraag, soort=soort
        )

    # --- the question ---

    def begin(self, casus: str) -> None:
        """For this casus; of one that was at a table before, the time of then stands ready."""
        self._casus = casus
        self.what.setText(reading.casus_naam(self._session, casus))
        soort, _ = self._soort(casus)
        weging = soort is SoortBespreking.WEGING
        self.weging.setText(
            self.tr("Deze casus is nog niet gewogen. Hij komt als weging op de agenda.")
        )
        self.weging.setVisible(weging)
        before = self._session.zoek(Bespreking, casus=casus)
        waiting = [p for p in moved_on(self._session, self._overleg) if p.casus == casus]
        self.vraag.setText(waiting[0].vraag if waiting else "")
        self.minuten.set_value(before[-1].minuten if before else MINUTES)
        self.notice.clear()
        self._show_form(shown=True)
        self.vraag.setFocus()
        self.vraag.selectAll()
        bring_into_view(self._form)

    def _show_form(self, *, shown: bool) -> None:
        self._form.setVisible(shown)
        self._asking.setVisible(not shown)

    def leave(self) -> None:
        """Back to the empty field."""
        self._show_form(shown=False)
        self.finder.setFocus()

    def add(self) -> None:
        """On the agenda; or the sentence why not, with everything typed still there."""
        casus = self._casus
        minutes = self.minuten.value()
        soort, _ = self._soort(casus)
        tried = self._tried(
            casus, soort, minutes if isinstance(minutes, int) else 0, self.vraag.text()
        )
        if self._desk.perform(tried, self.notice):
            self._show_form(shown=False)
            self.added.emit(casus)
        elif self.vraag.text().strip():
            self.minuten.setFocus()
        else:
            self.vraag.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Enter puts it on the agenda, Escape goes back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            if is_enter(event):
                self.add()
                return True
        return super().eventFilter(watched, event)
