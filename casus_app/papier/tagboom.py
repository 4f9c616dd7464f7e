"""De tags in het bestand: wat reportlab mist om een stuk voor een schermlezer te beschrijven.

Maakt StructTreeRoot, ParentTree, taal, titel en de XMP-regel waarin het bestand zegt PDF/UA-1 te
volgen. In de metadata staat alleen de soort van het stuk (veiligheid 3.6).
"""

from collections import defaultdict
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArray,
    PDFDictionary,
    PDFInfo,
    PDFName,
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


_KENMERKEN = {"TH": ("Table", "Scope"), "L": ("List", "ListNumbering")}


class _KaleInfo(PDFInfo):  # type: ignore[misc]  # reportlab levert geen typen
    """Vervangt de velden die reportlab zelf invult: schrijver, onderwerp, tijdstip."""

    def __init__(self, velden: dict[str, str]) -> None:
        super().__init__()
        self._velden = velden

    def format(self, document: Ding) -> Ding:
        """De velden zoals ze in het bestand komen."""
        teksten = {naam: PDFString(waarde) for naam, waarde in self._velden.items()}
        return PDFDictionary(teksten).format(document)


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
        element = PDFDictionary({"S": PDFName(knoop.rol), "P": ouder})
        zelf = self._document.Reference(element)
        if knoop.tekst is not None:
            # Ook zonder de spatie die een lezer aan een regeleinde kan missen.
            element["ActualText"] = PDFString(knoop.tekst)
        if knoop.kenmerk:
            eigenaar, naam = _KENMERKEN[knoop.rol]
            element["A"] = PDFDictionary({"O": PDFName(eigenaar), naam: PDFName(knoop.kenmerk)})
        if len(knoop.gezet) == 1:
            # Eén stuk op één blad: de korte vorm, die elke lezer kent.
            ((blad, mcid),) = knoop.gezet
            self._ouders[blad][mcid] = zelf
            element["Pg"] = _pagina(blad)
            element["K"] = mcid
            return zelf
        kinderen = [self._stuk(blad, mcid, zelf) for blad, mcid in knoop.gezet]
        kinderen += [self._element(kind, zelf) for kind in knoop.kinderen]
        element["K"] = PDFArray(kinderen)
        return zelf

    def _stuk(self, blad: int, mcid: int, ouder: Ding) -> Ding:
        self._ouders[blad][mcid] = ouder
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": _pagina(blad), "MCID": mcid})


def _pagina(blad: int) -> Ding:
    return PDFObjectReference(f"Page{blad}")
