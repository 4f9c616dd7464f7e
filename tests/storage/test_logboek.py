"""Het logboek: een keten waarin elke verandering gevonden en genoemd wordt."""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from casus_app.poorten import Logstand, Logzeef
from storage import Kluis, connection, controleer_kluis
from tests.storage.waarden import MOMENT, WACHTZIN, nieuw, partij, regel, vul

REGELS = 12


@pytest.fixture
def gevuld(openen: Callable[[], Kluis]) -> str:
    """Een gesloten kluis met twaalf logregels; geeft de sleutel van de database."""
    kluis = openen()
    vul(kluis, REGELS)
    kluis.sluit()
    return kluis._key


@contextmanager
def _buiten_om(pad: Path, sleutel: str) -> Iterator[dbapi2.Connection]:
    """Met de sleutel van de database, maar zonder die van het logboek."""
    db = connection.connect(pad / "kluis.db", sleutel)
    try:
        db.execute("DROP TRIGGER logboek_blijft")
        db.execute("DROP TRIGGER logboek_gaat_niet_weg")
        yield db
    finally:
        db.close()


def _stand(pad: Path, openen: Callable[[], Kluis]) -> Logstand:
    bevinding = controleer_kluis(pad, WACHTZIN)
    kluis = openen()
    stand = kluis.controleer_logboek()
    kluis.sluit()
    assert (bevinding.heel, bevinding.breuk) == (stand.heel, stand.breuk)
    assert bevinding.logregels == stand.regels
    return stand


KOLOMMEN = {
    "moment": "2020-01-01T00:00:00+00:00",
    "gebruiker": "een ander",
    "rol": "fg",
    "handeling": "casus.vernietigen",
    "uitkomst": "geweigerd",
    "code": "geen-taak",
    "soort": "casus",
    "pseudoniem": "0" * 16,
    "aantal": 3,
    "vorige": "f" * 64,
    "zegel": "f" * 64,
}


@pytest.mark.parametrize("kolom", KOLOMMEN)
@pytest.mark.parametrize("nr", [1, 5, REGELS])
def test_een_veranderde_regel_wordt_gevonden_en_genoemd(
    pad: Path, gevuld: str, openen: Callable[[], Kluis], kolom: str, nr: int
) -> None:
    with _buiten_om(pad, gevuld) as db:
        db.execute(f"UPDATE logboek SET {kolom} = ? WHERE nr = ?", (KOLOMMEN[kolom], nr))  # noqa: S608 - een eigen lijst
    stand = _stand(pad, openen)
    assert (stand.heel, stand.breuk) == (False, nr)


@pytest.mark.parametrize("kolom", ["moment", "zegel", "vorige", "gebruiker"])
def test_een_kluis_met_een_onleesbare_laatste_regel_gaat_open_en_zegt_het(
    pad: Path, gevuld: str, openen: Callable[[], Kluis], kolom: str
) -> None:
    with _buiten_om(pad, gevuld) as db:
        db.execute(f"UPDATE logboek SET {kolom} = 'é?' WHERE nr = ?", (REGELS,))  # noqa: S608 - een eigen lijst
    assert _stand(pad, openen).breuk == REGELS


def test_een_verwijderde_regel_wordt_gevonden(
    pad: Path, gevuld: str, openen: Callable[[], Kluis]
) -> None:
    with _buiten_om(pad, gevuld) as db:
        db.execute("DELETE FROM logboek WHERE nr = 4")
    assert _stand(pad, openen) == Logstand(False, REGELS - 1, _laatste(pad, gevuld), 4)


def test_een_verwijderde_regel_met_doorgenummerde_rest_ook(
    pad: Path, gevuld: str, openen: Callable[[], Kluis]
) -> None:
    with _buiten_om(pad, gevuld) as db:
        db.execute("DELETE FROM logboek WHERE nr = 4")
        for nr in range(5, REGELS + 1):
            db.execute("UPDATE logboek SET nr = ? WHERE nr = ?", (nr - 1, nr))
    assert _stand(pad, openen).breuk == 4


