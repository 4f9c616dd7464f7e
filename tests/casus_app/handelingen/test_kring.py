"""Iemand komt na de aanmelding bij de kring, met dezelfde eisen als bij de aanmelding."""

import pytest

from casus_app.domein.casus import Kringpersoon
from casus_app.handelingen.aanmelding import KringToevoegen
from casus_app.handelingen.trappen import CasusAanmeldenZonderNaam
from casus_app.rollen import gebruiker_met
from casus_app.weigeringen import Code, Weigering
from tests.bouw import MARKERING, Tafel, een_tafel


def voeg_toe(tafel: Tafel, als: str = "coordinator", **anders: str) -> None:
    velden = {
        "casus": "K-1",
        "id": "vader",
        "naam": MARKERING,
        "relatie": "vader",
        "noodzaak": MARKERING,
    }
    handeling = KringToevoegen(**{**velden, **anders})
    tafel.werkbank.voer_uit(handeling, gebruiker_met(als), tafel.kader)


def test_wie_erbij_komt_is_iemand_over_wie_het_mag_gaan_en_dat_kan_terug() -> None:
    tafel = een_tafel()
    voor = tafel.stand()
    voeg_toe(tafel)
    assert tafel.haal(Kringpersoon, "K-1", "vader").relatie == "vader"
    tafel.doe("toestemming.vastleggen", van="vader")
    for _ in range(2):
        tafel.werkbank.maak_ongedaan(gebruiker_met("coordinator"))
    assert tafel.stand() == voor


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({"casus": "K-9"}, Code.ONBEKEND),
        ({"id": ""}, Code.ONGELDIG),
        ({"id": "betrokkene"}, Code.ONGELDIG),
        ({"id": "kind"}, Code.BESTAAT_AL),
        ({"naam": " "}, Code.ONGELDIG),
        ({"noodzaak": ""}, Code.GEEN_NOODZAAK),
        ({"relatie": ""}, Code.PERSOON_BUITEN_KRING),
        ({"als": "fg"}, Code.ROL_NIET_BEVOEGD),
    ],
)
def test_wat_er_niet_klopt_wordt_geweigerd_en_verandert_niets(
    anders: dict[str, str], code: Code
) -> None:
    tafel = een_tafel()
    voor = tafel.stand()
    with pytest.raises(Weigering) as gevangen:
        voeg_toe(tafel, **anders)
    assert gevangen.value.code == code
    assert tafel.stand() == voor


def test_bij_een_afgesloten_casus_komt_er_niemand_meer_bij() -> None:
    tafel = een_tafel()
    tafel.doe("casus.sluiten", casus="K-1")
    with pytest.raises(Weigering) as gevangen:
        voeg_toe(tafel)
    assert gevangen.value.code == Code.CASUS_AFGESCHERMD


def test_zonder_naam_is_er_nog_geen_kring() -> None:
    tafel = een_tafel()
    gezien = CasusAanmeldenZonderNaam(
        id="K-2", aanmelder="politie", doel="Rust.", aanleiding="Een vraag.", leefgebieden=()
    )
    tafel.werkbank.voer_uit(gezien, gebruiker_met("coordinator"), tafel.kader)
    with pytest.raises(Weigering) as gevangen:
        voeg_toe(tafel, casus="K-2")
    assert gevangen.value.code == Code.ONBEKEND
    assert "heeft nog geen naam" in gevangen.value.melding
