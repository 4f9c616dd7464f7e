"""Who can open the vault, changed: the key file first, then the database that tells of it.

The key file is whole on the disk before anything else happens, and says in a sealed note (`akte`)
what the logboek has yet to say. So whenever the program is killed, the next opening finds what
was done and writes the line that is missing; see the table in docs/besluiten/0024.
"""

import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, assert_never

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlcipher3 import dbapi2

from casus_app.domein.toegang import (
    HerstelBeproefd,
    HerstelErbij,
    Herstelsleutel,
    Sleutelwerk,
    SlotErbij,
    SlotHersteld,
    SlotRol,
    Slotsoort,
    SlotWachtzin,
    SlotWeg,
    Toegang,
    Vertrokkene,
    WerkwortelNieuw,
)
from casus_app.domein.waarde import Waarde, sleutel_van
from casus_app.poorten import Logregel, Wijziging
from storage import keyfile, slots, workkeys
from storage.errors import (
    HerstelsleutelOnjuist,
    SleutelbestandOnbetrouwbaar,
    SlotOnbekend,
    WachtzinOnjuist,
    translated,
)
from storage.files import Plaats, write_beside
from storage.keyfile import Ontsloten, Sleutelbestand, stand_of
from storage.keys import KEY_BYTES, Doel, KdfSterkte, Sleutelring
from storage.rows import codec, encode_moment
from storage.slots import EENMALIG, HERSTEL, WACHTZIN, WERK, Slot

if TYPE_CHECKING:
    from storage.kluis import Kluis

_AKTE = "akte"
_OUD = "werkwortel"
"""The mark that somebody lost the work root and that it is still the same."""
_NONCE_BYTES = 12
_REMEMBERED: dict[str, type[Waarde]] = {
    soort.__name__: soort for soort in (Vertrokkene, Herstelsleutel)
}
_STAND = "SELECT stand FROM sleutelstand WHERE nr = 1"
_SET_STAND = "INSERT OR REPLACE INTO sleutelstand VALUES (1, ?)"


def toegang_van(slot: Slot) -> Toegang:
    """What may be known of a slot."""
    return Toegang(
        id=slot.id,
        naam=slot.naam,
        rol=slot.rol,
        soort=Slotsoort(slot.soort),
        moet_wisselen=EENMALIG in slot.bijlagen or slot.soort == HERSTEL,
    )


