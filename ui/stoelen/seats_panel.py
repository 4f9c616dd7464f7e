"""Who is needed at one casus: nobody, until somebody says who and why."""

from PySide6.QtCore import Signal

from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Deelname, Overleg
from casus_app.domein.vraagkaart import Vraagkaart
from ui.desk import Desk
from ui.panels.panel import Panel
from ui.session import Session
from ui.stoelen import candidates, facts
from ui.stoelen.card_form import CardForm
from ui.stoelen.card_row import CardRow, cards
from ui.stoelen.new_person import NewPerson
from ui.stoelen.previous import PreviousPart
from ui.stoelen.seat_form import Asked, SeatForm
from ui.stoelen.seat_row import SeatRow
from ui.texts import counted
from ui.widgets.finder import Finder, Found
from ui.widgets.layout import bring_into_view, holder, vertical
from ui.widgets.plain_label import PlainLabel


def seats(session: Session, punt: Bespreking) -> tuple[Deelname, ...]:
    """The seats that hold, in the order in which they were given."""
    return session.zoek(Deelname, overleg=punt.overleg, casus=punt.casus, ingetrokken_op=None)


def at_a_glance(session: Session, punt: Bespreking) -> str:
    """How many seats there are, in a few words."""
    found = seats(session, punt)
    asked = cards(session, punt)
    said = counted(len(found), "stoel", "stoelen") if found else "nog niemand"
    return f"{said}, {counted(len(asked), 'vraagkaart', 'vraagkaarten')}" if asked else said


