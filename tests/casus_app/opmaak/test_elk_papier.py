"""Elk soort papier, voor willekeurige overleggen: precies wat erop mag, en woord voor woord.

Wat er op het papier staat leest poppler, dat van dit programma niets weet. Een nieuw soort papier
laat deze toetsen vallen tot er staat wat erop mag.
"""

import json
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings

from casus_app import opmaak
from casus_app.catalogus import laad
from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.casus import (
    BETROKKENE,
    Betrokkene,
    Casus,
    Gegeven,
    Informering,
    Oordeel,
    Toestemming,
    Verlenging,
    Weging,
)
from casus_app.domein.herkomst import Herkomst
from casus_app.domein.herstelcode import Deel, groepen
from casus_app.domein.inbreng import Inbreng, Lot, Meeneming
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Aanwezigheid, Bespreking, Deelname, Stand, Verzending
from casus_app.domein.tafel import Akkoord, Hamerstuk
from casus_app.domein.verzoek import Beperking, Rectificatie, Verzoek, Verzoekverlenging, Weglating
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.domein.zeef import Zeef
from casus_app.opmaak.stuk import Stuk
from casus_app.papier import druk
from tests.casus_app.opmaak.test_wat_erop_mag import mag_in_verslag
from tests.casus_app.opmaak.willekeur import DAG, merken, overleggen
from tests.casus_app.papier.lezen import (
    alle_teksten,
    met_poppler,
    soorten_papier,
    woord_voor_woord,
)
from tests.casus_app.papier.voorbeeld import ECHT
from tests.nep import GeheugenOpslag

CATALOGUS = laad()
Paar = tuple[Stuk, set[str]]
"""Een stuk, en de merken die erop mogen en moeten."""


def verslagen(opslag: GeheugenOpslag) -> Iterator[Paar]:
    for mens in opslag.zoek(Professional):
        stuk = opmaak.verslag(opslag, CATALOGUS, "o", mens.id, ECHT)
        yield stuk, mag_in_verslag(opslag, mens.id)


def plannen(opslag: GeheugenOpslag) -> Iterator[Paar]:
    for casus in opslag.zoek(Casus):
        mag = {casus.id, casus.doel, casus.bij_terugval}
        for afspraak in opslag.zoek(Afspraak, casus=casus.id):
            mag |= {afspraak.wat, afspraak.toelichting}
        for punt in opslag.zoek(Bespreking, casus=casus.id, stand=Stand.GESLOTEN):
            mag.add(punt.klaar_als)
        yield opmaak.plan(opslag, CATALOGUS, casus.id, ECHT), mag


def mag_in_brief(opslag: GeheugenOpslag, casus: Casus) -> set[str]:
    telt = {StandAfspraak.OPEN, StandAfspraak.AFGEROND}
    afspraken = opslag.zoek(Afspraak, casus=casus.id)
    naam = opslag.haal(Betrokkene, casus.id).naam
    return {casus.doel, naam, *(a.wat for a in afspraken if a.stand in telt)}


def brieven(opslag: GeheugenOpslag) -> Iterator[Paar]:
    for casus in opslag.zoek(Casus):
        yield opmaak.brief(opslag, CATALOGUS, casus.id, ECHT), mag_in_brief(opslag, casus)


def informeerbrieven(opslag: GeheugenOpslag) -> Iterator[Paar]:
    """Van de reden om te wachten alleen de naam uit de wet."""
    for informering in opslag.zoek(Informering):
        casus = opslag.haal(Casus, informering.casus)
        stuk = opmaak.informeerbrief(opslag, CATALOGUS, casus.id, ECHT)
        yield stuk, mag_in_brief(opslag, casus)


def verzoekbrieven(opslag: GeheugenOpslag) -> Iterator[Paar]:
    """Van een weging om weg te laten alleen de grond, nooit wat of waarom."""
    for verzoek in opslag.zoek(Verzoek):
        mag = {opslag.haal(Betrokkene, verzoek.casus).naam}
        langer = opslag.haal(Verzoekverlenging, verzoek.id)
        if verzoek.afgehandeld_op is not None:
            mag |= {verzoek.besluit, verzoek.motivering}
        elif langer is not None:
            mag.add(langer.reden)
        yield opmaak.verzoekbrief(opslag, CATALOGUS, verzoek.id, ECHT), mag


