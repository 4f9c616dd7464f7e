"""Een proef als los programma, zoals een mens haar ook draait."""

import json
import subprocess
import sys
from typing import Any

from tests.vijand.spoor import WORTEL

ZAAD = 20261123
"""Een gewone toetsgang doet elke keer hetzelfde; de lange proeven doen elke keer iets anders."""


def draai(rondes: int, proef: str) -> subprocess.CompletedProcess[str]:
    """Draait `python -m tests.vijand`."""
    bevel = [sys.executable, "-m", "tests.vijand", str(rondes), proef, "--zaad", str(ZAAD)]
    return subprocess.run(bevel, cwd=WORTEL, capture_output=True, text=True, check=False)


def telling(rondes: int, proef: str) -> dict[str, Any]:
    """Wat een proef telde die goed moest gaan."""
    klaar = draai(rondes, proef)
    assert klaar.returncode == 0, klaar.stderr[-3000:]
    geteld: dict[str, Any] = json.loads(klaar.stdout)
    return geteld
