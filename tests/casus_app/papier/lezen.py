"""Papier lezen zoals een ander het leest: met poppler, niet met de lezer van het programma."""

import inspect
import re
import shutil
import subprocess
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from tempfile import TemporaryDirectory

import pytest

from casus_app import opmaak
from casus_app.opmaak.stuk import Kaart, Kop, Lijst, Stuk, Tabel, Velden

POPPLER = shutil.which("pdftotext") is not None
met_poppler = pytest.mark.skipif(not POPPLER, reason="poppler-utils staat hier niet")


def poppler(programma: str, inhoud: bytes, *keuzen: str) -> str:
    """Wat een programma van poppler over dit bestand zegt."""
    with TemporaryDirectory() as map_:
        pad = Path(map_) / "stuk.pdf"
        pad.write_bytes(inhoud)
        naar = ["-"] if programma == "pdftotext" else []
        klaar = subprocess.run([programma, *keuzen, pad, *naar], capture_output=True, check=True)
    return klaar.stdout.decode()


def tekst(inhoud: bytes) -> str:
    """De tekst in de volgorde waarin zij gezet is."""
    return poppler("pdftotext", inhoud, "-raw", "-enc", "UTF-8")


def soorten_papier() -> set[str]:
    """Elke functie van de opmaak die van een opslag een stuk maakt."""
    gevonden = set()
    for module in iter_modules(opmaak.__path__):
        stof = vars(import_module(f"casus_app.opmaak.{module.name}"))
        for naam, ding in stof.items():
            if inspect.isfunction(ding) and not naam.startswith("_"):
                hoe = inspect.signature(ding)
                if hoe.return_annotation is Stuk and "opdruk" in hoe.parameters:
                    gevonden.add(naam)
    return gevonden


def kaal(*teksten: str) -> str:
    """Zonder wit, want waar een regel breekt is van het papier en niet van de tekst."""
    return re.sub(r"\s+", "", "".join(teksten))


def woord_voor_woord(stuk: Stuk, inhoud: bytes) -> None:
    """Poppler leest blad na blad precies de teksten van het stuk, en eromheen alleen de rand."""
    verwacht = kaal(*in_volgorde(stuk))
    bladen = [kaal(blad) for blad in tekst(inhoud).split("\f")[:-1]]
    koppen = [kaal(*deel.koppen) for deel in stuk.onderdelen if isinstance(deel, Tabel)]
    voet = kaal(f"vertrouwelijk · versie {stuk.opdruk.datum:%d-%m-%Y}")
    voet += kaal(f" · logboek {stuk.opdruk.zegel[:16]}") if stuk.opdruk.zegel else ""
    boven = kaal(f"{stuk.titel} · {stuk.wiens.lower()} {stuk.voor}")
    gelezen = 0
    for nummer, blad in enumerate(bladen, 1):
        rest = blad.removeprefix("OEFENING" if stuk.opdruk.oefening else "")
        if nummer > 1:
            kop, streep, na = rest.partition("…") if not rest.startswith(boven) else ("", "", "")
            assert boven.startswith(kop)
            rest = na if streep else rest.removeprefix(boven)
        rand = f"{voet}pagina{nummer}van{len(bladen)}"
        assert rest.startswith(rand)
        rest = rest.removeprefix(rand)
        if not verwacht.startswith(rest, gelezen):
            herhaald = [kop for kop in koppen if nummer > 1 and rest.startswith(kop)]
            rest = rest.removeprefix(max(herhaald, key=len, default=""))
        assert verwacht[gelezen : gelezen + len(rest)] == rest
        gelezen += len(rest)
    assert gelezen == len(verwacht)


def in_volgorde(stuk: Stuk) -> list[str]:
    """De teksten zoals ze onder elkaar komen, met het punt voor elk punt van een lijst."""
    titel, ondertitel, wiens, voor, *rest = alle_teksten(stuk)
    punten = [deel.punten for deel in stuk.onderdelen if isinstance(deel, Lijst)]
    alle_punten = {id(punt) for groep in punten for punt in groep}
    gemerkt = [f"•{een}" if id(een) in alle_punten else een for een in rest]
    return [titel, ondertitel, *((wiens, voor) if voor else ()), *gemerkt]


def alle_teksten(stuk: Stuk) -> list[str]:
    """Elke tekst uit een stuk, zonder te weten hoe het gedrukt wordt."""
    uit = [stuk.titel, stuk.ondertitel, stuk.wiens, stuk.voor]
    for onderdeel in stuk.onderdelen:
        match onderdeel:
            case Kop(_, inhoud):
                uit.append(inhoud)
            case Lijst(punten):
                uit.extend(punten)
            case Velden(paren):
                uit.extend(deel for paar in paren for deel in paar)
            case Kaart(titel, inhoud, velden):
                uit += [titel, inhoud, *(deel for paar in velden.paren for deel in paar)]
            case Tabel(koppen, rijen):
                uit += [*koppen, *(cel for rij in rijen for cel in rij)]
            case _:
                uit.append(onderdeel.tekst)
    return uit
