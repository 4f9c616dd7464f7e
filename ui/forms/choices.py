"""What there is to choose from in a form, given what is already filled in."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial

from casus_app.catalogus import Gegeven
from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.casus import BETROKKENE, Casus, Fase, Kringpersoon, Toestemming
from casus_app.domein.inbreng import Inbreng, Niveau
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Bespreking, Overleg, Pet, Rol, SoortBespreking, Stand
from casus_app.domein.tafel import SoortAkkoord, SoortHouding, Tafelstap
from casus_app.domein.toegang import Slotsoort
from casus_app.domein.verzoek import SoortVerzoek, Verzoek
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.domein.zeef import Trap
from casus_app.handelingen.gebruikers import HEEL, HELFTEN
from casus_app.regels.trap import trap_van
from casus_app.rollen import Gebruikersrol
from ui import reading
from ui.logboek import log_filter
from ui.session import Session
from ui.texts import day, sentence, word
from ui.widgets.picker import Option

Values = Mapping[str, object]
Choices = Callable[[Session, Values], Sequence[Option]]


def options(kind: str, session: Session, values: Values) -> Sequence[Option]:
    """The options of this kind of field; empty for a kind that has none."""
    found = _CHOICES.get(kind)
    return found(session, values) if found else ()


def _text(values: Values, field: str) -> str:
    value = values.get(field)
    return value if isinstance(value, str) else ""


def _catalogue(items: Mapping[str, Gegeven]) -> list[Option]:
    return [Option(key, sentence(item.naam)) for key, item in items.items()]


def _enum(members: type[StrEnum] | Sequence[StrEnum]) -> list[Option]:
    return [Option(member.value, sentence(word(member))) for member in members]


def _professionals(session: Session, values: Values) -> list[Option]:
    del values
    made = []
    for mens in session.zoek(Professional):
        partij = session.haal(Partij, mens.partij)
        made.append(Option(mens.id, mens.wie, partij.naam if partij else ""))
    return made


def _users(session: Session, values: Values) -> list[Option]:
    """Who can open the kluis with a passphrase."""
    del values
    return [
        Option(slot.id, slot.naam or sentence(slot.rol), sentence(slot.rol))
        for slot in session.opslag.sloten()
        if slot.soort is Slotsoort.WACHTZIN
    ]


def _seated(session: Session, values: Values) -> list[Option]:
    """Who has a seat at this casus; everybody as long as it is not known which casus."""
    punt = session.haal(Bespreking, _text(values, "overleg"), _text(values, "casus"))
    if punt is None:
        return _professionals(session, values)
    return [
        Option(seat.professional, f"{seat.naam}, {seat.functie}", seat.partij)
        for seat in reading.seats(session, punt)
    ]


def _new_seats(session: Session, values: Values) -> list[Option]:
    """Everybody who has no seat at this casus yet."""
    punt = session.haal(Bespreking, _text(values, "overleg"), _text(values, "casus"))
    taken = {seat.professional for seat in reading.seats(session, punt)} if punt else set()
    return [option for option in _professionals(session, values) if option.key not in taken]


def _partijen(session: Session, values: Values) -> list[Option]:
    del values
    return [Option(partij.id, partij.naam) for partij in session.zoek(Partij)]


def _casussen(session: Session, values: Values) -> list[Option]:
    """The casussen of the overleg that is chosen, or all of them."""
    overleg = _text(values, "overleg")
    codes = [punt.casus for punt in reading.agenda(session, overleg)] if overleg else []
    if not codes:
        codes = [casus.id for casus in session.zoek(Casus)]
    return [Option(code, code, _doel(session, code)) for code in codes]


def _all_casussen(session: Session, values: Values) -> list[Option]:
    del values
    return [Option(casus.id, casus.id, _short(casus.doel)) for casus in session.zoek(Casus)]


def _doel(session: Session, code: str) -> str:
    casus = session.haal(Casus, code)
    return _short(casus.doel) if casus else ""


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:58].rstrip()}…"  # noqa: PLR2004 (one line)


def _overleggen(session: Session, values: Values) -> list[Option]:
    del values
    found = sorted(session.zoek(Overleg), key=lambda overleg: overleg.datum, reverse=True)
    return [
        Option(
            overleg.id, reading.overleg_naam(overleg), "vastgesteld" if overleg.vastgesteld else ""
        )
        for overleg in sorted(found, key=lambda overleg: overleg.vastgesteld)
    ]


def _toestemmingen(session: Session, values: Values) -> list[Option]:
    casus = _text(values, "casus")
    waar = {"casus": casus} if casus else {}
    return [
        Option(
            given.id,
            f"{given.casus}: {reading.over_wie(session, given.casus, given.van)} aan "
            f"{reading.wie(session, given.aan)}, {day(given.datum)}",
            "ingetrokken" if given.ingetrokken_op else "",
        )
        for given in session.zoek(Toestemming, **waar)
    ]


def _inbreng(session: Session, values: Values) -> list[Option]:
    del values
    made = []
    for inbreng in session.zoek(Inbreng):
        categorie = session.catalogus.categorieen.get(inbreng.categorie)
        made.append(
            Option(
                inbreng.id,
                f"{inbreng.casus}: {categorie.naam if categorie else inbreng.categorie}",
                f"{reading.wie(session, inbreng.inbrenger)} ({word(inbreng.lot)})",
                inbreng.telt_mee,
            )
        )
    return made


def _inbreng_of_verzoek(session: Session, values: Values) -> list[Option]:
    """What was brought in about the casus of the chosen request, also what is gone."""
    verzoek = session.haal(Verzoek, _text(values, "verzoek"))
    keys = {one.id for one in session.zoek(Inbreng, casus=verzoek.casus)} if verzoek else set()
    return [one._replace(possible=True) for one in _inbreng(session, values) if one.key in keys]


def _afspraken(session: Session, values: Values) -> list[Option]:
    del values
    return [
        Option(afspraak.id, f"{afspraak.casus}: {_short(afspraak.wat)}", word(afspraak.stand))
        for afspraak in session.zoek(Afspraak)
    ]


def _verzoeken(session: Session, values: Values, *, also_done: bool = False) -> list[Option]:
    del values
    return [
        Option(
            verzoek.id,
            f"{verzoek.casus}: {word(verzoek.soort)} van {day(verzoek.ontvangen_op)}",
            "afgehandeld" if verzoek.afgehandeld_op else "",
            also_done or verzoek.afgehandeld_op is None,
        )
        for verzoek in session.zoek(Verzoek)
    ]


def _vraagkaarten(session: Session, values: Values, *, wacht: bool) -> list[Option]:
    """The questions that can still be withdrawn, or only those that wait for an answer."""
    del values
    return [
        Option(
            kaart.id,
            f"{kaart.casus}: {_short(kaart.vraag)}",
            reading.wie(session, kaart.professional),
        )
        for kaart in session.zoek(Vraagkaart, ingetrokken_op=None)
        if kaart.wacht or not wacht
    ]


def _personen(session: Session, values: Values) -> list[Option]:
    """The betrokkene and the kring of the casus, by relation and never by name."""
    kring = session.zoek(Kringpersoon, casus=_text(values, "casus"))
    made = [Option(BETROKKENE, "De betrokkene")]
    made += [Option(persoon.id, sentence(persoon.relatie), persoon.id) for persoon in kring]
    return made


def _taken(session: Session, values: Values) -> list[Option]:
    """The tasks of the partij of the chosen professional, under the kader of the casus."""
    partij = reading.partij_van(session, _text(values, "professional"))
    soort = session.catalogus.soorten.get(partij.soort) if partij else None
    if soort is None:
        return []
    casus = session.haal(Casus, _text(values, "casus"))
    kader = casus.kader if casus else session.kader
    return [
        Option(key, sentence(taak.naam), taak.artikel)
        for key, taak in soort.taken_onder(kader).items()
    ]


def _closed_casussen(session: Session, values: Values) -> list[Option]:
    """The casussen that can go a step further, with where they stand now."""
    del values
    return [
        Option(casus.id, casus.id, word(trap))
        for casus in session.zoek(Casus)
        if (trap := trap_van(session.opslag, casus.id)).volgende
    ]


def _next_trap(session: Session, values: Values) -> list[Option]:
    """One step: the next one, and none for a casus that is open."""
    casus = _text(values, "casus")
    volgende = trap_van(session.opslag, casus).volgende if casus else None
    return _enum((volgende,)) if volgende else []


def needs_name(session: Session, values: Values) -> bool:
    """Whether this casus has no name yet, so that the next step gives it one."""
    casus = _text(values, "casus")
    return bool(casus) and trap_van(session.opslag, casus) is Trap.ZONDER_NAAM


def _given(session: Session, values: Values) -> list[Option]:
    """The closed list; what the partij of the aanmelder cannot give says so."""
    partij = reading.partij_van(session, _text(values, "aanmelder"))
    soort = session.catalogus.soorten.get(partij.soort) if partij else None
    never = soort.categorieen_niet if soort else frozenset()
    return [
        Option(
            key,
            sentence(one.naam),
            "Deze partij mag dit niet geven." if key in never else one.uitleg,
            key not in never,
        )
        for key, one in session.catalogus.categorieen.items()
    ]


def needs_pet(session: Session, values: Values) -> bool:
    """Whether the chosen professional sits here with one of several hats."""
    partij = reading.partij_van(session, _text(values, "professional"))
    soort = session.catalogus.soorten.get(partij.soort) if partij else None
    return bool(soort and soort.pet_beslist)


def needs_test(session: Session, values: Values) -> bool:
    """Whether this gegeven would go to a derde, who waits for the rechtmatigheidstoets."""
    inbreng = session.haal(Inbreng, _text(values, "inbreng"))
    return bool(inbreng and session.tested_first(inbreng.casus, _text(values, "ontvanger")))


def _outcomes(session: Session, values: Values) -> list[Option]:
    del session, values
    return _enum((Fase.IN_BEHANDELING, Fase.NIET_IN_BEHANDELING))


_CHOICES: Mapping[str, Choices] = {
    "professional": _professionals,
    "professionals": _professionals,
    "seated": _seated,
    "all seated": _seated,
    "new seat": _new_seats,
    "partij": _partijen,
    "partijen": _partijen,
    "casus": _casussen,
    "any casus": _all_casussen,
    "casus code": lambda session, _: [Option(casus.id, casus.id) for casus in session.zoek(Casus)],
    "closed casus": _closed_casussen,
    "trap": _next_trap,
    "overleg": _overleggen,
    "toestemming": _toestemmingen,
    "inbreng": _inbreng,
    "inbreng of verzoek": _inbreng_of_verzoek,
    "afspraak": _afspraken,
    "vraagkaart": partial(_vraagkaarten, wacht=False),
    "open vraagkaart": partial(_vraagkaarten, wacht=True),
    "verzoek": _verzoeken,
    "any verzoek": partial(_verzoeken, also_done=True),
    "persoon": _personen,
    "taak": _taken,
    "uitkomst": _outcomes,
    "soort partij": lambda session, _: _catalogue(session.catalogus.soorten),
    "categorie": lambda session, _: _catalogue(session.catalogus.categorieen),
    "categorieen": _given,
    "grondslag": lambda session, _: _catalogue(session.catalogus.grondslagen),
    "route": lambda session, _: _catalogue(session.catalogus.routes),
    "grond": lambda session, _: _catalogue(session.catalogus.uitstelgronden),
    "domeinen": lambda session, _: _catalogue(session.catalogus.domeinen),
    "handeling": lambda *_: log_filter.acts(),
    "gebruikersrol": lambda *_: _enum(Gebruikersrol),
    "gebruiker": _users,
    "envelop": lambda *_: [
        Option(HEEL, "Eén envelop"),
        Option(HELFTEN, "Twee enveloppen: alleen samen gaat de kluis open"),
    ],
    "log outcome": lambda *_: log_filter.outcomes(),
    "logvorm": lambda *_: [Option("json", "JSON"), Option("csv", "CSV, voor een rekenblad")],
    "kader": lambda session, _: _catalogue(session.catalogus.kaders),
    "rol": lambda *_: _enum(Rol),
    "pet": lambda *_: _enum(Pet),
    "niveau": lambda *_: _enum(Niveau),
    "soort bespreking": lambda *_: _enum(SoortBespreking),
    "soort verzoek": lambda *_: _enum(SoortVerzoek),
    "akkoord": lambda *_: _enum(SoortAkkoord),
    "houding": lambda *_: _enum(SoortHouding),
    "stap": lambda *_: _enum(Tafelstap),
    "stand": lambda *_: _enum(StandAfspraak),
    "bespreking": lambda session, _: [
        Option(punt.casus, punt.casus) for punt in session.zoek(Bespreking, stand=Stand.OPEN)
    ],
}

KINDS = frozenset(_CHOICES)
"""The kinds of field that have options, also when there are none at the moment."""
