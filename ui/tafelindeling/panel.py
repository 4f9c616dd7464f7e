"""The tafelindeling on the page of an overleg: the picture, what one can do, and the list."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from casus_app.domein.overleg import Overleg
from casus_app.domein.tafelorde import Venster
from casus_app.handelingen.volgorde import OverlegOrdenen
from ui.desk import Desk
from ui.tafelindeling.arrangement import Arrangement
from ui.tafelindeling.availability import Availability
from ui.tafelindeling.drawing import Drawing
from ui.tafelindeling.pause import PauseAsk
from ui.tafelindeling.people_table import PeopleTable
from ui.tafelindeling.plan import read_plan, total_in_words
from ui.texts import clock, counted
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import Columns, bring_into_view, card, holder, vertical
from ui.widgets.notice import Notice, announce
from ui.widgets.plain_label import PlainLabel, literal


class Tafelindeling(QWidget):
    """Stays when the page reads again: pins, times and the keyboard stay where they were.

    A move is done by `overleg.ordenen` with every casus on its place, the shortest waiting by the
    same act with only the pins; so nothing but an act changes the kluis. Pins and availability
    are given to the act and last as long as this page: the kluis has no place for them yet.
    """

    def __init__(self, desk: Desk, overleg: Overleg) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self.arrangement = Arrangement(overleg.id, read_plan(desk.session, overleg))
        editable = desk.session.may(OverlegOrdenen.NAAM)
        self.notice = Notice()
        self.total = PlainLabel(kind="title")
        self.change = PlainLabel(kind="soft")
        self.chosen = PlainLabel(kind="soft")
        self.drawing = Drawing(self.arrangement, editable=editable)
        self.availability = Availability()
        self.pause = PauseAsk()
        self.table = PeopleTable()
        self.shortest = button(self.tr("Kortste &wachttijd"), self.order, kind="primary")
        self.earlier = button(self.tr("‹ Eerder"), lambda: self._step(-1))
        self.later = button(self.tr("Later ›"), lambda: self._step(1))
        self.pin = button(self.tr("Vastzetten"), self.toggle_pin)
        self.times = button(self.tr("Tijden…"), self.ask_times)
        self._no_rest = self.tr("Pauze erna…")
        self.rest = button(self._no_rest, self.ask_pause)
        self.keep_button = button(self.tr("Zo bewaren"), self.keep, kind="primary")
        self.back_button = button(self.tr("Terugzetten"), self.go_back)
        moving = (self.shortest, self.earlier, self.later, self.pin)
        self._editing = (*moving, self.rest, self.times)
        self.keys = PlainLabel(
            self.tr(
                "Pijlen kiezen een casus of iemand, Alt+pijl verplaatst, P zet vast, R maakt een "
                "pauze erna, T is voor de tijden. Enter bewaart wat u verplaatste, en zoekt "
                "anders de kortste wachttijd. Esc zet terug."
            ),
            kind="small",
        )
        self.setLayout(
            vertical(
                self.notice,
                Columns(
                    (holder(vertical(self.total, self.change, gap=0)), 1),
                    (Line(*self._editing, self.keep_button, self.back_button), 2),
                    ems=100,
                ),
                card(self.drawing, self.chosen, self.pause, self.availability, self.keys),
                PlainLabel(self.tr("Per persoon"), kind="heading"),
                self.table,
                gap=12,
            )
        )
        if not editable:
            for made in (*self._editing, self.keys):
                made.hide()
        self.drawing.touched.connect(self._on_touched)
        self.drawing.keep_asked.connect(self.keep)
        self.drawing.back_asked.connect(self.go_back)
        self.drawing.shortest_asked.connect(self.order)
        self.drawing.pin_asked.connect(self.toggle_pin)
        self.drawing.times_asked.connect(self.ask_times)
        self.drawing.pause_asked.connect(self.ask_pause)
        self.pause.given.connect(self._on_pause)
        self.pause.closed.connect(self._to_the_drawing)
        self.table.times_asked.connect(self._ask_times_of)
        self.availability.given.connect(self._on_given)
        self.availability.closed.connect(self._to_the_drawing)
        self._tell()

    def read_again(self, overleg: Overleg) -> None:
        """The kluis changed."""
        self.arrangement.read_again(read_plan(self._session, overleg))
        self.drawing.look_again(moving=True)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Another text size: the table is as high as its rows."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "table"):
            self._tell()

    # --- doing ---

    def order(self) -> None:
        """The shortest waiting, around the pins and within the times."""
        self.arrangement.forget_draft()
        self._desk.perform(self.arrangement.shortest(), self.notice)
        self._show_again()

    def keep(self) -> None:
        """The order as it is drawn; refused, the picture goes back to what is kept."""
        casus, place = self.arrangement.casus, self.arrangement.place
        with self._desk.messages.shown_in(self.notice):
            done = self._session.perform(self.arrangement.keep())
        if done:
            text = self.tr("{casus} staat nu op plek {place}.").format(casus=casus, place=place)
            self._desk.messages.tell(f"{text} {total_in_words(self.arrangement.plan.waiting)}.")
        self.arrangement.forget_draft()
        self._show_again()

    def go_back(self) -> None:
        """As it is in the kluis."""
        self.arrangement.forget_draft()
        self._show_again()

    def toggle_pin(self) -> None:
        """Holds the chosen casus on its place, or lets go."""
        if self.arrangement.casus:
            self.arrangement.toggle_pin()
            self._show_again(moving=False)

    def ask_pause(self) -> None:
        """How long the pause after the chosen casus is."""
        arrangement = self.arrangement
        if arrangement.place and arrangement.place < len(arrangement.plan.codes):
            self.availability.hide()
            self.pause.ask(arrangement.casus, arrangement.shown.break_after(arrangement.place))
        else:
            text = self.tr("Na de laatste casus is geen pauze nodig. Kies een eerdere casus.")
            self.notice.say(text)

    def _on_pause(self, minutes: int) -> None:
        arrangement = self.arrangement
        if minutes != arrangement.shown.break_after(arrangement.place):
            self._desk.perform(arrangement.pause(arrangement.place, minutes), self.notice)
        self._to_the_drawing()

    def ask_times(self) -> None:
        """When the chosen person can be there."""
        self._ask_times_of(self.arrangement.mens)

    def _ask_times_of(self, wie: str) -> None:
        found = [mens for mens in self.arrangement.plan.mensen if mens.id == wie]
        if found and not self.times.isHidden():
            self.arrangement.mens = wie
            self.pause.hide()
            self.drawing.update()
            self.availability.ask(found[0], self.arrangement.windows.get(wie))

    def _on_given(self, venster: Venster | None) -> None:
        if venster is None:
            self.arrangement.windows.pop(self.arrangement.mens, None)
        else:
            self.arrangement.windows[self.arrangement.mens] = venster
        self._show_again(moving=False)
        self._to_the_drawing()

    def _to_the_drawing(self) -> None:
        """With the waiting in sight: a question under a long drawing scrolled it away."""
        self.drawing.setFocus()
        bring_into_view(self.total)

    def _step(self, step: int) -> None:
        if self.arrangement.step(step):
            self._show_again()

    # --- showing ---

    def _show_again(self, *, moving: bool = True) -> None:
        self.drawing.look_again(moving=moving)
        self._on_touched()

    def _on_touched(self) -> None:
        self._tell()
        said = self.chosen.text()
        if self.arrangement.draft is not None:
            said = f"{said} {self.total.text()}. {self.change.text()}"
        announce(self.drawing, said)

    def _tell(self) -> None:
        arrangement = self.arrangement
        shown, draft = arrangement.shown, arrangement.draft is not None
        self.total.setText(total_in_words(shown.waiting))
        self.change.setText(self._change(shown.waiting - arrangement.plan.waiting, draft=draft))
        self.chosen.setText(self._about_chosen())
        self.table.fill(shown, arrangement.windows)
        pinned = arrangement.casus in arrangement.pins
        self.pin.setText(self.tr("Losmaken") if pinned else self.tr("Vastzetten"))
        act = self.tr("{casus} losmaken") if pinned else self.tr("{casus} vastzetten")
        self.pin.setAccessibleName(act.format(casus=arrangement.casus))
        rest = shown.break_after(arrangement.place)
        self.rest.setText(self.tr("Pauze van {n} min…").format(n=rest) if rest else self._no_rest)
        mens = next((m.naam for m in shown.mensen if m.id == arrangement.mens), "")
        self.rest.setAccessibleName(self.tr("Pauze na {casus}").format(casus=arrangement.casus))
        self.times.setText(self.tr("Tijden van {naam}…").format(naam=literal(mens)))
        self.keep_button.setVisible(draft)
        self.back_button.setVisible(draft)

    def _change(self, minutes: int, *, draft: bool) -> str:
        if not draft:
            begin, end = clock(self.arrangement.plan.begin), clock(self.arrangement.plan.end)
            return self.tr("Van {begin} tot {end}").format(begin=begin, end=end)
        if minutes == 0:
            return self.tr("Nog niet bewaard; evenveel als nu")
        text = self.tr("Nog niet bewaard; {n} meer dan nu")
        if minutes < 0:
            text = self.tr("Nog niet bewaard; {n} minder dan nu")
        return text.format(n=counted(abs(minutes), "minuut", "minuten"))

    def _about_chosen(self) -> str:
        arrangement = self.arrangement
        for place, (punt, now) in enumerate(arrangement.shown.begins(), start=1):
            if punt.casus == arrangement.casus:
                text = self.tr("{casus}: plek {place} van {n}, {begin}–{end}, {who}").format(
                    casus=punt.casus,
                    place=place,
                    n=len(arrangement.plan.punten),
                    begin=clock(now),
                    end=clock(now + punt.tafel.minuten),
                    who=counted(len(punt.tafel.professionals), "mens nodig", "mensen nodig"),
                )
                if not punt.moves:
                    return self.tr("{text}. Was al aan tafel en blijft staan.").format(text=text)
                if punt.casus in arrangement.pins:
                    return self.tr("{text}. Staat vast.").format(text=text)
                return f"{text}."
        return ""
