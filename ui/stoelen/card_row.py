"""One vraagkaart at a casus: the question, whether there is an answer, and its sheet."""

from PySide6.QtWidgets import QWidget

from casus_app.domein.overleg import Bespreking
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.handelingen.vraagkaart import VraagkaartIntrekken, VraagkaartMaken
from ui import reading
from ui.desk import Desk
from ui.session import Session
from ui.stoelen import facts
from ui.texts import short_day
from ui.widgets.ask_line import AskLine
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import framed, horizontal, vertical
from ui.widgets.plain_label import PlainLabel


def cards(session: Session, punt: Bespreking) -> list[Vraagkaart]:
    """The questions that stand, answered or not, in the order in which they were asked."""
    found = session.zoek(Vraagkaart, overleg=punt.overleg, casus=punt.casus)
    return [kaart for kaart in found if kaart.ingetrokken_op is None]


class CardRow(QWidget):
    """Beside the seats, and plainly not one."""

    def __init__(self, desk: Desk, kaart: Vraagkaart, *, editable: bool) -> None:
        super().__init__()
        self._desk = desk
        self.kaart = kaart
        self.editable = editable
        session = desk.session
        who = facts.who(session, kaart.professional)
        partij = reading.partij_van(session, kaart.professional)
        if kaart.beantwoord:
            state = self.tr("✓ antwoord {day}").format(day=short_day(kaart.beantwoord_op))
        else:
            state = self.tr("antwoord uiterlijk {day}").format(day=short_day(kaart.uiterlijk))
        tag = PlainLabel(state, kind="tag", tone="good" if kaart.beantwoord else "", wrap=False)
        first = horizontal(
            PlainLabel(self.tr("Vraagkaart · {who}").format(who=who), kind="strong"), tag
        )
        first.setStretch(0, 1)
        under = PlainLabel(partij.naam if partij else "", kind="small")
        self._column = vertical(
            first, under, PlainLabel(kaart.vraag), self._buttons(kaart, who), gap=2
        )
        self._column.setContentsMargins(12, 8, 12, 8)
        self.reason = AskLine(
            self.tr("Waarom is deze vraag niet meer nodig?"), self.tr("Vraagkaart intrekken")
        )
        self.reason.hide()
        self.reason.said.connect(self._take)
        self.reason.dropped.connect(self.reason.hide)
        self._column.addWidget(self.reason)
        self.setLayout(vertical(framed("card", self._column)))

    def _buttons(self, kaart: Vraagkaart, who: str) -> QWidget:
        made = []
        if self.editable and kaart.wacht:
            made.append(
                button(
                    self.tr("Blad maken…"),
                    self.make_sheet,
                    name=self.tr("Blad met de vraag aan {who} maken").format(who=who),
                )
            )
            made.append(
                button(
                    self.tr("Antwoord invullen…"),
                    self.answer,
                    name=self.tr("Antwoord van {who} invullen").format(who=who),
                )
            )
        if self.editable:
            made.append(
                button(
                    self.tr("Intrekken…"),
                    self.ask,
                    kind="quiet",
                    name=self.tr("Vraag aan {who} intrekken").format(who=who),
                )
            )
        return Line(*made)

    def make_sheet(self) -> None:
        """The paper for who answers."""
        self._desk.exporter.ask_folder(self.window(), [VraagkaartMaken(vraagkaart=self.kaart.id)])

    def answer(self) -> None:
        """What was answered, with the same rules as at the table."""
        self._desk.open_act("vraagkaart.beantwoorden", {"vraagkaart": self.kaart.id})

    def ask(self) -> None:
        """Why this question goes."""
        self.reason.show()
        self.reason.setFocus()

    def _take(self, reden: str) -> None:
        tried = VraagkaartIntrekken(vraagkaart=self.kaart.id, reden=reden)
        self._desk.perform_after_asking(tried, self.reason.notice)
