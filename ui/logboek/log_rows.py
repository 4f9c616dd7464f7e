"""The lines of the logboek as rows of a table, read a page at a time as one scrolls."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from casus_app.opmaak.woorden import TIJDZONE
from casus_app.poorten import GEWEIGERD, BewaardeRegel
from casus_app.rollen import Gebruikersrol
from ui.actions import BY_NAME
from ui.texts import plain_day, sentence, word
from ui.widgets.folding_table import FoldingRows

WHEN, WHO, WHAT, ABOUT, RESULT = range(5)
PAGE = 128
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()

OUTCOMES = {"gelukt": "✓ gelukt", GEWEIGERD: "▲ geweigerd", "opgemerkt": "● opgemerkt"}
"""Each with its own shape."""
NAMELESS = {
    "handeling.ongedaan": "Handeling ongedaan gemaakt",
    "handeling.opnieuw": "Handeling opnieuw gedaan",
    "klok.teruggezet": "De klok liep terug",
    "reservekopie.teruggezet": "Reservekopie teruggezet",
    "reservekopie.opnieuw_gewist": "Na terugzetten opnieuw vernietigd",
    "sleutel.vernieuwd": "De kluis kreeg een nieuwe sleutel",
    "werkwortel.vernieuwd": "De werktekst kreeg een nieuwe sleutel",
    "kluis.openen-mislukt": "Met een verkeerde wachtzin geprobeerd",
}
"""What nobody chose from a menu."""


def act_text(handeling: str) -> str:
    """How the menu calls it."""
    act = BY_NAME.get(handeling)
    return act.text if act else NAMELESS.get(handeling, handeling)


def who(regel: BewaardeRegel) -> str:
    """The role in words, and the user where that says more."""
    rol = word(Gebruikersrol(regel.rol)) if regel.rol in set(Gebruikersrol) else "onbekend"
    if regel.rol == Gebruikersrol.FG:
        rol = "FG"
    return sentence(rol) if regel.gebruiker in {regel.rol, ""} else f"{regel.gebruiker}, {rol}"


def result(regel: BewaardeRegel) -> str:
    """How it ended, and why not."""
    text = OUTCOMES.get(regel.uitkomst, regel.uitkomst)
    if regel.code.isdecimal():  # the branch of the chain, for the check
        return text
    if regel.handeling in NAMELESS and regel.code:
        return f"{text}: {act_text(regel.code)}"
    return f"{text}: {regel.code.replace('-', ' ')}" if regel.code else text


class LogRows(FoldingRows):
    """Replaced whole when one looks for something else."""

    HEADS: ClassVar[tuple[str, ...]] = ("Wanneer", "Wie", "Wat", "Over", "Uitkomst")

    def __init__(self) -> None:
        super().__init__()
        self._lines: Iterator[BewaardeRegel] = iter(())
        self._rows: list[BewaardeRegel] = []
        self._more = False
        self._codes: Mapping[str, str] = {}
        """Two lines in a row, where it is narrow."""

    def show_lines(self, lines: Iterator[BewaardeRegel], codes: Mapping[str, str]) -> None:
        """These lines; `codes` are the casussen that still exist, by pseudonym."""
        self.beginResetModel()
        self._lines, self._codes = lines, codes
        self._rows = list(islice(lines, PAGE))
        self._more = len(self._rows) == PAGE
        self.endResetModel()

    def line(self, row: int) -> BewaardeRegel:
        """The line in this row."""
        return self._rows[row]

    def row_of(self, nr: int) -> int:
        """Where this line is, or -1."""
        return next((at for at, line in enumerate(self._rows) if line.nr == nr), -1)

    def about(self, regel: BewaardeRegel) -> str:
        """The casus by its code; what is gone by the pseudonym, so that lines stay together."""
        if regel.pseudoniem is None:
            return "–"
        code = self._codes.get(regel.pseudoniem)
        return code or f"{regel.soort} {regel.pseudoniem[:8]}"

    def canFetchMore(self, parent: Index = _TOP) -> bool:  # noqa: N802 (Qt's name)
        """Whether there may be older lines."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index = _TOP) -> None:  # noqa: N802 (Qt's name)
        """The next page, under what is there."""
        if parent.isValid():
            return
        found = list(islice(self._lines, PAGE))
        self._more = len(found) == PAGE
        if found:
            first = len(self._rows)
            self.beginInsertRows(_TOP, first, first + len(found) - 1)
            self._rows += found
            self.endInsertRows()

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: N802 (Qt's name)
        """How many are read."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: N802 (Qt's name)
        """Always the same."""
        return 0 if parent.isValid() else len(self.HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        cells = self.cells(self._rows[index.row()])
        if self.folded and index.column() == WHEN:
            return f"{cells[WHEN]}\n{cells[WHO]}"
        if self.folded and index.column() == WHAT:
            return f"{cells[WHAT]}\n{cells[RESULT]} · {cells[ABOUT]}"
        return cells[index.column()]

    def cells(self, regel: BewaardeRegel) -> tuple[str, str, str, str, str]:
        """One line in words, in the order of the columns."""
        here = regel.moment.astimezone(TIJDZONE)
        when = f"{plain_day(here.date())}, {here:%H:%M}"
        return (when, who(regel), act_text(regel.handeling), self.about(regel), result(regel))

    def headerData(  # noqa: N802 (Qt's name)
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The head of a column."""
        across = orientation is Qt.Orientation.Horizontal
        if not across or role != Qt.ItemDataRole.DisplayRole:
            return None
        return "Wanneer en wie" if self.folded and section == WHEN else self.HEADS[section]
