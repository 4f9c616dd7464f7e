"""The window: a menu, one place for what is said, and the page of the moment. No rules."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from casus_app.proces import Terugkeer
from ui.appearance import scheme_words
from ui.beamer.beamer import Beamer
from ui.beamer.question import BeamerQuestion, add_beamer_menu
from ui.lock.locking import Locking, add_silence_menu
from ui.pages.unlock_page import UnlockPage
from ui.private import KEY, Private
from ui.widgets.layout import framed, holder, horizontal, vertical
from ui.widgets.notice import Notice
from ui.widgets.pages import Pages
from ui.widgets.plain_label import PlainLabel
from ui.widgets.reading_order import ReadingOrder
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from casus_app.deuren import Deuren
    from casus_app.poorten import Kopie, Reservebericht
    from casus_app.werkbank import Werkbank
    from ui.appearance import Appearance
    from ui.background import Background
    from ui.messages import Messages, Question
    from ui.session import Session
    from ui.widgets.keys_dialog import KeysDialog
    from ui.wijzer.wijzer_dialog import WijzerDialog
    from ui.workspace import Workspace

_GEOMETRY = "venster"
_TITLE_BAR = 40
"""Room the window manager takes, in pixels, so that the whole window fits on the screen."""


class MainWindow(ReadingOrder, QMainWindow):
    """Before unlocking there is only the unlock page; after it a workspace for that kluis."""

    def __init__(
        self,
        deuren: Deuren,
        background: Background,
        messages: Messages,
        appearance: Appearance,
    ) -> None:
        super().__init__()
        self._deuren = deuren
        self._background = background
        self._messages = messages
        self._appearance = appearance
        self._settings = appearance.settings
        self._come_back_to = ""
        self.workspace: Workspace | None = None
        self.session: Session | None = None
        self.setWindowTitle("Casusoverleg")
        self.unlock_page = UnlockPage(deuren, background)
        self.notice = Notice()
        self.stack = Pages()
        self.stack.addWidget(self.unlock_page)
        self.stack.setCurrentWidget(self.unlock_page)
        text = self.tr("OEFENING. Alles in deze kluis is verzonnen.")
        self._practice = framed(
            "practice", horizontal(None, PlainLabel(text, kind="strong", wrap=False), None)
        )
        self._practice.hide()
        text = self.tr("U leest als FG. Namen, en wat mensen schreven, zijn hier leeg.")
        self._without = holder(
            horizontal(None, PlainLabel(text, kind="small", wrap=False), None, margin=4)
        )
        self._without.hide()
        self.beamer = Beamer(self, self._settings)
        self.locking = Locking(self._settings, self)
        for asked in (self.beamer.home_lost, self.locking.asked):
            asked.connect(self.lock)
        self.locking.watch.private_asked.connect(self.turn_private)
        self._closing = False
        self._to_restore: tuple[Path, Path, str] | None = None
        self._private = Private(self.stack, self.beamer)
        self._place = holder(vertical(self.notice, BeamerQuestion(self.beamer), gap=0))
        strips = (self._practice, self._without, self._place)
        self.setCentralWidget(holder(vertical(*strips, self.stack, gap=0)))
        self.toast = Toast(self)
        messages.base(self.notice)
        messages.told.connect(self._tell)
        messages.asked.connect(self._ask)
        self.unlock_page.opened.connect(self.enter)
        self._fill_menu()
        appearance.changed.connect(self._mark_scheme)
        self._restore()

    # --- opening and locking ---

    def enter(self, werkbank: Werkbank) -> None:
        """The kluis is open: show what is in it."""
        from ui.session import Session  # noqa: PLC0415 (a quick start)
        from ui.widgets.busy_dialog import BusyDialog  # noqa: PLC0415 (a quick start)

        session = Session(werkbank, werkbank.gebruiker, self)
        session.refused.connect(self._messages.refuse)
        session.draft_failed.connect(self._tell_draft)
        session.locked.connect(self._leave)
        session.changed.connect(self.notice.clear)
        BusyDialog(session, self)
        if werkbank.gebruiker.alleen:
            self._choose_first(session, min(werkbank.gebruiker.alleen))
            return
        self.show_work(session).start(self._come_back_to)
        self._come_back_to = ""
        self.locking.begin()
        if noticed := self._deuren.let_op(werkbank) or self.unlock_page.said:
            self.notice.say(noticed)
        if self.unlock_page.fresh and session.may("herstelsleutel.maken"):
            self._offer_envelope()
        self.unlock_page.said, self.unlock_page.fresh = "", False
        copy = partial(self._deuren.reservekopie, werkbank)
        self._background.run(session, copy, self._on_copied, self._messages.refuse)

    def _choose_first(self, session: Session, handeling: str) -> None:
        """A given passphrase, or the envelope: first one's own passphrase, and nothing else."""
        from ui.desk import Desk  # noqa: PLC0415 (a quick start)

        self.session = session
        self._fill_menu()
        self.locking.begin()
        desk = Desk(session, self._messages, self._deuren, self._appearance, self)
        people = [s.id for s in session.werkbank.opslag.sloten() if s.soort == "wachtzin"]
        needs = handeling == "herstelsleutel.gebruiken" and len(people) == 1
        dialog = desk.open_act(handeling, {"gebruiker": people[0]} if needs else {})
        dialog.finished.connect(self.lock, Qt.ConnectionType.QueuedConnection)

    def _offer_envelope(self) -> None:
        """Right after making it; whoever waits finds it on Vandaag until it is done."""
        from ui.messages import Question  # noqa: PLC0415 (a quick start)

        workspace = self.workspace
        if workspace is None:
            return
        question = Question(
            self.tr("Maak nu een herstelsleutel"),
            self.tr(
                "Raakt u de wachtzin kwijt, dan is de kluis voorgoed dicht. Met een sleutel op "
                "papier, in een envelop, kan hij weer open."
            ),
            self.tr("Herstelsleutel maken"),
            partial(workspace.desk.open_act, "herstelsleutel.maken"),
            self.tr("Later"),
        )
        self._messages.ask(question)

    def _on_copied(self, bericht: Reservebericht | None) -> None:
        """Only what did not succeed is worth a sentence; a stick that is not in, a word."""
        if bericht is not None and not bericht.gelukt:
            self.notice.say(bericht.zin)
        elif bericht is not None and bericht.tweede is False:
            self._messages.tell(
                self.tr("De reservekopie staat alleen hier: de tweede plaats was er niet.")
            )

    def show_work(self, session: Session) -> Workspace:
        """The pages of this session instead of the unlock page."""
        from ui.workspace import Workspace  # noqa: PLC0415 (a quick start)

        self.session = session
        self.workspace = Workspace(session, self._messages, self._deuren, self._appearance, self)
        self.workspace.desk.restore_asked.connect(self.ask_restore)
        self.stack.addWidget(self.workspace)
        self.stack.setCurrentWidget(self.workspace)
        self._practice.setVisible(session.oefening)
        self._without.setVisible(not session.reads_content)
        self._fill_menu()
        self.beamer.begin(session, self.workspace.casus.staat)
        return self.workspace

    def hide_work(self) -> None:
        """The unlock page again; nothing of a kluis stays on the screen."""
        workspace, self.workspace, self.session = self.workspace, None, None
        self.beamer.end()
        self._private.leave(self.menuBar(), back=False)
        self._place.show()
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog):
                window.hide()
                window.deleteLater()
        self.notice.clear()
        self.toast.hide()
        self._practice.hide()
        self._without.hide()
        self.stack.setCurrentWidget(self.unlock_page)
        if workspace is not None:
            self.stack.removeWidget(workspace)
            workspace.deleteLater()
        self._fill_menu()

    def come_back(self, terug: Terugkeer) -> None:
        """A process before this one locked: the same kluis, and then the same page."""
        self._come_back_to = terug.plek
        if terug.kluis is None:
            self.unlock_page.show_practice()
        else:
            self.unlock_page.set_place(terug.kluis)

    def lock(self) -> None:
        """At once, whatever is open; only a handeling that is being done is finished first."""
        if self.session is not None:
            self.session.lock()
        if self.session is not None and self.session.holding and self.workspace is not None:
            self.workspace.hide()  # it locks as soon as the papers have a place

    def ask_restore(self) -> None:
        """Which backup; nothing is closed before the passphrase of it is right."""
        from ui import reading  # noqa: PLC0415 (a quick start)
        from ui.kluis.restore_dialog import RestoreDialog  # noqa: PLC0415 (idem)

        session = self.session
        if session is None or session.werkbank.beheer is None:
            return
        lines = reading.log_length(session)
        place = self.unlock_page.place
        dialog = RestoreDialog(self._deuren, place, session.vandaag(), self, lines)
        dialog.confirmed.connect(partial(self._restore_from, place))
        dialog.open()

    def _restore_from(self, place: Path, kopie: Kopie, passphrase: str) -> None:
        """The decision stands in the logboek of what is put aside; then the kluis closes."""
        from casus_app.handelingen.kluis import ReservekopieTerugzetten  # noqa: PLC0415 (idem)

        if self.session is not None and self.session.perform(ReservekopieTerugzetten()):
            self._to_restore = (place, kopie.pad, passphrase)
            self.lock()

    def _leave(self) -> None:
        session, workspace = self.session, self.workspace
        if session is None:
            return
        kluis = None if self.unlock_page.practising else self.unlock_page.place
        terug = Terugkeer(kluis=kluis, plek=workspace.place_name() if workspace else "")
        self.locking.end()
        self.hide_work()
        session.deleteLater()
        try:
            if self._closing:
                self.hide()  # nobody waits for the copy of today's work
                self._deuren.reservekopie(session.werkbank)
        finally:
            self._deuren.sluit(session.werkbank)
        if self._to_restore is not None and not self._closing:
            to_restore, self._to_restore = self._to_restore, None
            self.unlock_page.show_again()
            self.unlock_page.restore(*to_restore)
        elif not self._closing:
            self._remember()
            self._deuren.begin_opnieuw(terug)
            self.unlock_page.show_again()  # only where no new process could begin

    # --- menu ---

    def _fill_menu(self) -> None:
        bar = self.menuBar()
        bar.clear()
        kluis = bar.addMenu(self.tr("&Kluis"))
        if self.session is not None:
            self._add(kluis.addAction, self.tr("&Vergrendelen"), self.lock, "F12")
            add_silence_menu(kluis, self.locking.watch)
        self._add(kluis.addAction, self.tr("&Sluiten"), self.close, "Ctrl+Q")
        if self.workspace is not None:
            self.workspace.fill_menus(bar)
        beeld = bar.addMenu(self.tr("&Beeld"))
        for menu in (kluis, beeld):
            menu.setProperty("ook-prive", True)
        if self.session is not None:
            add_beamer_menu(beeld, self.beamer)
            self._add(beeld.addAction, self.tr("&Privéstand"), self.turn_private, KEY)
            beeld.addSeparator()
        look = self._appearance
        self._add(beeld.addAction, self.tr("&Groter"), look.larger, "Ctrl++", "Ctrl+=")
        self._add(beeld.addAction, self.tr("&Kleiner"), look.smaller, "Ctrl+-")
        self._add(beeld.addAction, self.tr("&Gewone grootte"), look.normal, "Ctrl+0")
        beeld.addSeparator()
        self._schemes = QActionGroup(self)
        for choice, text in scheme_words().items():
            action = self._add(beeld.addAction, text, partial(look.choose, choice))
            action.setCheckable(True)
            action.setData(choice)
            self._schemes.addAction(action)
        self._mark_scheme()
        hulp = bar.addMenu(self.tr("&Hulp"))
        text = self.tr("&Mag dit gedeeld worden?")
        self._add(hulp.addAction, text, self.open_wijzer, "F1")
        text = self.tr("&Toetsen van dit scherm")
        self._add(hulp.addAction, text, self.open_keys, "Ctrl+/", "Ctrl+?")

    def _mark_scheme(self) -> None:
        for action in self._schemes.actions():
            action.setChecked(action.data() == self._appearance.choice)

    def open_keys(self) -> KeysDialog:
        """What one can do here without a mouse."""
        from ui import keys  # noqa: PLC0415 (a quick start)
        from ui.widgets.keys_dialog import KeysDialog  # noqa: PLC0415 (a quick start)

        dialog = KeysDialog(keys.of_this_screen(self), self)
        dialog.open()
        return dialog

    def open_wijzer(self) -> WijzerDialog:
        """What may be shared, by whom; also without an open kluis."""
        from ui.wijzer.opening import open_wijzer  # noqa: PLC0415 (a quick start)

        speaker = self.workspace.speaker() if self.workspace is not None else None
        return open_wijzer(self, self.session, speaker)

    def _add(
        self,
        add: Callable[[str], QAction],
        text: str,
        do: Callable[[], object],
        *shortcuts: str,
    ) -> QAction:
        action = add(text)
        action.setShortcuts([QKeySequence(keys) for keys in shortcuts])
        action.triggered.connect(partial(_call, do))
        return action

    def turn_private(self) -> None:
        """On a mirrored desktop: only what the room may see, and back."""
        self._private.turn(self.menuBar())
        self._place.setVisible(not self._private.on)
        self.toast.hide()

    # --- telling and asking ---

    def _tell(self, text: str) -> None:
        if not self._private.on:
            self.toast.say(text)

    def _tell_draft(self) -> None:
        self._messages.tell(
            self.tr("Wat u half typt kan nu niet bewaard worden. Maak ruimte vrij op de schijf.")
        )

    def _ask(self, question: Question) -> None:
        from ui.widgets.question_dialog import QuestionDialog  # noqa: PLC0415 (a quick start)

        QuestionDialog(question, QApplication.activeModalWidget() or self).open()

    # --- coming and going ---

    def _restore(self) -> None:
        geometry = self._settings.value(_GEOMETRY)
        if geometry is None or not self.restoreGeometry(geometry):
            room = self.screen().availableGeometry()
            self.resize(min(1280, room.width()), min(800, room.height() - _TITLE_BAR))

    def _remember(self) -> None:
        self._settings.setValue(_GEOMETRY, self.saveGeometry())
        self._settings.sync()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Remembers where the window stood, and closes the kluis properly."""
        if self.session is not None and self.session.busy:
            event.ignore()  # a kluis never closes under a handeling
            self.session.idle.connect(self.close, Qt.ConnectionType.QueuedConnection)
            return
        if self.session is not None and self.session.holding:
            event.ignore()  # papers would be lost
            self.session.let_go.connect(self.close, Qt.ConnectionType.QueuedConnection)
            return
        self._remember()
        self._closing = True
        self.lock()
        self.unlock_page.forget()
        super().closeEvent(event)


def _call(do: Callable[[], object], _checked: bool = False) -> None:
    do()
