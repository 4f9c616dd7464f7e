"""What the law makes of a partij under the kader of this house, in words."""

from typing import NamedTuple

from casus_app.catalogus import Catalogus, Soort
from casus_app.domein.mensen import Professional
from casus_app.regels.verklaring import StandVerklaring
from ui.texts import day, sentence
from ui.widgets.plain_label import Tone

_POSITION = {
    "lid-1": "Publieke deelnemer (WGS 2.27 lid 1). Beoordeelt mee of een casus hier hoort, dicht "
    "gaat of weer open.",
    "lid-2": "Private deelnemer (WGS 2.27 lid 2). Mag een casus aanmelden, en zit aan tafel als "
    "dat voor die casus nodig is.",
    "derde": "Derde (WGS 2.31 lid 9). Schuift alleen bij uitzondering aan, en tekent eerst een "
    "geheimhoudingsverklaring.",
    "staf": "Medewerker van het huis. Bereidt voor en zit voor.",
}
_SHORT = {
    "lid-1": "publieke deelnemer",
    "lid-2": "private deelnemer",
    "derde": "derde",
    "staf": "het huis",
}


class Fact(NamedTuple):
    """A word and what there is to say about it, a line each."""

    label: str
    lines: tuple[str, ...]


class Signed(NamedTuple):
    """How it stands with somebody's statement."""

    text: str
    tone: Tone


def has_positions(catalogus: Catalogus, kader: str) -> bool:
    """Only the WGS tells deelnemers from derden."""
    return catalogus.kaders[kader].verklaring_van_derden


def short_role(catalogus: Catalogus, soort: Soort, kader: str) -> str:
    """For in a list: the kind of partij, and its place where the law gives it one."""
    place = f" · {_SHORT[soort.positie_wgs]}" if has_positions(catalogus, kader) else ""
    return f"{sentence(soort.naam)}{place}"


def facts(catalogus: Catalogus, soort: Soort, kader: str) -> list[Fact]:
    """Role, tasks and secrecy."""
    law = catalogus.kaders[kader].naam
    role = (
        _POSITION[soort.positie_wgs]
        if has_positions(catalogus, kader)
        else f"{sentence(law)}: de taak bepaalt of deze partij bij een casus aan tafel zit."
    )
    tasks = tuple(sentence(taak.naam) for taak in soort.taken_onder(kader).values())
    none = ("Geen taak onder dit recht, en dus geen stoel.",)
    return [
        Fact("Rol", (role,)),
        Fact("Taken", tasks or none),
        Fact("Geheim", tuple(_secrecy(catalogus, soort))),
    ]


def _secrecy(catalogus: Catalogus, soort: Soort) -> list[str]:
    """First what it means at the table, then which duty it is."""
    regimes = catalogus.regimes_van(soort)
    if soort.pet_beslist:
        said = "De pet beslist. Wie hulp verleent heeft zwijgplicht en spreekt dan alleen "
        first = f"{said}langs een route."
    elif catalogus.vraagt_route(soort):
        first = "Zwijgplicht: spreekt alleen langs een route, bijvoorbeeld met toestemming."
    elif regimes:
        first = "Deelt alleen wat de eigen wet toelaat. Daarvoor is geen route nodig."
    else:
        first = "Geen eigen plicht om te zwijgen."
    return [first, *(f"{regime.naam} ({regime.artikel})" for regime in regimes)]


def signed(stand: StandVerklaring, mens: Professional) -> Signed | None:
    """A shape and a word; nothing where nothing is asked and nothing is there."""
    op, tot = mens.geheimhouding_op, mens.geheimhouding_tot
    until = f"geldig tot en met {day(tot)}" if tot else f"getekend {day(op)}"
    match stand:
        case StandVerklaring.ONTBREEKT:
            return Signed("✗ verklaring nog niet getekend", "bad")
        case StandVerklaring.VERLOPEN:
            return Signed(f"✗ verklaring verlopen op {day(tot)}", "bad")
        case StandVerklaring.LOOPT_AF:
            return Signed(f"! verklaring {until}", "warn")
        case StandVerklaring.GELDT:
            return Signed(f"✓ verklaring {until}", "good")
        case StandVerklaring.NIET_NODIG:
            return Signed(f"verklaring {until}", "") if op else None
