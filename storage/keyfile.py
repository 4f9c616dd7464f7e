"""The key file beside the vault: slots that each wrap the root key for one way in.

One line of canonical JSON. `som` (SHA-256) tells a damaged file from a wrong passphrase; `zegels`
(one HMAC for each root key) tells whether somebody edited, removed or exchanged a slot. A slot of
a `soort` this version does not know is left alone and stays sealed, so that later ways in need
no other format; `wortel` numbers the root key a slot wraps, so that an old and a new one can
stand side by side while a vault is rekeyed.

Besides the root key a slot can carry secrets of its own in `bijlagen`, each wrapped under a key
of its own from the same passphrase: the work root (`WERK`, only for who may read working text)
and the private half of the pair somebody signs with (`ONDERTEKENING`).
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

from casus_app.rollen import leest_werktekst
from storage.errors import (
    SleutelbestandBeschadigd,
    SleutelbestandNieuwer,
    SleutelbestandOnbetrouwbaar,
    WachtzinOnjuist,
)
from storage.keys import (
    KEY_BYTES,
    SALT_BYTES,
    Doel,
    KdfSterkte,
    Sleutelring,
    derive,
    expand,
    stretch,
)

VORM = "casusoverleg-sleutelbestand"
VERSIE = 1
WACHTZIN = "wachtzin"
ARGON2ID = "argon2id"
WERK, ONDERTEKENING = "werk", "ondertekening"

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
    ring: Sleutelring, wachtzin: str, sterkte: KdfSterkte, *, rol: str, nummer: int = 1
) -> Slot:
    """A passphrase slot for this root key, with the secrets that go with this role."""
    zout = secrets.token_bytes(SALT_BYTES)
    kdf: dict[str, str | int] = {"naam": ARGON2ID, **asdict(sterkte), "zout": zout.hex()}
    slot = Slot(
        id=secrets.token_hex(8),
        soort=WACHTZIN,
        rol=rol,
        wortel=nummer,
        kdf=kdf,
        proef="",
        nonce="",
        gewikkeld="",
    )
    return fill(slot, stretch(wachtzin, zout, sterkte), ring)


def fill(slot: Slot, gerekt: bytes, ring: Sleutelring) -> Slot:
    """The slot with the root key of `ring` in it, and the work root when its role reads that.

    `gerekt` is the key that what somebody knows gives. The pair to sign with is new for each
    slot, unless `ring` brings one along.
    """
    wikkel, proef = _slot_keys(gerekt, ring.kluis_id)
    nonce = secrets.token_bytes(_NONCE_BYTES)
    gewikkeld = AESGCM(wikkel).encrypt(nonce, ring.wortel, _associated_data(ring.kluis_id, slot))
    geheimen = {ONDERTEKENING: ring.ondertekening or secrets.token_bytes(KEY_BYTES)}
    if ring.werk is not None and leest_werktekst(slot.rol):
        geheimen[WERK] = ring.werk
    bijlagen = {
        naam: _wrap(slot, gerekt, ring.kluis_id, naam, geheim) for naam, geheim in geheimen.items()
    }
    return replace(
        slot, proef=proef, nonce=nonce.hex(), gewikkeld=gewikkeld.hex(), bijlagen=bijlagen
    )


def _wrap(slot: Slot, gerekt: bytes, kluis: str, naam: str, geheim: bytes) -> str:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    sleutel = AESGCM(_secret_key(gerekt, kluis, naam))
    return (nonce + sleutel.encrypt(nonce, geheim, _associated_data(kluis, slot, naam))).hex()


def _unwrap(slot: Slot, gerekt: bytes, kluis: str, naam: str) -> bytes | None:
    """The secret of this name; `None` when this slot has none."""
    if naam not in slot.bijlagen:
        return None
    inhoud = _bytes(slot.bijlagen[naam], _NONCE_BYTES + KEY_BYTES + _TAG_BYTES)
    return AESGCM(_secret_key(gerekt, kluis, naam)).decrypt(
        inhoud[:_NONCE_BYTES], inhoud[_NONCE_BYTES:], _associated_data(kluis, slot, naam)
    )


def _secret_key(gerekt: bytes, kluis: str, naam: str) -> bytes:
    return expand(gerekt, salt=kluis.encode(), info=f"casusoverleg 1 bijlage {naam}")


def unlock(bestand: Sleutelbestand, wachtzin: str) -> tuple[Slot, Sleutelring]:
    """The slot this passphrase opens, and the keys in it.

    Raises `WachtzinOnjuist` when no slot opens, `KdfBuitenGrenzen` before hashing anything, and
    `SleutelbestandOnbetrouwbaar` when the passphrase is right and the file is not.
    """
    sloten = [(slot, *_strength(slot)) for slot in bestand.sloten if slot.soort == WACHTZIN]
    for slot, sterkte, zout in sloten:
        gerekt = stretch(wachtzin, zout, sterkte)
        if hmac.compare_digest(_slot_keys(gerekt, bestand.kluis)[1], slot.proef):
            return slot, empty(bestand, slot, gerekt)
    raise WachtzinOnjuist


def empty(bestand: Sleutelbestand, slot: Slot, gerekt: bytes) -> Sleutelring:
    """What is in this slot, when the seal on the whole file is right as well."""
    wikkel, _ = _slot_keys(gerekt, bestand.kluis)
    try:
        wortel = AESGCM(wikkel).decrypt(
            _bytes(slot.nonce, _NONCE_BYTES),
            _bytes(slot.gewikkeld, KEY_BYTES + _TAG_BYTES),
            _associated_data(bestand.kluis, slot),
        )
        werk = _unwrap(slot, gerekt, bestand.kluis, WERK)
        ondertekening = _unwrap(slot, gerekt, bestand.kluis, ONDERTEKENING)
    except InvalidTag:
        raise SleutelbestandOnbetrouwbaar from None
    if not hmac.compare_digest(dict(bestand.zegels).get(slot.wortel, ""), bestand.zegel(wortel)):
        raise SleutelbestandOnbetrouwbaar
    return Sleutelring(wortel, bestand.kluis, werk, ondertekening)


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


def _associated_data(kluis: str, slot: Slot, bijlage: str = "") -> bytes:
    """What a slot is bound to: taken out of its place or changed, it no longer opens."""
    bound = {
        "kluis": kluis,
        "id": slot.id,
        "soort": slot.soort,
        "rol": slot.rol,
        "wortel": slot.wortel,
        "kdf": slot.kdf,
    }
    return _canonical(bound | {"bijlage": bijlage} if bijlage else bound)
