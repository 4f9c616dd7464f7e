"""Editors for values that have parts: a person, a list of people, the four criteria."""

from collections.abc import Callable, Mapping
from itertools import count
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.forms.checks import ChecksEditor, GegevensEditor
from ui.forms.editors import Editor, TextEditor
from ui.forms.keys import slug
from ui.session import Session
from ui.texts import sentence
from ui.widgets.buttons import button
from ui.widgets.layout import Columns, holder, horizontal, vertical
from ui.widgets.plain_label import Kind, PlainLabel

MakeEditor = Callable[[str, str], Editor]
"""A kind and a label give an editor."""


class Part(NamedTuple):
    """One field within a value."""

    name: str
    kind: str
    label: str
    needed: bool = True


def labelled(
    label: str, editor: QWidget, help_text: str = "", *, kind: Kind = "strong"
) -> QWidget:
    """A label above its editor, with a line of help between them."""
    head = PlainLabel(label, kind=kind)
    head.setBuddy(editor)
    items: list[QWidget] = [head]
    if help_text:
        items.append(PlainLabel(help_text, kind="small"))
        editor.setAccessibleDescription(help_text)
    return holder(vertical(*items, editor, None, gap=2))


class GroupEditor(Editor):
    """A value with a fixed number of parts, beside each other when there is room."""

    def __init__(self, parts: tuple[Part, ...], make: MakeEditor) -> None:
        super().__init__()
        self._parts = parts
        self.editors = {part.name: make(part.kind, part.label) for part in parts}
        for editor in self.editors.values():
            editor.changed.connect(self.changed)
        fields = [
            (labelled(part.label, self.editors[part.name], kind="body"), 1) for part in parts
        ]
        self.setLayout(vertical(Columns(*fields, ems=18 * len(fields), gap=12)))
        self.setFocusProxy(next(iter(self.editors.values())))

    def value(self) -> object:
        found = {name: editor.value() for name, editor in self.editors.items()}
        return {name: value for name, value in found.items() if value is not None} or None

    def set_value(self, value: object) -> None:
        for name, editor in self.editors.items():
            editor.set_value(value.get(name) if isinstance(value, Mapping) else None)

    def unclear(self) -> bool:
        found = self.value()
        half = isinstance(found, Mapping) and any(
            part.needed and part.name not in found for part in self._parts
        )
        return half or any(editor.unclear() for editor in self.editors.values())


class RowsEditor(Editor):
    """A list of values; it begins empty, and each row can go again."""

    def __init__(self, name: str, add: str, parts: tuple[Part, ...], make: MakeEditor) -> None:
        super().__init__()
        self._name = name
        self._parts = parts
        self._make = make
        self.rows: list[GroupEditor] = []
        self._under = QVBoxLayout()
        self._under.setSpacing(8)
        self.add_button = button(add, self.add_row)
        self.setLayout(vertical(self._under, horizontal(self.add_button, None)))

    def add_row(self) -> GroupEditor:
        """One more, to fill in."""
        row = GroupEditor(self._parts, self._make)
        row.changed.connect(self.changed)
        frame = QWidget()
        number = len(self.rows) + 1
        away = button(
            self.tr("Weg"),
            lambda: self._remove(row, frame),
            kind="quiet",
            name=self.tr("{name}: regel {number} weghalen").format(name=self._name, number=number),
        )
        frame.setLayout(horizontal(row, vertical(None, away)))
        self.rows.append(row)
        self._under.addWidget(frame)
        next(iter(row.editors.values())).setFocus()
        self.changed.emit()
        return row

    def _remove(self, row: GroupEditor, frame: QWidget) -> None:
        self.rows.remove(row)
        frame.hide()
        frame.deleteLater()
        self.add_button.setFocus()
        self.changed.emit()

    def value(self) -> object:
        return tuple(value for row in self.rows if (value := row.value())) or None

    def set_value(self, value: object) -> None:
        for part in value if isinstance(value, tuple) else ():
            self.add_row().set_value(part)

    def unclear(self) -> bool:
        return any(row.unclear() for row in self.rows)


class KringEditor(RowsEditor):
    """People around the betrokkene; each gets a key from the relation, so that it says no name."""

    def value(self) -> object:
        made: list[dict[str, object]] = []
        for row in self.rows:
            person = row.value()
            if isinstance(person, Mapping):
                key = row.property("id") or _free_key(person, {other["id"] for other in made})
                blank = {"naam": "", "relatie": "", "noodzaak": ""}
                made.append({"id": key, **blank, **person})
        return tuple(made) or None

    def set_value(self, value: object) -> None:
        for person in value if isinstance(value, tuple) else ():
            row = self.add_row()
            row.setProperty("id", person.get("id"))
            row.set_value(person)


