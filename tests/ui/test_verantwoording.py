"""De bladzij Verantwoording: dezelfde woorden als op papier, ook met het toetsenbord."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from casus_app import opmaak
from casus_app.handelingen import Handeling
from casus_app.handelingen.verantwoording import (
    RechtenMaken,
    RegisterMaken,
    VerantwoordingJaarbeeld,
)
from casus_app.opmaak.stuk import Alinea, Kop, Lijst, Noot, Onderdeel, Tabel, Velden
from casus_app.rollen import gebruiker_met
from tests.casus_app.opmaak.druk_jaar import een_druk_jaar
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import NepDeuren, een_werkbank
from ui.session import Session
from ui.verantwoording.bar import Bar


@pytest.fixture
def fg(kijker: Kijker) -> Kijker:
    """De FG, vanuit het logboek op Verantwoording."""
    werkbank = kijker.sessie.werkbank
    kijker.venster.hide_work()
    werk = kijker.venster.show_work(Session(werkbank, gebruiker_met("fg"), kijker.venster))
    werk.show_place("logboek")
    kijker.druk("Verantwoording")
    assert werk.stack.currentWidget() is werk.verantwoording
    return kijker


def _woorden(deel: Onderdeel) -> list[str]:
    match deel:
        case Kop() | Alinea() | Noot():
            return [deel.tekst]
        case Lijst():
            return [f"• {punt}" for punt in deel.punten]
        case Velden():
            return [woord for paar in deel.paren for woord in paar]
        case Tabel():
            return [*deel.koppen, *(cel for rij in deel.rijen for cel in rij)]
    raise AssertionError(f"geen woorden van {type(deel).__name__}")


def _ga_naar(mens: Kijker, tab: int) -> None:
    balk = mens.werk.verantwoording.tabs
    balk.setFocus()
    for _ in range(tab):
        mens.qtbot.keyClick(balk, Qt.Key.Key_Right)


def test_het_scherm_zegt_woord_voor_woord_wat_het_papier_zegt(fg: Kijker) -> None:
    sessie = fg.sessie
    opdruk = opmaak.Opdruk(sessie.oefening, sessie.vandaag())
    register = opmaak.verwerkingsregister(sessie.werkbank.opslag, sessie.catalogus, opdruk)
    for tab, stuk in enumerate((register, opmaak.rechtenlijst(opdruk))):
        _ga_naar(fg, min(tab, 1))
        gelezen = [tekst.replace("\u200b", "") for tekst in fg.teksten()]
        for deel in stuk.onderdelen:
            for woord in _woorden(deel):
                assert woord in gelezen, (stuk.titel, woord)


@pytest.mark.parametrize(
    "handeling",
    [RegisterMaken(), RechtenMaken(), VerantwoordingJaarbeeld(jaar=2026)],
    ids=lambda h: h.NAAM,
)
def test_ze_komen_op_papier(
    fg: Kijker, deuren: NepDeuren, tmp_path: Path, handeling: Handeling
) -> None:
    fg.werk.desk.exporter.start(tmp_path, [handeling])
    fg.qtbot.waitUntil(lambda: bool(deuren.geschreven))
    assert deuren.geschreven[0][1].naam in {
        "verwerkingsregister.pdf",
        "rechten.pdf",
        "jaarbeeld-2026.pdf",
    }


def test_een_bijgewerkte_bepaling_wijst_de_casussen_aan(fg: Kijker) -> None:
    _ga_naar(fg, 2)
    assert fg.staat_er("✓ Niets om opnieuw te toetsen")
    werkbank = fg.sessie.werkbank
    later = date(2030, 1, 1)
    soorten = {
        naam: replace(
            soort,
            taken={sleutel: replace(t, peildatum=later) for sleutel, t in soort.taken.items()},
        )
        for naam, soort in werkbank.catalogus.soorten.items()
    }
    werkbank.catalogus = replace(werkbank.catalogus, soorten=soorten)
    fg.werk.verantwoording.on_changed()
    assert fg.staat_er("▲ K-2601 · ")
    assert fg.staat_er("bijgewerkt op 1 januari 2030")
    assert not fg.staat_er("Lindestraat")


def test_het_jaarbeeld_staat_er_met_staven_en_getallen_die_een_voorlezer_zegt(
    fg: Kijker, monkeypatch: pytest.MonkeyPatch
) -> None:
    druk = een_druk_jaar()
    sessie = fg.sessie
    monkeypatch.setattr(sessie, "opslag", druk)
    _ga_naar(fg, 3)
    bladzij = fg.werk.verantwoording
    stuk = opmaak.jaarbeeld(druk, sessie.catalogus, sessie.vandaag().year, sessie._imprint())
    gelezen = [tekst.replace("\u200b", "") for tekst in fg.teksten()]
    for deel in stuk.onderdelen:
        for woord in _woorden(deel):
            assert woord in gelezen, woord
    staven = [staaf for staaf in bladzij.findChildren(Bar) if staaf.isVisible()]
    getallen = [s for deel in stuk.onderdelen if isinstance(deel, Tabel) for s in deel.staven]
    assert [staaf._share for staaf in staven] == getallen
    namen = {label.accessibleName() for label in bladzij.findChildren(QLabel)}
    assert "Aantal: 12" in namen


def test_een_ander_jaar_kiezen_telt_dat_jaar(fg: Kijker) -> None:
    _ga_naar(fg, 3)
    bladzij = fg.werk.verantwoording
    assert fg.staat_er("Jaarbeeld 2026")
    bladzij.years.addItem("2025", 2025)
    bladzij.years.setFocus()
    fg.qtbot.keyClick(bladzij.years, Qt.Key.Key_Down)
    assert fg.staat_er("Jaarbeeld 2025")
    assert not fg.staat_er("Jaarbeeld 2026")
    assert fg.staat_er("minder dan 5")


def test_een_leeg_huis_zegt_wat_er_eerst_moet(kijker: Kijker) -> None:
    kijker.sessie.lock()
    kijker.venster.enter(een_werkbank())
    kijker.werk.show_verantwoording()
    assert kijker.staat_er("Het huis is nog niet ingericht")
