"""Keeps None, True and False alive where PySide6 forgets to count them.

PySide6 6.12.0 gives back None, True and False without adding to their count, as if they never die.
From Python 3.12 on they never do; on 3.11, which Debian 12 has, every call takes one away. After
some ten thousand calls the interpreter stops with `none_dealloc`. 6.11.3 does not do this.
"""

import sys

COUNTED = sys.version_info < (3, 12)


def keep_constants() -> None:
    """Gives them a count that no session will ever use up."""
    if COUNTED:
        import ctypes  # noqa: PLC0415 (only where it is needed)

        for constant in (None, True, False, NotImplemented, Ellipsis):
            ctypes.c_ssize_t.from_address(id(constant)).value += sys.maxsize // 4
