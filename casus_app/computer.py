"""De computer waarop dit draait: of er buiten de kluis iets leesbaars achterblijft.

De kluis is altijd versleuteld. De schijf eromheen en het wisselgeheugen zijn van de computer; daar
kan dit programma niets aan doen, alleen zeggen hoe het ervoor staat. Wat het niet kan zien heet
onbekend en nooit goed.
"""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casus_app.werkbank import Werkbank

_VERSLEUTELD = re.compile(r"CRYPT-(LUKS\d|PLAIN|BITLK|TCRYPT|LOOPAES|FVAULT2)\b")
_IN_GEHEUGEN = frozenset({"tmpfs", "ramfs"})
_GEHEUGENSCHIJF = re.compile(r"/dev/zram\d+")
_VELDEN = 9
"""Zoveel heeft een regel van mountinfo minstens, met de streep."""
_BESTAND_ALS_SCHIJF = "7:"
"""Een loop-apparaat: het ligt in een bestand op een schijf die hier niet te zien is."""
_SYS = Path("/sys/dev/block")


class Stand(StrEnum):
    """Hoe het met een stuk opslag van de computer staat."""

    VERSLEUTELD = "versleuteld"
    OPEN = "open"
    ONBEKEND = "onbekend"
    AFWEZIG = "afwezig"
    """Alleen van wisselgeheugen: het staat uit, of het is zelf geheugen."""


