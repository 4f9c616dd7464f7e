"""Who did what when; whether nobody changed a line; and the lines to take along."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from casus_app.domein.casus import Casus
from casus_app.handelingen.logboek import LogboekInzien
from casus_app.opmaak.woorden import TIJDZONE
from ui.desk import Desk
from ui.logboek.chain_check import ChainCheck, number
from ui.logboek.log_filter import LogFilter
from ui.logboek.log_rows import LogRows
from ui.logboek.log_table import LogTable
from ui.pages.page import Page
from ui.texts import day
from ui.widgets.buttons import button
from ui.widgets.plain_label import PlainLabel


class LogboekPage(Page):
    """Looking is a handeling too: a line for each visit, and one for each casus one looks at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.tr("Logboek"))
        self._desk = desk
        self._session = desk.session
        self._told = False
        """This visit has its line."""
        self._casus_told = ""
        self.filter = LogFilter(self._session)
        self.rows = LogRows()
        self.table = LogTable(self.rows)
        self.check = ChainCheck(desk)
        self.found = PlainLabel(kind="small")
        for part in (self.check, self.filter, self.found, self.table):
            self.body.addWidget(part)
        self._fill_page()
        self.filter.changed.connect(self._look)
        self.check.finished.connect(self.on_changed)
        self._set_head()

    def _fill_page(self) -> None:
        """The table takes what is left of the page; it scrolls by itself."""
        layout = self.sheet.layout()
        if isinstance(layout, QBoxLayout):
            layout.setStretch(1, 1)
            layout.setStretch(2, 0)

    def _set_head(self) -> None:
        account = button(self.tr("&Verantwoording"), self._desk.verantwoording_asked.emit)
        walk = button(self.tr("Keten &nalopen"), self.check.start)
        export = button(self.tr("Expo&rteren…"), self.export, kind="primary")
        check = button(self.tr("&Controle"), partial(self._desk.kluis_asked.emit, "controle"))
        buttons = (account, check, walk, export)
        self.set_head(self.tr("Logboek"), self._length(), buttons=buttons)

    def _length(self) -> str:
        newest = next(self._session.log_lines(LogboekInzien()), None)
        if newest is None:
            return self.tr("Nog geen regels")
        (first,) = self._session.log_lines(LogboekInzien(), before=2)
        since = day(first.moment.astimezone(TIJDZONE).date())
        text = self.tr("{n} regels sinds {since}, zonder namen en zonder inhoud")
        return text.format(n=number(newest.nr), since=since)

    def refresh(self) -> None:
        """Reads the newest lines again."""
        chosen = self.table.chosen() if self.table.currentIndex().row() > 0 else 0
        self._under.setText(self._length())
        self.filter.offer_casussen()
        self._show_lines()
        self.table.choose(chosen)

    def _look(self) -> None:
        """Something else is looked for; a casus gets its own line."""
        casus = str(self.filter.values().get("casus", ""))
        if casus and casus != self._casus_told and not self.filter.unclear():
            self._casus_told = casus
            self._session.perform(LogboekInzien(casus=casus))  # its line makes us read again
        else:
            self._show_lines()

    def _show_lines(self) -> None:
        if self.filter.unclear():
            self.found.setText(self.tr("Kies uit de lijst, of kies een andere periode."))
            self.rows.show_lines(iter(()), {})
            return
        lines = self._session.log_lines(self.filter.sought())
        self.rows.show_lines(lines, self._codes())
        some = self.rows.rowCount()
        text = self.tr("Nieuwste eerst.") if some else self.tr("Geen regels gevonden.")
        self.found.setText(text)
        self.table.choose(0)

    def _codes(self) -> Mapping[str, str]:
        session = self._session
        return {session.pseudonym("casus", c.id): c.id for c in session.zoek(Casus)}

    def export(self) -> QWidget:
        """The same lines in a file; asks in which form and where."""
        return self._desk.open_act("logboek.uitvoeren", self.filter.values())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Who looks in the logboek stands in it."""
        super().showEvent(event)
        if not self._told:
            self._told = True
            self._later(partial(self._session.perform, LogboekInzien()))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """The next visit gets its own line."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._told, self._casus_told = False, ""

    def first_part(self) -> QWidget:
        """One begins with what to look for."""
        return self.filter
