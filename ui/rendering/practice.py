"""Brings the practice kluis to the table, with a few lawful contributions on it."""

from msgspec.structs import replace

from casus_app.domein.inbreng import Niveau
from casus_app.domein.overleg import Bespreking, Stand
from casus_app.handelingen.bespreking import BesprekingOpenen
from casus_app.handelingen.inbreng import AfspraakMaken, InbrengVastleggen
from ui import reading
from ui.forms.keys import propose
from ui.panels import lawful
from ui.session import Session


def to_the_table(session: Session) -> Bespreking | None:
    """Opens the first casus that can open, and lays down what its people can lawfully say."""
    found = reading.open_punt(session)
    if found is not None:
        return found
    for punt in session.zoek(Bespreking, stand=Stand.GEPLAND):
        if not session.stops_opening(punt):
            here = tuple(seat.professional for seat in reading.seats(session, punt))
            session.perform(
                BesprekingOpenen(overleg=punt.overleg, casus=punt.casus, aanwezig=here)
            )
            _fill_table(session, punt, here)
            return punt
    return None


def _fill_table(session: Session, punt: Bespreking, here: tuple[str, ...]) -> None:
    for who in here:
        _say_something(session, punt, who)
    seats = [seat for seat in reading.seats(session, punt) if seat.taak]
    for seat in seats[:2]:
        session.perform(
            AfspraakMaken(
                id=propose(session, "afspraak.maken"),
                overleg=punt.overleg,
                casus=punt.casus,
                uitvoerder=seat.professional,
                wat="Deze week bellen en vragen wat er nodig is.",
                uiterlijk=session.vandaag(),
            )
        )


def _say_something(session: Session, punt: Bespreking, who: str) -> None:
    for categorie in lawful.categorieen(session, who):
        tried = InbrengVastleggen(
            id=propose(session, "inbreng.vastleggen"),
            overleg=punt.overleg,
            casus=punt.casus,
            inbrenger=who,
            over="betrokkene",
            categorie=categorie.key,
            niveau=Niveau.BUITENKANT,
            grondslag="",
            noodzaak="Nodig voor het plan.",
            kern="Is bekend; er is vorige week contact geweest.",
        )
        wijzing = lawful.asked(session, punt, tried)
        for grondslag in lawful.grondslagen(wijzing) if wijzing else []:
            attempt = replace(tried, grondslag=grondslag.key)
            if grondslag.possible and session.objection(attempt) is None:
                session.perform(attempt)
                return
