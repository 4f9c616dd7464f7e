"""De uitnodiging van één professional: alleen eigen tijden, geen casus en geen anderen."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TypedDict

from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Overleg, Pauze, Verzending
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
    opsomming,
    tijd,
    weekdag,
)
from casus_app.opmaak.zitting import besprekingen, rol_van
from casus_app.poorten import Opslag

TOT = "-"
"""Tussen begin en eind van een tijdvak in een verzending."""

GEHEIMHOUDING = (
    "Wat aan tafel wordt gezegd, blijft aan tafel.",
    "U neemt alleen mee wat degene die het inbracht u uitdrukkelijk laat meenemen.",
    "Schrijf op deze uitnodiging geen namen en niets over een casus.",
)


def uitnodiging(
    opslag: Opslag,
    overleg_id: str,
    professional_id: str,
    opdruk: Opdruk,
    was: Verzending | None = None,
) -> Stuk:
    """Het blad: dag, plaats en eigen tijden; `was` is wat deze persoon de vorige keer kreeg."""
    overleg, genodigde = _wie_waarheen(opslag, overleg_id, professional_id)
    nu = te_verzenden(opslag, overleg, professional_id, was, opdruk.datum)
    anders = veranderingen(was, nu) if was is not None and was.tijden and nu.tijden else ()
    vakken = tijdvakken(opslag, overleg, professional_id)
    onderdelen = (*_kop(overleg, anders), *_tijden(vakken), *_geheim())
    titel = "Gewijzigde uitnodiging casusoverleg" if anders else "Uitnodiging casusoverleg"
    return Stuk(
        naam=bestandsnaam("uitnodiging", overleg_id, professional_id, extensie="pdf"),
        soort="Uitnodiging",
        titel=titel,
        onderdelen=onderdelen,
        **_hoofd(opslag, genodigde, opdruk),
    )


def afzegging(
    opslag: Opslag, overleg_id: str, professional_id: str, opdruk: Opdruk, was: Verzending
) -> Stuk:
    """Het blad voor wie niet meer nodig is: welke tijd vervalt, en verder niets."""
    _, genodigde = _wie_waarheen(opslag, overleg_id, professional_id)
    onderdelen = (
        Velden((("Dag", weekdag(was.datum)), ("Plaats", was.plaats))),
        Uitspraak("U bent bij dit overleg niet meer nodig"),
        Alinea(f"Vervallen: {opsomming(tuple(map(_voluit, was.tijden)))}."),
        Alinea("U hoeft niet te komen. Haal de afspraak uit uw agenda."),
    )
    return Stuk(
        naam=bestandsnaam("afzegging", overleg_id, professional_id, extensie="pdf"),
        soort="Afzegging",
        titel="Afzegging casusoverleg",
        onderdelen=onderdelen,
        **_hoofd(opslag, genodigde, opdruk),
    )


class _Hoofd(TypedDict):
    ondertitel: str
    voor: str
    opdruk: Opdruk


def _hoofd(opslag: Opslag, genodigde: Professional, opdruk: Opdruk) -> _Hoofd:
    huis = instelling(opslag)
    return {
        "ondertitel": huis.naam if huis is not None else "",
        "voor": f"{genodigde.naam}, {functie(opslag, genodigde.id)}",
        "opdruk": opdruk,
    }


def agendapunt(
    opslag: Opslag,
    overleg_id: str,
    professional_id: str,
    opdruk: Opdruk,
    was: Verzending | None = None,
) -> Agendastuk:
    """Hetzelfde voor een agendaprogramma; wat er was en niet meer is, vervalt."""
    overleg, _ = _wie_waarheen(opslag, overleg_id, professional_id)
    nu = te_verzenden(opslag, overleg, professional_id, was, opdruk.datum)
    eerder = _eerdere_vakken(was) if was is not None else ()
    soort = "uitnodiging" if nu.tijden or not eerder else "afzegging"
    return Agendastuk(
        naam=bestandsnaam(soort, overleg_id, professional_id, extensie="ics"),
        titel="Casusoverleg",
        plaats=overleg.plaats,
        opdruk=opdruk,
        tijdvakken=tijdvakken(opslag, overleg, professional_id),
        vervallen=eerder[len(nu.tijden) :],
        volgnummer=nu.nummer - 1,
    )


def te_verzenden(
    opslag: Opslag, overleg: Overleg, professional: str, was: Verzending | None, op: date
) -> Verzending:
    """Wat deze persoon nu zou krijgen; dezelfde waarde als `was` als er niets anders in staat."""
    vakken = tijdvakken(opslag, overleg, professional)
    nu = Verzending(
        overleg=overleg.id,
        professional=professional,
        nummer=was.nummer if was is not None else 1,
        op=was.op if was is not None else op,
        datum=overleg.datum,
        plaats=overleg.plaats,
        tijden=tuple(f"{tijd(vak.van)}{TOT}{tijd(vak.tot)}" for vak in vakken),
    )
    return nu if was in {None, nu} else replace(nu, nummer=nu.nummer + 1, op=op)


def veranderingen(was: Verzending, nu: Verzending) -> tuple[str, ...]:
    """Wat er anders is, in gewone zinnen; niets als alles gelijk bleef."""
    zinnen = []
    if was.datum != nu.datum:
        zinnen.append(f"De dag was {weekdag(was.datum)}, is nu {weekdag(nu.datum)}.")
    if was.plaats != nu.plaats:
        zinnen.append(f"De plaats was {was.plaats}, is nu {nu.plaats}.")
    if len(was.tijden) == len(nu.tijden):
        paren = zip(was.tijden, nu.tijden, strict=True)
        zinnen += [f"Was {_voluit(a)}, is nu {_voluit(b)}." for a, b in paren if a != b]
    else:
        eerst, straks = (opsomming(tuple(map(_voluit, x.tijden))) for x in (was, nu))
        zinnen.append(f"Was {eerst}; is nu {straks}.")
    return tuple(zinnen)


def _voluit(vak: str) -> str:
    return vak.replace(TOT, " tot ")


def _eerdere_vakken(was: Verzending) -> tuple[Tijdvak, ...]:
    grenzen = [vak.split(TOT) for vak in was.tijden]
    return tuple(
        Tijdvak(
            van=datetime.combine(was.datum, time.fromisoformat(van), TIJDZONE),
            tot=datetime.combine(was.datum, time.fromisoformat(tot), TIJDZONE),
            uid=_uid(was.overleg, was.professional, nummer),
        )
        for nummer, (van, tot) in enumerate(grenzen, 1)
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


def _kop(overleg: Overleg, anders: tuple[str, ...]) -> Iterator[Onderdeel]:
    if anders:
        yield Kop(2, "Wat er veranderde")
        yield from map(Uitspraak, anders)
    yield Velden((("Dag", weekdag(overleg.datum)), ("Plaats", overleg.plaats)))


def _tijden(vakken: tuple[Tijdvak, ...]) -> Iterator[Onderdeel]:
    yield Kop(2, "Uw tijd" if len(vakken) == 1 else "Uw tijden")
    for vak in vakken:
        yield Uitspraak(f"Kom om {tijd(vak.van)} uur, klaar om {tijd(vak.tot)} uur")
    if vakken:
        yield Alinea("Alleen dan bent u nodig. Wacht buiten tot u binnen wordt geroepen.")
    else:
        yield Alinea("U bent bij dit overleg niet nodig.")


def _geheim() -> Iterator[Onderdeel]:
    yield Kop(2, "Geheimhouding")
    yield Lijst(GEHEIMHOUDING)
