"""Kill -9 rond het vaststellen: werktekst en haar sleutel sterven samen; zie `kill.py`.

python -m tests.storage.kill_vaststellen RONDES
"""

import json
import os
import random
import sys
import tempfile
from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path

from casus_app.domein.inbreng import Inbreng, Lot
from casus_app.domein.overleg import Bespreking, Overleg
from casus_app.poorten import Wijziging
from storage import controleer_kluis, maak_kluis, maak_reservekopie, open_kluis, workkeys
from storage.files import Plaats
from storage.outside import KEYS_NAME
from tests.storage.kill import PER_KLUIS, _begin, _later, _leef_kort
from tests.storage.waarden import WACHTZIN, een, nieuw, regel


def vaststellen(map_: Path, rondes: int, toeval: random.Random) -> Counter[str]:
    """Doodt een kind dat werktekst schrijft en vaststelt: tekst en sleutel samen, of geen.

    En wie daarna opent, laat ook naast de reservekopieën geen dode sleutel liggen.
    """
    telling: Counter[str] = Counter(rondes=rondes)
    pad = map_ / "kluis.db"
    with maak_kluis(pad, WACHTZIN, oefening=True) as kluis:
        _begin(kluis)
        assert maak_reservekopie(kluis, _later(0)).gelukt
    for _ in range(rondes):
        gemeld = {r.split()[1] for r in _leef_kort(partial(_stel_vast, pad), toeval.random() / 12)}
        with open_kluis(pad, WACHTZIN) as kluis:
            sleutels = kluis.met(workkeys.read)
            leven = {sleutel.vak.overleg for sleutel in sleutels}
            for overleg in kluis.zoek(Overleg):
                (inbreng,) = kluis.zoek(Inbreng, overleg=overleg.id)
                heel = (_WERKTEKST, True) if not overleg.vastgesteld else ("", False)
                assert (inbreng.kern, overleg.id in leven) == heel, "half vastgesteld"
                assert overleg.vastgesteld or overleg.id not in gemeld, (
                    "een bevestigde stap is weg"
                )
                telling["vastgesteld" if overleg.vastgesteld else "open"] += 1
            ernaast = workkeys.read_sealed(Plaats(pad).reserve / KEYS_NAME, kluis.ring)
            assert not {een.id for een in ernaast or ()} & kluis.met(workkeys.dead), "nog niet weg"
        assert controleer_kluis(pad, WACHTZIN).heel
    return telling


_WERKTEKST = "Wat er aan tafel gezegd werd. " * 20


def _stel_vast(pad: Path, pijp: int) -> None:
    kluis = open_kluis(pad, WACHTZIN)
    nummer = len(kluis.zoek(Overleg))
    while True:
        nummer += 1
        overleg = een(Overleg, id=f"o{nummer}", voorzitter="p", vastgesteld_op=None)
        bespreking = een(Bespreking, overleg=overleg.id, casus="K", aanspreekpunt=None)
        waar = {"overleg": overleg.id, "casus": "K", "inbrenger": "p", "toestemming": None}
        inbreng = een(Inbreng, id=f"i{nummer}", kern=_WERKTEKST, **waar)
        kluis.leg_vast(nieuw(overleg, bespreking, inbreng), regel(nummer))
        kluis.met(kluis.outside.write_keys)  # als er intussen een reservekopie gemaakt werd
        leeg = replace(inbreng, kern="", noodzaak="", motivering="", lot=Lot.VERNIETIGD)
        klaar = Wijziging(overleg, replace(overleg, vastgesteld_op=overleg.datum))
        kluis.leg_vast([Wijziging(inbreng, leeg), klaar], regel(nummer), grondig=True)
        os.write(pijp, f"vast {overleg.id}\n".encode())


def main() -> None:
    """Speelt zoveel rondes en drukt de telling af als JSON."""
    telling, zaad = Counter[str](), random.SystemRandom().getrandbits(32)
    toeval = random.Random(zaad)
    for begin in range(0, int(sys.argv[1]), PER_KLUIS):
        with tempfile.TemporaryDirectory(prefix="kill-") as map_:
            rondes = min(PER_KLUIS, int(sys.argv[1]) - begin)
            try:
                telling += vaststellen(Path(map_), rondes, toeval)
            except AssertionError as fout:
                fout.add_note(f"zaad {zaad}")
                raise
    sys.stdout.write(json.dumps({"soort": "vaststellen", **telling}) + "\n")


if __name__ == "__main__":
    main()
