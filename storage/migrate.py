"""Numbered SQL scripts, each applied once, all or nothing.

A script is frozen once released: it never changes and never uses today's classes.
"""

from collections.abc import Iterator, Sequence
from importlib.resources import files

from sqlcipher3 import dbapi2

from storage.connection import pragma_int
from storage.errors import KluisBeschadigd, KluisNieuwer


def scripts() -> tuple[str, ...]:
    """The scripts in order; the number of a script is its place, counted from 1."""
    folder = files("storage") / "migraties"
    found = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    for number, name in enumerate(found, start=1):
        if not name.startswith(f"{number:04}_"):
            raise RuntimeError(f"{name} had nummer {number} moeten hebben")
    return tuple((folder / name).read_text(encoding="utf-8") for name in found)


def newest() -> int:
    """The version this program reads and writes."""
    return len(scripts())


def refuse_newer(version: int) -> None:
    """A file of a later program is left exactly as it is."""
    if version > newest():
        raise KluisNieuwer


def migrate(db: dbapi2.Connection, steps: Sequence[str] | None = None) -> None:
    """Brings the database to the newest version, in one transaction per script.

    Never `executescript`: that commits whatever is open before it starts.
    """
    steps = scripts() if steps is None else steps
    for number in range(pragma_int(db, "user_version") + 1, len(steps) + 1):
        db.execute("BEGIN IMMEDIATE")
        try:
            for statement in statements(steps[number - 1]):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number:d}")
            _check(db)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one; a trigger with its body is one statement."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if dbapi2.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        raise ValueError("het script eindigt midden in een opdracht")


def _check(db: dbapi2.Connection) -> None:
    if db.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise KluisBeschadigd
    if db.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise KluisBeschadigd
