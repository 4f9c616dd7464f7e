"""Wat er op de schermen staat en wat er gebeurt als men iets doet."""

from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from casus_app.domein.inbreng import Inbreng
from casus_app.domein.overleg import Aanwezigheid, Bespreking
from casus_app.domein.uitgifte import Uitgifte
from casus_app.handelingen.bespreking import BesprekingOpenen
from casus_app.handelingen.inbreng import AfspraakMaken, InbrengVastleggen
from casus_app.handelingen.stukken import PlanMaken, VerslagMaken
from tests.ui.kijken import Kijker, open_dialogen
from tests.ui.nepdeuren import NepDeuren, een_verhaal, een_werkbank
from ui.answers import AnswerDialog
from ui.application import start_oefening, start_programma
from ui.forms.act_dialog import ActDialog
from ui.forms.doe_dialog import DoeDialog
from ui.main_window import MainWindow
from ui.messages import Question
from ui.panels import lawful
from ui.rendering import LARGE, LOOKS, SIZE, teken_alle_schermen

ALLEN = ("voorzitter", "wijkagent", "wmo", "spv", "leefbaar")


@pytest.fixture
def tafel(kijker: Kijker) -> Kijker:
    """K-2601 ligt op tafel en iedereen is er."""
    assert kijker.sessie.perform(BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=ALLEN))
    kijker.werk.show_casus("wk48", "K-2601")
    return kijker


def breng_in(mens: Kijker, id: str, wie: str = "wijkagent") -> None:
    assert mens.sessie.perform(
        InbrengVastleggen(
            id=id,
            overleg="wk48",
            casus="K-2601",
            inbrenger=wie,
            over="betrokkene",
            categorie="politiegegevens",
            niveau="inhoud",
            grondslag="wgs-1-5-wpg",
            noodzaak="Risico.",
            kern=f"Kern van {id}.",
        )
    )


def maak_afspraak(mens: Kijker, id: str, wie: str) -> None:
    assert mens.sessie.perform(
        AfspraakMaken(
            id=id,
            overleg="wk48",
            casus="K-2601",
            uitvoerder=wie,
            wat=f"Doen van {id}.",
            uiterlijk=mens.sessie.vandaag(),
        )
    )


# --- overzicht ---


def test_een_lege_kluis_zegt_wat_de_eerste_stap_is(venster: MainWindow, qtbot: QtBot) -> None:
    venster.enter(een_werkbank())
    mens = Kijker(venster, qtbot)
    assert mens.staat_er("Zo begint u")
    mens.druk("Huis inrichten…")
    assert isinstance(mens.voor, ActDialog)
    mens.formulier().close_now()
    mens.werk.show_overview()
    assert mens.staat_er("Er is nog geen overleg")
    mens.werk.show_casussen()
    assert mens.staat_er("Er zijn nog geen casussen")
    mens.werk.show_page(mens.werk.mensen)
    assert mens.staat_er("Er zijn nog geen partijen")
    mens.werk.show_overleg("bestaat-niet")
    assert mens.staat_er("Dit overleg is er niet meer")


def test_wat_openen_tegenhoudt_staat_bij_de_casus_met_de_knop_die_het_oplost(
    kijker: Kijker,
) -> None:
    kijker.werk.show_overleg("wk48")
    assert kijker.staat_er("De betrokkene weet nog niet van deze bespreking.")
    kijker.druk("Geïnformeerd… bij K-2602")
    kijker.vul("Hoe", "met een brief")
    kijker.vul("Datum", "vandaag")
    kijker.formulier().submit()
    assert not kijker.staat_er("De betrokkene weet nog niet van deze bespreking.")
    kijker.druk("Betrokkene van K-2602 uitnodigen")
    punt = kijker.sessie.haal(Bespreking, "wk48", "K-2602")
    assert punt is not None
    assert kijker.sessie.stops_opening(punt) == []


