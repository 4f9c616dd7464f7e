"""The only place that tells or asks. A window shows it; a test listens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal

from casus_app.fouten import CasusFout


class Place(Protocol):
    """Where a refusal can appear."""

    def show_fault(self, fault: CasusFout) -> None:
        """Says it here."""

    def clear(self) -> None:
        """Nothing to say any more."""


class Question(NamedTuple):
    """Asked before what cannot be undone. `act` is the verb on the button, never just "ja"."""

    title: str
    text: str
    act: str
    on_yes: Callable[[], object]
    refuse: str = "Toch niet"
    on_no: Callable[[], object] = bool
    """Where "no" is also an answer."""


class Messages(QObject):
    """Three ways to say something, by weight: a toast, a sentence in the page, a question."""

    told = Signal(str)
    refused = Signal(object)
    asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[Place] = []

    def tell(self, text: str) -> None:
        """What is done, in a few words."""
        self.told.emit(text)

    def refuse(self, fault: CasusFout) -> None:
        """What could not be done, beside what caused it."""
        if self._places:
            self._places[-1].show_fault(fault)
        self.refused.emit(fault)

    def ask(self, question: Question) -> None:
        """Asks first; nothing happens without the verb."""
        self.asked.emit(question)

    @contextmanager
    def shown_in(self, place: Place) -> Iterator[None]:
        """What is refused within appears at this place; an old sentence there goes first."""
        place.clear()
        self._places.append(place)
        try:
            yield
        finally:
            self._places.pop()

    def base(self, place: Place) -> None:
        """Where a refusal appears that nobody asked to have elsewhere."""
        self._places[:] = [place]
