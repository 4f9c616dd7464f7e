"""Het slot: met één toets overal, na stilte, na een lange dag, en als de computer het zegt."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from casus_app import proces
from casus_app.domein.klad import Klad
from casus_app.handelingen.bespreking import BesprekingOpenen
from casus_app.proces import Terugkeer
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import NepDeuren, een_verhaal
from ui.files import choose
from ui.lock.clipboard import HINTS, OwnClipboard
from ui.lock.watch import DEFAULT, SESSION_HOURS, Watch
from ui.main_window import MainWindow

WORTEL = Path(__file__).parents[2]


def _f12(kijker: Kijker) -> None:
    """Zoals het toetsenbord het doet: naar het venster dat vooraan staat."""
    voor = QApplication.activeModalWidget() or kijker.venster
    QTest.keyClick(voor.windowHandle(), Qt.Key.Key_F12)


def _vensters() -> set[QWidget]:
    return {w for w in QApplication.topLevelWidgets() if w.isVisible()}


def _op_slot(kijker: Kijker, deuren: NepDeuren, van_anderen: set[QWidget]) -> bool:
    """`van_anderen` stond er al: een andere toets in dit proces ruimde niet op."""
    venster = kijker.venster
    return (
        venster.session is None
        and len(deuren.gesloten) == len(deuren.opnieuw) == 1
        and _vensters() - van_anderen == {venster}
        and venster.stack.currentWidget() is venster.unlock_page
    )


def _niets(_kijker: Kijker) -> None:
    """Gewoon op een bladzij."""


def _formulier(kijker: Kijker) -> None:
    kijker.werk.desk.open_act("casus.aanmelden")


def _doe(kijker: Kijker) -> None:
    kijker.werk.open_doe()


def _mappen(kijker: Kijker) -> None:
    choose(kijker.venster, "Waar?", "folder", lambda _pad: None)


def _twee_dialogen(kijker: Kijker) -> None:
    _formulier(kijker)
    choose(kijker.voor, "Waar?", "folder", lambda _pad: None)


def _prive(kijker: Kijker) -> None:
    _formulier(kijker)
    kijker.venster.turn_private()


@pytest.mark.parametrize("wat", [_niets, _formulier, _doe, _mappen, _twee_dialogen, _prive])
def test_f12_vergrendelt_in_een_keer_wat_er_ook_openstaat(
    kijker: Kijker, deuren: NepDeuren, wat: Callable[[Kijker], None]
) -> None:
    van_anderen = _vensters() - {kijker.venster}
    wat(kijker)
    QApplication.processEvents()
    kijker.venster.locking.watch._follow(None)
    _f12(kijker)
    assert _op_slot(kijker, deuren, van_anderen), "zonder één beurt van de lus, dus zonder wachten"


def test_een_menu_dat_openstaat_houdt_het_slot_niet_tegen(
    kijker: Kijker, deuren: NepDeuren
) -> None:
    menu = QMenu(kijker.venster)
    menu.addAction("iets")
    menu.popup(kijker.venster.rect().center())
    QApplication.processEvents()
    _f12(kijker)
    assert kijker.venster.session is None
    assert len(deuren.opnieuw) == 1


def test_ook_op_de_beamer_is_meteen_alles_weg(kijker: Kijker, deuren: NepDeuren) -> None:
    from ui.beamer.beamer import BeamerWindow

    beamer = kijker.venster.beamer
    beamer.surface = BeamerWindow()
    beamer.surface.show()
    beamer.surface.view.show_beeld(beamer.beeld())
    vlak = beamer.surface
    gezien: list[bool] = []
    kijker.sessie.locked.connect(lambda: gezien.append(vlak.isVisible()))
    _f12(kijker)
    assert gezien == [False], "voordat het slot klaar is, is de beamer al zwart"
    assert beamer.surface is None
    assert beamer.beeld() is None


def test_eerst_de_kladjes_dan_de_kluis_dicht_dan_het_klembord_en_dan_een_nieuw_proces(
    kijker: Kijker, deuren: NepDeuren, monkeypatch: pytest.MonkeyPatch
) -> None:
    volgorde: list[str] = []
    kijker.sessie.locking.connect(lambda: volgorde.append(f"kladjes {len(deuren.gesloten)}"))
    klembord = QGuiApplication.clipboard()
    monkeypatch.setattr(OwnClipboard, "ours", lambda _zelf: True)  # offscreen weet het niet
    klembord.setText("overgenomen uit een dossier")

    def nieuw(terug: Terugkeer) -> None:
        volgorde.append(f"nieuw {len(deuren.gesloten)} {klembord.text()!r}")

    monkeypatch.setattr(deuren, "begin_opnieuw", nieuw)
    _f12(kijker)
    assert volgorde == ["kladjes 0", "nieuw 1 ''"]


def test_het_nieuwe_proces_hoort_alleen_welke_kluis_en_welke_bladzij(
    kijker: Kijker, deuren: NepDeuren
) -> None:
    plaats = kijker.venster.unlock_page.place
    kijker.werk.show_place("casussen")
    _f12(kijker)
    assert deuren.opnieuw == [Terugkeer(kluis=plaats, plek="casussen")]


@pytest.mark.parametrize("op_tafel", [False, True])
@pytest.mark.parametrize("waar", ["dossier", "overleg", "volgende"])
def test_na_het_slot_is_men_terug_bij_het_dossier_of_het_overleg_zonder_dat_het_buiten_staat(
    kijker: Kijker, deuren: NepDeuren, waar: str, op_tafel: bool
) -> None:
    wie = ("voorzitter", "wijkagent", "wmo")
    if op_tafel:
        open_ = BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=wie)
        assert kijker.sessie.perform(open_)
    werkbank = kijker.sessie.werkbank
    if waar == "dossier":
        kijker.werk.show_dossier("K-2602")
    elif waar == "overleg":
        kijker.werk.show_overleg("wk48")
    else:
        kijker.werk.show_casus("wk48", "K-2602")
    _f12(kijker)
    (terug,) = deuren.opnieuw
    assert "2602" not in terug.plek
    assert "wk48" not in terug.plek
    kijker.venster.come_back(terug)
    kijker.venster.enter(werkbank)
    nu = kijker.werk.stack.currentWidget()
    if waar == "dossier":
        assert nu is kijker.werk.dossier
        assert kijker.werk.dossier.casus == "K-2602"
    elif waar == "overleg":
        assert nu is kijker.werk.overleg
        assert kijker.werk.overleg.overleg == "wk48"
    else:
        assert nu is kijker.werk.casus
        assert kijker.werk.casus.key == ("wk48", "K-2602")


def test_een_plek_van_een_andere_kluis_of_die_er_niet_meer_is_brengt_naar_het_begin(
    kijker: Kijker, deuren: NepDeuren
) -> None:
    werkbank = kijker.sessie.werkbank
    _f12(kijker)
    kijker.venster.come_back(Terugkeer(kluis=None, plek="0123456789abcdef"))
    kijker.venster.enter(werkbank)
    assert kijker.werk.place_name() == "vandaag"


def test_bij_het_slot_wordt_half_getypte_tekst_bewaard_voordat_er_iets_weggaat(
    kijker: Kijker,
) -> None:
    wie = ("voorzitter", "wijkagent", "wmo")
    open_ = BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=wie)
    assert kijker.sessie.perform(open_)
    kijker.werk.show_casus("wk48", "K-2601")
    kijker.qtbot.waitUntil(kijker.werk.casus.line.stamp.edit.hasFocus)
    kijker.typ("2pHalf getypt")
    sessie = kijker.sessie
    bewaard: list[int] = []
    sessie.locked.connect(lambda: bewaard.append(0))
    sessie.locking.connect(lambda: bewaard.append(len(sessie.zoek(Klad))))
    _f12(kijker)
    assert bewaard == [1, 0]


def test_na_het_slot_is_men_terug_bij_de_casus_op_tafel_en_bij_de_stap(
    kijker: Kijker, deuren: NepDeuren
) -> None:
    werkbank = kijker.sessie.werkbank
    aanwezig = ("voorzitter", "wijkagent", "wmo", "spv", "leefbaar")
    kijker.sessie.perform(BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=aanwezig))
    kijker.werk.show_casus("wk48", "K-2601")
    kijker.werk.casus.go_to(3)
    _f12(kijker)
    venster = kijker.venster
    venster.come_back(deuren.opnieuw[0])
    venster.enter(werkbank)
    assert kijker.werk.stack.currentWidget() is kijker.werk.casus
    assert kijker.werk.casus.key == ("wk48", "K-2601")
    assert kijker.werk.casus.staat.step == 3


def test_na_het_slot_is_men_terug_op_de_bladzij_waar_men_was(
    kijker: Kijker, deuren: NepDeuren
) -> None:
    werkbank = kijker.sessie.werkbank
    kijker.werk.show_place("mensen")
    _f12(kijker)
    kijker.venster.come_back(deuren.opnieuw[0])
    kijker.venster.enter(werkbank)
    assert kijker.werk.stack.currentWidget() is kijker.werk.mensen


def test_sluiten_begint_geen_nieuw_proces(kijker: Kijker, deuren: NepDeuren) -> None:
    kijker.venster.close()
    assert len(deuren.gesloten) == 1
    assert deuren.opnieuw == []


def test_een_handeling_die_loopt_wordt_eerst_afgemaakt(kijker: Kijker, deuren: NepDeuren) -> None:
    kijker.sessie.busy = True
    kijker.venster.lock()
    assert deuren.gesloten == []
    kijker.sessie.busy = False
    kijker.sessie.perform(
        BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=("voorzitter",))
    )
    kijker.qtbot.waitUntil(lambda: len(deuren.opnieuw) == 1)


# --- stilte ---


class Wekker:
    """Een klok die een toets verzet."""

    def __init__(self) -> None:
        self.nu = 1000.0

    def __call__(self) -> float:
        return self.nu


@pytest.fixture
def wekker() -> Wekker:
    return Wekker()


@pytest.fixture
def wacht(qtbot: QtBot, tmp_path: Path, wekker: Wekker) -> Watch:
    settings = QSettings(str(tmp_path / "venster.ini"), QSettings.Format.IniFormat)
    return Watch(settings, None, wekker)


def test_na_vijf_minuten_stilte_gaat_het_op_slot(wacht: Watch, wekker: Wekker) -> None:
    gevraagd: list[int] = []
    wacht.lock_asked.connect(lambda: gevraagd.append(1))
    assert wacht.minutes == DEFAULT == 5
    wacht.begin()
    wekker.nu += 5 * 60 - 1
    wacht.look()
    assert gevraagd == []
    wekker.nu += 1
    wacht.look()
    assert gevraagd == [1]


def test_ook_wie_bezig_blijft_moet_na_een_werkdag_opnieuw_openen(
    wacht: Watch, wekker: Wekker, venster: MainWindow
) -> None:
    gevraagd: list[int] = []
    wacht.lock_asked.connect(lambda: gevraagd.append(1))
    wacht.begin()
    for _ in range(SESSION_HOURS * 60 - 1):
        wekker.nu += 60
        QTest.mouseMove(venster.windowHandle(), venster.rect().center())
        QTest.keyClick(venster.windowHandle(), Qt.Key.Key_Shift)
        wacht.look()
    assert gevraagd == []
    wekker.nu += 60
    QTest.keyClick(venster.windowHandle(), Qt.Key.Key_Shift)
    wacht.look()
    assert gevraagd == [1]
    wacht.end()
    wacht.look()
    assert gevraagd == [1]


def test_de_stilte_is_te_kiezen_en_wordt_onthouden(kijker: Kijker) -> None:
    wacht = kijker.venster.locking.watch
    menu = next(
        m for m in kijker.venster.findChildren(QMenu) if m.title() == "Vergrendelen na &stilte"
    )
    next(a for a in menu.actions() if a.text() == "15 minuten").trigger()
    assert wacht.minutes == 15
    instellingen = kijker.venster._settings
    instellingen.setValue("stilte", "9999")
    assert wacht.minutes == DEFAULT


def test_het_slaan_van_de_computer_telt_mee() -> None:
    """De klok loopt door als de computer slaapt; anders gaat het daarna niet op slot."""
    import time

    from ui.lock.watch import seconds_awake_or_not

    assert abs(seconds_awake_or_not() - time.clock_gettime(time.CLOCK_BOOTTIME)) < 5


# --- het klembord ---


def test_wat_hier_gekopieerd_is_draagt_een_merk_en_gaat_weer_weg(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    klembord = QGuiApplication.clipboard()
    monkeypatch.setattr(OwnClipboard, "ours", lambda _zelf: True)  # offscreen weet het niet
    eigen = OwnClipboard()
    klembord.setText("uit een dossier")
    data = klembord.mimeData()
    assert data.text() == "uit een dossier"
    assert {hint: data.data(hint).data() for hint in HINTS} == HINTS
    assert eigen._timer.isActive()
    eigen.clear()
    assert klembord.text() == ""
    assert not eigen._timer.isActive()


def test_wat_een_ander_programma_kopieerde_blijft_staan(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    klembord = QGuiApplication.clipboard()
    monkeypatch.setattr(OwnClipboard, "ours", lambda _zelf: False)
    eigen = OwnClipboard()
    klembord.setText("van een ander")
    assert not klembord.mimeData().hasFormat(next(iter(HINTS)))
    eigen.clear()
    assert klembord.text() == "van een ander"
    klembord.clear()


# --- het proces ---


def test_het_eerste_wat_het_programma_doet_is_zichzelf_afschermen() -> None:
    vraag = (
        "import ctypes, resource, sys, casus_app.__main__ as m\n"
        "delen = ('storage', 'casus_app.domein', 'ui')\n"
        "geladen = [n for n in sys.modules if n.startswith(delen)]\n"
        "voor = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)\n"
        "try: m.main(['--help'])\n"
        "except SystemExit: pass\n"
        "na = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)\n"
        "print(geladen, voor, na, resource.getrlimit(resource.RLIMIT_CORE), file=sys.stderr)\n"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", vraag], cwd=WORTEL, capture_output=True, text=True, check=True
    )
    assert klaar.stderr.strip() == "[] 1 0 (0, 0)"


def test_wat_het_nieuwe_proces_moet_weten_gaat_niet_door_de_opdrachtregel(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gedaan: list[tuple[str, list[str], dict[str, str]]] = []

    def execv(wie: str, opdracht: list[str]) -> None:
        gedaan.append((wie, opdracht, dict(os.environ)))

    monkeypatch.setattr(os, "execv", execv)
    proces.vervang(Terugkeer(kluis=tmp_path / "kluis.db", plek="mensen"))
    ((wie, opdracht, omgeving),) = gedaan
    assert wie == opdracht[0] == sys.executable
    assert str(tmp_path) not in " ".join(opdracht)
    assert str(tmp_path / "kluis.db") in omgeving.values()
    assert proces.terugkeer() == Terugkeer(kluis=tmp_path / "kluis.db", plek="mensen")
    assert proces.terugkeer() is None, "het staat niet meer in de omgeving"


def test_lukt_vervangen_niet_dan_is_het_toch_op_slot(
    kijker: Kijker, deuren: NepDeuren, monkeypatch: pytest.MonkeyPatch
) -> None:
    def execv(_wie: str, _opdracht: list[str]) -> None:
        raise OSError

    monkeypatch.setattr(os, "execv", execv)
    monkeypatch.setattr(deuren, "begin_opnieuw", proces.vervang)
    _f12(kijker)
    assert kijker.venster.session is None
    assert kijker.venster.unlock_page.isVisible()
    proces.terugkeer()


def test_een_kluis_die_weer_opengaat_wacht_gewoon_opnieuw_op_stilte(
    kijker: Kijker, deuren: NepDeuren
) -> None:
    _f12(kijker)
    kijker.venster.enter(een_verhaal())
    _f12(kijker)
    assert len(deuren.opnieuw) == 2
    assert [d for d in kijker.venster.findChildren(QDialog) if d.isVisible()] == []
