"""Tekst van mensen komt op het scherm zoals zij getypt is: nooit als opmaak, en niets schuift."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from casus_app.domein.mensen import Partij
from casus_app.handelingen.aanmelding import BetrokkeneVorm, CasusAanmelden
from casus_app.handelingen.inrichting import PartijRegistreren, ProfessionalRegistreren
from casus_app.handelingen.overleg import OverlegAgenderen, OverlegPlannen
from casus_app.handelingen.stoelen import DeelnameToelaten
from tests.ui.kijken import Kijker, zichtbaar
from ui.forms.doe_dialog import DoeDialog, Entry
from ui.widgets.picker import Option, Picker
from ui.widgets.plain_label import PlainLabel, literal

VREEMD = {
    "opmaak": "<b>vet</b> <img src='/etc/hostname'> &amp; &lt;",
    "namen": "Łukasz Şahin Nguyễn ő ş",
    "rechts": "\u202eomgekeerd\u202c en عربى",
    "lang": "x" * 4000,
    "zinnen": "woord " * 600,
    "gezicht": "👩‍👩‍👧 🚪",
    "aanhaling": "\"' ` % {} {0.__class__} \\n %1",
    "ampersand": "Jansen & Zn. &Partners",
}


@pytest.mark.parametrize("soort", sorted(VREEMD))
def test_een_naam_staat_overal_zoals_hij_is(kijker: Kijker, soort: str) -> None:
    tekst = VREEMD[soort]
    sessie = kijker.sessie
    assert sessie.perform(PartijRegistreren(id="x", soort="politie", naam=tekst))
    assert sessie.perform(ProfessionalRegistreren(id="xx", partij="x", naam=tekst, functie=tekst))
    assert sessie.perform(
        OverlegPlannen(
            id="o",
            datum=sessie.vandaag(),
            begin="10:00",
            plaats=tekst,
            voorzitter="xx",
        )
    )
    assert sessie.perform(
        CasusAanmelden(
            id="K-9",
            aanmelder="xx",
            doel=tekst,
            aanleiding=tekst,
            leefgebieden=(tekst,),
            betrokkene=BetrokkeneVorm(naam=tekst),
        )
    )
    assert sessie.perform(
        OverlegAgenderen(overleg="o", casus="K-9", minuten=5, vraag=tekst, soort="weging")
    )
    assert sessie.perform(
        DeelnameToelaten(
            overleg="o",
            casus="K-9",
            professional="xx",
            rol="uitvoerend",
            taak="politietaak",
            noodzaak=tekst,
        )
    )
    assert sessie.haal(Partij, "x").naam == tekst  # type: ignore[union-attr]
    werk = kijker.werk
    for ga in (
        werk.show_overview,
        lambda: werk.show_dossier("K-9"),
        lambda: werk.show_page(werk.mensen),
        lambda: werk.show_overleg("o"),
        lambda: werk.show_casus("o", "K-9"),
    ):
        ga()
        assert kijker.staat_er(tekst[:1].upper() + tekst[1:]) or kijker.staat_er(tekst)
        _niets_valt_buiten(kijker.venster)


def _niets_valt_buiten(venster: QWidget) -> None:
    for _ in range(3):
        QApplication.processEvents()
    assert venster.width() == 1280
    for area in zichtbaar(venster, QScrollArea):
        inside = area.widget()
        assert inside is not None
        assert inside.width() <= area.viewport().width()


def test_elk_opschrift_is_platte_tekst(kijker: Kijker) -> None:
    kijker.werk.show_overleg("wk48")
    opmaak = [
        label.text()
        for label in kijker.venster.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText
    ]
    assert opmaak == []


def test_een_plaatje_in_een_naam_wordt_niet_getekend(qtbot: QtBot) -> None:
    label = PlainLabel("<font color='#ff0000' size='7'>█████</font>", wrap=False)
    qtbot.addWidget(label)
    label.show()
    beeld = label.grab().toImage()
    rood = sum(
        beeld.pixelColor(x, y).red() > 200 and beeld.pixelColor(x, y).blue() < 60
        for x in range(0, beeld.width(), 3)
        for y in range(beeld.height())
    )
    assert rood == 0


def test_een_ampersand_op_een_knop_is_geen_alt_letter() -> None:
    assert literal("Jansen & Zn.") == "Jansen && Zn."


def test_kiezen_en_zoeken_tonen_tekst_zoals_zij_is(qtbot: QtBot) -> None:
    picker = Picker("Wie")
    qtbot.addWidget(picker)
    picker.offer([Option("a", "<i>A & B</i>", "noot")])
    assert picker.itemText(0) == "<i>A & B</i>  —  noot"
    ouder = QWidget()
    qtbot.addWidget(ouder)
    dialoog = DoeDialog([Entry("<i>A & B</i>", "noot", "", lambda: None)], ouder)
    assert dialoog.list.item(0).text() == "<i>A & B</i>"
