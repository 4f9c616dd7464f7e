"""Passphrase → root key → the keys for each purpose.

The root key is 256 random bits that never leave this package. Everything that is encrypted or
sealed uses a key derived from it for that one purpose, so that no key ever does two things.
"""

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import KdfBuitenGrenzen, WachtzinOnbruikbaar

KEY_BYTES = 32
SALT_BYTES = 16

DATABASE_MAGIC = b"CASO"
"""The first bytes of every vault file, so that another file is recognised before any key is."""


class Doel(StrEnum):
    """What a derived key is for. A name is never used again for something else."""

    DATABASE = "database"
    LOGBOEK = "logboek"
    PSEUDONIEM = "pseudoniem"
    SLEUTELBESTAND = "sleutelbestand"
    WERKTEKST = "werktekst"  # from the work root: wraps the data key of each bespreking
    WERKSLEUTELS = "werksleutels"  # seals those wrapped keys beside the backups
    RESERVEKOPIE = "reservekopie"  # seals the list of what was erased, outside the vault
    ANKER = "anker"  # seals the head of the logboek outside the vault
    AKTE = "akte"  # seals in the key file what the logboek has yet to say


@dataclass(frozen=True, slots=True, kw_only=True)
class KdfSterkte:
    """How much work Argon2id does: memory in KiB, passes, lanes."""

    m_kib: int
    t: int
    p: int

    def check_bounds(self) -> None:
        """Refuses what is weaker than OWASP ASVS 5.0 App. C, or made to exhaust the machine.

        Must be asked before hashing: the numbers come from a file that anybody can write.
        """
        within = (
            _MIN_M_KIB <= self.m_kib <= _MAX_M_KIB
            and _MIN_T <= self.t <= _MAX_T
            and 1 <= self.p <= _MAX_P
        )
        if not within:
            raise KdfBuitenGrenzen


_MIN_M_KIB, _MAX_M_KIB = 19 * 1024, 1024 * 1024
_MIN_T, _MAX_T = 2, 10
_MAX_P = 8

ECHT = KdfSterkte(m_kib=256 * 1024, t=3, p=2)
"""About a second on an ordinary laptop."""

OEFENING = KdfSterkte(m_kib=19 * 1024, t=2, p=1)
"""The least ASVS allows: a practice vault holds invented people only and must open in a blink."""


def stretch(wachtzin: str, zout: bytes, sterkte: KdfSterkte) -> bytes:
    """The key that a passphrase gives: slow on purpose, without the interpreter lock.

    The same passphrase typed on another keyboard (composed or not) is the same passphrase: NFC.
    """
    sterkte.check_bounds()
    try:
        given = unicodedata.normalize("NFC", wachtzin).encode()
    except UnicodeEncodeError:
        raise WachtzinOnbruikbaar from None
    if not given:
        raise WachtzinOnbruikbaar
    argon2 = Argon2id(
        salt=zout,
        length=KEY_BYTES,
        iterations=sterkte.t,
        lanes=sterkte.p,
        memory_cost=sterkte.m_kib,
    )
    return argon2.derive(given)


def derive(wortel: bytes, kluis_id: str, doel: Doel) -> bytes:
    """The key for one purpose, from the root key of one vault."""
    return expand(wortel, salt=kluis_id.encode(), info=f"casusoverleg 1 {doel}")


@dataclass(frozen=True, slots=True, repr=False)
class Sleutelring:
    """The keys one slot gives: the root key for everybody, and what only some have.

    `werk` is the work root, the only way to working text; `ondertekening` the private half
    (Ed25519) that whoever opened the vault signs with.
    """

    wortel: bytes
    kluis_id: str
    werk: bytes | None = None
    ondertekening: bytes | None = None
    nummer: int = 1
    eerder: tuple[tuple[int, bytes], ...] = ()
    """The root keys before this one, oldest first: it is replaced when somebody has to go."""
    werk_eerder: tuple[bytes, ...] = ()
    """The work roots before this one, oldest first: for what a kill or a stick left under them."""

    @property
    def wortels(self) -> dict[int, bytes]:
        """All root keys by their number, the newest first."""
        return {self.nummer: self.wortel, **dict(reversed(self.eerder))}

    def sleutel(self, doel: Doel) -> bytes:
        """The key for one purpose; that of pseudonyms is always of the first root key."""
        wortel = self.eerder[0][1] if doel is Doel.PSEUDONIEM and self.eerder else self.wortel
        return derive(wortel, self.kluis_id, doel)

    def sleutels(self, doel: Doel) -> dict[int, bytes]:
        """The keys for one purpose by the number of their root key, the newest first."""
        return {n: derive(wortel, self.kluis_id, doel) for n, wortel in self.wortels.items()}

    @property
    def database(self) -> str:
        """The key of the database file and of every new backup of it."""
        return database_key(self.wortel, self.kluis_id)

    @property
    def databases(self) -> dict[int, str]:
        """The keys a database of this vault can have, the newest first."""
        return {n: database_key(wortel, self.kluis_id) for n, wortel in self.wortels.items()}

    def volgende(self, wortel: bytes, werk: bytes | None = None) -> "Sleutelring":
        """The ring with this root key as the newest, and this work root for who had one."""
        eerder = (*self.eerder, (self.nummer, self.wortel))
        ring = replace(self, wortel=wortel, nummer=self.nummer + 1, eerder=eerder)
        if werk is None or self.werk is None:
            return ring
        return replace(ring, werk=werk, werk_eerder=(*self.werk_eerder, self.werk))


def expand(sleutel: bytes, *, salt: bytes, info: str) -> bytes:
    """HKDF-SHA256 to one key."""
    return HKDF(hashes.SHA256(), KEY_BYTES, salt=salt, info=info.encode()).derive(sleutel)


def database_salt(kluis_id: str) -> bytes:
    """The sixteen clear bytes at the start of the vault file.

    They follow from the vault id, so that file and key file are matched before anything is
    decrypted, and so that they stay the same when the root key is replaced. They need not be
    secret or unpredictable: the key beside them is random.
    """
    digest = hashes.Hash(hashes.SHA256())
    digest.update(f"casusoverleg 1 zout {kluis_id}".encode())
    return DATABASE_MAGIC + digest.finalize()[: SALT_BYTES - len(DATABASE_MAGIC)]


def database_key(wortel: bytes, kluis_id: str) -> str:
    """What `set_key` takes: raw key and salt, so that SQLCipher derives nothing itself."""
    key = derive(wortel, kluis_id, Doel.DATABASE) + database_salt(kluis_id)
    return f"x'{key.hex()}'"
