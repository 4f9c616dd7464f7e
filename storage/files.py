"""Files around the vault: where they lie, who may read them, one program at a time."""

import errno
import fcntl
import os
import secrets
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from storage.errors import GeenKluis, InGebruik, MapOntbreekt, NaamGeweigerd, translated

OWNER_ONLY = 0o600
_FOLDER_OWNER_ONLY = 0o700
_NAME_BYTES = 200
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{n}{i}" for n in ("com", "lpt") for i in range(10)}


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where the files of one vault are."""

    database: Path

    @property
    def sleutel(self) -> Path:
        """The key file."""
        return _beside(self.database, ".sleutel")

    @property
    def sleutel_vorige(self) -> Path:
        """What the key file was before its last change, until somebody opened with the new one."""
        return _beside(self.database, ".sleutel.vorige")

    @property
    def pogingen(self) -> Path:
        """How often a passphrase was wrong since somebody last opened the vault."""
        return _beside(self.database, ".pogingen")

    @property
    def wal(self) -> Path:
        """What SQLite wrote but did not yet put in its place."""
        return _beside(self.database, "-wal")

    @property
    def wal_in_use(self) -> bool:
        """Whether the vault was not closed; must be asked before SQLite has it open."""
        return _size(self.wal) > 0

    @property
    def journal(self) -> Path:
        """Never ours; of something else that once stood here."""
        return _beside(self.database, "-journal")

    @property
    def in_making(self) -> "Plaats":
        """Where a new vault is made; it gets its own name when it is whole."""
        return Plaats(_beside(self.database, ".nieuw"))

    @property
    def reserve(self) -> Path:
        """The folder with the backups that lie beside the vault."""
        return _beside(self.database, ".reserve")

    @property
    def gewist(self) -> Path:
        """The sealed list of what was erased; see `storage.ledger`."""
        return _beside(self.database, ".gewist")

    @property
    def ballast(self) -> Path:
        """Room kept aside for a full disk; see `storage.ballast`."""
        return _beside(self.database, ".ballast")

    @property
    def herstel(self) -> "Plaats":
        """Where a backup is made ready to take the place of the vault; see `storage.swap`."""
        return Plaats(_beside(self.database, ".herstel") / self.database.name)

    @property
    def largest(self) -> int:
        """The size of the largest file of the vault."""
        return max(_size(self.database), _size(self.wal))


def locate(pad: Path) -> Plaats:
    """The vault at this path; in an existing folder it is called `kluis.db`."""
    return Plaats(pad / "kluis.db" if pad.is_dir() else pad)


def _beside(pad: Path, suffix: str) -> Path:
    return pad.with_name(pad.name + suffix)


def _size(pad: Path) -> int:
    try:
        return pad.stat().st_size
    except OSError:
        return 0


def make_folder(map_: Path) -> None:
    """Makes the last folder of this path, for its owner only; the rest must be there."""
    if map_.is_dir():
        return
    if not map_.parent.is_dir():
        raise MapOntbreekt
    with translated():
        map_.mkdir(mode=_FOLDER_OWNER_ONLY, exist_ok=True)
        map_.chmod(_FOLDER_OWNER_ONLY)
        sync_folder(map_.parent)


def sync_folder(map_: Path) -> None:
    """Makes the names in a folder durable."""
    fd = os.open(map_, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def sync_file(pad: Path) -> None:
    """Makes the content of a file durable. Never for the database file: see `_held`."""
    fd = os.open(pad, os.O_RDWR | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def schrijf_bestand(map: Path, naam: str, inhoud: bytes) -> Path:
    """Writes an export: whole or not at all, readable by its owner only.

    A file of the same name is replaced in one step, because the same paper made again is the
    same paper: names are neutral and follow from what is in the vault. A link is replaced, not
    followed.
    """
    check_name(naam)
    make_folder(map)
    doel = map / naam
    with translated():
        if doel.is_dir():
            raise NaamGeweigerd
        write_beside(doel, inhoud)
    return doel


def check_name(naam: str) -> None:
    """Refuses a name that is a path, hides, deceives the eye, or means something to a system."""
    stam = naam.split(".", maxsplit=1)[0].rstrip().lower()
    goed = (
        naam
        and naam[0] != "."
        and naam[-1] not in ". "
        and stam not in _DEVICES
        and not any(teken in '/\\:*?"<>|' for teken in naam)
        and not any(
            unicodedata.category(teken) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for teken in naam
        )
        and len(naam.encode()) <= _NAME_BYTES
    )
    if not goed:
        raise NaamGeweigerd


def write_beside(doel: Path, inhoud: bytes) -> None:
    """Temp file in the same folder, fsync, rename, fsync of the folder. Raises `OSError`."""
    tijdelijk = doel.with_name(f".casusoverleg-{secrets.token_hex(8)}.tmp")
    fd = os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, OWNER_ONLY)
    try:
        try:
            os.fchmod(fd, OWNER_ONLY)
            rest = memoryview(inhoud)
            while rest:
                rest = rest[os.write(fd, rest) :]
            os.fsync(fd)
        finally:
            os.close(fd)
        tijdelijk.replace(doel)
    except BaseException:
        tijdelijk.unlink(missing_ok=True)
        raise
    sync_folder(doel.parent)


def move_aside(pad: Path) -> None:
    """Puts a file that is in the way beside it, under a name that is free; nothing is lost."""
    if not pad.exists():
        return
    nummer = 1
    while (weg := _beside(pad, f".oud{nummer}")).exists():
        nummer += 1
    pad.rename(weg)


_held: set[tuple[int, int]] = set()
"""The vault files this process has open, by device and inode.

