"""Van onderdelen naar stroken: alles op het papier is een rij cellen naast elkaar."""

from collections.abc import Iterator
from dataclasses import dataclass

from casus_app.opmaak.stuk import (
    Alinea,
    Kaart,
    Kop,
    Lijst,
    Noot,
    Onderdeel,
    Stuk,
    Tabel,
    Velden,
)
from casus_app.papier.lettertype import letters
from casus_app.papier.regels import breek
from casus_app.papier.structuur import Knoop
from casus_app.papier.tekst import leesbaar, op_een_regel
from casus_app.papier.vormgeving import LINKS, SPIEGEL, Stijl, Zetwijze

VOOR = "Exemplaar voor"
PUNT = "•"
_LABEL = 0.24
"""Het deel van de bladspiegel dat de naam van een veld krijgt."""


@dataclass(frozen=True, slots=True)
class Cel:
    """Regels van één tekst onder elkaar, op een plek in de breedte."""

    knoop: Knoop
    stijl: Stijl
    x: float
    regels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strook:
    """Cellen naast elkaar. `lijn` is een streep eronder, `balk` een accent ervoor.

    `hecht` houdt de strook bij de volgende; `kop` is de strook die na een nieuw blad herhaald wordt.
    """

    cellen: tuple[Cel, ...]
    voor: float = 0
    na: float = 0
    lijn: bool = False
    lijn_boven: bool = False
    balk: bool = False
    hecht: bool = False
    kop: "Strook | None" = None

    @property
    def regels(self) -> int:
        """Hoeveel regels de hoogste cel telt."""
        return max(len(cel.regels) for cel in self.cellen)

    @property
    def hoogte(self) -> float:
        """Zonder het wit ervoor en erna."""
        return max(len(cel.regels) * cel.stijl.regel for cel in self.cellen)


