"""Het voorzittersexemplaar: de hele agenda op papier, zonder één naam.

Per casus de code, de vraag en de kloktijd; wie erin komt en wie eruit gaat als functie; de pauzes
en wat nog op een volgend overleg wacht. Meer heeft een voorzitter op papier niet nodig.
"""

from collections.abc import Iterator

from casus_app.domein.casus import Betrokkene, Casus, Kringpersoon
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.opmaak.afscherming import Afscherming, afscherming
from casus_app.opmaak.stuk import Alinea, Kop, Lijst, Noot, Onderdeel, Opdruk, Stuk, Tabel, Velden
from casus_app.opmaak.tafel import Tafeltijd, functies, tafeltijden
from casus_app.opmaak.woorden import aantal, bestandsnaam, kort, weekdag
from casus_app.poorten import Opslag

_LEEG = "–"


def voorzittersexemplaar(opslag: Opslag, overleg_id: str, opdruk: Opdruk) -> Stuk:
    """De agenda van één overleg, van de eerste tot de laatste deur."""
    overleg = opslag.haal(Overleg, overleg_id)
    if overleg is None:
        raise LookupError("een voorzittersexemplaar is van een overleg")
    return Stuk(
        naam=bestandsnaam("agenda", overleg_id, extensie="pdf"),
        soort="Agenda",
        titel="Agenda casusoverleg",
        ondertitel=f"{weekdag(overleg.datum)}, {overleg.begin} uur",
        voor="de voorzitter",
        opdruk=opdruk,
        onderdelen=tuple(_onderdelen(opslag, overleg)),
    )


def _onderdelen(opslag: Opslag, overleg: Overleg) -> Iterator[Onderdeel]:
    tafel = tafeltijden(opslag, overleg)
    if not tafel:
        yield Velden((("Plaats", overleg.plaats),))
        yield Alinea("Er staat geen casus op de agenda.")
    else:
        duur = f"{tafel[0].van} tot {tafel[-1].tot} uur"
        yield Velden((("Plaats", overleg.plaats), ("Tijd", duur)))
        rijen = tuple(_rijen(opslag, overleg, tafel))
        yield Tabel(("Tijd", "Casus en vraag", "Erin", "Eruit"), rijen, (11, 43, 23, 23))
    wachten = tuple(_wachtend(opslag, overleg))
    if wachten:
        yield Kop(2, "Wacht op een volgend overleg")
        yield Lijst(wachten)
    yield Noot("Schrijf hier geen namen op. Vernietig dit blad na het overleg.")


def _rijen(
    opslag: Opslag, overleg: Overleg, tafel: tuple[Tafeltijd, ...]
) -> Iterator[tuple[str, ...]]:
    """Wie voor een pauze klaar is gaat er dan al uit; de voorzitter zelf blijft."""

    def deur(wie: frozenset[str]) -> str:
        return "\n".join(functies(opslag, overleg, wie - {overleg.voorzitter})) or _LEEG

    binnen: frozenset[str] = frozenset()
    vorige = ""
    for beurt in tafel:
        eruit = deur(binnen - beurt.wie)
        if beurt.rust:
            yield (vorige, f"Pauze, {aantal(beurt.rust, 'minuut', 'minuten')}", _LEEG, eruit)
            eruit = _LEEG
        duur = aantal(beurt.bespreking.minuten, "minuut", "minuten")
        wat = f"{beurt.casus}, {duur}\n{_vraag(opslag, beurt.bespreking)}"
        yield (beurt.van, wat, deur(beurt.wie - binnen), eruit)
        binnen, vorige = beurt.wie, beurt.tot
    yield (vorige, "Einde", _LEEG, deur(binnen))


def _vraag(opslag: Opslag, bespreking: Bespreking) -> str:
    """De vraag zonder namen; van een afgesloten casus staat hij er niet (WGS 2.31 lid 8)."""
    casus = opslag.haal(Casus, bespreking.casus)
    if casus is None or casus.afgeschermd:
        return "Afgesloten."
    return _zonder_namen(opslag, bespreking.casus).in_tekst(bespreking.vraag)


def _zonder_namen(opslag: Opslag, casus: str) -> Afscherming:
    betrokkene = opslag.haal(Betrokkene, casus)
    namen = {mens.naam: mens.relatie for mens in opslag.zoek(Kringpersoon, casus=casus)}
    if betrokkene is not None:
        namen[betrokkene.naam] = "betrokkene"
    return afscherming(namen)


def _wachtend(opslag: Opslag, overleg: Overleg) -> Iterator[str]:
    """Casussen die het laatst zijn doorgeschoven en nog op geen agenda staan."""
    laatste: dict[str, tuple[Overleg, Bespreking]] = {}
    for punt in opslag.zoek(Bespreking):
        waar = opslag.haal(Overleg, punt.overleg)
        eerder = laatste.get(punt.casus)
        if waar is not None and (eerder is None or eerder[0].datum <= waar.datum):
            laatste[punt.casus] = (waar, punt)
    for code, (waar, punt) in sorted(laatste.items()):
        casus = opslag.haal(Casus, code)
        open_ = casus is not None and not casus.afgeschermd
        if open_ and punt.stand is Stand.DOORGESCHOVEN and waar.datum <= overleg.datum:
            duur = aantal(punt.minuten, "minuut", "minuten")
            yield f"{code}, doorgeschoven op {kort(waar.datum)}, {duur}"
