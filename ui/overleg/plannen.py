"""A new overleg: day, time, place and chair on one line; Enter plans it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Overleg
from casus_app.handelingen.oorzaak import oorzaken
from casus_app.handelingen.overleg import OverlegPlannen
from ui.desk import Desk
from ui.forms.composite import labelled
from ui.forms.editors import TimeEditor
from ui.forms.keys import propose
from ui.stoelen import facts
from ui.widgets.ask_line import is_enter
from ui.widgets.buttons import button
from ui.widgets.date_field import DateField
from ui.widgets.finder import Finder, Found, matches
from ui.widgets.layout import CARD_MARGIN, Columns, holder, horizontal, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel


class Plannen(QFrame):
    """Time, place and chair of the last overleg stand ready; the day is always asked."""

    planned = Signal(str)
    """The overleg that is there now."""
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        self._session = desk.session
        self._chair = ""
        tr = self.tr
        self.datum = DateField(tr("Dag van het overleg"), self._session.vandaag())
        self.begin_at = TimeEditor(tr("Begint om"))
        self.plaats = QLineEdit()
        self.plaats.setAccessibleName(tr("Plaats van het overleg"))
        self.chair = PlainLabel()
        self.change_button = button(
            tr("Wijzigen"), self._ask_chair, kind="quiet", name=tr("Andere voorzitter")
        )
        self.finder = Finder(
            tr("Wie zit voor?"),
            self._find,
            hint=tr("Typ een functie, naam of partij"),
            nothing=tr("Niemand gevonden. Voeg mensen toe bij Mensen."),
        )
        self.notice = Notice()
        self.beside = Notice()
        self.plan_button = button(tr("Overleg vastleggen"), self.plan, kind="primary")
        self._holders = {
            "datum": labelled(tr("Welke dag?"), self.datum),
            "begin": labelled(tr("Hoe laat?"), self.begin_at),
            "plaats": labelled(tr("Waar?"), self.plaats),
            "voorzitter": self._chair_holder(),
        }
        self._editors: dict[str, QWidget] = {
            "datum": self.datum,
            "begin": self.begin_at,
            "plaats": self.plaats,
            "voorzitter": self.finder,
        }
        self._lay_out()
        self.finder.taken.connect(self._take)
        self.finder.left.connect(self.left)
        for field in (self.datum.edit, self.begin_at.edit, self.plaats):
            field.installEventFilter(self)
        self._propose()

    def _chair_holder(self) -> QWidget:
        head = PlainLabel(self.tr("Wie zit voor?"), kind="strong")
        head.setBuddy(self.finder.edit)
        line = horizontal(self.chair, self.change_button)
        line.setStretch(0, 1)
        self._chosen = holder(line)
        return holder(vertical(head, self._chosen, self.finder, gap=2))

    def _lay_out(self) -> None:
        tr, held = self.tr, self._holders
        back = button(tr("Toch niet"), self.left.emit, kind="quiet", name=tr("Toch geen overleg"))
        foot = horizontal(
            self.plan_button, PlainLabel(tr("Enter"), kind="small", wrap=False), back, None
        )
        when = Columns((held["datum"], 3), (held["begin"], 1), (held["plaats"], 3), ems=70, gap=12)
        self.setLayout(
            vertical(
                PlainLabel(tr("Een nieuw overleg"), kind="heading"),
                when,
                held["voorzitter"],
                self.notice,
                foot,
                gap=12,
                margin=CARD_MARGIN,
            )
        )

    def _propose(self) -> None:
        """As it was the last time; everything can be changed."""
        found = self._session.zoek(Overleg)
        last = max(found, key=lambda one: (one.datum, one.begin), default=None)
        self.begin_at.set_value(last.begin if last else None)
        self.plaats.setText(last.plaats if last else "")
        self._show_chair(last.voorzitter if last else "")

    def _show_chair(self, professional: str) -> None:
        self._chair = professional
        self.chair.setText(facts.who(self._session, professional))
        self._chosen.setVisible(bool(professional))
        self.finder.setVisible(not professional)

    def _ask_chair(self) -> None:
        self._show_chair("")
        self.finder.setFocus()

    def _find(self, typed: str) -> list[Found]:
        made = []
        for mens in self._session.zoek(Professional):
            partij = self._session.haal(Partij, mens.partij)
            where = partij.naam if partij else ""
            if matches(typed, mens.functie, mens.naam, where):
                made.append(Found(mens.id, facts.who(self._session, mens.id), where))
        return sorted(made, key=lambda one: one.title.casefold())

    def _take(self, professional: str) -> None:
        self._show_chair(professional)
        self.next_field()

    def start(self) -> None:
        """The day first."""
        self.datum.setFocus()

    def next_field(self) -> None:
        """To the first thing that is still to be asked; then to the button."""
        questions = (
            (self.datum, self.datum.value() is None),
            (self.begin_at, self.begin_at.value() is None),
            (self.plaats, not self.plaats.text().strip()),
            (self.finder, not self._chair),
        )
        waiting = [field for field, asked in questions if asked]
        (waiting[0] if waiting else self.plan_button).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Enter goes to what is still asked, and plans when all is there; Escape goes back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if is_enter(event):
                self._answer()
                return True
        return super().eventFilter(watched, event)

    def _answer(self) -> None:
        self.next_field()
        if self.plan_button.hasFocus():
            self.plan()

    def plan(self) -> None:
        """On the list; or the sentence why not, beside the field that caused it."""
        day = self.datum.value()
        self.notice.clear()
        self.beside.clear()
        if day is None:
            self.notice.say(self.tr("Typ eerst de dag, zoals 24-11 of di."), tone="warn")
            self.datum.setFocus()
            return
        tried = OverlegPlannen(
            id=propose(self._session, "overleg.plannen", day.isoformat()),
            datum=day,
            begin=str(self.begin_at.value() or ""),
            plaats=self.plaats.text(),
            voorzitter=self._chair,
        )
        objection = self._session.objection(tried)
        names = oorzaken(tried, objection) if objection else ()
        name = next((one for one in names if one in self._holders), None)
        place = self._holders[name].layout() if name else None
        if place is not None:
            place.addWidget(self.beside)
        if self._desk.perform(tried, self.beside if place is not None else self.notice):
            self.planned.emit(tried.id)
        elif name is not None:
            self._editors[name].setFocus()
