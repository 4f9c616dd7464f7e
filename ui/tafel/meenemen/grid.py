"""The matrix on the screen: arrows and the space bar, the number of a seat, or a click."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from ui.tafel.meenemen.marks import colours, draw_mark
from ui.tafel.meenemen.matrix import WORDS, Cell, Matrix, Row
from ui.tafelindeling.painting import tokens_of
from ui.widgets.plain_label import breakable

LEAST = 44
"""No cell is narrower or lower, in pixels."""
FIRST = 2
"""The first column with a person: before it come the gegeven itself and "niemand"."""
PAD = 8
KERN = 160
"""Letters of the kern in a row; the whole of it stands under the matrix."""
HEAD_LINES = 3
_CELL = Qt.ItemDataRole.UserRole
_KERN = Qt.ItemDataRole.UserRole + 1
_WRAP = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)


class Grid(QTableWidget):
    """Only shows and hears; what a key means is decided by who listens."""

    said = Signal(int, int)
    """The space bar or a click on a row and a column."""
    typed = Signal(int)
    """A digit."""
    more = Signal()
    """Enter: more about this cell."""
    _ready = False
    """Qt sends events before there is anything to fit."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Wie neemt wat mee"))
        self.setAccessibleDescription(
            self.tr(
                "Pijlen kiezen, spatie zegt het. Het nummer van een stoel: die mag het meenemen, "
                "of toch niet. 0: niemand. Enter: met een voorwaarde."
            )
        )
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Painter(self))
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(LEAST)
        self.matrix = Matrix((), ())
        self.numbers_only = False
        """There is no room for the functions in the heads: they stand in a line below."""
        self.with_words = True
        """Whether a word fits under each mark."""
        self._kernen: dict[str, str] = {}
        self._ready = True
        self.cellClicked.connect(self.said)

    # --- what is shown ---

    def show_matrix(self, matrix: Matrix, kernen: dict[str, str]) -> None:
        """`kernen` are the texts of the rows, for who may see them here."""
        row, column = self.currentRow(), self.currentColumn()
        self.matrix = matrix
        self._kernen = kernen
        blocked = self.blockSignals(True)
        self.setRowCount(len(matrix.rows))
        self.setColumnCount(len(matrix.columns) + FIRST)
        for number, one in enumerate(matrix.rows):
            self._put_row(number, one)
        if matrix.rows:
            first = next((n for n, one in enumerate(matrix.rows) if one.waits), 0)
            row = first if row < 0 else min(row, len(matrix.rows) - 1)
            self.setCurrentCell(row, min(max(column, 1), self.columnCount() - 1))
        self.blockSignals(blocked)
        self.fit()

    def _put_row(self, number: int, row: Row) -> None:
        name = QTableWidgetItem(f"{row.number or ''} {row.called}\n{row.kind}".strip())
        kern = self._kernen.get(row.inbreng, "")
        name.setData(_KERN, kern if len(kern) <= KERN else f"{kern[: KERN - 1]}…")
        name.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.called}, {row.kind}. {kern}")
        self.setItem(number, 0, name)
        self._put_cell(number, 1, row.nobody, self.tr("niemand"))
        for column, (seat, cell) in enumerate(
            zip(self.matrix.columns, row.cells, strict=True), start=FIRST
        ):
            self._put_cell(number, column, cell, f"{seat.number} {seat.functie}")

    def _put_cell(self, row: int, column: int, cell: Cell, who: str) -> None:
        item = QTableWidgetItem(WORDS[cell.mark])
        item.setData(_CELL, cell)
        said = f"{who}: {WORDS[cell.mark]}. {cell.why}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setToolTip(said)
        self.setItem(row, column, item)

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell at this row and column; none for the gegeven itself."""
        item = self.item(row, column)
        found = item.data(_CELL) if item is not None else None
        return found if isinstance(found, Cell) else None

    # --- how large ---

    def fit(self) -> None:
        """Columns for everybody first; the gegeven gets what is left."""
        if not self.matrix.rows:
            return
        room = self.viewport().width()
        people = self.columnCount() - 1
        metrics = self.fontMetrics()
        heads = max(self._head_width(text) for text in self._functions()) + 2 * PAD
        beside = room * 2 // 3 // max(people, 1)
        self.numbers_only = heads > beside
        self.with_words = self._word_width() + 2 * PAD <= beside
        wanted = max(
            LEAST,
            0 if self.numbers_only else heads,
            self._word_width() + 2 * PAD if self.with_words else 0,
            min(beside, self._calm_width() + 2 * PAD) if self.with_words else 0,
            metrics.horizontalAdvance("00") + 2 * PAD,
        )
        for column in range(1, self.columnCount()):
            self.setColumnWidth(column, wanted)
        self.setColumnWidth(0, max(room - wanted * people, LEAST))
        self._label_heads(wanted)
        self.resizeRowsToContents()
        self._fit_height()
        self.scrollTo(self.currentIndex())

    def _word_width(self) -> int:
        metrics = self.fontMetrics()
        return max(metrics.horizontalAdvance(p) for w in WORDS.values() for p in w.split())

    def _calm_width(self) -> int:
        """Where no word under a mark takes more lines than a head."""
        return max(self._head_width(word) for word in WORDS.values())

    def word_lines(self, row: int) -> int:
        """So many lines the longest word of this row takes under its mark."""
        one = self.matrix.rows[row]
        words = {WORDS[cell.mark] for cell in (one.nobody, *one.cells)}
        room = self.columnWidth(1) - 2 * PAD
        return max(2, *(len(_lines(word, self.font(), room)) for word in words))

    def _functions(self) -> list[str]:
        return [self.tr("niemand"), *(seat.functie for seat in self.matrix.columns)]

    def _head_width(self, text: str) -> int:
        """The least width at which it stands on the lines that there are."""
        metrics = self.fontMetrics()
        least = max(metrics.horizontalAdvance(word) for word in text.split() or [""])
        while len(_lines(text, self.font(), least)) > HEAD_LINES - 1:
            least += metrics.averageCharWidth()
        return least + 2

    def _label_heads(self, width: int) -> None:
        labels = [self.tr("Gegeven"), self._head("0", self.tr("niemand"), width)]
        labels += [
            self._head(str(seat.number), seat.functie, width) for seat in self.matrix.columns
        ]
        self.setHorizontalHeaderLabels(labels)
        nobody = self.horizontalHeaderItem(FIRST - 1)
        if nobody is not None:
            nobody.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("0, niemand"))
        for column, seat in enumerate(self.matrix.columns, start=FIRST):
            item = self.horizontalHeaderItem(column)
            if item is not None:
                item.setData(Qt.ItemDataRole.AccessibleTextRole, seat.told(speaks=False))
                item.setToolTip(f"{seat.number} {seat.functie}, {seat.naam}, {seat.partij}")
        lines = max(label.count("\n") + 1 for label in labels)
        high = lines * self.fontMetrics().lineSpacing() + 2 * PAD
        self.horizontalHeader().setFixedHeight(max(LEAST, high))

    def _head(self, number: str, functie: str, width: int) -> str:
        if self.numbers_only:
            return number
        return "\n".join([number, *_lines(functie, self.font(), width - 2 * PAD)])

    def _fit_height(self) -> None:
        """All rows where they fit; otherwise the heads stay while the rows scroll."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        head = self.horizontalHeader().height()
        whole = head + rows + 2 * self.frameWidth()
        least = head + self.rowHeight(0) + 2 * self.frameWidth()
        self.setFixedHeight(min(whole, max(least, self.window().height() * 9 // 20)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Another width, other heads."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Another text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and self._ready:
            self.fit()

    # --- the keyboard ---

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Single digits mean something only while the matrix has the focus (WCAG 2.1.4)."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if plain and Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.typed.emit(key - Qt.Key.Key_0)
        elif plain and key == Qt.Key.Key_Space:
            self.said.emit(self.currentRow(), self.currentColumn())
        elif plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.more.emit()
        else:
            super().keyPressEvent(event)


def _lines(text: str, font: QFont, width: int) -> list[str]:
    """The text in lines of this width, broken between words."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    found: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        found.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return found


class _Painter(QStyledItemDelegate):
    """The gegeven in words; every other cell as a mark, with its word where that fits."""

    def __init__(self, grid: Grid) -> None:
        super().__init__(grid)
        self._grid = grid

    def sizeHint(  # noqa: N802 (Qt's name)
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Rows are as high as what was brought in, and as a finger."""
        del option
        metrics = self._grid.fontMetrics()
        if index.column():
            lines = self._grid.word_lines(index.row()) if self._grid.with_words else 1
            return QSize(0, max(LEAST, (1 + lines) * metrics.height() + PAD))
        width = self._grid.columnWidth(0) - 2 * PAD
        high = sum(box.height() for _, _, box in self._texts(index, QRect(0, 0, width, 0)))
        return QSize(0, max(LEAST, high + 2 * PAD))

    def _texts(
        self, index: QModelIndex | QPersistentModelIndex, box: QRect
    ) -> list[tuple[str, QFont, QRect]]:
        who, _, kind = str(index.data()).partition("\n")
        plain = QFont(self._grid.font())
        strong = QFont(plain)
        strong.setBold(True)
        parts = [(who, strong), (kind, plain), (str(index.data(_KERN) or ""), plain)]
        top, made = box.top(), []
        for text, font in parts:
            if text:
                shown = breakable(text)
                room = QRect(box.left(), top, box.width(), 100_000)
                used = QFontMetrics(font).boundingRect(room, _WRAP, shown)
                made.append((shown, font, QRect(box.left(), top, box.width(), used.height())))
                top += used.height()
        return made

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Where the keyboard is has an edge, in every scheme."""
        tokens = tokens_of(QApplication.palette())
        box: QRect = option.rect
        here = index.row() == self._grid.currentRow()
        cell = index.data(_CELL)
        painter.save()
        if isinstance(cell, Cell):
            painter.fillRect(box, QColor(colours(cell.mark, tokens)[1]))
            self._cell(painter, QRectF(box), cell)
        else:
            painter.fillRect(box, QColor(tokens.accent_soft if here else tokens.sheet))
            inner = box.adjusted(PAD, PAD, -PAD, -PAD)
            for number, (text, font, room) in enumerate(self._texts(index, inner)):
                painter.setFont(font)
                painter.setPen(QColor(tokens.ink_soft if number == 1 else tokens.ink))
                painter.drawText(room, _WRAP, text)
        if here and index.column() == self._grid.currentColumn():
            painter.setPen(QPen(QColor(tokens.accent), 3 if self._grid.hasFocus() else 1))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    def _cell(self, painter: QPainter, box: QRectF, cell: Cell) -> None:
        tokens = tokens_of(QApplication.palette())
        metrics = self._grid.fontMetrics()
        word = WORDS[cell.mark]
        lines = _lines(word, self._grid.font(), round(box.width()) - 2 * PAD)
        high = metrics.height() * (1 + (len(lines) if self._grid.with_words else 0))
        top = box.center().y() - high / 2
        side = metrics.height() * 0.95
        sign = QRectF(box.x(), top, box.width(), side)
        draw_mark(painter, sign, cell.mark, tokens)
        if self._grid.with_words:
            painter.setFont(self._grid.font())
            painter.setPen(QColor(colours(cell.mark, tokens)[0]))
            rest = QRectF(box.x() + PAD, top + metrics.height(), box.width() - 2 * PAD, high)
            flags = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.AlignmentFlag.AlignTop)
            painter.drawText(rest, flags, "\n".join(lines))


def seats_line(matrix: Matrix) -> str:
    """Every number with its function, for under heads that only have numbers."""
    seats = [f"{seat.number}\u00a0{seat.functie}" for seat in matrix.columns]
    return "   ".join(["0\u00a0niemand", *seats])
