"""Akkoord per person: the number of the seat; who does not agree can say why."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from casus_app.domein.overleg import Bespreking
from casus_app.domein.tafel import Akkoord, SoortAkkoord
from casus_app.handelingen.tafel import AkkoordGeven
from ui.desk import Desk
from ui.forms.composite import labelled
from ui.forms.editors import LineEditor
from ui.tafel.digits import SeatDigits
from ui.tafel.seats import TableSeat, table_seats
from ui.texts import counted
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import card, empty, holder, horizontal, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel, Tone
from ui.widgets.row_button import RowButton


class AkkoordList(QWidget):
    """It is offered and never asked for: it keeps nothing from closing."""

    def __init__(self, desk: Desk, notice: Notice) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self._notice = notice
        self._punt: Bespreking | None = None
        self._digits = SeatDigits()
        self._against = ""
        """Who is saying why not."""
        self.seats: list[TableSeat] = []
        self.buttons: dict[str, QPushButton] = {}
        self.remark = LineEditor(self.tr("Opmerking"))
        self.count = PlainLabel(kind="soft")
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self.all_button = button(self.tr("&Iedereen is akkoord"), self.all_agree)
        self.remark_title = PlainLabel(kind="strong")
        self.remark_part = holder(
            vertical(
                self.remark_title,
                labelled(
                    self.tr("Opmerking"),
                    self.remark,
                    self.tr("Kort, of leeg. Zij verdwijnt bij het vaststellen."),
                ),
                Line(
                    button(self.tr("Zo opschrijven (Enter)"), self._disagree),
                    button(self.tr("Toch niet"), self._leave_remark),
                ),
            )
        )
        self.remark_part.hide()
        self.remark.edit.returnPressed.connect(self._disagree)
        away = QShortcut(QKeySequence("Esc"), self.remark_part)
        away.setWhatsThis(self.tr("Toch geen opmerking"))
        away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        away.activated.connect(self._leave_remark)
        ask = PlainLabel(
            self.tr("Vraag het rond. Druk het nummer van wie akkoord is."), kind="soft"
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(
            card(
                ask,
                holder(self._rows),
                self.remark_part,
                Line(self.all_button),
                self.count,
                title=self.tr("Is ieder akkoord?"),
            )
        )
        outer.addStretch(1)

    def clear(self) -> None:
        """Nothing typed for the last casus may stay."""
        self._punt = None
        self._against = ""
        self.remark.set_value(None)
        self.remark_title.setText("")
        self.remark_part.hide()
        self.seats, self.buttons = [], {}
        self.count.setText("")
        empty(self._rows)

    def read(self, punt: Bespreking) -> None:
        """Everybody who is in the room, and what each of them said."""
        focused = next((who for who, made in self.buttons.items() if made.hasFocus()), "")
        nodded = self.all_button.hasFocus()
        self._punt = punt
        empty(self._rows)
        self.seats = [seat for seat in table_seats(self._session, punt) if seat.present]
        self.buttons = {}
        said = self._said()
        for seat in self.seats:
            agree, against = self._row(seat, said.get(seat.professional))
            line = horizontal(agree, against, gap=8)
            line.setStretch(0, 1)
            self._rows.addLayout(line)
            for made in (agree, against):
                made.show()  # Qt would do it a moment later, and the cursor is on its way now
        left = sum(seat.professional not in said for seat in self.seats)
        what = counted(left, self.tr("persoon"), self.tr("personen"))
        done = self.tr("Ieder heeft iets gezegd.")
        self.count.setText(self.tr("Nog niet gevraagd: {n}.").format(n=what) if left else done)
        if nodded and not left:  # Qt would go on to the key that closes
            focused = next(iter(self.buttons), "")
        self.all_button.setVisible(bool(left))
        if focused in self.buttons:
            self.buttons[focused].setFocus()

    def _said(self) -> dict[str, Akkoord]:
        if self._punt is None:
            return {}
        where = {"overleg": self._punt.overleg, "casus": self._punt.casus}
        return {one.professional: one for one in self._session.zoek(Akkoord, **where)}

    def _row(self, seat: TableSeat, said: Akkoord | None) -> tuple[QPushButton, QPushButton]:
        agrees = said is not None and said.soort is SoortAkkoord.AKKOORD
        mark, state = "○", self.tr("nog niet gevraagd")
        if said is not None:
            mark, state = ("✓", "akkoord") if agrees else ("✕", "niet akkoord")
        tone: Tone = "good" if agrees else "warn" if said else ""
        made = RowButton(
            f"{mark}\u00a0\u00a0{seat.number}\u00a0{seat.functie}",
            said.opmerking if said else "",
            ((state, tone),),
            partial(self.toggle, seat.professional),
        )
        parts = (f"{seat.number} {seat.functie}", said.opmerking if said else "", state)
        made.setAccessibleName(", ".join(part for part in parts if part))
        self.buttons[seat.professional] = made
        against = button(
            self.tr("Niet akkoord…"),
            partial(self.ask_why, seat.professional),
            kind="quiet",
            name=self.tr("{who}: niet akkoord").format(who=seat.functie),
        )
        return made, against

    # --- saying it ---

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """The number of a seat, while the keyboard is in this list (WCAG 2.1.4)."""
        digit = event.key() - Qt.Key.Key_0
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and digit in range(10):
            number = self._digits.press(digit, [seat.number for seat in self.seats])
            wanted = self._digits.pending if number is None else number
            seat = next((seat for seat in self.seats if seat.number == wanted), None)
            if seat is None:
                text = self.tr("Op stoel {n} zit nu niemand die hier is.").format(n=wanted)
                self._notice.say(text, tone="warn")
                return
            self.buttons[seat.professional].setFocus()
            if number is not None:
                self.toggle(seat.professional)
            return
        self._digits.forget()
        super().keyPressEvent(event)

    def toggle(self, professional: str) -> None:
        """Akkoord; or nothing said yet, when it was a mistake."""
        said = self._said().get(professional)
        agrees = said is not None and said.soort is SoortAkkoord.AKKOORD
        self._say(professional, "" if agrees else SoortAkkoord.AKKOORD)

    def all_agree(self) -> None:
        """Everybody who has said nothing yet nods."""
        said = self._said()
        for seat in list(self.seats):
            if seat.professional not in said:
                self._say(seat.professional, SoortAkkoord.AKKOORD)

    def ask_why(self, professional: str) -> None:
        """Not akkoord: a short remark, where somebody wants one."""
        seat = next(seat for seat in self.seats if seat.professional == professional)
        self._against = professional
        self.remark_title.setText(
            self.tr("{n} {who}: niet akkoord").format(n=seat.number, who=seat.functie)
        )
        said = self._said().get(professional)
        self.remark.set_value(said.opmerking if said else None)
        self.remark_part.show()
        self.remark.setFocus()

    def _disagree(self) -> None:
        who = self._against
        text = str(self.remark.value() or "")
        if who and self._say(who, SoortAkkoord.NIET, text):
            self._leave_remark()

    def _leave_remark(self) -> None:
        who, self._against = self._against, ""
        self.remark.set_value(None)
        self.remark_part.hide()
        if who in self.buttons:
            self.buttons[who].setFocus()

    def _say(self, professional: str, akkoord: str, opmerking: str = "") -> bool:
        if self._punt is None:
            return False
        return self._desk.perform(
            AkkoordGeven(
                overleg=self._punt.overleg,
                casus=self._punt.casus,
                professional=professional,
                akkoord=akkoord,
                opmerking=opmerking,
            ),
            self._notice,
        )
