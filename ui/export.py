"""Papers: first a folder, then the handeling that makes them, then onto the disk."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from casus_app.fouten import CasusFout
from ui.files import choose
from ui.messages import Messages
from ui.session import Session
from ui.texts import counted

if TYPE_CHECKING:
    from casus_app.deuren import Deuren
    from casus_app.handelingen import Handeling
    from casus_app.poorten import Papier
    from casus_app.werkbank import Uitkomst


class Exporter(QObject):
    """Does the handelingen one by one, so that the window stays alive and it can be stopped."""

    progressed = Signal(int, int)
    finished = Signal(int)
    secrets_made = Signal(object)
    """Outcomes with a wachtzin in their answer: to be shown once, and then forgotten."""

    def __init__(self, session: Session, deuren: "Deuren", messages: Messages) -> None:
        super().__init__(session)
        self._session = session
        self._deuren = deuren
        self._messages = messages
        self._folder: Path | None = None
        self._waiting: list[Handeling] = []
        self._secret: list[Uitkomst] = []
        self._total = self._written = 0

    def ask_folder(self, window: QWidget, handelingen: Sequence["Handeling"]) -> None:
        """Asks where to, and begins."""
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
        """Puts papers that are already made on the disk, asking again until there is a place."""
        self._folder = folder
        if self._onto_disk(papieren):
            self._tell(len(papieren))
            self._keep_secret(outcome)
            self._show_secrets()
            return
        choose(
            window,
            self.tr("Kies een andere map voor de papieren"),
            "folder",
            lambda other: self.write_into(other, papieren, window, outcome),
        )

    def _keep_secret(self, outcome: "Uitkomst | None") -> None:
        if outcome is not None and "wachtzin" in outcome.antwoord:
            self._secret.append(outcome)

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
        if outcome is None or not self._onto_disk(outcome.papieren):
            self._waiting.clear()
        else:
            self._written += len(outcome.papieren)
            self._keep_secret(outcome)
        done = self._total - len(self._waiting)
        self.progressed.emit(done, self._total)
        QTimer.singleShot(0, self, self._next)

    def _onto_disk(self, papers: Sequence["Papier"]) -> bool:
        if self._folder is None:
            return False
        try:
            for paper in papers:
                self._deuren.schrijf(self._folder, paper)
        except CasusFout as fault:
            self._messages.refuse(fault)
            return False
        return True

    def _tell(self, number: int) -> None:
        if number:
            papers = counted(number, self.tr("papier"), self.tr("papieren"))
            text = self.tr("{papers} bewaard in de map {folder}.")
            name = self._folder.name if self._folder else ""
            self._messages.tell(text.format(papers=papers, folder=name))
