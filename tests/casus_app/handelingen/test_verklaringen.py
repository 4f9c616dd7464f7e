"""Een geheimhoudingsverklaring met een einde, en wat er daarna aan mensen verandert."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus_app.domein.casus import Casus
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Bespreking, Overleg
from casus_app.handelingen import Handeling
from casus_app.handelingen.mensen import (
    GeheimhoudingVastleggen,
    PartijWijzigen,
    ProfessionalWijzigen,
)
from casus_app.regels import opening, verklaring
from casus_app.regels.verklaring import StandVerklaring
from casus_app.rollen import MAG, Gebruikersrol, gebruiker_met
from casus_app.weigeringen import Code, Weigering
from tests.bouw import NIET_DE_WGS, OVERLEGDAG, VANDAAG, Tafel, een_huis, een_tafel

DAG = timedelta(days=1)
DAGEN = st.integers(-3, 3).map(lambda n: OVERLEGDAG + n * DAG)


def doe(tafel: Tafel, handeling: Handeling, als: str = "coordinator") -> None:
    tafel.werkbank.voer_uit(handeling, gebruiker_met(als), tafel.kader)


def weigert(tafel: Tafel, code: Code, handeling: Handeling, als: str = "coordinator") -> None:
    voor = tafel.stand()
    with pytest.raises(Weigering) as gevangen:
        doe(tafel, handeling, als)
    assert gevangen.value.code is code
    assert tafel.stand() == voor


def tekent(tafel: Tafel, datum: date, tot: date, wie: str = "huisarts") -> Tafel:
    doe(tafel, GeheimhoudingVastleggen(professional=wie, datum=datum, geldig_tot=tot))
    return tafel


def periode(tafel: Tafel, wie: str = "huisarts") -> tuple[date | None, date | None]:
    mens = tafel.haal(Professional, wie)
    return mens.geheimhouding_op, mens.geheimhouding_tot


@given(op=DAGEN, tot=DAGEN)
def test_een_derde_krijgt_een_stoel_als_de_verklaring_die_dag_geldt(op: date, tot: date) -> None:
    tafel = een_tafel()
    if tot < op:
        weigert(
            tafel,
            Code.ONGELDIG,
            GeheimhoudingVastleggen(professional="huisarts", datum=op, geldig_tot=tot),
        )
        return
    tekent(tafel, op, tot)
    code = tafel.probeer("deelname.toelaten", professional="huisarts")
    goed = op <= OVERLEGDAG <= tot
    assert code == (None if goed else Code.GEEN_GEHEIMHOUDINGSVERKLARING)


@pytest.mark.parametrize("kader", NIET_DE_WGS)
def test_buiten_de_wgs_maakt_een_verlopen_verklaring_niets_uit(kader: str) -> None:
    tafel = een_tafel(kader)
    tekent(tafel, VANDAAG - 30 * DAG, VANDAAG - DAG)
    tafel.doe("deelname.toelaten", professional="huisarts")
    tafel.open()


def test_wie_een_stoel_heeft_en_wiens_verklaring_dan_verlopen_is_houdt_openen_tegen() -> None:
    tafel = een_tafel()
    tafel.laat_toe("huisarts")
    assert _codes(tafel) == []
    tekent(tafel, VANDAAG, OVERLEGDAG - DAG)
    assert _codes(tafel) == [Code.GEEN_GEHEIMHOUDINGSVERKLARING]
    tafel.weigert(Code.GEEN_GEHEIMHOUDINGSVERKLARING, "bespreking.openen")
    tafel.doe("deelname.intrekken", professional="huisarts")
    assert _codes(tafel) == []


def test_opnieuw_tekenen_maakt_openen_weer_mogelijk() -> None:
    tafel = een_tafel()
    tafel.laat_toe("huisarts")
    tekent(tafel, VANDAAG, OVERLEGDAG - DAG)
    tekent(tafel, OVERLEGDAG, OVERLEGDAG + 365 * DAG)
    assert periode(tafel) == (VANDAAG, OVERLEGDAG + 365 * DAG)
    tafel.open()


def test_valt_er_een_gat_dan_telt_alleen_de_nieuwe_verklaring() -> None:
    tafel = een_huis()
    tekent(tafel, VANDAAG - 60 * DAG, VANDAAG - 30 * DAG)
    tekent(tafel, VANDAAG, VANDAAG + 30 * DAG)
    assert periode(tafel) == (VANDAAG, VANDAAG + 30 * DAG)


def test_tekenen_zonder_einde_heft_de_einddatum_op() -> None:
    tafel = een_huis()
    tekent(tafel, VANDAAG, VANDAAG + 30 * DAG)
    tafel.doe("geheimhouding.ondertekenen", professional="huisarts", datum=VANDAAG + 10 * DAG)
    assert periode(tafel) == (VANDAAG, None)


@pytest.mark.parametrize(
    ("tot", "stand"),
    [
        (VANDAAG - DAG, StandVerklaring.VERLOPEN),
        (VANDAAG, StandVerklaring.LOOPT_AF),
        (VANDAAG + verklaring.DAGEN_VOORAF * DAG, StandVerklaring.LOOPT_AF),
        (VANDAAG + (verklaring.DAGEN_VOORAF + 1) * DAG, StandVerklaring.GELDT),
    ],
)
def test_de_stand_zegt_op_tijd_dat_er_opnieuw_getekend_moet_worden(
    tot: date, stand: StandVerklaring
) -> None:
    tafel = tekent(een_huis(), VANDAAG - 90 * DAG, tot)
    soort = tafel.catalogus.soorten["huisarts"]
    mens = tafel.haal(Professional, "huisarts")
    assert verklaring.stand_van(tafel.catalogus, "wgs", soort, mens, VANDAAG) is stand
    niet_nodig = verklaring.stand_van(tafel.catalogus, "wams", soort, mens, VANDAAG)
    assert niet_nodig is StandVerklaring.NIET_NODIG


def test_wat_het_eerst_afloopt_staat_voorop_en_wie_nooit_tekende_niet() -> None:
    tafel = een_huis()
    tekent(tafel, VANDAAG, VANDAAG + 20 * DAG, "huisarts")
    tekent(tafel, VANDAAG - 9 * DAG, VANDAAG - DAG, "woningcorporatie")
    tekent(tafel, VANDAAG, VANDAAG + DAG, "politie")
    tekent(tafel, VANDAAG, VANDAAG + 400 * DAG, "huisarts2")
    gevonden = list(verklaring.bijna_om(tafel.opslag, tafel.catalogus, "wgs", VANDAAG))
    assert [een.professional for een in gevonden] == ["woningcorporatie", "huisarts"]
    assert gevonden[0].stand is StandVerklaring.VERLOPEN
    assert list(verklaring.bijna_om(tafel.opslag, tafel.catalogus, "wams", VANDAAG)) == []


def test_een_partij_en_een_mens_wijzigen_en_weer_terug() -> None:
    tafel = een_huis()
    coordinator = gebruiker_met("coordinator")
    eerst = tafel.stand()
    doe(tafel, PartijWijzigen(partij="p-politie", naam="Politie Noord"))
    doe(
        tafel,
        ProfessionalWijzigen(
            professional="politie", naam="B. Nieuw", functie="wijkagent", email="b@politie.example"
        ),
    )
    assert tafel.haal(Partij, "p-politie").naam == "Politie Noord"
    mens = tafel.haal(Professional, "politie")
    assert (mens.naam, mens.functie, mens.email, mens.partij) == (
        "B. Nieuw",
        "wijkagent",
        "b@politie.example",
        "p-politie",
    )
    assert "Nieuw" not in repr(tafel.opslag.regels)
    assert tafel.werkbank.maak_ongedaan(coordinator)
    assert tafel.werkbank.maak_ongedaan(coordinator)
    assert tafel.stand() == eerst


@pytest.mark.parametrize(
    ("handeling", "code"),
    [
        (PartijWijzigen(partij="niets", naam="x"), Code.ONBEKEND),
        (PartijWijzigen(partij="p-politie", naam=" "), Code.ONGELDIG),
        (ProfessionalWijzigen(professional="niets", naam="x", functie="y"), Code.ONBEKEND),
        (ProfessionalWijzigen(professional="politie", naam="x", functie=""), Code.ONGELDIG),
        (
            ProfessionalWijzigen(professional="politie", naam="x", functie="y", email="geen"),
            Code.ONGELDIG,
        ),
    ],
)
def test_wat_niet_kan_wordt_geweigerd(handeling: Handeling, code: Code) -> None:
    weigert(een_huis(), code, handeling)


@pytest.mark.parametrize("rol", Gebruikersrol)
@pytest.mark.parametrize(
    "handeling",
    [
        PartijWijzigen(partij="p-politie", naam="x"),
        ProfessionalWijzigen(professional="politie", naam="x", functie="y"),
        GeheimhoudingVastleggen(professional="huisarts", datum=VANDAAG, geldig_tot=VANDAAG + DAG),
    ],
    ids=lambda handeling: handeling.NAAM,
)
def test_alleen_wie_het_mag(handeling: Handeling, rol: Gebruikersrol) -> None:
    tafel = een_huis()
    if rol in MAG[handeling.NAAM]:
        doe(tafel, handeling, rol)
    else:
        weigert(tafel, Code.ROL_NIET_BEVOEGD, handeling, rol)


def _codes(tafel: Tafel) -> list[Code]:
    tegen = opening.bezwaren(
        tafel.opslag,
        tafel.catalogus,
        tafel.haal(Overleg, "o1"),
        tafel.haal(Casus, "K-1"),
        tafel.haal(Bespreking, "o1", "K-1"),
        vandaag=VANDAAG,
    )
    return [weigering.code for weigering in tegen]
