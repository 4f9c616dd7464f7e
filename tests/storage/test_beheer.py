"""De kluis als geheel: wat er van te zien is, en of een proef ook het sleutelbestand ziet."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from casus_app.domein.kluiszorg import Kluiszorg
from casus_app.poorten import Wijziging
from storage import Beheer, Kluis, kopieen, maak_kluis, open_kluis
from storage.errors import (
    KopieBeschadigd,
    MapOntbreekt,
    SleutelbestandBeschadigd,
    TweedeIsEerste,
)
from tests.storage.waarden import WACHTZIN, een, regel, vul

NU = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)


def _stil(_klaar: int, _alles: int) -> None:
    """Niemand kijkt."""


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    map_ = tmp_path / "stick"
    map_.mkdir()
    return map_


def test_de_staat_noemt_elke_kopie_en_waar_zij_nog_meer_ligt(kluis: Kluis, stick: Path) -> None:
    beheer = Beheer(kluis)
    assert beheer.staat().kopieen == ()
    assert beheer.laatste_kopie() is None
    vul(kluis, 2)
    beheer.maak_kopie(NU, _stil)
    beheer.kies_tweede(str(stick), (), regel(5))
    assert beheer.staat().tweede_op is None
    beheer.maak_kopie(NU + timedelta(days=1), _stil)
    staat = beheer.staat()
    assert [(k.moment, k.regels, k.elders) for k in staat.kopieen] == [
        (NU + timedelta(days=1), 3, True),
        (NU, 2, False),
    ]
    assert (staat.tweede, staat.tweede_er, staat.regels) == (stick, True, 3)
    assert staat.tweede_op == NU + timedelta(days=1)
    assert staat.zelfde_schijf
    assert beheer.laatste_kopie() == NU + timedelta(days=1)
    (elders,) = kopieen(stick)
    assert elders.regels == 3
    stick.rename(stick.with_name("weg"))
    assert not beheer.staat().tweede_er
    assert not any(k.elders for k in beheer.staat().kopieen)


def test_wie_toekijkt_hoort_hoe_ver_het_is(kluis: Kluis) -> None:
    vul(kluis, 2)
    gehoord: list[tuple[int, int]] = []
    Beheer(kluis).maak_kopie(NU, lambda klaar, alles: gehoord.append((klaar, alles)))
    assert gehoord == sorted(gehoord)
    assert len(gehoord) >= 3
    assert {alles for _, alles in gehoord} == {100}


def test_de_tweede_plaats_moet_er_zijn_en_een_andere_zijn(kluis: Kluis, tmp_path: Path) -> None:
    beheer = Beheer(kluis)
    with pytest.raises(MapOntbreekt):
        beheer.kies_tweede(str(tmp_path / "nergens"), (), regel(0))
    with pytest.raises(TweedeIsEerste):
        beheer.kies_tweede(str(kluis.plaats.database.parent), (), regel(0))
    assert beheer.staat().tweede is None
    assert kluis.laatste_zegel() == "0" * 64


def test_beproeven_ziet_ook_een_sleutelbestand_dat_stuk_of_van_een_ander_is(
    kluis: Kluis, tmp_path: Path
) -> None:
    vul(kluis, 2)
    beheer = Beheer(kluis)
    beheer.maak_kopie(NU, _stil)
    (kopie,) = kopieen(kluis.plaats.database)
    sleutel = kopie.pad.with_name(kopie.pad.name + ".sleutel")
    goed = sleutel.read_bytes()
    assert beheer.beproef_kopie(_stil).gelukt
    sleutel.write_bytes(goed.replace(b'"versie":1', b'"versie":2'))
    assert beheer.beproef_kopie(_stil).zin == SleutelbestandBeschadigd.zin
    sleutel.write_bytes(kluis.plaats.sleutel.read_bytes())
    assert beheer.beproef_kopie(_stil).gelukt
    with maak_kluis(tmp_path / "ander", WACHTZIN, oefening=True) as ander:
        sleutel.write_bytes(ander.plaats.sleutel.read_bytes())
    assert beheer.beproef_kopie(_stil).zin == KopieBeschadigd.zin


def test_beproeven_opent_ook_die_op_de_tweede_plaats(kluis: Kluis, stick: Path) -> None:
    beheer = Beheer(kluis)
    beheer.kies_tweede(str(stick), (), regel(0))
    vul(kluis, 2)
    beheer.maak_kopie(NU, _stil)
    assert "Ook die op de tweede plaats" in beheer.beproef_kopie(_stil).zin
    (elders,) = kopieen(stick)
    inhoud = bytearray(elders.pad.read_bytes())
    inhoud[9000] ^= 1
    elders.pad.write_bytes(inhoud)
    assert not beheer.beproef_kopie(_stil).gelukt
    stick.rename(stick.with_name("weg"))
    bericht = beheer.beproef_kopie(_stil)
    assert bericht.gelukt
    assert "De tweede plaats was er niet" in bericht.zin


def test_een_zegel_van_papier_wordt_gevonden_waar_het_staat(kluis: Kluis) -> None:
    vul(kluis, 3)
    zegel = kluis.laatste_zegel()[:16]
    vul(kluis, 4, 100)
    beheer = Beheer(kluis)
    gevonden = beheer.zoek_zegel(zegel)
    assert gevonden is not None
    assert (gevonden.nr, gevonden.erna) == (3, 4)
    assert beheer.zoek_zegel("f" * 16) is None


def test_een_anker_dat_niet_past_staat_er_tot_iemand_het_met_reden_aanvaardt(
    kluis: Kluis, pad: Path
) -> None:
    vul(kluis, 3)
    kluis.sluit()
    oud = (pad / "kluis.db").read_bytes()
    with open_kluis(pad, WACHTZIN) as weer:
        vul(weer, 3, 100)
    (pad / "kluis.db").write_bytes(oud)
    with open_kluis(pad, WACHTZIN) as terug:
        beheer = Beheer(terug)
        (anker,) = beheer.staat().ankers
        assert (anker.waar, anker.nr, anker.past, anker.moment) == (
            "sleutelbestand",
            6,
            False,
            None,
        )
        assert "ten minste 6 regels" in beheer.staat().melding
        reden = een(Kluiszorg, nummer=1)
        beheer.aanvaard_anker(
            (Wijziging(None, reden),), replace(regel(9), handeling="anker.aanvaarden")
        )
        assert terug.zoek(Kluiszorg) == (reden,)
        (anker,) = beheer.staat().ankers
        assert (anker.nr, anker.past) == (4, True)
        assert beheer.staat().melding == ""
    with open_kluis(pad, WACHTZIN) as weer:
        assert weer.ankermelding is None
