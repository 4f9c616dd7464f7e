"""Working text sealed on its way into a row, and opened on its way out.

A field that holds working text is a blob: number of the key, nonce, AES-256-GCM. It is bound to
its vault, table, key and field, and the key is that of one bespreking, so it opens nowhere else.
Who has no work root reads `GESLOTEN` there, can leave it as it is or take it away, and no more.
Which fields these are is the business of `casus_app.domein.werktekst`, and of nobody here.
"""

import json
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlcipher3 import dbapi2

from casus_app.domein.waarde import W, Waarde
from casus_app.domein.werktekst import GESLOTEN, VELDEN, Vak, is_werktekst
from storage import workkeys
from storage.errors import NietBewaarbaar, WerktekstBeschadigd, WerktekstGesloten
from storage.keys import KEY_BYTES, Sleutelring
from storage.rows import Cell, Codec, codec
from storage.workkeys import ID_BYTES, NONCE_BYTES

Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class _Form:
    """Where the working text is in the row of one class."""

    at: tuple[int, ...]
    overleg: int
    casus: int

    def vak(self, row: Row) -> Vak:
        return Vak(str(row[self.overleg]), str(row[self.casus]))


@cache
def _form(soort: type) -> _Form | None:
    if soort not in VELDEN:
        return None
    names = codec(soort).names
    return _Form(
        tuple(names.index(veld) for veld in VELDEN[soort]),
        names.index("overleg"),
        names.index("casus"),
    )


class Sealing:
    """The working text of one open vault, and the keys of it that were used."""

    def __init__(self, ring: Sleutelring) -> None:
        """Without the work root everything stays closed."""
        self._ring = ring
        self._keys: dict[Vak, tuple[bytes, AESGCM]] = {}

    def renewed(self, ring: Sleutelring) -> None:
        """From here on with these keys."""
        self._ring = ring
        self.forget()

    def forget(self) -> None:
        """Lets go of all keys; they are read again when they are needed."""
        self._keys.clear()

    def value(self, db: dbapi2.Connection, table: Codec[W], row: Row) -> W:
        """The value in this row. Raises `WerktekstBeschadigd`."""
        form = _form(table.soort)
        if form is None:
            return table.value(row)
        cells = list(row)
        for at in form.at:
            cell = row[at]
            if isinstance(cell, bytes):
                cells[at] = self._open(db, table, row, at, form.vak(row))
        waarde = table.value(cells)
        sealed = is_werktekst(waarde)
        if any(row[at] and isinstance(row[at], bytes) != sealed for at in form.at):
            raise WerktekstBeschadigd
        return waarde

    def row(
        self,
        db: dbapi2.Connection,
        table: Codec[W],
        waarde: W,
        stored: Callable[[], Row | None],
    ) -> list[Cell]:
        """The cells of this value. What is closed stays what it is in the row that is `stored`.

        Raises `WerktekstGesloten` for other text by who may not read the text that was there.
        """
        row = table.row(waarde)
        form = _form(table.soort)
        if form is not None and any(row[at] for at in form.at):
            sealed = is_werktekst(waarde)
            for at in form.at:
                if row[at] == GESLOTEN:
                    row[at] = self._as_it_is(stored(), at, sealed=sealed)
                elif row[at] and sealed:
                    row[at] = self._seal(db, table, row, at, form.vak(row))
        return row

    def _as_it_is(self, stored: Row | None, at: int, *, sealed: bool) -> Cell:
        if self._ring.werk is not None:
            raise NietBewaarbaar
        if not sealed or stored is None or not isinstance(stored[at], bytes):
            raise WerktekstGesloten
        return stored[at]

    def _seal(self, db: dbapi2.Connection, table: Codec[W], row: Row, at: int, vak: Vak) -> bytes:
        if self._ring.werk is None:
            raise WerktekstGesloten
        number, key = self._key(db, vak) or self._new_key(db, vak)
        nonce = secrets.token_bytes(NONCE_BYTES)
        text = str(row[at]).encode()
        return number + nonce + key.encrypt(nonce, text, self._bound(table, row, at))

    def _open(self, db: dbapi2.Connection, table: Codec[W], row: Row, at: int, vak: Vak) -> str:
        if self._ring.werk is None:
            return GESLOTEN
        cell, found = row[at], self._key(db, vak)
        if found is None or not isinstance(cell, bytes) or cell[:ID_BYTES] != found[0]:
            raise WerktekstBeschadigd
        nonce, sealed = cell[ID_BYTES:][:NONCE_BYTES], cell[ID_BYTES + NONCE_BYTES :]
        try:
            return found[1].decrypt(nonce, sealed, self._bound(table, row, at)).decode()
        except (InvalidTag, ValueError):  # a ValueError: nothing is left of the nonce
            raise WerktekstBeschadigd from None

    def _bound(self, table: Codec[W], row: Row, at: int) -> bytes:
        """What a sealed field is bound to; the key says of which bespreking it is."""
        key = [row[place] for place in table.key_at]
        return json.dumps([self._ring.kluis_id, table.table, key, table.names[at]]).encode()

    def _key(self, db: dbapi2.Connection, vak: Vak) -> tuple[bytes, AESGCM] | None:
        known = self._keys.get(vak)
        if known is None:
            for key in workkeys.read(db, vak._asdict()):
                try:
                    plain = key.unwrap(self._ring)
                except InvalidTag:
                    raise WerktekstBeschadigd from None
                known = self._keys[vak] = bytes.fromhex(key.id), AESGCM(plain)
        return known

    def _new_key(self, db: dbapi2.Connection, vak: Vak) -> tuple[bytes, AESGCM]:
        """Made with the first text of a bespreking, in the transaction that writes it."""
        number, plain = secrets.token_bytes(ID_BYTES), secrets.token_bytes(KEY_BYTES)
        workkeys.put(db, [workkeys.wrap(self._ring, number.hex(), vak, plain)])
        made = self._keys[vak] = number, AESGCM(plain)
        return made


def damage(db: dbapi2.Connection, ring: Sleutelring) -> Iterator[str]:
    """What of the working text is not as it was written, in sentences for people.

    Without the work root only what can be seen from the outside: whether each text has its key.
    """
    wrong = sum(_wrong_in(db, codec(soort), ring) for soort in VELDEN)
    if wrong:
        yield f"De werktekst is op {wrong} plaatsen beschadigd of verplaatst. {_ADVICE}"


_ADVICE = "Zet een reservekopie terug."


def _wrong_in(db: dbapi2.Connection, table: Codec[Waarde], ring: Sleutelring) -> int:
    sealing, form = Sealing(ring), _form(table.soort)
    numbers = {key.vak: bytes.fromhex(key.id) for key in workkeys.read(db)}
    wrong = 0
    for row in db.execute(table.select).fetchall():
        try:
            sealing.value(db, table, row)
        except WerktekstBeschadigd:
            wrong += 1
            continue
        cells = [row[at] for at in form.at] if form else []
        number = numbers.get(form.vak(row)) if form else None
        wrong += any(isinstance(cell, bytes) and cell[:ID_BYTES] != number for cell in cells)
    return wrong
