"""The grondslagstempel: number, letter, words, Enter. Draws what `Stamping` asks."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from casus_app.domein.klad import Kladveld
from casus_app.domein.overleg import Bespreking
from casus_app.domein.tafel import SoortHouding
from casus_app.handelingen.inbreng import InbrengSchrappen, InbrengVastleggen
from casus_app.handelingen.tafel import BesprekingHouding
from casus_app.hulp import Vondst
from ui.desk import Desk
from ui.tafel.invoer.casus_help import CasusHelp
from ui.tafel.invoer.chips import NEED_KEY, Chips
from ui.tafel.invoer.drafts import Draft
from ui.tafel.invoer.key_cap import KeyCap
from ui.tafel.invoer.letters import ABOUT, LISTENS, NOTHING
from ui.tafel.invoer.stamp import Cap, Crumb, Phase
from ui.tafel.invoer.stamping import Stamping
from ui.tafel.keys import shortcut
from ui.tafel.staat import TafelStaat
from ui.widgets.ask_line import is_enter
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.kept_rows import KeptRows
from ui.widgets.layout import Columns, holder, horizontal, laid_out_once
from ui.widgets.notice import Notice, announce
from ui.widgets.plain_label import PlainLabel, literal
from ui.widgets.quiet_help import QuietHelp

if TYPE_CHECKING:
    from casus_app.handelingen import Handeling

TOO_MUCH = "Te veel gedeeld."
"""The reason that goes with the one key; a longer one can be given at the line itself."""
EMS = 60


class StampLine(QWidget):
    """Letters are answers while a question has a key for each answer, and text after that."""

    KEYS = (
        ("1-9", "Wie spreekt (in de invoerregel)"),
        ("Enter", "De grondslag is goed; of op tafel leggen"),
        ("Backspace", "In een lege invoerregel: één vraag terug"),
        ("Esc", "De invoerregel leegmaken"),
        ("↑, ↓", "Een andere grondslag"),
        ("-, +", "Minder of meer zeggen, bij de soort gegeven"),
    )
    put = Signal()
    """Something came on the table."""

    def __init__(self, desk: Desk, staat: TafelStaat, help_: CasusHelp) -> None:
        super().__init__()
        self._desk = desk
        self._staat = staat
        self.model = Stamping(desk.session)
        self._look = help_
        self._sure = False
        self._shown: tuple[object, ...] = ()
        self.question = PlainLabel(kind="strong")
        self.said = PlainLabel(tone="warn")
        self.edit = QLineEdit()
        self.edit.setAccessibleName(self.tr("Invoerregel"))
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._typed)
        self.put_button = button(self.tr("Op &tafel"), self._enter, kind="primary")
        self._crumbs, self._caps = Line(), Line()
        self._kept_crumbs = KeptRows(self._crumbs.flow)
        self._kept_caps = KeptRows(self._caps.flow, self._another_cap)
        self.chips = Chips(self.model)
        self.chips.changed.connect(self._changed)
        self.chips.need_asked.connect(self.change_need)
        self.conditions = PlainLabel(kind="small")
        self.barred = PlainLabel(kind="small")
        self.help = QuietHelp(self.edit, self._findings)
        self.notice = Notice()
        self.draft = Draft(staat, Kladveld.INBRENG, self._restore)
        field = horizontal(self.edit, self.put_button)
        field.setStretch(0, 1)
        line = Columns((self._crumbs, 0), (holder(field), 1), ems=EMS, gap=8)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        head = horizontal(self.question, self.said, gap=16)
        head.setStretch(1, 1)
        column.addLayout(head)
        column.addWidget(line)
        for part in (self.help, self._caps, self.chips, self.conditions, self.barred, self.notice):
            column.addWidget(part)
        self.setFocusProxy(self.edit)
        why = self.tr("Waarom dit gegeven nodig is, in de invoerregel")
        shortcut(self, NEED_KEY, why, self.change_need)
        staat.read.connect(self._read)
        staat.casus_changed.connect(self._other_casus)
        staat.gone.connect(self._forget)
        staat.speaker_changed.connect(self._follow_floor)

    @property
    def at_rest(self) -> bool:
        """Waits for a key, with nothing else to say: lower than this it need not get."""
        return self.model.phase < Phase.ROUTE and self.notice.isHidden()

    # --- hearing ---

    def _other_casus(self) -> None:
        self.model.start()
        self.model.punt = None
        self.edit.clear()
        self.notice.clear()

    def _forget(self) -> None:
        self.model.seats = []
        self._kept_crumbs.show_rows(())
        self._kept_caps.show_rows(())
        for told in (self.question, self.barred, self.conditions):
            told.setText("")
        self.edit.setAccessibleDescription("")
        self._shown = ()

    def _read(self, punt: Bespreking) -> None:
        self.model.read(punt, self._staat.seats)
        self._shown = ()  # the same stamp may rest on something else now
        self._show()

    def _follow_floor(self, who: str) -> None:
        """The drawn table gave somebody the floor; words that are being typed come first."""
        if not self.model.phase.in_words and who != self.model.stamp.wie:
            self.model.choose_speaker(who)
            self._show()

    def _findings(self, text: str) -> tuple[Vondst, ...]:
        return self._look.look(text) if self.model.phase.in_words else ()

    # --- keys ---

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Keys are answers first; what is left over is typing."""
        press = event.type() == QEvent.Type.KeyPress and watched is self.edit
        if press and isinstance(event, QKeyEvent) and self._pressed(event):
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        key, sure = event.key(), self._sure
        self._sure = False
        if is_enter(event):
            self._enter()
        elif key == Qt.Key.Key_Escape and self.model.phase is Phase.NEED:
            self.model.leave_need()
            self._after()
        elif key == Qt.Key.Key_Escape:
            self._escape(sure=sure)
        elif key == Qt.Key.Key_Backspace and self._at_start():
            if not event.isAutoRepeat():
                self.model.back()
                self._after()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.model.shift_base(1 if key == Qt.Key.Key_Down else -1)
            self._after()
        else:
            return self._letter(event)
        return True

    def _letter(self, event: QKeyEvent) -> bool:
        text = event.text()
        mods = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if mods or not text.isprintable() or not text:
            return False
        if event.isAutoRepeat() and not self.edit.text():
            return True  # the key that answered the last question is still held down
        if self.model.phase.in_words:
            return False
        self._do(self.model.press(text))
        return True

    def _at_start(self) -> bool:
        return self.edit.cursorPosition() == 0 and not self.edit.hasSelectedText()

    def _typed(self, text: str) -> None:
        """Typed, pasted or dictated."""
        if self.model.phase.in_words:
            self.model.type_words(text)
            self.draft.keep(self.model.draft())
            self.model.said = ""
            self.said.setText("")
            return
        self.edit.clear()
        if len(text.strip()) == 1:
            self._do(self.model.press(text.strip()))

    # --- doing ---

    def _enter(self) -> None:
        act = self.model.enter()
        if act is None:
            self._after()
        else:
            self._put(act)
        self.edit.setFocus()

    def _put(self, act: InbrengVastleggen) -> None:
        with_it = self.model.stamp
        self.model.done()
        self.draft.used()
        if self._desk.perform(act, self.notice):
            self._after()
            self.put.emit()
        else:
            self.model.start(with_it)
            self._after()

    def _do(self, beside: Cap | None) -> None:
        """What the key meant that was no answer."""
        if beside is None:
            self._after()
            return
        overleg, casus = self._staat.key
        who = self.model.stamp.wie
        act: Handeling
        if beside.key == ABOUT:
            self.model.turn_person()
            self._after()
            return
        if beside.key in {LISTENS, NOTHING}:
            kind = SoortHouding.LUISTERT if beside.key == LISTENS else SoortHouding.NIETS
            act = BesprekingHouding(
                overleg=overleg, casus=casus, professional=who, houding=kind.value
            )
        else:
            act = InbrengSchrappen(inbreng=beside.value, reden=TOO_MUCH)
        if self._desk.perform(act, self.notice) and beside.key in {LISTENS, NOTHING}:
            self.model.start()
        self._after()

    def change_need(self) -> None:
        """One key from the words; what stands there is selected, so that typing replaces it."""
        self.model.change_need()
        self._changed()
        if self.model.phase is Phase.NEED:
            self.edit.selectAll()

    def _changed(self) -> None:
        """What was proposed is something else now; one goes on typing in the line."""
        self._after()
        self.edit.setFocus()

    def _escape(self, *, sure: bool) -> None:
        """Clears; asks first when there are words that would be gone."""
        if not self.model.empty and not sure:
            self._sure = True
            self.model.said = self.tr("Nog een keer Esc, en deze tekst is weg.")
            self._say()
            return
        self.model.start()
        self.notice.clear()
        self._after()

    # --- showing ---

    def _after(self) -> None:
        self.draft.keep(self.model.draft())
        self._staat.let_speak(self.model.stamp.wie)
        self._show()

    def _restore(self, text: str) -> None:
        if self._staat.punt is not None:
            self.model.read(self._staat.punt, self._staat.seats)
        self.model.restore(text)
        self._staat.let_speak(self.model.stamp.wie)
        self._show()

    def show_again(self) -> None:
        """Draws what the model asks now."""
        self._show()

    def _show(self) -> None:
        """One key can ask for this more than once; what is shown already is not shown again."""
        model = self.model
        shown = (model.stamp, model.said, model.accepted)
        if shown == self._shown:
            return
        self._shown = shown
        with laid_out_once(self._column):
            self._draw()

    def _draw(self) -> None:
        model = self.model
        words = model.words()
        if self.edit.text() != words:
            self.edit.setText(words)
        question = model.question()
        if question != self.question.text():
            self.question.setText(question)
            self.edit.setAccessibleDescription(question)
            if self.edit.hasFocus():
                announce(self.edit, question)
        self._say()
        self._show_crumbs()
        self._show_caps()
        self.put_button.setVisible(model.phase.in_words)
        self.put_button.setText(
            self.tr("Op &tafel") if model.phase is Phase.TEXT else self.tr("&Verder")
        )
        self.chips.show_stamp()
        lines = model.conditions()
        self.conditions.setText("\n".join(f"•  {line}" for line in lines))
        self.conditions.setVisible(bool(lines) and model.phase is Phase.REASON)

    def _say(self) -> None:
        said = self.model.said or self.model.objection()
        if self.said.text() != said:
            self.said.setText(said)
            if said:
                announce(self.edit, said)
        self.said.setVisible(bool(said))

    def _show_crumbs(self) -> None:
        crumbs = self.model.crumbs()
        self._kept_crumbs.show_rows((crumb, partial(self._crumb, crumb)) for crumb in crumbs)
        self._crumbs.setVisible(bool(crumbs))

    def _crumb(self, crumb: Crumb) -> QWidget:
        text = self.tr("{what} ›").format(what=literal(crumb.text))
        name = self.tr("{answer}. Verander.").format(answer=crumb.said)
        return button(text, partial(self._go_back, crumb.phase), kind="quiet", name=name)

    def _show_caps(self) -> None:
        """While words are typed they are out of sight; often the same are asked for after that."""
        caps = self.model.caps()
        possible = [cap for cap in caps if cap.possible]
        barred = [cap for cap in caps if not cap.possible]
        if possible or not self._staat.is_open:
            self._kept_caps.show_rows((cap, partial(self._cap, cap)) for cap in possible)
        self._caps.setVisible(bool(possible))
        if self.model.phase is Phase.ROUTE:
            lines = [f"✕  {cap.text}: {cap.note}" for cap in barred]
        else:
            names = ", ".join(cap.text for cap in barred)
            lines = [self.tr("Kan niet door deze partij: {names}.").format(names=names)]
        self.barred.setText("\n".join(lines))
        self.barred.setVisible(bool(barred))

    def _cap(self, cap: Cap) -> QWidget:
        made = KeyCap(cap)
        made.clicked.connect(lambda: self._chosen(made.cap))
        return made

    @staticmethod
    def _another_cap(key: KeyCap, cap: Cap) -> bool:
        key.show_cap(cap)
        return True

    def _chosen(self, cap: Cap) -> None:
        self._do(self.model.choose(cap))
        self.edit.setFocus()

    def _go_back(self, phase: Phase) -> None:
        self.model.go_back_to(phase)
        self._after()
        self.edit.setFocus()