def test_de_focus_blijft_waar_zij_was_als_het_scherm_opnieuw_gelezen_wordt(
    kijker: Kijker, qtbot: QtBot
) -> None:
    kijker.werk.show_overleg("wk48")
    knop = kijker.knop("Geïnformeerd… bij K-2602")
    knop.setFocus()
    breng = kijker.sessie.perform
    from casus_app.handelingen.inrichting import PartijRegistreren

    assert breng(PartijRegistreren(id="halt", soort="halt", naam="Halt"))

    def terug() -> bool:
        nu = QApplication.focusWidget()
        return nu is not None and nu.accessibleName() == "Geïnformeerd… bij K-2602"

    qtbot.waitUntil(terug)


# --- aan tafel ---


def test_iemand_gaat_de_kamer_uit_en_komt_weer_binnen(tafel: Kijker) -> None:
    """Het nummer van de stoel en de spatiebalk; daarna nog eens, en met de muis."""
    tafel.werk.casus.table.take_focus()
    tafel.toets(Qt.Key.Key_5)
    tafel.toets(Qt.Key.Key_Space)
    assert "leefbaar" not in tafel.werk.casus.staat.room
    (weg,) = tafel.sessie.zoek(Aanwezigheid, professional="leefbaar")
    assert weg.tot is not None
    tafel.druk("P. Hendriks: komt binnen")
    assert "leefbaar" in tafel.werk.casus.staat.room
    tafel.druk("P. Hendriks: gaat eruit")
    assert "leefbaar" not in tafel.werk.casus.staat.room


def test_te_veel_gedeeld_is_na_een_vraag_meteen_weg(tafel: Kijker) -> None:
    breng_in(tafel, "i1")
    tafel.werk.casus.go_to(1)
    tafel.druk("Politiegegevens (Wpg 8 en 13) van R. van Dongen, wijkagent schrappen")
    tafel.vul("Reden", "Te veel.")
    tafel.formulier().submit()
    tafel.druk("Schrappen")
    assert tafel.sessie.haal(Inbreng, "i1").kern == ""  # type: ignore[union-attr]
    assert not tafel.staat_er("Kern van i1.")
    assert tafel.staat_er("Geschrapt: Te veel.")


def test_een_weging_eindigt_met_wegen_en_niet_met_een_besluit(kijker: Kijker) -> None:
    from casus_app.handelingen.overleg import OverlegAgenderen, OverlegPlannen

    sessie = kijker.sessie
    assert sessie.perform(
        OverlegPlannen(
            id="o", datum=sessie.vandaag(), begin="13:00", plaats="x", voorzitter="voorzitter"
        )
    )
    assert sessie.perform(
        OverlegAgenderen(overleg="o", casus="K-2601", minuten=5, vraag="?", soort="weging")
    )
    punt = sessie.haal(Bespreking, "o", "K-2601")
    assert punt is not None
    assert lawful.only_outside(punt)
    kijker.werk.show_casus("o", "K-2601")
    assert [str(niveau) for niveau in lawful.niveaus(sessie, punt)] == ["buitenkant", "dat"]


# --- zoek of doe ---


def test_zoek_of_doe_vindt_handelingen_casussen_en_overleggen(kijker: Kijker) -> None:
    kijker.toets(Qt.Key.Key_K, met=Qt.KeyboardModifier.ControlModifier)
    dialoog = kijker.voor
    assert isinstance(dialoog, DoeDialog)
    kijker.qtbot.keyClicks(dialoog.search, "aanmeld casus")
    assert dialoog.list.item(0).text() == "Casus aanmelden"
    kijker.qtbot.keyClick(dialoog.search, Qt.Key.Key_Return)
    assert kijker.formulier().windowTitle() == "Casus aanmelden"
    kijker.formulier().close_now()
    dialoog = kijker.werk.open_doe()
    kijker.qtbot.keyClicks(dialoog.search, "K-2601")
    kijker.qtbot.keyClick(dialoog.search, Qt.Key.Key_Return)
    assert kijker.werk.stack.currentWidget() is kijker.werk.dossier
    assert kijker.werk.dossier.casus == "K-2601"
    dialoog = kijker.werk.open_doe()
    kijker.qtbot.keyClicks(dialoog.search, "bestaatniet")
    assert dialoog.none.isVisible()
    kijker.qtbot.keyClick(dialoog.search, Qt.Key.Key_Return)
    assert dialoog.isVisible()
    dialoog.reject()


