"""De deur van de kamer: wanneer een bespreking opengaat, en wie er binnen is."""

from collections.abc import Callable

import pytest

from casus_app.domein.overleg import Aanwezigheid, Stand
from casus_app.weigeringen import Code
from tests.bouw import Geval, Tafel, een_casus, een_huis, een_tafel, elk


def zonder_informering() -> Tafel:
    """K-1 staat op de agenda, maar de betrokkene weet nog van niets."""
    tafel = een_huis()
    tafel.doe("casus.aanmelden", id="K-1")
    tafel.doe("casus.wegen")
    tafel.doe("overleg.agenderen")
    tafel.doe("betrokkene.uitnodigen")
    return tafel.laat_toe("politie", "college", "ggz")


def zonder_uitnodiging() -> Tafel:
    """K-1 staat op de agenda; of de betrokkene komt is nog niet besloten."""
    tafel = een_huis()
    tafel.doe("casus.aanmelden", id="K-1")
    tafel.doe("casus.wegen")
    tafel.doe("betrokkene.informeren")
    tafel.doe("overleg.agenderen")
    return tafel.laat_toe("politie", "college", "ggz")


def twee_casussen(overleg: str = "o1") -> Tafel:
    """K-1 ligt op tafel; K-2 staat klaar."""
    tafel = een_tafel()
    if overleg != "o1":
        tafel.doe("overleg.plannen", id=overleg)
    een_casus(tafel, "K-2", overleg)
    return tafel.open()


def met_om_bij_k2() -> Tafel:
    """Het OM heeft een stoel bij K-2, niet bij K-1."""
    tafel = een_tafel()
    een_casus(tafel, "K-2")
    tafel.doe("deelname.toelaten", casus="K-2", professional="om")
    return tafel


def met_om_bij_o2() -> Tafel:
    """Het OM heeft een stoel bij K-1 in een ander overleg."""
    tafel = een_tafel()
    tafel.doe("overleg.plannen", id="o2")
    tafel.doe("overleg.agenderen", overleg="o2")
    tafel.doe("deelname.toelaten", overleg="o2", professional="om")
    return tafel


def ingetrokken() -> Tafel:
    """De stoel van de politie is ingetrokken."""
    tafel = een_tafel()
    tafel.doe("deelname.intrekken")
    return tafel


def open_() -> Tafel:
    """K-1 ligt op tafel met de gewone vier."""
    return een_tafel().open()


def college_is_weg() -> Tafel:
    """Het college heeft een stoel en een afspraak, en is de kamer uit; i1 ligt op tafel."""
    tafel = een_tafel().open().breng_in().breng_in("i2", "college").spreek_af()
    tafel.doe("bespreking.uitlaten", professional="college")
    return tafel


def college_terug(tafel: Tafel) -> object:
    """Het college komt weer binnen."""
    return tafel.doe("bespreking.binnenlaten", professional="college")


def gesloten() -> Tafel:
    """K-1 is besproken en gesloten, met een inbreng, een afspraak en een besluit."""
    tafel = een_tafel().open().breng_in().spreek_af()
    tafel.doe("meenemen.niemand")
    return tafel.sluit()


def doorgeschoven() -> Tafel:
    """K-1 is doorgeschoven."""
    tafel = een_tafel().open().breng_in().spreek_af()
    tafel.doe("meenemen.niemand")
    tafel.doe("bespreking.doorschuiven")
    return tafel


def volgend_overleg(tafel: Tafel) -> object:
    """K-1 ligt in o2 op tafel, met i1 en a1 van vorige keer nog in o1."""
    tafel.doe("overleg.plannen", id="o2")
    tafel.doe("overleg.agenderen", overleg="o2")
    tafel.doe("betrokkene.uitnodigen", overleg="o2")
    for wie in ("politie", "college"):
        tafel.doe("deelname.toelaten", overleg="o2", professional=wie)
    return None


def volgend_overleg_open(tafel: Tafel) -> object:
    """Zoals `volgend_overleg`, en open."""
    volgend_overleg(tafel)
    tafel.doe("bespreking.openen", overleg="o2", aanwezig=["zvh", "college", "politie"])
    tafel.doe("inbreng.vastleggen", id="i2", overleg="o2")
    tafel.doe("afspraak.maken", id="a2", overleg="o2", uitvoerder="college")
    return None


def besloten_in_o2(tafel: Tafel) -> object:
    """In o2 is alles klaar om te sluiten."""
    volgend_overleg_open(tafel)
    tafel.doe("meenemen.niemand", inbreng="i2")
    return tafel.doe("bespreking.besluiten", overleg="o2")