class Bouwer:
    """Bouwt de stroken en tegelijk de boom waar ze in hangen."""

    def __init__(self, wijze: Zetwijze) -> None:
        self._w = wijze
        self.boom = Knoop("Document")

    def stuk(self, stuk: Stuk) -> Iterator[Strook]:
        """Alle stroken van een stuk, van titel tot slot."""
        w = self._w
        titel = self.boom.erbij("H1", op_een_regel(stuk.titel))
        yield Strook(cellen=(self._cel(titel, w.titel),), hecht=True)
        if stuk.ondertitel:
            onder = self.boom.erbij("P", leesbaar(stuk.ondertitel))
            yield Strook(cellen=(self._cel(onder, w.label),), hecht=True)
        if stuk.voor:
            voor = self.boom.erbij("P", leesbaar(f"{VOOR} {stuk.voor}"))
            yield Strook(
                cellen=(self._cel(voor, w.vet, LINKS + 3 * w.wit),), voor=3 * w.wit, balk=True
            )
        for onderdeel in stuk.onderdelen:
            yield from self._onderdeel(onderdeel)

    def _onderdeel(self, onderdeel: Onderdeel) -> Iterator[Strook]:
        w = self._w
        match onderdeel:
            case Kop(niveau, tekst):
                yield self._kop(niveau, tekst)
            case Alinea(tekst):
                knoop = self.boom.erbij("P", leesbaar(tekst))
                yield Strook(cellen=(self._cel(knoop, w.tekst),), voor=1.5 * w.wit)
            case Noot(tekst):
                knoop = self.boom.erbij("P", leesbaar(tekst))
                yield Strook(cellen=(self._cel(knoop, w.klein),), voor=4 * w.wit)
            case Lijst(punten):
                yield from self._lijst(punten)
            case Velden(paren):
                yield from self._velden(paren, LINKS, w.label, w.tekst)
            case Kaart():
                yield from self._kaart(onderdeel)
            case Tabel():
                yield from self._tabel(onderdeel)

    def _kop(self, niveau: int, tekst: str) -> Strook:
        w = self._w
        knoop = self.boom.erbij(f"H{niveau}", op_een_regel(tekst))
        if niveau == 2:  # noqa: PLR2004  # de hoofdkop onder de titel
            return Strook(
                cellen=(self._cel(knoop, w.kop),), voor=5 * w.wit, na=0.5 * w.wit, hecht=True
            )
        return Strook(cellen=(self._cel(knoop, w.tussenkop),), voor=3 * w.wit, hecht=True)

    def _lijst(self, punten: tuple[str, ...]) -> Iterator[Strook]:
        w = self._w
        lijst = self.boom.erbij("L")
        for punt in punten:
            regel = lijst.erbij("LI")
            bol = self._cel(regel.erbij("Lbl", PUNT), w.tekst, LINKS + w.wit)
            tekst = self._cel(regel.erbij("LBody", leesbaar(punt)), w.tekst, LINKS + 4 * w.wit)
            yield Strook(cellen=(bol, tekst), voor=w.wit)

    def _velden(
        self,
        paren: tuple[tuple[str, str], ...],
        x: float,
        label: Stijl,
        tekst: Stijl,
        *,
        balk: bool = False,
    ) -> Iterator[Strook]:
        lijst = self.boom.erbij("L")
        for naam, waarde in paren:
            regel = lijst.erbij("LI")
            naamcel = self._cel(
                regel.erbij("Lbl", leesbaar(naam)),
                label,
                x,
                SPIEGEL * _LABEL - (x - LINKS) - self._w.wit,
            )
            waardecel = self._cel(
                regel.erbij("LBody", leesbaar(waarde)), tekst, LINKS + SPIEGEL * _LABEL
            )
            yield Strook(cellen=(naamcel, waardecel), voor=0.75 * self._w.wit, balk=balk)

    def _kaart(self, kaart: Kaart) -> Iterator[Strook]:
        w = self._w
        x = LINKS + 3 * w.wit
        titel = self.boom.erbij("P", leesbaar(kaart.titel))
        yield Strook(
            cellen=(self._cel(titel, w.kleinvet, x),), voor=2.5 * w.wit, balk=True, hecht=True
        )
        tekst = self.boom.erbij("P", leesbaar(kaart.tekst))
        yield Strook(
            cellen=(self._cel(tekst, w.tekst, x),), balk=True, hecht=bool(kaart.velden.paren)
        )
        yield from self._velden(kaart.velden.paren, x, w.klein, w.klein, balk=True)

    def _tabel(self, tabel: Tabel) -> Iterator[Strook]:
        w = self._w
        knoop = self.boom.erbij("Table")
        kop = self._rij(knoop, "TH", tabel.koppen, tabel.breedtes, w.kleinvet)
        kop = Strook(cellen=kop, voor=2 * w.wit, na=w.wit, lijn=True, hecht=True)
        yield kop
        for rij in tabel.rijen:
            cellen = self._rij(knoop, "TD", rij, tabel.breedtes, w.tekst)
            yield Strook(cellen=cellen, voor=w.wit, na=w.wit, lijn=True, kop=kop)

    def _rij(
        self,
        tabel: Knoop,
        rol: str,
        teksten: tuple[str, ...],
        breedtes: tuple[int, ...],
        stijl: Stijl,
    ) -> tuple[Cel, ...]:
        rij = tabel.erbij("TR")
        eenheid = SPIEGEL / sum(breedtes)
        x, cellen = LINKS, []
        for tekst, deel in zip(teksten, breedtes, strict=True):
            breed = deel * eenheid
            bereik = "Column" if rol == "TH" else ""
            knoop = rij.erbij(rol, leesbaar(tekst), bereik)
            cellen.append(self._cel(knoop, stijl, x, breed - 2 * self._w.wit))
            x += breed
        return tuple(cellen)

    def _cel(
        self, knoop: Knoop, stijl: Stijl, x: float = LINKS, breedte: float | None = None
    ) -> Cel:
        ruimte = LINKS + SPIEGEL - x if breedte is None else breedte
        letter = letters()[stijl.letter]
        regels = breek(knoop.tekst or "", letter, stijl.grootte, ruimte)
        return Cel(knoop, stijl, x, tuple(regels))
