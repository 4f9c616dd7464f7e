"""Controle: for the FG, who wants to see for himself that nothing was taken away or changed."""

from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from casus_app.domein.kluiszorg import Zorg
from casus_app.handelingen.kluis import AnkerZoeken
from casus_app.opmaak.woorden import TIJDZONE
from casus_app.poorten import Kluisstaat
from casus_app.regels.bevindingen import Bevinding, bevindingen
from casus_app.regels.kluiszorg import laatste
from ui.desk import Desk
from ui.kluis import words
from ui.logboek.chain_check import ChainCheck
from ui.texts import counted, day
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import Columns, card, empty, holder, horizontal, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel


class Check(QWidget):
    """The chain, the anchors outside it, and a seal from a paper."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self._staat: Kluisstaat | None = None
        self.chain = ChainCheck(desk)
        self.walk_button = button(self.tr("Keten &nalopen"), self.chain.start, kind="primary")
        self.found = vertical(gap=12)
        self.anchors = vertical(gap=4)
        self.accept_button = button(self.tr("&Uitleg vastleggen…"), self.accept)
        self.seal = QLineEdit()
        self.seal.setAccessibleName(self.tr("Zegel van een papier"))
        self.seal.returnPressed.connect(self.seek)
        self.seek_button = button(self.tr("&Opzoeken"), self.seek)
        self.sought = Notice()
        self.tried = PlainLabel()
        self.chain.finished.connect(self._show_found)
        self._lay_out()

    def _lay_out(self) -> None:
        explain = self.tr(
            "Elke regel van het logboek draagt een zegel over de regel ervoor. Nalopen vindt wat "
            "veranderd, weggehaald of tussengevoegd is."
        )
        chain = card(
            PlainLabel(explain, kind="soft"),
            Line(self.walk_button),
            self.chain,
            holder(self.found),
            title=self.tr("Het logboek"),
        )
        outside = self.tr(
            "Het laatste zegel ligt ook buiten de kluis. Zo valt op dat het eind eraf is, of dat "
            "er een oudere kopie staat."
        )
        anchors = card(
            PlainLabel(outside, kind="soft"),
            holder(self.anchors),
            Line(self.accept_button),
            title=self.tr("De ankers"),
        )
        left = holder(vertical(chain, anchors, None, gap=16))
        right = holder(vertical(self._paper(), self._tried(), self._command(), None, gap=16))
        self.setLayout(vertical(Columns((left, 3), (right, 2), ems=90)))

    def _paper(self) -> QFrame:
        explain = self.tr(
            "Onder aan elk papier staat 'logboek' met zestien tekens. Typ ze over: dan weet u of "
            "dat papier uit deze kluis komt, en dat er sindsdien niets af is."
        )
        line = horizontal(self.seal, self.seek_button)
        line.setStretch(0, 1)
        return card(
            PlainLabel(explain, kind="soft"), line, self.sought, title=self.tr("Een papier")
        )

    def _tried(self) -> QFrame:
        return card(self.tried, title=self.tr("De reservekopie"))

    def _command(self) -> QFrame:
        text = self.tr(
            "Wilt u nalopen zonder dit programma te openen? De opdracht hieronder leest alleen, "
            "en verandert niets aan de kluis."
        )
        command = PlainLabel("casusoverleg controleer KLUIS --anker ZEGEL")
        return card(PlainLabel(text, kind="soft"), command, title=self.tr("Zelf, van buitenaf"))

    def show_state(self, staat: Kluisstaat) -> None:
        """What there is to see without walking the chain."""
        self._staat = staat
        today = self._session.vandaag()
        empty(self.anchors)
        for anker in staat.ankers:
            label = PlainLabel(words.anchor(anker, today), tone="" if anker.past else "bad")
            self.anchors.addWidget(label)
        if not staat.ankers:
            none = self.tr("Er is nog geen anker: dat komt bij het sluiten en bij elke kopie.")
            self.anchors.addWidget(PlainLabel(none))
        if staat.tweede is None:
            self.anchors.addWidget(PlainLabel(self.tr("Er is geen tweede plaats."), kind="soft"))
        elif not staat.tweede_er:
            gone = self.tr("De tweede plaats is nu niet te bereiken.")
            self.anchors.addWidget(PlainLabel(gone, kind="soft"))
        may = self._session.may("anker.aanvaarden")
        self.accept_button.setVisible(bool(staat.melding) and may)
        last = laatste(self._session.opslag, Zorg.RESERVEKOPIE)
        self.tried.setText(words.tried(last, practice=self._session.oefening))
        self._show_found()

    def _show_found(self) -> None:
        """Each with its own name, and what to do about it."""
        empty(self.found)
        if self._staat is None:
            return
        opslag = self._session.werkbank.opslag
        for one in bevindingen(opslag, self._staat, self.chain.found):
            self.found.addWidget(_finding(one))

    def accept(self) -> None:
        """With the reason, for the FG to read."""
        self._desk.open_act("anker.aanvaarden")

    def seek(self) -> None:
        """Whether this seal is in the logboek, and since when."""
        with self._desk.messages.shown_in(self.sought):
            outcome = self._session.outcome_of(AnkerZoeken(zegel=self.seal.text()))
        if outcome is None:
            self.seal.setFocus()
            return
        answer = outcome.antwoord
        if not answer["gevonden"]:
            text = self.tr(
                "▲ Dit zegel staat niet in dit logboek. Typ het nog eens na. Klopt het, dan is "
                "het eind van het logboek eraf gehaald of komt het papier uit een andere kluis."
            )
            self.sought.say(text, tone="bad")
            return
        made = answer["moment"].astimezone(TIJDZONE).date()
        text = self.tr(
            "✓ Dit zegel is van regel {nr}, van {day}. Daarna kwamen er {more} bij. Van vóór dit "
            "papier is niets afgehaald."
        )
        more = counted(answer["erna"], self.tr("regel"), self.tr("regels"))
        self.sought.say(
            text.format(nr=words.number(answer["regel"]), day=day(made), more=more), tone="good"
        )


def _finding(one: Bevinding) -> QWidget:
    what = PlainLabel(f"▲ {one.wat}", kind="strong", tone="bad")
    return holder(vertical(what, PlainLabel(one.doe), gap=4))
