"""Who sits where at one casus: the number on the table, the function, and how it is with them."""

from typing import NamedTuple

from casus_app.domein.overleg import Bespreking, Rol
from casus_app.domein.tafel import Houding, SoortHouding
from ui import reading
from ui.panels import lawful
from ui.session import Session
from ui.texts import word


class TableSeat(NamedTuple):
    """A seat as it is drawn. `number` is the one said aloud; it stays while the casus is open."""

    number: int
    professional: str
    naam: str
    functie: str
    partij: str
    rol: Rol
    present: bool
    secret: bool
    """Speaks only along a lawful route."""
    houding: SoortHouding | None = None
    """Only listens, or said to have nothing to bring in."""

    @property
    def takes_nothing(self) -> bool:
        """Thinks along and takes nothing along (vraag 33)."""
        return self.rol is Rol.ADVISEUR

    def told(self, *, speaks: bool) -> str:
        """The seat in words, for who does not see the drawing."""
        parts = [f"{self.number}, {self.functie}, {self.naam}, {self.partij}"]
        if self.rol is not Rol.UITVOEREND and word(self.rol) != self.functie:
            parts.append(word(self.rol))
        if self.secret:
            parts.append("beroepsgeheim")
        if self.houding is not None:
            parts.append(word(self.houding))
        if speaks:
            parts.append("aan het woord")
        parts.append("in de kamer" if self.present else "niet in de kamer")
        return ", ".join(part for part in parts if part)


def table_seats(session: Session, punt: Bespreking) -> list[TableSeat]:
    """The voorzitter is number 1, then everybody in the order in which they were admitted."""
    waar = {"overleg": punt.overleg, "casus": punt.casus}
    houding = {found.professional: found.soort for found in session.zoek(Houding, **waar)}
    return [
        TableSeat(
            number,
            seat.professional,
            seat.naam,
            seat.functie,
            seat.partij,
            seat.rol,
            seat.present,
            lawful.needs_route(session, punt, seat.professional),
            houding.get(seat.professional),
        )
        for number, seat in enumerate(reading.seats(session, punt), start=1)
    ]
