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
    Uitspraak,
    Velden,
)
from casus_app.papier.kolommen import verdeel_breedte
from casus_app.papier.lettertype import letters
from casus_app.papier.regels import breek
from casus_app.papier.structuur import Knoop
from casus_app.papier.tekst import leesbaar, op_een_regel
from casus_app.papier.vormgeving import INSPRONG, LINKS, SPIEGEL, Stijl, Zetwijze

PUNT = "•"
STAAF = 5.0
"""Hoe hoog een staaf is."""
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
    """Cellen naast elkaar.

    `lijn` is een streep eronder, `balk` een accent ervoor dat doorloopt over de strook erboven als
    `vast` dat zegt, `vlak` een tint erachter. `staaf` is een balk
    eronder, over dit deel van de breedte. `hecht` houdt de strook bij de volgende; `kop` is de
    strook die op een nieuw blad herhaald wordt.
    """

    cellen: tuple[Cel, ...]
    voor: float = 0
    na: float = 0
    lijn: bool = False
    balk: bool = False
    vast: bool = False
    vlak: bool = False
    hecht: bool = False
    staaf: float = 0
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
        self._wit = wijze.wit
        self.boom = Knoop("Document")

    def stuk(self, stuk: Stuk) -> Iterator[Strook]:
        """Alle stroken van een stuk, van titel tot slot."""
        w, wit = self._w, self._wit
        titel = self.boom.erbij("H1", op_een_regel(stuk.titel))
        yield Strook(cellen=(self._cel(titel, w.titel),), hecht=True)
        if stuk.ondertitel:
            onder = self.boom.erbij("P", leesbaar(stuk.ondertitel))
            yield Strook(cellen=(self._cel(onder, w.label),), hecht=True)
        if stuk.voor:
            voor = self.boom.erbij("P", leesbaar(f"{stuk.wiens} {stuk.voor}"))
            cel = self._cel(voor, w.vet, LINKS + 3 * INSPRONG)
            yield Strook(cellen=(cel,), voor=7 + 3 * wit, na=7, balk=True, vlak=True)
        for onderdeel in stuk.onderdelen:
            yield from self._onderdeel(onderdeel)

    def _onderdeel(self, onderdeel: Onderdeel) -> Iterator[Strook]:
        w, wit = self._w, self._wit
        match onderdeel:
            case Kop(niveau, tekst):
                yield self._kop(niveau, tekst)
            case Alinea(tekst):
                yield self._alinea(tekst, w.tekst, 1.75 * wit)
            case Noot(tekst):
                yield self._alinea(tekst, w.klein, 4 * wit)
            case Uitspraak(tekst):
                yield self._alinea(tekst, w.uitspraak, 2 * wit)
            case Lijst(punten):
                yield from self._lijst(punten)
            case Velden(paren):
                yield from self._velden(paren)
            case Kaart():
                yield from self._kaart(onderdeel)
            case Tabel():
                yield from self._tabel(onderdeel)

    def _alinea(self, tekst: str, stijl: Stijl, voor: float) -> Strook:
        knoop = self.boom.erbij("P", leesbaar(tekst))
        return Strook(cellen=(self._cel(knoop, stijl),), voor=voor)

    def _kop(self, niveau: int, tekst: str) -> Strook:
        knoop = self.boom.erbij(f"H{niveau}", op_een_regel(tekst))
        if niveau == 2:  # noqa: PLR2004  # de hoofdkop onder de titel
            return Strook(
                cellen=(self._cel(knoop, self._w.kop),), voor=5.5 * self._wit, hecht=True
            )
        return Strook(cellen=(self._cel(knoop, self._w.vet),), voor=3.5 * self._wit, hecht=True)

    def _lijst(self, punten: tuple[str, ...]) -> Iterator[Strook]:
        w, wit = self._w, self._wit
        lijst = self.boom.erbij("L", kenmerk="Disc")
        for punt in punten:
            regel = lijst.erbij("LI")
            bol = self._cel(regel.erbij("Lbl", PUNT), w.tekst, LINKS + INSPRONG)
            tekst = self._cel(regel.erbij("LBody", leesbaar(punt)), w.tekst, LINKS + 4 * INSPRONG)
            yield Strook(cellen=(bol, tekst), voor=wit)

    def _velden(self, paren: tuple[tuple[str, str], ...]) -> Iterator[Strook]:
        lijst = self.boom.erbij("L", kenmerk="None")
        for nummer, paar in enumerate(paren):
            cellen = self._veld(lijst.erbij("LI"), paar, LINKS, self._w.label, self._w.tekst)
            yield Strook(cellen=cellen, voor=(1 if nummer else 1.75) * self._wit)

    def _veld(
        self, regel: Knoop, paar: tuple[str, str], x: float, label: Stijl, tekst: Stijl
    ) -> tuple[Cel, Cel]:
        naam, waarde = paar
        rechts = LINKS + SPIEGEL * _LABEL
        naamknoop = regel.erbij("Lbl", leesbaar(naam))
        waardeknoop = regel.erbij("LBody", leesbaar(waarde))
        return (
            self._cel(naamknoop, label, x, rechts - x - INSPRONG),
            self._cel(waardeknoop, tekst, rechts),
        )

    def _kaart(self, kaart: Kaart) -> Iterator[Strook]:
        """Het soort klein, de tekst zelf op ware grootte, en wat erbij hoort weer klein."""
        w, wit = self._w, self._wit
        x = LINKS + 3 * INSPRONG
        titel = self._cel(self.boom.erbij("P", leesbaar(kaart.titel)), w.kleinvet, x)
        yield Strook(cellen=(titel,), voor=3 * wit, balk=True, hecht=True)
        tekst = self._cel(self.boom.erbij("P", leesbaar(kaart.tekst)), w.tekst, x)
        paren = kaart.velden.paren
        yield Strook(
            cellen=(tekst,), voor=0.5 * wit, na=0.5 * wit, balk=True, vast=True, hecht=bool(paren)
        )
        lijst = self.boom.erbij("L", kenmerk="None") if paren else self.boom
        for nummer, paar in enumerate(paren, 1):
            cellen = self._veld(lijst.erbij("LI"), paar, x, w.klein, w.klein)
            hecht = nummer < len(paren)
            yield Strook(cellen=cellen, voor=0.5 * wit, balk=True, vast=True, hecht=hecht)

    def _tabel(self, tabel: Tabel) -> Iterator[Strook]:
        wit = self._wit
        rijen = tuple(tuple(map(leesbaar, rij)) for rij in (tabel.koppen, *tabel.rijen))
        breedtes = verdeel_breedte(rijen, tabel.breedtes, self._w.tekst, SPIEGEL, 2 * INSPRONG)
        knoop = self.boom.erbij("Table")
        koppen = self._rij(knoop, "TH", rijen[0], breedtes, self._w.kleinvet)
        kop = Strook(cellen=koppen, voor=2 * wit, na=wit, lijn=True, hecht=True)
        yield kop
        staven = tabel.staven or (0.0,) * len(tabel.rijen)
        for rij, staaf in zip(rijen[1:], staven, strict=True):
            cellen = self._rij(knoop, "TD", rij, breedtes, self._w.tekst)
            na = STAAF + 2 * wit if staaf else 1.25 * wit
            yield Strook(
                cellen=cellen, voor=1.25 * wit, na=na, lijn=not staaf, staaf=staaf, kop=kop
            )

    def _rij(
        self,
        tabel: Knoop,
        rol: str,
        teksten: tuple[str, ...],
        breedtes: list[float],
        stijl: Stijl,
    ) -> tuple[Cel, ...]:
        rij = tabel.erbij("TR")
        x, cellen = LINKS, []
        for tekst, breed in zip(teksten, breedtes, strict=True):
            knoop = rij.erbij(rol, tekst, "Column" if rol == "TH" else "")
            cellen.append(self._cel(knoop, stijl, x, breed - 2 * INSPRONG))
            x += breed
        return tuple(cellen)

    def _cel(
        self, knoop: Knoop, stijl: Stijl, x: float = LINKS, breedte: float | None = None
    ) -> Cel:
        ruimte = LINKS + SPIEGEL - x if breedte is None else breedte
        regels = breek(knoop.tekst or "", letters()[stijl.letter], stijl.grootte, ruimte)
        return Cel(knoop, stijl, x, tuple(regels))
