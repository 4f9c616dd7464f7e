"""Elke lezer krijgt verminkte bestanden: er komt een waarde uit, of een fout van onszelf.

Van een goed bestand wordt een slecht gemaakt, van buiten (bytes) en van binnen (een deel van het
pakket of de boom, met een controlesom die weer klopt), zodat het verder komt dan de eerste deur.
Elke lezer heeft `SECONDEN` rekentijd en `GEHEUGEN` extra; meer is ook een fout.
"""

import copy
import hashlib
import io
import json
import random
import resource
import sys
import tempfile
import time
import tomllib
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import resources
from casus_app import catalogus, draaiboek, lijsten, overgang
from casus_app.fouten import CasusFout
from storage import anchor, keyfile, ledger, slots
from storage.keys import OEFENING, Sleutelring
from tests.bouw import VANDAAG
from tests.casus_app.lijsten.omgeving import CATALOGUS, als, een_opslag, veertig, zip_van
from tests.casus_app.overgang.test_rondje import bestand
from tests.storage.waarden import WACHTZIN

SECONDEN = 5.0
GEHEUGEN = 800 << 20
HOOGSTENS = 400_000
"""Zo groot mag een verminkt bestand worden; de grenzen van de lezers hebben eigen toetsen."""

_KLUIS = "ab" * 16


def _nep_uitrekken(*_: object) -> bytes:
    """In plaats van Argon2id, dat hier de proef niet is."""
    return b"s" * 32


def _sleutelbestand() -> bytes:
    ring = Sleutelring(b"w" * 32, _KLUIS)
    with pytest.MonkeyPatch.context() as lapje:
        lapje.setattr(slots, "stretch", _nep_uitrekken)
        slot = slots.new_slot(
            ring, slots.passphrase(_KLUIS, WACHTZIN, OEFENING), rol="coordinator"
        )
    return keyfile.Sleutelbestand(_KLUIS, (slot,)).sealed({1: ring.wortel}).to_bytes()


_GOED_SLEUTELBESTAND = _sleutelbestand()
_GEWIST = (ledger.Gewist(1, "casus", "p", "{}"),)
_ANKER = anchor.Anker(4, 0, "ab" * 32)

SCHERP = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\\ud800", b"NaN", b"-Infinity",
    b"1e999", b"9" * 5000, b"-1", b"0x10", b"[" * 3000, b'{"a":' * 3000, b"[[stap]]\n" * 50,
    b"&e9;", b"<!DOCTYPE a [", b"<![CDATA[", b"]]>", b'"', b"'", b"'''", b"\r", b"\n\n", b"\t",
    b"=1+1", b"../../../x", "\u202eexe.fdp".encode(), "e\u0301".encode() * 200, b"9999-12-31",
    b"0000-00-00", b"2026-02-30", b"true", b"null", b"{}", b"[]", b'""', b"1" + b"0" * 400,
    b"a" * 20_000, b";" * 3000, b"\x1a", b"PK\x03\x04", b"{0.__class__}", b"%s%n",
)  # fmt: skip

TEKSTEN: tuple[Any, ...] = (
    "", "x", " ", "\0", "\ud800", "\u202e", "=1+1", "a" * 5000, "2026-11-24", "9999-12-31", None,
    True, False, 0, -1, 2**63, 10**400, 1.5, float("nan"), float("inf"), [], {}, [[]], {"a": []},
)  # fmt: skip


# --- verminken ---


