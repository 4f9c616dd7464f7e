"""Een afspraak in één regel: wat begrepen is staat er, wat ontbreekt wordt gevraagd."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.handelingen.bespreking import BesprekingOpenen, BesprekingUitlaten
from tests.ui.kijken import Kijker, zichtbaar
from tests.ui.test_invoerregel import ALLEN, Toetsenteller, genoemd
from ui.tafel.invoer.afspraak_line import AfspraakLine
from ui.tafel.invoer.earlier import EarlierRow
from ui.tafel.invoer.key_cap import KeyCap


@pytest.fixture
def tafel(kijker: Kijker) -> Kijker:
    """K-2601 ligt op tafel, bij het besluit."""
    assert kijker.sessie.perform(BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=ALLEN))
    kijker.werk.show_casus("wk48", "K-2601")
    kijker.qtbot.waitUntil(kijker.werk.casus.line.stamp.edit.hasFocus)
    kijker.toets(Qt.Key.Key_4, met=Qt.KeyboardModifier.AltModifier)
    kijker.qtbot.waitUntil(regel(kijker).edit.hasFocus)
    return kijker


def regel(mens: Kijker) -> AfspraakLine:
    return mens.werk.casus.line.afspraak


def afspraken(mens: Kijker) -> tuple[Afspraak, ...]:
    return mens.sessie.zoek(Afspraak, overleg="wk48")


def blokjes(mens: Kijker) -> list[str]:
    return [chip.text() for chip in regel(mens).chips]


def test_een_regel_wordt_een_afspraak_en_staat_er_eerst_in_delen(tafel: Kijker) -> None:
    tafel.typ("3 huisbezoek brengen vr, klaar als de sleutel terug is")
    assert blokjes(tafel) == [
        "✓ wie: 3 Wmo-consulent",
        "✓ wat: huisbezoek brengen",
        "✓ uiterlijk: vrijdag 27 november",
        "✓ klaar als: de sleutel terug is",
    ]
    tafel.typ("\n")
    (een,) = afspraken(tafel)
    assert (een.uitvoerder, een.wat) == ("wmo", "huisbezoek brengen")
    assert een.uiterlijk == date(2026, 11, 27)
    assert een.klaar_als == "de sleutel terug is"
    assert regel(tafel).edit.text() == ""
    assert tafel.staat_er("huisbezoek brengen")


@pytest.mark.parametrize(
    ("tekst", "vraag"),
    [
        ("huisbezoek brengen vr", "Wie doet dit?"),
        ("3 vr", "Wat gaat er gebeuren?"),
        ("3 huisbezoek brengen", "Uiterlijk wanneer?"),
        ("3 bellen volgende week", "Welke dag?"),
    ],
)
def test_wat_ontbreekt_wordt_gevraagd_en_de_tekst_blijft(
    tafel: Kijker, tekst: str, vraag: str
) -> None:
    tafel.typ(f"{tekst}\n")
    assert afspraken(tafel) == ()
    assert vraag in regel(tafel).said.text()
    assert regel(tafel).edit.text() == tekst


def test_een_vage_afspraak_krijgt_een_vraag_en_wordt_gewoon_gemaakt(tafel: Kijker) -> None:
    tafel.typ("3 contact houden vr")
    assert tafel.staat_er("Wat doet u precies")
    tafel.typ("\n")
    assert afspraken(tafel)[0].wat == "contact houden"


def test_wie_er_niet_is_kan_als_die_vooraf_ja_zei(tafel: Kijker) -> None:
    uit = BesprekingUitlaten(overleg="wk48", casus="K-2601", professional="wmo")
    assert tafel.sessie.perform(uit)
    regel(tafel).edit.setFocus()
    tafel.typ("3 bellen vr")
    assert tafel.staat_er("Heeft die vooraf ja gezegd?")
    tafel.typ("\n")
    assert afspraken(tafel)[0].uitvoerder == "wmo"


def test_een_dag_die_voorbij_is_wordt_geweigerd_en_de_tekst_blijft(tafel: Kijker) -> None:
    tafel.typ("3 bellen 1-11-2026\n")
    assert afspraken(tafel) == ()
    assert regel(tafel).notice.isVisible()
    assert regel(tafel).edit.text() == "3 bellen 1-11-2026"


def test_met_de_muis_gaat_elk_deel_ook(tafel: Kijker) -> None:
    QApplication.processEvents()
    tafel.typ("bellen")
    (knop,) = [k for k in zichtbaar(regel(tafel), KeyCap) if k.cap.text == "Wmo-consulent"]
    tafel.qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)
    tafel.qtbot.mouseClick(regel(tafel).chips[2], Qt.MouseButton.LeftButton)
    (menu,) = [m for m in regel(tafel).findChildren(QMenu) if m.isVisible()]
    menu.actions()[1].trigger()
    menu.close()
    tafel.qtbot.mouseClick(regel(tafel).chips[3], Qt.MouseButton.LeftButton)
    tafel.venster.activateWindow()
    tafel.qtbot.waitUntil(regel(tafel).edit.hasFocus)
    tafel.typ("hij opneemt")
    tafel.qtbot.mouseClick(regel(tafel).make_button, Qt.MouseButton.LeftButton)
    (een,) = afspraken(tafel)
    assert (een.uitvoerder, een.wat, een.klaar_als) == ("wmo", "bellen", "hij opneemt")
    assert een.uiterlijk == tafel.sessie.vandaag() + timedelta(weeks=1)


def test_escape_wist_na_een_tweede_keer(tafel: Kijker) -> None:
    tafel.typ("3 bellen")
    tafel.toets(Qt.Key.Key_Escape)
    assert regel(tafel).edit.text() == "3 bellen"
    tafel.toets(Qt.Key.Key_Escape)
    assert regel(tafel).edit.text() == ""


def test_de_stille_hulp_kijkt_mee(tafel: Kijker) -> None:
    tafel.typ("3 bij Dirk langs vr")
    assert tafel.staat_er("Dit is de naam van de betrokkene")


def test_een_afspraak_kost_hoogstens_drie_toetsen_naast_de_woorden(tafel: Kijker) -> None:
    teller = Toetsenteller()
    regel(tafel).edit.installEventFilter(teller)
    tafel.typ("3")
    regel(tafel).edit.removeEventFilter(teller)
    tafel.typ(" bellen vr")
    regel(tafel).edit.installEventFilter(teller)
    tafel.typ("\n")
    assert len(afspraken(tafel)) == 1
    assert teller.aantal == genoemd("afspraak") <= 3


@pytest.mark.parametrize(
    "tekst", ["3 " + "woord " * 1_700, "3 \u202eomgekeerd שלום", "<b>3</b>", "🙂", "12345 67890"]
)
def test_vreemde_regels_breken_niets(tafel: Kijker, tekst: str) -> None:
    regel(tafel).edit.insert(tekst)
    tafel.typ("\n")
    assert afspraken(tafel) == ()
    assert regel(tafel).edit.text() == tekst


# --- eerder afgesproken ---


def _eerder(mens: Kijker, id: str, dagen: int) -> None:
    opslag = mens.sessie.werkbank.opslag
    een = Afspraak(
        id=id,
        overleg="wk40",
        casus="K-2601",
        uitvoerder="wmo",
        wat=f"Doen van {id}.",
        uiterlijk=mens.sessie.vandaag() + timedelta(days=dagen),
    )
    opslag.waarden.setdefault(Afspraak, {})[id,] = een  # type: ignore[attr-defined] # de nepopslag


def _rijen(mens: Kijker) -> list[EarlierRow]:
    QApplication.processEvents()
    return list(zichtbaar(mens.werk.casus, EarlierRow))


def test_wat_eerder_is_afgesproken_staat_er_met_te_laat_eerst_en_gaat_met_een_toets(
    tafel: Kijker,
) -> None:
    _eerder(tafel, "later", 5)
    _eerder(tafel, "telaat", -5)
    tafel.werk.casus.on_changed()
    assert [rij.afspraak.id for rij in _rijen(tafel)] == ["telaat", "later"]
    _rijen(tafel)[0].setFocus()
    tafel.toets(Qt.Key.Key_Down)
    assert _rijen(tafel)[1].hasFocus()
    tafel.toets(Qt.Key.Key_A)
    assert tafel.sessie.haal(Afspraak, "later").stand is StandAfspraak.AFGEROND  # type: ignore[union-attr]
    tafel.qtbot.waitUntil(lambda: any(rij.hasFocus() for rij in _rijen(tafel)[1:]))
    tafel.toets(Qt.Key.Key_O)
    assert tafel.sessie.haal(Afspraak, "later").stand is StandAfspraak.OPEN  # type: ignore[union-attr]
    (knop,) = [k for k in zichtbaar(_rijen(tafel)[0], KeyCap) if k.cap.key == "n"]
    tafel.qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)
    assert tafel.sessie.haal(Afspraak, "telaat").stand is StandAfspraak.NIET_GEDAAN  # type: ignore[union-attr]
    tafel.toets(Qt.Key.Key_Z, met=Qt.KeyboardModifier.ControlModifier)
    assert tafel.sessie.haal(Afspraak, "telaat").stand is StandAfspraak.OPEN  # type: ignore[union-attr]
