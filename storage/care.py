"""The vault as a whole, for who looks after it: how it stands, and what can be done with it."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2

from casus_app.domein.toegang import Toegang
from casus_app.domein.waarde import Waarde
from casus_app.poorten import (
    Ankerstand,
    Kluisbeheer,
    Kluisstaat,
    Kopie,
    Logregel,
    Meld,
    Reservebericht,
    Wijziging,
    Zegelplaats,
)
from casus_app.rollen import MAG
from casus_app.weigeringen import Code, Weigering
from storage import anchor, keyfile
from storage.access import toegang_van
from storage.anchor import Anker
from storage.backup import (
    TWEEDE,
    TWEEDE_OP,
    aanvaard_anker,
    beproef,
    kies_tweede_plaats,
    maak_reservekopie,
    onthouden,
    reservekopieen,
)
from storage.errors import translated
from storage.files import locate
from storage.kluis import Kluis
from storage.logbook import find_anchor
from storage.restore import Herstel, zet_terug

_LINE = "SELECT moment FROM logboek WHERE nr = ?"
TERUGZETTEN = "reservekopie.terugzetten"
SLEUTELBESTAND, TWEEDE_PLAATS = "sleutelbestand", "tweede plaats"


def kopieen(pad: Path) -> tuple[Kopie, ...]:
    """The backups of the vault at this path, newest first, also when there is no vault.

    Or those in a folder somebody points at, or in the folders of vaults inside it.
    """
    with translated():
        folders = [pad, *sorted(pad.glob("casusoverleg-*"))] if pad.is_dir() else []
        found = [k for folder in (*folders, locate(pad).reserve) for k in reservekopieen(folder)]
    found.sort(key=lambda kopie: kopie.moment, reverse=True)
    return tuple(Kopie(pad=k.pad, moment=k.moment, regels=k.regels) for k in found)


def toets_wachtzin(pad: Path, wachtzin: str, wie: str = "") -> Toegang:
    """Who opens the vault (or backup) at this path with it; an `OpslagFout` if nobody does.

    With `wie` only that slot counts.
    """
    with translated():
        bestand = keyfile.parse(locate(pad).sleutel.read_bytes())
        return toegang_van(keyfile.unlock(bestand, wachtzin, wie).slot)


def herstel(pad: Path, kopie: Path, wachtzin: str, nu: datetime) -> Herstel:
    """As `zet_terug`, by whoever has a slot in the backup and a role that may do it."""
    wie = toets_wachtzin(kopie, wachtzin)
    if wie.rol not in {str(one) for one in MAG[TERUGZETTEN]}:
        raise Weigering(Code.ROL_NIET_BEVOEGD)
    regel = Logregel(
        moment=nu, gebruiker=wie.id, rol=wie.rol, handeling=TERUGZETTEN, uitkomst="gelukt"
    )
    return zet_terug(pad, kopie, wachtzin, regel)


class Beheer:
    """Fits the port `Kluisbeheer` on an open vault."""

    def __init__(self, kluis: Kluis) -> None:
        self._kluis = kluis

    def staat(self) -> Kluisstaat:
        """Reads everything, in the second place as well: a network folder takes a while."""
        kluis = self._kluis
        own = kluis.met(kluis.outside.second)
        chosen, since = onthouden(kluis, TWEEDE), onthouden(kluis, TWEEDE_OP)
        there = {k.pad.name for k in reservekopieen(own)} if own is not None else set()
        return Kluisstaat(
            kopieen=tuple(
                Kopie(pad=k.pad, moment=k.moment, regels=k.regels, elders=k.pad.name in there)
                for k in reservekopieen(kluis.plaats.reserve)
            ),
            plaats=kluis.plaats.reserve,
            tweede=Path(chosen) if chosen else None,
            tweede_er=bool(chosen) and Path(chosen).is_dir(),
            tweede_op=datetime.fromisoformat(since) if since else None,
            zelfde_schijf=bool(chosen) and _same_disk(Path(chosen), kluis.plaats.database),
            ankers=tuple(self._anchors(own)),
            melding=kluis.ankermelding or "",
            regels=kluis.met(_last),
        )

    def _anchors(self, second: Path | None) -> list[Ankerstand]:
        """Where they lie, up to which line, and whether that line is the one here."""
        outside = self._kluis.outside
        places = ((SLEUTELBESTAND, outside.in_key_file()), (TWEEDE_PLAATS, outside.there(second)))
        found = []
        for waar, anker in places:
            if anker is not None:
                found.append(self._kluis.met(partial(_stand, waar, anker)))
        return found

    def laatste_kopie(self) -> datetime | None:
        """Only looks in the folder beside the vault."""
        there = reservekopieen(self._kluis.plaats.reserve)
        return there[0].moment if there else None

    def maak_kopie(self, nu: datetime, meld: Meld) -> Reservebericht:
        """As every day, and now."""
        return maak_reservekopie(self._kluis, nu, meld)

    def beproef_kopie(self, meld: Meld) -> Reservebericht:
        """Opens the newest for real."""
        return beproef(self._kluis, meld)

    def kies_tweede(
        self, map_: str, wijzigingen: Sequence[Wijziging[Waarde]], regel: Logregel
    ) -> None:
        """The folder must be there now."""
        kies_tweede_plaats(self._kluis, Path(map_) if map_ else None, regel, wijzigingen)

    def aanvaard_anker(self, wijzigingen: Sequence[Wijziging[Waarde]], regel: Logregel) -> None:
        """The reason and the new branch in one transaction."""
        aanvaard_anker(self._kluis, regel, wijzigingen)

    def toets_wachtzin(self, wachtzin: str) -> None:
        """An `OpslagFout` when it does not fit."""
        slot = self._kluis.slot()
        toets_wachtzin(self._kluis.plaats.database, wachtzin, slot.id if slot else "")

    def zoek_zegel(self, zegel: str) -> Zegelplaats | None:
        """By the letters that fit in the foot of a paper."""
        found = self._kluis.met(lambda db: find_anchor(db, zegel))
        if found is None:
            return None
        return Zegelplaats(found.nr, datetime.fromisoformat(found.moment), found.after)


def _stand(waar: str, anker: Anker, db: dbapi2.Connection) -> Ankerstand:
    row = db.execute(_LINE, (anker.nr,)).fetchone()
    moment = datetime.fromisoformat(row[0]) if row else None
    fits = anchor.judge(db, [anker]) is None
    return Ankerstand(waar=waar, nr=anker.nr, moment=moment, past=fits)


def _last(db: dbapi2.Connection) -> int:
    (nr,) = db.execute("SELECT coalesce(max(nr), 0) FROM logboek").fetchone()
    return int(nr)


def _same_disk(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False


def _fits_the_port(beheer: Beheer) -> Kluisbeheer:
    """Only for the type checker: it fails here when the port and the vault drift apart."""
    return beheer