def van_buiten(goed: bytes, toeval: random.Random) -> bytes:
    """Bytes omgevallen, weg, erbij, dubbel of door elkaar."""
    slecht = bytearray(goed)
    for _ in range(toeval.choice((1, 1, 1, 2, 4, 16))):
        plek = toeval.randrange(len(slecht) + 1)
        eind = min(len(slecht), plek + toeval.choice((1, 2, 8, 64, 1024)))
        match toeval.randrange(6):
            case 0 if slecht:
                slecht[min(plek, len(slecht) - 1)] ^= 1 << toeval.randrange(8)
            case 1:
                del slecht[plek:eind]
            case 2:
                slecht[plek:plek] = toeval.choice(SCHERP)
            case 3:
                slecht[plek:eind] = toeval.choice(SCHERP)
            case 4:
                slecht[plek:plek] = slecht[plek:eind] * toeval.choice((1, 2, 20))
            case _:
                waar = toeval.randrange(len(slecht) + 1)
                slecht[plek:plek] = slecht[waar : waar + 200]
    return bytes(slecht[:HOOGSTENS])


def van_binnen(boom: Any, toeval: random.Random) -> Any:
    """Een paar plekken in een boom anders, weg, dubbel of verwisseld; verandert `boom` zelf."""
    for _ in range(toeval.choice((1, 1, 2, 5))):
        plekken = list(_plekken(boom))
        if not plekken:
            return copy.deepcopy(toeval.choice(TEKSTEN))
        blok, sleutel = toeval.choice(plekken)
        _ander(blok, sleutel, plekken, toeval)
    return boom


def _ander(blok: Any, sleutel: Any, plekken: list[tuple[Any, Any]], toeval: random.Random) -> None:
    match toeval.randrange(5):
        case 0:
            blok.pop(sleutel)
        case 1:
            ander, waar = toeval.choice(plekken)
            if waar in ander if isinstance(ander, dict) else waar < len(ander):
                blok[sleutel] = json.loads(json.dumps(ander[waar], default=str))
        case 2 if isinstance(blok, list):
            keer = toeval.choice((1, 20))
            blok.extend(copy.deepcopy(deel) for _ in range(keer) for deel in blok[:10])
        case 2:
            blok[toeval.choice(("", "x", "\ud800", "vorm", "id", "a" * 3000))] = 1
        case _:
            blok[sleutel] = copy.deepcopy(toeval.choice(TEKSTEN))


def _plekken(boom: Any) -> Iterator[tuple[Any, Any]]:
    over = [boom]
    while over:
        blok = over.pop()
        paren = list(blok.items() if isinstance(blok, dict) else enumerate(blok))
        for sleutel, deel in paren:
            yield blok, sleutel
            if isinstance(deel, dict | list):
                over.append(deel)


# --- de lezers ---


@dataclass(frozen=True)
class Lezer:
    """Wat er gelezen wordt, hoe het verminkt wordt, en welke fouten van ons zijn."""

    goed: tuple[bytes, ...]
    lees: Callable[[bytes], object]
    eigen: tuple[type[Exception], ...] = (CasusFout,)
    binnen: Callable[[bytes, random.Random], bytes] | None = None

    def slecht(self, toeval: random.Random) -> bytes:
        """Een verminkt bestand."""
        goed = toeval.choice(self.goed)
        if self.binnen is not None and toeval.random() < 0.6:
            return self.binnen(goed, toeval)[:HOOGSTENS]
        return van_buiten(goed, toeval)


def _json_van_binnen(goed: bytes, toeval: random.Random) -> bytes:
    return json.dumps(van_binnen(json.loads(goed), toeval)).encode()


def _regels_van_binnen(goed: bytes, toeval: random.Random) -> bytes:
    """TOML en CSV: hele regels weg, dubbel of verwisseld, en waarden anders."""
    regels = goed.split(b"\n")
    for _ in range(toeval.choice((1, 2, 5))):
        nummer = toeval.randrange(len(regels))
        naam, is_, _waarde = regels[nummer].partition(b"=")
        match toeval.randrange(4):
            case 0:
                regels.insert(nummer, toeval.choice(regels))
            case 1:
                regels[nummer] = toeval.choice(regels)
            case _ if is_:
                regels[nummer] = naam + b"= " + toeval.choice(SCHERP)
            case _:
                regels[nummer] = toeval.choice(SCHERP)
    return b"\n".join(regels)


