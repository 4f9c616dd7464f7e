"""De kluis: what is kept of it, whether anybody tampered with it, and who may do what."""

from functools import partial

from PySide6.QtWidgets import QTabBar, QWidget

from casus_app.poorten import Kluisstaat
from ui.desk import Desk
from ui.kluis.check import Check
from ui.kluis.copies import Copies
from ui.kluis.rights import Rights
from ui.pages.page import Crumb, Page
from ui.widgets.empty_state import EmptyState
from ui.widgets.layout import card, holder, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel

COPIES, CHECK, RIGHTS = "reservekopieen", "controle", "rechten"


class KluisPage(Page):
    """What there is to see is read on the other thread: a second place may take its time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.tr("De kluis"))
        self._desk = desk
        self._session = desk.session
        self._locked = False
        self._session.locking.connect(self._on_locking)
        self.told = Notice()
        self.looking = PlainLabel(self.tr("Even kijken wat er ligt…"), kind="soft")
        self.copies, self.check, self.rights = Copies(desk), Check(desk), Rights(desk)
        self.copies.restore_asked.connect(desk.restore_asked)
        self.none = self._nothing_here()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("De kluis"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self._sheets: dict[str, QWidget] = {}
        self.body.addWidget(self.told)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.looking)
        self._add(COPIES, self.tr("Reservekopieën"), self._copies_sheet(), "reservekopie.maken")
        self._add(CHECK, self.tr("Controle"), self.check, "anker.zoeken")
        self._add(RIGHTS, self.tr("Wie mag erin"), self.rights, "rechten.nalopen")
        self.tabs.currentChanged.connect(self._turn)
        self._turn(0)

    def _copies_sheet(self) -> QWidget:
        return holder(vertical(self.none, self.copies))

    def _nothing_here(self) -> QWidget:
        title = self.tr("Van een oefenkluis worden geen reservekopieën gemaakt")
        text = self.tr("Alles hierin is verzonnen, en zo weer gemaakt.")
        return card(EmptyState(title, text))

    def _add(self, name: str, text: str, sheet: QWidget, needs: str) -> None:
        self.body.addWidget(sheet)
        sheet.hide()
        if self._session.may(needs):
            self._sheets[name] = sheet
            self.tabs.setTabData(self.tabs.addTab(text), name)

    def _turn(self, chosen: int) -> None:
        for name, sheet in self._sheets.items():
            sheet.setVisible(name == self.tabs.tabData(chosen))

    def show_part(self, name: str) -> None:
        """One of the parts, for who may see it."""
        for at in range(self.tabs.count()):
            if self.tabs.tabData(at) == name:
                self.tabs.setCurrentIndex(at)

    def begin(self, wanted: str) -> None:
        """A part by its name; or the part of an act, and then the act."""
        acts = {
            "reservekopie.maken": (COPIES, self.copies.make),
            "reservekopie.beproeven": (COPIES, self.copies.try_out),
            "reservekopie.tweede-plaats": (COPIES, self.copies.choose_second),
            "reservekopie.terugzetten": (COPIES, self._desk.restore_asked.emit),
            "anker.zoeken": (CHECK, self.check.seal.setFocus),
            "rechten.nalopen": (RIGHTS, None),
        }
        part, do = acts.get(wanted, (wanted, None))
        self.show_part(part)
        if do is not None and (part != COPIES or not self._session.oefening):
            self._later(do)

    def refresh(self) -> None:
        """Asks again how it stands; what stood here stays until the answer comes."""
        back = partial(self._desk.place_asked.emit, "instellingen")
        under = self.tr("Dat er niets verloren gaat, en dat niemand er ongezien aan komt.")
        self.set_head(self.tr("De kluis"), under, crumbs=(Crumb(self.tr("Instellingen"), back),))
        practice = self._session.oefening
        self.none.setVisible(practice)
        self.copies.setVisible(not practice)
        self.rights.show_rights()
        beheer = self._session.werkbank.beheer
        if beheer is None:
            self.looking.hide()
            return
        self._desk.background.run(self, beheer.staat, self.show_state, self.told.show_fault)

    def _on_locking(self) -> None:
        self._locked = True

    def show_state(self, staat: Kluisstaat) -> None:
        """How the kluis stands; an answer after the lock is for nobody."""
        if self._locked:
            return
        self.looking.hide()
        self.copies.show_state(staat)
        self.check.show_state(staat)

    def first_part(self) -> QWidget:
        """One begins with what the tab is about."""
        return self.tabs
