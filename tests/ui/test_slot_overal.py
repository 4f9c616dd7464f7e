"""Na het slot is men terug waar men was, waar dat ook was: één toets over alle plaatsen."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from casus_app.handelingen.bespreking import BesprekingDoorschuiven
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import NepDeuren
from tests.ui.tafelspel import CASUS, OVERLEG, breng_in, open_casus, spreek_af
from ui.tafel.steps import Step

VOLGENDE = "K-2602"


class Plek(NamedTuple):
    """Waar men is als het op slot gaat, en waaraan men ziet dat men er terug is."""

    ga: Callable[[Kijker], object]
    terug: Callable[[Kijker], bool]


def _tafel(mens: Kijker) -> None:
    open_casus(mens)
    QApplication.processEvents()


def _stap(stap: Step) -> Plek:
    def ga(mens: Kijker) -> None:
        _tafel(mens)
        mens.werk.casus.go_to(stap)

    def terug(mens: Kijker) -> bool:
        return _op(mens, CASUS) and mens.werk.casus.staat.step is stap

    return Plek(ga, terug)


def _op(mens: Kijker, casus: str) -> bool:
    pagina = mens.werk.casus
    return mens.werk.stack.currentWidget() is pagina and pagina.key == (OVERLEG, casus)


def _bij_de_deur(mens: Kijker, casus: str) -> bool:
    return _op(mens, casus) and mens.werk.casus.change.isVisible()


def _deurwissel(mens: Kijker) -> None:
    mens.werk.show_casus(OVERLEG, CASUS)


def _tussen_twee(mens: Kijker) -> None:
    """K-2601 is net klaar; de deur van K-2602 kwam vanzelf."""
    _tafel(mens)
    assert mens.sessie.perform(
        BesprekingDoorschuiven(overleg=OVERLEG, casus=CASUS, reden="De tijd is om.")
    )
    QApplication.processEvents()
    assert _bij_de_deur(mens, VOLGENDE)


def _wie_mist(mens: Kijker) -> None:
    _deurwissel(mens)
    QApplication.processEvents()
    mens.werk.casus.change.boxes[3].setChecked(False)


def _kamer_klopt(mens: Kijker) -> None:
    _wie_mist(mens)
    mens.werk.casus.change.match_button.click()
    QApplication.processEvents()
    assert not mens.werk.casus.change.isVisible()


def _mist_nog(mens: Kijker) -> bool:
    return not mens.werk.casus.change.boxes[3].isChecked()


def _half_getypt(stap: Step, toetsen: str) -> Callable[[Kijker], None]:
    def ga(mens: Kijker) -> None:
        _stap(stap).ga(mens)
        QApplication.processEvents()
        mens.typ(toetsen)

    return ga


def _half_besluit(mens: Kijker) -> None:
    _stap(Step.BESLUIT).ga(mens)
    mens.vul("Besluit", "Een half besl")


def _ronde(mens: Kijker) -> None:
    """De eerste rij is gezegd, de tweede nog niet."""
    _tafel(mens)
    breng_in(mens.sessie, "i1")
    breng_in(mens.sessie, "i2", "wmo")
    spreek_af(mens.sessie, "a1", "wmo")
    mens.werk.casus.go_to(Step.MEENEMEN)
    QApplication.processEvents()
    mens.werk.casus.meenemen.grid.setFocus()
    mens.toets(Qt.Key.Key_0)


def _op_de_tweede_rij(mens: Kijker) -> bool:
    paneel = mens.werk.casus.meenemen
    return (
        mens.werk.casus.staat.step is Step.MEENEMEN
        and paneel.row is not None
        and paneel.row.inbreng == "i2"
    )


def _alles_geteld(mens: Kijker) -> None:
    for casus in (CASUS, VOLGENDE):
        assert mens.sessie.perform(
            BesprekingDoorschuiven(overleg=OVERLEG, casus=casus, reden="De tijd is om.")
        )
    mens.werk.show_overleg(OVERLEG)
    QApplication.processEvents()
    mens.druk("Overleg vaststellen…")


def _telling(mens: Kijker) -> bool:
    is_overleg = mens.werk.stack.currentWidget() is mens.werk.overleg
    return is_overleg and mens.staat_er("Klaar om vast te stellen")


def _zoeken(mens: Kijker) -> None:
    _stap(Step.OORDEEL).ga(mens)
    mens.werk.open_doe()
    mens.typ("K-26")


def _formulier(mens: Kijker) -> None:
    _stap(Step.BESLUIT).ga(mens)
    mens.werk.desk.open_act("bespreking.doorschuiven")
    mens.vul("Reden", "Half getypte re")


def _alleen_tafel(stap: Step) -> Callable[[Kijker], bool]:
    def terug(mens: Kijker) -> bool:
        return _stap(stap).terug(mens) and mens.voor is mens.venster

    return terug


PLEKKEN: dict[str, Plek] = {
    **{f"stap-{stap.name}": _stap(stap) for stap in Step},
    "deurwissel": Plek(_deurwissel, lambda mens: _bij_de_deur(mens, CASUS)),
    "deurwissel-tussen-twee": Plek(_tussen_twee, lambda mens: _bij_de_deur(mens, VOLGENDE)),
    "deurwissel-wie-mist": Plek(
        _wie_mist, lambda mens: _bij_de_deur(mens, CASUS) and _mist_nog(mens)
    ),
    "kamer-klopt": Plek(_kamer_klopt, lambda mens: _bij_de_deur(mens, CASUS) and _mist_nog(mens)),
    "half-inbreng": Plek(
        _half_getypt(Step.BEELD, "2pHalf getypt"),
        lambda mens: mens.werk.casus.line.stamp.edit.text() == "Half getypt",
    ),
    "half-afspraak": Plek(
        _half_getypt(Step.BESLUIT, "3 langsg"),
        lambda mens: mens.werk.casus.line.afspraak.edit.text() == "3 langsg",
    ),
    "half-besluit": Plek(
        _half_besluit,
        lambda mens: mens.veld("Besluit").toPlainText() == "Een half besl",  # type: ignore[union-attr]  # het is een tekstvak
    ),
    "meeneemronde-halfweg": Plek(_ronde, _op_de_tweede_rij),
    "vaststellen-geteld": Plek(_alles_geteld, _telling),
    "zoek-of-doe": Plek(_zoeken, _alleen_tafel(Step.OORDEEL)),
    "formulier-open": Plek(_formulier, _alleen_tafel(Step.BESLUIT)),
}


@pytest.mark.parametrize("naam", sorted(PLEKKEN))
def test_na_f12_gaat_dezelfde_plek_weer_open(kijker: Kijker, deuren: NepDeuren, naam: str) -> None:
    plek = PLEKKEN[naam]
    plek.ga(kijker)
    QApplication.processEvents()
    werkbank = kijker.sessie.werkbank
    voor = QApplication.activeModalWidget() or kijker.venster
    QTest.keyClick(voor.windowHandle(), Qt.Key.Key_F12)
    assert kijker.venster.session is None, "er bleef iets open"
    (terug,) = deuren.opnieuw
    kijker.venster.come_back(terug)
    kijker.venster.enter(werkbank)
    QApplication.processEvents()
    assert plek.terug(kijker), f"na het slot staat er iets anders dan {naam}"
