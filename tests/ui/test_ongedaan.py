"""Terug en weer heen, zoals een coördinator het doet: het menu zegt wat er teruggaat."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu

from casus_app.domein.mensen import Partij
from casus_app.fouten import OpslagFout
from casus_app.handelingen.bespreking import BesprekingOpenen
from casus_app.handelingen.inrichting import PartijRegistreren
from tests.ui.kijken import Kijker

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
OPENEN = BesprekingOpenen(
    overleg="wk48", casus="K-2601", aanwezig=("voorzitter", "wijkagent", "wmo")
)


def _menu(mens: Kijker) -> list[QAction]:
    """Wat er onder Bewerken staat."""
    balk = mens.venster.menuBar()
    for kop in balk.actions():
        if kop.text().replace("&", "") == "Bewerken":
            return cast("QMenu", kop.menu()).actions()
    return []


def _regels(mens: Kijker) -> list[tuple[str, bool]]:
    return [(regel.text().replace("&", ""), regel.isEnabled()) for regel in _menu(mens)]


def _registreer(mens: Kijker, id: str = "halt", naam: str = "Halt Rivierland") -> None:
    assert mens.sessie.perform(PartijRegistreren(id=id, soort="halt", naam=naam))


def _namen(mens: Kijker) -> list[str]:
    return [partij.naam for partij in mens.sessie.zoek(Partij)]


def test_een_geregistreerde_partij_gaat_terug_en_weer_heen(kijker: Kijker) -> None:
    kijker.werk.show_page(kijker.werk.mensen)
    _registreer(kijker)
    assert _regels(kijker) == [
        ("Ongedaan maken: partij toevoegen", True),
        ("Opnieuw doen", False),
    ]
    kijker.toets(Qt.Key.Key_Z, met=CTRL)
    assert "Halt Rivierland" not in _namen(kijker)
    assert kijker.venster.toast.label.text() == "Ongedaan gemaakt: partij toevoegen."
    assert ("Opnieuw doen: partij toevoegen", True) in _regels(kijker)
    kijker.toets(Qt.Key.Key_Z, met=CTRL_SHIFT)
    assert "Halt Rivierland" in _namen(kijker)
    assert kijker.venster.toast.label.text() == "Opnieuw gedaan: partij toevoegen."
    kijker.toets(Qt.Key.Key_Z, met=CTRL)
    kijker.toets(Qt.Key.Key_Y, met=CTRL)
    assert "Halt Rivierland" in _namen(kijker)


def test_wat_teruggedraaid_is_verdwijnt_ook_van_het_scherm(kijker: Kijker) -> None:
    kijker.werk.show_page(kijker.werk.mensen)
    _registreer(kijker)
    assert kijker.staat_er("Halt Rivierland")
    _menu(kijker)[0].trigger()
    assert not kijker.staat_er("Halt Rivierland")


def test_na_een_feit_is_er_niets_meer_terug_te_draaien(kijker: Kijker) -> None:
    _registreer(kijker)
    assert kijker.sessie.perform(OPENEN)
    assert _regels(kijker) == [("Ongedaan maken", False), ("Opnieuw doen", False)]
    kijker.toets(Qt.Key.Key_Z, met=CTRL)
    assert "Halt Rivierland" in _namen(kijker)


def test_vergrendelen_vergeet_wat_er_terug_kon(kijker: Kijker) -> None:
    _registreer(kijker)
    werkbank = kijker.sessie.werkbank
    kijker.toets(Qt.Key.Key_F12)
    assert _menu(kijker) == []
    kijker.venster.enter(werkbank)
    assert _regels(kijker) == [("Ongedaan maken", False), ("Opnieuw doen", False)]


def test_een_tekstveld_heeft_zijn_eigen_ctrl_z(kijker: Kijker) -> None:
    _registreer(kijker)
    kijker.werk.show_casussen()
    veld = kijker.werk.casussen.search
    assert isinstance(veld, QLineEdit)
    veld.setFocus()
    kijker.qtbot.keyClicks(veld, "K-26")
    kijker.qtbot.keyClick(veld, Qt.Key.Key_Z, CTRL)
    assert veld.text() == ""
    kijker.qtbot.keyClick(veld, Qt.Key.Key_Z, CTRL)
    assert "Halt Rivierland" in _namen(kijker)


def test_een_schijf_die_niet_meewerkt_zegt_dat_en_verandert_niets(
    kijker: Kijker, monkeypatch: pytest.MonkeyPatch
) -> None:
    _registreer(kijker)
    zin = "De schijf is vol. Maak ruimte vrij en doe het opnieuw."

    def vol(*_alles: object, **_namen: object) -> None:
        raise OpslagFout(zin)

    monkeypatch.setattr(kijker.sessie.werkbank.opslag, "leg_vast", vol)
    kijker.werk.show_overview()
    kijker.toets(Qt.Key.Key_Z, met=CTRL)
    assert kijker.staat_er(zin)
    assert "Halt Rivierland" in _namen(kijker)
    assert "Ongedaan gemaakt" not in kijker.venster.toast.label.text()
    assert ("Ongedaan maken: partij toevoegen", True) in _regels(kijker)
