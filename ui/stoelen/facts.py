"""What the catalogue says of somebody who would sit here, in words."""

from collections.abc import Sequence

from casus_app.catalogus import Soort
from casus_app.domein.casus import Casus
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Pet, Rol
from ui.session import Session
from ui.texts import sentence, word
from ui.widgets.picker import Option
from ui.wijzer import words


def who(session: Session, professional: str) -> str:
    """The function first: names are for calling, functions for understanding."""
    mens = session.haal(Professional, professional)
    return " · ".join(filter(None, (mens.functie, mens.naam))) if mens else "–"


def kader(session: Session, punt: Bespreking) -> str:
    """The kader of the casus."""
    casus = session.haal(Casus, punt.casus)
    return casus.kader if casus else session.kader


def taken(session: Session, punt: Bespreking, soort: Soort | None) -> list[Option]:
    """For which tasks this partij can sit here."""
    if soort is None:
        return []
    found = soort.taken_onder(kader(session, punt))
    return [Option(key, sentence(taak.naam), taak.artikel) for key, taak in found.items()]


def rollen() -> list[Option]:
    """For what somebody can sit here."""
    return [Option(rol.value, sentence(word(rol))) for rol in Rol]


def petten() -> list[Option]:
    """The hats of a wijkteam."""
    return [Option(pet.value, sentence(word(pet))) for pet in Pet]


def lines(
    session: Session, punt: Bespreking, soort: Soort | None, pet: str | None
) -> list[tuple[str, str]]:
    """On which grounds this partij can share, what binds it to silence, and what opens that."""
    if soort is None:
        return []
    catalogus, here = session.catalogus, kader(session, punt)
    grounds = [ground.naam for ground in catalogus.grondslagen_van(soort, here)]
    regimes = [regime.naam for regime in catalogus.regimes_van(soort, pet)]
    made = [("Kan delen op", _short(grounds) or "geen grondslag onder dit recht")]
    if regimes:
        made.append(("Geheim", _short(regimes)))
    if catalogus.vraagt_route(soort, pet):
        routes = [route.naam for route in catalogus.routes.values() if here in route.kaders]
        made.append(("Spreekt alleen langs", _short(routes)))
    return made


def _short(names: Sequence[str]) -> str:
    return "; ".join(words.inside(name) for name in names)
