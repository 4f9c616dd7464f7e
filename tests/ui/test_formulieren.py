"""Elke handeling als formulier: wat er staat wordt gedaan, en een weigering kost niets."""

from datetime import date

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from casus_app.domein.casus import Betrokkene, Casus, Gegeven, Kringpersoon, Weging
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.overleg import Deelname, Overleg
from casus_app.handelingen import HANDELINGEN, SCHERMHANDELINGEN
from tests.ui.kijken import Kijker, open_dialogen
from tests.ui.nepdeuren import een_werkbank
from ui.forms.act_dialog import ActDialog
from ui.forms.checks import GegevensEditor
from ui.forms.composite import KringEditor, RowsEditor
from ui.main_window import MainWindow


def test_een_huis_inrichten_vraagt_het_kader_en_neemt_de_gewone_termijnen_over(
    venster: MainWindow, qtbot: QtBot
) -> None:
    venster.enter(een_werkbank())
    mens = Kijker(venster, qtbot)
    mens.druk("Huis inrichten…")
    mens.formulier().submit()
    assert mens.staat_er("Vul nog in: Onder welk recht werkt dit huis, Naam van het huis")
    mens.vul("Onder welk recht werkt dit huis", "Zorg- en Veiligheidshuis")
    mens.vul("Naam van het huis", "ZVH <b>Noord</b> & Zuid")
    mens.vul("Verwerkingsverantwoordelijke", "de deelnemers")
    mens.vul("Contactpunt voor betrokkenen", "het loket")
    mens.vul("Functionaris gegevensbescherming", "fg@huis.example")
    mens.toets(Qt.Key.Key_Return, met=Qt.KeyboardModifier.ControlModifier)
    huis = mens.sessie.haal(Instelling, HUIS)
    assert huis is not None
    assert (huis.kader, huis.naam, huis.bewaartermijn_maanden, huis.aanmelding_dagen) == (
        "wgs",
        "ZVH <b>Noord</b> & Zuid",
        60,
        28,
    )
    assert mens.staat_er("ZVH <b>Noord</b> & Zuid")


def test_een_weigering_staat_bij_het_veld_en_alles_blijft_staan(kijker: Kijker) -> None:
    kijker.werk.desk.open_act("deelname.toelaten", {"overleg": "wk48", "casus": "K-2602"})
    kijker.vul("Wie", "P. Hendriks")
    kijker.vul("Rol aan tafel", "Uitvoerend")
    kijker.vul("Wettelijke taak", "Verhuur")
    kijker.formulier().submit()
    melding = kijker.formulier().told
    assert (
        melding.parentWidget() is kijker.veld("Waarom is dit nodig").parentWidget().parentWidget()
    )
    assert melding.sentence.text().startswith("Er staat niet waarom dit voor deze casus nodig is.")
    assert not melding.details.isVisible()
    kijker.druk("Waarom?")
    assert "geen-noodzaak" in melding.details.text()
    assert kijker.formulier().form.values() == {
        "overleg": "wk48",
        "casus": "K-2602",
        "professional": "leefbaar",
        "rol": "uitvoerend",
        "taak": "verhuur",
    }
    kijker.vul("Waarom is dit nodig", "Loopt een ontruiming.")
    kijker.formulier().submit()
    assert kijker.sessie.haal(Deelname, "wk48", "K-2602", "leefbaar") is not None
    assert open_dialogen(kijker.venster) == []


