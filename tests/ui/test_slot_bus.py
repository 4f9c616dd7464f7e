"""Het slot luistert naar de computer: slapen en schermbeveiliging, alleen als het begint."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]


@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="hier is geen dbus-daemon")
def test_slapen_en_schermbeveiliging_vergrendelen_en_wakker_worden_niet() -> None:
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        text=True,
    ) as bus:
        try:
            assert bus.stdout is not None
            adres = bus.stdout.readline().strip()
            plaatsen = ("DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS")
            klaar = subprocess.run(
                [sys.executable, "-m", "tests.ui.busproef"],
                cwd=WORTEL,
                env={**os.environ, **dict.fromkeys(plaatsen, adres)},
                capture_output=True,
                text=True,
                check=True,
            )
        finally:
            bus.terminate()
    assert klaar.stdout.split() == ["0", "1", "1", "2", "2"]
