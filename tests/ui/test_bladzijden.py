"""Het venster is zo breed als de bladzij die men ziet vraagt, niet als een die er niet staat."""

from PySide6.QtWidgets import QWidget

from tests.ui.kijken import Kijker


def test_een_brede_bladzij_die_niet_te_zien_is_maakt_het_venster_niet_breder(
    kijker: Kijker,
) -> None:
    breed = QWidget()
    breed.setMinimumWidth(1_400)
    kijker.werk.stack.addWidget(breed)
    kijker.werk.show_place("vandaag")
    assert kijker.werk.minimumSizeHint().width() < 1_000
    kijker.werk.stack.setCurrentWidget(breed)
    assert kijker.werk.stack.currentWidget() is breed