def _zip_van_binnen(goed: bytes, toeval: random.Random) -> bytes:
    """Eén onderdeel van het pakket verminkt, met kloppende lengtes en sommen eromheen."""
    with zipfile.ZipFile(io.BytesIO(goed)) as pakket:
        delen: dict[str, str | bytes] = {naam: pakket.read(naam) for naam in pakket.namelist()}
    naam = toeval.choice(sorted(delen))
    deel = delen[naam]
    assert isinstance(deel, bytes)
    delen[naam] = van_buiten(deel, toeval)
    if toeval.random() < 0.1:
        delen[toeval.choice(("../x", "/etc/x", "a\0b", "content.xml "))] = b"x"
    return zip_van(delen)


def _sleutel_van_binnen(goed: bytes, toeval: random.Random) -> bytes:
    """Met een controlesom die klopt: die kan een aanvaller ook uitrekenen."""
    boom = json.loads(goed)
    boom.pop("som")
    boom = van_binnen(boom, toeval)
    if not isinstance(boom, dict):
        return json.dumps(boom).encode()
    kaal = json.dumps(boom, sort_keys=True, separators=(",", ":")).encode()
    boom["som"] = hashlib.sha256(kaal).hexdigest()
    return json.dumps(boom, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def _lees_sleutel(inhoud: bytes) -> object:
    """Lezen en openen; het uitrekken zelf is nagemaakt, de grenzen ervoor niet."""
    gelezen = keyfile.unlock(keyfile.parse(inhoud), WACHTZIN)
    assert inhoud == _GOED_SLEUTELBESTAND, "een veranderd sleutelbestand gaat open"
    return gelezen


def _lees_lijst(inhoud: bytes) -> object:
    lijst = lijsten.lees("lijst", inhoud)
    return lijsten.voorbeeld(lijst.regels, een_opslag(), CATALOGUS)


def _lees_casus(inhoud: bytes) -> object:
    gelezen = overgang.lees(inhoud)
    return overgang.voorbeeld(een_opslag(), CATALOGUS, gelezen, vandaag=VANDAAG, oefening=True)


def _lees_catalogus(inhoud: bytes) -> object:
    """Het verminkte bestand op de plaats van een goed; welk, zegt zijn eerste regel."""
    naam, _, tekst = inhoud.partition(b"\n")
    bestand_ = naam.decode(errors="replace").removeprefix("# ")
    try:
        leesbaar = tekst.decode()
    except UnicodeDecodeError:
        raise catalogus.CatalogusFout("geen tekst") from None
    return catalogus.lees(_catalogus() | {bestand_: leesbaar})


def _catalogus() -> dict[str, str]:
    hoofd = resources.tekst("catalogus/catalogus.toml")
    namen = tomllib.loads(hoofd)["bestanden"]
    return {n: resources.tekst(f"catalogus/{n}") for n in ("catalogus.toml", *namen)}


def _lees_lijst_van_gewist(inhoud: bytes) -> object:
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "gewist"
        pad.write_bytes(inhoud)
        gelezen = ledger.read_sealed(pad, b"k" * 32, _KLUIS)
    assert gelezen in {None, _GEWIST}, "een veranderde lijst wordt geloofd"
    return gelezen


def _gewist() -> bytes:
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "gewist"
        ledger.write_sealed(pad, b"k" * 32, _KLUIS, _GEWIST)
        return pad.read_bytes()


def _lees_anker(inhoud: bytes) -> object:
    gelezen = anchor.from_text(inhoud.decode("utf-8", "surrogatepass"), b"k" * 32, _KLUIS)
    assert gelezen in {None, _ANKER}, "een veranderd anker wordt geloofd"
    return gelezen


def _draaiboeken() -> tuple[bytes, ...]:
    return tuple(pad.read_bytes() for pad in sorted(Path("tests/draaiboeken").glob("*.toml")))


_MAAK: dict[str, Callable[[], Lezer]] = {
    "draaiboek": lambda: Lezer(
        (*_draaiboeken(), resources.bytes_van("draaiboeken/oefencasus.toml")),
        lambda inhoud: draaiboek.lees(inhoud, "d.toml", CATALOGUS.kaders),
        binnen=_regels_van_binnen,
    ),
    "sleutelbestand": lambda: Lezer(
        (_GOED_SLEUTELBESTAND,), _lees_sleutel, binnen=_sleutel_van_binnen
    ),
    "csv": lambda: Lezer((als("csv", veertig()),), _lees_lijst, binnen=_regels_van_binnen),
    "ods": lambda: Lezer((als("ods", veertig()),), _lees_lijst, binnen=_zip_van_binnen),
    "xlsx": lambda: Lezer((als("xlsx", veertig()),), _lees_lijst, binnen=_zip_van_binnen),
    "casusbestand": lambda: Lezer((bestand(),), _lees_casus, binnen=_json_van_binnen),
    "catalogus": lambda: Lezer(
        tuple(f"# {naam}\n{tekst}".encode() for naam, tekst in _catalogus().items()),
        _lees_catalogus,
        (catalogus.CatalogusFout,),
        _regels_van_binnen,
    ),
    "gewist": lambda: Lezer((_gewist(),), _lees_lijst_van_gewist),
    "anker": lambda: Lezer(
        (_ANKER.to_text(b"k" * 32, _KLUIS).encode(),),
        _lees_anker,
        (UnicodeDecodeError,),
    ),
}


LEZERS = tuple(_MAAK)


def lezer(naam: str) -> Lezer:
    """De lezer met deze naam, met zijn goede bestanden."""
    return _MAAK[naam]()


@contextmanager
def _begrensd() -> Iterator[None]:
    """Meer geheugen dan dit is er niet: een bom in een pakket wordt dan een MemoryError."""
    oud = resource.getrlimit(resource.RLIMIT_AS)
    (bladen,) = Path("/proc/self/statm").read_text().split()[:1]
    nu = int(bladen) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (nu + GEHEUGEN, oud[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, oud)


def probeer(lezer: Lezer, inhoud: bytes) -> bool:
    """Of het te lezen was; een fout die niet van ons is, of te lang, laat de proef stuklopen."""
    begin = time.process_time()
    try:
        lezer.lees(inhoud)
        gelezen = True
    except lezer.eigen:
        gelezen = False
    assert time.process_time() - begin < SECONDEN, "dit lezen duurt te lang"
    return gelezen


def fuzz_seconden(seconden: float, *namen: str, zaad: int = 0) -> Counter[str]:
    """Elke genoemde lezer zoveel seconden; bewaart bij een vondst het bestand dat het deed."""
    slots.stretch = _nep_uitrekken
    zaad = zaad or random.SystemRandom().getrandbits(32)
    telling: Counter[str] = Counter()
    for naam in namen:
        toeval, van = random.Random(f"{naam} {zaad}"), lezer(naam)
        for goed in van.goed:
            assert probeer(van, goed), f"{naam}: het goede bestand wordt niet gelezen"
        einde = time.monotonic() + seconden
        with _begrensd():
            while time.monotonic() < einde:
                slecht = van.slecht(toeval)
                try:
                    telling[f"{naam}_gelezen"] += probeer(van, slecht)
                except BaseException as fout:
                    pad = Path(tempfile.gettempdir()) / f"fuzz-{naam}"
                    pad.write_bytes(slecht)
                    fout.add_note(f"{naam}, zaad {zaad}, bestand {pad}")
                    raise
                telling[naam] += 1
    return telling


if __name__ == "__main__":
    sys.stdout.write(f"{fuzz_seconden(float(sys.argv[1]), *sys.argv[2:])}\n")
