"""Whom one can mean by what is typed: professionals, and partijen without one of theirs."""

from typing import NamedTuple

from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Bespreking, Deelname, Overleg
from ui.session import Session
from ui.widgets.finder import MOST, Found, matches

_SEPARATOR = ":"


class Choice(NamedTuple):
    """What Enter takes: a `mens`, a `kaart` for a partij, a `nieuw` one of it, or a `partij`."""

    kind: str
    key: str


def choice(taken: str) -> Choice:
    """Reads the key of a match."""
    kind, _, key = taken.partition(_SEPARATOR)
    return Choice(kind, key)


def found(session: Session, punt: Bespreking, typed: str) -> list[Found]:
    """People in the order of their function, then the partijen that are meant by name."""
    overleg = session.haal(Overleg, punt.overleg)
    seated = {
        stoel.professional
        for stoel in session.zoek(
            Deelname, overleg=punt.overleg, casus=punt.casus, ingetrokken_op=None
        )
    }
    if overleg is not None:
        seated.add(overleg.voorzitter)
    partijen = {partij.id: partij for partij in session.zoek(Partij)}
    people = [
        _person(mens, partijen.get(mens.partij), mens.id in seated)
        for mens in session.zoek(Professional)
        if matches(typed, mens.functie, mens.naam, *_words(session, partijen.get(mens.partij)))
    ]
    people.sort(key=lambda one: (not one.possible, one.title.casefold()))
    organisations = [
        partij for partij in partijen.values() if matches(typed, *_words(session, partij))
    ]
    if not typed.strip():
        return people
    made = people
    for partij in organisations:
        # The past is only asked of what is seen: counting it costs a few questions to the kluis.
        hint = session.hint(punt, partij.id) if len(made) < MOST else ""
        made += _instead(session, partij, hint)
    if made:
        return made
    return [
        Found(
            f"partij{_SEPARATOR}",
            "Deze partij staat er nog niet",
            "leg eerst de partij vast, daarna wie er namens haar komt",
        )
    ]


def _instead(session: Session, partij: Partij, hint: str) -> list[Found]:
    """What one can do with a partij besides a seat for who is known."""
    made = []
    if session.zoek(Professional, partij=partij.id):
        made.append(
            Found(
                f"kaart{_SEPARATOR}{partij.id}",
                f"Liever één vraag aan {partij.naam}",
                hint or "een vraagkaart in plaats van een stoel",
            )
        )
    made.append(
        Found(
            f"nieuw{_SEPARATOR}{partij.id}",
            f"Iemand anders van {partij.naam}",
            "nog niet bekend: voeg deze persoon hier toe",
        )
    )
    return made


def _person(mens: Professional, partij: Partij | None, seated: bool) -> Found:
    where = partij.naam if partij else ""
    under = f"{where} · zit al aan tafel" if seated else where
    return Found(f"mens{_SEPARATOR}{mens.id}", f"{mens.functie} · {mens.naam}", under, not seated)


def _words(session: Session, partij: Partij | None) -> tuple[str, ...]:
    soort = session.catalogus.soorten.get(partij.soort) if partij else None
    return (partij.naam if partij else "", soort.naam if soort else "")
