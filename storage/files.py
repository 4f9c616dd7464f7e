"""Files around the vault: where they lie, who may read them, one program at a time."""

import fcntl
import os
import secrets
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from storage.errors import InGebruik, MapOntbreekt, NaamGeweigerd, vertaald

ALLEEN_EIGENAAR = 0o600
_MAP_ALLEEN_EIGENAAR = 0o700
_NAAM_BYTES = 200
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{n}{i}" for n in ("com", "lpt") for i in range(10)}


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where the files of one vault are."""

    database: Path

    @property
    def sleutel(self) -> Path:
        """The key file."""
        return _met(self.database, ".sleutel")

    @property
    def wal(self) -> Path:
        """What SQLite wrote but did not yet put in its place."""
        return _met(self.database, "-wal")

    @property
    def wal_is_gevuld(self) -> bool:
        """Whether the vault was not closed; must be asked before SQLite has it open."""
        return _omvang(self.wal) > 0

    @property
    def nieuw(self) -> Path:
        """A vault being made; it gets its own name when it is whole."""
        return _met(self.database, ".nieuw")

    @property
    def grootste(self) -> int:
        """The size of the largest file of the vault."""
        return max(_omvang(self.database), _omvang(self.wal), _omvang(self.nieuw))


def plaats(pad: Path) -> Plaats:
    """The vault at this path; in an existing folder it is called `kluis.db`."""
    return Plaats(pad / "kluis.db" if pad.is_dir() else pad)


def _met(pad: Path, staart: str) -> Path:
    return pad.with_name(pad.name + staart)


def _omvang(pad: Path) -> int:
    try:
        return pad.stat().st_size
    except OSError:
        return 0


def maak_map(map_: Path) -> None:
    """Makes the last folder of this path, for its owner only; the rest must be there."""
    if map_.is_dir():
        return
    if not map_.parent.is_dir():
        raise MapOntbreekt
    with vertaald():
        map_.mkdir(mode=_MAP_ALLEEN_EIGENAAR, exist_ok=True)
        map_.chmod(_MAP_ALLEEN_EIGENAAR)
        sync_map(map_.parent)


def sync_map(map_: Path) -> None:
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
    keur_naam(naam)
    maak_map(map)
    doel = map / naam
    with vertaald():
        if doel.is_dir():
            raise NaamGeweigerd
        write_beside(doel, inhoud)
    return doel


def keur_naam(naam: str) -> None:
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
        and len(naam.encode()) <= _NAAM_BYTES
    )
    if not goed:
        raise NaamGeweigerd


def write_beside(doel: Path, inhoud: bytes) -> None:
    """Temp file in the same folder, fsync, rename, fsync of the folder. Raises `OSError`."""
    tijdelijk = doel.with_name(f".casusoverleg-{secrets.token_hex(8)}.tmp")
    fd = os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, ALLEEN_EIGENAAR)
    try:
        try:
            os.fchmod(fd, ALLEEN_EIGENAAR)
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
    sync_map(doel.parent)


def opzij(pad: Path) -> None:
    """Puts a file that is in the way beside it, under a name that is free; nothing is lost."""
    if not pad.exists():
        return
    nummer = 1
    while (weg := _met(pad, f".oud{nummer}")).exists():
        nummer += 1
    pad.rename(weg)


_held: set[tuple[int, int]] = set()
"""The vault files this process has open, by device and inode.

POSIX drops all locks SQLite has on a file as soon as *any* descriptor of that file is closed by
the same process, so such a file must not even be looked into.
"""


class Slot:
    """The lock on a vault file, held through one descriptor for as long as the vault is open."""

    def __init__(self, fd: int, soort: int) -> None:
        self.fd = fd
        info = os.fstat(fd)
        self._identity = (info.st_dev, info.st_ino)
        try:
            fcntl.flock(fd, soort | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(fd)
            raise InGebruik from None
        except OSError:  # a network share without flock; the lock of SQLite itself remains
            pass
        _held.add(self._identity)

    def laat_los(self) -> None:
        """Only after SQLite has closed the file."""
        if self.fd >= 0:
            _held.discard(self._identity)
            os.close(self.fd)
            self.fd = -1

    def kop(self, aantal: int) -> bytes:
        """The first bytes of the file, without opening it a second time."""
        return os.pread(self.fd, aantal, 0)

    @property
    def omvang(self) -> int:
        """The size of the file."""
        return os.fstat(self.fd).st_size


def grendel(pad: Path, *, lezen: bool = False) -> Slot:
    """Locks an existing file, for writing or for reading. Raises `InGebruik` at once."""
    info = pad.stat()
    if not stat.S_ISREG(info.st_mode):
        raise NaamGeweigerd
    if (info.st_dev, info.st_ino) in _held:
        raise InGebruik
    fd = os.open(pad, (os.O_RDONLY if lezen else os.O_RDWR) | os.O_CLOEXEC)
    return Slot(fd, fcntl.LOCK_SH if lezen else fcntl.LOCK_EX)


def grendel_nieuw(pad: Path) -> Slot:
    """Makes an empty file under this name, or takes over one that a killed program left."""
    if pad.exists():
        info = pad.stat()
        if (info.st_dev, info.st_ino) in _held:
            raise InGebruik
    fd = os.open(pad, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, ALLEEN_EIGENAAR)
    slot = Slot(fd, fcntl.LOCK_EX)
    with los_bij_fout(slot):
        if not os.path.samestat(os.fstat(fd), pad.stat()):  # the other program just finished
            raise InGebruik
        os.fchmod(fd, ALLEEN_EIGENAAR)
        os.ftruncate(fd, 0)
    return slot


@contextmanager
def los_bij_fout(slot: Slot) -> Iterator[None]:
    """Lets go of the lock when opening does not succeed after all."""
    try:
        yield
    except BaseException:
        slot.laat_los()
        raise
