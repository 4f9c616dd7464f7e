"""De grondslagwijzer zegt precies wat de regels toelaten; nooit meer en nooit minder."""

import itertools

import pytest

from casus_app.catalogus import Catalogus, laad
from casus_app.domein.inbreng import Niveau
from casus_app.domein.overleg import SoortBespreking
from casus_app.regels.wijzer import Vraag, Wijzing, wijs
from casus_app.weigeringen import Code


@pytest.fixture(scope="module")
def catalogus() -> Catalogus:
    return laad()


def _wegen(wijzing: Wijzing) -> list[tuple[str, str | None]]:
    return [(weg.grondslag.sleutel, weg.route and weg.route.sleutel) for weg in wijzing.wegen]


def test_politie_deelt_politiegegevens_in_het_huis_zonder_route(catalogus: Catalogus) -> None:
    vraag = Vraag(kader="wgs", soort="politie", categorie="politiegegevens")
    antwoord = wijs(catalogus, vraag)
    assert _wegen(antwoord) == [("wgs-1-5-wpg", None)]
    assert "Wpg" in antwoord.wegen[0].artikelen


def test_wie_een_geheim_heeft_krijgt_de_routes_te_zien(catalogus: Catalogus) -> None:
    vraag = Vraag(
        kader="wgs", soort="ggz", categorie="gezondheid", kamer=frozenset({"politie", "zvh"})
    )
    wegen = _wegen(wijs(catalogus, vraag))
    assert ("wgs-2-29", "toestemming") in wegen
    assert ("wgs-2-29", "goed-hulpverlenerschap") in wegen
    assert all(route is not None for _, route in wegen)


def test_een_meldrecht_verschijnt_pas_als_alleen_de_ontvanger_er_is(catalogus: Catalogus) -> None:
    def meldrechten(*kamer: str) -> set[str]:
        vraag = Vraag(kader="wgs", soort="ggz", categorie="relaties", kamer=frozenset(kamer))
        return {grondslag for grondslag, _ in _wegen(wijs(catalogus, vraag))} & {"wmo-5-2-6"}

    assert meldrechten("veilig-thuis") == {"wmo-5-2-6"}
    assert meldrechten("veilig-thuis", "zvh") == set()


def test_wat_niet_kan_zegt_waarom_en_wie_het_wel_mag(catalogus: Catalogus) -> None:
    vraag = Vraag(kader="wgs", soort="woningcorporatie", categorie="gezondheid")
    antwoord = wijs(catalogus, vraag)
    assert not antwoord.mag
    assert {onmogelijk.weigering.code for onmogelijk in antwoord.onmogelijk} == {
        Code.CATEGORIE_NIET_TOEGESTAAN
    }
    assert "ggz" in {soort.sleutel for soort in antwoord.anderen}


def test_in_een_weging_kan_inhoud_nooit(catalogus: Catalogus) -> None:
    vraag = Vraag(
        kader="wgs",
        soort="politie",
        categorie="politiegegevens",
        bespreking=SoortBespreking.WEGING,
        niveau=Niveau.INHOUD,
    )
    assert not wijs(catalogus, vraag).mag


def test_een_partij_zonder_taak_mag_nergens_iets(catalogus: Catalogus) -> None:
    for kader, categorie in itertools.product(catalogus.kaders, catalogus.categorieen):
        assert not wijs(catalogus, Vraag(kader=kader, soort="overig", categorie=categorie)).mag


def test_elk_antwoord_noemt_een_artikel_en_hoe_zeker_het_is(catalogus: Catalogus) -> None:
    for kader, soort, categorie in itertools.product(
        catalogus.kaders, catalogus.soorten, ("gezondheid", "woonsituatie", "justitieel")
    ):
        for weg in wijs(catalogus, Vraag(kader=kader, soort=soort, categorie=categorie)).wegen:
            assert weg.artikelen.strip("— ")
            assert weg.zeker in {"gevonden", "ouder", "niet-nagegaan"}
