"""The matrix as it is in the kluis now: neutral, by function, without a name and without a kern.

Every cell asks the rules of the vak, so that the screen shows what is possible before one tries.
"""

from enum import Enum, auto
from typing import NamedTuple

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming
from casus_app.domein.overleg import Bespreking
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.handelingen.inbreng import MeenemenNiemand, MeenemenToestaan
from casus_app.weigeringen import Code
from ui import reading
from ui.session import Session
from ui.tafel.meenemen import derde
from ui.tafel.seats import TableSeat, table_seats
from ui.texts import listed, sentence


class Mark(Enum):
    """How it stands with one gegeven and one person."""

    HERE = auto()
    """Stays here, and could go along."""
    MEE = auto()
    """May go along."""
    OWN = auto()
    """Whoever brought it in has it already."""
    NO = auto()
    """Cannot."""
    LATER = auto()
    """Not without an own afspraak, and there is none yet."""
    DERDE = auto()
    """A derde: only after the rechtmatigheidstoets."""
    NOBODY = auto()
    """The owner said that nobody takes it along."""
    OPEN = auto()
    """Nothing has been said yet."""
    SOME = auto()
    """Not nobody: somebody may take it along."""


WORDS: dict[Mark, str] = {
    Mark.HERE: "blijft hier",
    Mark.MEE: "mag mee",
    Mark.OWN: "eigen gegeven",
    Mark.NO: "kan niet",
    Mark.LATER: "geen afspraak",
    Mark.DERDE: "derde: eerst toets",
    Mark.NOBODY: "niemand",
    Mark.OPEN: "nog vragen",
    Mark.SOME: "wel iemand",
}


class Cell(NamedTuple):
    """One gegeven and one person; `why` is the whole sentence."""

    mark: Mark
    why: str
    mee: tuple[Meeneming, ...] = ()
    afspraken: tuple[Afspraak, ...] = ()
    """The own afspraken it could be needed for."""


class Row(NamedTuple):
    """One gegeven that was brought in, and who has a say in it."""

    inbreng: str
    owner: str
    """The professional."""
    called: str
    """The function of the owner, with the number where two have the same function."""
    number: int
    kind: str
    lot: Lot
    written: bool
    """An answer in writing, by somebody who is not here."""
    blocked: str
    """Why nothing can be said about it now; empty when it can."""
    nobody: Cell
    cells: tuple[Cell, ...]
    """In the order of the columns."""

    @property
    def waits(self) -> bool:
        """The owner still has to be asked."""
        return self.lot is Lot.ONBESLIST


class Matrix(NamedTuple):
    """Rows in the order in which things were said, columns in the order of the seats."""

    rows: tuple[Row, ...]
    columns: tuple[TableSeat, ...]

    @property
    def waiting(self) -> tuple[Row, ...]:
        """What is left to be asked, and can be asked now."""
        return tuple(row for row in self.rows if row.waits and not row.blocked)


def read_matrix(session: Session, punt: Bespreking) -> Matrix:
    """Everything on the table that is not struck out, and everybody who is in the room."""
    return _Reader(session, punt).matrix()


