"""Het slot van een bespreking en van een overleg: wat daarna niet meer verandert."""

from collections.abc import Callable
from typing import Any

import pytest

from casus_app.domein.inbreng import Inbreng, Lot
from casus_app.domein.overleg import Bespreking, Overleg
from casus_app.weigeringen import Code
from tests.bouw import MARKERING, Geval, Tafel, een_casus, een_tafel, elk


def onbeslist() -> Tafel:
    """i1 ligt op tafel zonder meeneembesluit; de rest is klaar om te sluiten."""
    tafel = een_tafel().open().breng_in().spreek_af()
    tafel.doe("bespreking.besluiten")
    return tafel


def twee_inbrengen() -> Tafel:
    """i1 is beslist, i2 niet."""
    tafel = onbeslist().breng_in("i2", "college")
    tafel.doe("meenemen.niemand")
    return tafel


def zonder_besluit() -> Tafel:
    """K-1 ligt op tafel, zonder inbreng en zonder besluit."""
    return een_tafel().open()


def niet_afgerond() -> Tafel:
    """K-1 is gesloten, K-2 staat nog open."""
    tafel = een_tafel().open().sluit()
    een_casus(tafel, "K-2")
    return tafel


def gesloten() -> Tafel:
    """K-1 is gesloten, o1 nog niet vastgesteld."""
    return een_tafel().open().sluit()


def vastgesteld() -> Tafel:
    """o1 is vastgesteld; dezelfde casus ligt in o2 op tafel, met i2 en a2; K-9 wacht."""
    tafel = een_tafel().open().breng_in().breng_in("i3", "college").spreek_af()
    tafel.doe("meenemen.toestaan")
    tafel.doe("meenemen.niemand", inbreng="i3", door="college")
    tafel.sluit().stel_vast()
    tafel.doe("overleg.plannen", id="o2")
    tafel.doe("casus.aanmelden", id="K-9")
    tafel.doe("casus.wegen", casus="K-9")
    tafel.doe("overleg.agenderen", overleg="o2")
    tafel.doe("betrokkene.uitnodigen", overleg="o2")
    for wie in ("politie", "college"):
        tafel.doe("deelname.toelaten", overleg="o2", professional=wie)
    return tafel


def open_in_o2(tafel: Tafel) -> object:
    """In o2 ligt K-1 op tafel."""
    tafel.doe("bespreking.openen", overleg="o2", aanwezig=["zvh", "politie", "college"])
    tafel.doe("inbreng.vastleggen", id="i2", overleg="o2")
    tafel.doe("afspraak.maken", id="a2", overleg="o2")
    return None


def klaar_in_o2(tafel: Tafel) -> object:
    """In o2 kan K-1 dicht."""
    open_in_o2(tafel)
    tafel.doe("meenemen.niemand", inbreng="i2")
    return tafel.doe("bespreking.besluiten", overleg="o2")


def dicht_in_o2(tafel: Tafel) -> object:
    """In o2 is K-1 dicht."""
    klaar_in_o2(tafel)
    return tafel.doe("bespreking.sluiten", overleg="o2")


O2 = {"overleg": "o2"}
NA_VASTSTELLEN: dict[
    str, tuple[dict[str, Any], dict[str, Any], Callable[[Tafel], object] | None]
] = {
    "overleg.agenderen": ({"casus": "K-9"}, O2, None),
    "betrokkene.uitnodigen": ({}, O2, None),
    "betrokkene.niet-uitnodigen": ({}, O2, None),
    "deelname.toelaten": ({"professional": "om"}, O2, None),
    "deelname.intrekken": ({}, O2, None),
    "overleg.ordenen": ({}, O2, None),
    "overleg.uitnodigen": ({}, O2, None),
    "bespreking.openen": ({"aanwezig": ["zvh"]}, O2, None),
    "bespreking.binnenlaten": (
        {"professional": "zvh2"},
        O2,
        lambda tafel: (
            open_in_o2(tafel),
            tafel.doe("deelname.toelaten", overleg="o2", professional="zvh2"),
        ),
    ),
    "bespreking.uitlaten": ({}, O2, open_in_o2),
    "inbreng.vastleggen": ({"id": "i9"}, O2, open_in_o2),
    "inbreng.schrappen": ({}, {"inbreng": "i2"}, open_in_o2),
    "afspraak.maken": ({"id": "a9"}, O2, open_in_o2),
    "meenemen.toestaan": ({}, {"inbreng": "i2"}, open_in_o2),
    "meenemen.niemand": ({}, {"inbreng": "i2"}, open_in_o2),
    "bespreking.besluiten": ({}, O2, open_in_o2),
    "bespreking.sluiten": ({}, O2, klaar_in_o2),
    "bespreking.doorschuiven": ({}, O2, None),
    "overleg.vaststellen": ({}, O2, dicht_in_o2),
}
"""Elke handeling die iets van een overleg verandert, en hoe zij in o2 wel kan."""

