"""One afspraak in full, and what one can say about it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.handelingen.uitkomst import AfspraakBijwerken
from ui.afspraken.reading import Row, state
from ui.desk import Desk
from ui.texts import day, sentence
from ui.widgets.ask_line import AskLine
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import bring_into_view, card, empty, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel

GEDAAN = StandAfspraak.AFGEROND
NIET = StandAfspraak.NIET_GEDAAN
KAN_NIET = StandAfspraak.NIET_MEER_MOGELIJK


class AfspraakSheet(QWidget):
    """What was agreed, when and for which casus; with a line for the reason when one is asked."""

    left = Signal()
    """Said, or not after all: one goes back to the list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self._row: Row | None = None
        self._asking: StandAfspraak | None = None
        self.ask: AskLine | None = None
        self.notice = Notice()
        self._layout = vertical()
        self.setLayout(self._layout)

    def show_row(self, row: Row | None) -> None:
        """Another one lets go of the reason that was being typed."""
        same = row is not None and self._row is not None and row.afspraak == self._row.afspraak
        self._row = row
        if not (same and self._asking):
            self._asking = None
            self._show()

    def _show(self) -> None:
        empty(self._layout)
        self.ask = None
        self.notice = Notice()
        if self._row is None:
            return
        one, today = self._row.afspraak, self._session.vandaag()
        tag, tone = state(one, today)
        lines: list[QWidget] = [
            PlainLabel(tag, kind="tag", tone=tone, wrap=False),
            PlainLabel(one.wat, kind="heading"),
            PlainLabel(self._row.wie, kind="strong"),
        ]
        if self._row.partij:
            lines.append(PlainLabel(self._row.partij, kind="soft"))
        lines.append(PlainLabel(self.tr("Uiterlijk {day}").format(day=day(one.uiterlijk))))
        if one.klaar_als:
            lines.append(PlainLabel(self.tr("Klaar als: {text}").format(text=one.klaar_als)))
        if one.toelichting:
            lines.append(PlainLabel(self.tr("Want: {text}").format(text=one.toelichting)))
        if one.bijgewerkt_op:
            text = self.tr("Bijgewerkt op {day}").format(day=day(one.bijgewerkt_op))
            lines.append(PlainLabel(text, kind="small"))
        lines.append(PlainLabel(self._from(one), kind="small"))
        ways = self._asked() if self._asking else self._ways(one)
        self._layout.addWidget(card(*lines, *ways, self.notice))
        self._layout.addStretch(1)

    def _from(self, one: Afspraak) -> str:
        doel = sentence(self._row.doel) if self._row else ""
        return f"{one.casus} · {doel}"

    def _ways(self, one: Afspraak) -> list[QWidget]:
        made: list[QPushButton] = []
        if self._session.may("afspraak.bijwerken"):
            ways = (
                (GEDAAN, self.tr("✓ Ged&aan"), partial(self.say, GEDAAN)),
                (NIET, self.tr("✗ &Niet gedaan, want…"), partial(self.begin, NIET)),
                (KAN_NIET, self.tr("– Niet meer &mogelijk…"), partial(self.begin, KAN_NIET)),
                (StandAfspraak.OPEN, self.tr("○ &Weer open"), partial(self.say, one.stand.OPEN)),
            )
            made = [button(text, do) for stand, text, do in ways if stand is not one.stand]
        dossier = partial(self._desk.dossier_asked.emit, one.casus)
        made.append(button(self.tr("Naar de &casus"), dossier, kind="quiet"))
        return [Line(*made)]

    def _asked(self) -> list[QWidget]:
        label = self.tr("Waarom is het niet gedaan?")
        if self._asking is KAN_NIET:
            label = self.tr("Waarom kan het niet meer?")
        self.ask = AskLine(label, self.tr("Vastleggen"))
        self.ask.said.connect(self._reason)
        self.ask.dropped.connect(self.drop)
        return [self.ask]

    def begin(self, stand: StandAfspraak) -> None:
        """Asks why; one sentence and Enter."""
        self._asking = stand
        self._show()
        if self.ask is not None:
            self.ask.setFocus()
            bring_into_view(self)

    def drop(self) -> None:
        """Back to what can be said."""
        self._asking = None
        self._show()
        self.left.emit()

    def _reason(self, text: str) -> None:
        if self.ask is not None and not text.strip():
            self.ask.notice.say(self.tr("Schrijf in een paar woorden waarom."), tone="warn")
        elif self._asking is not None:
            self.say(self._asking, text.strip())

    def say(self, stand: StandAfspraak, reason: str = "") -> None:
        """How it stands now; can be undone."""
        if self._row is None:
            return
        act = AfspraakBijwerken(
            afspraak=self._row.afspraak.id, stand=stand.value, toelichting=reason
        )
        place = self.ask.notice if self.ask is not None else self.notice
        before, self._asking = self._asking, None
        if self._desk.perform(act, place):
            self.left.emit()
        else:
            self._asking = before
