"""Alle bladzijden van een kluis in klare tekst, ook die waar SQLite zelf niet meer naar kijkt.

Eigen ontcijfering met de echte sleutel (AES-256-CBC, de indeling van SQLCipher 4), zodat vrije
bladzijden en oude stukken van de WAL meetellen. Elke bladzijde wordt aan haar HMAC getoetst, dus
een verkeerde sleutel of indeling kan niet voor 'niets gevonden' doorgaan.
"""

import hashlib
import hmac
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

BLAD = 4096
_ZOUT, _IV, _HMAC = 16, 16, 64
_WAL_KOP, _FRAME_KOP = 32, 24


def sleutel_en_zout(set_key: str) -> tuple[bytes, bytes]:
    """De ruwe sleutel en het zout uit wat `set_key` krijgt."""
    ruw = bytes.fromhex(set_key[2:-1])
    return ruw[:32], ruw[32:]


def klare_tekst(database: Path, set_key: str) -> bytes:
    """Alles wat er in de database en de WAL staat, bladzijde na bladzijde."""
    sleutel, zout = sleutel_en_zout(set_key)
    hmac_zout = bytes(b ^ 0x3A for b in zout)
    hmac_sleutel = hashlib.pbkdf2_hmac("sha512", sleutel, hmac_zout, 2, 32)
    bladen = []
    inhoud = database.read_bytes()
    for nummer in range(1, len(inhoud) // BLAD + 1):
        blad = inhoud[(nummer - 1) * BLAD : nummer * BLAD]
        bladen.append(_blad(blad, nummer, sleutel, hmac_sleutel))
    wal = database.with_name(database.name + "-wal")
    if wal.exists():
        inhoud = wal.read_bytes()
        for begin in range(_WAL_KOP, len(inhoud) - BLAD, _FRAME_KOP + BLAD):
            nummer = int.from_bytes(inhoud[begin : begin + 4], "big")
            blad = inhoud[begin + _FRAME_KOP : begin + _FRAME_KOP + BLAD]
            bladen.append(_blad(blad, nummer, sleutel, hmac_sleutel))
    return b"".join(bladen)


def _blad(blad: bytes, nummer: int, sleutel: bytes, hmac_sleutel: bytes) -> bytes:
    begin = _ZOUT if nummer == 1 else 0
    eind = BLAD - _IV - _HMAC
    getekend = blad[begin : eind + _IV] + nummer.to_bytes(4, "little")
    echt = hmac.digest(hmac_sleutel, getekend, "sha512")
    assert hmac.compare_digest(echt, blad[eind + _IV :]), f"bladzijde {nummer} klopt niet"
    iv = blad[eind : eind + _IV]
    ontcijfer = Cipher(AES(sleutel), CBC(iv)).decryptor()
    return ontcijfer.update(blad[begin:eind]) + ontcijfer.finalize()
