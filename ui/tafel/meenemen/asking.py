"""What is asked under the matrix: for which afspraak, and with which condition."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.inbreng import Meeneming
from ui.desk import Desk
from ui.forms.composite import labelled
from ui.forms.editors import LineEditor
from ui.tafel.meenemen.derde import KENMERK, MUST, WHERE, Condition, condition
from ui.texts import day
from ui.widgets.buttons import button, submit_keys
from ui.widgets.date_field import DateField
from ui.widgets.flow import Line
from ui.widgets.layout import Columns, card, empty, holder, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel
from ui.widgets.row_button import RowButton

DIGITS = 9
"""So many have a key of their own; nobody has more afspraken for one casus."""


class AfspraakChoice(QWidget):
    """Somebody with more afspraken: the number says for which one it is needed."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.question = PlainLabel(kind="strong")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.buttons: list[RowButton] = []
        self._afspraken: tuple[Afspraak, ...] = ()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card(self.question, self._rows))
        self.hide()

    def ask(self, who: str, afspraken: Sequence[Afspraak]) -> None:
        """Shows them with their numbers, and takes the keyboard."""
        empty(self._rows)
        self._afspraken = tuple(afspraken)
        self.question.setText(
            self.tr("Voor welke afspraak heeft {who} het nodig? Druk het cijfer.").format(who=who)
        )
        self.buttons = []
        for number, afspraak in enumerate(afspraken, start=1):
            until = self.tr("uiterlijk {day}").format(day=day(afspraak.uiterlijk))
            row = RowButton(
                f"{number}  {afspraak.wat}",
                until,
                (),
                partial(self.chosen.emit, afspraak.id),
            )
            row.setMinimumHeight(44)
            self._rows.addWidget(row)
            self.buttons.append(row)
        self.show()
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Nothing is asked."""
        empty(self._rows)
        self.buttons = []
        self.question.setText("")
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """The digit of an afspraak; arrows move, Esc goes back."""
        index = event.key() - Qt.Key.Key_1
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        focused = next((n for n, row in enumerate(self.buttons) if row.hasFocus()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif index in range(min(len(self.buttons), DIGITS)):
            self.chosen.emit(self._afspraken[index].id)
        elif event.key() in steps:
            self.buttons[(focused + steps[Qt.Key(event.key())]) % len(self.buttons)].setFocus()
        else:
            super().keyPressEvent(event)


class ConditionForm(QWidget):
    """Only where it is wanted: a condition, and until when it may be kept.

    For a derde always, and first where the rechtmatigheidstoets can be found.
    """

    said = Signal()
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = PlainLabel(kind="strong")
        self._tests = False
        self.kenmerk = LineEditor(KENMERK)
        must = PlainLabel("\n".join(f"•  {one}" for one in MUST))
        self.must = holder(
            vertical(
                PlainLabel(self.tr("Dit gaat naar een derde. Dat mag alleen als:")),
                must,
                labelled(KENMERK, self.kenmerk, WHERE),
                gap=8,
            )
        )
        self.voorwaarde = LineEditor(self.tr("Voorwaarde"))
        self.tot = DateField(self.tr("Bewaren tot"), desk.session.vandaag())
        self.notice = Notice()
        self.say = button(self.tr("&Zo mag het mee"), self._say, kind="primary")
        leave = button(self.tr("Toch niet"), self.left.emit)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(
            card(
                self.title,
                self.must,
                Columns(
                    (
                        labelled(
                            self.tr("Voorwaarde"),
                            self.voorwaarde,
                            self.tr("Bijvoorbeeld: alleen voor het gesprek. Mag leeg blijven."),
                        ),
                        3,
                    ),
                    (
                        labelled(
                            self.tr("Bewaren tot"),
                            self.tot,
                            self.tr("Leeg: zo lang als de afspraak loopt."),
                        ),
                        2,
                    ),
                    ems=60,
                    gap=16,
                ),
                self.notice,
                Line(self.say, leave),
            )
        )
        submit_keys(self, self._say)
        for field in (self.kenmerk.edit, self.voorwaarde.edit, self.tot.edit):
            field.returnPressed.connect(self._say)
        away = QShortcut(QKeySequence("Esc"), self)
        away.setWhatsThis(self.tr("Terug naar de matrix"))
        away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        away.activated.connect(self.left)
        self.hide()

    def ask(self, title: str, mee: Meeneming | None, *, tested: bool = False) -> None:
        """With what was said before, when it was said before; `tested` is for a derde."""
        said = mee.voorwaarden if mee else ""
        kept = condition(said) if tested else Condition("", said)
        self._tests = tested
        self.title.setText(title)
        self.notice.clear()
        self.must.setVisible(tested)
        self.kenmerk.set_value(kept.kenmerk or None)
        self.voorwaarde.set_value(kept.rest or None)
        self.tot.set_value(mee.bewaren_tot if mee else None)
        self.show()
        (self.kenmerk if tested else self.voorwaarde).setFocus()

    @property
    def voorwaarden(self) -> str:
        """What is kept with the release."""
        rest = str(self.voorwaarde.value() or "")
        kenmerk = str(self.kenmerk.value() or "") if self._tests else ""
        return Condition(kenmerk, rest).text()

    def clear(self) -> None:
        """Nothing typed for the last one may stay."""
        self.title.setText("")
        self.notice.clear()
        for field in (self.kenmerk, self.voorwaarde, self.tot):
            field.set_value(None)
        self.hide()

    def _say(self) -> None:
        if self.tot.is_unclear():
            text = self.tr("Deze dag begrijp ik niet. Kijk hem na, of laat het leeg.")
            self.notice.say(text, tone="warn")
            self.tot.setFocus()
        elif self._tests and not Condition(str(self.kenmerk.value() or ""), "").named:
            text = self.tr(
                "Vul het kenmerk van de rechtmatigheidstoets in. Zonder toets krijgt een derde "
                "niets mee."
            )
            self.notice.say(text, tone="warn")
            self.kenmerk.setFocus()
        else:
            self.said.emit()