def uitnodigingen(opslag: GeheugenOpslag) -> Iterator[Paar]:
    for mens in opslag.zoek(Professional):
        yield opmaak.uitnodiging(opslag, "o", mens.id, ECHT), {mens.naam}


def afzeggingen(opslag: GeheugenOpslag) -> Iterator[Paar]:
    for mens in opslag.zoek(Professional):
        eerder = Verzending(
            overleg="o", professional=mens.id, nummer=1, op=DAG, datum=DAG, plaats="zaal",
            tijden=("09:30-09:50",),
        )  # fmt: skip
        yield opmaak.afzegging(opslag, "o", mens.id, ECHT, eerder), {mens.naam}


def vraagkaarten(opslag: GeheugenOpslag) -> Iterator[Paar]:
    for kaart in opslag.zoek(Vraagkaart):
        naam = opslag.haal(Professional, kaart.professional).naam
        stuk = opmaak.vraagkaart(opslag, CATALOGUS, kaart.id, ECHT)
        yield stuk, {naam, kaart.casus, kaart.vraag, kaart.noodzaak}


def afsprakenlijsten(opslag: GeheugenOpslag) -> Iterator[Paar]:
    for mens in opslag.zoek(Professional):
        eigen = opslag.zoek(Afspraak, uitvoerder=mens.id, stand=StandAfspraak.OPEN)
        mag = {mens.naam}
        for afspraak in eigen:
            mag |= {afspraak.casus, afspraak.wat, afspraak.klaar_als}
        yield opmaak.afsprakenlijst(opslag, mens.id, eigen, ECHT), mag


def vluchtchecks(opslag: GeheugenOpslag) -> Iterator[Paar]:
    codes = {p.casus for p in opslag.zoek(Bespreking) if p.stand is not Stand.DOORGESCHOVEN}
    yield opmaak.vluchtcheck(opslag, "o", dict.fromkeys(sorted(codes), ()), ECHT), codes


def voorzittersexemplaren(opslag: GeheugenOpslag) -> Iterator[Paar]:
    mag = set()
    for punt in opslag.zoek(Bespreking):
        open_ = not opslag.haal(Casus, punt.casus).afgeschermd
        if punt.stand is Stand.DOORGESCHOVEN:
            mag |= {punt.casus} if open_ else set()
        else:
            mag |= {punt.casus, punt.vraag} if open_ else {punt.casus}
    yield opmaak.voorzittersexemplaar(opslag, "o", ECHT), mag


def processen_verbaal(opslag: GeheugenOpslag) -> Iterator[Paar]:
    huis = opslag.haal(Instelling, HUIS)
    for casus in opslag.zoek(Casus):
        geteld = {"casus": 1, "inbreng": len(opslag.zoek(Inbreng, casus=casus.id))}
        yield opmaak.proces_verbaal(huis, casus.id, geteld, "termijn", ECHT), {casus.id}


def registers(opslag: GeheugenOpslag) -> Iterator[Paar]:
    yield opmaak.verwerkingsregister(opslag, CATALOGUS, ECHT), set()


def herstelpapieren(opslag: GeheugenOpslag) -> Iterator[Paar]:
    del opslag
    for deel in Deel:
        yield opmaak.herstelpapier(groepen(b"s" * 20, deel, b"s" * 20), deel, ECHT), set()


def rechtenlijsten(opslag: GeheugenOpslag) -> Iterator[Paar]:
    yield opmaak.rechtenlijst(ECHT), set()


def jaarbeelden(opslag: GeheugenOpslag) -> Iterator[Paar]:
    yield opmaak.jaarbeeld(opslag, CATALOGUS, ECHT.datum.year, ECHT), set()


