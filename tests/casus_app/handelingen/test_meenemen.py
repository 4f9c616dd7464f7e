"""Wat er van de kamer uit mag: alleen van de inbrenger, alleen voor een eigen afspraak."""

from collections.abc import Callable

import pytest

from casus_app.domein.inbreng import Inbreng, Lot, Meeneming
from casus_app.weigeringen import Code
from tests.bouw import MARKERING, Geval, Tafel, een_casus, een_tafel, elk


def op_tafel(**toelating: str) -> Tafel:
    """i1 van de politie ligt op tafel; het college heeft afspraak a1."""
    tafel = een_tafel(stoelen=("politie", "ggz"))
    tafel.laat_toe("college", **toelating)
    return tafel.open().breng_in().spreek_af()


def adviseur() -> Tafel:
    """Zoals `op_tafel`, maar het college adviseert alleen; de ggz heeft afspraak a2."""
    return op_tafel(rol="adviseur").spreek_af("a2", "ggz")


def afspraak_bij_andere_casus() -> Tafel:
    """Het college heeft alleen een afspraak bij K-2."""
    tafel = een_tafel()
    een_casus(tafel, "K-2")
    tafel.doe("deelname.toelaten", casus="K-2", professional="college")
    tafel.doe("bespreking.openen", casus="K-2", aanwezig=["college"])
    tafel.doe("afspraak.maken", id="a1", casus="K-2")
    tafel.doe("bespreking.doorschuiven", casus="K-2")
    return tafel.open().breng_in()


GEVALLEN = [
    Geval(
        zin="een adviseur neemt niets mee, wie uitvoert wel",
        code=Code.ADVISEUR_NEEMT_NIETS_MEE,
        naam="meenemen.toestaan",
        klaar=adviseur,
        goed={"ontvanger": "ggz", "afspraak": "a2"},
    ),
    *(
        Geval(
            zin=f"een adviseur neemt niets mee, een {rol} wel",
            code=Code.ADVISEUR_NEEMT_NIETS_MEE,
            naam="meenemen.toestaan",
            klaar=adviseur,
            eerst=lambda tafel, rol=rol: (
                tafel.doe("deelname.intrekken", professional="college"),
                tafel.doe("deelname.toelaten", professional="college", rol=rol),
                tafel.doe("bespreking.binnenlaten", professional="college"),
            ),
        )
        for rol in ("uitvoerend", "procesregisseur", "voorzitter", "steunfiguur")
    ),
    *(
        Geval(
            zin=f"{naam} zegt alleen de inbrenger, niet {wie}",
            code=Code.ALLEEN_DE_INBRENGER,
            naam=naam,
            klaar=op_tafel,
            fout={"door": door},
            goed={"door": "politie"},
        )
        for naam in ("meenemen.toestaan", "meenemen.niemand")
        for wie, door in {
            "de voorzitter": "zvh",
            "een ander": "ggz",
            "de ontvanger": "college",
        }.items()
    ),
    Geval(
        zin="ook een collega van dezelfde partij beslist niet voor de inbrenger",
        code=Code.ALLEEN_DE_INBRENGER,
        naam="meenemen.toestaan",
        klaar=lambda: (
            tafel := op_tafel().laat_toe("politie2"),
            tafel.doe("bespreking.binnenlaten", professional="politie2"),
        )[0],
        fout={"door": "politie2"},
        goed={"door": "politie"},
    ),
    Geval(
        zin="zonder eigen afspraak neemt niemand iets mee",
        code=Code.GEEN_AFSPRAAK,
        naam="meenemen.toestaan",
        klaar=op_tafel,
        fout={"ontvanger": "ggz"},
        goed={"afspraak": "a2"},
        eerst=lambda tafel: tafel.spreek_af("a2", "ggz"),
    ),
    Geval(
        zin="ook de voorzitter heeft er een eigen afspraak voor nodig",
        code=Code.GEEN_AFSPRAAK,
        naam="meenemen.toestaan",
        klaar=op_tafel,
        fout={"ontvanger": "zvh"},
        goed={"afspraak": "a2"},
        eerst=lambda tafel: tafel.spreek_af("a2", "zvh"),
    ),
    Geval(
        zin="een afspraak bij een andere casus is er niet voor deze",
        code=Code.GEEN_AFSPRAAK,
        naam="meenemen.toestaan",
        klaar=afspraak_bij_andere_casus,
        goed={"afspraak": "a2"},
        eerst=lambda tafel: tafel.spreek_af("a2"),
    ),
]


@elk(GEVALLEN)
def test_dit_mag_niet(geval: Geval) -> None:
    geval.weigert()


@elk(GEVALLEN)
def test_met_de_kleinste_verandering_mag_het_wel(geval: Geval) -> None:
    geval.lukt()


def test_niemand_trekt_eerdere_toestemming_in() -> None:
    tafel = op_tafel()
    tafel.doe("meenemen.toestaan")
    tafel.doe("meenemen.niemand")
    assert tafel.opslag.zoek(Meeneming) == ()
    assert tafel.haal(Inbreng, "i1").lot is Lot.NIEMAND


def test_schrappen_haalt_ook_weg_wat_mee_mocht() -> None:
    tafel = op_tafel()
    tafel.doe("meenemen.toestaan")
    tafel.doe("inbreng.schrappen")
    assert tafel.opslag.zoek(Meeneming) == ()
    geschrapt = tafel.haal(Inbreng, "i1")
    assert (geschrapt.kern, geschrapt.noodzaak, geschrapt.motivering) == ("", "", "")


