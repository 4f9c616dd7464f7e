"""Vreemde tekst in elk veld van de voorbereiding staat er zoals getypt, en niets wijkt."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from casus_app.domein.casus import Casus
from casus_app.domein.overleg import Deelname
from casus_app.handelingen.aanmelding import (
    BetrokkeneInformeren,
    BetrokkeneVorm,
    CasusAanmelden,
    CasusWegen,
    Criteria,
    KringVorm,
)
from casus_app.handelingen.inrichting import PartijRegistreren, ProfessionalRegistreren
from casus_app.handelingen.overleg import (
    BetrokkeneNietUitnodigen,
    OverlegAgenderen,
    OverlegPlannen,
)
from casus_app.handelingen.stoelen import DeelnameToelaten
from tests.ui.conftest import een_venster
from tests.ui.kijken import Kijker, zichtbaar
from tests.ui.nepdeuren import NepDeuren, een_verhaal
from tests.ui.test_toegankelijk import SCHERMEN
from ui.actions import ACTS, CASUS, HUIS, OVERLEG
from ui.forms.act_dialog import ActDialog
from ui.forms.composite import RowsEditor

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LANG = 200
"""Langer dan dit typt een toets het niet, maar plakt zij het."""
VREEMD = {
    "opmaak": "<b>vet</b><img src=x onerror=alert(1)> &amp; {0} %s",
    "lang": "a" * 10_000,
    "plaatjes": "👩‍👩‍👧 🏳️‍🌈 ⚖️ é̂ ﷽",
    "andersom": "שלום עולם مرحبا \u200fabc\u200e",
    "aanhaling": "'; DROP TABLE casus; -- \"„“”‘’ \\ /",
}
BLADZIJDEN = {
    "plaats-vandaag",
    "plaats-casussen",
    "plaats-overleggen",
    "plaats-mensen",
    "plaats-instellingen",
    "overleg",
    "overleg-plannen",
    "stoelen",
    "stoel-geven",
    "stoel-vragen",
    "vraagkaart-stellen",
    "tafelindeling",
    "pauze",
    "uitnodigen",
    "dossier",
    "dossier-formulieren",
    "kluis-controle",
    "kluis-herstelsleutel",
    "kluis-nog-eens-wachtzin",
    "kluis-openen",
    "kluis-terugzetten",
    "kluis-maken",
    "zoek-of-doe",
    "wijzer",
}
WAAR = sorted(
    BLADZIJDEN
    | {f"formulier-{act.handeling}" for act in ACTS if act.group in {CASUS, OVERLEG, HUIS}}
)
Veld = QLineEdit | QPlainTextEdit


@pytest.fixture
def mens(qapp: QApplication, tmp_path: Path) -> Iterator[Kijker]:
    """Wie in het huis van het verhaal werkt, op het kleinste scherm dat moet kunnen."""
    del qapp
    with een_venster(NepDeuren(), tmp_path) as venster:
        venster.enter(een_verhaal())
        venster.resize(1280, 720)
        yield Kijker(venster, cast("QtBot", None))


def _vrij(veld: Veld) -> bool:
    """Een veld voor woorden; een getal of dag laat alleen toe wat er een kan worden."""
    if isinstance(veld, QPlainTextEdit):
        return not veld.isReadOnly()
    return not veld.isReadOnly() and veld.validator() is None


def _velden(scherm: QWidget) -> list[Veld]:
    velden: list[Veld] = [*zichtbaar(scherm, QLineEdit), *zichtbaar(scherm, QPlainTextEdit)]
    return [veld for veld in velden if _vrij(veld) and veld.isEnabled()]


def _zet_erin(veld: Veld, tekst: str) -> None:
    """Getypt, of wat te lang is om te typen geplakt; wat er stond is eerst gekozen."""
    veld.setFocus()
    veld.selectAll()
    if len(tekst) > LANG:
        QApplication.clipboard().setText(tekst)
        veld.paste()
        QApplication.clipboard().clear()
    else:
        for letter in tekst:
            for soort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                druk = QKeyEvent(soort, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(veld, druk)
    QApplication.processEvents()


def _staat_er(veld: Veld) -> str:
    return veld.toPlainText() if isinstance(veld, QPlainTextEdit) else veld.text()


def _toets_maat(scherm: QWidget, breed: int) -> None:
    """Geen schuifbalk opzij, geen veld buiten het venster, en het venster kan even klein."""
    for _ in range(3):
        QApplication.processEvents()
    balken = [
        balk.parent()
        for balk in zichtbaar(scherm, QScrollBar)
        if balk.orientation() is Qt.Orientation.Horizontal and balk.maximum() > 0
    ]
    # In een tekstvak zelf schuift niets opzij: woorden breken af.
    assert balken == []
    assert scherm.minimumSizeHint().width() <= breed
    for veld in _velden(scherm):
        rechts = veld.mapTo(scherm, veld.rect().topRight()).x()
        assert rechts <= scherm.width(), veld.accessibleName()


@pytest.mark.parametrize("waar", WAAR)
def test_elk_veld_toont_wat_getypt_wordt_en_wijkt_niet(mens: Kijker, waar: str) -> None:
    scherm = SCHERMEN[waar](mens)
    for knoppen in scherm.findChildren(RowsEditor):
        knoppen.add_row()
    QApplication.processEvents()
    breed = max(scherm.minimumSizeHint().width(), scherm.width())
    for tekst in VREEMD.values():
        for veld in _velden(scherm):
            if not veld.isVisible():
                continue  # een keuze eerder op het formulier haalde het weg
            _zet_erin(veld, tekst)
            if veld.isVisible():
                assert _staat_er(veld) == tekst, veld.accessibleName()
        _toets_maat(scherm, breed)
    if isinstance(scherm, ActDialog):
        scherm.close_now()


@pytest.mark.parametrize("soort", VREEMD)
def test_wat_bewaard_is_staat_er_overal_zoals_getypt(mens: Kijker, soort: str) -> None:
    tekst = VREEMD[soort]
    sessie, werk = mens.sessie, mens.werk
    breed = mens.venster.width()
    dag = sessie.vandaag() + timedelta(days=7)
    for stap in (
        PartijRegistreren(id="vreemd", soort="politie", naam=tekst),
        ProfessionalRegistreren(id="vreemd", partij="vreemd", naam=tekst, functie=tekst),
        CasusAanmelden(
            id="K-9",
            aanmelder="vreemd",
            doel=tekst,
            aanleiding=tekst,
            leefgebieden=(tekst,),
            betrokkene=BetrokkeneVorm(naam=tekst),
            kring=(KringVorm(id="zus", naam=tekst, relatie=tekst, noodzaak=tekst),),
            categorieen={"woonsituatie": tekst},
        ),
        CasusWegen(
            casus="K-9",
            beoordelaars=("vreemd",),
            uitkomst="in-behandeling",
            motivering=tekst,
            criteria=Criteria(a=tekst, b=tekst, c=tekst, d=tekst),
        ),
        BetrokkeneInformeren(casus="K-9", wijze=tekst, datum=sessie.vandaag()),
        OverlegPlannen(id="o9", datum=dag, begin="09:00", plaats=tekst, voorzitter="vreemd"),
        OverlegAgenderen(overleg="o9", casus="K-9", minuten=20, vraag=tekst),
        DeelnameToelaten(
            overleg="o9",
            casus="K-9",
            professional="wmo",
            rol="uitvoerend",
            taak="wmo",
            noodzaak=tekst,
        ),
        BetrokkeneNietUitnodigen(casus="K-9", overleg="o9", zwaarwegend_belang=tekst),
    ):
        assert sessie.perform(stap), stap.NAAM
    casus = sessie.haal(Casus, "K-9")
    stoel = sessie.haal(Deelname, "o9", "K-9", "wmo")
    assert casus is not None
    assert stoel is not None
    assert (casus.doel, casus.aanleiding, casus.leefgebieden) == (tekst, tekst, (tekst,))
    assert stoel.noodzaak == tekst
    for ga, minstens in (
        (lambda: werk.show_dossier("K-9"), 8),
        (lambda: werk.show_overleg("o9"), 2),
        (lambda: werk.overleg.agenda.unfold("K-9"), 3),
        (werk.overleg.switch, 0),
        (werk.overleg.invite, 1),
        (lambda: werk.show_place("mensen"), 1),
        (lambda: werk.show_place("overleggen"), 1),
        (lambda: werk.show_place("vandaag"), 0),
        (lambda: werk.show_place("casussen"), 0),
    ):
        ga()
        _toets_maat(mens.venster, breed)
        gezien = [t for t in mens.teksten() if tekst in t]
        assert len(gezien) >= minstens, mens.teksten()
