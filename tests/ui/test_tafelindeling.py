"""De tafelindeling: wie er wacht is te zien, en wat men versleept gaat door de handeling."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casus_app.domein.tafelorde import Tafelpunt, Venster, wachttijd
from casus_app.draaiboek import lees, speel
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import VERHAAL, een_werkbank
from ui import reading
from ui.main_window import MainWindow
from ui.tafelindeling.arrangement import Arrangement
from ui.tafelindeling.availability import parse_time
from ui.tafelindeling.drawing import Drawing
from ui.tafelindeling.layout import Measures, Picture, lay_out, shorten
from ui.tafelindeling.panel import Tafelindeling
from ui.tafelindeling.plan import Mens, Plan, Punt, story, total_in_words

ALT = Qt.KeyboardModifier.AltModifier


# --- de tekening, zonder venster ---


def _punt(casus: str, minuten: int, *wie: str, moves: bool = True) -> Punt:
    return Punt(Tafelpunt(casus=casus, minuten=minuten, professionals=frozenset(wie)), moves)


MENSEN = tuple(Mens(wie, wie.title(), f"functie {wie}", "") for wie in ("ada", "bas", "cor"))
PLAN = Plan(
    600,
    (_punt("K-1", 30, "ada", "bas"), _punt("K-2", 20, "bas"), _punt("K-3", 10, "ada", "cor")),
    MENSEN,
)


def _letters(breed: float) -> Measures:
    return Measures(breed, 16, 14, lambda tekst: 8.0 * len(tekst), lambda tekst: 7.0 * len(tekst))


def _teken(plan: Plan = PLAN, *, breed: float = 1000, **vensters: Venster) -> Picture:
    return lay_out(plan, _letters(breed), (), vensters)


def test_elke_casus_is_zo_breed_als_hij_duurt_en_ze_sluiten_op_elkaar_aan() -> None:
    tekening = _teken()
    breed = [kolom.box.w / tekening.axis.w for kolom in tekening.columns]
    assert breed == pytest.approx([30 / 60, 20 / 60, 10 / 60])
    assert tekening.columns[0].box.right == pytest.approx(tekening.columns[1].box.x)
    assert tekening.columns[-1].box.right == pytest.approx(tekening.axis.right)


def test_wie_wacht_heeft_een_lijn_tussen_zijn_balken() -> None:
    ada, bas, cor = _teken().rows
    assert [balk.casus for balk in ada.bars] == ["K-1", "K-3"]
    assert [lijn.words.text for lijn in ada.waits if lijn.words] == ["20 min"]
    assert ada.waits[0].box.x > ada.bars[0].box.x
    assert ada.waits[0].box.right < ada.bars[1].box.right
    assert bas.waits == cor.waits == ()


def test_naast_elke_rij_staat_wanneer_iemand_komt_en_klaar_is() -> None:
    for tekening in (_teken(), _teken(breed=500)):
        woorden = [{w.text for w in rij.words} for rij in tekening.rows]
        assert "kom 10:00, klaar 11:00" in woorden[0]
        assert "wacht 20 min" in woorden[0]
        assert "kom 10:00, klaar 10:50" in woorden[1]


def test_bij_de_deur_staat_hoeveel_mensen_erin_en_eruit_gaan() -> None:
    deuren = [(len(deur.erin), len(deur.eruit)) for deur in PLAN.doors()]
    assert deuren == [(2, 0), (0, 1), (2, 1), (0, 2)]
    assert "2  functie ada, functie bas" in {w.text for w in _teken().columns[0].words}


@pytest.mark.parametrize("breed", [260, 500, 760, 1000, 3000])
def test_niets_valt_buiten_de_tekening(breed: float) -> None:
    tekening = _teken(breed=breed, ada=Venster(van=620, tot=640))
    for rij in tekening.rows:
        vakken = [
            *(balk.box for balk in rij.bars),
            *(lijn.box for lijn in rij.waits),
            *rij.away,
            *(woorden.box for woorden in rij.words),
        ]
        assert all(vak.x >= -1 and vak.right <= breed + 1 for vak in vakken if vak.w > 0)
    assert all(kolom.box.right <= breed for kolom in tekening.columns)


def test_met_weinig_ruimte_staan_de_woorden_boven_de_balken() -> None:
    assert not _teken().stacked
    smal = _teken(breed=500)
    assert smal.stacked
    assert smal.axis.w > 400


def test_wie_er_niet_kan_zijn_heeft_een_gearceerd_deel_en_een_balk_die_botst() -> None:
    tekening = _teken(ada=Venster(van=615))
    ada = tekening.rows[0]
    assert [vak.w / tekening.axis.w for vak in ada.away] == pytest.approx([0.25])
    assert [balk.clash for balk in ada.bars] == [True, False]
    assert "wacht 20 min · kan vanaf 10:15" in {w.text for w in ada.words}


def test_lange_namen_worden_afgekort_en_smalle_kolommen_houden_hun_nummer() -> None:
    assert shorten("Wolfeschlegelsteinhausen", 80, lambda tekst: 8.0 * len(tekst)) == "Wolfeschl…"
    veel = Plan(540, tuple(_punt(f"K-26{n:02d}", 10, "ada") for n in range(20)), MENSEN[:1])
    koppen = [w.text for kolom in _teken(veel).columns for w in kolom.words if w.strong]
    assert koppen == [str(nummer) for nummer in range(1, 21)]


def test_de_wachttijd_is_die_van_het_vak() -> None:
    assert PLAN.waiting == wachttijd([punt.tafel for punt in PLAN.punten], {}) == 20
    assert sum(PLAN.waiting_of(mens.id) for mens in MENSEN) == PLAN.waiting
    assert total_in_words(20) == "Samen 20 minuten wachten"
    assert total_in_words(0) == "Niemand wacht"


def test_het_verhaal_zegt_hetzelfde_als_de_tekening() -> None:
    verhaal = story(PLAN)
    assert "Samen 20 minuten wachten." in verhaal
    assert "2: K-2 om 10:30, 20 minuten; eruit: functie ada." in verhaal
    assert "Ada: kom 10:00, klaar 11:00, wacht 20 minuten." in verhaal


# --- schuiven in een concept ---


def test_wat_vaststaat_blijft_staan_als_een_ander_verschuift() -> None:
    schikking = Arrangement("o", PLAN)
    schikking.pins = {"K-2"}
    assert schikking.move("K-1", 3)
    assert schikking.shown.codes == ("K-3", "K-2", "K-1")
    schikking.forget_draft()
    assert schikking.step(1)
    assert schikking.shown.codes == ("K-3", "K-2", "K-1"), "over de vaste heen"


def test_wat_al_aan_tafel_was_gaat_nergens_meer_heen() -> None:
    plan = PLAN._replace(punten=(_punt("K-1", 30, "ada", moves=False), *PLAN.punten[1:]))
    schikking = Arrangement("o", plan)
    assert not schikking.move("K-1", 2)
    assert not schikking.move("K-3", 1)
    assert schikking.draft is None


@pytest.mark.parametrize(
    ("tekst", "minuten"),
    [("10:30", 630), ("9.05", 545), ("930", 570), ("14 uur", 840), ("25:00", None), ("x", None)],
)
def test_een_tijd_mag_men_schrijven_zoals_men_wil(tekst: str, minuten: int | None) -> None:
    assert parse_time(tekst) == minuten


# --- in het venster ---


@pytest.fixture
def mens(venster: MainWindow, qtbot: QtBot) -> Kijker:
    """Het verhaal, met een derde casus zodat er iets te wachten valt."""
    kijker = Kijker(venster, qtbot)
    werkbank = een_werkbank()
    extra = VERHAAL.read_bytes() + DERDE.encode()
    draaiboek = lees(extra, VERHAAL.name, werkbank.catalogus.kaders)
    assert speel(draaiboek, werkbank, lambda _regel: None, lambda _papier: None) == []
    venster.enter(werkbank)
    kijker.werk.show_overleg("wk48")
    kijker.druk("Tafelindeling")
    qtbot.waitUntil(lambda: _tekening(kijker).hasFocus(), timeout=1000)
    return kijker


DERDE = """
[[stap]]
doe = "casus.aanmelden"
id = "K-2603"
aanmelder = "wijkagent"
doel = "Voorkomen dat het gezin op straat komt."
aanleiding = "Een vonnis."
leefgebieden = ["wonen"]
betrokkene = { naam = "Ria Oord" }
[[stap]]
doe = "casus.wegen"
casus = "K-2603"
beoordelaars = ["wijkagent"]
criteria = { a = "Ja.", b = "Ja.", c = "Ja.", d = "Ja." }
uitkomst = "in-behandeling"
motivering = "Het vraagt meer dan een partij."
[[stap]]
doe = "overleg.agenderen"
overleg = "wk48"
casus = "K-2603"
minuten = 15
vraag = "Wat houdt het tegen?"
[[stap]]
doe = "deelname.toelaten"
overleg = "wk48"
casus = "K-2603"
professional = "wijkagent"
rol = "uitvoerend"
taak = "politietaak"
noodzaak = "Kent de meldingen."
"""


def _paneel(mens: Kijker) -> Tafelindeling:
    paneel = mens.werk.overleg.tafelindeling
    assert paneel is not None
    return paneel


def _tekening(mens: Kijker) -> Drawing:
    return _paneel(mens).drawing


def _volgorde(mens: Kijker) -> list[str]:
    return [punt.casus for punt in reading.agenda(mens.sessie, "wk48")]


def _getekend(mens: Kijker) -> list[str]:
    return [kolom.casus for kolom in _tekening(mens).picture.columns]


def _kop(mens: Kijker, casus: str) -> QPoint:
    kolom = next(k for k in _tekening(mens).picture.columns if k.casus == casus)
    return QPoint(round(kolom.head.middle), round(kolom.head.y + kolom.head.h / 2))


def _sleep(mens: Kijker, casus: str, naar: QPoint) -> Iterator[None]:
    """Pakt een casus op en brengt hem ergens; pas daarna gaat de muis los."""
    tekening = _tekening(mens)
    QApplication.processEvents()
    begin = _kop(mens, casus)
    mens.qtbot.mousePress(tekening, Qt.MouseButton.LeftButton, pos=begin)
    mens.qtbot.mouseMove(tekening, (begin + naar) / 2)
    mens.qtbot.mouseMove(tekening, naar)
    QApplication.processEvents()
    yield
    mens.qtbot.mouseRelease(tekening, Qt.MouseButton.LeftButton, pos=naar)
    yield


def test_de_wachttijd_staat_er_groot_en_de_wijkagent_wacht(mens: Kijker) -> None:
    assert _getekend(mens) == ["K-2601", "K-2602", "K-2603"]
    assert _paneel(mens).total.text() == "Samen 20 minuten wachten"
    assert mens.staat_er("Van 09:00 tot 10:05")


def test_slepen_laat_de_wachttijd_meelopen_en_loslaten_bewaart(mens: Kijker) -> None:
    regels = len(mens.sessie.werkbank.opslag.regels)  # type: ignore[attr-defined]
    sleep = _sleep(mens, "K-2603", _kop(mens, "K-2601") - QPoint(40, 0))
    next(sleep)
    assert _getekend(mens) == ["K-2603", "K-2601", "K-2602"]
    assert _paneel(mens).total.text() == "Niemand wacht"
    assert "20 minuten minder dan nu" in _paneel(mens).change.text()
    assert _volgorde(mens) == ["K-2601", "K-2602", "K-2603"], "nog niets bewaard"
    next(sleep)
    assert _volgorde(mens) == ["K-2603", "K-2601", "K-2602"]
    nieuw = mens.sessie.werkbank.opslag.regels[regels:]  # type: ignore[attr-defined]
    assert [regel.handeling for regel in nieuw] == ["overleg.ordenen"]
    assert "K-2603 staat nu op plek 1" in mens.venster.toast.label.text()


def test_wie_hem_terugbrengt_waar_hij_stond_heeft_niets_gedaan(mens: Kijker) -> None:
    regels = len(mens.sessie.werkbank.opslag.regels)  # type: ignore[attr-defined]
    list(_sleep(mens, "K-2602", _kop(mens, "K-2602") + QPoint(4, 0)))
    assert len(mens.sessie.werkbank.opslag.regels) == regels  # type: ignore[attr-defined]


def test_alt_pijl_verplaatst_enter_bewaart_en_esc_zet_terug(mens: Kijker) -> None:
    _tekening(mens).setFocus()
    mens.toets(Qt.Key.Key_Right)
    mens.toets(Qt.Key.Key_Left, met=ALT)
    assert _getekend(mens) == ["K-2602", "K-2601", "K-2603"]
    mens.toets(Qt.Key.Key_Escape)
    assert _getekend(mens) == _volgorde(mens) == ["K-2601", "K-2602", "K-2603"]
    mens.toets(Qt.Key.Key_Left, met=ALT)
    mens.toets(Qt.Key.Key_Return)
    assert _volgorde(mens) == ["K-2602", "K-2601", "K-2603"]
    assert _paneel(mens).total.text() == "Niemand wacht"
    assert _tekening(mens).hasFocus()


def test_enter_zoekt_de_kortste_wachttijd_en_laat_wat_vaststaat_staan(mens: Kijker) -> None:
    _tekening(mens).setFocus()
    mens.toets(Qt.Key.Key_Right)
    mens.toets(Qt.Key.Key_P)
    assert mens.staat_er("Staat vast.")
    assert [kolom.pinned for kolom in _tekening(mens).picture.columns] == [False, True, False]
    mens.toets(Qt.Key.Key_Return)
    assert _volgorde(mens)[1] == "K-2602"
    mens.toets(Qt.Key.Key_P)
    mens.druk("Kortste wachttijd")
    assert _volgorde(mens) != ["K-2601", "K-2602", "K-2603"]
    assert _paneel(mens).total.text() == "Niemand wacht"


def test_tijden_gaan_mee_naar_de_handeling_en_een_weigering_staat_erbij(mens: Kijker) -> None:
    _tekening(mens).setFocus()
    paneel = _paneel(mens)
    for _ in [m.id for m in paneel.arrangement.plan.mensen if m.id != "spv"]:
        if paneel.arrangement.mens != "spv":
            mens.toets(Qt.Key.Key_Down)
    mens.toets(Qt.Key.Key_T)
    mens.vul("Kan vanaf", "9.20")
    mens.toets(Qt.Key.Key_Return)
    assert paneel.arrangement.windows == {"spv": Venster(van=560)}
    assert _tekening(mens).hasFocus()
    mens.toets(Qt.Key.Key_Return)
    assert _volgorde(mens) == ["K-2602", "K-2601", "K-2603"]
    assert paneel.arrangement.casus == "K-2601"
    mens.toets(Qt.Key.Key_Left, met=ALT)
    mens.toets(Qt.Key.Key_Return)
    assert not paneel.notice.isHidden()
    assert "K-2601" in paneel.notice.sentence.text()
    assert _volgorde(mens) == _getekend(mens) == ["K-2602", "K-2601", "K-2603"]
    assert paneel.arrangement.windows == {"spv": Venster(van=560)}, "niets gaat verloren"


def test_een_tijd_die_niet_kan_wordt_niet_aangenomen(mens: Kijker) -> None:
    mens.druk("Tijden van M. Brandsma…")
    mens.vul("Kan vanaf", "straks")
    mens.druk("Zo is het")
    assert mens.staat_er("Deze tijd begrijp ik niet. Typ hem als 10:30.")
    mens.vul("Kan vanaf", "11:00")
    mens.vul("Kan tot", "10:00")
    mens.druk("Zo is het")
    assert mens.staat_er("Deze tijd ligt niet na de eerste. Kies een latere tijd.")
    mens.toets(Qt.Key.Key_Escape)
    assert _paneel(mens).arrangement.windows == {}
    assert _tekening(mens).hasFocus()


def test_een_schermlezer_hoort_hetzelfde_als_wie_kijkt(mens: Kijker) -> None:
    deel = QAccessible.queryAccessibleInterface(_tekening(mens))
    assert deel is not None
    assert deel.text(QAccessible.Text.Name) == "Tafelindeling"
    verhaal = deel.text(QAccessible.Text.Description)
    assert "Samen 20 minuten wachten" in verhaal
    assert "R. van Dongen: kom 09:00, klaar 10:05, wacht 20 minuten." in verhaal
    tabel = _paneel(mens).table
    rijen = [
        [item.text() for k in range(tabel.columnCount()) if (item := tabel.item(r, k))]
        for r in range(tabel.rowCount())
    ]
    assert [
        "R. van Dongen, wijkagent, Politie, basisteam Waalstede",
        "09:00",
        "10:05",
        "20 min",
        "altijd",
    ] in rijen


def test_terug_naar_de_lijst_en_weer_een_ander_overleg(mens: Kijker) -> None:
    mens.druk("Terug naar de lijst")
    assert mens.werk.overleg.tafelindeling is None
    assert mens.knop("09:00   K-2601")


# --- pauzes ---


def test_een_pauze_met_twee_toetsen_verschuift_iedereen_erna(mens: Kijker) -> None:
    _tekening(mens).setFocus()
    mens.toets(Qt.Key.Key_R)
    assert mens.staat_er("Pauze na K-2601")
    mens.toets(Qt.Key.Key_Return)
    (gat,) = _tekening(mens).picture.gaps
    assert gat.after == 1
    assert mens.staat_er("Van 09:00 tot 10:20")
    assert _paneel(mens).total.text() == "Samen 20 minuten wachten", "een pauze is geen wachten"
    assert _tekening(mens).hasFocus()
    assert "Dan 15 minuten pauze." in _tekening(mens).accessibleDescription()
    mens.venster.workspace.session.undo()  # type: ignore[union-attr]
    assert _tekening(mens).picture.gaps == ()


def test_klikken_op_de_pauze_verandert_haar_of_haalt_haar_weg(mens: Kijker) -> None:
    mens.druk("Pauze na K-2601")
    mens.vul("Minuten pauze", "30 min")
    mens.druk("Pauze bewaren")
    (gat,) = _tekening(mens).picture.gaps
    QApplication.processEvents()
    waar = QPoint(round(gat.head.middle), round(gat.head.y + gat.head.h / 2))
    mens.qtbot.mouseClick(_tekening(mens), Qt.MouseButton.LeftButton, pos=waar)
    assert mens.veld("Minuten pauze").text() == "30"  # type: ignore[union-attr]
    mens.druk("Geen pauze")
    assert _tekening(mens).picture.gaps == ()


def test_een_pauze_die_niet_kan_zegt_waarom_niet(mens: Kijker) -> None:
    mens.druk("Pauze na K-2601")
    mens.vul("Minuten pauze", "even")
    mens.toets(Qt.Key.Key_Return)
    assert mens.staat_er("Dit getal begrijp ik niet. Typ het als 15.")
    mens.vul("Minuten pauze", "500")
    mens.toets(Qt.Key.Key_Return)
    assert mens.staat_er("Kies een aantal minuten van 1 tot 120")
    _tekening(mens).setFocus()
    for _ in range(3):
        mens.toets(Qt.Key.Key_Right)
    mens.toets(Qt.Key.Key_R)
    assert mens.staat_er("Na de laatste casus is geen pauze nodig.")


def test_een_pauze_blijft_staan_terwijl_men_sleept(mens: Kijker) -> None:
    _tekening(mens).setFocus()
    mens.toets(Qt.Key.Key_R)
    mens.toets(Qt.Key.Key_Return)
    mens.toets(Qt.Key.Key_Right, met=ALT)
    assert _getekend(mens) == ["K-2602", "K-2601", "K-2603"]
    assert [gat.after for gat in _tekening(mens).picture.gaps] == [1]
    mens.toets(Qt.Key.Key_Return)
    assert [gat.after for gat in _tekening(mens).picture.gaps] == [1]


def test_over_een_pauze_heen_wacht_men_alleen_buiten_de_pauze() -> None:
    plan = PLAN._replace(pauzes=((1, 15),))
    ada, bas, _ = _teken(plan).rows
    assert [lijn.words.text for lijn in ada.waits if lijn.words] == ["20 min"]
    assert bas.waits == (), "na de pauze gaat het meteen door"
    assert plan.waiting == PLAN.waiting
    assert "kom 10:00, klaar 11:15" in {woord.text for woord in ada.words}