def test_een_afspraak_uit_een_eerder_overleg_over_dezelfde_casus_telt() -> None:
    tafel = een_tafel().open().spreek_af().sluit()
    tafel.doe("overleg.plannen", id="o2")
    tafel.doe("overleg.agenderen", overleg="o2")
    tafel.doe("betrokkene.uitnodigen", overleg="o2")
    for wie in ("politie", "college"):
        tafel.doe("deelname.toelaten", overleg="o2", professional=wie)
    tafel.doe("bespreking.openen", overleg="o2", aanwezig=["politie", "college"])
    tafel.doe("inbreng.vastleggen", id="i1", overleg="o2")
    tafel.doe("meenemen.toestaan")


def test_de_voorzitter_kan_zelf_inbrengen_en_beslissen() -> None:
    tafel = een_tafel().open().breng_in("i1", "zvh").spreek_af()
    tafel.doe("meenemen.toestaan", door="zvh")
    tafel.doe("meenemen.niemand", door="zvh")


# Wat langs een omweg toch mee zou gaan.


def _met_toestemming_ingebracht(*stoelen: str) -> Tafel:
    tafel = een_tafel(stoelen=("politie", "college", "ggz", *stoelen))
    tafel.doe("toestemming.vastleggen")
    tafel.open().breng_in("i1", "ggz", route="toestemming", toestemming="t1", motivering="")
    return tafel.spreek_af()


def test_wat_op_ingetrokken_toestemming_rust_gaat_niet_alsnog_mee() -> None:
    """draaiboek.md: na intrekking 'no further use'; aan tafel gedeeld blijft gedeeld."""
    tafel = _met_toestemming_ingebracht()
    tafel.doe("toestemming.intrekken")
    tafel.weigert(Code.TOESTEMMING_INGETROKKEN, "meenemen.toestaan", door="ggz")
    tafel.doe("meenemen.niemand", door="ggz")


def test_wat_op_toestemming_rust_gaat_niet_mee_naar_wie_er_niet_onder_valt() -> None:
    """Vraag 32: de toestemming zegt aan wie; wie later binnenkomt staat er niet bij."""
    tafel = _met_toestemming_ingebracht("om")
    tafel.doe("bespreking.binnenlaten", professional="om")
    tafel.spreek_af("a2", "om")
    tafel.weigert(
        Code.TOESTEMMING_DEKT_NIET, "meenemen.toestaan", door="ggz", ontvanger="om", afspraak="a2"
    )
    tafel.doe("meenemen.toestaan", door="ggz")


def test_een_melding_gaat_niet_mee_naar_een_ander_dan_de_wet_noemt() -> None:
    """NVO: een meldrecht geldt alleen tegenover de genoemde ontvanger, ook bij het meenemen."""
    tafel = een_tafel(stoelen=("politie", "ggz", "veilig-thuis")).open("ggz", "veilig-thuis")
    tafel.breng_in(
        "i1",
        "ggz",
        grondslag="wmo-5-2-6",
        route="wettelijke-bevoegdheid",
        motivering="Wmo 5.2.6",
    )
    tafel.doe("bespreking.binnenlaten", professional="politie")
    tafel.spreek_af("a1", "politie").spreek_af("a2", "veilig-thuis")
    tafel.weigert(
        Code.MELDRECHT_DEKT_TAFEL_NIET, "meenemen.toestaan", door="ggz", ontvanger="politie"
    )
    tafel.doe("meenemen.toestaan", door="ggz", ontvanger="veilig-thuis", afspraak="a2")


@pytest.mark.parametrize("daarna", ["adviseur", None])
def test_wie_zijn_stoel_verliest_of_adviseur_wordt_neemt_niets_meer_mee(
    daarna: str | None,
) -> None:
    """Vraag 33: langs intrekken en opnieuw toelaten houdt een adviseur geen gegeven over."""
    tafel = op_tafel()
    tafel.doe("meenemen.toestaan", voorwaarden=MARKERING)
    tafel.doe("deelname.intrekken", professional="college")
    if daarna:
        tafel.doe("deelname.toelaten", professional="college", rol=daarna)
    assert tafel.opslag.zoek(Meeneming, ontvanger="college") == ()


def test_ook_een_voorzitter_die_daarna_adviseur_wordt_neemt_niets_mee() -> None:
    """Vraag 33: de voorzitter heeft geen stoel nodig, en kan er later een als adviseur krijgen."""
    tafel = op_tafel().spreek_af("a2", "zvh")
    tafel.doe("meenemen.toestaan", ontvanger="zvh", afspraak="a2")
    tafel.doe("deelname.toelaten", professional="zvh", rol="adviseur")
    assert tafel.opslag.zoek(Meeneming, ontvanger="zvh") == ()


def _zonder(wie: str) -> Callable[[], Tafel]:
    return lambda: (tafel := op_tafel(), tafel.doe("bespreking.uitlaten", professional=wie))[0]


@pytest.mark.parametrize("wie", ["politie", "college"])
def test_geven_en_krijgen_vraagt_dat_beiden_er_zijn(wie: str) -> None:
    tafel = _zonder(wie)()
    tafel.weigert(Code.NIET_AANWEZIG, "meenemen.toestaan")
    tafel.doe("bespreking.binnenlaten", professional=wie)
    tafel.doe("meenemen.toestaan")
