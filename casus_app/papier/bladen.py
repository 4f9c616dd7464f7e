"""Stroken over bladen verdelen, en wat er buiten de tekst op elk blad staat."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from casus_app.opmaak.stuk import Stuk
from casus_app.opmaak.woorden import kort
from casus_app.papier.lettertype import NORMAAL, letters
from casus_app.papier.regels import breek
from casus_app.papier.stroken import Cel, Strook
from casus_app.papier.tekst import op_een_regel
from casus_app.papier.vormgeving import BOVEN, HOOG, ONDER, RANDLETTER, SPIEGEL

OEFENING = "OEFENING"
_ZEGEL = 16
_BOVEN = 0.8
"""Het deel van de bladspiegel dat titel en ontvanger boven aan een vervolgblad krijgen."""
_RUIMTE = HOOG - BOVEN - ONDER
_HELE_RIJ = 12
"""Tot zoveel regels is een rij van een tabel gewoon."""
_MINSTE = 2
"""Zoveel regels van een tekst blijven op een blad bij elkaar."""


@dataclass(frozen=True, slots=True)
class Plek:
    """Een strook op een blad: de hoogte van haar bovenkant en het wit erboven.

    `herhaald` is de kop van een tabel die doorloopt.
    """

    strook: Strook
    y: float
    wit: float
    herhaald: bool = False


@dataclass(slots=True)
class Blad:
    """Eén kant papier."""

    plekken: list[Plek] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Rand:
    """Wat er om de tekst heen staat: vast, en voor iedereen hetzelfde."""

    links: str
    rechts: str
    boven: str
    oefening: str

    def teksten(self) -> tuple[str, ...]:
        """In de volgorde waarin ze gezet worden."""
        return tuple(filter(None, (self.oefening, self.boven, self.links, self.rechts)))


def rand(stuk: Stuk, blad: int, bladen: int) -> Rand:
    """De rand van een blad (vanaf 1): vertrouwelijk, dag, anker in het logboek, en welk blad."""
    links = ["vertrouwelijk", f"versie {kort(stuk.opdruk.datum)}"]
    if stuk.opdruk.zegel:
        links.append(f"logboek {stuk.opdruk.zegel[:_ZEGEL]}")
    return Rand(
        links=op_een_regel(" · ".join(links)),
        rechts=f"pagina {blad} van {bladen}",
        boven=_boven(stuk) if blad > 1 else "",
        oefening=OEFENING if stuk.opdruk.oefening else "",
    )


def _boven(stuk: Stuk) -> str:
    """Wat dit is en van wie, voor een vervolgblad dat los raakt; te lang wordt afgebroken."""
    heel = op_een_regel(f"{stuk.titel} · {stuk.wiens.lower()} {stuk.voor}")
    regel = breek(heel, letters()[NORMAAL], RANDLETTER, _BOVEN * SPIEGEL)[0]
    return regel if regel == heel else f"{regel.rstrip()} …"


def verdeel(stroken: list[Strook]) -> list[Blad]:
    """Zet de stroken onder elkaar; wat niet past gaat naar een volgend blad, zo nodig gedeeld."""
    bladen = [Blad()]
    over = _RUIMTE
    for nummer, strook in enumerate(stroken):
        rest: Strook | None = strook
        while rest is not None:
            op_nieuw = not bladen[-1].plekken
            wit = 0 if op_nieuw else rest.voor
            nodig = (
                wit + rest.hoogte + rest.na + (0 if op_nieuw else _hecht(stroken, nummer, rest))
            )
            if nodig <= over or (op_nieuw and rest.regels <= 1):
                over = _zet(bladen[-1], rest, over, wit)
                break
            deel, volgende = _deel(rest, over - wit, op_nieuw=op_nieuw)
            if deel is not None:
                _zet(bladen[-1], deel, over, wit)
                rest = volgende
            bladen.append(Blad())
            over = _RUIMTE
            kop = rest.kop if rest is not None else None
            if kop is not None and kop.hoogte < _RUIMTE / 2:
                over = _zet(bladen[-1], kop, over, 0, herhaald=True)
    return bladen


def _zet(blad: Blad, strook: Strook, over: float, wit: float, *, herhaald: bool = False) -> float:
    blad.plekken.append(Plek(strook, HOOG - BOVEN - (_RUIMTE - over) - wit, wit, herhaald))
    return over - wit - strook.hoogte - strook.na


def _hecht(stroken: list[Strook], nummer: int, strook: Strook) -> float:
    """Hoeveel er na deze strook nog op hetzelfde blad moet.

    Dat is alles waar zij aan vastzit, tot en met het begin van de eerste langere tekst. Van elke
    volgende strook is het antwoord een staart van dit antwoord, dus een kop blijft nooit alleen.
    """
    nodig = 0.0
    while strook.hecht and nummer + 1 < len(stroken):
        nummer += 1
        strook = stroken[nummer]
        if strook.regels >= 2 * _MINSTE and not _blijft_heel(strook):
            begin = max(cel.stijl.regel for cel in strook.cellen) * _MINSTE
            return nodig + strook.voor + begin
        nodig += strook.voor + strook.hoogte + strook.na
    return nodig


def _blijft_heel(strook: Strook) -> bool:
    """Een gewone rij van een tabel wordt niet over twee bladen gedeeld."""
    return strook.kop is not None and strook.regels <= _HELE_RIJ


def _deel(strook: Strook, ruimte: float, *, op_nieuw: bool) -> tuple[Strook | None, Strook | None]:
    """Wat er van de strook nog op dit blad past, en de rest; niets als het te weinig is."""
    per_regel = max(cel.stijl.regel for cel in strook.cellen)
    passen = int(ruimte // per_regel)
    if op_nieuw:
        passen = max(passen, 1)
    if _blijft_heel(strook) and not op_nieuw:
        return None, strook
    if strook.regels - passen < _MINSTE:
        passen = strook.regels - _MINSTE
    if passen < (1 if op_nieuw else _MINSTE):
        return None, strook
    return (
        replace(strook, cellen=tuple(_snij(strook, 0, passen)), na=0, lijn=False, staaf=0),
        replace(strook, cellen=tuple(_snij(strook, passen, strook.regels)), voor=0),
    )


def _snij(strook: Strook, van: int, tot: int) -> Iterator[Cel]:
    for cel in strook.cellen:
        yield replace(cel, regels=cel.regels[van:tot])
