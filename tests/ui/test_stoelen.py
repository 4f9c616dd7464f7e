"""Wie per casus nodig is: typen, Enter, waarom, Enter; en de vorige keer een voor een."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Deelname, Overleg, SoortBespreking, Uitnodiging
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.handelingen.aanmelding import BetrokkeneVorm, CasusAanmelden
from casus_app.handelingen.bespreking import BesprekingDoorschuiven
from casus_app.handelingen.inrichting import PartijRegistreren, ProfessionalRegistreren
from casus_app.handelingen.overleg import OverlegAgenderen, OverlegPlannen
from casus_app.handelingen.stoelen import DeelnameToelaten
from casus_app.regels import verleden
from tests.ui.kijken import Kijker
from ui.pages.overview_page import OverviewPage
from ui.stoelen.seats_panel import SeatsPanel
from ui.widgets.finder import Finder

LATER = "wk50"


@pytest.fixture
def mens(kijker: Kijker) -> Kijker:
    """Wie op de bladzij van een tweede overleg staat, twee weken later, met K-2601 erop."""
    sessie = kijker.sessie
    dag = sessie.vandaag() + timedelta(days=14)
    for stap in (
        OverlegPlannen(id=LATER, datum=dag, begin="09:00", plaats="Zaal", voorzitter="voorzitter"),
        OverlegAgenderen(overleg=LATER, casus="K-2602", minuten=20, vraag="Hoe nu verder?"),
    ):
        assert sessie.perform(stap)
    kijker.werk.show_overleg(LATER)
    QApplication.processEvents()
    return kijker


def stoelen(mens: Kijker, casus: str, overleg: str = LATER) -> dict[str, Deelname]:
    found = mens.sessie.zoek(Deelname, overleg=overleg, casus=casus, ingetrokken_op=None)
    return {stoel.professional: stoel for stoel in found}


def vouw_open(mens: Kijker, casus: str) -> SeatsPanel:
    mens.druk(f"Stoelen bij {casus}")
    panel = mens.werk.overleg.agenda.cards[casus].panel
    assert panel is not None
    QApplication.processEvents()
    return panel


def typ(mens: Kijker, tekst: str) -> None:
    """Waar de cursor staat."""
    veld = QApplication.focusWidget()
    assert isinstance(veld, QLineEdit), veld
    mens.qtbot.keyClicks(veld, tekst)


def naar_het_zoeken(mens: Kijker, panel: SeatsPanel) -> None:
    panel.finder.edit.setFocus()
    assert QApplication.focusWidget() is panel.finder.edit


def test_een_stoel_is_typen_enter_waarom_enter_en_de_volgende(mens: Kijker) -> None:
    panel = vouw_open(mens, "K-2602")
    naar_het_zoeken(mens, panel)
    typ(mens, "wijk")
    mens.toets(Qt.Key.Key_Return)
    assert mens.staat_er("wijkagent · R. van Dongen")
    assert panel.form.taak.value() == "politietaak", "één taak wordt voorgesteld"
    typ(mens, "Kent hem van de straat.")
    mens.toets(Qt.Key.Key_Return)
    stoel = stoelen(mens, "K-2602")["wijkagent"]
    assert (stoel.rol, stoel.taak, stoel.noodzaak) == (
        "uitvoerend",
        "politietaak",
        "Kent hem van de straat.",
    )
    assert QApplication.focusWidget() is panel.finder.edit
    assert mens.staat_er("Nodig: Kent hem van de straat.")


def test_wat_de_catalogus_weet_staat_er_in_woorden(mens: Kijker) -> None:
    panel = vouw_open(mens, "K-2602")
    naar_het_zoeken(mens, panel)
    typ(mens, "psych")
    mens.toets(Qt.Key.Key_Return)
    assert mens.staat_er("Kan delen op: ", panel.form)
    assert mens.staat_er("Medisch beroepsgeheim".lower(), panel.form)
    assert mens.staat_er("Spreekt alleen langs: uitdrukkelijke toestemming", panel.form)


def test_heeft_de_partij_meer_taken_dan_wordt_de_taak_gevraagd(mens: Kijker) -> None:
    panel = vouw_open(mens, "K-2602")
    naar_het_zoeken(mens, panel)
    mens.sessie.perform(
        ProfessionalRegistreren(id="wmo2", partij="waalstede", naam="T. Pot", functie="inkomen")
    )
    typ(mens, "inkomen")
    mens.toets(Qt.Key.Key_Return)
    assert panel.form.taak.value() is None
    assert QApplication.focusWidget() is panel.form.taak
    mens.toets(Qt.Key.Key_Down)
    mens.toets(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is panel.form.noodzaak


def test_zonder_reden_is_er_geen_stoel_en_de_zin_staat_bij_het_veld(mens: Kijker) -> None:
    panel = vouw_open(mens, "K-2602")
    naar_het_zoeken(mens, panel)
    typ(mens, "wijk")
    mens.toets(Qt.Key.Key_Return)
    for reden in ("", "   "):
        panel.form.noodzaak.setText(reden)
        mens.toets(Qt.Key.Key_Return)
        assert stoelen(mens, "K-2602") == {}
        assert panel.form.places["noodzaak"].isVisible()
        assert QApplication.focusWidget() is panel.form.noodzaak


def test_wie_geen_verklaring_heeft_krijgt_hem_hier(mens: Kijker) -> None:
    mens.sessie.perform(
        ProfessionalRegistreren(id="huur", partij="woonwaal", naam="K. Bos", functie="huur")
    )
    panel = vouw_open(mens, "K-2602")
    naar_het_zoeken(mens, panel)
    typ(mens, "huur")
    mens.toets(Qt.Key.Key_Return)
    assert mens.staat_er("geheimhoudingsverklaring", panel.form)
    assert QApplication.focusWidget() is panel.form.signed.edit
    mens.toets(Qt.Key.Key_Return)
    found = mens.sessie.haal(Professional, "huur")
    assert found is not None
    assert found.geheimhouding_op == mens.sessie.vandaag()
    assert QApplication.focusWidget() is panel.form.noodzaak
    typ(mens, "Er loopt een huurzaak.")
    mens.toets(Qt.Key.Key_Return)
    assert "huur" in stoelen(mens, "K-2602")


def test_een_dag_na_het_overleg_getekend_is_te_laat_en_dat_staat_er(mens: Kijker) -> None:
    mens.sessie.perform(
        ProfessionalRegistreren(id="huur", partij="woonwaal", naam="K. Bos", functie="huur")
    )
    panel = vouw_open(mens, "K-2602")
    naar_het_zoeken(mens, panel)
    typ(mens, "huur")
    mens.toets(Qt.Key.Key_Return)
    panel.form.signed.set_value(date(2027, 5, 1))
    mens.toets(Qt.Key.Key_Return)
    assert panel.form.obstacle.isVisible()
    assert QApplication.focusWidget() is panel.form.signed.edit
    assert stoelen(mens, "K-2602") == {}


def test_alleen_een_wijkteam_heeft_een_pet_en_zij_wordt_gevraagd(mens: Kijker) -> None:
    for stap in (
        PartijRegistreren(id="team", soort="wijkteam", naam="Wijkteam Noord"),
        ProfessionalRegistreren(id="mw", partij="team", naam="L. Vos", functie="hulpverlener"),
    ):
        assert mens.sessie.perform(stap)
    panel = vouw_open(mens, "K-2602")
    naar_het_zoeken(mens, panel)
    typ(mens, "hulpverlener")
    mens.toets(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is panel.form.pet
    mens.toets(Qt.Key.Key_Down)
    mens.toets(Qt.Key.Key_Return)
    assert panel.form.pet.value() == "toeleiding"
    while QApplication.focusWidget() is not panel.form.noodzaak:
        mens.toets(Qt.Key.Key_Down)
        mens.toets(Qt.Key.Key_Return)
    typ(mens, "Kent het gezin.")
    mens.toets(Qt.Key.Key_Return)
    assert stoelen(mens, "K-2602")["mw"].pet == "toeleiding"


def test_een_partij_zonder_taak_krijgt_geen_stoel_en_er_staat_waarom(mens: Kijker) -> None:
    zonder = next(
        soort for soort in mens.sessie.catalogus.soorten.values() if not soort.taken_onder("wgs")
    )
    for stap in (
        PartijRegistreren(id="geen", soort=zonder.sleutel, naam="Zonder Taak"),
        ProfessionalRegistreren(id="gast", partij="geen", naam="B. Gast", functie="toehoorder"),
    ):
        assert mens.sessie.perform(stap)
    panel = vouw_open(mens, "K-2602")
    naar_het_zoeken(mens, panel)
    typ(mens, "toehoorder")
    mens.toets(Qt.Key.Key_Return)
    assert panel.form.obstacle.isVisible()
    assert "taak" in panel.form.obstacle.text()
    assert not panel.form.give_button.isVisible()
    assert QApplication.focusWidget() is panel.form.back_button
    mens.toets(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is panel.finder.edit


def test_iemand_die_er_nog_niet_is_komt_er_hier_bij(mens: Kijker) -> None:
    panel = vouw_open(mens, "K-2602")
    naar_het_zoeken(mens, panel)
    typ(mens, "politie")
    while "Iemand anders" not in panel.finder.list.currentItem().text():
        mens.toets(Qt.Key.Key_Down)
    mens.toets(Qt.Key.Key_Return)
    typ(mens, "rechercheur")
    mens.toets(Qt.Key.Key_Return)
    typ(mens, "W. de Wit")
    mens.toets(Qt.Key.Key_Return)
    typ(mens, "Deed het onderzoek.")
    mens.toets(Qt.Key.Key_Return)
    assert "rechercheur" in stoelen(mens, "K-2602")


def test_wie_al_zit_is_te_zien_maar_niet_te_kiezen(mens: Kijker) -> None:
    panel = vouw_open(mens, "K-2602")
    naar_het_zoeken(mens, panel)
    typ(mens, "voorzitter")
    eerste = panel.finder.list.item(0)
    assert "zit al aan tafel" in eerste.text()
    mens.toets(Qt.Key.Key_Return)
    assert panel.form.isHidden()


def _vorige_keer(mens: Kijker) -> SeatsPanel:
    sessie = mens.sessie
    assert sessie.perform(
        OverlegAgenderen(overleg=LATER, casus="K-2601", minuten=30, vraag="Werkt het?")
    )
    QApplication.processEvents()
    return vouw_open(mens, "K-2601")


def test_de_vorige_keer_wordt_een_voor_een_bevestigd(mens: Kijker) -> None:
    panel = _vorige_keer(mens)
    toen = stoelen(mens, "K-2601", "wk48")
    panel.take_focus()
    assert mens.staat_er("Toen nodig: Kent de meldingen.")
    assert mens.staat_er("nog 4 te beslissen")
    mens.toets(Qt.Key.Key_Return)
    assert list(stoelen(mens, "K-2601")) == ["wijkagent"], "één handeling, één mens"
    mens.toets(Qt.Key.Key_N)
    assert mens.staat_er("nog 2 te beslissen")
    mens.toets(Qt.Key.Key_Return)
    mens.toets(Qt.Key.Key_Return)
    nu = stoelen(mens, "K-2601")
    assert set(nu) == {"wijkagent", "spv", "leefbaar"}
    assert all(nu[wie].noodzaak == toen[wie].noodzaak for wie in nu)
    assert QApplication.focusWidget() is panel.finder.edit


def test_een_toets_die_ingedrukt_blijft_zegt_maar_een_keer_ja(mens: Kijker) -> None:
    panel = _vorige_keer(mens)
    panel.take_focus()
    knop = QApplication.focusWidget()
    assert knop is panel.previous.yes_button
    for _ in range(5):
        QApplication.sendEvent(
            knop,
            QKeyEvent(
                QEvent.Type.KeyPress,
                Qt.Key.Key_Return,
                Qt.KeyboardModifier.NoModifier,
                "\r",
                autorep=True,
            ),
        )
    assert stoelen(mens, "K-2601") == {}


def test_er_is_geen_knop_die_iedereen_van_de_vorige_keer_meeneemt(mens: Kijker) -> None:
    panel = _vorige_keer(mens)
    for knop in ("Ja, nog steeds nodig", "Nu om iets anders…", "Niet meer nodig"):
        assert mens.knop(knop).isVisible()
    toegelaten = []
    mens.sessie.changed.connect(lambda uitkomst: toegelaten.append(uitkomst.handeling))
    mens.qtbot.mouseClick(panel.previous.yes_button, Qt.MouseButton.LeftButton)
    assert toegelaten == ["deelname.toelaten"]


def test_een_andere_reden_dan_toen_komt_in_het_formulier(mens: Kijker) -> None:
    panel = _vorige_keer(mens)
    mens.druk("Nu om iets anders…")
    assert panel.form.noodzaak.text() == "Kent de meldingen."
    panel.form.noodzaak.selectAll()
    typ(mens, "Spreekt de buren.")
    mens.toets(Qt.Key.Key_Return)
    assert stoelen(mens, "K-2601")["wijkagent"].noodzaak == "Spreekt de buren."
    assert QApplication.focusWidget() is panel.previous.yes_button


def test_een_stoel_intrekken_vraagt_een_reden(mens: Kijker) -> None:
    mens.werk.show_overleg("wk48")
    QApplication.processEvents()
    vouw_open(mens, "K-2601")
    mens.druk("Stoel van J. Vermeulen intrekken")
    mens.toets(Qt.Key.Key_Return)
    assert "spv" in stoelen(mens, "K-2601", "wk48"), "zonder reden niet"
    typ(mens, "Is overgeplaatst.")
    mens.toets(Qt.Key.Key_Return)
    weg = mens.sessie.haal(Deelname, "wk48", "K-2601", "spv")
    assert weg is not None
    assert weg.reden_ingetrokken == "Is overgeplaatst."


def test_een_casus_op_de_agenda_is_typen_enter_vraag_enter_en_dan_de_stoelen(
    mens: Kijker,
) -> None:
    mens.druk("Casus op de agenda…")
    typ(mens, "2601")
    mens.toets(Qt.Key.Key_Return)
    typ(mens, "Werkt de afspraak?")
    mens.toets(Qt.Key.Key_Return)
    punt = mens.sessie.haal(Bespreking, LATER, "K-2601")
    assert punt is not None
    assert (punt.vraag, punt.minuten) == ("Werkt de afspraak?", 30), "de tijd van de vorige keer"
    panel = mens.werk.overleg.agenda.cards["K-2601"].panel
    assert panel is not None
    assert QApplication.focusWidget() is panel.previous.yes_button


def test_zonder_vraag_komt_er_niets_op_de_agenda(mens: Kijker) -> None:
    mens.druk("Casus op de agenda…")
    typ(mens, "2601")
    mens.toets(Qt.Key.Key_Return)
    mens.toets(Qt.Key.Key_Return)
    assert mens.sessie.haal(Bespreking, LATER, "K-2601") is None
    assert mens.werk.overleg.agenda.agenderen.notice.isVisible()


def test_wat_doorgeschoven_is_staat_klaar_met_zijn_vraag(mens: Kijker) -> None:
    assert mens.sessie.perform(
        BesprekingDoorschuiven(overleg="wk48", casus="K-2601", reden="Te laat.")
    )
    QApplication.processEvents()
    assert mens.staat_er("K-2601 · op di 24 nov 2026 doorgeschoven: Te laat.")
    mens.druk("K-2601 op deze agenda zetten")
    mens.toets(Qt.Key.Key_Return)
    punt = mens.sessie.haal(Bespreking, LATER, "K-2601")
    assert punt is not None
    assert punt.vraag == "Welke stap zet wie deze maand, en wie belt hij bij onrust?"
    assert not mens.staat_er("doorgeschoven:")


def test_de_betrokkene_uitnodigen_is_een_klik_en_niet_uitnodigen_een_reden(mens: Kijker) -> None:
    mens.druk("Betrokkene van K-2602 niet uitnodigen")
    mens.toets(Qt.Key.Key_Return)

    def besluit() -> Uitnodiging:
        punt = mens.sessie.haal(Bespreking, LATER, "K-2602")
        assert punt is not None
        return punt.uitnodiging

    assert besluit() is Uitnodiging.ONBESLIST, "zonder belang niet"
    typ(mens, "Gevaar voor het kind.")
    mens.toets(Qt.Key.Key_Return)
    assert besluit() is Uitnodiging.NIET_UITGENODIGD
    mens.qtbot.mouseClick(mens.knop("Betrokkene van K-2602 uitnodigen"), Qt.MouseButton.LeftButton)
    assert besluit() is Uitnodiging.UITGENODIGD


@pytest.mark.parametrize(
    "tekst",
    ["<b>vet</b>", "w" * 4000, "🙂 אבג \"'", "a & b", "x\u202ey"],
    ids=["opmaak", "lang", "vreemd", "en-teken", "omgekeerd"],
)
def test_vreemde_tekst_blijft_zoals_hij_getypt_is(mens: Kijker, tekst: str) -> None:
    panel = vouw_open(mens, "K-2602")
    naar_het_zoeken(mens, panel)
    panel.finder.edit.insert(tekst)
    panel.finder.edit.clear()
    typ(mens, "wijk")
    mens.toets(Qt.Key.Key_Return)
    panel.form.noodzaak.insert(tekst)
    mens.toets(Qt.Key.Key_Return)
    assert stoelen(mens, "K-2602")["wijkagent"].noodzaak == tekst
    assert mens.staat_er(f"Nodig: {tekst}")
    QApplication.processEvents()
    assert panel.width() < mens.venster.width()


def test_wat_getypt_is_blijft_als_er_iets_anders_verandert(mens: Kijker) -> None:
    panel = vouw_open(mens, "K-2602")
    naar_het_zoeken(mens, panel)
    typ(mens, "wijk")
    mens.toets(Qt.Key.Key_Return)
    typ(mens, "Kent he")
    assert mens.sessie.perform(
        DeelnameToelaten(
            overleg=LATER,
            casus="K-2602",
            professional="wmo",
            rol="uitvoerend",
            taak="wmo",
            noodzaak="Onderdak.",
        )
    )
    QApplication.processEvents()
    typ(mens, "m.")
    assert panel.form.noodzaak.text() == "Kent hem."


def test_escape_gaat_terug_en_er_is_niets_gebeurd(mens: Kijker) -> None:
    panel = vouw_open(mens, "K-2602")
    naar_het_zoeken(mens, panel)
    typ(mens, "wijk")
    mens.toets(Qt.Key.Key_Return)
    mens.toets(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is panel.finder.edit
    assert stoelen(mens, "K-2602") == {}


# --- een vraagkaart in plaats van een stoel ---


def test_een_partij_met_een_feit_krijgt_een_vraag_en_geen_stoel(mens: Kijker) -> None:
    panel = vouw_open(mens, "K-2602")
    naar_het_zoeken(mens, panel)
    typ(mens, "politie")
    while "Liever één vraag" not in panel.finder.list.currentItem().text():
        mens.toets(Qt.Key.Key_Down)
    mens.toets(Qt.Key.Key_Return)
    form = panel.card_form
    assert QApplication.focusWidget() is form.vraag, "wie en waarvoor zijn al bekend"
    typ(mens, "Waren er meldingen deze maand?")
    mens.toets(Qt.Key.Key_Return)
    mens.vul("Om wat voor gegeven gaat het", "Politiegegevens")
    assert form.grondslag.value() == "wgs-1-5-wpg", "de waarschijnlijkste staat klaar"
    mens.toets(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is form.noodzaak
    mens.toets(Qt.Key.Key_Return)
    assert mens.sessie.zoek(Vraagkaart) == (), "zonder reden niet"
    assert form.beside.isVisible()
    typ(mens, "Bepaalt of er toezicht komt.")
    mens.toets(Qt.Key.Key_Return)
    (kaart,) = mens.sessie.zoek(Vraagkaart)
    assert (kaart.professional, kaart.vraag) == ("wijkagent", "Waren er meldingen deze maand?")
    assert stoelen(mens, "K-2602") == {}
    assert mens.staat_er("Vraagkaart · wijkagent · R. van Dongen")
    assert mens.knop("nog niemand, 1 vraagkaart").isVisible()


def test_een_vraagkaart_intrekken_vraagt_een_reden(mens: Kijker) -> None:
    test_een_partij_met_een_feit_krijgt_een_vraag_en_geen_stoel(mens)
    mens.druk("Vraag aan wijkagent · R. van Dongen intrekken")
    mens.toets(Qt.Key.Key_Return)
    assert mens.sessie.zoek(Vraagkaart)[0].ingetrokken_op is None
    typ(mens, "Het antwoord is er al.")
    mens.toets(Qt.Key.Key_Return)
    assert mens.sessie.zoek(Vraagkaart)[0].reden_ingetrokken == "Het antwoord is er al."
    assert not mens.staat_er("Vraagkaart · wijkagent")


def test_van_een_stoel_kan_men_alsnog_een_vraag_maken(mens: Kijker) -> None:
    panel = vouw_open(mens, "K-2602")
    naar_het_zoeken(mens, panel)
    typ(mens, "wijk")
    mens.toets(Qt.Key.Key_Return)
    mens.druk("Liever één vraag")
    assert panel.card_form.who.value() == "wijkagent"
    mens.toets(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is panel.finder.edit


def test_wat_gevraagd_wordt_komt_in_beeld(mens: Kijker) -> None:
    """Op een laag scherm staat het formulier onder de rand; wie typt moet zien wat hij typt."""
    panel = vouw_open(mens, "K-2602")
    mens.venster.resize(1280, 720)
    naar_het_zoeken(mens, panel)
    typ(mens, "wijk")
    mens.toets(Qt.Key.Key_Return)
    veld = panel.form.noodzaak
    blad = mens.werk.overleg.area.viewport()

    def in_beeld() -> bool:
        hoek = veld.mapTo(blad, veld.rect().bottomLeft())
        return 0 < hoek.y() <= blad.height()

    mens.qtbot.waitUntil(in_beeld)


def test_een_wenk_over_de_partij_staat_er_rustig_bij(
    mens: Kijker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wenk(*_alles: object) -> verleden.Wenk:
        return verleden.Wenk(keren=3, ingebracht=0, afspraken=0, deze_casus=True)

    monkeypatch.setattr(verleden, "wenk", wenk)
    panel = vouw_open(mens, "K-2602")
    naar_het_zoeken(mens, panel)
    typ(mens, "wijk")
    mens.toets(Qt.Key.Key_Return)
    assert mens.staat_er(
        "Bij deze casus: drie keer uitgenodigd, niets ingebracht, geen afspraak.", panel.form
    )


# --- een overleg plannen ---


def test_een_overleg_plannen_is_een_dag_typen_want_de_rest_staat_er(mens: Kijker) -> None:
    mens.werk.show_overview()
    QApplication.processEvents()
    mens.druk("Overleg plannen…")
    typ(mens, "8-12")
    mens.toets(Qt.Key.Key_Return)
    overleg = mens.sessie.haal(Overleg, "overleg-2026-12-08-2") or mens.sessie.haal(
        Overleg, "overleg-2026-12-08"
    )
    assert overleg is not None
    assert (overleg.begin, overleg.plaats, overleg.voorzitter) == ("09:00", "Zaal", "voorzitter")
    QApplication.processEvents()
    assert mens.werk.overleg.overleg == overleg.id
    assert mens.werk.stack.currentWidget() is mens.werk.overleg


def test_bij_plannen_staat_wat_niet_kan_bij_het_veld(mens: Kijker) -> None:
    voor = len(mens.sessie.zoek(Overleg))
    mens.werk.show_overview()
    QApplication.processEvents()
    mens.druk("Overleg plannen…")
    mens.druk("Overleg vastleggen")
    assert mens.staat_er("Typ eerst de dag")
    typ(mens, "8-12")
    mens.vul("Begint om", "kwart over")
    mens.toets(Qt.Key.Key_Return)
    plannen = mens.werk.page(OverviewPage).plannen
    assert plannen is not None
    assert plannen.beside.isVisible()
    assert QApplication.focusWidget() is plannen.begin_at.edit
    assert len(mens.sessie.zoek(Overleg)) == voor


def test_een_andere_voorzitter_kiest_men_door_te_typen(mens: Kijker) -> None:
    mens.werk.show_overview()
    QApplication.processEvents()
    mens.druk("Overleg plannen…")
    typ(mens, "9-12")
    mens.druk("Andere voorzitter")
    typ(mens, "wmo")
    mens.toets(Qt.Key.Key_Return)
    mens.toets(Qt.Key.Key_Space)
    assert [o.voorzitter for o in mens.sessie.zoek(Overleg) if o.datum == date(2026, 12, 9)] == [
        "wmo"
    ]


# --- hoeveel toetsen ---


def test_een_casus_agenderen_met_vijf_mensen_kost_weinig_toetsen_naast_het_typen(
    mens: Kijker,
) -> None:
    """Geteld worden de toetsen naast de letters van vraag en reden: zoeken, kiezen, ja zeggen."""
    sessie = mens.sessie
    for id_, partij, functie in (
        ("reg", "zvh", "procesregisseur"),
        ("recherche", "politie", "rechercheur"),
    ):
        assert sessie.perform(
            ProfessionalRegistreren(id=id_, partij=partij, naam="N. Nieuw", functie=functie)
        )
    toetsen = 0

    def zoek(tekst: str) -> None:
        nonlocal toetsen
        typ(mens, tekst)
        toetsen += len(tekst)
        enter()

    def enter(keer: int = 1) -> None:
        nonlocal toetsen
        for _ in range(keer):
            mens.toets(Qt.Key.Key_Return)
        toetsen += keer

    assert sessie.perform(
        CasusAanmelden(
            id="K-2603",
            aanmelder="wijkagent",
            doel="Rust in de straat.",
            aanleiding="Meldingen.",
            leefgebieden=("veiligheid",),
            betrokkene=BetrokkeneVorm(naam="Noor Voorbeeld"),
        )
    )
    mens.druk("Casus op de agenda…")
    toetsen += 1
    zoek("2603")
    typ(mens, "Hoort deze casus hier?")
    enter()
    for wie in ("wijka", "rech", "psych", "leef", "procesr"):
        zoek(wie)
        if QApplication.focusWidget() is not panel_van(mens).form.noodzaak:
            mens.toets(Qt.Key.Key_Down)
            toetsen += 1
            enter()
        typ(mens, "Is nodig om te wegen.")
        enter()
    assert len(stoelen(mens, "K-2603")) == 5
    punt = sessie.haal(Bespreking, LATER, "K-2603")
    assert punt is not None
    assert punt.soort is SoortBespreking.WEGING, "wie nog niet gewogen is komt als weging"
    assert toetsen <= 44, toetsen


def test_met_alleen_de_muis_en_letters_kost_het_drie_klikken_en_twee_per_stoel(
    mens: Kijker,
) -> None:
    klikken = 0

    def klik(wat: QWidget, waar: QPoint | None = None) -> None:
        nonlocal klikken
        mens.qtbot.mouseClick(wat, Qt.MouseButton.LeftButton, pos=waar or wat.rect().center())
        QApplication.processEvents()
        klikken += 1

    def klik_gevonden(zoeker: Finder, tekst: str) -> None:
        typ(mens, tekst)
        QApplication.processEvents()
        lijst = zoeker.list
        klik(lijst.viewport(), lijst.visualItemRect(lijst.item(0)).center())

    agenda = mens.werk.overleg.agenda
    klik(mens.knop("Casus op de agenda…"))
    klik_gevonden(agenda.agenderen.finder, "2601")
    typ(mens, "Werkt het?")
    klik(agenda.agenderen.add_button)
    panel = agenda.cards["K-2601"].panel
    assert panel is not None
    assert klikken == 3
    for _ in stoelen(mens, "K-2601", "wk48"):
        klik(panel.previous.yes_button)
    assert klikken == 3 + 4, "van de vorige keer kost iemand één klik"
    assert sessie_heeft_nieuw(mens)
    klik_gevonden(panel.finder, "rechercheur")
    typ(mens, "Deed het onderzoek.")
    klik(panel.form.give_button)
    assert klikken == 3 + 4 + 2
    assert len(stoelen(mens, "K-2601")) == 5


def sessie_heeft_nieuw(mens: Kijker) -> bool:
    return mens.sessie.perform(
        ProfessionalRegistreren(
            id="recherche", partij="politie", naam="N. Nieuw", functie="rechercheur"
        )
    )


def panel_van(mens: Kijker) -> SeatsPanel:
    panel = mens.werk.overleg.agenda.cards["K-2603"].panel
    assert panel is not None
    return panel
