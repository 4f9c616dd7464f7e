"""One typed line as an afspraak: what was understood of it, and what is still to be asked."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from casus_app.domein.overleg import Bespreking
from casus_app.handelingen.inbreng import AfspraakMaken
from casus_app.hulp.afspraak import Aanwezige, Regel, lees_regel
from casus_app.hulp.dagen import voluit
from ui.forms.keys import propose
from ui.session import Session
from ui.tafel.seats import TableSeat
from ui.texts import sentence

DONE_WHEN = "klaar als"


class Part(NamedTuple):
    """One of the four parts of an afspraak; `found` is empty when it was not typed."""

    label: str
    found: str
    needed: bool = True

    @property
    def missing(self) -> bool:
        """Still to be said."""
        return self.needed and not self.found


class Understood(NamedTuple):
    """A line as it was read."""

    regel: Regel
    seat: TableSeat | None

    @property
    def parts(self) -> tuple[Part, ...]:
        """Wie · wat · uiterlijk · klaar als, in the order in which one says them."""
        regel = self.regel
        who = f"{self.seat.number} {self.seat.functie}" if self.seat else ""
        return (
            Part("wie", who),
            Part("wat", regel.wat),
            Part("uiterlijk", voluit(regel.wanneer) if regel.wanneer else ""),
            Part(DONE_WHEN, regel.klaar_als, needed=False),
        )

    @property
    def complete(self) -> bool:
        """Enough for an afspraak."""
        return not any(part.missing for part in self.parts)

    @property
    def questions(self) -> tuple[str, ...]:
        """What the voorzitter can ask; none of them holds anything back."""
        asked = [*self.regel.vragen, self.regel.dagnoot]
        if self.seat is not None and not self.seat.present:
            who = sentence(self.seat.functie)
            asked.append(f"{who} is er nu niet. Heeft die vooraf ja gezegd?")
        return tuple(question for question in asked if question)


def understand(text: str, seats: Sequence[TableSeat], today: date) -> Understood:
    """Reads the line; nothing in it is an error."""
    people = [
        Aanwezige(seat.professional, seat.number, seat.naam, seat.functie, seat.partij)
        for seat in seats
    ]
    regel = lees_regel(text, people, today)
    who = regel.wie.sleutel if regel.wie else ""
    return Understood(regel, next((seat for seat in seats if seat.professional == who), None))


def as_afspraak(session: Session, punt: Bespreking, read: Understood) -> AfspraakMaken | None:
    """The handeling, when everything that is needed was said."""
    if not read.complete or read.seat is None or read.regel.wanneer is None:
        return None
    return AfspraakMaken(
        id=propose(session, "afspraak.maken"),
        overleg=punt.overleg,
        casus=punt.casus,
        uitvoerder=read.seat.professional,
        wat=read.regel.wat,
        uiterlijk=read.regel.wanneer,
        klaar_als=read.regel.klaar_als,
    )
