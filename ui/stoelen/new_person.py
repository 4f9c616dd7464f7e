"""Somebody of a partij who is not known yet: a function and a name, and the seat goes on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from casus_app.domein.mensen import Partij
from casus_app.handelingen.inrichting import ProfessionalRegistreren
from ui.desk import Desk
from ui.forms.composite import labelled
from ui.forms.keys import propose
from ui.widgets.ask_line import is_enter
from ui.widgets.buttons import button
from ui.widgets.layout import Columns, framed, horizontal, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel


class NewPerson(QWidget):
    """Two fields; an address can be added later, at Mensen."""

    made = Signal(str)
    """The professional who is there now."""
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._partij = ""
        tr = self.tr
        self.head = PlainLabel(kind="strong")
        self.functie = QLineEdit()
        self.functie.setAccessibleName(tr("Functie van de nieuwe persoon"))
        self.naam = QLineEdit()
        self.naam.setAccessibleName(tr("Naam van de nieuwe persoon"))
        self.notice = Notice()
        self.add_button = button(tr("Toevoegen"), self.add, kind="primary")
        for field in (self.functie, self.naam):
            field.installEventFilter(self)
        fields = Columns(
            (labelled(tr("Functie"), self.functie), 1),
            (labelled(tr("Naam"), self.naam), 1),
            ems=50,
            gap=12,
        )
        back = button(tr("Toch niet"), self.left.emit, kind="quiet", name=tr("Toch niemand erbij"))
        foot = horizontal(self.add_button, back, None)
        inside = vertical(self.head, fields, self.notice, foot, gap=8, margin=12)
        self.setLayout(vertical(framed("card", inside)))

    def begin(self, partij: str) -> None:
        """For somebody of this partij."""
        self._partij = partij
        found = self._desk.session.haal(Partij, partij)
        self.head.setText(
            self.tr("Iemand nieuw van {partij}").format(partij=found.naam if found else partij)
        )
        self.functie.clear()
        self.naam.clear()
        self.notice.clear()
        self.functie.setFocus()

    def add(self) -> None:
        """Into the list of people; the sentence of the rules when something is missing."""
        session, functie = self._desk.session, self.functie.text()
        key = propose(session, "professional.registreren", functie)
        tried = ProfessionalRegistreren(
            id=key or propose(session, "professional.registreren", "professional"),
            partij=self._partij,
            naam=self.naam.text(),
            functie=functie,
        )
        if self._desk.perform(tried, self.notice):
            self.made.emit(tried.id)
        else:
            (self.naam if functie.strip() else self.functie).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Enter goes on, Escape goes back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if is_enter(event):
                if watched is self.functie and not self.naam.text():
                    self.naam.setFocus()
                else:
                    self.add()
                return True
        return super().eventFilter(watched, event)
