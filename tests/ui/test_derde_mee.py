"""Een derde in de meeneemronde: eerst de rechtmatigheidstoets, dan pas iets mee."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from casus_app.domein.casus import Casus
from casus_app.domein.inbreng import Lot
from casus_app.handelingen import HANDELINGEN
from tests.casus_app.papier.voorbeeld import zet
from tests.nep import GeheugenOpslag
from tests.ui.kijken import Kijker
from tests.ui.tafelspel import (
    ALLEN,
    CASUS,
    OVERLEG,
    breng_in,
    inbreng,
    mee,
    naar_meenemen,
    open_casus,
    spreek_af,
)
from ui.beamer.beeld import Cel, beamerbeeld
from ui.forms.act_form import ActForm
from ui.tafel.meenemen.derde import Condition, condition
from ui.tafel.meenemen.marks import LEGEND
from ui.tafel.meenemen.matrix import Mark
from ui.tafel.meenemen.panel import MeenemenPanel

DERDE = "wijkbeheerder"
STOEL = 6
KOLOM = len(ALLEN)
REGEL = "Rechtmatigheidstoets: RAC 2026.12. Voorwaarde: Alleen voor het gesprek."


def _zet_neer(mens: Kijker) -> None:
    """Een wijkbeheerder van de woningcorporatie doet mee; er ligt een gegeven op tafel."""
    for naam, velden in (
        (
            "professional.registreren",
            {"id": DERDE, "partij": "woonwaal", "naam": "A. Baars", "functie": "wijkbeheerder"},
        ),
        ("geheimhouding.ondertekenen", {"professional": DERDE, "datum": mens.sessie.vandaag()}),
        (
            "deelname.toelaten",
            {
                "overleg": OVERLEG,
                "casus": CASUS,
                "professional": DERDE,
                "rol": "uitvoerend",
                "taak": "verhuur",
                "noodzaak": "Regelt de woning.",
            },
        ),
    ):
        assert mens.sessie.perform(HANDELINGEN[naam](**velden))
    open_casus(mens, (*ALLEN, DERDE))
    breng_in(mens.sessie, "i1")
    spreek_af(mens.sessie, "a1", "wmo")


@pytest.fixture
def tafel(kijker: Kijker) -> Kijker:
    _zet_neer(kijker)
    return kijker


def _druk(mens: Kijker, *toetsen: Qt.Key) -> None:
    for toets in toetsen:
        mens.toets(toets)
        QApplication.processEvents()


def _cel(paneel: MeenemenPanel) -> Mark:
    return paneel.matrix.rows[0].cells[KOLOM].mark


def test_een_derde_heeft_zijn_eigen_stand_met_waarom_en_het_artikel(tafel: Kijker) -> None:
    paneel = naar_meenemen(tafel)
    assert _cel(paneel) is Mark.DERDE, "ook zonder afspraak"
    spreek_af(tafel.sessie, "a2", DERDE)
    QApplication.processEvents()
    assert _cel(paneel) is Mark.DERDE
    assert "WGS 1.7 lid 2-3" in paneel.matrix.rows[0].cells[KOLOM].why
    assert Mark.DERDE in LEGEND
    wmo = paneel.matrix.rows[0].cells[ALLEN.index("wmo")].mark
    assert wmo is Mark.HERE, "voor een deelnemer verandert er niets"
    adviseur = paneel.matrix.rows[0].cells[ALLEN.index("leefbaar")].mark
    assert adviseur is Mark.NO, "een adviseur neemt nooit iets mee, ook niet na een toets"


def test_het_nummer_van_de_stoel_geeft_een_derde_niets(tafel: Kijker) -> None:
    spreek_af(tafel.sessie, "a2", DERDE)
    paneel = naar_meenemen(tafel)
    _druk(tafel, Qt.Key.Key_6)
    assert mee(tafel.sessie, "i1") == {}
    assert tafel.staat_er("pas iets mee na de rechtmatigheidstoets", paneel)
    _druk(tafel, Qt.Key.Key_Space)
    assert mee(tafel.sessie, "i1") == {}
    assert inbreng(tafel.sessie, "i1").lot is Lot.ONBESLIST


def test_enter_vraagt_het_kenmerk_van_de_toets_en_bewaart_het_bij_de_vrijgave(
    tafel: Kijker,
) -> None:
    spreek_af(tafel.sessie, "a2", DERDE)
    paneel = naar_meenemen(tafel)
    _druk(tafel, Qt.Key.Key_6, Qt.Key.Key_Return)
    assert paneel.form.must.isVisible()
    assert tafel.staat_er("Geen deelnemer die gegevens leverde heeft bezwaar", paneel.form)
    assert tafel.staat_er("rechtmatigheidsadviescommissie heeft het getoetst", paneel.form)
    _druk(tafel, Qt.Key.Key_Return)
    assert mee(tafel.sessie, "i1") == {}, "zonder kenmerk niets"
    assert tafel.staat_er("Vul het kenmerk", paneel.form)
    tafel.typ("RAC 2026.12")
    tafel.vul("Voorwaarde", "Alleen voor het gesprek.")
    _druk(tafel, Qt.Key.Key_Return)
    assert mee(tafel.sessie, "i1")[DERDE].voorwaarden == REGEL
    assert _cel(paneel) is Mark.MEE
    assert paneel.grid.hasFocus()


def test_het_kenmerk_staat_er_weer_als_men_de_voorwaarde_verandert(tafel: Kijker) -> None:
    spreek_af(tafel.sessie, "a2", DERDE)
    paneel = naar_meenemen(tafel)
    _druk(tafel, Qt.Key.Key_6, Qt.Key.Key_Return)
    tafel.typ("RAC 2026.12\n")
    assert mee(tafel.sessie, "i1")[DERDE].voorwaarden == "Rechtmatigheidstoets: RAC 2026.12."
    _druk(tafel, Qt.Key.Key_Return)
    assert tafel.veld("Kenmerk van de rechtmatigheidstoets").text() == "RAC 2026.12"
    tafel.vul("Voorwaarde", "Alleen voor het gesprek.")
    _druk(tafel, Qt.Key.Key_Return)
    assert mee(tafel.sessie, "i1")[DERDE].voorwaarden == REGEL
    _druk(tafel, Qt.Key.Key_Space)
    assert mee(tafel.sessie, "i1") == {}
    assert _cel(paneel) is Mark.DERDE


def test_zonder_afspraak_maakt_enter_er_eerst_een(tafel: Kijker) -> None:
    paneel = naar_meenemen(tafel)
    _druk(tafel, Qt.Key.Key_6)
    assert paneel.afspraak_button.isVisible()
    _druk(tafel, Qt.Key.Key_Return)
    assert not paneel.form.isVisible()
    assert "afspraak" in tafel.formulier().windowTitle().casefold()
    tafel.formulier().close_now()


@pytest.mark.parametrize("kader", ["sociaal-domein", "convenant", "wams"])
def test_onder_een_ander_kader_is_een_derde_een_gewone_ontvanger(
    tafel: Kijker, kader: str
) -> None:
    spreek_af(tafel.sessie, "a2", DERDE)
    opslag = tafel.sessie.werkbank.opslag
    casus = tafel.sessie.haal(Casus, CASUS)
    assert isinstance(opslag, GeheugenOpslag)
    assert casus is not None
    zet(opslag, replace(casus, kader=kader))
    assert not tafel.sessie.tested_first(CASUS, DERDE)
    paneel = naar_meenemen(tafel)
    assert _cel(paneel) is not Mark.DERDE


def test_de_beamer_toont_dezelfde_stand(tafel: Kijker) -> None:
    spreek_af(tafel.sessie, "a2", DERDE)
    beeld = beamerbeeld(tafel.sessie, tafel.sessie.nu()).casus
    assert beeld is not None
    assert beeld.rijen[0].cellen[KOLOM] is Cel.DERDE
    naar_meenemen(tafel)
    _druk(tafel, Qt.Key.Key_6, Qt.Key.Key_Return)
    tafel.typ("RAC 2026.12\n")
    beeld = beamerbeeld(tafel.sessie, tafel.sessie.nu()).casus
    assert beeld is not None
    assert beeld.rijen[0].cellen[KOLOM] is Cel.MEE


def _formulier(mens: Kijker) -> ActForm:
    formulier = mens.werk.desk.open_act("meenemen.toestaan").form
    for veld, waarde in (("inbreng", "i1"), ("door", "wijkagent"), ("afspraak", "a2")):
        formulier.editors[veld].set_value(waarde)
    return formulier


def test_ook_het_formulier_van_zoek_of_doe_vraagt_een_derde_eerst_naar_de_toets(
    tafel: Kijker,
) -> None:
    spreek_af(tafel.sessie, "a2", DERDE)
    formulier = _formulier(tafel)
    assert not formulier.editors["kenmerk"].isVisible(), "bij een deelnemer wordt niets gevraagd"
    formulier.editors["ontvanger"].set_value(DERDE)
    formulier.editors["afspraak"].set_value("a2")
    assert formulier.editors["kenmerk"].isVisible()
    dialoog = tafel.formulier()
    for niets in ("", "  ", " . "):
        formulier.editors["kenmerk"].set_value(niets)
        dialoog.submit()
        assert mee(tafel.sessie, "i1") == {}, f"met {niets!r} is er geen toets"
        assert tafel.staat_er("Vul nog in: Kenmerk van de rechtmatigheidstoets.")
    tafel.vul("Kenmerk van de rechtmatigheidstoets", "RAC 2026.12")
    tafel.vul("Voorwaarden", "Alleen voor het gesprek.")
    dialoog.submit()
    assert mee(tafel.sessie, "i1")[DERDE].voorwaarden == REGEL


@pytest.mark.parametrize("rest", ["", "Alleen voor het gesprek.", "Tot mei. Niet mailen."])
@pytest.mark.parametrize("kenmerk", ["", "RAC 2026.12", "advies 3 mrt. 2026"])
def test_het_kenmerk_en_de_rest_gaan_heen_en_weer(kenmerk: str, rest: str) -> None:
    assert condition(Condition(kenmerk, rest).text()) == Condition(kenmerk, rest)
