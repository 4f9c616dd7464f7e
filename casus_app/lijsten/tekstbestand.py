"""Een lijst als CSV: lezen zoals rekenbladen hem schrijven, schrijven zoals zij hem lezen."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from casus_app.lijsten.cel import oorspronkelijk, veilig
from casus_app.lijsten.lijst import KOLOMMEN_HOOGSTENS, Cel, LijstFout, Rij, bekende_koppen

_SCHEIDINGEN = ";,\t"
_BESTURING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Wat in geen tekst van een mens staat; tab en regeleinde horen bij de vorm van het bestand."""

_GEEN_TEKST = (
    "Dit is geen lijst die het programma kan lezen. Bewaar hem in het rekenblad als CSV (UTF-8), "
    "ODS of XLSX en probeer het opnieuw."
)


def lees_csv(inhoud: bytes) -> Iterator[Rij]:
    """De gevulde rijen van een CSV-bestand. Fouten: `LijstFout`."""
    tekst = _tekst(inhoud)
    if tekst.lstrip()[:1] == "<":
        raise LijstFout(_GEEN_TEKST)
    scheiding = max(_SCHEIDINGEN, key=lambda teken: _herkend(tekst, teken))
    return _rijen(tekst, scheiding)


def schrijf_csv(rijen: Iterable[Sequence[Cel]]) -> bytes:
    """Met puntkomma's en een BOM: zo opent een Nederlands Excel hem met een dubbelklik."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for rij in rijen:
        teksten = (cel if isinstance(cel, str) else cel.isoformat() for cel in rij)
        schrijver.writerow(veilig(tekst) for tekst in teksten)
    return uit.getvalue().encode("utf-8-sig")


def _tekst(inhoud: bytes) -> str:
    """De tekst in de codering die erin staat: UTF-8, UTF-16 met BOM, en anders Windows-1252."""
    if inhoud.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        coderingen = ["utf-16"]
    else:
        coderingen = ["utf-8-sig", "cp1252"]
    for codering in coderingen:
        try:
            tekst = inhoud.decode(codering)
        except UnicodeDecodeError:
            continue
        if _BESTURING.search(tekst):
            break
        return tekst
    raise LijstFout(_GEEN_TEKST)


def _herkend(tekst: str, scheiding: str) -> int:
    try:
        return bekende_koppen(_rijen(tekst, scheiding))
    except LijstFout:
        return 0


def _rijen(tekst: str, scheiding: str) -> Iterator[Rij]:
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding, strict=True)
    nr = 0
    try:
        for nr, rij in enumerate(lezer, start=1):
            if any(rij):
                yield nr, [oorspronkelijk(cel) for cel in _gevuld(rij)]
    except csv.Error:
        raise LijstFout(
            f"Na regel {nr} staan de aanhalingstekens niet goed, of het bestand is niet heel. "
            "Bewaar de lijst opnieuw als CSV en probeer het nog eens."
        ) from None


def _gevuld(rij: list[str]) -> list[str]:
    """De cellen tot en met de laatste gevulde, en nooit veel meer dan er mogen zijn."""
    while rij and not rij[-1]:
        rij.pop()
    return rij[: KOLOMMEN_HOOGSTENS + 1]
