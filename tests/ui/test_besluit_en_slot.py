"""Besluiten, teruglezen, akkoord en het slot, met echte toetsen op de echte werkbank."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from casus_app.domein.overleg import Bespreking, Stand
from casus_app.domein.tafel import Akkoord, SoortAkkoord
from casus_app.handelingen import HANDELINGEN
from casus_app.handelingen.bespreking import BesprekingBesluiten
from casus_app.handelingen.inbreng import MeenemenNiemand
from tests.ui.kijken import Kijker
from tests.ui.tafelspel import (
    ALLEN,
    CASUS,
    OVERLEG,
    breng_in,
    gepubliceerd,
    naar_meenemen,
    open_casus,
    spreek_af,
)
from ui import theme
from ui.tafel.steps import Step
from ui.theme import LIGHT, Look


@pytest.fixture
def tafel(kijker: Kijker) -> Kijker:
    open_casus(kijker)
    breng_in(kijker.sessie, "i1")
    spreek_af(kijker.sessie, "a1", "wmo")
    return kijker


def ga(mens: Kijker, stap: Step) -> None:
    QApplication.processEvents()
    mens.werk.casus.go_to(stap)
    QApplication.processEvents()


def punt(mens: Kijker) -> Bespreking:
    gevonden = mens.sessie.haal(Bespreking, OVERLEG, CASUS)
    assert gevonden is not None
    return gevonden


def besluit(mens: Kijker) -> None:
    assert mens.sessie.perform(
        BesprekingBesluiten(
            overleg=OVERLEG,
            casus=CASUS,
            besluit="Een vaste belafspraak.",
            aanspreekpunt="wmo",
            evaluatie_op=mens.sessie.vandaag() + timedelta(42),
        )
    )


def akkoord(mens: Kijker) -> dict[str, tuple[str, str]]:
    return {een.professional: (een.soort, een.opmerking) for een in mens.sessie.zoek(Akkoord)}


def test_besluiten_met_het_nummer_van_een_stoel_en_een_dag_in_woorden(tafel: Kijker) -> None:
    ga(tafel, Step.BESLUIT)
    tafel.vul("Besluit", "Een vaste belafspraak.")
    tafel.toets(Qt.Key.Key_Tab)
    tafel.toets(Qt.Key.Key_3)
    tafel.toets(Qt.Key.Key_Tab)
    tafel.qtbot.keyClicks(QApplication.focusWidget(), "over 6 weken")
    tafel.toets(Qt.Key.Key_Return, met=Qt.KeyboardModifier.ControlModifier)
    gedaan = punt(tafel)
    assert (gedaan.besluit, gedaan.aanspreekpunt) == ("Een vaste belafspraak.", "wmo")
    assert gedaan.evaluatie_op == tafel.sessie.vandaag() + timedelta(42)
    assert tafel.staat_er("Een vaste belafspraak.")
    assert tafel.veld("Besluit").toPlainText() == ""  # type: ignore[union-attr]  # een tekstvak


def test_wie_aan_tafel_zit_staat_vooraan_bij_het_aanspreekpunt(tafel: Kijker) -> None:
    ga(tafel, Step.BESLUIT)
    veld = tafel.veld("Aanspreekpunt")
    rijen = [veld.itemText(rij) for rij in range(veld.count())]  # type: ignore[union-attr]  # een keuzelijst
    assert rijen[0].startswith("1 voorzitter")
    assert rijen[4].startswith("5 consulent leefbaarheid")


def test_een_weigering_van_het_besluit_staat_bij_het_veld(tafel: Kijker) -> None:
    ga(tafel, Step.BESLUIT)
    formulier = tafel.werk.casus.besluit.form
    assert formulier is not None
    formulier.submit()
    assert formulier._places["besluit"].hint.isVisible()
    tafel.vul("Besluit", "Iets.")
    tafel.vul("Aanspreekpunt", "3 Wmo")
    tafel.vul("Evaluatie op", "1-1-2020")
    formulier.submit()
    assert "vóór het overleg" in formulier._places["evaluatie_op"].notice.sentence.text()
    assert formulier.editor("besluit").value() == "Iets."
    assert punt(tafel).besluit == ""


def test_wat_nog_openstaat_heeft_een_knop_die_erheen_gaat(tafel: Kijker) -> None:
    ga(tafel, Step.SLUITEN)
    assert tafel.staat_er(
        "Van 1 gegeven is nog niet gezegd of iemand het meeneemt. Vraag: Wijkagent."
    )
    tafel.druk("Naar Meenemen (Alt+5)")
    assert tafel.werk.casus.staat.step is Step.MEENEMEN
    assert tafel.werk.casus.meenemen.grid.hasFocus()
    ga(tafel, Step.SLUITEN)
    tafel.druk("Naar Besluit (Alt+4)")
    assert tafel.werk.casus.staat.step is Step.BESLUIT


def test_teruglezen_zegt_wat_de_kamer_uit_mag_en_geen_kern(tafel: Kijker) -> None:
    naar_meenemen(tafel)
    tafel.toets(Qt.Key.Key_3)
    besluit(tafel)
    ga(tafel, Step.SLUITEN)
    tekst = "\n".join(tafel.teksten(tafel.werk.casus.sluiten.read_back))
    assert "Een vaste belafspraak." in tekst
    assert "Wmo-consulent neemt mee van wijkagent: " in tekst
    assert "Voor: Doen van a1." in tekst
    assert "Wmo-consulent: Doen van a1, uiterlijk 24 november 2026." in tekst
    assert "Kern van i1" not in tekst


def test_akkoord_is_het_nummer_van_de_stoel(tafel: Kijker) -> None:
    ga(tafel, Step.SLUITEN)
    lijst = tafel.werk.casus.sluiten.akkoord
    assert lijst.buttons["voorzitter"].hasFocus(), "niet de knop die ieder akkoord laat zijn"
    tafel.toets(Qt.Key.Key_3)
    assert akkoord(tafel) == {"wmo": (SoortAkkoord.AKKOORD, "")}
    assert gepubliceerd("akkoord van één persoon") == 1
    QApplication.processEvents()
    assert lijst.buttons["wmo"].hasFocus()
    tafel.toets(Qt.Key.Key_2)
    tafel.toets(Qt.Key.Key_2)
    assert set(akkoord(tafel)) == {"wmo"}


def test_ieder_die_nog_niets_zei_is_met_een_toets_akkoord(tafel: Kijker) -> None:
    ga(tafel, Step.SLUITEN)
    tafel.toets(Qt.Key.Key_3)
    tafel.toets(Qt.Key.Key_I, met=Qt.KeyboardModifier.AltModifier)
    tafel.qtbot.waitUntil(lambda: len(akkoord(tafel)) == len(ALLEN))  # Qt laat de knop even zien
    assert {soort for soort, _ in akkoord(tafel).values()} == {SoortAkkoord.AKKOORD}
    assert gepubliceerd("akkoord van ieder die nog niets zei") == 1


def test_wie_zijn_stoel_verliest_laat_akkoord_opnieuw_vragen(tafel: Kijker) -> None:
    ga(tafel, Step.SLUITEN)
    tafel.toets(Qt.Key.Key_2)
    assert set(akkoord(tafel)) == {"wijkagent"}
    intrekken = HANDELINGEN["deelname.intrekken"]
    stoel = {"overleg": OVERLEG, "casus": CASUS, "professional": "spv"}
    assert tafel.sessie.perform(intrekken(**stoel, reden="Niet nodig."))
    assert akkoord(tafel) == {}


def test_niet_akkoord_met_een_opmerking_houdt_niets_tegen(tafel: Kijker) -> None:
    besluit(tafel)
    assert tafel.sessie.perform(MeenemenNiemand(inbreng="i1", door="wijkagent"))
    ga(tafel, Step.SLUITEN)
    tafel.druk("sociaalpsychiatrisch verpleegkundige: niet akkoord")
    tafel.qtbot.keyClicks(QApplication.focusWidget(), "Eerst bellen.")
    tafel.toets(Qt.Key.Key_Return)
    assert akkoord(tafel) == {"spv": (SoortAkkoord.NIET, "Eerst bellen.")}
    assert tafel.staat_er("Eerst bellen.")
    tafel.druk("Iedereen is akkoord")
    assert akkoord(tafel)["spv"] == (SoortAkkoord.NIET, "Eerst bellen.")
    assert len(akkoord(tafel)) == 5
    tafel.druk("Bespreking sluiten")
    assert punt(tafel).stand is Stand.GESLOTEN


def test_zonder_akkoord_kan_de_casus_ook_dicht(tafel: Kijker) -> None:
    besluit(tafel)
    assert tafel.sessie.perform(MeenemenNiemand(inbreng="i1", door="wijkagent"))
    ga(tafel, Step.SLUITEN)
    assert tafel.staat_er("Alles is gezegd. De bespreking kan dicht.")
    tafel.druk("Bespreking sluiten")
    assert punt(tafel).stand is Stand.GESLOTEN
    assert akkoord(tafel) == {}


@pytest.mark.parametrize("procent", [100, 200])
def test_de_toets_die_sluit_staat_in_de_voet_en_dekt_niets_af(tafel: Kijker, procent: int) -> None:
    besluit(tafel)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, Look(LIGHT, procent))
    tafel.werk.window().resize(1280, 720)
    ga(tafel, Step.SLUITEN)
    pagina = tafel.werk.casus
    voet, toets = pagina.sluiten.foot, pagina.sluiten.close_button
    assert toets.visibleRegion().boundingRect() == toets.rect(), "heel te zien, zonder te schuiven"
    assert voet.mapTo(pagina, QPoint()).y() >= pagina.area.geometry().bottom()
    assert tafel.staat_er("Nog open: 1 punt.")
    assert toets.property("kind") == "", "zolang er iets openstaat is zij niet de volgende stap"
    assert tafel.sessie.perform(MeenemenNiemand(inbreng="i1", door="wijkagent"))
    assert toets.property("kind") == "primary"
    assert tafel.staat_er("Alles is gezegd. De bespreking kan dicht.")
    ga(tafel, Step.BESLUIT)
    assert not voet.isVisible()


def test_na_iedereen_is_akkoord_staat_de_cursor_niet_op_de_toets_die_sluit(tafel: Kijker) -> None:
    besluit(tafel)
    assert tafel.sessie.perform(MeenemenNiemand(inbreng="i1", door="wijkagent"))
    ga(tafel, Step.SLUITEN)
    lijst = tafel.werk.casus.sluiten.akkoord
    lijst.all_button.setFocus()
    tafel.toets(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert len(akkoord(tafel)) == len(ALLEN)
    assert lijst.isAncestorOf(QApplication.focusWidget())
    assert punt(tafel).stand is Stand.OPEN
