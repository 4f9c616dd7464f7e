"""Half getypte tekst raakt niet weg: niet door een slot, een andere casus of een val."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from casus_app.domein.klad import Klad, Kladveld
from casus_app.fouten import OpslagFout
from casus_app.handelingen.bespreking import BesprekingDoorschuiven, BesprekingOpenen
from tests.nep import GeheugenOpslag
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import een_verhaal
from tests.ui.test_invoerregel import ALLEN, inbreng, regel
from ui.main_window import MainWindow
from ui.tafel.invoer.drafts import PAUSE_MS


@pytest.fixture
def tafel(kijker: Kijker) -> Kijker:
    assert kijker.sessie.perform(BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=ALLEN))
    kijker.werk.show_casus("wk48", "K-2601")
    kijker.qtbot.waitUntil(regel(kijker).edit.hasFocus)
    return kijker


def klad(mens: Kijker, veld: Kladveld = Kladveld.INBRENG) -> str:
    gevonden = mens.sessie.haal(Klad, "wk48", "K-2601", veld)
    return gevonden.tekst if gevonden else ""


def test_wat_getypt_wordt_is_even_later_bewaard_zonder_logregel(tafel: Kijker) -> None:
    opslag = tafel.sessie.werkbank.opslag
    assert isinstance(opslag, GeheugenOpslag)
    tafel.typ("2pHalf")
    regels = len(opslag.regels)
    tafel.qtbot.waitUntil(lambda: "Half" in klad(tafel), timeout=20 * PAUSE_MS)
    assert len(opslag.regels) == regels
    tafel.typ(" getypt")
    tafel.qtbot.waitUntil(lambda: "Half getypt" in klad(tafel), timeout=20 * PAUSE_MS)


def test_na_een_slot_gaat_men_verder_waar_men_was(venster: MainWindow, qtbot: QtBot) -> None:
    werkbank = een_verhaal()
    venster.enter(werkbank)
    mens = Kijker(venster, qtbot)
    assert mens.sessie.perform(BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=ALLEN))
    mens.werk.show_casus("wk48", "K-2601")
    qtbot.waitUntil(regel(mens).edit.hasFocus)
    mens.typ("4g1In zorg; eer")
    mens.toets(Qt.Key.Key_F12)
    assert venster.session is None
    venster.enter(werkbank)
    qtbot.waitUntil(regel(mens).edit.hasFocus)
    assert regel(mens).edit.text() == "In zorg; eer"
    assert [kruimel.text for kruimel in regel(mens).model.crumbs()] == [
        "4",
        "gezondheid",
        "toestemming (18 nov)",
    ]
    mens.typ("st bellen.\n")
    (deel,) = inbreng(mens)
    assert (deel.kern, deel.toestemming) == ("In zorg; eerst bellen.", "t1")
    assert klad(mens) == ""


def test_een_andere_casus_laat_het_liggen_waar_het_was(tafel: Kijker) -> None:
    tafel.typ("2pVan deze casus")
    tafel.werk.show_casus("wk48", "K-2602")
    assert regel(tafel).edit.text() == ""
    assert "Van deze casus" in klad(tafel)
    assert tafel.sessie.zoek(Klad, casus="K-2602") == ()
    tafel.werk.show_casus("wk48", "K-2601")
    assert regel(tafel).edit.text() == "Van deze casus"


def test_gebruikt_of_gewist_is_het_weg(tafel: Kijker) -> None:
    tafel.typ("2pHalf getypt")
    tafel.werk.casus.line.flush()
    assert klad(tafel)
    tafel.typ("\n")
    assert klad(tafel) == ""
    tafel.qtbot.wait(2 * PAUSE_MS)  # er mag juist niets meer komen
    assert klad(tafel) == "", "wat nog klaarstond om te bewaren komt niet achteraf terug"
    tafel.typ("pNog een")
    tafel.werk.casus.line.flush()
    tafel.toets(Qt.Key.Key_Escape)
    tafel.toets(Qt.Key.Key_Escape)
    assert klad(tafel) == ""


def test_met_de_bespreking_gaat_alles_weg_wat_half_getypt_was(tafel: Kijker) -> None:
    tafel.typ("2pHalf getypt")
    tafel.toets(Qt.Key.Key_4, met=Qt.KeyboardModifier.AltModifier)
    tafel.typ("3 bellen")
    tafel.veld("Besluit").setFocus()
    tafel.typ("Een plan")
    tafel.werk.casus.line.flush()
    assert {een.veld for een in tafel.sessie.zoek(Klad)} == set(Kladveld)
    schuif = BesprekingDoorschuiven(overleg="wk48", casus="K-2601", reden="Te laat.")
    assert tafel.sessie.perform(schuif)
    QApplication.processEvents()
    tafel.qtbot.wait(2 * PAUSE_MS)  # er mag juist niets meer komen
    assert tafel.sessie.zoek(Klad) == ()


def test_afspraak_en_besluit_komen_ook_terug(venster: MainWindow, qtbot: QtBot) -> None:
    werkbank = een_verhaal()
    venster.enter(werkbank)
    mens = Kijker(venster, qtbot)
    assert mens.sessie.perform(BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=ALLEN))
    mens.werk.show_casus("wk48", "K-2601")
    mens.toets(Qt.Key.Key_4, met=Qt.KeyboardModifier.AltModifier)
    mens.typ("3 bellen v")
    mens.veld("Besluit").setFocus()
    mens.typ("Eerst een pl")
    mens.vul("Aanspreekpunt", "3 Wmo")
    mens.vul("Evaluatie op", "over 6 we")
    mens.vul("Klaar als", "Het rust")
    mens.sessie.lock()
    venster.enter(werkbank)
    assert mens.werk.casus.line.afspraak.edit.text() == "3 bellen v"
    mens.werk.casus.go_to(3)
    veld = mens.veld("Besluit")
    assert isinstance(veld, QPlainTextEdit)
    assert veld.toPlainText() == "Eerst een pl"
    formulier = mens.werk.casus.besluit.form
    assert formulier is not None
    assert formulier.editor("aanspreekpunt").value() == "wmo"
    assert mens.veld("Evaluatie op").text() == "over 6 we"  # type: ignore[union-attr]  # een regel
    assert mens.veld("Klaar als").text() == "Het rust"  # type: ignore[union-attr]  # een regel


def test_wie_het_besluit_leegmaakt_laat_geen_klad_achter(tafel: Kijker) -> None:
    tafel.toets(Qt.Key.Key_4, met=Qt.KeyboardModifier.AltModifier)
    tafel.veld("Besluit").setFocus()
    tafel.typ("Een")
    tafel.vul("Evaluatie op", "vr")
    tafel.werk.casus.line.flush()
    assert klad(tafel, Kladveld.BESLUIT) == '{"besluit":"Een","evaluatie_op":"vr"}'
    tafel.vul("Evaluatie op", "")
    tafel.toets(Qt.Key.Key_Backspace)
    tafel.veld("Besluit").setFocus()
    for _ in "Een":
        tafel.toets(Qt.Key.Key_Backspace)
    assert klad(tafel, Kladveld.BESLUIT) == ""


def test_een_volle_schijf_houdt_het_typen_niet_tegen(
    tafel: Kijker, monkeypatch: pytest.MonkeyPatch
) -> None:
    opslag = tafel.sessie.werkbank.opslag
    vol = True
    echt = GeheugenOpslag.bewaar_klad

    def bewaar(zelf: GeheugenOpslag, half: Klad) -> None:
        if vol:
            raise OpslagFout("De schijf is vol.")
        echt(zelf, half)

    monkeypatch.setattr(type(opslag), "bewaar_klad", bewaar)
    gezegd: list[str] = []
    monkeypatch.setattr(tafel.venster.toast, "say", gezegd.append)
    tafel.typ("2pHalf getypt")
    for _ in range(3):
        tafel.werk.casus.line.flush()
    assert gezegd == [
        "Wat u half typt kan nu niet bewaard worden. Maak ruimte vrij op de schijf."
    ], "één keer, hoe vaak het ook mislukt"
    assert klad(tafel) == ""
    assert regel(tafel).edit.text() == "Half getypt"
    vol = False
    tafel.qtbot.waitUntil(lambda: "Half getypt" in klad(tafel), timeout=20 * PAUSE_MS)


def test_wie_de_kamer_uit_is_na_een_slot_heeft_het_woord_niet_meer(tafel: Kijker) -> None:
    from casus_app.handelingen.bespreking import BesprekingUitlaten

    tafel.typ("2pHalf getypt")
    tafel.werk.show_casus("wk48", "K-2602")
    weg = BesprekingUitlaten(overleg="wk48", casus="K-2601", professional="wijkagent")
    assert tafel.sessie.perform(weg)
    tafel.werk.show_casus("wk48", "K-2601")
    assert regel(tafel).model.stamp.wie == ""
    assert regel(tafel).model.stamp.kern == "Half getypt"
