"""One question to a partij instead of a seat: who has one fact to give need not sit there."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Bespreking, Overleg
from casus_app.handelingen.oorzaak import oorzaken
from casus_app.handelingen.vraagkaart import VraagkaartStellen
from casus_app.regels.wijzer import Vraag, wijs
from ui import reading
from ui.desk import Desk
from ui.forms.composite import labelled
from ui.forms.keys import propose
from ui.panels import lawful
from ui.stoelen import facts
from ui.widgets.ask_line import is_enter
from ui.widgets.buttons import button
from ui.widgets.date_field import DateField
from ui.widgets.layout import Columns, framed, horizontal, vertical
from ui.widgets.notice import Notice
from ui.widgets.picker import Option, Picker
from ui.widgets.plain_label import PlainLabel


class CardForm(QWidget):
    """The ground comes before the question is sent; only what is lawful can be chosen."""

    asked = Signal()
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self._punt: Bespreking | None = None
        tr = self.tr
        self.head = PlainLabel(kind="strong")
        self.who = Picker(tr("Aan wie"))
        self.taak = Picker(tr("Voor welke taak"))
        self.pet = Picker(tr("Met welke pet"))
        self.vraag = QLineEdit()
        self.vraag.setAccessibleName(tr("De ene vraag"))
        self.categorie = Picker(tr("Om wat voor gegeven gaat het"))
        self.grondslag = Picker(tr("Grondslag van het antwoord"))
        self.noodzaak = QLineEdit()
        self.noodzaak.setAccessibleName(tr("Waarom is het antwoord nodig"))
        self.uiterlijk = DateField(tr("Antwoord uiterlijk"), self._session.vandaag())
        self.notice = Notice()
        self.beside = Notice()
        self.ask_button = button(tr("Vraag stellen"), self.ask, kind="primary")
        self._holders = self._make_holders()
        self._editors: dict[str, QWidget] = {
            "professional": self.who,
            "taak": self.taak,
            "pet": self.pet,
            "vraag": self.vraag,
            "categorie": self.categorie,
            "grondslag": self.grondslag,
            "noodzaak": self.noodzaak,
            "uiterlijk": self.uiterlijk,
        }
        self._lay_out()
        self.pet.offer(facts.petten())
        self.who.picked.connect(self._offer)
        for picker in (self.pet, self.categorie):
            picker.picked.connect(self._offer_grounds)
        for field in (*self._editors.values(), self.uiterlijk.edit):
            field.installEventFilter(self)

    def _make_holders(self) -> dict[str, QWidget]:
        tr = self.tr
        return {
            "professional": labelled(tr("Aan wie"), self.who),
            "taak": labelled(tr("Voor welke taak"), self.taak),
            "pet": labelled(tr("Met welke pet"), self.pet),
            "vraag": labelled(tr("De ene vraag"), self.vraag, tr("Eén feit, zonder naam.")),
            "categorie": labelled(tr("Om wat voor gegeven gaat het"), self.categorie),
            "grondslag": labelled(tr("Grondslag van het antwoord"), self.grondslag),
            "noodzaak": labelled(
                tr("Waarom is het antwoord bij déze casus nodig?"), self.noodzaak
            ),
            "uiterlijk": labelled(tr("Antwoord uiterlijk"), self.uiterlijk),
        }

    def _lay_out(self) -> None:
        tr, held = self.tr, self._holders
        explain = tr("Het schriftelijke antwoord is een inbreng, met dezelfde regels.")
        back = button(tr("Toch niet"), self.left.emit, kind="quiet", name=tr("Toch geen vraag"))
        foot = horizontal(
            self.ask_button, PlainLabel(tr("Enter"), kind="small", wrap=False), back, None
        )
        inside = vertical(
            self.head,
            PlainLabel(explain, kind="small"),
            self.notice,
            Columns((held["professional"], 1), (held["taak"], 1), ems=60, gap=12),
            held["pet"],
            held["vraag"],
            Columns((held["categorie"], 1), (held["grondslag"], 1), ems=60, gap=12),
            held["noodzaak"],
            held["uiterlijk"],
            foot,
            gap=8,
            margin=12,
        )
        self.setLayout(vertical(framed("card", inside)))

    def begin(self, punt: Bespreking, partij: str, professional: str = "") -> None:
        """A new question to this partij; one of its people answers."""
        self._punt = punt
        found = self._session.haal(Partij, partij)
        name = found.naam if found else partij
        self.head.setText(self.tr("Eén vraag aan {partij}, geen stoel").format(partij=name))
        self._clear()
        people = self._session.zoek(Professional, partij=partij)
        self.who.offer([Option(mens.id, reading.wie(self._session, mens.id)) for mens in people])
        self.who.set_value(professional or (people[0].id if len(people) == 1 else None))
        overleg = self._session.haal(Overleg, punt.overleg)
        self.uiterlijk.set_value(overleg.datum if overleg else None)
        self._offer()
        self.next_field()

    def _clear(self) -> None:
        self.notice.clear()
        self.beside.clear()
        for line in (self.vraag, self.noodzaak):
            line.clear()
        for picker in (self.who, self.taak, self.pet, self.categorie, self.grondslag):
            picker.set_value(None)

    def _offer(self) -> None:
        """What the catalogue knows of who is asked."""
        who = self.who.value() or ""
        soort = reading.soort_van(self._session, who)
        offered = facts.taken(self._session, self._punt, soort) if self._punt else []
        self.taak.offer(offered)
        if len(offered) == 1:
            self.taak.set_value(offered[0].key)
        self._holders["pet"].setVisible(bool(soort and soort.pet_beslist))
        self.categorie.offer(lawful.categorieen(self._session, who))
        self._offer_grounds()

    def _offer_grounds(self) -> None:
        """The most likely ground stands ready, as the grondslagwijzer says it."""
        soort = reading.soort_van(self._session, self.who.value() or "")
        categorie = self.categorie.value()
        if soort is None or categorie is None or self._punt is None:
            self.grondslag.offer([])
            return
        asked = Vraag(
            kader=facts.kader(self._session, self._punt),
            soort=soort.sleutel,
            categorie=categorie,
            pet=self.pet.value(),
            bespreking=self._punt.soort,
        )
        offered = lawful.grondslagen(wijs(self._session.catalogus, asked))
        self.grondslag.offer(offered)
        if self.grondslag.value() is None:
            self.grondslag.set_value(next((one.key for one in offered if one.possible), None))

    def _tried(self) -> VraagkaartStellen:
        punt, day = self._punt, self.uiterlijk.value()
        return VraagkaartStellen(
            id=propose(self._session, "vraagkaart.stellen"),
            overleg=punt.overleg if punt else "",
            casus=punt.casus if punt else "",
            professional=self.who.value() or "",
            taak=self.taak.value() or "",
            vraag=self.vraag.text(),
            categorie=self.categorie.value() or "",
            grondslag=self.grondslag.value() or "",
            noodzaak=self.noodzaak.text(),
            uiterlijk=day or self._session.vandaag(),
            pet=self.pet.value() if not self._holders["pet"].isHidden() else None,
        )

    # --- the keyboard goes from question to question ---

    def next_field(self) -> None:
        """To the first thing that is still to be asked."""
        for name, editor in self._editors.items():
            if not self._holders[name].isHidden() and not self._is_filled(editor):
                editor.setFocus()
                return
        self.ask_button.setFocus()

    def _is_filled(self, editor: QWidget) -> bool:
        if isinstance(editor, Picker):
            return editor.value() is not None
        if isinstance(editor, DateField):
            return editor.value() is not None
        return isinstance(editor, QLineEdit) and bool(editor.text().strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Enter answers a question, and asks when all is answered; Escape goes back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if is_enter(event):
                self._answer(watched)
                return True
        return super().eventFilter(watched, event)

    def _answer(self, field: QObject) -> None:
        shown = (e for n, e in self._editors.items() if not self._holders[n].isHidden())
        missing = [editor for editor in shown if not self._is_filled(editor)]
        if missing and missing[0] is not field:
            missing[0].setFocus()
        else:
            self.ask()

    def ask(self) -> None:
        """The question; or the sentence why not, beside the field that caused it."""
        if self.uiterlijk.value() is None:
            self.notice.say(self.tr("Typ de dag waarop het antwoord er moet zijn."), tone="warn")
            self.uiterlijk.setFocus()
            return
        tried = self._tried()
        objection = self._session.objection(tried)
        names = oorzaken(tried, objection) if objection else ()
        shown = (n for n in names if n in self._holders and not self._holders[n].isHidden())
        name = next(shown, None)
        self.notice.clear()
        place = self._holders[name].layout() if name else None
        if place is not None:
            place.addWidget(self.beside)
        if self._desk.perform(tried, self.beside if place is not None else self.notice):
            self.beside.clear()
            self.asked.emit()
        elif name is not None:
            self._editors[name].setFocus()
