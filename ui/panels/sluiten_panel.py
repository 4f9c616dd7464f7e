"""The end of one casus: what is still open, and closing it or moving it on."""

from casus_app.domein.inbreng import Inbreng, Lot
from casus_app.domein.overleg import Bespreking
from casus_app.handelingen.bespreking import BesprekingSluiten
from ui.desk import Desk
from ui.panels.panel import Panel
from ui.texts import counted, word
from ui.widgets.buttons import button
from ui.widgets.layout import card, horizontal
from ui.widgets.plain_label import PlainLabel


class SluitenPanel(Panel):
    """When nothing is open any more, one key."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state = PlainLabel()
        self.left = PlainLabel(kind="soft")
        self.close_button = button(self.tr("Bespreking &sluiten"), self.close_punt, kind="primary")
        self.move_button = button(self.tr("Casus doors&chuiven…"), self._move_on)
        self.sheet = card(
            self.state,
            self.left,
            horizontal(self.close_button, self.move_button, None),
            title=self.tr("Sluiten"),
        )
        self.column.addWidget(self.sheet)
        self.column.addStretch(1)

    def read(self, punt: Bespreking) -> None:
        """Asks the rules what is still open."""
        self.close_button.setVisible(not punt.afgerond)
        self.move_button.setVisible(not punt.afgerond)
        if punt.afgerond:
            self.state.setText(self.tr("Deze casus is {stand}.").format(stand=word(punt.stand)))
            self.state.set_tone("good")
            self.left.hide()
            return
        objection = self.session.objection(
            BesprekingSluiten(overleg=punt.overleg, casus=punt.casus)
        )
        if objection is None:
            self.state.setText(self.tr("Alles is gezegd. De bespreking kan dicht."))
        else:
            self.state.setText(objection.melding)
        self.state.set_tone("good" if objection is None else "warn")
        inbreng = self.session.zoek(Inbreng, overleg=punt.overleg, casus=punt.casus)
        undecided = sum(deel.lot is Lot.ONBESLIST for deel in inbreng)
        text = counted(undecided, self.tr("gegeven"), self.tr("gegevens"))
        self.left.setText(self.tr("Nog zonder meeneembesluit: {what}.").format(what=text))
        self.left.setVisible(bool(undecided))

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
