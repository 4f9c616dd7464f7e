"""The decision: what, who to turn to, and when to look whether it works."""

from PySide6.QtCore import Signal

from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, SoortBespreking, Stand
from ui import reading
from ui.desk import Desk
from ui.dossier.inline_form import Ask, InlineForm
from ui.forms.editors import ChoiceEditor, DateEditor, LineEditor, TextEditor
from ui.panels.panel import Panel
from ui.tafel.seats import table_seats
from ui.texts import day, sentence
from ui.widgets.buttons import button
from ui.widgets.layout import card, empty, horizontal, vertical
from ui.widgets.picker import Option
from ui.widgets.plain_label import PlainLabel


class BesluitPanel(Panel):
    """What was decided stands above the form; deciding again replaces it."""

    form_opened = Signal(object)
    """The `InlineForm` of the besluit, each time there is a new one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        tr = self.tr
        self.decided = PlainLabel()
        self.sheet = card(self.decided, title=tr("Het besluit"))
        self.form: InlineForm | None = None
        self._under = vertical()
        self.weging = card(
            PlainLabel(tr("Een weging eindigt niet met een besluit, maar met de uitkomst.")),
            horizontal(button(tr("Casus &wegen…"), self._weigh, kind="primary"), None),
        )
        for part in (self.sheet, self.weging):
            self.column.addWidget(part)
        self.column.addLayout(self._under)
        self.column.addStretch(1)

    def clear(self) -> None:
        """Nothing typed for the last casus may stay."""
        empty(self._under)
        self.form = None

    def forget(self) -> None:
        """Nothing that was shown of it may stay."""
        super().forget()
        self.decided.setText("")

    def read(self, punt: Bespreking) -> None:
        """Shows what is decided, and a form while it is at the table."""
        is_open = punt.stand is Stand.OPEN
        weging = punt.soort is SoortBespreking.WEGING
        self.weging.setVisible(is_open and weging)
        self.sheet.setVisible(bool(punt.besluit or punt.reden_doorgeschoven) or not is_open)
        self.decided.setText("\n".join(self._lines(punt)))
        if not is_open or weging:
            self.clear()
        elif self.form is None:
            self._open_form(punt)
        else:
            self.form.editor("aanspreekpunt").offer(self._people(punt))

    def _lines(self, punt: Bespreking) -> list[str]:
        if punt.reden_doorgeschoven:
            return [self.tr("Doorgeschoven: {why}").format(why=punt.reden_doorgeschoven)]
        if not punt.besluit:
            return [self.tr("Er is niets besloten.")]
        lines = [
            punt.besluit,
            self.tr("Aanspreekpunt: {who}").format(
                who=reading.wie(self.session, punt.aanspreekpunt)
            ),
            self.tr("Evaluatie: {day}").format(day=day(punt.evaluatie_op)),
        ]
        if punt.klaar_als:
            lines.append(self.tr("Klaar als: {text}").format(text=sentence(punt.klaar_als)))
        return lines

    def _open_form(self, punt: Bespreking) -> None:
        tr = self.tr
        rows = (
            (Ask("besluit", TextEditor(tr("Besluit"), lines=2), help=tr("In één zin.")),),
            (
                Ask(
                    "aanspreekpunt",
                    ChoiceEditor(tr("Aanspreekpunt"), self._people(punt)),
                    help=tr("Typ het nummer van de stoel."),
                ),
                Ask(
                    "evaluatie_op",
                    DateEditor(tr("Evaluatie op"), self.session.vandaag()),
                    help=tr("Bijvoorbeeld: over 6 weken."),
                ),
            ),
            (Ask("klaar_als", LineEditor(tr("Klaar als")), help=tr("Mag leeg blijven.")),),
        )
        known = {"overleg": punt.overleg, "casus": punt.casus}
        submit = tr("Besluit &vastleggen (Ctrl+Enter)")
        self.form = InlineForm(self.desk, "bespreking.besluiten", known, rows, submit=submit)
        self.form.leave_button.hide()
        self.form.done.connect(self._done)
        self._under.addWidget(card(self.form))
        self.form_opened.emit(self.form)

    def _people(self, punt: Bespreking) -> list[Option]:
        """Who sits at the table first, by number; then everybody else."""
        seats = table_seats(self.session, punt)
        here = {seat.professional for seat in seats}
        made = [
            Option(seat.professional, f"{seat.number} {seat.functie}, {seat.naam}")
            for seat in seats
        ]
        for mens in self.session.zoek(Professional):
            if mens.id not in here:
                note = self.tr("niet bij deze casus")
                made.append(Option(mens.id, mens.wie, note))
        return made

    def _done(self) -> None:
        self.clear()
        if self.punt is not None:
            self.read(self.punt)

    def _weigh(self) -> None:
        if self.punt is not None:
            self.desk.open_act("casus.wegen", {"casus": self.punt.casus})
