"""De regels noemen alles wat ertegen is, in de volgorde van draaiboek.md, en niets als het mag."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus_app.catalogus import laad
from casus_app.domein.casus import Kringpersoon, Toestemming
from casus_app.domein.inbreng import Niveau
from casus_app.domein.overleg import SoortBespreking
from casus_app.regels import deelname, inbreng
from casus_app.weigeringen import Code

CATALOGUS = laad()
VOLGORDE = list(Code)
DAG = date(2026, 11, 24)
SOORTEN = sorted(soort for soort in CATALOGUS.soorten if soort != "overig")
VAST = settings(max_examples=300, derandomize=True, database=None, deadline=None)

KIND = Kringpersoon(casus="K", id="kind", naam="k", relatie="kind", noodzaak="x")

toestemmingen = st.none() | st.builds(
    Toestemming,
    id=st.just("t"),
    casus=st.sampled_from(["K", "ander"]),
    van=st.sampled_from(["betrokkene", "kind"]),
    aan=st.sampled_from(["wie", "ander"]),
    gegevens=st.just("x"),
    ontvangers=st.lists(st.sampled_from(["p1", "p2"]), unique=True).map(tuple),
    doel=st.just("x"),
    wijze=st.just("x"),
    datum=st.just(DAG),
    ingetrokken_op=st.sampled_from([None, DAG]),
)

voorstellen = st.builds(
    inbreng.Voorstel,
    casus=st.just("K"),
    kader=st.sampled_from(sorted(CATALOGUS.kaders)),
    bespreking=st.sampled_from(SoortBespreking),
    inbrenger=st.just("wie"),
    soort=st.sampled_from(SOORTEN).map(CATALOGUS.soorten.__getitem__),
    pet=st.sampled_from([None, *sorted(CATALOGUS.petten)]),
    over=st.sampled_from(["betrokkene", "kind", "buurman"]),
    categorie=st.sampled_from([*sorted(CATALOGUS.categorieen), "godsdienst"]),
    niveau=st.sampled_from(Niveau),
    grondslag=st.sampled_from(["", *sorted(CATALOGUS.grondslagen)]),
    noodzaak=st.sampled_from(["", "Nodig."]),
    route=st.sampled_from(["", *sorted(CATALOGUS.routes)]),
    motivering=st.sampled_from(["", "Wmo 5.2.6", "BW 1:240", "Gevaar."]),
    toestemming=toestemmingen,
    kring=st.just((KIND,)),
    kamer=st.frozensets(
        st.sampled_from([("p1", "politie"), ("p2", "veilig-thuis"), ("p3", "rvdk")])
    ),
)


@VAST
@given(voorstellen)
def test_bezwaren_gaan_in_de_volgorde_van_de_tabel_en_elk_een_keer(
    voorstel: inbreng.Voorstel,
) -> None:
    codes = [bezwaar.code for bezwaar in inbreng.bezwaren(CATALOGUS, voorstel)]
    assert codes == sorted(set(codes), key=VOLGORDE.index)


@VAST
@given(voorstellen)
def test_wat_mag_rust_op_een_grondslag_van_de_partij_in_dit_kader(
    voorstel: inbreng.Voorstel,
) -> None:
    if next(inbreng.bezwaren(CATALOGUS, voorstel), None) is None:
        grondslag = CATALOGUS.grondslagen[voorstel.grondslag]
        assert grondslag.sleutel in voorstel.soort.grondslagen
        assert voorstel.kader in grondslag.kaders
        assert voorstel.categorie in grondslag.categorieen
        assert voorstel.categorie not in voorstel.soort.categorieen_niet
        assert not (grondslag.is_toestemming and voorstel.soort.openbaar_lichaam)


@VAST
@given(voorstellen)
def test_meer_mensen_in_de_kamer_maakt_nooit_iets_mogelijk(voorstel: inbreng.Voorstel) -> None:
    from dataclasses import replace

    alleen = replace(voorstel, kamer=frozenset())
    codes = {bezwaar.code for bezwaar in inbreng.bezwaren(CATALOGUS, voorstel)}
    assert {bezwaar.code for bezwaar in inbreng.bezwaren(CATALOGUS, alleen)} <= codes


@pytest.mark.parametrize("soort", SOORTEN)
@pytest.mark.parametrize("kader", sorted(CATALOGUS.kaders))
def test_elke_soort_kan_met_een_eigen_taak_aan_tafel(kader: str, soort: str) -> None:
    partij = CATALOGUS.soorten[soort]
    for taak in partij.taken_onder(kader):
        stoel = deelname.Stoel(
            kader=kader,
            soort=partij,
            taak=taak,
            noodzaak="Nodig.",
            pet="toeleiding" if partij.pet_beslist else None,
            verklaring_op=DAG,
            overlegdatum=DAG,
        )
        assert list(deelname.bezwaren(CATALOGUS, stoel)) == []


def test_alles_wat_tegen_een_stoel_is_wordt_genoemd() -> None:
    stoel = deelname.Stoel(
        kader="wgs",
        soort=CATALOGUS.soorten["huisarts"],
        taak="",
        noodzaak=" ",
        pet=None,
        verklaring_op=None,
        overlegdatum=DAG,
    )
    codes = [bezwaar.code for bezwaar in deelname.bezwaren(CATALOGUS, stoel)]
    assert codes[0] is Code.GEEN_TAAK
    assert codes == sorted(codes, key=VOLGORDE.index)
    assert Code.GEEN_NOODZAAK in codes
    assert codes[-1] is Code.GEEN_GEHEIMHOUDINGSVERKLARING
