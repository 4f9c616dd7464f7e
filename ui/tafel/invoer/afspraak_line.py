"""An afspraak in one line: who does what, by when, and when it is done."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from casus_app.domein.klad import Kladveld
from ui.desk import Desk
from ui.tafel.invoer.agreeing import DONE_WHEN, Understood, as_afspraak, understand
from ui.tafel.invoer.casus_help import CasusHelp
from ui.tafel.invoer.drafts import Draft
from ui.tafel.invoer.key_cap import KeyCap
from ui.tafel.invoer.stamp import Cap
from ui.tafel.staat import TafelStaat
from ui.widgets.ask_line import is_enter
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import empty, horizontal
from ui.widgets.notice import Notice, announce
from ui.widgets.plain_label import PlainLabel, literal
from ui.widgets.quiet_help import QuietHelp

DAYS = ("morgen", "over 1 week", "over 2 weken", "over 1 maand")
"""What the mouse can choose; typing knows much more."""

LONGEST = 48
"""So many letters of a part in a chip; the line itself has them all."""


class AfspraakLine(QWidget):
    """What was understood is drawn before Enter; what is missing is asked."""

    KEYS = (("Enter", "De afspraak maken"), ("Esc", "De regel leegmaken"))

    def __init__(self, desk: Desk, staat: TafelStaat, help_: CasusHelp) -> None:
        super().__init__()
        self._desk = desk
        self._staat = staat
        self._sure = False
        self._drawn: tuple[tuple[str, str, bool], ...] = ()
        self.question = PlainLabel(
            self.tr("Wie doet wat, uiterlijk wanneer, en klaar als?"), kind="strong"
        )
        self.said = PlainLabel(tone="warn")
        self.edit = QLineEdit()
        self.edit.setAccessibleName(self.tr("Afspraak"))
        self.edit.setAccessibleDescription(self.question.text())
        self.edit.setPlaceholderText(
            self.tr("3 huisbezoek brengen vr, klaar als de sleutel terug is")
        )
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._show)
        self.edit.textEdited.connect(self._typed)
        self.make_button = button(self.tr("&Afspreken"), self._enter, kind="primary")
        self.chips = [button("", partial(self._chip, n), kind="chip") for n in range(4)]
        self._chips = Line(*self.chips)
        self._people = Line()
        self.asked = PlainLabel(kind="soft")
        self.help = QuietHelp(self.edit, help_.look)
        self.notice = Notice()
        self.draft = Draft(staat, Kladveld.AFSPRAAK, self.edit.setText)
        head = horizontal(self.question, self.said, gap=16)
        head.setStretch(1, 1)
        field = horizontal(self.edit, self.make_button)
        field.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(field)
        for part in (self._chips, self.asked, self._people, self.help, self.notice):
            column.addWidget(part)
        self.setFocusProxy(self.edit)
        staat.casus_changed.connect(self._other_casus)
        staat.read.connect(self._show)
        staat.gone.connect(self._show)
        self._show()

    def read(self) -> Understood:
        """What the line says now."""
        return understand(self.edit.text(), self._staat.seats, self._desk.session.vandaag())

    # --- hearing ---

    def _other_casus(self) -> None:
        self.edit.clear()
        self.notice.clear()
        self._say("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Enter agrees, Escape clears."""
        press = event.type() == QEvent.Type.KeyPress and watched is self.edit
        if press and isinstance(event, QKeyEvent):
            sure, self._sure = self._sure, False
            if is_enter(event):
                self._enter()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._escape(sure=sure)
                return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        self.draft.keep(text)
        self._say("")

    # --- doing ---

    def _enter(self) -> None:
        """Agreed; or the first thing that is still to be asked."""
        punt = self._staat.punt
        if punt is None:
            return
        read = self.read()
        act = as_afspraak(self._desk.session, punt, read)
        self.edit.setFocus()
        if act is None:
            self._say(read.questions[0] if read.questions else self.question.text())
            return
        self.draft.used()
        if self._desk.perform(act, self.notice):
            self.edit.clear()
        else:
            self.draft.keep(self.edit.text())

    def _escape(self, *, sure: bool) -> None:
        if self.edit.text() and not sure:
            self._sure = True
            self._say(self.tr("Nog een keer Esc, en deze tekst is weg."))
            return
        self.notice.clear()
        self.edit.clear()
        self.draft.keep("")
        self._say("")

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
        if text:
            announce(self.edit, text)

    def _chip(self, number: int) -> None:
        """A click on a part: choose it, or go on typing there."""
        label = self.read().parts[number].label
        if label == "uiterlijk":
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for day in DAYS:
                menu.addAction(day).triggered.connect(partial(self._add, f" {day}"))
            chip = self.chips[number]
            menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))
        elif label == DONE_WHEN and not self.read().regel.klaar_als:
            self._add(f", {DONE_WHEN} ")
        self.edit.setFocus()

    def _add(self, words: str) -> None:
        self.edit.setFocus()
        self.edit.end(False)
        self.edit.insert(words if self.edit.text() else words.strip())

    def _begin_with(self, number: str) -> None:
        self.edit.setText(f"{number} {self.edit.text()}")
        self.draft.keep(self.edit.text())
        self.edit.setFocus()

    # --- showing ---

    def _show(self, _what: object = None) -> None:
        text = self.edit.text()
        read = self.read()
        self._chips.setVisible(bool(text))
        for chip, part in zip(self.chips, read.parts, strict=True):
            self._show_chip(chip, part.label, part.found, missing=part.missing)
        questions = " ".join(read.questions) if text else ""
        self.asked.setText(f"◆ {questions}" if questions else "")
        self.asked.setVisible(bool(questions))
        description = questions or self.question.text()
        self.edit.setAccessibleDescription(description)
        self._show_people(wanted=read.seat is None)

    def _show_chip(self, chip: QPushButton, label: str, found: str, *, missing: bool) -> None:
        mark = "?" if missing else ("✓" if found else "+")
        shown = found if len(found) <= LONGEST else f"{found[: LONGEST - 1]}…"
        chip.setText(literal(f"{mark} {label}: {shown}" if found else f"{mark} {label}"))
        state = self.tr("ontbreekt nog") if missing else found or self.tr("mag leeg blijven")
        chip.setAccessibleName(f"{label}: {state}")

    def _show_people(self, *, wanted: bool) -> None:
        layout = self._people.layout()
        seats = self._staat.seats if wanted else []
        here = tuple((str(seat.number), seat.functie, seat.present) for seat in seats)
        self._people.setVisible(bool(seats))
        if layout is None or here == self._drawn:
            return
        self._drawn = here
        empty(layout)
        for number, functie, present in here:
            note = "" if present else self.tr("niet in de kamer")
            made = KeyCap(Cap(number, functie, number, note))
            made.clicked.connect(partial(self._begin_with, number))
            layout.addWidget(made)
