"""De wenk over een partij: alleen aantallen, nooit een mens, en niets bij te weinig keren."""

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking
from casus_app.regels.verleden import MINSTENS, Wenk, wenk
from tests.bouw import Tafel, een_casus, een_tafel

NU = "straks"


def keer(
    tafel: Tafel,
    overleg: str,
    *,
    wie: str = "politie",
    zegt: bool = False,
    doet: bool = False,
    casus: str = "K-1",
) -> None:
    """Een hele, vastgestelde bespreking waarin deze professional een stoel had."""
    waar = {"overleg": overleg, "casus": casus}
    tafel.doe("overleg.plannen", id=overleg)
    tafel.doe("overleg.agenderen", **waar)
    tafel.doe("betrokkene.uitnodigen", **waar)
    tafel.doe("deelname.toelaten", professional=wie, **waar)
    tafel.doe("bespreking.openen", aanwezig=["zvh", wie], **waar)
    if zegt:
        tafel.doe("inbreng.vastleggen", id=f"i-{overleg}", inbrenger=wie, **waar)
        tafel.doe("meenemen.niemand", inbreng=f"i-{overleg}", door=wie)
    if doet:
        tafel.doe("afspraak.maken", id=f"a-{overleg}", uitvoerder=wie, **waar)
    tafel.doe("bespreking.besluiten", **waar)
    tafel.doe("bespreking.sluiten", **waar)
    tafel.doe("overleg.vaststellen", overleg=overleg)


def straks(tafel: Tafel, casus: str = "K-1") -> Bespreking:
    """De bespreking die nu voorbereid wordt."""
    tafel.doe("overleg.plannen", id=NU)
    tafel.doe("overleg.agenderen", overleg=NU, casus=casus)
    return tafel.haal(Bespreking, NU, casus)


def zin(tafel: Tafel, *, partij: str = "p-politie", casus: str = "K-1") -> str | None:
    gevonden = wenk(tafel.opslag, straks(tafel, casus), partij)
    return gevonden.zin if gevonden else None


@pytest.mark.parametrize(
    ("keren", "verwacht"),
    [
        ("", None),
        ("--", None),
        ("---", "Drie keer uitgenodigd, niets ingebracht, geen afspraak."),
        ("--d", "Drie keer uitgenodigd, niets ingebracht, wel één afspraak."),
        ("-dd", "Drie keer uitgenodigd, niets ingebracht, wel twee afspraken."),
        ("-zz", "Bracht twee van de drie keer iets in."),
        ("zzz", "Bracht alle drie keer iets in."),
        ("----z", "Bracht één van de vijf keer iets in."),
    ],
)
def test_de_zin_volgt_uit_wat_er_gebeurde(keren: str, verwacht: str | None) -> None:
    tafel = een_tafel()
    for nummer, wat in enumerate(keren):
        keer(tafel, f"v{nummer}", zegt=wat == "z", doet=wat == "d")
    assert zin(tafel) == verwacht


def test_collegas_tellen_samen_en_een_andere_partij_niet() -> None:
    tafel = een_tafel()
    for nummer, wie in enumerate(["politie", "politie2", "politie"]):
        keer(tafel, f"v{nummer}", wie=wie, zegt=wie == "politie2")
    nu = straks(tafel)
    assert wenk(tafel.opslag, nu, "p-college") is None
    gevonden = wenk(tafel.opslag, nu, "p-politie")
    assert gevonden is not None
    assert gevonden.zin == "Bracht één van de drie keer iets in."
    assert gevonden.deze_casus


def test_wat_nog_niet_is_vastgesteld_telt_niet() -> None:
    tafel = een_tafel()
    keer(tafel, "v0")
    keer(tafel, "v1")
    tafel.open().sluit()
    assert zin(tafel) is None
    tafel.stel_vast()
    gevonden = wenk(tafel.opslag, tafel.haal(Bespreking, NU, "K-1"), "p-politie")
    assert gevonden is not None
    assert gevonden.keren == MINSTENS


def test_een_ingetrokken_stoel_en_een_geschrapte_inbreng_tellen_niet() -> None:
    tafel = een_tafel()
    for nummer in range(3):
        keer(tafel, f"v{nummer}")
    tafel.open().breng_in().doe("inbreng.schrappen")
    tafel.doe("deelname.intrekken", professional="ggz")
    tafel.sluit().stel_vast()
    nu = straks(tafel)
    gevonden = wenk(tafel.opslag, nu, "p-politie")
    assert gevonden == Wenk(keren=4, ingebracht=0, afspraken=0, deze_casus=True)
    assert wenk(tafel.opslag, nu, "p-ggz") is None


def test_anders_van_dezelfde_soort_maar_nooit_van_een_afgesloten_casus() -> None:
    tafel = een_tafel()
    een_casus(tafel, "K-2")
    for nummer in range(3):
        keer(tafel, f"v{nummer}")
    nu = straks(tafel, "K-2")
    gevonden = wenk(tafel.opslag, nu, "p-politie")
    assert gevonden == Wenk(keren=3, ingebracht=0, afspraken=0, deze_casus=False)
    tafel.doe("casus.sluiten", casus="K-1")
    assert wenk(tafel.opslag, nu, "p-politie") is None


def test_voor_een_weging_tellen_alleen_wegingen() -> None:
    tafel = een_tafel()
    for nummer in range(3):
        keer(tafel, f"v{nummer}")
    tafel.doe("overleg.plannen", id=NU)
    tafel.doe("overleg.agenderen", overleg=NU, soort="weging")
    assert wenk(tafel.opslag, tafel.haal(Bespreking, NU, "K-1"), "p-politie") is None


@settings(max_examples=200)
@given(
    keren=st.integers(0, 40),
    ingebracht=st.integers(0, 40),
    afspraken=st.integers(0, 40),
    deze=st.booleans(),
)
def test_een_zin_kan_geen_mens_noemen(
    keren: int,
    ingebracht: int,
    afspraken: int,
    deze: bool,
) -> None:
    """De wenk bestaat uit getallen; de enige woorden zijn de onze."""
    assert {veld.type for veld in fields(Wenk)} <= {int, bool, "int", "bool"}
    een = Wenk(
        keren=keren + MINSTENS,
        ingebracht=min(ingebracht, keren + MINSTENS),
        afspraken=afspraken,
        deze_casus=deze,
    )
    ons = (
        "keer keren uitgenodigd niets ingebracht geen wel afspraak afspraken bracht alle van de "
        "iets in nul één twee drie vier vijf zes zeven acht negen tien"
    ).split()
    woorden = een.zin.lower().removesuffix(".").replace(",", "").split()
    assert all(woord in ons or woord.isdigit() for woord in woorden)


def test_in_de_wenk_staat_geen_naam_of_aanduiding() -> None:
    tafel = een_tafel()
    for nummer in range(3):
        keer(tafel, f"v{nummer}", zegt=True, doet=True)
    gevonden = wenk(tafel.opslag, straks(tafel), "p-politie")
    for mens in tafel.opslag.zoek(Professional):
        assert mens.naam not in repr(gevonden)
        assert mens.id not in f"{gevonden!r} {gevonden.zin if gevonden else ''}".split()
