"""De afspraken van alle casussen: kijken, zoeken, en met één toets zeggen hoe het staat."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from casus_app.domein.afspraak import Afspraak, StandAfspraak
from tests.ui.kijken import Kijker
from tests.ui.leggen import leg
from ui.afspraken.reading import By
from ui.pages.afspraken_page import AfsprakenPage


@pytest.fixture
def mens(kijker: Kijker) -> Kijker:
    """Vier afspraken van twee mensen bij twee casussen, één te laat en één klaar."""
    vandaag = kijker.sessie.vandaag()
    gegevens = (
        ("a1", "K-2601", "wmo", "Langsgaan.", -2, StandAfspraak.OPEN),
        ("a2", "K-2601", "wijkagent", "Bellen met de buren.", 0, StandAfspraak.OPEN),
        ("a3", "K-2602", "wmo", "Onderdak regelen.", 30, StandAfspraak.OPEN),
        ("a4", "K-2602", "wmo", "De post ophalen.", -9, StandAfspraak.AFGEROND),
    )
    leg(
        kijker.sessie,
        *(
            Afspraak(
                id=sleutel,
                overleg="wk48",
                casus=casus,
                uitvoerder=wie,
                wat=wat,
                uiterlijk=vandaag + timedelta(days=dagen),
                stand=stand,
            )
            for sleutel, casus, wie, wat, dagen, stand in gegevens
        ),
    )
    kijker.werk.show_place("afspraken")
    return kijker


def bladzij(mens: Kijker) -> AfsprakenPage:
    return mens.werk.page(AfsprakenPage)


def regels(mens: Kijker) -> list[str]:
    """De lijst zoals een schermlezer haar voorleest; een kop is een regel zonder komma."""
    model = bladzij(mens).list.model()
    return [str(model.index(rij, 0).data()) for rij in range(model.rowCount())]


def stand(mens: Kijker, afspraak: str) -> Afspraak:
    found = mens.sessie.haal(Afspraak, afspraak)
    assert found is not None
    return found


def test_wat_te_laat_is_staat_bovenaan_en_klaar_staat_er_niet(mens: Kijker) -> None:
    assert mens.staat_er("3 open · 1 te laat")
    assert regels(mens) == [
        "Te laat · 1 afspraak",
        "Langsgaan., K-2601 · S. el Amrani, Wmo-consulent · "
        + _kort(mens, -2)
        + ", ▲ 2 dagen te laat",
        "Deze week · 1 afspraak",
        "Bellen met de buren., K-2601 · R. van Dongen, wijkagent · "
        + _kort(mens, 0)
        + ", ● vandaag",
        "Later · 1 afspraak",
        "Onderdak regelen., K-2602 · S. el Amrani, Wmo-consulent · "
        + _kort(mens, 30)
        + ", ○ over 30 dagen",
    ]


def _kort(mens: Kijker, dagen: int) -> str:
    maanden = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()
    dag = mens.sessie.vandaag() + timedelta(days=dagen)
    return f"{dag.day} {maanden[dag.month - 1]} {dag.year}"


def test_per_persoon_en_per_casus(mens: Kijker) -> None:
    bladzij(mens).by[By.DAG].setFocus()
    mens.toets(Qt.Key.Key_Right)
    koppen = [regel for regel in regels(mens) if "afspra" in regel]
    assert koppen == [
        "R. van Dongen, wijkagent · Politie, basisteam Waalstede · 1 afspraak",
        "S. el Amrani, Wmo-consulent · Gemeente Waalstede · 2 afspraken",
    ]
    mens.toets(Qt.Key.Key_Right)
    assert [regel[:6] for regel in regels(mens) if "afspra" in regel] == ["K-2601", "K-2602"]


def test_ook_wat_niet_meer_open_is(mens: Kijker) -> None:
    mens.druk("Ook wat niet meer open is")
    assert regels(mens)[-2] == "Niet meer open · 1 afspraak"
    assert regels(mens)[-1].endswith("✓ afgerond")


def test_typen_zoekt_op_mens_casus_partij_en_wat(mens: Kijker) -> None:
    mens.qtbot.waitUntil(bladzij(mens).search.hasFocus)
    for getypt, over in (("wijkagent", 1), ("gemeente", 2), ("k-2602", 1), ("BUREN", 1)):
        bladzij(mens).search.clear()
        mens.qtbot.keyClicks(bladzij(mens).search, getypt)
        assert bladzij(mens).list.lines.count == over, getypt
    mens.qtbot.keyClicks(bladzij(mens).search, "xyzzy")
    assert mens.staat_er("Niets gevonden")
    mens.toets(Qt.Key.Key_Escape)
    assert bladzij(mens).list.lines.count == 3


def test_spatie_is_gedaan_en_de_volgende_regel_staat_klaar(mens: Kijker) -> None:
    mens.qtbot.keyClick(bladzij(mens).search, Qt.Key.Key_Down)
    lijst = bladzij(mens).list
    assert lijst.hasFocus()
    mens.toets(Qt.Key.Key_Space)
    assert stand(mens, "a1").stand is StandAfspraak.AFGEROND
    assert lijst.hasFocus()
    assert lijst.key() == "a2"
    mens.sessie.undo()
    assert stand(mens, "a1").stand is StandAfspraak.OPEN


@pytest.mark.parametrize(
    ("toets", "wordt"),
    [
        (Qt.Key.Key_Minus, StandAfspraak.NIET_GEDAAN),
        (Qt.Key.Key_Delete, StandAfspraak.NIET_MEER_MOGELIJK),
    ],
)
def test_niet_gedaan_vraagt_waarom_in_een_zin(
    mens: Kijker, toets: Qt.Key, wordt: StandAfspraak
) -> None:
    mens.qtbot.keyClick(bladzij(mens).search, Qt.Key.Key_Down)
    mens.toets(toets)
    vraag = bladzij(mens).sheet_of_one.ask
    assert vraag is not None
    mens.qtbot.waitUntil(vraag.edit.hasFocus)
    mens.toets(Qt.Key.Key_Return)
    assert stand(mens, "a1").stand is StandAfspraak.OPEN, "zonder reden niet"
    assert mens.staat_er("Schrijf in een paar woorden waarom.")
    mens.qtbot.keyClicks(vraag.edit, "De deur bleef dicht.")
    mens.toets(Qt.Key.Key_Return)
    assert stand(mens, "a1").stand is wordt
    assert stand(mens, "a1").toelichting == "De deur bleef dicht."
    mens.qtbot.waitUntil(bladzij(mens).list.hasFocus)


def test_met_escape_gebeurt_er_niets(mens: Kijker) -> None:
    mens.qtbot.keyClick(bladzij(mens).search, Qt.Key.Key_Down)
    mens.toets(Qt.Key.Key_Minus)
    vraag = bladzij(mens).sheet_of_one.ask
    assert vraag is not None
    mens.qtbot.waitUntil(vraag.edit.hasFocus)
    mens.toets(Qt.Key.Key_Escape)
    assert stand(mens, "a1").stand is StandAfspraak.OPEN
    assert bladzij(mens).list.hasFocus()


def test_met_de_muis_kan_het_ook(mens: Kijker) -> None:
    lijst = bladzij(mens).list
    plek = lijst.visualRect(lijst.model().index(3, 0)).center()
    mens.qtbot.mouseClick(lijst.viewport(), Qt.MouseButton.LeftButton, pos=plek)
    mens.qtbot.mouseClick(mens.knop("✓ Gedaan"), Qt.MouseButton.LeftButton)
    assert stand(mens, "a2").stand is StandAfspraak.AFGEROND


def test_enter_gaat_naar_de_casus(mens: Kijker) -> None:
    mens.qtbot.keyClick(bladzij(mens).search, Qt.Key.Key_Down)
    mens.toets(Qt.Key.Key_Return)
    assert mens.werk.dossier.casus == "K-2601"


def test_de_pijlen_gaan_langs_de_koppen(mens: Kijker) -> None:
    mens.qtbot.keyClick(bladzij(mens).search, Qt.Key.Key_Down)
    gezien = [bladzij(mens).list.key()]
    for _ in range(2):
        mens.toets(Qt.Key.Key_Down)
        gezien.append(bladzij(mens).list.key())
    assert gezien == ["a1", "a2", "a3"]
    for _ in range(4):
        mens.toets(Qt.Key.Key_Up)
    assert bladzij(mens).list.key() == "a1"


def test_de_papieren_zijn_voor_wie_gekozen_is(mens: Kijker) -> None:
    mens.druk("Lijst voor iemand…")
    assert mens.formulier().form.values()["professional"] == "wmo"
    mens.formulier().close_now()
    mens.druk("Herinneringen voor een agenda…")
    assert mens.formulier().form.values()["professional"] == "wmo"
    mens.formulier().close_now()


def test_zonder_afspraken_staat_er_wat_hier_komt(kijker: Kijker) -> None:
    kijker.werk.show_place("afspraken")
    assert kijker.staat_er("Er zijn nog geen afspraken")