class Access:
    """The key file of an open vault: who opened it, who else can, and how that changes."""

    def __init__(self, plaats: Plaats, ontsloten: Ontsloten, sterkte: KdfSterkte) -> None:
        self._plaats = plaats
        self._bestand = ontsloten.bestand
        self._sterkte = sterkte
        self._wie = ontsloten.slot.id
        self.ring = ontsloten.ring

    def who(self) -> Toegang:
        """Who opened it."""
        return toegang_van(self._slot(self._wie))

    def all(self) -> tuple[Toegang, ...]:
        """Every way in that this version knows."""
        return tuple(toegang_van(slot) for slot in keyfile.known_slots(self._bestand))

    def _slot(self, id: str) -> Slot:
        for slot in self._bestand.sloten:
            if slot.id == id:
                return slot
        raise SlotOnbekend

    @property
    def work_root_due(self) -> bool:
        """Whether the work root is to be renewed, by who opened it now."""
        return _OUD in self._bestand.bijlagen and self.ring.werk is not None

    # --- changing it ---

    def write(
        self, werk: Sleutelwerk, wijzigingen: Sequence[Wijziging[Waarde]], regel: Logregel
    ) -> int:
        """Makes the change durable in the key file; gives the number this change has.

        What stood there stays beside it until somebody opened the vault with the new one.
        """
        with translated():
            now = self._plaats.sleutel.read_bytes()
            bestand = self._as_we_know_it(now)
            sloten, ring, oud = self._roots(bestand, self._changed(bestand, werk), werk)
            stand = stand_of(bestand) + 1
            kept = {k: text for k, text in bestand.bijlagen.items() if k not in {_AKTE, _OUD}}
            akte = _sealed_akte(ring, wijzigingen, regel)
            bijlagen = kept | keyfile.earlier_roots(ring) | oud
            bijlagen |= {keyfile.STAND: str(stand), _AKTE: akte}
            made = Sleutelbestand(bestand.kluis, sloten, bijlagen=bijlagen)
            made = made.sealed({ring.nummer: ring.wortel})
            write_beside(self._plaats.sleutel_vorige, now)
            write_beside(self._plaats.sleutel, made.to_bytes())
        self._bestand, self.ring = made, ring
        return stand

    def _as_we_know_it(self, content: bytes) -> Sleutelbestand:
        """The file on the disk; an anchor may have come into it, but the slots are ours."""
        bestand = keyfile.parse(content)
        ours = bestand.sloten == self._bestand.sloten
        sealed = dict(bestand.zegels).get(self.ring.nummer) == bestand.zegel(self.ring.wortel)
        if not (ours and sealed):
            raise SleutelbestandOnbetrouwbaar
        return bestand

    def _roots(
        self, bestand: Sleutelbestand, sloten: tuple[Slot, ...], werk: Sleutelwerk
    ) -> tuple[tuple[Slot, ...], Sleutelring, dict[str, str]]:
        """New roots for everybody who stays; a kind of slot that we do not know goes too.

        A new work root when somebody lost the old one. Who has not got it himself leaves a mark,
        and the next opening by who does renews it (docs/besluiten/0025). A new root key goes with
        it, so that no file knows the one and not the other.
        """
        ring = self.ring
        due = _OUD in bestand.bijlagen or _readers(bestand.sloten) > _readers(sloten)
        renew = due and ring.werk is not None
        if renew or isinstance(werk, SlotWeg):
            fresh = secrets.token_bytes(KEY_BYTES) if renew else None
            ring = ring.volgende(secrets.token_bytes(KEY_BYTES), fresh)
            sloten = tuple(
                slots.wrap_work(
                    ring.kluis_id,
                    slots.wrap_root(ring.kluis_id, slot, ring.wortel, ring.nummer),
                    fresh,
                )
                for slot in sloten
                if slot.soort in {WACHTZIN, HERSTEL}
            )
        return sloten, ring, {_OUD: "te vernieuwen"} if due and not renew else {}

    def _changed(self, bestand: Sleutelbestand, werk: Sleutelwerk) -> tuple[Slot, ...]:
        sloten, ring = bestand.sloten, self.ring
        match werk:
            case SlotErbij():
                return (*sloten, self._new(werk))
            case SlotWeg():
                gone = self._slot(werk.id)
                return tuple(slot for slot in sloten if slot.id != gone.id)
            case SlotRol():
                slot = slots.wrap_root(
                    bestand.kluis, self._slot(werk.id), ring.wortel, ring.nummer, werk.rol
                )
                slot = slots.wrap_work(bestand.kluis, slot, ring.werk)
            case SlotWachtzin():
                slot = self._with_new_passphrase(werk)
            case SlotHersteld():
                slot = self._recovered(werk)
            case HerstelErbij():
                way = slots.recovery(bestand.kluis, bytes.fromhex(werk.sleutel.tekst))
                return (*sloten, self._new_slot(way, "coordinator", id=werk.id))
            case HerstelBeproefd():
                self._check_recovery(werk)
                return tuple(s for s in sloten if s.soort != HERSTEL or s.id == werk.id)
            case WerkwortelNieuw():
                return sloten
            case _:
                assert_never(werk)
        return tuple(slot if slot.id == one.id else one for one in sloten)

    def _new(self, werk: SlotErbij) -> Slot:
        way = slots.passphrase(self.ring.kluis_id, werk.wachtzin.tekst, self._sterkte)
        slot = self._new_slot(way, werk.rol, werk.naam, werk.id)
        given = {EENMALIG: "ja"} if werk.moet_wisselen else {}
        return replace(slot, bijlagen=slot.bijlagen | given)

    def _new_slot(self, way: slots.Way, rol: str, naam: str = "", id: str = "") -> Slot:
        return slots.new_slot(self.ring, way, rol=rol, naam=naam, id=id)

    def _with_new_passphrase(self, werk: SlotWachtzin) -> Slot:
        slot, kluis = self._slot(werk.id), self.ring.kluis_id
        old = slots.try_passphrase(kluis, slot, werk.oud.tekst)
        if old is None:
            raise WachtzinOnjuist
        kern = slots.open_kern(kluis, slot, old)
        way = slots.passphrase(kluis, werk.nieuw.tekst, self._sterkte)
        return _chosen(slots.wrap_kern(kluis, slot, kern, way))

    def _recovered(self, werk: SlotHersteld) -> Slot:
        """The old kern was only for the old passphrase: this is the same person with new keys."""
        slot = self._slot(werk.id)
        way = slots.passphrase(self.ring.kluis_id, werk.nieuw.tekst, self._sterkte)
        return self._new_slot(way, slot.rol, slot.naam, slot.id)

    def _check_recovery(self, werk: HerstelBeproefd) -> None:
        sleutel = bytes.fromhex(werk.sleutel.tekst)
        if slots.try_recovery(self.ring.kluis_id, self._slot(werk.id), sleutel) is None:
            raise HerstelsleutelOnjuist


