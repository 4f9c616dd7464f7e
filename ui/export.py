"""Papers: first a folder, then the handeling that makes them, then onto the disk."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from casus_app.fouten import CasusFout
from ui.files import choose
from ui.messages import Messages, Question
from ui.session import Session
from ui.texts import counted

if TYPE_CHECKING:
    from casus_app.deuren import Deuren
    from casus_app.handelingen import Handeling
    from casus_app.poorten import Papier
    from casus_app.werkbank import Uitkomst


class _Made(NamedTuple):
    """Papers that are made and not on the disk, and what made them."""

    papers: "Sequence[Papier]"
    outcome: "Uitkomst | None"


class Exporter(QObject):
    """Does the handelingen one by one, so that the window stays alive and it can be stopped."""

    progressed = Signal(int, int)
    finished = Signal(int)
    secrets_made = Signal(object)
    """Outcomes with a wachtzin in their answer: to be shown once, and then forgotten."""

    def __init__(
        self, session: Session, deuren: "Deuren", messages: Messages, window: QWidget
    ) -> None:
        super().__init__(session)
        self._session = session
        self._deuren = deuren
        self._messages = messages
        self._window = window
        self._folder: Path | None = None
        self._waiting: list[Handeling] = []
        self._secret: list[Uitkomst] = []
        self._total = self._written = 0
        session.locked.connect(self.stop)

    def ask_folder(self, window: QWidget, handelingen: Sequence["Handeling"]) -> None:
        """Asks where to, and begins."""
        self._window = window
        choose(
            window,
            self.tr("In welke map komen de papieren?"),
            "folder",
            lambda folder: self.start(folder, handelingen),
            self._folder,
        )

    def start(self, folder: Path, handelingen: Sequence["Handeling"]) -> None:
        """Makes and writes the papers of all these handelingen."""
        self._folder = folder
        self._waiting = list(handelingen)
        self._total, self._written = len(self._waiting), 0
        self.progressed.emit(0, self._total)
        QTimer.singleShot(0, self, self._next)

    def stop(self) -> None:
        """What is written stays; the rest is not made."""
        self._waiting.clear()

    def write_into(
        self,
        folder: Path,
        papieren: Sequence["Papier"],
        window: QWidget,
        outcome: "Uitkomst | None" = None,
    ) -> None:
        """Puts papers that are already made on the disk."""
        self._folder, self._window, self._written = folder, window, 0
        self._put(_Made(papieren, outcome), self._told)

    def _told(self) -> None:
        self._tell(self._written)
        self._show_secrets()

    def _put(self, made: "_Made", then: Callable[[], object]) -> None:
        """Onto the disk; what does not fit waits for another folder, and the lock with it.

        The register says already that these papers are given out: they are not lost in silence.
        """
        left = self._onto_disk(made.papers)
        self._written += len(made.papers) - len(left)
        if left:
            self._session.hold_lock()
            self._ask_other(made._replace(papers=left), then)
            return
        if made.outcome is not None and "wachtzin" in made.outcome.antwoord:
            self._secret.append(made.outcome)
        then()
        self._session.let_lock()

    def _ask_other(self, made: "_Made", then: Callable[[], object]) -> None:
        chosen: list[Path] = []

        def elsewhere(folder: Path) -> None:
            chosen.append(folder)
            self._folder = folder
            self._put(made, then)

        def left_alone() -> None:
            if not chosen:
                self._ask_to_drop(made, then)

        title = self.tr("Kies een andere map voor de papieren")
        dialog = choose(self._window, title, "folder", elsewhere, self._folder)
        dialog.rejected.connect(left_alone)

    def _ask_to_drop(self, made: "_Made", then: Callable[[], object]) -> None:
        def drop() -> None:
            self._waiting.clear()
            then()
            self._session.let_lock()

        self._messages.ask(
            Question(
                self.tr("Papieren weggooien?"),
                self.tr(
                    "{papers} is gemaakt en nog niet bewaard. Het register noemt het al. Gooit u "
                    "het weg, dan is het er niet meer."
                ).format(papers=", ".join(paper.naam for paper in made.papers)),
                self.tr("Weggooien"),
                drop,
                self.tr("Andere map kiezen"),
                lambda: self._ask_other(made, then),
            )
        )

    def _show_secrets(self) -> None:
        made, self._secret = self._secret, []
        if made:
            self.secrets_made.emit(made)

    def _next(self) -> None:
        if not self._waiting:
            self._tell(self._written)
            self.finished.emit(self._written)
            self._show_secrets()
            return
        outcome = self._session.outcome_of(self._waiting.pop(0), quiet=True)
        if outcome is None:
            self._waiting.clear()
            self._go_on()
        else:
            self._put(_Made(outcome.papieren, outcome), self._go_on)

    def _go_on(self) -> None:
        self.progressed.emit(self._total - len(self._waiting), self._total)
        QTimer.singleShot(0, self, self._next)

    def _onto_disk(self, papers: Sequence["Papier"]) -> "Sequence[Papier]":
        """The papers that are not there yet."""
        if self._folder is None:
            return papers
        for done, paper in enumerate(papers):
            try:
                self._deuren.schrijf(self._folder, paper)
            except CasusFout as fault:
                self._messages.refuse(fault)
                return papers[done:]
        return ()

    def _tell(self, number: int) -> None:
        if number:
            papers = counted(number, self.tr("papier"), self.tr("papieren"))
            text = self.tr("{papers} bewaard in de map {folder}.")
            name = self._folder.name if self._folder else ""
            self._messages.tell(text.format(papers=papers, folder=name))
