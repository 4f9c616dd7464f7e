"""The door step: read out purpose and secrecy, and open; or nod a hamerstuk through."""

from functools import partial

from PySide6.QtWidgets import QWidget

from casus_app.domein.casus import Casus
from casus_app.domein.overleg import Bespreking, Stand
from casus_app.domein.tafel import Hamerstuk
from casus_app.domein.zeef import Trap, Zeef, trap_na
from casus_app.handelingen.bespreking import (
    BesprekingBesluiten,
    BesprekingOpenen,
    BesprekingSluiten,
)
from casus_app.handelingen.tafel import BesprekingBespreken
from casus_app.regels.trap import WOORDEN
from ui import reading
from ui.desk import Desk
from ui.mends import MENDS, mend
from ui.panels.panel import Panel
from ui.tafel.staat import TafelStaat
from ui.texts import counted, day, sentence, word
from ui.widgets.buttons import button, set_kind
from ui.widgets.layout import card, empty, framed, horizontal, vertical
from ui.widgets.plain_label import PlainLabel, literal


class DeurPanel(Panel):
    """Who is in the room was said at the door change; here it is read out and opened."""

    def __init__(self, desk: Desk, staat: TafelStaat) -> None:
        super().__init__(desk)
        self._staat = staat
        tr = self.tr
        self.said = PlainLabel(kind="soft")
        self._obstacles = vertical(gap=8)
        self.voorstel = PlainLabel(kind="strong")
        self.about = PlainLabel()
        self.nod_button = button(tr("Voorgelezen: zo &besloten"), self.nod, kind="primary")
        self.talk_button = button(tr("&Iemand zegt: bespreken"), self.talk)
        self.proposal = card(
            self.voorstel,
            self.about,
            PlainLabel(
                tr("Zegt niemand dat het besproken moet worden, dan is dit het besluit."),
                kind="soft",
            ),
            horizontal(self.nod_button, self.talk_button, None),
            title=tr("Hamerstuk"),
        )
        self.doel = PlainLabel(kind="heading")
        self.open_button = button("", self.open, kind="primary")
        self.reading = card(
            self.doel,
            PlainLabel(
                tr(
                    "Wat hier gezegd wordt blijft hier, tenzij wie het inbrengt zegt dat "
                    "iemand het meeneemt."
                )
            ),
            horizontal(self.open_button, button(tr("Iemand &toelaten…"), self._admit), None),
            title=tr("Lees doel en geheimhouding voor"),
        )
        self.column.addLayout(self._obstacles)
        for part in (self.said, self.proposal, self.reading):
            self.column.addWidget(part)
        staat.room_changed.connect(self._read_again)

    def _read_again(self) -> None:
        if self.punt is not None:
            self.read(self.punt)

    def first(self) -> QWidget:
        """The one key of this step."""
        return self.open_button if self.proposal.isHidden() else self.nod_button

    def forget(self) -> None:
        """Nothing that was shown of it may stay."""
        super().forget()
        empty(self._obstacles)
        for told in (self.said, self.voorstel, self.about, self.doel):
            told.setText("")
        self.open_button.setText("")

    def read(self, punt: Bespreking) -> None:
        """Shows the door as it is now."""
        empty(self._obstacles)
        self._read_trap(punt)
        waits = punt.stand is Stand.GEPLAND
        stuk = self.session.haal(Hamerstuk, punt.overleg, punt.casus) if waits else None
        self.said.setVisible(not waits)
        self.reading.setVisible(waits)
        self.proposal.setVisible(stuk is not None)
        set_kind(self.open_button, "" if stuk is not None else "primary")  # one of them at a time
        if not waits:
            told = self.tr("De casus ligt op tafel. Kies een stoel: spatie is erin of eruit.")
            done = self.tr("Deze casus is {stand}.").format(stand=word(punt.stand))
            self.said.setText(told if punt.stand is Stand.OPEN else done)
            return
        for obstacle in self.session.stops_opening(punt):
            self._obstacles.addWidget(self._obstacle(obstacle.melding, str(obstacle.code), punt))
        casus = self.session.haal(Casus, punt.casus)
        self.doel.setText(sentence(casus.doel) if casus else "")
        here = counted(len(self._staat.room), self.tr("mens"), self.tr("mensen"))
        self.open_button.setText(self.tr("Voorgelezen: &open met {here}").format(here=here))
        if stuk is not None:
            self.voorstel.setText(stuk.besluit)
            who = reading.wie(self.session, stuk.aanspreekpunt)
            when = self.tr("Aanspreekpunt: {who} · evaluatie: {day}")
            self.about.setText(when.format(who=who, day=day(stuk.evaluatie_op)))

    def _read_trap(self, punt: Bespreking) -> None:
        """How far this casus is open, where that is not yet all the way; and the step further."""
        trap = trap_na(self.session.zoek(Zeef, casus=punt.casus))
        if trap.volgende is None or punt.afgerond:
            return
        if trap is Trap.ZONDER_NAAM:
            told = self.tr("Deze casus heeft nog geen naam: niemand kan er iets over inbrengen.")
        else:
            told = self.tr("Deze casus is open tot: {trap}. Zeg niet meer dan dat.")
            told = told.format(trap=WOORDEN[trap])
        line = horizontal(PlainLabel(f"◐  {told}", kind="strong"), margin=12)
        line.setStretch(0, 1)
        if self.session.may("casus.trap-verder"):
            known = {"casus": punt.casus, "naar": str(trap.volgende)}
            go = partial(self.desk.open_act, "casus.trap-verder", known)
            line.addWidget(button(self.tr("Een trap &verder…"), go))
        self._obstacles.addWidget(framed("card", line))

    def _admit(self) -> None:
        if self.punt is not None:
            known = {"overleg": self.punt.overleg, "casus": self.punt.casus}
            self.desk.open_act("deelname.toelaten", known)

    def _obstacle(self, text: str, code: str, punt: Bespreking) -> QWidget:
        known = {"overleg": punt.overleg, "casus": punt.casus}
        mends = [
            button(literal(verb), partial(mend, self.desk, handeling, known, self.notice))
            for handeling, verb in MENDS.get(code, ())
        ]
        line = horizontal(PlainLabel(f"▲  {text}", tone="warn"), *mends, margin=12)
        line.setStretch(0, 1)
        return framed("card", line)

    def open(self) -> bool:
        """Opens it with who is here; the rules say whether that is right."""
        if self.punt is None:
            return False
        act = BesprekingOpenen(
            overleg=self.punt.overleg, casus=self.punt.casus, aanwezig=self._staat.room
        )
        return self.desk.perform(act, self.notice)

    def nod(self) -> None:
        """Opens, decides as proposed and closes: the same three acts, one key."""
        punt = self.punt
        stuk = self.session.haal(Hamerstuk, punt.overleg, punt.casus) if punt else None
        if punt is None or stuk is None or not self.open():
            return
        besluit = BesprekingBesluiten(
            overleg=stuk.overleg,
            casus=stuk.casus,
            besluit=stuk.besluit,
            aanspreekpunt=stuk.aanspreekpunt,
            evaluatie_op=stuk.evaluatie_op,
            klaar_als=stuk.klaar_als,
        )
        if self.desk.perform(besluit, self.notice):
            closing = BesprekingSluiten(overleg=punt.overleg, casus=punt.casus)
            self.desk.perform(closing, self.notice)

    def talk(self) -> None:
        """Somebody wants to talk about it: it is a casus like the others."""
        if self.punt is not None:
            act = BesprekingBespreken(overleg=self.punt.overleg, casus=self.punt.casus)
            self.desk.perform(act, self.notice)