IN_DE_INZAGE: dict[type, tuple[str, ...]] = {
    Gegeven: ("waarde",),
    Herkomst: ("eerder", "huis"),
    Weging: ("criterium_a", "criterium_b", "criterium_c", "criterium_d", "motivering"),
    Informering: ("wijze", "motivering"),
    Toestemming: ("gegevens", "doel", "wijze"),
    Zeef: ("reden",),
    Verlenging: ("motivering",),
    Oordeel: ("reden",),
    Bespreking: ("vraag", "zwaarwegend_belang", "reden_doorgeschoven", "besluit", "klaar_als"),
    Hamerstuk: ("besluit", "klaar_als"),
    Akkoord: ("opmerking",),
    Afspraak: ("wat", "klaar_als", "toelichting"),
    Verzoek: ("besluit", "motivering"),
    Verzoekverlenging: ("reden",),
    Rectificatie: ("wat",),
    Beperking: ("reden", "reden_opgeheven"),
}
"""Van alles wat over de betrokkene bewaard is: welke velden hij te zien krijgt (AVG 15)."""


def blijft_weg(opslag: GeheugenOpslag, waarde: object) -> bool:
    """De regel nog eens, zonder de opmaak: wat een weging aanwijst staat niet in de inzage."""
    casus = getattr(waarde, "casus", None)
    over = {getattr(waarde, "professional", None), getattr(waarde, "inbrenger", None)}
    soort = getattr(waarde, "categorie", None)
    wegingen = opslag.zoek(Weglating)
    if isinstance(waarde, Meeneming):
        bron = opslag.haal(Inbreng, waarde.inbreng)
        wegingen = opslag.zoek(Weglating, casus=bron.casus)
        return any(w.professional == waarde.ontvanger for w in wegingen) or blijft_weg(
            opslag, bron
        )
    return any(
        w.casus == casus
        and (
            (w.inbreng and w.inbreng == getattr(waarde, "id", None))
            or (w.professional and w.professional in over)
            or (w.categorie and w.categorie == soort)
        )
        for w in wegingen
    )


def zichtbaar(opslag: GeheugenOpslag, soort: type, **waar: object) -> list[object]:
    return [een for een in opslag.zoek(soort, **waar) if not blijft_weg(opslag, een)]


def mag_in_inzage(opslag: GeheugenOpslag, casus: Casus) -> set[str]:
    mag = {casus.id, casus.doel, casus.aanleiding, casus.bij_terugval, *casus.leefgebieden}
    mag.add(opslag.haal(Betrokkene, casus.id).naam)
    for soort, namen in IN_DE_INZAGE.items():
        mag |= {
            getattr(w, naam) for w in zichtbaar(opslag, soort, casus=casus.id) for naam in namen
        }
    for stoel in zichtbaar(opslag, Deelname, casus=casus.id):
        mag |= {stoel.noodzaak, stoel.reden_ingetrokken}
    for kaart in zichtbaar(opslag, Vraagkaart, casus=casus.id, over=BETROKKENE):
        mag |= {kaart.vraag, kaart.noodzaak, kaart.reden_ingetrokken}
    for inbreng in zichtbaar(opslag, Inbreng, casus=casus.id, over=BETROKKENE):
        mag |= {inbreng.noodzaak, inbreng.motivering, inbreng.reden_geschrapt}
        mag |= {inbreng.kern if inbreng.lot is not Lot.GESCHRAPT else ""}
        mag |= {mee.voorwaarden for mee in zichtbaar(opslag, Meeneming, inbreng=inbreng.id)}
    return mag - {""}


def inzages(opslag: GeheugenOpslag) -> Iterator[Paar]:
    for casus in opslag.zoek(Casus):
        yield opmaak.inzage(opslag, CATALOGUS, casus.id, ECHT), mag_in_inzage(opslag, casus)


