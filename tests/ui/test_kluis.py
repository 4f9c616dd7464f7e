"""De kluis op het scherm: kopieën, controle, rechten, en terugzetten van binnen en van buiten."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from threading import enumerate as enumerate_threads

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from casus_app.domein.kluiszorg import Kluiszorg
from casus_app.poorten import (
    Ankerstand,
    Kluisstaat,
    Kopie,
    Logstand,
    Meld,
    Reservebericht,
    Zegelplaats,
)
from casus_app.rollen import gebruiker_met
from tests.nep import NepBeheer
from tests.ui.kijken import Kijker, open_dialogen, zichtbaar
from tests.ui.nepdeuren import VERKEERD, WACHTZIN, NepDeuren, een_verhaal
from ui.kluis.restore_dialog import RestoreDialog
from ui.main_window import MainWindow
from ui.reading import log_length
from ui.session import Session
from ui.widgets.busy_dialog import BusyDialog

NU = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
KOPIEEN = (
    Kopie(pad=Path("/huis/r/2.db"), moment=NU, regels=20, elders=True),
    Kopie(pad=Path("/huis/r/1.db"), moment=datetime(2026, 11, 21, 16, 30, tzinfo=UTC), regels=12),
)
STAAT = Kluisstaat(kopieen=KOPIEEN, plaats=Path("/huis/r"), regels=22)


def laat_binnen(venster: MainWindow, staat: Kluisstaat, rol: str = "coordinator") -> NepBeheer:
    """Een echte kluis met het verhaal, zoals deze rol haar ziet."""
    werkbank = een_verhaal()
    werkbank.oefening = False
    opslag = werkbank.opslag
    beheer = NepBeheer(opslag, staat)  # type: ignore[arg-type]  # het verhaal staat in het geheugen
    werkbank.beheer = beheer
    if rol == "coordinator":
        venster.enter(werkbank)
    else:
        venster.show_work(Session(werkbank, gebruiker_met(rol), venster))
    return beheer


@pytest.fixture
def beheer(venster: MainWindow) -> NepBeheer:
    return laat_binnen(venster, STAAT)


@pytest.fixture
def mens(venster: MainWindow, qtbot: QtBot, beheer: NepBeheer) -> Kijker:
    """Wie van Instellingen naar de reservekopieën ging."""
    del beheer
    kijker = Kijker(venster, qtbot)
    kijker.werk.show_place("instellingen")
    kijker.druk("Reservekopieën")
    wacht(kijker, "Laatste reservekopie")
    return kijker


def wacht(kijker: Kijker, tekst: str) -> None:
    kijker.qtbot.waitUntil(lambda: kijker.staat_er(tekst))


def laatste_regel(kijker: Kijker) -> tuple[str, str]:
    regel = kijker.sessie.werkbank.opslag.regels[-1]
    return regel.handeling, regel.code


# --- reservekopieën ---


def test_men_ziet_hoe_oud_de_laatste_is_en_wat_er_ligt(mens: Kijker) -> None:
    assert mens.staat_er("✓ Laatste reservekopie: vandaag om 9.00 uur.")
    assert mens.staat_er("Sindsdien kwamen er 2 regels bij")
    assert mens.staat_er("Vandaag om 9.00 uur, tot en met logregel 20; ook op de tweede plaats.")
    assert mens.staat_er("21 november 2026 om 17.30 uur, tot en met logregel 12.")
    assert mens.staat_er("Er is nog geen tweede plaats.")
    assert mens.staat_er("Nog nooit beproefd.")


def test_een_kopie_maken_zegt_wat_ervan_kwam_en_staat_in_het_logboek(
    mens: Kijker, beheer: NepBeheer
) -> None:
    mens.druk("Nu een kopie maken")
    wacht(mens, "Reservekopie gemaakt.")
    assert beheer.gedaan == ["maken"]
    assert laatste_regel(mens) == ("reservekopie.maken", "")
    beheer.bericht = Reservebericht(gelukt=False, zin="De schijf is vol.")
    mens.druk("Nu een kopie maken")
    wacht(mens, "De schijf is vol.")
    assert laatste_regel(mens) == ("reservekopie.maken", "mislukt")
    assert mens.werk.kluis.copies.told.property("tone") == "bad"


def test_een_kopie_laat_het_venster_leven_en_f12_wacht_er_niet_op(
    mens: Kijker, beheer: NepBeheer, monkeypatch: pytest.MonkeyPatch
) -> None:
    mag_door = Event()
    gezien: list[int] = []

    def langzaam(_nu: datetime, meld: Meld) -> Reservebericht:
        meld(30, 100)
        mag_door.wait()
        meld(90, 100)
        return beheer.bericht

    def kijk() -> None:
        balk = bezig.bar.value()
        if balk < 30:
            QTimer.singleShot(1, kijk)
            return
        gezien.append(balk)
        mens.venster.lock()

    monkeypatch.setattr(beheer, "maak_kopie", langzaam)
    (bezig,) = mens.venster.findChildren(BusyDialog)
    QTimer.singleShot(0, kijk)
    mens.druk("Nu een kopie maken")
    mens.qtbot.waitUntil(lambda: mens.venster.session is None)
    assert gezien == [30]
    mag_door.set()
    for draad in enumerate_threads():
        if draad.name.startswith("long-work"):
            draad.join()


def test_beproeven_onthoudt_de_dag_en_de_uitkomst(mens: Kijker, beheer: NepBeheer) -> None:
    mens.druk("Beproef mijn reservekopie")
    wacht(mens, "✓ Beproefd op 24 november 2026, in orde. Opnieuw uiterlijk 24 november 2027.")
    beheer.bericht = Reservebericht(gelukt=False, zin="De kopie is beschadigd.")
    mens.druk("Beproef mijn reservekopie")
    wacht(mens, "het ging niet goed")
    assert [zorg.gelukt for zorg in mens.sessie.zoek(Kluiszorg)] == [True, False]


def test_een_tweede_plaats_kiezen_en_vergeten(
    mens: Kijker, beheer: NepBeheer, tmp_path: Path
) -> None:
    assert not mens.werk.kluis.copies.forget_button.isVisible()
    mens.druk("Tweede plaats kiezen…")
    (vraag,) = [d for d in open_dialogen(mens.venster) if isinstance(d, QFileDialog)]
    vraag.fileSelected.emit(str(tmp_path))
    vraag.done(QFileDialog.DialogCode.Accepted.value)
    wacht(mens, str(tmp_path))
    assert laatste_regel(mens) == ("reservekopie.tweede-plaats", "")
    assert str(tmp_path) not in repr(mens.sessie.werkbank.opslag.regels)
    mens.druk("Vergeten")
    mens.qtbot.waitUntil(lambda: not mens.werk.kluis.copies.forget_button.isVisible())
    assert beheer.gekozen == [str(tmp_path), ""]


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"tweede_er": False}, "▲ Deze plaats is nu niet te bereiken."),
        ({"zelfde_schijf": True}, "▲ Deze map staat op dezelfde schijf als de kluis."),
        ({}, "✓ Deze plaats is te bereiken. Laatst bijgewerkt: vandaag om 9.00 uur."),
    ],
)
def test_hoe_het_met_de_tweede_plaats_staat(
    mens: Kijker, anders: dict[str, bool], zin: str
) -> None:
    er = replace(STAAT, tweede=Path("/stick"), tweede_er=True, tweede_op=NU)
    mens.werk.kluis.show_state(replace(er, **anders))  # type: ignore[arg-type]  # alleen ja of nee
    assert mens.staat_er(zin)


def test_zonder_tweede_plaats_bij_het_openen_is_er_een_korte_zin(
    venster: MainWindow, deuren: NepDeuren, qtbot: QtBot
) -> None:
    deuren.bericht = Reservebericht(gelukt=True, zin="Gemaakt.", tweede=False)
    laat_binnen(venster, STAAT)
    qtbot.waitUntil(lambda: Kijker(venster, qtbot).staat_er("de tweede plaats was er niet"))
    assert not venster.notice.isVisible()


def test_van_een_oefenkluis_zijn_er_geen_kopieen(kijker: Kijker) -> None:
    kijker.werk.show_kluis("reservekopieen")
    assert kijker.staat_er("Van een oefenkluis worden geen reservekopieën gemaakt")
    assert not kijker.werk.kluis.copies.isVisible()


def test_zoek_of_doe_brengt_naar_de_bladzij_en_begint(mens: Kijker, beheer: NepBeheer) -> None:
    mens.werk.show_place("vandaag")
    mens.werk.desk.begin("reservekopie.maken", {})
    mens.qtbot.waitUntil(lambda: beheer.gedaan == ["maken"])
    assert mens.werk.stack.currentWidget() is mens.werk.kluis
    mens.werk.desk.begin("anker.zoeken", {})
    seal = mens.werk.kluis.check.seal
    mens.qtbot.waitUntil(lambda: mens.venster.focusWidget() is seal)


# --- terugzetten ---


def _terugzetten(mens: Kijker) -> RestoreDialog:
    (dialoog,) = [d for d in open_dialogen(mens.venster) if isinstance(d, RestoreDialog)]
    return dialoog


@pytest.fixture
def terug(mens: Kijker, deuren: NepDeuren) -> Callable[[], RestoreDialog]:
    plaats = mens.venster.unlock_page.place
    deuren.liggen[plaats] = KOPIEEN
    mens.druk("Terugzetten…")
    return lambda: _terugzetten(mens)


def test_terugzetten_zegt_vooraf_wat_er_weg_is(
    mens: Kijker, terug: Callable[[], RestoreDialog]
) -> None:
    dialoog = terug()
    weg = log_length(mens.sessie) - 20
    assert dialoog.loss.text().startswith("▲ Alles van na vandaag om 9.00 uur is dan weg:")
    assert f"{weg} regels van het logboek" in dialoog.loss.text()
    dialoog.copies.setCurrentRow(1)
    assert f"{weg + 8} regels" in dialoog.loss.text()


def test_een_verkeerde_wachtzin_sluit_niets(
    mens: Kijker, terug: Callable[[], RestoreDialog], deuren: NepDeuren
) -> None:
    dialoog = terug()
    dialoog.submit()
    assert dialoog.notice.sentence.text() == "Typ eerst de wachtzin."
    mens.qtbot.keyClicks(dialoog.passphrase.edit, "niet deze")
    dialoog.submit()
    mens.qtbot.waitUntil(lambda: dialoog.notice.sentence.text() == VERKEERD)
    assert mens.venster.session is not None
    assert (deuren.teruggezet, deuren.gesloten) == ([], [])


def test_terugzetten_sluit_zet_terug_en_opent_weer(
    mens: Kijker, terug: Callable[[], RestoreDialog], deuren: NepDeuren
) -> None:
    oud, plaats = mens.sessie.werkbank, mens.venster.unlock_page.place
    regels = mens.sessie.werkbank.opslag.regels
    dialoog = terug()
    dialoog.copies.setCurrentRow(1)
    mens.qtbot.keyClicks(dialoog.passphrase.edit, WACHTZIN)
    dialoog.submit()
    mens.qtbot.waitUntil(lambda: bool(deuren.teruggezet))
    assert deuren.teruggezet == [(plaats, KOPIEEN[1].pad, WACHTZIN)]
    assert deuren.gesloten == [oud]
    assert regels[-1].handeling == "reservekopie.terugzetten"
    mens.qtbot.waitUntil(lambda: mens.venster.session is not None)
    assert mens.sessie.werkbank is not oud
    assert mens.venster.notice.sentence.text().startswith("De reservekopie is teruggezet")
    assert deuren.opnieuw == []
    mens.venster.lock()
    assert len(deuren.opnieuw) == 1, "daarna vergrendelt het weer gewoon"


def test_een_kluis_die_weg_is_komt_van_een_stick_terug(
    venster: MainWindow, deuren: NepDeuren, qtbot: QtBot, tmp_path: Path
) -> None:
    mens = Kijker(venster, qtbot)
    mens.druk("Reservekopie terugzetten…")
    dialoog = _terugzetten(mens)
    assert "Hier ligt geen reservekopie" in dialoog.loss.text()
    assert not dialoog.yes_button.isEnabled()
    deuren.liggen[tmp_path / "stick"] = KOPIEEN
    dialoog.look_elsewhere()
    vraag = dialoog.findChild(QFileDialog)
    assert vraag is not None
    vraag.fileSelected.emit(str(tmp_path / "stick"))
    vraag.done(QFileDialog.DialogCode.Accepted.value)
    assert dialoog.loss.text().startswith("▲ Alles van na ")
    qtbot.keyClicks(dialoog.passphrase.edit, WACHTZIN)
    dialoog.submit()
    qtbot.waitUntil(lambda: venster.session is not None)
    assert deuren.teruggezet == [(tmp_path / "kluis.db", KOPIEEN[0].pad, WACHTZIN)]


# --- controle ---


@pytest.fixture
def controle(mens: Kijker) -> Kijker:
    mens.werk.show_kluis("controle")
    return mens


def test_een_heel_logboek_zegt_dat_het_heel_is(controle: Kijker) -> None:
    controle.druk("Keten nalopen")
    wacht(controle, "✓ De keten is heel")
    assert controle.werk.kluis.check.found.count() == 0


ERAF = Ankerstand(waar="sleutelbestand", nr=30, moment=None, past=False)
OUD = Ankerstand(waar="tweede plaats", nr=9, moment=NU, past=False)


@pytest.mark.parametrize(
    ("anker", "wat", "doe"),
    [
        (ERAF, "Er waren 30 regels en er zijn er 22.", "Werk niet verder in deze kluis"),
        (OUD, "Regel 9 is een andere dan bij het laatste sluiten.", "leg dan hieronder vast"),
    ],
)
def test_een_anker_dat_niet_past_heeft_een_naam_en_een_raad(
    controle: Kijker, anker: Ankerstand, wat: str, doe: str
) -> None:
    controle.werk.kluis.show_state(replace(STAAT, ankers=(anker,), melding="Past niet."))
    assert controle.staat_er(wat)
    assert controle.staat_er(doe)
    assert controle.werk.kluis.check.accept_button.isVisible()


def test_een_veranderde_regel_en_een_klok_die_terugliep_staan_er_ook(
    controle: Kijker, monkeypatch: pytest.MonkeyPatch
) -> None:
    opslag = controle.sessie.werkbank.opslag
    monkeypatch.setattr(opslag, "loop_logboek_na", lambda _meld: Logstand(False, 22, "0" * 64, 7))
    opslag.leg_vast((), replace(opslag.regels[-1], handeling="klok.teruggezet"))
    controle.druk("Keten nalopen")
    wacht(controle, "Vanaf regel 7 klopt het logboek niet.")
    assert controle.staat_er("De klok van de computer liep één keer terug")
    assert controle.staat_er("Kijk of de computer de juiste tijd heeft.")


def test_uitleg_bij_een_oudere_kopie_vraagt_een_reden(controle: Kijker, beheer: NepBeheer) -> None:
    beheer.stand = replace(STAAT, ankers=(OUD,), melding="Past niet.")
    controle.werk.kluis.show_state(beheer.stand)
    controle.druk("Uitleg vastleggen…")
    controle.vul("Reden", "De stick van maart is teruggezet.")
    controle.formulier().submit()
    assert [zorg.toelichting for zorg in controle.sessie.zoek(Kluiszorg)] == [
        "De stick van maart is teruggezet."
    ]
    controle.qtbot.waitUntil(
        lambda: not controle.werk.kluis.check.accept_button.isVisible(),
    )


def test_een_zegel_van_papier_wordt_gevonden_of_niet(controle: Kijker, beheer: NepBeheer) -> None:
    beheer.zegels = {"00ff" * 4: Zegelplaats(12, NU, 9)}
    controle.vul("Zegel van een papier", "00FF 00FF 00FF 00FF")
    controle.druk("Opzoeken")
    assert controle.staat_er("✓ Dit zegel is van regel 12, van 24 november 2026.")
    assert controle.staat_er("Daarna kwamen er 9 regels bij.")
    controle.vul("Zegel van een papier", "1" * 16)
    controle.druk("Opzoeken")
    assert controle.staat_er("▲ Dit zegel staat niet in dit logboek.")
    controle.vul("Zegel van een papier", "geen zegel")
    controle.druk("Opzoeken")
    assert controle.staat_er("Dit is geen zegel.")


# --- wie ziet wat ---


@pytest.mark.parametrize(
    ("rol", "ziet"),
    [
        ("beheerder", ["Reservekopieën", "Controle", "Wie mag erin"]),
        ("fg", ["Controle", "Wie mag erin"]),
        ("voorzitter", []),
        ("secretaris", []),
    ],
)
def test_elke_rol_ziet_alleen_wat_zij_mag(
    venster: MainWindow, qtbot: QtBot, rol: str, ziet: list[str]
) -> None:
    laat_binnen(venster, STAAT, rol)
    mens = Kijker(venster, qtbot)
    mens.werk.show_kluis("reservekopieen")
    tabs = mens.werk.kluis.tabs
    assert [tabs.tabText(at) for at in range(tabs.count())] == ziet
    assert mens.werk.kluis.copies.isVisible() == ("Reservekopieën" in ziet)
    assert mens.werk.kluis.check.isVisible() == (rol == "fg")
    mens.werk.show_place("instellingen")
    knoppen = [knop.text().replace("&", "") for knop in zichtbaar(mens.venster, QPushButton)]
    for naam in ("Reservekopieën", "Controle", "Wie mag erin"):
        assert (naam in knoppen) == (naam in ziet)


def test_wie_mag_wat_per_rol_en_dat_het_nagelopen_is(mens: Kijker) -> None:
    mens.werk.show_kluis("rechten")
    rechten = mens.werk.kluis.rights
    allen = rechten.count.text()
    mens.vul("Rol", "Functionaris")
    assert rechten.count.text() != allen
    handelingen = {
        kop.child(rij).text(0)
        for kop in (
            rechten.table.topLevelItem(at) for at in range(rechten.table.topLevelItemCount())
        )
        if kop is not None
        for rij in range(kop.childCount())
    }
    assert "Zegel van een papier opzoeken" in handelingen
    assert "Reservekopie maken" not in handelingen
    mens.druk("Rechten zijn nagelopen…")
    mens.formulier().submit()
    assert mens.staat_er("✓ Nagelopen op 24 november 2026. Opnieuw uiterlijk 24 november 2027.")


# --- Vandaag ---


def test_vandaag_zegt_wat_er_aan_de_kluis_te_doen_is(venster: MainWindow, qtbot: QtBot) -> None:
    oud = replace(KOPIEEN[1], moment=datetime(2026, 11, 10, 9, tzinfo=UTC))
    beheer = laat_binnen(venster, replace(STAAT, kopieen=(oud,)))
    mens = Kijker(venster, qtbot)
    assert mens.staat_er("De laatste reservekopie is oud")
    mens.druk("Nu een kopie maken: De laatste reservekopie is oud")
    qtbot.waitUntil(lambda: beheer.gedaan == ["maken"])


def test_een_verse_kopie_zegt_op_vandaag_niets(venster: MainWindow, qtbot: QtBot) -> None:
    laat_binnen(venster, STAAT)
    QApplication.processEvents()
    assert not Kijker(venster, qtbot).staat_er("reservekopie")
