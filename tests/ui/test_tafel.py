"""De vergadermodus, met de toetsen van een voorzitter: deur, stoelen, hamerstuk, terugkomen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Aanwezigheid, Bespreking, Stand
from casus_app.domein.tafel import Houding, SoortHouding, Tafelstand, Tafelstap
from casus_app.handelingen.bespreking import BesprekingOpenen
from casus_app.handelingen.tafel import BesprekingVoorstellen
from tests.ui.kijken import Kijker, zichtbaar
from tests.ui.leggen import leg
from tests.ui.tafelspel import extra_mensen, open_casus
from ui import theme
from ui.main_window import MainWindow
from ui.pages.casus_page import CasusPage
from ui.tafel.places import around
from ui.tafel.seat_button import SYLLABLE, first_end, scaled
from ui.tafel.soft_clock import in_words
from ui.tafel.steps import Step
from ui.theme import LIGHT, TABLE_POINTS, TABLE_TARGET, Look

ALLEN = ("voorzitter", "wijkagent", "wmo", "spv", "leefbaar")
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def deur(kijker: Kijker) -> Kijker:
    """De deur van K-2601 staat voor, en de ene toets heeft de focus."""
    kijker.werk.show_casus("wk48", "K-2601")
    kijker.qtbot.waitUntil(kijker.werk.casus.change.match_button.hasFocus)
    return kijker


@pytest.fixture
def tafel(kijker: Kijker) -> Kijker:
    """K-2601 ligt op tafel en iedereen is er."""
    assert kijker.sessie.perform(BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=ALLEN))
    kijker.werk.show_casus("wk48", "K-2601")
    return kijker


def pagina(mens: Kijker) -> CasusPage:
    return mens.werk.casus


def punt(mens: Kijker, casus: str = "K-2601") -> Bespreking:
    gevonden = mens.sessie.haal(Bespreking, "wk48", casus)
    assert gevonden is not None
    return gevonden


def _te_horen(deel: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """Wat een schermlezer voorleest: niets onder wat onzichtbaar is."""
    if deel is None or not deel.isValid() or deel.state().invisible:
        return
    yield deel
    for nummer in range(deel.childCount()):
        yield from _te_horen(deel.child(nummer))


# --- de deur ---


def test_aan_de_deur_staat_niets_van_de_casus_ook_niet_voor_een_schermlezer(deur: Kijker) -> None:
    gezegd = " ".join(
        deel.text(soort)
        for deel in _te_horen(QAccessible.queryAccessibleInterface(deur.venster))
        for soort in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    )
    alles = gezegd + " ".join(deur.teksten())
    for geheim in ("K-26", "Lindestraat", "Welke stap", "Molenbeek", "van Dongen", "Brandsma"):
        assert geheim not in alles
    assert "wijkagent" in alles


def test_wie_er_niet_is_krijgt_geen_vinkje_en_zit_niet_in_de_kamer(deur: Kijker) -> None:
    deur.toets(Qt.Key.Key_5)
    deur.toets(Qt.Key.Key_Space)
    assert deur.staat_er("4 mensen in de kamer")
    deur.druk("De kamer klopt")
    deur.qtbot.waitUntil(pagina(deur).deur.open_button.hasFocus)
    deur.toets(Qt.Key.Key_Space)
    in_de_kamer = {plek.professional for plek in deur.sessie.zoek(Aanwezigheid, tot=None)}
    assert in_de_kamer == set(ALLEN) - {"leefbaar"}


def test_tab_loopt_aan_de_deur_zoals_het_getekend_is(deur: Kijker) -> None:
    deur.toets(Qt.Key.Key_Backtab)
    wissel = pagina(deur).change
    for nummer in reversed(wissel.boxes):
        assert QApplication.focusWidget() is wissel.boxes[nummer]
        deur.toets(Qt.Key.Key_Backtab)


def test_wat_openen_tegenhoudt_staat_er_pas_na_de_deur(deur: Kijker) -> None:
    deur.werk.show_casus("wk48", "K-2602")
    assert not deur.staat_er("De betrokkene weet nog niet")
    deur.druk("De kamer klopt")
    assert deur.staat_er("De betrokkene weet nog niet")
    deur.druk("Voorgelezen: open met 2 mensen")
    assert punt(deur, "K-2602").stand is Stand.GEPLAND
    assert pagina(deur).deur.notice.isVisible()


def test_een_hamerstuk_is_na_voorlezen_met_een_toets_besloten(kijker: Kijker) -> None:
    sessie = kijker.sessie
    straks = sessie.vandaag() + timedelta(days=60)
    voorstel = BesprekingVoorstellen(
        overleg="wk48",
        casus="K-2601",
        besluit="De afspraken lopen door.",
        aanspreekpunt="wmo",
        evaluatie_op=straks,
    )
    assert sessie.perform(voorstel)
    kijker.werk.show_casus("wk48", "K-2601")
    kijker.qtbot.waitUntil(pagina(kijker).change.match_button.hasFocus)
    kijker.toets(Qt.Key.Key_Space)
    kijker.qtbot.waitUntil(pagina(kijker).deur.nod_button.hasFocus)
    assert kijker.staat_er("De afspraken lopen door.")
    kijker.toets(Qt.Key.Key_Space)
    na = punt(kijker)
    assert (na.stand, na.besluit, na.aanspreekpunt) == (
        Stand.GESLOTEN,
        "De afspraken lopen door.",
        "wmo",
    )
    kijker.qtbot.waitUntil(lambda: pagina(kijker).key == ("wk48", "K-2602"))


def test_zegt_iemand_bespreken_dan_gaat_het_gewoon_open(kijker: Kijker) -> None:
    sessie = kijker.sessie
    voorstel = BesprekingVoorstellen(
        overleg="wk48",
        casus="K-2601",
        besluit="Door.",
        aanspreekpunt="wmo",
        evaluatie_op=sessie.vandaag(),
    )
    assert sessie.perform(voorstel)
    kijker.werk.show_casus("wk48", "K-2601")
    kijker.druk("De kamer klopt")
    kijker.druk("Iemand zegt: bespreken")
    kijker.druk("Voorgelezen: open met 5 mensen")
    assert punt(kijker).stand is Stand.OPEN
    assert punt(kijker).besluit == ""


# --- de stoelen ---


def test_een_nummer_en_een_toets_voor_luisteren_en_voor_niets(tafel: Kijker) -> None:
    pagina(tafel).table.take_focus()
    tafel.toets(Qt.Key.Key_3)
    tafel.toets(Qt.Key.Key_F7)
    tafel.toets(Qt.Key.Key_4)
    tafel.toets(Qt.Key.Key_F8)
    soorten = {h.professional: h.soort for h in tafel.sessie.zoek(Houding)}
    assert soorten == {"wmo": SoortHouding.LUISTERT, "spv": SoortHouding.NIETS}
    namen = [knop.accessibleName() for knop in pagina(tafel).table.buttons]
    assert "luistert alleen" in namen[2]
    assert "niets in te brengen" in namen[3]
    tafel.toets(Qt.Key.Key_F8)
    assert [h.professional for h in tafel.sessie.zoek(Houding)] == ["wmo"]


def test_wie_het_woord_heeft_verliest_het_bij_de_deur(tafel: Kijker) -> None:
    pagina(tafel).table.take_focus()
    tafel.toets(Qt.Key.Key_2)
    tafel.toets(Qt.Key.Key_Return)
    assert pagina(tafel).staat.speaker == "wijkagent"
    tafel.toets(Qt.Key.Key_Space)
    assert pagina(tafel).staat.speaker == ""


def test_losse_letters_doen_niets_aan_de_tafel(tafel: Kijker) -> None:
    pagina(tafel).table.take_focus()
    regels = len(tafel.sessie.werkbank.opslag.regels)  # type: ignore[attr-defined]
    for letter in range(Qt.Key.Key_A.value, Qt.Key.Key_Z.value + 1):
        tafel.toets(Qt.Key(letter))
    assert len(tafel.sessie.werkbank.opslag.regels) == regels  # type: ignore[attr-defined]
    assert pagina(tafel).staat.speaker == ""


@pytest.mark.parametrize("aantal", range(1, 15))
@pytest.mark.parametrize("breed", [360, 640, 1200])
def test_geen_twee_stoelen_op_elkaar_en_geen_naast_de_tafel(aantal: int, breed: int) -> None:
    gelegd = around(aantal, breed, 80, 110, 170)
    assert len(gelegd.seats) == aantal
    for nummer, een in enumerate(gelegd.seats):
        assert een.x >= 0
        assert een.x + een.w <= breed + 0.5
        assert een.y + een.h <= gelegd.height + 0.5
        for ander in gelegd.seats[nummer + 1 :]:
            assert (
                een.x + een.w <= ander.x + 0.5
                or ander.x + ander.w <= een.x + 0.5
                or een.y + een.h <= ander.y
                or ander.y + ander.h <= een.y
            )


# --- het venster ---


def test_de_balk_en_het_menu_stappen_terug_en_f11_brengt_ze_weer(
    tafel: Kijker, venster: MainWindow
) -> None:
    QApplication.processEvents()
    assert not tafel.werk.rail.isVisible()
    assert venster.menuBar().height() == 0
    tafel.toets(Qt.Key.Key_F11)
    QApplication.processEvents()
    assert tafel.werk.rail.isVisible()
    assert venster.menuBar().height() > 0
    assert punt(tafel).stand is Stand.OPEN
    tafel.toets(Qt.Key.Key_F11)
    assert tafel.werk.stack.currentWidget() is pagina(tafel)


def test_na_het_slot_staat_men_waar_men_was(tafel: Kijker, venster: MainWindow) -> None:
    tafel.toets(Qt.Key.Key_4, met=ALT)
    stand = tafel.sessie.haal(Tafelstand, "wk48", "K-2601")
    assert stand is not None
    assert stand.stap is Tafelstap.BESLUIT
    werkbank = tafel.sessie.werkbank
    tafel.sessie.lock()
    venster.enter(werkbank)
    assert pagina(tafel).key == ("wk48", "K-2601")
    assert pagina(tafel).staat.step is Step.BESLUIT


def test_niets_aan_tafel_is_kleiner_dan_12_punten_of_lager_dan_44(tafel: Kijker) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, Look(LIGHT, 100))
    for stap in Step:
        pagina(tafel).staat.go_to(stap)
        QApplication.processEvents()
        for label in zichtbaar(pagina(tafel), QLabel):
            assert label.fontInfo().pointSizeF() >= TABLE_POINTS - 0.1, label.text()
        laag = [
            knop.text() or knop.accessibleName()
            for knop in zichtbaar(pagina(tafel), QAbstractButton)
            if knop.height() < TABLE_TARGET
        ]
        assert laag == [], stap


def test_de_klok_zegt_het_ook_met_een_woord() -> None:
    assert in_words(5, 30) == ("op tijd", "good")
    assert in_words(25, 30) == ("bijna om", "warn")
    assert in_words(31, 30) == ("over tijd", "bad")


def test_een_volle_tafel_staat_op_een_klein_scherm_heel_in_beeld(kijker: Kijker) -> None:
    wie = (*ALLEN, *extra_mensen(kijker.sessie, 7))
    for mens in kijker.sessie.zoek(Professional):
        if mens.id in wie[len(ALLEN) :]:
            leg(kijker.sessie, replace(mens, functie=f"specialist geestelijke zorg, {mens.id}"))
    open_casus(kijker, wie)
    kijker.werk.window().resize(1280, 720)
    QApplication.processEvents()
    pagina(kijker).go_to(Step.BEELD)
    QApplication.processEvents()
    stoelen = pagina(kijker).table.buttons
    assert len(stoelen) == len(wie) == 12
    for stoel in stoelen:
        assert stoel.seat is not None
        assert stoel.visibleRegion().boundingRect() == stoel.rect(), stoel.seat.functie
        assert stoel.seat.functie in stoel.accessibleName()


@pytest.mark.parametrize("functie", ["casemanager", "consulent leefbaarheid", "Wmo-consulent"])
def test_van_een_woord_dat_verder_gaat_staan_er_minstens_drie_letters_onder(
    kijker: Kijker, functie: str
) -> None:
    letter = scaled(kijker.werk.font(), 1.0, bold=True)
    meet = QFontMetricsF(letter)
    for breed in range(60, round(meet.horizontalAdvance(functie)) - 1):
        eind = first_end(functie, letter, breed)
        assert 0 < eind < len(functie), breed
        assert meet.horizontalAdvance(functie[:eind].strip()) <= breed
        midden = functie[eind - 1].isalpha() and functie[eind].isalpha()
        assert not midden or len(functie[eind:].partition(" ")[0].strip()) >= SYLLABLE, breed