def _free_key(person: Mapping[str, object], taken: set[object]) -> str:
    base = slug(str(person.get("relatie", ""))) or "persoon"
    keys = (f"{base}-{number}" if number > 1 else base for number in count(1))
    return next(key for key in keys if key not in taken)


class MappingEditor(RowsEditor):
    """Pairs: for each key, which is the first part, a value made of the other parts."""

    def value(self) -> object:
        found = super().value()
        pairs = {}
        for row in found if isinstance(found, tuple) else ():
            key, *rest = (part.name for part in self._parts)
            if key in row:
                inner = {name: row[name] for name in rest if name in row}
                whole = len(rest) > 1
                pairs[str(row[key])] = inner if whole else next(iter(inner.values()), "")
        return pairs or None

    def set_value(self, value: object) -> None:
        key, *rest = (part.name for part in self._parts)
        for name, inner in value.items() if isinstance(value, Mapping) else ():
            row = dict(inner) if isinstance(inner, Mapping) else {rest[0]: inner}
            self.add_row().set_value({key: name, **row})


class PeopleEditor(RowsEditor):
    """People with their organisation, as the lines of a list; the lines are numbered from 1."""

    def value(self) -> object:
        found = super().value()
        people = found if isinstance(found, tuple) else ()
        return tuple({"nr": nr, **person} for nr, person in enumerate(people, start=1)) or None


class CriteriaEditor(Editor):
    """The criteria of the kader: an explanation, or empty for "not so"."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.editors: dict[str, TextEditor] = {}
        fields = []
        for letter, criterium in session.catalogus.criteria.items():
            editor = TextEditor(f"{letter}. {criterium.naam}", lines=2)
            editor.changed.connect(self.changed)
            self.editors[letter] = editor
            head = f"{letter}. {sentence(criterium.naam)}"
            fields.append(labelled(head, editor, criterium.uitleg))
        self.setLayout(vertical(*fields))

    def value(self) -> object:
        texts = {letter: editor.value() for letter, editor in self.editors.items()}
        return {letter: text for letter, text in texts.items() if text} or None

    def set_value(self, value: object) -> None:
        for letter, editor in self.editors.items():
            editor.set_value(value.get(letter) if isinstance(value, Mapping) else None)


def composite(kind: str, label: str, session: Session, make: MakeEditor) -> Editor | None:
    """The editor for a kind with parts, or `None` for a simple kind."""
    if kind in _OWN:
        return _OWN[kind](label, session)
    if kind in _ROWS:
        own, rows = _ROWS[kind]
        return own(label, "Iemand toevoegen", rows, make)
    if kind == "betrokkene":
        return GroupEditor(_BETROKKENE, make)
    if kind in _PAIRS:
        add, pair = _PAIRS[kind]
        editor = RowsEditor if kind == "fixed" else MappingEditor
        return editor(label, add, pair, make)
    return None


def _leefgebieden(label: str, session: Session) -> Editor:
    known = session.catalogus.leefgebieden.values()
    return ChecksEditor(label, [leefgebied.naam for leefgebied in known])


_OWN: Mapping[str, Callable[[str, Session], Editor]] = {
    "criteria": lambda _, session: CriteriaEditor(session),
    "leefgebieden": _leefgebieden,
    "categorieen": lambda label, _: GegevensEditor(label),
}

_BETROKKENE = (
    Part("naam", "line", "Naam van de betrokkene"),
    Part("geboortedatum", "date", "Geboortedatum (mag leeg)", needed=False),
)

_KRING = (
    Part("relatie", "line", "Relatie", needed=False),
    Part("naam", "line", "Naam", needed=False),
    Part("noodzaak", "line", "Waarom nodig", needed=False),
)

_PERSON = (
    Part("naam", "line", "Naam"),
    Part("functie", "line", "Functie"),
    Part("partij", "line", "Organisatie"),
    Part("soort", "soort partij", "Soort, als zij nieuw is", needed=False),
    Part("email", "line", "E-mail", needed=False),
)

_ROWS: Mapping[str, tuple[type[RowsEditor], tuple[Part, ...]]] = {
    "kring": (KringEditor, _KRING),
    "list of people": (PeopleEditor, _PERSON),
}

_PAIRS: Mapping[str, tuple[str, tuple[Part, ...]]] = {
    "windows": (
        "Iemand toevoegen",
        (
            Part("professional", "professional", "Wie"),
            Part("van", "time", "Kan vanaf", needed=False),
            Part("tot", "time", "Kan tot", needed=False),
        ),
    ),
    "weights": (
        "Iemand toevoegen",
        (Part("professional", "professional", "Wie"), Part("gewicht", "number", "Telt zo vaak")),
    ),
    "fixed": (
        "Casus toevoegen",
        (Part("casus", "any casus", "Casus"), Part("plek", "number", "Plek")),
    ),
}
