"""Een herstelsleutel als groepen tekens op papier: een typfout wordt gevonden en gewezen.

Honderdzestig willekeurige bits in acht groepen van vier tekens (Crockford: geen I, L, O of U), en
ervoor een groep die zegt of het de hele sleutel is of een helft, en bij welke sleutel hij hoort.
Het vijfde teken van elke groep controleert die groep op haar plaats: een ander teken, twee
verwisselde tekens en twee verwisselde groepen vallen op.
"""

import hashlib
import secrets
from collections.abc import Iterator
from enum import IntEnum

SLEUTEL_BYTES = 20
GROEPEN = 9
_TEKENS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LEES = {teken: waarde for waarde, teken in enumerate(_TEKENS)} | {"O": 0, "I": 1, "L": 1}
_PER_GROEP = 4
_MERK_BITS = 15
_VELD = 0b100101  # x^5 + x^2 + 1: rekenen in GF(32)


class Deel(IntEnum):
    """Wat er op het papier staat."""

    HEEL = 0
    EERSTE_HELFT = 1
    TWEEDE_HELFT = 2


class Leesfout(ValueError):
    """Dit is niet te lezen; `groep` telt vanaf 1, en is 0 als het aantal niet klopt."""

    def __init__(self, groep: int) -> None:
        super().__init__(f"groep {groep}")
        self.groep = groep


def nieuwe_sleutel() -> bytes:
    """Een herstelsleutel die niemand kan raden."""
    return secrets.token_bytes(SLEUTEL_BYTES)


def in_tweeen(sleutel: bytes) -> tuple[bytes, bytes]:
    """Twee helften; elk apart zegt niets over de sleutel."""
    eerste = secrets.token_bytes(SLEUTEL_BYTES)
    return eerste, samen(sleutel, eerste)


def samen(eerste: bytes, tweede: bytes) -> bytes:
    """De sleutel van twee helften."""
    return bytes(a ^ b for a, b in zip(eerste, tweede, strict=True))


def groepen(inhoud: bytes, deel: Deel, sleutel: bytes) -> tuple[str, ...]:
    """Zoals het op papier komt; `sleutel` is de hele, waar dit (een deel van) is."""
    getal = int.from_bytes(inhoud, "big")
    merk = merk_van(sleutel)
    waarden = [int(deel), *((merk >> schuif) & 31 for schuif in (10, 5, 0))]
    waarden += [(getal >> schuif) & 31 for schuif in range(155, -1, -5)]
    vieren = [waarden[plek : plek + _PER_GROEP] for plek in range(0, len(waarden), _PER_GROEP)]
    return tuple(
        "".join(_TEKENS[waarde] for waarde in (*vier, _controle(vier, nummer)))
        for nummer, vier in enumerate(vieren, start=1)
    )


def lees(tekst: str) -> tuple[bytes, Deel, int]:
    """De inhoud, welk deel het is, en het merk van de sleutel. Fouten: `Leesfout`."""
    kaal = [teken for teken in tekst.upper() if not teken.isspace() and teken not in "-–."]
    waarden = list(_waarden(kaal))
    soort, hoog, midden, laag = waarden[:_PER_GROEP]
    if soort not in set(Deel):
        raise Leesfout(1)
    getal = 0
    for waarde in waarden[_PER_GROEP:]:
        getal = getal << 5 | waarde
    merk = hoog << 10 | midden << 5 | laag
    return getal.to_bytes(SLEUTEL_BYTES, "big"), Deel(soort), merk


def _waarden(kaal: list[str]) -> Iterator[int]:
    """De tekens zonder de controletekens, als getallen."""
    lengte = _PER_GROEP + 1
    for nummer in range(1, GROEPEN + 1):
        groep = kaal[(nummer - 1) * lengte : nummer * lengte]
        if not groep:
            raise Leesfout(0)
        if len(groep) < lengte or any(teken not in _LEES for teken in groep):
            raise Leesfout(nummer)
        *vier, controle = (_LEES[teken] for teken in groep)
        if controle != _controle(vier, nummer):
            raise Leesfout(nummer)
        yield from vier
    if len(kaal) > GROEPEN * lengte:
        raise Leesfout(0)


def merk_van(sleutel: bytes) -> int:
    """Vijftien bits waaraan te zien is welke papieren bij elkaar horen."""
    som = hashlib.sha256(b"casusoverleg 1 merk " + sleutel).digest()
    return int.from_bytes(som[:2], "big") >> (16 - _MERK_BITS)


def _controle(vier: list[int], nummer: int) -> int:
    """Een som met voor elke plek een andere macht, en voor elke groep een ander begin."""
    som = nummer
    for waarde in vier:
        som = _maal_twee(som) ^ waarde
    return _maal_twee(som)


def _maal_twee(waarde: int) -> int:
    dubbel = waarde << 1
    return dubbel ^ _VELD if dubbel > 31 else dubbel  # noqa: PLR2004 (vijf bits)
