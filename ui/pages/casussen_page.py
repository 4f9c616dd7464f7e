"""All casussen by their code: where each stands, what comes next, and when it is gone."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from ui.desk import Desk
from ui.dossier.casus_list import CODE, DOEL, GONE, NEXT, STAND, CasusList, read_rows
from ui.overgang.invoeren_dialog import bring_in
from ui.pages.page import Page
from ui.texts import counted
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.layout import card
from ui.widgets.plain_label import PlainLabel

_ROW = 36
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
        self.table = CasusTable(self.rows)
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


class CasusTable(QTableView):
    """Only the rows in sight are drawn; a row is one thing, and Tab goes past the list."""

    def __init__(self, rows: CasusList) -> None:
        super().__init__()
        self._rows = rows
        self.setModel(rows)
        self.setAccessibleName(self.tr("Casussen"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover, False)  # it marks one cell only
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._measure()

    def chosen(self) -> str:
        """The code of the row one is on."""
        row = self.currentIndex().row()
        return self._rows.code(row) if row >= 0 else ""

    def choose(self, code: str) -> None:
        """Goes to this casus; to the first one when it is not in the list."""
        row = self._rows.row_of(code)
        if self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(max(row, 0), 0))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Another text size, other widths."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """The doel takes what is left, or a row becomes two lines."""
        super().resizeEvent(event)
        self._spread()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Enter opens on every system; the arrows are Qt's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            if self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _measure(self) -> None:
        lines = 2 if self._rows.folded else 1
        high = max(_ROW, self.fontMetrics().lineSpacing() * lines + 14)
        self.verticalHeader().setDefaultSectionSize(high)
        self.setMinimumHeight(high * (_ROWS_AT_LEAST // lines + 1))
        self._spread()

    def _spread(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        room = self.viewport().width()
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
        if folded != self._rows.folded:
            self._rows.fold(folded)
            self._measure()
