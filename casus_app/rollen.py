"""Wie wat mag: één tabel van rol en handeling, die ook de documentatie is (WGS 1.8 lid 2).

Wat er niet staat, mag niet. Wat een rol niet mag, houdt alleen het programma tegen; wat de
sleutels afdwingen staat in docs/veiligheid.md.
"""

from dataclasses import dataclass
from enum import StrEnum

from casus_app.domein.toegang import Slotsoort, Toegang


class Gebruikersrol(StrEnum):
    """De rol van wie achter het scherm zit; iets anders dan de rol aan tafel."""

    COORDINATOR = "coordinator"
    VOORZITTER = "voorzitter"
    SECRETARIS = "secretaris"
    FG = "fg"
    BEHEERDER = "beheerder"


@dataclass(frozen=True, slots=True)
class Gebruiker:
    """Namens wie een handeling gebeurt; zonder rol is het niemand die we kennen."""

    id: str
    rol: Gebruikersrol | None
    alleen: frozenset[str] = frozenset()
    """Zolang dit niet leeg is kan er niets anders: eerst komt er een eigen wachtzin."""


def gebruiker_met(naam: str) -> Gebruiker:
    """De gebruiker met deze naam; zolang een kluis één gebruiker heeft is de naam de rol."""
    sleutel = naam.casefold().replace("ö", "o")
    rol = Gebruikersrol(sleutel) if sleutel in set(Gebruikersrol) else None
    return Gebruiker(sleutel if rol else "onbekend", rol)


def gebruiker_van(slot: Toegang) -> Gebruiker:
    """De gebruiker van een slot: haar rol staat in het slot, en is niet te kiezen."""
    rol = Gebruikersrol(slot.rol) if slot.rol in set(Gebruikersrol) else None
    eerst = "wachtzin.wijzigen" if slot.soort is Slotsoort.WACHTZIN else "herstelsleutel.gebruiken"
    return Gebruiker(slot.id, rol, frozenset({eerst} if slot.moet_wisselen else ()))


C, V, S, F, B = Gebruikersrol
_HUIS = frozenset({C, B})
_VOORBEREIDEN = frozenset({C, S})
_OVERLEGGEN = frozenset({C, V, S})
_OORDELEN = frozenset({C, V})
_RECHTEN = frozenset({C, S, F})
_CONTROLEREN = frozenset({C, F, B})
_ZIEN = frozenset({C, V, S, F})
_ALLEN = frozenset(Gebruikersrol)

