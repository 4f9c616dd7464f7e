"""The decision: what, who to turn to, and when to look whether it works."""

from casus_app.domein.overleg import Bespreking, SoortBespreking, Stand
from casus_app.handelingen.bespreking import BesprekingBesluiten
from ui import reading
from ui.desk import Desk
from ui.forms.composite import labelled
from ui.forms.editors import LineEditor, TextEditor
from ui.panels.panel import Panel
from ui.texts import day, sentence
from ui.widgets.buttons import button, submit_keys
from ui.widgets.date_field import DateField
from ui.widgets.layout import Columns, card, horizontal
from ui.widgets.picker import Option, Picker
from ui.widgets.plain_label import PlainLabel


class BesluitPanel(Panel):
    """What was decided stands above the form; deciding again replaces it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        tr = self.tr
        self.decided = PlainLabel()
        self.sheet = card(self.decided, title=tr("Het besluit"))
        self.besluit = TextEditor(tr("Besluit"), lines=3)
        self.aanspreekpunt = Picker(tr("Aanspreekpunt"))
        self.evaluatie = DateField(tr("Evaluatie op"), self.session.vandaag())
        self.klaar_als = LineEditor(tr("Klaar als"))
        self.decide_button = button(tr("Besluit &vastleggen"), self.decide, kind="primary")
        self.form = card(
            labelled(tr("Besluit"), self.besluit),
            Columns(
                (labelled(tr("Aanspreekpunt"), self.aanspreekpunt), 1),
                (labelled(tr("Evaluatie op"), self.evaluatie), 1),
                ems=44,
                gap=12,
            ),
            labelled(tr("Klaar als"), self.klaar_als, tr("Mag leeg blijven.")),
            horizontal(self.decide_button, None),
        )
        self.weging = card(
            PlainLabel(tr("Een weging eindigt niet met een besluit, maar met de uitkomst.")),
            horizontal(button(tr("Casus &wegen…"), self._weigh, kind="primary"), None),
        )
        for part in (self.sheet, self.form, self.weging):
            self.column.addWidget(part)
        self.column.addStretch(1)
        submit_keys(self.form, self.decide)

    def clear(self) -> None:
        """An empty form."""
        self.besluit.set_value(None)
        self.aanspreekpunt.set_value(None)
        self.evaluatie.set_value(None)
        self.klaar_als.set_value(None)

    def read(self, punt: Bespreking) -> None:
        """Shows what is decided, and a form while it is at the table."""
        is_open = punt.stand is Stand.OPEN
        weging = punt.soort is SoortBespreking.WEGING
        self.form.setVisible(is_open and not weging)
        self.weging.setVisible(is_open and weging)
        lines = [self.tr("Er is nog niets besloten.")]
        if punt.besluit:
            lines = [
                punt.besluit,
                self.tr("Aanspreekpunt: {who}").format(
                    who=reading.wie(self.session, punt.aanspreekpunt)
                ),
                self.tr("Evaluatie: {day}").format(day=day(punt.evaluatie_op)),
            ]
        if punt.klaar_als:
            lines.append(self.tr("Klaar als: {text}").format(text=sentence(punt.klaar_als)))
        if punt.reden_doorgeschoven:
            lines = [self.tr("Doorgeschoven: {why}").format(why=punt.reden_doorgeschoven)]
        self.decided.setText("\n".join(lines))
        self.aanspreekpunt.offer(
            [
                Option(seat.professional, f"{seat.naam}, {seat.functie}")
                for seat in reading.seats(self.session, punt)
            ]
        )

    def _weigh(self) -> None:
        if self.punt is not None:
            self.desk.open_act("casus.wegen", {"casus": self.punt.casus})

    def decide(self) -> None:
        """Decided; or the sentence why not."""
        punt, who, when = self.punt, self.aanspreekpunt.value(), self.evaluatie.value()
        if punt is None:
            return
        if not self.besluit.value():
            self.notice.say(self.tr("Schrijf het besluit op."), tone="warn")
            self.besluit.setFocus()
        elif who is None:
            self.notice.say(self.tr("Kies wie het aanspreekpunt is."), tone="warn")
            self.aanspreekpunt.setFocus()
        elif when is None:
            self.notice.say(self.tr("Kies wanneer u kijkt of het werkt."), tone="warn")
            self.evaluatie.setFocus()
        else:
            besluit = BesprekingBesluiten(
                overleg=punt.overleg,
                casus=punt.casus,
                besluit=str(self.besluit.value()),
                aanspreekpunt=who,
                evaluatie_op=when,
                klaar_als=str(self.klaar_als.value() or ""),
            )
            if self.desk.perform(besluit, self.notice):
                self.clear()