def test_een_casus_aanmelden_met_kring_en_gegevens(kijker: Kijker) -> None:
    dialoog = kijker.werk.desk.open_act("casus.aanmelden")
    assert dialoog.form.values()["id"] == "K-2603"
    kijker.vul("Naam van de betrokkene", "Łukasz O'Neill")
    kijker.vul("Doel", "Rust in de straat.")
    kijker.vul("Aanleiding", "Drie meldingen.")
    for woord in ("veiligheid", "wonen"):
        vink = dialoog.form.editors["leefgebieden"].rows[woord].box  # type: ignore[attr-defined]  # het zijn vinkjes
        kijker.qtbot.keyClick(vink, Qt.Key.Key_Space)
    kijker.vul("Leefgebieden", "school, ")
    kijker.vul("Wie meldt aan", "R. van Dongen")
    kring = dialoog.form.editors["kring"]
    assert isinstance(kring, KringEditor)
    for naam in ("Piet", "Truus"):
        rij = kring.add_row()
        rij.set_value({"relatie": "Zus", "naam": naam, "noodzaak": "Mantelzorger."})
    gegevens = dialoog.form.editors["categorieen"]
    assert isinstance(gegevens, GegevensEditor)
    vink = gegevens.rows["woonsituatie"][0].box
    kijker.qtbot.keyClick(vink, Qt.Key.Key_Space)
    kijker.vul("Woonsituatie", "huurt")
    dialoog.submit()
    assert kijker.sessie.haal(Casus, "K-2603").leefgebieden == ("wonen", "veiligheid", "school")  # type: ignore[union-attr]
    assert kijker.sessie.haal(Betrokkene, "K-2603").naam == "Łukasz O'Neill"  # type: ignore[union-attr]
    assert [p.id for p in kijker.sessie.zoek(Kringpersoon, casus="K-2603")] == ["zus", "zus-2"]
    assert [g.waarde for g in kijker.sessie.zoek(Gegeven, casus="K-2603")] == ["huurt"]
    assert "uiterlijk weg op" in kijker.venster.toast.label.text()
    assert kijker.werk.dossier.casus == "K-2603"
    assert kijker.knop("Nu: wegen")


def test_wat_een_partij_niet_mag_geven_is_niet_aan_te_vinken(kijker: Kijker) -> None:
    dialoog = kijker.werk.desk.open_act("casus.aanmelden")
    gegevens = dialoog.form.editors["categorieen"]
    assert isinstance(gegevens, GegevensEditor)
    gegevens.rows["gezondheid"][0].box.setChecked(True)
    assert "Gegevens bij de aanmelding" in dialoog.form.missing()
    kijker.vul("Wie meldt aan", "P. Hendriks")
    assert not gegevens.rows["gezondheid"][0].box.isEnabled()
    assert gegevens.value() is None
    assert kijker.staat_er("Deze partij mag dit niet geven.")
    dialoog.close_now()


def test_de_vier_criteria_zijn_een_uitleg_of_leeg(kijker: Kijker) -> None:
    kijker.werk.desk.open_act("casus.wegen", {"casus": "K-2601"})
    kijker.vul("a. Problemen bij de betrokkene of in het gezin", "Psychische problemen.")
    kijker.vul("Uitkomst", "Niet in behandeling")
    kijker.vul("Motivering", "Een partij kan het alleen.")
    kijker.formulier().form.editors["beoordelaars"].set_value(("wmo",))
    kijker.formulier().submit()
    weging = kijker.sessie.haal(Weging, "K-2601")
    assert weging is not None
    assert (weging.criterium_a, weging.criterium_b) == ("Psychische problemen.", "")
    assert not weging.in_behandeling


def test_de_aanduiding_volgt_de_functie_en_nooit_de_naam(kijker: Kijker) -> None:
    kijker.werk.desk.open_act("professional.registreren", {"partij": "politie"})
    kijker.vul("Naam", "Ans Geheim")
    kijker.vul("Functie", "Wijkagent")
    assert kijker.formulier().form.values()["id"] == "wijkagent-2"
    kijker.vul("Aanduiding", "agent-noord")
    kijker.vul("Functie", "Coördinator")
    assert kijker.formulier().form.values()["id"] == "agent-noord"
    kijker.formulier().submit()
    assert kijker.sessie.haal(Professional, "agent-noord").functie == "Coördinator"  # type: ignore[union-attr]


def test_een_partij_krijgt_een_aanduiding_van_haar_naam(kijker: Kijker) -> None:
    kijker.werk.desk.open_act("partij.registreren")
    kijker.vul("Naam", "Reclassering Nederland, regio Oost")
    kijker.vul("Soort partij", "Reclassering")
    kijker.formulier().submit()
    assert kijker.sessie.haal(Partij, "reclassering-nederland-regio-oost") is not None


