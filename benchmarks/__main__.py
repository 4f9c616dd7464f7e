"""Alle metingen na elkaar: `python -m benchmarks`, of alleen de genoemde.

Elke regel noemt de vloer uit dezelfde keer.
"""

import importlib
import platform
import sys

METINGEN = (
    "start",
    "kluis",
    "handeling",
    "logboek",
    "tafelorde",
    "papier",
    "reserve",
    "hulp",
    "tafel",
    "schermen",
)


def main() -> None:
    """Meet en drukt af, één regel per meting."""
    sys.stdout.write(f"Python {platform.python_version()} op {platform.machine()}\n")
    for naam in sys.argv[1:] or METINGEN:
        for regel in importlib.import_module(f"benchmarks.{naam}").meet():
            sys.stdout.write(f"{naam}: {regel}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
