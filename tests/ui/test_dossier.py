"""Het dossier van een casus: elke handeling van de voorbereiding, met echte toetsen."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

import resources
from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.casus import Casus, Kringpersoon, Toestemming, Weging
from casus_app.domein.uitgifte import Uitgifte
from casus_app.draaiboek import lees, speel
from casus_app.handelingen.aanmelding import (
    BetrokkeneUitstellen,
    BetrokkeneVorm,
    CasusAanmelden,
    CasusWegen,
    Criteria,
)
from casus_app.handelingen.stukken import BetrokkeneBrief
from casus_app.handelingen.trappen import CasusAanmeldenZonderNaam
from casus_app.handelingen.uitkomst import CasusHeropenen, CasusSluiten
from casus_app.poorten import Logregel, Wijziging
from casus_app.rollen import gebruiker_met
from casus_app.werkbank import Werkbank
from tests.nep import GeheugenOpslag
from tests.ui.kijken import Kijker, zichtbaar
from tests.ui.nepdeuren import een_werkbank
from ui.main_window import MainWindow

VREEMD = (
    "<b>vet</b> & <a href='x'>link</a>",
    "x" * 10_000,
    "👩‍👧 🏳️‍🌈 e\u0301",
    "שלום مرحبا",
)


@pytest.fixture
def nieuw(kijker: Kijker) -> Kijker:
    """K-2603 is net aangemeld, en zijn dossier staat open."""
    assert kijker.sessie.perform(
        CasusAanmelden(
            id="K-2603",
            aanmelder="wmo",
            doel="Rust in huis.",
            aanleiding="Een melding.",
            leefgebieden=("wonen",),
            betrokkene=BetrokkeneVorm(naam="Tess Fictief"),
        )
    )
    kijker.werk.show_dossier("K-2603")
    return kijker


def vink(mens: Kijker, lijst: str, *teksten: str) -> None:
    """Met de pijlen naar wie er zo heet, en dan de spatiebalk."""
    QApplication.processEvents()
    (veld,) = [v for v in zichtbaar(mens.voor, QListWidget) if v.accessibleName() == lijst]
    veld.setFocus()
    for tekst in teksten:
        mens.qtbot.keyClick(veld, Qt.Key.Key_Home)
        for _ in range(veld.count()):
            if veld.currentItem().text().startswith(tekst):
                break
            mens.qtbot.keyClick(veld, Qt.Key.Key_Down)
        assert veld.currentItem().text().startswith(tekst)
        mens.qtbot.keyClick(veld, Qt.Key.Key_Space)


def kies(mens: Kijker, naam: str) -> None:
    QApplication.processEvents()
    (keuze,) = [k for k in zichtbaar(mens.voor, QRadioButton) if k.accessibleName() == naam]
    keuze.setFocus()
    mens.qtbot.keyClick(keuze, Qt.Key.Key_Space)


def test_de_kop_zegt_waar_de_casus_staat_en_wanneer_alles_weg_is(kijker: Kijker) -> None:
    kijker.werk.show_dossier("K-2601")
    assert kijker.staat_er("Voorkomen dat de overlast")
    assert kijker.staat_er("16 november 2031: 60 maanden na de aanmelding (BGS 1.16)")
    leven = kijker.werk.dossier.head.life.accessibleName()
    assert leven == "Levensloop. Gedaan: aanmelding, weging. Nu: voorbereiding."


def test_wegen_vraagt_de_vier_criteria_en_zegt_bij_het_veld_wat_er_nog_niet_kan(
    nieuw: Kijker,
) -> None:
    nieuw.druk("Nu: wegen")
    assert nieuw.staat_er("BGS 2.20 lid 1 onder a: Er is sprake van problemen")
    assert nieuw.staat_er("criminogene factoren")
    for letter in ("a. Problemen", "b. Meerdere", "c. Ernstige"):
        (veld,) = [
            v
            for v in nieuw.werk.dossier.weging.form.editor("criteria").editors.values()  # type: ignore[union-attr,attr-defined]  # er is een formulier, en het is dit
            if v.edit.accessibleName().startswith(letter)
        ]
        nieuw.vul(veld.edit.accessibleName(), "Ja, want zo is het.")
    vink(nieuw, "Wie beoordelen dit", "J. Vermeulen")
    kies(nieuw, "Uitkomst: In behandeling")
    nieuw.vul("Motivering", "Een partij lost dit niet op.")
    assert nieuw.staat_er("▲ Nog niet aan alle vier de criteria is voldaan.")
    nieuw.vul("d. Samenwerking uit meerdere domeinen is nodig", "Ja.")
    assert nieuw.staat_er("▲ Hier moet iemand van een publieke deelnemer over oordelen")
    nieuw.druk("Weging vastleggen")
    assert nieuw.sessie.haal(Weging, "K-2603") is None
    vink(nieuw, "Wie beoordelen dit", "R. van Dongen")
    assert nieuw.staat_er("✓ Zo kan het.")
    nieuw.toets(Qt.Key.Key_Return, met=Qt.KeyboardModifier.ControlModifier)
    weging = nieuw.sessie.haal(Weging, "K-2603")
    assert weging is not None
    assert weging.criterium_d == "Ja."
    assert nieuw.staat_er("✓ In behandeling")
    assert nieuw.knop("Nu: betrokkene informeren")
    nieuw.toets(Qt.Key.Key_Z, met=Qt.KeyboardModifier.ControlModifier)
    assert nieuw.sessie.haal(Weging, "K-2603") is None
    assert nieuw.knop("Nu: wegen")


def test_niet_in_behandeling_zegt_op_welke_dag_alles_verdwijnt(nieuw: Kijker) -> None:
    nieuw.druk("Nu: wegen")
    vink(nieuw, "Wie beoordelen dit", "R. van Dongen")
    kies(nieuw, "Uitkomst: Niet in behandeling")
    nieuw.vul("Motivering", "Eén partij kan dit zelf.")
    nieuw.druk("Weging vastleggen")
    assert nieuw.staat_er("■ Niet in behandeling. Op 22 december 2026 verdwijnt alles")
    assert nieuw.knop("Opnieuw wegen…")


def test_informeren_en_uitstellen_zijn_twee_keuzes_en_daarna_een_zin(kijker: Kijker) -> None:
    kijker.werk.show_dossier("K-2602")
    kijker.druk("Informeren uitstellen…")
    kijker.vul("Grond van de wet", "Bescherming van de betrokkene")
    assert kijker.staat_er("loopt hij zelf of iemand anders gevaar")
    kijker.vul("Motivering", "Er is dreiging.")
    kijker.vul("Wie beoordeelt dit", "S. el Amrani")
    kijker.druk("Uitstel vastleggen")
    assert kijker.staat_er("Vul dit nog in.")
    assert QApplication.focusWidget().accessibleName() == "Opnieuw bekijken op"  # type: ignore[union-attr]  # er is altijd focus
    kijker.vul("Opnieuw bekijken op", "1-12")
    kijker.druk("Uitstel vastleggen")
    assert kijker.staat_er("Uitgesteld door S. el Amrani, Wmo-consulent: bescherming van")
    assert kijker.staat_er("UAVG 41 lid 1 onder i")
    assert kijker.staat_er("Opnieuw bekijken op 1 december 2026.")
    kijker.druk("Betrokkene is geïnformeerd…")
    kijker.vul("Hoe", "met een brief")
    kijker.vul("Datum", "vandaag")
    kijker.druk("Vastleggen")
    assert kijker.staat_er("✓ Geïnformeerd op 24 november 2026: met een brief")


def test_een_te_late_heroverweging_valt_op_en_is_de_volgende_stap(kijker: Kijker) -> None:
    assert kijker.sessie.perform(
        BetrokkeneUitstellen(
            casus="K-2602",
            grond="uavg-41-i",
            motivering="Dreiging.",
            beoordelaar="wmo",
            heroverwegen_op=date(2026, 11, 20),
        )
    )
    kijker.werk.show_dossier("K-2602")
    assert kijker.staat_er("▲ Te laat: opnieuw bekijken had op 20 november 2026 gemoeten.")
    kijker.druk("Nu: uitstel opnieuw bekijken")
    assert kijker.veld("Grond van de wet")


def test_iemand_komt_bij_de_kring_en_de_naam_staat_er_alleen_vastgehouden(
    kijker: Kijker,
) -> None:
    kijker.werk.show_dossier("K-2601")
    kijker.druk("Iemand toevoegen…")
    kijker.vul("Naam", "Ria Verzonnen")
    kijker.druk("Toevoegen")
    assert kijker.staat_er("Er staat niet waarom dit voor deze casus nodig is.")
    kijker.vul("Relatie", "Moeder")
    kijker.vul("Waarom is dit nodig", "Vangt hem op.")
    kijker.druk("Toevoegen")
    assert kijker.sessie.haal(Kringpersoon, "K-2601", "moeder-2") is not None
    assert not kijker.staat_er("Ria Verzonnen")
    knop = kijker.knop("Toon naam (ingedrukt houden)")
    knop.setFocus()
    kijker.qtbot.keyPress(knop, Qt.Key.Key_Space)
    assert kijker.staat_er("Dirk Molenbeek")
    assert kijker.staat_er("Moeder: Ria Verzonnen")
    kijker.qtbot.keyRelease(knop, Qt.Key.Key_Space)
    assert not kijker.staat_er("Dirk Molenbeek")
    assert not kijker.staat_er("Ria Verzonnen")


def test_een_toestemming_is_een_zin_en_zegt_wie_er_niet_onder_valt(kijker: Kijker) -> None:
    kijker.werk.show_dossier("K-2601")
    assert kijker.staat_er("De betrokkene geeft J. Vermeulen")
    assert kijker.staat_er("✓ Geldt voor iedereen die op 24 november 2026 een stoel heeft.")
    kijker.druk("Toestemming vastleggen…")
    kijker.vul("Wie geeft toestemming", "Moeder")
    kijker.vul("Wie mag erdoor spreken", "J. Vermeulen")
    kijker.vul("Wat mag verteld worden", "Of hij in zorg is.")
    vink(kijker, "Wie mogen het horen", "Politie", "ZVH")
    kijker.vul("Waarvoor", "afstemmen")
    kijker.vul("Hoe", "mondeling")
    kijker.vul("Gegeven op", "18-11")
    kijker.druk("Toestemming vastleggen")
    assert len(kijker.sessie.zoek(Toestemming)) == 2
    assert kijker.staat_er("Moeder geeft J. Vermeulen")
    assert kijker.staat_er(
        "▲ Geldt op 24 november 2026 niet voor: S. el Amrani, Wmo-consulent; P. Hendriks"
    )


def test_intrekken_zegt_wat_het_betekent_en_weigert_een_dag_die_niet_kan(
    kijker: Kijker,
) -> None:
    kijker.werk.show_dossier("K-2601")
    kijker.druk("Toestemming van 18 november 2026 aan J. Vermeulen intrekken")
    assert kijker.staat_er("Wat al gedeeld is, blijft rechtmatig gedeeld.")
    kijker.vul("Ingetrokken op", "1-11")
    kijker.druk("Toestemming intrekken")
    assert kijker.staat_er("Intrekken kan niet vóór de dag van de toestemming.")
    kijker.vul("Ingetrokken op", "vandaag")
    kijker.druk("Toestemming intrekken")
    assert kijker.staat_er("■ Ingetrokken op 24 november 2026.")


def test_een_afgesloten_casus_zegt_dat_en_laat_alleen_heropenen(kijker: Kijker) -> None:
    kijker.werk.show_dossier("K-2601")
    kijker.druk("Iemand toevoegen…")
    assert kijker.sessie.perform(
        CasusSluiten(
            casus="K-2601", beoordelaars=("wijkagent",), reden="Klaar.", bij_terugval="Bellen."
        )
    )
    assert kijker.staat_er("■ Afgesloten op 24 november 2026 en afgeschermd")
    assert kijker.staat_er("Bij terugval: Bellen.")
    assert kijker.werk.dossier.kring.form is None
    kijker.druk("Heropenen…")
    assert kijker.formulier().windowTitle() == "Casus heropenen"
    kijker.formulier().close_now()


def test_wat_getypt_is_blijft_als_er_intussen_iets_anders_verandert(kijker: Kijker) -> None:
    kijker.werk.show_dossier("K-2602")
    kijker.druk("Iemand toevoegen…")
    kijker.vul("Relatie", "buurvrouw")
    assert kijker.sessie.perform(
        CasusWegen(
            casus="K-2602",
            beoordelaars=("wmo",),
            uitkomst="in-behandeling",
            motivering="Opnieuw.",
            criteria=Criteria(a="Ja.", b="Ja.", c="Ja.", d="Ja."),
        )
    )
    assert kijker.werk.dossier.kring.form is not None
    assert kijker.werk.dossier.kring.form.editor("relatie").value() == "buurvrouw"
    kijker.toets(Qt.Key.Key_Escape)
    kijker.druk("Sluiten")
    assert kijker.werk.dossier.kring.form is None
    assert len(kijker.sessie.zoek(Kringpersoon, casus="K-2602")) == 0


def test_een_andere_casus_laat_los_wat_voor_de_vorige_getypt_was(kijker: Kijker) -> None:
    kijker.werk.show_dossier("K-2602")
    kijker.druk("Iemand toevoegen…")
    kijker.vul("Relatie", "buurvrouw")
    kijker.werk.show_dossier("K-2601")
    assert kijker.werk.dossier.kring.form is None


def test_alt_pijl_gaat_terug_naar_waar_men_vandaan_kwam(kijker: Kijker) -> None:
    kijker.werk.show_overleg("wk48")
    kijker.werk.show_dossier("K-2601")
    kijker.toets(Qt.Key.Key_Left, met=Qt.KeyboardModifier.AltModifier)
    assert kijker.werk.stack.currentWidget() is kijker.werk.overleg


@pytest.mark.parametrize("tekst", VREEMD, ids=["opmaak", "lang", "emoji", "rechts"])
def test_vreemde_tekst_staat_er_zoals_hij_getypt_is(kijker: Kijker, tekst: str) -> None:
    kijker.werk.show_dossier("K-2601")
    kijker.druk("Iemand toevoegen…")
    kijker.vul("Relatie", "oom")
    form = kijker.werk.dossier.kring.form
    assert form is not None
    for naam in ("naam", "noodzaak"):
        form.editor(naam).set_value(tekst)
    kijker.druk("Toevoegen")
    persoon = kijker.sessie.haal(Kringpersoon, "K-2601", "oom")
    assert persoon is not None
    assert (persoon.naam, persoon.noodzaak) == (tekst, tekst)
    assert tekst in kijker.teksten()
    pagina = kijker.werk.dossier.area
    assert pagina.widget().width() <= pagina.viewport().width()


def test_een_relatie_zonder_letters_krijgt_toch_een_aanduiding(kijker: Kijker) -> None:
    kijker.werk.show_dossier("K-2601")
    kijker.druk("Iemand toevoegen…")
    for veld in ("Relatie", "Naam", "Waarom is dit nodig"):
        kijker.vul(veld, "👵")
    kijker.druk("Toevoegen")
    assert kijker.sessie.haal(Kringpersoon, "K-2601", "persoon") is not None


def test_een_casus_die_er_niet_meer_is_zegt_dat(kijker: Kijker) -> None:
    kijker.werk.show_dossier("K-9999")
    assert kijker.staat_er("Deze casus is er niet meer")


def test_een_casus_zonder_naam_zegt_dat_en_gaat_met_een_reden_een_trap_verder(
    kijker: Kijker,
) -> None:
    assert kijker.sessie.perform(
        CasusAanmeldenZonderNaam(
            id="K-2603", aanmelder="wmo", doel="Rust.", aanleiding="Een vraag.", leefgebieden=()
        )
    )
    kijker.werk.show_dossier("K-2603")
    assert kijker.staat_er("nog zonder naam")
    assert kijker.staat_er("Zolang er geen naam is, is er geen kring.")
    kijker.druk("Een trap verder…")
    kijker.vul("Reden", "De wijkagent kent hem.")
    assert kijker.staat_er("▲ Vanaf deze trap heeft de casus een naam nodig.")
    kijker.vul("Naam van de betrokkene", "Tess Fictief")
    assert kijker.staat_er("✓ Zo kan het.")
    kijker.toets(Qt.Key.Key_Return, met=Qt.KeyboardModifier.ControlModifier)
    assert kijker.staat_er("24 november 2026: De wijkagent kent hem.")
    assert not kijker.staat_er("nog zonder naam")
    assert kijker.knop("Iemand toevoegen…")
    assert not kijker.staat_er("Tess Fictief")


@pytest.mark.parametrize("tekst", VREEMD, ids=["opmaak", "lang", "emoji", "rechts"])
def test_een_weging_met_vreemde_tekst_staat_er_zoals_hij_getypt_is(
    nieuw: Kijker, tekst: str
) -> None:
    nieuw.druk("Nu: wegen")
    form = nieuw.werk.dossier.weging.form
    assert form is not None
    form.editor("criteria").set_value(dict.fromkeys("abcd", tekst))
    form.editor("motivering").set_value(tekst)
    vink(nieuw, "Wie beoordelen dit", "R. van Dongen")
    kies(nieuw, "Uitkomst: In behandeling")
    nieuw.druk("Weging vastleggen")
    weging = nieuw.sessie.haal(Weging, "K-2603")
    assert weging is not None
    assert (weging.motivering, weging.criterium_a) == (tekst, tekst)
    assert nieuw.teksten().count(tekst) == 5
    pagina = nieuw.werk.dossier.area
    assert pagina.widget().width() <= pagina.viewport().width()


@pytest.mark.parametrize("kader", ["sociaal-domein", "wams", "convenant"])
def test_een_weging_onder_een_ander_kader_vraagt_wat_dat_kader_vraagt(
    kijker: Kijker, kader: str
) -> None:
    casus = kijker.sessie.haal(Casus, "K-2602")
    assert casus is not None
    opslag = kijker.sessie.werkbank.opslag
    regel = Logregel(
        moment=kijker.sessie.werkbank.klok.nu(),
        gebruiker="x",
        rol="",
        handeling="x",
        uitkomst="gelukt",
    )
    opslag.leg_vast((Wijziging(casus, replace(casus, kader=kader)),), regel)
    kijker.werk.show_dossier("K-2602")
    kijker.druk("Opnieuw wegen…")
    assert not kijker.staat_er("criminogene factoren")
    kies(kijker, "Uitkomst: In behandeling")
    kijker.vul("Motivering", "Het loopt vast.")
    if kader == "convenant":
        assert kijker.staat_er("✓ Zo kan het.")
    else:
        assert kijker.staat_er("▲ Er zijn minstens twee domeinen nodig")
        vink(kijker, "Domeinen", "Jeugd", "Wonen")
        assert kijker.staat_er("✓ Zo kan het.")
    kijker.druk("Weging vastleggen")
    weging = kijker.sessie.haal(Weging, "K-2602")
    assert weging is not None
    assert weging.motivering == "Het loopt vast."


def _oefening() -> Werkbank:
    werkbank = een_werkbank()
    tekst = (Path(resources.__file__).parent / "draaiboeken" / "oefencasus.toml").read_bytes()
    draaiboek = lees(tekst, "oefencasus", werkbank.catalogus.kaders)
    assert speel(draaiboek, werkbank, lambda _regel: None, lambda _papier: None) == []
    return werkbank


def test_de_vorige_bespreking_staat_naast_de_komende_met_wat_openstaat_bovenaan(
    venster: MainWindow, qtbot: QtBot
) -> None:
    werkbank = _oefening()
    (eerder,) = werkbank.opslag.zoek(Afspraak, casus="K-2601")
    laat = replace(
        eerder,
        id="laat",
        wat="Nog bellen.",
        stand=StandAfspraak.OPEN,
        uiterlijk=date(2026, 11, 20),
    )
    regel = Logregel(
        moment=werkbank.klok.nu(), gebruiker="x", rol="", handeling="x", uitkomst="gelukt"
    )
    werkbank.opslag.leg_vast((Wijziging(None, laat),), regel)
    venster.enter(werkbank)
    mens = Kijker(venster, qtbot)
    mens.werk.show_dossier("K-2601")
    assert mens.staat_er("In de kamer: voorzitter, wijkagent, Wmo-consulent")
    assert mens.staat_er("De Wmo-consulent gaat eerst langs; daarna breder overleg.")
    gelezen = mens.teksten()
    assert "▲ te laat" in gelezen
    assert gelezen.index("Nog bellen.") < gelezen.index(eerder.wat)
    assert mens.staat_er("Weet hoe hij te benaderen is.")
    mens.druk("Naar het overleg")
    assert mens.werk.stack.currentWidget() is mens.werk.overleg


def test_ctrl_n_meldt_aan_met_alleen_het_toetsenbord_en_gaat_verder_in_het_dossier(
    kijker: Kijker,
) -> None:
    kijker.toets(Qt.Key.Key_N, met=Qt.KeyboardModifier.ControlModifier)
    kijker.vul("Naam van de betrokkene", "Tess Fictief")
    kijker.vul("Aanleiding", "Drie meldingen.")
    kijker.vul("Wie meldt aan", "R. van Dongen")
    kijker.toets(Qt.Key.Key_Return, met=Qt.KeyboardModifier.ControlModifier)
    assert kijker.staat_er("Deze casus heeft nog geen doel.")
    kijker.vul("Doel", "Rust in huis.")
    kijker.toets(Qt.Key.Key_Return, met=Qt.KeyboardModifier.ControlModifier)
    assert kijker.werk.stack.currentWidget() is kijker.werk.dossier
    assert kijker.staat_er("Rust in huis.")
    assert not kijker.staat_er("Tess Fictief")


def test_wie_iets_niet_mag_krijgt_er_geen_knop_voor(kijker: Kijker) -> None:
    kijker.sessie._gebruiker = gebruiker_met("fg")
    kijker.werk.show_dossier("K-2601")
    assert kijker.staat_er("De betrokkene geeft J. Vermeulen")
    teksten = {knop.text() for knop in kijker.werk.dossier.findChildren(QPushButton)}
    for woord in ("wegen", "uit&stellen", "vastleggen", "Intrekken", "toe&voegen"):
        assert not any(woord in tekst for tekst in teksten), woord


def test_een_formulier_dat_opengaat_is_te_zien(nieuw: Kijker) -> None:
    nieuw.druk("Nu: wegen")
    form = nieuw.werk.dossier.weging.form
    assert form is not None
    beeld = nieuw.werk.dossier.area.viewport()
    nieuw.qtbot.waitUntil(
        lambda: 0 <= form.mapTo(beeld, form.rect().topLeft()).y() < beeld.height() // 2
    )


def test_veilig_contact_staat_er_alleen_zolang_iemand_de_knop_ingedrukt_houdt(
    kijker: Kijker,
) -> None:
    hoe = "Alleen via haar zus, dinsdag."
    kijker.werk.show_dossier("K-2601")
    assert kijker.staat_er("Nog niet bekend.")
    kijker.druk("Opschrijven…")
    kijker.vul("Hoe bereikt u de betrokkene veilig", hoe)
    kijker.druk("Vastleggen")
    assert not kijker.staat_er(hoe)
    knop = kijker.knop("Toon veilig contact (ingedrukt houden)")
    knop.setFocus()
    kijker.qtbot.keyPress(knop, Qt.Key.Key_Space)
    assert kijker.staat_er(hoe)
    assert any(r.handeling == "veilig-contact.bekijken" for r in logboek(kijker))
    kijker.qtbot.keyRelease(knop, Qt.Key.Key_Space)
    assert not kijker.staat_er(hoe)
    kijker.qtbot.keyPress(knop, Qt.Key.Key_Space)
    kijker.werk.show_dossier("K-2602")
    assert not kijker.staat_er(hoe)
    kijker.werk.show_dossier("K-2601")
    assert not kijker.staat_er(hoe)
    kijker.druk("Opnieuw opschrijven…")
    assert not kijker.staat_er(hoe)
    assert hoe not in repr(list(logboek(kijker)))


def logboek(mens: Kijker) -> list[Logregel]:
    opslag = mens.sessie.werkbank.opslag
    assert isinstance(opslag, GeheugenOpslag)
    return opslag.regels


def test_het_dossier_zegt_wie_welk_papier_kreeg_met_de_som_van_het_bestand(
    kijker: Kijker,
) -> None:
    kijker.werk.show_dossier("K-2601")
    assert kijker.staat_er("Van deze casus ging nog niets op papier de kluis uit.")
    for _ in range(2):
        assert kijker.sessie.perform(BetrokkeneBrief(casus="K-2601"))
    (een, twee) = kijker.sessie.zoek(Uitgifte, casus="K-2601")
    assert kijker.staat_er("Brief aan de betrokkene · versie 1")
    assert kijker.staat_er(f"de betrokkene · 24 nov 2026 · bestand {een.sha256[:16]}")
    assert twee.versie == 1


def test_een_heropende_casus_weet_nog_wat_er_bij_terugval_gebeurt(kijker: Kijker) -> None:
    doe = kijker.sessie.perform
    wie = ("wijkagent",)
    assert doe(CasusSluiten(casus="K-2601", beoordelaars=wie, reden="Rust.", bij_terugval="Bel."))
    assert doe(CasusHeropenen(casus="K-2601", beoordelaars=wie, reden="Onrust."))
    kijker.werk.show_dossier("K-2601")
    assert kijker.staat_er("Bij terugval: Bel.")
