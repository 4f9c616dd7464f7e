"""A chosen file as a list; runs on the background thread, so no widgets here."""

from pathlib import Path

from casus_app.lijsten import Lijst, LijstFout, lees
from casus_app.lijsten.lezen import BESTAND_HOOGSTENS

CANNOT = "Dit bestand is niet te lezen. Kijk of het er nog staat en of u het mag openen."


def read_list(path: Path) -> Lijst:
    """Reads no more than a list may be. Raises `LijstFout`."""
    if not path.is_file():  # a pipe would keep us waiting for ever
        raise LijstFout(CANNOT)
    try:
        with path.open("rb") as file:
            content = file.read(BESTAND_HOOGSTENS + 1)
    except OSError as error:
        raise LijstFout(CANNOT) from error
    return lees(path.name, content)