def test_met_de_pijlen_kiest_men_terwijl_men_typt(kijker: Kijker) -> None:
    dialoog = kijker.werk.open_doe()
    kijker.qtbot.keyClicks(dialoog.search, "betrokkene")
    kijker.qtbot.keyClick(dialoog.search, Qt.Key.Key_Down)
    assert dialoog.list.currentRow() == 1
    dialoog.reject()


def test_een_handeling_met_een_antwoord_laat_het_lezen(kijker: Kijker) -> None:
    kijker.werk.desk.open_act("logboek.controleren").submit()
    (antwoord,) = open_dialogen(kijker.venster)
    assert isinstance(antwoord, AnswerDialog)
    rijen = {
        item.text(0): item.text(1)
        for nr in range(antwoord.tree.topLevelItemCount())
        if (item := antwoord.tree.topLevelItem(nr)) is not None
    }
    assert rijen["Het logboek is heel"] == "ja"
    antwoord.accept()


# --- papieren en vragen ---


def test_een_volle_schijf_zegt_het_en_vraagt_een_andere_map(
    kijker: Kijker, deuren: NepDeuren, tmp_path: Path
) -> None:
    deuren.schijf_vol = 1
    kijker.werk.desk.open_act("plan.maken", {"casus": "K-2601"}).submit()
    (kies,) = [d for d in open_dialogen(kijker.venster) if isinstance(d, QFileDialog)] or [
        d for dialoog in open_dialogen(kijker.venster) for d in dialoog.findChildren(QFileDialog)
    ]
    kies.fileSelected.emit(str(tmp_path / "vol"))
    kies.done(QFileDialog.DialogCode.Accepted.value)
    assert kijker.venster.notice.sentence.text().startswith("De schijf is vol.")
    kijker.qtbot.waitUntil(
        lambda: any(isinstance(d, QFileDialog) for d in open_dialogen(kijker.venster))
    )
    (opnieuw,) = [d for d in open_dialogen(kijker.venster) if isinstance(d, QFileDialog)]
    opnieuw.fileSelected.emit(str(tmp_path))
    opnieuw.done(QFileDialog.DialogCode.Accepted.value)
    assert [(waar, papier.naam) for waar, papier in deuren.geschreven] == [
        (tmp_path, "plan-K-2601.pdf")
    ]


def test_veel_papieren_maken_is_te_stoppen(
    kijker: Kijker, deuren: NepDeuren, tmp_path: Path, qtbot: QtBot
) -> None:
    exporter = kijker.werk.desk.exporter
    with qtbot.waitSignal(exporter.finished) as klaar:
        exporter.start(tmp_path, [PlanMaken(casus="K-2601")] * 50)
        exporter.progressed.connect(lambda gedaan, _van: gedaan == 3 and exporter.stop())
    assert klaar.args is not None
    assert 3 <= klaar.args[0] < 50


def _mapvraag(kijker: Kijker) -> QFileDialog:
    kijker.qtbot.waitUntil(
        lambda: any(isinstance(d, QFileDialog) for d in open_dialogen(kijker.venster))
    )
    (vraag,) = [d for d in open_dialogen(kijker.venster) if isinstance(d, QFileDialog)]
    return vraag


def _kies(vraag: QFileDialog, map_: Path) -> None:
    vraag.fileSelected.emit(str(map_))
    vraag.done(QFileDialog.DialogCode.Accepted.value)


