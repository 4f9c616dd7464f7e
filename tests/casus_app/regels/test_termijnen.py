"""Wat aan de beurt is: op de dag, ervoor en erna; nalopen en Vandaag zien hetzelfde."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.casus import Casus, Fase, Informering
from casus_app.domein.verzoek import Rectificatie, SoortVerzoek, Verzoek
from casus_app.domein.waarde import Waarde, sleutel_van
from casus_app.regels.termijnen import (
    VOORUIT,
    SoortTermijn,
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


@pytest.mark.parametrize("soort", SoortTermijn)
def test_op_de_dag_zelf_wel_en_een_dag_ervoor_niet(soort: SoortTermijn) -> None:
    lijst, waarden = LIJSTEN[soort]
    opslag = opslag_met(*waarden(DAG))
    gevonden = list(lijst(opslag, DAG))
    assert [(t.soort, t.casus, t.op) for t in gevonden] == [(soort, "K-1", DAG)]
    assert list(lijst(opslag, DAG - timedelta(days=1))) == []


@pytest.mark.parametrize("soort", SoortTermijn)
def test_het_komt_in_zicht_zoveel_dagen_vooraf(soort: SoortTermijn) -> None:
    _, waarden = LIJSTEN[soort]
    grens = DAG + timedelta(days=VOORUIT[soort])
    assert [t.soort for t in aan_de_beurt(opslag_met(*waarden(grens)), DAG)] == [soort]
    assert aan_de_beurt(opslag_met(*waarden(grens + timedelta(days=1))), DAG) == []


def test_wat_gedaan_is_is_niet_aan_de_beurt() -> None:
    opslag = opslag_met(
        CASUS,
        _afspraak(DAG, StandAfspraak.AFGEROND),
        replace(_verzoek(DAG), afgehandeld_op=DAG),
        Informering(casus="K-1", geinformeerd_op=DAG, heroverwegen_op=DAG),
    )
    assert aan_de_beurt(opslag, DAG) == []


def test_een_afspraak_van_een_afgesloten_casus_is_van_niemand_meer() -> None:
    opslag = opslag_met(replace(CASUS, fase=Fase.AFGESLOTEN), _afspraak(DAG))
    assert aan_de_beurt(opslag, DAG) == []


def test_het_oudste_staat_bovenaan() -> None:
    opslag = opslag_met(
        replace(CASUS, vernietigen_op=DAG + timedelta(days=3)),
        _afspraak(DAG - timedelta(days=2)),
        _verzoek(DAG),
    )
    gevonden = [t.soort for t in aan_de_beurt(opslag, DAG)]
    assert gevonden == [SoortTermijn.AFSPRAAK, SoortTermijn.VERZOEK, SoortTermijn.VERNIETIGEN]
