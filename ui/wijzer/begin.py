"""With what the grondslagwijzer begins: this house, and when a casus is open its room."""

from typing import NamedTuple

from casus_app.domein.casus import Casus
from casus_app.domein.overleg import Deelname, SoortBespreking
from ui import reading
from ui.reading import soort_van
from ui.session import EERSTE_KADER, Session


class Begin(NamedTuple):
    """What is filled in already; kinds of partij only, never a person."""

    kader: str = EERSTE_KADER
    soort: str | None = None
    pet: str | None = None
    categorie: str | None = None
    bespreking: SoortBespreking = SoortBespreking.CASUSOVERLEG
    kamer: tuple[str, ...] = ()


def begin_with(session: Session, speaker: str | None, categorie: str | None = None) -> Begin:
    """The open casus and its room; `speaker` is who was chosen in the inbreng form."""
    punt = reading.open_punt(session)
    if punt is None:
        return Begin(session.kader)
    casus = session.haal(Casus, punt.casus)
    here = reading.room(session, punt)
    spoken = speaker if speaker in here else None
    soort = soort_van(session, spoken) if spoken else None
    stoel = session.haal(Deelname, punt.overleg, punt.casus, spoken) if spoken else None
    others = [soort_van(session, who) for who in here if who != spoken]
    return Begin(
        kader=casus.kader if casus else session.kader,
        soort=soort.sleutel if soort else None,
        pet=stoel.pet if stoel else None,
        categorie=categorie,
        bespreking=punt.soort,
        kamer=tuple(dict.fromkeys(other.sleutel for other in others if other)),
    )
