"""The end of one casus: what still stands open, reading back, akkoord, and the slot."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casus_app.domein.inbreng import Inbreng, Lot
from casus_app.domein.overleg import Bespreking, Stand
from casus_app.handelingen.bespreking import BesprekingSluiten
from casus_app.weigeringen import Code, Weigering
from ui import reading
from ui.desk import Desk
from ui.panels.panel import Panel
from ui.tafel.sluiten.akkoord import AkkoordList
from ui.tafel.sluiten.read_back import ReadBack
from ui.tafel.steps import TEXTS, Step
from ui.texts import counted, listed, sentence, word
from ui.widgets.buttons import button, set_kind
from ui.widgets.layout import Columns, card, empty, framed, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel

_STEPS: dict[Code, Step] = {
    Code.INBRENG_ONBESLIST: Step.MEENEMEN,
    Code.BESLUIT_ONTBREEKT: Step.BESLUIT,
    Code.CASUS_NIET_GEWOGEN: Step.BESLUIT,
}
"""Where what stands open is done."""


class SluitenPanel(Panel):
    """When nothing is open any more, one key; it stands in a foot that never scrolls away."""

    step_asked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state = PlainLabel()
        self._left = vertical(gap=8)
        self.close_button = button(self.tr("Bespreking &sluiten"), self.close_punt, kind="primary")
        self.move_button = button(self.tr("Casus doors&chuiven…"), self._move_on)
        self.read_back = ReadBack(self.session)
        self.akkoord = AkkoordList(desk, self.notice)
        self.left = card(self._left, title=self.tr("Dit staat nog open"))
        keys = horizontal(self.state, self.close_button, self.move_button)
        keys.setContentsMargins(16, 8, 16, 8)
        keys.setStretch(0, 1)
        self.foot = framed("line", keys)
        """The page places it under everything, so that it covers nothing."""
        self.foot.setAccessibleName(self.tr("Sluiten"))
        self.aloud = Columns((self.read_back, 6), (self.akkoord, 5), ems=100, gap=16)
        for part in (self.left, self.aloud):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def clear(self) -> None:
        """Nothing typed for the last casus may stay."""
        self.akkoord.clear()
        self.read_back.clear()

    def forget(self) -> None:
        """Nothing that was shown of it may stay."""
        super().forget()
        empty(self._left)
        self.state.setText("")

    def first_part(self) -> QWidget:
        """The first who is asked, and never the key that lets everybody agree."""
        return next(iter(self.akkoord.buttons.values()), self)

    def read(self, punt: Bespreking) -> None:
        """Asks the rules what is still open."""
        is_open = punt.stand is Stand.OPEN
        self.close_button.setVisible(not punt.afgerond)
        self.move_button.setVisible(not punt.afgerond)
        self.aloud.setVisible(is_open)
        empty(self._left)
        self.left.hide()
        if is_open:
            self.read_back.read(punt)
            self.akkoord.read(punt)
        else:
            self.clear()
        if punt.afgerond:
            self.state.setText(self.tr("Deze casus is {stand}.").format(stand=word(punt.stand)))
            self.state.set_tone("good")
            return
        objections = self.session.stops_closing(punt) if is_open else []
        first = self.session.objection(BesprekingSluiten(overleg=punt.overleg, casus=punt.casus))
        self.state.set_tone("good" if first is None else "warn")
        set_kind(self.close_button, "primary" if first is None else "")
        if first is None:
            self.state.setText(self.tr("Alles is gezegd. De bespreking kan dicht."))
        elif objections:
            what = counted(len(objections), self.tr("punt"), self.tr("punten"))
            self.state.setText(self.tr("Nog open: {what}.").format(what=what))
        else:
            self.state.setText(first.melding)
        for objection in objections:
            self._left.addWidget(self._open_point(objection, punt))
        self.left.setVisible(bool(objections))

    def _open_point(self, objection: Weigering, punt: Bespreking) -> QWidget:
        text = objection.melding
        if objection.code is Code.INBRENG_ONBESLIST:
            text = self._undecided(punt)
        step = _STEPS.get(objection.code)
        label = PlainLabel()
        label.setText(f"▲  {text}", spoken=text)
        line = horizontal(label)
        line.setStretch(0, 1)
        if step is not None:
            name = TEXTS[step].name
            go = self.tr("Naar {step} (Alt+{n})").format(step=name, n=step.value + 1)
            line.addWidget(button(go, partial(self.step_asked.emit, step.value)))
        return holder(line)

    def _undecided(self, punt: Bespreking) -> str:
        told = self.session.zoek(
            Inbreng, overleg=punt.overleg, casus=punt.casus, lot=Lot.ONBESLIST
        )
        owners = dict.fromkeys(
            sentence(reading.functie(self.session, deel.inbrenger)) for deel in told
        )
        what = counted(len(told), self.tr("gegeven"), self.tr("gegevens"))
        return self.tr(
            "Van {what} is nog niet gezegd of iemand het meeneemt. Vraag: {who}."
        ).format(what=what, who=listed([*owners]))

    def close_punt(self) -> None:
        """Everybody goes out; the next casus can come."""
        if self.punt is not None:
            self.desk.perform(
                BesprekingSluiten(overleg=self.punt.overleg, casus=self.punt.casus), self.notice
            )

    def _move_on(self) -> None:
        if self.punt is not None:
            known = {"overleg": self.punt.overleg, "casus": self.punt.casus}
            self.desk.open_act("bespreking.doorschuiven", known)
