"""De lijst van casussen: zoeken, openen, en snel blijven bij tweeduizend."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casus_app.domein.casus import Casus, Informering
from casus_app.poorten import Logregel, Opslag, Wijziging
from casus_app.rollen import gebruiker_met
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import een_verhaal, een_werkbank
from ui.dossier.casus_list import read_rows
from ui.session import Session


def rijen(mens: Kijker) -> list[list[str]]:
    """De lijst zoals zij op het scherm staat."""
    QApplication.processEvents()
    model = mens.werk.casussen.table.model()
    return [
        [str(model.index(rij, kolom).data()) for kolom in range(model.columnCount())]
        for rij in range(model.rowCount())
    ]


def test_elke_casus_staat_er_met_zijn_stand_en_zijn_dagen(kijker: Kijker) -> None:
    kijker.werk.show_casussen()
    assert kijker.staat_er("2 casussen")
    assert rijen(kijker)[1] == [
        "K-2601",
        "Voorkomen dat de overlast in de Lindestraat uitloopt op geweld.",
        "● in behandeling",
        "24 nov 2026, overleg",
        "16 nov 2031",
    ]


def test_typen_zoekt_meteen_en_enter_opent_het_dossier(kijker: Kijker) -> None:
    kijker.werk.show_casussen()
    kijker.qtbot.waitUntil(kijker.werk.casussen.search.hasFocus)
    kijker.qtbot.keyClicks(kijker.werk.casussen.search, "lindestraat")
    assert kijker.staat_er("1 casus")
    assert [rij[0] for rij in rijen(kijker)] == ["K-2601"]
    kijker.toets(Qt.Key.Key_Return)
    assert kijker.werk.stack.currentWidget() is kijker.werk.dossier
    assert kijker.werk.dossier.casus == "K-2601"


def test_met_de_pijlen_en_met_de_muis_komt_men_er_ook(kijker: Kijker) -> None:
    kijker.werk.show_casussen()
    lijst = kijker.werk.casussen.table
    kijker.qtbot.keyClick(kijker.werk.casussen.search, Qt.Key.Key_Down)
    assert lijst.hasFocus()
    kijker.qtbot.keyClick(lijst, Qt.Key.Key_Down)
    kijker.qtbot.keyClick(lijst, Qt.Key.Key_Return)
    assert kijker.werk.dossier.casus == "K-2601"
    kijker.werk.show_casussen()
    plek = lijst.visualRect(lijst.model().index(0, 0)).center()
    kijker.qtbot.mouseClick(lijst.viewport(), Qt.MouseButton.LeftButton, pos=plek)
    assert kijker.werk.dossier.casus == "K-2602"


def test_wie_terugkomt_staat_nog_op_dezelfde_casus(kijker: Kijker) -> None:
    kijker.werk.show_casussen()
    lijst = kijker.werk.casussen.table
    lijst.setFocus()
    kijker.qtbot.keyClick(lijst, Qt.Key.Key_Down)
    kijker.qtbot.keyClick(lijst, Qt.Key.Key_Return)
    kijker.toets(Qt.Key.Key_Left, met=Qt.KeyboardModifier.AltModifier)
    assert kijker.werk.stack.currentWidget() is kijker.werk.casussen
    assert lijst.chosen() == "K-2601"


class _Tellend:
    """Een opslag die telt hoe vaak er iets gevraagd wordt."""

    def __init__(self, opslag: Opslag) -> None:
        self._opslag = opslag
        self.gevraagd: Counter[str] = Counter()

    def __getattr__(self, naam: str) -> object:
        if naam in {"haal", "zoek"}:
            self.gevraagd[naam] += 1
        return getattr(self._opslag, naam)


@pytest.mark.parametrize("aantal", [0, 2_000])
def test_hoeveel_er_gevraagd_wordt_hangt_niet_af_van_hoeveel_casussen_er_zijn(
    qtbot: QtBot, aantal: int
) -> None:
    werkbank = een_verhaal()
    een = werkbank.opslag.haal(Casus, "K-2601")
    assert een is not None
    veel = [Wijziging(None, replace(een, id=f"K-{nummer:05d}")) for nummer in range(aantal)]
    wacht = [
        Wijziging(None, Informering(casus=w.na.id, grond="x", heroverwegen_op=date(2026, 11, 1)))
        for w in veel
        if w.na
    ]
    regel = Logregel(
        moment=werkbank.klok.nu(), gebruiker="x", rol="", handeling="x", uitkomst="gelukt"
    )
    werkbank.opslag.leg_vast([*veel, *wacht], regel)
    telt = _Tellend(werkbank.opslag)
    werkbank.opslag = telt  # type: ignore[assignment]  # past op de poort door alles door te geven
    sessie = Session(werkbank, gebruiker_met("coordinator"))
    rijen = read_rows(sessie)
    assert len(rijen) == aantal + 2
    assert telt.gevraagd["zoek"] == 4
    assert telt.gevraagd["haal"] <= 1
    if aantal:
        assert rijen[0].cells[3] == "▲ 1 nov 2026, uitstel bekijken"
    sessie.deleteLater()


def test_een_lege_lijst_zegt_wat_de_eerste_stap_is(kijker: Kijker) -> None:
    kijker.sessie.lock()
    kijker.venster.enter(een_werkbank())
    kijker.werk.show_casussen()
    assert kijker.staat_er("Er zijn nog geen casussen")
    assert not kijker.werk.casussen.table.isVisible()
