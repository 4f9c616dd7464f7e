"""De bladzij Mensen: typen, Enter en de volgende; zoeken; en wat er nog getekend moet worden."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from casus_app.domein.mensen import Partij, Professional
from casus_app.handelingen.inrichting import PartijRegistreren, ProfessionalRegistreren
from casus_app.handelingen.mensen import GeheimhoudingVastleggen
from casus_app.rollen import gebruiker_met
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import een_werkbank
from ui.forms.act_dialog import ActDialog
from ui.main_window import MainWindow
from ui.pages.mensen_page import MensenPage
from ui.session import Session
from ui.widgets.row_button import RowButton

CTRL = Qt.KeyboardModifier.ControlModifier
ZOEK = "Zoek op naam, functie of partij"
GETEKEND = "Geheimhouding van Bo Bos is getekend"


@pytest.fixture
def bladzij(kijker: Kijker) -> MensenPage:
    kijker.werk.show_page(kijker.werk.mensen)
    return kijker.werk.mensen


@pytest.fixture
def bo(kijker: Kijker, bladzij: MensenPage) -> MensenPage:
    """Een derde met één mens."""
    kijker.sessie.perform(PartijRegistreren(id="x", soort="halt", naam="Halt Rivierland"))
    kijker.sessie.perform(
        ProfessionalRegistreren(id="y", partij="x", naam="Bo Bos", functie="jeugdwerker")
    )
    return bladzij


def _partijen(bladzij: MensenPage) -> list[str]:
    QApplication.processEvents()
    rijen = [rij for rij in bladzij.findChildren(RowButton) if rij.isVisible()]
    return [rij.accessibleName().split(",")[0] for rij in rijen]


def _typ(kijker: Kijker, tekst: str, *, en: Qt.Key = Qt.Key.Key_Tab) -> None:
    veld = QApplication.focusWidget()
    assert veld is not None
    kijker.qtbot.keyClicks(veld, tekst)
    kijker.toets(en)


def test_typen_enter_en_de_volgende(kijker: Kijker, bladzij: MensenPage) -> None:
    voor = len(kijker.sessie.zoek(Professional))
    bladzij.partij_sheet.new.naam.setFocus()
    for naam in ("A. Eerste", "B. Tweede"):
        _typ(kijker, naam)
        _typ(kijker, "wijkagent")
        _typ(kijker, f"{naam[0].lower()}@politie.example", en=Qt.Key.Key_Return)
        assert bladzij.partij_sheet.new.naam.hasFocus()
    nieuw = kijker.sessie.zoek(Professional)[voor:]
    assert [(mens.naam, mens.functie, mens.email) for mens in nieuw] == [
        ("A. Eerste", "wijkagent", "a@politie.example"),
        ("B. Tweede", "wijkagent", "b@politie.example"),
    ]
    assert len({mens.id for mens in nieuw}) == 2
    assert all("eerste" not in mens.id for mens in nieuw)
    assert kijker.staat_er("B. Tweede")


def test_enter_zonder_functie_gaat_naar_de_functie_en_bewaart_niets(
    kijker: Kijker, bladzij: MensenPage
) -> None:
    voor = kijker.sessie.zoek(Professional)
    bladzij.partij_sheet.new.naam.setFocus()
    _typ(kijker, "A. Half", en=Qt.Key.Key_Return)
    assert bladzij.partij_sheet.new.functie.hasFocus()
    assert kijker.sessie.zoek(Professional) == voor
    assert bladzij.partij_sheet.new.naam.text() == "A. Half"


def test_een_adres_dat_niet_kan_zegt_het_bij_de_regel_en_wat_getypt_is_blijft(
    kijker: Kijker, bladzij: MensenPage
) -> None:
    bladzij.partij_sheet.new.naam.setFocus()
    _typ(kijker, "A. Fout")
    _typ(kijker, "agent")
    _typ(kijker, "geen adres", en=Qt.Key.Key_Return)
    assert bladzij.partij_sheet.new.notice.isVisible()
    assert "e-mailadres" in bladzij.partij_sheet.new.notice.sentence.text()
    assert bladzij.partij_sheet.new.naam.text() == "A. Fout"


def test_een_nieuwe_partij_en_meteen_haar_mensen(venster: MainWindow, qtbot: QtBot) -> None:
    venster.enter(een_werkbank())
    mens = Kijker(venster, qtbot)
    mens.werk.show_page(mens.werk.mensen)
    mens.druk("Partij toevoegen…")
    bladzij = mens.werk.mensen
    assert bladzij.new.naam.hasFocus()
    _typ(mens, "Politie Noord", en=Qt.Key.Key_Return)
    mens.vul("Soort van de nieuwe partij", "Politie")
    bladzij.new.naam.setFocus()
    mens.toets(Qt.Key.Key_Return)
    (partij,) = mens.sessie.zoek(Partij)
    assert (partij.naam, partij.soort) == ("Politie Noord", "politie")
    assert bladzij.partij_sheet.new.naam.hasFocus()
    _typ(mens, "A. Jansen")
    _typ(mens, "wijkagent", en=Qt.Key.Key_Return)
    assert [m.partij for m in mens.sessie.zoek(Professional)] == [partij.id]


def test_typen_zoekt_in_naam_functie_en_partij_zonder_accenten(
    kijker: Kijker, bladzij: MensenPage
) -> None:
    kijker.sessie.perform(PartijRegistreren(id="x", soort="halt", naam="Halt Rivierland"))
    kijker.sessie.perform(
        ProfessionalRegistreren(id="y", partij="x", naam="Zoë Şahin", functie="jeugdwerker")
    )
    alle = _partijen(bladzij)
    assert len(alle) == len(kijker.sessie.zoek(Partij))
    for tekst in ("zoe", "JEUGDW", "halt riv", "sahin jeugd"):
        kijker.vul(ZOEK, tekst)
        assert _partijen(bladzij) == ["Halt Rivierland"], tekst
        assert kijker.staat_er("Zoë Şahin")
    kijker.vul(ZOEK, "xyzzy")
    assert _partijen(bladzij) == []
    assert kijker.staat_er("Niemand gevonden.")
    assert not bladzij.partij_sheet.isVisible()
    kijker.toets(Qt.Key.Key_Escape)
    assert _partijen(bladzij) == alle


def test_zoeken_blijft_staan_als_er_iets_verandert(kijker: Kijker, bladzij: MensenPage) -> None:
    kijker.vul(ZOEK, "politie")
    gevonden = _partijen(bladzij)
    kijker.sessie.perform(PartijRegistreren(id="x", soort="halt", naam="Halt Rivierland"))
    assert bladzij.search.text() == "politie"
    assert _partijen(bladzij) == gevonden


def test_een_partij_kiezen_laat_haar_blad_zien(kijker: Kijker, bo: MensenPage) -> None:
    assert "Bo Bos" not in kijker.teksten(bo.partij_sheet)
    kijker.druk("Halt Rivierland")
    assert "Bo Bos" in kijker.teksten(bo.partij_sheet)


@pytest.mark.parametrize(
    ("soort", "rol", "geheim"),
    [
        ("politie", "Publieke deelnemer", "Deelt alleen wat de eigen wet toelaat."),
        ("ggz", "Private deelnemer", "Zwijgplicht: spreekt alleen langs een route"),
        ("woningcorporatie", "Derde (WGS 2.31 lid 9)", "Geen eigen plicht om te zwijgen."),
        ("wijkteam", "Private deelnemer", "De pet beslist."),
    ],
)
def test_de_rol_en_het_geheim_staan_er_in_woorden(
    kijker: Kijker, bladzij: MensenPage, soort: str, rol: str, geheim: str
) -> None:
    kijker.sessie.perform(PartijRegistreren(id="n", soort=soort, naam="Huis Nieuw"))
    kijker.vul(ZOEK, "huis nieuw")
    assert kijker.staat_er(rol, bladzij.partij_sheet)
    assert kijker.staat_er(geheim, bladzij.partij_sheet)


@pytest.mark.parametrize(
    ("dagen", "zin", "knop"),
    [
        ((None, None), "✗ verklaring nog niet getekend", True),
        ((date(2025, 1, 1), date(2025, 11, 1)), "✗ verklaring verlopen op 1 november 2025", True),
        ((date(2026, 1, 1), date(2026, 12, 1)), "! verklaring geldig tot en met", True),
        ((date(2026, 1, 1), date(2029, 12, 1)), "✓ verklaring geldig tot en met", False),
        ((date(2026, 1, 1), None), "✓ verklaring getekend 1 januari 2026", False),
    ],
)
def test_een_verklaring_heeft_een_teken_en_een_woord(
    kijker: Kijker, bo: MensenPage, dagen: tuple[date | None, date | None], zin: str, knop: bool
) -> None:
    op, tot = dagen
    if op:
        kijker.sessie.perform(GeheimhoudingVastleggen(professional="y", datum=op, geldig_tot=tot))
    kijker.vul(ZOEK, "bo bos")
    assert kijker.staat_er(zin, bo.partij_sheet)
    namen = [rij.accessibleName() for rij in bo.partij_sheet.findChildren(QPushButton)]
    assert (GETEKEND in namen) is knop


def test_wie_getekend_heeft_staat_er_meteen_bij(kijker: Kijker, bo: MensenPage) -> None:
    kijker.vul(ZOEK, "bo bos")
    kijker.druk(GETEKEND)
    kijker.vul("Getekend op", "1-11-2026")
    kijker.vul("Geldig tot en met", "1-11-2028")
    kijker.toets(Qt.Key.Key_Return, met=CTRL)
    mens = kijker.sessie.haal(Professional, "y")
    assert mens is not None
    assert mens.geheimhouding_tot == date(2028, 11, 1)
    assert kijker.staat_er("✓ verklaring geldig tot en met 1 november 2028", bo.partij_sheet)


def test_wijzigen_begint_met_wat_er_staat(kijker: Kijker, bladzij: MensenPage) -> None:
    mens = kijker.sessie.zoek(Professional)[0]
    kijker.vul(ZOEK, mens.naam)
    kijker.druk(f"{mens.naam} wijzigen")
    assert isinstance(kijker.voor, ActDialog)
    kijker.vul("Functie", "teamleider")
    kijker.toets(Qt.Key.Key_Return, met=CTRL)
    na = kijker.sessie.haal(Professional, mens.id)
    assert na is not None
    assert (na.naam, na.functie, na.email) == (mens.naam, "teamleider", mens.email)


def test_wie_niets_mag_toevoegen_ziet_daar_geen_knop_voor(kijker: Kijker, qtbot: QtBot) -> None:
    sessie = Session(kijker.sessie.werkbank, gebruiker_met("fg"))
    kijker.werk.desk.session = sessie
    bladzij = MensenPage(kijker.werk.desk)
    qtbot.addWidget(bladzij)
    bladzij.show()
    assert _partijen(bladzij)
    assert not bladzij.partij_sheet.new.isVisible()
    knoppen = [knop.text() for knop in bladzij.findChildren(QPushButton) if knop.isVisible()]
    assert not [tekst for tekst in knoppen if "wijzig" in tekst.lower() or "toevoeg" in tekst]
