"""Wat de kluis onthoudt is nooit iets anders dan wat er in het bestand staat."""

import random
from dataclasses import replace

import pytest

from casus_app.domein.instelling import Instelling
from casus_app.domein.klad import Klad
from casus_app.domein.mensen import Partij
from casus_app.poorten import Wijziging
from storage import Kluis, remembered
from storage.errors import OpslagFout
from tests.storage.waarden import alles, een, nieuw, partij, regel, vul, weg

NAMEN = ("een", "twee", "drie")


def _gevonden(kluis: Kluis) -> list[tuple[Partij, ...]]:
    return [kluis.zoek(Partij), *(kluis.zoek(Partij, naam=naam) for naam in NAMEN)]


def _van_de_schijf(kluis: Kluis) -> list[tuple[Partij, ...]]:
    kluis._known.clear()
    return _gevonden(kluis)


def test_na_elke_schrijfactie_vindt_zoeken_wat_er_staat(kluis: Kluis) -> None:
    toeval = random.Random(20)
    for beurt in range(200):
        staat = {waarde.id: waarde for waarde in kluis.zoek(Partij)}
        wie = f"p{toeval.randrange(12)}"
        oud, anders = staat.get(wie), partij(wie, naam=toeval.choice(NAMEN))
        if oud is None:
            kluis.leg_vast(nieuw(anders), regel(beurt))
        elif toeval.random() < 0.5:
            kluis.leg_vast(weg(oud), regel(beurt), grondig=True)
        else:
            kluis.leg_vast([Wijziging(oud, anders)], regel(beurt))
        assert _gevonden(kluis) == _van_de_schijf(kluis)


def test_twee_keer_hetzelfde_vragen_leest_niet_opnieuw(kluis: Kluis) -> None:
    vul(kluis, 3)
    assert kluis.zoek(Partij) is kluis.zoek(Partij)
    assert kluis.zoek(Partij, naam="x") is kluis.zoek(Partij, naam="x")


def test_een_andere_soort_laat_wat_gevonden_was_staan(kluis: Kluis) -> None:
    vul(kluis, 3)
    gevonden = kluis.zoek(Partij)
    kluis.leg_vast(nieuw(een(Instelling)), regel())
    assert kluis.zoek(Partij) is gevonden


def test_half_getypte_tekst_wordt_ook_gevonden_zoals_zij_er_staat(kluis: Kluis) -> None:
    kluis.leg_vast(nieuw(*alles()), regel())
    (klad,) = kluis.zoek(Klad)
    for tekst in ("een", "een twee", ""):
        kluis.bewaar_klad(replace(klad, tekst=tekst))
        assert [klad.tekst for klad in kluis.zoek(Klad)] == ([tekst] if tekst else [])


def test_wat_niet_doorging_verandert_niets_aan_wat_gevonden_wordt(kluis: Kluis) -> None:
    vul(kluis, 3)
    gevonden = _gevonden(kluis)
    with pytest.raises(OpslagFout):
        kluis.leg_vast([*nieuw(partij("p9")), *nieuw(partij("p0"))], regel())
    assert _gevonden(kluis) == gevonden == _van_de_schijf(kluis)


def test_wat_weg_is_staat_in_geen_antwoord_meer(kluis: Kluis) -> None:
    vul(kluis, 3)
    kluis.zoek(Partij)
    kluis.leg_vast(weg(*kluis.zoek(Partij)), regel(), grondig=True)
    assert not kluis._known.values
    assert not kluis._known._found.get(Partij)


def test_er_worden_nooit_te_veel_antwoorden_onthouden(
    kluis: Kluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "ANSWERS", 10)
    for nummer in range(50):
        kluis.zoek(Partij, naam=str(nummer))
    assert sum(map(len, kluis._known._found.values())) <= 10
