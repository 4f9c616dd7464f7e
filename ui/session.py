"""One open kluis: the one way to change it, the one way to hear of it, and how screens read."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from casus_app import opmaak, overgang
from casus_app.domein.casus import Casus
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.klad import Klad
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.domein.waarde import W
from casus_app.fouten import CasusFout, OpslagFout
from casus_app.opmaak.woorden import TIJDZONE
from casus_app.poorten import (
    BewaardeRegel,
    Logstand,
    Voortgang,
)
from casus_app.regels import (
    meenemen,
    opening,
    opnieuw_toetsen,
    slot,
    sterfdatum,
    termijnen,
    uitnodigen,
    verleden,
)
from casus_app.regels.bezit import alles_van
from casus_app.regels.zicht import ziet_inhoud
from casus_app.rollen import Gebruiker, mag
from casus_app.weigeringen import Weigering
from casus_app.werkbank import Uitkomst, Werkbank
from ui.actions import BY_NAME
from ui.rehearsal import Proefopslag, proefdruk
from ui.sight import seen_by
from ui.waiting import MAKES_PAPER, TAKES_LONG, Gate, LetGo, while_painting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from casus_app.catalogus import Catalogus
    from casus_app.handelingen import Handeling
    from casus_app.handelingen.logboek import LogboekInzien
    from casus_app.opmaak import Stuk
    from casus_app.regels.wijzer import Vraag, Wijzing

EERSTE_KADER = "wgs"
"""The kader until the instelling is there and says which it is."""


class Session(QObject):
    """Screens hand it a handeling and read values from it; nobody else calls `voer_uit`."""

    changed = Signal(object)
    """An `Uitkomst`: done, and durable."""
    refused = Signal(object)
    """A `CasusFout`: nothing has changed."""
    draft_failed = Signal()
    """Half-typed text cannot be kept now; told once, until it can again."""
    locking = Signal()
    """It locks in a moment: who holds half-typed text puts it away now."""
    locked = Signal()
    working = Signal(str)
    """Something long begins; what, in words."""
    progressed = Signal(int, int)
    """So many of so many are done: papers, or else percents."""
    let_go = Signal()
    """Nothing stands in the way of the lock any more."""
    idle = Signal()
    """The long work is done."""

    def __init__(
        self, werkbank: Werkbank, gebruiker: Gebruiker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._werkbank = werkbank
        self._gebruiker = gebruiker
        self.rol = gebruiker.rol
        self.busy = False
        """Papers are being made; nothing else can be done."""
        self.makes_paper = True
        """What is counted while it is busy."""
        self.holding = False
        """Papers are made and not on the disk yet: the lock waits for them."""
        self.answered: dict[Vraag, Wijzing] = {}
        """What the grondslagwijzer said before; the catalogue stays the same while it is open."""
        self._lock_after = False
        self._gate: Gate | None = None
        self._draft_failed = False
        self._eerste_kader = EERSTE_KADER
        self.opslag = seen_by(gebruiker.rol, werkbank.opslag)
        """What this role may read of it, for rules that gather something to show."""
        self._proef = Werkbank(
            Proefopslag(werkbank.opslag),
            werkbank.klok,
            werkbank.catalogus,
            proefdruk,
            oefening=werkbank.oefening,
        )

    def perform(self, handeling: "Handeling") -> bool:
        """Does it: durable and told by `changed`, or nothing at all and told by `refused`."""
        return self.outcome_of(handeling) is not None

    def outcome_of(self, handeling: "Handeling", *, quiet: bool = False) -> Uitkomst | None:
        """As `perform`, for who needs the answer or the papers.

        Papers take long: they are made on another thread while this one keeps painting, and
        until they are there nothing else is done. A lock does not wait for them: then nothing is
        done and nobody is told. `quiet` shows no waiting: somebody else does.
        """
        try:
            if handeling.NAAM in TAKES_LONG:
                uitkomst = self._at_length(handeling, quiet=quiet)
            else:
                self._be_free()
                uitkomst = self._werkbank.voer_uit(handeling, self._gebruiker, self.kader)
        except LetGo:
            uitkomst = None
        except CasusFout as fault:
            self.refused.emit(fault)
            uitkomst = None
        else:
            self.changed.emit(uitkomst)
        if self._lock_after and not self.busy:
            QTimer.singleShot(0, self, self.lock)  # whoever asked puts the papers away first
        return uitkomst

    def _at_length(self, handeling: "Handeling", *, quiet: bool) -> Uitkomst:
        self._be_free()
        self.busy = True
        self.makes_paper = handeling.NAAM in MAKES_PAPER
        kader = self.kader
        gate = self._gate = Gate(self.progressed.emit)
        if not quiet:
            self.working.emit(BY_NAME[handeling.NAAM].text)
        try:
            return while_painting(
                lambda: self._werkbank.voer_uit(handeling, self._gebruiker, kader, gate.printed),
                gate,
            )
        finally:
            self.busy = False
            self._gate = None
            self.idle.emit()

    def _be_free(self) -> None:
        """A screen reader can press a button that a mouse cannot reach now."""
        if self.busy:
            raise CasusFout(
                self.tr("De papieren zijn nog niet klaar. Wacht even en doe het opnieuw.")
            )

    def keep_draft(self, draft: Klad) -> bool:
        """Keeps half-typed text, without a word; false when that could not be done now."""
        if self.busy:
            return False
        if not self.reads_content:
            return True  # who may not read what was kept, never writes over it
        try:
            self._werkbank.bewaar_klad(draft)
        except OpslagFout:
            if not self._draft_failed:
                self.draft_failed.emit()
            self._draft_failed = True
            return False
        self._draft_failed = False
        return True

    def objection(self, handeling: "Handeling") -> Weigering | None:
        """What would stop this handeling now, by the same rules; nothing is done or logged."""
        try:
            self._proef.voer_uit(handeling, self._gebruiker, self.kader)
        except Weigering as weigering:
            return weigering
        finally:
            self._proef.terug.leeg()
        return None

    def undo(self) -> bool:
        """Turns back the last handeling that can be; told by `changed` like any other."""
        return self._turn(self._werkbank.maak_ongedaan)

    def redo(self) -> bool:
        """Does again what was just turned back."""
        return self._turn(self._werkbank.doe_opnieuw)

    def _turn(self, way: Callable[[Gebruiker], Uitkomst | None]) -> bool:
        try:
            self._be_free()
            uitkomst = way(self._gebruiker)
        except CasusFout as fault:
            self.refused.emit(fault)
            return False
        if uitkomst is not None:
            self.changed.emit(uitkomst)
        return uitkomst is not None

    @property
    def undoable(self) -> str:
        """The name of the handeling that `undo` would turn back; empty when there is none."""
        stap = self._werkbank.terug.ongedaan
        return stap.handeling if stap else ""

    @property
    def redoable(self) -> str:
        """The name of the handeling that `redo` would do again."""
        stap = self._werkbank.terug.opnieuw
        return stap.handeling if stap else ""

    def stops_opening(self, punt: Bespreking) -> list[Weigering]:
        """Everything that stands in the way of opening this casus, by the rules of the vak.

        What is at the table is open already: nothing stands in its way.
        """
        if punt.stand is Stand.OPEN:
            return []
        overleg, casus = self.haal(Overleg, punt.overleg), self.haal(Casus, punt.casus)
        if overleg is None or casus is None:
            return []
        opslag, today = self._werkbank.opslag, self.vandaag()
        return list(opening.bezwaren(opslag, self.catalogus, overleg, casus, punt, vandaag=today))

    def stops_closing(self, punt: Bespreking) -> list[Weigering]:
        """Everything that stands in the way of closing this casus, by the rules of the vak."""
        return list(slot.bezwaren(self._werkbank.opslag, punt))

    def due(self) -> list[termijnen.Termijn]:
        """What has to be done today, is late or comes into sight, by the rules of the vak."""
        return termijnen.aan_de_beurt(self.opslag, self.catalogus, self.vandaag())

    def would_come_in(self, gelezen: overgang.Gelezen) -> overgang.Voorbeeld:
        """What a file with a casus would bring, and what stands in its way."""
        opslag, today = self._werkbank.opslag, self.vandaag()
        return overgang.voorbeeld(
            opslag, self.catalogus, gelezen, vandaag=today, oefening=self.oefening
        )

    def dies(self, casus: Casus) -> sterfdatum.Sterfdatum | None:
        """The day everything of this casus is gone, and what it follows from."""
        return sterfdatum.sterfdatum(self.opslag, self.catalogus, casus)

    def going_on(self) -> "Mapping[str, tuple[sterfdatum.Gaande, ...]]":
        """Per casus what is new or not done yet, to look at before everything goes."""
        return sterfdatum.wat_er_speelt(self.opslag, self.vandaag())

    def goes_with(self, casus: Casus) -> Counter[str]:
        """How many values of each kind go when this casus is destroyed."""
        gone = alles_van(self.opslag, casus)
        return Counter(type(waarde).__name__.lower() for waarde in gone)

    def suppliers(self, casus: str) -> frozenset[str]:
        """The partijen that must agree with keeping it longer."""
        return sterfdatum.leveranciers(self.opslag, casus)

    def tested_first(self, casus: str, professional: str) -> bool:
        """Whether this is a derde, who gets a result only after the rechtmatigheidstoets."""
        opslag = self._werkbank.opslag
        return meenemen.pas_na_toets(opslag, self.catalogus, casus, professional)

    def hint(self, punt: Bespreking, partij: str) -> str:
        """What the past says of this organisation, or nothing; never of people."""
        found = verleden.wenk(self.opslag, punt, partij)
        return f"{_large(found.waarover)}: {_small(found.zin)}" if found else ""

    def preflight(self, overleg: Overleg) -> tuple[opening.Nagelopen, ...]:
        """Every casus that is still to be opened, with what stops it."""
        opslag, today = self._werkbank.opslag, self.vandaag()
        return opening.vluchtcheck(opslag, self.catalogus, overleg, today)

    def invited(self, overleg: Overleg) -> tuple[uitnodigen.Genodigde, ...]:
        """Who is invited, what they got last, and what they would get now."""
        return uitnodigen.genodigden(self.opslag, overleg, self.vandaag())

    def log_lines(
        self, sought: "LogboekInzien", before: int | None = None
    ) -> Iterator[BewaardeRegel]:
        """The lines of the logboek that are looked for, newest first, read as they are shown."""
        opslag = self._werkbank.opslag
        return opslag.logregels(sought.zeef(opslag), voor=before)

    def pseudonym(self, soort: str, sleutel: str) -> str:
        """What the logboek calls this value."""
        return self._werkbank.opslag.pseudoniem(soort, sleutel)

    def walk_log(self, meld: Voortgang) -> Logstand | None:
        """The whole chain, for another thread than ours; `None` when it was stopped."""
        return self._werkbank.loop_logboek_na(self._gebruiker, meld)

    def register(self) -> "Stuk":
        """The verwerkingsregister as it would be printed now."""
        return opmaak.verwerkingsregister(self.opslag, self.catalogus, self._imprint())

    def rights(self) -> "Stuk":
        """Who may do what, as it would be printed now."""
        return opmaak.rechtenlijst(self._imprint())

    def year(self, jaar: int) -> "Stuk":
        """The jaarbeeld of this year, as it would be printed now."""
        return opmaak.jaarbeeld(self.opslag, self.catalogus, jaar, self._imprint())

    def outdated(self) -> tuple[opnieuw_toetsen.OpnieuwToetsen, ...]:
        """What open casussen rest on that was changed in the catalogue since."""
        return opnieuw_toetsen.opnieuw_te_toetsen(self.opslag, self.catalogus)

    def _imprint(self) -> opmaak.Opdruk:
        return opmaak.Opdruk(self.oefening, self.vandaag())

    def may(self, handeling: str) -> bool:
        """Whether the role of this user may ever do it."""
        return mag(self._gebruiker.rol, handeling)

    @property
    def reads_content(self) -> bool:
        """Whether this role reads what people wrote; if not, an empty text says nothing."""
        return ziet_inhoud(self._gebruiker.rol)

    def lock(self) -> None:
        """Whoever shows something lets go of it; nothing can be turned back any more.

        Papers that are not ready are let go of; what is written down is finished first, and put on
        the disk. So a kluis never closes under a handeling.
        """
        self._lock_after = self.busy or self.holding
        if self._lock_after:
            if self._gate is not None:
                self._gate.leave()
            return
        self.locking.emit()
        self._werkbank.terug.leeg()
        self.locked.emit()

    def hold_lock(self) -> None:
        """What is in nobody's hands but ours would be lost by locking."""
        self.holding = True

    def let_lock(self) -> None:
        """It is written, or thrown away on purpose; a lock that waited comes now."""
        if not self.holding:
            return
        self.holding = False
        self.let_go.emit()
        if self._lock_after and not self.busy:
            QTimer.singleShot(0, self, self.lock)

    # --- reading ---

    @property
    def werkbank(self) -> Werkbank:
        """For who closes it."""
        return self._werkbank

    @property
    def catalogus(self) -> "Catalogus":
        """The catalogue of this kluis."""
        return self._werkbank.catalogus

    @property
    def oefening(self) -> bool:
        """Whether everything here is invented."""
        return self._werkbank.oefening

    @property
    def kader(self) -> str:
        """The juridisch kader of the instelling, or the one chosen to begin with."""
        huis = self.haal(Instelling, HUIS)
        return huis.kader if huis else self._eerste_kader

    def begin_with(self, kader: str) -> None:
        """Under which kader `instelling.inrichten` will be done."""
        self._eerste_kader = kader

    def vandaag(self) -> "date":
        """The day it is in this kluis."""
        return self._werkbank.klok.vandaag()

    def nu(self) -> "datetime":
        """The moment, by the clock of this kluis, where the house is."""
        return self._werkbank.klok.nu().astimezone(TIJDZONE)

    def haal(self, soort: type[W], *sleutel: str) -> W | None:
        """The value with this key, or `None`."""
        return self.opslag.haal(soort, *sleutel)

    def zoek(self, soort: type[W], /, **waar: object) -> tuple[W, ...]:
        """All values with these fields, in the order in which they came."""
        return self.opslag.zoek(soort, **waar)


def _large(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
