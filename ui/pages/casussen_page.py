"""All casussen by their code: where each stands, what comes next, and when it is gone."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from ui.desk import Desk
from ui.dossier.casus_list import CODE, DOEL, GONE, NEXT, STAND, CasusList, read_rows
from ui.overgang.invoeren_dialog import bring_in
from ui.pages.page import Page
from ui.texts import counted
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.folding_table import FoldingTable
from ui.widgets.layout import card
from ui.widgets.plain_label import PlainLabel

_ROWS_AT_LEAST = 6
_DOEL_EMS = 20
"""Narrower than this the doel says nothing any more; then a row is two short lines."""


class CasussenPage(Page):
    """One line per casus; Enter or a click opens its dossier."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.tr("Casussen"))
        self._desk = desk
        self._session = desk.session
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Zoek een casus op code of doel"))
        self.search.setPlaceholderText(self.tr("Zoek op code, doel of stand…"))
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._open_first)
        self.search.installEventFilter(self)
        self.count = PlainLabel(kind="small")
        self.rows = CasusList()
        self.table = CasusTable(self.rows, self.tr("Casussen"))
        self.table.activated.connect(self._open)
        self.table.clicked.connect(self._open)
        begin = partial(desk.open_act, "casus.aanmelden")
        self.nothing = card(
            EmptyState(
                self.tr("Er zijn nog geen casussen"),
                self.tr("Een casus begint met een aanmelding: om wie gaat het, en waarvoor?"),
                self.tr("Casus aanmelden…"),
                begin,
            )
        )
        for part in (self.search, self.count, self.table, self.nothing):
            self.body.addWidget(part)
        self._fill_page()
        new = button(self.tr("Casus &aanmelden…"), begin, kind="primary")
        bring = button(self.tr("Casus &invoeren…"), self._bring_in)
        both = (bring, new) if self._session.may("casus.invoeren") else (new,)
        self.set_head(self.tr("Casussen"), buttons=both)

    def _bring_in(self) -> None:
        bring_in(self._desk)

    def _fill_page(self) -> None:
        """The list takes what is left of the page; it scrolls by itself."""
        layout = self.sheet.layout()
        if isinstance(layout, QBoxLayout):
            layout.setStretch(1, 1)
            layout.setStretch(2, 0)

    def refresh(self) -> None:
        """Reads the casussen again, in a few questions however many there are."""
        before = self.table.chosen()
        self.rows.show_rows(read_rows(self._session))
        anyone = self.rows.total > 0
        self.search.setVisible(anyone)
        self.count.setVisible(anyone)
        self.table.setVisible(anyone)
        self.nothing.setVisible(not anyone)
        self._narrow()
        self.table.choose(before)

    def _narrow(self) -> None:
        self.rows.narrow(self.search.text())
        self.count.setText(counted(self.rows.rowCount(), self.tr("casus"), self.tr("casussen")))
        self.table.choose("")

    def _open(self, index: QModelIndex) -> None:
        self._desk.dossier_asked.emit(self.rows.code(index.row()))

    def _open_first(self) -> None:
        if self.rows.rowCount():
            self._desk.dossier_asked.emit(self.rows.code(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Down goes from the search into the list."""
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            self.table.setFocus()
            return True
        return super().eventFilter(watched, event)

    def first_part(self) -> QWidget:
        """Typing searches at once."""
        return self.search if self.search.isVisibleTo(self) else self.nothing


class CasusTable(FoldingTable[CasusList]):
    """Only the rows in sight are drawn; a row is one thing, and Tab goes past the list."""

    def __init__(self, rows: CasusList, name: str) -> None:
        super().__init__(rows, name, at_least=_ROWS_AT_LEAST)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover, False)  # it marks one cell only

    def chosen(self) -> str:
        """The code of the row one is on."""
        row = self.currentIndex().row()
        return self._rows.code(row) if row >= 0 else ""

    def choose(self, code: str) -> None:
        """Goes to this casus; to the first one when it is not in the list."""
        self.choose_row(self._rows.row_of(code))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Enter opens on every system; the arrows are Qt's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            if self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def spread(self, letter: int, room: int) -> bool:
        """The doel takes what is left."""
        widths = [ems * letter + 24 for ems in self._rows.EMS]
        rest = room - sum(width for column, width in enumerate(widths) if column != DOEL)
        folded = rest < _DOEL_EMS * letter
        for column in (DOEL, STAND, GONE):
            self.setColumnHidden(column, folded)
        if folded:
            self.setColumnWidth(CODE, room // 2)
            self.setColumnWidth(NEXT, room - room // 2)
        else:
            for column, width in enumerate(widths):
                self.setColumnWidth(column, rest if column == DOEL else width)
        return folded
