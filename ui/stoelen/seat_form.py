"""A seat for somebody: for which task, in which role, and why at this casus."""

from dataclasses import dataclass

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from casus_app.domein.overleg import Bespreking, Rol
from casus_app.handelingen.inrichting import GeheimhoudingOndertekenen
from casus_app.handelingen.oorzaak import oorzaken
from casus_app.handelingen.stoelen import DeelnameToelaten
from casus_app.weigeringen import Code, Weigering
from ui import reading
from ui.desk import Desk
from ui.forms.composite import labelled
from ui.stoelen import facts
from ui.widgets.ask_line import is_enter
from ui.widgets.buttons import button
from ui.widgets.date_field import DateField
from ui.widgets.layout import Columns, empty, framed, holder, horizontal, vertical
from ui.widgets.notice import Notice
from ui.widgets.picker import Picker
from ui.widgets.plain_label import PlainLabel

_SOMETHING = "…"
"""Stands for what is still to be asked, so that the rules look past it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is already known of the seat that is asked for; empty is still to be asked."""

    professional: str
    noodzaak: str = ""
    taak: str = ""
    rol: str = Rol.UITVOEREND
    pet: str = ""


class SeatForm(QWidget):
    """What the catalogue knows is not asked; what is asked, the rules judge beside its field."""

    given = Signal()
    left = Signal()
    card_wanted = Signal(str)
    """One question to this professional instead of a seat."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self._punt: Bespreking | None = None
        self._professional = ""
        tr = self.tr
        self.who = PlainLabel(kind="strong")
        self.where = PlainLabel(kind="soft")
        self.hint = PlainLabel(kind="small")
        self.obstacle = PlainLabel(tone="warn")
        self.taak = Picker(tr("Wettelijke taak"))
        self.rol = Picker(tr("Rol aan tafel"))
        self.pet = Picker(tr("Met welke pet"))
        self.noodzaak = QLineEdit()
        self.noodzaak.setAccessibleName(tr("Waarom is deze persoon bij deze casus nodig?"))
        self.signed = DateField(tr("Getekend op"), self._session.vandaag())
        self.sign_button = button(tr("Verklaring vastleggen"), self.sign)
        self.give_button = button(tr("Stoel geven"), self.give, kind="primary")
        self.places = {
            name: Notice() for name in ("professional", "verklaring", "taak", "pet", "noodzaak")
        }
        self.back_button = button(
            tr("Toch niet"), self.left.emit, kind="quiet", name=tr("Toch geen stoel")
        )
        self._facts = vertical(gap=2)
        self._lay_out()
        self.rol.offer(facts.rollen())
        self.pet.offer(facts.petten())
        self.pet.picked.connect(self._show_facts)
        self.taak.picked.connect(self._advise)
        self.rol.picked.connect(self._advise)
        for field in (self.taak, self.rol, self.pet, self.noodzaak, self.signed.edit):
            field.installEventFilter(self)

    def _lay_out(self) -> None:
        tr = self.tr
        head = horizontal(
            vertical(self.who, self.where, self.hint, gap=0),
            button(tr("Liever één vraag"), self._want_card, kind="quiet"),
            self.back_button,
        )
        head.setStretch(0, 1)
        self._statement = holder(
            vertical(
                horizontal(self.signed, self.sign_button, None),
                self.places["verklaring"],
                gap=4,
            )
        )
        self._pet = holder(
            vertical(
                labelled(tr("Met welke pet"), self.pet, tr("Die bepaalt of er een geheim geldt.")),
                self.places["pet"],
                gap=4,
            )
        )
        tasks = vertical(labelled(tr("Wettelijke taak"), self.taak), self.places["taak"], gap=4)
        fields = Columns(
            (holder(tasks), 3), (labelled(tr("Rol aan tafel"), self.rol), 2), ems=60, gap=12
        )
        self._need = vertical(
            labelled(tr("Waarom is deze persoon bij déze casus nodig?"), self.noodzaak),
            self.places["noodzaak"],
            horizontal(
                self.give_button,
                PlainLabel(tr("Enter"), kind="small", wrap=False),
                None,
            ),
            gap=8,
        )
        self._rest = holder(vertical(self._pet, fields, self._need, gap=8))
        inside = vertical(
            head,
            self.places["professional"],
            self._facts,
            self.obstacle,
            self._statement,
            self._rest,
            gap=8,
            margin=12,
        )
        self.setLayout(vertical(framed("card", inside)))

    def begin(self, punt: Bespreking, asked: Asked) -> None:
        """For this person at this casus; what is known already stands there, to be looked at."""
        self._punt, self._professional = punt, asked.professional
        partij = reading.partij_van(self._session, asked.professional)
        self.who.setText(facts.who(self._session, asked.professional))
        self.where.setText(partij.naam if partij else "")
        self.hint.setText(self._session.hint(punt, partij.id) if partij else "")
        self.hint.setVisible(bool(self.hint.text()))
        for place in self.places.values():
            place.clear()
        self.noodzaak.setText(asked.noodzaak)
        soort = reading.soort_van(self._session, asked.professional)
        self._pet.setVisible(bool(soort and soort.pet_beslist))
        self.pet.set_value(asked.pet or None)
        offered = facts.taken(self._session, punt, soort)
        self.taak.offer(offered)
        only = offered[0].key if len(offered) == 1 else None
        self.taak.set_value(asked.taak or only)
        self.rol.set_value(asked.rol)
        self.signed.set_value(self._session.vandaag())
        self._show_facts()
        self.next_field()

    def _want_card(self) -> None:
        self.card_wanted.emit(self._professional)

    def read(self, punt: Bespreking) -> None:
        """Something changed elsewhere; what was typed stays."""
        self._punt = punt
        self._advise()

    def _show_facts(self) -> None:
        if self._punt is None:
            return
        empty(self._facts)
        soort = reading.soort_van(self._session, self._professional)
        pet = self.pet.value() if not self._pet.isHidden() else None
        for label, text in facts.lines(self._session, self._punt, soort, pet):
            self._facts.addWidget(PlainLabel(f"{label}: {text}.", kind="small"))
        self._advise()

    # --- what is missing ---

    def _tried(self) -> DeelnameToelaten:
        punt = self._punt
        return DeelnameToelaten(
            overleg=punt.overleg if punt else "",
            casus=punt.casus if punt else "",
            professional=self._professional,
            rol=self.rol.value() or "",
            taak=self.taak.value() or "",
            noodzaak=self.noodzaak.text(),
            pet=self.pet.value() if not self._pet.isHidden() else None,
        )

    def _about_the_person(self) -> Weigering | None:
        """What the rules have against this person, whatever would be filled in here."""
        tried = self._tried()
        soort = reading.soort_van(self._session, self._professional)
        offered = facts.taken(self._session, self._punt, soort) if self._punt else []
        pet = facts.petten()[0].key if not self._pet.isHidden() else None
        return self._session.objection(
            replace(
                tried,
                taak=tried.taak or (offered[0].key if offered else ""),
                noodzaak=_SOMETHING,
                pet=tried.pet or pet,
                rol=tried.rol or Rol.UITVOEREND,
            )
        )

    def _advise(self) -> None:
        """Says what is missing before anything is typed, with the one thing that mends it."""
        found = self._about_the_person()
        statement = found is not None and found.code is Code.GEEN_GEHEIMHOUDINGSVERKLARING
        self.obstacle.setText(f"▲  {found.melding}" if found else "")
        self.obstacle.setVisible(found is not None)
        self._statement.setVisible(statement)
        self._rest.setVisible(found is None or statement)

    def sign(self) -> None:
        """The statement is signed on this day; then the seat goes on."""
        day, place = self.signed.value(), self.places["verklaring"]
        if day is None:
            place.say(self.tr("Typ de dag waarop de verklaring getekend is."), tone="warn")
            self.signed.setFocus()
            return
        done = self._desk.perform(
            GeheimhoudingOndertekenen(professional=self._professional, datum=day), place
        )
        self._advise()
        if done:
            self.next_field()

    # --- the keyboard goes from question to question ---

    def next_field(self) -> None:
        """To the first thing that is still to be asked; the need is always asked."""
        questions: tuple[tuple[QWidget, bool], ...] = (
            (self.back_button, self._rest.isHidden()),
            (self.signed, not self._statement.isHidden()),
            (self.pet, not self._pet.isHidden() and self.pet.value() is None),
            (self.taak, self.taak.value() is None),
            (self.rol, self.rol.value() is None),
            (self.noodzaak, True),
        )
        next(field for field, asked in questions if asked).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Enter answers a question, Escape leaves the seat."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if is_enter(event):
                self._answer(watched)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Escape on a button leaves too."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _answer(self, field: QObject) -> None:
        if field is self.noodzaak:
            self.give()
        elif field is self.signed.edit:
            self.sign()
        else:
            self.next_field()

    def _field_of(self, tried: DeelnameToelaten, weigering: Weigering | None) -> str:
        """Which field caused it; what no field here caused is about the person."""
        if weigering is None:
            return "professional"
        if weigering.code is Code.GEEN_GEHEIMHOUDINGSVERKLARING:
            return "verklaring"
        found = (name for name in oorzaken(tried, weigering) if name in self.places)
        return next(found, "professional")

    def give(self) -> None:
        """The seat; or the sentence why not, beside the field that caused it."""
        tried = self._tried()
        field = self._field_of(tried, self._session.objection(tried))
        for place in self.places.values():
            place.clear()
        if self._desk.perform(tried, self.places[field]):
            self.given.emit()
            return
        holders: dict[str, QWidget] = {
            "taak": self.taak,
            "pet": self.pet,
            "noodzaak": self.noodzaak,
            "verklaring": self.signed,
        }
        if field in holders:
            holders[field].setFocus()
