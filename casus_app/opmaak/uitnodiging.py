"""De uitnodiging van één professional: alleen eigen tijden, geen casus en geen anderen."""

import hashlib
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Overleg, Pauze
from casus_app.domein.tafeltijd import beurten
from casus_app.opmaak.stuk import (
    Agendastuk,
    Alinea,
    Kop,
    Lijst,
    Onderdeel,
    Opdruk,
    Stuk,
    Tijdvak,
    Uitspraak,
    Velden,
)
from casus_app.opmaak.woorden import (
    TIJDZONE,
    bestandsnaam,
    functie,
    instelling,
    tijd,
    weekdag,
)
from casus_app.opmaak.zitting import besprekingen, rol_van
from casus_app.poorten import Opslag

GEHEIMHOUDING = (
    "Wat aan tafel wordt gezegd, blijft aan tafel.",
    "U neemt alleen mee wat degene die het inbracht u uitdrukkelijk laat meenemen.",
    "Schrijf op deze uitnodiging geen namen en niets over een casus.",
)


def uitnodiging(opslag: Opslag, overleg_id: str, professional_id: str, opdruk: Opdruk) -> Stuk:
    """Het blad: dag, plaats en eigen tijden."""
    overleg, genodigde = _wie_waarheen(opslag, overleg_id, professional_id)
    huis = instelling(opslag)
    return Stuk(
        naam=bestandsnaam("uitnodiging", overleg_id, professional_id, extensie="pdf"),
        soort="Uitnodiging",
        titel="Uitnodiging casusoverleg",
        ondertitel=huis.naam if huis is not None else "",
        voor=f"{genodigde.naam}, {functie(opslag, professional_id)}",
        opdruk=opdruk,
        onderdelen=tuple(_onderdelen(overleg, tijdvakken(opslag, overleg, professional_id))),
    )


def agendapunt(
    opslag: Opslag, overleg_id: str, professional_id: str, opdruk: Opdruk
) -> Agendastuk:
    """Hetzelfde voor een agendaprogramma."""
    overleg, _ = _wie_waarheen(opslag, overleg_id, professional_id)
    return Agendastuk(
        naam=bestandsnaam("uitnodiging", overleg_id, professional_id, extensie="ics"),
        titel="Casusoverleg",
        plaats=overleg.plaats,
        opdruk=opdruk,
        tijdvakken=tijdvakken(opslag, overleg, professional_id),
    )


def _wie_waarheen(
    opslag: Opslag, overleg_id: str, professional_id: str
) -> tuple[Overleg, Professional]:
    overleg = opslag.haal(Overleg, overleg_id)
    genodigde = opslag.haal(Professional, professional_id)
    if overleg is None or genodigde is None:
        raise LookupError("een uitnodiging is voor een overleg, aan een professional")
    return overleg, genodigde


def tijdvakken(opslag: Opslag, overleg: Overleg, professional: str) -> tuple[Tijdvak, ...]:
    """Wanneer deze professional nodig is; aansluitende casussen zijn één tijdvak."""
    vakken: list[tuple[datetime, datetime]] = []
    for casus, van, tot in tijden(opslag, overleg):
        if rol_van(opslag, overleg, casus, professional) is None:
            continue
        if vakken and vakken[-1][1] == van:
            vakken[-1] = (vakken[-1][0], tot)
        else:
            vakken.append((van, tot))
    return tuple(
        Tijdvak(
            van=van.replace(tzinfo=TIJDZONE),
            tot=tot.replace(tzinfo=TIJDZONE),
            uid=_uid(overleg.id, professional, nummer),
        )
        for nummer, (van, tot) in enumerate(vakken, 1)
    )


def tijden(opslag: Opslag, overleg: Overleg) -> Iterator[tuple[str, datetime, datetime]]:
    """Wanneer elke casus aan tafel komt; wat is doorgeschoven neemt geen tijd."""
    begin = datetime.combine(overleg.datum, time.fromisoformat(overleg.begin))
    pauzes = opslag.zoek(Pauze, overleg=overleg.id)
    for beurt in beurten(besprekingen(opslag, overleg.id), pauzes):
        van, tot = (begin + timedelta(minutes=minuut) for minuut in (beurt.van, beurt.tot))
        yield beurt.bespreking.casus, van, tot


def _uid(overleg: str, professional: str, nummer: int) -> str:
    """Altijd hetzelfde, zodat een nieuwe versie in de agenda de oude vervangt; zegt zelf niets."""
    stof = "\0".join((overleg, professional, str(nummer))).encode("utf-8", "surrogatepass")
    return f"{hashlib.sha256(stof).hexdigest()[:32]}@casusoverleg.invalid"


def _onderdelen(overleg: Overleg, vakken: tuple[Tijdvak, ...]) -> Iterator[Onderdeel]:
    yield Velden((("Dag", weekdag(overleg.datum)), ("Plaats", overleg.plaats)))
    yield Kop(2, "Uw tijd" if len(vakken) == 1 else "Uw tijden")
    for vak in vakken:
        yield Uitspraak(f"Kom om {tijd(vak.van)} uur, klaar om {tijd(vak.tot)} uur")
    if vakken:
        yield Alinea("Alleen dan bent u nodig. Wacht buiten tot u binnen wordt geroepen.")
    else:
        yield Alinea("U bent bij dit overleg niet nodig.")
    yield Kop(2, "Geheimhouding")
    yield Lijst(GEHEIMHOUDING)
