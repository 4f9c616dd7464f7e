"""De verslagen van een vastgesteld overleg: kijken, uitgeven, en de wachtzin één keer zien."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.domein.uitgifte import Uitgifte
from casus_app.handelingen.bespreking import BesprekingDoorschuiven, OverlegVaststellen
from casus_app.handelingen.mensen import ProfessionalWijzigen
from casus_app.opmaak.wachtzin import lijst
from casus_app.papier import maak_papier
from tests.nep import GeheugenOpslag
from tests.ui.conftest import een_venster
from tests.ui.kijken import Kijker, zichtbaar
from tests.ui.leggen import leg
from tests.ui.nepdeuren import NepDeuren, een_verhaal
from ui.forms.act_dialog import ActDialog
from ui.verslagen.paper_view import Sheet
from ui.verslagen.reports_part import ReportsPart
from ui.verslagen.secret_dialog import SecretDialog


@pytest.fixture
def mens(qtbot: QtBot, tmp_path: Path, deuren: NepDeuren) -> Iterator[Kijker]:
    """Een overleg waarvan alles is doorgeschoven en vastgesteld, met de echte drukker."""
    with een_venster(deuren, tmp_path) as venster:
        venster.enter(een_verhaal(maak_papier))
        kijker = Kijker(venster, qtbot)
        for punt in kijker.sessie.zoek(Bespreking, overleg="wk48"):
            assert kijker.sessie.perform(
                BesprekingDoorschuiven(overleg="wk48", casus=punt.casus, reden="Geen tijd.")
            )
        assert kijker.sessie.perform(OverlegVaststellen(overleg="wk48"))
        kijker.werk.show_overleg("wk48")
        yield kijker


def deel(mens: Kijker) -> ReportsPart:
    gevonden = mens.werk.overleg.reports
    assert gevonden is not None
    return gevonden


def bladen(mens: Kijker) -> list[Sheet]:
    QApplication.processEvents()
    return list(zichtbaar(mens.voor, Sheet))


def logregels(mens: Kijker, handeling: str) -> int:
    regels = mens.sessie.werkbank.opslag.regels
    return sum(regel.handeling == handeling for regel in regels)


def eerste(mens: Kijker) -> str:
    overleg = mens.sessie.haal(Overleg, "wk48")
    assert overleg is not None
    return overleg.voorzitter


def kies(mens: Kijker, professional: str) -> None:
    naam = mens.sessie.haal(Professional, professional)
    assert naam is not None
    mens.druk(naam.naam)


def test_er_is_nog_niemand_bekeken_tot_iemand_kiest(mens: Kijker) -> None:
    assert mens.staat_er("Nog geen verslag gekozen")
    assert not bladen(mens)
    assert logregels(mens, "verslag.bekijken") == 0


def test_kiezen_toont_precies_het_blad_en_kijken_is_een_logregel_en_geen_uitgifte(
    mens: Kijker,
) -> None:
    kies(mens, eerste(mens))
    (blad,) = bladen(mens)
    assert blad.accessibleName() == "Blad 1 van 1"
    assert "Verslag casusoverleg" in blad.accessibleDescription()
    assert "Doorgeschoven naar een volgend overleg." in blad.accessibleDescription()
    assert logregels(mens, "verslag.bekijken") == 1
    assert mens.sessie.zoek(Uitgifte) == ()
    assert mens.staat_er("Nog niet uitgegeven.")


def test_het_blad_is_ook_als_tekst_te_lezen(mens: Kijker) -> None:
    kies(mens, eerste(mens))
    mens.druk("Als tekst")
    assert mens.staat_er("Doorgeschoven naar een volgend overleg.")
    assert not bladen(mens)
    mens.druk("Als blad")
    assert bladen(mens)


def test_wat_verandert_wordt_opnieuw_bekeken_en_anders_niet(mens: Kijker) -> None:
    wie = eerste(mens)
    kies(mens, wie)
    mens.werk.overleg.on_changed()
    assert logregels(mens, "verslag.bekijken") == 1
    professional = mens.sessie.haal(Professional, wie)
    assert professional is not None
    assert mens.sessie.perform(
        ProfessionalWijzigen(
            professional=wie,
            naam="Y. Ander",
            functie=professional.functie,
            email="",
        )
    )
    (blad,) = bladen(mens)
    assert "Y. Ander" in blad.accessibleDescription()
    assert logregels(mens, "verslag.bekijken") == 2


def geef_uit(mens: Kijker, knop: str, map_: Path) -> None:
    """Drukt op de knop en wijst de map aan die daarna gevraagd wordt."""
    maker = mens.werk.desk.exporter
    mens.druk(knop)
    mens.qtbot.waitUntil(lambda: mens.voor is not mens.venster)
    vraag = mens.voor
    with mens.qtbot.waitSignal(maker.finished):
        vraag.fileSelected.emit(str(map_))
        vraag.close()


def test_bewaren_komt_in_het_register_op_de_bladzij(
    mens: Kijker, deuren: NepDeuren, tmp_path: Path
) -> None:
    kies(mens, eerste(mens))
    geef_uit(mens, "Bewaren…", tmp_path)
    (uitgifte,) = {u.sha256: u for u in mens.sessie.zoek(Uitgifte)}.values()
    assert len(deuren.geschreven) == 1
    assert mens.staat_er("Gelijk aan versie 1")
    assert mens.staat_er("Wie welk papier kreeg")
    assert mens.staat_er(uitgifte.sha256[:16])
    assert mens.staat_er("✓ versie 1")


def test_iedereen_met_een_eigen_wachtzin_die_daarna_weg_is(
    mens: Kijker, deuren: NepDeuren, tmp_path: Path
) -> None:
    geef_uit(mens, "met wachtzin…", tmp_path)
    dialoog = mens.voor
    assert isinstance(dialoog, SecretDialog)
    zinnen = []
    for _, papier in deuren.geschreven:
        zin = dialoog.words.text()
        assert set(zin.split()) <= set(lijst())
        assert (
            "Verslag casusoverleg"
            in PdfReader(BytesIO(papier.inhoud), password=zin).pages[0].extract_text()
        )
        zinnen.append(zin)
        mens.druk("Genoteerd")
    assert len(set(zinnen)) == len(deuren.geschreven) > 2
    assert mens.voor is mens.venster
    assert dialoog.words.text() == ""
    assert QApplication.clipboard().text() not in zinnen
    bewaard = repr([mens.sessie.werkbank.opslag.waarden, mens.sessie.werkbank.opslag.regels])
    assert not any(zin in bewaard for zin in zinnen)


def test_een_wachtzin_gaat_weg_als_de_kluis_op_slot_gaat(mens: Kijker, tmp_path: Path) -> None:
    kies(mens, eerste(mens))
    geef_uit(mens, "Met wachtzin bewaren…", tmp_path)
    dialoog = mens.voor
    assert isinstance(dialoog, SecretDialog)
    mens.sessie.lock()
    assert dialoog.words.text() == ""


def test_escape_vraagt_eerst_of_de_wachtzin_genoteerd_is(mens: Kijker, tmp_path: Path) -> None:
    kies(mens, eerste(mens))
    geef_uit(mens, "Met wachtzin bewaren…", tmp_path)
    dialoog = mens.voor
    assert isinstance(dialoog, SecretDialog)
    mens.toets(Qt.Key.Key_Escape)
    assert mens.staat_er("Wachtzin weg?")
    mens.druk("Terug")
    assert mens.voor is dialoog
    assert dialoog.words.text()


def test_ook_zonder_de_bladzij_is_een_verslag_te_bekijken(mens: Kijker) -> None:
    mens.werk.desk.open_act("verslag.bekijken", {"overleg": "wk48", "ontvanger": eerste(mens)})
    mens.formulier().submit()
    (blad,) = bladen(mens)
    assert "Verslag casusoverleg" in blad.accessibleDescription()
    mens.druk("Sluiten")
    assert mens.voor is mens.venster


def test_bij_de_verslagen_staat_wie_tekende_en_wie_nog_niet(mens: Kijker) -> None:
    assert deel(mens).signed.text().startswith("Ondertekend door de coördinator.")
    assert not deel(mens).sign_button.isVisible()


def test_wie_nog_niet_tekende_doet_het_daar(mens: Kijker) -> None:
    opslag = mens.sessie.werkbank.opslag
    assert isinstance(opslag, GeheugenOpslag)
    regel, wat = opslag.getekend.pop()
    opslag.getekend.append((replace(regel, rol="voorzitter"), wat))
    mens.werk.show_overleg("wk48")
    assert deel(mens).sign_button.isVisible()
    deel(mens).sign_button.click()
    assert isinstance(mens.voor, ActDialog)
    mens.voor.submit()
    assert deel(mens).signed.text() == "Ondertekend door voorzitter en coördinator."
    assert not deel(mens).sign_button.isVisible()


def test_wat_niet_meer_klopt_staat_er_als_waarschuwing(mens: Kijker) -> None:
    opslag = mens.sessie.werkbank.opslag
    assert isinstance(opslag, GeheugenOpslag)
    regel, wat = opslag.getekend.pop()
    opslag.getekend.append((regel, replace(wat, onderdelen={})))
    mens.werk.show_overleg("wk48")
    assert "klopt niet meer" in deel(mens).signed.text()
    assert deel(mens).signed.property("tone") == "bad"
    assert not deel(mens).sign_button.isVisible()


def test_in_het_dossier_staat_dezelfde_zin_over_de_ondertekening(mens: Kijker) -> None:
    opslag = mens.sessie.werkbank.opslag
    assert isinstance(opslag, GeheugenOpslag)
    punt = mens.sessie.zoek(Bespreking, overleg="wk48")[0]
    leg(mens.sessie, replace(punt, stand=Stand.GESLOTEN, geopend_op=mens.sessie.nu()))
    opslag.getekend.pop()
    mens.werk.show_dossier(punt.casus)
    assert mens.staat_er("Nog door niemand ondertekend.")
    overleg = mens.sessie.haal(Overleg, "wk48")
    assert overleg is not None
    leg(mens.sessie, replace(overleg, vastgesteld_op=None))
    mens.werk.dossier.read_now()
    assert not mens.staat_er("Nog door niemand ondertekend.")
