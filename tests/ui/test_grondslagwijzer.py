"""De grondslagwijzer als venster: in woorden wat de regels toelaten, en hij bewaart niets."""

import inspect
import itertools
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from casus_app.catalogus import Catalogus, laad
from casus_app.domein.overleg import SoortBespreking
from casus_app.handelingen.bespreking import BesprekingOpenen
from casus_app.regels import inbreng
from casus_app.regels.wijzer import Vraag, wijs
from casus_app.weigeringen import Code
from tests.ui.kijken import Kijker, onderdelen, zichtbaar
from ui.main_window import MainWindow
from ui.wijzer import words
from ui.wijzer.answer import Answer, Card, answer
from ui.wijzer.begin import Begin
from ui.wijzer.wijzer_dialog import WijzerDialog

KAMERS = (frozenset[str](), frozenset({"politie", "veilig-thuis"}))


@pytest.fixture(scope="module")
def catalogus() -> Catalogus:
    return laad()


def _vragen(catalogus: Catalogus) -> Iterator[Vraag]:
    for kader, soort, categorie, kamer in itertools.product(
        catalogus.kaders, catalogus.soorten.values(), catalogus.categorieen, KAMERS
    ):
        for pet in catalogus.petten if soort.pet_beslist else (None,):
            yield Vraag(
                kader=kader, soort=soort.sleutel, categorie=categorie, pet=pet, kamer=kamer
            )
    for soort, categorie in itertools.product(catalogus.soorten, catalogus.categorieen):
        weging = SoortBespreking.WEGING
        yield Vraag(kader="wgs", soort=soort, categorie=categorie, bespreking=weging)


@pytest.fixture(scope="module")
def antwoorden(catalogus: Catalogus) -> list[tuple[Vraag, Answer]]:
    return [(vraag, answer(catalogus, vraag)) for vraag in _vragen(catalogus)]


def _kaarten(antwoord: Answer) -> list[Card]:
    return [kaart for deel in antwoord.sections for kaart in deel.cards]


def _teksten(antwoord: Answer) -> Iterator[str]:
    yield from (antwoord.head, antwoord.asked, *antwoord.notes)
    for deel in antwoord.sections:
        yield from (deel.title, deel.explain)
        for kaart in deel.cards:
            yield from (kaart.title, kaart.text, kaart.label, kaart.source)
            yield from (*kaart.points, *kaart.more)


def _titels(antwoord: Answer, deel: str) -> list[str]:
    return [kaart.title for d in antwoord.sections if d.title == deel for kaart in d.cards]


# --- de woorden ---


def test_elke_weigering_van_de_regels_over_een_inbreng_heeft_woorden() -> None:
    namen = re.findall(r"Code\.([A-Z_]+)", inspect.getsource(inbreng))
    assert {Code[naam] for naam in namen} == set(words.WHY)


def test_elke_zekerheid_van_de_catalogus_heeft_woorden(catalogus: Catalogus) -> None:
    gebruikt = {
        ding.zeker
        for lijst in (catalogus.grondslagen, catalogus.routes)
        for ding in lijst.values()
    }
    assert gebruikt <= set(words.SURE)


def test_geen_kaart_en_geen_deel_is_leeg(antwoorden: list[tuple[Vraag, Answer]]) -> None:
    for vraag, antwoord in antwoorden:
        assert antwoord.sections, vraag
        for deel in antwoord.sections:
            assert deel.title
            assert deel.cards, vraag
        for kaart in _kaarten(antwoord):
            assert kaart.title.strip(), vraag
            assert kaart.text.strip() or kaart.points, (vraag, kaart)
            assert all(punt.strip() for punt in (*kaart.points, *kaart.more)), (vraag, kaart)
            assert bool(kaart.label) <= bool(kaart.points)


def test_er_staat_nergens_een_sleutel_of_een_gat_in_de_tekst(
    catalogus: Catalogus, antwoorden: list[tuple[Vraag, Answer]]
) -> None:
    lijsten = (
        catalogus.grondslagen,
        catalogus.routes,
        catalogus.soorten,
        catalogus.kaders,
        catalogus.categorieen,
    )
    sleutels = {sleutel for lijst in lijsten for sleutel in lijst if "-" in sleutel}
    sleutels |= {code.value for code in Code if "-" in code.value}
    patroon = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, sorted(sleutels)))})(?![\w-])")
    fout = {
        tekst
        for _, antwoord in antwoorden
        for tekst in _teksten(antwoord)
        if patroon.search(tekst) or "{" in tekst or "None" in tekst or "  " in tekst
    }
    assert fout == set()


