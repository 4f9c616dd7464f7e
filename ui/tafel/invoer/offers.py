"""What can be answered at each question of the line, by asking the rules. No screen."""

import dataclasses
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from casus_app.catalogus import Soort
from casus_app.domein.casus import BETROKKENE, Kringpersoon, Toestemming
from casus_app.domein.inbreng import Inbreng, Niveau
from casus_app.domein.overleg import Bespreking, Deelname
from casus_app.handelingen.inbreng import InbrengVastleggen
from casus_app.regels.gewoonte import eerder_gebruikt
from casus_app.regels.wijzer import Wijzing
from ui import reading
from ui.forms.keys import propose
from ui.panels import lawful
from ui.session import Session
from ui.tafel.invoer.letters import ABOUT, LISTENS, NOTHING, NUMBERS, TOO_MUCH, letters
from ui.tafel.invoer.stamp import Cap, Stamp
from ui.tafel.seats import TableSeat
from ui.texts import brief_day, sentence

_ASKED = "vraag"
"""Stands for the key where the rules are only asked: finding a free one reads every inbreng."""


def as_act(session: Session, punt: Bespreking, stamp: Stamp, *, id: str = "") -> InbrengVastleggen:
    """The handeling that this stamp would be."""
    return InbrengVastleggen(
        id=id or propose(session, "inbreng.vastleggen"),
        overleg=punt.overleg,
        casus=punt.casus,
        inbrenger=stamp.wie,
        over=stamp.over,
        categorie=stamp.categorie,
        niveau=stamp.niveau or Niveau.DAT,
        grondslag=stamp.grondslag,
        noodzaak=stamp.noodzaak,
        kern=stamp.kern,
        route=stamp.route,
        toestemming=stamp.toestemming,
        motivering=stamp.motivering,
    )


def category_letters(session: Session) -> dict[str, str]:
    """The letter of every category of this kader."""
    return letters(
        key
        for key, categorie in session.catalogus.categorieen.items()
        if session.kader in categorie.kaders or not categorie.kaders
    )


def category_word(key: str) -> str:
    """One word for a strip and a crumb; the catalogue has the whole name."""
    return key.replace("-", " ") if key != "bsn" else "BSN"


def speakers(seats: Sequence[TableSeat]) -> list[Cap]:
    """Who is in the room, by the numbers on the table."""
    return [
        Cap(str(seat.number), seat.functie, seat.professional) for seat in seats if seat.present
    ]


def categories(session: Session, punt: Bespreking, stamp: Stamp) -> list[Cap]:
    """What this partij may bring in here, and at the end what it may not, with why."""
    vraag = lawful.question(session, punt, as_act(session, punt, stamp, id=_ASKED))
    soort = reading.soort_van(session, stamp.wie)
    found = []
    for key, letter in category_letters(session).items():
        why = "hier zit geen partij bij"
        if vraag is not None and soort is not None:
            why = _why_not(
                soort, key, lawful.answer(session, dataclasses.replace(vraag, categorie=key))
            )
        found.append(Cap(letter, category_word(key), key, why, not why))
    return sorted(found, key=lambda cap: not cap.possible)


def _why_not(soort: Soort, categorie: str, wijzing: Wijzing) -> str:
    if wijzing.mag:
        return ""
    if categorie in soort.categorieen_niet:
        reason = "Dit gegeven brengt deze partij niet in."
    elif wijzing.onmogelijk:
        reason = wijzing.onmogelijk[0].weigering.melding
    else:
        reason = "Deze partij heeft hiervoor geen grondslag."
    others = ", ".join(dict.fromkeys(soort.naam for soort in wijzing.anderen[:3]))
    return f"{reason} Wel: {others}." if others else reason


def beside(session: Session, punt: Bespreking, stamp: Stamp) -> list[Cap]:
    """What else one key does once the speaker is known."""
    about = reading.over_wie(session, punt.casus, stamp.over)
    made = [
        Cap(LISTENS, "luistert alleen", LISTENS, quiet=True),
        Cap(NOTHING, "niets in te brengen", NOTHING, quiet=True),
    ]
    last = last_of(session, punt, stamp.wie)
    if last is not None:
        what = category_word(last.categorie)
        made.append(Cap(TOO_MUCH, f"te veel gedeeld: wis {what}", last.id, quiet=True))
    if len(persons(session, punt)) > 1:
        made.append(Cap(ABOUT, f"over: {about}", ABOUT, quiet=True))
    return made