_IN_O2: dict[str, tuple[dict[str, object], dict[str, object], Callable[[Tafel], object]]] = {
    "betrokkene.uitnodigen": ({}, {"overleg": "o2"}, volgend_overleg),
    "betrokkene.niet-uitnodigen": ({}, {"overleg": "o2"}, volgend_overleg),
    "deelname.toelaten": ({"professional": "om"}, {"overleg": "o2"}, volgend_overleg),
    "deelname.intrekken": ({}, {"overleg": "o2"}, volgend_overleg),
    "bespreking.openen": ({"aanwezig": ["zvh"]}, {"overleg": "o2"}, volgend_overleg),
    "bespreking.binnenlaten": (
        {"professional": "zvh2"},
        {"overleg": "o2"},
        lambda tafel: (
            volgend_overleg_open(tafel),
            tafel.doe("deelname.toelaten", overleg="o2", professional="zvh2"),
        ),
    ),
    "bespreking.uitlaten": ({}, {"overleg": "o2"}, volgend_overleg_open),
    "inbreng.vastleggen": ({"id": "i9"}, {"overleg": "o2"}, volgend_overleg_open),
    "inbreng.schrappen": ({}, {"inbreng": "i2"}, volgend_overleg_open),
    "afspraak.maken": ({"id": "a9"}, {"overleg": "o2"}, volgend_overleg_open),
    "meenemen.toestaan": ({}, {"inbreng": "i2"}, volgend_overleg_open),
    "meenemen.niemand": ({}, {"inbreng": "i2"}, volgend_overleg_open),
    "bespreking.besluiten": ({}, {"overleg": "o2"}, volgend_overleg_open),
    "bespreking.sluiten": ({}, {"overleg": "o2"}, besloten_in_o2),
    "bespreking.doorschuiven": ({}, {"overleg": "o2"}, volgend_overleg),
}
"""Per handeling op een bespreking: de velden, en wat er anders moet om haar in o2 te doen."""

