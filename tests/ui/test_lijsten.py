"""Mensen inlezen en bewaren: kiezen, lezen wat er zou gebeuren, en dan pas doen."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QScrollBar
from pytestqt.qtbot import QtBot

from casus_app.domein.mensen import Partij, Professional
from casus_app.weigeringen import ongeldig
from tests.ui.kijken import Kijker, onderdelen, zichtbaar
from tests.ui.nepdeuren import NepDeuren, een_werkbank
from ui import theme
from ui.lijsten import opening
from ui.lijsten.inlezen_dialog import InlezenDialog
from ui.lijsten.words import NOTHING
from ui.main_window import MainWindow
from ui.theme import DARK, LIGHT, Look

if TYPE_CHECKING:
    from ui.messages import Question

KOP = "partij;soort partij;naam;functie;e-mail;geheimhoudingsverklaring;schoenmaat\n"


def _regel(nummer: int, email: str = "") -> str:
    mail = email or f"mens{nummer}@voorbeeld.nl"
    return f"Politie Noord;politie;Mens {nummer};wijkagent;{mail};;42\n"


def _lijst(map_: Path, regels: list[str]) -> Path:
    bestand = map_ / "lijst.csv"
    bestand.write_text(KOP + "".join(regels), encoding="utf-8")
    return bestand


@pytest.fixture
def leeg(venster: MainWindow, qtbot: QtBot) -> Kijker:
    """Een huis waar nog niemand in staat, op de bladzij Mensen."""
    venster.enter(een_werkbank())
    mens = Kijker(venster, qtbot)
    mens.werk.show_page(mens.werk.mensen)
    return mens


@pytest.fixture
def lees(leeg: Kijker) -> Iterator[Callable[[Path], InlezenDialog]]:
    """Opent het venster met dit bestand, en wacht tot het gelezen is."""

    def doe(bestand: Path) -> InlezenDialog:
        dialoog = InlezenDialog(leeg.werk.desk, leeg.venster)
        dialoog.open()
        dialoog.read(bestand)
        _gelezen(leeg, dialoog)
        return dialoog

    yield doe
    theme.apply(QApplication.instance(), Look())  # type: ignore[arg-type]


def _gelezen(mens: Kijker, dialoog: InlezenDialog) -> None:
    mens.qtbot.waitUntil(dialoog.choose_button.isEnabled)


def _rijen(dialoog: InlezenDialog) -> list[str]:
    rol = Qt.ItemDataRole.AccessibleTextRole
    items = [dialoog.rows.item(plek) for plek in range(dialoog.rows.count())]
    return [item.data(rol) for item in items if not item.isHidden()]


def test_een_lijst_van_veertig_gaat_er_met_het_toetsenbord_in(
    leeg: Kijker, tmp_path: Path
) -> None:
    bestand = _lijst(tmp_path, [_regel(nummer) for nummer in range(40)])
    leeg.druk("Mensen inlezen…")
    kiezer = leeg.voor
    assert isinstance(kiezer, QFileDialog)
    leeg.qtbot.waitUntil(kiezer.isActiveWindow)
    leeg.qtbot.keyClicks(QApplication.focusWidget(), str(bestand))
    leeg.toets(Qt.Key.Key_Return)
    dialoog = leeg.voor
    assert isinstance(dialoog, InlezenDialog)
    leeg.qtbot.waitUntil(dialoog.submit_button.isEnabled)
    assert leeg.staat_er("40 nieuw, 0 bijgewerkt, 0 gelijk, geen fouten, 1 nieuwe partij")
    assert leeg.staat_er("Deze kolom doet niet mee: 'schoenmaat'.")
    dialoog.activateWindow()  # wat een vensterbeheerder doet als de bestandskiezer sluit
    leeg.qtbot.waitUntil(dialoog.rows.hasFocus)
    assert leeg.sessie.zoek(Professional) == ()
    gezegd: list[str] = []
    leeg.werk.desk.messages.told.connect(gezegd.append)
    leeg.toets(Qt.Key.Key_Return, met=Qt.KeyboardModifier.ControlModifier)
    assert len(leeg.sessie.zoek(Professional)) == 40
    assert [partij.naam for partij in leeg.sessie.zoek(Partij)] == ["Politie Noord"]
    assert gezegd == ["Ingelezen: 40 nieuwe professionals, 1 nieuwe partij, 0 bijgewerkt."]
    assert leeg.voor is leeg.venster


def test_een_foute_cel_wordt_aangewezen_en_dan_gaat_er_niets_in(
    leeg: Kijker, lees: Callable[[Path], InlezenDialog], tmp_path: Path
) -> None:
    dialoog = lees(_lijst(tmp_path, [_regel(1), _regel(2, "geen adres"), _regel(3)]))
    assert leeg.staat_er("2 nieuw, 0 bijgewerkt, 0 gelijk, 1 fout")
    fout = next(rij for rij in _rijen(dialoog) if "✗" in rij)
    assert fout.startswith("Regel 3 · Mens 2")
    assert "Kolom e-mail ('geen adres'): " in fout
    assert not dialoog.submit_button.isEnabled()
    dialoog.submit()
    assert dialoog.isVisible()
    assert leeg.sessie.zoek(Professional) == ()
    assert leeg.sessie.zoek(Partij) == ()


def test_alleen_fouten_laat_alleen_de_foute_regels_zien(
    leeg: Kijker, lees: Callable[[Path], InlezenDialog], tmp_path: Path
) -> None:
    dialoog = lees(_lijst(tmp_path, [_regel(1), _regel(2, "geen adres"), _regel(3)]))
    assert len(_rijen(dialoog)) == 3
    leeg.druk("Alleen fouten")
    assert [rij.splitlines()[0][:7] for rij in _rijen(dialoog)] == ["Regel 3"]


def test_wie_de_foute_regel_overslaat_kan_de_rest_inlezen(
    leeg: Kijker, lees: Callable[[Path], InlezenDialog], tmp_path: Path
) -> None:
    dialoog = lees(_lijst(tmp_path, [_regel(1), _regel(2, "geen adres"), _regel(3)]))
    dialoog.rows.setFocus()
    leeg.qtbot.keyClick(dialoog.rows, Qt.Key.Key_Down)
    leeg.qtbot.keyClick(dialoog.rows, Qt.Key.Key_Space)
    assert leeg.staat_er("1 regel overgeslagen")
    assert dialoog.rows.currentRow() == 1
    leeg.druk("Inlezen")
    assert {mens.naam for mens in leeg.sessie.zoek(Professional)} == {"Mens 1", "Mens 3"}


def test_een_overgeslagen_regel_kan_weer_meedoen(
    leeg: Kijker, lees: Callable[[Path], InlezenDialog], tmp_path: Path
) -> None:
    dialoog = lees(_lijst(tmp_path, [_regel(1)]))
    leeg.qtbot.keyClick(dialoog.rows, Qt.Key.Key_Space)
    assert not dialoog.submit_button.isEnabled()
    leeg.qtbot.keyClick(dialoog.rows, Qt.Key.Key_Space)
    assert dialoog.submit_button.isEnabled()


def test_na_herstel_in_het_bestand_leest_een_knop_het_opnieuw(
    leeg: Kijker, lees: Callable[[Path], InlezenDialog], tmp_path: Path
) -> None:
    dialoog = lees(_lijst(tmp_path, [_regel(1, "geen adres")]))
    _lijst(tmp_path, [_regel(1)])
    leeg.druk("Opnieuw lezen")
    leeg.qtbot.waitUntil(dialoog.submit_button.isEnabled)
    assert leeg.staat_er("1 nieuw, 0 bijgewerkt, 0 gelijk, geen fouten")


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "Dit bestand is leeg."),
        (b"a;b\n1;2\n", "geen koppen die het programma kent"),
        (None, "Dit bestand is niet te lezen."),
    ],
)
def test_een_bestand_dat_geen_lijst_is_wordt_een_zin_in_het_venster(
    leeg: Kijker,
    lees: Callable[[Path], InlezenDialog],
    tmp_path: Path,
    inhoud: bytes | None,
    zin: str,
) -> None:
    bestand = tmp_path / "iets.csv"
    if inhoud is not None:
        bestand.write_bytes(inhoud)
    dialoog = lees(bestand)
    assert zin in dialoog.notice.sentence.text()
    assert dialoog.notice.isVisible()
    assert not dialoog.submit_button.isEnabled()
    assert not dialoog.rows.isVisible()


def test_een_weigering_staat_in_het_venster_en_er_gaat_niets_verloren(
    leeg: Kijker,
    lees: Callable[[Path], InlezenDialog],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialoog = lees(_lijst(tmp_path, [_regel(1), _regel(2)]))

    def vol(*_alles: object, **_namen: object) -> str:
        raise ongeldig("Dit gaat nu niet.")

    monkeypatch.setattr(leeg.sessie.werkbank.opslag, "leg_vast", vol)
    leeg.druk("Inlezen")
    assert dialoog.notice.sentence.text() == "Dit gaat nu niet."
    assert len(_rijen(dialoog)) == 2
    assert leeg.sessie.zoek(Professional) == ()


@pytest.mark.parametrize("soort", ["csv", "ods", "xlsx"])
def test_wat_bewaard_is_en_weer_ingelezen_verandert_niets(
    kijker: Kijker, deuren: NepDeuren, tmp_path: Path, soort: str
) -> None:
    opening.write(kijker.werk.desk, kijker.venster, tmp_path / f"mensen.{soort}")
    map_, papier = deuren.geschreven[-1]
    assert (map_, papier.naam) == (tmp_path, f"mensen.{soort}")
    bestand = tmp_path / papier.naam
    bestand.write_bytes(papier.inhoud)
    dialoog = InlezenDialog(kijker.werk.desk, kijker.venster)
    dialoog.open()
    dialoog.read(bestand)
    _gelezen(kijker, dialoog)
    aantal = len(kijker.sessie.zoek(Professional))
    assert kijker.staat_er(f"0 nieuw, 0 bijgewerkt, {aantal} gelijk, geen fouten")
    assert kijker.staat_er(NOTHING)
    assert not dialoog.submit_button.isEnabled()


def test_bewaren_als_vraagt_een_naam_en_een_soort(kijker: Kijker, deuren: NepDeuren) -> None:
    kijker.werk.show_page(kijker.werk.mensen)
    kijker.druk("Mensen bewaren als…")
    kiezer = kijker.voor
    assert isinstance(kiezer, QFileDialog)
    excel = next(soort for soort in kiezer.nameFilters() if "xlsx" in soort)
    kiezer.selectNameFilter(excel)
    kiezer.filterSelected.emit(excel)
    kijker.qtbot.waitUntil(kiezer.isActiveWindow)
    kijker.toets(Qt.Key.Key_Return)
    assert [papier.naam for _, papier in deuren.geschreven] == ["mensen.xlsx"]
    assert deuren.geschreven[0][1].inhoud.startswith(b"PK")


def test_een_bestand_dat_er_al_staat_wordt_niet_zomaar_vervangen(
    kijker: Kijker, deuren: NepDeuren, tmp_path: Path
) -> None:
    bestand = _lijst(tmp_path, [_regel(1)])
    gevraagd: list[Question] = []
    kijker.werk.desk.messages.asked.connect(gevraagd.append)
    opening.write(kijker.werk.desk, kijker.venster, bestand)
    assert deuren.geschreven == []
    gevraagd[0].on_yes()
    assert len(deuren.geschreven) == 1


@pytest.mark.parametrize("look", [Look(LIGHT, 100), Look(LIGHT, 200), Look(DARK, 200)])
def test_ook_groot_en_met_vreemde_tekst_past_alles_en_heeft_alles_een_naam(
    leeg: Kijker, lees: Callable[[Path], InlezenDialog], tmp_path: Path, look: Look
) -> None:
    dialoog = lees(_lijst(tmp_path, [_regel(1), _regel(2, "<b>" + "x" * 5_000)]))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, look)
    dialoog.resize(1232, 656)
    for _ in range(3):
        app.processEvents()
    assert (dialoog.width(), dialoog.height()) == (1232, 656)
    opzij = [
        balk
        for balk in zichtbaar(dialoog, QScrollBar)
        if balk.orientation() is Qt.Orientation.Horizontal and balk.maximum() > 0
    ]
    assert opzij == []
    for knop in zichtbaar(dialoog, QPushButton):
        assert knop.width() >= knop.sizeHint().width()
        assert dialoog.rect().contains(knop.geometry())
    vormen = {label.textFormat() for label in zichtbaar(dialoog, QLabel)}
    assert vormen == {Qt.TextFormat.PlainText}
    assert dialoog.rows.height() > 2 * dialoog.fontMetrics().height()
    naamloos = [
        str(deel.object())
        for deel in onderdelen(dialoog)
        if deel.state().focusable
        and not deel.state().invisible
        and not deel.text(QAccessible.Text.Name).strip()
    ]
    assert naamloos == []
    dialoog.grab()


def test_vergrendelen_sluit_de_lijst(
    leeg: Kijker, lees: Callable[[Path], InlezenDialog], tmp_path: Path
) -> None:
    dialoog = lees(_lijst(tmp_path, [_regel(1)]))
    with leeg.qtbot.waitSignal(dialoog.destroyed):
        leeg.sessie.lock()


def test_zoek_of_doe_kent_het_inlezen(leeg: Kijker) -> None:
    doe = leeg.werk.open_doe()
    leeg.qtbot.keyClicks(doe.search, "excel")
    doe.choose()
    assert isinstance(leeg.voor, QFileDialog)
    assert isinstance(leeg.voor.parentWidget(), InlezenDialog)
