"""De beamer: wat de kamer mag zien, en niets anders, wat er ook in de kluis staat."""

from collections.abc import Iterator
from dataclasses import astuple, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from casus_app.catalogus import laad
from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import Betrokkene, Kringpersoon
from casus_app.domein.inbreng import Inbreng, Lot, Niveau
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Stand
from casus_app.handelingen.bespreking import BesprekingOpenen
from casus_app.handelingen.inbreng import AfspraakMaken
from casus_app.rollen import gebruiker_met
from casus_app.werkbank import Werkbank
from tests.casus_app.opmaak.willekeur import merken, overleggen
from tests.casus_app.papier.voorbeeld import zet
from tests.nep import GeheugenOpslag, StilleKlok
from tests.ui.kijken import Kijker, onderdelen, zichtbaar
from tests.ui.nepdeuren import drukker
from ui.beamer.beamer import BeamerWindow
from ui.beamer.beeld import Afspraakregel, Beamerbeeld, Casusbeeld, Cel, Rij, Stoel, beamerbeeld
from ui.beamer.fitting import cut_to, window_of
from ui.beamer.view import BeamerView, Mark
from ui.session import Session
from ui.tafel.steps import Step
from ui.widgets.plain_label import PlainLabel

NU = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
MATEN = [(1920, 1080), (1280, 720), (1024, 768)]


def _teksten(ding: Any) -> Iterator[str]:
    if isinstance(ding, str):
        yield ding
    elif isinstance(ding, tuple | list):
        for deel in ding:
            yield from _teksten(deel)


def _alles_in(beeld: Beamerbeeld) -> str:
    return " ".join(_teksten(astuple(beeld)))


def _alles_op(venster: QWidget) -> str:
    """Alles wat een schermlezer of een oog in dit venster kan vinden."""
    soorten = (
        QAccessible.Text.Name,
        QAccessible.Text.Value,
        QAccessible.Text.Description,
        QAccessible.Text.Help,
    )
    gevonden = [deel.text(soort) for deel in onderdelen(venster) for soort in soorten]
    for widget in venster.findChildren(QWidget):
        gevonden += [widget.toolTip(), widget.whatsThis(), widget.windowTitle()]
    gevonden += [label.text() for label in venster.findChildren(PlainLabel)]
    return " ".join([venster.windowTitle(), *gevonden]).replace("\u200b", "")


def _sessie(opslag: GeheugenOpslag) -> Session:
    werkbank = Werkbank(opslag, StilleKlok(), laad(), drukker, oefening=True)
    return Session(werkbank, gebruiker_met("coordinator"))


def _met_namen_in_de_vrije_tekst(opslag: GeheugenOpslag) -> None:
    """Iemand typte een naam waar hij niet hoort."""
    namen = [mens.naam for mens in opslag.zoek(Professional)]
    namen += [mens.naam for mens in opslag.zoek(Betrokkene)]
    namen += [mens.naam for mens in opslag.zoek(Kringpersoon)]
    for punt in opslag.zoek(Bespreking):
        _vervang(opslag, punt, replace(punt, vraag=f"{punt.vraag} {' en '.join(namen)}?"))
    for afspraak in opslag.zoek(Afspraak):
        _vervang(opslag, afspraak, replace(afspraak, wat=f"{namen[0].upper()}: {afspraak.wat}"))
    mens = opslag.zoek(Professional)[0]
    _vervang(opslag, mens, replace(mens, functie=f"agent {mens.naam}"))


def _vervang(opslag: GeheugenOpslag, oud: Any, nieuw: Any) -> None:
    plank = opslag.waarden[type(oud)]
    plank[next(sleutel for sleutel, waarde in plank.items() if waarde is oud)] = nieuw


