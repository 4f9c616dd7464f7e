"""One way into the vault: what somebody types, the keys of that person, and the root key.

    passphrase or recovery key ── wrapping key ──> kern (256 random bits of one person)
    kern ── HKDF ──> X25519 pair ── whoever holds the root key wraps it for the public half

So the root key can be wrapped again for everybody who stays, when somebody has to go, without
anybody having to type a passphrase; and a new passphrase only wraps the kern again.
"""

import hmac
import json
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from casus_app.rollen import leest_werktekst
from storage.errors import SleutelbestandOnbetrouwbaar
from storage.keys import KEY_BYTES, SALT_BYTES, KdfSterkte, Sleutelring, expand, stretch

WACHTZIN, HERSTEL = "wachtzin", "herstel"
ARGON2ID, HKDF = "argon2id", "hkdf-sha256"
EENMALIG, WERK = "eenmalig", "werk"

_NONCE_BYTES = 12
_TAG_BYTES = 16
_PUBLIC_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One way in. `kdf` is kept as it came, so that an unknown kind survives being rewritten;
    `bijlagen` is room for what is kept with it (that its passphrase is to be changed).

    `proef` is a check on the wrapping key: with the right passphrase and an edited slot we can
    say that the file is not to be trusted, instead of blaming the passphrase.
    """

    id: str
    soort: str
    rol: str
    naam: str
    kdf: dict[str, str | int]
    proef: str
    kern: str
    publiek: str
    wortel: int
    gewikkeld: str
    bijlagen: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, repr=False)
class Way:
    """What somebody types, turned into a key that wraps, and how to do that again."""

    soort: str
    kdf: dict[str, str | int]
    wikkel: bytes
    proef: str


def passphrase(kluis: str, wachtzin: str, sterkte: KdfSterkte) -> Way:
    """A new way in with a passphrase: slow on purpose."""
    zout = secrets.token_bytes(SALT_BYTES)
    kdf: dict[str, str | int] = {"naam": ARGON2ID, **asdict(sterkte), "zout": zout.hex()}
    return _way(kluis, WACHTZIN, kdf, stretch(wachtzin, zout, sterkte))


def recovery(kluis: str, sleutel: bytes) -> Way:
    """A new way in with a recovery key: that is random, so there is nothing to slow down."""
    zout = secrets.token_bytes(SALT_BYTES)
    return _way(kluis, HERSTEL, {"naam": HKDF, "zout": zout.hex()}, _recovered(sleutel, zout))


def _way(kluis: str, soort: str, kdf: dict[str, str | int], sleutel: bytes) -> Way:
    wikkel = expand(sleutel, salt=kluis.encode(), info="casusoverleg 1 wikkel")
    proef = expand(sleutel, salt=kluis.encode(), info="casusoverleg 1 proef")
    return Way(soort, kdf, wikkel, proef.hex())


def _recovered(sleutel: bytes, zout: bytes) -> bytes:
    return expand(sleutel, salt=zout, info="casusoverleg 1 herstelsleutel")


def try_passphrase(kluis: str, slot: Slot, wachtzin: str) -> Way | None:
    """The way in when this passphrase is that of the slot; the settings are judged first."""
    sterkte, zout = strength(slot)
    return _fits(slot, _way(kluis, WACHTZIN, slot.kdf, stretch(wachtzin, zout, sterkte)))


def try_recovery(kluis: str, slot: Slot, sleutel: bytes) -> Way | None:
    """The way in when this recovery key is that of the slot."""
    if set(slot.kdf) != {"naam", "zout"} or slot.kdf["naam"] != HKDF:
        raise SleutelbestandOnbetrouwbaar
    zout = _bytes(str(slot.kdf["zout"]), SALT_BYTES)
    return _fits(slot, _way(kluis, HERSTEL, slot.kdf, _recovered(sleutel, zout)))


def _fits(slot: Slot, way: Way) -> Way | None:
    return way if hmac.compare_digest(way.proef, slot.proef) else None


def strength(slot: Slot) -> tuple[KdfSterkte, bytes]:
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


def new_slot(
    ring: Sleutelring,
    way: Way,
    *,
    rol: str,
    naam: str = "",
    id: str = "",
) -> Slot:
    """A slot for somebody new, with a kern of its own, and what its role gives of this ring."""
    kern = secrets.token_bytes(KEY_BYTES)
    slot = Slot(
        id=id or secrets.token_hex(8),
        soort=way.soort,
        rol=rol,
        naam=naam,
        kdf=way.kdf,
        proef=way.proef,
        kern="",
        publiek=_pair(kern).public_key().public_bytes_raw().hex(),
        wortel=ring.nummer,
        gewikkeld="",
    )
    slot = wrap_kern(ring.kluis_id, slot, kern, way)
    slot = wrap_root(ring.kluis_id, slot, ring.wortel, ring.nummer)
    return wrap_work(ring.kluis_id, slot, ring.werk)


def wrap_kern(kluis: str, slot: Slot, kern: bytes, way: Way) -> Slot:
    """The same person with another way in; the root key is not touched."""
    slot = replace(slot, soort=way.soort, kdf=way.kdf, proef=way.proef)
    return replace(slot, kern=_seal(way.wikkel, kern, _bound_kern(kluis, slot)).hex())


def wrap_root(kluis: str, slot: Slot, wortel: bytes, nummer: int, rol: str = "") -> Slot:
    """The root key for whoever holds the kern of this slot, and for nobody else.

    Bound to the role and to the name, so that neither can be changed by who does not hold the
    root key.
    """
    slot = replace(slot, wortel=nummer, rol=rol or slot.rol)
    return replace(slot, gewikkeld=_to(slot, wortel, _bound_root(kluis, slot)))


def wrap_work(kluis: str, slot: Slot, werk: bytes | None) -> Slot:
    """The work root for a slot whose role reads working text; taken out of any other.

    Who has not got it himself leaves it as it is in a slot that may have it.
    """
    bijlagen = dict(slot.bijlagen)
    if not leest_werktekst(slot.rol):
        bijlagen.pop(WERK, None)
    elif werk is not None:
        bijlagen[WERK] = _to(slot, werk, _bound_work(kluis, slot))
    return replace(slot, bijlagen=bijlagen)


def open_work(kluis: str, slot: Slot, kern: bytes) -> bytes | None:
    """The work root in this slot, if it has one. Raises `SleutelbestandOnbetrouwbaar`."""
    if WERK not in slot.bijlagen:
        return None
    return _from(slot, kern, slot.bijlagen[WERK], lambda: _bound_work(kluis, slot))


def signing_key(kern: bytes) -> bytes:
    """The private half (Ed25519) that this person signs with."""
    return expand(kern, salt=b"", info="casusoverleg 1 ed25519")


def open_kern(kluis: str, slot: Slot, way: Way) -> bytes:
    """What is only of this person. Raises `SleutelbestandOnbetrouwbaar`."""
    return _open(way.wikkel, slot.kern, lambda: _bound_kern(kluis, slot))


def open_root(kluis: str, slot: Slot, kern: bytes) -> bytes:
    """The root key in this slot. Raises `SleutelbestandOnbetrouwbaar`."""
    return _from(slot, kern, slot.gewikkeld, lambda: _bound_root(kluis, slot))


def _to(slot: Slot, geheim: bytes, bound: bytes) -> str:
    """A secret for whoever holds the kern of this slot: a fresh X25519 key every time."""
    eenmalig = X25519PrivateKey.generate()
    publiek = eenmalig.public_key().public_bytes_raw()
    ontvanger = _bytes(slot.publiek, _PUBLIC_BYTES)
    gedeeld = eenmalig.exchange(X25519PublicKey.from_public_bytes(ontvanger))
    return (publiek + _seal(_shared(gedeeld, publiek, ontvanger), geheim, bound)).hex()


def _from(slot: Slot, kern: bytes, gewikkeld: str, bound: Callable[[], bytes]) -> bytes:
    ruw = _bytes(gewikkeld, _PUBLIC_BYTES + _NONCE_BYTES + KEY_BYTES + _TAG_BYTES)
    publiek, rest = ruw[:_PUBLIC_BYTES], ruw[_PUBLIC_BYTES:]
    try:
        gedeeld = _pair(kern).exchange(X25519PublicKey.from_public_bytes(publiek))
    except ValueError:
        raise SleutelbestandOnbetrouwbaar from None
    return _open(_shared(gedeeld, publiek, _bytes(slot.publiek, _PUBLIC_BYTES)), rest.hex(), bound)


def wrap_earlier(kluis: str, wortel: bytes, nummer: int, eerder: bytes) -> str:
    """An earlier root key, for who holds this one: the older lines and backups stay readable."""
    return _seal(_earlier_key(wortel, kluis), eerder, f"{kluis}:{nummer}".encode()).hex()


def open_earlier(kluis: str, wortel: bytes, nummer: int, gewikkeld: str) -> bytes:
    """The root key of this number. Raises `SleutelbestandOnbetrouwbaar`."""
    return _open(_earlier_key(wortel, kluis), gewikkeld, f"{kluis}:{nummer}".encode)


def _earlier_key(wortel: bytes, kluis: str) -> bytes:
    return expand(wortel, salt=kluis.encode(), info="casusoverleg 1 eerdere wortel")


def _pair(kern: bytes) -> X25519PrivateKey:
    return X25519PrivateKey.from_private_bytes(
        expand(kern, salt=b"", info="casusoverleg 1 x25519")
    )


def _shared(gedeeld: bytes, publiek: bytes, ontvanger: bytes) -> bytes:
    return expand(gedeeld, salt=publiek + ontvanger, info="casusoverleg 1 wortel")


def _seal(sleutel: bytes, inhoud: bytes, bound: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(sleutel).encrypt(nonce, inhoud, bound)


def _open(sleutel: bytes, gewikkeld: str, bound: Callable[[], bytes]) -> bytes:
    ruw = _bytes(gewikkeld, _NONCE_BYTES + KEY_BYTES + _TAG_BYTES)
    try:
        return AESGCM(sleutel).decrypt(ruw[:_NONCE_BYTES], ruw[_NONCE_BYTES:], bound())
    except InvalidTag:
        raise SleutelbestandOnbetrouwbaar from None


def _bytes(text: str, length: int) -> bytes:
    try:
        return bytes.fromhex(hex_of(text, length))
    except (ValueError, TypeError):
        raise SleutelbestandOnbetrouwbaar from None


def hex_of(text: str, length: int) -> str:
    """The text itself, when it is so many bytes in small hexadecimal; otherwise a `ValueError`."""
    if len(bytes.fromhex(text)) != length or text != text.lower():
        raise ValueError("geen sleutel van deze lengte")
    return text


def _bound_kern(kluis: str, slot: Slot) -> bytes:
    """What the kern is bound to: taken out of its slot it no longer opens."""
    return canonical({"kluis": kluis, **_parts(slot, "id", "soort", "kdf", "publiek")})


def _bound_root(kluis: str, slot: Slot) -> bytes:
    """What the root key is bound to: who it is for and what that person may do."""
    return canonical(
        {"kluis": kluis, **_parts(slot, "id", "soort", "rol", "naam", "wortel", "publiek")}
    )


def _bound_work(kluis: str, slot: Slot) -> bytes:
    """The work root outlives a new root key, so that number is not in here."""
    parts = _parts(slot, "id", "soort", "rol", "publiek")
    return canonical({"kluis": kluis, "bijlage": WERK, **parts})


def _parts(slot: Slot, *names: str) -> dict[str, Any]:
    return {name: getattr(slot, name) for name in names}


def canonical(content: dict[str, Any]) -> bytes:
    """One way only to write this down."""
    return json.dumps(
        content, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()
