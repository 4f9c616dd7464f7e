"""Het zetten zelf: een stuk wordt bladen, en bladen worden bytes."""

from bisect import bisect_left
from dataclasses import replace
from io import BytesIO

from casus_app.opmaak.stuk import Stuk
from casus_app.papier.bladen import Blad, Plek, Rand, rand, verdeel
from casus_app.papier.doek import Doek
from casus_app.papier.lettertype import VET, letters
from casus_app.papier.stroken import STAAF, Bouwer, Cel
from casus_app.papier.structuur import Knoop
from casus_app.papier.tagboom import hang_op
from casus_app.papier.vormgeving import (
    ACCENT,
    BREED,
    DICHTER,
    LIJN,
    LINKS,
    PAPIER,
    RANDLETTER,
    RECHTS,
    RUIM,
    SPIEGEL,
    TOP,
    VLAK,
    VOET,
    Dichtheid,
    Stijl,
    Zetwijze,
    zetwijze,
)

_DALING = 0.8
"""Het deel van de regel boven de grondlijn."""
_BALK = 2.0
_LUCHT = 5.0
"""Zoveel steekt een vlak om zijn tekst heen."""


def zet(stuk: Stuk) -> bytes:
    """De bytes van het PDF-bestand; voor hetzelfde stuk altijd dezelfde."""
    letters()
    wijze, boom, bladen = _opgemaakt(stuk)
    stof = BytesIO()
    _Pers(stuk, Doek(stof, stuk.taal), wijze).druk(boom, bladen)
    return stof.getvalue()


def _opgemaakt(stuk: Stuk) -> tuple[Zetwijze, Knoop, list[Blad]]:
    """Probeert of het dichter gezet op één blad past; anders op ware grootte op meer bladen."""
    ruim = _zetsel(stuk, RUIM)
    if not stuk.op_een_blad or len(ruim[2]) != 2:  # noqa: PLR2004  # past al, of past nooit
        return ruim
    dichter: dict[Dichtheid, tuple[Zetwijze, Knoop, list[Blad]]] = {}

    def past(dichtheid: Dichtheid) -> bool:
        dichter[dichtheid] = _zetsel(stuk, dichtheid)
        return len(dichter[dichtheid][2]) == 1

    # Wat past, past ook dichter: door te halveren zijn er hoogstens twee nodig in plaats van drie.
    ruimste = bisect_left(DICHTER, True, key=past)
    return dichter[DICHTER[ruimste]] if ruimste < len(DICHTER) else ruim


def _zetsel(stuk: Stuk, dichtheid: Dichtheid) -> tuple[Zetwijze, Knoop, list[Blad]]:
    wijze = zetwijze(dichtheid)
    bouwer = Bouwer(wijze)
    stroken = list(bouwer.stuk(stuk))
    return wijze, bouwer.boom, verdeel(stroken)


class _Pers:
    """Zet blad na blad, en onthoudt in de boom waar elke tekst terechtkwam."""

    def __init__(self, stuk: Stuk, doek: Doek, wijze: Zetwijze) -> None:
        self._stuk = stuk
        self._doek = doek
        self._voetstijl = replace(wijze.klein, grootte=RANDLETTER)
        self._blad = 0
        self._volgnummer = 0

    def druk(self, boom: Knoop, bladen: list[Blad]) -> None:
        """Zet alle bladen, hangt de boom eraan en sluit het bestand."""
        for nummer, blad in enumerate(bladen, 1):
            self._blad, self._volgnummer = nummer, 0
            self._rand(rand(self._stuk, nummer, len(bladen)))
            for plek in blad.plekken:
                self._versiering(plek)
                for cel in plek.strook.cellen:
                    if cel.regels:
                        self._cel(cel, plek)
            self._doek.volgend_blad()
        hang_op(self._doek.canvas, self._stuk, boom, len(bladen))
        self._doek.canvas.save()

    def _cel(self, cel: Cel, plek: Plek) -> None:
        grond = plek.y - cel.stijl.regel * _DALING
        if plek.herhaald:
            with self._doek.rand():
                self._doek.regels(cel.regels, cel.stijl, cel.x, grond)
            return
        knoop = cel.knoop
        if knoop.rol in {"H1", "H2", "H3"} and not knoop.gezet:
            sleutel = f"kop-{self._blad}-{self._volgnummer}"
            self._doek.bladwijzer(
                knoop.tekst or "", sleutel, plek.y + 4 * _LUCHT, int(knoop.rol[1]) - 1
            )
        with self._doek.gemerkt(knoop.rol, self._volgnummer):
            self._doek.regels(cel.regels, cel.stijl, cel.x, grond)
        knoop.gezet.append((self._blad, self._volgnummer))
        self._volgnummer += 1

    def _versiering(self, plek: Plek) -> None:
        strook, doek = plek.strook, self._doek
        onder, boven = plek.y - strook.hoogte, plek.y
        if strook.vlak:
            onder, boven = onder - _LUCHT, boven + _LUCHT
            doek.vlak(LINKS, onder, SPIEGEL, boven - onder, VLAK)
        if strook.balk:
            # Tussen delen die bij elkaar horen loopt de balk door het wit heen.
            kop = boven + (plek.wit if strook.vast else 0)
            voet = onder - (strook.na if strook.hecht else 0)
            doek.vlak(LINKS, voet, _BALK, kop - voet, ACCENT)
        if strook.staaf:
            voet = onder - strook.na + (strook.na - STAAF) / 2
            doek.vlak(LINKS, voet, SPIEGEL, STAAF, VLAK)
            doek.vlak(LINKS, voet, SPIEGEL * strook.staaf, STAAF, ACCENT)
        if strook.lijn:
            doek.streep(LINKS, onder - strook.na, SPIEGEL, LIJN)

    def _rand(self, om: Rand) -> None:
        doek, stijl = self._doek, self._voetstijl
        if om.oefening:
            self._stempel(om.oefening)
        for tekst, x, y in (
            (om.boven, LINKS, TOP),
            (om.links, LINKS, VOET),
            (om.rechts, self._rechts(om.rechts, stijl), VOET),
        ):
            if tekst:
                with doek.rand():
                    doek.regels((tekst,), stijl, x, y)

    def _stempel(self, tekst: str) -> None:
        """OEFENING als wit op accent: niet over het hoofd te zien, ook niet op een kopie."""
        stijl = replace(self._voetstijl, letter=VET, kleur=PAPIER, grootte=8.5)
        x = self._rechts(tekst, stijl) - _LUCHT
        breed = BREED - RECHTS - x
        self._doek.vlak(x, TOP - _LUCHT, breed, stijl.grootte + 1.6 * _LUCHT, ACCENT)
        with self._doek.rand():
            self._doek.regels((tekst,), stijl, x + _LUCHT / 2, TOP)

    @staticmethod
    def _rechts(tekst: str, stijl: Stijl) -> float:
        return BREED - RECHTS - letters()[stijl.letter].breedte(tekst, stijl.grootte)