SOORTEN: dict[str, Callable[[GeheugenOpslag], Iterator[Paar]]] = {
    "verslag": verslagen,
    "plan": plannen,
    "brief": brieven,
    "informeerbrief": informeerbrieven,
    "verzoekbrief": verzoekbrieven,
    "uitnodiging": uitnodigingen,
    "afzegging": afzeggingen,
    "vraagkaart": vraagkaarten,
    "afsprakenlijst": afsprakenlijsten,
    "vluchtcheck": vluchtchecks,
    "voorzittersexemplaar": voorzittersexemplaren,
    "proces_verbaal": processen_verbaal,
    "verwerkingsregister": registers,
    "rechtenlijst": rechtenlijsten,
    "herstelpapier": herstelpapieren,
    "jaarbeeld": jaarbeelden,
    "inzage": inzages,
}


def test_van_elk_soort_papier_staat_hier_wat_erop_mag() -> None:
    assert soorten_papier() == set(SOORTEN)


@met_poppler
@pytest.mark.parametrize("soort", SOORTEN)
@settings(max_examples=20, deadline=None)
@given(opslag=overleggen())
def test_op_elk_papier_staat_precies_wat_erop_mag(soort: str, opslag: GeheugenOpslag) -> None:
    """Geen naam van een ander, geen kern die niet is vrijgegeven, en geen woord te weinig."""
    paren = list(SOORTEN[soort](opslag))
    for stuk, mag in paren:
        assert merken(" ".join(alle_teksten(stuk))) == mag
    for stuk, _ in paren[:2]:
        woord_voor_woord(stuk, druk(stuk).inhoud)


@settings(max_examples=30, deadline=None)
@given(opslag=overleggen())
def test_het_bestand_van_een_inzage_zegt_hetzelfde_als_het_papier(opslag: GeheugenOpslag) -> None:
    for casus in opslag.zoek(Casus):
        bestand = opmaak.inzage_json(opslag, CATALOGUS, casus.id, ECHT).inhoud.decode()
        assert merken(bestand) == mag_in_inzage(opslag, casus)


@settings(max_examples=30, deadline=None)
@given(opslag=overleggen())
def test_een_inzage_noemt_een_grond_bij_zijn_naam(opslag: GeheugenOpslag) -> None:
    for weg in opslag.zoek(Weglating):
        stuk = opmaak.inzage(opslag, CATALOGUS, weg.casus, ECHT)
        tekst = " ".join(alle_teksten(stuk))
        assert CATALOGUS.uitstelgronden[weg.grond].naam in tekst
        assert weg.grond not in tekst


@settings(max_examples=30, deadline=None)
@given(opslag=overleggen())
def test_wie_volgens_een_weging_wegblijft_staat_er_ook_niet_met_functie_of_organisatie(
    opslag: GeheugenOpslag,
) -> None:
    for weg in opslag.zoek(Weglating):
        if weg.professional is None:
            continue
        stuk = opmaak.inzage(opslag, CATALOGUS, weg.casus, ECHT)
        bestand = opmaak.inzage_json(opslag, CATALOGUS, weg.casus, ECHT).inhoud.decode()
        for erop in (" ".join(alle_teksten(stuk)), bestand):
            assert f"functie {weg.professional}" not in erop


@settings(max_examples=30, deadline=None)
@given(opslag=overleggen())
def test_een_inzage_telt_wat_er_niet_in_staat_per_grond(opslag: GeheugenOpslag) -> None:
    for casus in opslag.zoek(Casus):
        soorten = (Gegeven, Inbreng, Vraagkaart, Deelname, Aanwezigheid, Akkoord)
        waarden = [een for soort in soorten for een in opslag.zoek(soort, casus=casus.id)]
        weg = sum(blijft_weg(opslag, een) for een in waarden)
        boom = json.loads(opmaak.inzage_json(opslag, CATALOGUS, casus.id, ECHT).inhoud)
        assert sum(een["aantal"] for een in boom["niet_getoond"]) == weg
        tekst = " ".join(alle_teksten(opmaak.inzage(opslag, CATALOGUS, casus.id, ECHT)))
        assert ("Wat wij niet laten zien" in tekst) is bool(weg)