def _readers(sloten: Sequence[Slot]) -> set[str]:
    """The people who have the work root."""
    return {slot.id for slot in sloten if slot.soort == WACHTZIN and WERK in slot.bijlagen}


def _chosen(slot: Slot) -> Slot:
    """Without the mark that its passphrase was given and not chosen."""
    return replace(slot, bijlagen={k: v for k, v in slot.bijlagen.items() if k != EENMALIG})


# --- what the logboek has yet to say ---


def _sealed_akte(
    ring: Sleutelring, wijzigingen: Sequence[Wijziging[Waarde]], regel: Logregel
) -> str:
    values = [
        [type(w.na).__name__, list(codec(type(w.na)).row(w.na))]
        for w in wijzigingen
        if w.na is not None
    ]
    line = [
        encode_moment(regel.moment), regel.gebruiker, str(regel.rol), regel.handeling,
        str(regel.code), list(regel.onderwerp or ()),
    ]  # fmt: skip
    nonce = secrets.token_bytes(_NONCE_BYTES)
    plain = json.dumps([line, values]).encode()
    sealed = AESGCM(ring.sleutel(Doel.AKTE)).encrypt(nonce, plain, ring.kluis_id.encode())
    return (nonce + sealed).hex()


def _read_akte(ring: Sleutelring, bestand: Sleutelbestand) -> tuple[Logregel, list[Waarde]] | None:
    try:
        raw = bytes.fromhex(bestand.bijlagen[_AKTE])
        plain = AESGCM(ring.sleutel(Doel.AKTE)).decrypt(
            raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], ring.kluis_id.encode()
        )
    except (KeyError, ValueError, InvalidTag):
        return None
    (moment, gebruiker, rol, handeling, code, onderwerp), rows = json.loads(plain)
    regel = Logregel(
        moment=datetime.fromisoformat(moment),
        gebruiker=gebruiker,
        rol=rol,
        handeling=handeling,
        uitkomst="gelukt",
        code=code,
        onderwerp=tuple(onderwerp) or None,
    )
    return regel, [codec(_REMEMBERED[soort]).value(row) for soort, row in rows]


def set_stand(stand: int, ring: Sleutelring) -> Callable[[dbapi2.Connection], object]:
    """In the transaction that tells of it: which change this was, and the newest work root."""

    def tell(db: dbapi2.Connection) -> None:
        db.execute(_SET_STAND, (stand,))
        workkeys.rewrap(db, ring)

    return tell


def behind(db: dbapi2.Connection, bestand: Sleutelbestand) -> int:
    """How many changes the database knows of less than the key file; below zero: it knows more."""
    row = db.execute(_STAND).fetchone()
    return stand_of(bestand) - (0 if row is None else int(row[0]))


def make_up(kluis: "Kluis", access: Access, bestand: Sleutelbestand) -> str:
    """After opening: tells the logboek what a killed program could not. A sentence, or nothing.

    An older key file than the database knows of was put back by somebody: that is said, and
    nothing is changed.
    """
    missing = kluis.met(lambda db: behind(db, bestand))
    if missing < 0:
        return OUDER
    akte = _read_akte(access.ring, bestand) if missing else None
    if akte is not None:
        regel, values = akte
        there = [(kluis.haal(type(value), *sleutel_van(value)), value) for value in values]
        changes: list[Wijziging[Waarde]] = [Wijziging(*pair) for pair in there]
        kluis.commit(changes, regel, ook=set_stand(stand_of(bestand), access.ring))
    return ""


OUDER = (
    "Het sleutelbestand naast de kluis is ouder dan de kluis: een wachtzin of rol van eerder telt "
    "weer. Heeft iemand het teruggezet? Vraag het na, en zet het goede sleutelbestand terug."
)
