"""A chosen file as bytes; runs on the background thread, so no widgets here."""

from pathlib import Path

from casus_app.overgang import OvergangFout
from casus_app.overgang.lezen import BESTAND_HOOGSTENS

CANNOT = "Dit bestand is niet te lezen. Kijk of het er nog staat en of u het mag openen."


def read_bytes(path: Path) -> bytes:
    """Reads no more than a casus may be. Raises `OvergangFout`."""
    if not path.is_file():  # a pipe would keep us waiting for ever
        raise OvergangFout(CANNOT)
    try:
        with path.open("rb") as file:
            return file.read(BESTAND_HOOGSTENS + 1)
    except OSError as error:
        raise OvergangFout(CANNOT) from error
