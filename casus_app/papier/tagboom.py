"""De tags in het bestand: wat reportlab mist om een stuk voor een schermlezer te beschrijven.

Maakt StructTreeRoot, ParentTree, taal, titel en de XMP-regel waarin het bestand zegt PDF/UA-1 te
volgen. In de metadata staat alleen de soort van het stuk (veiligheid 3.6).
"""

from collections import defaultdict
from typing import Any
from xml.sax.saxutils import escape

from casus_app.opmaak.stuk import Stuk
from casus_app.papier.structuur import Knoop

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
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
    return XMP.format(soort=escape(stuk.soort), taal=escape(stuk.taal)).encode()


def info(stuk: Stuk) -> dict[str, str]:
    """De metadata in het klein: geen schrijver, geen onderwerp, geen datum."""
    return {"Title": stuk.soort, "Producer": "Casusoverleg"}


def hang_op(doek: Any, stuk: Stuk, boom: Knoop, bladen: int) -> None:  # noqa: ANN401  # reportlab heeft geen typen
    """Hangt de boom en de neutrale metadata aan het document; alle bladen zijn al gezet."""
    from reportlab.pdfbase import pdfdoc  # noqa: PLC0415  # een start zonder papier blijft kort

    document = doek._doc  # noqa: SLF001  # reportlab heeft geen eigen weg voor tags
    _Tagger(pdfdoc, document).hang(boom, bladen)
    catalogus = document.Catalog
    catalogus.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    catalogus.Metadata = pdfdoc.XMP(creator=lambda _document: xmp(stuk))
    doek.setViewerPreference("DisplayDocTitle", "true")
    document.info = _kale_info(pdfdoc, info(stuk))


def _kale_info(pdfdoc: Any, velden: dict[str, str]) -> Any:  # noqa: ANN401
    """Vervangt de velden die reportlab zelf invult (schrijver, onderwerp, tijdstip)."""

    class Info(pdfdoc.PDFInfo):  # type: ignore[misc]
        def format(self, document: Any) -> Any:  # noqa: ANN401
            teksten = {naam: pdfdoc.PDFString(waarde) for naam, waarde in velden.items()}
            return pdfdoc.PDFDictionary(teksten).format(document)

    return Info()


class _Tagger:
    """Maakt van knopen PDF-objecten; elk gezet stuk krijgt precies één ouder."""

    def __init__(self, pdfdoc: Any, document: Any) -> None:  # noqa: ANN401
        self._pdf = pdfdoc
        self._document = document
        self._ouders: dict[int, dict[int, Any]] = defaultdict(dict)

    def hang(self, boom: Knoop, bladen: int) -> None:
        wortel = self._pdf.PDFDictionary({"Type": self._pdf.PDFName("StructTreeRoot")})
        naar_wortel = self._document.Reference(wortel)
        wortel["K"] = self._element(boom, naar_wortel)
        nummers: list[Any] = []
        for blad in range(1, bladen + 1):
            ouders = self._ouders[blad]
            rij = self._pdf.PDFArray([ouders[mcid] for mcid in sorted(ouders)])
            nummers += [blad - 1, self._document.Reference(rij)]
        boomnummers = self._pdf.PDFDictionary({"Nums": self._pdf.PDFArray(nummers)})
        wortel["ParentTree"] = self._document.Reference(boomnummers)
        wortel["ParentTreeNextKey"] = bladen
        self._document.Catalog.StructTreeRoot = wortel
        for nummer, pagina in enumerate(self._document.Pages.pages):
            # reportlab schrijft alleen sleutels die het kent.
            pagina.__NoDefault__ = [*pagina.__NoDefault__, "StructParents", "Tabs"]
            pagina.StructParents = nummer
            pagina.Tabs = self._pdf.PDFName("S")

    def _element(self, knoop: Knoop, ouder: Any) -> Any:  # noqa: ANN401
        pdf = self._pdf
        velden: dict[str, Any] = {
            "Type": pdf.PDFName("StructElem"),
            "S": pdf.PDFName(knoop.rol),
            "P": ouder,
        }
        element = pdf.PDFDictionary(velden)
        zelf = self._document.Reference(element)
        if knoop.tekst is not None:
            element["ActualText"] = pdf.PDFString(knoop.tekst)
        if knoop.bereik:
            element["A"] = pdf.PDFDictionary(
                {"O": pdf.PDFName("Table"), "Scope": pdf.PDFName(knoop.bereik)}
            )
        if len(knoop.gezet) == 1:
            # Eén stuk op één blad: de korte vorm, die elke lezer kent.
            ((blad, mcid),) = knoop.gezet
            self._ouders[blad][mcid] = zelf
            element["Pg"] = self._pagina(blad)
            element["K"] = mcid
            return zelf
        kinderen = [self._stuk(blad, mcid, zelf) for blad, mcid in knoop.gezet]
        kinderen += [self._element(kind, zelf) for kind in knoop.kinderen]
        element["K"] = pdf.PDFArray(kinderen)
        return zelf

    def _stuk(self, blad: int, mcid: int, ouder: Any) -> Any:  # noqa: ANN401
        self._ouders[blad][mcid] = ouder
        return self._pdf.PDFDictionary(
            {
                "Type": self._pdf.PDFName("MCR"),
                "Pg": self._pagina(blad),
                "MCID": mcid,
            }
        )

    def _pagina(self, blad: int) -> Any:  # noqa: ANN401
        return self._pdf.PDFObjectReference(f"Page{blad}")
