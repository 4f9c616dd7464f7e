"""De beeldpunten van de beamer terwijl er gespeeld wordt: zij hangen van geen geheim af."""

import re
from dataclasses import fields, replace
from itertools import count
from typing import Any

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from casus_app.domein.mensen import Professional
from tests.casus_app.handelingen.test_eigenschappen import ROND
from tests.nep import GeheugenOpslag
from tests.ui.test_beamer import NU, _sessie, beamer
from tests.ui.test_beamer_spel import BijDeBeamer
from ui.beamer import beeld as beeld_module
from ui.beamer.beamer import BeamerWindow
from ui.beamer.beeld import Casusbeeld, beamerbeeld
from ui.beamer.view import BeamerView
from ui.session import Session
from ui.tafel.steps import Step

__all__ = ["beamer"]

MAAT = (640, 360)
BOUWT = BeamerView._build_casus
_MERK = re.compile(r"[wn]\d{5}z")


def met_andere_woorden(opslag: GeheugenOpslag, blijft: set[str]) -> GeheugenOpslag:
    """Dezelfde kluis, waarin elk merk dat niet getoond mag worden een ander, langer woord is."""

    def anders(ding: Any) -> Any:
        if type(ding) is str:  # een keuze uit een lijst blijft wat zij is
            return _MERK.sub(lambda m: m[0] if m[0] in blijft else f"Ander{m[0]}langer", ding)
        return tuple(anders(deel) for deel in ding) if isinstance(ding, tuple) else ding

    def herschreven(waarde: Any) -> Any:
        nieuw = {veld.name: anders(getattr(waarde, veld.name)) for veld in fields(waarde)}
        return replace(waarde, **nieuw)

    return GeheugenOpslag(
        {
            soort: {sleutel: herschreven(waarde) for sleutel, waarde in plank.items()}
            for soort, plank in opslag.waarden.items()
        }
    )


class OpHetBeeldpunt(BijDeBeamer):
    """Tekent na elke handeling wat er staat, en hetzelfde met andere geheimen."""

    vergeleken = 0

    def __init__(self) -> None:
        super().__init__()
        self.beurt = count()

    def kijk_op_de_beamer(self) -> None:
        mag = self.wat_er_mag()
        if not mag and next(self.beurt) % 5:
            return  # tussen twee casussen staat er alleen de tijd
        stap = (Step.BESLUIT, Step.MEENEMEN)[next(self.beurt) % 2]
        anders = _sessie(met_andere_woorden(self.tafel.opslag, mag))
        try:
            assert self._getekend(self.sessie, stap) == self._getekend(anders, stap)
        finally:
            anders.deleteLater()
        type(self).vergeleken += bool(mag)

    def _getekend(self, sessie: Session, stap: Step) -> QImage:
        Geschilderd.opslag = sessie.werkbank.opslag
        vlak = self.venster.view
        vlak.show_beeld(None)  # ook bij gelijke beelden wordt er opnieuw getekend
        leeg = self.venster.grab().toImage()
        vlak.show_beeld(beamerbeeld(sessie, NU, stap))
        QApplication.processEvents()  # pas dan komt tevoorschijn wat er net gemaakt is
        vol = self.venster.grab().toImage()
        assert vol != leeg, "een leeg scherm zegt niets"
        return vol


def _speel(venster: BeamerWindow) -> int:
    OpHetBeeldpunt.venster, OpHetBeeldpunt.vergeleken = venster, 0
    venster.setFixedSize(*MAAT)
    venster.grab()
    rond = settings(ROND, max_examples=6, stateful_step_count=20)
    run_state_machine_as_test(OpHetBeeldpunt, settings=rond)
    return OpHetBeeldpunt.vergeleken


class Geschilderd(QWidget):
    """Een lek dat in geen enkele tekst staat: een naam, zo op het scherm geschilderd."""

    opslag: Any = None

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (zo heet het in Qt)
        painter = QPainter(self)
        painter.drawText(self.rect(), 0, self.opslag.zoek(Professional)[0].naam)
        painter.end()


def _en_een_naam(view: BeamerView, klok: str, casus: Casusbeeld) -> None:
    BOUWT(view, klok, casus)
    lek = Geschilderd(view._sheet)
    lek.setGeometry(view.rect())


def test_na_elke_handeling_hangt_geen_beeldpunt_af_van_een_geheim(beamer: BeamerWindow) -> None:
    assert _speel(beamer) > 30


@pytest.mark.parametrize("lek", ["geschilderd", "naam", "volgende"])
def test_een_lek_zou_opvallen(
    beamer: BeamerWindow, lek: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tegenproef: een geschilderde naam, een naam in een afspraak, een casus die nog wacht."""
    if lek == "geschilderd":
        monkeypatch.setattr(BeamerView, "_build_casus", _en_een_naam)
    elif lek == "naam":
        monkeypatch.setattr(beeld_module, "_namen", lambda *_: iter(()))
    else:
        laatste = lambda sessie: sessie.zoek(beeld_module.Bespreking)[-1]  # noqa: E731 (een regel)
        monkeypatch.setattr(beeld_module.reading, "open_punt", laatste)
    with pytest.raises(AssertionError):
        _speel(beamer)
