"""Putting a backup back: the whole of it, exactly it, and without what was erased since."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlcipher3 import dbapi2

from casus_app.fouten import OpslagFout
from casus_app.poorten import Logregel
from storage import anchor, keyfile, ledger, sealing, swap, workkeys
from storage.anchor import Anker
from storage.controle import private_copy
from storage.copying import copy_pair, inspect, open_copy, speaking_of_a_copy
from storage.errors import (
    KopieBeschadigd,
    KopieOntbreekt,
    KopieVanAndereKluis,
    SchijfFout,
    translated,
)
from storage.files import FileLock, Plaats, locate, lock_file, make_folder
from storage.keys import DATABASE_MAGIC, SALT_BYTES, Sleutelring, database_salt
from storage.ledger import Gewist
from storage.opening import check_identity, connect_vault, enter, unlock
from storage.outside import Outside
from storage.workkeys import Werksleutel


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstel:
    """What was put back. `opnieuw_gewist` is `None` when no list of erasures could be found."""

    regels: int
    opnieuw_gewist: int | None
    zin: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What there is to know about the vault that is replaced."""

    gewist: tuple[Gewist, ...] | None
    ankers: tuple[Anker, ...]
    sleutels: tuple[Werksleutel, ...]


def zet_terug(pad: Path, kopie: Path, wachtzin: str, regel: Logregel) -> Herstel:
    """Makes the backup `kopie` the vault at this place; on an empty place as well.

    `wachtzin` is that of the backup, `regel` who does it and when. The vault must be closed. What
    stood here goes to `hersteld-<moment>` beside it, all files together. Killed at any moment, the
    vault is the old or the new one. Raises `OpslagFout`; then nothing was changed.
    """
    plaats, bron = locate(pad), Plaats(kopie)
    if not bron.database.is_file() or not bron.sleutel.is_file():
        raise KopieOntbreekt
    make_folder(plaats.database.parent)
    with translated(), ExitStack() as end:
        swap.finish(plaats)
        lock = None
        if plaats.database.exists():
            lock = lock_file(plaats.database)
            end.callback(lock.release)
        swap.clear(plaats)
        end.callback(swap.drop, plaats)
        copy_pair(bron, plaats.herstel)
        ring = _verify(plaats.herstel, wachtzin)
        _refuse_other(lock, ring)
        known = _known(plaats, lock, ring, bron)
        erased = _make_ready(plaats, ring, known, regel)
        swap.commit(plaats, f"hersteld-{regel.moment:%Y%m%dT%H%M%SZ}{_free(plaats, regel)}")
    return erased


def _free(plaats: Plaats, regel: Logregel) -> str:
    """What makes the name of the folder for the old vault a new one."""
    base = plaats.database.parent / f"hersteld-{regel.moment:%Y%m%dT%H%M%SZ}"
    number = 1
    while base.with_name(f"{base.name}{_ending(number)}").exists():
        number += 1
    return _ending(number)


def _ending(number: int) -> str:
    return "" if number == 1 else f"-{number}"


def _verify(made: Plaats, wachtzin: str) -> Sleutelring:
    """The keys of a backup that is whole."""
    with speaking_of_a_copy(), _locked(made) as lock:
        ring = unlock(made, lock, lambda bestand: keyfile.unlock(bestand, wachtzin)).ring
        db, _ = connect_vault(made, lock, ring)
        with closing(db):
            check_identity(db, ring.kluis_id)
    with open_copy(made.database, ring) as (db, _):
        inspect(db, ring)
    return ring


@contextmanager
def _locked(made: Plaats) -> Iterator[FileLock]:
    lock = lock_file(made.database)
    try:
        yield lock
    finally:
        lock.release()


def _refuse_other(lock: FileLock | None, ring: Sleutelring) -> None:
    head = b"" if lock is None else lock.read(SALT_BYTES)
    if head.startswith(DATABASE_MAGIC) and head != database_salt(ring.kluis_id):
        raise KopieVanAndereKluis


