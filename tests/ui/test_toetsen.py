"""Ctrl+/ zegt elke toets van het scherm waarop men is; er kan er geen ontbreken."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from tests.ui.kijken import Kijker, zichtbaar
from ui.keys import KEYS
from ui.places import PLACES
from ui.widgets.keys_dialog import KeysDialog

Gang = Callable[[Kijker], object]
BLADZIJDEN: dict[str, Gang] = {
    **{plaats.name: lambda mens, p=plaats.name: mens.werk.show_place(p) for plaats in PLACES},
    "overleg": lambda mens: mens.werk.show_overleg("wk48"),
    "tafelindeling": lambda mens: (mens.werk.show_overleg("wk48"), mens.werk.overleg.switch()),
    "casus": lambda mens: mens.werk.show_casus("wk48", "K-2601"),
}


def _vraag(mens: Kijker) -> KeysDialog:
    QApplication.processEvents()
    mens.toets(Qt.Key.Key_Slash, met=Qt.KeyboardModifier.ControlModifier)
    assert isinstance(mens.voor, KeysDialog)
    return mens.voor


def _toetsen(mens: Kijker) -> Iterator[str]:
    """Alles wat er op dit scherm een toets heeft, los van hoe de lijst gemaakt wordt."""
    venster = mens.venster
    for action in venster.findChildren(QAction):
        in_menu = any(isinstance(ouder, QMenu) for ouder in action.associatedObjects())
        if in_menu:
            yield from (toets.toString() for toets in action.shortcuts())
    for sneltoets in venster.findChildren(QShortcut):
        if sneltoets.parent() in set(zichtbaar(venster, type(sneltoets.parent()))):
            yield sneltoets.key().toString()
    for knop in zichtbaar(venster, QAbstractButton):
        if knop.isEnabled():
            yield QKeySequence.mnemonic(knop.text()).toString()


@pytest.mark.parametrize("waar", sorted(BLADZIJDEN))
def test_elke_toets_van_de_bladzij_staat_in_de_lijst(waar: str, kijker: Kijker) -> None:
    BLADZIJDEN[waar](kijker)
    QApplication.processEvents()
    verwacht = {QKeySequence(toets).toString() for toets in _toetsen(kijker)} - {""}
    assert len(verwacht) > 10
    lijst = _vraag(kijker)
    teksten = {deel for tekst in kijker.teksten(lijst) for deel in tekst.split(" of ")}
    native = QKeySequence.SequenceFormat.NativeText
    gemist = {toets for toets in verwacht if QKeySequence(toets).toString(native) not in teksten}
    assert gemist == set()
    assert all(tekst.strip() for tekst in kijker.teksten(lijst))
    lijst.close()


def test_wat_een_onderdeel_zelf_hoort_staat_er_alleen_als_het_er_is(kijker: Kijker) -> None:
    kijker.werk.show_overleg("wk48")
    lijst = _vraag(kijker)
    assert not kijker.staat_er("De casus verplaatsen", lijst)
    lijst.close()
    kijker.werk.overleg.switch()
    assert kijker.werk.overleg.tafelindeling is not None
    assert hasattr(kijker.werk.overleg.tafelindeling.drawing, KEYS)
    QApplication.processEvents()
    lijst = kijker.venster.open_keys()
    assert kijker.staat_er("De casus verplaatsen", lijst)
    lijst.close()


def test_elke_sneltoets_heeft_woorden(kijker: Kijker) -> None:
    for ga in BLADZIJDEN.values():
        ga(kijker)
        QApplication.processEvents()
        zonder = [
            toets.key().toString()
            for toets in kijker.venster.findChildren(QShortcut)
            if not toets.whatsThis()
        ]
        assert zonder == []
