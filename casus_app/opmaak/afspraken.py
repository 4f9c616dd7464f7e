"""De eigen afspraken van één professional: een lijst op papier, en herinneringen voor zijn agenda.

In een agenda kijken anderen mee, en zij gaat mee naar een telefoon. Daarom staat er in een
herinnering alleen de code en de dag; wat er te doen is staat op de lijst.
"""

import hashlib
from collections.abc import Iterator
from itertools import groupby

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import Betrokkene
from casus_app.domein.mensen import Professional
from casus_app.opmaak.afscherming import Afscherming, zonder_betrokkene
from casus_app.opmaak.stuk import (
    Agendadag,
    Alinea,
    Herinneringstuk,
    Kop,
    Noot,
    Onderdeel,
    Opdruk,
    Stuk,
    Tabel,
)
from casus_app.opmaak.woorden import bestandsnaam, dag, functie, kort
from casus_app.poorten import Opslag


def afsprakenlijst(
    opslag: Opslag, professional_id: str, afspraken: tuple[Afspraak, ...], opdruk: Opdruk
) -> Stuk:
    """Wat deze professional nog te doen heeft, per casus; van een ander staat er niets."""
    mens = opslag.haal(Professional, professional_id)
    if mens is None:
        raise LookupError("een lijst van afspraken is van een professional")
    return Stuk(
        naam=bestandsnaam("afspraken", professional_id, extensie="pdf"),
        soort="Afspraken",
        titel="Uw afspraken",
        ondertitel=f"Stand van {dag(opdruk.datum)}",
        voor=f"{mens.naam}, {functie(opslag, mens.id)}",
        opdruk=opdruk,
        onderdelen=tuple(_onderdelen(opslag, afspraken, opdruk)),
    )


def _onderdelen(
    opslag: Opslag, afspraken: tuple[Afspraak, ...], opdruk: Opdruk
) -> Iterator[Onderdeel]:
    op_volgorde = sorted(afspraken, key=lambda a: (a.casus, a.uiterlijk))
    for casus, eigen in groupby(op_volgorde, key=lambda a: a.casus):
        schoon = zonder_betrokkene(opslag.haal(Betrokkene, casus))
        yield Kop(2, f"Casus {casus}")
        yield Tabel(
            ("Wat", "Uiterlijk", "Klaar als"),
            tuple(_rij(a, schoon, opdruk) for a in eigen),
            (50, 20, 30),
        )
    if not afspraken:
        yield Alinea("U hebt geen open afspraken.")
    yield Noot("Dit exemplaar is alleen voor u. Laat weten wat klaar is, en wat niet lukt.")


def _rij(afspraak: Afspraak, schoon: Afscherming, opdruk: Opdruk) -> tuple[str, ...]:
    te_laat = " (te laat)" if afspraak.uiterlijk < opdruk.datum else ""
    return (
        schoon.in_tekst(afspraak.wat),
        f"{kort(afspraak.uiterlijk)}{te_laat}",
        schoon.in_tekst(afspraak.klaar_als) or "–",
    )


def herinnering(
    professional_id: str, afspraken: tuple[Afspraak, ...], opdruk: Opdruk
) -> Herinneringstuk:
    """Alleen de code en de dag; wat te laat is komt op vandaag."""
    return Herinneringstuk(
        naam=bestandsnaam("herinneringen", professional_id, extensie="ics"),
        opdruk=opdruk,
        dagen=tuple(
            Agendadag(
                op=max(afspraak.uiterlijk, opdruk.datum),
                titel=f"Afspraak {afspraak.casus}",
                uid=_uid(afspraak),
            )
            for afspraak in sorted(afspraken, key=lambda a: a.uiterlijk)
        ),
    )


def _uid(afspraak: Afspraak) -> str:
    """Altijd hetzelfde, zodat een nieuw bestand het oude vervangt; zegt zelf niets."""
    stof = f"afspraak\0{afspraak.id}".encode("utf-8", "surrogatepass")
    return f"{hashlib.sha256(stof).hexdigest()[:32]}@casusoverleg.invalid"
