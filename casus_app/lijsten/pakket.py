"""Het zip-bestand om een rekenblad: eerst keuren, dan pas aan een bibliotheek geven."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from xml.etree import ElementTree as ET
from xml.parsers import expat

from casus_app.lijsten.lijst import LijstFout

ONDERDELEN_HOOGSTENS = 500
UITGEPAKT_HOOGSTENS = 20_000_000
ELEMENTEN_HOOGSTENS = 250_000
RIJEN_HOOGSTENS = 25_000
BIJZAAK_HOOGSTENS = 20_000
"""Zoveel elementen mag een onderdeel hebben waar geen cellen in staan."""
DIEPTE_HOOGSTENS = 100
KENMERK_HOOGSTENS = 32_000
SPATIES_HOOGSTENS = 1_000_000
BLADEN_HOOGSTENS = 10

_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_SPATIES = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 c"
_RIJ = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 table-row"
_VERSLEUTELD = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0 encryption-data"
_NUL_UUR = (1980, 1, 1, 0, 0, 0)
_ZIP_FOUTEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)
_VOLGORDE = ("mimetype", "[Content_Types].xml")
"""Deze onderdelen horen vooraan: daaraan herkennen andere programma's het bestand."""

_STUK = (
    "Dit bestand is niet heel. Vraag het opnieuw op, of open het in het rekenblad en bewaar het "
    "opnieuw."
)
_TE_GROOT = (
    "Dit bestand is uitgepakt te groot voor een lijst van mensen. Kopieer alleen de kolommen met "
    "mensen naar een nieuw rekenblad en bewaar dat."
)
_WACHTWOORD = (
    "Dit bestand is met een wachtwoord beveiligd. Bewaar het in het rekenblad zonder wachtwoord "
    "en probeer het opnieuw."
)
_ONVEILIG = (
    "In dit bestand zit iets dat niet in een lijst hoort. Bewaar het in het rekenblad als CSV en "
    "lees dat in."
)
_ANDERS = (
    "Dit is geen rekenblad dat het programma kan lezen. Bewaar de lijst als CSV, ODS of XLSX en "
    "probeer het opnieuw."
)


class Pakket:
    """De onderdelen van een rekenblad die nodig zijn, en van elk is zeker dat het geen val is.

    Macro's, plaatjes, namen, opmaak van de pagina en al het andere blijven achter: geen
    bibliotheek krijgt ze te zien.
    """

    def __init__(self, inhoud: bytes) -> None:
        delen = _pak_uit(inhoud)
        self.is_ods = delen.get("mimetype", b"").strip().startswith(_ODS)
        if not self.is_ods and not any(naam.startswith("xl/") for naam in delen):
            raise LijstFout(_ANDERS)
        keuring = _Keuring()
        self._delen = {"mimetype": delen.pop("mimetype")} if self.is_ods else {}
        for naam in sorted(delen):  # META-INF eerst: daar staat of de rest versleuteld is
            wortel = keuring.keur(delen[naam])
            if wortel in _NODIG:
                self._delen[naam] = _ontdaan(delen[naam], _NODIG[wortel])

    def schoon(self) -> io.BytesIO:
        """Een nieuw zip-bestand met alleen wat gekeurd en nodig is."""
        return io.BytesIO(pak_in(self._delen, zipfile.ZIP_STORED))


