"""Lang werk: het venster blijft leven, niets komt ertussen, de kluis gaat er niet onder dicht."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event, Timer, get_ident
from threading import enumerate as enumerate_threads
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from casus_app.fouten import CasusFout, PapierFout
from casus_app.handelingen.stoelen import DeelnameIntrekken
from casus_app.handelingen.uitnodigen import OverlegUitnodigen
from casus_app.opmaak import Uitgave
from casus_app.poorten import Papier
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import NepDeuren, drukker
from ui.widgets.busy_dialog import BusyDialog

UITNODIGEN = OverlegUitnodigen(overleg="wk48")
LANG = 30_000


class Pers:
    """Drukt pas verder als het mag, zodat een toets ziet wat er intussen gebeurt."""

    def __init__(self) -> None:
        self.door = Event()
        self.draden: set[int] = set()
        self.kapot = False

    def __call__(self, uitgave: Uitgave) -> Papier:
        self.draden.add(get_ident())
        self.door.wait()
        if self.kapot:
            raise PapierFout("Dit papier klopt niet. Maak het opnieuw.")
        return drukker(uitgave)


def _terwijl(mens: Kijker, doe: Callable[[Pers], None]) -> Pers:
    """Maakt de uitnodigingen en doet intussen dit, op de draad van het venster."""
    pers = Pers()
    mens.sessie.werkbank._druk = pers

    def intussen() -> None:
        try:
            doe(pers)
        finally:
            pers.door.set()

    QTimer.singleShot(0, mens.venster, intussen)
    sessie = mens.sessie
    sessie.perform(UITNODIGEN)
    assert not sessie.busy
    return pers


def test_het_venster_leeft_terwijl_de_papieren_gemaakt_worden(kijker: Kijker) -> None:
    gezien: list[object] = []
    kijker.sessie.changed.connect(gezien.append)
    stappen: list[tuple[int, int]] = []
    kijker.sessie.progressed.connect(lambda n, van: stappen.append((n, van)))

    def kijk(pers: Pers) -> None:
        assert kijker.sessie.busy
        wacht = kijker.venster.findChild(BusyDialog)
        assert wacht is not None
        kijker.qtbot.waitUntil(wacht.isVisible, timeout=LANG)
        assert wacht.what.text() == "Uitnodigingen maken"
        wacht.reject()
        assert wacht.isVisible()
        assert get_ident() not in pers.draden

    pers = _terwijl(kijker, kijk)
    assert len(pers.draden) == 1
    assert len(gezien) == 1
    QApplication.processEvents()
    totaal = stappen[-1][1]
    assert stappen == [(n, totaal) for n in range(1, totaal + 1)]
    wacht = kijker.venster.findChild(BusyDialog)
    assert wacht is not None
    assert not wacht.isVisible()


def test_er_komt_niets_tussendoor(kijker: Kijker) -> None:
    fouten: list[CasusFout] = []
    kijker.sessie.refused.connect(fouten.append)
    intrekken = DeelnameIntrekken(
        overleg="wk48", casus="K-2601", professional="spv", reden="Toch niet nodig."
    )

    def probeer(_pers: Pers) -> None:
        assert not kijker.sessie.perform(intrekken)
        assert not kijker.sessie.perform(UITNODIGEN)
        assert not kijker.sessie.undo()

    _terwijl(kijker, probeer)
    assert [str(fout) for fout in fouten] == [
        "De papieren zijn nog niet klaar. Wacht even en doe het opnieuw."
    ] * 3
    assert kijker.sessie.perform(intrekken)


@contextmanager
def _vast(mens: Kijker) -> Iterator[Pers]:
    """Een pers die niet verder drukt; daarna mag zij, en is haar draad klaar."""
    pers = Pers()
    mens.sessie.werkbank._druk = pers
    nood = Timer(LANG / 1000, pers.door.set)
    nood.start()
    try:
        yield pers
    finally:
        nood.cancel()
        pers.door.set()
        for draad in enumerate_threads():
            if draad.name.startswith("long-work"):
                draad.join()


def test_f12_wacht_niet_op_een_papier_dat_gedrukt_wordt_en_dan_is_er_niets_gebeurd(
    kijker: Kijker, deuren: NepDeuren
) -> None:
    sessie, werkbank = kijker.sessie, kijker.sessie.werkbank
    regels = len(werkbank.opslag.regels)
    gehoord: list[object] = []
    sessie.changed.connect(gehoord.append)
    sessie.refused.connect(gehoord.append)
    f12 = partial(QTest.keyClick, kijker.venster.windowHandle(), Qt.Key.Key_F12)
    QTimer.singleShot(0, kijker.venster, f12)
    with _vast(kijker) as pers:
        assert not sessie.perform(UITNODIGEN)
        kijker.qtbot.waitUntil(lambda: deuren.gesloten == [werkbank], timeout=LANG)
        assert not pers.door.is_set(), "het papier is nog niet klaar"
    assert kijker.venster.session is None
    assert len(werkbank.opslag.regels) == regels
    assert gehoord == []


def test_wat_al_vastgelegd_wordt_gaat_eerst_naar_de_schijf(
    kijker: Kijker, deuren: NepDeuren, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Het register noemt de papieren dan al: zij mogen niet verloren gaan."""
    werkbank, venster = kijker.sessie.werkbank, kijker.venster
    leg_vast, bezig, door = werkbank.opslag.leg_vast, Event(), Event()

    def langzaam(*delen: Any, **rest: Any) -> Any:
        bezig.set()
        door.wait(LANG / 1000)
        return leg_vast(*delen, **rest)

    def vergrendel() -> None:
        if not bezig.is_set():
            QTimer.singleShot(1, venster, vergrendel)
            return
        venster.lock()
        assert deuren.gesloten == []
        door.set()

    monkeypatch.setattr(werkbank.opslag, "leg_vast", langzaam)
    QTimer.singleShot(0, venster, vergrendel)
    kijker.werk.desk.exporter.start(tmp_path, [UITNODIGEN])
    kijker.qtbot.waitUntil(lambda: deuren.gesloten == [werkbank], timeout=LANG)
    assert [regel.handeling for regel in werkbank.opslag.regels].count(UITNODIGEN.NAAM) == 1
    assert deuren.geschreven


