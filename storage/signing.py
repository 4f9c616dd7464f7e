"""Signatures (Ed25519) under what an overleg established, by the key in the slot of who signs.

What is signed is a list of digests, one for each part, salted per casus. A casus that is destroyed
takes its salt along: its digests say nothing any more, and the signature over the rest holds. A
part that was changed or added is not in the list, and that is how it shows.
"""

import hashlib
import json
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlcipher3 import dbapi2

from casus_app.poorten import Handtekening, Logregel, Ondertekening, Vaststelling
from storage.keys import KEY_BYTES, Sleutelring
from storage.rows import encode_moment

_INSERT = "INSERT INTO handtekening VALUES (?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class _Signed:
    overleg: str
    rol: str
    gebruiker: str
    moment: str
    publiek: str
    bladen: str
    teken: str

    def text(self, kluis_id: str) -> bytes:
        """What the signature is over: everything but itself, and the vault it belongs to."""
        parts = [self.overleg, self.rol, self.gebruiker, self.moment, self.publiek, self.bladen]
        return json.dumps(["casusoverleg 1 vaststelling", kluis_id, *parts]).encode()

    def holds(self, kluis_id: str) -> bool:
        try:
            key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.publiek))
            key.verify(bytes.fromhex(self.teken), self.text(kluis_id))
        except (InvalidSignature, ValueError):
            return False
        return True


def sign(
    db: dbapi2.Connection, ring: Sleutelring, ondertekening: Ondertekening, regel: Logregel
) -> None:
    """Puts a signature, inside the running transaction. A slot without a pair signs nothing.

    The second signs exactly what the first did.
    """
    if ring.ondertekening is None:
        return
    before = list(_signed(db, ondertekening.overleg))
    pair = Ed25519PrivateKey.from_private_bytes(ring.ondertekening)
    row = _Signed(
        ondertekening.overleg,
        regel.rol,
        regel.gebruiker,
        encode_moment(regel.moment),
        pair.public_key().public_bytes_raw().hex(),
        before[0].bladen if before else _digests(db, ondertekening, new=True),
        "",
    )
    teken = pair.sign(row.text(ring.kluis_id)).hex()
    cells = [row.overleg, row.rol, row.gebruiker, row.moment, row.publiek, row.bladen, teken]
    db.execute(_INSERT, cells)


def act(
    ring: Sleutelring, ondertekening: Ondertekening | None, regel: Logregel
) -> Callable[[dbapi2.Connection], object] | None:
    """What has to be done in the transaction of this line, if anything is signed."""
    return None if ondertekening is None else lambda db: sign(db, ring, ondertekening, regel)


def stand(db: dbapi2.Connection, ring: Sleutelring, now: Ondertekening) -> Vaststelling:
    """Who signed this overleg, and whether it is still what they signed."""
    signed = list(_signed(db, now.overleg))
    if not signed:
        return Vaststelling((), 0, 0)
    own = "" if ring.ondertekening is None else _public(ring.ondertekening)
    there = set(json.loads(_digests(db, now, new=False)))
    lists = [set(json.loads(one.bladen)) for one in signed]
    return Vaststelling(
        tuple(
            Handtekening(one.rol, one.gebruiker, one.holds(ring.kluis_id), one.publiek == own)
            for one in signed
        ),
        gewijzigd=max(len(there - digests) for digests in lists),
        verdwenen=max(len(digests - there) for digests in lists),
    )


def damage(
    db: dbapi2.Connection,
    ring: Sleutelring,
    onderdelen: Callable[[str], Mapping[str, tuple[str, ...]]],
) -> Iterator[str]:
    """Where a vaststelling is not what was signed any more, in sentences for people.

    `onderdelen` gives the parts of an overleg as they are now.
    """
    signed = {one.overleg for one in _signed(db)}
    stands = [stand(db, ring, Ondertekening(one, onderdelen(one))) for one in signed]
    wrong = sum(
        one.gewijzigd > 0 or not all(teken.geldig for teken in one.handtekeningen)
        for one in stands
    )
    if wrong:
        yield f"De handtekeningen onder {wrong} vaststellingen kloppen niet (meer)."


def _public(private: bytes) -> str:
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw().hex()


def _signed(db: dbapi2.Connection, overleg: str | None = None) -> Iterator[_Signed]:
    rows = db.execute(
        "SELECT overleg, rol, gebruiker, moment, publiek, bladen, teken FROM handtekening "
        "WHERE ?1 IS NULL OR overleg = ?1 ORDER BY rowid",
        (overleg,),
    ).fetchall()
    return (_Signed(*row) for row in rows)


def _digests(db: dbapi2.Connection, what: Ondertekening, *, new: bool) -> str:
    """One digest for each part, sorted, as JSON."""
    found = []
    for casus, parts in what.onderdelen.items():
        salt = _salt(db, what.overleg, casus, new=new)
        found += [hashlib.sha256(salt + part.encode()).hexdigest() for part in parts]
    return json.dumps(sorted(found))


def _salt(db: dbapi2.Connection, overleg: str, casus: str, *, new: bool) -> bytes:
    """The salt of a casus; without one it was not there when this was established."""
    row = db.execute(
        "SELECT zout FROM vaststelzout WHERE overleg = ? AND casus = ?", (overleg, casus)
    ).fetchone()
    if row is not None:
        return bytes.fromhex(row[0])
    salt = secrets.token_bytes(KEY_BYTES)
    if new:
        db.execute("INSERT INTO vaststelzout VALUES (?, ?, ?)", (overleg, casus, salt.hex()))
    return salt
