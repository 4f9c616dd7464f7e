"""What can be asked of an open database to know that it is whole; nothing here changes it."""

from collections.abc import Iterator

from sqlcipher3 import dbapi2

from storage import connection
from storage.errors import KluisBeschadigd

_OWN_TABLES = {
    "kluis",
    "logboek",
    "gewist",
    "reserve",
    "werksleutel",
    "handtekening",
    "vaststelzout",
    "sleutelstand",
}


def pages(db: dbapi2.Connection) -> Iterator[str]:
    """Every page as SQLCipher sees it and every table as SQLite sees it.

    `cipher_integrity_check` reads the main file only, so it comes after the checkpoint: before it,
    a healthy vault that was not closed would be called damaged.
    """
    if not connection.checkpoint(db):
        raise KluisBeschadigd
    bad = db.execute("PRAGMA cipher_integrity_check").fetchall()
    if bad:
        yield f"{len(bad)} bladzijden van de kluis zijn beschadigd. Zet een reservekopie terug."
    found = [line for (line,) in db.execute("PRAGMA integrity_check")]
    if found != ["ok"]:
        yield "De indeling van de kluis is beschadigd. Zet een reservekopie terug."


def references(db: dbapi2.Connection) -> Iterator[str]:
    """Rows that point to something that is not there."""
    loose = db.execute("PRAGMA foreign_key_check").fetchall()
    for tabel in sorted({row[0] for row in loose}):
        aantal = sum(row[0] == tabel for row in loose)
        yield f"In {tabel} wijzen {aantal} verwijzingen naar iets dat er niet meer is."


def counts(db: dbapi2.Connection) -> dict[str, int]:
    """How many values there are of each kind."""
    tables = [
        naam
        for (naam,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if naam not in _OWN_TABLES and not naam.startswith("sqlite_")
    ]
    return {
        naam: int(db.execute(f'SELECT count(*) FROM "{naam}"').fetchone()[0])  # noqa: S608 - a name from our own schema
        for naam in tables
    }
