"""Half-typed text at the table: kept while one types, and put back after a lock or a crash."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from casus_app.domein.klad import Klad, Kladveld
from ui.tafel.staat import TafelStaat

PAUSE_MS = 400
"""At most so much typing is lost when the power goes."""


class Draft(QObject):
    """One field of one table. `write` puts a kept text back in it; empty text is nothing to keep.

    What has to be kept is remembered at once, so that it goes to the casus it was typed for.
    """

    def __init__(
        self,
        staat: TafelStaat,
        veld: Kladveld,
        write: Callable[[str], object],
        *,
        by_itself: bool = True,
    ) -> None:
        """Puts the text back as soon as the casus is read, unless the field comes later."""
        super().__init__(staat)
        self._staat = staat
        self._veld = veld
        self._write = write
        self._pending: Klad | None = None
        self._shown = ("", "")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        staat.casus_changed.connect(self._leave)
        if by_itself:
            staat.read.connect(self.restore)

    def keep(self, text: str) -> None:
        """What stands in the field now; before the kept text was put back there is nothing."""
        if self._shown != self._staat.key:
            return
        overleg, casus = self._staat.key
        self._pending = Klad(overleg=overleg, casus=casus, veld=self._veld, tekst=text)
        if not text:
            self.flush()
        elif not self._timer.isActive():
            self._timer.start()

    def used(self) -> None:
        """An act says it now, and takes the draft away with it."""
        self._pending = None
        self._timer.stop()

    def flush(self) -> None:
        """Now, and not in a moment; when it cannot be done now, in a moment after all."""
        self._timer.stop()
        if self._pending is not None and self._staat.is_open:
            if self._staat.session.keep_draft(self._pending):
                self._pending = None
            else:
                self._timer.start()

    def _leave(self) -> None:
        """Another casus; what was typed for the last one is kept there."""
        if self._pending is not None:
            self._staat.session.keep_draft(self._pending)
        self.used()
        self._shown = ("", "")

    def restore(self, _punt: object = None) -> bool:
        """Once per casus: what was left half-typed comes back. False when it was done before."""
        if not self._staat.is_open or self._shown == self._staat.key:
            return False
        self._shown = self._staat.key
        kept = self._staat.session.haal(Klad, *self._staat.key, self._veld)
        if kept is not None and kept.tekst:
            self._write(kept.tekst)
        return True
