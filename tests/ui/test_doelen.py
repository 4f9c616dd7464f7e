"""Wat men aan tafel raakt is met een vinger te raken, en wat er getekend wordt staat er heel."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.ui.kijken import Kijker
from tests.ui.tafelspel import ALLEN, breng_in, extra_mensen, open_casus, spreek_af
from ui import theme
from ui.tafel.seat_button import scaled
from ui.tafel.steps import Step
from ui.theme import LIGHT, TABLE_TARGET, Look

RAAKT = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractSpinBox)
DEEL_VAN = (QComboBox, QAbstractSpinBox, QAbstractItemView)
"""Een veld in een keuzelijst, of de hoek van een tabel, raakt men met het geheel."""


def _raakbaar(in_: QWidget) -> Iterator[QWidget]:
    """Ook wat nu niet te zien is: dat komt een vraag later."""
    for widget in in_.findChildren(QWidget):
        if isinstance(widget, RAAKT) and not isinstance(widget.parentWidget(), DEEL_VAN):
            yield widget


def _hoog(widget: QWidget) -> int:
    widget.ensurePolished()
    if widget.isVisible():
        return widget.height()
    return max(widget.minimumHeight(), widget.sizeHint().height())


def _te_laag(mens: Kijker) -> set[str]:
    """Aan tafel bij elke stap, met een half besluit, een bezwaar en een voorwaarde open."""
    theme.apply(QApplication.instance(), Look(LIGHT, 100))  # type: ignore[arg-type]  # er is er een
    open_casus(mens, ALLEN)
    breng_in(mens.sessie, "i1")
    spreek_af(mens.sessie, "a1", "wmo")
    casus = mens.werk.casus
    gevonden: set[str] = set()
    soorten: set[str] = set()
    for stap in Step:
        casus.go_to(stap)
        QApplication.processEvents()
        if stap is Step.SLUITEN:
            casus.sluiten.akkoord.ask_why(ALLEN[1])
        if stap is Step.MEENEMEN:
            casus.meenemen.form.ask("Dit gegeven", None, tested=False)
        QApplication.processEvents()
        for widget in _raakbaar(casus):
            soorten.add(type(widget).__name__)
            if _hoog(widget) < TABLE_TARGET:
                naam = widget.accessibleName() or type(widget).__name__
                gevonden.add(f"{stap.name}: {naam} {_hoog(widget)}")
    assert len(soorten) > 5, soorten
    return gevonden


@pytest.mark.parametrize("maat", [(1280, 720), (1920, 1080)])
def test_alles_wat_men_aan_tafel_raakt_is_minstens_44_hoog(
    kijker: Kijker, maat: tuple[int, int]
) -> None:
    kijker.venster.resize(*maat)
    assert _te_laag(kijker) == set()


def test_een_lager_doel_valt_op(kijker: Kijker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tegenproef: een stijlblad dat aan tafel met 32 genoegen neemt."""
    monkeypatch.setattr(theme, "TABLE_TARGET", 32)
    gevonden = _te_laag(kijker)
    monkeypatch.undo()
    theme.apply(QApplication.instance(), Look(LIGHT, 100))  # type: ignore[arg-type]  # er is er een
    assert len(gevonden) > 10


@pytest.mark.parametrize("meer", [0, 6])
def test_wat_midden_op_tafel_staat_staat_er_heel(kijker: Kijker, meer: int) -> None:
    """Ook een lange functie: dan alleen het nummer, want de functie staat al bij de stoel."""
    open_casus(kijker, (*ALLEN, *extra_mensen(kijker.sessie, meer)))
    casus = kijker.werk.casus
    casus.go_to(Step.BEELD)
    QApplication.processEvents()
    tafel = casus.table
    for stoel in casus.staat.seats:
        casus.staat.let_speak(stoel.professional)
        QApplication.processEvents()
        ruim = QRectF(0, 0, 5000, 500)
        metrics = QFontMetricsF(scaled(tafel.font(), 1.0))
        langste, *_, kortste = tafel._in_the_middle(metrics, ruim)
        assert stoel.functie in langste
        krap = QRectF(0, 0, metrics.horizontalAdvance("Aan het woord:") + 1, 500)
        for woorden in tafel._in_the_middle(metrics, krap):
            for woord in woorden.replace("-", "- ").split():
                assert metrics.horizontalAdvance(woord) <= krap.width(), woorden
        assert kortste.endswith(str(stoel.number))
