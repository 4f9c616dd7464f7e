"""Verwerkingsregister en rechtenlijst: alles wat gevraagd wordt, en geen mens."""

import re

import pytest

from casus_app import opmaak
from casus_app.catalogus import laad
from casus_app.domein.casus import Betrokkene, Casus, Kringpersoon
from casus_app.domein.mensen import Professional
from casus_app.opmaak.stuk import Kop, Opdruk, Velden
from casus_app.rollen import MAG
from casus_app.weigeringen import Code
from tests.bouw import MARKERING, VANDAAG, Tafel, een_volle_tafel
from tests.casus_app.opmaak.test_opmaak import alle_teksten

OPDRUK = Opdruk(oefening=False, datum=VANDAAG)


@pytest.fixture(scope="module")
def tafel() -> Tafel:
    return een_volle_tafel()


def test_het_register_noemt_wat_avg_30_vraagt(tafel: Tafel) -> None:
    stuk = opmaak.verwerkingsregister(tafel.opslag, laad(), OPDRUK)
    koppen = [deel.tekst for deel in stuk.onderdelen if isinstance(deel, Kop)]
    assert koppen == [
        "Doel en recht",
        "Van wie",
        "Welke gegevens",
        "Wie kan iets krijgen",
        "Buiten de Europese Unie",
        "Hoe lang",
        "Hoe het beveiligd is",
    ]
    alles = " ".join(alle_teksten(stuk))
    catalogus = laad()
    for categorie in catalogus.categorieen.values():
        assert (categorie.naam in alles) is ("wgs" in categorie.kaders)
    assert catalogus.soorten["politie"].naam in alles
    assert "60 maanden" in alles
    assert "28 dagen" in alles


def test_in_het_register_staat_niemand_en_geen_casus(tafel: Tafel) -> None:
    alles = " ".join(alle_teksten(opmaak.verwerkingsregister(tafel.opslag, laad(), OPDRUK)))
    assert MARKERING not in alles
    for casus in tafel.opslag.zoek(Casus):
        assert casus.id not in alles
    for soort in (Professional, Betrokkene, Kringpersoon):
        for mens in tafel.opslag.zoek(soort):
            assert mens.naam not in alles


def test_zonder_huis_is_er_geen_register() -> None:
    assert Tafel().probeer("register.maken") is Code.ONBEKEND


def test_de_rechtenlijst_noemt_elk_recht_van_elke_rol_een_keer() -> None:
    stuk = opmaak.rechtenlijst(OPDRUK)
    delen = list(stuk.onderdelen)
    rollen = ["coordinator", "voorzitter", "secretaris", "fg", "beheerder"]
    velden = [deel for deel in delen if isinstance(deel, Velden)]
    assert len(velden) == len(rollen)
    for rol, veld in zip(rollen, velden, strict=True):
        genoemd = [
            f"{onderwerp.lower()}.{werkwoord.replace(' ', '-')}"
            for onderwerp, rij in veld.paren
            for werkwoord in re.split(r", | en ", rij)
        ]
        mag = [naam.replace("toon.", "bekijken.") for naam, wie in MAG.items() if rol in wie]
        assert sorted(genoemd) == sorted(mag)