POSIX drops all locks SQLite has on a file as soon as *any* descriptor of that file is closed by
the same process, so such a file must not even be looked into.
"""
_guard = Lock()


class FileLock:
    """The lock on a vault file, held through one descriptor for as long as the vault is open.

    Another program is refused at once, before any passphrase is stretched. On a network share
    without flock the lock that SQLite takes itself is the only one.
    """

    def __init__(self, pad: Path, flags: int, kind: int) -> None:
        with _guard:
            if pad.exists() and _identity(pad.stat()) in _held:
                raise InGebruik
            self._fd = os.open(pad, flags | os.O_CLOEXEC, OWNER_ONLY)
            try:
                fcntl.flock(self._fd, kind | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(self._fd)
                raise InGebruik from None
            except OSError as fout:
                if fout.errno not in {errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS}:
                    os.close(self._fd)
                    raise
            self._identity = _identity(os.fstat(self._fd))
            _held.add(self._identity)

    def release(self) -> None:
        """Only after SQLite has closed the file. May be called more than once."""
        with _guard:
            if self._fd >= 0:
                _held.discard(self._identity)
                os.close(self._fd)
                self._fd = -1

    def read(self, size: int, offset: int = 0) -> bytes:
        """Part of the file, without opening it a second time."""
        return os.pread(self._fd, size, offset)

    def make_empty(self) -> None:
        """Empties the file and keeps others out of it."""
        os.fchmod(self._fd, OWNER_ONLY)
        os.ftruncate(self._fd, 0)

    def is_at(self, pad: Path) -> bool:
        """Whether the locked file is still the one under this name."""
        return _identity(pad.stat()) == self._identity

    @property
    def size(self) -> int:
        """The size of the file."""
        return os.fstat(self._fd).st_size


def _identity(info: os.stat_result) -> tuple[int, int]:
    return info.st_dev, info.st_ino


def lock_file(pad: Path, *, shared: bool = False) -> FileLock:
    """Locks an existing file, for writing or for reading. Raises `InGebruik` at once."""
    if not pad.is_file():
        raise GeenKluis
    if shared:
        return FileLock(pad, os.O_RDONLY, fcntl.LOCK_SH)
    return FileLock(pad, os.O_RDWR, fcntl.LOCK_EX)


def lock_new(pad: Path) -> FileLock:
    """Makes an empty file under this name, or takes over one that a killed program left."""
    lock = FileLock(pad, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, fcntl.LOCK_EX)
    with release_on_error(lock):
        if not lock.is_at(pad):  # the other program just finished
            raise InGebruik
        lock.make_empty()
    return lock


@contextmanager
def release_on_error(lock: FileLock) -> Iterator[None]:
    """Lets go of the lock when opening does not succeed after all."""
    try:
        yield
    except BaseException:
        lock.release()
        raise
