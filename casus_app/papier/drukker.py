"""Het zetten zelf: bladen op een reportlab-canvas, elke tekst getagd of als rand gemerkt."""

from io import BytesIO
from typing import Any

from casus_app.opmaak.stuk import Stuk
from casus_app.papier.bladen import Blad, Plek, Rand, rand, verdeel
from casus_app.papier.lettertype import NORMAAL, VET, letters
from casus_app.papier.stroken import Bouwer, Cel, Strook
from casus_app.papier.structuur import Knoop
from casus_app.papier.tagboom import hang_op
from casus_app.papier.vormgeving import (
    ACCENT,
    BOVEN,
    BREED,
    GRIJS,
    HOOG,
    LIJN,
    LINKS,
    MM,
    RECHTS,
    SPIEGEL,
    VOET,
    Kleur,
    Zetwijze,
    zetwijze,
)

_DICHTHEDEN = (1.0, 0.94, 0.88)
_DALING = 0.8
"""Het deel van de regel boven de grondlijn."""
_RAND = 7.5
_BALK = 1.6


def zet(stuk: Stuk) -> bytes:
    """De bytes van het PDF-bestand; voor hetzelfde stuk altijd dezelfde."""
    letters()
    boom, bladen = _opgemaakt(stuk)
    stof = BytesIO()
    _Pers(stuk, stof).druk(boom, bladen)
    return stof.getvalue()


def _opgemaakt(stuk: Stuk) -> tuple[Knoop, list[Blad]]:
    """Probeert of het dichter gezet op één blad past; anders op ware grootte op meer bladen."""
    ruim = _zetsel(stuk, zetwijze(1.0))
    if not stuk.op_een_blad or len(ruim[1]) != 2:  # noqa: PLR2004  # één blad, of te veel om te passen
        return ruim
    for dichtheid in _DICHTHEDEN[1:]:
        dicht = _zetsel(stuk, zetwijze(dichtheid))
        if len(dicht[1]) == 1:
            return dicht
    return ruim


def _zetsel(stuk: Stuk, wijze: Zetwijze) -> tuple[Knoop, list[Blad]]:
    bouwer = Bouwer(wijze)
    stroken = list(bouwer.stuk(stuk))
    return bouwer.boom, verdeel(stroken)


class _Pers:
    """Eén canvas, en de stand van zaken op het blad dat erop ligt."""

    def __init__(self, stuk: Stuk, stof: BytesIO) -> None:
        from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  # een start zonder papier blijft kort

        self._stuk = stuk
        self._doek: Any = Canvas(
            stof,
            pagesize=(BREED, HOOG),
            invariant=1,
            pageCompression=1,
            initialFontName=NORMAAL,
            lang=stuk.taal,
            pdfVersion=(1, 7),
        )
        self._blad = 0
        self._volgnummer = 0

    def druk(self, boom: Knoop, bladen: list[Blad]) -> None:
        """Zet alle bladen, hangt de boom eraan en sluit het bestand."""
        for nummer, blad in enumerate(bladen, 1):
            self._blad, self._volgnummer = nummer, 0
            self._rand(rand(self._stuk, nummer, len(bladen)))
            for plek in blad.plekken:
                self._plek(plek)
            self._doek.showPage()
        hang_op(self._doek, self._stuk, boom, len(bladen))
        self._doek.save()

    def _plek(self, plek: Plek) -> None:
        strook = plek.strook
        for cel in strook.cellen:
            if cel.regels:
                self._cel(cel, plek)
        self._versiering(strook, plek.y)

    def _cel(self, cel: Cel, plek: Plek) -> None:
        knoop = cel.knoop
        if plek.herhaald:
            self._open_rand()
        else:
            if knoop.rol.startswith("H") and not knoop.gezet:
                self._bladwijzer(knoop, plek.y)
            knoop.gezet.append((self._blad, self._volgnummer))
            self._schrijf(f"/{knoop.rol} <</MCID {self._volgnummer}>> BDC")
            self._volgnummer += 1
        stijl = cel.stijl
        grond = plek.y - stijl.regel * _DALING
        self._regels(
            cel.regels, stijl.letter, stijl.grootte, stijl.regel, stijl.kleur, cel.x, grond
        )
        self._schrijf("EMC")

    def _regels(
        self,
        regels: tuple[str, ...],
        letter: str,
        grootte: float,
        regel: float,
        kleur: Kleur,
        x: float,
        y: float,
    ) -> None:
        tekst = self._doek.beginText(x, y)
        tekst.setFillColorRGB(*kleur)
        tekst.setFont(letter, grootte, regel)
        for inhoud in regels:
            tekst.textLine(inhoud)
        self._doek.drawText(tekst)

    def _versiering(self, strook: Strook, y: float) -> None:
        """Strepen en balken: voor het oog, een voorlezer slaat ze over."""
        onder = y - strook.hoogte
        if strook.balk:
            self._open_rand()
            self._doek.setFillColorRGB(*ACCENT)
            self._doek.rect(LINKS, onder, _BALK, strook.hoogte, stroke=0, fill=1)
            self._schrijf("EMC")
        if strook.lijn:
            self._streep(LINKS, onder - strook.na, SPIEGEL)

    def _streep(self, x: float, y: float, lengte: float) -> None:
        self._open_rand()
        self._doek.setStrokeColorRGB(*LIJN)
        self._doek.setLineWidth(0.6)
        self._doek.line(x, y, x + lengte, y)
        self._schrijf("EMC")

    def _rand(self, om: Rand) -> None:
        if om.oefening:
            self._randtekst(om.oefening, BREED - RECHTS, HOOG - 13 * MM, ACCENT, VET, rechts=True)
        if om.boven:
            self._randtekst(om.boven, LINKS, HOOG - 13 * MM, GRIJS)
        self._randtekst(om.links, LINKS, VOET, GRIJS)
        self._randtekst(om.rechts, BREED - RECHTS, VOET, GRIJS, rechts=True)

    def _randtekst(
        self,
        tekst: str,
        x: float,
        y: float,
        kleur: Kleur,
        letter: str = NORMAAL,
        *,
        rechts: bool = False,
    ) -> None:
        if rechts:
            x -= letters()[letter].breedte(tekst, _RAND)
        self._open_rand()
        self._regels((tekst,), letter, _RAND, _RAND, kleur, x, y)
        self._schrijf("EMC")

    def _bladwijzer(self, knoop: Knoop, y: float) -> None:
        sleutel = f"kop-{self._blad}-{self._volgnummer}"
        self._doek.bookmarkHorizontal(sleutel, 0, min(HOOG, y + BOVEN / 2))
        self._doek.addOutlineEntry(knoop.tekst, sleutel, int(knoop.rol[1:]) - 1)

    def _open_rand(self) -> None:
        self._schrijf("/Artifact BMC")

    def _schrijf(self, code: str) -> None:
        self._doek._code.append(code)  # noqa: SLF001  # reportlab heeft geen eigen weg voor tags
