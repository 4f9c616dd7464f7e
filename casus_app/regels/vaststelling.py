"""Wat een handtekening onder een vastgesteld overleg dekt, en hoe het ermee staat."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming
from casus_app.domein.overleg import Aanwezigheid, Bespreking, Overleg
from casus_app.domein.waarde import Waarde
from casus_app.poorten import Handtekening, Ondertekening, Opslag, Vaststelling, Zoeker
from casus_app.rollen import Gebruikersrol

ROLLEN = (Gebruikersrol.VOORZITTER, Gebruikersrol.COORDINATOR)
"""Wie een vaststelling samen ondertekenen."""

_VELDEN: Mapping[type, tuple[str, ...]] = {
    Bespreking: (
        "vraag", "soort", "stand", "reden_doorgeschoven", "besluit", "aanspreekpunt",
        "evaluatie_op", "klaar_als",
    ),
    Afspraak: ("id", "uitvoerder", "wat", "uiterlijk", "klaar_als"),
    Aanwezigheid: ("professional", "nummer", "van", "tot"),
    Inbreng: ("id", "inbrenger", "over", "categorie", "niveau", "grondslag", "kern"),
    Meeneming: ("inbreng", "ontvanger", "afspraak", "voorwaarden", "bewaren_tot"),
}  # fmt: skip
"""Alleen wat blijft en daarna niet meer verandert: niet hoe het met een afspraak gaat."""


def onderdelen(opslag: Zoeker, overleg: str) -> dict[str, tuple[str, ...]]:
    """Per casus wat er vastgesteld is, elk onderdeel als één vaste tekst."""
    return {
        punt.casus: tuple(_tekst(waarde) for waarde in _van(opslag, punt))
        for punt in opslag.zoek(Bespreking, overleg=overleg)
    }


def _van(opslag: Zoeker, punt: Bespreking) -> Iterator[Waarde]:
    waar = {"overleg": punt.overleg, "casus": punt.casus}
    yield punt
    yield from opslag.zoek(Afspraak, **waar)
    yield from opslag.zoek(Aanwezigheid, **waar)
    for inbreng in opslag.zoek(Inbreng, lot=Lot.MEE, **waar):
        yield inbreng
        yield from opslag.zoek(Meeneming, inbreng=inbreng.id)


def _tekst(waarde: Waarde) -> str:
    velden = {naam: _cel(getattr(waarde, naam)) for naam in _VELDEN[type(waarde)]}
    return json.dumps([type(waarde).__name__, velden], sort_keys=True, ensure_ascii=False)


def _cel(inhoud: object) -> object:
    return inhoud.isoformat() if isinstance(inhoud, date | datetime) else inhoud


def nog_te_tekenen(opslag: Opslag, overleg: Overleg) -> tuple[Gebruikersrol, ...]:
    """Wie hier nog moet tekenen; niemand zolang er nog geen eerste handtekening is."""
    gezet = {een.rol for een in opslag.vaststelling(Ondertekening(overleg.id, {})).handtekeningen}
    return tuple(rol for rol in ROLLEN if rol not in gezet) if gezet else ()


@dataclass(frozen=True, slots=True)
class Tekenstand:
    """Hoe het met de handtekeningen van één overleg staat; `zin` is voor mensen."""

    overleg: str
    zin: str
    klopt: bool
    ontbreekt: tuple[Gebruikersrol, ...]
    handtekeningen: tuple[Handtekening, ...]


def tekenstand(opslag: Opslag, overleg: Overleg) -> Tekenstand | None:
    """Van een vastgesteld overleg; `None` zolang er niets te ondertekenen is."""
    if not overleg.vastgesteld:
        return None
    stand = opslag.vaststelling(Ondertekening(overleg.id, onderdelen(opslag, overleg.id)))
    gezet = {een.rol for een in stand.handtekeningen if een.geldig}
    ontbreekt = tuple(rol for rol in ROLLEN if rol not in gezet)
    klopt = stand.gewijzigd == 0 and all(een.geldig for een in stand.handtekeningen)
    return Tekenstand(
        overleg.id, _zin(stand, ontbreekt, klopt=klopt), klopt, ontbreekt, stand.handtekeningen
    )


_WIE = {Gebruikersrol.VOORZITTER: "de voorzitter", Gebruikersrol.COORDINATOR: "de coördinator"}


def _zin(stand: Vaststelling, ontbreekt: tuple[Gebruikersrol, ...], *, klopt: bool) -> str:
    if not stand.handtekeningen:
        return "Nog door niemand ondertekend."
    if not klopt:
        return (
            "De ondertekening klopt niet meer: er is na het vaststellen iets veranderd. Vraag de "
            "FG om het na te gaan."
        )
    weg = " Een deel is daarna vernietigd." if stand.verdwenen else ""
    if not ontbreekt:
        return f"Ondertekend door voorzitter en coördinator.{weg}"
    wel = " en ".join(_WIE[rol] for rol in ROLLEN if rol not in ontbreekt)
    niet = " en ".join(_WIE[rol] for rol in ontbreekt)
    return f"Ondertekend door {wel}. De handtekening van {niet} ontbreekt nog.{weg}"