def test_wat_intussen_getypt_wordt_komt_daarna_en_een_sneltoets_ook(kijker: Kijker) -> None:
    kijker.werk.show_place("casussen")
    vak = kijker.werk.stack.currentWidget().findChild(QLineEdit)
    assert vak is not None
    vak.setFocus()
    kijker.qtbot.waitUntil(vak.hasFocus)
    gedaan: list[str] = []
    sneltoets = QShortcut(QKeySequence("Ctrl+J"), kijker.venster)
    sneltoets.setWhatsThis("voor deze toets")
    sneltoets.activated.connect(lambda: gedaan.append(vak.text()))

    def typ(_pers: Pers) -> None:
        hier = kijker.venster.windowHandle()
        for letter in (Qt.Key.Key_A, Qt.Key.Key_B):
            QTest.keyClick(hier, letter)
        QTest.keyClick(hier, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        assert vak.text() == ""
        assert gedaan == []

    _terwijl(kijker, typ)
    kijker.qtbot.waitUntil(lambda: gedaan == ["ab"], timeout=LANG)


def test_sluiten_wacht_tot_de_papieren_er_zijn(
    kijker: Kijker, deuren: NepDeuren, qtbot: QtBot
) -> None:
    werkbank = kijker.sessie.werkbank

    def sluit(_pers: Pers) -> None:
        assert not kijker.venster.close()
        assert kijker.venster.isVisible()
        assert deuren.gesloten == []

    _terwijl(kijker, sluit)
    qtbot.waitUntil(lambda: not kijker.venster.isVisible(), timeout=LANG)
    assert deuren.gesloten == [werkbank]


def test_een_papier_dat_niet_klopt_verandert_niets_en_laat_verder_werken(kijker: Kijker) -> None:
    fouten: list[CasusFout] = []
    kijker.sessie.refused.connect(fouten.append)
    regels = len(kijker.sessie.werkbank.opslag.regels)

    def breek(pers: Pers) -> None:
        pers.kapot = True

    _terwijl(kijker, breek)
    assert [str(fout) for fout in fouten] == ["Dit papier klopt niet. Maak het opnieuw."]
    assert len(kijker.sessie.werkbank.opslag.regels) == regels
    kijker.sessie.werkbank._druk = drukker
    assert kijker.sessie.perform(UITNODIGEN)
