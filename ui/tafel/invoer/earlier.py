"""What was agreed before about this casus and is still open: late first, one key each."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.overleg import Bespreking
from casus_app.handelingen.uitkomst import AfspraakBijwerken
from ui import reading
from ui.afspraken.reading import state
from ui.desk import Desk
from ui.panels.panel import Panel
from ui.tafel.invoer.key_cap import KeyCap
from ui.tafel.invoer.stamp import Cap
from ui.texts import short_day, word
from ui.widgets.flow import Line
from ui.widgets.layout import card, empty, vertical
from ui.widgets.plain_label import PlainLabel

STANDS = {
    "a": StandAfspraak.AFGEROND,
    "n": StandAfspraak.NIET_GEDAAN,
    "k": StandAfspraak.NIET_MEER_MOGELIJK,
    "o": StandAfspraak.OPEN,
}


class EarlierPanel(Panel):
    """The list; empty is not shown."""

    KEYS = (
        ("A, N, K, O", "Eerdere afspraak: afgerond, niet gedaan, kan niet meer, weer open"),
        ("↑, ↓", "Naar de vorige of volgende eerdere afspraak"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.rows: list[EarlierRow] = []
        self._inside = vertical()
        self.sheet = card(self._inside, title=self.tr("Eerder afgesproken"))
        self.column.addWidget(self.sheet)

    def clear(self) -> None:
        """Nothing of the last casus may stay."""
        empty(self._inside)
        self.rows = []

    def read(self, punt: Bespreking) -> None:
        """Open ones of earlier besprekingen, and those that were updated today."""
        here = next((row.afspraak.id for row in self.rows if row.hasFocus()), "")
        empty(self._inside)
        today = self.session.vandaag()
        found = [
            one
            for one in self.session.zoek(Afspraak, casus=punt.casus)
            if one.overleg != punt.overleg
            and (one.stand is StandAfspraak.OPEN or one.bijgewerkt_op == today)
        ]
        self.rows = [EarlierRow(self, one) for one in sorted(found, key=lambda o: o.uiterlijk)]
        for row in self.rows:
            self._inside.addWidget(row)
            if row.afspraak.id == here:  # Qt shows what is new a moment later
                QTimer.singleShot(0, row, row.take_focus)
        self.sheet.setVisible(bool(found))

    def say(self, afspraak: str, stand: StandAfspraak) -> None:
        """How it is with this one; Ctrl+Z turns it back."""
        self.desk.perform(AfspraakBijwerken(afspraak=afspraak, stand=stand), self.notice)

    def go_from(self, row: "EarlierRow", by: int) -> None:
        """The row above or below."""
        at = self.rows.index(row) + by
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus()


class EarlierRow(QFrame):
    """One afspraak; its letters work while it has the focus."""

    def __init__(self, panel: EarlierPanel, afspraak: Afspraak) -> None:
        super().__init__()
        self._panel = panel
        self.afspraak = afspraak
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        session = panel.session
        who = reading.functie(session, afspraak.uitvoerder)
        when = self.tr("{who} · uiterlijk {day}").format(
            who=who, day=short_day(afspraak.uiterlijk)
        )
        text, tone = state(afspraak, session.vandaag())
        self.setAccessibleName(f"{afspraak.wat}, {when}")
        self.setAccessibleDescription(text)
        ways: list[QWidget] = [PlainLabel(text, kind="tag", tone=tone, wrap=False)]
        for key, stand in STANDS.items():
            if stand is not afspraak.stand:
                cap = KeyCap(Cap(key, word(stand), stand.value, quiet=True))
                cap.clicked.connect(partial(panel.say, afspraak.id, stand))
                ways.append(cap)
        texts = (PlainLabel(afspraak.wat), PlainLabel(when, kind="small"))
        self.setLayout(vertical(*texts, Line(*ways), gap=2, margin=10))

    def take_focus(self) -> None:
        """The keys go on where they were."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """A letter says how it is; the arrows go to another one."""
        stand = STANDS.get(event.text().casefold())
        if stand is not None and not event.isAutoRepeat():
            self._panel.say(self.afspraak.id, stand)
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._panel.go_from(self, 1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)