@pytest.fixture
def beamer(qtbot: QtBot) -> BeamerWindow:
    venster = BeamerWindow()
    qtbot.addWidget(venster)
    venster.resize(1280, 720)
    venster.show()
    return venster


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(opslag=overleggen(), open_=st.integers(0, 4))
def test_er_staat_alleen_wat_er_mag_staan(
    beamer: BeamerWindow, opslag: GeheugenOpslag, open_: int
) -> None:
    for punt in opslag.zoek(Bespreking)[:open_][-1:]:
        _vervang(opslag, punt, replace(punt, stand=Stand.OPEN, geopend_op=NU))
    _met_namen_in_de_vrije_tekst(opslag)
    sessie = _sessie(opslag)
    op_tafel = opslag.zoek(Bespreking, stand=Stand.OPEN)
    mag: set[str] = set()
    if op_tafel:
        punt = op_tafel[0]
        afspraken = opslag.zoek(Afspraak, overleg=punt.overleg, casus=punt.casus)
        eigen = " ".join([punt.casus, punt.vraag, *(afspraak.wat for afspraak in afspraken)])
        mag = {merk for merk in merken(eigen) if not merk.startswith("n")}
    for stap in (None, Step.MEENEMEN):
        beeld = beamerbeeld(sessie, NU, stap)
        assert merken(_alles_in(beeld)) <= mag
        assert (beeld.casus is None) == (not op_tafel)
        beamer.view.show_beeld(beeld)
        assert merken(_alles_op(beamer)) <= mag
    beamer.view.show_beeld(beamerbeeld(sessie, NU, met_casus=False))
    assert merken(_alles_op(beamer)) == set()
    sessie.deleteLater()


def test_de_speurder_vindt_wat_er_wel_staat(beamer: BeamerWindow) -> None:
    """Tegenproef: een merk dat er toch zou komen, wordt gezien."""
    lek = Casusbeeld(
        code="c00001z",
        vraag="w00002z",
        stap=Step.MEENEMEN,
        minuten="",
        afspraken=(),
        stoelen=(Stoel(nummer=1, functie="n00003z"),),
        rijen=(Rij(wie="n00004z", wat="w00005z", cellen=(Cel.VRAAG,)),),
    )
    beeld = Beamerbeeld(klok="10:30", casus=lek)
    beamer.view.show_beeld(beeld)
    alle = {"c00001z", "w00002z", "n00003z", "n00004z", "w00005z"}
    assert merken(_alles_in(beeld)) == merken(_alles_op(beamer)) == alle


def _open(kijker: Kijker) -> Session:
    sessie = kijker.sessie
    aanwezig = ("voorzitter", "wijkagent", "wmo", "spv", "leefbaar")
    assert sessie.perform(BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=aanwezig))
    return sessie


def test_tussen_twee_casussen_staat_er_alleen_even_geduld_en_de_tijd(
    kijker: Kijker, beamer: BeamerWindow
) -> None:
    kijker.werk.show_casus("wk48", "K-2601")
    assert beamerbeeld(kijker.sessie, NU) == Beamerbeeld(klok="10:30")
    beamer.view.show_beeld(beamerbeeld(kijker.sessie, NU))
    assert set(kijker.teksten(beamer)) == {"10:30", "Even geduld"}


def test_wie_vooruitkijkt_naar_de_volgende_casus_laat_die_de_kamer_niet_zien(
    kijker: Kijker,
) -> None:
    sessie = _open(kijker)
    kijker.werk.show_casus("wk48", "K-2602")
    beeld = kijker.venster.beamer.beeld()
    assert beeld is not None
    assert beeld.casus is not None
    assert beeld.casus.code == "K-2601"
    assert "K-2602" not in _alles_in(beeld)
    volgende = sessie.haal(Bespreking, "wk48", "K-2602")
    assert volgende is not None
    assert volgende.vraag not in _alles_in(beeld)


def test_functies_in_plaats_van_namen_en_de_matrix_met_wat_er_mag(kijker: Kijker) -> None:
    sessie = _open(kijker)
    opslag = sessie.werkbank.opslag
    afspraak = AfspraakMaken(
        id="a1",
        overleg="wk48",
        casus="K-2601",
        uitvoerder="wmo",
        wat="Hendriks belt Dirk Molenbeek en zijn moeder Ans.",
        uiterlijk=date(2026, 12, 4),
    )
    assert sessie.perform(afspraak)
    for nummer, (wie, lot) in enumerate([("wijkagent", Lot.ONBESLIST), ("spv", Lot.NIEMAND)]):
        inbreng = Inbreng(
            id=f"i{nummer}",
            overleg="wk48",
            casus="K-2601",
            inbrenger=wie,
            over="betrokkene",
            categorie="woonsituatie",
            niveau=Niveau.INHOUD,
            grondslag="g",
            noodzaak="Heel geheim.",
            kern="Nog geheimer.",
            lot=lot,
        )
        assert isinstance(opslag, GeheugenOpslag)
        zet(opslag, inbreng)
    beeld = beamerbeeld(sessie, NU, Step.MEENEMEN).casus
    assert beeld is not None
    (regel,) = beeld.afspraken
    assert (regel.wie, regel.dag) == ("Wmo-consulent", "4 dec")
    assert (
        regel.wat == "consulent leefbaarheid belt betrokkene en zijn moeder iemand uit de kring."
    )
    assert [rij.wie for rij in beeld.rijen] == [
        "2 wijkagent",
        "4 sociaalpsychiatrisch verpleegkundige",
    ]
    assert [stoel.nummer for stoel in beeld.stoelen] == [1, 2, 3, 4, 5]
    vraag, hier, eigen, nooit = Cel.VRAAG, Cel.HIER, Cel.EIGEN, Cel.NOOIT
    assert beeld.rijen[0].cellen == (vraag, eigen, vraag, vraag, nooit)
    assert beeld.rijen[1].cellen == (hier, hier, hier, eigen, nooit)
    assert "geheim" not in _alles_in(beamerbeeld(sessie, NU))


