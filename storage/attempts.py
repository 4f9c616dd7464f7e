"""Wrong passphrases: each next one takes longer, and who gets in hears how many there were.

It stops nobody who took the files along: that is what Argon2id is for. The number lies beside the
vault, where anybody who can write there can take it away; it is a sign, and no proof.
"""

import time
from contextlib import suppress

from storage.files import Plaats, write_beside

FREE = 2
"""So many are typing errors."""
LONGEST = 30.0
_LENGTH = 6

_failed: dict[Plaats, int] = {}
"""By this process, since somebody got in."""


def pause(plaats: Plaats) -> None:
    """Waits before another attempt, on the thread that was going to stretch anyway."""
    time.sleep(seconds(_failed.get(plaats, 0)))


def seconds(failed: int) -> float:
    """How long one waits after so many."""
    return min(LONGEST, 2.0 ** (failed - FREE)) if failed > FREE else 0.0


def failed(plaats: Plaats) -> None:
    """One more; not being able to write that down stops nothing."""
    _failed[plaats] = _failed.get(plaats, 0) + 1
    with suppress(OSError):
        write_beside(plaats.pogingen, str(_read(plaats) + 1).encode())


def taken(plaats: Plaats) -> int:
    """How many there were, now that somebody got in; then it starts again."""
    _failed.pop(plaats, None)
    count = _read(plaats)
    with suppress(OSError):
        plaats.pogingen.unlink(missing_ok=True)
    return count


def sentence(count: int) -> str:
    """For who just got in; nothing when there were none."""
    if not count:
        return ""
    keer = "één keer" if count == 1 else f"{count} keer"
    return (
        f"Sinds de kluis voor het laatst openging is er {keer} een verkeerde wachtzin getypt. "
        "Was u dat niet? Zeg het tegen de beheerder."
    )


def _read(plaats: Plaats) -> int:
    try:
        text = plaats.pogingen.read_bytes()[: _LENGTH + 1]
    except OSError:
        return 0
    return int(text) if text.isdigit() and len(text) <= _LENGTH else 0
