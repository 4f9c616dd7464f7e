"""Tab gaat zoals men leest: van de eerste halte tot de laatste en terug, ook na wat herbouwt."""

import pkgutil
from collections.abc import Callable
from functools import partial
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTabBar, QWidget

import ui
from casus_app.domein.tafel import SoortHouding
from casus_app.handelingen.inbreng import InbrengSchrappen
from tests.ui.kijken import Kijker, zichtbaar
from tests.ui.tafelspel import CASUS, OVERLEG, breng_in, open_casus, spreek_af
from ui import theme
from ui.tafel.steps import Step
from ui.theme import LIGHT, Look
from ui.widgets.reading_order import ReadingOrder

HIER = ("voorzitter", "wijkagent", "wmo", "spv")


@pytest.fixture
def tafel(kijker: Kijker) -> Kijker:
    """Een casus met van alles: een stoel gekozen, iemand buiten, iets dat ligt, een afspraak."""
    open_casus(kijker, HIER)
    QApplication.processEvents()
    breng_in(kijker.sessie, "i1")
    breng_in(kijker.sessie, "i2", "wmo")
    spreek_af(kijker.sessie, "a1", "wmo")
    kijker.werk.casus.table.choose(1)
    QApplication.processEvents()
    return kijker


def _niets(_mens: Kijker) -> None:
    """Zoals het opengaat."""


def _iets_erbij(mens: Kijker) -> None:
    breng_in(mens.sessie, "i3")
    spreek_af(mens.sessie, "a2", "wijkagent")


def _schrappen(mens: Kijker) -> None:
    assert mens.sessie.perform(InbrengSchrappen(inbreng="i1", reden="Te veel."))


def _iemand_eruit(mens: Kijker) -> None:
    mens.werk.casus.door.turn("spv")


def _houding(mens: Kijker) -> None:
    mens.werk.casus.door.toggle("spv", SoortHouding.LUISTERT)


def _geweigerd(mens: Kijker) -> None:
    """Wie al iets inbracht luistert niet alleen: er komt een zin met een weg verder."""
    mens.werk.casus.door.toggle("wmo", SoortHouding.LUISTERT)


def _het_woord(mens: Kijker) -> None:
    mens.werk.casus.staat.let_speak("wijkagent")


def _andere_stoel(mens: Kijker) -> None:
    mens.werk.casus.table.choose(3)


DADEN: tuple[Callable[[Kijker], None], ...] = (
    _niets,
    _iets_erbij,
    _schrappen,
    _iemand_eruit,
    _houding,
    _geweigerd,
    _het_woord,
    _andere_stoel,
)


def _nu() -> QWidget:
    nu = QApplication.focusWidget()
    assert nu is not None, "de cursor is nergens"
    return nu


def _rond(toets: Qt.Key, begin: QWidget) -> list[QWidget]:
    """Echte toetsen, van hier af tot men weer hier is."""
    begin.setFocus()
    haltes = [_nu()]
    while True:
        QTest.keyClick(_nu(), toets)
        if _nu() is haltes[0]:
            return haltes
        assert _nu() not in haltes, f"een kring zonder uitweg bij {_naam(_nu())}"
        haltes.append(_nu())


def _naam(widget: QWidget) -> str:
    return widget.accessibleName() or getattr(widget, "text", str)()


def _verwacht(mens: Kijker) -> set[QWidget]:
    return {
        widget
        for widget in zichtbaar(mens.venster, QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
    }


def _in_volgorde(haltes: list[QWidget]) -> bool:
    """Van boven naar beneden; wat op één regel staat van links naar rechts."""
    for een, ander in pairwise(haltes):
        boven = een.mapToGlobal(een.rect().topLeft())
        onder = ander.mapToGlobal(ander.rect().topLeft())
        hoger = boven.y() + een.height() <= onder.y()
        links = boven.x() + een.width() <= onder.x() and onder.y() + ander.height() > boven.y()
        if not hoger and not links:
            return False
    return True


@pytest.mark.parametrize("procent", [100, 200])
@pytest.mark.parametrize("daad", DADEN, ids=lambda daad: daad.__name__)
def test_aan_tafel_gaat_tab_kop_deur_tafel_wat_er_ligt_en_de_regel_langs(
    tafel: Kijker, daad: Callable[[Kijker], None], procent: int
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, Look(LIGHT, procent))
    daad(tafel)
    pagina = tafel.werk.casus
    for stap in Step:
        pagina.go_to(stap)
        QApplication.processEvents()
        heen = _rond(Qt.Key.Key_Tab, pagina.top.tabs)
        terug = _rond(Qt.Key.Key_Backtab, pagina.top.tabs)
        assert [heen[0], *reversed(heen[1:])] == terug, f"{stap.name}: terug gaat het anders"
        assert {_naam(w) for w in _verwacht(tafel) - set(heen)} == set()
        tafel_zelf = pagina.columns.parts[1]
        delen = (pagina.top, pagina.notice, pagina.door, tafel_zelf, pagina.lying, pagina.line)
        delen = (*delen, pagina.sluiten.foot)
        plaats = [
            next((n for n, deel in enumerate(delen) if deel.isAncestorOf(w)), None) for w in heen
        ]
        # Het blad dat schuift, en bij grote tekst de tabs waarachter de delen liggen.
        rond = [w for w, n in zip(heen, plaats, strict=True) if n is None]
        anders = [w for w in rond if w is not pagina.area and not isinstance(w, QTabBar)]
        assert [_naam(w) for w in anders] == [], stap.name
        binnen = [n for n in plaats if n is not None]
        if not pagina.area.isAncestorOf(pagina.line):  # bij weinig plaats schuift de regel mee
            assert binnen == sorted(binnen), f"{stap.name}: {[_naam(w) for w in heen]}"
        for nummer in (0, 2, 4):
            hier = [w for w, n in zip(heen, plaats, strict=True) if n == nummer]
            tafel.qtbot.waitUntil(partial(_in_volgorde, hier))  # wie zich nog schikt


def test_bij_de_deurwissel_gaat_tab_langs_de_vinkjes_en_dan_naar_de_ene_toets(
    kijker: Kijker,
) -> None:
    kijker.werk.show_casus(OVERLEG, CASUS)
    QApplication.processEvents()
    wissel = kijker.werk.casus.change
    wissel._staat.read_again()  # zo worden de vinkjes na elke handeling opnieuw gemaakt
    QApplication.processEvents()
    haltes = [w for w in _rond(Qt.Key.Key_Tab, wissel._out) if wissel.isAncestorOf(w)]
    assert haltes[-1] is wissel.match_button
    assert haltes[-1 - len(wissel.boxes) : -1] == list(wissel.boxes.values())


def test_elk_venster_gaat_zoals_men_leest() -> None:
    """Anders is er één dialoog waar het nieuwe achteraan komt."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        import_module(module.name)

    def onder(soort: type) -> set[type]:
        return {soort}.union(*(onder(deel) for deel in soort.__subclasses__()))

    eigen = {soort for soort in onder(QDialog) if soort.__module__.startswith("ui.")}
    assert len(eigen) > 10
    assert {soort for soort in eigen if not issubclass(soort, ReadingOrder)} == set()


def test_niemand_houdt_de_volgorde_met_de_hand_bij() -> None:
    """Wat de ene regel op de ene plaats doet, doet `setTabOrder` tot de volgende verandering."""
    map_ = Path(ui.__path__[0])
    met_de_hand = [
        pad.name for pad in map_.rglob("*.py") if ".setTabOrder(" in pad.read_text("utf-8")
    ]
    assert met_de_hand == []
