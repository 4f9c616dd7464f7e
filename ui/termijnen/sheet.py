"""One casus: when it is gone and why, what goes, what still goes on, and keeping it longer."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from casus_app.domein.casus import Casus, Fase
from casus_app.domein.mensen import Partij, Professional
from casus_app.regels.sterfdatum import Gaande
from ui.desk import Desk
from ui.dossier.inline_form import Ask, InlineForm
from ui.forms.editors import ManyEditor, NumberEditor, TextEditor
from ui.termijnen import words
from ui.termijnen.telling import counts, outside
from ui.texts import away, day, listed, sentence
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import bring_into_view, card, empty, vertical
from ui.widgets.picker import Option
from ui.widgets.plain_label import PlainLabel, Tone


class TermijnSheet(QWidget):
    """Reads again when something changes; a form that is open stays."""

    left = Signal()
    """Done, or not after all: one goes back to the list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self._casus: Casus | None = None
        self.form: InlineForm | None = None
        self._layout = vertical()
        self.setLayout(self._layout)

    def show_casus(self, casus: Casus | None, going_on: tuple[Gaande, ...]) -> None:
        """Another casus lets go of the form."""
        same = casus is not None and casus == self._casus
        if same and self.form is not None:
            return
        self._casus = casus
        self.form = None
        empty(self._layout)
        if casus is not None:
            self._layout.addWidget(card(*self._said(casus, going_on), *self._ways(casus)))
            self._layout.addStretch(1)

    def _said(self, casus: Casus, going_on: tuple[Gaande, ...]) -> list[QWidget]:
        today = self._session.vandaag()
        late = casus.vernietigen_op <= today
        tone: Tone = "bad" if late else ""
        mark = "▲" if late else "○"
        when = f"{mark} {away(casus.vernietigen_op, today)}"
        title = self.tr("{code}: alles weg op {day}")
        lines: list[QWidget] = [
            PlainLabel(when, kind="tag", tone=tone, wrap=False),
            PlainLabel(title.format(code=casus.id, day=day(casus.vernietigen_op)), kind="heading"),
            PlainLabel(sentence(casus.doel), kind="soft"),
            PlainLabel(words.why(self._session, casus), kind="small"),
        ]
        if said := words.reopened(self._session, casus):
            lines.append(PlainLabel(said, kind="small"))
        if going_on:
            text = self.tr("▲ Let op, er speelt nog iets: {what}. Kijk eerst of dit nog klopt.")
            what = listed([words.goes_on(one) for one in going_on])
            lines.append(PlainLabel(text.format(what=what), tone="warn"))
        lines.append(PlainLabel(self.tr("Wat er dan weggaat"), kind="strong"))
        lines.append(PlainLabel(counts(self._session, casus)))
        if text := outside(self._session, casus):
            lines.append(PlainLabel(self.tr("Wat buiten de kluis ligt"), kind="strong"))
            lines.append(PlainLabel(text))
        return lines

    def _ways(self, casus: Casus) -> list[QWidget]:
        known = {"casus": casus.id}
        made = []
        due = casus.vernietigen_op <= self._session.vandaag()
        ended = casus.fase in {Fase.AFGESLOTEN, Fase.NIET_IN_BEHANDELING}
        if (due or ended) and self._session.may("casus.vernietigen"):
            do = partial(self._desk.open_act, "casus.vernietigen", known)
            made.append(button(self.tr("&Vernietigen…"), do, kind="primary" if due else ""))
        if not ended and self._session.may("casus.verlengen"):
            made.append(button(self.tr("Langer be&waren…"), self.longer))
        if casus.fase is Fase.AFGESLOTEN and self._session.may("casus.heropenen"):
            do = partial(self._desk.open_act, "casus.heropenen", known)
            made.append(button(self.tr("Her&openen…"), do))
        dossier = partial(self._desk.dossier_asked.emit, casus.id)
        made.append(button(self.tr("Naar de &casus"), dossier, kind="quiet"))
        return [Line(*made)]

    def longer(self) -> None:
        """How long, why, and who agrees; the rules say what is missing."""
        if self._casus is None or self.form is not None:
            return
        needed = self._session.suppliers(self._casus.id)
        people = [
            Option(mens.id, mens.wie, partij.naam if partij else "")
            for mens in self._session.zoek(Professional)
            if mens.partij in needed
            for partij in (self._session.haal(Partij, mens.partij),)
        ]
        names = [found.naam for key in needed if (found := self._session.haal(Partij, key))]
        most = self._session.catalogus.kaders[self._casus.kader].verlenging_hoogstens_maanden
        rows = [
            (
                Ask(
                    "maanden",
                    NumberEditor(self.tr("Verlengen met"), self.tr("maanden")),
                    help=self.tr("Hoogstens {n} per keer (BGS 1.16).").format(n=most),
                ),
            ),
            (Ask("motivering", TextEditor(self.tr("Motivering"), lines=3)),),
        ]
        if people:
            help_ = self.tr("Van elke partij die iets inbracht iemand: {names}.")
            ask = ManyEditor(self.tr("Wie stemmen in"), people)
            rows.append((Ask("instemming", ask, help=help_.format(names=listed(sorted(names)))),))
        known = {"casus": self._casus.id}
        made = InlineForm(self._desk, "casus.verlengen", known, rows, submit=self.tr("Verlengen"))
        made.done.connect(self._close)
        made.left.connect(self._close)
        self.form = made
        empty(self._layout)
        title = self.tr("{code} langer bewaren").format(code=self._casus.id)
        self._layout.addWidget(card(made, title=title))
        self._layout.addStretch(1)
        QTimer.singleShot(0, made, made.begin)
        bring_into_view(made)

    def _close(self) -> None:
        casus = self._casus
        self.form, self._casus = None, None
        if casus is not None:
            fresh = self._session.haal(Casus, casus.id)
            self.show_casus(fresh, self._session.going_on().get(casus.id, ()))
        self.left.emit()
