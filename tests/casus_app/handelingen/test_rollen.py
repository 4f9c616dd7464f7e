"""Wie achter het scherm mag wat: wat niet in de tabel staat, mag niet."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from casus_app.domein.waarde import sleutel_van
from casus_app.rollen import MAG, Gebruikersrol
from casus_app.weigeringen import Code
from tests.bouw import NIEUW, STANDAARD, Geval, Tafel, een_huis, een_tafel, een_volle_tafel, elk

MAG_NIET = [(naam, rol) for naam in STANDAARD for rol in Gebruikersrol if rol not in MAG[naam]]
MAG_WEL = [(naam, rol) for naam in STANDAARD for rol in Gebruikersrol if rol in MAG[naam]]


def geval(naam: str, als: str, goed_als: str, **velden: Any) -> Geval:
    """De ene rol mag dit niet, de andere wel."""
    return Geval(
        zin=f"{naam} mag {als} niet, {goed_als} wel",
        code=Code.ROL_NIET_BEVOEGD,
        naam=naam,
        klaar=een_volle_tafel,
        fout={**NIEUW.get(naam, {}), **velden},
        als=als,
        goed_als=goed_als,
    )


GEVALLEN = [
    geval("partij.registreren", "voorzitter", "secretaris"),
    geval("casus.aanmelden", "voorzitter", "coordinator"),
    geval("casus.aanmelden", "fg", "secretaris"),
    geval("inbreng.vastleggen", "fg", "voorzitter"),
    geval("inbreng.vastleggen", "beheerder", "secretaris"),
    geval("meenemen.niemand", "fg", "secretaris"),
    geval("afspraak.maken", "beheerder", "voorzitter"),
    geval("casus.verlengen", "voorzitter", "coordinator"),
    geval("verzoek.registreren", "voorzitter", "fg"),
    geval("inzage.maken", "beheerder", "fg"),
    geval("klok.zetten", "secretaris", "fg", datum=date(2027, 1, 4)),
    geval("logboek.controleren", "voorzitter", "beheerder"),
    geval("toon.casus", "beheerder", "fg"),
    geval("termijnen.nalopen", "beheerder", "voorzitter"),
]


@elk(GEVALLEN)
def test_dit_mag_niet(geval: Geval) -> None:
    geval.weigert()


@elk(GEVALLEN)
def test_met_de_kleinste_verandering_mag_het_wel(geval: Geval) -> None:
    geval.lukt()


@pytest.mark.parametrize(("naam", "rol"), MAG_NIET)
def test_wat_een_rol_niet_mag_wordt_geweigerd(naam: str, rol: Gebruikersrol) -> None:
    velden = NIEUW.get(naam, {})
    tafel = Tafel() if naam == "instelling.inrichten" else een_volle_tafel()
    tafel.weigert(Code.ROL_NIET_BEVOEGD, naam, als=rol, **velden)


def een_gesloten_casus() -> Tafel:
    tafel = een_tafel()
    tafel.doe("casus.sluiten")
    return tafel


@pytest.mark.parametrize("stand", [Tafel, een_huis, een_tafel, een_gesloten_casus])
def test_in_geen_enkele_stand_lukt_wat_een_rol_niet_mag(stand: Callable[[], Tafel]) -> None:
    """Soms is een andere regel de eerste die het zegt; lukken doet het nooit."""
    tafel = stand()
    voor = tafel.stand()
    for naam, rol in MAG_NIET:
        assert tafel.probeer(naam, als=rol, **NIEUW.get(naam, {})) is not None, (naam, rol)
    assert tafel.stand() == voor


@pytest.mark.parametrize(("naam", "rol"), MAG_WEL)
def test_wat_een_rol_wel_mag_stuit_nooit_op_de_rol(naam: str, rol: Gebruikersrol) -> None:
    tafel = Tafel() if naam == "instelling.inrichten" else een_volle_tafel()
    assert tafel.probeer(naam, als=rol, **NIEUW.get(naam, {})) is not Code.ROL_NIET_BEVOEGD


@pytest.mark.parametrize("wie", ["niemand", "", "COORDINATOR2", "coördinatrice", "none"])
def test_wie_we_niet_kennen_mag_niets(wie: str) -> None:
    een_huis().weigert(Code.ONBEKEND, "termijnen.nalopen", als=wie)


def test_de_coordinator_mag_ook_met_trema_en_hoofdletter() -> None:
    een_huis().doe("termijnen.nalopen", als="Coördinator")


_INHOUD = ("Heel herkenbare tekst",)


@pytest.mark.parametrize(
    ("naam", "velden"),
    [("toon.casus", {}), ("toon.overleg", {}), ("toon.bespreking", {})],
)
def test_de_fg_ziet_wat_er_gebeurde_maar_geen_tekst(naam: str, velden: dict[str, str]) -> None:
    tafel = een_volle_tafel()
    gezien = repr(tafel.doe(naam, als="fg", **velden))
    for tekst in _INHOUD:
        assert tekst not in gezien
    assert "'i1'" in gezien
    assert "politiegegevens" in gezien


def test_van_een_afgeschermde_casus_ziet_niemand_nog_tekst() -> None:
    tafel = een_tafel()
    tafel.doe("casus.sluiten")
    for rol in ("coordinator", "voorzitter", "secretaris", "fg"):
        gezien = repr(tafel.doe("toon.casus", als=rol))
        for tekst in _INHOUD:
            assert tekst not in gezien


def test_de_coordinator_ziet_alles_met_de_aanduiding_erbij() -> None:
    tafel = een_volle_tafel()
    tafel.doe("meenemen.toestaan")
    stand = tafel.doe("toon.casus")
    for lijst, sleutel in {"inbreng": "i1", "afspraken": "a1", "verzoeken": "v1"}.items():
        assert [waarde["id"] for waarde in stand[lijst]] == [sleutel]
    assert [waarde["inbreng"] for waarde in stand["releases"]] == ["i1"]
    assert {waarde["professional"] for waarde in stand["deelnemers"]} == {
        "politie",
        "college",
        "ggz",
    }


def test_kijken_verandert_niets_en_staat_in_het_logboek() -> None:
    tafel = een_volle_tafel()
    voor, regels = tafel.stand(), len(tafel.opslag.regels)
    for naam in ("toon.casus", "toon.overleg", "toon.bespreking", "termijnen.nalopen"):
        tafel.doe(naam)
    assert tafel.stand() == voor
    assert len(tafel.opslag.regels) == regels + 4
    assert all(
        sleutel_van(waarde)  # type: ignore[type-var]
        for plank in tafel.opslag.waarden.values()
        for waarde in plank.values()
    )
