"""De breedte van een tabel over kolommen verdelen zonder een datum of een woord te breken."""

from casus_app.papier.lettertype import letters
from casus_app.papier.vormgeving import Stijl

_HOOGSTENS = 0.3
"""Meer dan dit deel van de tabel eist geen woord op; een langer woord wordt gebroken."""


def verdeel_breedte(
    rijen: tuple[tuple[str, ...], ...],
    verhouding: tuple[int, ...],
    stijl: Stijl,
    breedte: float,
    tussen: float,
) -> list[float]:
    """Naar verhouding, maar elke kolom minstens zo breed als haar langste woord."""
    kolommen = [" ".join(rij[nummer] for rij in rijen) for nummer in range(len(verhouding))]
    minst = [min(_langste(kolom, stijl) + tussen, breedte * _HOOGSTENS) for kolom in kolommen]
    krap: set[int] = set()
    while True:
        over = breedte - sum(minst[nummer] for nummer in krap)
        delen = sum(deel for nummer, deel in enumerate(verhouding) if nummer not in krap)
        breedtes = [
            minst[nummer] if nummer in krap else over * deel / delen
            for nummer, deel in enumerate(verhouding)
        ]
        te_krap = {n for n, breed in enumerate(breedtes) if breed < minst[n]} - krap
        if not te_krap or len(krap | te_krap) == len(verhouding):
            return breedtes
        krap |= te_krap


def _langste(tekst: str, stijl: Stijl) -> float:
    letter = letters()[stijl.letter]
    langste = sorted(set(tekst.split()), key=len)[-8:]
    return max((letter.breedte(woord, stijl.grootte) for woord in langste), default=0)
