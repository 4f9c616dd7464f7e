"""De beamer van drie meter: hoe hoog een hoofdletter op het doek echt getekend is.

De maat: een beeld van twee meter breed, gezien van drie meter. ISO 9241-303 vraagt voor een
hoofdletter ten minste 16 boogminuten en noemt 20 tot 22 prettig; hier geldt 24 (0,4 graad), omdat
achteraan in een kamer niemand om groter kan vragen.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import atan, degrees

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage

from tests.ui.kijken import Kijker, zichtbaar
from tests.ui.test_beamer import NU, _vol, beamer
from ui.beamer import view as view_module
from ui.beamer.beamer import BeamerWindow
from ui.beamer.beeld import beamerbeeld
from ui.tafel.steps import Step
from ui.widgets.plain_label import PlainLabel

__all__ = ["beamer"]

BREED_MM, AFSTAND_MM = 2000, 3000
GRADEN = 0.4
RECHT = set("BDEFHIKLMNPRTVWXYZ1234567")
"""Tekens die precies zo hoog zijn als een hoofdletter."""


def _hoogten(beamer: BeamerWindow) -> Iterator[int]:
    """Hoeveel rijen beeldpunten het eerste teken van elke tekst beslaat, waar dat recht is."""
    beeld = beamer.grab().toImage()
    for label in zichtbaar(beamer, PlainLabel):
        tekst, maat = label.text(), QFontMetrics(label.font())
        if tekst[:1] not in RECHT:
            continue
        plek = label.contentsRect().translated(label.mapTo(beamer, label.rect().topLeft()))
        if label.wordWrap():
            los = plek.height() - label.heightForWidth(label.width())
            plek.setTop(plek.top() + max(0, los // 2))
        if label.alignment() & Qt.AlignmentFlag.AlignHCenter:
            plek.setLeft(plek.left() + (plek.width() - maat.horizontalAdvance(tekst)) // 2)
        plek.setSize(QSize(maat.horizontalAdvance(tekst[0]), maat.lineSpacing()))
        yield _rijen(beeld.copy(plek))


def _rijen(beeld: QImage) -> int:
    """Zoveel rijen met inkt."""
    papier = QColor(beeld.pixel(0, 0)).lightness()
    inkt = [
        any(abs(QColor(beeld.pixel(x, y)).lightness() - papier) > 60 for x in range(beeld.width()))
        for y in range(beeld.height())
    ]
    return sum(inkt)


def _kleinste_hoek(kijker: Kijker, beamer: BeamerWindow, maat: tuple[int, int]) -> float:
    """In graden, van alles wat er bij de stappen en tussen de casussen staat."""
    beamer.setFixedSize(*maat)
    vol = _vol(kijker)
    assert vol.casus is not None
    sessie = kijker.sessie
    beelden = [replace(vol, casus=replace(vol.casus, stap=stap)) for stap in Step]
    beelden += [beamerbeeld(sessie, NU, stap) for stap in (Step.BEELD, Step.MEENEMEN)]
    rijen: list[int] = []
    for beeld in (beamerbeeld(sessie, NU, met_casus=False), *beelden):
        beamer.view.show_beeld(beeld)
        kijker.teksten(beamer)
        rijen += _hoogten(beamer)
    assert len(rijen) > 5 * len(beelden)
    return degrees(atan(min(rijen) * BREED_MM / maat[0] / AFSTAND_MM))


@pytest.mark.parametrize("maat", [(1024, 768), (1920, 1080)])
def test_elke_tekst_op_de_beamer_is_van_drie_meter_hoog_genoeg(
    kijker: Kijker, beamer: BeamerWindow, maat: tuple[int, int]
) -> None:
    hoek = _kleinste_hoek(kijker, beamer, maat)
    assert GRADEN <= hoek < 2 * GRADEN


def test_kleinere_letters_vallen_op(
    kijker: Kijker, beamer: BeamerWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tegenproef."""
    monkeypatch.setattr(view_module, "LINES", 45)
    assert _kleinste_hoek(kijker, beamer, (1920, 1080)) < GRADEN