GEVALLEN = [
    Geval(
        zin="een casus sluit niet voordat de inbrenger zei dat niemand het meeneemt",
        code=Code.INBRENG_ONBESLIST,
        naam="bespreking.sluiten",
        klaar=onbeslist,
        eerst=lambda tafel: tafel.doe("meenemen.niemand"),
    ),
    Geval(
        zin="een casus sluit niet voordat de inbrenger zei wie het meeneemt",
        code=Code.INBRENG_ONBESLIST,
        naam="bespreking.sluiten",
        klaar=onbeslist,
        eerst=lambda tafel: tafel.doe("meenemen.toestaan"),
    ),
    Geval(
        zin="van geschrapte inbreng hoeft niets gezegd",
        code=Code.INBRENG_ONBESLIST,
        naam="bespreking.sluiten",
        klaar=onbeslist,
        eerst=lambda tafel: tafel.doe("inbreng.schrappen"),
    ),
    Geval(
        zin="een enkele onbesliste inbreng is genoeg om open te blijven",
        code=Code.INBRENG_ONBESLIST,
        naam="bespreking.sluiten",
        klaar=twee_inbrengen,
        eerst=lambda tafel: tafel.doe("meenemen.niemand", inbreng="i2", door="college"),
    ),
    Geval(
        zin="zonder besluit gaat een casus niet dicht",
        code=Code.BESLUIT_ONTBREEKT,
        naam="bespreking.sluiten",
        klaar=zonder_besluit,
        eerst=lambda tafel: tafel.doe("bespreking.besluiten"),
    ),
    *(
        Geval(
            zin=f"een overleg wordt niet vastgesteld zolang er een casus wacht ({wat})",
            code=Code.OVERLEG_NIET_AFGEROND,
            naam="overleg.vaststellen",
            klaar=niet_afgerond,
            eerst=eerst,
        )
        for wat, eerst in {
            "doorschuiven mag": lambda tafel: tafel.doe("bespreking.doorschuiven", casus="K-2"),
            "afsluiten mag": lambda tafel: tafel.doe("casus.sluiten", casus="K-2"),
        }.items()
    ),
    Geval(
        zin="een overleg wordt niet vastgesteld zolang er een casus op tafel ligt",
        code=Code.OVERLEG_NIET_AFGEROND,
        naam="overleg.vaststellen",
        klaar=zonder_besluit,
        eerst=lambda tafel: tafel.sluit(),
    ),
    Geval(
        zin="er is geen verslag voordat het overleg is vastgesteld",
        code=Code.NOG_NIET_VASTGESTELD,
        naam="verslag.maken",
        klaar=gesloten,
        eerst=lambda tafel: tafel.stel_vast(),
    ),
    *(
        Geval(
            zin=f"na de vaststelling kan {naam} alleen in een volgend overleg",
            code=Code.OVERLEG_VASTGESTELD,
            naam=naam,
            klaar=vastgesteld,
            fout=fout,
            goed=goed,
            eerst=eerst,
        )
        for naam, (fout, goed, eerst) in NA_VASTSTELLEN.items()
    ),
]


@elk(GEVALLEN)
def test_dit_mag_niet(geval: Geval) -> None:
    geval.weigert()


@elk(GEVALLEN)
def test_met_de_kleinste_verandering_mag_het_wel(geval: Geval) -> None:
    geval.lukt()


def test_een_afspraak_loopt_na_de_vaststelling_door() -> None:
    vastgesteld().doe("afspraak.bijwerken")


def test_vaststellen_wist_wat_niemand_meeneemt_en_telt_het() -> None:
    tafel = een_tafel().open().spreek_af()
    for inbreng in ("i1", "i2", "i3"):
        tafel.breng_in(inbreng, motivering=MARKERING)
    tafel.doe("meenemen.toestaan")
    tafel.doe("meenemen.niemand", inbreng="i2")
    tafel.doe("inbreng.schrappen", inbreng="i3")
    tafel.sluit()
    assert tafel.doe("overleg.vaststellen") == {"vernietigd": 1, "behouden": 1}
    assert tafel.haal(Inbreng, "i1").kern
    for sleutel, lot in {"i2": Lot.VERNIETIGD, "i3": Lot.GESCHRAPT}.items():
        weg = tafel.haal(Inbreng, sleutel)
        assert (weg.lot, weg.kern, weg.noodzaak, weg.motivering) == (
            lot,
            "",
            "",
            "",
        )


def test_ook_van_een_doorgeschoven_casus_blijft_geen_werktekst() -> None:
    tafel = een_tafel().open().breng_in()
    tafel.doe("meenemen.niemand")
    tafel.doe("bespreking.doorschuiven")
    assert tafel.doe("overleg.vaststellen") == {"vernietigd": 1, "behouden": 0}
    assert tafel.haal(Inbreng, "i1").kern == ""


def test_vaststellen_raakt_andere_overleggen_niet() -> None:
    tafel = vastgesteld()
    open_in_o2(tafel)
    assert tafel.haal(Inbreng, "i2").kern
    assert not tafel.haal(Overleg, "o2").vastgesteld


def test_een_leeg_overleg_kan_worden_vastgesteld() -> None:
    tafel = een_tafel()
    tafel.doe("overleg.plannen", id="o2")
    assert tafel.doe("overleg.vaststellen", overleg="o2") == {"vernietigd": 0, "behouden": 0}


@pytest.mark.parametrize("wie", ["zvh", "politie", "college"])
def test_wie_een_stoel_had_krijgt_een_verslag(wie: str) -> None:
    antwoord = vastgesteld().doe("verslag.maken", ontvanger=wie)
    assert antwoord["bestanden"] == [f"verslag-o1-{wie}.pdf"]


def test_het_besluit_blijft_staan_zoals_het_het_laatst_genomen_is() -> None:
    tafel = een_tafel().open()
    tafel.doe("bespreking.besluiten", besluit="Eerst.")
    tafel.doe("bespreking.besluiten", besluit="Daarna.", aanspreekpunt="politie")
    bespreking = tafel.haal(Bespreking, "o1", "K-1")
    assert (bespreking.besluit, bespreking.aanspreekpunt) == ("Daarna.", "politie")