def _vol(kijker: Kijker) -> Beamerbeeld:
    """Meer dan er op een scherm kan, met een lange vraag."""
    sessie = _open(kijker)
    beeld = beamerbeeld(sessie, NU, Step.MEENEMEN)
    assert beeld.casus is not None
    wat = "Gaat langs en vraagt wat er nodig is om de overlast te laten stoppen voor de winter. "
    wie, strafrecht = "sociaalpsychiatrisch verpleegkundige", "Gegevens van strafrechtelijke aard"
    afspraken = [Afspraakregel(wie=wie, wat=wat * (1 + n % 2), dag="4 dec") for n in range(14)]
    cellen = (Cel.EIGEN, Cel.MEE, Cel.HIER, Cel.VRAAG)
    laatste = (Cel.NOOIT, Cel.DERDE)
    rijen = [
        Rij(wie=f"{n} wijkagent", wat=strafrecht, cellen=(*cellen, laatste[n % 2]))
        for n in range(30)
    ]
    vraag = "Welke stap zet wie, en wie belt hij bij onrust? " * 8
    casus = replace(beeld.casus, vraag=vraag, afspraken=tuple(afspraken), rijen=tuple(rijen))
    return replace(beeld, casus=casus)


@pytest.mark.parametrize("maat", MATEN)
@pytest.mark.parametrize("stap", [Step.BESLUIT, Step.MEENEMEN])
@pytest.mark.parametrize("vol", [True, False])
def test_alles_is_van_drie_meter_te_lezen_en_niets_valt_buiten_beeld(
    kijker: Kijker, beamer: BeamerWindow, maat: tuple[int, int], stap: Step, vol: bool
) -> None:
    if vol:
        beeld = _vol(kijker)
        assert beeld.casus is not None
        beeld = replace(beeld, casus=replace(beeld.casus, stap=stap))
    else:
        beeld = beamerbeeld(_open(kijker), NU, stap)
    beamer.setFixedSize(*maat)
    beamer.view.show_beeld(beeld)
    kijker.teksten(beamer)
    labels = list(zichtbaar(beamer, PlainLabel))
    assert len(labels) > 8
    kleinste = min(beamer.height() / 36, beamer.width() / 50)
    for label in labels:
        assert label.font().pixelSize() >= kleinste, label.text()
        nodig = (
            label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        )
        assert label.height() >= nodig, label.text()
        assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()
        plek = label.rect().translated(label.mapTo(beamer, label.rect().topLeft()))
        assert beamer.rect().contains(plek), label.text()
    if stap is Step.MEENEMEN and vol:
        assert len(list(zichtbaar(beamer, Mark))) > 10


@pytest.mark.parametrize("maat", MATEN)
@pytest.mark.parametrize("wie", ["procesregisseur", "jeugdreclasseringswerker"])
def test_wie_een_afspraak_doet_staat_er_heel(
    kijker: Kijker, beamer: BeamerWindow, maat: tuple[int, int], wie: str
) -> None:
    beeld = beamerbeeld(_open(kijker), NU, Step.BESLUIT)
    assert beeld.casus is not None
    regel = Afspraakregel(wie=wie, wat="Belt.", dag="24 nov")
    beamer.setFixedSize(*maat)
    beamer.view.show_beeld(replace(beeld, casus=replace(beeld.casus, afspraken=(regel,))))
    kijker.teksten(beamer)
    (label,) = (een for een in zichtbaar(beamer, PlainLabel) if een.text() == wie)
    assert QFontMetrics(label.font()).horizontalAdvance(wie) <= label.width()


