"""One act, done in the page itself: its fields, and beside each what stands in its way."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from casus_app.handelingen import HANDELINGEN, SCHERMHANDELINGEN, Handeling, verplichte_velden
from casus_app.handelingen.oorzaak import oorzaken
from casus_app.weigeringen import Weigering
from ui.desk import Desk
from ui.forms.composite import labelled
from ui.forms.editors import DateEditor, Editor, NumberEditor
from ui.forms.fields import field_of
from ui.forms.radios import MUST_CHOOSE
from ui.widgets.buttons import button, submit_keys
from ui.widgets.flow import Line
from ui.widgets.layout import Columns, Item, holder, vertical
from ui.widgets.notice import Notice, announce
from ui.widgets.plain_label import PlainLabel

_MUST_CHOOSE = (*MUST_CHOOSE, DateEditor, NumberEditor)
GAP = 12


class Ask(NamedTuple):
    """One field of the act; a label or help of its own where the general words do not fit."""

    name: str
    editor: Editor
    label: str = ""
    help: str = ""


class _Place(NamedTuple):
    """A field as it stands on the page."""

    editor: Editor
    whole: QWidget
    hint: PlainLabel
    notice: Notice


class InlineForm(QWidget):
    """Asks the rules while one types and says it calmly; a real refusal stays at its field.

    `rows` are the fields, those in one tuple beside each other. `known` are fields that need no
    asking.
    """

    done = Signal()
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        handeling: str,
        known: Mapping[str, object],
        rows: Sequence[tuple[Ask, ...]],
        *,
        submit: str,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._klasse = {**HANDELINGEN, **SCHERMHANDELINGEN}[handeling]
        self._known = dict(known)
        self._places: dict[str, _Place] = {}
        self.dirty = False
        self.before: Callable[[], Mapping[str, object]] | None = None
        """Gives more known values at the moment of doing."""
        self.foot = Notice()
        self._verdict = PlainLabel(kind="small")
        self.submit_button = button(submit, self.submit, kind="primary")
        self.leave_button = button(self.tr("Toch niet"), self.left.emit)
        items: list[Item] = [self._row(row) for row in rows]
        buttons = Line(self.submit_button, self.leave_button)
        self.setLayout(vertical(*items, self.foot, self._verdict, buttons, gap=16))
        submit_keys(self, self.submit)
        away = QShortcut(QKeySequence("Esc"), self)
        away.setWhatsThis(self.tr("Het formulier op de bladzij sluiten"))
        away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        away.activated.connect(self.left)

    def _row(self, row: tuple[Ask, ...]) -> QWidget:
        made = [self._field(ask) for ask in row]
        if len(made) == 1:
            return made[0]
        return Columns(*((field, 1) for field in made), ems=26 * len(made), gap=16)

    def _field(self, ask: Ask) -> QWidget:
        field = field_of(self._klasse.NAAM, ask.name)
        hint, notice = PlainLabel(tone="warn"), Notice()
        hint.hide()
        asked = labelled(ask.label or field.label, ask.editor, ask.help or field.help)
        whole = holder(vertical(asked, hint, notice, None, gap=4))
        self._places[ask.name] = _Place(ask.editor, whole, hint, notice)
        ask.editor.changed.connect(self._on_change)
        return whole

    def editor(self, name: str) -> Editor:
        """The editor of this field."""
        return self._places[name].editor

    def show_field(self, name: str, shown: bool) -> None:
        """Not every field is asked always; what is not asked is not sent."""
        self._places[name].whole.setVisible(shown)

    def begin(self) -> None:
        """The cursor in the first field."""
        next(iter(self._places.values())).editor.setFocus()

    # --- the act ---

    def values(self) -> dict[str, object]:
        """What is filled in and asked for."""
        found = dict(self._known)
        for name, place in self._places.items():
            value = place.editor.value()
            if not place.whole.isHidden() and value is not None:
                found[name] = value
        return {**found, **(self.before() if self.before else {})}

    def missing(self) -> dict[str, str]:
        """Which fields keep this from being an act at all, and what to do about each."""
        fields = msgspec.structs.fields(self._klasse)
        optional = {field.name for field in fields if not field.required}
        needed = verplichte_velden(self._klasse)
        lacking = {}
        for name, place in self._places.items():
            if place.whole.isHidden():
                continue
            if place.editor.unclear():
                lacking[name] = self.tr("Dit begrijp ik niet. Kijk het na.")
            elif place.editor.value() is None and (
                name in needed or (isinstance(place.editor, _MUST_CHOOSE) and name not in optional)
            ):
                lacking[name] = self.tr("Vul dit nog in.")
        return lacking

    def handeling(self) -> Handeling:
        """The act as filled in; ask `missing` first."""
        values = self.values()
        for info in msgspec.structs.fields(self._klasse):
            if info.required and info.name not in values:
                is_list = getattr(info.type, "__origin__", None) is tuple
                values[info.name] = () if is_list else ""
        return msgspec.convert(values, self._klasse, builtin_types=(date,))

    def submit(self) -> None:
        """Does it; or says beside the field what is in the way, and goes there."""
        self._quiet()
        if missing := self.missing():
            for name, text in missing.items():
                self._say_beside(self._places[name].hint, text)
            first = next(iter(missing))
            self._places[first].editor.setFocus()
            announce(self, missing[first])
            return
        handeling = self.handeling()
        objection = self._desk.session.objection(handeling)
        field = self._caused_by(handeling, objection) if objection else ""
        place = self._places[field].notice if field else self.foot
        if self._desk.perform(handeling, place):
            self.dirty = False
            self.done.emit()
        elif field:
            self._places[field].editor.setFocus()

    def _caused_by(self, handeling: Handeling, objection: Weigering) -> str:
        """The field to blame, or nothing when it is the whole act."""
        for name in oorzaken(handeling, objection):
            if name in self._places and not self._places[name].whole.isHidden():
                return name
        return ""

    # --- while one types ---

    def _on_change(self) -> None:
        self.dirty = True
        self._quiet()
        if self.missing():
            return
        handeling = self.handeling()
        objection = self._desk.session.objection(handeling)
        if objection is None:
            self._verdict.set_tone("good")
            self._verdict.setText(self.tr("✓ Zo kan het."))
            self._verdict.show()
            return
        field = self._caused_by(handeling, objection)
        label = self._places[field].hint if field else self._verdict
        self._say_beside(label, objection.melding)

    @staticmethod
    def _say_beside(label: PlainLabel, text: str) -> None:
        label.set_tone("warn")
        label.setText(f"▲ {text}")
        label.show()

    def _quiet(self) -> None:
        self.foot.clear()
        self._verdict.hide()
        for place in self._places.values():
            place.hint.hide()
            place.notice.clear()
