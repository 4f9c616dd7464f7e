"""What may leave the room: a row per gegeven, a column per person, said by who brought it in."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QTableWidget, QTableWidgetItem

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Stand
from casus_app.handelingen.inbreng import MeenemenNiemand, MeenemenToestaan
from casus_app.weigeringen import Code
from ui import reading
from ui.desk import Desk
from ui.panels.panel import Panel
from ui.texts import sentence
from ui.widgets.layout import card
from ui.widgets.plain_label import PlainLabel, literal

_ROW = 44
_FIRST = 2
"""The first column with a person: before it come the gegeven itself and "nobody"."""


class Cell(NamedTuple):
    """One gegeven and one person: how it stands, and why it cannot be otherwise."""

    text: str
    why: str
    possible: bool
    mee: tuple[Meeneming, ...] = ()


class Matrix(QTableWidget):
    """A table where the space bar and Enter do what a click does."""

    said = Signal(int, int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Arrows move, space and Enter say it."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.said.emit(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)


class MeenemenPanel(Panel):
    """The default is that nobody takes anything along; only the owner of a row says otherwise."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.table = Matrix()
        self.table.setAccessibleName(self.tr("Wie neemt wat mee"))
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        head.setHighlightSections(False)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.cellClicked.connect(self.say)
        self.table.said.connect(self.say)
        self.table.currentCellChanged.connect(self._explain)
        self.explanation = PlainLabel()
        self.empty = PlainLabel(kind="soft")
        self.sheet = card(
            PlainLabel(
                self.tr(
                    "Vraag het per rij aan wie het inbracht. Zonder antwoord neemt niemand het "
                    "mee. Pijltjes en spatie, of klikken."
                ),
                kind="soft",
            ),
            self.table,
            self.explanation,
            title=self.tr("Wie neemt wat mee?"),
        )
        self.column.addWidget(self.empty)
        self.column.addWidget(self.sheet)
        self.column.addStretch(1)
        self._inbreng: list[Inbreng] = []
        self._people: list[str] = []
        self._cells: dict[tuple[int, int], Cell] = {}

    def read(self, punt: Bespreking) -> None:
        """Asks the rules for every cell, so that it shows what is possible before one tries."""
        found = self.session.zoek(Inbreng, overleg=punt.overleg, casus=punt.casus)
        self._inbreng = [deel for deel in found if deel.telt_mee]
        self._people = list(reading.room(self.session, punt))
        shown = bool(self._inbreng) and punt.stand is Stand.OPEN
        self.sheet.setVisible(shown)
        self.empty.setVisible(not shown)
        waits = self.tr("Er ligt nog niets op tafel om over te beslissen.")
        over = self.tr("Deze bespreking is klaar. Wat mee mocht, staat onder Wat er ligt.")
        self.empty.setText(over if punt.afgerond else waits)
        if shown and self.isVisible():
            self._fill(punt)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Asking the rules for every cell is only worth it when somebody looks."""
        super().showEvent(event)
        if self.punt is not None:
            self.read(self.punt)

    def _fill(self, punt: Bespreking) -> None:
        row, column = self.table.currentRow(), self.table.currentColumn()
        blocked = self.table.blockSignals(True)
        self.table.setRowCount(len(self._inbreng))
        self.table.setColumnCount(len(self._people) + _FIRST)
        self._cells = {}
        for index, deel in enumerate(self._inbreng):
            afspraken = self.session.zoek(Afspraak, overleg=punt.overleg, casus=punt.casus)
            self._name(index, deel)
            self._put(index, 1, self._nobody(deel))
            for number, who in enumerate(self._people, start=_FIRST):
                self._put(index, number, self._cell(deel, who, afspraken))
        last = len(self._people) + 1
        self.table.setCurrentCell(
            min(max(row, 0), len(self._inbreng) - 1), min(max(column, 1), last)
        )
        self.table.blockSignals(blocked)
        self._fit()
        self._explain(self.table.currentRow(), self.table.currentColumn())

    def _fit(self) -> None:
        """As high as its rows: it is the page that scrolls."""
        lines = self.table.fontMetrics().lineSpacing()
        head = self.table.horizontalHeader()
        head.setFixedHeight(2 * lines + 16)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.table.setColumnWidth(0, max(160, self.width() * 3 // 10))
        self._label_columns()
        row = max(_ROW, 3 * lines + 8)
        self.table.verticalHeader().setDefaultSectionSize(row)
        self.table.setFixedHeight(head.height() + row * len(self._inbreng) + 6)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """The first column keeps its share."""
        super().resizeEvent(event)
        if self._inbreng:
            self._fit()

    def _name(self, row: int, deel: Inbreng) -> None:
        item = QTableWidgetItem(self._row_name(deel))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.table.setItem(row, 0, item)

    def _put(self, row: int, column: int, cell: Cell) -> None:
        item = QTableWidgetItem(cell.text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{cell.text}. {cell.why}")
        if not cell.possible:
            item.setForeground(QGuiApplication.palette().placeholderText())
        self._cells[row, column] = cell
        self.table.setItem(row, column, item)

    def _nobody(self, deel: Inbreng) -> Cell:
        owner = reading.naam(self.session, deel.inbrenger)
        if deel.lot is Lot.NIEMAND:
            why = self.tr("{owner} zei: niemand neemt dit mee.").format(owner=owner)
            return Cell(self.tr("✓ niemand"), why, possible=True)
        why = self.tr("Zeg dat niemand dit meeneemt. Vraag het {owner}.").format(owner=owner)
        return Cell("○", why, possible=True)

    def _cell(self, deel: Inbreng, who: str, afspraken: tuple[Afspraak, ...]) -> Cell:
        mee = self.session.zoek(Meeneming, inbreng=deel.id, ontvanger=who)
        owner = reading.naam(self.session, deel.inbrenger)
        if mee:
            doing = self.session.haal(Afspraak, mee[0].afspraak)
            what = doing.wat if doing else ""
            why = self.tr("Mag mee, voor: {what}").format(what=what)
            return Cell(self.tr("✓ mag mee"), why, possible=True, mee=mee)
        if who == deel.inbrenger:
            return Cell(self.tr("eigen"), self.tr("Het eigen gegeven."), possible=False)
        own = [afspraak for afspraak in afspraken if afspraak.uitvoerder == who]
        refusal = self.session.objection(
            self._allow(deel, who, own[0] if own else None, afspraken)
        )
        if refusal is None:
            why = self.tr("Blijft hier. {owner} kan zeggen dat dit mee mag.").format(owner=owner)
            return Cell("○", why, possible=True)
        if refusal.code in {Code.GEEN_AFSPRAAK, Code.ONBEKEND}:
            text = self.tr("Kan nog niet: zonder eigen afspraak neemt niemand iets mee.")
            return Cell("–", text, possible=False)
        return Cell("–", refusal.melding, possible=False)

    @staticmethod
    def _allow(
        deel: Inbreng, who: str, own: Afspraak | None, afspraken: tuple[Afspraak, ...]
    ) -> MeenemenToestaan:
        some = own or (afspraken[0] if afspraken else None)
        return MeenemenToestaan(
            inbreng=deel.id,
            door=deel.inbrenger,
            ontvanger=who,
            afspraak=some.id if some else "",
        )

    def say(self, row: int, column: int) -> None:
        """The owner of the row says it: on, or off again."""
        cell, punt = self._cells.get((row, column)), self.punt
        if cell is None or punt is None:
            return
        deel = self._inbreng[row]
        if column < _FIRST:
            self.desk.perform(MeenemenNiemand(inbreng=deel.id, door=deel.inbrenger), self.notice)
            return
        who = self._people[column - _FIRST]
        if cell.mee:
            self._take_back(deel, who)
            return
        if not cell.possible:
            self.notice.say(cell.why, tone="warn")
            return
        own = self.session.zoek(Afspraak, overleg=punt.overleg, casus=punt.casus, uitvoerder=who)
        if len(own) == 1:
            self.desk.perform(self._allow(deel, who, own[0], own), self.notice)
        else:
            self._choose(deel, who, own)

    def _choose(self, deel: Inbreng, who: str, own: tuple[Afspraak, ...]) -> None:
        """Somebody with more afspraken: for which one is it needed?"""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for afspraak in own:
            action = menu.addAction(literal(afspraak.wat))
            action.triggered.connect(
                lambda _checked, chosen=afspraak: self.desk.perform(
                    self._allow(deel, who, chosen, own), self.notice
                )
            )
        item = self.table.visualItemRect(self.table.currentItem())
        menu.popup(self.table.viewport().mapToGlobal(item.bottomLeft()))

    def _take_back(self, deel: Inbreng, who: str) -> None:
        """There is no half word: the row goes back to nobody, and the others are said again."""
        others = [
            mee for mee in self.session.zoek(Meeneming, inbreng=deel.id) if mee.ontvanger != who
        ]
        if not self.desk.perform(
            MeenemenNiemand(inbreng=deel.id, door=deel.inbrenger), self.notice
        ):
            return
        for mee in others:
            self.desk.perform(
                MeenemenToestaan(
                    inbreng=deel.id,
                    door=deel.inbrenger,
                    ontvanger=mee.ontvanger,
                    afspraak=mee.afspraak,
                    voorwaarden=mee.voorwaarden,
                    bewaren_tot=mee.bewaren_tot,
                ),
                self.notice,
            )

    def _explain(self, row: int, column: int) -> None:
        """Under the table: whom to ask, and what this cell means."""
        cell = self._cells.get((row, column))
        if cell is None:
            self.explanation.setText("")
            return
        deel = self._inbreng[row]
        who = (
            ""
            if column < _FIRST
            else f"{reading.wie(self.session, self._people[column - _FIRST])}: "
        )
        self.explanation.setText(f"{self._row_name(deel, ' — ')}\n{who}{cell.why}")

    def _label_columns(self) -> None:
        """Name and function above each other, cut off where the column ends."""
        count = self.table.columnCount()
        room = (self.width() - self.table.columnWidth(0)) // max(count - 1, 1) - 24
        metrics = self.table.fontMetrics()
        elide = Qt.TextElideMode.ElideRight
        labels = [self.tr("Gegeven"), metrics.elidedText(self.tr("niemand"), elide, room)]
        for who in self._people:
            mens = self.session.haal(Professional, who)
            lines = (mens.naam, mens.functie) if mens else (who,)
            labels.append("\n".join(metrics.elidedText(line, elide, room) for line in lines))
        self.table.setHorizontalHeaderLabels(labels)
        for number, who in enumerate(self._people, start=_FIRST):
            if (item := self.table.horizontalHeaderItem(number)) is not None:
                item.setData(Qt.ItemDataRole.AccessibleTextRole, reading.wie(self.session, who))

    def _row_name(self, deel: Inbreng, between: str = "\n") -> str:
        categorie = self.session.catalogus.categorieen.get(deel.categorie)
        name = sentence(categorie.naam if categorie else deel.categorie)
        said = self.tr("zegt {owner}").format(owner=reading.naam(self.session, deel.inbrenger))
        return f"{name}{between}{said}"
