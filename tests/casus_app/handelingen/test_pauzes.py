"""Een pauze verschuift ieders tijd erna, hoort bij een plek, en is geen wachten."""

from datetime import timedelta

import pytest

from casus_app import opmaak
from casus_app.domein.overleg import Bespreking, Overleg, Pauze
from casus_app.domein.tafeltijd import beurten
from casus_app.handelingen.volgorde import OverlegOrdenen, OverlegPauzeren
from casus_app.opmaak.uitnodiging import tijdvakken
from casus_app.rollen import gebruiker_met
from casus_app.weigeringen import Code, Weigering
from tests.bouw import Tafel, een_casus, een_tafel


@pytest.fixture
def tafel() -> Tafel:
    """Drie casussen van twintig minuten vanaf negen uur; de politie zit bij de eerste en derde."""
    tafel = een_tafel()
    for casus in ("K-2", "K-3"):
        een_casus(tafel, casus)
    tafel.doe("deelname.toelaten", professional="om", casus="K-3")
    return tafel


def pauzeer(tafel: Tafel, plek: int, minuten: int) -> None:
    handeling = OverlegPauzeren(overleg="o1", plek=plek, minuten=minuten)
    tafel.werkbank.voer_uit(handeling, gebruiker_met("coordinator"), tafel.kader)


def pauzes(tafel: Tafel) -> dict[int, int]:
    return {pauze.plek: pauze.minuten for pauze in tafel.opslag.zoek(Pauze, overleg="o1")}


def tijden(tafel: Tafel) -> list[tuple[str, int, int]]:
    agenda = tafel.opslag.zoek(Bespreking, overleg="o1")
    gevonden = beurten(agenda, tafel.opslag.zoek(Pauze, overleg="o1"))
    return [(beurt.bespreking.casus, beurt.van, beurt.tot) for beurt in gevonden]


def test_alles_na_de_pauze_schuift_op(tafel: Tafel) -> None:
    pauzeer(tafel, 1, 15)
    assert tijden(tafel) == [("K-1", 0, 20), ("K-2", 35, 55), ("K-3", 55, 75)]
    overleg = tafel.haal(Overleg, "o1")
    (vak,) = tijdvakken(tafel.opslag, overleg, "om")
    assert (f"{vak.van:%H:%M}", f"{vak.tot:%H:%M}") == ("09:55", "10:15")


def test_voor_wie_doorgaat_is_een_pauze_een_gat_en_geen_wachten(tafel: Tafel) -> None:
    zonder = tafel.doe("overleg.ordenen")
    pauzeer(tafel, 2, 30)
    assert tafel.doe("overleg.ordenen") == zonder
    eerste, tweede = tijdvakken(tafel.opslag, tafel.haal(Overleg, "o1"), "zvh")
    assert tweede.van - eerste.tot == timedelta(minutes=30)


def test_nul_minuten_haalt_de_pauze_weg_en_terugdraaien_zet_haar_terug(tafel: Tafel) -> None:
    pauzeer(tafel, 1, 15)
    pauzeer(tafel, 1, 20)
    assert pauzes(tafel) == {1: 20}
    pauzeer(tafel, 1, 0)
    assert pauzes(tafel) == {}
    tafel.werkbank.maak_ongedaan(gebruiker_met("coordinator"))
    assert pauzes(tafel) == {1: 20}


def test_een_pauze_blijft_op_haar_plek_als_de_volgorde_verandert(tafel: Tafel) -> None:
    pauzeer(tafel, 1, 15)
    tafel.doe("overleg.ordenen", vast=[{"casus": "K-3", "plek": 1}])
    assert tijden(tafel)[0] == ("K-3", 0, 20)
    assert tijden(tafel)[1][1] == 35


def test_valt_de_casus_ervoor_weg_dan_schuift_de_pauze_naar_voren(tafel: Tafel) -> None:
    pauzeer(tafel, 2, 15)
    tafel.doe("bespreking.doorschuiven", casus="K-2")
    assert tijden(tafel) == [("K-1", 0, 20), ("K-3", 35, 55)]
    tafel.doe("overleg.ordenen", vast=[{"casus": "K-1", "plek": 1}])
    assert pauzes(tafel) == {1: 15}
    assert tijden(tafel) == [("K-1", 0, 20), ("K-3", 35, 55)]


def test_vielen_twee_pauzes_samen_dan_is_het_er_een_en_gaat_die_in_een_keer_weg(
    tafel: Tafel,
) -> None:
    pauzeer(tafel, 1, 5)
    pauzeer(tafel, 2, 10)
    tafel.doe("bespreking.doorschuiven", casus="K-2")
    assert tijden(tafel)[1] == ("K-3", 35, 55)
    pauzeer(tafel, 2, 0)
    assert pauzes(tafel) == {}


def test_wie_pas_na_de_pauze_kan_komt_erna(tafel: Tafel) -> None:
    pauzeer(tafel, 1, 15)
    antwoord = tafel.doe("overleg.ordenen", beschikbaar={"om": {"van": "09:35", "tot": "09:55"}})
    assert antwoord["volgorde"][1] == "K-3"


def test_een_tijd_die_niet_kan_noemt_de_functie_en_nooit_de_sleutel(tafel: Tafel) -> None:
    handeling = tafel.handeling("overleg.ordenen", beschikbaar={"om": {"tot": "09:10"}})
    assert isinstance(handeling, OverlegOrdenen)
    with pytest.raises(Weigering) as gevangen:
        tafel.werkbank.voer_uit(handeling, gebruiker_met("coordinator"), tafel.kader)
    assert gevangen.value.melding.startswith("medewerker (")


@pytest.mark.parametrize(
    ("plek", "minuten"), [(0, 15), (-1, 15), (3, 15), (9, 15), (1, -5), (1, 121), (2, 0)]
)
def test_een_pauze_die_niet_kan_wordt_geweigerd(tafel: Tafel, plek: int, minuten: int) -> None:
    with pytest.raises(Weigering) as gevangen:
        pauzeer(tafel, plek, minuten)
    assert gevangen.value.code is Code.ONGELDIG
    assert pauzes(tafel) == {}


def test_op_een_vastgesteld_overleg_komt_geen_pauze_meer(tafel: Tafel) -> None:
    for casus in ("K-1", "K-2", "K-3"):
        tafel.doe("bespreking.doorschuiven", casus=casus)
    een_casus(tafel, "K-4")
    een_casus(tafel, "K-5")
    for casus in ("K-4", "K-5"):
        tafel.doe("casus.sluiten", casus=casus)
    tafel.doe("overleg.vaststellen")
    with pytest.raises(Weigering) as gevangen:
        pauzeer(tafel, 4, 15)
    assert gevangen.value.code is Code.OVERLEG_VASTGESTELD


def test_ook_op_papier_staat_de_nieuwe_tijd(tafel: Tafel) -> None:
    pauzeer(tafel, 2, 20)
    opdruk = opmaak.Opdruk(oefening=False, datum=tafel.vandaag)
    stuk = opmaak.uitnodiging(tafel.opslag, "o1", "om", opdruk)
    assert "Kom om 10:00 uur, klaar om 10:20 uur" in repr(stuk)
