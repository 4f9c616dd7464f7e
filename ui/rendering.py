"""Every screen with the practice data, drawn to PNG: light, dark, and with large text."""

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from casus_app.domein.inbreng import Niveau
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.handelingen.bespreking import BesprekingOpenen
from casus_app.handelingen.inbreng import AfspraakMaken, InbrengVastleggen
from casus_app.rollen import Gebruikersrol, gebruiker_met
from ui import reading, theme
from ui.application import application
from ui.forms.act_dialog import ActDialog
from ui.forms.keys import propose
from ui.main_window import MainWindow
from ui.messages import Messages, Question
from ui.panels import lawful
from ui.session import Session
from ui.theme import DARK, LIGHT, Look
from ui.workspace import Workspace

if TYPE_CHECKING:
    from casus_app.deuren import Deuren

LOOKS: tuple[tuple[str, Look], ...] = (
    ("licht", Look(LIGHT, 100)),
    ("donker", Look(DARK, 100)),
    ("licht-200", Look(LIGHT, 200)),
)
SIZE = (1280, 720)


class Scene(NamedTuple):
    """A name for the file, and how to get there; gives what is drawn."""

    name: str
    show: Callable[[], QWidget]


def teken_alle_schermen(deuren: "Deuren", map_uit: Path) -> int:
    """Draws everything into this folder; 0 when all is drawn."""
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    map_uit.mkdir(parents=True, exist_ok=True)
    werkbank = deuren.oefenkluis()
    theme.apply(app, LOOKS[0][1])
    try:
        stage = Stage(deuren, Session(werkbank, gebruiker_met(Gebruikersrol.COORDINATOR)))
        for look_name, look in LOOKS:
            theme.apply(app, look)
            for number, scene in enumerate(stage.scenes(), start=1):
                _draw(scene, map_uit / f"{number:02d}-{scene.name}-{look_name}.png")
    finally:
        deuren.sluit(werkbank)
    return 0


def _draw(scene: Scene, file: Path) -> None:
    widget = scene.show()
    widget.ensurePolished()
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    widget.grab().save(str(file))


