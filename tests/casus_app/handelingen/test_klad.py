"""Half getypte tekst: alleen als de casus op tafel ligt, en weg als zij gebruikt of klaar is."""

import pytest

from casus_app.domein.klad import Klad, Kladveld
from tests.bouw import Tafel, een_tafel


@pytest.fixture
def tafel() -> Tafel:
    made = een_tafel()
    made.doe("bespreking.openen")
    return made


def _typ(tafel: Tafel, veld: Kladveld, tekst: str = "Half getypt") -> None:
    tafel.werkbank.bewaar_klad(Klad(overleg="o1", casus="K-1", veld=veld, tekst=tekst))


def _velden(tafel: Tafel) -> set[Kladveld]:
    return {klad.veld for klad in tafel.opslag.zoek(Klad)}


def test_voor_en_na_de_tafel_wordt_er_niets_bewaard() -> None:
    tafel = een_tafel()
    _typ(tafel, Kladveld.INBRENG)
    assert tafel.opslag.zoek(Klad) == ()
    tafel.doe("bespreking.openen")
    _typ(tafel, Kladveld.INBRENG)
    assert _velden(tafel) == {Kladveld.INBRENG}
    tafel.doe("bespreking.doorschuiven")
    _typ(tafel, Kladveld.INBRENG)
    tafel.werkbank.bewaar_klad(Klad(overleg="o9", casus="K-1", veld=Kladveld.BESLUIT, tekst="x"))
    assert tafel.opslag.zoek(Klad) == ()


@pytest.mark.parametrize(
    ("handeling", "veld"),
    [
        ("inbreng.vastleggen", Kladveld.INBRENG),
        ("afspraak.maken", Kladveld.AFSPRAAK),
        ("bespreking.besluiten", Kladveld.BESLUIT),
    ],
)
def test_wat_gebruikt_is_gaat_met_de_handeling_weg_en_de_rest_blijft(
    tafel: Tafel, handeling: str, veld: Kladveld
) -> None:
    for elk in Kladveld:
        _typ(tafel, elk)
    tafel.doe(handeling, **({} if handeling == "bespreking.besluiten" else {"id": "nieuw"}))
    assert _velden(tafel) == set(Kladveld) - {veld}


def test_een_weigering_laat_half_getypte_tekst_staan(tafel: Tafel) -> None:
    _typ(tafel, Kladveld.INBRENG)
    assert tafel.probeer("inbreng.vastleggen", id="i1", noodzaak=" ")
    assert _velden(tafel) == {Kladveld.INBRENG}


@pytest.mark.parametrize("slot", ["bespreking.sluiten", "bespreking.doorschuiven"])
def test_met_het_slot_is_alles_weg(tafel: Tafel, slot: str) -> None:
    tafel.doe("bespreking.besluiten")
    for veld in Kladveld:
        _typ(tafel, veld)
    tafel.doe(slot)
    assert tafel.opslag.zoek(Klad) == ()


def test_ook_vaststellen_en_vernietigen_laten_niets_staan(tafel: Tafel) -> None:
    tafel.doe("bespreking.doorschuiven")
    klad = Klad(overleg="o1", casus="K-1", veld=Kladveld.INBRENG, tekst="Achtergebleven")
    tafel.opslag.bewaar_klad(klad)  # zoals na een fout: buiten de werkbank om
    tafel.doe("overleg.vaststellen")
    assert tafel.opslag.zoek(Klad) == ()
    tafel.opslag.bewaar_klad(klad)
    tafel.doe("casus.vernietigen")
    assert tafel.opslag.zoek(Klad) == ()
