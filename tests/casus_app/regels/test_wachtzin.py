"""Of een wachtzin sterk genoeg is: nooit op samenstelling, altijd met wat te doen."""

import secrets

import pytest

from casus_app.opmaak.wachtzin import lijst, wachtzin
from casus_app.regels.wachtzin import CONTEXT, WOORDEN_MINSTENS, oordeel


@pytest.mark.parametrize(
    "zin",
    [
        "paarden lezen zelden kranten op zolder",
        "zes is te weinig maar dit is een hele zin",
        "xkqzvwmbjtrpfhg",
        "ééń çaféhouder köôkt ähorn-sîroop",
        "مرحبا بالعالم من فضلك افتح الباب",
        "een heel lange zin van meer dan vierenzestig tekens, over " + "paarden en regen " * 20,
    ],
)
def test_een_lange_zin_die_niemand_raadt_is_goed(zin: str) -> None:
    assert oordeel(zin).goed, oordeel(zin).zin


def test_vijf_woorden_van_de_lijst_zijn_altijd_goed() -> None:
    assert not set(lijst()) & set(CONTEXT), "een woord dat voor de hand ligt telt niet mee"
    zinnen = [wachtzin() for _ in range(40)]
    assert all(len(set(zin.split())) == WOORDEN_MINSTENS for zin in zinnen)
    assert all(oordeel(zin).goed for zin in zinnen)


@pytest.mark.parametrize(
    "zin",
    [
        "", " ", "kort", "drie woorden genoeg", "aaaaaaaaaaaaaaaaaaaaaaaa", "qwertyuiopasdfgh",
        "wachtwoord123456", "Casusoverleg2026!", "Veiligheidshuis-2026", "welkom welkom welkom",
        "casus overleg zorg kluis geheim", "amsterdam2024amsterdam", "januari2027januari",
    ],
)  # fmt: skip
def test_wat_te_raden_is_kan_niet_en_de_zin_zegt_wat_wel(zin: str) -> None:
    gevonden = oordeel(zin)
    assert not gevonden.goed
    assert gevonden.zin.endswith("Kies vijf gewone woorden die niets met elkaar te maken hebben.")


def test_de_eigen_naam_telt_niet_mee() -> None:
    zin = "Wilhelmientje Pottenbakker"
    assert oordeel(zin).goed
    assert not oordeel(zin, "Wilhelmientje Pottenbakker").goed


def test_vier_woorden_van_de_lijst_zijn_er_een_te_weinig() -> None:
    """Wie onze lijst kent raadt ze: daarom telt zij mee als bekend."""
    zwak = [" ".join(secrets.choice(lijst()) for _ in range(4)) for _ in range(10)]
    assert not any(oordeel(zin).goed for zin in zwak)
    assert all(woord.isascii() for woord in CONTEXT)
