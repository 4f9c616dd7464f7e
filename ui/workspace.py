"""An open kluis: the rail, the pages, and the way between them."""

from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from casus_app.domein.casus import Casus
from casus_app.domein.overleg import Overleg
from casus_app.werkbank import CONTROLEREN, Uitkomst
from ui import coming_back, reading
from ui.actions import ACTS, HUIS, build_menus
from ui.appearance import Appearance
from ui.desk import Desk
from ui.forms.doe_dialog import DoeDialog, Entry
from ui.lijsten.opening import read_people
from ui.messages import Messages
from ui.pages.casus_page import CasusPage
from ui.pages.casussen_page import CasussenPage
from ui.pages.dossier_page import DossierPage
from ui.pages.kluis_page import KluisPage
from ui.pages.logboek_page import LogboekPage
from ui.pages.mensen_page import MensenPage
from ui.pages.overleg_page import OverlegPage
from ui.pages.overview_page import OverviewPage
from ui.pages.page import Page
from ui.pages.verantwoording_page import VerantwoordingPage
from ui.places import PLACES, Place
from ui.session import Session
from ui.texts import sentence
from ui.turning_back import TurningBack
from ui.widgets.layout import horizontal
from ui.widgets.pages import Pages
from ui.widgets.plain_label import PlainLabel, literal
from ui.widgets.rail import Rail, RailButton
from ui.wijzer import words
from ui.wijzer.opening import open_wijzer

if TYPE_CHECKING:
    from collections.abc import Callable

    from casus_app.deuren import Deuren


P = TypeVar("P", bound=Page)

TABLE = "overleggen"
"""The place on the rail that the table belongs to."""
_STEPS_BACK = 20
"""So many pages one can go back."""


