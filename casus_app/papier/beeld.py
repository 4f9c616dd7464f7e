"""Het beeld van een papier, blad voor blad, met de tekst die er staat: voor op het scherm.

PDFium leest het bestand zelf; het kent het stuk niet waar het papier van gemaakt is. Het mag maar
op één draad tegelijk.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock

from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from casus_app.fouten import PapierFout

_PDFIUM = Lock()


@dataclass(frozen=True, slots=True)
class Beeld:
    """Eén blad: `punten` zijn regels van `stap` bytes met per punt blauw, groen, rood en niets."""

    breed: int
    hoog: int
    stap: int
    punten: bytes
    tekst: str


def bladen(inhoud: bytes, breed: int) -> tuple[Beeld, ...]:
    """Alle bladen, zo breed in beeldpunten. Fouten: `PapierFout`."""
    with _PDFIUM:
        try:
            return tuple(_bladen(inhoud, breed))
        except PdfiumError:
            raise PapierFout("Dit papier is niet te tonen. Maak het opnieuw.") from None


def _bladen(inhoud: bytes, breed: int) -> Iterator[Beeld]:
    document = PdfDocument(inhoud)
    try:
        for pagina in document:
            yield _beeld(pagina, breed)
            pagina.close()
    finally:
        document.close()


def _beeld(pagina: PdfPage, breed: int) -> Beeld:
    gezet = pagina.render(scale=breed / pagina.get_width(), prefer_bgrx=True)
    bladzij = pagina.get_textpage()
    tekst = bladzij.get_text_range()
    bladzij.close()
    beeld = Beeld(gezet.width, gezet.height, gezet.stride, bytes(gezet.buffer), str(tekst))
    gezet.close()
    return beeld
