"""Met tien stoelen of meer typt men het nummer dat er staat: overal even gewoon, en geteld."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from casus_app.domein.inbreng import Inbreng
from tests.ui.kijken import Kijker
from tests.ui.tafelspel import (
    ALLEN,
    CASUS,
    OVERLEG,
    Teller,
    extra_mensen,
    gepubliceerd,
    open_casus,
)
from ui import theme
from ui.tafel.digits import SeatDigits
from ui.tafel.steps import Step
from ui.theme import LIGHT, Look

WENK = "Met nog een cijfer: stoel 10 tot en met 14."
KORT = "10–14"


@pytest.fixture
def vol(kijker: Kijker) -> Kijker:
    """Veertien stoelen, en iedereen is er."""
    wie = (*ALLEN, *extra_mensen(kijker.sessie, 9))
    open_casus(kijker, wie)
    QApplication.processEvents()
    kijker.werk.casus.go_to(Step.BEELD)
    QApplication.processEvents()
    assert len(kijker.werk.casus.staat.room) == 14
    return kijker


@pytest.mark.parametrize("stoel", [10, 11, 12, 14])
def test_een_inbreng_van_stoel_tien_en_hoger_kost_zoveel_als_er_staat(
    vol: Kijker, stoel: int
) -> None:
    druk = Teller(vol)
    for cijfer in str(stoel):
        druk(Qt.Key(Qt.Key.Key_0 + int(cijfer)))
        assert vol.staat_er(WENK) == (druk.aantal == 1), "de wenk staat er na het eerste cijfer"
    druk(Qt.Key.Key_V)
    vol.typ("Begeleiding loopt.")
    druk(Qt.Key.Key_Return)
    (gelegd,) = vol.sessie.zoek(Inbreng)
    wie = next(s for s in vol.werk.casus.staat.seats if s.number == stoel)
    assert gelegd.inbrenger == wie.professional
    assert druk.aantal == gepubliceerd("inbreng, wie op stoel 10 of hoger zit")


def test_de_eerste_blijft_met_een_cijfer_te_kiezen(vol: Kijker) -> None:
    vol.typ("1k")
    assert vol.werk.casus.line.stamp.model.stamp.wie == ALLEN[0]


def test_ook_aan_de_getekende_tafel_hoort_het_tweede_cijfer_bij_het_eerste(vol: Kijker) -> None:
    tafel = vol.werk.casus.table
    tafel.choose(4)
    druk = Teller(vol)
    druk(Qt.Key.Key_1)
    assert tafel.buttons[0].hasFocus()
    assert tafel.hint == WENK, "het staat midden op de tafel"
    druk(Qt.Key.Key_3)
    assert tafel.buttons[12].hasFocus()
    assert tafel.hint == ""
    druk(Qt.Key.Key_1, Qt.Key.Key_Right, Qt.Key.Key_3)
    assert tafel.buttons[2].hasFocus(), "na een pijl is het weer een eerste cijfer"
    assert tafel.hint == ""


@pytest.mark.parametrize("procent", [100, 150, 200])
def test_de_wenk_past_op_de_tafel_of_staat_er_kort(vol: Kijker, procent: int) -> None:
    """Op 1280×720: nooit een halve zin, en nooit niets."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, Look(LIGHT, procent))
    for _ in range(2):  # grote tekst vraagt even meer, tot alles zich geschikt heeft
        QApplication.processEvents()
        vol.venster.resize(1280, 720)
    QApplication.processEvents()
    assert vol.venster.size().toTuple() == (1280, 720)
    tafel = vol.werk.casus.table
    tafel.choose(4)
    Teller(vol)(Qt.Key.Key_1)
    tafel.grab()  # tekent ook wat op het blad buiten beeld geschoven is
    assert tafel.written in {WENK, KORT}
    metrics = QFontMetricsF(tafel.font())
    breed, hoog = metrics.horizontalAdvance(KORT) + 8, 2 * metrics.height()
    ruim, krap = QRectF(0, 0, 4_000, 400), QRectF(0, 0, breed, hoog)
    assert list(tafel._in_the_middle(metrics, ruim)) == [WENK, KORT]
    assert list(tafel._in_the_middle(metrics, krap)) == [KORT]
    assert list(tafel._in_the_middle(metrics, QRectF(0, 0, 4, 4))) == []


def test_en_bij_de_deurwissel(kijker: Kijker) -> None:
    extra_mensen(kijker.sessie, 9)
    kijker.werk.show_casus(OVERLEG, CASUS)
    wissel = kijker.werk.casus.change
    kijker.qtbot.waitUntil(wissel.match_button.hasFocus)
    druk = Teller(kijker)
    druk(Qt.Key.Key_1)
    assert wissel.boxes[1].hasFocus()
    druk(Qt.Key.Key_2)
    assert wissel.boxes[12].hasFocus()
    druk(Qt.Key.Key_Space)
    assert kijker.werk.casus.staat.empty_seats == (12,)


@pytest.mark.parametrize(
    ("getypt", "aantal", "verwacht"),
    [
        ((1, 2), 14, (1, 12)),
        ((1, 5), 14, (1, 5)),
        ((2, 1, 1), 14, (2, 1, 11)),
        ((1, 0), 10, (1, 10)),
        ((1, 2), 9, (1, 2)),
        ((0,), 14, (0,)),
    ],
)
def test_welke_stoel_bedoeld_is(
    getypt: tuple[int, ...], aantal: int, verwacht: tuple[int, ...]
) -> None:
    cijfers, stoelen = SeatDigits(), range(1, aantal + 1)
    assert tuple(cijfers.wanted(cijfer, stoelen) for cijfer in getypt) == verwacht
