"""Het canvas van reportlab, met wat wij ervan gebruiken: gemerkte tekst, vlakken en strepen."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from casus_app.papier.lettertype import NORMAAL
from casus_app.papier.vormgeving import BREED, HOOG, Kleur, Stijl

_STREEP = 0.6


class Doek:
    """Eén document in wording; alles wat erop komt is gemerkt, als tekst of als rand."""

    def __init__(self, stof: BytesIO, taal: str) -> None:
        self.canvas: Any = Canvas(
            stof,
            pagesize=(BREED, HOOG),
            invariant=1,
            pageCompression=1,
            initialFontName=NORMAAL,
            lang=taal,
            pdfVersion=(1, 7),
        )
        self._inkt: Kleur | None = None
        """De kleur waar het blad nu op staat, zodat niet elke tekst haar opnieuw zet."""

    def volgend_blad(self) -> None:
        """Het blad is af; een nieuw begint zonder kleur."""
        self.canvas.showPage()
        self._inkt = None

    @contextmanager
    def gemerkt(self, rol: str, volgnummer: int) -> Iterator[None]:
        """Wat hierbinnen getekend wordt is inhoud, met deze rol."""
        self._schrijf(f"/{rol} <</MCID {volgnummer}>> BDC")
        yield
        self._schrijf("EMC")

    @contextmanager
    def rand(self) -> Iterator[None]:
        """Wat hierbinnen getekend wordt is geen inhoud; een schermlezer slaat het over."""
        self._schrijf("/Artifact BMC")
        yield
        self._schrijf("EMC")

    def regels(self, regels: tuple[str, ...], stijl: Stijl, x: float, y: float) -> None:
        """Regels onder elkaar; `y` is de grondlijn van de eerste."""
        tekst = self.canvas.beginText(x, y)
        if stijl.kleur != self._inkt:
            tekst.setFillColorRGB(*stijl.kleur)
            self._inkt = stijl.kleur
        tekst.setFont(stijl.letter, stijl.grootte, stijl.regel)
        for regel in regels[:-1]:
            tekst.textLine(regel)
        tekst.textOut(regels[-1])
        self.canvas.drawText(tekst)

    def vlak(self, x: float, y: float, breed: float, hoog: float, kleur: Kleur) -> None:
        """Een gevuld vlak."""
        with self.rand():
            self.canvas.setFillColorRGB(*kleur)
            self._inkt = kleur
            self.canvas.rect(x, y, breed, hoog, stroke=0, fill=1)

    def streep(self, x: float, y: float, lengte: float, kleur: Kleur) -> None:
        """Een dunne liggende streep."""
        with self.rand():
            self.canvas.setStrokeColorRGB(*kleur)
            self.canvas.setLineWidth(_STREEP)
            self.canvas.line(x, y, x + lengte, y)

    def bladwijzer(self, tekst: str, sleutel: str, y: float, niveau: int) -> None:
        """Een plek in de inhoudsopgave van de lezer."""
        self.canvas.bookmarkHorizontal(sleutel, 0, min(HOOG, y))
        self.canvas.addOutlineEntry(tekst, sleutel, niveau)

    def _schrijf(self, code: str) -> None:
        self.canvas._code.append(code)  # noqa: SLF001  # reportlab kent geen merken
