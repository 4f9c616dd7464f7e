"""The key file beside the vault: slots that each are one way in, for one person.

One line of canonical JSON. `som` (SHA-256) tells a damaged file from a wrong passphrase; `zegels`
(an HMAC with the root key of that number) tells whether somebody edited, removed or exchanged a
slot. A slot of a `soort` this version does not know is left alone and stays sealed, so that later
ways in need no other format. `bijlagen` holds what belongs to the vault and not to a person: an
anchor, how often the slots were changed (`stand`), and earlier root keys (`wortel-1`) and work
roots (`werk-1`), wrapped for who holds the newest.
"""

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any

from storage import slots
from storage.errors import (
    SleutelbestandBeschadigd,
    SleutelbestandNieuwer,
    SleutelbestandOnbetrouwbaar,
    SlotOnbekend,
    WachtzinOnjuist,
)
from storage.keys import KEY_BYTES, SALT_BYTES, Doel, Sleutelring, derive
from storage.slots import HERSTEL, WACHTZIN, Slot, canonical, hex_of

VORM = "casusoverleg-sleutelbestand"
VERSIE = 1
STAND = "stand"
_EERDER, _WERK_EERDER = "wortel-", "werk-"

_MAX_BYTES = 1 << 20
_MAX_SLOTEN = 256


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
        return hmac.digest(sleutel, canonical(self._content), "sha256").hex()

    def sealed(self, wortels: dict[int, bytes]) -> "Sleutelbestand":
        """The same file with fresh seals for these root keys."""
        zegels = tuple((nummer, self.zegel(wortel)) for nummer, wortel in sorted(wortels.items()))
        return replace(self, zegels=zegels)

    def to_bytes(self) -> bytes:
        """What stands on the disk."""
        content = self._content | {"zegels": {str(nummer): zegel for nummer, zegel in self.zegels}}
        content["som"] = hashlib.sha256(canonical(content)).hexdigest()
        return canonical(content) + b"\n"


def parse(content: bytes) -> Sleutelbestand:
    """The key file in these bytes. Anything that is not exactly as we write it is damaged."""
    if len(content) > _MAX_BYTES:
        raise SleutelbestandBeschadigd
    try:
        raw = json.loads(content)
        som = raw.pop("som")
        if not hmac.compare_digest(som, hashlib.sha256(canonical(raw)).hexdigest()):
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
    zegels = {int(nummer): hex_of(zegel, KEY_BYTES) for nummer, zegel in raw["zegels"].items()}
    return Sleutelbestand(
        kluis=hex_of(raw["kluis"], SALT_BYTES),
        sloten=tuple(_slot(**slot) for slot in raw["sloten"]),
        zegels=tuple(sorted(zegels.items())),
        bijlagen=_texts(raw["bijlagen"]),
    )


def _slot(*, wortel: int, kdf: dict[str, str | int], **texts: Any) -> Slot:  # noqa: ANN401 - straight from JSON, judged here
    if type(wortel) is not int or not isinstance(kdf, dict):
        raise TypeError("een slot heeft een nummer en instellingen")
    bijlagen = _texts(texts.pop("bijlagen"))
    hex_of(texts["proef"], KEY_BYTES)
    return Slot(wortel=wortel, kdf=kdf, bijlagen=bijlagen, **_texts(texts))


def _texts(raw: dict[str, str]) -> dict[str, str]:
    if not all(isinstance(text, str) for text in raw.values()):
        raise TypeError("hier staan alleen teksten")
    return raw


@dataclass(frozen=True, slots=True, repr=False)
class Ontsloten:
    """A key file that somebody opened: who that is, and the keys."""

    bestand: Sleutelbestand
    slot: Slot
    ring: Sleutelring


def passphrase_slots(bestand: Sleutelbestand) -> tuple[Slot, ...]:
    """The ways in for people, in the order in which they were let in."""
    return tuple(slot for slot in bestand.sloten if slot.soort == WACHTZIN)


def known_slots(bestand: Sleutelbestand) -> tuple[Slot, ...]:
    """The ways in that this version understands."""
    return tuple(slot for slot in bestand.sloten if slot.soort in {WACHTZIN, HERSTEL})


def unlock(bestand: Sleutelbestand, wachtzin: str, wie: str = "") -> Ontsloten:
    """What this passphrase opens; `wie` is the slot, and without it every slot is tried.

    Raises `WachtzinOnjuist` when no slot opens, `KdfBuitenGrenzen` before hashing anything, and
    `SleutelbestandOnbetrouwbaar` when the passphrase is right and the file is not.
    """
    there = passphrase_slots(bestand)
    for slot in there:
        slots.strength(slot)
    if wie and all(slot.id != wie for slot in there):
        raise SlotOnbekend
    for slot in there:
        if wie not in {"", slot.id}:
            continue
        way = slots.try_passphrase(bestand.kluis, slot, wachtzin)
        if way is not None:
            return open_slot(bestand, slot, way)
    raise WachtzinOnjuist


def open_slot(bestand: Sleutelbestand, slot: Slot, way: slots.Way) -> Ontsloten:
    """The keys behind a slot whose way in fits. Raises `SleutelbestandOnbetrouwbaar`."""
    kern = slots.open_kern(bestand.kluis, slot, way)
    wortel = slots.open_root(bestand.kluis, slot, kern)
    zegel = dict(bestand.zegels).get(slot.wortel, "")
    if not hmac.compare_digest(zegel, bestand.zegel(wortel)):
        raise SleutelbestandOnbetrouwbaar
    eerder = tuple(
        (nummer, slots.open_earlier(bestand.kluis, wortel, nummer, gewikkeld))
        for nummer, gewikkeld in _earlier(bestand, _EERDER)
    )
    werk = slots.open_work(bestand.kluis, slot, kern)
    werken = (
        ()
        if werk is None
        else tuple(
            slots.open_earlier(bestand.kluis, werk, nummer, gewikkeld)
            for nummer, gewikkeld in _earlier(bestand, _WERK_EERDER)
        )
    )
    tekent = slots.signing_key(kern)
    ring = Sleutelring(wortel, bestand.kluis, werk, tekent, slot.wortel, eerder, werken)
    return Ontsloten(bestand, slot, ring)


def _earlier(bestand: Sleutelbestand, soort: str) -> list[tuple[int, str]]:
    try:
        return sorted(
            (int(naam.removeprefix(soort)), gewikkeld)
            for naam, gewikkeld in bestand.bijlagen.items()
            if naam.startswith(soort)
        )
    except ValueError:
        raise SleutelbestandOnbetrouwbaar from None


def earlier_roots(ring: Sleutelring) -> dict[str, str]:
    """The attachments with which the roots before the newest stay known.

    Those of the work root only from who has it; what stood there is still right then.
    """
    made = {
        f"{_EERDER}{nummer}": slots.wrap_earlier(ring.kluis_id, ring.wortel, nummer, wortel)
        for nummer, wortel in ring.eerder
    }
    if ring.werk is not None:
        for nummer, werk in enumerate(ring.werk_eerder, 1):
            again = slots.wrap_earlier(ring.kluis_id, ring.werk, nummer, werk)
            made[f"{_WERK_EERDER}{nummer}"] = again
    return made


def stand_of(bestand: Sleutelbestand) -> int:
    """How often the slots were changed."""
    text = bestand.bijlagen.get(STAND, "0")
    return int(text) if text.isdecimal() else 0