def test_een_schijf_die_onderweg_volloopt_kost_geen_papier(
    kijker: Kijker, deuren: NepDeuren, tmp_path: Path, qtbot: QtBot
) -> None:
    """Van drie papieren past het eerste niet: na een andere map zijn ze er alle drie."""
    exporter = kijker.werk.desk.exporter
    deuren.schijf_vol = 2
    with qtbot.waitSignal(exporter.finished) as klaar:
        exporter.start(tmp_path / "vol", [PlanMaken(casus="K-2601")] * 3)
        _kies(_mapvraag(kijker), tmp_path / "ook-vol")
        _kies(_mapvraag(kijker), tmp_path)
    assert klaar.args == [3]
    uitgegeven = {u.sha256 for u in kijker.sessie.zoek(Uitgifte)}
    op_schijf = {sha256(papier.inhoud).hexdigest() for _, papier in deuren.geschreven}
    assert uitgegeven == op_schijf
    assert {waar for waar, _ in deuren.geschreven} == {tmp_path}


def test_wie_geen_map_kiest_gooit_het_papier_pas_na_een_vraag_weg(
    kijker: Kijker, deuren: NepDeuren, tmp_path: Path, qtbot: QtBot
) -> None:
    exporter = kijker.werk.desk.exporter
    deuren.schijf_vol = 1
    exporter.start(tmp_path, [PlanMaken(casus="K-2601")] * 2)
    _mapvraag(kijker).reject()
    assert kijker.staat_er("plan-K-2601.pdf is gemaakt en nog niet bewaard.")
    kijker.druk("Andere map kiezen")
    _mapvraag(kijker).reject()
    with qtbot.waitSignal(exporter.finished):
        kijker.druk("Weggooien")
    assert deuren.geschreven == []
    assert not kijker.sessie.holding


def test_vergrendelen_wacht_op_een_papier_dat_nog_niet_op_schijf_staat(
    kijker: Kijker, deuren: NepDeuren, tmp_path: Path, qtbot: QtBot
) -> None:
    exporter = kijker.werk.desk.exporter
    deuren.schijf_vol = 1
    exporter.start(tmp_path, [PlanMaken(casus="K-2601")])
    vraag = _mapvraag(kijker)
    sessie = kijker.sessie
    kijker.venster.lock()
    assert kijker.venster.session is sessie
    assert not kijker.werk.isVisible()
    with qtbot.waitSignal(sessie.locked):
        _kies(vraag, tmp_path)
    assert [papier.naam for _, papier in deuren.geschreven] == ["plan-K-2601.pdf"]


def test_een_verslag_voor_de_vaststelling_wordt_geweigerd_en_schrijft_niets(
    kijker: Kijker, deuren: NepDeuren, tmp_path: Path, qtbot: QtBot
) -> None:
    exporter = kijker.werk.desk.exporter
    with qtbot.waitSignal(exporter.finished):
        exporter.start(tmp_path, [VerslagMaken(overleg="wk48", ontvanger="wmo")])
    assert deuren.geschreven == []
    assert "nog niet vastgesteld" in kijker.venster.notice.sentence.text()


def test_een_vraag_doet_niets_zonder_het_werkwoord(kijker: Kijker) -> None:
    gedaan: list[int] = []
    vraag = Question("Weggooien?", "Dat kan niet terug.", "Weggooien", lambda: gedaan.append(1))
    kijker.werk.desk.messages.ask(vraag)
    kijker.toets(Qt.Key.Key_Return)
    assert gedaan == []
    kijker.werk.desk.messages.ask(vraag)
    kijker.toets(Qt.Key.Key_Escape)
    assert gedaan == []
    kijker.werk.desk.messages.ask(vraag)
    kijker.druk("Weggooien")
    assert gedaan == [1]


