"""De tabel van werktekst zegt hetzelfde als de handelingen die haar vernietigen."""

from dataclasses import fields, replace

import pytest

from casus_app.domein.casus import Casus
from casus_app.domein.inbreng import Inbreng, Lot
from casus_app.domein.klad import Klad
from casus_app.domein.overleg import Bespreking, Overleg
from casus_app.domein.tafel import Akkoord
from casus_app.domein.werktekst import GESLOTEN, VELDEN, is_werktekst, sterft
from casus_app.fouten import PapierFout
from casus_app.handelingen.bespreking import zonder_tekst
from casus_app.regels.bezit import VAN_CASUS
from tests.bouw import een_volle_tafel
from tests.storage.waarden import een


def test_zonder_tekst_maakt_precies_de_werktekst_leeg() -> None:
    inbreng = een(Inbreng, reden_geschrapt="")
    leeg = zonder_tekst(inbreng, Lot.VERNIETIGD)
    anders = {v.name for v in fields(inbreng) if getattr(leeg, v.name) != getattr(inbreng, v.name)}
    assert anders == {*VELDEN[Inbreng], "lot"}
    assert not any(getattr(leeg, veld) for veld in VELDEN[Inbreng])


def test_elke_soort_met_werktekst_hoort_bij_een_bespreking_en_gaat_met_de_casus_mee() -> None:
    for soort, velden in VELDEN.items():
        namen = {veld.name for veld in fields(soort)}
        assert {"overleg", "casus", *velden} <= namen
        assert not set(velden) & set(soort.SLEUTEL)
        assert soort in VAN_CASUS


def test_alleen_wat_iemand_meeneemt_is_geen_werktekst_meer() -> None:
    assert [lot for lot in Lot if not is_werktekst(een(Inbreng, lot=lot))] == [Lot.MEE]
    assert is_werktekst(een(Akkoord))
    assert is_werktekst(een(Klad))


def test_een_sleutel_sterft_bij_vaststellen_en_als_de_bespreking_of_de_casus_weg_is() -> None:
    casus, bespreking = een(Casus, id="k"), een(Bespreking, overleg="o", casus="k")
    open_, klaar = een(Overleg, id="o", vastgesteld_op=None), een(Overleg, id="o")
    assert sterft(open_, klaar) == sterft(None, klaar) == {"overleg": "o"}
    assert sterft(bespreking, None) == {"overleg": "o", "casus": "k"}
    assert sterft(casus, None) == {"casus": "k"}
    niets = [(None, open_), (open_, open_), (klaar, klaar), (open_, None), (klaar, open_)]
    niets += [(None, casus), (casus, casus), (None, bespreking), (een(Inbreng), None)]
    assert [sterft(voor, na) for voor, na in niets] == [None] * len(niets)


@pytest.mark.parametrize("lot", [Lot.ONBESLIST, Lot.MEE])
def test_wie_werktekst_niet_kan_lezen_maakt_geen_papier_met_een_gat_erin(lot: Lot) -> None:
    """Een inzage zonder wat er nog op tafel ligt zou de betrokkene te weinig vertellen."""
    tafel = een_volle_tafel()
    voor = tafel.haal(Inbreng, "i1")
    kern = GESLOTEN if lot is not Lot.MEE else voor.kern
    tafel.opslag.waarden[Inbreng][("i1",)] = replace(voor, kern=kern, lot=lot)
    regels = len(tafel.opslag.regels)
    if lot is Lot.MEE:
        assert tafel.doe("inzage.maken", als="fg")["bestanden"]
        return
    with pytest.raises(PapierFout, match="niet kan lezen"):
        tafel.doe("inzage.maken", als="fg")
    assert len(tafel.opslag.regels) == regels
