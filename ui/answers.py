"""What a handeling answered, in words: one line for a toast, or a page to read."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from casus_app.werkbank import Uitkomst
from ui.actions import BY_NAME
from ui.forms.fields import GENERAL
from ui.texts import counted, day, listed, sentence
from ui.widgets.buttons import button
from ui.widgets.layout import horizontal, vertical
from ui.widgets.plain_label import PlainLabel
from ui.widgets.reading_order import ReadingOrder

TO_READ = frozenset(
    {
        "termijnen.nalopen",
        "logboek.controleren",
        "logboek.inzien",
        "toon.casus",
        "toon.overleg",
        "toon.bespreking",
    }
)
"""These are done to see the answer."""

_PERSONS = {"betrokkene", "kring"}
_PERSONAL = {"naam", "geboortedatum"}
_WORDS = {
    "te_vernietigen": "Moet vernietigd worden",
    "heroverwegen": "Informeren opnieuw bekijken",
    "verzoeken": "Verzoeken die op antwoord wachten",
    "heel": "Het logboek is heel",
    "regels": "Aantal regels",
    "logregels": "De nieuwste regels",
    "laatste": "Zegel van de laatste regel",
    "volgorde": "Volgorde",
    "vernietigen_op": "Uiterlijk vernietigen op",
}


def in_words(outcome: Uitkomst) -> str:
    """What is done, for the toast."""
    answer = outcome.antwoord
    if outcome.handeling == "overleg.ordenen":
        best = "beter kan niet" if answer["optimaal"] else "de beste die gevonden is"
        minutes = counted(round(answer["wachttijd_minuten"]), "minuut", "minuten")
        return f"Volgorde gemaakt: samen {minutes} wachten, {best}."
    if outcome.handeling == "overleg.vaststellen":
        gone = counted(answer["vernietigd"], "gegeven", "gegevens")
        kept = counted(answer["behouden"], "gegeven", "gegevens")
        return f"Vastgesteld. Vernietigd: {gone}. Behouden: {kept}."
    if outcome.handeling == "mensen.inlezen":
        new = counted(
            answer["nieuwe_professionals"], "nieuwe professional", "nieuwe professionals"
        )
        where = counted(answer["nieuwe_partijen"], "nieuwe partij", "nieuwe partijen")
        return f"Ingelezen: {new}, {where}, {answer['bijgewerkt']} bijgewerkt."
    if isinstance(answer.get("vernietigen_op"), date):
        return f"Gedaan. Alles van deze casus is uiterlijk weg op {day(answer['vernietigen_op'])}."
    if isinstance(answer.get("uiterlijk"), date):
        return f"Gedaan. Antwoord uiterlijk op {day(answer['uiterlijk'])}."
    act = BY_NAME.get(outcome.handeling)
    return f"Gedaan: {act.text[:1].lower()}{act.text[1:]}." if act else "Gedaan."


class AnswerDialog(ReadingOrder, QDialog):
    """An answer to read. Names of people are left out: the name is the exception."""

    def __init__(self, outcome: Uitkomst, parent: QWidget) -> None:
        super().__init__(parent)
        act = BY_NAME[outcome.handeling]
        self.setWindowTitle(act.text)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(act.text)
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setWordWrap(True)
        _fill(self.tree.invisibleRootItem(), outcome.antwoord, masked=False)
        self.tree.expandToDepth(0)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(True)
        close = button(self.tr("Sluiten"), self.accept, kind="primary")
        self.setLayout(
            vertical(
                PlainLabel(act.text, kind="title"),
                self.tree,
                horizontal(None, close),
                gap=12,
                margin=24,
            )
        )
        self.resize(760, 560)


def _fill(parent: QTreeWidgetItem, value: Mapping[str, object], *, masked: bool) -> None:
    for key, part in value.items():
        label = _WORDS.get(key) or (
            GENERAL[key].label if key in GENERAL else key.replace("_", " ")
        )
        item = QTreeWidgetItem(parent, [sentence(label), ""])
        _put(item, part, masked=masked or key in _PERSONS, hide=masked and key in _PERSONAL)


def _put(item: QTreeWidgetItem, value: object, *, masked: bool, hide: bool = False) -> None:
    if hide:
        item.setText(1, "niet getoond")
    elif isinstance(value, Mapping):
        _fill(item, value, masked=masked)
    elif isinstance(value, list | tuple) and any(isinstance(part, Mapping) for part in value):
        item.setText(1, str(len(value)))
        for number, part in enumerate(value, start=1):
            _put(QTreeWidgetItem(item, [str(number), ""]), part, masked=masked)
    else:
        item.setText(1, _said(value))


def _said(value: object) -> str:
    if isinstance(value, list | tuple):
        return listed(list(_all_said(value))) or "geen"
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime):
        return f"{day(value.date())}, {value.astimezone():%H:%M} uur"
    if isinstance(value, date):
        return day(value)
    return str(value.value if isinstance(value, StrEnum) else value)


def _all_said(values: list[object] | tuple[object, ...]) -> Iterator[str]:
    return (_said(value) for value in values)