def test_verwisselde_regels_worden_gevonden(
    pad: Path, gevuld: str, openen: Callable[[], Kluis]
) -> None:
    with _buiten_om(pad, gevuld) as db:
        for van, naar in ((6, 99), (7, 6), (99, 7)):
            db.execute("UPDATE logboek SET nr = ? WHERE nr = ?", (naar, van))
    assert _stand(pad, openen).breuk == 6


def test_de_eerste_regels_weghalen_wordt_gevonden(
    pad: Path, gevuld: str, openen: Callable[[], Kluis]
) -> None:
    with _buiten_om(pad, gevuld) as db:
        db.execute("DELETE FROM logboek WHERE nr <= 3")
    assert _stand(pad, openen).breuk == 1


def test_een_keten_opnieuw_uitrekenen_zonder_de_sleutel_helpt_niet(
    pad: Path, gevuld: str, openen: Callable[[], Kluis]
) -> None:
    """Wie alleen de database heeft kan een hash uitrekenen; ons zegel vraagt een sleutel."""
    for sleutel in (b"", gevuld.encode(), bytes(32)):
        with _buiten_om(pad, gevuld) as db:
            _reken_opnieuw(db, sleutel)
            db.execute(
                "CREATE TRIGGER logboek_blijft BEFORE UPDATE ON logboek BEGIN SELECT 1; END"
            )
            db.execute(
                "CREATE TRIGGER logboek_gaat_niet_weg BEFORE DELETE ON logboek BEGIN SELECT 1; END"
            )
        assert _stand(pad, openen).breuk == 1


def _reken_opnieuw(db: dbapi2.Connection, sleutel: bytes) -> None:
    vorige = "0" * 64
    for nr, *rest in db.execute("SELECT * FROM logboek ORDER BY nr").fetchall():
        inhoud = json.dumps([nr, *rest[:-2]], ensure_ascii=False, separators=(",", ":"))
        bericht = bytes.fromhex(vorige) + inhoud.encode()
        zegel = (
            hmac.digest(sleutel, bericht, "sha256").hex()
            if sleutel
            else hashlib.sha256(bericht).hexdigest()
        )
        db.execute("UPDATE logboek SET vorige = ?, zegel = ? WHERE nr = ?", (vorige, zegel, nr))
        vorige = zegel


def test_een_afgeknipte_staart_ziet_de_keten_niet_en_het_anker_wel(
    pad: Path, gevuld: str, openen: Callable[[], Kluis]
) -> None:
    """De grens van elke keten; daarom staat het laatste zegel ook op papier."""
    bewaard = _laatste(pad, gevuld)
    with _buiten_om(pad, gevuld) as db:
        db.execute("DELETE FROM logboek WHERE nr > 10")
    kluis = openen()
    stand = kluis.controleer_logboek()
    assert stand.heel
    assert stand.laatste != bewaard
    assert kluis.ankermelding is not None
    kluis.sluit()
    bevinding = controleer_kluis(pad, WACHTZIN)
    assert (bevinding.heel, bevinding.breuk) == (False, None)


def test_een_staart_die_tijdens_het_werk_verdwijnt_wordt_wel_gezien(kluis: Kluis) -> None:
    vul(kluis, 5)
    assert kluis._db is not None
    kluis._db.execute("DROP TRIGGER logboek_gaat_niet_weg")
    kluis._db.execute("DELETE FROM logboek WHERE nr = 5")
    stand = kluis.controleer_logboek()
    assert (stand.heel, stand.breuk) == (False, 5)


def _laatste(pad: Path, sleutel: str) -> str:
    db = connection.connect(pad / "kluis.db", sleutel)
    (zegel,) = db.execute("SELECT zegel FROM logboek ORDER BY nr DESC LIMIT 1").fetchone()
    db.close()
    return str(zegel)


@pytest.mark.parametrize("sql", ["UPDATE logboek SET code = 'x'", "DELETE FROM logboek"])
def test_per_ongeluk_verandert_er_niets_in_het_logboek(kluis: Kluis, sql: str) -> None:
    vul(kluis, 1)
    assert kluis._db is not None
    with pytest.raises(dbapi2.IntegrityError, match="groeit alleen"):
        kluis._db.execute(sql)