def last_of(session: Session, punt: Bespreking, who: str) -> Inbreng | None:
    """The last thing this person brought in here that still has its text."""
    told = session.zoek(Inbreng, overleg=punt.overleg, casus=punt.casus)
    return next((deel for deel in reversed(told) if deel.inbrenger == who and deel.telt_mee), None)


def persons(session: Session, punt: Bespreking) -> list[str]:
    """The betrokkene and the kring, by key."""
    kring = session.zoek(Kringpersoon, casus=punt.casus)
    return [BETROKKENE, *(persoon.id for persoon in kring)]


def need_of(session: Session, punt: Bespreking, who: str) -> str:
    """Why this person sits here, or else what is asked of this table."""
    stoel = session.haal(Deelname, punt.overleg, punt.casus, who)
    return stoel.noodzaak if stoel else punt.vraag


def bases(session: Session, punt: Bespreking, stamp: Stamp) -> list[str]:
    """The lawful grondslagen, what was used here before first, then the most likely."""
    wijzing = lawful.asked(session, punt, as_act(session, punt, stamp, id=_ASKED))
    found = list(dict.fromkeys(weg.grondslag.sleutel for weg in wijzing.wegen)) if wijzing else []
    before = [grondslag for grondslag, _ in _before(session, punt, stamp)]
    return [*(key for key in dict.fromkeys(before) if key in found)] + [
        key for key in found if key not in before
    ]


def _before(session: Session, punt: Bespreking, stamp: Stamp) -> tuple[tuple[str, str], ...]:
    partij = reading.partij_van(session, stamp.wie)
    opslag = session.opslag
    return eerder_gebruikt(opslag, punt.casus, partij.id if partij else "", stamp.categorie)


def asks_route(wijzing: Wijzing, grondslag: str) -> bool:
    """Whether this grondslag only carries along a way past a secret, or in an emergency."""
    return not any(
        weg.route is None and weg.grondslag.sleutel == grondslag for weg in wijzing.wegen
    )


def ways(session: Session, punt: Bespreking, stamp: Stamp) -> list[Cap]:
    """The lawful ways past the secret: each consent that covers this room, then the others.

    `value` is route and consent with a space between. What does not fit stands at the end.
    """
    wijzing = lawful.asked(session, punt, as_act(session, punt, stamp, id=_ASKED))
    if wijzing is None:
        return []
    found: list[Cap] = []
    for option in lawful.routes(session, wijzing, stamp.grondslag):
        route = session.catalogus.routes[option.key]
        if not option.possible:
            found.append(Cap("", option.text, option.key, option.note, possible=False))
        elif route.vereist_toestemming:
            found += _consents(session, punt, replace(stamp, route=option.key))
        else:
            reason = "vraagt een reden" if route.vereist_motivering else ""
            found.append(Cap("", option.text, option.key, reason))
    before = [route for _, route in _before(session, punt, stamp)]
    return _numbered(
        sorted(found, key=lambda cap: (not cap.possible, _rank(before, cap.value.split()[0])))
    )


def _rank(before: Sequence[str], key: str) -> int:
    return before.index(key) if key in before else len(before)


def _consents(session: Session, punt: Bespreking, stamp: Stamp) -> list[Cap]:
    tried = as_act(session, punt, stamp)
    made = [
        Cap(
            "",
            f"toestemming: {option.text}",
            f"{stamp.route} {option.key}",
            option.note,
            option.possible,
        )
        for option in lawful.toestemmingen(session, tried)
    ]
    nothing = Cap("", "toestemming", stamp.route, "er is er geen vastgelegd", possible=False)
    return made or [nothing]


def _numbered(caps: Iterable[Cap]) -> list[Cap]:
    keys = iter(NUMBERS)
    return [cap._replace(key=next(keys, "")) if cap.possible else cap for cap in caps]


def way_word(session: Session, route: str, toestemming: str | None) -> str:
    """The way as a crumb: toestemming (18 nov)."""
    given = session.haal(Toestemming, toestemming) if toestemming else None
    name = route.replace("-", " ")
    return f"{name} ({brief_day(given.datum, session.vandaag())})" if given else name


def base_word(session: Session, grondslag: str) -> str:
    """The grondslag as a crumb: its article."""
    found = session.catalogus.grondslagen.get(grondslag)
    return found.artikel.split(";")[0] if found else grondslag


def base_name(session: Session, grondslag: str) -> str:
    """The grondslag in words."""
    found = session.catalogus.grondslagen.get(grondslag)
    return sentence(found.naam) if found else grondslag