def test_een_toast_en_een_melding_worden_ook_gezegd(
    kijker: Kijker, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezegd: list[str] = []
    monkeypatch.setattr("ui.widgets.toast.announce", lambda _w, tekst: gezegd.append(tekst))
    monkeypatch.setattr("ui.widgets.notice.announce", lambda _w, tekst: gezegd.append(tekst))
    kijker.werk.desk.messages.tell("Gedaan.")
    kijker.venster.notice.say("Let op.")
    assert gezegd == ["Gedaan.", "Let op."]


# --- het programma ---


def test_het_programma_toont_zijn_venster_en_gaat_weer_uit(qtbot: QtBot) -> None:
    gezien: list[MainWindow] = []

    def sluit(window: MainWindow) -> None:
        gezien.append(window)
        window.close()

    assert start_programma(NepDeuren(), na_tonen=sluit) == 0
    assert gezien[0].windowTitle() == "Casusoverleg"


def test_de_oefening_begint_met_de_oefencasus(qtbot: QtBot) -> None:
    deuren = NepDeuren()

    def wacht(window: MainWindow) -> None:
        if window.session is None:  # de kluis kan al open zijn voordat wij luisteren
            window.unlock_page.opened.connect(window.close)
        else:
            window.close()

    assert start_oefening(deuren, na_tonen=wacht) == 0
    assert len(deuren.gesloten) == 1


def test_alle_schermen_worden_getekend(tmp_path: Path, qtbot: QtBot) -> None:
    twee = [look for look in LOOKS if look[0] in {"licht", "groot"}]  # de andere duren even lang
    assert teken_alle_schermen(NepDeuren(), tmp_path, twee) == 0
    from PySide6.QtGui import QImage

    namen = sorted(pad.stem for pad in tmp_path.glob("*.png"))
    assert len(namen) >= 2 * 80
    for soort, _, _ in twee:
        delen = {
            naam.removesuffix(f"-{soort}")[3:] for naam in namen if naam.endswith(f"-{soort}")
        }
        assert {"kluis-openen", "overleggen", "overleg", "tafel-meenemen", "vraag"} <= delen
        assert _eender(tmp_path, soort) == [], "een scherm dat niet getekend is lijkt op een ander"
    beeld = QImage(str(next(tmp_path.glob("*-overleg-licht.png"))))
    assert (beeld.width(), beeld.height()) == SIZE
    groot = QImage(str(next(tmp_path.glob("*-overleg-groot.png"))))
    assert (groot.width(), groot.height()) == LARGE


def _eender(map_: Path, soort: str) -> list[str]:
    """Schermen die tot op de pixel gelijk zijn aan een eerder scherm."""
    eerder: dict[bytes, str] = {}
    gelijk = []
    for pad in sorted(map_.glob(f"*-{soort}.png")):
        ander = eerder.setdefault(pad.read_bytes(), pad.stem)
        if ander != pad.stem:
            gelijk.append(f"{ander} = {pad.stem}")
    return gelijk


def test_een_fout_van_ons_zegt_wat_er_veilig_is(kijker: Kijker) -> None:
    from PySide6.QtWidgets import QDialog

    from ui.crash import CrashDialog

    gestopt: list[int] = []
    dialoog = CrashDialog("ValueError (x.py:3)", lambda: gestopt.append(1), kijker.venster)
    dialoog.open()
    assert isinstance(kijker.voor, QDialog)
    assert kijker.staat_er("Alles wat als gedaan te zien was, is bewaard.")
    kijker.druk("Programma sluiten")
    assert gestopt == [1]


def test_het_verhaal_staat_er_nog_na_opnieuw_binnenkomen(venster: MainWindow) -> None:
    werkbank = een_verhaal()
    venster.enter(werkbank)
    assert venster.session is not None
    venster.session.perform(BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=ALLEN))
    venster.session.lock()
    venster.enter(werkbank)
    assert venster.workspace is not None
    assert venster.workspace.stack.currentWidget() is venster.workspace.casus