def test_het_antwoord_is_dat_van_de_regels(
    catalogus: Catalogus, antwoorden: list[tuple[Vraag, Answer]]
) -> None:
    for vraag, antwoord in antwoorden[::5]:
        wijzing = wijs(catalogus, vraag)
        assert antwoord.mag is wijzing.mag
        assert (antwoord.head == words.NO) is not wijzing.mag
        namen = dict.fromkeys(weg.grondslag.naam for weg in wijzing.wegen)
        assert _titels(antwoord, words.GROUNDS) == list(namen)
        wegen = {weg.route.naam for weg in wijzing.wegen if weg.route}
        assert set(_titels(antwoord, words.WAYS)) == wegen


def test_wat_mag_staat_boven_wat_niet_kan(antwoorden: list[tuple[Vraag, Answer]]) -> None:
    for _, antwoord in antwoorden:
        titels = [deel.title for deel in antwoord.sections]
        niet = {words.NOT_THIS_WAY, words.WHY_NOT} & set(titels)
        assert all(titels[-1] == titel for titel in niet)
        assert (titels[0] == words.GROUNDS) is antwoord.mag


def test_wie_nee_hoort_hoort_altijd_ook_wat_wel_kan(
    antwoorden: list[tuple[Vraag, Answer]],
) -> None:
    for vraag, antwoord in antwoorden:
        if not antwoord.mag:
            assert _titels(antwoord, words.POSSIBLE), vraag


def test_een_beroepsgeheim_maakt_van_ja_een_ja_langs_een_weg(catalogus: Catalogus) -> None:
    ggz = answer(catalogus, Vraag(kader="wgs", soort="ggz", categorie="gezondheid"))
    politie = answer(catalogus, Vraag(kader="wgs", soort="politie", categorie="politiegegevens"))
    assert (ggz.head, politie.head) == (words.YES_ALONG, words.YES)
    assert words.BEROEPSGEHEIM in ggz.notes
    assert words.BEROEPSGEHEIM not in politie.notes
    assert "WGS 2.29 lid 2 · gelezen in de huidige wettekst" in {
        kaart.source for kaart in _kaarten(ggz)
    }


def test_een_meldrecht_zegt_wie_er_dan_de_kamer_uit_gaat(catalogus: Catalogus) -> None:
    kamer = frozenset({"politie", "veilig-thuis"})
    vraag = Vraag(kader="wgs", soort="ggz", categorie="relaties", kamer=kamer)
    kaarten = {kaart.title: kaart for kaart in _kaarten(answer(catalogus, vraag))}
    alleen = kaarten["Deel het alleen met Veilig Thuis"]
    assert alleen.points[0] == "Vraag eerst de anderen om de kamer uit te gaan: Politie."
    assert "Meldrecht aan Veilig Thuis" in alleen.points[-1]
    raad = kaarten["Deel het alleen met Raad voor de Kinderbescherming"]
    assert "doe de melding apart" in raad.points[1]


def test_in_een_weging_is_minder_zeggen_de_weg(catalogus: Catalogus) -> None:
    vraag = Vraag(
        kader="wgs",
        soort="politie",
        categorie="politiegegevens",
        bespreking=SoortBespreking.WEGING,
    )
    antwoord = answer(catalogus, vraag)
    assert not antwoord.mag
    assert words.LESS in _titels(antwoord, words.POSSIBLE)


# --- het venster ---


def _wijzer(qtbot: QtBot, catalogus: Catalogus, begin: Begin) -> WijzerDialog:
    dialoog = WijzerDialog(catalogus, begin)
    dialoog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialoog)
    dialoog.show()
    return dialoog


def _leest(dialoog: WijzerDialog) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in zichtbaar(dialoog, QLabel))


def _open(mens: Kijker) -> WijzerDialog:
    mens.toets(Qt.Key.Key_F1)
    return next(d for d in mens.venster.findChildren(WijzerDialog) if d.isVisible())


def test_wie_nog_niets_koos_leest_wat_er_te_kiezen_is(qtbot: QtBot, catalogus: Catalogus) -> None:
    dialoog = _wijzer(qtbot, catalogus, Begin())
    assert "Kies nog: welke partij iets wil delen en wat voor gegevens het zijn." in _leest(
        dialoog
    )
    dialoog.soort.set_value("wijkteam")
    dialoog.categorie.set_value("hulpverlening")
    assert "Kies nog: met welke pet." in _leest(dialoog)
    dialoog.pet.set_value("hulpverlening")
    assert words.YES_ALONG in dialoog.verdict.text()


