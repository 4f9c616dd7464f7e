"""What betrokkenen ask for and by when they hear; and who does not know yet."""

from functools import partial

from PySide6.QtWidgets import QBoxLayout, QWidget

from casus_app.domein.casus import Informering
from casus_app.domein.verzoek import Verzoek
from ui.desk import Desk
from ui.pages.page import Page
from ui.texts import counted
from ui.verzoeken import reading
from ui.verzoeken.reading import WAITING
from ui.verzoeken.sheet import VerzoekSheet
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.layout import Columns, card, holder, vertical
from ui.widgets.lines import LinesView
from ui.widgets.plain_label import PlainLabel
from ui.widgets.search_edit import SearchEdit


class VerzoekenPage(Page):
    """On the left what waits, on the right the one that is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.tr("Verzoeken"))
        self._desk = desk
        self._session = desk.session
        self.search = SearchEdit(
            self.tr("Zoek een verzoek"), self.tr("Zoek op casus of soort verzoek…")
        )
        self.count = PlainLabel(kind="small")
        self.list = LinesView(self.tr("Verzoeken"))
        self.list.KEYS = (("Enter", self.tr("Naar de casus")),)
        self.one = VerzoekSheet(desk)
        self.search.textChanged.connect(self._narrow)
        self.search.down.connect(self.list.setFocus)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._open)
        left = vertical(self.search, self.count)
        left.addWidget(self.list, 1)
        self.columns = Columns((holder(left), 3), (self.one, 2), ems=90)
        self._new = partial(desk.open_act, "verzoek.registreren")
        self.nothing = card(
            EmptyState(
                self.tr("Er zijn geen verzoeken"),
                self.tr(
                    "Vraagt een betrokkene om inzage, verbetering, wissing, beperking, of maakt "
                    "hij bezwaar? Leg het hier vast. Dan ziet u wanneer het antwoord er moet zijn."
                ),
                self.tr("Verzoek vastleggen…"),
                self._new,
            )
        )
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.columns, 1)
        layout = self.sheet.layout()
        if isinstance(layout, QBoxLayout):
            layout.setStretch(1, 1)
            layout.setStretch(2, 0)

    def refresh(self) -> None:
        """Reads them again."""
        today = self._session.vandaag()
        found = list(reading.items(self._session, today))
        open_ = self._session.zoek(Verzoek, afgehandeld_op=None)
        under = counted(len(open_), self.tr("verzoek wacht"), self.tr("verzoeken wachten"))
        late = sum(one.uiterlijk < today for one in open_)
        if late:
            under += self.tr(" · ▲ te laat: {n}").format(n=late)
        new = button(self.tr("Verzoek v&astleggen…"), self._new, kind="primary")
        buttons = (new,) if found else ()
        self.set_head(self.tr("Verzoeken"), under if found else "", buttons=buttons)
        self.nothing.setVisible(not found)
        self.columns.setVisible(bool(found))
        self.list.show_items(found, self.search.text())
        self._count()

    def _count(self) -> None:
        number = self.list.lines.count
        nothing = self.tr("Niets gevonden. Typ minder, of druk op Escape.")
        self.count.setText("" if number else nothing)
        self.count.setVisible(not number)
        self.one.setVisible(bool(number))

    def _narrow(self) -> None:
        self.list.narrow(self.search.text())
        self._count()

    def _show(self, key: str) -> None:
        code = key.removeprefix(WAITING)
        if key.startswith(WAITING):
            told = self._session.haal(Informering, code)
            if told is not None:
                self.one.show_postponed(told)
            return
        verzoek = self._session.haal(Verzoek, key) if key else None
        if verzoek is None:
            self.one.show_nothing()
        else:
            self.one.show_verzoek(verzoek)

    def _open(self, key: str) -> None:
        verzoek = self._session.haal(Verzoek, key)
        code = verzoek.casus if verzoek else key.removeprefix(WAITING)
        if self._session.may("toon.casus"):
            self._desk.dossier_asked.emit(code)

    def first_part(self) -> QWidget:
        """Typing searches at once."""
        return self.search if self.search.isVisibleTo(self) else self.nothing
