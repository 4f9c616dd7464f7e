"""Vaststellen: eerst geteld zien wat weggaat, en daarna is het nergens meer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from casus_app.catalogus import laad
from casus_app.domein.inbreng import Lot
from casus_app.domein.overleg import Overleg
from casus_app.draaiboek import lees, speel
from casus_app.handelingen.bespreking import (
    BesprekingBesluiten,
    BesprekingDoorschuiven,
    BesprekingSluiten,
)
from casus_app.handelingen.inbreng import MeenemenNiemand
from casus_app.handelingen.tafel import AkkoordGeven
from casus_app.werkbank import Werkbank
from storage import Kluis, maak_kluis, sealing
from tests.nep import StilleKlok
from tests.storage.ontcijferen import klare_tekst
from tests.storage.waarden import WACHTZIN
from tests.ui.conftest import een_venster
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import VERHAAL, NepDeuren, drukker
from tests.ui.tafelspel import (
    CASUS,
    OVERLEG,
    breng_in,
    inbreng,
    naar_meenemen,
    open_casus,
    spreek_af,
)

MERK = "Zwaluwstaartje"
BLIJFT = "Kievitsbloem"
ROLLEN = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.UserRole,
    Qt.ItemDataRole.UserRole + 1,
)


@pytest.fixture
def kluis(tmp_path: Path) -> Iterator[Kluis]:
    (tmp_path / "kluis").mkdir()
    kluis = maak_kluis(tmp_path / "kluis", WACHTZIN, oefening=True)
    yield kluis
    kluis.sluit()


@pytest.fixture
def mens(kluis: Kluis, qtbot: QtBot, tmp_path: Path) -> Iterator[Kijker]:
    """Het verhaal in een echte kluis, met een venster erop."""
    werkbank = Werkbank(kluis, StilleKlok(), laad(), drukker, oefening=True)
    draaiboek = lees(VERHAAL.read_bytes(), VERHAAL.name, werkbank.catalogus.kaders)
    assert speel(draaiboek, werkbank, lambda _regel: None, lambda _papier: None) == []
    with een_venster(NepDeuren(), tmp_path) as venster:
        venster.enter(werkbank)
        yield Kijker(venster, qtbot)


def speel_tot_het_vaststellen(mens: Kijker, *, veel: int = 0) -> None:
    """Alle bladzijden zijn bekeken, zodat er op elk iets had kunnen blijven staan.

    Met `veel` teksten erbij worden er hele bladzijden van de kluis vrij.
    """
    sessie = mens.sessie
    open_casus(mens)
    breng_in(sessie, "i1", kern=f"{MERK} één.")
    breng_in(sessie, "i2", kern=f"{BLIJFT} mag mee.")
    breng_in(sessie, "i3", "wmo", kern=f"{MERK} drie.")
    spreek_af(sessie, "a1", "wmo")
    mens.werk.show_dossier(CASUS)
    QApplication.processEvents()
    mens.werk.show_casus(OVERLEG, CASUS)
    paneel = naar_meenemen(mens)
    mens.toets(Qt.Key.Key_0)
    mens.toets(Qt.Key.Key_3)
    mens.toets(Qt.Key.Key_Down)
    mens.toets(Qt.Key.Key_0)
    assert [inbreng(sessie, id_).lot for id_ in ("i1", "i2", "i3")] == [
        Lot.NIEMAND,
        Lot.MEE,
        Lot.NIEMAND,
    ]
    assert paneel.grid.rowCount() == 3
    plek = {"overleg": OVERLEG, "casus": CASUS}
    for nummer in range(veel):
        breng_in(sessie, f"x{nummer}", kern=f"{MERK} {nummer}. " * 40)
        assert sessie.perform(MeenemenNiemand(inbreng=f"x{nummer}", door="wijkagent"))
    assert sessie.perform(
        BesprekingBesluiten(
            **plek, besluit="Bellen.", aanspreekpunt="wmo", evaluatie_op=sessie.vandaag()
        )
    )
    assert sessie.perform(
        AkkoordGeven(**plek, professional="spv", akkoord="niet-akkoord", opmerking=f"{MERK} vijf.")
    )
    mens.werk.casus.go_to(5)
    QApplication.processEvents()
    assert MERK in alles_in(mens.venster), "anders bewijst deze toets niets"
    assert sessie.perform(BesprekingSluiten(**plek))
    assert sessie.perform(BesprekingDoorschuiven(overleg=OVERLEG, casus="K-2602", reden="Later."))
    mens.werk.show_overleg(OVERLEG)
    QApplication.processEvents()


def alles_in(wortel: QWidget) -> str:
    """Elke tekst die een widget bij zich heeft, ook wie verborgen is, en wat terug kan."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gevonden: list[str] = []
    for widget in [wortel, *wortel.findChildren(QWidget), *QApplication.allWidgets()]:
        gevonden += [
            widget.toolTip(),
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.windowTitle(),
            widget.whatsThis(),
        ]
        gevonden += list(_van(widget))
    return "\n".join(gevonden)


