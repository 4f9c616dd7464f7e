"""A form made from the fields of one handeling; it gives that handeling, filled in."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casus_app.fouten import CasusFout
from casus_app.handelingen import HANDELINGEN, SCHERMHANDELINGEN, Handeling
from casus_app.handelingen.kern import Vorm
from casus_app.handelingen.oorzaak import oorzaken
from casus_app.weigeringen import Weigering
from ui.forms import choices, editors
from ui.forms.composite import composite, labelled
from ui.forms.editors import Editor
from ui.forms.fields import ORDER, SECTIONS, Field, field_of
from ui.forms.file_editor import FileEditor
from ui.forms.keys import propose
from ui.forms.secret_editor import NewSecretEditor, SecretEditor
from ui.session import Session
from ui.tafel.meenemen import derde
from ui.widgets.layout import vertical
from ui.widgets.notice import Notice
from ui.widgets.picker import LONG
from ui.widgets.plain_label import PlainLabel

KADER = "kader"
"""Asked once, with the instelling; it is not a field of the handeling."""
TOETS = "kenmerk"
"""Asked before a derde takes something along; it is kept with the voorwaarden."""

_SIMPLE: Mapping[str, Callable[[str], Editor]] = {
    "line": editors.LineEditor,
    "key": editors.LineEditor,
    "text": partial(editors.TextEditor, lines=3),
    "text2": partial(editors.TextEditor, lines=2),
    "time": editors.TimeEditor,
    "words": editors.WordsEditor,
    "days": partial(editors.NumberEditor, unit="dagen"),
    "months": partial(editors.NumberEditor, unit="maanden"),
    "minutes": partial(editors.NumberEditor, unit="minuten"),
    "number": editors.NumberEditor,
    "casus file": FileEditor,
    "secret": SecretEditor,
    "new secret": NewSecretEditor,
}
_MANY = {"professionals", "partijen", "all seated", "domeinen"}
_JUDGED = {"text", "text2", "line", "taak", "grondslag"}
_FOLLOWS = {
    "partij.registreren": "naam",
    "professional.registreren": "functie",
    "overleg.plannen": "datum",
    "kring.toevoegen": "relatie",
}
"""Which field the proposed key follows, until somebody types another key."""


class ActForm(QWidget):
    """Nothing is filled in but what is given, what the draaiboek takes by itself, and the key."""

    changed = Signal()

    def __init__(self, handeling: str, session: Session, preset: Mapping[str, object]) -> None:
        super().__init__()
        self._session = session
        self._klasse = {**HANDELINGEN, **SCHERMHANDELINGEN}[handeling]
        self._handeling = handeling
        self._info = {info.name: info for info in msgspec.structs.fields(self._klasse)}
        self._own_key = False
        self._filling = False
        self.editors: dict[str, Editor] = {}
        self._fields: dict[str, Field] = {}
        self._holders: dict[str, QWidget] = {}
        self.beside = Notice()
        self._layout = vertical(gap=16)
        self.setLayout(self._layout)
        self._build(preset)
        self._refresh()
        self.dirty = False

    def _build(self, preset: Mapping[str, object]) -> None:
        if self._handeling == "instelling.inrichten":
            self._add(KADER, Field("kader", "Onder welk recht werkt dit huis"))
        headings = dict(SECTIONS.get(self._handeling, ()))
        for name in ORDER.get(self._handeling, tuple(self._info)):
            if headings.get(name):
                self._layout.addWidget(PlainLabel(headings[name], kind="heading"))
            if (self._handeling, name) == ("meenemen.toestaan", "voorwaarden"):
                must = "\n".join(("Dit gaat naar een derde. Dat mag alleen als:", *derde.MUST))
                self._add(TOETS, Field("line", derde.KENMERK, f"{must}\n{derde.WHERE}"))
            self._add(name, field_of(self._handeling, name))
        self._fill(preset)

    def _add(self, name: str, field: Field) -> None:
        editor = self._make(field.kind, field.label)
        self.editors[name] = editor
        self._fields[name] = field
        self._holders[name] = labelled(field.label, editor, field.help)
        self._layout.addWidget(self._holders[name])
        if name == "id":
            editor.changed.connect(self._on_key)
        editor.changed.connect(self._on_change)

    def _make(self, kind: str, label: str) -> Editor:
        """The editor for a kind of field."""
        session = self._session
        if made := composite(kind, label, session, self._make):
            return made
        if kind in _SIMPLE:
            return _SIMPLE[kind](label)
        if kind == "date":
            return editors.DateEditor(label, session.vandaag())
        offered = choices.options(kind, session, {})
        if kind in _MANY:
            return editors.ManyEditor(label, offered)
        return editors.ChoiceEditor(label, offered, typing=len(offered) >= LONG)

    def _fill(self, preset: Mapping[str, object]) -> None:
        self._filling = True
        self._own_key = "id" in preset
        if KADER in self.editors and KADER in preset:
            self.editors[KADER].set_value(preset[KADER])
        for name, info in self._info.items():
            if name in preset:
                self.editors[name].set_value(preset[name])
                self._offer()
            elif not info.required and isinstance(info.default, str | int) and info.default:
                self.editors[name].set_value(_plain(info.default))
        self._filling = False
        self._propose_key()

    def values(self) -> dict[str, object]:
        """What is filled in; a field that is not shown or is empty is not there."""
        found = {
            name: editor.value()
            for name, editor in self.editors.items()
            if not self._holders[name].isHidden()
        }
        return {name: value for name, value in found.items() if value is not None}

    def missing(self) -> list[str]:
        """Labels of what cannot be left empty or cannot be read."""
        values = self.values()
        lacking = []
        for name, editor in self.editors.items():
            if self._holders[name].isHidden():
                continue
            field, info = self._fields[name], self._info.get(name)
            empty = name not in values
            if name == TOETS and not empty:
                empty = not derde.Condition(str(values[TOETS]), "").named
            if editor.unclear() or (empty and _is_needed(field, info)):
                lacking.append(field.label)
        return lacking

    def begin(self) -> None:
        """The cursor in the first field where nothing stands yet."""
        shown = [e for name, e in self.editors.items() if not self._holders[name].isHidden()]
        waiting = [editor for editor in shown if editor.value() is None]
        for editor in (waiting or shown)[:1]:
            editor.setFocus()

    def focus_on(self, label: str) -> None:
        """Puts the cursor in the field with this label."""
        for name, field in self._fields.items():
            if field.label == label:
                self.editors[name].setFocus()

    def show_fault(self, fault: CasusFout) -> bool:
        """Says it beside the field that caused it; `False` when no field on this form did."""
        if not isinstance(fault, Weigering):
            return False
        asked = (n for n in oorzaken(self.handeling(), fault) if not self._holders[n].isHidden())
        name = next(asked, None)
        place = self._holders[name].layout() if name else None
        if name is None or place is None:
            return False
        place.addWidget(self.beside)
        self.beside.show_fault(fault)
        self.editors[name].setFocus()
        return True

    def handeling(self) -> Handeling:
        """The handeling as filled in; ask `missing` first."""
        values = self.values()
        kader = values.pop(KADER, None)
        if isinstance(kader, str):
            self._session.begin_with(kader)
        if TOETS in values:
            rest = str(values.get("voorwaarden") or "")
            values["voorwaarden"] = derde.Condition(str(values.pop(TOETS)), rest).text()
        for name, info in self._info.items():
            if info.required and name not in values:
                values[name] = _nothing(info)
        return msgspec.convert(values, self._klasse, builtin_types=(date,))

    def _on_change(self) -> None:
        if not self._filling:
            self.dirty = True
            self._refresh()
            self.changed.emit()

    def _on_key(self) -> None:
        if not self._filling:
            self._own_key = True

    def _refresh(self) -> None:
        """Offers what fits what is filled in now, and hides what is not asked."""
        self._filling = True
        self._offer()
        self._filling = False
        if "pet" in self.editors:
            self._show("pet", choices.needs_pet(self._session, self.values()))
        if TOETS in self.editors:
            self._show(TOETS, choices.needs_test(self._session, self.values()))
        if self._handeling == "casus.trap-verder":
            for name in ("naam", "geboortedatum", "kring"):
                self._show(name, choices.needs_name(self._session, self.values()))
        if self._handeling == "casus.wegen":
            weging = self._session.catalogus.kaders[self._session.kader].weging
            self._show("criteria", weging == "criteria")
            self._show("domeinen", weging == "domeinen")
        self._propose_key()

    def _offer(self) -> None:
        values = self.values()
        for name, editor in self.editors.items():
            offered = choices.options(self._fields[name].kind, self._session, values)
            if offered or self._fields[name].kind in choices.KINDS:
                editor.offer(offered)

    def _show(self, name: str, shown: bool) -> None:
        self._holders[name].setVisible(shown)

    def _propose_key(self) -> None:
        if "id" not in self.editors or self._own_key:
            return
        said = (
            self.editors[_FOLLOWS[self._handeling]].value() if self._handeling in _FOLLOWS else ""
        )
        text = said.isoformat() if isinstance(said, date) else str(said or "")
        casus = self.editors["casus"].value() if "casus" in self.editors else ""
        key = propose(self._session, self._handeling, text, str(casus or ""))
        if self.editors["id"].value() != (key or None):
            self._filling = True
            self.editors["id"].set_value(key)
            self._filling = False


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value


def _is_needed(field: Field, info: msgspec.structs.FieldInfo | None) -> bool:
    """Whether the form itself asks for it; where the rules have their own sentence, they speak."""
    if info is None:
        return True
    judged = (info.type is str and field.kind in _JUDGED) or _is_list(info)
    return info.required and not judged


def _nothing(info: msgspec.structs.FieldInfo) -> object:
    """What stands for a field that is needed and not filled in; the rules say what they miss."""
    if _is_list(info):
        return ()
    return {} if isinstance(info.type, type) and issubclass(info.type, Vorm) else ""


def _is_list(info: msgspec.structs.FieldInfo) -> bool:
    return getattr(info.type, "__origin__", None) is tuple
