"""The agenda of an overleg: per casus when, about what, who is there, and what is in the way."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from casus_app.domein.casus import Casus
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.handelingen.volgorde import OverlegOrdenen
from ui import reading
from ui.desk import Desk
from ui.mends import MENDS
from ui.texts import listed, word
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.layout import card, framed, holder, horizontal, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel, literal
from ui.widgets.row_button import RowButton, Tag


class AgendaPart(QWidget):
    """Made anew whenever the kluis changed; `choose` opens the casus of a row."""

    def __init__(
        self, desk: Desk, overleg: Overleg, notice: Notice, choose: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self._overleg = overleg
        self._notice = notice
        self._choose = choose
        punten = reading.agenda(desk.session, overleg.id)
        if punten:
            rows = [
                self._punt(punt, time)
                for punt, time in reading.times(desk.session, overleg, punten)
            ]
            self.setLayout(vertical(self._head(punten), *rows, None))
        else:
            self.setLayout(vertical(self._nothing()))

    def _nothing(self) -> QFrame:
        step = partial(self._desk.open_act, "overleg.agenderen", {"overleg": self._overleg.id})
        return card(
            EmptyState(
                self.tr("De agenda is leeg"),
                self.tr("Zet een casus op de agenda, met een vraag en de tijd die ervoor is."),
                self.tr("Casus op de agenda…"),
                step,
            )
        )

    def _head(self, punten: list[Bespreking]) -> QWidget:
        minutes = sum(punt.minuten for punt in punten if punt.stand is not Stand.DOORGESCHOVEN)
        total = PlainLabel(
            self.tr("samen {n} minuten").format(n=minutes), kind="small", wrap=False
        )
        head = horizontal(PlainLabel(self.tr("Agenda"), kind="heading"), total, None)
        if not self._overleg.vastgesteld and len(punten) > 1:
            head.addWidget(
                button(
                    self.tr("Kortste &wachttijd"),
                    lambda: self._desk.perform(
                        OverlegOrdenen(overleg=self._overleg.id), self._notice
                    ),
                    name=self.tr("Zet de casussen in de volgorde met de minste wachttijd"),
                )
            )
        return holder(head)

    def _punt(self, punt: Bespreking, time: str) -> QFrame:
        tags: list[Tag] = [
            (self.tr("{n} min").format(n=punt.minuten), ""),
            (word(punt.stand), "good" if punt.stand is Stand.OPEN else ""),
        ]
        head = RowButton(
            f"{time}   {punt.casus}",
            punt.vraag,
            tags,
            partial(self._choose, punt.casus),
            flat=True,
        )
        who = [f"{seat.naam} ({seat.functie})" for seat in reading.seats(self._session, punt)]
        lines: list[QWidget] = [head, self._line(self.tr("Aan tafel"), listed(who))]
        if self._session.haal(Casus, punt.casus) is not None and not punt.afgerond:
            lines += [
                self._obstacle(code.melding, str(code.code), punt)
                for code in self._session.stops_opening(punt)
            ]
        return framed("card", vertical(*lines, gap=4, margin=4))

    def _line(self, label: str, text: str) -> QWidget:
        head = PlainLabel(label, kind="small", wrap=False)
        line = horizontal(head, PlainLabel(text, kind="small"), gap=8)
        line.setStretch(1, 1)
        line.setContentsMargins(16, 0, 16, 4)
        return holder(line)

    def _obstacle(self, text: str, code: str, punt: Bespreking) -> QWidget:
        parts: list[QWidget] = [PlainLabel(f"▲  {text}", tone="warn")]
        for handeling, verb in MENDS.get(code, ()):
            known = {"overleg": punt.overleg, "casus": punt.casus}
            name = self.tr("{act} bij {casus}").format(act=verb, casus=punt.casus)
            do = partial(self._desk.open_act, handeling, known)
            parts.append(button(literal(verb), do, name=name))
        line = horizontal(*parts)
        line.setStretch(0, 1)
        line.setContentsMargins(16, 0, 12, 4)
        return holder(line)
