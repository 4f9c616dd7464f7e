"""Lines to type somebody new in: Enter adds, and the cursor stands ready for the next."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from casus_app.handelingen.inrichting import PartijRegistreren, ProfessionalRegistreren
from ui.desk import Desk
from ui.forms import choices
from ui.forms.keys import propose
from ui.widgets.buttons import button
from ui.widgets.layout import Columns, holder, vertical
from ui.widgets.notice import Notice
from ui.widgets.picker import Picker
from ui.widgets.plain_label import PlainLabel

_NAMELESS = "nieuw"
"""What a key begins with when a name or functie has no letters for one."""


def _edit(name: str, enter: Callable[[], object]) -> QLineEdit:
    edit = QLineEdit()
    edit.setAccessibleName(name)
    edit.returnPressed.connect(enter)
    return edit


def _under(label: str, editor: QWidget) -> QWidget:
    head = PlainLabel(label, kind="small")
    head.setBuddy(editor)
    return holder(vertical(head, editor, gap=2))


def _first_empty(edits: Sequence[QLineEdit]) -> QLineEdit | None:
    return next((edit for edit in edits if not edit.text().strip()), None)


class NewProfessional(QWidget):
    """Naam, functie, e-mail, Enter; for the partij whose sheet is open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._partij = ""
        self.notice = Notice()
        self.naam = _edit(self.tr("Naam van wie erbij komt"), self.add)
        self.functie = _edit(self.tr("Functie van wie erbij komt"), self.add)
        self.email = _edit(self.tr("E-mail van wie erbij komt"), self.add)
        self.add_button = button(self.tr("&Toevoegen"), self.add)
        fields = Columns(
            (_under(self.tr("Naam"), self.naam), 3),
            (_under(self.tr("Functie"), self.functie), 3),
            (_under(self.tr("E-mail (mag leeg)"), self.email), 3),
            (holder(vertical(None, self.add_button)), 0),
            ems=56,
            gap=8,
        )
        self.setLayout(
            vertical(PlainLabel(self.tr("Iemand erbij"), kind="strong"), fields, self.notice)
        )

    def show_partij(self, partij: str) -> None:
        """What was typed stays, also when one looks at another partij."""
        self._partij = partij

    def add(self) -> None:
        """Whoever is half typed is not lost: the cursor goes to what is still empty."""
        lacking = _first_empty((self.naam, self.functie))
        if lacking is not None:
            lacking.setFocus()
            return
        session = self._desk.session
        suggest = partial(propose, session, "professional.registreren")
        act = ProfessionalRegistreren(
            id=suggest(self.functie.text()) or suggest(_NAMELESS),
            partij=self._partij,
            naam=self.naam.text().strip(),
            functie=self.functie.text().strip(),
            email=self.email.text().strip(),
        )
        if not self._desk.perform(act, self.notice):
            return
        self.notice.clear()
        for edit in (self.naam, self.functie, self.email):
            edit.clear()
        self.naam.setFocus()


class NewPartij(QWidget):
    """Naam and soort, Enter; then its first people can be typed."""

    added = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.notice = Notice()
        self.naam = _edit(self.tr("Naam van de nieuwe partij"), self.add)
        self.soort = Picker(self.tr("Soort van de nieuwe partij"), typing=True)
        self.soort.offer(choices.options("soort partij", desk.session, {}))
        line = self.soort.lineEdit()
        if line is not None:
            line.returnPressed.connect(self.add)
        self.setLayout(
            vertical(
                PlainLabel(self.tr("Nieuwe partij"), kind="strong"),
                _under(self.tr("Naam"), self.naam),
                _under(self.tr("Soort: bepaalt taken en geheim"), self.soort),
                button(self.tr("Partij toevoegen"), self.add),
                self.notice,
            )
        )

    def add(self) -> None:
        """The soort is asked when only the name is there."""
        if not self.naam.text().strip():
            self.naam.setFocus()
            return
        soort = self.soort.value()
        if soort is None:
            self.soort.setFocus()
            return
        suggest = partial(propose, self._desk.session, "partij.registreren")
        key = suggest(self.naam.text()) or suggest(_NAMELESS)
        act = PartijRegistreren(id=key, soort=soort, naam=self.naam.text().strip())
        if self._desk.perform(act, self.notice):
            self.notice.clear()
            self.naam.clear()
            self.soort.set_value(None)
            self.added.emit(key)
