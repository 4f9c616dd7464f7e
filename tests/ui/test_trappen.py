"""Vier zeven op het scherm: zonder naam aanmelden, en een trap verder met de toetsen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from casus_app.domein.casus import Betrokkene, Casus
from casus_app.domein.zeef import Trap
from casus_app.handelingen.overleg import OverlegAgenderen
from casus_app.regels.trap import trap_van
from tests.ui.kijken import Kijker, open_dialogen

CTRL = Qt.KeyboardModifier.ControlModifier


def _meld_aan(kijker: Kijker) -> None:
    kijker.werk.desk.open_act("casus.aanmelden-zonder-naam")
    kijker.vul("Doel", "Rust in de straat.")
    kijker.vul("Aanleiding", "Drie meldingen.")
    kijker.vul("Leefgebieden", "wonen")
    kijker.vul("Wie meldt aan", "R. van Dongen")
    kijker.toets(Qt.Key.Key_Return, met=CTRL)


def _trap(kijker: Kijker) -> Trap:
    return trap_van(kijker.sessie.werkbank.opslag, "K-2603")


def test_zonder_naam_aanmelden_vraagt_geen_naam(kijker: Kijker) -> None:
    _meld_aan(kijker)
    assert open_dialogen(kijker.venster) == []
    assert kijker.sessie.haal(Casus, "K-2603") is not None
    assert kijker.sessie.haal(Betrokkene, "K-2603") is None
    assert _trap(kijker) is Trap.ZONDER_NAAM


def test_het_formulier_biedt_alleen_de_volgende_trap_en_vraagt_de_naam_een_keer(
    kijker: Kijker,
) -> None:
    _meld_aan(kijker)
    kijker.werk.desk.open_act("casus.trap-verder", {"casus": "K-2603"})
    kijker.vul("Tot welke trap", "Alleen dat iemand bekend is")
    kijker.vul("Reden", "Iedereen die er zit is nodig.")
    kijker.toets(Qt.Key.Key_Return, met=CTRL)
    assert kijker.staat_er("Vul de naam in.")
    kijker.vul("Naam van de betrokkene", "Bo Jansen")
    kijker.toets(Qt.Key.Key_Return, met=CTRL)
    assert kijker.sessie.haal(Betrokkene, "K-2603").naam == "Bo Jansen"  # type: ignore[union-attr]  # staat er
    kijker.werk.desk.open_act("casus.trap-verder", {"casus": "K-2603"})
    assert "naam" not in kijker.formulier().form.values()
    assert not kijker.staat_er("Naam van de betrokkene")
    kijker.vul("Tot welke trap", "De buitenkant")
    kijker.vul("Reden", "Wie helpt er al?")
    kijker.toets(Qt.Key.Key_Return, met=CTRL)
    assert _trap(kijker) is Trap.BUITENKANT


def test_wie_met_naam_werd_aangemeld_staat_niet_in_de_lijst(kijker: Kijker) -> None:
    _meld_aan(kijker)
    kijker.werk.desk.open_act("casus.trap-verder")
    veld = kijker.veld("Casus")
    assert isinstance(veld, QComboBox)
    casussen = " ".join(veld.itemText(rij) for rij in range(veld.count()))
    assert "K-2603" in casussen
    assert "K-2601" not in casussen


def test_aan_tafel_staat_hoe_ver_de_casus_open_is_met_de_ene_stap_verder(kijker: Kijker) -> None:
    _meld_aan(kijker)
    op_de_agenda = OverlegAgenderen(
        overleg="wk48", casus="K-2603", minuten=20, vraag="Hoort dit hier?", soort="weging"
    )
    assert kijker.sessie.perform(op_de_agenda)
    kijker.werk.show_casus("wk48", "K-2603")
    bladzij = kijker.werk.casus
    kijker.druk("De kamer klopt")
    assert kijker.staat_er("Deze casus heeft nog geen naam", bladzij.deur)
    assert bladzij.top.place.text().endswith("zonder naam")
    kijker.druk("Een trap verder…")
    kijker.vul("Naam van de betrokkene", "Bo Jansen")
    kijker.vul("Reden", "Iedereen die er zit is nodig.")
    kijker.toets(Qt.Key.Key_Return, met=CTRL)
    assert _trap(kijker) is Trap.DAT
    assert kijker.staat_er("Deze casus is open tot: dat iemand bekend is.", bladzij.deur)
    assert bladzij.top.place.text().endswith("open tot: dat iemand bekend is")


def test_een_casus_die_met_naam_werd_aangemeld_zegt_aan_tafel_niets_van_een_trap(
    kijker: Kijker,
) -> None:
    kijker.werk.show_casus("wk48", "K-2601")
    kijker.druk("De kamer klopt")
    bladzij = kijker.werk.casus
    assert bladzij.deur.isVisible()
    assert not kijker.staat_er("Deze casus is open tot", bladzij.deur)
    assert "open tot" not in bladzij.top.place.text()
