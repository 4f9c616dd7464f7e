"""Wat er volgens het stuk op papier hoort te staan; los van hoe het gezet wordt."""

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
from casus_app.papier.bladen import rand
from casus_app.papier.stroken import PUNT
from casus_app.papier.tekst import gezet, leesbaar, op_een_regel


@dataclass(frozen=True, slots=True)
class Gemerkt:
    """Eén tekst met haar plaats in de boom."""

    rol: str
    tekst: str


def gemerkte_teksten(stuk: Stuk) -> list[Gemerkt]:
    """Alle teksten van het stuk, in leesvolgorde."""
    return list(_teksten(stuk))


def randteksten(stuk: Stuk, blad: int, bladen: int) -> tuple[str, ...]:
    """Wat er op dit blad om de tekst heen staat."""
    return tuple(map(gezet, rand(stuk, blad, bladen).teksten()))


def tabelkoppen(stuk: Stuk) -> set[tuple[str, ...]]:
    """Wat er boven aan een vervolgblad herhaald mag worden."""
    return {
        tuple(gezet(leesbaar(kop)) for kop in onderdeel.koppen)
        for onderdeel in stuk.onderdelen
        if isinstance(onderdeel, Tabel)
    }


def bladwijzers(stuk: Stuk) -> list[str]:
    """De koppen, want die staan ook in de inhoudsopgave van de lezer."""
    return [stuk_.tekst for stuk_ in _teksten(stuk) if stuk_.rol.startswith("H")]


def _teksten(stuk: Stuk) -> Iterator[Gemerkt]:
    yield Gemerkt("H1", op_een_regel(stuk.titel))
    if stuk.ondertitel:
        yield Gemerkt("P", leesbaar(stuk.ondertitel))
    if stuk.voor:
        yield Gemerkt("P", leesbaar(f"{stuk.wiens} {stuk.voor}"))
    for onderdeel in stuk.onderdelen:
        yield from _onderdeel(onderdeel)


def _onderdeel(onderdeel: Onderdeel) -> Iterator[Gemerkt]:
    match onderdeel:
        case Kop(niveau, tekst):
            yield Gemerkt(f"H{niveau}", op_een_regel(tekst))
        case Alinea(tekst) | Noot(tekst) | Uitspraak(tekst):
            yield Gemerkt("P", leesbaar(tekst))
        case Lijst(punten):
            for punt in punten:
                yield Gemerkt("Lbl", PUNT)
                yield Gemerkt("LBody", leesbaar(punt))
        case Velden(paren):
            for naam, waarde in paren:
                yield Gemerkt("Lbl", leesbaar(naam))
                yield Gemerkt("LBody", leesbaar(waarde))
        case Kaart(titel, tekst, velden):
            yield Gemerkt("P", leesbaar(titel))
            yield Gemerkt("P", leesbaar(tekst))
            yield from _onderdeel(velden)
        case Tabel(koppen, rijen):
            yield from (Gemerkt("TH", leesbaar(kop)) for kop in koppen)
            for rij in rijen:
                yield from (Gemerkt("TD", leesbaar(cel)) for cel in rij)
