"""What the grondslagwijzer says, in words and in order: what can, how, and then what cannot."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from casus_app.catalogus import Catalogus, Gegeven, Grondslag, Soort
from casus_app.domein.inbreng import Niveau
from casus_app.domein.overleg import SoortBespreking
from casus_app.regels.wijzer import Vraag, Weg, Wijzing, wijs
from casus_app.weigeringen import Code
from ui.texts import listed, word
from ui.wijzer import words


class Card(NamedTuple):
    """One thing to read. `points` is a list under `label`; `source` is for who wants to check."""

    title: str
    text: str = ""
    label: str = ""
    points: tuple[str, ...] = ()
    source: str = ""
    more: tuple[str, ...] = ()
    """What must be true, after the list."""


class Section(NamedTuple):
    """Cards that belong together."""

    title: str
    cards: tuple[Card, ...]
    explain: str = ""


class Answer(NamedTuple):
    """The whole answer: one line, what was asked, what to mind, and the cards."""

    mag: bool
    head: str
    asked: str
    notes: tuple[str, ...]
    sections: tuple[Section, ...]


def answer(catalogus: Catalogus, vraag: Vraag) -> Answer:
    """The answer to this question, by the rules that allow and refuse an inbreng."""
    wijzing = wijs(catalogus, vraag)
    soort = catalogus.soorten[vraag.soort]
    possible = Section(
        words.ALSO_POSSIBLE if wijzing.mag else words.POSSIBLE,
        tuple(_possible(catalogus, vraag, wijzing)),
    )
    refused = Section(
        words.NOT_THIS_WAY if wijzing.mag else words.WHY_NOT, tuple(_refused(wijzing))
    )
    sections = (
        Section(words.GROUNDS, tuple(_grounds(catalogus, wijzing))),
        Section(words.WAYS, tuple(_ways(catalogus, wijzing)), words.WAYS_EXPLAIN),
        possible,
        refused,
    )
    return Answer(
        mag=wijzing.mag,
        head=_head(wijzing),
        asked=_asked(catalogus, vraag, soort),
        notes=tuple(_notes(catalogus, vraag, soort)) if wijzing.mag else (),
        sections=tuple(section for section in sections if section.cards),
    )


def _head(wijzing: Wijzing) -> str:
    if not wijzing.mag:
        return words.NO
    return words.YES_ALONG if all(weg.route for weg in wijzing.wegen) else words.YES


def _asked(catalogus: Catalogus, vraag: Vraag, soort: Soort) -> str:
    names = {
        "soort": words.short(soort.naam),
        "categorie": words.inside(catalogus.categorieen[vraag.categorie].naam),
    }
    kamer = _names(catalogus, vraag.kamer)
    if kamer:
        return words.ASKED_BEFORE.format(**names, kamer=listed(kamer))
    return words.ASKED.format(**names)


def _names(catalogus: Catalogus, keys: frozenset[str]) -> list[str]:
    """In the order of the catalogue, so that the same question has the same answer."""
    return [words.short(soort.naam) for key, soort in catalogus.soorten.items() if key in keys]


def _notes(catalogus: Catalogus, vraag: Vraag, soort: Soort) -> Iterator[str]:
    if catalogus.vraagt_route(soort, vraag.pet):
        yield words.BEROEPSGEHEIM
    yield catalogus.categorieen[vraag.categorie].uitleg
    if soort.niet:
        yield words.LEAVE_OUT.format(niet=listed(list(soort.niet)))


def _source(found: Gegeven) -> str:
    return f"{found.artikel} · {words.sure(found.zeker)}"


# --- what can ---


def _grounds(catalogus: Catalogus, wijzing: Wijzing) -> Iterator[Card]:
    """One card for each grondslag, the most likely first, with the ways that go with it."""
    ways: dict[str, list[Weg]] = {}
    for weg in wijzing.wegen:
        ways.setdefault(weg.grondslag.sleutel, []).append(weg)
    before: tuple[str, ...] = ()
    for found in ways.values():
        grondslag = found[0].grondslag
        routes = tuple(weg.route.naam for weg in found if weg.route is not None)
        said = bool(routes) and words.is_only_route(grondslag.voorwaarde)
        voorwaarde = "" if said else grondslag.voorwaarde
        more = (words.condition(catalogus, voorwaarde),) if voorwaarde else ()
        same = len(routes) > 1 and routes == before
        before = routes
        yield Card(
            title=grondslag.naam,
            text=grondslag.uitleg,
            label="" if same or not routes else words.along(len(routes)),
            points=() if same else routes,
            more=(words.SAME_WAYS, *more) if same else more,
            source=_source(grondslag),
        )


def _ways(catalogus: Catalogus, wijzing: Wijzing) -> Iterator[Card]:
    """Every way past the secret once, with all that must be true for it."""
    routes = {weg.route.sleutel: weg.route for weg in wijzing.wegen if weg.route is not None}
    for route in routes.values():
        yield Card(
            title=route.naam,
            text=route.uitleg,
            label=words.MUST_BE_TRUE,
            points=tuple(words.condition(catalogus, text) for text in route.voorwaarden),
            source=_source(route),
        )


# --- what would make it possible ---


def _possible(catalogus: Catalogus, vraag: Vraag, wijzing: Wijzing) -> Iterator[Card]:
    made = [*_room(catalogus, vraag, wijzing)]
    if not wijzing.mag:
        made = [
            *_less(catalogus, vraag),
            *_pets(catalogus, vraag),
            *made,
            *_others(vraag, wijzing),
        ]
    yield from made
    if not made and not wijzing.mag:
        yield Card(words.LEAVE_IT, words.LEAVE_IT_EXPLAIN)


def _less(catalogus: Catalogus, vraag: Vraag) -> Iterator[Card]:
    """In a weging less can be said than in a casusoverleg."""
    if vraag.bespreking is not SoortBespreking.WEGING or vraag.niveau is not Niveau.INHOUD:
        return
    lower = [n for n in Niveau if wijs(catalogus, replace(vraag, niveau=n)).mag]
    if lower:
        said = listed([word(niveau) for niveau in lower]).replace(" en ", " of ")
        yield Card(words.LESS, words.LESS_EXPLAIN.format(niveau=said))


def _pets(catalogus: Catalogus, vraag: Vraag) -> Iterator[Card]:
    """Somebody of the wijkteam may do more in another role."""
    if not catalogus.soorten[vraag.soort].pet_beslist:
        return
    petten = [
        pet.naam.lower()
        for pet in catalogus.petten.values()
        if pet.sleutel != vraag.pet and wijs(catalogus, replace(vraag, pet=pet.sleutel)).mag
    ]
    if petten:
        yield Card(words.PET, words.PET_EXPLAIN.format(petten=listed(petten)))


def _room(catalogus: Catalogus, vraag: Vraag, wijzing: Wijzing) -> Iterator[Card]:
    """A meldrecht holds towards one partij alone: who that is, and who would have to leave."""
    grounds: dict[str, list[Grondslag]] = {}
    for geen in wijzing.onmogelijk:
        alone = geen.grondslag.meldrecht_aan
        if alone and geen.weigering.code is Code.MELDRECHT_DEKT_TAFEL_NIET:
            only = wijs(catalogus, replace(vraag, kamer=frozenset({alone})))
            if any(weg.grondslag.sleutel == geen.grondslag.sleutel for weg in only.wegen):
                grounds.setdefault(alone, []).append(geen.grondslag)
    for alone, found in grounds.items():
        who = words.short(catalogus.soorten[alone].naam)
        leave = listed(_names(catalogus, vraag.kamer - {alone}))
        points = [words.ROOM_LEAVE.format(leave=leave)]
        if alone not in vraag.kamer:
            points.append(words.ROOM_COME.format(who=who))
        names = listed([grondslag.naam for grondslag in found])
        points.append(words.ROOM_BASIS.format(grounds=names))
        yield Card(words.ROOM.format(who=who), points=tuple(points), source=_source(found[0]))


def _others(vraag: Vraag, wijzing: Wijzing) -> Iterator[Card]:
    """Who may bring it in; who is in the room already comes first."""
    here = [words.short(s.naam) for s in wijzing.anderen if s.sleutel in vraag.kamer]
    away = [words.short(s.naam) for s in wijzing.anderen if s.sleutel not in vraag.kamer]
    points = tuple(
        text.format(names=listed(names))
        for text, names in ((words.OTHERS_HERE, here), (words.OTHERS_AWAY, away))
        if names
    )
    if points:
        yield Card(words.OTHERS, words.OTHERS_EXPLAIN, points=points)


# --- what cannot ---


def _refused(wijzing: Wijzing) -> Iterator[Card]:
    """One card for each reason, with the grondslagen it holds for."""
    reasons: dict[str, list[Grondslag]] = {}
    refusals = {geen.weigering.melding: geen.weigering for geen in wijzing.onmogelijk}
    for geen in wijzing.onmogelijk:
        reasons.setdefault(geen.weigering.melding, []).append(geen.grondslag)
    for melding, found in reasons.items():
        refusal = refusals[melding]
        yield Card(
            title=words.WHY[refusal.code],
            text=melding,
            points=tuple(f"{grondslag.naam} ({grondslag.artikel})" for grondslag in found),
            source=refusal.bron,
        )
    if not reasons and not wijzing.mag:
        yield Card(words.NO_GROUND, words.NO_GROUND_EXPLAIN)
