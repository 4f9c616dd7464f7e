"""The key file beside the vault: slots that each wrap the root key for one way in.

One line of canonical JSON. `som` (SHA-256) tells a damaged file from a wrong passphrase; `zegels`
(one HMAC for each root key) tells whether somebody edited, removed or exchanged a slot. A slot of
a `soort` this version does not know is left alone and stays sealed, so that later ways in need
no other format; `wortel` numbers the root key a slot wraps, so that an old and a new one can
stand side by side while a vault is rekeyed.
"""

import hashlib
import hmac
import json
import secrets
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import (
    SleutelbestandBeschadigd,
    SleutelbestandNieuwer,
    SleutelbestandOnbetrouwbaar,
    WachtzinOnjuist,
)
from storage.keys import KEY_BYTES, SALT_BYTES, Doel, KdfSterkte, derive, expand, stretch

VORM = "casusoverleg-sleutelbestand"
VERSIE = 1
WACHTZIN = "wachtzin"
ARGON2ID = "argon2id"

_MAX_BYTES = 1 << 20
_MAX_SLOTEN = 256
_NONCE_BYTES = 12
_TAG_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One way in. `kdf` is kept as it came, so that an unknown kind survives being rewritten;
    `bijlagen` is room for what later kinds carry along (a wrapped key pair).

    `proef` is a check on the stretched key: with the right passphrase and an edited slot we can
    say that the file is not to be trusted, instead of blaming the passphrase.
    """

    id: str
    soort: str
    rol: str
    wortel: int
    kdf: dict[str, str | int]
    proef: str
    nonce: str
    gewikkeld: str
    bijlagen: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sleutelbestand:
    """The key file of one vault, as read or as it will be written."""

    kluis: str
    sloten: tuple[Slot, ...]
    zegels: tuple[tuple[int, str], ...] = ()
    bijlagen: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _content(self) -> dict[str, Any]:
        return {
            "vorm": VORM,
            "versie": VERSIE,
            "kluis": self.kluis,
            "sloten": [asdict(slot) for slot in self.sloten],
            "bijlagen": self.bijlagen,
        }

    def zegel(self, wortel: bytes) -> str:
        """The seal over everything but the seals themselves."""
        sleutel = derive(wortel, self.kluis, Doel.SLEUTELBESTAND)
        return hmac.digest(sleutel, _canonical(self._content), "sha256").hex()

    def sealed(self, wortels: dict[int, bytes]) -> "Sleutelbestand":
        """The same file with fresh seals for these root keys."""
        zegels = tuple((nummer, self.zegel(wortel)) for nummer, wortel in sorted(wortels.items()))
        return replace(self, zegels=zegels)

    def to_bytes(self) -> bytes:
        """What stands on the disk."""
        content = self._content | {"zegels": {str(nummer): zegel for nummer, zegel in self.zegels}}
        content["som"] = hashlib.sha256(_canonical(content)).hexdigest()
        return _canonical(content) + b"\n"


def _canonical(content: dict[str, Any]) -> bytes:
    return json.dumps(
        content, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def parse(content: bytes) -> Sleutelbestand:
    """The key file in these bytes. Anything that is not exactly as we write it is damaged."""
    if len(content) > _MAX_BYTES:
        raise SleutelbestandBeschadigd
    try:
        raw = json.loads(content)
        som = raw.pop("som")
        if not hmac.compare_digest(som, hashlib.sha256(_canonical(raw)).hexdigest()):
            raise SleutelbestandBeschadigd
        versie = raw["versie"]
        if raw["vorm"] == VORM and type(versie) is int and versie > VERSIE:
            raise SleutelbestandNieuwer
        bestand = _from_json(raw)
        if bestand.to_bytes() != content:
            raise SleutelbestandBeschadigd
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise SleutelbestandBeschadigd from None
    return bestand


def _from_json(raw: dict[str, Any]) -> Sleutelbestand:
    if not 1 <= len(raw["sloten"]) <= _MAX_SLOTEN:
        raise SleutelbestandBeschadigd
    zegels = {int(nummer): _hex(zegel, KEY_BYTES) for nummer, zegel in raw["zegels"].items()}
    return Sleutelbestand(
        kluis=_hex(raw["kluis"], SALT_BYTES),
        sloten=tuple(_slot(**slot) for slot in raw["sloten"]),
        zegels=tuple(sorted(zegels.items())),
        bijlagen=_texts(raw["bijlagen"]),
    )


def _slot(*, wortel: int, kdf: dict[str, str | int], **texts: Any) -> Slot:  # noqa: ANN401 - straight from JSON, judged here
    if type(wortel) is not int or not isinstance(kdf, dict):
        raise TypeError("een slot heeft een nummer en instellingen")
    bijlagen = _texts(texts.pop("bijlagen"))
    _hex(texts["proef"], KEY_BYTES)
    return Slot(wortel=wortel, kdf=kdf, bijlagen=bijlagen, **_texts(texts))


def _texts(raw: dict[str, str]) -> dict[str, str]:
    if not all(isinstance(text, str) for text in raw.values()):
        raise TypeError("hier staan alleen teksten")
    return raw


def _hex(text: str, length: int) -> str:
    if len(bytes.fromhex(text)) != length or text != text.lower():
        raise ValueError("geen sleutel van deze lengte")
    return text


def new_slot(
    kluis: str, wortel: bytes, wachtzin: str, sterkte: KdfSterkte, *, rol: str, nummer: int = 1
) -> Slot:
    """A passphrase slot for this root key."""
    zout, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    kdf: dict[str, str | int] = {"naam": ARGON2ID, **asdict(sterkte), "zout": zout.hex()}
    slot = Slot(
        id=secrets.token_hex(8),
        soort=WACHTZIN,
        rol=rol,
        wortel=nummer,
        kdf=kdf,
        proef="",
        nonce=nonce.hex(),
        gewikkeld="",
    )
    wikkel, proef = _slot_keys(stretch(wachtzin, zout, sterkte), kluis)
    gewikkeld = AESGCM(wikkel).encrypt(nonce, wortel, _associated_data(kluis, slot))
    return replace(slot, proef=proef, gewikkeld=gewikkeld.hex())


def unlock(bestand: Sleutelbestand, wachtzin: str) -> tuple[Slot, bytes]:
    """The slot this passphrase opens, and the root key in it.

    Raises `WachtzinOnjuist` when no slot opens, `KdfBuitenGrenzen` before hashing anything, and
    `SleutelbestandOnbetrouwbaar` when the passphrase is right and the file is not.
    """
    sloten = [(slot, *_strength(slot)) for slot in bestand.sloten if slot.soort == WACHTZIN]
    for slot, sterkte, zout in sloten:
        wikkel, proef = _slot_keys(stretch(wachtzin, zout, sterkte), bestand.kluis)
        if not hmac.compare_digest(proef, slot.proef):
            continue
        try:
            wortel = AESGCM(wikkel).decrypt(
                _bytes(slot.nonce, _NONCE_BYTES),
                _bytes(slot.gewikkeld, KEY_BYTES + _TAG_BYTES),
                _associated_data(bestand.kluis, slot),
            )
        except InvalidTag:
            raise SleutelbestandOnbetrouwbaar from None
        if not hmac.compare_digest(
            dict(bestand.zegels).get(slot.wortel, ""), bestand.zegel(wortel)
        ):
            raise SleutelbestandOnbetrouwbaar
        return slot, wortel
    raise WachtzinOnjuist


def _strength(slot: Slot) -> tuple[KdfSterkte, bytes]:
    """The parameters of a passphrase slot, judged before anything is hashed with them."""
    try:
        if set(slot.kdf) != {"naam", "m_kib", "t", "p", "zout"} or slot.kdf["naam"] != ARGON2ID:
            raise SleutelbestandOnbetrouwbaar
        m_kib, t, p, zout = (slot.kdf[naam] for naam in ("m_kib", "t", "p", "zout"))
        if not (type(m_kib) is type(t) is type(p) is int and isinstance(zout, str)):
            raise SleutelbestandOnbetrouwbaar
    except TypeError:
        raise SleutelbestandOnbetrouwbaar from None
    sterkte = KdfSterkte(m_kib=m_kib, t=t, p=p)
    sterkte.check_bounds()
    return sterkte, _bytes(zout, SALT_BYTES)


def _bytes(text: str, length: int) -> bytes:
    try:
        return bytes.fromhex(_hex(text, length))
    except (ValueError, TypeError):
        raise SleutelbestandOnbetrouwbaar from None


def _slot_keys(gerekt: bytes, kluis: str) -> tuple[bytes, str]:
    """The key that wraps the root key, and the check on the passphrase: two keys, two purposes."""
    wikkel = expand(gerekt, salt=kluis.encode(), info="casusoverleg 1 wikkel")
    proef = expand(gerekt, salt=kluis.encode(), info="casusoverleg 1 proef")
    return wikkel, proef.hex()


def _associated_data(kluis: str, slot: Slot) -> bytes:
    """What a slot is bound to: taken out of its place or changed, it no longer opens."""
    return _canonical(
        {
            "kluis": kluis,
            "id": slot.id,
            "soort": slot.soort,
            "rol": slot.rol,
            "wortel": slot.wortel,
            "kdf": slot.kdf,
        }
    )
