"""Stroomuitval op elk moment: wat bevestigd is, staat er; niets staat er half.

Een kind doet zijn werk onder strace. Daarna wordt de stroom op willekeurige plekken in dat spoor
uitgezet (`tests/vijand/schijf.py` zegt wat er dan weg mag zijn) en wordt elke schijf die zo
ontstaat geopend. Het kind bevestigt op zijn standaarduitvoer wat `leg_vast` teruggaf, en niets
eerder.
"""

import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from casus_app.domein.klad import Klad
from casus_app.domein.mensen import Partij
from casus_app.domein.overleg import Bespreking, Overleg
from casus_app.handelingen.gebruikers import GebruikerVerwijderen
from storage import (
    connection,
    controleer_kluis,
    kluis_bestaat,
    maak_kluis,
    maak_reservekopie,
    open_kluis,
    reservekopieen,
    sloten_van,
    zet_terug,
)
from storage.files import Plaats
from tests.storage.kill import _begin, _later, _nummer, _stap
from tests.storage.test_gebruikers import EERSTE, TWEEDE, Huis
from tests.storage.waarden import WACHTZIN, een, nieuw, regel, vul
from tests.vijand import schijf, spoor

PER_SPOOR = 100
"""Zoveel keer gaat in één spoor de stroom uit; daarna een nieuw kind met ander werk."""
STAPPEN = 24


def meld(tekst: str) -> None:
    """Bevestigt, buiten elke buffer om."""
    os.write(1, f"{tekst}\n".encode())


# --- wat het kind doet ---


def werken(pad: Path, toeval: random.Random) -> None:
    """Handelingen, half getypte tekst en grondig wissen, en dan netjes sluiten."""
    kluis = open_kluis(pad, WACHTZIN)
    nummer = _nummer(kluis)
    for _ in range(STAPPEN):
        grondig = toeval.random() < 0.2
        zegel = kluis.leg_vast(_stap(nummer), regel(nummer + 1), grondig=grondig)
        nummer += 1
        meld(f"{nummer} {zegel}")
        if toeval.random() < 0.2:
            kluis.bewaar_klad(een(Klad, casus="K", tekst=f"half {nummer}"))
    if toeval.random() < 0.5:
        kluis.sluit()
        meld("dicht")


def maken(pad: Path, _toeval: random.Random) -> None:
    """Een nieuwe kluis."""
    kluis = maak_kluis(pad, WACHTZIN, oefening=True)
    meld("0 gemaakt")
    _begin(kluis)
    meld("1 begonnen")
    kluis.sluit()


def reserve(pad: Path, _toeval: random.Random) -> None:
    """Een handeling en een reservekopie."""
    kluis = open_kluis(pad, WACHTZIN)
    nummer = _nummer(kluis)
    zegel = kluis.leg_vast(_stap(nummer), regel(nummer + 1))
    meld(f"{nummer + 1} {zegel}")
    bericht = maak_reservekopie(kluis, _later(1))
    assert bericht.gelukt
    meld("kopie")
    kluis.sluit()


def herstellen(pad: Path, _toeval: random.Random) -> None:
    """Een reservekopie terugzetten."""
    kopie = reservekopieen(Plaats(pad).reserve)[0].pad
    zet_terug(pad, kopie, WACHTZIN, regel(50))
    meld("teruggezet")


def eruit(pad: Path, _toeval: random.Random) -> None:
    """Iemand gaat eruit: een nieuwe wortel, en de hele database opnieuw versleuteld."""
    huis = bij_huis(pad)
    bram = huis.wie("Bram").id
    huis.open(EERSTE, "Anna")
    huis.doe(GebruikerVerwijderen(gebruiker=bram, reden="werkt hier niet meer"))
    meld("eruit")
    vul(huis.kluis, 1, van=90)
    meld("verder")
    huis.dicht()


def maak_huis(pad: Path) -> None:
    """Een echte kluis met Anna en Bram."""
    huis = Huis(pad)
    vul(huis.kluis, 30)
    huis.laat_toe("Bram", "secretaris", TWEEDE)
    huis.dicht()


def bij_huis(pad: Path) -> Huis:
    """Het huis bij een kluis die er al staat."""
    huis = Huis.__new__(Huis)
    huis.pad, huis.stukken, huis._open = pad, [], []
    return huis