GEVALLEN = [
    Geval(
        zin="zonder dat de betrokkene het weet gaat er niets open",
        code=Code.BETROKKENE_NIET_GEINFORMEERD,
        naam="bespreking.openen",
        klaar=zonder_informering,
        eerst=lambda tafel: tafel.doe("betrokkene.informeren"),
    ),
    Geval(
        zin="zonder dat de betrokkene het weet gaat er niets open, tenzij met reden uitgesteld",
        code=Code.BETROKKENE_NIET_GEINFORMEERD,
        naam="bespreking.openen",
        klaar=zonder_informering,
        eerst=lambda tafel: tafel.doe("betrokkene.uitstellen", grond="avg-14-5-b"),
    ),
    *(
        Geval(
            zin=f"zonder besluit over de uitnodiging gaat er niets open ({besluit})",
            code=Code.UITNODIGING_ONTBREEKT,
            naam="bespreking.openen",
            klaar=zonder_uitnodiging,
            eerst=lambda tafel, besluit=besluit: tafel.doe(besluit),
        )
        for besluit in ("betrokkene.uitnodigen", "betrokkene.niet-uitnodigen")
    ),
    Geval(
        zin="een bespreking gaat niet open met iemand zonder stoel",
        code=Code.NIET_TOEGELATEN,
        naam="bespreking.openen",
        fout={"aanwezig": ["zvh", "politie", "om"]},
        goed={"aanwezig": ["zvh", "politie"]},
    ),
    Geval(
        zin="een bespreking gaat wel open als die eerst een stoel krijgt",
        code=Code.NIET_TOEGELATEN,
        naam="bespreking.openen",
        fout={"aanwezig": ["zvh", "politie", "om"]},
        eerst=lambda tafel: tafel.doe("deelname.toelaten", professional="om"),
    ),
    Geval(
        zin="een stoel bij een andere casus is geen stoel bij deze",
        code=Code.NIET_TOEGELATEN,
        naam="bespreking.openen",
        klaar=met_om_bij_k2,
        fout={"aanwezig": ["om"]},
        goed={"casus": "K-2"},
    ),
    Geval(
        zin="een stoel in een ander overleg is geen stoel in dit",
        code=Code.NIET_TOEGELATEN,
        naam="bespreking.openen",
        klaar=met_om_bij_o2,
        fout={"aanwezig": ["om"]},
        eerst=lambda tafel: tafel.doe("deelname.toelaten", professional="om"),
    ),
    Geval(
        zin="een ingetrokken stoel is geen stoel",
        code=Code.NIET_TOEGELATEN,
        naam="bespreking.openen",
        klaar=ingetrokken,
        fout={"aanwezig": ["politie"]},
        eerst=lambda tafel: tafel.doe("deelname.toelaten", professional="politie"),
    ),
    Geval(
        zin="de collega van wie een stoel heeft komt niet binnen",
        code=Code.NIET_TOEGELATEN,
        naam="bespreking.binnenlaten",
        klaar=lambda: een_tafel().open("zvh"),
        fout={"professional": "politie2"},
        goed={"professional": "politie"},
    ),
    Geval(
        zin="wie geen stoel heeft brengt niets in",
        code=Code.NIET_TOEGELATEN,
        naam="inbreng.vastleggen",
        klaar=open_,
        fout={"id": "i1", "inbrenger": "om"},
        eerst=lambda tafel: (
            tafel.doe("deelname.toelaten", professional="om"),
            tafel.doe("bespreking.binnenlaten", professional="om"),
        ),
    ),
    Geval(
        zin="wie zijn stoel verliest brengt niets meer in",
        code=Code.NIET_TOEGELATEN,
        naam="inbreng.vastleggen",
        klaar=lambda: (tafel := open_(), tafel.doe("deelname.intrekken"))[0],
        fout={"id": "i1"},
        eerst=lambda tafel: (
            tafel.doe("deelname.toelaten", professional="politie"),
            tafel.doe("bespreking.binnenlaten"),
        ),
    ),
    Geval(
        zin="wie geen stoel heeft gaat de kamer ook niet uit",
        code=Code.NIET_TOEGELATEN,
        naam="bespreking.uitlaten",
        klaar=open_,
        fout={"professional": "om"},
        goed={"professional": "politie"},
    ),
    Geval(
        zin="waar geen stoel is valt niets in te trekken",
        code=Code.NIET_TOEGELATEN,
        naam="deelname.intrekken",
        fout={"professional": "om"},
        goed={"professional": "politie"},
    ),
    Geval(
        zin="wie een stoel heeft maar er niet is brengt niets in",
        code=Code.NIET_AANWEZIG,
        naam="inbreng.vastleggen",
        klaar=lambda: een_tafel().open("zvh"),
        fout={"id": "i1"},
        eerst=lambda tafel: tafel.doe("bespreking.binnenlaten"),
    ),
    Geval(
        zin="wie naar buiten ging brengt niets meer in",
        code=Code.NIET_AANWEZIG,
        naam="inbreng.vastleggen",
        klaar=college_is_weg,
        fout={"id": "i9", "inbrenger": "college"},
        eerst=college_terug,
    ),
    Geval(
        zin="ook de voorzitter brengt niets in als hij er niet is",
        code=Code.NIET_AANWEZIG,
        naam="inbreng.vastleggen",
        klaar=lambda: een_tafel().open("politie"),
        fout={"id": "i9", "inbrenger": "zvh"},
        eerst=lambda tafel: tafel.doe("bespreking.binnenlaten", professional="zvh"),
    ),
    Geval(
        zin="aan wie er niet is wordt niets meegegeven",
        code=Code.NIET_AANWEZIG,
        naam="meenemen.toestaan",
        klaar=college_is_weg,
        eerst=college_terug,
    ),
    Geval(
        zin="wie er niet is geeft niets mee",
        code=Code.NIET_AANWEZIG,
        naam="meenemen.toestaan",
        klaar=lambda: (tafel := college_is_weg(), tafel.spreek_af("a2", "politie"))[0],
        fout={"inbreng": "i2", "door": "college", "ontvanger": "politie", "afspraak": "a2"},
        eerst=college_terug,
    ),
    Geval(
        zin="wie er niet is zegt ook niet dat niemand het meeneemt",
        code=Code.NIET_AANWEZIG,
        naam="meenemen.niemand",
        klaar=college_is_weg,
        fout={"inbreng": "i2", "door": "college"},
        eerst=college_terug,
    ),
    Geval(
        zin="wie er niet is kan de kamer niet uit",
        code=Code.NIET_AANWEZIG,
        naam="bespreking.uitlaten",
        klaar=college_is_weg,
        fout={"professional": "college"},
        eerst=college_terug,
    ),
    Geval(
        zin="een tweede casus gaat niet open zolang er een ligt",
        code=Code.ANDERE_BESPREKING_OPEN,
        naam="bespreking.openen",
        klaar=twee_casussen,
        fout={"casus": "K-2", "aanwezig": ["zvh"]},
        eerst=lambda tafel: tafel.doe("bespreking.doorschuiven"),
    ),
    Geval(
        zin="ook niet in een ander overleg",
        code=Code.ANDERE_BESPREKING_OPEN,
        naam="bespreking.openen",
        klaar=lambda: twee_casussen("o2"),
        fout={"casus": "K-2", "overleg": "o2", "aanwezig": ["zvh"]},
        eerst=lambda tafel: tafel.sluit(),
    ),
    *(
        Geval(
            zin=f"{naam} kan pas als de casus op tafel ligt",
            code=Code.BESPREKING_NIET_OPEN,
            naam=naam,
            fout=velden,
            eerst=lambda tafel, wie=wie: tafel.open(*wie),
        )
        for naam, velden, wie in (
            ("bespreking.binnenlaten", {}, ("zvh",)),
            ("bespreking.uitlaten", {}, ()),
            ("inbreng.vastleggen", {"id": "i1"}, ()),
            ("afspraak.maken", {"id": "a1"}, ()),
            ("bespreking.besluiten", {}, ()),
        )
    ),
    Geval(
        zin="bespreking.sluiten kan pas als de casus op tafel ligt",
        code=Code.BESPREKING_NIET_OPEN,
        naam="bespreking.sluiten",
        eerst=lambda tafel: (tafel.open(), tafel.doe("bespreking.besluiten")),
    ),
    *(
        Geval(
            zin=f"{naam} kan niet meer als de bespreking {hoe.__name__} is",
            code=Code.BESPREKING_GESLOTEN,
            naam=naam,
            klaar=hoe,
            fout=velden,
            goed=in_o2,
            eerst=eerst,
        )
        for naam, (velden, in_o2, eerst) in _IN_O2.items()
        for hoe in (gesloten, doorgeschoven)
    ),
]


