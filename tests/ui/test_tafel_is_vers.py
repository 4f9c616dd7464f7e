"""Aan tafel blijft staan wat hetzelfde zegt; dit kijkt of er nooit iets ouds blijft staan.

Na elke handeling van een gespeeld weekoverleg zegt het venster precies wat een venster zegt dat
nu pas gemaakt wordt. Wat niet in de kluis staat (de stap, wie het woord heeft, wat er al getypt
is) krijgt het nieuwe venster mee.
"""

from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from casus_app.domein.overleg import Bespreking
from casus_app.handelingen.inbreng import InbrengSchrappen
from tests.ui.handen import QtHanden
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import een_werkbank
from tests.ui.tafelspel import CASUS, breng_in, open_casus
from tests.verhaal.aan_tafel import Voorzitter, bereid_voor, speel_met_toetsen
from ui.main_window import MainWindow
from ui.pages.casus_page import CasusPage
from ui.tafel.lying import NEWEST
from ui.tafel.meenemen.panel import MeenemenPanel
from ui.tafel.soft_clock import Pie
from ui.tafel.steps import Step
from ui.widgets.notice import Notice


class Vergelijker(QtHanden):
    """Drukt de toetsen, en kijkt na elke toets die iets deed."""

    def __init__(self, venster: MainWindow) -> None:
        super().__init__(venster)
        self._gedaan = False
        self.nagekeken = 0
        assert venster.session is not None
        venster.session.changed.connect(self._deed_iets)

    def _deed_iets(self, _uitkomst: object) -> None:
        self._gedaan = True

    def toets(self, *toetsen: str) -> None:
        for een in toetsen:
            super().toets(een)
            self._kijk()

    def _kijk(self) -> None:
        werk = self._venster.workspace
        assert werk is not None
        pagina = werk.casus
        if self._gedaan and pagina.isVisible():
            self.nagekeken += 1
            nieuw = _nieuw_venster(pagina, CasusPage(werk.desk))
            gezien, vers = _alles_van(pagina), _alles_van(nieuw)
            nieuw.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            verschil = _verschil(gezien, vers)
            assert verschil == [], "\n".join(verschil)
        self._gedaan = False


def _nieuw_venster(oud: CasusPage, nieuw: CasusPage) -> CasusPage:
    """Leest één keer alles uit de kluis; van het oude komt alleen wat daar niet in staat."""
    staat, was = nieuw.staat, oud.staat
    staat.key = was.key
    staat.casus_changed.emit()
    staat.step, staat.speaker, staat.missing = was.step, was.speaker, set(was.missing)
    nieuw._matched = oud._matched
    nieuw.door._looked_at = oud.door._looked_at
    model, getypt = nieuw.line.stamp.model, oud.line.stamp.model
    model.start(getypt.stamp)
    model.accepted, model.said = getypt.accepted, getypt.said
    nieuw.line.afspraak.edit.setText(oud.line.afspraak.edit.text())
    staat.step_changed.emit(was.step)
    nieuw.read_now()
    return nieuw


def _alles_van(pagina: CasusPage) -> list[str]:
    """Wat er te lezen is, deel voor deel, in de volgorde waarin het getekend wordt."""
    delen: list[QWidget] = [pagina.change, pagina.top, pagina.table, pagina.door, pagina.lying]
    delen += [pagina.line, pagina.sluiten.foot, pagina.done, *pagina.panels[pagina.staat.step]]
    # De matrix leest zich helemaal zodra zij te zien is, en dat is dit nieuwe venster nooit.
    delen = [deel for deel in delen if not isinstance(deel, MeenemenPanel)]
    return [
        f"{type(deel).__name__}: {zin}" for deel in delen for zin in _zinnen(deel, pagina) if zin
    ]


def _verschil(gezien: list[str], vers: list[str]) -> list[str]:
    hier, daar = Counter(gezien), Counter(vers)
    oud = [f"staat er, hoort er niet: {zin}" for zin in (hier - daar).elements()]
    return oud + [f"hoort er, staat er niet: {zin}" for zin in (daar - hier).elements()]


def _zinnen(deel: QWidget, pagina: QWidget) -> list[str]:
    """Een melding hoort bij de laatste toets en niet bij wat er in de kluis staat."""
    stil = {w for melding in deel.findChildren(Notice) for w in melding.findChildren(QWidget)}
    alles = [deel, *deel.findChildren(QWidget)]
    return sorted(_zegt(een) for een in alles if een.isVisibleTo(pagina) and een not in stil)


def _zegt(widget: QWidget) -> str:
    zegt = ""
    if isinstance(widget, QLabel | QLineEdit):
        zegt = widget.text()
    elif isinstance(widget, QAbstractButton):
        zegt = f"{widget.text()} {widget.isChecked()} {widget.isEnabled()} {widget.toolTip()}"
    elif isinstance(widget, QTabBar):
        zegt = widget.tabText(widget.currentIndex())
    elif isinstance(widget, QTextEdit):
        zegt = widget.toPlainText()
    elif isinstance(widget, Pie):
        zegt = str(widget.part)
    return " · ".join(filter(None, (zegt, widget.accessibleName())))


@pytest.fixture
def aan_tafel(venster: MainWindow) -> MainWindow:
    werkbank = een_werkbank()
    bereid_voor(werkbank)
    venster.enter(werkbank)
    return venster


def test_na_elke_handeling_zegt_het_venster_wat_een_nieuw_venster_zegt(
    aan_tafel: MainWindow,
) -> None:
    handen = Vergelijker(aan_tafel)
    speel_met_toetsen(Voorzitter(handen))
    assert handen.nagekeken >= 30


def test_ook_als_er_iemand_gaat_komt_luistert_of_te_veel_deelde(
    venster: MainWindow, kijker: Kijker
) -> None:
    open_casus(kijker)
    handen = Vergelijker(venster)
    for nummer in range(NEWEST + 3):
        breng_in(kijker.sessie, f"i{nummer}", "wijkagent" if nummer % 3 else "wmo")
    QApplication.processEvents()  # na het openen gaat de cursor naar de invoerregel
    kijker.werk.casus.table.choose(1)
    handen.toets("space", "F7", "space", "F7", "F8", "Return", "space", "space")
    assert kijker.sessie.perform(InbrengSchrappen(inbreng="i14", reden="Te veel."))
    handen.toets("Right", "Return")
    assert handen.nagekeken >= 5


def test_een_paneel_leest_wat_er_intussen_gebeurde_als_zijn_stap_komt(kijker: Kijker) -> None:
    open_casus(kijker)
    pagina = kijker.werk.casus
    pagina.go_to(Step.SLUITEN)
    pagina.go_to(Step.BEELD)
    breng_in(kijker.sessie, "i1")
    kijker.sessie.may = lambda _handeling: False  # type: ignore[method-assign] # bladeren is dan geen handeling
    pagina.go_to(Step.SLUITEN)
    assert "1 gegeven" in " ".join(_zinnen(pagina.sluiten, pagina))


def test_een_paneel_dat_niemand_ziet_laat_los_wat_van_een_andere_casus_was(kijker: Kijker) -> None:
    open_casus(kijker)
    breng_in(kijker.sessie, "i1")
    pagina = kijker.werk.casus
    pagina.go_to(Step.SLUITEN)
    pagina.go_to(Step.BEELD)
    ander = next(punt for punt in kijker.sessie.zoek(Bespreking) if punt.casus != CASUS)
    kijker.werk.show_casus(ander.overleg, ander.casus)
    assert pagina.sluiten.punt == ander
