"""Wat de poort `Opslag` belooft, beloofd door de nagemaakte én door de echte."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from casus_app.domein.casus import Casus
from casus_app.domein.klad import Klad
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Aanwezigheid
from casus_app.domein.waarde import sleutel_van
from casus_app.poorten import Opslag, Wijziging
from storage import Kluis, open_kluis
from storage.errors import Achterhaald
from tests.nep import GeheugenOpslag
from tests.storage.waarden import WACHTZIN, alles, een, nieuw, partij, regel, vul, weg


@pytest.fixture(params=["geheugen", "kluis"])
def opslag(request: pytest.FixtureRequest) -> Opslag:
    if request.param == "geheugen":
        return GeheugenOpslag()
    kluis: Kluis = request.getfixturevalue("kluis")
    return kluis


def test_wat_er_niet_is_is_none_of_leeg(opslag: Opslag) -> None:
    assert opslag.haal(Partij, "p1") is None
    assert opslag.zoek(Partij) == ()
    assert opslag.zoek(Partij, naam="x") == ()


def test_wat_erin_gaat_komt_er_gelijk_uit(opslag: Opslag) -> None:
    waarden = alles()
    opslag.leg_vast(nieuw(*waarden), regel())
    for waarde in waarden:
        sleutel = tuple(getattr(waarde, veld) for veld in waarde.SLEUTEL)
        assert opslag.haal(type(waarde), *sleutel) == waarde
        assert opslag.zoek(type(waarde)) == (waarde,)


def test_een_sleutel_van_een_ander_soort_wijst_niets_aan(opslag: Opslag) -> None:
    opslag.leg_vast(nieuw(*alles()), regel())
    aanwezig = opslag.zoek(Aanwezigheid)[0]
    sleutel = (aanwezig.overleg, aanwezig.casus, aanwezig.professional)
    assert opslag.haal(Aanwezigheid, *sleutel, 7) == aanwezig  # type: ignore[arg-type] # een nummer is geen tekst
    assert opslag.haal(Aanwezigheid, *sleutel, "7") is None


def test_zoeken_gaat_op_gelijkheid_van_alle_genoemde_velden(opslag: Opslag) -> None:
    politie, zorg = partij("p1"), partij("p2", naam="Zorg")
    opslag.leg_vast(nieuw(politie, zorg, partij("p3")), regel())
    assert opslag.zoek(Partij, naam="Politie", id="p1") == (politie,)
    assert opslag.zoek(Partij, naam="Zorg") == (zorg,)
    assert opslag.zoek(Partij, naam="Zorg", id="p1") == ()
    assert opslag.zoek(Partij, naam=3) == ()


def test_zoeken_op_none_vindt_wat_niet_bekend_is(opslag: Opslag) -> None:
    met = een(Professional, partij="p1")
    zonder = een(Professional, partij="p1", id="z", geheimhouding_op=None)
    opslag.leg_vast(nieuw(partij("p1"), met, zonder), regel())
    assert opslag.zoek(Professional, geheimhouding_op=None) == (zonder,)
    assert opslag.zoek(Professional, geheimhouding_op=met.geheimhouding_op) == (met,)
    assert opslag.zoek(Professional, naam=None) == ()


def test_zoeken_op_een_keuze_en_op_een_rij_teksten(opslag: Opslag) -> None:
    opslag.leg_vast(nieuw(*alles()), regel())
    (casus,) = opslag.zoek(Casus)
    assert opslag.zoek(Casus, fase=casus.fase, leefgebieden=casus.leefgebieden) == (casus,)
    assert opslag.zoek(Casus, fase="aangemeld") == (casus,)
    assert opslag.zoek(Casus, fase="afgesloten") == ()
    assert opslag.zoek(Casus, leefgebieden=()) == ()


def test_de_volgorde_is_die_van_ontstaan(opslag: Opslag) -> None:
    opslag.leg_vast(nieuw(partij("z"), partij("a"), partij("m")), regel())
    opslag.leg_vast([Wijziging(partij("z"), partij("z", naam="nieuw"))], regel(1))
    assert [p.id for p in opslag.zoek(Partij)] == ["z", "a", "m"]
    opslag.leg_vast(weg(partij("a")), regel(2))
    opslag.leg_vast(nieuw(partij("a")), regel(3))
    assert [p.id for p in opslag.zoek(Partij)] == ["z", "m", "a"]


def test_een_wijziging_vervangt_en_een_wijziging_naar_niets_verwijdert(opslag: Opslag) -> None:
    opslag.leg_vast(nieuw(partij()), regel())
    opslag.leg_vast([Wijziging(partij(), partij(naam="Anders"))], regel(1))
    assert opslag.haal(Partij, "p1") == partij(naam="Anders")
    opslag.leg_vast(weg(partij(naam="Anders")), regel(2))
    assert opslag.haal(Partij, "p1") is None
    assert opslag.zoek(Partij) == ()


def test_omdraaien_zet_terug(opslag: Opslag) -> None:
    opslag.leg_vast(nieuw(partij()), regel())
    heen = Wijziging(partij(), partij(naam="Anders"))
    opslag.leg_vast([heen], regel(1))
    opslag.leg_vast([Wijziging(heen.na, heen.voor)], regel(2))
    assert opslag.haal(Partij, "p1") == partij()


def test_dezelfde_waarde_mag_in_een_keer_twee_keer_veranderen(opslag: Opslag) -> None:
    stappen = [*nieuw(partij()), Wijziging(partij(), partij(naam="b")), *weg(partij(naam="b"))]
    opslag.leg_vast(stappen, regel())
    assert opslag.zoek(Partij) == ()


@pytest.mark.parametrize(
    "wijziging",
    [
        Wijziging(None, partij()),
        Wijziging(partij(naam="oud"), partij(naam="nieuw")),
        Wijziging(partij(naam="oud"), None),
        Wijziging(partij("weg"), partij("weg", naam="nieuw")),
        Wijziging(partij("weg"), None),
    ],
    ids=["bestond-al", "was-anders", "was-anders-en-weg", "is-er-niet", "is-er-niet-en-weg"],
)
def test_wie_van_iets_ouds_uitgaat_verandert_niets(
    opslag: Opslag, wijziging: Wijziging[Partij]
) -> None:
    opslag.leg_vast(nieuw(partij()), regel())
    with pytest.raises((Achterhaald, AssertionError)):
        opslag.leg_vast([wijziging], regel(1))
    assert opslag.zoek(Partij) == (partij(),)
    assert opslag.controleer_logboek().regels == 1


def test_het_zegel_is_dat_van_de_laatste_regel(opslag: Opslag) -> None:
    zegels = [opslag.leg_vast(nieuw(partij(f"p{n}")), regel(n)) for n in range(3)]
    stand = opslag.controleer_logboek()
    assert (stand.heel, stand.regels, stand.laatste) == (True, 3, zegels[-1])
    assert len(set(zegels)) == 3


def test_een_weigering_kan_worden_opgeschreven_zonder_wijziging(opslag: Opslag) -> None:
    opslag.leg_vast([], regel(uitkomst="geweigerd", code="geen-taak"))
    assert opslag.controleer_logboek().regels == 1


def test_alles_of_niets(kluis: Kluis) -> None:
    with pytest.raises(Achterhaald):
        kluis.leg_vast([*nieuw(partij("a"), partij("b")), *weg(partij("c"))], regel())
    assert kluis.zoek(Partij) == ()
    assert kluis.haal(Partij, "a") is None
    assert kluis.controleer_logboek().regels == 0


def test_na_sluiten_en_openen_staat_alles_er_nog(
    kluis: Kluis, openen: Callable[[], Kluis]
) -> None:
    vul(kluis, 5)
    laatste = kluis.controleer_logboek()
    kluis.sluit()
    opnieuw = openen()
    assert [p.id for p in opnieuw.zoek(Partij)] == [f"p{n}" for n in range(5)]
    assert opnieuw.controleer_logboek() == laatste
    assert (opnieuw.kluis_id, opnieuw.oefening) == (kluis.kluis_id, True)


def test_openen_in_een_andere_draad_en_werken_in_twee_tegelijk(
    pad: Path,
) -> None:
    """Openen duurt een seconde en gebeurt naast het venster; daarna werkt het venster ermee."""
    with ThreadPoolExecutor(max_workers=3) as draden:
        kluis = draden.submit(open_kluis, pad, WACHTZIN).result()

        def werk(naam: str) -> int:
            for nummer in range(60):
                kluis.leg_vast(nieuw(partij(f"{naam}{nummer}")), regel())
                assert kluis.haal(Partij, f"{naam}{nummer}") is not None
                kluis.zoek(Partij, naam="Politie")
            return 60

        assert sum(draden.map(werk, "abc")) == 180
    assert len(kluis.zoek(Partij)) == 180
    assert kluis.controleer_logboek().heel
    kluis.sluit()


def test_een_onbekend_veld_is_een_fout_van_ons(kluis: Kluis) -> None:
    with pytest.raises(TypeError):
        kluis.zoek(Partij, bestaat_niet=1)
    with pytest.raises(TypeError):
        kluis.haal(Partij, "a", "b")


def test_wat_naar_niets_wijst_komt_er_niet_in(kluis: Kluis) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"):
        kluis.leg_vast(nieuw(een(Professional)), regel())
    assert kluis.zoek(Professional) == ()
    vul(kluis, 1)


def test_een_kluis_past_in_de_poort(kluis: Kluis) -> None:
    opslag: Opslag = kluis
    assert opslag.zoek(Partij) == ()


# --- half getypt ---


def _klad(tekst: str) -> Klad:
    return een(Klad, tekst=tekst)  # type: ignore[no-any-return] # een() geeft elke soort


def test_half_getypt_wordt_bewaard_vervangen_en_gewist_zonder_logregel(opslag: Opslag) -> None:
    opslag.leg_vast(nieuw(*(w for w in alles() if not isinstance(w, Klad))), regel())
    zegel = opslag.laatste_zegel()
    sleutel = sleutel_van(_klad("x"))
    for tekst in ("Half", "Half getypt", "Half getypt"):
        opslag.bewaar_klad(_klad(tekst))
        gevonden = opslag.haal(Klad, *sleutel)
        assert gevonden is not None
        assert gevonden.tekst == tekst
    opslag.bewaar_klad(_klad(""))
    assert opslag.zoek(Klad) == ()
    opslag.bewaar_klad(_klad(""))
    assert opslag.laatste_zegel() == zegel


def test_een_handeling_kan_een_klad_wissen_die_na_de_vorige_kwam(opslag: Opslag) -> None:
    opslag.leg_vast(nieuw(*(w for w in alles() if not isinstance(w, Klad))), regel())
    opslag.bewaar_klad(_klad("Half"))
    opslag.leg_vast(weg(_klad("Half")), regel(1))
    assert opslag.zoek(Klad) == ()
    opslag.bewaar_klad(_klad("Weer"))
    assert opslag.zoek(Klad) == (_klad("Weer"),)