class Workspace(QWidget):
    """Every page hears of a change; only the one that is seen reads at once."""

    def __init__(
        self,
        session: Session,
        messages: Messages,
        deuren: "Deuren",
        appearance: Appearance,
        window: QWidget,
    ) -> None:
        super().__init__()
        self.session = session
        self.desk = Desk(session, messages, deuren, appearance, window)
        self.places = [place for place in PLACES if _open_to(session, place)]
        """Where this user can go."""
        self._pages: dict[type[Page], Page] = {}
        self._buttons: dict[str, RailButton] = {}
        self.stack = Pages()
        self.rail = self._rail()
        layout = horizontal(self.rail, self.stack, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.desk.place_asked.connect(self.show_place)
        self.desk.overleg_asked.connect(self.show_overleg)
        self.desk.casus_asked.connect(self.show_casus)
        self.desk.dossier_asked.connect(self.show_dossier)
        self.desk.verantwoording_asked.connect(self.show_verantwoording)
        self.desk.kluis_asked.connect(self.show_kluis)
        self._trail: list[Page] = []
        session.changed.connect(self._let_go)

    def _let_go(self, uitkomst: Uitkomst) -> None:
        """What is destroyed may not stay on a page that nobody looks at."""
        if uitkomst.vernietigt:
            for page in self._pages.values():
                page.read_now()

    # --- the pages ---

    def page(self, kind: type[P]) -> P:
        """The one page of this kind; made when somebody first asks for it."""
        found = self._pages.get(kind)
        if found is None:
            found = self._pages[kind] = cast("Callable[[Desk], P]", kind)(self.desk)
            self.stack.addWidget(found)
            self.session.changed.connect(found.on_changed)
            self._connect(found)
        return cast("P", found)

    def _connect(self, page: Page) -> None:
        if isinstance(page, OverviewPage):
            page.overleg_chosen.connect(self.show_overleg)
        elif isinstance(page, OverlegPage):
            page.casus_chosen.connect(self.show_casus)
            page.back.connect(self.show_overview)
        elif isinstance(page, CasusPage):
            page.home.connect(self.show_overview)
            page.back.connect(self.show_overleg)
            page.top.doe_asked.connect(self._drop_doe)

    @property
    def overleg(self) -> OverlegPage:
        """One overleg."""
        return self.page(OverlegPage)

    @property
    def casus(self) -> CasusPage:
        """One casus at the table."""
        return self.page(CasusPage)

    @property
    def dossier(self) -> DossierPage:
        """One casus, for who prepares it."""
        return self.page(DossierPage)

    @property
    def casussen(self) -> CasussenPage:
        """The list of casussen."""
        return self.page(CasussenPage)

    @property
    def logboek(self) -> LogboekPage:
        """Who did what when."""
        return self.page(LogboekPage)

    @property
    def verantwoording(self) -> VerantwoordingPage:
        """What the huis accounts for itself with."""
        return self.page(VerantwoordingPage)

    @property
    def kluis(self) -> KluisPage:
        """The kluis as a whole."""
        return self.page(KluisPage)

    @property
    def mensen(self) -> MensenPage:
        """The people."""
        return self.page(MensenPage)

    def _rail(self) -> Rail:
        for place in self.places:
            go = partial(self.show_place, place.name)
            made = RailButton(literal(place.text), place.name, go)
            made.setCheckable(True)
            made.setToolTip(f"Ctrl+{place.key}")
            self._buttons[place.name] = made
        do = RailButton(self.tr("&Zoek of doe…"), "zoek", self.open_doe)
        keys = PlainLabel("Ctrl+K", kind="small", wrap=False)
        keys.setContentsMargins(14, 0, 0, 0)
        return Rail(self.tr("Plaatsen"), [*self._buttons.values()], (do, keys))

    def start(self, place: str = "") -> None:
        """What is at the table right now, or the place one left by locking, or Vandaag.

        `place` is what `place_name` gave; from another place one does not jump to the table.
        """
        punt = reading.open_punt(self.session)
        names = [known.name for known in self.places]
        show: dict[str, Callable[..., None]] = {
            coming_back.DOSSIER: self.show_dossier,
            coming_back.OVERLEG: self.show_overleg,
            coming_back.TAFEL: self.show_casus,
        }
        page = coming_back.find(self.session, place)
        if page is not None:
            show[page[0]](*page[1])
            if empty := coming_back.empty_seats(place):
                self.casus.staat.keep_empty(empty)
        elif place in names and (punt is None or place != TABLE):
            self.show_place(place)
        elif punt is not None:
            self.show_casus(punt.overleg, punt.casus)
        else:
            self.show_place(self.places[0].name)

    def place_name(self) -> str:
        """Where one is: a name of the rail, or a page on it in a word without meaning."""
        page = self.stack.currentWidget()
        here = type(page)
        names = (p.name for p in self.places if here in {p.page, *p.inner})
        return coming_back.word_of(self.session, page) or next(names, "")

    def show_place(self, name: str) -> None:
        """A place of the rail, by its name in the table."""
        found = next((place for place in self.places if place.name == name), None)
        if found is not None:
            self.show_page(self.page(found.page))

    def show_overview(self) -> None:
        """The overleggen."""
        self.show_place("overleggen")

    def show_overleg(self, overleg: str) -> None:
        """One overleg."""
        self.overleg.show_overleg(overleg)
        self.show_page(self.overleg)

    def show_casus(self, overleg: str, casus: str) -> None:
        """One casus in one overleg."""
        self.casus.show_casus(overleg, casus)
        self.show_page(self.casus)

    def show_dossier(self, casus: str) -> None:
        """One casus, with everything that is not done at the table."""
        self.dossier.show_casus(casus)
        self.show_page(self.dossier)

    def show_casussen(self, sought: str = "") -> None:
        """The casussen; `sought` is already typed in the search field."""
        self.casussen.search.setText(sought)
        self.show_page(self.casussen)

    def show_verantwoording(self) -> None:
        """What the FG wants to see besides the logboek."""
        self.show_page(self.verantwoording)

    def show_kluis(self, wanted: str) -> None:
        """A part of the page about the kluis, or an act that is done there."""
        self.show_page(self.kluis)
        self.kluis.begin(wanted)

    def show_page(self, page: Page) -> None:
        """Goes to a page, and marks its place on the rail."""
        before = self.stack.currentWidget()
        if isinstance(before, Page) and before is not page:
            self._trail = [*self._trail[-_STEPS_BACK:], before]
        self._turn_to(page)

    def go_back(self) -> None:
        """The page one came from, as it was left."""
        if self._trail:
            self._turn_to(self._trail.pop())

    def _turn_to(self, page: Page) -> None:
        fills = isinstance(page, CasusPage)  # the table takes the whole window
        self.rail.setVisible(self.rail.isVisibleTo(self) and not fills)  # never both at once
        page.get_ready()
        self.stack.setCurrentWidget(page)
        self.rail.setVisible(not fills)
        for place in self.places:
            here = type(page) in {place.page, *place.inner}
            self._buttons[place.name].setChecked(here)
        page.take_focus()

    # --- doing ---

    def open_doe(self) -> DoeDialog:
        """Everything there is to do or to find."""
        dialog = DoeDialog(self._entries(), self.window())
        dialog.open()
        return dialog

    def _drop_doe(self) -> None:
        """The menu Doe, under its button at the table."""
        below = self.casus.top.doe
        self._doe_menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def speaker(self) -> str | None:
        """Who is chosen as the speaker at the table, for who asks what that person may say."""
        return self.casus.staat.speaker or None

    def _entries(self) -> list[Entry]:
        made = [
            Entry(
                act.text,
                act.group,
                f"{act.handeling} {act.also}",
                partial(self._do, act.handeling),
            )
            for act in ACTS
            if self.session.may(act.handeling)
        ]
        made.append(Entry(words.TITLE, self.tr("hulp"), words.ALSO, self._open_wijzer))
        if self.session.may("mensen.inlezen"):
            text = self.tr("Mensen inlezen uit een bestand")
            inlezen = partial(read_people, self.desk, self.window())
            made.append(Entry(text, HUIS, "import csv ods xlsx excel lijst", inlezen))
        made += [
            Entry(
                reading.overleg_naam(overleg),
                self.tr("overleg"),
                overleg.id,
                partial(self.show_overleg, overleg.id),
            )
            for overleg in reversed(self.session.zoek(Overleg))
        ]
        made += [
            Entry(casus.id, sentence(casus.doel), "casus", partial(self._find, casus.id))
            for casus in self.session.zoek(Casus)
        ]
        return made

    def _find(self, casus: str) -> None:
        """Its dossier; or the table, when it lies there now."""
        punt = reading.open_punt(self.session)
        if punt is not None and punt.casus == casus:
            self.show_casus(punt.overleg, casus)
        else:
            self.show_dossier(casus)

    def walk_log(self) -> None:
        """The check of the logboek: in the background, with how far it is, to be stopped."""
        self.show_page(self.logboek)
        self.logboek.check.start()

    def _do(self, handeling: str) -> None:
        if handeling == CONTROLEREN:
            self.walk_log()
            return
        known: dict[str, object] = {}
        if self.stack.currentWidget() is self.overleg:
            known = {"overleg": self.overleg.overleg}
        elif self.stack.currentWidget() is self.dossier:
            known = {"casus": self.dossier.casus}
        elif self.stack.currentWidget() is self.casus:
            known = dict(zip(("overleg", "casus"), self.casus.key, strict=True))
        self.desk.begin(handeling, known)

    def _open_wijzer(self) -> None:
        open_wijzer(self.window(), self.session, self.speaker())

    def fill_menus(self, bar: QMenuBar) -> None:
        """Bewerken, Doe and Ga; the window has the other menus."""
        edit = bar.addMenu(self.tr("B&ewerken"))
        TurningBack(self.session, self.desk.messages, edit, self)
        doe = self._doe_menu = bar.addMenu(self.tr("&Doe"))
        search = QAction(self.tr("&Zoek of doe…"), self)
        search.setShortcut(QKeySequence("Ctrl+K"))
        search.triggered.connect(lambda _checked: self.open_doe())
        doe.addAction(search)
        doe.addSeparator()
        build_menus(self, doe, self.session.may, self._do)
        ga = bar.addMenu(self.tr("&Ga naar"))
        back = QAction(self.tr("&Terug"), self)
        back.setShortcut(QKeySequence("Alt+Left"))
        back.triggered.connect(lambda _checked: self.go_back())
        ga.addAction(back)
        ga.addSeparator()
        for place in self.places:
            action = QAction(literal(place.text), self)
            action.setShortcut(QKeySequence(f"Ctrl+{place.key}"))
            action.triggered.connect(lambda _checked, there=place.name: self.show_place(there))
            ga.addAction(action)
        ga.addSeparator()
        meeting = QAction(self.tr("In of uit de &vergadering"), self)
        meeting.setShortcut(QKeySequence("F11"))
        meeting.triggered.connect(lambda _checked: self._turn_meeting())
        ga.addAction(meeting)
        for number, (text, _) in enumerate(self.casus.steps, start=1):
            action = QAction(self.tr("Stap {text}").format(text=literal(text)), self)
            action.setShortcut(QKeySequence(f"Alt+{number}"))
            action.triggered.connect(lambda _checked, step=number - 1: self._step(step))
            ga.addAction(action)

    def _turn_meeting(self) -> None:
        """Out of the meeting, or back to the casus that lies on the table."""
        punt = reading.open_punt(self.session)
        if self.stack.currentWidget() is self.casus:
            self.casus.leave()
        elif punt is not None:
            self.show_casus(punt.overleg, punt.casus)

    def _step(self, step: int) -> None:
        if self.stack.currentWidget() is self.casus:
            self.casus.go_to(step)


def _open_to(session: Session, place: Place) -> bool:
    return not place.needs or any(session.may(handeling) for handeling in place.needs)
