"""De vluchtcheck en de uitnodigingen op de bladzij van een overleg, zoals men ze ziet."""

from pathlib import Path

import pytest

from casus_app.handelingen.bespreking import BesprekingOpenen
from casus_app.handelingen.stoelen import DeelnameIntrekken
from casus_app.handelingen.uitnodigen import OverlegNazenden
from casus_app.handelingen.volgorde import OverlegPauzeren
from tests.ui.kijken import Kijker
from tests.ui.nepdeuren import NepDeuren
from ui import reading
from ui.overleg import agenda


@pytest.fixture
def mens(kijker: Kijker) -> Kijker:
    kijker.werk.show_overleg("wk48")
    return kijker


def _maak(mens: Kijker, knop: str, map_: Path) -> None:
    """Drukt op de knop, en wijst de map aan die daarna gevraagd wordt."""
    gevraagd = mens.werk.desk.exporter
    mens.druk(knop)
    mens.qtbot.waitUntil(lambda: mens.voor is not mens.venster)
    mens.voor.close()
    with mens.qtbot.waitSignal(gevraagd.finished):
        gevraagd.start(map_, [OverlegNazenden(overleg="wk48")])


def test_de_vluchtcheck_telt_en_een_klik_maakt_een_casus_klaar(mens: Kijker) -> None:
    assert mens.staat_er("1 van 2 casussen klaar om te openen")
    assert mens.staat_er("✓ K-2601")
    assert mens.staat_er("▲ K-2602: 2")
    mens.druk("Uitnodigen bij K-2602")
    assert mens.voor is mens.venster
    assert mens.staat_er("▲ K-2602: 1")
    mens.druk("Geïnformeerd… bij K-2602")
    mens.vul("Hoe", "met een brief")
    mens.vul("Datum", "vandaag")
    mens.formulier().submit()
    assert mens.staat_er("Alle 2 casussen kunnen open")


def test_een_casus_op_tafel_wordt_zichzelf_niet_tegengeworpen(mens: Kijker) -> None:
    assert mens.sessie.perform(
        BesprekingOpenen(overleg="wk48", casus="K-2601", aanwezig=("voorzitter",))
    )
    assert not mens.staat_er("Er ligt al een casus op tafel")
    assert mens.staat_er("0 van 1 casussen klaar om te openen")


def test_voor_het_versturen_staat_per_persoon_wat_er_verandert(
    mens: Kijker, deuren: NepDeuren, tmp_path: Path
) -> None:
    mens.druk("Uitnodigingen")
    assert mens.staat_er("+ nieuw")
    assert not mens.staat_er("K-2601")
    _maak(mens, "Maken voor", tmp_path)
    assert mens.staat_er("Iedereen weet het.")
    assert {papier.naam[-4:] for _, papier in deuren.geschreven} == {".pdf", ".ics"}
    assert mens.sessie.perform(OverlegPauzeren(overleg="wk48", plek=1, minuten=10))
    assert mens.staat_er("▲ gewijzigd")
    assert mens.staat_er("Was 09:00 tot 09:50; is nu 09:00 tot 09:30 en 09:40 tot 10:00.")
    assert mens.staat_er("Krijgt niets nieuws")
    mens.druk("Terug naar de lijst")
    assert mens.staat_er("Eerst 10 minuten pauze")


def test_wie_niet_meer_nodig_is_staat_er_als_vervallen(mens: Kijker, tmp_path: Path) -> None:
    mens.druk("Uitnodigingen")
    _maak(mens, "Maken voor", tmp_path)
    assert mens.sessie.perform(
        DeelnameIntrekken(overleg="wk48", casus="K-2601", professional="spv", reden="Niet nodig.")
    )
    assert mens.staat_er("× vervallen")
    assert mens.staat_er("Was 09:00 tot 09:30, hoeft niet meer te komen.")


def test_een_lange_agenda_komt_met_een_paar_tegelijk_en_in_volgorde(
    kijker: Kijker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agenda, "AT_ONCE", 1)
    kijker.werk.show_overleg("wk48")
    deel = kijker.werk.overleg.agenda
    volgorde = [punt.casus for punt in reading.agenda(kijker.sessie, "wk48")]
    assert list(deel.cards) == volgorde[:1]
    kijker.qtbot.waitUntil(lambda: len(deel.cards) == len(volgorde))
    assert [deel._list.indexOf(deel.cards[casus]) for casus in volgorde] == [0, 1]


def test_een_casus_die_nog_moest_komen_gaat_meteen_open(
    kijker: Kijker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agenda, "AT_ONCE", 1)
    kijker.werk.show_overleg("wk48")
    laatste = reading.agenda(kijker.sessie, "wk48")[-1].casus
    kijker.werk.overleg.agenda.unfold(laatste)
    assert kijker.werk.overleg.agenda.cards[laatste].is_unfolded
