"""Afspraken: who does what, and when is it done."""

from casus_app.domein.overleg import Bespreking, Stand
from casus_app.handelingen.inbreng import AfspraakMaken
from ui import reading
from ui.desk import Desk
from ui.forms.composite import labelled
from ui.forms.editors import LineEditor, TextEditor
from ui.forms.keys import propose
from ui.panels.panel import Panel
from ui.widgets.buttons import button, submit_keys
from ui.widgets.date_field import DateField
from ui.widgets.layout import Columns, card, horizontal
from ui.widgets.picker import Option, Picker
from ui.widgets.plain_label import PlainLabel


class AfsprakenPanel(Panel):
    """One form; what is agreed stands beside it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        tr = self.tr
        self.wie = Picker(tr("Wie doet het"))
        self.wat = TextEditor(tr("Wat"), lines=2)
        self.uiterlijk = DateField(tr("Uiterlijk"), self.session.vandaag())
        self.klaar_als = LineEditor(tr("Klaar als"))
        self.make_button = button(tr("Afspraak &maken"), self.make, kind="primary")
        self.form = card(
            labelled(tr("Wat"), self.wat, tr("Begin met een werkwoord: wat gaat iemand doen?")),
            Columns(
                (labelled(tr("Wie doet het"), self.wie), 1),
                (labelled(tr("Uiterlijk"), self.uiterlijk), 1),
                ems=44,
                gap=12,
            ),
            labelled(tr("Klaar als"), self.klaar_als, tr("Mag leeg blijven.")),
            horizontal(self.make_button, PlainLabel("Ctrl+Enter", kind="small", wrap=False), None),
        )
        self.closed = PlainLabel(tr("Afspraken maakt u als de casus op tafel ligt."), kind="soft")
        self.column.addWidget(self.closed)
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        submit_keys(self.form, self.make)

    def clear(self) -> None:
        """An empty form."""
        self.wat.set_value(None)
        self.uiterlijk.set_value(None)
        self.klaar_als.set_value(None)
        self.wie.set_value(None)

    def read(self, punt: Bespreking) -> None:
        """Who can have an afspraak: who is admitted to this casus."""
        self.form.setVisible(punt.stand is Stand.OPEN)
        self.closed.setVisible(punt.stand is not Stand.OPEN)
        self.wie.offer(
            [
                Option(seat.professional, f"{seat.naam}, {seat.functie}")
                for seat in reading.seats(self.session, punt)
            ]
        )

    def make(self) -> None:
        """Agreed; or the sentence why not."""
        punt, wie, uiterlijk = self.punt, self.wie.value(), self.uiterlijk.value()
        if punt is None:
            return
        if not self.wat.value():
            self.notice.say(self.tr("Schrijf op wat er gebeurt."), tone="warn")
            self.wat.setFocus()
        elif wie is None:
            self.notice.say(self.tr("Kies wie het doet."), tone="warn")
            self.wie.setFocus()
        elif uiterlijk is None:
            self.notice.say(self.tr("Kies wanneer het uiterlijk klaar is."), tone="warn")
            self.uiterlijk.setFocus()
        else:
            afspraak = AfspraakMaken(
                id=propose(self.session, "afspraak.maken"),
                overleg=punt.overleg,
                casus=punt.casus,
                uitvoerder=wie,
                wat=str(self.wat.value()),
                uiterlijk=uiterlijk,
                klaar_als=str(self.klaar_als.value() or ""),
            )
            if self.desk.perform(afspraak, self.notice):
                self.clear()
                self.wat.setFocus()