WERK: dict[str, Callable[[Path, random.Random], None]] = {
    "werken": werken,
    "maken": maken,
    "reserve": reserve,
    "herstellen": herstellen,
    "eruit": eruit,
}


def _normaal() -> None:
    connection._WRITING = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL")


def _uit() -> None:
    connection._WRITING = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = OFF")


def _geen_mapsync() -> None:
    for module in [m for naam, m in sys.modules.items() if naam.startswith("storage.")]:
        if hasattr(module, "sync_folder"):
            module.sync_folder = lambda _map: None


def _geen_fsync() -> None:
    os.fsync = lambda _nummer: None


ZONDER: dict[str, Callable[[], None]] = {
    "": lambda: None,
    "normal": _normaal,
    "off": _uit,
    "mapsync": _geen_mapsync,
    "fsync": _geen_fsync,
}
"""Maatregelen die het kind kan weglaten: dan moet de proef stuklopen."""


# --- wat er na de storing moet gelden ---


def _bevestigd(stappen: list[spoor.Stap]) -> list[str]:
    return [s.inhoud.decode().strip() for s in stappen if s.wat == "meld"]


def _laatste(gemeld: list[str], begin: int) -> tuple[int, str]:
    """Tot en met welke handeling er bevestigd is, en haar zegel."""
    hoogste, zegel_ = begin, ""
    for woord in gemeld:
        nummer, _, zegel = woord.partition(" ")
        if nummer.isdigit():
            hoogste, zegel_ = int(nummer), zegel
    return hoogste, zegel_


def _werk_staat_er(pad: Path, gemeld: list[str], begin: int) -> None:
    bevestigd, zegel = _laatste(gemeld, begin)
    bevinding = controleer_kluis(pad, WACHTZIN)
    assert bevinding.heel, bevinding.regels
    with open_kluis(pad, WACHTZIN) as kluis:
        nummer = _nummer(kluis)
        assert bevestigd <= nummer <= bevestigd + 1, "een bevestigde handeling is weg"
        stand = kluis.controleer_logboek()
        assert stand.heel, "een gebroken logboek"
        assert stand.regels == nummer + 2, "een handeling zonder logregel, of andersom"
        if nummer == bevestigd and zegel:
            assert stand.laatste == zegel, "een andere handeling dan bevestigd"
        assert kluis.ankermelding is None, "vals alarm"
        kluis.leg_vast(_stap(nummer), regel(nummer + 1))


def _gemaakt(pad: Path, gemeld: list[str], _begin_nummer: int) -> None:
    if not kluis_bestaat(pad):
        assert not gemeld, "een gemaakte kluis is weg"
        maak_kluis(pad, WACHTZIN, oefening=True).sluit()
        return
    with open_kluis(pad, WACHTZIN) as kluis:
        regels = kluis.controleer_logboek().regels
        assert kluis.controleer_logboek().heel
        assert regels >= ("1 begonnen" in gemeld), "een bevestigde handeling is weg"


def _kopie_is_heel(pad: Path, gemeld: list[str], begin: int) -> None:
    for kopie in reservekopieen(Plaats(pad).reserve):
        assert controleer_kluis(kopie.pad, WACHTZIN).heel, "een kapotte reservekopie"
    if "kopie" in gemeld:
        regels = [kopie.regels for kopie in reservekopieen(Plaats(pad).reserve)]
        assert regels[:1] == [begin + 3], "een gemaakte kopie is weg"
    _werk_staat_er(pad, gemeld, begin)


def _oud_of_nieuw(pad: Path, gemeld: list[str], begin: int) -> None:
    assert kluis_bestaat(pad), "er is geen kluis meer"
    with open_kluis(pad, WACHTZIN) as kluis:
        nummer = _nummer(kluis)
        assert nummer in {0, begin}, "iets ertussenin"
        assert "teruggezet" not in gemeld or nummer == 0, "teruggezet en toch de oude"
        assert kluis.controleer_logboek().heel, "een gebroken logboek"
        assert kluis.ankermelding is None, "vals alarm"
    assert controleer_kluis(pad, WACHTZIN).heel


