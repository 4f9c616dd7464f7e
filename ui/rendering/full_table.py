"""The table when it is difficult: the wrong room, many people, half asked, and ready to close."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Aanwezigheid, Bespreking, Deelname, Stand
from casus_app.domein.tafel import Akkoord, Hamerstuk, SoortAkkoord
from casus_app.domein.waarde import Waarde
from casus_app.rollen import Gebruikersrol, gebruiker_met
from casus_app.werkbank import Werkbank
from ui import reading
from ui.rendering.nothing import Laag, no_paper
from ui.rendering.practice import to_the_table
from ui.rendering.stage import Scene, Stage
from ui.session import Session
from ui.tafel.steps import Step
from ui.workspace import Workspace

_FUNCTIES = (
    "gezinsvoogd",
    "casemanager gecertificeerde instelling",
    "beleidsmedewerker openbare orde en veiligheid",
    "schuldhulpverlener",
    "verpleegkundig specialist geestelijke gezondheidszorg",
    "jeugdreclasseringswerker",
)


def scenes(stage: Stage, workspace: Workspace) -> Iterator[Scene]:
    """Each lies over the practice kluis and writes nothing in it."""
    del workspace
    session = stage.session
    punt = to_the_table(session)
    if punt is None:
        return
    under = session.werkbank
    laag = Laag(under.opslag, ())
    werkbank = Werkbank(laag, under.klok, under.catalogus, no_paper, oefening=True)
    stage.leave()
    shown = stage.enter(Session(werkbank, gebruiker_met(Gebruikersrol.COORDINATOR)))

    def show(waarden: Sequence[Waarde], then: Callable[[Workspace], None]) -> None:
        laag.lay(waarden)
        then(shown)

    for name, waarden, then in _states(session, punt):
        yield Scene(name, partial(stage.go, partial(show, waarden, then)))
    stage.leave()
    stage.enter()


_State = tuple[str, Sequence[Waarde], Callable[[Workspace], None]]


def _states(session: Session, punt: Bespreking) -> Iterator[_State]:
    for there in session.zoek(Bespreking, stand=Stand.GEPLAND)[:1]:
        closed = _closed(session, punt)
        yield "deurwissel-mist", (), partial(_missing, there)
        yield "hamerstuk", [closed, *_nodded(session, there)], partial(_matched, there)
        empty = [closed, *_empty(session, there)]
        yield "tafel-leeg", empty, _step(there, Step.BEELD)
    for name, whole in (("half", False), ("klaar", True)):
        decided = _decided(session, punt, whole=whole)
        yield f"meenemen-{name}", decided, _step(punt, Step.MEENEMEN)
        yield f"sluiten-{name}", decided, _step(punt, Step.SLUITEN)
    crowd = _crowd(session, punt)
    for step in (Step.BEELD, Step.BESLUIT, Step.MEENEMEN, Step.SLUITEN):
        yield f"vol-{step.name.lower()}", crowd, _step(punt, step)


def _step(punt: Bespreking, step: Step) -> Callable[[Workspace], None]:
    def show(workspace: Workspace) -> None:
        workspace.show_casus(punt.overleg, punt.casus)
        workspace.casus.go_to(step)

    return show


def _missing(punt: Bespreking, workspace: Workspace) -> None:
    """Two who should be there are not."""
    workspace.show_casus(punt.overleg, punt.casus)
    for box in list(workspace.casus.change.boxes.values())[1:3]:
        box.setChecked(False)


def _matched(punt: Bespreking, workspace: Workspace) -> None:
    workspace.show_casus(punt.overleg, punt.casus)
    workspace.casus.change.matches.emit()


def _nodded(session: Session, punt: Bespreking) -> list[Waarde]:
    seats = reading.seats(session, punt)
    return [
        Hamerstuk(
            overleg=punt.overleg,
            casus=punt.casus,
            besluit="De afspraken van vorige keer lopen door; over een maand kijken wij opnieuw.",
            aanspreekpunt=seats[-1].professional if seats else "",
            evaluatie_op=session.vandaag() + timedelta(days=30),
        )
    ]


def _closed(session: Session, punt: Bespreking) -> Bespreking:
    return replace(punt, stand=Stand.GESLOTEN, gesloten_op=session.nu())


def _empty(session: Session, there: Bespreking) -> list[Waarde]:
    """Open, with everybody there and nothing on it."""
    room = [
        Aanwezigheid(
            overleg=there.overleg,
            casus=there.casus,
            professional=seat.professional,
            nummer=1,
            van=session.nu(),
        )
        for seat in reading.seats(session, there)
    ]
    return [replace(there, stand=Stand.OPEN, geopend_op=session.nu()), *room]


def _decided(session: Session, punt: Bespreking, *, whole: bool) -> list[Waarde]:
    """Two owners have answered, or all of them; then the besluit is there as well."""
    where = {"overleg": punt.overleg, "casus": punt.casus}
    told, afspraken = session.zoek(Inbreng, **where), session.zoek(Afspraak, **where)
    made: list[Waarde] = []
    for number, deel in enumerate(told if whole else told[:2]):
        goal = next((a for a in afspraken if a.uitvoerder != deel.inbrenger), None)
        goes = goal is not None and number % 2
        made.append(replace(deel, lot=Lot.MEE if goes else Lot.NIEMAND))
        if goal is not None and goes:
            made.append(Meeneming(inbreng=deel.id, ontvanger=goal.uitvoerder, afspraak=goal.id))
    if whole:
        besluit = "De procesregisseur houdt contact; de wijkagent belt bij onrust."
        made.append(
            replace(
                punt,
                besluit=besluit,
                aanspreekpunt=reading.seats(session, punt)[1].professional,
                evaluatie_op=session.vandaag() + timedelta(days=60),
            )
        )
        against, *rest = (seat.professional for seat in reading.seats(session, punt)[::-1])
        said = Akkoord(**where, professional=against, soort=SoortAkkoord.NIET)
        made.append(replace(said, opmerking="Wil eerder kijken."))
        made += [replace(said, professional=who, soort=SoortAkkoord.AKKOORD) for who in rest]
    return made


def _crowd(session: Session, punt: Bespreking) -> list[Waarde]:
    """Six more, with functions as long as they come."""
    seats = session.zoek(Deelname, overleg=punt.overleg, casus=punt.casus)
    like = seats[-1]
    mens = next(m for m in session.zoek(Professional) if m.id == like.professional)
    made: list[Waarde] = []
    for number, functie in enumerate(_FUNCTIES):
        who = f"vol-{number}"
        made += [
            replace(mens, id=who, naam=f"V. Ol{number}", functie=functie),
            replace(like, professional=who),
            Aanwezigheid(
                overleg=punt.overleg,
                casus=punt.casus,
                professional=who,
                nummer=1,
                van=session.nu(),
            ),
        ]
    return made
