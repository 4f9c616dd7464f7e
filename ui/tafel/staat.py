"""What all parts of the table share: which casus, which step, who speaks, who is where.

One object per page. A part reads from it and listens to it; whoever changes something says it
here (step, speaker) or does an act (everything that is kept), and all parts hear of it.
"""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from casus_app.domein.overleg import Bespreking, Stand
from casus_app.domein.tafel import Tafelstand, Tafelstap
from casus_app.handelingen.tafel import BesprekingStap
from ui import reading
from ui.session import Session
from ui.tafel.seats import TableSeat, table_seats
from ui.tafel.steps import Step


class TafelStaat(QObject):
    """Holds no rules; what must last (also the step) is in the kluis."""

    casus_changed = Signal()
    """Another casus is shown: let go of everything that was typed for the last one."""
    read = Signal(object)
    """The `Bespreking` as it is now in the kluis; after every act, and for another casus."""
    gone = Signal()
    """The bespreking is not in the kluis any more: nothing of it stays in any widget."""
    step_changed = Signal(int)
    room_changed = Signal()
    """Somebody was marked as missing at the door, or is there after all."""
    finished = Signal()
    """This casus was closed or moved on just now."""
    speaker_changed = Signal(str)
    """The professional who has the floor; empty when nobody has."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.key = ("", "")
        self.punt: Bespreking | None = None
        self.step = Step.DEUR
        self.speaker = ""
        self.seats: list[TableSeat] = []
        """Everybody who may be at this casus, in the order of their numbers."""
        self.missing: set[str] = set()
        """Who was expected at the door and is not there; forgotten with the casus."""

    # --- the casus ---

    def show_casus(self, overleg: str, casus: str) -> None:
        """Another casus; where it stands says which step is first."""
        if self.key == (overleg, casus):
            return
        self.key = (overleg, casus)
        self.speaker = ""
        self.casus_changed.emit()
        self.read_again()
        self.missing.clear()
        stand = self.session.haal(Tafelstand, overleg, casus)
        was = list(Tafelstap).index(stand.stap) if stand else Step.BEELD
        self._turn_to(Step(was) if self.is_open else Step.DEUR)

    def read_again(self) -> None:
        """The kluis may have changed."""
        before = self.punt
        self.punt = self.session.haal(Bespreking, *self.key)
        self._read_seats()
        if self.speaker and self.speaker not in self.room:
            self.let_speak("")
        if self.punt is None:
            if before is not None:
                self.casus_changed.emit()
                self.gone.emit()
            return
        self.read.emit(self.punt)
        opened = before is not None and before.stand is Stand.GEPLAND
        same = before is not None and (before.overleg, before.casus) == self.key
        if same and opened and self.is_open:
            self._turn_to(Step.BEELD)
        if same and before is not None and not before.afgerond and self.punt.afgerond:
            self.finished.emit()

    def _read_seats(self) -> None:
        """Before it opens, who is in the room is who was not marked as missing."""
        self.seats = table_seats(self.session, self.punt) if self.punt else []
        if self.punt is not None and self.punt.stand is Stand.GEPLAND:
            self.seats = [
                seat._replace(present=seat.professional not in self.missing) for seat in self.seats
            ]

    @property
    def is_open(self) -> bool:
        """Whether this casus lies on the table now."""
        return self.punt is not None and self.punt.stand is Stand.OPEN

    @property
    def room(self) -> tuple[str, ...]:
        """Who is in the room, in the order of the numbers; before it opens, who will be."""
        return tuple(seat.professional for seat in self.seats if seat.present)

    def mark(self, professional: str, *, present: bool) -> None:
        """Before the door closes: who is missing after all."""
        if present:
            self.missing.discard(professional)
        else:
            self.missing.add(professional)
        self._read_seats()
        self.room_changed.emit()

    @property
    def empty_seats(self) -> tuple[int, ...]:
        """The numbers of who was expected at the door and is not there."""
        return tuple(seat.number for seat in self.seats if seat.professional in self.missing)

    def keep_empty(self, numbers: Collection[int]) -> None:
        """The same seats as before a lock."""
        self.missing = {seat.professional for seat in self.seats if seat.number in numbers}
        self.read_again()

    def seat(self, number: int) -> TableSeat | None:
        """The seat with this number."""
        return next((seat for seat in self.seats if seat.number == number), None)

    def place_in_agenda(self) -> tuple[int, int]:
        """Which casus of how many this is, counting all on the agenda of the overleg."""
        agenda = [punt.casus for punt in reading.agenda(self.session, self.key[0])]
        here = agenda.index(self.key[1]) + 1 if self.key[1] in agenda else 0
        return here, len(agenda)

    # --- the step and the floor ---

    def go_to(self, step: Step) -> None:
        """Every step can be looked at; the rules say what can be done there."""
        if self.step is step:
            return
        self._turn_to(step)
        if self.is_open and self.session.may(BesprekingStap.NAAM):
            stap = list(Tafelstap)[step]
            overleg, casus = self.key
            self.session.perform(BesprekingStap(overleg=overleg, casus=casus, stap=stap))

    def _turn_to(self, step: Step) -> None:
        if self.step is not step:
            self.step = step
            self.step_changed.emit(step.value)

    def next_casus(self) -> str:
        """The next on the agenda that still waits; empty when all have been at the table."""
        agenda = reading.agenda(self.session, self.key[0])
        waiting = [punt for punt in agenda if punt.stand is Stand.GEPLAND]
        here = self.punt.plek if self.punt else 0
        later = [punt.casus for punt in waiting if punt.plek > here]
        return (later or [punt.casus for punt in waiting] or [""])[0]

    def let_speak(self, professional: str) -> None:
        """Gives somebody the floor, or nobody."""
        if professional and professional not in self.room:
            return
        if self.speaker != professional:
            self.speaker = professional
            self.speaker_changed.emit(professional)