class Stage:
    """A window with the practice kluis, brought to the table with a few contributions on it."""

    def __init__(self, deuren: "Deuren", session: Session) -> None:
        from ui.appearance import Appearance  # noqa: PLC0415 (only when drawing)
        from ui.background import Background  # noqa: PLC0415 (only when drawing)
        from ui.files import settings  # noqa: PLC0415 (only when drawing)

        self._session = session
        self._messages = Messages()
        app = application()
        background = Background(app)
        self.window = MainWindow(deuren, background, self._messages, Appearance(app, settings()))
        self.window.resize(*SIZE)
        self.window.show()
        self._deuren = deuren

    def scenes(self) -> Iterator[Scene]:
        """All of them, in the order in which one meets them."""
        page = self.window.unlock_page
        yield Scene("kluis-openen", lambda: self._unlock(making=False))
        yield Scene("kluis-maken", lambda: self._unlock(making=True))
        page.notice.clear()
        workspace = self._enter()
        yield Scene("overleggen", lambda: self._go(workspace.show_overview))
        yield Scene("casussen", lambda: self._go(workspace.show_casussen))
        yield Scene("mensen", lambda: self._go(lambda: workspace.show_page(workspace.mensen)))
        for overleg in self._session.zoek(Overleg):
            name = "overleg-vastgesteld" if overleg.vastgesteld else "overleg"
            yield Scene(name, partial(self._go, partial(workspace.show_overleg, overleg.id)))
            if not overleg.vastgesteld:
                yield Scene("overleg-tafelindeling", partial(self._go, workspace.overleg.switch))
                workspace.overleg.switch()
        punt = self._to_the_table()
        if punt is not None:
            for step, (text, _) in enumerate(workspace.casus.steps):
                yield Scene(
                    f"casus-{text.lower()}",
                    partial(self._go, partial(self._at, workspace, punt, step)),
                )
        for handeling in ("casus.aanmelden", "deelname.toelaten", "overleg.ordenen"):
            yield Scene(
                f"formulier-{handeling.replace('.', '-')}",
                partial(self._form, workspace, handeling),
            )
        yield Scene("zoek-of-doe", workspace.open_doe)
        yield Scene("mensen-inlezen", partial(self._inlezen, workspace))
        yield Scene("vraag", self._question)
        yield Scene("wijzer", partial(self._wijzer, "ggz", "gezondheid"))
        yield Scene("wijzer-nee", partial(self._wijzer, "woningcorporatie", "gezondheid"))
        yield Scene("wijzer-leeg", partial(self._wijzer))
        self._leave(workspace)

    def _unlock(self, *, making: bool) -> QWidget:
        self.window.unlock_page.show_make(making=making)
        return self.window

    def _enter(self) -> Workspace:
        workspace = Workspace(self._session, self._messages, self._deuren, self.window)
        self.window.stack.addWidget(workspace)
        self.window.stack.setCurrentWidget(workspace)
        return workspace

    def _leave(self, workspace: Workspace) -> None:
        self.window.stack.setCurrentWidget(self.window.unlock_page)
        self.window.stack.removeWidget(workspace)
        workspace.deleteLater()

    def _go(self, go: Callable[[], object]) -> QWidget:
        for dialog in self.window.findChildren(ActDialog):
            dialog.close_now()
        go()
        return self.window

    @staticmethod
    def _at(workspace: Workspace, punt: Bespreking, step: int) -> None:
        workspace.show_casus(punt.overleg, punt.casus)
        workspace.casus.go_to(step)

    def _form(self, workspace: Workspace, handeling: str) -> QWidget:
        self._go(workspace.show_overview)
        return workspace.desk.open_act(handeling)

    def _inlezen(self, workspace: Workspace) -> QWidget:
        from casus_app.lijsten import lees  # noqa: PLC0415 (only when drawing)
        from ui.lijsten.inlezen_dialog import InlezenDialog  # noqa: PLC0415 (only when drawing)

        content = (
            "partij;soort partij;naam;functie;e-mail;kamer\n"
            "Halt Waterland;halt;A. Visser;jeugdwerker;a.visser@halt.voorbeeld;12\n"
            "Halt Waterland;halt;B. Smit;jeugdwerker;b.smit bij halt;14\n"
            "Onbekend huis;iets;C. Mol;;c.mol@huis.voorbeeld;\n"
            "Halt Waterland;halt;D. Kok;teamleider;d.kok@halt.voorbeeld;\n"
        )
        dialog = InlezenDialog(workspace.desk, self.window)
        dialog.resize(SIZE[0] - 48, SIZE[1] - 64)
        dialog.open()
        dialog.show_list(lees("mensen.csv", content.encode()))
        return dialog

    def _question(self) -> QWidget:
        from ui.widgets.question_dialog import QuestionDialog  # noqa: PLC0415 (only when drawing)

        text = "Voorgoed weg: 2 gegevens worden vernietigd.\nBewaard: 1 gegeven blijft."
        dialog = QuestionDialog(
            Question("Overleg vaststellen?", text, "Vaststellen", lambda: None), self.window
        )
        dialog.open()
        return dialog

    def _wijzer(self, soort: str | None = None, categorie: str | None = None) -> QWidget:
        from ui.wijzer.begin import Begin  # noqa: PLC0415 (only when drawing)
        from ui.wijzer.wijzer_dialog import WijzerDialog  # noqa: PLC0415 (only when drawing)

        here = ("politie", "college", "zvh") if soort else ()
        begin = Begin(self._session.kader, soort, None, categorie, kamer=here)
        dialog = WijzerDialog(self._session.catalogus, begin, self.window)
        dialog.resize(*SIZE)
        dialog.show()
        return dialog

    # --- the table ---

    def _to_the_table(self) -> Bespreking | None:
        """Opens the first casus that can open, and lays down what its people can lawfully say."""
        found = reading.open_punt(self._session)
        if found is not None:
            return found
        for punt in self._session.zoek(Bespreking, stand=Stand.GEPLAND):
            if not self._session.stops_opening(punt):
                here = tuple(seat.professional for seat in reading.seats(self._session, punt))
                self._session.perform(
                    BesprekingOpenen(overleg=punt.overleg, casus=punt.casus, aanwezig=here)
                )
                self._fill_table(punt, here)
                return punt
        return None

    def _fill_table(self, punt: Bespreking, here: tuple[str, ...]) -> None:
        for who in here:
            self._say_something(punt, who)
        seats = [seat for seat in reading.seats(self._session, punt) if seat.taak]
        for seat in seats[:2]:
            self._session.perform(
                AfspraakMaken(
                    id=propose(self._session, "afspraak.maken"),
                    overleg=punt.overleg,
                    casus=punt.casus,
                    uitvoerder=seat.professional,
                    wat="Deze week bellen en vragen wat er nodig is.",
                    uiterlijk=self._session.vandaag(),
                )
            )

    def _say_something(self, punt: Bespreking, who: str) -> None:
        for categorie in lawful.categorieen(self._session, who):
            tried = InbrengVastleggen(
                id=propose(self._session, "inbreng.vastleggen"),
                overleg=punt.overleg,
                casus=punt.casus,
                inbrenger=who,
                over="betrokkene",
                categorie=categorie.key,
                niveau=Niveau.BUITENKANT,
                grondslag="",
                noodzaak="Nodig voor het plan.",
                kern="Is bekend; er is vorige week contact geweest.",
            )
            wijzing = lawful.asked(self._session, punt, tried)
            for grondslag in lawful.grondslagen(wijzing) if wijzing else []:
                attempt = replace(tried, grondslag=grondslag.key)
                if grondslag.possible and self._session.objection(attempt) is None:
                    self._session.perform(attempt)
                    return
