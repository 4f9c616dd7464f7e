"""A vault checked from end to end, changing nothing: everything happens in a private copy."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from casus_app.poorten import Logstand
from casus_app.regels.vaststelling import onderdelen
from storage import anchor, checks, connection, keyfile, sealing, signing, swap
from storage.access import OUDER, behind
from storage.errors import Beschadigd, HerstelOnaf, KluisOntbreekt, translate, translated
from storage.files import FileLock, Plaats, locate, lock_file
from storage.keyfile import Ontsloten, Sleutelbestand
from storage.logbook import Anchor, Logboek, find_anchor
from storage.opening import check_identity, connect_vault, kluis_bestaat, unlock
from storage.outside import Outside
from storage.shelf import Reader

_BLOCK = 1 << 20
NIET_IN_DE_KETEN = (
    "Dit anker staat niet in het logboek. Er zijn regels afgeknipt, of het papier komt uit een "
    "andere kluis."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """What a check found. `regels` are Dutch sentences for people, without names or paths."""

    heel: bool
    regels: tuple[str, ...]
    kluis_id: str = ""
    versie: int = 0
    oefening: bool = False
    tellingen: dict[str, int]
    logregels: int = 0
    laatste: str = ""
    breuk: int | None = None

    def als_json(self) -> str:
        """The same on one line, for another program."""
        return json.dumps(asdict(self), ensure_ascii=False)


def controleer_kluis(pad: Path, wachtzin: str, anker: str = "", wie: str = "") -> Bevinding:
    """Checks key file, pages, tables, references and logboek, without changing a byte.

    Damage is a finding; a reason why there is nothing to check (wrong passphrase, no vault, in
    use, newer than this program) is an `OpslagFout`. `anker` is a seal from the foot of a paper:
    it must be in the chain, or lines were cut off (or the paper is of another vault).
    """
    if not kluis_bestaat(pad):
        raise KluisOntbreekt
    plaats = locate(pad)
    if swap.pending(plaats):
        raise HerstelOnaf
    with translated():
        lock = lock_file(plaats.database, shared=True)
        try:
            found = unlock(plaats, lock, lambda bestand: keyfile.unlock(bestand, wachtzin, wie))
            with private_copy(plaats, lock) as (copy, copy_lock):
                return _examine(copy, copy_lock, found, plaats, anker)
        except Exception as fout:
            damage = translate(fout)
            if not isinstance(damage, Beschadigd):
                raise
            return Bevinding(heel=False, regels=(damage.melding,), tellingen={})
        finally:
            lock.release()


@contextmanager
def private_copy(plaats: Plaats, lock: FileLock) -> Iterator[tuple[Plaats, FileLock]]:
    """The database and its WAL, encrypted as they are, where SQLite may do as it likes."""
    with tempfile.TemporaryDirectory(prefix="casusoverleg-") as folder:
        copy = Plaats(Path(folder) / "kopie")
        with copy.database.open("xb") as target:
            while block := lock.read(_BLOCK, target.tell()):
                target.write(block)
        if plaats.wal.exists():
            shutil.copyfile(plaats.wal, copy.wal)
        copy_lock = lock_file(copy.database)
        try:
            yield copy, copy_lock
        finally:
            copy_lock.release()


def _examine(
    copy: Plaats, lock: FileLock, ontsloten: Ontsloten, plaats: Plaats, anker: str
) -> Bevinding:
    ring, kluis_id = ontsloten.ring, ontsloten.ring.kluis_id
    opened, nummer = connect_vault(copy, lock, ring)
    with closing(opened) as db:
        check_identity(db, kluis_id)
        connection.prepare_writing(db)
        fouten = [*checks.pages(db), *checks.references(db), *sealing.damage(db, ring)]
        fouten += signing.damage(db, ring, partial(onderdelen, Reader(db, ring)))
        tellingen = checks.counts(db)
        stand = Logboek(db, ring).verify(db)
        gevonden = find_anchor(db, anker) if anker else None
        (oefening,) = db.execute("SELECT oefening FROM kluis").fetchone()
        versie = connection.pragma_int(db, "user_version")
        outside = Outside(plaats, ring)
        achter = anchor.judge(db, outside.anchors(outside.second(db)))
        ouder = behind(db, ontsloten.bestand)
    if achter is not None:
        fouten.append(achter)
    if ouder < 0:
        fouten.append(OUDER)
    if not stand.heel:
        fouten.append(f"Het logboek klopt niet vanaf regel {stand.breuk}.")
    if anker and gevonden is None:
        fouten.append(NIET_IN_DE_KETEN)
    uitslag = _anchored(gevonden, stand) if gevonden else ()
    sleutels = _key_file(ontsloten.bestand, unfinished=ouder > 0 or nummer != ring.nummer)
    heel, *rest = _summary(tellingen, stand, oefening=bool(oefening))
    samenvatting = (heel, *sleutels, *rest)
    return Bevinding(
        heel=not fouten,
        regels=(*(fouten or samenvatting), *uitslag),
        kluis_id=kluis_id,
        versie=versie,
        oefening=bool(oefening),
        tellingen=tellingen,
        logregels=stand.regels,
        laatste=stand.laatste,
        breuk=stand.breuk,
    )


def _anchored(anker: Anchor, stand: Logstand) -> tuple[str, ...]:
    """Where the anchor stands, and whether what came after it is whole."""
    waar = f"Het anker is regel {anker.nr} van het logboek, van {anker.moment[:10]}."
    if stand.breuk is None:
        return (waar, f"De {anker.after} regels erna zijn heel; er is niets afgeknipt.")
    plaats = "Tot en met" if stand.breuk > anker.nr else "Al voor"
    return (waar, f"{plaats} het anker klopt de keten{'' if stand.breuk > anker.nr else ' niet'}.")


def _summary(tellingen: dict[str, int], stand: Logstand, *, oefening: bool) -> tuple[str, ...]:
    filled = ", ".join(f"{naam} {aantal}" for naam, aantal in tellingen.items() if aantal)
    return (
        "De kluis is heel." + (" Het is een oefenkluis." if oefening else ""),
        f"Het logboek telt {stand.regels} regels en klopt van begin tot eind.",
        f"Laatste zegel: {stand.laatste}",
        f"Inhoud: {filled or 'nog niets'}.",
    )


def _key_file(bestand: Sleutelbestand, *, unfinished: bool) -> tuple[str, ...]:
    """Who can open it, and whether a change of that was finished."""
    mensen = len(keyfile.passphrase_slots(bestand))
    bekend = len(keyfile.known_slots(bestand))
    sloten = "slot" if mensen == 1 else "sloten"
    herstel = bekend - mensen or "geen"
    wie = f"{mensen} {sloten} met een wachtzin, {herstel} met een herstelsleutel"
    regels = [f"In het sleutelbestand: {wie}."]
    if vreemd := len(bestand.sloten) - bekend:
        regels.append(f"{vreemd} sloten zijn van een soort die deze versie niet kent.")
    if unfinished:
        regels.append(
            "Een wijziging in wie erin kan is niet afgemaakt. Open de kluis één keer met het "
            "programma; dan gebeurt dat."
        )
    return tuple(regels)
