"""Het weekoverleg met alleen de muis, door de echte vensters (`tests.verhaal.aan_tafel_muis`)."""

from PySide6.QtGui import QAccessible

from casus_app.domein.overleg import Aanwezigheid
from casus_app.domein.tafel import Akkoord, Houding, SoortAkkoord, SoortHouding
from casus_app.werkbank import Werkbank
from tests.ui.handen import QtMuis
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import een_werkbank
from tests.ui.tafelspel import ALLEN, CASUS, OVERLEG, breng_in, inbreng, open_casus
from tests.verhaal.aan_tafel import bereid_voor, speel_door, verschillen
from tests.verhaal.aan_tafel_muis import Muis, speel_met_de_muis
from ui.main_window import MainWindow


def _gespeeld() -> Werkbank:
    werkbank = een_werkbank()
    speel_door(werkbank)
    return werkbank


def test_met_de_muis_komt_er_hetzelfde_te_staan_als_met_het_draaiboek(venster: MainWindow) -> None:
    werkbank = een_werkbank()
    bereid_voor(werkbank)
    venster.enter(werkbank)
    QAccessible.setActive(True)  # zoals met een schermlezer: dan houdt Qt een tabel bij
    try:
        speel_met_de_muis(Muis(QtMuis(venster)))
    finally:
        QAccessible.setActive(False)
    assert verschillen(werkbank.opslag, _gespeeld().opslag) == []


def test_ook_wat_het_weekoverleg_niet_doet_gaat_met_de_muis(kijker: Kijker) -> None:
    """Deur, houding, schrappen en akkoord: elk met klikken, en woorden waar woorden horen."""
    open_casus(kijker)
    breng_in(kijker.sessie, "i1")
    muis, sessie = Muis(QtMuis(kijker.venster)), kijker.sessie
    muis.klik("3, Wmo-consulent")
    assert kijker.werk.casus.staat.speaker == "wmo", "een klik op een stoel geeft het woord"
    muis.klik("Luistert alleen", "CheckBox")
    houding = sessie.haal(Houding, OVERLEG, CASUS, "wmo")
    assert houding is not None
    assert houding.soort is SoortHouding.LUISTERT
    muis.klik("S. el Amrani: gaat eruit")
    muis.klik("S. el Amrani: komt binnen")
    plekken = sessie.zoek(Aanwezigheid, overleg=OVERLEG, casus=CASUS, professional="wmo")
    assert [plek.tot is None for plek in plekken] == [False, True]
    muis.klik("R. van Dongen, wijkagent schrappen")
    muis.schrijf("Reden", "Dat hoorde hier niet.")
    muis.klik("Inbreng schrappen")
    muis.wacht_op("Deze inbreng schrappen?")
    muis.klik("Schrappen")
    assert inbreng(sessie, "i1").reden_geschrapt == "Dat hoorde hier niet."
    muis.klik("Sluiten", "PageTab")
    muis.klik("1 voorzitter, nog niet gevraagd")
    muis.klik("Iedereen is akkoord")
    gezegd = {een.professional: een.soort for een in sessie.zoek(Akkoord)}
    assert gezegd == dict.fromkeys(ALLEN, SoortAkkoord.AKKOORD)
