"""Het logboek op het scherm: zoeken, verder lezen, de keten nalopen, meegeven."""

import json
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from casus_app.handelingen.termijnen import TermijnenNalopen
from casus_app.handelingen.toon import ToonCasus
from casus_app.poorten import GEWEIGERD, Logregel, Logstand, Voortgang
from casus_app.rollen import gebruiker_met
from tests.nep import GeheugenOpslag
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import NepDeuren
from ui.logboek.log_rows import PAGE
from ui.session import Session


def rijen(mens: Kijker) -> list[list[str]]:
    """De tabel zoals zij op het scherm staat."""
    QApplication.processEvents()
    model = mens.werk.logboek.table.model()
    return [
        [str(model.index(rij, kolom).data()) for kolom in range(model.columnCount())]
        for rij in range(model.rowCount())
    ]


def opslag(mens: Kijker) -> GeheugenOpslag:
    gevonden = mens.sessie.werkbank.opslag
    assert isinstance(gevonden, GeheugenOpslag)
    return gevonden


@pytest.fixture
def lezer(kijker: Kijker) -> Kijker:
    """Wie met Ctrl+8 naar het logboek ging."""
    kijker.venster.activateWindow()
    kijker.qtbot.waitUntil(kijker.venster.isActiveWindow)
    kijker.toets(Qt.Key.Key_8, met=Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert kijker.werk.stack.currentWidget() is kijker.werk.logboek
    return kijker


def test_het_nieuwste_staat_boven_en_wie_kijkt_staat_erin(lezer: Kijker) -> None:
    eerste, tweede, *_ = rijen(lezer)
    assert eerste[1:] == ["Coördinator", "In het logboek zoeken", "–", "✓ gelukt"]
    assert tweede[2] != "In het logboek zoeken"
    aantal = len(opslag(lezer).regels)
    assert len(rijen(lezer)) == min(aantal, PAGE)
    assert lezer.staat_er(f"{aantal} regels sinds 16 november 2026")


def test_elk_bezoek_is_een_regel_en_vernieuwen_niet(lezer: Kijker) -> None:
    def keer() -> int:
        return [r.handeling for r in opslag(lezer).regels].count("logboek.inzien")

    assert keer() == 1
    lezer.sessie.perform(TermijnenNalopen())
    assert keer() == 1
    assert rijen(lezer)[0][2] == "Termijnen nalopen"
    lezer.werk.show_place("vandaag")
    lezer.werk.show_place("logboek")
    QApplication.processEvents()
    assert keer() == 2


def test_kiezen_zoekt_meteen_en_alles_tonen_zet_het_terug(lezer: Kijker) -> None:
    alles = len(rijen(lezer))
    lezer.vul("Handeling", "Casus wegen")
    gevonden = rijen(lezer)
    assert gevonden
    assert {rij[2] for rij in gevonden} == {"Casus wegen"}
    lezer.vul("Rol", "Functionaris")
    assert rijen(lezer) == []
    assert lezer.staat_er("Geen regels gevonden.")
    lezer.druk("Alles tonen")
    assert len(rijen(lezer)) == alles


def test_een_casus_bekijken_staat_bij_die_casus_in_het_logboek(lezer: Kijker) -> None:
    lezer.sessie.perform(ToonCasus(casus="K-2602"))
    lezer.vul("Casus", "K-2602")
    gevonden = rijen(lezer)
    assert {rij[3] for rij in gevonden} == {"K-2602"}
    assert [rij[2] for rij in gevonden[:2]] == [
        "In het logboek zoeken",
        "Stand van een casus tonen",
    ]
    assert opslag(lezer).regels[-1].onderwerp == ("casus", "K-2602")


def test_weigeringen_zeggen_waarom(lezer: Kijker) -> None:
    lezer.sessie.perform(ToonCasus(casus="bestaat-niet"))
    lezer.vul("Uitkomst", "▲")
    assert rijen(lezer)[0][2:] == ["Stand van een casus tonen", "–", "▲ geweigerd: onbekend"]
    assert all(rij[4].startswith("▲ geweigerd") for rij in rijen(lezer))


def test_een_eigen_periode_vraagt_twee_dagen(lezer: Kijker) -> None:
    assert not lezer.werk.logboek.filter.first.isVisible()
    lezer.vul("Periode", "Zelf kiezen")
    lezer.vul("Vanaf", "17-11-2026")
    lezer.vul("Tot en met", "17-11-2026")
    assert rijen(lezer) == []
    lezer.vul("Vanaf", "16-11-2026")
    assert {rij[0][:11] for rij in rijen(lezer)} == {"16 nov 2026"}
    lezer.vul("Tot en met", "1-11-2026")
    assert lezer.staat_er("kies een andere periode")
    lezer.vul("Periode", "Vandaag")
    assert {rij[0][:11] for rij in rijen(lezer)} == {"24 nov 2026"}


def test_een_lang_logboek_wordt_gelezen_zover_men_bladert(lezer: Kijker) -> None:
    regel = Logregel(
        moment=lezer.sessie.werkbank.klok.nu(),
        gebruiker="fg",
        rol="fg",
        handeling="toon.casus",
        uitkomst=GEWEIGERD,
        code="rol-niet-bevoegd",
        onderwerp=("casus", "weg"),
    )
    for _ in range(3 * PAGE):
        opslag(lezer).leg_vast((), regel)
    lezer.werk.logboek.on_changed()
    assert len(rijen(lezer)) == PAGE
    tabel = lezer.werk.logboek.table
    tabel.setFocus()
    lezer.toets(Qt.Key.Key_End, met=Qt.KeyboardModifier.ControlModifier)
    assert len(rijen(lezer)) > PAGE
    pseudoniem = opslag(lezer).pseudoniem("casus", "weg")
    assert rijen(lezer)[1][1:4:2] == ["FG", f"casus {pseudoniem[:8]}"]


def test_de_keten_nalopen_gaat_naast_het_werk_en_zegt_wat_het_vond(lezer: Kijker) -> None:
    lezer.druk("Keten nalopen")
    nalopen = lezer.werk.logboek.check
    lezer.qtbot.waitUntil(lambda: not nalopen.running)
    assert lezer.staat_er("✓ De keten is heel: alle")
    assert rijen(lezer)[0][2] == "Logboek controleren"
    assert not nalopen.strip.isVisible()


def test_controleren_via_zoek_of_doe_loopt_naast_het_werk_en_maar_een_keer(
    kijker: Kijker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Het formulier liep de hele keten twee keer na op de draad van het scherm."""
    lopen: list[bool] = []
    echt = opslag(kijker).controleer_logboek

    def loop() -> Logstand:
        lopen.append(current_thread() is main_thread())
        return echt()

    monkeypatch.setattr(opslag(kijker), "controleer_logboek", loop)
    kijker.venster.activateWindow()
    kijker.qtbot.waitUntil(kijker.venster.isActiveWindow)
    kijker.toets(Qt.Key.Key_K, met=Qt.KeyboardModifier.ControlModifier)
    kijker.typ("logboek controleren\n")
    assert kijker.werk.stack.currentWidget() is kijker.werk.logboek
    kijker.qtbot.waitUntil(lambda: kijker.staat_er("✓ De keten is heel: alle"))
    assert lopen == [False]


def test_een_gebroken_keten_zegt_vanaf_welke_regel(
    lezer: Kijker, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuk = Logstand(heel=False, regels=40, laatste="0" * 64, breuk=7)
    monkeypatch.setattr(opslag(lezer), "loop_logboek_na", lambda _meld: stuk)
    lezer.druk("Keten nalopen")
    lezer.qtbot.waitUntil(lambda: not lezer.werk.logboek.check.running)
    assert lezer.staat_er("▲ De keten klopt niet vanaf regel 7.")
    assert opslag(lezer).regels[-1].code == "keten-gebroken"


def test_nalopen_kan_gestopt_worden_en_intussen_kan_er_gewerkt_worden(
    lezer: Kijker, monkeypatch: pytest.MonkeyPatch
) -> None:
    begonnen, mag_verder = Event(), Event()

    def langzaam(meld: Voortgang) -> Logstand | None:
        meld(250, 1000)
        begonnen.set()
        mag_verder.wait()
        return Logstand(True, 1000, "") if meld(500, 1000) else None

    monkeypatch.setattr(opslag(lezer), "loop_logboek_na", langzaam)
    lezer.druk("Keten nalopen")
    nalopen = lezer.werk.logboek.check
    begonnen.wait()
    lezer.qtbot.waitUntil(lambda: nalopen.count.text() == "250 van 1.000 regels")
    assert nalopen.bar.value() == 250
    assert lezer.sessie.perform(TermijnenNalopen())
    lezer.druk("Stoppen")
    mag_verder.set()
    lezer.qtbot.waitUntil(lambda: not nalopen.running)
    assert lezer.staat_er("Gestopt. Er is nog niets te zeggen over de keten.")
    assert opslag(lezer).regels[-1].handeling == "termijnen.nalopen"


def test_vergrendelen_stopt_het_nalopen(lezer: Kijker, monkeypatch: pytest.MonkeyPatch) -> None:
    gestopt = Event()

    def eindeloos(meld: Voortgang) -> None:
        while meld(1, 2):
            pass
        gestopt.set()

    monkeypatch.setattr(opslag(lezer), "loop_logboek_na", eindeloos)
    lezer.druk("Keten nalopen")
    lezer.toets(Qt.Key.Key_F12)
    assert gestopt.is_set()
    assert lezer.venster.workspace is None


def test_exporteren_begint_met_wat_gezocht_is(
    lezer: Kijker, deuren: NepDeuren, tmp_path: Path
) -> None:
    lezer.vul("Handeling", "Casus wegen")
    lezer.druk("Exporteren…")
    formulier = lezer.formulier().form
    assert formulier.values() == {"handeling": "casus.wegen"}
    lezer.vul("Vorm", "JSON")
    handeling = formulier.handeling()
    lezer.formulier().close_now()
    lezer.werk.desk.exporter.start(tmp_path, [handeling])
    lezer.qtbot.waitUntil(lambda: bool(deuren.geschreven))
    ((map_, papier),) = deuren.geschreven
    assert (map_, papier.naam) == (tmp_path, "logboek-2026-11-24.json")


@pytest.mark.parametrize(
    ("rol", "mag"), [("fg", True), ("beheerder", True), ("secretaris", False)]
)
def test_alleen_wie_controleert_heeft_een_logboek_op_de_rail(
    kijker: Kijker, rol: str, mag: bool
) -> None:
    werkbank = kijker.sessie.werkbank
    kijker.venster.hide_work()
    werk = kijker.venster.show_work(Session(werkbank, gebruiker_met(rol), kijker.venster))
    assert ("logboek" in {place.name for place in werk.places}) is mag


def test_json_is_te_lezen_en_zegt_alles_in_de_woorden_van_de_norm(lezer: Kijker) -> None:
    from casus_app.handelingen.logboek import LogboekUitvoeren
    from casus_app.lijsten.logboek import als_velden

    antwoord = lezer.sessie.outcome_of(LogboekUitvoeren(vorm="json", casus="K-2601"))
    assert antwoord is not None
    regels = list(opslag(lezer).logregels())
    assert {"EventID", "EventActionCode", "EventDateTime", "UserID"} <= set(als_velden(regels[0]))
    assert json.dumps([als_velden(regel) for regel in regels])
