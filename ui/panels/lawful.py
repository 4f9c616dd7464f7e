"""Which grondslagen and routes this speaker has for this gegeven, by asking the rules."""

from msgspec.structs import replace

from casus_app.domein.casus import Casus, Toestemming
from casus_app.domein.inbreng import Niveau
from casus_app.domein.overleg import Bespreking, Deelname, SoortBespreking
from casus_app.handelingen.inbreng import InbrengVastleggen
from casus_app.regels.inbreng import buiten_toestemming
from casus_app.regels.trap import trap_van
from casus_app.regels.wijzer import Vraag, Wijzing, wijs
from casus_app.weigeringen import Code
from ui import reading
from ui.session import Session
from ui.texts import day, listed, sentence
from ui.widgets.picker import Option

_ABOUT_TOESTEMMING = {Code.TOESTEMMING_DEKT_NIET, Code.TOESTEMMING_INGETROKKEN}
_SOMETHING = "…"
"""Stands for text that is still to come, so that the rules look past it."""


def needs_route(session: Session, punt: Bespreking, professional: str) -> bool:
    """Whether this person can only speak along a lawful route."""
    soort = reading.soort_van(session, professional)
    stoel = session.haal(Deelname, punt.overleg, punt.casus, professional)
    return bool(soort and session.catalogus.vraagt_route(soort, stoel.pet if stoel else None))


def asked(session: Session, punt: Bespreking, tried: InbrengVastleggen) -> Wijzing | None:
    """What the grondslagwijzer says of this speaker, this gegeven and who is in the room now."""
    vraag = question(session, punt, tried) if tried.categorie else None
    return answer(session, vraag) if vraag else None


def question(session: Session, punt: Bespreking, tried: InbrengVastleggen) -> Vraag | None:
    """What to ask the grondslagwijzer; nothing when the speaker is of no partij."""
    soort = reading.soort_van(session, tried.inbrenger)
    if soort is None:
        return None
    stoel = session.haal(Deelname, punt.overleg, punt.casus, tried.inbrenger)
    others = (
        reading.soort_van(session, who)
        for who in reading.room(session, punt)
        if who != tried.inbrenger
    )
    casus = session.haal(Casus, punt.casus)
    return Vraag(
        kader=casus.kader if casus else session.kader,
        soort=soort.sleutel,
        categorie=tried.categorie,
        pet=stoel.pet if stoel else None,
        niveau=Niveau(tried.niveau),
        bespreking=punt.soort,
        kamer=frozenset(other.sleutel for other in others if other),
        trap=trap_van(session.opslag, punt.casus),
    )


def answer(session: Session, vraag: Vraag) -> Wijzing:
    """The catalogue stays the same while the kluis is open, so it is asked once."""
    if vraag not in session.answered:
        session.answered[vraag] = wijs(session.catalogus, vraag)
    return session.answered[vraag]


def grondslagen(wijzing: Wijzing) -> list[Option]:
    """What this partij can rely on, the most likely first; then what it cannot, and why."""
    lawful = {weg.grondslag.sleutel: weg.grondslag for weg in wijzing.wegen}
    made = [Option(key, sentence(found.naam), found.artikel) for key, found in lawful.items()]
    for geen in wijzing.onmogelijk:
        name = sentence(geen.grondslag.naam)
        made.append(Option(geen.grondslag.sleutel, name, geen.weigering.melding, possible=False))
    return made


def routes(session: Session, wijzing: Wijzing, grondslag: str) -> list[Option]:
    """The ways past a professional secret that go with this grondslag and this room."""
    fitting = {
        weg.route.sleutel
        for weg in wijzing.wegen
        if weg.route is not None and weg.grondslag.sleutel == grondslag
    }
    made = [
        Option(
            key,
            sentence(route.naam),
            route.artikel if key in fitting else "past niet bij deze grondslag of deze kamer",
            key in fitting,
        )
        for key, route in session.catalogus.routes.items()
        if session.kader in route.kaders
    ]
    return sorted(made, key=lambda option: not option.possible)


def categorieen(session: Session, professional: str) -> list[Option]:
    """The closed list of the catalogue; what this partij may never bring in cannot be chosen."""
    soort = reading.soort_van(session, professional)
    barred = soort.categorieen_niet if soort else frozenset()
    made = [
        Option(
            key,
            sentence(categorie.naam),
            "niet door deze partij" if key in barred else "",
            key not in barred,
        )
        for key, categorie in session.catalogus.categorieen.items()
        if session.kader in categorie.kaders or not categorie.kaders
    ]
    return sorted(made, key=lambda option: not option.possible)


def toestemmingen(session: Session, tried: InbrengVastleggen) -> list[Option]:
    """Consents of this casus; those that do not cover this room, speaker or person say so."""
    made = []
    for given in session.zoek(Toestemming, casus=tried.casus):
        attempt = replace(
            tried,
            toestemming=given.id,
            noodzaak=_SOMETHING,
            kern=_SOMETHING,
            motivering=tried.motivering or _SOMETHING,
        )
        refusal = session.objection(attempt)
        fits = refusal is None or refusal.code not in _ABOUT_TOESTEMMING
        note = "" if fits else _why_not(session, tried, given)
        text = f"{sentence(given.gegevens)} ({day(given.datum)})"
        made.append(Option(given.id, text, note, fits))
    return sorted(made, key=lambda option: not option.possible)


def _why_not(session: Session, tried: InbrengVastleggen, given: Toestemming) -> str:
    """Why this consent cannot carry it, in words for who chooses."""
    if given.ingetrokken_op is not None:
        return f"ingetrokken op {day(given.ingetrokken_op)}"
    if given.aan != tried.inbrenger:
        return f"gegeven aan {reading.functie(session, given.aan)}"
    punt = session.haal(Bespreking, tried.overleg, tried.casus)
    others = (who for who in reading.room(session, punt) if who != tried.inbrenger) if punt else ()
    partijen = {who: reading.partij_van(session, who) for who in others}
    heard = {found.id: found.naam for found in partijen.values() if found}
    outside = buiten_toestemming(given, heard)
    if outside:
        return f"geldt niet voor {listed([heard[key] for key in heard if key in outside])}"
    return "past niet bij over wie het gaat"


def niveaus(session: Session, punt: Bespreking) -> list[Niveau]:
    """What may be said of this casus here and now, the most first; empty without a name."""
    trap = trap_van(session.opslag, punt.casus)
    return [
        niveau
        for niveau in reversed(Niveau)
        if trap.laat_toe(niveau) and not (only_outside(punt) and niveau is Niveau.INHOUD)
    ]


def only_outside(punt: Bespreking) -> bool:
    """In a weging no content is said."""
    return punt.soort is SoortBespreking.WEGING
