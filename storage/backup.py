"""Backups: beside the vault and in a second place, kept as long as useful and never longer.

A backup is a vault: it opens with the passphrase of then, because its key file lies beside it.
Nothing here stops the work: what does not succeed is one sentence in the report.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2

from casus_app.domein.waarde import Waarde
from casus_app.fouten import OpslagFout
from casus_app.poorten import Logregel, Meld, Reservebericht, Wijziging
from storage import anchor, ledger
from storage.copying import (
    check_key_file,
    copy_pair,
    erase_in_copy,
    give_name,
    inspect,
    make_copy,
    open_copy,
    work_folder,
)
from storage.errors import MapOntbreekt, SchijfFout, TweedeIsEerste, translated
from storage.files import Plaats, make_folder, write_beside
from storage.kluis import Kluis

DAILY, WEEKLY, MONTHLY = 7, 4, 3
_NAME = re.compile(r"(\d{4}-\d\d-\d\d)-(\d{6})-(\d+)-([0-9a-f]{8})\.db")
_ASIDE = re.compile(r"hersteld-(\d{8})T.*")
_MARK = "bijgewerkt"
TWEEDE, TWEEDE_OP = "tweede", "tweede-op"
_COPIED, _SEEN = 60, 80
"""Of a hundred: the copy is written and looked through; it lies in the second place as well."""


def _silent(_done: int, _total: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservekopie:
    """A backup as it lies there; it has its name because it was opened and found whole."""

    pad: Path
    dag: date
    moment: datetime
    regels: int

    @property
    def sleutel(self) -> Path:
        """The key file that goes with it."""
        return Plaats(self.pad).sleutel


def reservekopieen(folder: Path) -> tuple[Reservekopie, ...]:
    """The backups in this folder, newest first."""
    found = []
    for pad in folder.iterdir() if folder.is_dir() else ():
        parts = _NAME.fullmatch(pad.name)
        if parts and Plaats(pad).sleutel.exists():
            dag, tijd, regels, _ = parts.groups()
            moment = datetime.strptime(f"{dag}{tijd}+0000", "%Y-%m-%d%H%M%S%z")
            kopie = Reservekopie(pad=pad, dag=moment.date(), moment=moment, regels=int(regels))
            found.append((dag, tijd, int(regels), kopie))
    return tuple(entry[-1] for entry in sorted(found, key=lambda e: e[:3], reverse=True))


def maak_reservekopie(kluis: Kluis, nu: datetime, meld: Meld = _silent) -> Reservebericht:
    """Makes one when the vault changed since the last; on another thread than the window's.

    Then the older ones: what was erased since is erased in them too, and what is too old goes.
    """
    try:
        with kluis.een_tegelijk:
            regels, tweede = _make(kluis, nu, meld)
            meld(_SEEN, 100)
            kept = _tidy_all(kluis, nu)
    except OpslagFout as fout:
        return Reservebericht(gelukt=False, zin=f"De reservekopie is niet gemaakt. {fout.melding}")
    if tweede is None:
        extra = "Er is geen tweede plaats gekozen."
    elif tweede:
        extra = "Ook op de tweede plaats."
    else:
        extra = "De tweede plaats was er niet of was vol; daar staat deze kopie dus niet."
    if kept:
        extra += f" {kept}"
    zin = (
        f"Reservekopie gemaakt, geopend en in orde bevonden, tot en met logregel {regels}. {extra}"
    )
    return Reservebericht(gelukt=True, zin=zin, regels=regels, tweede=tweede)


def _make(kluis: Kluis, nu: datetime, meld: Meld) -> tuple[int, bool | None]:
    folder = kluis.plaats.reserve
    made, stand = make_copy(
        folder,
        nu,
        kluis.stille_stand(),
        kluis.plaats,
        kluis.ring,
        keep_keys=partial(_keys_beside, kluis),
        meld=lambda done, total: meld(done * _COPIED // (total * 2), 100),
    )
    meld(_COPIED, 100)
    tweede = None if stand.tweede is None else _to_second(kluis, made.database, stand.tweede, nu)
    return stand.head.nr, tweede


def _keys_beside(kluis: Kluis, folder: Path) -> None:
    """What a backup in this folder needs to read working text. Raises `OpslagFout`."""
    if not kluis.met(lambda db: kluis.outside.write_keys(db, folder)):
        raise SchijfFout


def _to_second(kluis: Kluis, pad: Path, second: Path, nu: datetime) -> bool:
    """The same backup once more, opened there as well: a stick can break while it is written."""
    try:
        with translated():
            make_folder(second)
            if not (second / pad.name).exists():
                with work_folder(second) as work:
                    made = Plaats(work / "kluis")
                    copy_pair(Plaats(pad), made)
                    with open_copy(made.database, kluis.ring) as (db, _):
                        inspect(db, kluis.ring)
                    _keys_beside(kluis, second)
                    give_name(made, second, pad.name)
            onthoud(kluis, TWEEDE_OP, nu.isoformat())
    except OpslagFout:
        return False
    return True


def _tidy_all(kluis: Kluis, nu: datetime) -> str:
    """A sentence about what could not be tidied, or nothing."""
    known = kluis.met(ledger.read)
    second = kluis.met(kluis.outside.second)
    folders = [f for f in (kluis.plaats.reserve, second) if f is not None and f.is_dir()]
    done = True
    for folder in folders:
        try:
            with translated():
                keep_wanted(folder, nu.date())
                done = _erase_in(kluis, folder, known) and done
        except OpslagFout:
            done = False
    _drop_aside(kluis.plaats.database.parent, nu.date())
    done = kluis.leg_buiten_vast(*folders) and done
    return "" if done else "Wat vernietigd is, is nog niet uit alle oudere reservekopieën weg."


def _erase_in(kluis: Kluis, folder: Path, known: tuple[ledger.Gewist, ...]) -> bool:
    """What was erased is erased in the older backups; the mark saves looking twice."""
    mark = folder / _MARK
    brought = f"{len(known)}-{kluis.ring.nummer}"
    if mark.exists() and mark.read_text(encoding="ascii", errors="replace") == brought:
        return True
    done = True
    for kopie in reservekopieen(folder):
        try:
            erase_in_copy(Plaats(kopie.pad), kluis.ring, known, kluis.plaats.sleutel)
        except OpslagFout:
            done = False
    if done:
        write_beside(mark, brought.encode())
    return done


def keep_wanted(folder: Path, today: date) -> None:
    """Takes away what is not wanted any more; the key file last, so that it never lies alone."""
    there = reservekopieen(folder)
    keep = wanted([kopie.dag for kopie in there], today)
    for number, kopie in enumerate(there):
        if number not in keep:
            kopie.pad.unlink()
            kopie.sleutel.unlink(missing_ok=True)


def wanted(days: Iterable[date], today: date) -> set[int]:
    """Which of these, newest first: of the last 7 days, 4 weeks and 3 months the newest of each.

    The newest of all always; and nothing goes while one is of a later day than today, because
    then the clock is not to be believed.
    """
    listed = list(days)
    if any(day > today for day in listed):
        return set(range(len(listed)))
    keep: dict[object, int] = {}
    for number, day in enumerate(listed):
        week = (today - timedelta(today.weekday()) - (day - timedelta(day.weekday()))).days // 7
        month = (today.year - day.year) * 12 + today.month - day.month
        if (today - day).days < DAILY:
            keep.setdefault(("dag", day), number)
        if week < WEEKLY:
            keep.setdefault(("week", week), number)
        if month < MONTHLY:
            keep.setdefault(("maand", month), number)
    return {*keep.values(), *([0] if listed else [])}


def _drop_aside(folder: Path, today: date) -> None:
    """What a restore put aside is an old copy too."""
    for pad in folder.glob("hersteld-*"):
        parts = _ASIDE.fullmatch(pad.name)
        if parts and pad.is_dir() and not pad.is_symlink():
            day = date.fromisoformat(parts[1])
            month = (today.year - day.year) * 12 + today.month - day.month
            if month >= MONTHLY:
                _remove_files(pad)


def _remove_files(folder: Path) -> None:
    try:
        for pad in folder.iterdir():
            pad.unlink()
        folder.rmdir()
    except OSError:
        return  # the next time


# --- what the vault remembers about its backups ---


def kies_tweede_plaats(
    kluis: Kluis,
    folder: Path | None,
    regel: Logregel,
    wijzigingen: Sequence[Wijziging[Waarde]] = (),
) -> None:
    """Where else the backups go; `None` is nowhere. The folder must be there now."""
    if folder is not None:
        if not folder.is_dir():
            raise MapOntbreekt
        if folder.resolve() in {kluis.plaats.database.parent.resolve(), kluis.plaats.reserve}:
            raise TweedeIsEerste
    onthoud(kluis, TWEEDE, "" if folder is None else str(folder.absolute()))
    onthoud(kluis, TWEEDE_OP, "")
    kluis.leg_vast(wijzigingen, regel)


def onthoud(kluis: Kluis, naam: str, waarde: str) -> None:
    """Keeps a fact about the backups; an empty one is forgotten."""

    def write(db: dbapi2.Connection) -> None:
        db.execute("INSERT OR REPLACE INTO reserve VALUES (?, ?)", (naam, waarde))
        db.execute("DELETE FROM reserve WHERE waarde = ''")

    kluis.met(write)


def onthouden(kluis: Kluis, naam: str) -> str:
    """The fact of this name, or an empty text."""
    sql = "SELECT waarde FROM reserve WHERE naam = ?"
    row = kluis.met(lambda db: db.execute(sql, (naam,)).fetchone())
    return "" if row is None else str(row[0])


def beproef(kluis: Kluis, meld: Meld = _silent) -> Reservebericht:
    """'Test mijn back-up': opens the newest here and in the second place, with their key files."""
    folders = [kluis.plaats.reserve]
    second = kluis.met(kluis.outside.second)
    if second is not None and second.is_dir():
        folders.append(second)
    newest = [there[0] for folder in folders if (there := reservekopieen(folder))]
    if not newest:
        return Reservebericht(gelukt=False, zin="Er is nog geen reservekopie om te beproeven.")
    try:
        with kluis.een_tegelijk:
            for number, kopie in enumerate(newest):
                meld(number, len(newest))
                _try_out(kluis, kopie)
    except OpslagFout as fout:
        return Reservebericht(gelukt=False, zin=fout.melding)
    zin = f"De laatste reservekopie is geopend en in orde, tot en met logregel {newest[0].regels}."
    if second is not None:
        there_too = len(newest) == len(folders) > 1
        zin += " Ook die op de tweede plaats." if there_too else " De tweede plaats was er niet."
    tweede = None if second is None else len(newest) > 1
    return Reservebericht(gelukt=True, zin=zin, regels=newest[0].regels, tweede=tweede)


def _try_out(kluis: Kluis, kopie: Reservekopie) -> None:
    """In a copy of it, so that trying out never changes a backup."""
    with translated(), work_folder(kluis.plaats.reserve) as work:
        made = Plaats(work / "kluis")
        copy_pair(Plaats(kopie.pad), made)
        check_key_file(made, kluis.ring)
        with open_copy(made.database, kluis.ring) as (db, _):
            inspect(db, kluis.ring)


def aanvaard_anker(
    kluis: Kluis, regel: Logregel, wijzigingen: Sequence[Wijziging[Waarde]] = ()
) -> None:
    """Somebody knows why an older copy stands here: from now on this vault is the right one."""
    ankers = kluis.outside.anchors(kluis.met(kluis.outside.second))
    kluis.leg_vast(wijzigingen, kluis.met(lambda db: anchor.new_branch(db, ankers, regel)))
    kluis.ankermelding = None
    kluis.leg_buiten_vast()
