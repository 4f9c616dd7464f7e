"""De indeling van de kluis: gelijk aan het vak, stap voor stap, nooit half."""

import os
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_type_hints

import pytest
from sqlcipher3 import dbapi2

from casus_app import domein
from casus_app.domein.mensen import Partij
from casus_app.domein.werktekst import VELDEN
from storage import Kluis, connection, controleer_kluis, migrate, open_kluis
from storage.errors import KluisNieuwer
from storage.rows import table_name
from tests.storage.waarden import SOORTEN, WACHTZIN, nieuw, partij, regel, stand, vul

ERBIJ = """-- Een latere versie.
CREATE TABLE extra (a TEXT NOT NULL) STRICT;
CREATE TRIGGER extra_vast BEFORE UPDATE ON extra
BEGIN
    SELECT RAISE(ABORT, 'a; b');
END;
INSERT INTO extra VALUES ('een; twee');
ALTER TABLE partij ADD COLUMN erbij TEXT;
"""
KAPOT = f"{ERBIJ}INSERT INTO bestaat_niet VALUES (1);\n"  # noqa: S608 - een vast script
LOS = f"{ERBIJ}INSERT INTO professional VALUES ('x', 'weg', 'n', 'f', 'e', NULL, NULL);\n"  # noqa: S608 - idem
SLECHT = f"""{ERBIJ}PRAGMA ignore_check_constraints = ON;
INSERT INTO verzoek VALUES ('v', 'c', 'raar', '2026-01-01', '2026-02-01', '', '', NULL);
PRAGMA ignore_check_constraints = OFF;
"""  # noqa: S608 - idem


def _sleutel(openen: Callable[[], Kluis]) -> str:
    kluis = openen()
    vul(kluis, 3)
    kluis.sluit()
    return kluis._key


def _alles(db: dbapi2.Connection) -> list[Any]:
    schema = db.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY name").fetchall()
    inhoud = db.execute("SELECT * FROM partij").fetchall()
    return [connection.pragma_int(db, "user_version"), schema, inhoud]


def test_alle_soorten_waarden_van_het_vak_hebben_een_tabel() -> None:
    import importlib
    import pkgutil

    gevonden = set()
    for module in pkgutil.iter_modules(domein.__path__):
        inhoud = vars(importlib.import_module(f"casus_app.domein.{module.name}"))
        gevonden |= {s for s in inhoud.values() if isinstance(s, type) and "SLEUTEL" in vars(s)}
    gevonden = {soort for soort in gevonden if isinstance(soort.SLEUTEL, tuple)}
    assert gevonden == set(SOORTEN)


@pytest.mark.parametrize("soort", SOORTEN)
def test_elke_tabel_is_gelijk_aan_haar_soort(kluis: Kluis, soort: type) -> None:
    assert kluis._db is not None
    hints = get_type_hints(soort)
    kolommen = kluis._db.execute(f"PRAGMA table_info({table_name(soort)})").fetchall()
    verwacht = []
    for veld in fields(soort):
        hint, leeg = hints[veld.name], isinstance(hints[veld.name], UnionType)
        kaal = next(d for d in get_args(hint) if d is not type(None)) if leeg else hint
        type_ = "INTEGER" if kaal in {int, bool} else "TEXT"
        if veld.name in VELDEN.get(soort, ()):
            type_ = "ANY"  # een blob zolang het werktekst is
        verwacht.append((veld.name, type_, not leeg))
    assert [(naam, type_, bool(vol)) for _, naam, type_, vol, *_ in kolommen] == verwacht
    sleutel = sorted((pk, naam) for _, naam, _, _, _, pk in kolommen if pk)
    assert tuple(naam for _, naam in sleutel) == soort.SLEUTEL


@pytest.mark.parametrize("soort", SOORTEN)
def test_elke_keuze_is_in_de_tabel_even_ruim_als_in_het_vak(kluis: Kluis, soort: type) -> None:
    assert kluis._db is not None
    (sql,) = kluis._db.execute(
        "SELECT sql FROM sqlite_schema WHERE name = ?", (table_name(soort),)
    ).fetchone()
    hints = get_type_hints(soort)
    for veld in fields(soort):
        for keuze in (hints[veld.name], *get_args(hints[veld.name])):
            if isinstance(keuze, type) and issubclass(keuze, StrEnum):
                waarden = ", ".join(f"'{waarde}'" for waarde in keuze)
                assert f"CHECK ({veld.name} IN ({waarden}))" in sql


def test_een_lege_kluis_komt_in_een_keer_op_de_nieuwste_versie(kluis: Kluis) -> None:
    assert kluis._db is not None
    assert connection.pragma_int(kluis._db, "user_version") == migrate.newest() >= 1


