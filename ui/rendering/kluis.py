"""The kluis as a whole: all well, something wrong, and putting a backup back."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from casus_app.domein.kluiszorg import Kluiszorg, Zorg
from casus_app.domein.toegang import Toegang
from casus_app.domein.waarde import Waarde
from casus_app.poorten import (
    Ankerstand,
    Kluisstaat,
    Kopie,
    Logregel,
    Logstand,
    Meld,
    Reservebericht,
    Wijziging,
    Zegelplaats,
)
from casus_app.rollen import Gebruikersrol, gebruiker_met
from casus_app.werkbank import Werkbank
from ui import reading
from ui.forms.secret_editor import NewSecretEditor
from ui.kluis.confirm_dialog import ConfirmDialog
from ui.kluis.recovery_dialog import RecoveryDialog
from ui.kluis.restore_dialog import RestoreDialog
from ui.pages.kluis_page import CHECK, COPIES, RIGHTS
from ui.rehearsal import proefdruk
from ui.rendering.nothing import Laag
from ui.rendering.stage import Scene, Stage
from ui.session import Session
from ui.workspace import Workspace

if TYPE_CHECKING:
    from casus_app.deuren import Deuren

_DAYS = (0, 1, 2, 5, 12, 40)
_PLACE = Path("/home/huis/kluis.db.reserve")


def staat(now: datetime, lines: int) -> Kluisstaat:
    """A house that keeps its backups well."""
    return Kluisstaat(
        kopieen=tuple(
            Kopie(
                pad=_PLACE / f"{days}.db",
                moment=now - timedelta(days=days, minutes=35),
                regels=max(1, lines - 3 - days * 9),
                elders=days > 0,
            )
            for days in _DAYS
        ),
        plaats=_PLACE,
        tweede=Path("/media/huis/STICK"),
        tweede_er=True,
        tweede_op=now - timedelta(days=1),
        ankers=(
            Ankerstand(waar="sleutelbestand", nr=lines - 3, moment=now, past=True),
            Ankerstand(
                waar="tweede plaats", nr=lines - 12, moment=now - timedelta(days=1), past=True
            ),
        ),
        regels=lines,
    )


class Voorbeeldbeheer:
    """Shows how a kluis can stand; nothing is ever done."""

    def __init__(self, stand: Kluisstaat) -> None:
        self.stand = stand

    def staat(self) -> Kluisstaat:
        return self.stand

    def laatste_kopie(self) -> datetime | None:
        return self.stand.kopieen[0].moment if self.stand.kopieen else None

    def maak_kopie(self, nu: datetime, meld: Meld) -> Reservebericht:
        del nu, meld
        return Reservebericht(gelukt=True, zin="")

    def beproef_kopie(self, meld: Meld) -> Reservebericht:
        del meld
        return Reservebericht(gelukt=True, zin="")

    def kies_tweede(
        self, map_: str, wijzigingen: Sequence[Wijziging[Waarde]], regel: Logregel
    ) -> None:
        del map_, wijzigingen, regel

    def aanvaard_anker(self, wijzigingen: Sequence[Wijziging[Waarde]], regel: Logregel) -> None:
        del wijzigingen, regel

    def toets_wachtzin(self, wachtzin: str) -> None:
        del wachtzin

    def zoek_zegel(self, zegel: str) -> Zegelplaats | None:
        del zegel
        return None


class _MetMensen(Laag):
    """With more people than a practice kluis has."""

    def slot(self) -> Toegang | None:
        return self.sloten()[0]

    def sloten(self) -> tuple[Toegang, ...]:
        return (
            Toegang(id="1", naam="Noor", rol="coordinator"),
            Toegang(id="2", naam="Sam", rol="voorzitter"),
            Toegang(id="3", naam="Ilse (FG)", rol="fg", moet_wisselen=True),
        )


def scenes(stage: Stage) -> Iterator[Scene]:
    """In a kluis of its own: a practice kluis has no backups."""
    practice = stage.session.werkbank
    day = practice.klok.vandaag()
    last = Kluiszorg(
        zorg=Zorg.RESERVEKOPIE,
        nummer=1,
        op=day - timedelta(days=80),
        gelukt=True,
        door="beheerder",
        toelichting="",
    )
    well = staat(practice.klok.nu(), reading.log_length(stage.session))
    beheer = Voorbeeldbeheer(well)
    werkbank = Werkbank(
        _MetMensen(practice.opslag, (last,)),
        practice.klok,
        practice.catalogus,
        proefdruk,
        beheer=beheer,
    )
    shown = stage.enter(Session(werkbank, gebruiker_met(Gebruikersrol.COORDINATOR)))
    page = shown.kluis

    def part(name: str, state: Kluisstaat, then: Callable[[], object] = bool) -> QWidget:
        """Waits for what is read beside this thread, and then says it once more."""
        stage.close_dialogs()
        shown.show_kluis(name)
        shown.desk.background.finish()
        page.show_state(state)
        then()
        return stage.window

    yield Scene("kluis-kopieen", partial(part, COPIES, well))
    bare = Kluisstaat(plaats=_PLACE, regels=12)
    yield Scene("kluis-kopieen-nog-geen", partial(part, COPIES, bare))
    yield Scene("kluis-controle", partial(part, CHECK, well))
    wrong = replace(
        well,
        ankers=(replace(well.ankers[0], nr=well.regels + 9, moment=None, past=False),),
        melding="Er hoort meer te zijn.",
        tweede_er=False,
    )
    broken = Logstand(heel=False, regels=well.regels, laatste="4f" * 32, breuk=31)

    def show() -> None:
        page.check.chain.show_stand(broken)
        page.check.chain.finished.emit()

    yield Scene("kluis-controle-mis", partial(part, CHECK, wrong, show))
    yield Scene("kluis-rechten", partial(part, RIGHTS, well))
    passphrase = partial(_passphrase, stage, shown)
    yield Scene("kluis-wachtzin-wijzigen", passphrase)
    yield Scene("kluis-herstelsleutel", partial(_recovery, stage))
    yield Scene("kluis-terugzetten", partial(_restoring, stage, well))
    yield Scene("kluis-nog-eens-wachtzin", partial(_again, stage))
    stage.leave()


def _passphrase(stage: Stage, shown: Workspace) -> QWidget:
    stage.close_dialogs()
    dialog = shown.desk.open_act("wachtzin.wijzigen")
    editor = dialog.form.editors["nieuw"]
    if isinstance(editor, NewSecretEditor):
        editor.edit.edit.setText("casusoverleg 2026")
    return dialog


def _recovery(stage: Stage) -> QWidget:
    stage.close_dialogs()
    dialog = RecoveryDialog(stage.deuren, _PLACE, stage.window)
    dialog.first.edit.setText("1ABCD 2EFGH 3JKMN")
    dialog.submit()
    dialog.open()
    return dialog


def _again(stage: Stage) -> QWidget:
    stage.close_dialogs()
    dialog = ConfirmDialog("Casus vernietigen", lambda _typed: None, bool, stage.window)
    dialog.open()
    return dialog


def _restoring(stage: Stage, well: Kluisstaat) -> QWidget:
    stage.close_dialogs()
    deuren = _Kopieen(stage.deuren, well.kopieen)
    day = stage.session.vandaag()
    dialog = RestoreDialog(deuren, _PLACE, day, stage.window, well.regels)
    dialog.copies.setCurrentRow(2)
    dialog.open()
    return dialog


class _Kopieen:
    """The doors, with these backups behind them."""

    def __init__(self, deuren: "Deuren", kopieen: tuple[Kopie, ...]) -> None:
        self._deuren = deuren
        self._kopieen = kopieen

    def kopieen(self, pad: Path) -> tuple[Kopie, ...]:
        del pad
        return self._kopieen

    def toets_wachtzin(self, pad: Path, wachtzin: str) -> None:
        self._deuren.toets_wachtzin(pad, wachtzin)