def test_met_het_toetsenbord_alleen_komt_er_een_antwoord(
    qtbot: QtBot, catalogus: Catalogus
) -> None:
    dialoog = _wijzer(qtbot, catalogus, Begin())
    qtbot.waitUntil(dialoog.isActiveWindow)
    dialoog.soort.setFocus()
    qtbot.keyClicks(dialoog.soort, "Politie")
    qtbot.keyClick(dialoog.soort, Qt.Key.Key_Return)
    dialoog.categorie.setFocus()
    while dialoog.categorie.value() != "politiegegevens":
        qtbot.keyClick(dialoog.categorie, Qt.Key.Key_Down)
    assert dialoog.verdict.text() == "✓  Ja, dit mag"
    assert "Politiegegevens aan het Zorg- en Veiligheidshuis" in _leest(dialoog)
    qtbot.keyClick(dialoog, Qt.Key.Key_Escape)
    assert not dialoog.isVisible()


def test_een_ander_in_de_kamer_verandert_het_antwoord_meteen(
    qtbot: QtBot, catalogus: Catalogus
) -> None:
    begin = Begin(soort="ggz", categorie="relaties", kamer=("veilig-thuis",))
    dialoog = _wijzer(qtbot, catalogus, begin)
    assert "Deel het alleen met Veilig Thuis" not in _leest(dialoog)
    dialoog.kamer.set_value(("veilig-thuis", "politie"))
    assert "Deel het alleen met Veilig Thuis" in _leest(dialoog)


def test_tekst_van_de_catalogus_is_platte_tekst(qtbot: QtBot, catalogus: Catalogus) -> None:
    dialoog = _wijzer(qtbot, catalogus, Begin(soort="ggz", categorie="gezondheid"))
    QApplication.processEvents()
    vormen = {label.textFormat() for label in zichtbaar(dialoog, QLabel)}
    assert vormen == {Qt.TextFormat.PlainText}


def test_f1_opent_de_wijzer_ook_zonder_kluis_en_maar_een_keer(
    venster: MainWindow, qtbot: QtBot
) -> None:
    mens = Kijker(venster, qtbot)
    dialoog = _open(mens)
    assert dialoog.kader.value() == "wgs"
    assert not dialoog.isModal()
    assert venster.open_wijzer() is dialoog


def test_de_wijzer_begint_met_wie_er_aan_tafel_zit_en_wie_er_spreekt(kijker: Kijker) -> None:
    aanwezig = ("voorzitter", "wijkagent", "wmo")
    openen = BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=aanwezig)
    assert kijker.sessie.perform(openen)
    kijker.werk.show_casus("wk48", "K-2601")
    kijker.werk.casus.go_to(1)
    kijker.werk.casus.staat.let_speak("wijkagent")
    dialoog = _open(kijker)
    assert dialoog.soort.value() == "politie"
    assert set(dialoog.kamer.value()) == {"zvh", "college"}


def test_de_wijzer_legt_niets_vast(kijker: Kijker, monkeypatch: pytest.MonkeyPatch) -> None:
    geschreven: list[object] = []
    monkeypatch.setattr(
        kijker.sessie.werkbank.opslag,
        "leg_vast",
        lambda _stappen, regel, **_namen: geschreven.append(regel),
    )
    dialoog = _open(kijker)
    dialoog.soort.set_value("ggz")
    dialoog.categorie.set_value("gezondheid")
    dialoog.close()
    assert geschreven == []


def test_zoek_of_doe_en_een_formulier_kennen_de_wijzer(kijker: Kijker) -> None:
    doe = kijker.werk.open_doe()
    kijker.qtbot.keyClicks(doe.search, "mag dit gedeeld")
    doe.choose()
    dialoog = next(d for d in kijker.venster.findChildren(WijzerDialog) if d.isVisible())
    dialoog.close()
    QApplication.processEvents()
    formulier = kijker.werk.desk.open_act("casus.aanmelden")
    kijker.qtbot.waitUntil(formulier.isActiveWindow)
    kijker.qtbot.keyClick(formulier, Qt.Key.Key_F1)
    assert any(d.isVisible() for d in formulier.findChildren(WijzerDialog))
    formulier.close_now()


def test_vergrendelen_neemt_de_wijzer_mee(kijker: Kijker) -> None:
    dialoog: QObject = _open(kijker)
    with kijker.qtbot.waitSignal(dialoog.destroyed):
        kijker.sessie.lock()


def test_alles_in_de_wijzer_heeft_een_naam(qtbot: QtBot, catalogus: Catalogus) -> None:
    dialoog = _wijzer(qtbot, catalogus, Begin(soort="wijkteam", categorie="gezondheid"))
    naamloos = [
        str(deel.object())
        for deel in onderdelen(dialoog)
        if deel.state().focusable
        and not deel.state().invisible
        and not deel.text(QAccessible.Text.Name).strip()
    ]
    assert naamloos == []
