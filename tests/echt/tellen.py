"""Wat een voorbereiding kost, in toetsen en in klikken.

    python -m tests.echt.tellen         speelt het verhaal twee keer en drukt de tabellen af

De tabellen staan in `docs/toetsen-voorbereiden.md`; de toetsen van het verhaal vergelijken ze met
wat zij telden.
"""

import re
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.echt.mens import mens, scherm
from tests.echt.muis import Muis
from tests.echt.toetsen import Toetsen
from tests.echt.verhaal import ZAKEN
from tests.echt.voorbereiden import schrijf_lijst

DOCUMENT = Path(__file__).parents[2] / "docs" / "toetsen-voorbereiden.md"
TOETSEN, KLIKKEN = "toetsen", "klikken"
_REGEL = re.compile(r"^\| ([^|]+) \|(.*)\|$", re.MULTILINE)


def posten(slagen: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """Wat er in de tabellen staat: elke stap één keer, elke casus, en alles samen."""
    eerste = ZAKEN[0].code
    per_stap = {stap: n for (stap, casus), n in slagen.items() if casus in {"", eerste}}
    bijzonder = {
        stap: n
        for (stap, casus), n in slagen.items()
        if casus and stap not in per_stap  # komt in de eerste casus niet voor
    }
    per_casus = {
        f"casus {nummer}": sum(n for (_, casus), n in slagen.items() if casus == zaak.code)
        for nummer, zaak in enumerate(ZAKEN, start=1)
    }
    return per_stap | bijzonder | per_casus | {"alles samen": sum(slagen.values())}


def gepubliceerd(kolom: str) -> dict[str, int]:
    """De getallen van nu in `docs/toetsen-voorbereiden.md`, uit de kolom die zo begint."""
    gevonden: dict[str, int] = {}
    plek = 0
    for naam, rest in _REGEL.findall(DOCUMENT.read_text(encoding="utf-8")):
        cellen = [cel.strip() for cel in rest.split("|")]
        koppen = [n for n, cel in enumerate(cellen) if cel.startswith(kolom)]
        if koppen:
            plek = koppen[-1]
        elif cellen[plek].isdecimal():
            gevonden[naam.strip()] = int(cellen[plek])
    return gevonden


def main() -> None:
    """Speelt het verhaal met elk paar handen en drukt af wat het kostte."""
    geteld = []
    with scherm() as omgeving:
        for handen in (Toetsen, Muis):
            with tempfile.TemporaryDirectory() as thuis:
                lijst, uit = schrijf_lijst(Path(thuis)), Path(thuis) / "uit"
                uit.mkdir()
                with mens(omgeving, Path(thuis)) as iemand:
                    handen(iemand).bereid_voor(lijst, uit)
                geteld.append(posten(iemand.tel.slagen))
    for post, toetsen in geteld[0].items():
        sys.stdout.write(f"| {post} | {toetsen} | {geteld[1][post]} |\n")


if __name__ == "__main__":
    main()