def _van(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLineEdit):
        yield widget.text()
        with QSignalBlocker(widget):  # wie op letters antwoordt, wist zich eindeloos
            while widget.isUndoAvailable():
                widget.undo()
                yield widget.text()
    elif isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
        while widget.document().isUndoAvailable():
            widget.undo()
            yield widget.toPlainText()
    elif isinstance(widget, QTableWidget):
        for rij in range(widget.rowCount()):
            for kolom in range(widget.columnCount()):
                deel = widget.item(rij, kolom)
                yield from (repr(deel.data(rol)) for rol in ROLLEN if deel)
    elif callable(tekst := getattr(widget, "text", None)):
        yield str(tekst())


def stel_vast(mens: Kijker) -> None:
    mens.druk("Overleg vaststellen…")
    mens.druk("Vaststellen")
    QApplication.processEvents()
    overleg = mens.sessie.haal(Overleg, OVERLEG)
    assert overleg is not None
    assert overleg.vastgesteld


def test_vooraf_staat_geteld_wat_weggaat_en_wat_blijft(mens: Kijker) -> None:
    speel_tot_het_vaststellen(mens)
    assert mens.staat_er("Voorgoed weg: 2 gegevens. Bewaard: 1 gegeven.")
    tekst = "\n".join(mens.teksten())
    assert "1 × Politiegegevens (Wpg 8 en 13) en 1 × " in tekst
    assert "want er is 1 vrijgave" in tekst
    assert "1 opmerking bij akkoord" in tekst
    assert "Daarna kan nog" in tekst
    assert "Daarna kan niet meer" in tekst
    assert MERK not in tekst


def test_na_het_vaststellen_staat_het_in_geen_widget_en_kan_niets_terug(mens: Kijker) -> None:
    speel_tot_het_vaststellen(mens)
    stel_vast(mens)
    assert MERK not in alles_in(mens.venster)
    assert not mens.sessie.undoable
    assert not mens.sessie.redoable
    assert MERK not in repr(mens.sessie.werkbank.terug.__dict__)
    assert inbreng(mens.sessie, "i2").kern == f"{BLIJFT} mag mee."


@pytest.fixture
def onverzegeld(monkeypatch: pytest.MonkeyPatch) -> None:
    """Werktekst als gewone tekst, om te zien of zij van een bladzijde verdwijnt."""
    monkeypatch.setattr(sealing, "is_werktekst", lambda _waarde: False)


def test_tot_het_vaststellen_staat_werktekst_alleen_verzegeld_in_de_kluis(
    mens: Kijker, kluis: Kluis, tmp_path: Path
) -> None:
    speel_tot_het_vaststellen(mens)
    tekst = klare_tekst(tmp_path / "kluis" / "kluis.db", kluis._key)
    assert MERK.encode() not in tekst
    assert BLIJFT.encode() in tekst


@pytest.mark.usefixtures("onverzegeld")
def test_na_het_vaststellen_staat_het_in_geen_bladzijde_van_de_kluis(
    mens: Kijker, kluis: Kluis, tmp_path: Path
) -> None:
    bestand = tmp_path / "kluis" / "kluis.db"
    speel_tot_het_vaststellen(mens, veel=40)
    assert MERK.encode() in klare_tekst(bestand, kluis._key)
    stel_vast(mens)
    tekst = klare_tekst(bestand, kluis._key)
    assert BLIJFT.encode() in tekst, "anders kijkt deze toets op de verkeerde plaats"
    assert MERK.encode() not in tekst
    assert not kluis.na_te_ruimen


@pytest.mark.usefixtures("onverzegeld")
def test_zonder_secure_delete_zou_het_er_nog_staan(
    mens: Kijker, kluis: Kluis, tmp_path: Path
) -> None:
    assert kluis._db is not None
    kluis._db.execute("PRAGMA secure_delete = OFF")
    speel_tot_het_vaststellen(mens, veel=40)
    stel_vast(mens)
    assert MERK.encode() in klare_tekst(tmp_path / "kluis" / "kluis.db", kluis._key)
