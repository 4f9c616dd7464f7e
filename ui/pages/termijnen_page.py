"""When everything of a casus is gone and why: the time line, and the list of what will go."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget

from casus_app.domein.casus import Casus, Fase
from casus_app.regels.termijnen import REPETITIE
from ui.desk import Desk
from ui.pages.page import Page
from ui.termijnen import words
from ui.termijnen.columns import columns
from ui.termijnen.sheet import TermijnSheet
from ui.termijnen.time_line import TimeLine
from ui.texts import away, counted, plain_day, sentence
from ui.widgets.empty_state import EmptyState
from ui.widgets.layout import Columns, card, holder, vertical
from ui.widgets.lines import Item, LinesView
from ui.widgets.plain_label import PlainLabel, Tone
from ui.widgets.search_edit import SearchEdit

if TYPE_CHECKING:
    from casus_app.regels.sterfdatum import Gaande

_STANDS = {
    Fase.AANGEMELD: "● aangemeld",
    Fase.IN_BEHANDELING: "● in behandeling",
    Fase.NIET_IN_BEHANDELING: "◆ niet in behandeling",
    Fase.AFGESLOTEN: "■ afgesloten",
}
"""The same shapes as on the time line."""


class TermijnenPage(Page):
    """The line shows the whole; the list and the sheet show one casus."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.tr("Termijnen"))
        self._desk = desk
        self._session = desk.session
        self._casussen: dict[str, Casus] = {}
        self._going_on: Mapping[str, tuple[Gaande, ...]] = {}
        self.line = TimeLine()
        legend = self.tr("● in behandeling   ■ afgesloten   ◆ niet in behandeling   ▲ moet nu weg")
        self._drawn = card(self.line, PlainLabel(legend, kind="small"))
        self.search = SearchEdit(self.tr("Zoek een casus"), self.tr("Zoek op code of doel…"))
        self.count = PlainLabel(kind="small")
        self.list = LinesView(self.tr("Wanneer casussen verdwijnen"))
        self.list.KEYS = (("Enter", self.tr("Naar de casus")),)
        self.one = TermijnSheet(desk)
        self.search.textChanged.connect(self._narrow)
        self.search.down.connect(self.list.setFocus)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(desk.dossier_asked.emit)
        self.line.looked.connect(self._from_line)
        self.one.left.connect(self.list.setFocus)
        left = vertical(self.search, self.count)
        left.addWidget(self.list, 1)
        self.columns = Columns((holder(left), 3), (self.one, 2), ems=90)
        self.nothing = card(
            EmptyState(
                self.tr("Er zijn nog geen casussen"),
                self.tr("Hier ziet u straks van elke casus wanneer alles weg is, en waarom."),
            )
        )
        for part in (self.nothing, self._drawn):
            self.body.addWidget(part)
        self.body.addWidget(self.columns, 1)
        layout = self.sheet.layout()
        if isinstance(layout, QBoxLayout):
            layout.setStretch(1, 1)
            layout.setStretch(2, 0)

    def refresh(self) -> None:
        """Reads all casussen again, in a few questions."""
        today = self._session.vandaag()
        found = sorted(self._session.zoek(Casus), key=lambda casus: casus.vernietigen_op)
        self._casussen = {casus.id: casus for casus in found}
        self._going_on = self._session.going_on()
        now = sum(casus.vernietigen_op <= today for casus in found)
        soon = sum(casus.vernietigen_op <= _rehearsal(today) for casus in found) - now
        under = self.tr("{now} nu weg: {late} · in de komende {days} dagen: {soon}")
        text = under.format(now="▲" if now else "✓", late=now, soon=soon, days=REPETITIE)
        self.set_head(self.tr("Termijnen"), text if found else "")
        for part in (self._drawn, self.columns):
            part.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.line.show_casussen(columns(found, today), found)
        self.list.show_items(self._items(found, today), self.search.text())
        self._count()

    # --- the list ---

    def _items(self, found: list[Casus], today: date) -> Iterator[Item]:
        groups: dict[str, list[Casus]] = {}
        for casus in found:
            groups.setdefault(self._heading(casus.vernietigen_op, today), []).append(casus)
        for name, those in groups.items():
            many = counted(len(those), self.tr("casus"), self.tr("casussen"))
            yield Item("", f"{name} · {many}")
            yield from (self._item(casus, today) for casus in those)

    def _heading(self, when: date, today: date) -> str:
        if when <= today:
            return self.tr("Moet nu weg")
        if when <= _rehearsal(today):
            return self.tr("Gaat weg in de komende {n} dagen").format(n=REPETITIE)
        return str(when.year)

    def _item(self, casus: Casus, today: date) -> Item:
        when = casus.vernietigen_op
        going_on = self._going_on.get(casus.id, ()) if when <= _rehearsal(today) else ()
        parts = [_STANDS[casus.fase], plain_day(when)]
        parts += [f"▲ {words.goes_on(one)}" for one in going_on]
        tone: Tone = ""
        if when <= today:
            tag, tone = f"▲ {away(when, today)}", "bad"
        elif when <= _rehearsal(today):
            tag, tone = f"● {away(when, today)}", "warn"
        else:
            tag = f"○ {plain_day(when)}"
        return Item(casus.id, f"{casus.id} · {sentence(casus.doel)}", " · ".join(parts), tag, tone)

    def _count(self) -> None:
        number = self.list.lines.count
        text = counted(number, self.tr("casus"), self.tr("casussen"))
        nothing = self.tr("Niets gevonden. Typ minder, of druk op Escape.")
        self.count.setText(text if number else nothing)
        self.one.setVisible(bool(number))

    def _narrow(self) -> None:
        self.list.narrow(self.search.text())
        self._count()

    def _show(self, code: str) -> None:
        self.one.show_casus(self._casussen.get(code), self._going_on.get(code, ()))
        self.line.mark(code)

    def _from_line(self, code: str) -> None:
        if self.list.lines.row_of(code) < 0:
            self.search.clear()
        self.list.choose(code)

    def first_part(self) -> QWidget:
        """What must go first is chosen; typing searches."""
        return self.search if self.search.isVisibleTo(self) else self.area


def _rehearsal(today: date) -> date:
    return today + timedelta(days=REPETITIE)
