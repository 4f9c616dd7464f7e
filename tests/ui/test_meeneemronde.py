"""De meeneemronde, met echte toetsen en de muis op de echte werkbank."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

from casus_app.domein.inbreng import Lot
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.handelingen import HANDELINGEN, SCHERMHANDELINGEN
from casus_app.handelingen.bespreking import BesprekingUitlaten
from tests.ui.kijken import Kijker
from tests.ui.tafelspel import (
    ALLEN,
    CASUS,
    OVERLEG,
    STOEL,
    Teller,
    breng_in,
    extra_mensen,
    gepubliceerd,
    inbreng,
    mee,
    naar_meenemen,
    open_casus,
    spreek_af,
)
from ui import theme
from ui.main_window import MainWindow
from ui.tafel.meenemen.grid import FIRST
from ui.tafel.meenemen.matrix import Mark, rest_words
from ui.tafel.meenemen.panel import MeenemenPanel
from ui.theme import DARK, LIGHT, Look


@pytest.fixture
def tafel(kijker: Kijker) -> Kijker:
    """Twee gegevens op tafel, en een afspraak voor de Wmo-consulent en de verpleegkundige."""
    open_casus(kijker)
    breng_in(kijker.sessie, "i1")
    breng_in(kijker.sessie, "i2", "wmo")
    spreek_af(kijker.sessie, "a1", "wmo")
    spreek_af(kijker.sessie, "a2", "spv")
    return kijker


def merk(paneel: MeenemenPanel, rij: int, wie: str) -> Mark:
    kolom = [stoel.professional for stoel in paneel.matrix.columns].index(wie)
    return paneel.matrix.rows[rij].cells[kolom].mark


def test_elke_cel_zegt_wat_kan_en_waarom_iets_niet_kan(tafel: Kijker) -> None:
    paneel = naar_meenemen(tafel)
    assert merk(paneel, 0, "wmo") is Mark.HERE
    assert merk(paneel, 0, "wijkagent") is Mark.OWN
    assert merk(paneel, 0, "leefbaar") is Mark.NO
    assert merk(paneel, 0, "voorzitter") is Mark.LATER
    uitleg = {
        stoel.professional: cel.why
        for stoel, cel in zip(paneel.matrix.columns, paneel.matrix.rows[0].cells, strict=True)
    }
    assert "adviseur" in uitleg["leefbaar"]
    assert "zonder eigen afspraak" in uitleg["voorzitter"].casefold()
    assert "Doen van a1" in uitleg["wmo"]


def test_het_nummer_van_de_stoel_is_een_vrijgave(tafel: Kijker) -> None:
    paneel = naar_meenemen(tafel)
    toets = Teller(tafel)
    toets(Qt.Key.Key_3)
    assert mee(tafel.sessie, "i1").keys() == {"wmo"}
    assert toets.aantal == gepubliceerd("vrijgave, één afspraak")
    assert paneel.aloud.text() == "Wijkagent: Wmo-consulent mag dit meenemen. Nog iemand?"
    toets(Qt.Key.Key_3)
    assert inbreng(tafel.sessie, "i1").lot is Lot.NIEMAND


def test_wie_meer_afspraken_heeft_wordt_met_een_cijfer_gevraagd(tafel: Kijker) -> None:
    spreek_af(tafel.sessie, "a3", "wmo")
    paneel = naar_meenemen(tafel)
    toets = Teller(tafel)
    toets(Qt.Key.Key_3)
    assert mee(tafel.sessie, "i1") == {}
    assert "Wmo-consulent" in paneel.choice.question.text()
    toets(Qt.Key.Key_2)
    assert mee(tafel.sessie, "i1")["wmo"].afspraak == "a3"
    assert toets.aantal == gepubliceerd("vrijgave, meer afspraken") <= 2
    assert paneel.grid.hasFocus()


def test_esc_geeft_niets_vrij(tafel: Kijker) -> None:
    spreek_af(tafel.sessie, "a3", "wmo")
    paneel = naar_meenemen(tafel)
    Teller(tafel)(Qt.Key.Key_3, Qt.Key.Key_Escape)
    assert mee(tafel.sessie, "i1") == {}
    assert paneel.grid.hasFocus()
    assert not paneel.choice.isVisible()


def test_een_stoel_met_twee_cijfers(kijker: Kijker) -> None:
    wie = extra_mensen(kijker.sessie, 7)
    open_casus(kijker, (*ALLEN, *wie))
    breng_in(kijker.sessie, "i1")
    for nummer, een in enumerate(("voorzitter", *wie)):
        spreek_af(kijker.sessie, f"a{nummer}", een)
    naar_meenemen(kijker)
    toets = Teller(kijker)
    toets(Qt.Key.Key_1, Qt.Key.Key_0)
    assert mee(kijker.sessie, "i1").keys() == {wie[4]}
    assert toets.aantal == gepubliceerd("vrijgave, stoel 10 of hoger") <= 2
    toets(Qt.Key.Key_1, Qt.Key.Key_2)
    toets(Qt.Key.Key_1, Qt.Key.Key_Space)
    assert mee(kijker.sessie, "i1").keys() == {wie[4], wie[6], "voorzitter"}


def test_niemand_voor_een_rij_is_een_toets_en_gaat_verder_naar_de_volgende(
    tafel: Kijker,
) -> None:
    paneel = naar_meenemen(tafel)
    assert paneel.aloud.text() == "Wijkagent, mag iemand dit meenemen? Anders: niemand."
    toets = Teller(tafel)
    toets(Qt.Key.Key_0)
    assert toets.aantal == gepubliceerd("niemand, voor een rij")
    assert inbreng(tafel.sessie, "i1").lot is Lot.NIEMAND
    assert inbreng(tafel.sessie, "i2").lot is Lot.ONBESLIST
    assert paneel.aloud.text() == "Wmo-consulent, mag iemand dit meenemen? Anders: niemand."


def test_niemand_voor_de_rest_is_een_toets_met_de_woorden_erbij(tafel: Kijker) -> None:
    breng_in(tafel.sessie, "i3")
    paneel = naar_meenemen(tafel)
    assert paneel.rest.text() == (
        "Wijkagent en Wmo-consulent: mag iemand de overige 3 gegevens meenemen? Anders: niemand."
    )
    tafel.qtbot.keyClick(paneel.grid, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    tafel.qtbot.waitUntil(lambda: paneel.matrix.waiting == ())  # Qt laat de knop even zien
    assert {inbreng(tafel.sessie, welke).lot for welke in ("i1", "i2", "i3")} == {Lot.NIEMAND}
    assert gepubliceerd("niemand, voor al het overige") == 1
    assert not paneel.rest_part.isVisible()
    assert rest_words(paneel.matrix) == ""


def test_wat_al_gezegd_is_blijft_bij_niemand_voor_de_rest(tafel: Kijker) -> None:
    paneel = naar_meenemen(tafel)
    Teller(tafel)(Qt.Key.Key_3)
    tafel.druk("Niemand voor de rest")
    assert inbreng(tafel.sessie, "i1").lot is Lot.MEE
    assert inbreng(tafel.sessie, "i2").lot is Lot.NIEMAND
    assert paneel.grid.hasFocus()


def test_pijlen_en_spatie(tafel: Kijker) -> None:
    naar_meenemen(tafel)
    stappen = STOEL["spv"] + FIRST - 1 - 1
    Teller(tafel)(*[Qt.Key.Key_Right] * stappen, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert mee(tafel.sessie, "i2").keys() == {"spv"}


def test_de_muis_zegt_hetzelfde(tafel: Kijker) -> None:
    paneel = naar_meenemen(tafel)
    QApplication.processEvents()

    def klik(rij: int, kolom: int) -> None:
        vak = paneel.grid.visualRect(paneel.grid.model().index(rij, kolom))
        tafel.qtbot.mouseClick(paneel.grid.viewport(), Qt.MouseButton.LeftButton, pos=vak.center())

    klik(0, STOEL["wmo"] + FIRST - 1)
    assert mee(tafel.sessie, "i1").keys() == {"wmo"}
    klik(0, 1)
    assert inbreng(tafel.sessie, "i1").lot is Lot.NIEMAND
    klik(1, 0)
    assert inbreng(tafel.sessie, "i2").lot is Lot.ONBESLIST, "op de naam drukken zegt niets"


def test_een_voorwaarde_en_een_einddatum_waar_dat_gewenst_is(tafel: Kijker) -> None:
    paneel = naar_meenemen(tafel)
    toets = Teller(tafel)
    toets(Qt.Key.Key_3, Qt.Key.Key_Return)
    assert paneel.form.isVisible()
    tafel.vul("Voorwaarde", "Alleen voor het gesprek.")
    tafel.vul("Bewaren tot", "31-12")
    toets(Qt.Key.Key_Return)
    gezegd = mee(tafel.sessie, "i1")["wmo"]
    assert gezegd.voorwaarden == "Alleen voor het gesprek."
    assert gezegd.bewaren_tot is not None
    assert gezegd.bewaren_tot.month == 12
    assert "Alleen voor het gesprek" in paneel.explanation.text()
    assert paneel.form.voorwaarde.value() is None, "er blijft niets van staan"
    assert paneel.grid.hasFocus()


def test_een_dag_die_niet_te_lezen_is_wordt_niet_stil_leeg(tafel: Kijker) -> None:
    paneel = naar_meenemen(tafel)
    paneel.grid.setCurrentCell(0, STOEL["wmo"] + FIRST - 1)
    Teller(tafel)(Qt.Key.Key_Return)
    tafel.vul("Bewaren tot", "32-13")
    Teller(tafel)(Qt.Key.Key_Return)
    assert mee(tafel.sessie, "i1") == {}
    assert tafel.staat_er("Deze dag begrijp ik niet")


def test_een_vrijgave_terugnemen_laat_de_andere_met_haar_voorwaarde_staan(tafel: Kijker) -> None:
    paneel = naar_meenemen(tafel)
    toets = Teller(tafel)
    toets(Qt.Key.Key_4, Qt.Key.Key_Return)
    tafel.vul("Voorwaarde", "Voor de spv.")
    toets(Qt.Key.Key_Return, Qt.Key.Key_3, Qt.Key.Key_3)
    (rest,) = mee(tafel.sessie, "i1").values()
    assert (rest.ontvanger, rest.voorwaarden) == ("spv", "Voor de spv.")
    assert merk(paneel, 0, "wmo") is Mark.HERE


def test_terugnemen_kost_niet_ongemerkt_de_vrijgave_van_wie_al_weg_is(tafel: Kijker) -> None:
    paneel = naar_meenemen(tafel)
    Teller(tafel)(Qt.Key.Key_4, Qt.Key.Key_3)
    assert tafel.sessie.perform(
        BesprekingUitlaten(overleg=OVERLEG, casus=CASUS, professional="spv")
    )
    Teller(tafel)(Qt.Key.Key_3)
    assert mee(tafel.sessie, "i1").keys() == {"spv", "wmo"}
    assert "verpleegkundige" in paneel.notice.sentence.text()


def test_zonder_afspraak_wordt_er_een_aangeboden(tafel: Kijker) -> None:
    paneel = naar_meenemen(tafel)
    toets = Teller(tafel)
    toets(Qt.Key.Key_1)
    assert "nog geen afspraak" in paneel.notice.sentence.text()
    assert mee(tafel.sessie, "i1") == {}
    toets(Qt.Key.Key_Return)
    formulier = tafel.formulier()
    assert formulier.form.editors["uitvoerder"].value() == "voorzitter"
    formulier.close_now()


def test_de_adviseur_neemt_niets_mee(tafel: Kijker) -> None:
    spreek_af(tafel.sessie, "a5", "leefbaar")
    paneel = naar_meenemen(tafel)
    Teller(tafel)(Qt.Key.Key_5)
    assert mee(tafel.sessie, "i1") == {}
    assert "adviseur" in paneel.notice.sentence.text()


def test_wie_de_kamer_uit_is_kan_niets_zeggen(tafel: Kijker) -> None:
    assert tafel.sessie.perform(
        BesprekingUitlaten(overleg=OVERLEG, casus=CASUS, professional="wijkagent")
    )
    paneel = naar_meenemen(tafel)
    assert "wijkagent" not in [stoel.professional for stoel in paneel.matrix.columns]
    paneel.grid.setCurrentCell(0, 1)
    Teller(tafel)(Qt.Key.Key_0)
    assert inbreng(tafel.sessie, "i1").lot is Lot.ONBESLIST
    assert "niet in de kamer" in paneel.notice.sentence.text()
    tafel.druk("Niemand voor de rest")
    assert inbreng(tafel.sessie, "i1").lot is Lot.ONBESLIST
    assert inbreng(tafel.sessie, "i2").lot is Lot.NIEMAND


def test_een_schriftelijk_antwoord_neemt_niemand_mee(kijker: Kijker) -> None:
    sessie = kijker.sessie
    assert sessie.perform(
        HANDELINGEN["professional.registreren"](
            id="rechercheur", partij="politie", naam="X. Y", functie="rechercheur"
        )
    )
    assert sessie.perform(
        SCHERMHANDELINGEN["vraagkaart.stellen"](
            id="vk1",
            overleg=OVERLEG,
            casus=CASUS,
            professional="rechercheur",
            taak="politietaak",
            vraag="Loopt er iets?",
            categorie="politiegegevens",
            grondslag="wgs-1-5-wpg",
            noodzaak="Nodig voor het plan.",
            uiterlijk=sessie.vandaag(),
        )
    )
    open_casus(kijker)
    assert sessie.perform(
        SCHERMHANDELINGEN["vraagkaart.beantwoorden"](
            vraagkaart="vk1", id="i1", kern="Geschreven kern.", niveau="buitenkant"
        )
    )
    kaart = sessie.haal(Vraagkaart, "vk1")
    assert kaart is not None
    assert kaart.inbreng == "i1"
    spreek_af(sessie, "a1", "wmo")
    paneel = naar_meenemen(kijker)
    assert paneel.aloud.text() == "Rechercheur schreef dit: niemand neemt het mee."
    voor = inbreng(sessie, "i1")
    Teller(kijker)(Qt.Key.Key_0, Qt.Key.Key_3, Qt.Key.Key_Return)
    assert inbreng(sessie, "i1") == voor
    assert mee(sessie, "i1") == {}
    assert {cel.mark for cel in paneel.matrix.rows[0].cells} == {Mark.NO}
    assert paneel.matrix.waiting == ()


def test_de_matrix_is_neutraal_en_de_kern_staat_er_alleen_voor_wie_ernaast_zit(
    tafel: Kijker,
) -> None:
    """Het beeld voor de beamer wordt van de matrix gemaakt: daar zit geen naam en geen kern in."""
    paneel = naar_meenemen(tafel)
    for rij in paneel.matrix.rows:
        tekst = repr(rij._replace(cells=()))
        assert "Kern van" not in tekst
        assert "van Dongen" not in tekst
    assert "Kern van i1." in paneel.grid.item(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("procent", [100, 200])
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["licht", "donker"])
def test_twaalf_mensen_passen_zonder_opzij_te_schuiven(
    kijker: Kijker, venster: MainWindow, procent: int, tokens: theme.Tokens
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, Look(tokens, procent))
    open_casus(kijker, (*ALLEN, *extra_mensen(kijker.sessie, 7)))
    breng_in(kijker.sessie, "i1", kern="Reageert rustig als dezelfde agent komt. " * 3)
    grid = naar_meenemen(kijker).grid
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    breed = sum(grid.columnWidth(kolom) for kolom in range(grid.columnCount()))
    assert grid.columnCount() == 14
    assert breed <= grid.viewport().width()
    assert venster.width() == 1280
    assert min(grid.columnWidth(kolom) for kolom in range(grid.columnCount())) >= 44
    assert grid.rowHeight(0) >= 44
    metrics = grid.fontMetrics()
    for kolom in range(1, grid.columnCount()):
        kop = grid.horizontalHeaderItem(kolom).text()
        for regel in kop.split("\n"):
            assert metrics.horizontalAdvance(regel) <= grid.columnWidth(kolom) - 8, kop
    assert kijker.werk.casus.meenemen.numbers.isVisible()
    assert "12\u00a0hulp extra6" in kijker.werk.casus.meenemen.numbers.text()
    assert grid.mapTo(venster, QPoint(grid.width(), 0)).x() <= 1280
