"""Who does what and until when, over all casussen; one key on a line says how it stands."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QPushButton,
    QRadioButton,
    QWidget,
)

from ui.afspraken import reading
from ui.afspraken.reading import By, Row
from ui.afspraken.sheet import GEDAAN, KAN_NIET, NIET, AfspraakSheet
from ui.desk import Desk
from ui.pages.page import Page
from ui.texts import counted
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Line
from ui.widgets.layout import Columns, card, holder, vertical
from ui.widgets.lines import LinesView
from ui.widgets.plain_label import PlainLabel
from ui.widgets.search_edit import SearchEdit

_DONE, _NOT, _NEVER = Qt.Key.Key_Space, Qt.Key.Key_Minus, Qt.Key.Key_Delete


class AfsprakenPage(Page):
    """On the left the lines, on the right the one that is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.tr("Afspraken"))
        self._desk = desk
        self._session = desk.session
        self._rows: dict[str, Row] = {}
        self.search = SearchEdit(
            self.tr("Zoek een afspraak"),
            self.tr("Zoek op naam, partij, casus of wat er gebeurt…"),
        )
        self.search.textChanged.connect(self._narrow)
        self.by: dict[By, QRadioButton] = {}
        self._group = QButtonGroup(self)
        for by, text in (
            (By.DAG, self.tr("Per dag")),
            (By.MENS, self.tr("Per persoon")),
            (By.CASUS, self.tr("Per casus")),
        ):
            self.by[by] = QRadioButton(text)
            self._group.addButton(self.by[by])
        self.by[By.DAG].setChecked(True)
        self._group.buttonToggled.connect(self._on_order)
        self.also_done = QCheckBox(self.tr("&Ook wat niet meer open is"))
        self.also_done.toggled.connect(self.on_changed)
        self.count = PlainLabel(kind="small")
        self.list = LinesView(self.tr("Afspraken"), (_DONE, _NOT, _NEVER))
        self.list.KEYS = (
            (self.tr("Spatie"), self.tr("Gedaan")),
            ("-", self.tr("Niet gedaan, want…")),
            ("Delete", self.tr("Niet meer mogelijk")),
            ("Enter", self.tr("Naar de casus")),
        )
        self.search.down.connect(self.list.setFocus)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._open)
        self.list.pressed_key.connect(self._on_key)
        self.hint = PlainLabel(
            self.tr(
                "Op een regel: spatie is gedaan, − is niet gedaan, Delete is niet meer mogelijk."
            ),
            kind="small",
        )
        self.sheet_of_one = AfspraakSheet(desk)
        self.sheet_of_one.left.connect(self.list.setFocus)
        left = vertical(self.search, Line(*self.by.values(), self.also_done), self.count, gap=8)
        left.addWidget(self.list, 1)
        left.addWidget(self.hint)
        self.columns = Columns((holder(left), 3), (self.sheet_of_one, 2), ems=90)
        self.nothing = card(
            EmptyState(
                self.tr("Er zijn nog geen afspraken"),
                self.tr("Afspraken maakt u aan tafel. Hier ziet u dan wie wat nog doet."),
            )
        )
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.columns, 1)
        layout = self.sheet.layout()
        if isinstance(layout, QBoxLayout):
            layout.setStretch(1, 1)
            layout.setStretch(2, 0)

    def refresh(self) -> None:
        """Reads them again; one stays where one was."""
        today = self._session.vandaag()
        rows = reading.read_rows(self._session, done=True)
        late = sum(reading.is_late(row.afspraak, today) for row in rows)
        opened = sum(row.afspraak.stand is row.afspraak.stand.OPEN for row in rows)
        under = self.tr("{open} open").format(open=opened)
        if late:
            under += self.tr(" · {late} te laat").format(late=late)
        self.set_head(self.tr("Afspraken"), under if rows else "", buttons=self._papers())
        self.nothing.setVisible(not rows)
        self.columns.setVisible(bool(rows))
        if not self.also_done.isChecked():
            rows = [row for row in rows if row.afspraak.stand is row.afspraak.stand.OPEN]
        self._rows = {row.afspraak.id: row for row in rows}
        by = next(by for by, radio in self.by.items() if radio.isChecked())
        self.list.show_items(reading.items(rows, by, today), self.search.text())
        self._count()

    def _papers(self) -> list[QPushButton]:
        """For the person of the chosen line."""
        made = []
        if self._session.may("afspraken.lijst"):
            made.append(
                button(self.tr("&Lijst voor iemand…"), partial(self._paper, "afspraken.lijst"))
            )
        if self._session.may("afspraken.herinneren"):
            make = partial(self._paper, "afspraken.herinneren")
            made.append(button(self.tr("Her&inneringen voor een agenda…"), make))
        return made

    def _paper(self, handeling: str) -> None:
        row = self._rows.get(self.list.key())
        known = {"professional": row.afspraak.uitvoerder} if row else {}
        self._desk.open_act(handeling, known)

    # --- looking ---

    def _count(self) -> None:
        number = self.list.lines.count
        nothing = self.tr("Niets gevonden. Typ minder, of druk op Escape.")
        if not self.search.text().strip():
            nothing = self.tr("✓ Er staat niets meer open.")
        text = counted(number, self.tr("afspraak"), self.tr("afspraken"))
        self.count.setText(text if number else nothing)
        self.sheet_of_one.setVisible(bool(number))

    def _narrow(self) -> None:
        self.list.narrow(self.search.text())
        self._count()

    def _on_order(self, radio: QRadioButton, on: bool) -> None:
        del radio
        if on:
            self.on_changed()

    def _show(self, key: str) -> None:
        self.sheet_of_one.show_row(self._rows.get(key))

    def _open(self, key: str) -> None:
        self._desk.dossier_asked.emit(self._rows[key].afspraak.casus)

    def _on_key(self, pressed: int, key: str) -> None:
        if not self._session.may("afspraak.bijwerken"):
            return
        self._show(key)
        if pressed == _DONE:
            self.sheet_of_one.say(GEDAAN)
        else:
            self.sheet_of_one.begin(NIET if pressed == _NOT else KAN_NIET)

    def first_part(self) -> QWidget:
        """Typing searches at once."""
        return self.search if self.search.isVisibleTo(self) else self.area
