"""The door: who may be here, who is here, and what must be said before it opens."""

from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from casus_app.domein.casus import Casus
from casus_app.domein.overleg import Bespreking, Stand
from casus_app.handelingen.bespreking import (
    BesprekingBinnenlaten,
    BesprekingOpenen,
    BesprekingUitlaten,
)
from ui import reading
from ui.desk import Desk
from ui.mends import MENDS, mend
from ui.panels.panel import Panel
from ui.reading import Seat
from ui.texts import sentence, word
from ui.widgets.buttons import button
from ui.widgets.check_row import CheckRow
from ui.widgets.layout import card, empty, framed, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel, literal


class DeurPanel(Panel):
    """Before opening: tick who is here. After: let in and let out, one button each."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._under = vertical(gap=16)
        self.column.addLayout(self._under)
        self.column.addStretch(1)
        self.present: dict[str, QCheckBox] = {}
        self._ticked: set[str] = set()
        self.read_out = QCheckBox()
        self.open_button = button(self.tr("Bespreking &openen"), self.open, kind="primary")

    def clear(self) -> None:
        """Nobody is here until somebody says so."""
        self._ticked.clear()

    def read(self, punt: Bespreking) -> None:
        """Shows the door as it is now."""
        self._ticked = {who for who, box in self.present.items() if box.isChecked()} & {
            seat.professional for seat in reading.seats(self.session, punt)
        }
        empty(self._under)
        self.present = {}
        if punt.stand is Stand.GEPLAND:
            self._before(punt)
        else:
            self._during(punt)

    def _before(self, punt: Bespreking) -> None:
        casus = self.session.haal(Casus, punt.casus)
        for obstacle in self.session.stops_opening(punt):
            self._under.addWidget(self._obstacle(obstacle.melding, str(obstacle.code), punt))
        boxes: list[QWidget] = []
        for seat in reading.seats(self.session, punt):
            row = CheckRow(f"{seat.naam} · {seat.functie}, {seat.partij}")
            row.box.setChecked(seat.professional in self._ticked)
            self.present[seat.professional] = row.box
            boxes.append(row)
        self._under.addWidget(
            card(
                PlainLabel(
                    self.tr("Tik aan wie er is. Wie hier niet staat, hoort er niet bij te zijn."),
                    kind="soft",
                ),
                *boxes,
                horizontal(
                    button(self.tr("&Iedereen is er"), self.tick_all),
                    self._admit(punt),
                    None,
                ),
                title=self.tr("Wie is er in de kamer?"),
            )
        )
        doel = sentence(casus.doel) if casus else ""
        self.read_out = QCheckBox(self.tr("Doel en geheimhouding zijn &voorgelezen"))
        self.open_button = button(self.tr("Bespreking &openen"), self.open, kind="primary")
        self._under.addWidget(
            card(
                PlainLabel(doel),
                PlainLabel(
                    self.tr(
                        "Wat hier gezegd wordt blijft hier, tenzij wie het inbrengt zegt dat "
                        "iemand het meeneemt."
                    ),
                    kind="soft",
                ),
                self.read_out,
                horizontal(self.open_button, None),
                title=self.tr("Lees voor"),
            )
        )

    def _during(self, punt: Bespreking) -> None:
        rows = [self._seat(punt, seat) for seat in reading.seats(self.session, punt)]
        title = (
            self.tr("Aan deze tafel")
            if punt.stand is Stand.OPEN
            else self.tr("Er was een stoel voor")
        )
        sheet = card(*rows, title=title)
        self._under.addWidget(sheet)
        if punt.stand is Stand.OPEN:
            self._under.addLayout(horizontal(self._admit(punt), None))

    def _admit(self, punt: Bespreking) -> QWidget:
        known = {"overleg": punt.overleg, "casus": punt.casus}
        return button(
            self.tr("Iemand &toelaten…"), partial(self.desk.open_act, "deelname.toelaten", known)
        )

    def _seat(self, punt: Bespreking, seat: Seat) -> QWidget:
        text = vertical(
            PlainLabel(f"{seat.naam} · {seat.functie}, {seat.partij}", kind="strong"),
            PlainLabel(
                " · ".join(part for part in (word(seat.rol), seat.taak) if part), kind="small"
            ),
            gap=0,
        )
        if punt.stand is not Stand.OPEN:
            return framed("card", horizontal(text, margin=8))
        where = self.tr("in de kamer") if seat.present else self.tr("niet in de kamer")
        tag = PlainLabel(where, kind="tag", tone="good" if seat.present else "", wrap=False)
        if seat.present:
            do, verb = partial(self._let, BesprekingUitlaten, seat), self.tr("Gaat eruit")
        else:
            do, verb = partial(self._let, BesprekingBinnenlaten, seat), self.tr("Komt binnen")
        act = button(verb, do, name=f"{seat.naam}: {verb.lower()}")
        line = horizontal(text, tag, act)
        line.setStretch(0, 1)
        return holder(line)

    def _obstacle(self, text: str, code: str, punt: Bespreking) -> QWidget:
        known = {"overleg": punt.overleg, "casus": punt.casus}
        mends = [
            button(literal(verb), partial(mend, self.desk, handeling, known, self.notice))
            for handeling, verb in MENDS.get(code, ())
        ]
        line = horizontal(PlainLabel(f"▲  {text}", tone="warn"), *mends, margin=12)
        line.setStretch(0, 1)
        return framed("card", line)

    def tick_all(self) -> None:
        """Somebody says that everybody is here."""
        for box in self.present.values():
            box.setChecked(True)

    def open(self) -> None:
        """Opens it with who is ticked; the rules say whether that is right."""
        if self.punt is None:
            return
        if not self.read_out.isChecked():
            self.notice.say(self.tr("Lees eerst het doel en de geheimhouding voor."), tone="warn")
            self.read_out.setFocus()
            return
        here = tuple(who for who, box in self.present.items() if box.isChecked())
        self.desk.perform(
            BesprekingOpenen(overleg=self.punt.overleg, casus=self.punt.casus, aanwezig=here),
            self.notice,
        )

    def _let(
        self, way: type[BesprekingBinnenlaten] | type[BesprekingUitlaten], seat: Seat
    ) -> None:
        if self.punt is not None:
            self.desk.perform(
                way(
                    overleg=self.punt.overleg,
                    casus=self.punt.casus,
                    professional=seat.professional,
                ),
                self.notice,
            )