def erin_of_eruit(pad: Path, gemeld: list[str], _begin_nummer: int) -> None:
    """Anna komt er altijd in, met alles; Bram alleen als nog niemand hem eruit heeft gezet."""
    huis = bij_huis(pad)
    kluis = huis.open(EERSTE, "Anna" if len(sloten_van(pad)) > 1 else "")
    try:
        namen = [p.id for p in kluis.zoek(Partij)]
        assert namen[:30] == [f"p{n}" for n in range(30)], "er is iets weg"
        assert "verder" not in gemeld or "p90" in namen, "een bevestigde handeling is weg"
        assert kluis.controleer_logboek().heel, "een gebroken logboek"
        assert kluis.ankermelding is None, "vals alarm"
        vul(kluis, 1, van=91)
    finally:
        huis.dicht()
    over = [slot.naam for slot in sloten_van(pad)]
    assert "eruit" not in gemeld or over == ["Anna"], "eruit, en toch nog een slot"
    for slot in sloten_van(pad):
        open_kluis(pad, EERSTE if slot.naam == "Anna" else TWEEDE, slot.id).sluit()


NA: dict[str, Callable[[Path, list[str], int], None]] = {
    "werken": _werk_staat_er,
    "maken": _gemaakt,
    "reserve": _kopie_is_heel,
    "herstellen": _oud_of_nieuw,
    "eruit": erin_of_eruit,
}


def _voorbereid(map_: Path, soort: str) -> int:
    """De kluis waarmee het kind begint; geeft haar nummer."""
    pad = map_ / "kluis.db"
    if soort == "maken":
        return 0
    if soort == "eruit":
        maak_huis(pad)
        return 0
    with maak_kluis(pad, WACHTZIN, oefening=True) as kluis:
        _begin(kluis)
        kluis.leg_vast(nieuw(een(Overleg), een(Bespreking, casus="K")), regel(0))
        if soort == "werken":
            return 0
        assert maak_reservekopie(kluis, _later(0)).gelukt
        for nummer in range(7):
            kluis.leg_vast(_stap(nummer), regel(nummer + 1))
    return 7


def stroom_rondes(n: int, soort: str = "werken", zonder: str = "", zaad: int = 0) -> Counter[str]:
    """Zoveel storingen; een geschonden belofte is een `AssertionError`."""
    zaad = zaad or random.SystemRandom().getrandbits(32)
    toeval, telling = random.Random(zaad), Counter[str]()
    for eerste in range(0, n, PER_SPOOR):
        with tempfile.TemporaryDirectory(prefix="stroom-") as map_:
            try:
                rondes = min(PER_SPOOR, n - eerste)
                telling += _een_spoor(Path(map_), soort, zonder, rondes, toeval)
            except Exception as fout:
                fout.add_note(f"{soort}, zaad {zaad}")
                raise
    return telling


def _een_spoor(
    map_: Path, soort: str, zonder: str, rondes: int, toeval: random.Random
) -> Counter[str]:
    werkmap = map_ / "werk"
    werkmap.mkdir()
    begin = _voorbereid(werkmap, soort)
    nagespeeld = schijf.lees(werkmap)
    woorden = [soort, str(werkmap / "kluis.db"), str(toeval.getrandbits(32)), zonder]
    stappen = spoor.volg("tests.vijand.stroom", woorden, werkmap, map_ / "spoor")
    plekken = Counter(_plek(len(stappen), toeval) for _ in range(rondes))
    telling = Counter(storingen=rondes, stappen=len(stappen))
    for nummer, stap in enumerate(stappen, start=1):
        nagespeeld.doe(stap)
        for _ in range(plekken[nummer]):
            gemeld = _bevestigd(stappen[:nummer])
            telling["bevestigd"] += len(gemeld)
            pad = _na_storing(map_ / "na", nagespeeld, toeval)
            NA[soort](pad, gemeld, begin)
            shutil.rmtree(pad.parent)
    assert nagespeeld.bestanden == schijf.lees(werkmap).bestanden, "het spoor is niet volledig"
    return telling


def _plek(hoeveel: int, toeval: random.Random) -> int:
    """Ergens in het spoor, en soms na de laatste stap: dan is alles bevestigd."""
    return hoeveel if toeval.random() < 0.2 else toeval.randrange(1, hoeveel + 1)


def _na_storing(na: Path, nagespeeld: schijf.Schijf, toeval: random.Random) -> Path:
    na.mkdir()
    schijf.zet_neer(nagespeeld.na_stroomuitval(toeval), na)
    return na / "kluis.db"


def main() -> None:
    """Het kind."""
    soort, pad, zaad, zonder = sys.argv[1:]
    ZONDER[zonder]()
    WERK[soort](Path(pad), random.Random(int(zaad)))


if __name__ == "__main__":
    main()
