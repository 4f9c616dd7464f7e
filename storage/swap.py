"""One vault in the place of another: old or new whatever happens, and never nothing.

The new one lies whole and durable in a folder beside the old one before anything is moved; a note
there (`klaar`) is what makes it count. From then on every step may be done again: whoever opens
the vault after a kill finishes it first.
"""

import fcntl
import os
import re
import shutil
from pathlib import Path

from storage.errors import KopieBeschadigd
from storage.files import FileLock, Plaats, make_folder, sync_folder, write_beside

_NOTE = "klaar"
_ASIDE = re.compile(r"hersteld-[0-9TZ-]{1,40}")


def _note(plaats: Plaats) -> Path:
    return plaats.herstel.database.parent / _NOTE


def pending(plaats: Plaats) -> bool:
    """Whether a swap was begun and has to be finished before anything else."""
    return _note(plaats).exists()


def clear(plaats: Plaats) -> None:
    """An empty folder to make the new vault in; what a killed restore left there goes."""
    folder = plaats.herstel.database.parent
    if folder.exists():
        shutil.rmtree(folder)
    make_folder(folder)


def drop(plaats: Plaats) -> None:
    """Takes away what was made ready, unless it counts already."""
    if not pending(plaats):
        shutil.rmtree(plaats.herstel.database.parent, ignore_errors=True)


def commit(plaats: Plaats, aside: str) -> None:
    """Makes the new vault count, and puts it in its place; the old goes to the folder `aside`."""
    new = plaats.herstel
    for pad in (new.database, new.sleutel):
        _sync(pad)
    sync_folder(new.database.parent)
    sync_folder(plaats.database.parent)
    write_beside(_note(plaats), aside.encode())
    finish(plaats)


def finish(plaats: Plaats) -> None:
    """Does what is left of a swap, if there is one. Raises `InGebruik` and `OSError`."""
    note = _note(plaats)
    if not note.exists():
        return
    lock = FileLock(note, os.O_RDWR, fcntl.LOCK_EX)
    try:
        name = note.read_text(encoding="ascii", errors="replace")
        if not _ASIDE.fullmatch(name):
            raise KopieBeschadigd
        aside = plaats.database.parent / name
        make_folder(aside)
        new = plaats.herstel
        if new.database.exists():
            for pad in (plaats.wal, plaats.journal, plaats.database):
                _move(pad, aside)
            # The old WAL is gone for good before the new database can be seen beside it.
            sync_folder(plaats.database.parent)
            new.database.rename(plaats.database)
            sync_folder(plaats.database.parent)
        if new.sleutel.exists():
            _move(plaats.sleutel, aside)
            new.sleutel.rename(plaats.sleutel)
        sync_folder(aside)
        sync_folder(plaats.database.parent)
        note.unlink()
        sync_folder(note.parent)
    finally:
        lock.release()
    shutil.rmtree(note.parent, ignore_errors=True)


def _move(pad: Path, aside: Path) -> None:
    if pad.exists():
        pad.rename(aside / pad.name)


def _sync(pad: Path) -> None:
    fd = os.open(pad, os.O_RDWR | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
