"""Every word of the grondslagwijzer that is not in the catalogue, so that a test can read them."""

import re
from typing import Final

from casus_app.catalogus import Catalogus, Kader
from casus_app.weigeringen import Code

TITLE: Final = "Mag dit gedeeld worden?"
MENU: Final = "&Mag dit gedeeld worden?"
ALSO: Final = "grondslagwijzer grondslag delen wet hulp beroepsgeheim route"
EXPLAIN: Final = "Kijk wat de wet toelaat. U noemt geen namen en er wordt niets bewaard."

NOTHING_YET: Final = "Het antwoord staat hier zodra u kiest."
WAITS_FOR: Final = "Kies nog: {what}."
WAITS_SOORT: Final = "welke partij iets wil delen"
WAITS_PET: Final = "met welke pet"
WAITS_CATEGORIE: Final = "wat voor gegevens het zijn"

MARK: Final = {True: "✓", False: "✕"}
YES: Final = "Ja, dit mag"
YES_ALONG: Final = "Ja, dit mag, maar alleen langs een van deze wegen"
NO: Final = "Nee, zo mag dit niet"
ASKED: Final = "{soort} over {categorie}."
ASKED_BEFORE: Final = "{soort} over {categorie}, met in de kamer ook {kamer}."
LEAVE_OUT: Final = "Laat weg: {niet}."
BEROEPSGEHEIM: Final = (
    "Deze partij heeft een beroepsgeheim. Dat gaat alleen open langs een weg die hier staat, en "
    "als alles waar is wat daarbij staat."
)

GROUNDS: Final = "Waarop het mag"
ALONG: Final = "Langs een van deze wegen"
ALONG_ONE: Final = "Langs deze weg"
SAME_WAYS: Final = "Langs dezelfde wegen."
WAYS: Final = "De wegen langs het beroepsgeheim"
WAYS_EXPLAIN: Final = "Eén weg is genoeg."
MUST_BE_TRUE: Final = "Wat er waar moet zijn"
ALSO_POSSIBLE: Final = "Wat nog meer kan"
POSSIBLE: Final = "Wat wel kan"
WHY_NOT: Final = "Waarom niet"
NOT_THIS_WAY: Final = "Waarop het niet kan"

SURE: Final = {
    "gevonden": "gelezen in de huidige wettekst",
    "ouder": "gelezen in een oudere tekst",
    "niet-nagegaan": "nog niet nagekeken",
}
"""How sure the catalogue is, as people say it."""

WHY: Final = {
    Code.GEEN_NOODZAAK: "Er is geen noodzaak",
    Code.CATEGORIE_NIET_TOEGESTAAN: "Dit soort gegevens is niet voor deze partij",
    Code.PERSOON_BUITEN_KRING: "Deze persoon hoort er niet bij",
    Code.GEEN_GRONDSLAG: "Er is geen grondslag",
    Code.CONVENANT_IS_GEEN_GRONDSLAG: "Een convenant is geen grondslag",
    Code.TOESTEMMING_IS_GEEN_GRONDSLAG: "Een overheid kan niet steunen op toestemming",
    Code.VITAAL_BELANG_ALLEEN_ACUUT: "Dit is er alleen voor acute nood",
    Code.GRONDSLAG_NIET_VAN_PARTIJ: "Dit is er niet voor dit soort gegevens",
    Code.GEHEIM_NIET_DOORBROKEN: "Het beroepsgeheim houdt dit tegen",
    Code.MOTIVERING_ONTBREEKT: "Er is een geschreven reden nodig",
    Code.TOESTEMMING_DEKT_NIET: "De toestemming past niet bij deze kamer",
    Code.TOESTEMMING_INGETROKKEN: "De toestemming is ingetrokken",
    Code.MELDRECHT_DEKT_TAFEL_NIET: "Dit mag alleen aan wie de wet noemt",
    Code.NIVEAU_TE_HOOG: "Dit is te veel voor een weging",
}
"""A few words for each refusal that the rules about an inbreng can give; the sentence follows."""

NO_LAW: Final = "nog geen wet"

NO_GROUND: Final = "Deze partij heeft hier geen grondslag"
NO_GROUND_EXPLAIN: Final = (
    "Onder dit recht staat er voor deze partij niets in de wet waarop zij gegevens kan delen. "
    "Luisteren en meedenken zonder gegevens kan wel."
)

LESS: Final = "Zeg minder"
LESS_EXPLAIN: Final = "In een weging mag wel: {niveau}. De inhoud kan later, in het casusoverleg."
ROOM: Final = "Deel het alleen met {who}"
ROOM_LEAVE: Final = "Vraag eerst de anderen om de kamer uit te gaan: {leave}."
ROOM_COME: Final = "Zorg dat {who} er is, of doe de melding apart."
ROOM_BASIS: Final = "Dan mag het op: {grounds}."
PET: Final = "Met een andere pet"
PET_EXPLAIN: Final = (
    "Wie hier zit met de pet {petten} mag dit wel. Kies de pet die echt bij deze casus hoort."
)
OTHERS: Final = "Laat een ander het inbrengen"
OTHERS_EXPLAIN: Final = "Er zijn partijen die dit wel mogen inbrengen."
OTHERS_HERE: Final = "Nu in de kamer: {names}."
OTHERS_AWAY: Final = "Niet in de kamer: {names}."
LEAVE_IT: Final = "Laat het weg"
LEAVE_IT_EXPLAIN: Final = (
    "Niemand in deze lijst mag dit hier inbrengen. Bespreek wat er nodig is zonder dit gegeven."
)


def sure(key: str) -> str:
    """How sure the catalogue is, in words."""
    return SURE[key]


def along(ways: int) -> str:
    """What stands above a list of ways."""
    return ALONG if ways > 1 else ALONG_ONE


def condition(catalogus: Catalogus, text: str) -> str:
    """A condition of the catalogue as a sentence, with names where it has keys."""
    for key, route in catalogus.routes.items():
        name = f"de weg '{route.naam}'"
        text = re.sub(rf"\b(de )?route '?{re.escape(key)}'?(?![\w-])", name, text)
    text = re.sub(r"\been route\b", "een weg langs het beroepsgeheim", text)
    text = text.strip()
    end = "" if text.endswith((".", "?", "!")) else "."
    return f"{text[:1].upper()}{text[1:]}{end}"


def is_only_route(text: str) -> bool:
    """A condition that says no more than that a way past the secret is needed."""
    return text.strip().rstrip(".").casefold() == "vraagt een route"


def short(name: str) -> str:
    """A name without what stands between brackets behind it."""
    return name.partition(" (")[0]


def inside(name: str) -> str:
    """A category in the middle of a sentence; an abbreviation keeps its capitals."""
    plain = short(name)
    return plain if plain[1:2].isupper() else plain[:1].lower() + plain[1:]


def kader(found: Kader) -> str:
    """A kader to choose; what is not yet a law says so."""
    name = short(found.naam)
    return f"{name} ({NO_LAW})" if found.standaard_uit else name