@elk(GEVALLEN)
def test_dit_mag_niet(geval: Geval) -> None:
    geval.weigert()


@elk(GEVALLEN)
def test_met_de_kleinste_verandering_mag_het_wel(geval: Geval) -> None:
    geval.lukt()


def test_de_voorzitter_heeft_geen_stoel_nodig() -> None:
    tafel = een_tafel()
    een_casus(tafel, "K-2")
    tafel.open("zvh")
    tafel.doe("bespreking.doorschuiven")
    tafel.doe("bespreking.openen", casus="K-2", aanwezig=["zvh"])


def test_een_voorzitter_die_zijn_stoel_verliest_blijft_in_de_kamer() -> None:
    tafel = een_tafel().laat_toe("zvh").open()
    tafel.doe("deelname.intrekken", professional="zvh")
    assert _binnen(tafel) == {"zvh", "politie", "college", "ggz"}


def test_wie_zijn_stoel_verliest_gaat_de_kamer_uit() -> None:
    tafel = een_tafel().open()
    tafel.doe("deelname.intrekken", professional="politie")
    assert _binnen(tafel) == {"zvh", "college", "ggz"}


@pytest.mark.parametrize("hoe", ["bespreking.sluiten", "bespreking.doorschuiven"])
def test_na_afloop_is_er_niemand_meer_binnen(hoe: str) -> None:
    tafel = een_tafel().open()
    tafel.doe("bespreking.besluiten")
    tafel.doe(hoe)
    assert _binnen(tafel) == set()


def test_elk_bezoek_aan_de_kamer_blijft_staan() -> None:
    tafel = een_tafel().open()
    tafel.doe("bespreking.uitlaten")
    tafel.doe("bespreking.binnenlaten")
    bezoeken = tafel.opslag.zoek(Aanwezigheid, professional="politie")
    assert [(bezoek.nummer, bezoek.tot is None) for bezoek in bezoeken] == [(1, False), (2, True)]


def test_er_ligt_nooit_meer_dan_een_casus_op_tafel() -> None:
    tafel = twee_casussen()
    tafel.weigert(Code.ANDERE_BESPREKING_OPEN, "bespreking.openen", casus="K-2", aanwezig=["zvh"])
    stand = tafel.doe("toon.overleg")
    assert [punt["stand"] for punt in stand["casussen"]] == [Stand.OPEN, Stand.GEPLAND]


def _binnen(tafel: Tafel) -> set[str]:
    return {plek.professional for plek in tafel.opslag.zoek(Aanwezigheid, tot=None)}
