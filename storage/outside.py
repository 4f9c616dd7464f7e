"""What a vault keeps outside its database: anchors, and the list of what was erased."""

import shutil
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2

from casus_app.fouten import OpslagFout
from storage import anchor, keyfile, ledger, workkeys
from storage.anchor import Anker
from storage.ballast import Ballast
from storage.files import Plaats, write_beside
from storage.keys import Doel, Sleutelring
from storage.ledger import Gewist
from storage.workkeys import Werksleutel

ANCHOR_NAME, LEDGER_NAME, KEYS_NAME = "anker", "gewist", "werksleutels"
WORK_NAME = "maken"
_VALUE = "SELECT waarde FROM reserve WHERE naam = ?"


class Outside:
    """The files around one vault that only its root key can write.

    Failing to write here never stops the work: it is tried again at the next closing or backup.
    """

    def __init__(self, plaats: Plaats, ring: Sleutelring, *, alone: bool = False) -> None:
        """`alone` leaves the second place out: this vault is not yet the one that is used."""
        self.plaats, self.ballast = plaats, Ballast(plaats)
        self._alone = alone
        self._ring = ring
        self._kluis_id = ring.kluis_id
        self._anchor_keys = ring.sleutels(Doel.ANKER)
        self._ledger_keys = ring.sleutels(Doel.RESERVEKOPIE)

    def renewed(self, ring: Sleutelring) -> "Outside":
        """The same files under a new root key; what was sealed before is still read."""
        return Outside(self.plaats, ring, alone=self._alone)

    def second(self, db: dbapi2.Connection) -> Path | None:
        """The folder of this vault in the second place, whether or not it is there now."""
        row = db.execute(_VALUE, ("tweede",)).fetchone()
        if row is None or self._alone:
            return None
        return Path(row[0]) / f"casusoverleg-{self._kluis_id[:12]}"

    def keep(self, db: dbapi2.Connection, *folders: Path, anchored: bool) -> bool:
        """Brings everything outside up to date; false when something did not succeed.

        An anchor that does not fit (not `anchored`) is left as it is, until somebody accepts what
        it shows.
        """
        try:
            second, head = self.second(db), anchor.head(db)
            if head is not None and anchored:
                self.write_anchors(head, second)
            done = self.write_keys(db)
            if not folders and not ledger.read(db):
                return done
            return self.write_erased(db, second, *folders) and done
        except dbapi2.Error:  # damaged; who reads it hears so
            return False

    # --- anchors ---

    def anchors(self, second: Path | None) -> list[Anker]:
        """All that can be read now."""
        return [one for one in (self.in_key_file(), self.there(second)) if one is not None]

    def in_key_file(self) -> Anker | None:
        """The anchor that lies in the key file."""
        with suppress(OSError, OpslagFout):
            bestand = keyfile.parse(self.plaats.sleutel.read_bytes())
            return self._read(bestand.bijlagen.get(anchor.BIJLAGE, ""))
        return None

    def there(self, second: Path | None) -> Anker | None:
        """The anchor in the second place, when that can be reached."""
        if second is not None:
            with suppress(OSError, UnicodeDecodeError):
                return self._read((second / ANCHOR_NAME).read_text(encoding="ascii"))
        return None

    def _read(self, text: str) -> Anker | None:
        """The anchor in this text, under whichever root key it was sealed."""
        read = [anchor.from_text(text, key, self._kluis_id) for key in self._anchor_keys.values()]
        return next((one for one in read if one is not None), None)

    def write_anchors(self, anker: Anker, second: Path | None) -> None:
        """Only for what is durably in the database already."""
        text = anker.to_text(self._anchor_keys[self._ring.nummer], self._kluis_id)
        with suppress(OSError, OpslagFout):
            self._anchor_in_key_file(text)
        if second is not None and second.is_dir():
            with suppress(OSError):
                write_beside(second / ANCHOR_NAME, text.encode())

    def _anchor_in_key_file(self, text: str) -> None:
        """Leaves a file alone that is not sealed by our root key, or by another one as well."""
        bestand = keyfile.parse(self.plaats.sleutel.read_bytes())
        if bestand.bijlagen.get(anchor.BIJLAGE) == text or len(bestand.zegels) != 1:
            return
        ((nummer, zegel),) = bestand.zegels
        if bestand.kluis == self._kluis_id and zegel == bestand.zegel(self._ring.wortel):
            erbij = replace(bestand, bijlagen=bestand.bijlagen | {anchor.BIJLAGE: text})
            write_beside(self.plaats.sleutel, erbij.sealed({nummer: self._ring.wortel}).to_bytes())

    # --- the keys of working text ---

    def write_keys(self, db: dbapi2.Connection, *folders: Path) -> bool:
        """Brings the keys beside the backups up to date; false when that did not succeed.

        In these folders, or in all where backups lie.
        """
        try:
            living, dead, second = workkeys.read(db), workkeys.dead(db), self.second(db)
        except dbapi2.Error:
            return False
        done = True
        for folder in folders or (self.plaats.reserve, *([second] if second else [])):
            pad = folder / KEYS_NAME
            there = workkeys.read_sealed(pad, self._ring)
            merged = {key.id: key for key in (*(there or ()), *living) if key.id not in dead}
            keys = tuple(merged[number].newest(self._ring) for number in sorted(merged))
            known = keys == there and workkeys.sealed_newest(pad, self._ring)
            if known or not folder.is_dir():
                continue
            try:
                self.ballast.make_room(partial(workkeys.write_sealed, pad, self._ring, keys))
            except OSError:
                done = False
        return done

    def clear_work(self) -> None:
        """Takes away a backup that was being made when the program was killed."""
        shutil.rmtree(self.plaats.reserve / WORK_NAME, ignore_errors=True)

    def keys(self, *folders: Path | None) -> tuple[Werksleutel, ...]:
        """All keys that lie beside the backups in these folders."""
        found = [workkeys.read_sealed(f / KEYS_NAME, self._ring) for f in folders if f is not None]
        return tuple({key.id: key for keys in found for key in keys or ()}.values())

    # --- what was erased ---

    def erased(self, *folders: Path | None) -> tuple[Gewist, ...] | None:
        """All lists outside the database together; `None` when there is none to be read."""
        places = [self.plaats.gewist, *(f / LEDGER_NAME for f in folders if f is not None)]
        lists = [self._read_erased(pad) for pad in places]
        found = [entry for entries in lists if entries is not None for entry in entries]
        return tuple(dict.fromkeys(found)) if any(e is not None for e in lists) else None

    def write_erased(self, db: dbapi2.Connection, *folders: Path | None) -> bool:
        """Brings the lists outside up to date; false when one of them could not be written."""
        try:
            inside = ledger.read(db)
        except dbapi2.Error:
            return False
        done, newest = True, self._ledger_keys[self._ring.nummer]
        for pad in (self.plaats.gewist, *(f / LEDGER_NAME for f in folders if f is not None)):
            now = ledger.read_sealed(pad, newest, self._kluis_id)
            there = now if now is not None else self._read_erased(pad)
            entries = tuple(dict.fromkeys((*(there or ()), *inside)))
            if entries == now or (pad != self.plaats.gewist and not pad.parent.is_dir()):
                continue
            try:
                sealed = partial(ledger.write_sealed, pad, newest, self._kluis_id, entries)
                self.ballast.make_room(sealed)
            except OSError:
                done = False
        return done

    def _read_erased(self, pad: Path) -> tuple[Gewist, ...] | None:
        """The list in this file, under whichever root key it was sealed."""
        for key in self._ledger_keys.values():
            found = ledger.read_sealed(pad, key, self._kluis_id)
            if found is not None:
                return found
        return None