class _Reader:
    def __init__(self, session: Session, punt: Bespreking) -> None:
        self._session = session
        self._seats = table_seats(session, punt)
        self._here = tuple(seat for seat in self._seats if seat.present)
        where = {"overleg": punt.overleg, "casus": punt.casus}
        self._told = [deel for deel in session.zoek(Inbreng, **where) if deel.telt_mee]
        self._afspraken = session.zoek(Afspraak, **where)
        kaarten = session.zoek(Vraagkaart, **where, ingetrokken_op=None)
        self._written = {kaart.inbreng for kaart in kaarten}

    def matrix(self) -> Matrix:
        return Matrix(tuple(self._row(deel) for deel in self._told), self._here)

    def _row(self, deel: Inbreng) -> Row:
        seat = next((s for s in self._seats if s.professional == deel.inbrenger), None)
        called = self.called(deel.inbrenger)
        refusal = self._session.objection(MeenemenNiemand(inbreng=deel.id, door=deel.inbrenger))
        written = deel.id in self._written and (seat is None or not seat.present)
        blocked = ""
        if written:
            blocked = f"{called} schreef dit en is er niet: niemand neemt het mee."
        elif refusal is not None and refusal.code is Code.NIET_AANWEZIG:
            blocked = f"{called} is niet in de kamer. Laat die persoon binnen om het te vragen."
        elif refusal is not None:
            blocked = refusal.melding
        categorie = self._session.catalogus.categorieen.get(deel.categorie)
        return Row(
            inbreng=deel.id,
            owner=deel.inbrenger,
            called=called,
            number=seat.number if seat else 0,
            kind=sentence(categorie.naam if categorie else deel.categorie),
            lot=deel.lot,
            written=written,
            blocked=blocked,
            nobody=_nobody(deel, called, blocked),
            cells=tuple(self._cell(deel, who, blocked) for who in self._here),
        )

    def called(self, professional: str) -> str:
        """The function; two with the same function are told apart by their number."""
        functie = reading.functie(self._session, professional)
        same = [seat for seat in self._seats if seat.functie.casefold() == functie.casefold()]
        number = next((s.number for s in same if s.professional == professional), 0)
        return f"{sentence(functie)} {number}" if len(same) > 1 and number else sentence(functie)

    def _cell(self, deel: Inbreng, who: TableSeat, blocked: str) -> Cell:
        own = tuple(one for one in self._afspraken if one.uitvoerder == who.professional)
        mee = self._session.zoek(Meeneming, inbreng=deel.id, ontvanger=who.professional)
        if mee:
            return Cell(Mark.MEE, _for_what(mee, self._afspraken), mee, own)
        if who.professional == deel.inbrenger:
            return Cell(Mark.OWN, "Wie het inbracht, heeft het al.")
        if blocked:
            return Cell(Mark.NO, blocked)
        if not self._session.catalogus.rollen[who.rol].neemt_mee:
            return Cell(Mark.NO, "Denkt mee als adviseur en neemt niets mee.")
        return self._possible(deel, who, own)

    def _possible(self, deel: Inbreng, who: TableSeat, own: tuple[Afspraak, ...]) -> Cell:
        """What the rules say of a release that has not been given."""
        some = own or self._afspraken
        tried = MeenemenToestaan(
            inbreng=deel.id,
            door=deel.inbrenger,
            ontvanger=who.professional,
            afspraak=some[0].id if some else "",
        )
        refusal = self._session.objection(tried)
        code = refusal.code if refusal is not None else None
        missing = not own and code in {Code.GEEN_AFSPRAAK, Code.ONBEKEND}
        if (refusal is None or missing) and self._session.tested_first(
            deel.casus, who.professional
        ):
            return Cell(Mark.DERDE, derde.WHY, (), own)
        if refusal is None:
            goals = listed([afspraak.wat.rstrip(".") for afspraak in own])
            return Cell(Mark.HERE, f"Blijft hier. Kan mee voor: {goals}.", (), own)
        if missing:
            text = "Heeft nog geen afspraak. Zonder eigen afspraak neemt niemand iets mee."
            return Cell(Mark.LATER, text)
        return Cell(Mark.NO, refusal.melding)


def _nobody(deel: Inbreng, called: str, blocked: str) -> Cell:
    if deel.lot is Lot.NIEMAND:
        return Cell(Mark.NOBODY, blocked or f"{called} zei: niemand neemt dit mee.")
    if blocked:
        return Cell(Mark.NO, blocked)
    if deel.lot is Lot.MEE:
        return Cell(Mark.SOME, "Er mag iets mee. Zegt u toch niemand, dan vervalt dat.")
    return Cell(Mark.OPEN, f"{called} zei nog niets. Vraag het.")


def _for_what(mee: tuple[Meeneming, ...], afspraken: tuple[Afspraak, ...]) -> str:
    goals = {afspraak.id: afspraak.wat.rstrip(".") for afspraak in afspraken}
    parts = []
    for one in mee:
        text = goals.get(one.afspraak, "een afspraak")
        if one.voorwaarden:
            text = f"{text} ({one.voorwaarden.rstrip('.')})"
        if one.bewaren_tot:
            text = f"{text}, tot {one.bewaren_tot:%d-%m-%Y}"
        parts.append(text)
    return f"Mag mee voor: {listed(parts)}."


# --- the words to say aloud ---


def ask_words(row: Row, matrix: Matrix) -> str:
    """What the voorzitter says at this row."""
    if row.written:
        return f"{row.called} schreef dit: niemand neemt het mee."
    if row.blocked:
        return row.blocked
    if row.lot is Lot.NIEMAND:
        return f"{row.called}: dit blijft hier, niemand neemt het mee."
    if row.lot is Lot.MEE:
        who = [
            seat.functie
            for seat, cell in zip(matrix.columns, row.cells, strict=True)
            if cell.mark is Mark.MEE
        ]
        may = "mogen" if len(who) > 1 else "mag"
        said = f"{listed(who)} {may} dit meenemen" if who else "dit mag mee"
        return f"{row.called}: {said}. Nog iemand?"
    return f"{row.called}, mag iemand dit meenemen? Anders: niemand."


def rest_words(matrix: Matrix) -> str:
    """What is said aloud before all that is left stays here; empty when nothing is left."""
    waiting = matrix.waiting
    if not waiting:
        return ""
    owners = list(dict.fromkeys(row.called for row in waiting))
    many = len(waiting) > 1
    rest = f"de overige {len(waiting)} gegevens" if many else "het laatste gegeven"
    return f"{listed(owners)}: mag iemand {rest} meenemen? Anders: niemand."