def test_een_overleg_plannen_met_tijd_en_dag_zoals_men_ze_typt(kijker: Kijker) -> None:
    kijker.werk.desk.open_act("overleg.plannen")
    kijker.vul("Datum", "over 2 weken")
    kijker.vul("Begint om", "9.30")
    kijker.vul("Plaats", "Kamer 3")
    kijker.vul("Voorzitter", "M. Brandsma")
    kijker.formulier().submit()
    (nieuw,) = [o for o in kijker.sessie.zoek(Overleg) if o.id != "wk48"]
    assert (nieuw.id, nieuw.datum, nieuw.begin) == (
        "overleg-2026-12-08",
        date(2026, 12, 8),
        "09:30",
    )


def test_de_pet_wordt_alleen_aan_een_wijkteam_gevraagd(kijker: Kijker) -> None:
    kijker.werk.desk.open_act("partij.registreren")
    kijker.vul("Naam", "Wijkteam Zuid")
    kijker.vul("Soort partij", "Sociaal wijkteam")
    kijker.formulier().submit()
    kijker.werk.desk.open_act("professional.registreren", {"partij": "wijkteam-zuid"})
    kijker.vul("Naam", "A. Bee")
    kijker.vul("Functie", "Wijkwerker")
    kijker.formulier().submit()
    kijker.werk.desk.open_act("deelname.toelaten", {"overleg": "wk48", "casus": "K-2601"})
    assert not kijker.staat_er("Met welke pet")
    kijker.vul("Wie", "A. Bee")
    assert kijker.staat_er("Met welke pet")


def test_wat_al_een_stoel_heeft_staat_niet_meer_in_de_lijst(kijker: Kijker) -> None:
    kijker.werk.desk.open_act("deelname.toelaten", {"overleg": "wk48", "casus": "K-2602"})
    veld = kijker.veld("Wie")
    namen = [veld.itemText(rij).split(",")[0] for rij in range(veld.count())]  # type: ignore[union-attr]
    assert "S. el Amrani" not in namen
    assert "R. van Dongen" in namen


def test_een_half_ingevuld_formulier_gaat_niet_zomaar_dicht(kijker: Kijker) -> None:
    dialoog = kijker.werk.desk.open_act("partij.registreren")
    kijker.vul("Naam", "Iets")
    dialoog.reject()
    assert dialoog.isVisible()
    kijker.druk("Verder invullen")
    assert dialoog.isVisible()
    dialoog.reject()
    kijker.druk("Sluiten")
    assert open_dialogen(kijker.venster) == []


def test_een_leeg_formulier_gaat_met_escape_meteen_dicht(kijker: Kijker) -> None:
    dialoog = kijker.werk.desk.open_act("partij.registreren")
    kijker.qtbot.keyClick(dialoog, Qt.Key.Key_Escape)
    assert open_dialogen(kijker.venster) == []


def test_mensen_als_lijst_gaan_er_samen_in(kijker: Kijker) -> None:
    dialoog = kijker.werk.desk.open_act("mensen.inlezen")
    regels = dialoog.form.editors["regels"]
    assert isinstance(regels, RowsEditor)
    for naam in ("A. Een", "B. Twee"):
        regels.add_row().set_value(
            {"naam": naam, "functie": "casemanager", "partij": "Halt", "soort": "halt"}
        )
    dialoog.submit()
    namen = {mens.naam for mens in kijker.sessie.zoek(Professional)}
    assert {"A. Een", "B. Twee"} <= namen


@pytest.mark.parametrize("handeling", sorted({**HANDELINGEN, **SCHERMHANDELINGEN}))
def test_een_leeg_formulier_zegt_wat_er_ontbreekt_of_weigert_met_een_zin(
    kijker: Kijker, handeling: str
) -> None:
    """Nooit een fout van ons: wat er ook ontbreekt, er komt een zin of een antwoord."""
    dialoog = kijker.werk.desk.open_act(handeling)
    klasse = {**HANDELINGEN, **SCHERMHANDELINGEN}[handeling]
    niets_moet = not any(veld.required for veld in msgspec.structs.fields(klasse))
    dialoog.submit()
    if not isinstance(kijker.voor, ActDialog):
        assert niets_moet
        return
    assert dialoog.told.isVisible(), handeling
    assert dialoog.told.sentence.text().endswith(".")
    dialoog.close_now()
