"""Room kept aside, so that what must go can go on a full disk.

Deleting writes too: on a disk that is full to the last byte SQLite refuses even that. So beside a
real vault lies a file that means nothing; a destruction that finds no room takes it away and is
tried once more. It comes back at the next opening, if there is room to spare by then.
"""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from storage.errors import SchijfVol, translate
from storage.files import OWNER_ONLY, Plaats, sync_folder

R = TypeVar("R")
SIZE = 16 << 20
"""More than destroying the largest case takes (docs/besluiten/0027)."""
_PIECE = 1 << 20


class Ballast:
    """The file of one vault, whether or not it is there now."""

    def __init__(self, plaats: Plaats) -> None:
        self._plaats = plaats

    def lay(self) -> None:
        """Puts it back when it is not there whole. Never fails, and never takes the last room.

        Random bytes: a file of zeros can take no room at all on the disk.
        """
        pad = self._plaats.ballast
        with suppress(OSError):
            if pad.is_file() and pad.stat().st_size == SIZE:
                return
            disk = os.statvfs(pad.parent)
            if disk.f_bavail * disk.f_frsize < 2 * SIZE:
                return
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
            fd = os.open(pad, flags, OWNER_ONLY)
            try:
                while (there := os.fstat(fd).st_size) < SIZE:
                    os.write(fd, secrets.token_bytes(min(_PIECE, SIZE - there)))
                os.fsync(fd)
            except OSError:
                pad.unlink()
            finally:
                os.close(fd)

    def make_room(self, act: Callable[[], R]) -> R:
        """Does this; when the disk is full once more, without the ballast.

        The disk of a stick that is full takes it too; there that gives no room.
        """
        try:
            return act()
        except Exception as fout:
            if not isinstance(translate(fout), SchijfVol) or not self._take_away():
                raise
        return act()

    def _take_away(self) -> bool:
        try:
            self._plaats.ballast.unlink()
            sync_folder(self._plaats.ballast.parent)
        except OSError:
            return False
        return True