class SeatsPanel(Panel):
    """Type, Enter, why, Enter, and the next; `editable` is off where one only looks."""

    everybody = Signal()
    """Enter without a word: everybody who is needed has a seat."""

    def __init__(self, desk: Desk, *, editable: bool = True) -> None:
        super().__init__(desk)
        self._editable = editable
        self._before = False
        """Whether the seat that is asked for was proposed from last time."""
        tr = self.tr
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.previous = PreviousPart(desk)
        self.nobody = PlainLabel(
            tr(
                "Nog niemand. Zo begint het: alleen wie voor déze casus nodig is, krijgt een "
                "stoel, met de reden erbij."
            ),
            kind="soft",
        )
        self.rows: dict[str, SeatRow] = {}
        self._list = vertical(gap=8)
        self.card_rows: dict[str, CardRow] = {}
        self._cards = vertical(gap=8)
        self.chair = PlainLabel(kind="small")
        self.finder = Finder(
            tr("Wie is er nodig?"),
            self._find,
            hint=tr("Typ een functie, naam of partij; Enter zonder woord gaat verder"),
            nothing=tr("Niemand gevonden. Probeer een ander woord."),
        )
        head = PlainLabel(tr("Wie is er nodig?"), kind="strong")
        head.setBuddy(self.finder.edit)
        self._asking = holder(vertical(head, self.finder, gap=4))
        self.form = SeatForm(desk)
        self.new_person = NewPerson(desk)
        self.card_form = CardForm(desk)
        self._busy = (self.form, self.new_person, self.card_form)
        self._put_away()
        for part in (
            holder(self._list),
            holder(self._cards),
            self.nobody,
            self.chair,
            self.previous,
            self._asking,
            self.form,
            self.new_person,
            self.card_form,
        ):
            self.column.addWidget(part)
        self._connect()

    def _connect(self) -> None:
        self.finder.taken.connect(self._take)
        self.finder.passed.connect(self.everybody)
        self.form.given.connect(self.ask_again)
        self.form.left.connect(self.ask_again)
        self.form.card_wanted.connect(self._begin_card_for)
        self.card_form.asked.connect(self.ask_again)
        self.card_form.left.connect(self.ask_again)
        self.new_person.made.connect(lambda mens: self._begin(Asked(professional=mens)))
        self.new_person.left.connect(self.ask_again)
        self.previous.change_wanted.connect(self._begin_from_before)
        self.previous.finished.connect(self.ask_again)

    def clear(self) -> None:
        """Another casus: nothing of the last one."""
        self.previous.clear()
        self.finder.clear()
        self._put_away()

    def _put_away(self) -> None:
        for part in self._busy:
            part.hide()

    def read(self, punt: Bespreking) -> None:
        """The seats as they are now; what was typed stays."""
        open_ = self._editable and not punt.afgerond and self.session.may("deelname.toelaten")
        found = seats(self.session, punt)
        self._read_rows(found, editable=open_)
        self._read_cards(cards(self.session, punt), editable=open_)
        self.nobody.setVisible(not found)
        overleg = self.session.haal(Overleg, punt.overleg)
        chair = facts.who(self.session, overleg.voorzitter) if overleg else ""
        self.chair.setText(self.tr("Zit bij elke casus: {chair}.").format(chair=chair))
        if not open_:
            self._put_away()
            self.previous.hide()
        elif not self.form.isHidden():
            self.form.read(punt)
            self.previous.hide()
        elif not self.card_form.isHidden():
            self.previous.hide()
        else:
            self.previous.read(punt)
        busy = not all(part.isHidden() for part in self._busy)
        self._asking.setVisible(open_ and not busy)
        self.finder.look_again()

    def _read_rows(self, found: tuple[Deelname, ...], *, editable: bool) -> None:
        wanted = {stoel.professional: stoel for stoel in found}
        for professional, row in list(self.rows.items()):
            if not row.shows(wanted.get(professional), editable=editable):
                row.hide()
                row.deleteLater()
                del self.rows[professional]
        for place, (professional, stoel) in enumerate(wanted.items()):
            if professional not in self.rows:
                self.rows[professional] = SeatRow(self.desk, stoel, editable=editable)
                self._list.insertWidget(place, self.rows[professional])

    def _read_cards(self, found: list[Vraagkaart], *, editable: bool) -> None:
        wanted = {kaart.id: kaart for kaart in found}
        for id_, row in list(self.card_rows.items()):
            if row.kaart != wanted.get(id_) or row.editable is not editable:
                row.hide()
                row.deleteLater()
                del self.card_rows[id_]
        for place, (id_, kaart) in enumerate(wanted.items()):
            if id_ not in self.card_rows:
                self.card_rows[id_] = CardRow(self.desk, kaart, editable=editable)
                self._cards.insertWidget(place, self.card_rows[id_])

    # --- asking ---

    def _find(self, typed: str) -> list[Found]:
        return candidates.found(self.session, self.punt, typed) if self.punt else []

    def _take(self, taken: str) -> None:
        kind, key = candidates.choice(taken)
        if kind == "mens":
            self._begin(Asked(professional=key))
        elif kind == "kaart":
            self._begin_card(key)
        elif kind == "nieuw":
            self._asking.hide()
            self.new_person.show()
            self.new_person.begin(key)
            bring_into_view(self.new_person)
        else:
            self.desk.open_act("partij.registreren")

    def _begin(self, asked: Asked) -> None:
        if self.punt is None:
            return
        self._before = False
        self._asking.hide()
        self.previous.hide()
        self._put_away()
        self.form.show()
        self.form.begin(self.punt, asked)
        bring_into_view(self.form)

    def _begin_card_for(self, professional: str) -> None:
        mens = self.session.haal(Professional, professional)
        self._begin_card(mens.partij if mens else "", professional)

    def _begin_card(self, partij: str, professional: str = "") -> None:
        if self.punt is None:
            return
        self._asking.hide()
        self.previous.hide()
        self._put_away()
        self.card_form.show()
        self.card_form.begin(self.punt, partij, professional)
        bring_into_view(self.card_form)

    def _begin_from_before(self, asked: Asked) -> None:
        self._begin(asked)
        self._before = True

    def ask_again(self) -> None:
        """Back to where one was: the next of last time, or the empty field."""
        self._put_away()
        if self.punt is not None:
            self.read(self.punt)
        if self._before:
            self.take_focus()
        else:
            self.finder.setFocus()
            bring_into_view(self._asking)

    def take_focus(self) -> None:
        """Where one goes on."""
        if not self.previous.isHidden():
            self.previous.yes_button.setFocus()
            bring_into_view(self.previous)
        elif not self._asking.isHidden():
            self.finder.setFocus()
            bring_into_view(self._asking)
