"""Vóór wat niet terug kan vraagt een echte kluis de wachtzin nog eens; een oefenkluis nooit."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.nep import NepBeheer
from tests.ui.kijken import Kijker, open_dialogen
from tests.ui.test_kluis import STAAT, laat_binnen
from ui.desk import Desk
from ui.kluis.confirm_dialog import AGAIN, HOLDS, ConfirmDialog
from ui.main_window import MainWindow


@pytest.fixture
def beheer(venster: MainWindow) -> NepBeheer:
    return laat_binnen(venster, STAAT)


@pytest.fixture
def mens(venster: MainWindow, qtbot: QtBot, beheer: NepBeheer) -> Kijker:
    """Wie de kluis al langer open heeft dan de wachtzin van het openen telt."""
    del beheer
    kijker = Kijker(venster, qtbot)
    kijker.werk.desk._confirmed -= HOLDS
    return kijker


def _vraag(mens: Kijker) -> ConfirmDialog:
    (vraag,) = [d for d in open_dialogen(mens.venster) if isinstance(d, ConfirmDialog)]
    return vraag


def _uitvoeren(mens: Kijker) -> None:
    """Een casus als bestand, tot aan de vraag om de wachtzin."""
    formulier = mens.werk.desk.open_act("casus.uitvoeren", {"casus": "K-2601"})
    formulier.form.editors["ontvanger"].set_value("Huis Elders")
    formulier.form.editors["reden"].set_value("Verhuizing.")
    formulier.submit()
    for vraag in open_dialogen(mens.venster):
        if hasattr(vraag, "yes"):
            vraag.accept()


def test_een_casus_eruit_vraagt_de_wachtzin_en_zonder_gebeurt_er_niets(
    mens: Kijker, beheer: NepBeheer
) -> None:
    _uitvoeren(mens)
    vraag = _vraag(mens)
    mens.qtbot.keyClicks(vraag.passphrase.edit, "dat was hem niet")
    vraag.submit()
    mens.qtbot.waitUntil(vraag.notice.isVisible)
    assert beheer.gedaan == ["toetsen"]
    assert not [d for d in open_dialogen(mens.venster) if isinstance(d, QFileDialog)]
    vraag.passphrase.edit.clear()
    mens.qtbot.keyClicks(vraag.passphrase.edit, beheer.wachtzin)
    vraag.submit()
    mens.qtbot.waitUntil(
        lambda: any(
            d.findChildren(QFileDialog) or isinstance(d, QFileDialog)
            for d in open_dialogen(mens.venster)
        )
    )


@pytest.fixture
def gedaan(mens: Kijker) -> tuple[Desk, list[str], Callable[[], None]]:
    keren: list[str] = []
    return mens.werk.desk, keren, lambda: keren.append("gedaan")


def test_wie_hem_net_typte_hoeft_dat_vijf_minuten_niet_nog_eens(
    mens: Kijker,
    beheer: NepBeheer,
    gedaan: tuple[Desk, list[str], Callable[[], None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk, keren, doe = gedaan
    nu = [desk._confirmed + HOLDS]
    monkeypatch.setattr("ui.desk.seconds_awake_or_not", lambda: nu[0])
    vraag = desk.confirmed("casus.vernietigen", doe)
    assert vraag is not None
    mens.qtbot.keyClicks(vraag.passphrase.edit, beheer.wachtzin)
    vraag.submit()
    mens.qtbot.waitUntil(lambda: keren == ["gedaan"])
    nu[0] += HOLDS - 1
    assert desk.confirmed("casus.vernietigen", doe) is None
    assert keren == ["gedaan", "gedaan"]
    nu[0] += 2
    weer = desk.confirmed("casus.vernietigen", doe)
    assert weer is not None
    weer.reject()
    assert keren == ["gedaan", "gedaan"]


@pytest.mark.parametrize("naam", sorted(AGAIN))
def test_de_oefening_vraagt_het_nooit(kijker: Kijker, naam: str) -> None:
    keren: list[str] = []
    assert kijker.werk.desk.confirmed(naam, lambda: keren.append(naam)) is None
    assert keren == [naam]


def test_gewoon_werk_vraagt_het_niet(
    gedaan: tuple[Desk, list[str], Callable[[], None]],
) -> None:
    desk, keren, doe = gedaan
    assert desk.confirmed("casus.aanmelden", doe) is None
    assert keren == ["gedaan"]


def test_vergrendelen_neemt_de_vraag_mee(
    mens: Kijker, gedaan: tuple[Desk, list[str], Callable[[], None]]
) -> None:
    desk, keren, doe = gedaan
    assert desk.confirmed("casus.vernietigen", doe) is not None
    mens.venster.lock()
    assert mens.venster.session is None
    assert keren == []