@dataclass(frozen=True, slots=True)
class Apparaat:
    """Een blokapparaat: wat de kern het noemt (`dm/uuid`), en waar het op rust."""

    uuid: str = ""
    onder: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gezien:
    """Wat er van de computer te lezen was, nog zonder oordeel; `None` is niet te lezen."""

    mounts: str | None = None
    """De inhoud van `/proc/self/mountinfo`."""
    swaps: str | None = None
    """De inhoud van `/proc/swaps`."""
    apparaten: Mapping[str, Apparaat] = field(default_factory=dict)
    """Van elk nummer (`253:0`) het apparaat."""
    nummers: Mapping[str, str] = field(default_factory=dict)
    """Van elk pad (`/dev/dm-1`) het nummer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Computer:
    """Het oordeel."""

    schijf: Stand
    wissel: Stand

    @property
    def let_op(self) -> bool:
        """Of er zeker iets openligt; wat onbekend is maakt niemand ongerust."""
        return Stand.OPEN in {self.schijf, self.wissel}


def oordeel(gezien: Gezien, plaats: str) -> Computer:
    """Hoe het staat met de schijf waar dit absolute pad op ligt, en met het wisselgeheugen."""
    return Computer(schijf=_schijf(gezien, plaats), wissel=_wissel(gezien))


def _schijf(gezien: Gezien, plaats: str) -> Stand:
    beste, lengte = "", -1
    for regel in (gezien.mounts or "").splitlines():
        velden = regel.split(" ")
        if len(velden) < _VELDEN or "-" not in velden:
            continue
        punt = _zonder_octaal(velden[4])
        if _ligt_onder(plaats, punt) and len(punt) >= lengte:  # een latere dekt een eerdere af
            beste, lengte = regel, len(punt)
    if not beste:
        return Stand.ONBEKEND
    velden = beste.split(" ")
    soort, bron = velden[velden.index("-") + 1 : velden.index("-") + 3]
    if soort in _IN_GEHEUGEN:
        return Stand.ONBEKEND
    nummer = velden[2] if velden[2] in gezien.apparaten else gezien.nummers.get(bron, "")
    return _apparaat(gezien, nummer)


def _wissel(gezien: Gezien) -> Stand:
    if gezien.swaps is None:
        return Stand.ONBEKEND
    regels = [regel.split() for regel in gezien.swaps.splitlines()[1:]]
    standen = {_een_wissel(gezien, r[0], r[1]) for r in regels if len(r) > 1}
    zwaarste = (Stand.OPEN, Stand.ONBEKEND, Stand.VERSLEUTELD)
    return next((stand for stand in zwaarste if stand in standen), Stand.AFWEZIG)


def _een_wissel(gezien: Gezien, pad: str, soort: str) -> Stand:
    pad = _zonder_octaal(pad)
    if _GEHEUGENSCHIJF.fullmatch(pad):
        return Stand.AFWEZIG
    if soort == "file":
        return _schijf(gezien, pad)
    return _apparaat(gezien, gezien.nummers.get(pad, ""))


def _apparaat(gezien: Gezien, nummer: str, diepte: int = 8) -> Stand:
    """Versleuteld als het dat zelf is, of als alles waar het op rust dat is."""
    apparaat = gezien.apparaten.get(nummer)
    if apparaat is None or not diepte or nummer.startswith(_BESTAND_ALS_SCHIJF):
        return Stand.ONBEKEND
    if _VERSLEUTELD.match(apparaat.uuid):
        return Stand.VERSLEUTELD
    standen = {_apparaat(gezien, onder, diepte - 1) for onder in apparaat.onder}
    if standen in (set(), {Stand.OPEN}) or Stand.OPEN in standen:
        return Stand.OPEN
    return Stand.ONBEKEND if Stand.ONBEKEND in standen else Stand.VERSLEUTELD


def _ligt_onder(plaats: str, punt: str) -> bool:
    return punt in {"/", plaats} or plaats.startswith(punt + "/")


def _zonder_octaal(pad: str) -> str:
    """De kern schrijft een spatie in een pad als een streep met 040."""
    return re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), pad)


# --- de rand: wat er op deze computer staat ---


def bekijk(plaats: Path) -> Computer:
    """Leest wat er te lezen is; schrijft niets en start niets."""
    return oordeel(_lees(), str(plaats.resolve()))


class OpDezeComputer:
    """De deur die naar de computer zelf kijkt (zie `casus_app.deuren`)."""

    def computer(self, werkbank: "Werkbank") -> Computer:
        """Hoe het staat met de schijf waar deze kluis op ligt, en met het wisselgeheugen."""
        plaats = getattr(werkbank.opslag, "plaats", None)  # een kluis op schijf zegt waar
        return bekijk(Path.home() if plaats is None else plaats.database)


def _lees() -> Gezien:
    mounts, swaps = _tekst("/proc/self/mountinfo"), _tekst("/proc/swaps")
    nummers = {pad: nummer for pad in _paden(mounts, swaps) if (nummer := _nummer_van(pad))}
    te_doen = [regel.split(" ")[2] for regel in (mounts or "").splitlines()]
    te_doen += nummers.values()
    apparaten: dict[str, Apparaat] = {}
    while te_doen:
        nummer = te_doen.pop()
        if nummer not in apparaten and (_SYS / nummer).exists():
            apparaten[nummer] = _lees_apparaat(_SYS / nummer)
            te_doen += apparaten[nummer].onder
    return Gezien(mounts, swaps, apparaten, nummers)


def _paden(mounts: str | None, swaps: str | None) -> set[str]:
    """Elk pad onder /dev dat genoemd wordt."""
    return set(re.findall(r"(?:^| )(/dev/\S+)", f"{mounts or ''}\n{swaps or ''}", re.MULTILINE))


def _lees_apparaat(map_: Path) -> Apparaat:
    onder: list[str] = []
    with suppress(OSError):
        slaven = (map_ / "slaves").iterdir()
        onder = sorted((slaaf / "dev").read_text(encoding="ascii").strip() for slaaf in slaven)
    return Apparaat((_tekst(str(map_ / "dm" / "uuid")) or "").strip(), tuple(onder))


def _nummer_van(pad: str) -> str:
    try:
        nummer = Path(pad).stat().st_rdev
    except OSError:
        return ""
    return f"{os.major(nummer)}:{os.minor(nummer)}"


def _tekst(pad: str) -> str | None:
    try:
        return Path(pad).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
