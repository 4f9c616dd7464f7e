"""Wie de kluis kan openen: kiezen, toelaten, een eigen wachtzin, en de envelop."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from casus_app.domein.herstelcode import Deel, groepen, in_tweeen, nieuwe_sleutel
from casus_app.domein.toegang import (
    Geheim,
    Herstelsleutel,
    SlotErbij,
    SlotHersteld,
    Slotsoort,
    SlotWachtzin,
    SlotWeg,
    Toegang,
)
from casus_app.werkbank import Werkbank
from tests.nep import GeheugenOpslag, NepBeheer
from tests.ui.kijken import Kijker, open_dialogen, zichtbaar
from tests.ui.nepdeuren import WACHTZIN, NepDeuren, een_verhaal
from tests.ui.test_kluis import STAAT
from ui.forms.act_dialog import ActDialog
from ui.forms.secret_editor import NewSecretEditor
from ui.kluis.recovery_dialog import RecoveryDialog
from ui.main_window import MainWindow
from ui.verslagen.secret_dialog import SecretDialog
from ui.widgets.question_dialog import QuestionDialog

NOOR = Toegang(id="noor", naam="Noor", rol="coordinator")
SAM = Toegang(id="sam", naam="Sam", rol="voorzitter")
ENVELOP = Toegang(
    id="envelop", naam="", rol="coordinator", soort=Slotsoort.HERSTEL, moet_wisselen=True
)
STERK = "paraplu fiets kersen tunnel gieter"
SLEUTEL = nieuwe_sleutel()


def een_kluis(sloten: Sequence[Toegang], wie: str = "noor") -> Werkbank:
    """Een echte kluis met het verhaal, door deze geopend."""
    werkbank = een_verhaal()
    werkbank.oefening = False
    opslag = werkbank.opslag
    assert isinstance(opslag, GeheugenOpslag)
    opslag.toegangen, opslag.wie = list(sloten), wie
    werkbank.beheer = NepBeheer(opslag, STAAT)
    return werkbank


def opslag_van(werkbank: Werkbank) -> GeheugenOpslag:
    assert isinstance(werkbank.opslag, GeheugenOpslag)
    return werkbank.opslag


def _vraag(mens: Kijker) -> QuestionDialog:
    (vraag,) = [d for d in open_dialogen(mens.venster) if isinstance(d, QuestionDialog)]
    return vraag


@pytest.fixture
def kluis() -> Werkbank:
    return een_kluis([NOOR, SAM])


@pytest.fixture
def mens(venster: MainWindow, qtbot: QtBot, kluis: Werkbank) -> Kijker:
    """Noor, bij wie erin mag."""
    venster.enter(kluis)
    kijker = Kijker(venster, qtbot)
    kijker.werk.show_kluis("rechten")
    return kijker


# --- wie erin kan ---


def test_men_ziet_wie_erin_kan_en_haalt_zichzelf_er_niet_uit(mens: Kijker) -> None:
    assert mens.staat_er("Noor (dat bent u)")
    assert mens.staat_er("Sam")
    assert mens.staat_er("Voorzitter")
    namen = [knop.accessibleName() for knop in zichtbaar(mens.venster, QPushButton)]
    assert "Sam verwijderen" in namen
    assert "Noor verwijderen" not in namen


def test_wie_toegelaten_wordt_krijgt_een_wachtzin_die_een_keer_getoond_wordt(
    mens: Kijker, kluis: Werkbank
) -> None:
    mens.druk("Iemand toelaten…")
    mens.vul("Korte naam", "Ilse")
    mens.vul("Rol", "Functionaris")
    mens.formulier().submit()
    mens.qtbot.waitUntil(
        lambda: any(isinstance(d, SecretDialog) for d in open_dialogen(mens.venster))
    )
    (erbij,) = opslag_van(kluis).gedaan
    assert isinstance(erbij, SlotErbij)
    assert (erbij.naam, erbij.rol, erbij.moet_wisselen) == ("Ilse", "fg", True)
    (geheim,) = [d for d in open_dialogen(mens.venster) if isinstance(d, SecretDialog)]
    assert geheim.words.text() == erbij.wachtzin.tekst
    assert mens.staat_er("Wachtzin voor Ilse", geheim)
    assert erbij.wachtzin.tekst not in repr(opslag_van(kluis).regels)
    geheim.go_on()


def test_eruit_halen_zegt_eerst_wat_het_doet(mens: Kijker, kluis: Werkbank) -> None:
    mens.druk("Sam verwijderen")
    mens.vul("Reden", "werkt hier niet meer")
    mens.formulier().submit()
    vraag = _vraag(mens)
    assert mens.staat_er("opnieuw versleuteld", vraag)
    assert mens.staat_er("oude reservekopie", vraag)
    assert opslag_van(kluis).gedaan == []
    vraag.accept()
    mens.qtbot.waitUntil(lambda: opslag_van(kluis).gedaan == [SlotWeg(id="sam")])


def test_een_nieuwe_wachtzin_zegt_onder_het_typen_of_zij_sterk_genoeg_is(
    mens: Kijker, kluis: Werkbank
) -> None:
    mens.druk("Mijn wachtzin wijzigen…")
    nieuw = mens.formulier().form.editors["nieuw"]
    assert isinstance(nieuw, NewSecretEditor)
    assert nieuw.strength.text().startswith("Er staat nog geen wachtzin.")
    mens.qtbot.keyClicks(nieuw.edit.edit, "kort")
    assert nieuw.strength.text().startswith("▲ Deze wachtzin is te kort.")
    nieuw.edit.edit.clear()
    nieuw.edit.edit.setText(STERK)
    assert nieuw.strength.text().startswith("✓")
    mens.vul("Uw wachtzin van nu", WACHTZIN)
    mens.formulier().submit()
    mens.qtbot.waitUntil(lambda: bool(opslag_van(kluis).gedaan))
    wissel = SlotWachtzin(id="noor", oud=Geheim(WACHTZIN), nieuw=Geheim(STERK))
    assert opslag_van(kluis).gedaan == [wissel]


# --- de envelop ---


def test_zonder_envelop_blijft_dat_op_vandaag_staan(mens: Kijker, kluis: Werkbank) -> None:
    mens.werk.show_place("vandaag")
    assert mens.staat_er("Maak een herstelsleutel")
    opslag_van(kluis).toegangen.append(ENVELOP)
    sleutel = Herstelsleutel(slot="envelop", gemaakt_op=mens.sessie.vandaag())
    opslag_van(kluis).waarden[Herstelsleutel] = {("envelop",): sleutel}
    mens.werk.page(type(mens.werk.stack.currentWidget())).on_changed()  # type: ignore[type-var]  # Vandaag
    assert mens.staat_er("Beproef de herstelsleutel")
    assert not mens.staat_er("Maak een herstelsleutel")


def test_na_het_maken_van_een_kluis_kan_het_nu_of_later(
    venster: MainWindow, qtbot: QtBot, deuren: NepDeuren
) -> None:
    mens = Kijker(venster, qtbot)
    bladzij = venster.unlock_page
    qtbot.keyClicks(bladzij.first.edit, STERK)
    qtbot.keyClicks(bladzij.second.edit, STERK)
    with qtbot.waitSignal(bladzij.opened):
        mens.druk("Kluis maken")
    vraag = _vraag(mens)
    assert vraag.windowTitle() == "Maak nu een herstelsleutel"
    assert vraag.no.text() == "Later"
    vraag.accept()
    formulier = mens.formulier()
    assert formulier.windowTitle() == "Herstelsleutel maken"
    formulier.close_now()


# --- het slot ---


@pytest.fixture
def op_slot(venster: MainWindow, deuren: NepDeuren, tmp_path: Path) -> MainWindow:
    """Een kluis met twee mensen en een envelop, nog dicht."""
    plaats = tmp_path / "kluis.db"
    plaats.touch()
    deuren.kluizen[plaats] = (WACHTZIN, een_kluis([NOOR, SAM, ENVELOP]))
    deuren.envelop = SLEUTEL
    venster.unlock_page.set_place(plaats)
    return venster


def test_wie_er_meer_zijn_zegt_eerst_wie_hij_is(
    op_slot: MainWindow, qtbot: QtBot, deuren: NepDeuren
) -> None:
    mens = Kijker(op_slot, qtbot)
    mens.vul("Wie bent u", "Sam")
    qtbot.keyClicks(op_slot.unlock_page.passphrase.edit, WACHTZIN)
    with qtbot.waitSignal(op_slot.unlock_page.opened):
        mens.druk("Openen")
    assert deuren.wie == ["sam"]


def test_een_kluis_van_een_mens_vraagt_niet_wie_en_zonder_envelop_niets_daarover(
    venster: MainWindow, deuren: NepDeuren, tmp_path: Path
) -> None:
    plaats = tmp_path / "kluis.db"
    plaats.touch()
    deuren.kluizen[plaats] = (WACHTZIN, een_kluis([NOOR]))
    venster.unlock_page.set_place(plaats)
    assert not venster.unlock_page.who.isVisible()
    assert not venster.unlock_page.lost_button.isVisible()


def _herstel(mens: Kijker) -> RecoveryDialog:
    mens.druk("Wachtzin kwijt?")
    (dialoog,) = [d for d in open_dialogen(mens.venster) if isinstance(d, RecoveryDialog)]
    return dialoog


def test_een_typfout_in_de_herstelsleutel_wordt_aangewezen(
    op_slot: MainWindow, qtbot: QtBot
) -> None:
    dialoog = _herstel(Kijker(op_slot, qtbot))
    getypt = list(groepen(SLEUTEL, Deel.HEEL, SLEUTEL))
    getypt[3] = ("A" if getypt[3][0] != "A" else "B") + getypt[3][1:]
    dialoog.first.edit.setText(" ".join(getypt))
    dialoog.submit()
    assert "groep 4" in dialoog.notice.sentence.text()
    helft, _ = in_tweeen(SLEUTEL)
    dialoog.first.edit.setText(" ".join(groepen(helft, Deel.EERSTE_HELFT, SLEUTEL)))
    dialoog.submit()
    assert "Typ ook de andere helft" in dialoog.notice.sentence.text()
    assert op_slot.session is None


@pytest.mark.parametrize("vorm", ["heel", "helften"])
def test_met_de_envelop_kan_alleen_een_nieuwe_wachtzin(
    op_slot: MainWindow, qtbot: QtBot, deuren: NepDeuren, vorm: str
) -> None:
    werkbank = deuren.kluizen[op_slot.unlock_page.place][1]
    opslag_van(werkbank).wie = "envelop"
    opslag_van(werkbank).waarden[Herstelsleutel] = {
        ("envelop",): Herstelsleutel(slot="envelop", gemaakt_op=werkbank.klok.vandaag())
    }
    mens = Kijker(op_slot, qtbot)
    dialoog = _herstel(mens)
    if vorm == "heel":
        dialoog.first.edit.setText(" ".join(groepen(SLEUTEL, Deel.HEEL, SLEUTEL)))
    else:
        eerste, tweede = in_tweeen(SLEUTEL)
        dialoog.first.edit.setText(" ".join(groepen(eerste, Deel.EERSTE_HELFT, SLEUTEL)))
        dialoog.second.edit.setText(" ".join(groepen(tweede, Deel.TWEEDE_HELFT, SLEUTEL)))
    dialoog.submit()
    qtbot.waitUntil(lambda: any(isinstance(d, ActDialog) for d in open_dialogen(op_slot)))
    assert op_slot.workspace is None
    formulier = mens.formulier()
    assert formulier.windowTitle() == "Nieuwe wachtzin met de herstelsleutel"
    mens.vul("Wie is de wachtzin kwijt", "Sam")
    mens.vul("Nieuwe wachtzin", STERK)
    formulier.submit()
    qtbot.waitUntil(lambda: bool(opslag_van(werkbank).gedaan))
    assert opslag_van(werkbank).gedaan == [SlotHersteld(id="sam", nieuw=Geheim(STERK))]
    qtbot.waitUntil(lambda: deuren.gesloten == [werkbank])
    assert op_slot.session is None
    assert len(deuren.opnieuw) == 1


def test_een_gegeven_wachtzin_moet_eerst_een_eigen_worden(
    venster: MainWindow, qtbot: QtBot, deuren: NepDeuren
) -> None:
    nieuw = Toegang(id="ilse", naam="Ilse", rol="secretaris", moet_wisselen=True)
    werkbank = een_kluis([NOOR, nieuw], "ilse")
    venster.enter(werkbank)
    assert venster.workspace is None
    mens = Kijker(venster, qtbot)
    formulier = mens.formulier()
    assert formulier.windowTitle() == "Mijn wachtzin wijzigen"
    formulier.reject()
    qtbot.waitUntil(lambda: deuren.gesloten == [werkbank])
    assert venster.session is None
