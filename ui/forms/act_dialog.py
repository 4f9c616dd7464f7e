"""One handeling as a dialog: its sentence, its fields, and what is still in the way."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from casus_app.domein.toegang import Geheim
from ui import final
from ui.actions import BY_NAME
from ui.answers import TO_READ, AnswerDialog, in_words
from ui.files import choose
from ui.forms.act_form import ActForm
from ui.messages import Question
from ui.texts import listed
from ui.verslagen.paper_dialog import PaperDialog
from ui.waiting import MAKES_PAPER
from ui.widgets.buttons import button, submit_keys
from ui.widgets.layout import GAP, holder, horizontal, scrolling, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel, literal
from ui.widgets.reading_order import ReadingOrder
from ui.wijzer.opening import add_key

if TYPE_CHECKING:
    from casus_app.fouten import CasusFout
    from casus_app.handelingen import Handeling
    from ui.desk import Desk

MAKES_CASUS = frozenset({"casus.aanmelden", "casus.aanmelden-zonder-naam"})
"""After these one goes on in the dossier."""
LETTERS = 84
MARGIN = 24


class ActDialog(ReadingOrder, QDialog):
    """A refusal appears beside the field that caused it, and else at the top; nothing is lost."""

    FORM: ClassVar[type[ActForm]] = ActForm

    def __init__(
        self,
        handeling: str,
        desk: "Desk",
        preset: Mapping[str, object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        act = BY_NAME[handeling]
        self._desk = desk
        self._session = session = desk.session
        self._messages = desk.messages
        self._exporter = desk.exporter
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(act.text)
        self.notice = Notice()
        self.form = self.FORM(handeling, session, preset)
        self.submit_button = button(literal(act.text), self.submit, kind="primary")
        self.cancel_button = button(self.tr("Annuleren"), self.reject)
        self._lay_out(act.text, act.explain)
        submit_keys(self, self.submit)
        add_key(self, session)
        session.locked.connect(self.close_now)
        self.form.begin()

    def _lay_out(self, title: str, explain: str) -> None:
        head = (PlainLabel(title, kind="title"), PlainLabel(explain, kind="soft"), self.notice)
        inside = holder(vertical(*head, self.form, None, gap=GAP, margin=MARGIN))
        self._scroll = scrolling(inside, title)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = horizontal(
            PlainLabel(self.tr("Ctrl+Enter"), kind="small", wrap=False),
            None,
            self.cancel_button,
            self.submit_button,
        )
        foot.setContentsMargins(MARGIN, 12, MARGIN, 16)
        self.setLayout(vertical(self._scroll, foot, gap=0))
        room = self.screen().availableGeometry().size() - QSize(48, 64)
        wide = min(LETTERS * self.fontMetrics().averageCharWidth(), room.width())
        high = inside.heightForWidth(wide) + foot.sizeHint().height() + GAP
        self.resize(wide, min(high, room.height(), 760))

    @property
    def told(self) -> Notice:
        """Where the last sentence stands."""
        return self.notice if self.form.beside.isHidden() else self.form.beside

    def show_fault(self, fault: "CasusFout") -> None:
        """Beside the field that caused it; at the top when no field did."""
        if not self.form.show_fault(fault):
            self.notice.show_fault(fault)

    def clear(self) -> None:
        """Nothing to say any more."""
        self.notice.clear()
        self.form.beside.clear()

    def _show_notice(self) -> None:
        """One must see it from wherever one is in the form."""
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.told))

    def submit(self) -> None:
        """Does it, or says what is missing."""
        if missing := self.form.missing():
            self.clear()
            text = self.tr("Vul nog in: {fields}.").format(fields=listed(missing))
            self.notice.say(text, tone="warn")
            self.form.focus_on(missing[0])
            self._show_notice()
            return
        handeling = self.form.handeling()
        if objection := self._session.objection(handeling):
            del objection  # the real attempt says it, and leaves its line in the logboek
            self._perform(handeling)
        elif asked := final.question(self._session, handeling, lambda: self._go(handeling)):
            self._messages.ask(asked)
        else:
            self._go(handeling)

    def _go(self, handeling: "Handeling") -> None:
        self._desk.confirmed(handeling.NAAM, lambda: self._go_on(handeling))

    def _go_on(self, handeling: "Handeling") -> None:
        if handeling.NAAM in MAKES_PAPER:
            title = self.tr("In welke map komen de papieren?")
            choose(self, title, "folder", lambda folder: self._perform(handeling, folder))
        else:
            self._perform(handeling)

    def _perform(self, handeling: "Handeling", folder: Path | None = None) -> None:
        with self._messages.shown_in(self):
            outcome = self._session.outcome_of(handeling)
        if outcome is None:
            self._show_notice()
            return
        self.form.dirty = False
        self.accept()
        window = self.parentWidget() or self
        if folder is not None:
            self._exporter.write_into(folder, outcome.papieren, window, outcome)
        elif outcome.voorbeelden:
            PaperDialog(self._desk, outcome.voorbeelden[0], window).open()
        elif outcome.handeling in TO_READ:
            AnswerDialog(outcome, window).open()
        else:
            self._messages.tell(in_words(outcome))
        if isinstance(given := outcome.antwoord.get("wachtzin"), Geheim):
            self._desk.show_given(str(getattr(handeling, "naam", "")), given)
        if handeling.NAAM == "herstelsleutel.maken":
            self._messages.ask(final.type_back(self._desk.open_act))
        if handeling.NAAM in MAKES_CASUS:
            self._desk.dossier_asked.emit(str(getattr(handeling, "id", "")))

    def reject(self) -> None:
        """Escape; asks first when something was typed."""
        if not self.form.dirty:
            super().reject()
            return
        self._messages.ask(
            Question(
                self.tr("Formulier sluiten?"),
                self.tr("Wat u hier invulde gaat dan weg."),
                self.tr("Sluiten"),
                self.close_now,
                self.tr("Verder invullen"),
            )
        )

    def close_now(self) -> None:
        """Without asking: the kluis is locked, or it was asked already."""
        self.form.dirty = False
        super().reject()
