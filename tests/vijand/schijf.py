"""Een schijf die bij stroomuitval kwijt mag wat nog niet met fsync bevestigd is.

Wat tussen twee fsyncs geschreven is komt er in elke deelverzameling en in elke volgorde, en een
schrijfactie komt er per sector van 512 bytes half. Een nieuwe naam, een hernoeming en een
verwijdering zijn pas zeker na fsync van de map; een hernoeming is wel altijd heel of niet.
"""

import random
from dataclasses import dataclass, field
from pathlib import Path

from tests.vijand.spoor import Stap

SECTOR = 512


@dataclass(eq=False)
class _Ding:
    """Een bestand of een map; `vast` is wat er op de schijf zeker is.

    `wacht` is wat nog niet zeker is: waar en wat; zonder wat is het afkappen.
    """

    is_map: bool = False
    vast: bytearray = field(default_factory=bytearray)
    nu: bytearray = field(default_factory=bytearray)
    wacht: list[tuple[int, bytes | None]] = field(
        default_factory=list
    )  # (plek, wat); None kapt af


Namen = dict[str, _Ding]


@dataclass
class _Naamstap:
    """Namen die samen veranderen, en de mappen waarin dat staat."""

    mappen: frozenset[str]
    weg: tuple[str, ...]
    erbij: Namen


class Schijf:
    """Wat er op de schijf staat: nu, en zeker."""

    def __init__(self, begin: dict[str, bytes], mappen: set[str]) -> None:
        self.zeker: Namen = {"": _Ding(is_map=True)}
        for pad in sorted(mappen):
            self.zeker[pad] = _Ding(is_map=True)
        for pad, inhoud in begin.items():
            self.zeker[pad] = _Ding(vast=bytearray(inhoud), nu=bytearray(inhoud))
        self.nu: Namen = dict(self.zeker)
        self.wacht: list[_Naamstap] = []
        self.nummers: dict[int, tuple[_Ding, str]] = {}
        self.plek: dict[int, int] = {}

    @property
    def bestanden(self) -> dict[str, bytes]:
        """Wat er nu staat als de stroom niet uitvalt."""
        return {pad: bytes(ding.nu) for pad, ding in self.nu.items() if not ding.is_map}

    def doe(self, stap: Stap) -> None:
        """Eén stap van het programma."""
        getattr(self, f"_{stap.wat}")(stap)

    def _meld(self, stap: Stap) -> None:
        pass

    def _open(self, stap: Stap) -> None:
        ding = self.nu.get(stap.pad)
        if ding is None:
            ding = _Ding(is_map="O_DIRECTORY" in stap.vlaggen)
            self._naam((), {stap.pad: ding})
        if "O_TRUNC" in stap.vlaggen:
            self._verander(ding, 0, None)
        self.nummers[stap.nummer] = (ding, stap.pad)
        self.plek[stap.nummer] = len(ding.nu) if "O_APPEND" in stap.vlaggen else 0

    def _sluit(self, stap: Stap) -> None:
        self.nummers.pop(stap.nummer, None)

    def _schrijf(self, stap: Stap) -> None:
        ding, _ = self.nummers[stap.nummer]
        plek = stap.plek
        if plek < 0:
            plek = self.plek[stap.nummer]
            self.plek[stap.nummer] += len(stap.inhoud)
        self._verander(ding, plek, stap.inhoud)

    def _kap(self, stap: Stap) -> None:
        self._verander(self.nummers[stap.nummer][0], stap.plek, None)

    def _verander(self, ding: _Ding, plek: int, wat: bytes | None) -> None:
        ding.wacht.append((plek, wat))
        _leg(ding.nu, plek, wat)

    def _sync(self, stap: Stap) -> None:
        ding, pad = self.nummers[stap.nummer]
        ding.vast, ding.wacht = bytearray(ding.nu), []
        if ding.is_map:
            over = []
            for wacht in self.wacht:
                if pad in wacht.mappen:
                    _pas_toe(self.zeker, wacht)
                else:
                    over.append(wacht)
            self.wacht = over

    def _map(self, stap: Stap) -> None:
        self._naam((), {stap.pad: _Ding(is_map=True)})

    def _weg(self, stap: Stap) -> None:
        self._naam((stap.pad,), {})

    def _hernoem(self, stap: Stap) -> None:
        ding = self.nu[stap.pad]
        assert not ding.is_map, "een map hernoemen kent deze schijf niet"
        self._naam((stap.pad,), {stap.naar: ding})

    def _naam(self, weg: tuple[str, ...], erbij: Namen) -> None:
        mappen = frozenset(pad.rpartition("/")[0] for pad in (*weg, *erbij))
        stap = _Naamstap(mappen, weg, erbij)
        self.wacht.append(stap)
        _pas_toe(self.nu, stap)

    def na_stroomuitval(self, toeval: random.Random) -> dict[str, bytes | None]:
        """Wat er na een stroomstoring op dit moment kan staan; `None` is een map."""
        namen = dict(self.zeker)
        hoeveel = toeval.choice((0.0, 0.3, 0.7, 1.0))
        los = toeval.random() < 0.5  # anders in volgorde, zoals een journaal het doet
        for stap in self.wacht:
            komt = toeval.random() < hoeveel
            if komt:
                _pas_toe(namen, stap)
            elif not los:
                break
        beeld: dict[str, bytes | None] = {}
        for pad, ding in namen.items():
            ouder = pad.rpartition("/")[0]
            if pad and (ouder not in namen or not namen[ouder].is_map):
                continue
            beeld[pad] = None if ding.is_map else _na_uitval(ding, toeval, hoeveel)
        return beeld


def _pas_toe(namen: Namen, stap: _Naamstap) -> None:
    for pad in stap.weg:
        namen.pop(pad, None)
    namen.update(stap.erbij)


def _leg(inhoud: bytearray, plek: int, wat: bytes | None) -> None:
    if wat is None:
        if plek < len(inhoud):
            del inhoud[plek:]
        else:
            inhoud.extend(bytes(plek - len(inhoud)))
        return
    if plek > len(inhoud):
        inhoud.extend(bytes(plek - len(inhoud)))
    inhoud[plek : plek + len(wat)] = wat


def _na_uitval(ding: _Ding, toeval: random.Random, hoeveel: float) -> bytes:
    inhoud = bytearray(ding.vast)
    for plek, wat in ding.wacht:
        if toeval.random() >= hoeveel:
            continue
        if wat is None or toeval.random() < 0.8:
            _leg(inhoud, plek, wat)
            continue
        for begin in range(0, len(wat), SECTOR):  # half geschreven
            if toeval.random() < 0.5:
                _leg(inhoud, plek + begin, wat[begin : begin + SECTOR])
    return bytes(inhoud)


def lees(map_: Path) -> Schijf:
    """Een schijf met wat er nu in deze map staat, alles zeker."""
    mappen = {str(p.relative_to(map_)) for p in map_.rglob("*") if p.is_dir()}
    return Schijf(
        {str(p.relative_to(map_)): p.read_bytes() for p in map_.rglob("*") if p.is_file()}, mappen
    )


def zet_neer(beeld: dict[str, bytes | None], map_: Path) -> None:
    """Maakt van een beeld een map met bestanden."""
    for pad, inhoud in sorted(beeld.items()):
        if inhoud is None:
            (map_ / pad).mkdir(exist_ok=True)
        else:
            (map_ / pad).write_bytes(inhoud)
