"""Het jaarbeeld: wat er geteld wordt, en dat een klein aantal er nergens uit te halen is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus_app import opmaak
from casus_app.catalogus import laad
from casus_app.domein.casus import Casus
from casus_app.opmaak.jaarcijfers import KLEIN, SAMEN, TE_LAAT, jaarcijfers, te_tonen, verdeling
from casus_app.opmaak.stuk import Kop, Opdruk, Tabel
from casus_app.weigeringen import Code
from tests.bouw import MARKERING, VANDAAG, een_tafel, een_volle_tafel
from tests.casus_app.opmaak.druk_jaar import OVERLEGGEN, een_druk_jaar, regel
from tests.casus_app.opmaak.test_opmaak import alle_teksten
from tests.nep import GeheugenOpslag

OPDRUK = Opdruk(oefening=False, datum=VANDAAG)
SLEUTELS = tuple("abcdef")
AANTALLEN = st.dictionaries(st.sampled_from(SLEUTELS), st.integers(0, 40))


@given(AANTALLEN)
def test_een_verdeling_noemt_geen_klein_aantal_en_telt_op_tot_alles(
    aantallen: dict[str, int],
) -> None:
    delen = verdeling(aantallen)
    assert all(deel.aantal >= KLEIN for deel in delen)
    totaal = sum(aantallen.values())
    assert sum(deel.aantal for deel in delen) == (totaal if totaal >= KLEIN else 0)
    assert all(deel.aantal == aantallen[deel.naam] for deel in delen if deel.naam != SAMEN)


@given(AANTALLEN)
def test_bij_elk_klein_aantal_had_ook_een_ander_aantal_hetzelfde_beeld_gegeven(
    aantallen: dict[str, int],
) -> None:
    """Ook wie het totaal kent, kan een klein deel dus niet uitrekenen."""
    gezien = verdeling(aantallen)
    for naam, klein in aantallen.items():
        if 0 < klein < KLEIN:
            ander = {**aantallen, naam: klein - 1, "nieuw": 1}
            assert verdeling(ander) == gezien


def test_een_klein_deel_neemt_een_groot_deel_mee() -> None:
    assert [(d.naam, d.aantal) for d in verdeling({"a": 20, "b": 9, "c": 2})] == [
        ("a", 20),
        (SAMEN, 11),
    ]
    assert verdeling({"a": 3, "b": 1}) == ()
    assert (te_tonen(KLEIN - 1), te_tonen(KLEIN)) == (None, KLEIN)


@pytest.fixture(scope="module")
def druk() -> GeheugenOpslag:
    return een_druk_jaar()


def test_het_telt_wat_gelukt_en_niet_teruggedraaid_is(druk: GeheugenOpslag) -> None:
    cijfers = jaarcijfers(druk, laad(), 2026)
    assert (cijfers.casussen, cijfers.overleggen, cijfers.besprekingen) == (17, 6, 18)
    assert cijfers.releases == 8
    assert cijfers.mensen == 3
    assert [(deel.naam, deel.aantal) for deel in cijfers.weigeringen] == [
        ("doel-ontbreekt", 12),
        (SAMEN, 9),
    ]
    assert {deel.naam: deel.aantal for deel in cijfers.vernietigingen} == {
        "Op tijd": 12,
        "Te laat": 6,
    }


def test_uitgespaard_wachten_is_de_agenda_min_de_tafel(druk: GeheugenOpslag) -> None:
    """In de orde van de agenda wacht één mens per overleg twintig minuten; aan tafel niemand."""
    assert jaarcijfers(druk, laad(), 2026).bespaard == OVERLEGGEN * 20


def test_een_jaar_is_dat_van_de_kalender_hier(druk: GeheugenOpslag) -> None:
    leeg = jaarcijfers(druk, laad(), 2025)
    assert (leeg.casussen, leeg.mensen, leeg.bespaard, leeg.weigeringen) == (None, None, None, ())
    opslag = GeheugenOpslag()
    for _ in range(KLEIN):
        laat = replace(regel("casus.aanmelden"), moment=datetime(2025, 12, 31, 23, 30, tzinfo=UTC))
        opslag.leg_vast((), laat)
    assert jaarcijfers(opslag, laad(), 2026).casussen == KLEIN
    assert jaarcijfers(opslag, laad(), 2025).casussen is None


def test_er_staat_geen_mens_en_geen_tekst_in() -> None:
    stuk = opmaak.jaarbeeld(een_volle_tafel().opslag, laad(), 2026, OPDRUK)
    alles = " ".join(alle_teksten(stuk))
    assert MARKERING not in alles
    assert "K-1" not in alles
    assert "minder dan 5" in alles


def test_een_kop_is_een_zin_en_elke_staaf_heeft_zijn_getal(druk: GeheugenOpslag) -> None:
    stuk = opmaak.jaarbeeld(druk, laad(), 2026, OPDRUK)
    koppen = [deel.tekst for deel in stuk.onderdelen if isinstance(deel, Kop)]
    assert koppen[0] == "De orde van de tafel spaarde 2 uur wachten uit"
    assert "De reden van de meeste weigeringen: doel-ontbreekt" in koppen
    tabellen = [deel for deel in stuk.onderdelen if isinstance(deel, Tabel)]
    assert len(tabellen) == 3
    for tabel in tabellen:
        aantallen = [int(rij[1]) for rij in tabel.rijen]
        assert tabel.staven == tuple(een / max(aantallen) for een in aantallen)


def test_het_beeld_van_volgend_jaar_is_er_nog_niet() -> None:
    tafel = een_tafel()
    assert tafel.probeer("verantwoording.jaarbeeld", jaar=VANDAAG.year + 1) is Code.ONGELDIG
    assert tafel.doe("verantwoording.jaarbeeld", jaar=VANDAAG.year)["bestanden"]


@pytest.mark.parametrize(("dagen", "code"), [(0, ""), (1, TE_LAAT)])
def test_het_logboek_onthoudt_of_vernietigen_op_tijd_was(dagen: int, code: str) -> None:
    tafel = een_tafel()
    einde = tafel.haal(Casus, "K-1").vernietigen_op
    tafel.doe("klok.zetten", datum=einde + timedelta(days=dagen))
    tafel.doe("casus.vernietigen")
    assert tafel.opslag.regels[-1].code == code
