"""Een mens achter een echt venster: ogen van een schermlezer, handen van de X-server.

Elke toets en elke klik gaat via `xdotool` langs de X-server en wordt geteld. Woorden die iemand
moet bedenken (namen, vragen, redenen) tellen niet als toetsen.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from select import select
from typing import IO, Any

GEDULD = 30.0
"""Zoveel seconden mag het programma nergens op laten wachten; daarna is het stuk."""
OOGOPSLAG = 0.04
"""Zo kort na elkaar kijkt een mens twee keer waar iets staat, in seconden."""
KEREN = 1500
BORD = """xkb_keymap {
    xkb_keycodes { include "evdev+aliases(qwerty)" };
    xkb_types { include "complete" };
    xkb_compat { include "complete" };
    xkb_symbols {
        include "pc+us+inet(evdev)"
        key <FK13> { [ eacute, Eacute ] };
        key <FK14> { [ ediaeresis, Ediaeresis ] };
    };
};"""
"""Een bord met é en ë erop: anders legt xdotool ze er even bij, en is er soms een alweer weg."""


class Vastgelopen(AssertionError):
    """Wat de mens zocht, kwam niet."""


@dataclass(frozen=True)
class Deel:
    """Iets wat te zien is."""

    rol: str
    naam: str
    waarde: str
    plek: tuple[int, int, int, int]
    zicht: tuple[int, ...]
    kan: bool
    heeft_focus: bool
    aan: bool
    gekozen: bool
    geheim: bool

    @classmethod
    def van(cls, gezegd: dict[str, Any]) -> "Deel":
        """Zoals de spion het vertelt."""
        return cls(**{**gezegd, "plek": tuple(gezegd["plek"]), "zicht": tuple(gezegd["zicht"])})

    @property
    def midden(self) -> tuple[int, int]:
        x, y, breed, hoog = self.plek
        return x + breed // 2, y + hoog // 2

    @property
    def in_zicht(self) -> bool:
        if not self.zicht:
            return False
        x, y = self.midden
        links, boven, breed, hoog = self.zicht
        return links <= x < links + breed and boven <= y < boven + hoog


@dataclass
class Tel:
    """Hoeveel toetsen en klikken iets kostte, buiten de getypte woorden."""

    toetsen: int = 0
    klikken: int = 0
    letters: int = 0
    slagen: dict[tuple[str, str], int] = field(default_factory=dict)
    """Per stap, en per casus waar het over ging; toetsen en klikken samen."""

    @contextmanager
    def van(self, stap: str, casus: str = "") -> Iterator[None]:
        """Telt wat er binnen gebeurt bij deze stap."""
        voor = self.toetsen + self.klikken
        yield
        erbij = self.toetsen + self.klikken - voor
        self.slagen[stap, casus] = self.slagen.get((stap, casus), 0) + erbij


class Mens:
    """Zit achter één venster op één scherm."""

    def __init__(self, programma: "subprocess.Popen[str]", omgeving: dict[str, str]) -> None:
        self._programma = programma
        self._omgeving = omgeving
        self.tel = Tel()

    # --- kijken ---

    def kijk(self) -> dict[str, Any]:
        """Wat er nu vooraan staat."""
        self._vraag("kijk")
        return self._hoor()

    def delen(self) -> list[Deel]:
        return [Deel.van(deel) for deel in self.kijk()["delen"]]

    def zoek(self, naam: str, rol: str | None = None) -> Deel | None:
        """Het deel dat zo heet, of anders waarvan de naam dit bevat; wat in zicht is eerst."""
        passend = [d for d in self.delen() if naam in d.naam and rol in {None, d.rol}]
        orde = {id(d): n for n, d in enumerate(passend)}
        return min(
            passend, key=lambda d: (d.naam != naam, not d.in_zicht, orde[id(d)]), default=None
        )

    def wacht_op(self, naam: str, rol: str | None = None) -> Deel:
        """Wat zo heet, zodra het er is."""
        gevonden: list[Deel] = []

        def is_er() -> bool:
            deel = self.zoek(naam, rol)
            if deel is not None and deel.kan:
                gevonden.append(deel)
            return bool(gevonden)

        self.wacht(is_er, f"'{naam}' komt niet")
        return gevonden[-1]

    def wacht(self, is_zo: Callable[[], bool], anders: str) -> None:
        """Tot het zo is; elke keer kijken geeft het programma tijd."""
        for _ in range(KEREN):
            if is_zo():
                return
            select([], [], [], GEDULD / KEREN)
        namen = [f"{d.rol}: {d.naam}" for d in self.delen()]
        namen.append(f"De focus: {self.focus()}")
        raise Vastgelopen(f"{anders}. Wel te zien:\n" + "\n".join(namen))

    def focus(self) -> Deel | None:
        """Waar een toets nu heen gaat."""
        self._vraag("focus")
        gezien = self._hoor()["focus"]
        return Deel.van(gezien) if gezien else None

    def op(self, naam: str) -> Deel:
        """Wacht tot de focus staat op wat zo heet; daarna kan men toetsen."""
        gevonden: list[Deel] = []

        def staat_er() -> bool:
            deel = self.focus()
            if deel is not None and naam in deel.naam:
                gevonden.append(deel)
            return bool(gevonden)

        self.wacht(staat_er, f"de focus komt niet op '{naam}'")
        return gevonden[-1]

    def komt_de_cursor_op(self, naam: str) -> bool:
        """Of de cursor daar vanzelf staat; wat net verscheen krijgt daar een paar tellen voor."""
        for _ in range(4):
            deel = self.focus()
            if deel is not None and naam in deel.naam:
                return True
            select([], [], [], OOGOPSLAG)
        return False

    # --- doen ---

    def toets(self, *toetsen: str) -> None:
        """Drukt toetsen in, zoals `ctrl+k`, `Tab` of `Return`."""
        if not toetsen:
            return
        self.tel.toetsen += len(toetsen)
        self._doe("key", "--clearmodifiers", *toetsen)

    def typ(self, woorden: str) -> None:
        """Typt woorden; die tellen niet als toetsen."""
        self.tel.letters += len(woorden)
        self._doe("type", "--clearmodifiers", "--delay", "1", "--", woorden)

    def schrijf(self, woorden: str) -> None:
        """Typt woorden en ziet ze staan."""
        self.typ(woorden)
        self.wacht(lambda: self._staat_er(woorden), "wat getypt is staat er niet")

    def _staat_er(self, woorden: str) -> bool:
        """Of het getypte te zien is; van een wachtzin zijn alleen bolletjes te zien."""
        deel = self.focus()
        if deel is None:
            return False
        return woorden in deel.waarde or (deel.geheim)

    def klik(
        self, naam: str, rol: str | None = None, *, keren: int = 1, laatste: bool = False
    ) -> Deel:
        """Klikt op wat zo heet; schuift ernaartoe als het uit beeld is.

        Heten er meer zo, dan is `laatste` de onderste. Twee keer is een dubbelklik.
        """
        deel = self._breng_in_beeld(naam, rol, laatste=laatste)
        x, y = deel.midden
        self.tel.klikken += keren
        klik = ("click", "--repeat", str(keren), "--delay", "20", "1")
        self._doe("mousemove", str(x), str(y), *klik)
        return deel

    def dubbelklik(self, naam: str, rol: str | None = None) -> Deel:
        """Kiest het woord in een veld, om er iets anders te typen."""
        return self.klik(naam, rol, keren=2)

    def sleep(self, van: tuple[int, int], naar: tuple[int, int]) -> None:
        """Sleept met de muis."""
        self.tel.klikken += 1
        self._doe("mousemove", "--sync", *map(str, van), "mousedown", "1")
        for deel in (3, 6, 10):
            x, y = (a + (b - a) * deel // 10 for a, b in zip(van, naar, strict=True))
            self._doe("mousemove", "--sync", str(x), str(y))
        self._doe("mouseup", "1")

    def _breng_in_beeld(self, naam: str, rol: str | None, *, laatste: bool) -> Deel:
        vorig: Deel | None = None
        for _ in range(60):
            deel = self.wacht_op(naam, rol)
            if laatste:
                zo = (d for d in self.delen() if d.naam == naam and rol in {None, d.rol})
                deel = max(zo, key=lambda d: d.plek[1])
            if deel.in_zicht and vorig is not None and deel.plek == vorig.plek:
                return deel
            vorig = deel
            if deel.in_zicht:
                select([], [], [], OOGOPSLAG)  # wat net verscheen kan nog schuiven
                continue
            links, boven, _, hoog = deel.zicht
            omlaag = deel.midden[1] >= boven + hoog
            # Aan de rand, zodat het wiel de bladzij schuift en niet een lijst die erop staat.
            self._doe("mousemove", str(links + 6), str(boven + hoog // 2))
            self._doe("click", "--repeat", "2", "--delay", "5", "5" if omlaag else "4")
            self._tot_het_schoof(naam, rol, deel.plek)
        raise Vastgelopen(f"'{naam}' is niet in beeld te krijgen")

    def _tot_het_schoof(self, naam: str, rol: str | None, was: tuple[int, int, int, int]) -> None:
        """Wie draait kijkt of het schuift; anders schuift het onder de klik vandaan."""
        for _ in range(25):
            deel = self.zoek(naam, rol)
            if deel is None or deel.plek != was:
                return
            select([], [], [], OOGOPSLAG)

    def sluit(self) -> int:
        """Sluit het programma zoals de knop van het venster dat doet."""
        self._vraag("sluit")
        return self._programma.wait(GEDULD)

    def foto(self, pad: Path) -> None:
        """Een foto van het hele scherm, om naar te kijken."""
        opdracht = ["import", "-window", "root", str(pad)]
        subprocess.run(opdracht, env=self._omgeving, check=True)

    # --- binnenwerk ---

    def _doe(self, *opdracht: str) -> None:
        subprocess.run(["xdotool", *opdracht], env=self._omgeving, check=True)

    def _vraag(self, woord: str) -> None:
        assert self._programma.stdin is not None
        self._programma.stdin.write(f"{woord}\n")
        self._programma.stdin.flush()

    def _hoor(self) -> dict[str, Any]:
        assert self._programma.stdout is not None
        antwoord = json.loads(_regel(self._programma.stdout, self._programma))
        assert isinstance(antwoord, dict)
        return antwoord


def _regel(stroom: IO[str], programma: "subprocess.Popen[str]") -> str:
    klaar, _, _ = select([stroom], [], [], GEDULD)
    if not klaar:
        raise Vastgelopen("het programma zegt niets meer")
    regel = stroom.readline()
    if not regel:
        raise Vastgelopen(f"het programma is gestopt ({programma.wait()})")
    return regel


@contextmanager
def scherm(breed: int = 1280, hoog: int = 800) -> Iterator[dict[str, str]]:
    """Een eigen X-server met een vensterbeheerder; geeft de omgeving voor wie erop werkt."""
    lees, schrijf = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(schrijf),
            "-screen",
            "0",
            f"{breed}x{hoog}x24",
            "-nolisten",
            "tcp",
            "-noreset",  # anders is het bord weg als de eerste weer weggaat
        ],
        pass_fds=(schrijf,),
        stderr=subprocess.DEVNULL,
    )
    os.close(schrijf)
    with os.fdopen(lees) as nummer:
        naam = f":{nummer.readline().strip()}"
    omgeving = {**os.environ, "DISPLAY": naam, "QT_QPA_PLATFORM": "xcb"}
    omgeving.pop("WAYLAND_DISPLAY", None)
    bord = ["xkbcomp", "-w", "0", "-", naam]
    subprocess.run(bord, input=BORD, stderr=subprocess.DEVNULL, check=True, text=True)
    beheer = subprocess.Popen(
        ["openbox", "--sm-disable"],
        env=omgeving,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield omgeving
    finally:
        for proces in (beheer, server):
            proces.terminate()
            proces.wait()


@contextmanager
def mens(omgeving: dict[str, str], thuis: Path, *woorden: str) -> Iterator[Mens]:
    """Start het programma met een eigen thuismap en zet er een mens achter."""
    plaatsen = {
        "HOME": thuis,
        "XDG_DATA_HOME": thuis / "data",
        "XDG_CONFIG_HOME": thuis / "config",
    }
    omgeving = {**omgeving, **{naam: str(plek) for naam, plek in plaatsen.items()}}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.echt.programma", *woorden],
        env=omgeving,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as programma:
        try:
            assert programma.stdout is not None
            assert json.loads(_regel(programma.stdout, programma))["klaar"] == programma.pid
            yield Mens(programma, omgeving)
        finally:
            programma.kill()
