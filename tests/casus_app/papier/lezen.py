"""Papier lezen zoals een ander het leest: met poppler, niet met de lezer van het programma."""

import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

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


def kaal(*teksten: str) -> str:
    """Zonder wit, want waar een regel breekt is van het papier en niet van de tekst."""
    return re.sub(r"\s+", "", "".join(teksten))


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
