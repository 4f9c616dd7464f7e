"""Het venster en de reservekopie: bij openen en sluiten, en alleen hoorbaar als het misgaat."""

from pytestqt.qtbot import QtBot

from casus_app.poorten import Reservebericht
from tests.ui.nepdeuren import NepDeuren, een_werkbank
from ui.main_window import MainWindow


def test_bij_openen_en_bij_sluiten_komt_er_een_en_bij_vergrendelen_niet(
    venster: MainWindow, deuren: NepDeuren, qtbot: QtBot
) -> None:
    werkbank = een_werkbank(oefening=False)
    venster.enter(werkbank)
    qtbot.waitUntil(lambda: deuren.gekopieerd == [werkbank])
    venster.lock()
    assert deuren.gekopieerd == [werkbank]
    venster.enter(werkbank)
    qtbot.waitUntil(lambda: len(deuren.gekopieerd) == 2)
    venster.close()
    assert len(deuren.gekopieerd) == 3
    assert deuren.gesloten == [werkbank, werkbank]


def test_een_mislukte_kopie_is_een_zin_en_het_werk_gaat_door(
    venster: MainWindow, deuren: NepDeuren, qtbot: QtBot
) -> None:
    zin = "De reservekopie is niet gemaakt. De schijf is vol."
    deuren.bericht = Reservebericht(gelukt=False, zin=zin)
    venster.enter(een_werkbank(oefening=False))
    qtbot.waitUntil(lambda: venster.notice.sentence.text() == zin)
    assert venster.workspace is not None


def test_een_gelukte_kopie_zegt_niets(
    venster: MainWindow, deuren: NepDeuren, qtbot: QtBot
) -> None:
    deuren.bericht = Reservebericht(gelukt=True, zin="Gemaakt.")
    venster.enter(een_werkbank(oefening=False))
    qtbot.waitUntil(lambda: bool(deuren.gekopieerd))
    qtbot.wait(1)  # er mag juist niets meer komen
    assert not venster.notice.isVisible()


def test_een_oudere_kopie_van_de_kluis_wordt_meteen_gezegd(
    venster: MainWindow, deuren: NepDeuren
) -> None:
    deuren.opgemerkt = "Dit is een oudere kopie van de kluis."
    venster.enter(een_werkbank(oefening=False))
    assert venster.notice.sentence.text() == deuren.opgemerkt
