"""For the FG: what may happen here, who may do it, and what has to be looked at again."""

from functools import partial

from PySide6.QtWidgets import QComboBox, QTabBar, QWidget

from casus_app.domein.instelling import HUIS, Instelling
from casus_app.handelingen import Handeling
from casus_app.handelingen.logboek import LogboekInzien
from casus_app.handelingen.verantwoording import (
    RechtenMaken,
    RegisterMaken,
    VerantwoordingJaarbeeld,
)
from casus_app.opmaak.woorden import TIJDZONE
from casus_app.regels.opnieuw_toetsen import OpnieuwToetsen
from ui.desk import Desk
from ui.pages.page import Crumb, Page
from ui.texts import day
from ui.verantwoording.stuk_view import stuk_view
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.layout import card, empty, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel

_YEAR = 3
"""Which tab the jaarbeeld is."""


class VerantwoordingPage(Page):
    """Reached through the logboek. What stands here is what the papers say, word for word."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.tr("Verantwoording"))
        self._desk = desk
        self._session = desk.session
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Verantwoording"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self._sheets: list[QWidget] = []
        self.body.addWidget(self.tabs)
        self._register, self._rights, self._again = vertical(), vertical(), vertical()
        self._year = vertical()
        self.years = QComboBox()
        self.years.setAccessibleName(self.tr("Jaar"))
        self.years.activated.connect(self._show_year)
        year = vertical(self._year_row(), self._year)
        for layout, name in (
            (self._register, self.tr("Register")),
            (self._rights, self.tr("Wie mag wat")),
            (self._again, self.tr("Opnieuw toetsen")),
            (year, self.tr("Jaarbeeld")),
        ):
            self.tabs.addTab(name)
            self._sheets.append(holder(layout))
            self.body.addWidget(self._sheets[-1])
        self.tabs.currentChanged.connect(self._turn)
        self._turn(0)

    def _turn(self, chosen: int) -> None:
        for number, sheet in enumerate(self._sheets):
            sheet.setVisible(number == chosen)
        if chosen == _YEAR and self.years.count():
            self._show_year()

    def refresh(self) -> None:
        """Reads the huis, the catalogue and the open casussen again."""
        back = Crumb(self.tr("Logboek"), partial(self._desk.place_asked.emit, "logboek"))
        self.set_head(
            self.tr("Verantwoording"),
            self.tr("Wat er kan gebeuren, wie wat mag, en wat iemand opnieuw moet bekijken."),
            crumbs=(back,),
        )
        for layout, parts in (
            (self._register, self._of_register()),
            (self._rights, self._of_rights()),
            (self._again, self._of_again()),
        ):
            empty(layout)
            for part in parts:
                layout.addWidget(part)
            layout.addStretch(1)
        self._offer_years()
        self._show_year()

    def _year_row(self) -> QWidget:
        save = button(self.tr("&Jaarbeeld als PDF…"), self.save_year)
        ways = [save] if self._session.may(VerantwoordingJaarbeeld.NAAM) else []
        return holder(horizontal(PlainLabel(self.tr("Jaar"), wrap=False), self.years, None, *ways))

    def _offer_years(self) -> None:
        """From the first line of the logboek to now, the newest first."""
        chosen, now = self.years.currentData(), self._session.vandaag().year
        begin = self._first_year(now)
        self.years.clear()
        for year in range(now, min(begin, now) - 1, -1):
            self.years.addItem(str(year), year)
        self.years.setCurrentIndex(max(0, self.years.findData(chosen)))

    def _first_year(self, now: int) -> int:
        if next(self._session.log_lines(LogboekInzien()), None) is None:
            return now
        (first,) = self._session.log_lines(LogboekInzien(), before=2)
        return first.moment.astimezone(TIJDZONE).year

    def _show_year(self) -> None:
        """The year is counted only when somebody looks at it."""
        empty(self._year)
        if self.tabs.currentIndex() != _YEAR:
            return
        made = self._session.year(self.years.currentData())
        title = PlainLabel(made.titel, kind="title")
        self._year.addWidget(card(title, stuk_view(made)))
        self._year.addStretch(1)

    def save_year(self) -> None:
        """The same on paper."""
        act = VerantwoordingJaarbeeld(jaar=self.years.currentData())
        self._desk.exporter.ask_folder(self.window(), [act])

    def _of_register(self) -> list[QWidget]:
        if self._session.haal(Instelling, HUIS) is None:
            title = self.tr("Het huis is nog niet ingericht")
            text = self.tr("Het register komt uit de inrichting van het huis.")
            return [card(EmptyState(title, text))]
        save = self._save(RegisterMaken(), self.tr("Register als &PDF…"))
        return [save, card(stuk_view(self._session.register()))]

    def _of_rights(self) -> list[QWidget]:
        save = self._save(RechtenMaken(), self.tr("&Lijst als PDF…"))
        return [save, card(stuk_view(self._session.rights()))]

    def _of_again(self) -> list[QWidget]:
        found = self._session.outdated()
        if not found:
            title = self.tr("✓ Niets om opnieuw te toetsen")
            text = self.tr(
                "Verandert een bepaling in de catalogus, dan staat hier welke open casussen er "
                "eerder op rustten."
            )
            return [card(EmptyState(title, text))]
        explain = self.tr(
            "Deze bepalingen zijn bijgewerkt nadat een open casus erop rustte. Kijk of het zo "
            "nog mag."
        )
        return [PlainLabel(explain, kind="soft"), *(_line(one) for one in found)]

    def _save(self, handeling: Handeling, text: str) -> QWidget:
        ask = partial(self._desk.exporter.ask_folder, self.window(), [handeling])
        buttons = [button(text, ask)] if self._session.may(handeling.NAAM) else []
        return holder(horizontal(None, *buttons))


def _line(one: OpnieuwToetsen) -> QWidget:
    when = f"gebruikt op {day(one.gebruikt_op)}, bijgewerkt op {day(one.peildatum)}"
    return card(
        PlainLabel(f"▲ {one.casus} · {one.naam}", kind="strong"),
        PlainLabel(f"{one.artikel}: {when}", kind="soft"),
    )
