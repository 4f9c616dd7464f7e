"""Het plan van aanpak: alleen activiteiten, nooit achtergrond (BGS 2.17; 1G1P-minimum)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.casus import Betrokkene, Casus
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.opmaak.afscherming import zonder_betrokkene
from casus_app.opmaak.stuk import Alinea, Kop, Noot, Onderdeel, Opdruk, Stuk, Tabel, Velden
from casus_app.opmaak.woorden import bestandsnaam, dag, functie, kort
from casus_app.poorten import Opslag

if TYPE_CHECKING:
    from casus_app.catalogus import Catalogus

STANDEN = {
    StandAfspraak.OPEN: "open",
    StandAfspraak.AFGEROND: "afgerond",
    StandAfspraak.NIET_GEDAAN: "niet gedaan",
    StandAfspraak.NIET_MEER_MOGELIJK: "niet meer mogelijk",
}


def plan(opslag: Opslag, _catalogus: "Catalogus", casus_id: str, opdruk: Opdruk) -> Stuk:
    """Wie wat doet, van wanneer tot wanneer, en hoe het ermee staat."""
    casus = opslag.haal(Casus, casus_id)
    if casus is None:
        raise LookupError("een plan van aanpak is van een casus")
    return Stuk(
        naam=bestandsnaam("plan", casus_id, extensie="pdf"),
        soort="Plan van aanpak",
        titel="Plan van aanpak",
        ondertitel=f"Casus {casus_id} · stand van {dag(opdruk.datum)}",
        voor="de uitvoerders van dit plan",
        opdruk=opdruk,
        onderdelen=tuple(_onderdelen(opslag, casus)),
    )


def besloten(opslag: Opslag, casus_id: str) -> Bespreking | None:
    """De laatste gesloten bespreking met een aanspreekpunt: daar staat hoe het verder gaat."""
    met_dag = [
        (overleg.datum, bespreking.plek, bespreking)
        for bespreking in opslag.zoek(Bespreking, casus=casus_id)
        if bespreking.stand is Stand.GESLOTEN
        and bespreking.aanspreekpunt is not None
        and (overleg := opslag.haal(Overleg, bespreking.overleg)) is not None
    ]
    return max(met_dag, key=lambda drie: drie[:2])[2] if met_dag else None


def _onderdelen(opslag: Opslag, casus: Casus) -> Iterator[Onderdeel]:
    schoon = zonder_betrokkene(opslag.haal(Betrokkene, casus.id)).in_tekst
    laatste = besloten(opslag, casus.id)
    yield Velden((("Doel", schoon(casus.doel)),))
    yield Kop(2, "Activiteiten")
    rijen = tuple(_rijen(opslag, casus.id))
    if rijen:
        yield Tabel(
            ("Wat", "Wie", "Van", "Tot", "Stand", "Opmerking"),
            tuple(tuple(map(schoon, rij)) for rij in rijen),
            (29, 22, 12, 12, 11, 14),
        )
    else:
        yield Alinea("Er zijn nog geen activiteiten afgesproken.")
    yield Kop(2, "Hoe het verder gaat")
    paren = [*_vervolg(opslag, laatste), ("Bij terugval", casus.bij_terugval or "–")]
    yield Velden(tuple((naam, schoon(waarde)) for naam, waarde in paren))
    yield Noot("Dit plan bevat alleen activiteiten, geen achtergrond. Geef het niet door.")


def _rijen(opslag: Opslag, casus_id: str) -> Iterator[tuple[str, ...]]:
    """Wat nog open staat eerst, daarbinnen wat het eerst klaar moet zijn."""
    afspraken = opslag.zoek(Afspraak, casus=casus_id)
    for afspraak in sorted(
        afspraken, key=lambda a: (a.stand is not StandAfspraak.OPEN, a.uiterlijk)
    ):
        overleg = opslag.haal(Overleg, afspraak.overleg)
        yield (
            afspraak.wat,
            functie(opslag, afspraak.uitvoerder),
            kort(overleg.datum if overleg else None),
            kort(afspraak.uiterlijk),
            STANDEN[afspraak.stand],
            afspraak.toelichting or "–",
        )


def _vervolg(opslag: Opslag, laatste: Bespreking | None) -> Iterator[tuple[str, str]]:
    if laatste is None:
        yield "Aanspreekpunt", "nog niet aangewezen"
        return
    yield "Aanspreekpunt", functie(opslag, laatste.aanspreekpunt)
    if laatste.evaluatie_op is not None:
        yield "Evaluatie", dag(laatste.evaluatie_op)
    yield "Klaar als", laatste.klaar_als or "–"
