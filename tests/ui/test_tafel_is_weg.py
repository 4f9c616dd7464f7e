"""Een vernietigde bespreking laat in geen enkel onderdeel van de tafel iets achter."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTextEdit,
    QWidget,
)

from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking
from casus_app.poorten import Logregel, Wijziging
from tests.ui.kijken import Kijker
from tests.ui.tafelspel import ALLEN, CASUS, OVERLEG, breng_in, open_casus, spreek_af
from ui.tafel.seat_button import SeatButton
from ui.tafel.steps import Step


def _alles(deel: QWidget) -> Iterator[str]:
    """Wat er in elk onderdeel staat, ook als niemand het ziet."""
    for een in (deel, *deel.findChildren(QWidget)):
        yield from (een.accessibleName(), een.accessibleDescription(), een.toolTip())
        if isinstance(een, QLabel | QLineEdit | QAbstractButton):
            yield een.text()
        elif isinstance(een, QTextEdit):
            yield een.toPlainText()
        elif isinstance(een, QTableWidget):
            yield from _cellen(een)
        if isinstance(een, SeatButton) and een.seat is not None:
            yield een.seat.naam


def _cellen(tabel: QTableWidget) -> Iterator[str]:
    for rij in range(tabel.rowCount()):
        for kolom in range(tabel.columnCount()):
            if (cel := tabel.item(rij, kolom)) is not None:
                yield from (cel.text(), cel.toolTip())
    for kolom in range(tabel.columnCount()):
        if (kop := tabel.horizontalHeaderItem(kolom)) is not None:
            yield from (kop.text(), kop.toolTip())


def _vernietig(mens: Kijker) -> None:
    opslag = mens.sessie.werkbank.opslag
    weg = mens.sessie.haal(Bespreking, OVERLEG, CASUS)
    regel = Logregel(
        moment=mens.sessie.werkbank.klok.nu(),
        gebruiker="x",
        rol="",
        handeling="x",
        uitkomst="gelukt",
    )
    opslag.leg_vast([Wijziging(weg, None)], regel)
    mens.werk.casus.read_now()
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _woorden(mens: Kijker) -> set[str]:
    """Waaraan de bespreking te herkennen is: code, vraag, wie er zat, en wat er gezegd is."""
    punt = mens.sessie.haal(Bespreking, OVERLEG, CASUS)
    assert punt is not None
    mensen = [m for m in mens.sessie.zoek(Professional) if m.id in ALLEN]
    namen = {een for m in mensen for een in (m.naam, m.functie) if een}
    return namen | {CASUS, punt.vraag, "Kern van i1", "Doen van a1", "Halve zin"}


def _blijft(mens: Kijker, woorden: set[str]) -> list[str]:
    staat = [zin for zin in _alles(mens.werk.casus) if zin]
    return sorted(
        {zin for zin in staat for woord in woorden if woord.casefold() in zin.casefold()}
    )


@pytest.mark.parametrize("stap", list(Step))
def test_van_een_vernietigde_bespreking_staat_nergens_meer_iets(
    kijker: Kijker, stap: Step
) -> None:
    open_casus(kijker)
    breng_in(kijker.sessie, "i1")
    spreek_af(kijker.sessie, "a1", "wmo")
    pagina = kijker.werk.casus
    for een in (*Step, stap):
        pagina.go_to(een)
        QApplication.processEvents()
        if een is Step.BESLUIT:
            pagina.line.afspraak.edit.setText("Halve zin")
        if een is Step.DEUR:
            pagina.table.choose(1)
    woorden = _woorden(kijker)
    assert len(_blijft(kijker, woorden)) >= len(ALLEN), "er moet wel iets gestaan hebben"
    _vernietig(kijker)
    blijft = _blijft(kijker, woorden)
    assert not blijft, "\n".join(blijft)


def test_ook_aan_de_deur_blijft_er_niets_staan(kijker: Kijker) -> None:
    kijker.werk.show_casus(OVERLEG, CASUS)
    woorden = _woorden(kijker)
    assert len(_blijft(kijker, woorden)) >= len(ALLEN)
    _vernietig(kijker)
    blijft = _blijft(kijker, woorden)
    assert not blijft, "\n".join(blijft)
