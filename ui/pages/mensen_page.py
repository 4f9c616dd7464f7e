"""The organisations and their people: on the left who there are, on the right one of them."""

from collections import defaultdict
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton

from casus_app.domein.mensen import Partij, Professional
from casus_app.lijsten.lijst import naamsleutel
from casus_app.regels import verklaring
from casus_app.regels.verklaring import StandVerklaring
from ui.desk import Desk
from ui.lijsten.opening import keep_people, read_people
from ui.mensen import words
from ui.mensen.partij_sheet import PartijSheet
from ui.mensen.typing_rows import NewPartij
from ui.pages.page import Page
from ui.texts import counted
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.layout import Columns, card, empty, holder, vertical
from ui.widgets.plain_label import PlainLabel
from ui.widgets.row_button import RowButton, Tag

NO_BREAK = "\u00a0"
SIGN = {StandVerklaring.ONTBREEKT, StandVerklaring.VERLOPEN}


class _Entry(NamedTuple):
    """One partij in the list, with what typing is compared to."""

    partij: Partij
    people: tuple[Professional, ...]
    row: RowButton
    own: str
    of_people: tuple[str, ...]


class SearchEdit(QLineEdit):
    """Escape begins again."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Escape clears; everything else is typing."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class MensenPage(Page):
    """Typing filters; only the partij one looks at is drawn in full, so 400 people stay quick."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Mensen"))
        self._desk = desk
        self._session = desk.session
        self._entries: list[_Entry] = []
        self._chosen = ""
        self.search = SearchEdit()
        self.search.setAccessibleName(self.tr("Zoek op naam, functie of partij"))
        self.search.setPlaceholderText(self.tr("Zoek op naam, functie of partij"))
        self.search.setClearButtonEnabled(False)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._first_found)
        self.found = PlainLabel(kind="small")
        self.new = NewPartij(desk)
        self.new.added.connect(self._begin_with)
        self._rows = vertical(gap=0)
        self.partij_sheet = PartijSheet(desk)
        self._new_card = card(self.new)
        self._list_card = card(self.search, self.found, holder(self._rows))
        left = holder(vertical(self._new_card, self._list_card, None, gap=16))
        self._right = holder(vertical(self.partij_sheet, None))
        self.columns = Columns((left, 2), (self._right, 5), ems=100)
        self._nobody = card(
            EmptyState(
                self.tr("Er zijn nog geen partijen"),
                self.tr("Begin met de organisaties die bij u aan tafel komen."),
                self.tr("Partij toevoegen…"),
                self._show_new,
            )
        )
        self._new_card.hide()
        self.body.addWidget(self._nobody)
        self.body.addWidget(self.columns)

    def refresh(self) -> None:
        """Reads them again; what was typed and who was chosen stay."""
        partijen = self._session.zoek(Partij)
        self.set_head(self.tr("Mensen"), buttons=self._buttons_for(anyone=bool(partijen)))
        self._nobody.setVisible(not partijen and self._new_card.isHidden())
        self._list_card.setVisible(bool(partijen))
        self.columns.setVisible(bool(partijen) or not self._new_card.isHidden())
        empty(self._rows)
        people = defaultdict(list)
        for mens in self._session.zoek(Professional):
            people[mens.partij].append(mens)
        self._entries = [self._entry(partij, tuple(people[partij.id])) for partij in partijen]
        if self._chosen not in {partij.id for partij in partijen}:
            self._chosen = partijen[0].id if partijen else ""
        self._filter()

    def _buttons_for(self, *, anyone: bool) -> list[QPushButton]:
        made = []
        if self._session.may("mensen.inlezen"):
            made.append(
                button(
                    self.tr("Mensen &inlezen…"), partial(read_people, self._desk, self.window())
                )
            )
            if anyone:
                keep = partial(keep_people, self._desk, self.window())
                made.append(button(self.tr("Mensen be&waren als…"), keep))
        if self._session.may("partij.registreren"):
            made.append(button(self.tr("&Partij toevoegen…"), self._show_new))
        return made

    def _entry(self, partij: Partij, people: tuple[Professional, ...]) -> _Entry:
        soort = self._session.catalogus.soorten.get(partij.soort)
        about, tags = partij.soort, list[Tag]()
        if soort is not None:
            kader, catalogus = self._session.kader, self._session.catalogus
            about = words.short_role(catalogus, soort, kader)
            today = self._session.vandaag()
            stands = [verklaring.stand_van(catalogus, kader, soort, m, today) for m in people]
            lacking = sum(stand in SIGN for stand in stands)
            soon = stands.count(StandVerklaring.LOOPT_AF)
            if lacking:
                tags.append((self.tr("✗ {n} te tekenen").format(n=lacking), "bad"))
            elif soon:
                tags.append((self.tr("! {n} loopt af").format(n=soon), "warn"))
        count = counted(len(people), self.tr("mens"), self.tr("mensen"))
        row = RowButton(
            partij.naam,
            f"{about} · {count.replace(' ', NO_BREAK)}",
            tags,
            partial(self._choose, partij.id),
            flat=True,
        )
        row.setCheckable(True)
        self._rows.addWidget(row)
        return _Entry(
            partij,
            people,
            row,
            naamsleutel(f"{partij.naam} {about}"),
            tuple(naamsleutel(f"{mens.naam} {mens.functie}") for mens in people),
        )

    # --- choosing and filtering ---

    def _choose(self, partij: str) -> None:
        self._chosen = partij
        self._show_sheet()
        self.area.ensureWidgetVisible(self.partij_sheet, 0, 0)

    def _filter(self) -> None:
        """The partijen that are meant, and of a partij only the people that are."""
        shown = [entry for entry in self._entries if self._meant(entry)]
        for entry in self._entries:
            entry.row.setVisible(entry in shown)
        if shown and self._chosen not in {entry.partij.id for entry in shown}:
            self._chosen = shown[0].partij.id
        self._right.setVisible(bool(shown))
        many = sum(len(self._people(entry)) for entry in shown)
        people = counted(many, self.tr("mens"), self.tr("mensen"))
        partijen = counted(len(shown), self.tr("partij"), self.tr("partijen"))
        nothing = self.tr("Niemand gevonden. Typ minder, of druk op Escape.")
        self.found.setText(f"{partijen}, {people}" if shown else nothing)
        self._show_sheet()

    def _words(self) -> list[str]:
        return naamsleutel(self.search.text()).split() if self.search.text().strip() else []

    def _meant(self, entry: _Entry) -> bool:
        wanted = self._words()
        return _has(entry.own, wanted) or any(_has(text, wanted) for text in entry.of_people)

    def _people(self, entry: _Entry) -> tuple[Professional, ...]:
        wanted = self._words()
        if _has(entry.own, wanted):
            return entry.people
        found = zip(entry.people, entry.of_people, strict=True)
        return tuple(mens for mens, text in found if _has(text, wanted))

    def _show_sheet(self) -> None:
        for entry in self._entries:
            here = entry.partij.id == self._chosen
            entry.row.setChecked(here)
            if here:
                self.partij_sheet.show_partij(entry.partij, self._people(entry), len(entry.people))

    def _first_found(self) -> None:
        """Enter goes to the sheet of the first that is found."""
        for entry in self._entries:
            if entry.row.isVisible():
                self._choose(entry.partij.id)
                entry.row.setFocus()
                return

    # --- a new one ---

    def _show_new(self) -> None:
        self._new_card.show()
        self.columns.show()
        self._nobody.hide()
        self.area.ensureWidgetVisible(self._new_card)
        self.new.naam.setFocus()

    def _begin_with(self, partij: str) -> None:
        """A new partij: its people can be typed at once."""
        self.search.clear()
        self._chosen = partij
        self._show_sheet()
        self.partij_sheet.new.naam.setFocus()


def _has(text: str, wanted: list[str]) -> bool:
    return all(word in text for word in wanted)
