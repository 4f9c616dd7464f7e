"""The meeneemronde: row by row, in the words to say aloud; nothing is the default."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent

from casus_app.domein.inbreng import Inbreng, Meeneming
from casus_app.domein.overleg import Bespreking, Stand
from ui.desk import Desk
from ui.panels.panel import Panel
from ui.tafel.digits import SeatDigits
from ui.tafel.meenemen.asking import AfspraakChoice, ConditionForm
from ui.tafel.meenemen.grid import FIRST, Grid, seats_line
from ui.tafel.meenemen.marks import legend
from ui.tafel.meenemen.matrix import Cell, Mark, Matrix, Row, ask_words, read_matrix, rest_words
from ui.tafel.meenemen.saying import Saying
from ui.tafel.seats import TableSeat
from ui.texts import counted
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import card, framed, holder, vertical
from ui.widgets.notice import announce
from ui.widgets.plain_label import PlainLabel


class MeenemenPanel(Panel):
    """The owner of a row says what leaves the room; the voorzitter only writes it down."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.matrix = Matrix((), ())
        self._saying = Saying(desk, self.notice)
        self._paused = False
        self._digits = SeatDigits()
        self._asked: tuple[Row, TableSeat, str] | None = None
        """What the condition is about: the row, who gets it, and the afspraak."""
        self.aloud = PlainLabel(kind="heading")
        self.grid = Grid()
        self.numbers = PlainLabel()
        self.explanation = PlainLabel()
        self.choice = AfspraakChoice()
        self.form = ConditionForm(desk)
        self.nobody_button = button(self.tr("Niemand (0)"), self._nobody_here)
        self.more_button = button(self.tr("Met een voorwaarde… (Enter)"), self.more)
        self.derde_button = button(self.tr("Na de rechtmatigheidstoets… (Enter)"), self.more)
        self.afspraak_button = button(self.tr("Afspraak maken… (Enter)"), self.more)
        self.rest = PlainLabel(kind="strong")
        self.rest_button = button("", self.nobody_for_the_rest)
        self.empty = PlainLabel(kind="soft")
        self.rest_part = holder(vertical(self.rest, Line(self.rest_button)))
        self.sheet = card(
            self.aloud,
            self.grid,
            self.numbers,
            self.explanation,
            Line(self.nobody_button, self.more_button, self.derde_button, self.afspraak_button),
            self.choice,
            self.form,
            self.rest_part,
            framed("rule"),
            legend(),
        )
        for part in (self.empty, self.sheet):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.grid.said.connect(self.say)
        self.grid.typed.connect(self._typed)
        self.grid.more.connect(self.more)
        self.grid.currentCellChanged.connect(self._moved)
        self.choice.left.connect(self._back_to_grid)
        self.form.left.connect(self._back_to_grid)
        self.choice.chosen.connect(self._chosen)
        self.form.said.connect(self._with_condition)
        self._with_form = False

    # --- what is shown ---

    def clear(self) -> None:
        """Nothing typed for the last casus may stay."""
        self.matrix = Matrix((), ())
        self.grid.show_matrix(self.matrix, {})
        for told in (self.numbers, self.rest):
            told.setText("")
        self.rest_button.setText("")
        self.rest_button.setAccessibleDescription("")
        self._close_questions()
        self._explain()

    def read(self, punt: Bespreking) -> None:
        """Asks the rules for every cell, but only while somebody looks."""
        told = self.session.zoek(Inbreng, overleg=punt.overleg, casus=punt.casus)
        shown = punt.stand is Stand.OPEN and any(deel.telt_mee for deel in told)
        if not shown:
            self.clear()
        self.sheet.setVisible(shown)
        self.empty.setVisible(not shown)
        waits = self.tr("Er ligt nog niets op tafel om over te beslissen.")
        over = self.tr("Deze bespreking is klaar. Wat mee mocht, staat onder Wat er ligt.")
        self.empty.setText(over if punt.afgerond else waits)
        if shown and self.isVisible() and not self._paused:
            self._fill(punt)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Asking the rules for every cell is only worth it when somebody looks."""
        super().showEvent(event)
        if self.punt is not None:
            self.read(self.punt)

    def _fill(self, punt: Bespreking) -> None:
        self.matrix = read_matrix(self.session, punt)
        told = (self.session.haal(Inbreng, row.inbreng) for row in self.matrix.rows)
        self.grid.show_matrix(self.matrix, {deel.id: deel.kern for deel in told if deel})
        self.numbers.setText(seats_line(self.matrix))
        self.numbers.setVisible(self.grid.numbers_only)
        left = len(self.matrix.waiting)
        self.rest_part.setVisible(bool(left))
        self.rest.setText(rest_words(self.matrix))
        what = counted(left, self.tr("gegeven"), self.tr("gegevens"))
        self.rest_button.setText(self.tr("Niemand voor de &rest: {what}").format(what=what))
        self.rest_button.setAccessibleDescription(self.rest.text())
        self._explain()

    @property
    def row(self) -> Row | None:
        """The row the keyboard is at."""
        number = self.grid.currentRow()
        return self.matrix.rows[number] if 0 <= number < len(self.matrix.rows) else None

    @property
    def seat(self) -> TableSeat | None:
        """The person of the column the keyboard is at."""
        number = self.grid.currentColumn() - FIRST
        return self.matrix.columns[number] if 0 <= number < len(self.matrix.columns) else None

    def _cell(self) -> Cell | None:
        return self.grid.cell(self.grid.currentRow(), self.grid.currentColumn())

    def _moved(self, *_where: int) -> None:
        self._explain()
        if self.row is not None:
            announce(self.aloud, self.aloud.text())

    def _explain(self) -> None:
        """Above: what to say. Below: what this cell means, and what can be done with it."""
        row, seat, cell = self.row, self.seat, self._cell()
        self.aloud.setText(ask_words(row, self.matrix) if row else "")
        parts = []
        if row is not None and seat is not None and cell is not None:
            parts.append(f"{seat.number} {seat.functie}: {cell.why}")
        elif row is not None and cell is not None:
            parts.append(cell.why)
        self.explanation.setText("\n".join(parts))
        mark = cell.mark if cell is not None and seat is not None else None
        lacks = mark is Mark.LATER or (
            mark is Mark.DERDE and cell is not None and not cell.afspraken
        )
        self.more_button.setVisible(mark in {Mark.HERE, Mark.MEE})
        self.derde_button.setVisible(mark is Mark.DERDE and not lacks)
        self.afspraak_button.setVisible(lacks)
        self.nobody_button.setVisible(row is not None and not row.blocked)

    # --- saying it ---

    def say(self, number: int, column: int) -> None:
        """On, or off again; in the column of niemand: nobody."""
        self._digits.forget()
        self._close_questions()
        cell = self.grid.cell(number, column)
        if cell is None or not 0 <= number < len(self.matrix.rows):
            return
        row = self.matrix.rows[number]
        if column < FIRST:
            self._nobody(row)
        elif cell.mark is Mark.MEE:
            self._take_back(row, self.matrix.columns[column - FIRST])
        elif cell.mark is Mark.HERE:
            self._allow(row, self.matrix.columns[column - FIRST], cell, with_form=False)
        else:
            self.notice.say(cell.why, tone="warn")

    def _typed(self, digit: int) -> None:
        """A seat by its number, or 0 for niemand."""
        number = self._digits.press(digit, [seat.number for seat in self.matrix.columns])
        if number is None:
            self._go_to_seat(self._digits.pending)
        elif number:
            self._say_seat(number)
        else:
            self._nobody_here()

    def _go_to_seat(self, number: int) -> bool:
        for column, seat in enumerate(self.matrix.columns, start=FIRST):
            if seat.number == number:
                self.grid.setCurrentCell(self.grid.currentRow(), column)
                return True
        return False

    def _say_seat(self, number: int) -> None:
        if self._go_to_seat(number):
            self.say(self.grid.currentRow(), self.grid.currentColumn())
        else:
            text = self.tr("Op stoel {n} zit nu niemand die hier is.").format(n=number)
            self.notice.say(text, tone="warn")

    def _nobody_here(self) -> None:
        if self.row is not None:
            self._close_questions()
            self._nobody(self.row)

    def _nobody(self, row: Row) -> None:
        if row.blocked:
            self.notice.say(row.blocked, tone="warn")
        elif self._saying.nobody(row):
            self._next_row()

    def _next_row(self) -> None:
        """The next owner who still has to be asked."""
        rows, now = self.matrix.rows, self.grid.currentRow()
        order = [*range(now + 1, len(rows)), *range(now)]
        following = next((n for n in order if rows[n].waits and not rows[n].blocked), None)
        if following is not None:
            self.grid.setCurrentCell(following, self.grid.currentColumn())

    def nobody_for_the_rest(self) -> None:
        """One key for all that is left; the words above it have been said aloud."""
        self._close_questions()
        self._paused = True
        try:
            said = [self._saying.nobody(row) for row in self.matrix.waiting]
        finally:
            self._paused = False
        if self.punt is not None:
            self.read(self.punt)
        if all(said) and any(row.waits for row in self.matrix.rows):
            self.notice.say(
                self.tr("Wat overblijft is van iemand die niet in de kamer is."), tone="warn"
            )
        self.grid.setFocus()

    def _allow(self, row: Row, seat: TableSeat, cell: Cell, *, with_form: bool) -> None:
        self._with_form = with_form
        self._asked = (row, seat, "")
        if len(cell.afspraken) > 1:
            self.choice.ask(seat.functie, cell.afspraken)
        elif cell.afspraken:
            self._chosen(cell.afspraken[0].id)

    def _chosen(self, afspraak: str) -> None:
        if self._asked is None:
            return
        row, seat, _ = self._asked
        self.choice.clear()
        if self._with_form:
            self._ask_condition(row, seat, afspraak, None)
            return
        self._asked = None
        mee = Meeneming(inbreng=row.inbreng, ontvanger=seat.professional, afspraak=afspraak)
        self._saying.allow(row, mee)
        self.grid.setFocus()

    def _take_back(self, row: Row, seat: TableSeat) -> None:
        others = self._others(row, seat)
        self._saying.again(row, others, seat.professional)

    def _others(self, row: Row, seat: TableSeat) -> list[Meeneming]:
        said = self.session.zoek(Meeneming, inbreng=row.inbreng)
        return [mee for mee in said if mee.ontvanger != seat.professional]

    # --- more about it ---

    def more(self) -> None:
        """A condition where it can go along; an afspraak where that is what is missing."""
        row, seat, cell = self.row, self.seat, self._cell()
        if row is None or cell is None:
            return
        self._close_questions()
        if seat is None:
            self.say(self.grid.currentRow(), self.grid.currentColumn())
        elif cell.mark is Mark.HERE or (cell.mark is Mark.DERDE and cell.afspraken):
            self._allow(row, seat, cell, with_form=True)
        elif cell.mark is Mark.MEE:
            self._asked = (row, seat, cell.mee[0].afspraak)
            self._ask_condition(row, seat, cell.mee[0].afspraak, cell.mee[0])
        elif cell.mark in {Mark.LATER, Mark.DERDE} and self.punt is not None:
            known = {
                "overleg": self.punt.overleg,
                "casus": self.punt.casus,
                "uitvoerder": seat.professional,
            }
            self.desk.open_act("afspraak.maken", known)
        else:
            self.notice.say(cell.why, tone="warn")

    def _ask_condition(
        self, row: Row, seat: TableSeat, afspraak: str, mee: Meeneming | None
    ) -> None:
        self._asked = (row, seat, afspraak)
        title = self.tr("{kind}, voor {who}").format(kind=row.kind, who=seat.functie)
        inbreng = self.session.haal(Inbreng, row.inbreng)
        casus = inbreng.casus if inbreng else ""
        tested = self.session.tested_first(casus, seat.professional)
        self.form.ask(title, mee, tested=tested)

    def _with_condition(self) -> None:
        if self._asked is None:
            return
        row, seat, afspraak = self._asked
        mee = Meeneming(
            inbreng=row.inbreng,
            ontvanger=seat.professional,
            afspraak=afspraak,
            voorwaarden=self.form.voorwaarden,
            bewaren_tot=self.form.tot.value(),
        )
        said = self.session.zoek(Meeneming, inbreng=row.inbreng)
        if any((one.ontvanger, one.afspraak) == (mee.ontvanger, mee.afspraak) for one in said):
            same = (mee.ontvanger, mee.afspraak)
            kept = [one for one in said if (one.ontvanger, one.afspraak) != same]
            done = self._saying.again(row, [*kept, mee], seat.professional)
        else:
            done = self._saying.allow(row, mee)
        if done:
            self._back_to_grid()

    def _close_questions(self) -> None:
        self._asked = None
        self.choice.clear()
        self.form.clear()

    def _back_to_grid(self) -> None:
        self._close_questions()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
