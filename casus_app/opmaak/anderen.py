"""Andere mensen in een stuk voor de betrokkene: een vast nummer, of functie en organisatie."""

from collections.abc import Collection

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import (
    Betrokkene,
    Casus,
    Informering,
    Kringpersoon,
    Oordeel,
    Toestemming,
    Verlenging,
    Weging,
)
from casus_app.domein.inbreng import Inbreng
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Aanwezigheid, Bespreking, Deelname, Overleg
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.opmaak.afscherming import GEWONE_WOORDEN, Afscherming, afscherming
from casus_app.opmaak.woorden import functie
from casus_app.poorten import Opslag

_KORTSTE_ACHTERNAAM = 3


def nummers(opslag: Opslag, casus_id: str) -> dict[str, str]:
    """Sleutel van een kringpersoon -> 'persoon 1', in volgorde van ontstaan: steeds hetzelfde."""
    kring = opslag.zoek(Kringpersoon, casus=casus_id)
    return {persoon.id: f"persoon {nummer}" for nummer, persoon in enumerate(kring, 1)}


VERBORGEN = "[niet getoond]"
"""Wie volgens een weging niet genoemd wordt, ook niet met functie en organisatie."""


def genummerd(
    opslag: Opslag,
    casus_id: str,
    betrokkene: Betrokkene | None,
    verborgen: Collection[str | None] = (),
) -> Afscherming:
    """Voor de inzage: een kringpersoon is een nummer, een professional functie en organisatie."""
    nummer = nummers(opslag, casus_id)
    kring = {p.naam: nummer[p.id] for p in opslag.zoek(Kringpersoon, casus=casus_id)}
    return _afscherming(opslag, casus_id, kring, betrokkene, verborgen)


def weggelaten(opslag: Opslag, casus_id: str, betrokkene: Betrokkene) -> Afscherming:
    """Voor de brief: de naam van een ander blijft eruit."""
    kring = {p.naam: "[naam weggelaten]" for p in opslag.zoek(Kringpersoon, casus=casus_id)}
    return _afscherming(opslag, casus_id, kring, betrokkene)


def _afscherming(
    opslag: Opslag,
    casus_id: str,
    kring: dict[str, str],
    betrokkene: Betrokkene | None,
    verborgen: Collection[str | None] = (),
) -> Afscherming:
    eigen = betrokkene.naam if betrokkene is not None else ""
    eigen_delen = {deel.lower() for deel in eigen.split()}
    professionals: dict[str, str] = {}
    for mens in betrokken_professionals(opslag, casus_id):
        wat = VERBORGEN if mens.id in verborgen else functie(opslag, mens.id)
        professionals.setdefault(mens.naam, wat)
        achternaam = mens.naam.split()[-1] if mens.naam.split() else ""
        gewoon = achternaam.lower() in GEWONE_WOORDEN | eigen_delen
        if len(achternaam) >= _KORTSTE_ACHTERNAAM and not gewoon:
            professionals.setdefault(achternaam, wat)
    zonder_eigen = {naam: woord for naam, woord in kring.items() if naam != eigen}
    return afscherming(zonder_eigen, behalve=eigen, alleen_zo=professionals)


def betrokken_professionals(opslag: Opslag, casus_id: str) -> list[Professional]:
    """Iedereen die in deze casus iets deed, in vaste volgorde."""
    sleutels: dict[str, None] = {}
    casus = opslag.haal(Casus, casus_id)
    weging = opslag.haal(Weging, casus_id)
    if casus is not None:
        sleutels[casus.aanmelder] = None
    sleutels.update(dict.fromkeys(weging.beoordelaars if weging else ()))
    for bespreking in opslag.zoek(Bespreking, casus=casus_id):
        overleg = opslag.haal(Overleg, bespreking.overleg)
        if overleg is not None:
            sleutels[overleg.voorzitter] = None
    sleutels.update(dict.fromkeys(d.professional for d in opslag.zoek(Deelname, casus=casus_id)))
    sleutels.update(
        dict.fromkeys(a.professional for a in opslag.zoek(Aanwezigheid, casus=casus_id))
    )
    sleutels.update(dict.fromkeys(a.uitvoerder for a in opslag.zoek(Afspraak, casus=casus_id)))
    sleutels.update(dict.fromkeys(i.inbrenger for i in opslag.zoek(Inbreng, casus=casus_id)))
    sleutels.update(dict.fromkeys(v.professional for v in opslag.zoek(Vraagkaart, casus=casus_id)))
    sleutels.update(dict.fromkeys(t.aan for t in opslag.zoek(Toestemming, casus=casus_id)))
    informering = opslag.haal(Informering, casus_id)
    if informering is not None and informering.beoordelaar is not None:
        sleutels[informering.beoordelaar] = None
    for oordeel in opslag.zoek(Oordeel, casus=casus_id):
        sleutels.update(dict.fromkeys(oordeel.beoordelaars))
    for verlenging in opslag.zoek(Verlenging, casus=casus_id):
        sleutels.update(dict.fromkeys(verlenging.instemming))
    return [m for sleutel in sleutels if (m := opslag.haal(Professional, sleutel)) is not None]