def pak_in(delen: Mapping[str, bytes], wijze: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Een zip-bestand dat van dezelfde onderdelen altijd hetzelfde is: zonder tijd of maker."""
    uit = io.BytesIO()
    voorop = [naam for naam in _VOLGORDE if naam in delen]
    with zipfile.ZipFile(uit, "w") as zip_:
        for naam in (*voorop, *sorted(delen.keys() - set(voorop))):
            kop = zipfile.ZipInfo(naam, _NUL_UUR)
            kop.create_system = 0
            kop.compress_type = zipfile.ZIP_STORED if naam == "mimetype" else wijze
            zip_.writestr(kop, delen[naam])
    return uit.getvalue()


def onderdelen(inhoud: bytes) -> dict[str, bytes]:
    """De onderdelen van een zip-bestand dat wij zelf lieten maken."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        return {naam: zip_.read(naam) for naam in zip_.namelist()}


def _pak_uit(inhoud: bytes) -> dict[str, bytes]:
    """De XML uit het zip-bestand; wat de kop over de grootte zegt wordt niet geloofd."""
    delen: dict[str, bytes] = {}
    rest = UITGEPAKT_HOOGSTENS
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
            leden = zip_.infolist()
            if len(leden) > ONDERDELEN_HOOGSTENS:
                raise LijstFout(_TE_GROOT)
            for lid in leden:
                if lid.flag_bits & 1:
                    raise LijstFout(_WACHTWOORD)
                if not lid.filename.endswith((".xml", ".rels", "mimetype")):
                    continue
                if lid.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                    raise LijstFout(_ONVEILIG)
                if lid.filename in delen:
                    raise LijstFout(_ONVEILIG)
                with zip_.open(lid) as stroom:
                    delen[lid.filename] = stroom.read(rest + 1)
                rest -= len(delen[lid.filename])
                if rest < 0:
                    raise LijstFout(_TE_GROOT)
    except _ZIP_FOUTEN:
        raise LijstFout(_STUK) from None
    return delen


def _ontdaan(deel: bytes, nodig: frozenset[str]) -> bytes:
    """Het onderdeel opnieuw geschreven, met alleen de takken die nodig zijn; leeg is alle.

    Opnieuw schrijven maakt zeker dat de bibliotheek leest wat gekeurd is, in welke codering het
    ook stond. Over wat er verder in een werkblad of werkmap staat doet openpyxl soms minuten,
    zoals over een lange naam voor het afdrukbereik.
    """
    try:
        boom = ET.fromstring(deel)  # noqa: S314 (net gekeurd: geen DTD, niet te diep of groot)
    except (ET.ParseError, ValueError, LookupError):  # ET is op een enkele plek strenger
        raise LijstFout(_STUK) from None
    boom[:] = [tak for tak in boom if not nodig or _woord(tak.tag) in nodig]
    for tak in boom:
        if _woord(tak.tag) == "sheets":
            tak[:] = tak[:BLADEN_HOOGSTENS]
    if "sheetData" in nodig:  # met een maat erbij leest openpyxl het blad één keer minder
        boom.insert(0, ET.Element(boom.tag.replace("worksheet", "dimension"), ref="A1"))
    schoon: bytes = ET.tostring(boom, encoding="utf-8")
    return schoon


def _woord(naam: str) -> str:
    """De naam van een element zonder naamruimte, zoals expat of ET hem geeft."""
    return naam.rpartition(" ")[2].rpartition("}")[2]


class _Keuring:
    """Loopt XML na zonder er iets van te bewaren: geen DTD, niet te diep, niet te veel."""

    def __init__(self) -> None:
        self._wortel = ""
        self._diepte = 0
        self._elementen = 0
        self._rijen = 0
        self._spaties = 0

    def keur(self, deel: bytes) -> str:
        """Keurt één onderdeel en zegt hoe zijn wortel heet. Fouten: `LijstFout`."""
        lezer = expat.ParserCreate(namespace_separator=" ")
        lezer.StartElementHandler = self._begin
        lezer.EndElementHandler = self._einde
        lezer.StartDoctypeDeclHandler = _geen_dtd
        lezer.EntityDeclHandler = _geen_dtd
        self._wortel, self._diepte, vooraf = "", 0, self._elementen
        if not deel.strip():
            return ""
        try:
            lezer.Parse(deel, True)
        except (
            expat.ExpatError,
            ValueError,
            LookupError,
        ):  # LookupError: een codering die niet bestaat
            raise LijstFout(_STUK) from None
        if self._wortel not in _VOL and self._elementen - vooraf > BIJZAAK_HOOGSTENS:
            raise LijstFout(_TE_GROOT)
        return self._wortel

    def _begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        self._wortel = self._wortel or _woord(naam)
        self._diepte += 1
        self._elementen += 1
        self._rijen += naam == _RIJ
        if _SPATIES in kenmerken:
            self._spaties += abs(int(kenmerken[_SPATIES]))
        if naam == _VERSLEUTELD:
            raise LijstFout(_WACHTWOORD)
        if (
            self._elementen > ELEMENTEN_HOOGSTENS
            or self._rijen > RIJEN_HOOGSTENS
            or self._spaties > SPATIES_HOOGSTENS
        ):
            raise LijstFout(_TE_GROOT)
        if self._diepte > DIEPTE_HOOGSTENS or any(
            len(waarde) > KENMERK_HOOGSTENS for waarde in kenmerken.values()
        ):
            raise LijstFout(_ONVEILIG)

    def _einde(self, naam: str) -> None:  # noqa: ARG002 (zo roept expat hem aan)
        self._diepte -= 1


def _geen_dtd(*_: object) -> None:
    """Een DTD hoort niet in een rekenblad; het is de weg van elke bom van verwijzingen."""
    raise LijstFout(_ONVEILIG)


_NODIG: Mapping[str, frozenset[str]] = {
    "Types": frozenset(),
    "Relationships": frozenset(),
    "workbook": frozenset({"workbookPr", "sheets"}),
    "worksheet": frozenset({"sheetData"}),
    "sst": frozenset(),
    "styleSheet": frozenset({"numFmts", "cellXfs"}),
    "manifest": frozenset(),
    "document-content": frozenset({"body"}),
}
"""Welke onderdelen een bibliotheek krijgt, bij de naam van hun wortel, en welke takken daarvan."""

_VOL = frozenset({"worksheet", "sst", "document-content"})
"""In deze onderdelen staan de cellen; die mogen groot zijn."""
