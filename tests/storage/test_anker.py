"""Het zegel in de voet van een papier: staat het nog in de keten, en is er niets afgeknipt."""

import shutil
from pathlib import Path

import pytest

from casus_app.__main__ import main
from storage import Kluis, connection, controleer_kluis
from storage.controle import NIET_IN_DE_KETEN
from tests.storage.waarden import WACHTZIN, vul


@pytest.fixture
def zegel(kluis: Kluis) -> str:
    """Het zegel na vijf regels, zoals het op een papier staat; daarna komen er nog vier."""
    vul(kluis, 5)
    op_papier = kluis.laatste_zegel()[:16]
    vul(kluis, 4, van=5)
    kluis.sluit()
    return op_papier


def knoei(pad: Path, kluis: Kluis, sql: str, *cellen: int) -> None:
    """Wie de sleutel heeft en de wachters weghaalt, kan alles veranderen."""
    db = connection.connect(pad / "kluis.db", kluis._key)
    wachters = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'logboek'"
    for (naam,) in db.execute(wachters).fetchall():
        db.execute(f"DROP TRIGGER {naam}")
    db.execute(sql, cellen)
    db.close()


def test_een_anker_in_de_keten_zegt_welke_regel_en_wat_erna_kwam(pad: Path, zegel: str) -> None:
    bevinding = controleer_kluis(pad, WACHTZIN, zegel.upper())
    assert bevinding.heel
    assert bevinding.regels[-2:] == (
        "Het anker is regel 5 van het logboek, van 2026-11-24.",
        "De 4 regels erna zijn heel; er is niets afgeknipt.",
    )


def test_wie_ook_het_oude_sleutelbestand_terugzet_verraadt_alleen_het_papier(
    pad: Path, voorbeeld: Path, kluis: Kluis, zegel: str
) -> None:
    shutil.copy(voorbeeld / "kluis.db.sleutel", pad)
    knoei(pad, kluis, "DELETE FROM logboek WHERE nr > 3")
    assert controleer_kluis(pad, WACHTZIN).heel
    bevinding = controleer_kluis(pad, WACHTZIN, zegel)
    assert not bevinding.heel
    assert bevinding.regels == (NIET_IN_DE_KETEN,)


@pytest.mark.parametrize(
    ("nummer", "zin"),
    [
        (8, "Tot en met het anker klopt de keten."),
        (2, "Al voor het anker klopt de keten niet."),
    ],
)
def test_bij_een_breuk_zegt_het_anker_aan_welke_kant(
    pad: Path, kluis: Kluis, zegel: str, nummer: int, zin: str
) -> None:
    knoei(pad, kluis, "UPDATE logboek SET code = 'anders' WHERE nr = ?", nummer)
    bevinding = controleer_kluis(pad, WACHTZIN, zegel)
    assert not bevinding.heel
    assert bevinding.regels[-1] == zin


def test_op_de_opdrachtregel(
    pad: Path, zegel: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wachtzin = tmp_path / "wachtzin"
    wachtzin.write_text(WACHTZIN, "utf-8")
    vraag = ["controleer", str(pad), "--wachtzin-bestand", str(wachtzin), "--anker"]
    assert main([*vraag, zegel]) == 0
    assert "Het anker is regel 5" in capsys.readouterr().out
    assert main([*vraag, "0" * 16]) == 1
    for vreemd in ("kort", "%" * 16, "f" * 15):
        with pytest.raises(SystemExit):
            main([*vraag, vreemd])