def test_op_een_vol_scherm_staat_de_rij_die_nu_gevraagd_wordt_en_de_laatste_afspraak() -> None:
    hoogten = [10] * 20
    assert window_of(hoogten, 55, 12) == (8, 12)
    assert window_of(hoogten, 1000, 12) == (0, 19)
    assert window_of(hoogten, 5, 3) == (3, 3)
    assert window_of([], 55, 0) == (0, -1)


def test_een_lange_vraag_wordt_op_een_woord_afgebroken(beamer: BeamerWindow) -> None:
    font = beamer.font()
    hoog = 2 * QFontMetrics(font).lineSpacing()
    lang = "een twee drie vier vijf zes zeven acht negen tien"
    kort = cut_to(lang, font, QFontMetrics(font).horizontalAdvance("een twee drie"), hoog)
    assert kort.endswith(" …")
    assert lang.startswith(kort.removesuffix(" …"))
    assert "twee" in kort
    assert cut_to("kort", font, 400, hoog) == "kort"


def test_de_minuten_verspringen_niet(beamer: BeamerWindow) -> None:
    """Cijfers zijn even breed."""
    beamer.view.show_beeld(Beamerbeeld(klok="11:11"))
    klok = next(label for label in beamer.findChildren(PlainLabel) if label.text() == "11:11")
    maat = QFontMetrics(klok.font())
    assert len({maat.horizontalAdvance(cijfer) for cijfer in "0123456789"}) == 1


def test_wat_er_stond_is_na_doven_nergens_meer(kijker: Kijker, beamer: BeamerWindow) -> None:
    beamer.view.show_beeld(beamerbeeld(_open(kijker), NU))
    assert "K-2601" in _alles_op(beamer)
    beamer.blank()
    QApplication.processEvents()
    assert "K-2601" not in _alles_op(beamer)
    assert not beamer.isVisible()


# --- de privéstand ---


def test_een_toets_zet_het_eigen_venster_in_de_privestand_en_weer_terug(kijker: Kijker) -> None:
    sessie = _open(kijker)
    kijker.werk.show_casus("wk48", "K-2601")
    kijker.werk.desk.open_act("toestemming.vastleggen", {"casus": "K-2601"})
    venster = kijker.venster
    venster.turn_private()
    assert kijker.voor is venster
    zien = " ".join(kijker.teksten(venster))
    for mens in sessie.zoek(Professional):
        assert mens.naam not in zien
    assert "K-2601" in zien
    kijker.qtbot.keyClick(venster, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert kijker.voor is venster, "in de privéstand gaat er niets open"
    kijker.qtbot.keyClick(venster, Qt.Key.Key_F9)
    assert venster.stack.currentWidget() is kijker.werk
    assert kijker.formulier().isVisible()


def test_f9_werkt_ook_als_er_een_dialoog_openstaat(kijker: Kijker) -> None:
    _open(kijker)
    kijker.werk.show_casus("wk48", "K-2601")
    kijker.werk.desk.open_act("toestemming.vastleggen", {"casus": "K-2601"})
    QApplication.processEvents()
    kijker.venster.locking.watch._follow(None)
    formulier = kijker.formulier()
    QTest.keyClick(formulier.windowHandle(), Qt.Key.Key_F9)
    assert kijker.venster._private.on
    assert not formulier.isVisible()
    QTest.keyClick(kijker.venster.windowHandle(), Qt.Key.Key_F9)
    assert not kijker.venster._private.on, "één keer, niet ook nog door het menu"
    assert formulier.isVisible()


def test_vergrendelen_haalt_ook_weg_wat_in_de_privestand_wachtte(kijker: Kijker) -> None:
    kijker.werk.desk.open_act("casus.aanmelden")
    kijker.venster.turn_private()
    kijker.sessie.lock()
    assert kijker.venster.stack.currentWidget() is kijker.venster.unlock_page
    QApplication.processEvents()
    assert not any(isinstance(d, BeamerView) and d.isVisible() for d in kijker.venster.children())
    assert [d for d in kijker.venster.findChildren(QWidget) if d.objectName() == "formulier"] == []
