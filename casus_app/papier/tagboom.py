"""De tags in het bestand: wat reportlab mist om een stuk voor een schermlezer te beschrijven.

Maakt StructTreeRoot, ParentTree, taal, titel en de XMP-regel waarin het bestand zegt PDF/UA-1 te
volgen. In de metadata staat alleen de soort van het stuk (veiligheid 3.6).
"""

import re
from codecs import BOM_UTF16_BE
from collections import defaultdict
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArray,
    PDFDictionary,
    PDFInfo,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)

from casus_app.opmaak.stuk import Stuk
from casus_app.papier.structuur import Knoop

Ding = Any
"""Een object van reportlab, dat geen typen meelevert."""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{soort}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{taal}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def xmp(stuk: Stuk) -> bytes:
    """De metadata in XML: soort, taal en de norm."""
    return _XMP.format(soort=escape(stuk.soort), taal=escape(stuk.taal)).encode()


def info(stuk: Stuk) -> dict[str, str]:
    """De metadata in het klein: geen schrijver, geen onderwerp, geen datum."""
    return {"Title": stuk.soort, "Producer": "Casusoverleg"}


def hang_op(canvas: Ding, stuk: Stuk, boom: Knoop, bladen: int) -> None:
    """Hangt de boom en de neutrale metadata aan het document; alle bladen zijn al gezet."""
    document = canvas._doc  # noqa: SLF001  # reportlab heeft geen eigen weg voor tags
    _Tagger(document).hang(boom, bladen)
    catalogus = document.Catalog
    catalogus.MarkInfo = PDFDictionary({"Marked": "true"})
    catalogus.Metadata = XMP(creator=lambda _document: xmp(stuk))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    document.info = _KaleInfo(info(stuk))


_KENMERKEN = {"TH": (b"Table", b"Scope"), "L": (b"List", b"ListNumbering")}


class _KaleInfo(PDFInfo):  # type: ignore[misc]  # reportlab levert geen typen
    """Vervangt de velden die reportlab zelf invult: schrijver, onderwerp, tijdstip."""

    def __init__(self, velden: dict[str, str]) -> None:
        super().__init__()
        self._velden = velden

    def format(self, document: Ding) -> Ding:
        """De velden zoals ze in het bestand komen."""
        teksten = {naam: PDFString(waarde) for naam, waarde in self._velden.items()}
        return PDFDictionary(teksten).format(document)


class _Woordenboek(PDFObject):  # type: ignore[misc]  # reportlab levert geen typen
    """Een PDF-woordenboek dat zichzelf schrijft; van reportlab's eigen zijn er per blad te veel.

    Een waarde is een getal, een naam of rij als bytes, of een object van reportlab.
    """

    def __init__(self, velden: dict[bytes, Ding]) -> None:
        self._velden = velden

    def __setitem__(self, naam: bytes, waarde: Ding) -> None:
        self._velden[naam] = waarde

    def format(self, document: Ding) -> bytes:
        """Zoals het in het bestand komt."""
        delen = [b"/%b %b" % (naam, _bytes(een, document)) for naam, een in self._velden.items()]
        return b"<<" + b" ".join(delen) + b">>"


_BIJZONDER = re.compile(rb"[\\()\r\n]")
_GESCHREVEN = {b"\\": rb"\\", b"(": rb"\(", b")": rb"\)", b"\r": rb"\r", b"\n": rb"\n"}


def _tekst(tekst: str) -> bytes:
    """Een tekst tussen haken: ASCII zoals zij is, al het andere als UTF-16."""
    kaal = tekst.encode() if tekst.isascii() else BOM_UTF16_BE + tekst.encode("utf-16-be")
    return b"(%b)" % _BIJZONDER.sub(lambda teken: _GESCHREVEN[teken[0]], kaal)


def _bytes(waarde: Ding, document: Ding) -> bytes:
    if isinstance(waarde, bytes):
        return waarde
    if isinstance(waarde, int):
        return b"%d" % waarde
    if isinstance(waarde, list):
        return b"[" + b" ".join([_bytes(een, document) for een in waarde]) + b"]"
    geschreven: bytes = waarde.format(document)
    return geschreven


class _Tagger:
    """Maakt van knopen PDF-objecten; elk gezet stuk krijgt precies één ouder."""

    def __init__(self, document: Ding) -> None:
        self._document = document
        self._ouders: dict[int, dict[int, Ding]] = defaultdict(dict)

    def hang(self, boom: Knoop, bladen: int) -> None:
        """Zet de boom in het document en zegt per blad bij welk element elk merk hoort."""
        wortel = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        naar_wortel = self._document.Reference(wortel)
        wortel["K"] = self._element(boom, naar_wortel)
        nummers: list[Ding] = []
        for blad in range(1, bladen + 1):
            ouders = self._ouders[blad]
            rij = PDFArray([ouders[mcid] for mcid in sorted(ouders)])
            nummers += [blad - 1, self._document.Reference(rij)]
        boomnummers = PDFDictionary({"Nums": PDFArray(nummers)})
        wortel["ParentTree"] = self._document.Reference(boomnummers)
        wortel["ParentTreeNextKey"] = bladen
        self._document.Catalog.StructTreeRoot = wortel
        for nummer, pagina in enumerate(self._document.Pages.pages):
            # reportlab schrijft alleen sleutels die het kent.
            pagina.__NoDefault__ = [*pagina.__NoDefault__, "StructParents", "Tabs"]
            pagina.StructParents = nummer
            pagina.Tabs = PDFName("S")

    def _element(self, knoop: Knoop, ouder: Ding) -> Ding:
        element = _Woordenboek({b"S": b"/%b" % knoop.rol.encode(), b"P": ouder})
        zelf = self._document.Reference(element)
        if knoop.tekst is not None:
            # Ook zonder de spatie die een lezer aan een regeleinde kan missen.
            element[b"ActualText"] = _tekst(knoop.tekst)
        if knoop.kenmerk:
            eigenaar, naam = _KENMERKEN[knoop.rol]
            element[b"A"] = b"<</O /%b /%b /%b>>" % (eigenaar, naam, knoop.kenmerk.encode())
        if len(knoop.gezet) == 1:
            # Eén stuk op één blad: de korte vorm, die elke lezer kent.
            ((blad, mcid),) = knoop.gezet
            self._ouders[blad][mcid] = zelf
            element[b"Pg"] = _pagina(blad)
            element[b"K"] = mcid
            return zelf
        kinderen = [self._stuk(blad, mcid, zelf) for blad, mcid in knoop.gezet]
        kinderen += [self._element(kind, zelf) for kind in knoop.kinderen]
        element[b"K"] = kinderen
        return zelf

    def _stuk(self, blad: int, mcid: int, ouder: Ding) -> Ding:
        self._ouders[blad][mcid] = ouder
        return _Woordenboek({b"Type": b"/MCR", b"Pg": _pagina(blad), b"MCID": mcid})


def _pagina(blad: int) -> Ding:
    return PDFObjectReference(f"Page{blad}")