MAG: dict[str, frozenset[Gebruikersrol]] = {
    "instelling.inrichten": _HUIS,
    "partij.registreren": _VOORBEREIDEN,
    "professional.registreren": _VOORBEREIDEN,
    "geheimhouding.ondertekenen": _OVERLEGGEN,
    "geheimhouding.vastleggen": _OVERLEGGEN,
    "partij.wijzigen": _VOORBEREIDEN,
    "professional.wijzigen": _VOORBEREIDEN,
    "mensen.inlezen": _VOORBEREIDEN,
    "casus.aanmelden": _VOORBEREIDEN,
    "casus.aanmelden-zonder-naam": _VOORBEREIDEN,
    "casus.trap-verder": _OVERLEGGEN,
    "kring.toevoegen": _OVERLEGGEN,
    "casus.wegen": _OVERLEGGEN,
    "betrokkene.informeren": _OVERLEGGEN,
    "betrokkene.uitstellen": _OVERLEGGEN,
    "betrokkene.uitnodigen": _OVERLEGGEN,
    "betrokkene.niet-uitnodigen": _OVERLEGGEN,
    "betrokkene.veilig-contact": _OVERLEGGEN,
    "veilig-contact.bekijken": _OVERLEGGEN,
    "toestemming.vastleggen": _OVERLEGGEN,
    "toestemming.intrekken": _OVERLEGGEN,
    "overleg.plannen": _VOORBEREIDEN,
    "overleg.agenderen": _OVERLEGGEN,
    "deelname.toelaten": _OVERLEGGEN,
    "deelname.intrekken": _OVERLEGGEN,
    "vraagkaart.stellen": _OVERLEGGEN,
    "vraagkaart.maken": _OVERLEGGEN,
    "vraagkaart.beantwoorden": _OVERLEGGEN,
    "vraagkaart.intrekken": _OVERLEGGEN,
    "overleg.ordenen": _OVERLEGGEN,
    "overleg.pauzeren": _OVERLEGGEN,
    "overleg.vluchtcheck": _OVERLEGGEN,
    "overleg.uitnodigen": _VOORBEREIDEN,
    "overleg.nazenden": _VOORBEREIDEN,
    "overleg.voorzittersexemplaar": _OVERLEGGEN,
    "bespreking.openen": _OVERLEGGEN,
    "bespreking.binnenlaten": _OVERLEGGEN,
    "bespreking.uitlaten": _OVERLEGGEN,
    "bespreking.houding": _OVERLEGGEN,
    "akkoord.geven": _OVERLEGGEN,
    "bespreking.voorstellen": _OVERLEGGEN,
    "bespreking.bespreken": _OVERLEGGEN,
    "bespreking.stap": _OVERLEGGEN,
    "inbreng.vastleggen": _OVERLEGGEN,
    "inbreng.schrappen": _OVERLEGGEN,
    "afspraak.maken": _OVERLEGGEN,
    "meenemen.toestaan": _OVERLEGGEN,
    "meenemen.niemand": _OVERLEGGEN,
    "bespreking.besluiten": _OVERLEGGEN,
    "bespreking.sluiten": _OVERLEGGEN,
    "bespreking.doorschuiven": _OVERLEGGEN,
    "overleg.vaststellen": _OORDELEN,
    "overleg.ondertekenen": _OORDELEN,
    "verslag.maken": _OVERLEGGEN,
    "verslag.bekijken": _OVERLEGGEN,
    "verslag.beveiligen": _OVERLEGGEN,
    "plan.maken": _OVERLEGGEN,
    "plan.terugval": _OVERLEGGEN,
    "betrokkene.brief": _VOORBEREIDEN,
    "afspraak.bijwerken": _OVERLEGGEN,
    "afspraken.lijst": _OVERLEGGEN,
    "afspraken.herinneren": _OVERLEGGEN,
    "casus.sluiten": _OORDELEN,
    "casus.heropenen": _OORDELEN,
    "casus.verlengen": frozenset({C}),
    "casus.vernietigen": frozenset({C}),
    "casus.uitvoeren": frozenset({C}),
    "casus.invoeren": frozenset({C}),
    "verzoek.registreren": _RECHTEN,
    "verzoek.afhandelen": _RECHTEN,
    "verzoek.verlengen": _RECHTEN,
    "verzoek.brief": _RECHTEN,
    "inzage.weglaten": _RECHTEN,
    "inbreng.rectificeren": _RECHTEN,
    "rectificatie.melden": _RECHTEN,
    "casus.beperken": _RECHTEN,
    "casus.vrijgeven": _RECHTEN,
    "betrokkene.informeerbrief": _VOORBEREIDEN,
    "inzage.maken": _RECHTEN,
    "termijnen.nalopen": _ZIEN,
    "klok.zetten": _CONTROLEREN,
    "logboek.controleren": _CONTROLEREN,
    "register.maken": _CONTROLEREN,
    "rechten.maken": _CONTROLEREN,
    "verantwoording.jaarbeeld": _CONTROLEREN,
    "logboek.inzien": _CONTROLEREN,
    "logboek.uitvoeren": _CONTROLEREN,
    "reservekopie.maken": _HUIS,
    "reservekopie.tweede-plaats": _HUIS,
    "reservekopie.beproeven": _HUIS,
    "reservekopie.terugzetten": _HUIS,
    "anker.aanvaarden": _HUIS,
    "anker.zoeken": _CONTROLEREN,
    "rechten.nalopen": _CONTROLEREN,
    "gebruikers.bekijken": _CONTROLEREN,
    "gebruiker.toelaten": _HUIS,
    "gebruiker.verwijderen": _HUIS,
    "gebruiker.rol-wijzigen": _HUIS,
    "wachtzin.wijzigen": _ALLEN,
    "herstelsleutel.maken": _HUIS,
    "herstelsleutel.beproeven": _HUIS,
    "herstelsleutel.gebruiken": _HUIS,
    "toon.casus": _ZIEN,
    "toon.overleg": _ZIEN,
    "toon.bespreking": _ZIEN,
}

WERKTEKST_LEZEN = _OVERLEGGEN
"""Wie werktekst mag lezen. Niet alleen het programma bewaakt dit: wie hier niet in staat, heeft
de sleutel ervan niet in zijn slot (docs/besluiten/0025-scheiding.md)."""


def leest_werktekst(rol: str) -> bool:
    """Of een slot van deze rol de sleutel van de werktekst krijgt."""
    return rol in WERKTEKST_LEZEN


def mag(rol: Gebruikersrol | None, handeling: str) -> bool:
    """Of deze rol deze handeling mag doen; een onbekende handeling mag niemand."""
    return rol in MAG.get(handeling, frozenset())
