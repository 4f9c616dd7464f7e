"""What all parts of the dossier have: a card with what is known, and a form that opens in it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget

from casus_app.domein.casus import Casus
from ui.desk import Desk
from ui.dossier.inline_form import InlineForm
from ui.messages import Question
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import CARD_MARGIN, empty, vertical
from ui.widgets.plain_label import PlainLabel


class Way(NamedTuple):
    """An act one can begin here: its name, what is on its button, and what opens its form."""

    handeling: str
    text: str
    begin: Callable[[], object]


class Part(QFrame):
    """Reads again when something changes; what is being typed in its form stays."""

    opened = Signal(object)
    """A form opened here, and wants to be in sight."""
    finished = Signal()
    """What the form was for is done; what comes next is elsewhere on the page."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self.desk = desk
        self.session = desk.session
        self.casus: Casus | None = None
        self.form: InlineForm | None = None
        self.setProperty("kind", "card")
        self._told = vertical(gap=8)
        self._place = vertical(gap=0)
        title_label = PlainLabel(title, kind="heading")
        self.content = vertical(title_label, self._told, self._place, gap=12, margin=CARD_MARGIN)
        self.setLayout(self.content)

    def show_casus(self, casus: Casus) -> None:
        """Shows this casus as it is now; another casus lets go of what was typed."""
        if self.casus is not None and self.casus.id != casus.id:
            self.close_form()
        if casus.afgeschermd:
            self.close_form()
        self.casus = casus
        empty(self._told)
        for widget in self.told(casus):
            self._told.addWidget(widget)

    def told(self, casus: Casus) -> list[QWidget]:
        """What is known, and the buttons of what can be done."""
        raise NotImplementedError  # each heir says how

    def choices(self, casus: Casus, *ways: Way) -> list[QWidget]:
        """A button for each act this user may do, while no form is open yet."""
        if casus.afgeschermd or self.form is not None:
            return []
        made = [button(way.text, way.begin) for way in ways if self.session.may(way.handeling)]
        return [Line(*made)] if made else []

    # --- the form ---

    def open_form(self, form: InlineForm) -> None:
        """One form at a time; the cursor is in its first field."""
        self.close_form()
        self.form = form
        form.done.connect(self._on_done)
        form.left.connect(self.leave)
        self._place.addWidget(form)
        self._again()
        QTimer.singleShot(0, form, form.begin)
        self.opened.emit(form)

    def leave(self) -> bool:
        """Away from the form; asks first when something was typed. False while it asks."""
        if self.form is not None and self.form.dirty:
            self.desk.messages.ask(
                Question(
                    self.tr("Formulier sluiten?"),
                    self.tr("Wat u hier invulde gaat dan weg."),
                    self.tr("Sluiten"),
                    self._away,
                    self.tr("Verder invullen"),
                )
            )
            return False
        self._away()
        return True

    def close_form(self) -> None:
        """Without asking."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            empty(self._place)

    def _away(self) -> None:
        self.close_form()
        self._again()
        QTimer.singleShot(0, self, self._focus_first)

    def _on_done(self) -> None:
        self.close_form()
        self._again()
        self.finished.emit()

    def _again(self) -> None:
        if self.casus is not None:
            self.show_casus(self.casus)

    def _focus_first(self) -> None:
        for made in self.findChildren(QAbstractButton):
            if made.isVisible() and made.isEnabled():
                made.setFocus()
                return
