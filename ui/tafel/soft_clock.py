"""The soft clock: how long this casus has been at the table, and when all will be done."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from casus_app.domein.overleg import Bespreking, Overleg, Pauze
from casus_app.domein.tafel import Hamerstuk
from casus_app.regels.tempo import Tempo, tempo
from ui import reading
from ui.desk import Desk
from ui.tafel.staat import TafelStaat
from ui.tafelindeling.painting import tokens_of
from ui.texts import clock, listed
from ui.widgets.buttons import button
from ui.widgets.layout import holder, horizontal
from ui.widgets.plain_label import PlainLabel, Tone, literal

SECONDS = 15
"""How often it looks at the clock of the kluis; it never makes a sound."""
ALMOST = 0.8
"""From here on the time is almost up."""


class Pie(QWidget):
    """How much of the time is gone, as a shape."""

    def __init__(self) -> None:
        super().__init__()
        self.part = 0.0
        self.setAccessibleName("")

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As high as a line."""
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """A ring with a filled part; over time it is full."""
        tokens = tokens_of(QApplication.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - 4
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        colour = QColor(tokens.good if self.part < ALMOST else tokens.warn)
        if self.part > 1:
            colour = QColor(tokens.bad)
        painter.setPen(QPen(colour, 2))
        painter.drawEllipse(box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(box, 90 * 16, -round(360 * 16 * min(self.part, 1.0)))
        painter.end()


class SoftClock(QObject):
    """Colour and a word, and one sentence about the rest of the meeting; the head places both."""

    def __init__(self, desk: Desk, staat: TafelStaat, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = desk.session
        self._staat = staat
        self._late = ""
        self.pie = Pie()
        self.used = PlainLabel(kind="strong", wrap=False)
        self.word = PlainLabel(wrap=False)
        self.forecast = PlainLabel(kind="small")
        self.forecast.setMinimumWidth(120)
        self.move_on = button("", self._move_on, kind="quiet")
        self.used_line = holder(horizontal(self.pie, self.used, self.word, None, gap=8))
        rest = horizontal(self.forecast, self.move_on, gap=8)
        rest.setStretch(0, 1)
        self.rest_line = holder(rest)
        staat.read.connect(self.look)
        staat.gone.connect(self._forget)
        self._timer = QTimer(self)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self, _what: object = None) -> None:
        """Asks the clock of the kluis."""
        punt = self._staat.punt
        overleg = self._session.haal(Overleg, self._staat.key[0])
        if punt is None or overleg is None:
            return
        agenda = reading.agenda(self._session, overleg.id)
        pauzes = self._session.zoek(Pauze, overleg=overleg.id)
        stukken = {found.casus for found in self._session.zoek(Hamerstuk, overleg=overleg.id)}
        found = tempo(overleg, agenda, pauzes, stukken, self._session.nu())
        self._show_used(punt, found)
        self._show_rest(agenda, found)

    def _forget(self) -> None:
        self._late = ""
        for told in (self.used, self.word, self.forecast):
            told.setText("")
        self.move_on.setText("")

    def _show_used(self, punt: Bespreking, found: Tempo) -> None:
        is_open = self._staat.is_open
        for part in (self.pie, self.used, self.word):
            part.setVisible(is_open)
        text = self.tr("{n} van {m} min").format(n=found.gebruikt, m=punt.minuten)
        self.used.setText(text, spoken=self.tr("Klok: {text}").format(text=text))
        gone = found.gebruikt / punt.minuten
        if gone != self.pie.part:
            self.pie.part = gone
            self.pie.update()
        word, tone = in_words(found.gebruikt, punt.minuten)
        self.word.setText(word)
        self.word.set_tone(tone)

    def _show_rest(self, agenda: list[Bespreking], found: Tempo) -> None:
        text = self.tr("In dit tempo klaar om {time}").format(time=clock(found.klaar_om))
        late = [agenda[place - 1] for place in found.te_laat]
        waiting = [punt for punt in late if not punt.geopend_op]
        if late:
            names = listed([str(place) for place in found.te_laat])
            told = self.tr("{rest}; casus {n} haalt het niet")
            if len(late) > 1:
                told = self.tr("{rest}; de casussen {n} halen het niet")
            text = told.format(rest=text, n=names)
        self.forecast.setText(f"{text}.")
        self.forecast.set_tone("warn" if late else "")
        self._late = waiting[-1].casus if waiting else ""
        self.move_on.setText(self.tr("{casus} doorschuiven…").format(casus=literal(self._late)))
        self.move_on.setVisible(bool(self._late) and self._staat.is_open)

    def _move_on(self) -> None:
        known = {"overleg": self._staat.key[0], "casus": self._late}
        self._desk.open_act("bespreking.doorschuiven", known)


def in_words(used: int, planned: int) -> tuple[str, Tone]:
    """The colour never says it alone."""
    if used > planned:
        return "over tijd", "bad"
    return ("bijna om", "warn") if used >= ALMOST * planned else ("op tijd", "good")
