"""Wat aan de beurt is: op de dag, ervoor en erna; nalopen en Vandaag zien hetzelfde."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casus_app.catalogus import laad
from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.casus import Casus, Fase, Informering
from casus_app.domein.inbreng import Inbreng, Niveau
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Deelname, Overleg, Rol
from casus_app.domein.verzoek import Rectificatie, SoortVerzoek, Verzoek
from casus_app.domein.waarde import Waarde, sleutel_van
from casus_app.regels.termijnen import (
    VOORUIT,
    SoortTermijn,
    Termijn,
    aan_de_beurt,
    na_te_komen,
    te_beantwoorden,
    te_heroverwegen,
    te_melden,
    te_vernietigen,
)
from tests.nep import GeheugenOpslag

DAG = date(2026, 11, 24)
VER = date(2031, 1, 1)
CATALOGUS = laad()
CASUS = Casus(
    id="K-1",
    kader="wgs",
    aanmelder="p1",
    doel="Rust.",
    aanleiding="Onrust.",
    leefgebieden=(),
    aangemeld_op=date(2026, 1, 1),
    vernietigen_op=VER,
)


def opslag_met(*waarden: Waarde) -> GeheugenOpslag:
    opslag = GeheugenOpslag()
    for waarde in waarden:
        opslag.waarden.setdefault(type(waarde), {})[sleutel_van(waarde)] = waarde
    return opslag


def _afspraak(op: date, stand: StandAfspraak = StandAfspraak.OPEN) -> Afspraak:
    return Afspraak(
        id="a1",
        overleg="o1",
        casus="K-1",
        uitvoerder="p1",
        wat="Bellen.",
        uiterlijk=op,
        stand=stand,
    )


def _verzoek(op: date) -> Verzoek:
    return Verzoek(
        id="v1",
        casus="K-1",
        soort=SoortVerzoek.INZAGE,
        ontvangen_op=date(2026, 1, 1),
        uiterlijk=op,
    )


LIJSTEN = {
    SoortTermijn.VERNIETIGEN: (
        te_vernietigen,
        lambda op: (replace(CASUS, vernietigen_op=op),),
    ),
    SoortTermijn.HEROVERWEGEN: (
        te_heroverwegen,
        lambda op: (CASUS, Informering(casus="K-1", grond="x", heroverwegen_op=op)),
    ),
    SoortTermijn.VERZOEK: (te_beantwoorden, lambda op: (CASUS, _verzoek(op))),
    SoortTermijn.AFSPRAAK: (na_te_komen, lambda op: (CASUS, _afspraak(op))),
    SoortTermijn.MELDEN: (
        te_melden,
        lambda op: (CASUS, Rectificatie(verzoek="v1", inbreng="i1", casus="K-1", op=op, wat="x")),
    ),
}


@pytest.mark.parametrize("soort", LIJSTEN)
def test_op_de_dag_zelf_wel_en_een_dag_ervoor_niet(soort: SoortTermijn) -> None:
    lijst, waarden = LIJSTEN[soort]
    opslag = opslag_met(*waarden(DAG))
    gevonden = list(lijst(opslag, DAG))
    assert [(t.soort, t.casus, t.op) for t in gevonden] == [(soort, "K-1", DAG)]
    assert list(lijst(opslag, DAG - timedelta(days=1))) == []


@pytest.mark.parametrize("soort", LIJSTEN)
def test_het_komt_in_zicht_zoveel_dagen_vooraf(soort: SoortTermijn) -> None:
    _, waarden = LIJSTEN[soort]
    grens = DAG + timedelta(days=VOORUIT[soort])
    assert [t.soort for t in aan_de_beurt(opslag_met(*waarden(grens)), CATALOGUS, DAG)] == [soort]
    assert aan_de_beurt(opslag_met(*waarden(grens + timedelta(days=1))), CATALOGUS, DAG) == []


def test_wat_gedaan_is_is_niet_aan_de_beurt() -> None:
    opslag = opslag_met(
        CASUS,
        _afspraak(DAG, StandAfspraak.AFGEROND),
        replace(_verzoek(DAG), afgehandeld_op=DAG),
        Informering(casus="K-1", geinformeerd_op=DAG, heroverwegen_op=DAG),
    )
    assert aan_de_beurt(opslag, CATALOGUS, DAG) == []


def test_een_afspraak_van_een_afgesloten_casus_is_van_niemand_meer() -> None:
    opslag = opslag_met(replace(CASUS, fase=Fase.AFGESLOTEN), _afspraak(DAG))
    assert aan_de_beurt(opslag, CATALOGUS, DAG) == []


def test_het_oudste_staat_bovenaan() -> None:
    opslag = opslag_met(
        replace(CASUS, vernietigen_op=DAG + timedelta(days=3)),
        _afspraak(DAG - timedelta(days=2)),
        _verzoek(DAG),
    )
    gevonden = [t.soort for t in aan_de_beurt(opslag, CATALOGUS, DAG)]
    assert gevonden == [SoortTermijn.AFSPRAAK, SoortTermijn.VERZOEK, SoortTermijn.VERNIETIGEN]


# --- wat van de catalogus afhangt ---

HET_HUIS = Instelling(
    id=HUIS,
    kader="wgs",
    naam="ZVH",
    verantwoordelijke="de deelnemers",
    contactpunt="het loket",
    fg="de fg",
    bewaartermijn_maanden=60,
    aanmelding_dagen=28,
)


def _derde(tot: date | None, soort: str = "woningcorporatie") -> tuple[Waarde, ...]:
    op = date(2025, 1, 1)
    mens = Professional(id="p1", partij="p", naam="M. Mens", functie="consulent")
    return (
        HET_HUIS,
        Partij(id="p", soort=soort, naam="Wonen"),
        replace(mens, geheimhouding_op=op, geheimhouding_tot=tot),
    )


def _stoel(dag: date, weg: date | None = None) -> tuple[Waarde, ...]:
    return (
        Overleg(id="o", kader="wgs", datum=dag, begin="09:00", plaats="zaal", voorzitter="v"),
        Deelname(
            overleg="o",
            casus="K-1",
            professional="p1",
            rol=Rol.UITVOEREND,
            taak="huisvesting",
            noodzaak="Kent hem.",
            ingetrokken_op=weg,
        ),
    )


@pytest.mark.parametrize(("dagen", "telt"), [(0, True), (42, True), (43, False), (-1, False)])
def test_een_verklaring_die_afloopt_is_zes_weken_vooraf_aan_de_beurt(
    dagen: int, telt: bool
) -> None:
    tot = DAG + timedelta(days=dagen)
    gevonden = aan_de_beurt(opslag_met(*_derde(tot)), CATALOGUS, DAG)
    verwacht = [Termijn(SoortTermijn.VERKLARING, "p1", "", tot)] if telt else []
    assert gevonden == verwacht


@pytest.mark.parametrize(
    ("stoel", "telt"),
    [
        (_stoel(DAG), True),
        (_stoel(DAG - timedelta(days=1)), False),
        (_stoel(DAG, DAG), False),
    ],
)
def test_wie_met_een_verlopen_verklaring_nog_komt_moet_tekenen(
    stoel: tuple[Waarde, ...], telt: bool
) -> None:
    opslag = opslag_met(CASUS, *_derde(DAG - timedelta(days=1)), *stoel)
    assert bool(aan_de_beurt(opslag, CATALOGUS, DAG)) is telt


def test_wie_niet_hoeft_te_tekenen_is_nooit_aan_de_beurt() -> None:
    for waarden in (_derde(DAG, "politie"), _derde(None), _derde(DAG)[1:]):
        assert aan_de_beurt(opslag_met(*waarden), CATALOGUS, DAG) == []


def test_een_bepaling_die_veranderde_is_een_keer_per_casus_aan_de_beurt() -> None:
    inbreng = Inbreng(
        id="i1",
        overleg="o",
        casus="K-1",
        inbrenger="p1",
        over="betrokkene",
        categorie="gezondheid",
        niveau=Niveau.INHOUD,
        grondslag="wgs-1-5",
        noodzaak="Nodig.",
        kern="Iets.",
    )
    opslag = opslag_met(CASUS, *_derde(VER), *_stoel(DAG), inbreng)
    morgen, later = DAG + timedelta(days=1), DAG + timedelta(days=9)
    anders = replace(
        CATALOGUS,
        grondslagen={"wgs-1-5": replace(CATALOGUS.grondslagen["wgs-1-5"], peildatum=later)},
        categorieen={"gezondheid": replace(CATALOGUS.categorieen["gezondheid"], peildatum=morgen)},
    )
    assert aan_de_beurt(opslag, anders, DAG) == []
    verwacht = [Termijn(SoortTermijn.TOETSEN, "K-1", "K-1", morgen)]
    assert aan_de_beurt(opslag, anders, morgen) == verwacht
    assert aan_de_beurt(opslag, anders, later) == verwacht
    dicht = opslag_met(replace(CASUS, fase=Fase.AFGESLOTEN), *_derde(VER), *_stoel(DAG), inbreng)
    assert aan_de_beurt(dicht, anders, later) == []
