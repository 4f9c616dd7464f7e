"""The slot under the table: which line is there at which step."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame

from ui.desk import Desk
from ui.dossier.inline_form import InlineForm
from ui.forms.editors import TextEditor
from ui.tafel.invoer.afspraak_line import AfspraakLine
from ui.tafel.invoer.besluit_draft import BesluitDraft
from ui.tafel.invoer.casus_help import CasusHelp
from ui.tafel.invoer.stamp_line import StampLine
from ui.tafel.staat import TafelStaat
from ui.tafel.steps import Step
from ui.widgets.layout import vertical
from ui.widgets.quiet_help import QuietHelp
from ui.widgets.steady import Steady


class InputLine(QFrame):
    """Only while the casus lies on the table, and only where something is said or agreed."""

    def __init__(self, desk: Desk, staat: TafelStaat) -> None:
        super().__init__()
        self._staat = staat
        self.setProperty("kind", "line")
        self.setAccessibleName(self.tr("Invoer"))
        self.help = CasusHelp(desk.session, staat)
        self.stamp = StampLine(desk, staat, self.help)
        self._was_open = False
        self._here: StampLine | AfspraakLine | None = None
        self.afspraak = AfspraakLine(desk, staat, self.help)
        self.stamp.hide()
        self.afspraak.hide()
        self._lines: dict[Step, StampLine | AfspraakLine] = {
            Step.BEELD: self.stamp,
            Step.OORDEEL: self.stamp,
            Step.BESLUIT: self.afspraak,
        }
        self._besluit_draft = BesluitDraft(staat)
        self._drafts = [self.stamp.draft, self.afspraak.draft, self._besluit_draft]
        self._room = Steady(
            self.stamp,
            self.afspraak,
            at_rest=lambda: self._here is self.stamp and self.stamp.at_rest,
        )
        self.setLayout(vertical(self._room))
        staat.step_changed.connect(self._show)
        staat.read.connect(self._read)
        staat.session.locking.connect(self.flush)
        staat.casus_changed.connect(self._room.settle)
        self._show()

    def take_focus(self) -> bool:
        """Whether there is a line here to type in; then that is where the keys go."""
        line = self._lines.get(self._staat.step)
        if line is None or not self.isVisible():
            return False
        line.setFocus()
        return True

    def watch_besluit(self, form: InlineForm) -> None:
        """A draft for the besluit too, and the quiet help for its words."""
        words = form.editor("besluit")
        layout = words.layout()
        if isinstance(words, TextEditor) and layout is not None:
            layout.addWidget(QuietHelp(words.edit, self.help.look))
        self._besluit_draft.follow(form)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """A lock, another page, closing: nothing waits any longer."""
        super().hideEvent(event)
        self.flush()

    def flush(self) -> None:
        """What was typed is kept now."""
        for draft in self._drafts:
            draft.flush()

    def _read(self, _punt: object) -> None:
        """Just opened: the first thing is to type here."""
        was_open, self._was_open = self._was_open, self._staat.is_open
        self._show()
        if self._was_open and not was_open:
            QTimer.singleShot(0, self, self.take_focus)

    def _show(self, _what: object = None) -> None:
        here = self._lines.get(self._staat.step)
        if here is not self._here:
            self._here = here
            for line in set(self._lines.values()):
                line.setVisible(line is here)
            self._room.settle()
        self.setVisible(here is not None and self._staat.is_open)
