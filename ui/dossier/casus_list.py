"""The casussen as lines of a table, read in as many questions as there are kinds of values."""

from datetime import date
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from casus_app.domein.casus import Casus, Fase, Informering
from casus_app.domein.overleg import Bespreking, Overleg
from ui.session import Session
from ui.texts import plain_day, sentence
from ui.widgets.folding_table import FoldingRows

CODE, DOEL, STAND, NEXT, GONE = range(5)
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()

_STANDS = {
    Fase.AANGEMELD: "▲ nog te wegen",
    Fase.IN_BEHANDELING: "● in behandeling",
    Fase.NIET_IN_BEHANDELING: "■ niet in behandeling",
    Fase.AFGESLOTEN: "■ afgesloten",
}
"""Shorter than in a sentence, and each with its own shape."""


_UNDER = {CODE: (STAND, "{}"), NEXT: (GONE, "weg op {}")}
"""Which cell goes under which, when there is no room beside each other."""


class Row(NamedTuple):
    """One casus; the cells in the order of the columns."""

    cells: tuple[str, str, str, str, str]
    sought: str
    """What one can find it by, in small letters."""


def read_rows(session: Session) -> list[Row]:
    """The newest first."""
    today = session.vandaag()
    days = {overleg.id: overleg.datum for overleg in session.zoek(Overleg)}
    nexts: dict[str, list[tuple[date, str]]] = {}
    for punt in session.zoek(Bespreking):
        when = days.get(punt.overleg)
        if when is not None and not punt.afgerond and when >= today:
            nexts.setdefault(punt.casus, []).append((when, "overleg"))
        if punt.evaluatie_op and punt.evaluatie_op >= today:
            nexts.setdefault(punt.casus, []).append((punt.evaluatie_op, "evaluatie"))
    for told in session.zoek(Informering):
        if told.geinformeerd_op is None and told.heroverwegen_op is not None:
            nexts.setdefault(told.casus, []).append((told.heroverwegen_op, "uitstel bekijken"))
    return [_row(casus, nexts.get(casus.id, []), today) for casus in reversed(session.zoek(Casus))]


def _row(casus: Casus, nexts: list[tuple[date, str]], today: date) -> Row:
    doel = " ".join(casus.doel.split())
    stand = _STANDS[casus.fase]
    coming = "–"
    if nexts and not casus.afgeschermd:
        when, what = min(nexts)
        late = "▲ " if when < today else ""
        coming = f"{late}{plain_day(when)}, {what}"
    gone = plain_day(casus.vernietigen_op)
    if casus.vernietigen_op <= today:
        gone = f"▲ {gone}"
    cells = (casus.id, sentence(doel), stand, coming, gone)
    return Row(cells, f"{casus.id} {doel} {stand}".casefold())


class CasusList(FoldingRows):
    """Replaced whole; what is sought for only narrows what was read."""

    HEADS: ClassVar[tuple[str, ...]] = ("Casus", "Doel", "Stand", "Volgende dag", "Weg op")
    EMS: ClassVar[tuple[int, ...]] = (10, 0, 19, 24, 13)
    """How many letters wide each column is; the doel takes what is left."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Row] = []
        self._shown: list[Row] = []
        """Two lines in a row: where it stands under the code, and the last day under the next."""

    @property
    def total(self) -> int:
        """How many there are, whatever is sought for."""
        return len(self._all)

    def show_rows(self, rows: list[Row]) -> None:
        """These, and no others; `narrow` puts them on the screen."""
        self._all = rows

    def narrow(self, text: str) -> None:
        """Only those in which every word occurs."""
        sought = text.casefold().split()
        self.beginResetModel()
        self._shown = [row for row in self._all if all(part in row.sought for part in sought)]
        self.endResetModel()

    def code(self, row: int) -> str:
        """The casus in this row."""
        return self._shown[row].cells[CODE]

    def row_of(self, code: str) -> int:
        """Where this casus is, or -1."""
        found = (nr for nr, row in enumerate(self._shown) if row.cells[CODE] == code)
        return next(found, -1)

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: N802 (Qt's name)
        """How many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: N802 (Qt's name)
        """Always the same."""
        return 0 if parent.isValid() else len(self.HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell; the whole of it where it may be cut off."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            cells = self._shown[index.row()].cells
            if self.folded and index.column() in _UNDER:
                under, text = _UNDER[index.column()]
                return f"{cells[index.column()]}\n{text.format(cells[under])}"
            return cells[index.column()]
        return None

    def headerData(  # noqa: N802 (Qt's name)
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The head of a column."""
        across = orientation is Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole:
            return self.HEADS[section]
        return None