def test_een_teruggezette_klok_krijgt_een_eigen_regel(kluis: Kluis) -> None:
    vul(kluis, 1, van=100)
    kluis.leg_vast(nieuw(partij("later")), regel(50))
    kluis.leg_vast(nieuw(partij("nog-later")), regel(50))
    regels = list(kluis.logregels())[::-1]
    assert [r.handeling for r in regels] == [
        "partij.registreren", "klok.teruggezet", "partij.registreren", "partij.registreren",
    ]  # fmt: skip
    assert [r.nr for r in regels] == [1, 2, 3, 4]
    assert regels[1].moment == MOMENT + timedelta(seconds=50)
    assert (regels[1].soort, regels[1].pseudoniem) == (None, None)
    assert kluis.controleer_logboek().heel


def test_een_mislukte_handeling_laat_geen_regel_over_de_klok_na(kluis: Kluis) -> None:
    vul(kluis, 1, van=100)
    with pytest.raises(Exception, match="veranderd"):
        kluis.leg_vast(nieuw(partij("p100")), regel(50))
    assert [r.handeling for r in kluis.logregels()] == ["partij.registreren"]


def test_in_het_logboek_staat_geen_sleutel_en_geen_inhoud(kluis: Kluis) -> None:
    kluis.leg_vast(nieuw(partij("geheime-code")), regel(onderwerp=("partij", "geheime-code")))
    assert kluis._db is not None
    (rij,) = kluis._db.execute("SELECT * FROM logboek").fetchall()
    assert "geheime-code" not in repr(rij)
    assert kluis.pseudoniem("partij", "geheime-code") in rij
    assert len(kluis.pseudoniem("partij", "geheime-code")) == 16


def test_een_pseudoniem_is_vast_per_kluis_en_per_soort(kluis: Kluis, andere: Path) -> None:
    from storage import open_kluis
    from tests.storage.waarden import WACHTZIN_B

    with open_kluis(andere, WACHTZIN_B) as tweede:
        namen = {
            kluis.pseudoniem("casus", "K1"),
            kluis.pseudoniem("casus", "K2"),
            kluis.pseudoniem("overleg", "K1"),
            tweede.pseudoniem("casus", "K1"),
        }
    assert len(namen) == 4


def test_het_logboek_leest_van_nieuw_naar_oud_en_per_onderwerp(
    kluis: Kluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.log_search.PAGE_LINES", 10)
    vul(kluis, 35)
    assert [r.nr for r in kluis.logregels()] == list(range(35, 0, -1))
    assert [r.nr for r in kluis.logregels(voor=4)] == [3, 2, 1]
    (een,) = kluis.logregels(Logzeef(pseudoniem=kluis.pseudoniem("partij", "p7")))
    assert (een.nr, een.soort, een.moment) == (8, "partij", MOMENT + timedelta(seconds=7))
    assert list(kluis.logregels(Logzeef(pseudoniem="bestaat niet"))) == []


@pytest.mark.parametrize(
    "anders",
    [
        {"onderwerp": None, "aantal": 0},
        {"aantal": -5, "code": "geen-taak", "uitkomst": "geweigerd"},
        {"gebruiker": 'met "haken" \\ en \n regels', "rol": "👩‍⚖️"},
        {"moment": MOMENT + timedelta(microseconds=1)},
        {"moment": MOMENT.astimezone()},
    ],
)
def test_elke_logregel_klopt_ook_na_openen(
    kluis: Kluis, openen: Callable[[], Kluis], anders: dict[str, Any]
) -> None:
    kluis.leg_vast([], regel(**anders))
    vul(kluis, 1, van=1)
    kluis.sluit()
    opnieuw = openen()
    assert opnieuw.controleer_logboek() == Logstand(True, 2, opnieuw.laatste_zegel())
    for naam, waarde in anders.items():
        if naam != "onderwerp":
            assert getattr(list(opnieuw.logregels())[-1], naam) == waarde
