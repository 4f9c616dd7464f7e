"""Kill -9 terwijl een draaiboek schrijft: wat gemeld is staat er, en nooit een halve handeling.

Meer rondes: `python -m tests.verhaal.test_plotseling_einde 3000`.
"""

import json
import os
import random
import signal
import sys
import time
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from casus_app.catalogus import laad
from casus_app.domein import (
    afspraak,
    casus,
    inbreng,
    instelling,
    klok,
    mensen,
    overleg,
    verzoek,
    vraagkaart,
)
from casus_app.draaiboek import Draaiboek, lees, speel
from casus_app.poorten import Opslag, Papier
from casus_app.werkbank import Werkbank
from storage import maak_kluis, open_kluis
from tests.nep import GeheugenOpslag, StilleKlok

RONDES = 100
WACHTZIN = "een wachtzin voor de toets"
VERHAAL = Path(__file__).parent.parent / "draaiboeken" / "weekoverleg.toml"

SOORTEN: tuple[type, ...] = tuple(
    soort
    for module in (
        afspraak,
        casus,
        inbreng,
        instelling,
        klok,
        mensen,
        overleg,
        verzoek,
        vraagkaart,
    )
    for soort in vars(module).values()
    if isinstance(soort, type) and is_dataclass(soort) and soort.__module__ == module.__name__
)


def verhaal() -> Draaiboek:
    return lees(VERHAAL.read_bytes(), VERHAAL.name, laad().kaders)


def werkbank(opslag: Opslag) -> Werkbank:
    return Werkbank(opslag, StilleKlok(), laad(), lambda u: Papier(u.naam, b""), oefening=True)


def stand(opslag: Opslag) -> dict[str, list[tuple[Any, ...]]]:
    """Alles wat er staat, zonder momenten van de dag: die verschillen per keer."""
    return {
        soort.__name__: [
            tuple(
                None if isinstance(inhoud := getattr(waarde, veld.name), datetime) else inhoud
                for veld in fields(waarde)
            )
            for waarde in opslag.zoek(soort)
        ]
        for soort in SOORTEN
    }


def standen_na_elke_stap(draaiboek: Draaiboek) -> list[dict[str, list[tuple[Any, ...]]]]:
    """Hoe het er hoort te staan: leeg, na het zetten van de klok, en na elke stap."""
    opslag = GeheugenOpslag()
    standen = [stand(opslag)]

    def meld(regel: dict[str, Any]) -> None:
        if regel["nr"] == 1:
            leeg = stand(GeheugenOpslag())
            standen.append(leeg | {"Oefenklok": stand(opslag)["Oefenklok"]})
        standen.append(stand(opslag))

    assert speel(draaiboek, werkbank(opslag), meld, lambda _papier: None) == []
    return standen


def _speel_tot_de_dood(pad: Path, draaiboek: Draaiboek, meldingen: Path) -> None:
    """In het kind: speelt het draaiboek en meldt elke stap zoals de opdrachtregel dat doet."""
    kluis = maak_kluis(pad, WACHTZIN, oefening=True)
    with meldingen.open("w", encoding="utf-8") as regels:

        def meld(regel: dict[str, Any]) -> None:
            regels.write(json.dumps(regel) + "\n")
            regels.flush()

        regels.write("{}\n")
        regels.flush()
        speel(draaiboek, werkbank(kluis), meld, lambda _papier: None)


def _dood_kind(werk: Any, na_seconden: float) -> None:
    kind = os.fork()
    if kind == 0:
        werk()
        os._exit(0)
    time.sleep(na_seconden)  # het moment is de proef: er is niets om op te wachten
    os.kill(kind, signal.SIGKILL)
    os.waitpid(kind, 0)


def _gemeld(meldingen: Path) -> int:
    """Hoeveel stappen er helemaal gemeld zijn; -1 als de kluis nog niet af gemeld is."""
    if not meldingen.exists():
        return -1
    return meldingen.read_text(encoding="utf-8").count("\n") - 1


def _nagekeken(pad: Path, gemeld: int, standen: list[Any]) -> str | None:
    """Wat er mis is met de kluis na de dood van zijn schrijver; `None` als alles klopt."""
    with open_kluis(pad, WACHTZIN) as kluis:
        nu = stand(kluis)
        log = kluis.controleer_logboek()
    mogelijk = standen[gemeld + 1 : gemeld + 3] if gemeld else standen[:3]
    if nu not in mogelijk:
        return f"na {gemeld} gemelde stappen staat er iets anders"
    return None if log.heel else f"na {gemeld} gemelde stappen is het logboek niet heel"


def kill_rondes(aantal: int, zaad: int = 48) -> tuple[list[str], int]:
    """Doodt `aantal` keer een schrijver; geeft wat er misging en hoe vaak er al gemeld was."""
    draaiboek = verhaal()
    standen = standen_na_elke_stap(draaiboek)
    toeval = random.Random(zaad)
    fouten, geraakt = [], 0
    duur = _duur_van_een_ronde(draaiboek)
    for _ in range(aantal):
        with TemporaryDirectory() as map_:
            pad, meldingen = Path(map_) / "kluis", Path(map_) / "stappen"
            _dood_kind(
                lambda p=pad, m=meldingen: _speel_tot_de_dood(p, draaiboek, m),
                toeval.uniform(0.25, 1.0) * duur,
            )
            gemeld = _gemeld(meldingen)
            if gemeld < 0:
                continue
            geraakt += gemeld > 0
            if fout := _nagekeken(pad, gemeld, standen):
                fouten.append(fout)
    return fouten, geraakt


def _duur_van_een_ronde(draaiboek: Draaiboek) -> float:
    """Seconden voor een hele ronde hier, zodat de momenten over de hele ronde vallen."""
    with TemporaryDirectory() as map_:
        begin = time.monotonic()
        kind = os.fork()
        if kind == 0:
            _speel_tot_de_dood(Path(map_) / "kluis", draaiboek, Path(map_) / "stappen")
            os._exit(0)
        os.waitpid(kind, 0)
        return time.monotonic() - begin


def test_wat_gemeld_is_overleeft_kill_9_en_niets_is_half() -> None:
    fouten, geraakt = kill_rondes(RONDES)
    assert fouten == []
    assert geraakt > RONDES // 3, "te weinig rondes stierven terwijl er geschreven werd"


def test_een_verloren_stap_zou_opvallen() -> None:
    """Tegenproef: wie een stap meldt die er niet staat, valt door de mand."""
    draaiboek = verhaal()
    standen = standen_na_elke_stap(draaiboek)
    with TemporaryDirectory() as map_:
        pad = Path(map_) / "kluis"
        kind = os.fork()
        if kind == 0:
            _speel_tot_de_dood(pad, draaiboek, Path(map_) / "stappen")
            os._exit(0)
        os.waitpid(kind, 0)
        helemaal = len(draaiboek.stappen)
        assert _nagekeken(pad, helemaal, standen) is None
        assert _nagekeken(pad, helemaal - 10, standen) is not None


if __name__ == "__main__":
    mis, in_het_schrijven = kill_rondes(int(sys.argv[1]), zaad=random.randrange(2**32))
    sys.stdout.write(
        f"{sys.argv[1]} gedood, {in_het_schrijven} bij het schrijven, {len(mis)} fout\n"
    )
    sys.exit(bool(mis))