def _known(plaats: Plaats, lock: FileLock | None, ring: Sleutelring, bron: Plaats) -> _Known:
    """From the vault that stands here when it can be read, and from everything around it."""
    outside = Outside(plaats, ring)
    inside: tuple[Gewist, ...] | None = None
    ankers: list[Anker] = []
    sleutels: list[Werksleutel] = []
    second: Path | None = None
    if lock is not None:
        try:
            with (
                private_copy(plaats, lock) as (copy, copy_lock),
                closing(connect_vault(copy, copy_lock, ring)[0]) as db,
            ):
                check_identity(db, ring.kluis_id)
                inside, second = ledger.read(db), outside.second(db)
                sleutels += workkeys.read(db)
                ankers = [one for one in [anchor.head(db)] if one is not None]
        except (dbapi2.Error, OpslagFout):
            inside = None  # damaged: that is why a backup is put back
    if second is None:
        with open_copy(plaats.herstel.database, ring) as (db, _):
            second = outside.second(db)
    around = outside.erased(bron.database.parent, plaats.reserve, second)
    ankers += outside.anchors(second)
    sleutels += outside.keys(bron.database.parent, plaats.reserve, second)
    lists = [entries for entries in (inside, around) if entries is not None]
    return _Known(
        tuple(dict.fromkeys(e for entries in lists for e in entries)) if lists else None,
        tuple(ankers),
        tuple(sleutels),
    )


def _make_ready(plaats: Plaats, ring: Sleutelring, known: _Known, regel: Logregel) -> Herstel:
    """Everything that must be done to the backup happens before it is the vault."""
    new = plaats.herstel
    enter(new, ring, lock_file(new.database), alone=True).sluit()  # an older version comes along
    with open_copy(new.database, ring) as (db, log):
        workkeys.bring_back(db, known.sleutels)
        done = None if known.gewist is None else ledger.erase_again(db, log, known.gewist)
        leeg = workkeys.empty_unreadable(db)
        inspect(db, ring)
        for _ in sealing.damage(db, ring):
            raise KopieBeschadigd
    kluis = enter(new, ring, lock_file(new.database), alone=True)
    try:
        regels = kluis.controleer_logboek().regels
        kluis.ankermelding = None
        first = replace(regel, handeling=anchor.TERUGGEZET, uitkomst="gelukt", onderwerp=None)
        kluis.leg_vast((), kluis.met(lambda db: anchor.new_branch(db, known.ankers, first)))
        if done:
            again = replace(first, handeling="reservekopie.opnieuw_gewist", aantal=done)
            kluis.leg_vast((), again)
    finally:
        kluis.sluit()
    _whole_in_one_file(new, ring)
    for pad in (new.wal, new.journal, new.gewist):
        pad.unlink(missing_ok=True)
    return Herstel(regels=regels, opnieuw_gewist=done, zin=_sentence(regels, done, leeg))


def _whole_in_one_file(new: Plaats, ring: Sleutelring) -> None:
    """On a full disk closing leaves the WAL in use; taking it away would leave half a vault."""
    with open_copy(new.database, ring):
        pass  # it moves what is in the WAL, or says why not
    if new.wal_in_use:
        raise SchijfFout


def _sentence(regels: int, done: int | None, leeg: int) -> str:
    zin = f"De reservekopie is teruggezet, tot en met logregel {regels}."
    if leeg:
        zin += (
            f" Werktekst is op {leeg} plaatsen leeg: de sleutel ervan is intussen vernietigd, of "
            "lag niet bij de reservekopie."
        )
    if done is None:
        return (
            f"{zin} Er was geen lijst van wat sindsdien vernietigd is: kijk in de "
            "processen-verbaal na of er iets opnieuw vernietigd moet worden."
        )
    if done:
        return f"{zin} Wat daarna vernietigd was, is opnieuw vernietigd ({done} keer iets)."
    return f"{zin} Er was sindsdien niets vernietigd."
