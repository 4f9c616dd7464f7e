"""Een PDF-bestand van deze drukker teruglezen: wat er staat en hoe het gemerkt is.

pypdf opent en ontcijfert het bestand, qpdf ontleedt de voorschriften van een blad; geen van beide
heeft het gedrukt.
De lezer kent alleen wat de drukker mag gebruiken. Al het andere, een plaatje, een aantekening, een
onbekend voorschrift, is een afwijking en geen gok.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pikepdf import Pdf, Stream, parse_content_stream
from pypdf import PdfReader

Ding = Any
"""Een object uit het bestand; wat het is blijkt pas bij het lezen."""

_PAGINA = {
    "/Type", "/Parent", "/MediaBox", "/Resources", "/Contents", "/StructParents", "/Tabs",
    "/Rotate", "/Trans",
}  # fmt: skip
_CATALOGUS = {
    "/Type", "/Pages", "/PageMode", "/Lang", "/Outlines", "/Dests", "/StructTreeRoot", "/MarkInfo",
    "/Metadata", "/ViewerPreferences",
}  # fmt: skip
_SLOT = {"/Extensions"}
_UITBREIDING = {"/ADBE": {"/BaseVersion": "/1.7", "/ExtensionLevel": 8}}
"""Zo zegt een PDF 1.7 dat hij met R6 op slot zit."""
_ELEMENT = {"/Type", "/S", "/P", "/K", "/Pg", "/ActualText", "/A"}
_MIDDELEN = {"/Font", "/ProcSet"}
_TEKENWERK = {b"cm", b"rg", b"RG", b"w", b"re", b"f", b"f*", b"n", b"m", b"l", b"S", b"BT", b"ET"}
_VORM = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4})>")


class Afwijking(Exception):
    """Het bestand bevat iets dat deze drukker niet maakt."""


@dataclass(slots=True)
class GelezenBlad:
    """De teksten van één blad: gemerkt per volgnummer, en die van de rand."""

    gemerkt: dict[int, str] = field(default_factory=dict)
    rand: list[str] = field(default_factory=list)


@dataclass(slots=True)
class GelezenTekst:
    """Eén tekst uit de boom: wat er gezet is en wat er voorgelezen wordt."""

    rol: str
    gezet: str
    voorgelezen: str


@dataclass(slots=True)
class Gelezen:
    """Alles wat er in het bestand te lezen is."""

    teksten: list[GelezenTekst]
    bladen: list[GelezenBlad]
    bladwijzers: list[str]
    info: dict[str, str]
    xmp: bytes
    taal: str


def lees(inhoud: bytes, wachtzin: str = "") -> Gelezen:
    """Leest het hele bestand, met `wachtzin` alleen als het zonder die niet opengaat.

    Fouten: `Afwijking`, of wat pypdf en qpdf van een kapot bestand vinden.
    """
    if not (inhoud.startswith(b"%PDF-") and inhoud.endswith(b"%%EOF\n")):
        raise Afwijking("iets voor of achter het document")
    # Met de wachtzin meteen erbij: elke poging kost bij R6 met opzet tijd.
    lezer = PdfReader(BytesIO(inhoud), strict=True, password=wachtzin or None)
    _toets_slot(lezer, wachtzin)
    wortel: Ding = lezer.root_object
    _alleen(wortel, _CATALOGUS | (_SLOT if wachtzin else set()))
    if "/Extensions" in wortel and wortel["/Extensions"] != _UITBREIDING:
        raise Afwijking("een onbekende uitbreiding")
    paginas = [pagina.get_object() for pagina in lezer.pages]
    with Pdf.new() as ontleder:
        bladen = [_Bladlezer(pagina, ontleder).lees() for pagina in paginas]
    nummers = {_nummer(pagina): nr for nr, pagina in enumerate(lezer.pages)}
    over = {(nr, mcid) for nr, blad in enumerate(bladen) for mcid in blad.gemerkt}
    teksten: list[GelezenTekst] = []
    _boom(wortel["/StructTreeRoot"]["/K"], bladen, nummers, over, teksten)
    if over:
        raise Afwijking("gemerkte tekst buiten de boom")
    return Gelezen(
        teksten=teksten,
        bladen=bladen,
        bladwijzers=list(_bladwijzers(wortel.get("/Outlines"))),
        info={sleutel: str(waarde) for sleutel, waarde in (lezer.metadata or {}).items()},
        xmp=wortel["/Metadata"].get_object().get_data(),
        taal=str(wortel["/Lang"]),
    )


def _toets_slot(lezer: PdfReader, wachtzin: str) -> None:
    """Zonder wachtzin is het bestand open; anders is het AES-256 (R6), en ging het ermee open."""
    if lezer.is_encrypted != bool(wachtzin):
        raise Afwijking("wel of niet versleuteld, anders dan gevraagd")
    if not wachtzin:
        return
    slot: Ding = lezer.trailer["/Encrypt"]
    sterkte = (slot["/V"], slot["/R"], slot["/CF"]["/StdCF"]["/CFM"], slot["/StrF"], slot["/StmF"])
    if sterkte != (5, 6, "/AESV3", "/StdCF", "/StdCF") or not slot.get("/EncryptMetadata", True):
        raise Afwijking("niet met AES-256 versleuteld")


def _nummer(pagina: Ding) -> int:
    return int(pagina.indirect_reference.idnum)


def _alleen(object_: Ding, sleutels: set[str]) -> None:  # een PDF-woordenboek
    if not object_.keys() <= sleutels:
        raise Afwijking("een onbekende sleutel")


def _boom(
    knoop: Ding,
    bladen: list[GelezenBlad],
    nummers: dict[int, int],
    over: set[tuple[int, int]],
    teksten: list[GelezenTekst],
) -> None:
    _alleen(knoop, _ELEMENT)
    kinderen = knoop["/K"]
    gezet: list[tuple[int, int]] = []
    if isinstance(kinderen, int):
        gezet.append((nummers[knoop.raw_get("/Pg").idnum], int(kinderen)))
    else:
        for kind in kinderen:
            echt = kind.get_object()
            if echt.get("/Type") == "/MCR":
                gezet.append((nummers[echt.raw_get("/Pg").idnum], int(echt["/MCID"])))
            else:
                _boom(echt, bladen, nummers, over, teksten)
    if gezet or "/ActualText" in knoop:
        over.difference_update(gezet)
        tekst = "".join([bladen[blad].gemerkt.pop(mcid) for blad, mcid in gezet])
        teksten.append(GelezenTekst(str(knoop["/S"])[1:], tekst, str(knoop["/ActualText"])))


def _bladwijzers(tak: Ding) -> Iterator[str]:  # een PDF-woordenboek
    volgende = tak.get_object().get("/First") if tak is not None else None
    while volgende is not None:
        punt = volgende.get_object()
        yield str(punt["/Title"])
        yield from _bladwijzers(punt)
        volgende = punt.get("/Next")


class _Bladlezer:
    """Loopt de voorschriften van één blad na en onthoudt welke tekst onder welk merk staat."""

    def __init__(self, pagina: Ding, ontleder: Pdf) -> None:  # een pypdf-object
        _alleen(pagina, _PAGINA)
        middelen = pagina["/Resources"]
        _alleen(middelen, _MIDDELEN)
        self._letters = {naam: _letter(letter) for naam, letter in middelen["/Font"].items()}
        self._breed, self._hoog = (float(maat) for maat in pagina["/MediaBox"][2:])
        stof = Stream(ontleder, _stof(pagina["/Contents"].get_object()))
        self._stappen: list[Ding] = list(parse_content_stream(stof))
        self._blad = GelezenBlad()
        self._merk: int | None = None
        self._in_rand = False
        self._gezet: list[str] = []
        self._letter: list[str] = []
        self._plek = (0.0, 0.0)
        self._regel = 0.0

    def lees(self) -> GelezenBlad:
        for stap in self._stappen:
            self._stap(stap.operands, str(stap.operator).encode())
        if self._open:
            raise Afwijking("een merk dat open blijft")
        return self._blad

    @property
    def _open(self) -> bool:
        return self._in_rand or self._merk is not None

    def _stap(self, waarden: Ding, voorschrift: bytes) -> None:
        match voorschrift:
            case b"Tj":
                self._toon(waarden[0])
            case b"T*":
                self._plek = (self._plek[0], self._plek[1] - self._regel)
            case b"Tf":
                self._letter = self._letters[str(waarden[0])]
            case b"Tm":
                self._plek = (float(waarden[4]), float(waarden[5]))
            case b"TL":
                self._regel = float(waarden[0])
            case b"BDC" | b"BMC":
                self._begin(waarden)
            case b"EMC":
                self._einde()
            case _ if voorschrift not in _TEKENWERK:
                raise Afwijking("een onbekend voorschrift")

    def _toon(self, stof: Ding) -> None:
        if not self._open:
            raise Afwijking("tekst zonder merk")
        x, y = self._plek
        if not (0 <= x < self._breed and 0 < y < self._hoog):
            raise Afwijking("tekst naast het papier")
        self._gezet.append("".join([self._letter[code] for code in bytes(stof)]))

    def _begin(self, waarden: Ding) -> None:
        if self._open:
            raise Afwijking("een merk in een merk")
        self._in_rand = str(waarden[0]) == "/Artifact"
        self._merk = None if self._in_rand else int(waarden[1]["/MCID"])

    def _einde(self) -> None:
        tekst = "".join(self._gezet)
        if self._merk is not None:
            if self._merk in self._blad.gemerkt:
                raise Afwijking("een merk dat twee keer voorkomt")
            self._blad.gemerkt[self._merk] = tekst
        elif tekst:
            self._blad.rand.append(tekst)
        self._merk, self._in_rand, self._gezet = None, False, []


def _stof(inhoud: Ding) -> bytes:
    """Alles wat op het blad gezet wordt, ook als het in meer stukken in het bestand staat."""
    stukken = inhoud if isinstance(inhoud, list) else [inhoud]
    return b"\n".join(stuk.get_object().get_data() for stuk in stukken)


def _letter(letter: Ding) -> list[str]:  # een PDF-woordenboek
    """Welk teken elke code is, volgens de tabel waarmee ook andere lezers de tekst kopiëren."""
    paren = _VORM.findall(letter["/ToUnicode"].get_data())
    codes = {int(code, 16): chr(int(teken, 16)) for code, teken in paren}
    return [codes.get(code, "\0") for code in range(256)]
