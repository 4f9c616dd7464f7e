"""De lange proeven, elk met één opdracht; de korte draaien bij elke toets mee.

    python -m tests.vijand RONDES PROEF ... [--zaad GETAL]

PROEF is `stroom`, `schrijffout`, `bitflip` of `fuzz`, of een deel ervan:
`stroom.herstellen`. Met nog een woord erachter laat de proef een maatregel weg en hoort zij stuk
te lopen: `stroom.werken.normal`. Bij `fuzz` zijn de rondes seconden per lezer.
"""

import argparse
import json
import sys
import time
from collections import Counter

from tests.vijand.bitflip import WERK as BITS
from tests.vijand.bitflip import flip_rondes
from tests.vijand.fuzz import LEZERS, fuzz_seconden
from tests.vijand.schrijffout import WERK as SCHRIJFWERK
from tests.vijand.schrijffout import fout_rondes
from tests.vijand.stroom import WERK as STROOMWERK
from tests.vijand.stroom import stroom_rondes

PROEVEN = {
    "stroom": (stroom_rondes, tuple(STROOMWERK)),
    "schrijffout": (fout_rondes, tuple(SCHRIJFWERK)),
    "bitflip": (flip_rondes, BITS),
}


def _delen(rondes: int, soorten: tuple[str, ...]) -> dict[str, int]:
    """Het gewone werk krijgt de helft; de andere delen de rest."""
    rest = rondes // 2 // (len(soorten) - 1)
    return dict.fromkeys(soorten[1:], rest) | {soorten[0]: rondes - rest * (len(soorten) - 1)}


def speel(rondes: int, wat: str, zaad: int = 0) -> Counter[str]:
    """Eén proef, of een deel ervan; zonder zaad is het elke keer een ander."""
    proef, _, rest = wat.partition(".")
    if proef == "fuzz":
        return fuzz_seconden(rondes, *([rest] if rest else LEZERS), zaad=zaad)
    doe, soorten = PROEVEN[proef]
    if rest:
        soort, _, zonder = rest.partition(".")
        return doe(rondes, soort, zonder, zaad)
    telling: Counter[str] = Counter()
    for soort, hoe_vaak in _delen(rondes, soorten).items():
        telling += doe(hoe_vaak, soort, "", zaad)
    return telling


def main() -> None:
    """Speelt de proeven en drukt van elk de telling af als JSON."""
    uitleg = argparse.ArgumentParser(prog="python -m tests.vijand")
    uitleg.add_argument("rondes", type=int)
    uitleg.add_argument("proef", nargs="+")
    uitleg.add_argument("--zaad", type=int, default=0)
    keuze = uitleg.parse_args()
    for wat in keuze.proef:
        begin = time.monotonic()
        telling = speel(keuze.rondes, wat, keuze.zaad)
        seconden = round(time.monotonic() - begin, 1)
        sys.stdout.write(json.dumps({"proef": wat, **telling, "seconden": seconden}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