def test_een_oude_kluis_gaat_mee_en_houdt_alles(
    pad: Path, openen: Callable[[], Kluis], monkeypatch: pytest.MonkeyPatch
) -> None:
    _sleutel(openen)
    stappen = (*migrate.scripts(), ERBIJ)
    monkeypatch.setattr(migrate, "scripts", lambda: stappen)
    kluis = openen()
    assert [p.id for p in kluis.zoek(Partij)] == ["p0", "p1", "p2"]
    assert kluis._db is not None
    assert kluis._db.execute("SELECT * FROM extra").fetchall() == [("een; twee",)]
    assert connection.pragma_int(kluis._db, "user_version") == len(stappen)
    with pytest.raises(dbapi2.IntegrityError, match="a; b"):
        kluis._db.execute("UPDATE extra SET a = 'x'")
    kluis.sluit()
    assert controleer_kluis(pad, WACHTZIN).versie == len(stappen)


@pytest.mark.parametrize("script", [KAPOT, LOS, SLECHT], ids=["fout", "losse-verwijzing", "keuze"])
def test_een_kapot_script_verandert_niets(
    pad: Path, openen: Callable[[], Kluis], monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    db = connection.connect(pad / "kluis.db", _sleutel(openen))
    voor = _alles(db)
    db.close()
    stappen = (*migrate.scripts(), script)
    with monkeypatch.context() as lapje:
        lapje.setattr(migrate, "scripts", lambda: stappen)
        with pytest.raises(Exception, match=r"bestaat_niet|beschadigd|FOREIGN"):
            open_kluis(pad, WACHTZIN)
    with open_kluis(pad, WACHTZIN) as kluis:
        assert kluis._db is not None
        assert _alles(kluis._db) == voor
        vul(kluis, 1, van=3)


def test_met_executescript_zou_er_een_halve_indeling_achterblijven(
    pad: Path, openen: Callable[[], Kluis]
) -> None:
    """De toets hierboven bijt: zo gaat het mis als de stappen niet één voor één gaan."""
    db: Any = connection.connect(pad / "kluis.db", _sleutel(openen))
    voor = _alles(db)
    db.execute("BEGIN IMMEDIATE")
    with pytest.raises(dbapi2.Error):
        db.executescript(KAPOT)
    if db.in_transaction:
        db.execute("ROLLBACK")
    assert _alles(db) != voor
    db.close()


def test_een_half_script_is_een_fout_van_ons() -> None:
    with pytest.raises(ValueError, match="midden in"):
        list(migrate.statements("CREATE TABLE a (b);\nCREATE TABLE"))


def _maak_nieuwer(pad: Path, sleutel: str, *, gesloten: bool) -> None:
    """Een kluis van een latere versie, al dan niet netjes gesloten."""
    kind = os.fork()
    if kind == 0:
        db = connection.connect(pad / "kluis.db", sleutel)
        connection.prepare_writing(db)
        db.execute(f"PRAGMA user_version = {migrate.newest() + 1}")
        db.execute("CREATE TABLE later (a)")
        if gesloten:
            db.close()
        os._exit(0)
    assert os.waitpid(kind, 0)[1] == 0
    assert (pad / "kluis.db-wal").exists() != gesloten


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")  # het kind doet alleen SQL
@pytest.mark.parametrize("gesloten", [True, False])
def test_een_kluis_van_een_latere_versie_blijft_onaangeroerd(
    pad: Path, openen: Callable[[], Kluis], gesloten: bool
) -> None:
    _maak_nieuwer(pad, _sleutel(openen), gesloten=gesloten)
    voor = stand(pad)
    with pytest.raises(KluisNieuwer):
        open_kluis(pad, WACHTZIN)
    with pytest.raises(KluisNieuwer):
        controleer_kluis(pad, WACHTZIN)
    assert stand(pad) == voor


def test_wat_niet_in_een_keuze_past_komt_er_ook_buiten_ons_om_niet_in(kluis: Kluis) -> None:
    assert kluis._db is not None
    kluis.leg_vast(nieuw(partij()), regel())
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        kluis._db.execute(
            "INSERT INTO verzoek VALUES ('v', 'c', 'raar', ?, ?, '', '', NULL)",
            (str(date(2026, 1, 1)), str(date(2026, 2, 1))),
        )


def test_de_kluis_houdt_haar_naam(kluis: Kluis) -> None:
    assert kluis._db is not None
    for sql in ("UPDATE kluis SET oefening = 0", "DELETE FROM kluis"):
        with pytest.raises(dbapi2.IntegrityError, match="haar naam"):
            kluis._db.execute(sql)
